"""What the three grammars share: readings of a token, phrases that go on after it, and bounded caches per form.

A grammar inflects the lexicon's entries into one table of folded forms; `readings` looks a token up in it, stripping
clitics where the language writes them together. Analyses are kept per form, since a text repeats its words.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import NamedTuple

from extract.events.lexicon import Entry, EventLexicon
from extract.events.trigger import Form
from extract.packed import Packed
from extract.text import fold_word

MEANS = ("airstrike", "shelling", "bombing")  # types that "killed" becomes by what did the killing
ONLY_NOUN = frozenset((Form.NOUN,))
_CACHED = 50_000  # forms; then the cache starts afresh, so that memory stays flat on any input

_SHORT = frozenset(
    "no nos dr mr mrs ms gen col lt maj sgt capt brig st jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
STOPS = frozenset(".!?؟؛;:،,\n…")  # a phrase never reaches across these; names in quotes or brackets it may span


def stops(forms: list[str], at: int) -> bool:
    """Whether the token at `at` ends a stretch of words; the full stops of "U.S." and "Nos." do not."""
    form = forms[at]
    if form not in STOPS:
        return False
    if form != "." or not at:
        return True
    before = forms[at - 1]
    return not (before in _SHORT or (len(before) == 1 and before.isalpha()))


class Reading(NamedTuple):
    """One way to read a token: an entry in a grammatical form, and what must follow for it to count."""

    entry: Entry
    form: Form
    rest: tuple[frozenset[str], ...] = ()  # further words of a phrase, each in all its spellings
    gap: int = 0  # how many tokens may stand before each further word
    light: str = ""  # Persian: infinitive of the verb that must follow ...
    light_gap: int = 0  # ... and how many tokens may stand before it
    negated: bool = False
    definite: bool = False
    preposition: str = ""  # Arabic: the one written onto the word


class Use(NamedTuple):
    """What a reading turns out to be among its neighbours."""

    stop: int  # where the trigger ends
    form: Form
    passive: bool = False
    negated: bool = False


class Option(NamedTuple):
    """A reading of a token, with the forms that its rivals have: the token's other readings of the same kind."""

    reading: Reading
    rivals: frozenset[Form]


class Choices(NamedTuple):
    """All options of a form, in the lexicon's order; by the token that follows, because most are phrases that fail."""

    every: tuple[Option, ...]
    loose: tuple[Option, ...]  # those that need no certain token right after them
    by_next: dict[str, tuple[Option, ...]]  # those and the phrases that go on with this token

    def before(self, following: str) -> tuple[Option, ...]:
        """The options that may hold before the token `following`."""
        return self.every if following == "-" else self.by_next.get(following, self.loose)


def _choices(every: tuple[Option, ...]) -> Choices:
    loose = [place for place, option in enumerate(every) if not option.reading.rest or option.reading.gap]
    by_next: dict[str, list[int]] = {}
    for place, option in enumerate(every):
        if option.reading.rest and not option.reading.gap:
            for word in option.reading.rest[0]:
                by_next.setdefault(word, []).append(place)
    return Choices(
        every,
        tuple(every[place] for place in loose),
        {word: tuple(every[place] for place in sorted((*loose, *places))) for word, places in by_next.items()},
    )


