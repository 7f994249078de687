"""From a value and its words to the finished numeral: its range, its article, its sign, the scale a fraction is of."""

from fractions import Fraction

from extract.numbers.digits import STARTS
from extract.numbers.english_atoms import MULTIPLIERS, Atom
from extract.numbers.english_grammar import Reader, Sum
from extract.numbers.english_words import SIGNS, TESTED, WORDS, Kind
from extract.numbers.numeral import Numeral
from extract.numbers.rational import Rational, decimal
from extract.text import Tokens


class Writer:
    """Builds numerals over one text's tokens."""

    __slots__ = ("_reader", "_tokens")

    def __init__(self, tokens: Tokens, reader: Reader) -> None:
        self._tokens = tokens
        self._reader = reader

    def numeral(
        self,
        first: int,
        stop: int,
        value: Rational,
        *,
        ordinal: bool = False,
        fraction: bool = False,
        scale_only: bool = False,
        plural_scale: bool = False,
        article: bool = False,
    ) -> Numeral:
        """The numeral over tokens `[first, stop)`; `article` takes in the "a" of "a hundred"."""
        tokens = self._tokens
        atom = self._reader.atom(first)
        literal = atom.numeral if atom else None
        start, suspicious = tokens.starts[first], ""
        if literal:
            first, start, suspicious = literal.first, literal.start, literal.suspicious
        if article and tokens.form(first - 1) in ("a", "an"):
            first, start = first - 1, tokens.starts[first - 1]
        numeral = Numeral(
            first, stop, start, tokens.ends[stop - 1], decimal(value), ordinal, fraction, scale_only, plural_scale,
            suspicious=suspicious,
        )  # fmt: skip
        return numeral if ordinal or plural_scale else self.signed(numeral)

    def fraction(self, first: Atom, value: Fraction, stop: int) -> Numeral:
        """A fraction, or the count that it makes of the scale after it ("two thirds of a million")."""
        article = first.rank or first.kind in MULTIPLIERS or first.kind is Kind.TENS
        scale = self.of_scale(stop)
        if scale:
            return self.numeral(first.first, scale.last.stop, value * scale.value, article=article)
        return self.numeral(first.first, stop, value, fraction=True, article=article)

    def of_scale(self, index: int) -> Sum | None:
        """The scale that a fraction before token `index` is of: "half a million", "of a million", "quarter million"."""
        form = self._tokens.form
        if form(index) == "-":
            index += 1
        if form(index) == "of" and form(index + 1) in ("a", "one"):
            index += 1
        if form(index) in ("a", "one"):
            index += 2 if form(index + 1) == "-" else 1
        atom = self._reader.atom(index)
        if atom is None or atom.rank or atom.plural or atom.kind not in MULTIPLIERS:
            return None
        if atom.kind is Kind.DOZEN:
            return Sum(12, atom)
        return self._reader.scaled(Sum(100, atom, alone=False) if atom.kind is Kind.HUNDRED else Sum(1, atom))

    def signed(self, numeral: Numeral) -> Numeral:
        """The numeral with "minus" or "negative" before it, unless that subtracts or reports a test."""
        tokens = self._tokens
        index = numeral.first - 1
        if tokens.form(index) not in SIGNS or numeral.value < 0:
            return numeral
        before = tokens.form(index - 1)
        if before in TESTED or before in WORDS or before[:1] in STARTS:
            return numeral
        return Numeral(
            index, numeral.stop, tokens.starts[index], numeral.end, -numeral.value,
            fraction=numeral.fraction, ambiguous=numeral.ambiguous, suspicious=numeral.suspicious,
        )  # fmt: skip
