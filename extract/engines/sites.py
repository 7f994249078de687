"""Phrases of place: what the prepositions of place govern, and whether a phrase is a place at all.

A phrase counts as a place when it holds a known place or a word for one ("a checkpoint", "نوار مرزی"). Places inside
the speaker's name ("sources in Hasakah said") are none.
"""

from bisect import bisect_left
from functools import cache

from extract.engines.phrases import Phrase, Phrases
from extract.engines.slots import Slots
from extract.events import VIOLENT, is_persian_verb
from extract.mentions import Mentions
from extract.mentions.places import Place, is_of_state, is_seat, is_sector
from extract.ontology.phrases import STEMS
from extract.ontology.spotter import Spotter
from extract.ontology.words import joined_words, words
from extract.proposals import Named
from extract.text import fold_word

REACH = 16  # tokens from what happens or is counted to its place
POINTING = [["هذا"], ["هذه"], ["ذلك"], ["تلك"], ["جميع"], ["اين"], ["ان"], ["همين"], ["همان"]]
# What stands behind these is a place, also one that no list knows ("جنوب شرقي باسكنو").
COMPASS = frozenset(
    fold_word(
        "north south east west northeast northwest southeast southwest شمال جنوب شرق غرب شمالي جنوبي شرقي غربي"
    ).split()
)
# English: behind "in", why or how; what follows "of" is no place then ("in support of Azerbaijan").
_NOT_WHERE = frozenset(
    "support favour favor honour honor memory response addition defiance violation control charge search pursuit "
    "celebration solidarity accordance coordination cooperation retaliation revenge exchange return need light spite "
    "presence absence protest opposition relation connection condemnation recognition defence defense".split()
)
_IN_PRISON, _FOR_LIFE = frozenset(("بالسجن", "بالحبس", "بسجن")), frozenset((fold_word("المؤبد"),))
_STATES = [["prison"], ["jail"], ["hospital"], ["school"], ["university"], ["court"], ["port"]]  # "in prison"
_ON = frozenset(
    "border borders frontier coast coasts coastline shore shores outskirts edge fringes island islands road roads "
    "highway motorway route street front frontline line mountain hill river riverbank bank lake square".split()
)
# Persian: what closes a verb whose first word may run on from the phrase before it (in «در نوار مرزی کشته شدند»).
_CLOSES_A_VERB = frozenset(
    fold_word("شد شدند شده کرد کردند کرده گردید گردیدند گردیده داد دادند گرفت گرفتند یافت یافتند").split()
)

_SENT = frozenset("envoy envoys ambassador ambassadors emissary representative threat threats risk risks".split())
_DEALINGS = frozenset(
    "agreement agreements deal deals accord pact treaty talks negotiations relations ties understanding dialogue "
    "cooperation agreed".split()
)
_TURNED_ON = (["به"], ["عليه"], ["بر"])  # Persian, behind who attacks


