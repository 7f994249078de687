"""Heads: what a count measures, and the look-ups by which all languages find it."""

from dataclasses import replace
from functools import cache
from typing import TypeVar

from extract.frozen import frozen
from extract.ontology.lexicon import Lexicon, Noun
from extract.ontology.phrases import STEMS, Phrases, Stem, arabic_cases
from extract.ontology.spotter import Spotter
from extract.ontology.words import words
from extract.text import Tokens

T = TypeVar("T")
ARMED = frozenset(("personnel", "fighters"))  # kinds of persons under arms
HARMED = frozenset(("killed", "wounded", "casualties", "detained", "missing"))  # kinds of persons who came to harm
FATES = HARMED | {"displaced"}  # kinds of persons whom something befell
COUNTERS = frozenset(("نفر", "تن"))  # Persian words that stand between a number and the persons it counts
_OF = {"ar": "من", "fa": "از", "en": "of"}


@frozen
class Head:
    """What is measured: `kind` and `unit`; `noun` is a token range with its folded start, null for units.

    `stop`/`end` close the evidence on the right; for a head before the number they are the count's own.
    `known` is false where the noun is in no lexicon and was only taken to be one.
    """

    kind: str
    stop: int
    end: int
    unit: str | None = None
    noun: tuple[int, int] | None = None  # folded characters
    noun_tokens: tuple[int, int] | None = None
    persons: bool = False
    known: bool = True
    codes: tuple[str, ...] = ()  # currencies that a bare word ("دينار") may mean
    first: int | None = None  # where the head stands before the number


def counted(tokens: Tokens, index: int, word: str, lexicon: Lexicon, table: Phrases[T]) -> tuple[int, T] | None:
    """The entry of `table` at token `index` read as `word`, an Arabic noun also in its counted cases."""
    found = table.at(tokens.forms, index, word)
    if found is not None or lexicon.lang != "ar":
        return found
    cases = [table.at(tokens.forms, index, base) for base, _ in arabic_cases(word)]
    return max((case for case in cases if case is not None), key=lambda case: case[0], default=None)


def known(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[int, Stem, Noun] | None:
    """The lexicon noun that starts at token `index` without an attached particle: (stop, reading, noun)."""
    best: tuple[int, Stem, Noun] | None = None
    for stem in (_noun_readings(lexicon).of(tokens.forms[index]) or ()) if index < len(tokens.forms) else ():
        found = counted(tokens, index, stem.word, lexicon, lexicon.nouns)
        if found is not None and (best is None or found[0] > best[0]):
            best = (found[0], stem, found[1])
    return best


@cache
def _noun_readings(lexicon: Lexicon) -> Spotter[tuple[Stem, ...]]:
    """Spots the words that may open a noun; their readings that do, without an attached particle."""
    stems, nouns = STEMS[lexicon.lang], lexicon.nouns

    def opens(word: str) -> bool:
        return word in nouns or (lexicon.lang == "ar" and any(base in nouns for base, _ in arabic_cases(word)))

    return Spotter(lambda form: tuple(s for s in stems(form) if not s.prefix and opens(s.word)) or None)


def as_head(tokens: Tokens, first: int, stop: int, noun: Noun, cut: int = 0) -> Head:
    """The head that a known noun at the tokens `[first, stop)` is, but for `cut` letters before it."""
    start, end = tokens.starts[first] + cut, tokens.ends[stop - 1]
    return Head(noun.kind, stop, end, None, (start, end), (first, stop), noun.persons)


def guessed(tokens: Tokens, first: int, stop: int) -> Head:
    """The head of the kind "other" that the words `[first, stop)` are taken for, which no lexicon has."""
    start, end = tokens.starts[first], tokens.ends[stop - 1]
    return Head("other", stop, end, None, (start, end), (first, stop), known=False)


def is_word(form: str) -> bool:
    """Whether a folded token is a word of two characters or more."""
    return len(form) > 1 and form[0].isalpha()


def is_verb_of_fate(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether words that say what befell persons begin at token `index`."""
    return any(
        table.at(tokens.forms, index, word) is not None
        for table, word in _fate_readings(lexicon).of(tokens.form(index)) or ()
    )


@cache
def _fate_readings(lexicon: Lexicon) -> Spotter[tuple[tuple[Phrases[str], str], ...]]:
    """Spots the words that may open a phrase of fate; the tables that hold one, with the reading that opens it."""
    tables, stems = (lexicon.befell_before, lexicon.befell_after), STEMS[lexicon.lang]
    return Spotter(
        lambda form: tuple((table, s.word) for table in tables for s in stems(form) if s.word in table) or None
    )


def with_members(tokens: Tokens, head: Head, lexicon: Lexicon) -> Head:
    """ "12 عنصرا من الشرطة", "۵ نفر از نیروهای ارتش", "three members of the police": the kind of who they belong to."""
    assert head.noun_tokens is not None  # noqa: S101  (only called on noun heads)
    if tokens.forms[head.noun_tokens[0]].removeprefix("ال") not in words("members", lexicon.lang):
        return head
    index = head.stop
    if lexicon.lang == "ar" and tokens.form(index).endswith("يا") and tokens.form(index + 1) == _OF["ar"]:
        index += 1  # "50 عنصرا عراقيا من تنظيم"
    if tokens.form(index) == _OF[lexicon.lang]:
        index += 1
        while tokens.form(index) in words("determiners", lexicon.lang) or tokens.form(index) in words(
            "of_openers", lexicon.lang
        ):
            index += 1
    elif lexicon.lang == "en":
        group = tokens.form(head.noun_tokens[0] - 1) in words("armed_groups", "en")  # "30 PKK members"
        return replace(head, kind="fighters") if group else head
    found = known(tokens, index, lexicon)
    if lexicon.lang == "en" and tokens.form(index) in words("armed_groups", "en"):
        return replace(head, kind="fighters")
    if lexicon.lang == "ar" and tokens.form(index).removeprefix("ال") in words("armed_groups", "ar"):
        return Head("fighters", head.stop, head.end, None, head.noun, head.noun_tokens, persons=True)
    if found is None or not found[2].persons or found[2].kind not in ("personnel", "fighters"):
        return head
    return Head(found[2].kind, head.stop, head.end, None, head.noun, head.noun_tokens, persons=True)
