"""The words that English numerals are made of, and what may stand between two of them.

Every step looks ahead a bounded number of words, so the cost is linear.
"""

from fractions import Fraction
from typing import NamedTuple

from extract.numbers.digits import STARTS, literals, multiplied, times
from extract.numbers.english_words import COUNTED_BY_MILLIONS, CURRENCY_SIGNS, WORDS, Kind
from extract.numbers.numeral import Numeral
from extract.numbers.rational import Rational
from extract.text import Tokens

_HYPHENS = frozenset("-\u2010\u2011")  # a dash between number words separates
MULTIPLIERS = (Kind.HUNDRED, Kind.SCALE, Kind.DOZEN)


class Atom(NamedTuple):
    """One word (or one literal in digits) of a numeral, with its token range."""

    first: int
    stop: int
    kind: Kind
    value: Rational
    rank: bool = False
    plural: bool = False
    numeral: Numeral | None = None  # of a literal


class Step(NamedTuple):
    """What follows an atom: the atom after it, if any, and what links them: "", "-" or "and"."""

    link: str
    atom: Atom | None

    def cardinal(self, *kinds: Kind) -> Atom | None:
        """The next atom if it is no ordinal and of one of these kinds."""
        return self.atom if self.atom and not self.atom.rank and self.atom.kind in kinds else None


class Atoms:
    """The atoms of one text's tokens, read once and kept."""

    __slots__ = ("_atoms", "_tokens")

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._atoms: dict[int, Atom | None] = {}

    def atom(self, index: int) -> Atom | None:
        """The atom that begins at token `index`."""
        if index not in self._atoms:
            self._atoms[index] = self._read(index)
        return self._atoms[index]

    def _read(self, index: int) -> Atom | None:
        form = self._tokens.form(index)
        word = WORDS.get(form)
        if word:
            return Atom(index, index + 1, word.kind, word.value, word.rank, word.plural)
        if form[:1] in STARTS and form:
            found = literals(self._tokens, index)
            if len(found) == 1:
                numeral = self._money(multiplied(self._tokens, found[0]))
                return Atom(index, numeral.stop, Kind.LITERAL, Fraction(numeral.value), numeral=numeral)
        return None

    def _money(self, numeral: Numeral) -> Numeral:
        """ "$5m" and "5m people" are millions, where "5m" alone is five metres."""
        tokens = self._tokens
        if tokens.form(numeral.stop) not in ("m", "mm") or not tokens.joined(numeral.stop - 1):
            return numeral
        if (
            tokens.form(numeral.first - 1) not in CURRENCY_SIGNS
            and tokens.form(numeral.stop + 1) not in COUNTED_BY_MILLIONS
        ):
            return numeral
        return Numeral(
            numeral.first, numeral.stop + 1, numeral.start, tokens.ends[numeral.stop], times(numeral.value, 10**6)
        )

    def after(self, atom: Atom) -> Step:
        """What follows `atom` on the same line, across blanks, a hyphen or "and"."""
        tokens = self._tokens
        index, link = atom.stop, ""
        form = tokens.form(index)
        if form == "-" and self._hyphen(index):
            index, link = index + 1, "-"
            form = tokens.form(index)
        if form in ("and", "&"):
            index, link = index + 1, "and"
            if tokens.form(index) == "-" and self._hyphen(index):
                index += 1
            if tokens.form(index) in ("a", "an"):
                return Step(link, self._article(index))
        following = self.atom(index)
        if following and following.kind is Kind.LITERAL and (link == "-" or _begins_before(following, index)):
            return Step(link, None)
        return Step(link, following)

    def _hyphen(self, index: int) -> bool:
        tokens = self._tokens
        if tokens.joined(index - 1) and tokens.joined(index):
            return tokens.folded.original[tokens.folded.offset(tokens.starts[index])] in _HYPHENS
        return tokens.folded.original[tokens.folded.offset(tokens.starts[index])] == "-"

    def _article(self, index: int) -> Atom | None:
        """ "a" in "and a half", "and a hundred"."""
        following = self.atom(index + 1)
        if following and not following.plural and (following.rank or following.kind in MULTIPLIERS):
            return Atom(index, index + 1, Kind.ARTICLE, 1)
        return None

    def modifies(self, last: Atom) -> bool:
        """Whether `last` is hyphened to a noun, and so a number by itself: "twenty two-year sentences"."""
        tokens = self._tokens
        return (
            tokens.form(last.stop) == "-"
            and tokens.joined(last.stop - 1)
            and tokens.joined(last.stop)
            and tokens.form(last.stop + 1).isalpha()
            and tokens.form(last.stop + 1) not in WORDS
        )


def _begins_before(atom: Atom, index: int) -> bool:
    """Whether a literal's sign or point belongs to it: "3 hundred and -5" are two."""
    return atom.numeral is not None and atom.numeral.first < index