class Sites:
    """Reads the phrases of place of one article. `words` are those for a site, "base" or "town"."""

    def __init__(self, mentions: Mentions, slots: Slots, phrases: Phrases) -> None:
        self._mentions = mentions
        self._forms = mentions.tokens.forms
        self._speakers = slots.speakers
        self._phrases = phrases
        self.prepositions = words("locative", mentions.lang)
        self._predicates = words("predicates", mentions.lang)
        self._fronts = words("fronts", mentions.lang)
        self._locative = [at for at, _ in _locatives(mentions.lang).find(mentions.tokens)]
        bodies = (name for name in mentions.names if not name.name.place)
        self._bodies = {at for name in bodies for at in range(name.first, name.stop)}  # "Islamic State" is no state
        self.words = joined_words(mentions.lang, "places", "sites")

    def near(
        self,
        first: int,
        stop: int,
        clause: tuple[int, int],
        *,
        before_first: bool,
        skipped: frozenset[str] = frozenset(),
    ) -> Phrase | None:
        """The phrase behind a preposition of place in the clause that stands nearest to the tokens `[first, stop)`."""
        after = self.between(stop, min(clause[1], stop + REACH))
        before = self.between(max(clause[0], first - REACH), first)[::-1]
        order = [at for at in (before + after if before_first else after + before) if self._forms[at] not in skipped]
        phrase = next((phrase for at in order if (phrase := self.at(at)) is not None), None)
        if phrase is not None and self.known(phrase) is None:  # "at a hotel in Antalya"
            outer = self.at(phrase.stop) if phrase.stop in order else None
            return outer if outer is not None and self.known(outer) is not None else phrase
        return phrase

    def between(self, first: int, stop: int) -> list[int]:
        """The prepositions of place among the tokens `[first, stop)`."""
        return self._locative[bisect_left(self._locative, first) : bisect_left(self._locative, stop)]

    def at(self, at: int) -> Phrase | None:
        """The place that the preposition at token `at`, or the one written onto it, governs."""
        form = self._forms[at]
        limit = len(self._forms)
        if form in self.prepositions:
            if is_seat(self._forms, at) or (form == "to" and self._forms[at - 1] in _SENT):
                return None
            phrase = self._phrases.after(at + 1 + (self._forms[at + 1 : at + 2] in POINTING), limit)
            phrase = self.whole(phrase) if phrase is not None else None
            if phrase is not None and form == "to":
                phrase = self._behind_infinitive(phrase)
            if phrase is None or (form == "on" and not self._lies_on(phrase)):
                return None
            if self._forms[phrase.first : phrase.stop] in _STATES and phrase.first == at + 1:
                return None
            lies = form in COMPASS and self._mentions.lang == "ar" and self.is_bare(phrase)
            faced = form in self._fronts and self._is_facade(phrase)
            return phrase if lies or faced or self.is_place(phrase) else None
        attached = next((s for s in STEMS["ar"](form) if s.prefix.endswith("ب") and s.word in self.words), None)
        phrase = self._phrases.site(at, limit) if attached is not None else None
        if phrase is None or attached is None or self._is_sentence(at):
            return None
        return phrase._replace(cut=attached.cut - 2 * attached.definite)

    def _is_sentence(self, at: int) -> bool:
        """Whether prison at token `at` is a sentence: "بالسجن عشر سنوات", "بسجن 12 ناشطا"."""
        if self._forms[at] not in _IN_PRISON:
            return False
        after = self._forms[at + 1] if at + 1 < len(self._forms) else ""
        definite = self._forms[at] != "بسجن"
        return self._phrases.counted(at + 1) is not None or (
            definite and (not after.startswith("ال") or after in _FOR_LIFE)
        )

    def whole(self, phrase: Phrase) -> Phrase:
        """The phrase over a hyphen ("the Syrian-Iraqi border"), and without the verb that follows it in Persian."""
        stop = phrase.stop
        if self._mentions.lang == "en" and self._mentions.tokens.is_hyphen(stop):
            rest = self._phrases.after(stop + 1, len(self._forms))
            return phrase._replace(stop=rest.stop) if rest is not None and rest.first == stop + 1 else phrase
        if phrase.stop - phrase.first > 1 and self._forms[stop : stop + 1] and self._forms[stop] in _CLOSES_A_VERB:
            return phrase._replace(stop=stop - 1)
        if self._mentions.lang == "ar":
            return self._before_compass(phrase)
        return self._before_predicate(phrase) if self._mentions.lang == "fa" else self._before_participle(phrase)

    def _before_compass(self, phrase: Phrase) -> Phrase:
        """The phrase without where it lies: "في مدينة خاركيف | شمال شرقي البلاد"."""
        place = self.known(phrase)
        behind = range(place.stop, phrase.stop) if place is not None else range(0)
        return phrase._replace(stop=next((at for at in behind if self._forms[at] in COMPASS), phrase.stop))

    def _before_participle(self, phrase: Phrase) -> Phrase:
        """The phrase without what is done there behind its name: "in Istanbul scheduled for Monday"."""
        place = self.known(phrase)
        behind = range(place.stop, phrase.stop) if place is not None else range(0)
        return phrase._replace(stop=next((at for at in behind if self._is_done(at)), phrase.stop))

    def _is_done(self, at: int) -> bool:
        """Whether an English word is what is done at a place, and no part of its name: "Congo claims 28 lives"."""
        form = self._forms[at]
        return form.endswith(("ed", "ing")) or (form.endswith("s") and self._phrases.counted(at + 1) is not None)

    def _before_predicate(self, phrase: Phrase) -> Phrase:
        """The phrase without what is said of somebody behind it: «در بیمارستان بستری هستند»."""
        inner = range(phrase.first + 1, phrase.stop)
        ends = (at for at in inner if self._forms[at] in self._predicates or is_persian_verb(self._forms[at]))
        return phrase._replace(stop=next(ends, phrase.stop))

    def _behind_infinitive(self, phrase: Phrase) -> Phrase:
        """The place without the verb before it: "ready to enter Gaza"."""
        place, origin = self.known(phrase), self._mentions.tokens
        if place is None or place.first <= phrase.first or self._forms[phrase.first] in self.words:
            return phrase
        verb = origin.span(phrase.first, phrase.first + 1).of(origin.folded.original)
        return phrase._replace(first=place.first) if verb.islower() and place.first == phrase.first + 1 else phrase

    def _lies_on(self, phrase: Phrase) -> bool:
        """Whether "on" says where, and not on whom or what something was done ("an attack on a base")."""
        return any(self._forms[at] in _ON for at in self._phrases.heads(phrase))

    def is_place(self, phrase: Phrase) -> bool:
        """Whether the phrase tells where something is or was done: a known place, or a word for a site."""
        if self._speakers.spoken(phrase.first) or self._is_sector(phrase):
            return False
        if self._mentions.lang == "en" and self._forms[phrase.first] in _NOT_WHERE and phrase.stop - phrase.first > 1:
            return False
        place = self.known(phrase)
        if place is not None:
            return not (self._deed_of(phrase, place) or self._of_state(phrase, place) or self._is_side(place))
        return any(self._phrases.is_of(at, self.words) and at not in self._bodies for at in self._phrases.heads(phrase))

    def _deed_of(self, phrase: Phrase, place: Place) -> bool:
        """ "In Russia's overnight attack", «در حمله روسیه به کی‌یف»: what a country did, which names no place of it."""
        if self._mentions.lang == "fa":
            deeds = self._mentions.triggers_between(phrase.first, place.first)
            doer = place.is_country and any(one.type in VIOLENT and one.stop == place.first for one in deeds)
            return doer and self._forms[place.stop : place.stop + 1] in _TURNED_ON
        if self._mentions.lang != "en" or not self._forms[place.stop - 1].endswith("'s"):
            return False
        return any(one.first >= place.stop for one in self._mentions.triggers_between(place.stop, phrase.stop + 1))

    def _is_side(self, place: Place) -> bool:
        """ "An agreement between Washington and Baghdad": two states that deal with each other."""
        between = place.first > 1 and self._forms[place.first - 1] == "between"
        return self._mentions.lang == "en" and between and self._forms[place.first - 2] in _DEALINGS

    def _of_state(self, phrase: Phrase, place: Place) -> bool:
        """ "Opposed to the U.S. presence", "a risk to U.S. forces": what a state has or sends, and no place."""
        if self._mentions.lang != "en" or not place.is_country or place.stop >= phrase.stop:
            return False
        return is_of_state(self._forms[phrase.stop - 1])

    def _is_sector(self, phrase: Phrase) -> bool:
        return phrase.first + 1 < phrase.stop and is_sector(*self._forms[phrase.first : phrase.first + 2])

    def is_bare(self, phrase: Phrase) -> bool:
        """Whether the phrase names nobody and belongs to no speaker."""
        return self._phrases.agent(phrase) is None and not self._speakers.spoken(phrase.first)

    def _is_facade(self, phrase: Phrase) -> bool:
        """Whether the phrase names a body that has a house: "outside the embassy"."""
        return self._phrases.is_of(self._phrases.head(phrase), words("facades", self._mentions.lang))

    def known(self, phrase: Phrase) -> Place | None:
        """The first known place that the phrase holds."""
        found = self._mentions.places_between(max(0, phrase.first - 1), phrase.stop)
        return next((place for place in found if place.stop > phrase.first), None)

    def named(self, phrase: Phrase) -> Named:
        """The phrase as a quote, with the canonical name of the place in it."""
        tokens = self._mentions.tokens
        place = self.known(phrase)
        start, end = tokens.starts[phrase.first] + phrase.cut, tokens.ends[phrase.stop - 1]
        if place is None:
            return Named(tokens.folded.origin(start, end))
        if self._tells_a_deed(phrase, place):
            start, end = place.start, place.end
        return Named(tokens.folded.origin(min(start, place.start), max(end, place.end)), place.name, place.iso)

    def _tells_a_deed(self, phrase: Phrase, place: Place) -> bool:
        """Whether words around the place tell a happening: "في زلزال ضرب ولاية الشلف", "in the Goma attack"."""
        told = self._mentions.triggers_between(phrase.first, phrase.stop)
        return any(not place.first <= trigger.first < place.stop for trigger in told)


@cache
def _locatives(lang: str) -> Spotter[bool]:
    """Spots the prepositions of place, and the words that one may be written onto."""
    prepositions = words("locative", lang)
    return Spotter(lambda form: form in prepositions or (lang == "ar" and form.startswith(("ب", "وب"))) or None)
