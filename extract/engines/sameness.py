"""Whether two mentions tell one happening.

They do unless something that both say differs: realis, day, place, nationality, or a word like "another" or "previous".
Attacks are many, so there a mention that names a place, a day or a doer of its own must share one of them with the
earlier, while "the attack" and mentions that say nothing of their own go to the last one told.
"""

from bisect import bisect_left
from decimal import Decimal

from extract.dates import DateMention
from extract.engines.retelling import (
    comes_before_another,
    counts_the_told,
    goes_on_with,
    is_definite,
    is_one_verdict,
    is_other_text,
    is_presupposed,
    is_same_disaster,
    passes_the_text,
    tells_a_fight,
)
from extract.events import STRIKES, VIOLENT, Form, Trigger, is_answered
from extract.frozen import frozen
from extract.mentions import Mentions
from extract.mentions.head import FATES
from extract.mentions.quantity import Quantity
from extract.ontology.words import joined_words
from extract.proposals import EventProposal, Named
from extract.schema import Realis
from extract.text import fold_word

_MANIFOLD = frozenset(("other", "statement", "appointment"))  # types of many different deeds: only one word merges
_VARIED = frozenset(("judgment", "aid", "handover", "sanctions", "protest", "legislation"))  # two verbs, two deeds
_SINGLE = VIOLENT | {"killing"} | _MANIFOLD
_ONCE = frozenset(
    ("mission_end", "withdrawal", "handover", "ceasefire", "disarmament")
)  # what comes "after" it is later
_MEASURED = frozenset(("other", "aid"))
_MOVING = frozenset(("repatriation", "displacement"))  # one mention names where from, another where to
_OF_PERSONS, _ARTICLES = frozenset(("arrest", "abduction", "judgment")), frozenset(("a", "an", "another"))
_DISMISSALS = frozenset(f"ar:appointment:{verb}" for verb in ("أقال", "أعفى", "عزل", "أطاح بوزير", "أحال إلى التقاعد"))
# Arabic verbs of which the headline has one and the body another.
_SAYINGS = tuple(
    frozenset(f"ar:statement:{verb}" for verb in verbs)
    for verbs in (
        ("تبنى", "أعلن", "أعلن مسؤولية", "ادعى الوقوف"),
        ("أدان", "ندد", "استنكر", "شجب", "استهجن", "أعرب عن إدانته"),
        ("هدد", "توعد", "لوح", "أنذر"),
    )
)
_FINE = "ar:judgment:غرم"  # a fine told after the sentence is a part of the verdict
_RAIDS = frozenset(("en:operation:raid", "en:bombing:bombing"))  # "the raids", "the bombing" that follow air strikes
_HAPPENS = frozenset((Realis.OCCURRED, Realis.ONGOING))
_OPEN = frozenset((Realis.PLANNED, Realis.HYPOTHETICAL))
_PEOPLE = frozenset(("families", "displaced", "people", "detained"))
_TOTAL = Decimal(5)  # so many times the number told before is another, larger reckoning
_FEW = 2  # so many are many things
_LENGTHS = frozenset(("duration", "age"))
_BACKGROUND = 60  # days: what is dated longer ago is the background of the news
_ROUND = 7  # days: what is dated longer ago and has other numbers is an earlier round
_COUNTED = frozenset(("attacks", "airstrikes", "operations"))
_FEWER = frozenset(fold_word("fewer more less أقل أكثر کمتر بیشتر").split())  # by so many, not so many
_COUNT_REACH = 6  # tokens from a number to the deed that it counts
_PERIOD, _MONTH = 6, 28  # so many times the period told before, and so many days, is another, larger reckoning


@frozen
class Draft:
    """An event before merging, with what merging looks at.

    `another`: it says that it is not the one told.
    """

    trigger: Trigger
    proposal: EventProposal
    in_headline: bool
    another: bool
    firm: bool  # a verb has told whether it happened
    latest: Trigger | None = None  # the last mention merged into it

    @property
    def last(self) -> Trigger:
        """The last mention of it so far."""
        return self.trigger if self.latest is None else self.latest


