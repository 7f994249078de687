"""Whose a figure is where a pronoun, a label, a passive or another figure says so.

"Three of its soldiers" are those of whoever speaks or acts in the sentence, "seven others" belong with those counted
before them, and "12 drones launched by the group" are the group's.
"""

from itertools import pairwise

from extract.engines.nearby import FARTHEST
from extract.engines.parties import NUMBER_OF
from extract.engines.speakers import Speakers
from extract.mentions import Mentions
from extract.mentions.agents import Agent
from extract.mentions.head import ARMED, HARMED
from extract.mentions.quantity import Quantity
from extract.mentions.scene import AND
from extract.ontology.words import words
from extract.proposals import Named
from extract.text import Tokens, fold_word

_PERSONS = HARMED | ARMED
_TOLLS = frozenset(("killed", "wounded", "casualties"))
_DEEDS = frozenset(("operations", "airstrikes", "attacks"))
_SENT = _DEEDS | {"equipment", "batches"}
_ATTACHED = ("ه", "ها", "هم")  # Arabic: in the original letters, since folding makes ة ه as well
_ENCLITIC = ("ش", "شان")
_OWN = "خود"
_PLURAL = ("ان", "ها", "هاي")
_LOSSES = frozenset(fold_word("losses casualties خسائر تلفات").split())
# Nouns that say only what befell somebody, or that he is one of those told before.
_ELLIPTIC = frozenset(
    fold_word(
        "others other more dead killed wounded injured hurt missing آخرون آخرين آخرا آخر أخرى جريحا جرحى قتيلا قتلى "
        "منهم دیگر زخمی کشته"
    ).split()
)
_MERE = frozenset(fold_word("نفر تن").split())  # Persian counters
_LOST = frozenset(fold_word("lost loses losing فقد فقدت خسر خسرت").split())
_LOSER_REACH = 6
_IT = frozenset(fold_word("it they he she إنه إنها إنهم أنه أنها أنهم بأنه بأنها وأنه وأنها").split())
_HELPERS = frozenset(("had", "has", "have", "قد"))
_STRONG = frozenset(
    and_ + fold_word(word) for word in ("قوامها", "قوامه", "عددها", "عدده", "عددهم", "عديدها") for and_ in ("", "و")
)

_LABEL_REACH, _LABELLED = 12, 4  # tokens from a label to its number, and to whom it names
_LAUNCHED = frozenset(
    "launched fired carried conducted mounted sent staged supplied provided delivered flown operated made".split()
)
_LAUNCHED_IT = frozenset(
    fold_word("شنها شنتها نفذها نفذتها أطلقها أطلقتها أرسلها أرسلتها سيرها سيرتها يشنها تشنها يطلقها تطلقها").split()
)
_BEHIND = 5  # tokens from a count to what says who sent it
_THE = "the"
_JOINED = 2  # tokens between two deeds of one list


def shares_party(tokens: Tokens, before: Quantity, quantity: Quantity, lang: str) -> bool:
    """Whether `quantity` is of the same side as the figure `before` it in the sentence."""
    between = tokens.forms[before.stop : quantity.first]
    if not words("compared", lang).isdisjoint(between):
        return before.kind == quantity.kind and quantity.kind in _SENT
    if quantity.kind in _DEEDS and before.kind in _DEEDS:
        return len(between) <= _JOINED and AND.issuperset(form for form in between if form.isalpha())
    if quantity.kind not in _PERSONS or before.kind not in _PERSONS:
        return False
    if quantity.kind == before.kind and not words("including", lang).isdisjoint(between):
        return True
    noun = quantity.noun_tokens
    return noun is None or tokens.forms[noun[1] - 1] in _ELLIPTIC


def owner_of(mentions: Mentions, speakers: Speakers, quantity: Quantity) -> Agent | Named | None:
    """Whose the figure is by a pronoun, the label of its number, or the passive behind it."""
    if quantity.kind in _PERSONS or quantity.kind == "equipment":
        if _is_owned(mentions, quantity):
            return _speaking(mentions, speakers, quantity) or _first_agent(mentions, quantity)
        if mentions.lang == "fa":
            owner = _behind_noun(mentions, quantity)
            if owner is not None:
                return owner
    if quantity.kind in _TOLLS and (bereaved := _of_losses(mentions, quantity)) is not None:
        return bereaved
    if quantity.kind == "killed" and (lost := _lost(mentions, speakers, quantity)) is not None:
        return lost
    if quantity.kind in ARMED:
        return _of_strength(mentions, quantity)
    return _launched_by(mentions, quantity) if quantity.kind in _SENT else None


def _is_owned(mentions: Mentions, quantity: Quantity) -> bool:
    """ "three of its soldiers", "اثنين من جنوده", «دو سربازش»."""
    tokens, lang = mentions.tokens, mentions.lang
    if lang == "en":
        return "its" in tokens.forms[max(0, quantity.first - 1) : quantity.stop]
    if quantity.noun_tokens is None:
        return False
    first, stop = quantity.noun_tokens
    if lang == "fa":
        if tokens.forms[stop - 1] in _MERE and tokens.form(stop) == "از":
            first, stop = stop + 1, stop + 2  # «سه تن از سربازانش»
        noun = tokens.form(stop - 1)
        armed = any(agent.name is None for agent in mentions.agents_between(first, stop))
        attached = armed and noun.endswith(_ENCLITIC) and noun not in words("bodies", "fa")
        return attached or tokens.form(stop) == _OWN
    written = tokens.span(stop - 1, stop).of(tokens.folded.original)
    return tokens.form(first - 1) == "من" and written.endswith(_ATTACHED) and not written.startswith("ال")