class Grammar(ABC):
    """Inflected forms of one language's entries. Subclasses fill `table` and say how a form is taken apart."""

    lang = ""
    demonstratives: frozenset[str] = frozenset()  # words before a noun that point at something already told
    verb_last = False  # whether the verb closes its clause
    articles: frozenset[str] = frozenset()  # words before one who is nobody in particular
    twins: frozenset[str] = frozenset()  # words between two that tell one disaster ("floods and landslides")
    widest = 10  # the farthest of what `reach_back` and `reach_after` say
    farthest = 0  # tokens that `use` may add to the words of a reading
    carriers: frozenset[str] = frozenset()  # verbs whose subject heads no name: "شنت طائرات | غارة"
    clauses: frozenset[str] = frozenset()  # words that open another subject's clause: conditions look no further

    def __init__(self, lexicon: EventLexicon) -> None:
        self.table: Packed[tuple[Reading, ...]] = Packed(Entry, frozenset)
        self.known: dict[str, Choices | None] = {}  # what `choices` has answered so far
        self.bare: dict[str, tuple[str, ...]] = {}  # what `strip` has answered so far
        frames = lexicon.frames[self.lang]
        self.heads = frames.get("heads", frozenset())
        self.tails = frames.get("tails", frozenset())
        self.counts = frames.get("counts", frozenset())
        self.times = frames.get("times", frozenset())
        self.accidents = frames.get("accidents", frozenset())
        self.aftermath = frames.get("aftermath", frozenset())
        self.mishaps = frames.get("mishaps", frozenset())
        self.rescues = frames.get("rescues", frozenset())
        self.ignored = frames.get("ignored", frozenset())
        self.bodies = frames.get("bodies", frozenset())
        self.provisions = frames.get("provisions", frozenset())
        self.leaders = frames.get("leaders", frozenset())
        self.without = frames.get("without", frozenset())
        self.vows = frames.get("vows", frozenset())
        self.charges = frames.get("charges", frozenset())
        self.failures = frames.get("failures", frozenset())
        self.means = {kind: frames.get(kind, frozenset()) for kind in MEANS}
        self.supports = frames.get("supports", frozenset())
        self.prepare(lexicon)
        for entry in lexicon.entries[self.lang]:
            self.inflect(entry)

    def prepare(self, lexicon: EventLexicon) -> None:  # noqa: B027 - Arabic needs none
        """Build tables that inflection needs; those languages that need any override this."""

    @abstractmethod
    def inflect(self, entry: Entry) -> None:
        """Add every form of `entry` to the table."""

    @abstractmethod
    def analyse(self, form: str) -> tuple[Reading, ...]:
        """Readings of a form that is not in the table as it stands."""

    @abstractmethod
    def use(self, forms: list[str], index: int, stop: int, reading: Reading, rivals: frozenset[Form]) -> Use | None:
        """How the words `[index, stop)` are used, None where their neighbours speak for one of the `rivals`."""

    @abstractmethod
    def reach_back(self, form: Form, pointing: bool) -> int:
        """How many tokens before a trigger its required word may stand; `pointing` nouns refer back to it."""

    def reach_after(self, form: Form) -> int:
        """How many tokens before a trigger a word that it comes `after` may stand."""
        return 5

    def heads_name(self, form: str) -> bool:
        """Whether a noun after `form` is part of a name or topic that `form` heads."""
        return self.among(form, self.heads)

    def points(self, forms: list[str], index: int, reading: Reading) -> bool:
        """Whether the noun at `index` is definite, or pointed at by a word before it."""
        return reading.definite or (index > 0 and forms[index - 1] in self.demonstratives)

    def recalls(self, forms: list[str], index: int, reading: Reading) -> bool:
        """Whether the noun at `index` may name what was told before, without a word that says so."""
        return self.points(forms, index, reading)

    @abstractmethod
    def strip(self, form: str) -> tuple[str, ...]:
        """The form and what is left of it without clitics and endings, for word lists."""

    def add(self, forms: Iterable[str], reading: Reading) -> None:
        """Enter a reading under folded forms."""
        for form in forms:
            self.table[form] = (*self.entered(form), reading)

    def known_among(self, vocabulary: Iterable[str]) -> dict[str, Choices]:
        """What those of a text's words may be that may be triggers at all."""
        known = self.known
        found: dict[str, Choices] = {}
        for form in vocabulary:
            choices = known[form] if form in known else self.choices(form)
            if choices is not None:
                found[form] = choices
        return found

    def choices(self, form: str) -> Choices | None:
        """Every option of a folded token, None where it has none; kept in `known`."""
        if len(self.known) >= _CACHED:
            self.known.clear()
        readings = () if form in self.ignored else self.readings(form)
        options = tuple(map(Option, readings, self.rivals(readings)))
        choices = self.known[form] = _choices(options) if options else None
        return choices

    def readings(self, form: str) -> tuple[Reading, ...]:
        """Every reading of a folded token, best first as the lexicon lists them."""
        return self.entered(form) or self.analyse(form)

    def entered(self, form: str) -> tuple[Reading, ...]:
        """What the table has for a form as it stands."""
        return self.table.get(form) or ()

    def rivals(self, readings: tuple[Reading, ...]) -> list[frozenset[Form]]:
        """For each of a token's `readings` the forms of those that compete with it, phrases with phrases."""
        words = frozenset(reading.form for reading in readings if not reading.rest)
        phrases = frozenset(reading.form for reading in readings if reading.rest)
        return [phrases if reading.rest else words for reading in readings]

    def among(self, form: str, words: frozenset[str]) -> bool:
        """Whether a folded token is one of `words`, clitics and endings aside."""
        return not words.isdisjoint(self.bare.get(form) or self.stripped(form))

    def bare_among(self, vocabulary: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """What `strip` says of a text's words."""
        bare = self.bare
        return {form: bare.get(form) or self.stripped(form) for form in vocabulary}

    def stripped(self, form: str) -> tuple[str, ...]:
        """What `strip` says of a form, kept in `bare`."""
        if len(self.bare) >= _CACHED:
            self.bare.clear()
        bare = self.bare[form] = self.strip(form)
        return bare


def fold_all(words: Iterable[str]) -> set[str]:
    """Folded forms of many words at the price of one."""
    return set(fold_word("\n".join(words)).split("\n"))