def is_same(mentions: Mentions, one: Draft, other: Draft) -> bool:
    """Whether two drafts of one kind can tell the same happening."""
    a, b = one.proposal, other.proposal
    retold = (
        one.in_headline
        and (not other.in_headline or one.trigger.vague)
        and (a.type == b.type or "attack" in (a.type, b.type))
    )  # what the headline says roughly, the body says again
    if not _types_agree(mentions, one, other, retold):
        return False
    if _is_surely_told(mentions, one, other, retold):
        return True
    if not retold and a.type in _VARIED and _two_verbs(mentions, one, other) and not _is_one_base(mentions, a, b):
        return False
    if not _realis_agrees(one, other) and not (retold and _shares(a, b)):
        return False
    if other.another and other.trigger.lemma != _FINE and not (one.another and a.type == b.type):
        return False
    if _is_elsewhere(mentions, one, other, retold):
        return False
    if _is_other_deed(mentions, one, other, retold):
        return False
    return a.type not in VIOLENT or _points_back(mentions, other.trigger, retold) or _belongs(mentions, one, other)


def _is_other_deed(mentions: Mentions, one: Draft, other: Draft, retold: bool) -> bool:
    """Whether what measures, does or is the other says that it is not the one told; each type has its own signs."""
    a, b = one.proposal, other.proposal
    if a.type in _MEASURED and not retold and _figures_differ(mentions, a, b):
        return True
    if a.type not in _SINGLE and _is_larger_reckoning(mentions, one, other):
        return True
    if a.type in ("talks", "deployment") and _doers_differ(mentions, one, other):
        return True
    if a.type in _OF_PERSONS and not retold and _is_of_a_new_one(mentions, one, other):
        return True
    pointed = other.trigger.definite or not retold
    return a.type == "agreement" and pointed and is_other_text(mentions, one.trigger, other.trigger)


def _is_of_a_new_one(mentions: Mentions, one: Draft, other: Draft) -> bool:
    """Whether another sentence tells in English what befell somebody not told before: "arrested a financier"."""
    if other.trigger.lang != "en" or not other.firm or not other.proposal.targets:
        return False
    if not (one.proposal.targets or one.proposal.figures):
        return False
    tokens = mentions.tokens
    first = bisect_left(tokens.starts, other.proposal.targets[0].span.start, key=tokens.folded.offset)
    return tokens.form(first - 1) in _ARTICLES and tokens.sentence(one.last.first) != tokens.sentence(
        other.trigger.first
    )


def _points_back(mentions: Mentions, trigger: Trigger, retold: bool) -> bool:
    """Whether a mention of violence means what was told before; what another deed answers may lie before it all."""
    told = retold or trigger.definite or counts_the_told(mentions, trigger)
    return told and not is_answered(mentions.tokens.forms, trigger.first)


def _is_elsewhere(mentions: Mentions, one: Draft, other: Draft, retold: bool) -> bool:
    """Whether the other is of another day, nation or place, or is as many again."""
    a, b = one.proposal, other.proposal
    if not retold and (_days_differ(a.when, b.when) or _nations_differ(a, b) or _is_of_old(mentions, one, other)):
        return True
    if _counts_differ(mentions, one.trigger, other.trigger):
        return True
    if a.type not in _MOVING and not other.trigger.definite and _places_differ(a.place, b.place, retold):
        return True
    return _comes_before(mentions, one, other, retold)