def _speaking(mentions: Mentions, speakers: Speakers, quantity: Quantity) -> Named | None:
    """The speaker of the sentence, if he is named before the figure."""
    source = speakers.of(quantity.first)
    at = mentions.tokens.span(quantity.first, quantity.first + 1).start
    return source if source is not None and source.span.end <= at else None


def _first_agent(mentions: Mentions, quantity: Quantity) -> Agent | None:
    low, _ = mentions.tokens.sentence(quantity.first)
    return next(iter(mentions.agents_between(max(low, quantity.first - FARTHEST), quantity.first)), None)


def _behind_noun(mentions: Mentions, quantity: Quantity) -> Agent | None:
    """«دو سرباز ارتش», «سه شهروند آمریکا»: the owner right behind the counted noun, but no object of the verb."""
    if quantity.noun_tokens is None or mentions.tokens.forms[quantity.noun_tokens[1] - 1] in _MERE:
        return None
    first, after = quantity.noun_tokens
    last = mentions.tokens.forms[after - 1]
    if after - first > 1 and last in words("bodies", "fa"):
        return Agent(after - 1, after, mentions.tokens.starts[after - 1], mentions.tokens.ends[after - 1])
    owner = next(iter(mentions.agents_between(after, after + 1)), None)
    if owner is None or mentions.tokens.form(owner.stop) == "را":
        return None
    form = mentions.tokens.forms[owner.first]
    several = form.endswith(_PLURAL) or form in words("bodies", "fa")
    return owner if several or owner.name is not None else None  # «قاچاقچی مسلح» has an adjective


def _of_losses(mentions: Mentions, quantity: Quantity) -> Agent | None:
    """ "خسائر القوات الأمنية: خمسة شهداء": whose losses the sentence tells."""
    forms, (low, _) = mentions.tokens.forms, mentions.tokens.sentence(quantity.first)
    first = max(low, quantity.first - _LABEL_REACH)
    told = next((at for at in range(first, quantity.first) if forms[at] in _LOSSES), None)
    if told is None:
        return None
    behind = mentions.agents_between(told + 1, min(quantity.first, told + 2))
    before = [one for one in mentions.agents_between(max(low, told - _LABELLED), told) if one.stop == told]
    return next(iter((*behind, *before)), None)  # "army losses: 12 dead"


def _lost(mentions: Mentions, speakers: Speakers, quantity: Quantity) -> Agent | Named | None:
    """ "The group said it had lost four fighters": who lost them."""
    forms, (low, _) = mentions.tokens.forms, mentions.tokens.sentence(quantity.first)
    first = max(low, quantity.first - _LOSER_REACH)
    at = next((one for one in range(quantity.first - 1, first - 1, -1) if forms[one] in _LOST), None)
    if at is None:
        return None
    behind = next(iter(mentions.agents_between(at + 1, quantity.first)), None)
    if behind is not None:
        return behind
    while at > low and forms[at - 1] in _HELPERS:
        at -= 1
    if forms[at - 1] in _IT:
        return _speaking(mentions, speakers, quantity)
    before = mentions.agents_between(max(low, at - _LOSER_REACH), at)
    return before[-1] if before and before[-1].stop == at else None


def _of_strength(mentions: Mentions, quantity: Quantity) -> Agent | None:
    """ "قوات الحدود، وقوامها 2000 جندي", "عدد مسلحي التنظيم بنحو 500 مسلح"."""
    forms, (low, _) = mentions.tokens.forms, mentions.tokens.sentence(quantity.first)
    if quantity.first > low and forms[quantity.first - 1] in _STRONG:
        before = mentions.agents_between(max(low, quantity.first - _LABEL_REACH), quantity.first - 1)
        return before[-1] if before else None
    first = max(low, quantity.first - _LABEL_REACH)
    label = next((at for at in range(first, quantity.first) if forms[at] in NUMBER_OF), None)
    if label is None:
        return None
    named = mentions.agents_between(label + 1, min(quantity.first, label + _LABELLED))
    return named[0] if named else None


def _launched_by(mentions: Mentions, quantity: Quantity) -> Agent | None:
    """ "40 drones launched by Iran", "هجمات شنها التنظيم": who sent them, as the words behind say."""
    forms, (_, high) = mentions.tokens.forms, mentions.tokens.sentence(quantity.first)
    stop = min(high, quantity.stop + _BEHIND)
    if mentions.lang == "ar":
        at = next((one for one in range(quantity.stop, stop) if forms[one] in _LAUNCHED_IT), None)
    else:
        near = forms[quantity.stop : stop]
        at = next((quantity.stop + one for one, pair in enumerate(pairwise(near), 1) if _is_passive(pair)), None)
        at = at + 1 if at is not None and forms[at] == "out" and forms[at + 1 : at + 2] == ["by"] else at
    if at is None:
        return None
    begin = at + 1 + (forms[at + 1 : at + 2] == [_THE])
    return next(iter(mentions.agents_between(begin, begin + 1)), None)


def _is_passive(pair: tuple[str, str]) -> bool:
    return pair[0] in _LAUNCHED and pair[1] in ("by", "out")
