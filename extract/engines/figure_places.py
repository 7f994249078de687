"""Where what a figure counts is: what it is measured from, what hosts it, else a place of its clause or happening."""

from extract.engines.phrases import Phrase, Phrases
from extract.engines.sites import COMPASS, REACH, Sites
from extract.engines.slots import Slots
from extract.mentions import Mentions
from extract.mentions.quantity import Quantity
from extract.ontology.words import words
from extract.proposals import Named
from extract.text import COMMAS, fold_word

_NOWHERE = frozenset(("age", "countries"))  # how old somebody is, and how many countries, is true at no one place
# What may stand between a distance and the place that it is measured from.
_AWAY = COMPASS | frozenset(fold_word("off from of outside away the إلى الشمال الجنوب الشرق الغرب من عن از").split())
_AWAY_REACH = 5  # tokens
_WHERE = frozenset(("where", "حيث"))
_ABSTRACT = frozenset(("duration", "money", "percent", "share"))  # where only their own clause says so
_UNHOSTED = _ABSTRACT | {"distance", "area"}
# What parts a verb from its subject.
_ASIDE = frozenset("قد لا يزال تزال ما زال زالت has have had is are already still now also currently".split())
_RELATIVES = frozenset(("الذي", "التي", "which", "where", "كه"))
_RELATIVE_REACH = 25  # tokens of a relative clause between a subject and its verb
_HOSTING_REACH = 10  # tokens from a verb of hosting to what is hosted


class FigurePlaces:
    """Finds the places of one article's figures."""

    def __init__(self, mentions: Mentions, slots: Slots, phrases: Phrases, sites: Sites) -> None:
        self._mentions = mentions
        self._forms = mentions.tokens.forms
        self._slots = slots
        self._phrases = phrases
        self._sites = sites
        self._hosting = words("hosting", mentions.lang)

    def of(self, quantity: Quantity, happened: Named | None) -> Named | None:
        """The place of what a figure counts; `happened` is where the happening of its clause took place."""
        if quantity.kind in _NOWHERE:
            return None
        clause = self._slots.clauses.around(quantity.first)
        phrase = self._measured_from(quantity) or self._host(quantity, clause[0])
        if phrase is None:
            near = self._sites.near(quantity.first, quantity.stop, clause, before_first=False)
            if near is not None and near.quantity is not None:
                near = happened = None  # "returned to 33 villages" names none
            phrase = near or self._antecedent(clause[0])
        if phrase is not None:
            return self._sites.named(phrase)
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
        south_of = not COMPASS.isdisjoint(self._forms[quantity.stop : at]) and self._sites.is_bare(phrase)
        return self._sites.whole(phrase) if south_of or self._sites.is_place(phrase) else None

    def _host(self, quantity: Quantity, low: int) -> Phrase | None:
        """ "استقبلت المدينة 460 أسرة", "the camp shelters 900 people": the place that is the subject of such a verb."""
        if quantity.kind in _UNHOSTED:
            return None
        first = max(low, quantity.first - _HOSTING_REACH)
        at = next((one for one in range(quantity.first - 1, first - 1, -1) if self._forms[one] in self._hosting), None)
        if at is None:
            return None
        behind = self._phrases.after(at + 1, quantity.first) if self._mentions.lang == "ar" else None
        if behind is not None and behind.first == at + 1 and self._sites.is_place(behind):
            return behind
        while at > low and self._forms[at - 1] in _ASIDE:
            at -= 1
        return self._subject_place(self._over_relative(at))

    def _over_relative(self, at: int) -> int:
        """Where the subject of the verb at `at` ends, over a clause between commas ("the camp, which ..., holds")."""
        forms, floor = self._forms, max(1, at - _RELATIVE_REACH)
        if forms[at - 1] not in COMMAS:
            return at
        pairs = (one for one in range(at - 2, floor, -1) if forms[one] in _RELATIVES and forms[one - 1] in COMMAS)
        return next((one - 1 for one in pairs), at)

    def _subject_place(self, stop: int) -> Phrase | None:
        """The place that ends at token `stop`, or what it is in: "the camp in Adre"."""
        low = self._mentions.tokens.sentence(stop - 1)[0] if stop else 0
        for _ in range(2):
            before = self._phrases.before(stop, max(low, stop - REACH))
            if before is None or before.quantity is not None:
                return None
            if self._sites.is_place(before):
                return before
            if before.first <= low or self._forms[before.first - 1] not in self._sites.prepositions:
                return None
            stop = before.first - 1
        return None

    def _antecedent(self, first: int) -> Phrase | None:
        """ "at the city's hospital, where 14 are treated": what the clause that begins at `first` is set at."""
        at = first if self._forms[first] in _WHERE else first - 1
        if at <= 0 or self._forms[at] not in _WHERE:
            return None
        for preposition in self._sites.between(max(0, at - REACH), at)[::-1]:
            phrase = self._sites.at(preposition)
            if phrase is not None:
                return phrase if phrase.stop >= at - 1 else None
        return None