def _types_agree(mentions: Mentions, one: Draft, other: Draft, retold: bool) -> bool:
    """Violence told vaguely goes with violence told precisely, weapons brought down go with their like only, and deeds
    of the open types must share their word.
    """
    if one.trigger.parries is not other.trigger.parries:
        return False
    if one.proposal.type in STRIKES and tells_a_fight(mentions, other.trigger):
        return False
    if one.proposal.type != other.proposal.type:
        raids = one.proposal.type == "airstrike" and other.trigger.definite and other.trigger.lemma in _RAIDS
        return other.proposal.type == "attack" or raids or (retold and one.proposal.type == "attack")
    if (retold or other.trigger.definite) and one.proposal.type == "appointment" and other.trigger.lang == "ar":
        return (one.trigger.lemma in _DISMISSALS) is (other.trigger.lemma in _DISMISSALS)  # "تعيين ...: أدى اليمين"
    if one.proposal.type not in _MANIFOLD or one.trigger.lemma == other.trigger.lemma:
        return True
    if retold and any(one.trigger.lemma in said and other.trigger.lemma in said for said in _SAYINGS):
        return True
    recalled = retold or other.trigger.definite
    return one.proposal.type == "other" and is_same_disaster(mentions, one.last, other.trigger, recalled)


def _two_verbs(mentions: Mentions, one: Draft, other: Draft) -> bool:
    """Whether each is told with a verb of its own: convicted and acquitted, pledged and flown in."""
    if other.trigger.lemma == _FINE or not (one.firm and other.firm) or one.trigger.lemma == other.trigger.lemma:
        return False
    if one.proposal.type == "judgment" and is_one_verdict(mentions, one.last, other.trigger):
        return False
    if one.proposal.type == "legislation" and passes_the_text(mentions, other.trigger):
        return False
    doers = {named.span for named in one.proposal.actors}
    alike = all(named.span in doers for named in other.proposal.actors)
    return not goes_on_with(mentions, one.last, other.trigger, alike)


def _is_one_base(mentions: Mentions, a: EventProposal, b: EventProposal) -> bool:
    """Whether both hand over the same site, by name or by a word of its name."""
    if a.type != "handover" or a.place is None or b.place is None:
        return False
    common = joined_words(mentions.lang, "places", "sites")
    ours, theirs = (set(_words(mentions, place)) - common for place in (a.place, b.place))
    return _same_name(a.place, b.place) or not ours.isdisjoint(theirs)


def _is_surely_told(mentions: Mentions, one: Draft, other: Draft, retold: bool) -> bool:
    """Whether the headline's number is told again, of "a second tranche" too, or a deed only dates another, or is what
    sanctions do.
    """
    a, b = one.proposal, other.proposal
    if retold and a.type == b.type and _realis_agrees(one, other) and _figures_agree(mentions, a, b):
        return True
    if a.type == "judgment" and other.trigger.definite and is_one_verdict(mentions, one.last, other.trigger):
        return mentions.tokens.sentence(one.last.first) == mentions.tokens.sentence(other.trigger.first)
    if a.type == b.type in _ONCE and is_presupposed(mentions, other.trigger, b.when):
        return not (_nations_differ(a, b) or _places_differ(a.place, b.place, retold))
    return a.type == "sanctions" and _is_effect(one, other)


def _is_effect(one: Draft, other: Draft) -> bool:
    """ "The measures freeze any assets": what sanctions do that were told before."""
    b = other.proposal
    lasting = other.trigger.form in (Form.PRESENT, Form.FUTURE) and b.when is None
    return one.proposal.realis is Realis.OCCURRED and lasting and not any(named.name or named.iso for named in b.actors)


def _counts_differ(mentions: Mentions, one: Trigger, other: Trigger) -> bool:
    """ "93 airstrikes ... four attacks": each is told by how many they were."""
    ours, theirs = _count_of(mentions, one), _count_of(mentions, other)
    return ours is not None and theirs is not None and ours != theirs


def _count_of(mentions: Mentions, trigger: Trigger) -> Decimal | None:
    """How many a trigger says that they were: the 93 of "93 airstrikes"."""
    for _, quantity in mentions.quantities_between(max(0, trigger.at - _COUNT_REACH), trigger.at + 1):
        first, stop = quantity.noun_tokens or (0, 0)
        if first <= trigger.at < stop and quantity.kind in _COUNTED:
            return None if mentions.tokens.form(quantity.stop) in _FEWER else quantity.value
    return None


