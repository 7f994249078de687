"""Where a happening took place: the nearest phrase of its own clause that a preposition of place governs.

A phrase counts as a place when it holds a known place or a word for one ("a checkpoint", "نوار مرزی"). Places inside
the speaker's name ("sources in Hasakah said") and in the clauses of other happenings say nothing about this one.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from operator import itemgetter

from extract.engines.nearby import is_party
from extract.engines.phrases import Phrase, Phrases
from extract.engines.sameness import Draft
from extract.engines.slots import Slots
from extract.events import VIOLENT, Clauses, Role, Trigger
from extract.mentions import Mentions
from extract.mentions.places import SEATED, Place
from extract.mentions.quantity import Quantity
from extract.ontology.phrases import STEMS
from extract.ontology.spotter import Spotter
from extract.ontology.words import words
from extract.proposals import Named
from extract.span import Span
from extract.text import fold_word

_OF_PLACES = frozenset(("withdrawal", "handover", "deployment"))
_STRIKES = frozenset(("airstrike", "attack", "shelling", "bombing"))
_STRUCK = 6  # tokens from an Arabic verb over its subject to what it hit
_PLACELESS = frozenset(("statement",))
_NOWHERE = frozenset(("age", "countries"))  # how old somebody is, and how many countries, is true at no one place
# What may stand between a distance and the place that it is measured from.
_AWAY = frozenset(
    fold_word(
        "north south east west northeast northwest southeast southwest north-east off from of outside away the "
        "شمال جنوب شرق غرب شمالي جنوبي شرقي غربي شمالى إلى الشمال الجنوب الشرق الغرب من عن "
        "از شرق غرب شمال جنوب"
    ).split()
)
# What stands behind these is a place, also one that no list knows ("جنوب شرقي باسكنو").
_COMPASS = frozenset(
    fold_word(
        "north south east west northeast northwest southeast southwest شمال جنوب شرق غرب شمالي جنوبي شرقي غربي"
    ).split()
)
_AWAY_REACH = 5  # tokens
_THESE = (["هذا"], ["هذه"], ["ذلك"], ["تلك"], ["اين"], ["ان"])  # which determine a place named before
_WHERE = frozenset(("where", "حيث"))
_ABSTRACT = frozenset(("duration", "money", "percent", "share"))  # where only their own clause says so
_UNHOSTED = _ABSTRACT | {"distance", "area"}
# What parts a verb from its subject.
_ASIDE = frozenset("قد لا يزال تزال ما زال زالت has have had is are already still now also currently".split())
_COMMAS = frozenset((",", "،"))
_RELATIVES = frozenset(("الذي", "التي", "which", "where", "كه"))
_RELATIVE_REACH = 25  # tokens of a relative clause between a subject and its verb
_HOSTING_REACH = 10  # tokens from a verb of hosting to what is hosted
_REACH = 16  # tokens from a trigger to its place
_ON = frozenset(
    "border borders frontier coast coasts coastline shore shores outskirts edge fringes island islands road roads "
    "highway motorway route street front frontline line mountain hill river riverbank bank lake square".split()
)
# Persian: what closes a verb whose first word may run on from the phrase before it (in «در نوار مرزی کشته شدند»).
_CLOSES_A_VERB = frozenset(
    fold_word("شد شدند شده کرد کردند کرده گردید گردیدند گردیده داد دادند گرفت گرفتند یافت یافتند").split()
)


class Locations:
    """Finds the places of one article's happenings."""

    def __init__(self, mentions: Mentions, slots: Slots, phrases: Phrases) -> None:
        self._mentions = mentions
        self._forms = mentions.tokens.forms
        self._slots = slots
        self._phrases = phrases
        self._prepositions = words("locative", mentions.lang)
        self._locative = [at for at, _ in _locatives(mentions.lang).find(mentions.tokens)]
        self._sites = words("sites", mentions.lang) | words("places", mentions.lang)
        self._hosting = words("hosting", mentions.lang)

    def of(self, trigger: Trigger, first: int, stop: int) -> Named | None:
        """The place of `trigger`, whose clause is the tokens `[first, stop)`."""
        if trigger.type in _PLACELESS:
            return None
        if Role.PLACE in (trigger.voice.object, trigger.voice.genitive) or trigger.type in _OF_PLACES:
            _, end = self._mentions.tokens.near(trigger.first)
            found = self._left_or_taken(trigger, first, stop) or self._slots.place_after(trigger.stop, end)
            if found is not None:
                return found
        phrase = self._governed(trigger, first, stop)
        if phrase is None and trigger.type in _STRIKES and trigger.form.verbal:
            phrase = self._struck(trigger, first, stop)
        if phrase is not None:
            return self._named(phrase)
        return self._slots.place_of(trigger)

    def struck(self, trigger: Trigger, targets: Sequence[Named]) -> Named | None:
        """The base or town that a noun's violence is turned on is where it happens: "تعرضت القاعدة لهجوم"."""
        if trigger.type not in VIOLENT or trigger.form.verbal or not targets:
            return None
        for place in self._mentions.places_between(*self._mentions.tokens.near(trigger.first)):
            span = self._mentions.tokens.folded.origin(place.start, place.end)
            if not place.is_country and any(self._heads(span, one.span) for one in targets):
                return Named(span, place.name, place.iso)
        return None

    def _heads(self, place: Span, target: Span) -> bool:
        """Whether a target is the place itself, and nobody of there: what it is stands last in English, else first."""
        if not target.covers(place):
            return False
        return place.end == target.end if self._mentions.lang == "en" else place.start == target.start

    def _struck(self, trigger: Trigger, first: int, stop: int) -> Phrase | None:
        """ "attacked the ports of the Odesa region", "قصفت المدفعية بلدة كفركلا": a site or town that a strike hit."""
        near = self._mentions.tokens.near(trigger.first)
        if self._mentions.lang == "fa":
            marks = (at for at in range(max(first, trigger.first - _REACH), trigger.first) if self._forms[at] == "را")
            at = next(marks, None)
            phrase = self._site_before(at, first) if at is not None else None
        elif self._mentions.lang == "en":
            phrase = self._phrases.after(trigger.stop, min(stop, near[1]))
            phrase = phrase if phrase is not None and phrase.first <= trigger.stop + 2 else None
        else:
            places = self._mentions.places_between(trigger.stop, min(stop, trigger.stop + _STRUCK))
            place = next((one for one in places if not one.is_country), None)
            phrase = Phrase(place.first, place.stop) if place is not None else None
        if phrase is None or phrase.quantity is not None or not self._is_place(phrase):
            return None
        known = self._known(phrase)
        last = self._forms[phrase.stop - 1]
        whose = self._mentions.lang == "en" and self._sites.isdisjoint((last, last.removesuffix("s")))  # "Kano police"
        if known is not None and (known.is_country or (whose and known.stop < phrase.stop)):
            return None
        return phrase

    def of_figure(self, quantity: Quantity, happened: Named | None) -> Named | None:
        """The place of what a figure counts; `happened` is where the happening of its clause took place."""
        if quantity.kind in _NOWHERE:
            return None
        clause = self._slots.clauses.around(quantity.first)
        phrase = self._measured_from(quantity) or self._host(quantity, clause[0])
        if phrase is None:
            near = self._near(quantity.first, quantity.stop, clause, before_first=False)
            if near is not None and near.quantity is not None:
                near = happened = None  # "returned to 33 villages" names none
            phrase = near or self._antecedent(clause[0])
        if phrase is not None:
            return self._named(phrase)
        if happened is not None:
            return happened
        if quantity.kind in _ABSTRACT:
            return self._slots.framed(quantity.first)
        return self._slots.place(quantity.first, quantity.stop)

    def _measured_from(self, quantity: Quantity) -> Phrase | None:
        """ "12 km south of the crossing", "على بعد 50 كيلومترا من الحدود": what a distance is measured from."""
        if quantity.kind != "distance":
            return None
        at = quantity.stop
        while at < min(len(self._forms), quantity.stop + _AWAY_REACH) and self._forms[at] in _AWAY:
            at += 1
        if at == quantity.stop and not (self._mentions.lang == "fa" and self._forms[at - 1].endswith("ي")):
            return None
        phrase = self._phrases.after(at, len(self._forms))
        if phrase is None or phrase.quantity is not None:
            return None
        south_of = not _COMPASS.isdisjoint(self._forms[quantity.stop : at]) and self._is_bare(phrase)
        return self._whole(phrase) if south_of or self._is_place(phrase) else None

    def _host(self, quantity: Quantity, low: int) -> Phrase | None:
        """ "استقبلت المدينة 460 أسرة", "the camp shelters 900 people": the place that is the subject of such a verb."""
        if quantity.kind in _UNHOSTED:
            return None
        first = max(low, quantity.first - _HOSTING_REACH)
        at = next((one for one in range(quantity.first - 1, first - 1, -1) if self._forms[one] in self._hosting), None)
        if at is None:
            return None
        behind = self._phrases.after(at + 1, quantity.first) if self._mentions.lang == "ar" else None
        if behind is not None and behind.first == at + 1 and self._is_place(behind):
            return behind
        while at > low and self._forms[at - 1] in _ASIDE:
            at -= 1
        return self._subject_place(self._over_relative(at))

    def _over_relative(self, at: int) -> int:
        """Where the subject of the verb at `at` ends, over a clause between commas ("the camp, which ..., holds")."""
        forms, floor = self._forms, max(1, at - _RELATIVE_REACH)
        if forms[at - 1] not in _COMMAS:
            return at
        pairs = (one for one in range(at - 2, floor, -1) if forms[one] in _RELATIVES and forms[one - 1] in _COMMAS)
        return next((one - 1 for one in pairs), at)

    def _subject_place(self, stop: int) -> Phrase | None:
        """The place that ends at token `stop`, or what it is in: "the camp in Adre"."""
        low = self._mentions.tokens.sentence(stop - 1)[0] if stop else 0
        for _ in range(2):
            before = self._phrases.before(stop, max(low, stop - _REACH))
            if before is None or before.quantity is not None:
                return None
            if self._is_place(before):
                return before
            if before.first <= low or self._forms[before.first - 1] not in self._prepositions:
                return None
            stop = before.first - 1
        return None

    def _antecedent(self, first: int) -> Phrase | None:
        """ "at the city's hospital, where 14 are treated": what the clause that begins at `first` is set at."""
        at = first if self._forms[first] in _WHERE else first - 1
        if at <= 0 or self._forms[at] not in _WHERE:
            return None
        for preposition in self._between(max(0, at - _REACH), at)[::-1]:
            phrase = self._at(preposition)
            if phrase is not None:
                return phrase if phrase.stop >= at - 1 else None
        return None

    def _site_before(self, stop: int, low: int) -> Phrase | None:
        """The Persian phrase that ends at token `stop`, from its word for a place or its name on: «بندر اوستلوگا»."""
        first: int | None = None
        for at in range(stop - 1, max(low, stop - _STRUCK) - 1, -1):
            if not self._forms[at][0].isalpha() or self._forms[at] in words("stops", "fa"):
                break
            if self._forms[at] in self._sites or any(self._mentions.places_between(at, at + 1)):
                first = at
        return Phrase(first, stop) if first is not None else None

    def _left_or_taken(self, trigger: Trigger, first: int, stop: int) -> Named | None:
        """What is left, taken over or manned stands as subject or object too: of the clause's places a site or town
        goes before a country, and what follows the trigger before what precedes it.
        """
        told = [one for one in self._mentions.places_between(first, stop) if not is_party(self._forms, one)]
        places = [one for one in told if not (self._slots.speakers.spoken(one.first) or self._leaves(one, trigger))]
        ranked = sorted(places, key=lambda place: (place.is_country, place.first < trigger.stop))
        for place in ranked[:1]:
            if place.is_country and place.first < trigger.stop:
                return None  # "in Iraq" frames the sentence; the site left may stand in its next clause
            span = self._mentions.tokens.folded.origin(place.start, place.end)
            return Named(span, place.name, place.iso)
        return None

    def _leaves(self, place: Place, trigger: Trigger) -> bool:
        """ "Washington has cut its presence": English; a town as the subject of a verb is its government."""
        subject = trigger.form.verbal and not trigger.passive and place.stop <= trigger.first and not place.located
        return subject and self._mentions.lang == "en" and self._sites.isdisjoint(self._forms[place.first : place.stop])

    def _governed(self, trigger: Trigger, first: int, stop: int) -> Phrase | None:
        """The phrase behind the preposition of place that stands nearest to the trigger, what follows before what
        precedes; Persian says it before its verb.
        """
        persian = self._mentions.lang == "fa" and trigger.form.finite
        return self._near(trigger.first, trigger.stop, (first, stop), before_first=persian)

    def _near(self, first: int, stop: int, clause: tuple[int, int], *, before_first: bool) -> Phrase | None:
        """The phrase behind a preposition of place in the clause that stands nearest to the tokens `[first, stop)`."""
        after = self._between(stop, min(clause[1], stop + _REACH))
        before = self._between(max(clause[0], first - _REACH), first)[::-1]
        order = before + after if before_first else after + before
        return next((phrase for at in order if (phrase := self._at(at)) is not None), None)

    def _between(self, first: int, stop: int) -> list[int]:
        """The prepositions of place among the tokens `[first, stop)`."""
        return self._locative[bisect_left(self._locative, first) : bisect_left(self._locative, stop)]

    def _at(self, at: int) -> Phrase | None:
        """The place that the preposition at token `at`, or the one written onto it, governs."""
        form = self._forms[at]
        limit = len(self._forms)
        if form in self._prepositions:
            if self._forms[at - 1] in SEATED and at:
                return None
            phrase = self._phrases.after(at + 1 + (self._forms[at + 1 : at + 2] in _THESE), limit)
            phrase = self._whole(phrase) if phrase is not None else None
            if phrase is None or (form == "on" and not self._lies_on(phrase)):
                return None
            lies = form in _COMPASS and self._mentions.lang == "ar" and self._is_bare(phrase)
            return phrase if lies or self._is_place(phrase) else None
        attached = next((s for s in STEMS["ar"](form) if s.prefix.endswith("ب") and s.word in self._sites), None)
        phrase = self._phrases.site(at, limit) if attached is not None else None
        if phrase is None or attached is None:
            return None
        return phrase._replace(cut=attached.cut - 2 * attached.definite)

    def _whole(self, phrase: Phrase) -> Phrase:
        """The phrase over a hyphen ("the Syrian-Iraqi border"), and without the verb that follows it in Persian."""
        joined = self._mentions.tokens.joined
        stop = phrase.stop
        if self._mentions.lang == "en" and self._forms[stop : stop + 1] == ["-"] and joined(stop - 1) and joined(stop):
            rest = self._phrases.after(stop + 1, len(self._forms))
            return phrase._replace(stop=rest.stop) if rest is not None and rest.first == stop + 1 else phrase
        if phrase.stop - phrase.first > 1 and self._forms[stop : stop + 1] and self._forms[stop] in _CLOSES_A_VERB:
            return phrase._replace(stop=stop - 1)
        return phrase

    def _lies_on(self, phrase: Phrase) -> bool:
        """Whether "on" says where, and not on whom or what something was done ("an attack on a base")."""
        return any(self._forms[at] in _ON and self._ends(at, phrase) for at in range(phrase.first, phrase.stop))

    def _is_place(self, phrase: Phrase) -> bool:
        if self._slots.speakers.spoken(phrase.first):
            return False
        if self._known(phrase) is not None:
            return True
        if self._mentions.lang == "en":  # the head ends the phrase or an "of" follows it: "border guards" are no place
            heads = [at for at in range(phrase.first, phrase.stop) if self._ends(at, phrase)]
        else:
            heads = [phrase.first]
        return any(stem.word in self._sites for at in heads for stem in STEMS[self._mentions.lang](self._forms[at]))

    def _is_bare(self, phrase: Phrase) -> bool:
        """Whether the phrase names nobody and belongs to no speaker."""
        return self._phrases.agent(phrase) is None and not self._slots.speakers.spoken(phrase.first)

    def _ends(self, at: int, phrase: Phrase) -> bool:
        return at + 1 == phrase.stop or self._forms[at + 1] == "of"

    def _known(self, phrase: Phrase) -> Place | None:
        found = self._mentions.places_between(max(0, phrase.first - 1), phrase.stop)
        return next((place for place in found if place.stop > phrase.first), None)

    def _named(self, phrase: Phrase) -> Named:
        tokens = self._mentions.tokens
        place = self._known(phrase)
        start, end = tokens.starts[phrase.first] + phrase.cut, tokens.ends[phrase.stop - 1]
        if place is None:
            return Named(tokens.folded.origin(start, end))
        return Named(tokens.folded.origin(min(start, place.start), max(end, place.end)), place.name, place.iso)


@cache
def _locatives(lang: str) -> Spotter[bool]:
    """Spots the prepositions of place, and the words that one may be written onto."""
    prepositions = words("locative", lang)
    return Spotter(lambda form: form in prepositions or (lang == "ar" and form.startswith(("ب", "وب"))) or None)


def places_in_clause(mentions: Mentions, clauses: Clauses, told: Sequence[Draft]) -> dict[int, Named]:
    """Where the figures that stand in a happening's clause are: at its place, the nearest trigger's where several are.

    Figures by their index; `told` are the mentions of happenings before they are merged.
    """
    nearest: dict[int, tuple[int, Named]] = {}
    for draft in told:
        place, at = draft.proposal.place, draft.trigger.first
        if place is None or not mentions.tokens.span(*mentions.tokens.sentence(at)).covers(place.span):
            continue  # one that a list's heading gives is too far away for a figure
        for index, quantity in mentions.quantities_between(*clauses.around(at)):
            found = (abs(quantity.first - at), place)
            nearest[index] = min(nearest.get(index, found), found, key=itemgetter(0))
    return {index: place for index, (_, place) in nearest.items()}
