"""Lexicon entries as tables of folded token sequences, looked up forwards or backwards from a token.

An entry is written once, in normal spelling; the variants that copy really shows (Persian words joined or spaced where
a zero-width joiner stood, English hyphens) are made here, so no grammar has to know about them.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from itertools import islice
from typing import Generic, NamedTuple, TypeVar

from extract.ontology.spotter import Spotter
from extract.text import Tokens, fold_word, tokenize

T = TypeVar("T")
_ZWNJ = "\u200c"
_SEAM = "_"  # where a ZWNJ stood in a folded entry
_POSSESSIVES = ("هايمان", "هايش", "يش", "اش", "ش")  # «نیروهایش», «خانه‌اش»
_OWNED = 3  # letters of what a possessive ending may stand behind: تنش is tension, no person of anybody's


def fold_entries(entries: Sequence[str]) -> list[str]:
    """Folded entries, a zero-width non-joiner kept as a seam; one fold for all, since start-up time counts."""
    return fold_word("\n".join(entries).replace(_ZWNJ, _SEAM)).split("\n") if entries else []


def spellings(phrase: str, lang: str) -> list[tuple[str, ...]]:
    """The token sequences that a folded entry may appear as in a text of language `lang`, the plain one first."""
    written = [phrase.replace(_SEAM, "")]
    if lang == "fa" and _SEAM in phrase:
        written += [phrase.replace(_SEAM, " "), written[0].replace(" ", "")]
    elif lang == "en" and " " in phrase:
        written.append(phrase.replace(" ", "-"))
    elif lang == "ar" and phrase.endswith("اء") and len(phrase) > 3:
        written.append(phrase[:-1])  # the final hamza is often left out ("وزرا")
    return [sequence for spelling in written if (sequence := _sequence(spelling))]


def _sequence(folded: str) -> tuple[str, ...]:
    """The tokens of a folded phrase. Nearly all are plain words, which splitting at blanks does faster."""
    if folded.isalpha():
        return (folded,)
    words = folded.split(" ")
    return tuple(words) if all(word.isalpha() for word in words) else tuple(tokenize(folded).forms)


_Entries = list[tuple[tuple[str, ...], T]]  # longest first, of equal ones the last added first


def _insert(entries: "_Entries[T]", sequence: tuple[str, ...], value: T) -> None:
    place = 0
    while place < len(entries) and len(entries[place][0]) > len(sequence):
        place += 1
    entries.insert(place, (sequence, value))


class _Openings(Generic[T]):
    """The phrases that one word opens, by their second word: nearly all fail on that."""

    __slots__ = ("alone", "longer")

    def __init__(self) -> None:
        self.longer: dict[str, _Entries[T]] = {}
        self.alone: tuple[T, ...] = ()  # the value of the word by itself, if it has one


class Phrases(Generic[T]):
    """Token sequences with a value each; the longest match wins, an entry added later beats an equal earlier one."""

    def __init__(self) -> None:
        self._by_first: dict[str, _Openings[T]] = {}
        self._by_last: dict[str, _Entries[T]] = {}

    def add(self, sequence: tuple[str, ...], value: T) -> None:
        """Make `sequence` stand for `value`."""
        openings = self._by_first.get(sequence[0])
        if openings is None:
            openings = self._by_first[sequence[0]] = _Openings()
        if len(sequence) == 1:
            openings.alone = (value,)
        else:
            _insert(openings.longer.setdefault(sequence[1], []), sequence, value)
        _insert(self._by_last.setdefault(sequence[-1], []), sequence, value)

    def add_all(self, phrases: Iterable[str], value: T, lang: str) -> None:
        """Add every spelling of every phrase; phrases are folded (`fold_entries`)."""
        for phrase in phrases:
            for sequence in spellings(phrase, lang):
                self.add(sequence, value)

    def __contains__(self, form: str) -> bool:
        """Whether some phrase starts with this token."""
        return form in self._by_first

    def at(self, forms: Sequence[str], index: int, form: str | None = None) -> tuple[int, T] | None:
        """Longest phrase that starts at token `index`: (the token after it, its value).

        `form` replaces the first token's form, for a word with its clitics taken off.
        """
        openings = self._by_first.get(forms[index] if form is None else form)
        if openings is None:
            return None
        longer = openings.longer
        if longer and index + 1 < len(forms):
            best: tuple[int, T] | None = None
            for word in _later_readings(forms[index + 1]):
                for sequence, value in longer.get(word, ()):
                    if (best is None or index + len(sequence) > best[0]) and _continues(forms, index, sequence):
                        best = (index + len(sequence), value)
                        break
            if best is not None:
                return best
        return (index + 1, openings.alone[0]) if openings.alone else None

    def ending(self, last: str, stems: Callable[[str], Iterable[str]]) -> Sequence[tuple[tuple[str, ...], T]]:
        """The phrases that may end in the word `last`, the longest first, and one that is a reading of this word."""
        read = (entry for stem in stems(last) for entry in self._by_last.get(stem, ()) if len(entry[0]) == 1)
        return (*self._by_last.get(last, ()), *islice(read, 1))


class Endings(Generic[T]):
    """The phrases of a table, looked up backwards from a token.

    `stems` gives the readings of a word in the text once attached conjunctions are taken off; only the first word of a
    phrase is read so.
    """

    def __init__(self, table: Phrases[T], stems: Callable[[str], Iterable[str]]) -> None:
        self._stems = stems
        self._ending = Spotter(lambda last: table.ending(last, stems) or None)

    def before(self, forms: Sequence[str], stop: int) -> tuple[int, T] | None:
        """Longest phrase that ends just before token `stop`: (its first token, its value)."""
        entries = self._ending.of(forms[stop - 1]) if stop > 0 else None
        for sequence, value in entries or ():
            size = len(sequence)
            first = stop - size
            if size == 1:
                return first, value
            if first < 0 or (
                size > 2 and (forms[stop - 2] != sequence[-2] or forms[first + 1 : stop] != [*sequence[1:]])
            ):
                continue
            if forms[first] == sequence[0] or sequence[0] in self._stems(forms[first]):
                return first, value
        return None


def _continues(forms: Sequence[str], index: int, sequence: tuple[str, ...]) -> bool:
    """Whether the third and further words of `sequence` follow, its first being at token `index`."""
    if index + len(sequence) > len(forms):
        return False
    for step in range(2, len(sequence)):
        form = forms[index + step]
        if form != sequence[step] and sequence[step] not in _later_readings(form):
            return False
    return True


@lru_cache(maxsize=30_000)
def _later_readings(form: str) -> tuple[str, ...]:
    """The words that a token may be as a later word of a phrase: itself, also behind the Arabic article, or in the case
    of the phrase's first word.
    """
    if form.startswith("ال"):
        return (form, form[2:])
    if form[-1] in "اني":
        return (form, *(base for base, _ in arabic_cases(form)))
    return (form,)


class Stem(NamedTuple):
    """A reading of a word with attached particles taken off; `cut` folded characters stand before it."""

    word: str
    cut: int
    prefix: str
    definite: bool


@lru_cache(maxsize=16_384)
def arabic_stems(form: str) -> tuple[Stem, ...]:
    """Readings of an Arabic word, the word itself first, then with و ف ب ل ك, ال and لل taken off.

    "وللوجبات" gives وجبات with prefix "ول", definite. Readings shorter than two letters are not made.
    """
    readings = [Stem(form, 0, "", False)]
    starts = [(0, "")]
    if form[:1] in "وف" and len(form) > 3:
        starts.append((1, form[0]))
    for cut, prefix in list(starts):
        if form[cut : cut + 1] in ("ب", "ل", "ك") and len(form) - cut > 3:
            starts.append((cut + 1, prefix + form[cut]))
    for cut, prefix in starts:
        rest = form[cut:]
        if prefix and len(rest) > 1:
            readings.append(Stem(rest, cut, prefix, False))
        if rest.startswith("ال") and len(rest) > 3:
            readings.append(Stem(rest[2:], cut + 2, prefix, True))
        elif prefix.endswith("ل") and rest.startswith("ل") and len(rest) > 3:
            readings.append(Stem(rest[1:], cut + 1, prefix, True))
    return tuple(readings)


@lru_cache(maxsize=16_384)
def persian_stems(form: str) -> tuple[Stem, ...]:
    """Readings of a Persian word, the word itself first, then without plural, indefinite and possessive endings."""
    readings = [Stem(form, 0, "", False)]
    for ending in ("هايشان", "شان", "هايي", "هاي", "ها", "اي", "ي"):
        if form.endswith(ending) and len(form) - len(ending) > 1:
            readings.append(Stem(form[: -len(ending)], 0, "", False))
    for ending in _POSSESSIVES:
        if form.endswith(ending) and len(form) - len(ending) >= _OWNED:
            readings.append(Stem(form[: -len(ending)], 0, "", False))
    return tuple(readings)


@lru_cache(maxsize=16_384)
def plain_stems(form: str) -> tuple[Stem, ...]:
    """The word itself, without an English possessive."""
    if form.endswith("'s"):
        return Stem(form, 0, "", False), Stem(form[:-2], 0, "", False)
    return (Stem(form, 0, "", False),)


STEMS: dict[str, Callable[[str], tuple[Stem, ...]]] = {
    "ar": arabic_stems,
    "fa": persian_stems,
    "en": plain_stems,
}


@lru_cache(maxsize=16_384)
def bare_words(form: str, lang: str) -> tuple[str, ...]:
    """The words that a form may be with conjunctions and prepositions taken off, but not an article."""
    return tuple(stem.word for stem in STEMS[lang](form) if not stem.definite)


BARE_WORDS: dict[str, Callable[[str], tuple[str, ...]]] = {
    "ar": partial(bare_words, lang="ar"),
    "fa": partial(bare_words, lang="fa"),
    "en": partial(bare_words, lang="en"),
}


def stems_at(tokens: Tokens, index: int, lang: str) -> tuple[Stem, ...]:
    """Readings of token `index`, or none outside the text."""
    form = tokens.form(index)
    return STEMS[lang](form) if form else ()


@lru_cache(maxsize=16_384)
def arabic_cases(form: str) -> tuple[tuple[str, bool], ...]:
    """The base forms that an Arabic noun may be the accusative or the dual of, each with whether it is a dual.

    "هجوما" leads to هجوم, "دولتين" to دولة, "جنديا" (folded, two of construct state or an accusative) to جندي. Whether
    the base is a word is for the lexicon to say.
    """
    bases: list[tuple[str, bool]] = []
    for ending, dual in (
        ("تان", True),
        ("تين", True),
        ("ان", True),
        ("ين", True),
        ("تا", True),
        ("تي", True),
        ("ا", False),
    ):
        if form.endswith(ending) and len(form) - len(ending) > 1:
            base = form[: -len(ending)]
            bases.append((base + "ه" if ending[0] == "ت" else base, dual))
    return tuple(bases)