def _comes_before(mentions: Mentions, one: Draft, other: Draft, retold: bool) -> bool:
    """Whether one is told as what came before the other, if the headline does not tell it; or as the answer to it."""
    sentence = mentions.tokens.sentence
    if is_answered(mentions.tokens.forms, other.trigger.first) and sentence(one.last.first) == sentence(
        other.trigger.first
    ):
        return True
    if other.trigger.definite or not comes_before_another(mentions, other.trigger):
        return False
    return not retold or sentence(one.trigger.first) == sentence(other.trigger.first)


def _is_past(mentions: Mentions, when: DateMention | None, days: int) -> bool:
    """Whether a date lies more than so many days back."""
    if when is None or when.last is None or mentions.published is None:
        return False
    return (mentions.published - when.last).days > days


def _is_of_old(mentions: Mentions, one: Draft, other: Draft) -> bool:
    """Whether one bears a day long gone and the other, told as news, none: "a ferry sank there in 2011"; with numbers
    of its own a week will do: "37 were freed on 20 April".
    """
    a, b = one.proposal, other.proposal
    if b.when is None:
        return other.firm and not other.trigger.definite and _is_past(mentions, a.when, _BACKGROUND)
    if a.when is not None:
        return False
    if one.firm and _is_past(mentions, b.when, _BACKGROUND):
        return True
    return _figures_differ(mentions, a, b) and _is_past(mentions, b.when, _ROUND)


def _realis_agrees(one: Draft, other: Draft) -> bool:
    """Whether one happening can be told both ways. A bare noun ("the exchange") says nothing about its realis."""
    a, b = one.proposal.realis, other.proposal.realis
    if a is b or (a in _HAPPENS and b in _HAPPENS) or (a in _OPEN and b in _OPEN):
        return True
    announced = one.in_headline and one.trigger.form is Form.PRESENT and one.proposal.type not in VIOLENT
    now = {"ar": Realis.OCCURRED, "fa": Realis.ONGOING}.get(one.trigger.lang)
    if announced and a is now and b is Realis.PLANNED:
        return True  # "مجلس الأمن ينهي مهمة البعثة": headlines announce in the present
    return is_bare(other) or (is_bare(one) and one.in_headline)


def is_bare(draft: Draft) -> bool:
    """Whether a deed counts as done though no verb has told so."""
    return not draft.firm and draft.proposal.realis is Realis.OCCURRED


def _belongs(mentions: Mentions, one: Draft, other: Draft) -> bool:
    """Whether a mention of violence shares place, day or party with the one before, or says none of its own."""
    a, b = one.proposal, other.proposal
    actors = [named for named in b.actors if not is_definite(mentions, named)]  # "the assailants" were told before
    if not actors and goes_on_with(mentions, one.last, other.trigger, alike=True):
        return True
    if _shares(a, b):
        return True
    if not (b.when or b.place or actors):
        return not is_answered(mentions.tokens.forms, other.trigger.first)
    if any(_same_name(x, y) for x in (*a.actors, *a.targets) for y in (*b.actors, *b.targets)):
        return True
    return a.when is not None and b.when is not None and a.when.first is not None and a.when.first == b.when.first


def _shares(a: EventProposal, b: EventProposal) -> bool:
    return a.place is not None and b.place is not None and _same_name(a.place, b.place)


def _same_name(one: Named, other: Named) -> bool:
    return one.name is not None and one.name == other.name


def _places_differ(one: Named | None, other: Named | None, retold: bool) -> bool:
    """Two names, unless one is the country that the other lies in; a headline only has to name the right country."""
    if one is None or other is None or None in (one.name, other.name) or one.name == other.name:
        return False
    if retold and None in (one.iso, other.iso):
        return False
    return one.iso is None or other.iso is None or one.iso != other.iso


def _nations_differ(a: EventProposal, b: EventProposal) -> bool:
    """Whether the first doer of both is of a known and different country."""
    for ours, theirs in ((a.actors, b.actors), (a.targets, b.targets)):
        if ours and theirs and None not in (ours[0].iso, theirs[0].iso) and ours[0].iso != theirs[0].iso:
            return not ({x.iso for x in ours} & {y.iso for y in theirs})
    return False


def _doers_differ(mentions: Mentions, one: Draft, other: Draft) -> bool:
    """Whether a verb tells of another's meeting: its doer shares no word with those told before in the body; or, in
    English, of troops that are somewhere beside troops that came.
    """
    a, b = one.proposal, other.proposal
    stands = other.trigger.lang == "en" and (a.realis, b.realis) == (Realis.OCCURRED, Realis.ONGOING)
    if a.type == "deployment" and stands and one.firm and other.firm and not one.in_headline:
        return True
    if one.in_headline or not other.firm or not a.actors or not b.actors:
        return False
    if mentions.tokens.sentence(one.last.first) == mentions.tokens.sentence(other.trigger.first):
        return False
    ours, theirs = ({form for named in event.actors for form in _words(mentions, named)} for event in (a, b))
    return ours.isdisjoint(theirs)


def _words(mentions: Mentions, named: Named) -> list[str]:
    return [form.removeprefix("ال") for form in fold_word(named.span.of(mentions.tokens.folded.original)).split()]


def _days_differ(one: DateMention | None, other: DateMention | None) -> bool:
    if one is None or other is None or one.first is None or other.first is None:
        return False
    return (one.last or one.first) < other.first or (other.last or other.first) < one.first


def _figures_differ(mentions: Mentions, a: EventProposal, b: EventProposal) -> bool:
    """Hauls and gifts are told by their numbers: two that share none are two. A disaster's dead say nothing of the
    houses that it took.
    """
    ours, theirs = ([mentions.quantities[i] for i in event.figures] for event in (a, b))
    if any(quantity.kind in FATES for quantity in (*ours, *theirs)):
        shared = {_counted(mentions, one) for one in ours} & {_counted(mentions, one) for one in theirs}
        ours, theirs = ([one for one in each if _counted(mentions, one) in shared] for each in (ours, theirs))
    values, others = ({quantity.value for quantity in each} for each in (ours, theirs))
    return bool(values) and bool(others) and values.isdisjoint(others)


def _counted(mentions: Mentions, quantity: Quantity) -> str:
    """What a figure counts: its kind, or the noun of what has none."""
    if quantity.kind != "other" or quantity.noun is None:
        return quantity.kind
    return mentions.tokens.folded.text[slice(*quantity.noun)]


def _figures_agree(mentions: Mentions, a: EventProposal, b: EventProposal) -> bool:
    """Whether the same large number of the same things measures both."""
    ours, theirs = ({(q.kind, q.value) for q in map(mentions.quantities.__getitem__, each.figures)} for each in (a, b))
    return any(value is not None and value > _FEW and kind not in _LENGTHS for kind, value in ours & theirs)


def _is_larger_reckoning(mentions: Mentions, one: Draft, other: Draft) -> bool:
    """A smaller number is a part of the one told before, one many times larger is a total over a longer time."""
    ours, theirs = _most(mentions, one.proposal.figures), _most(mentions, other.proposal.figures)
    if ours is not None and theirs is not None and theirs > ours * _TOTAL:
        return True
    if other.proposal.realis not in _HAPPENS or _days(other.proposal.when) < _MONTH:
        return False  # what is to come is not reckoned yet
    return _days(other.proposal.when) > _PERIOD * _days(one.proposal.when) > 0


def _most(mentions: Mentions, figures: tuple[int, ...]) -> Decimal | None:
    values = [q.value for q in (mentions.quantities[i] for i in figures) if q.kind in _PEOPLE and q.value is not None]
    return max(values, default=None)


def _days(when: DateMention | None) -> int:
    if when is None or when.first is None or when.last is None:
        return 0
    return (when.last - when.first).days + 1
