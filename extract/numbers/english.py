"""Numerals in English text, in words, digits and mixtures of both.

How number words compose is in `english_grammar`, ordinals and fractions in `english_ranks`; here is the scan itself and
what the words around a cardinal decide: whether "one" is a pronoun, "hundred" vague, "one in five" a share.
"""

from fractions import Fraction

from extract.numbers import english_words as words
from extract.numbers.addresses import ADDRESS_STARTS, address_end
from extract.numbers.digits import STARTS, literals
from extract.numbers.english_atoms import MULTIPLIERS, Atom
from extract.numbers.english_grammar import Reader, Sum
from extract.numbers.english_ranks import Ranks
from extract.numbers.english_words import WORDS, Kind
from extract.numbers.english_write import Writer
from extract.numbers.numeral import Numeral
from extract.numbers.rational import Rational
from extract.text import Tokens

_TRIGGERS = frozenset(WORDS) | ADDRESS_STARTS | {"tens", "scores", "point"}


def scan(tokens: Tokens) -> list[Numeral]:
    """The numerals among `tokens`, in order; bare plurals ("dozens", "several hundred") are `plural_scale`."""
    judge = _Judge(tokens)
    found: list[Numeral] = []
    resume = 0
    for index in tokens.where([form for form in tokens.vocabulary if form in _TRIGGERS or form[0] in STARTS]):
        if index < resume:
            continue
        if tokens.forms[index] in ADDRESS_STARTS:
            resume = address_end(tokens, index)
            continue
        numerals = judge.numerals(index)
        if numerals:
            _add(tokens, found, numerals)
            resume = numerals[-1].stop
    return found


def _add(tokens: Tokens, found: list[Numeral], numerals: tuple[Numeral, ...]) -> None:
    """Append, merging a gloss into what it repeats: "forty-five (45)"."""
    gloss = numerals[0]
    main = found[-1] if found else gloss
    if tokens.form(main.stop) != "(" or main.stop != gloss.first - 1 or tokens.form(gloss.stop) != ")":
        found.extend(numerals)
        return
    in_digits = [tokens.forms[numeral.first][0] in STARTS for numeral in (main, gloss)]
    if main.value != gloss.value or in_digits[0] == in_digits[1]:
        found.extend(numerals)
        return
    end = tokens.ends[gloss.stop]
    found[-1] = Numeral(main.first, gloss.stop + 1, main.start, end, main.value, main.ordinal, main.fraction)


class _Judge:
    """Reads the numeral at a trigger word, minding what stands around it."""

    __slots__ = ("_form", "_ranks", "_reader", "_tokens", "_writer")

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._form = tokens.form
        self._reader = Reader(tokens)
        self._writer = Writer(tokens, self._reader)
        self._ranks = Ranks(tokens, self._reader, self._writer)

    def numerals(self, index: int) -> tuple[Numeral, ...]:
        """The numeral that begins at `index`, if any; several where a cluster of digits is no single number."""
        if self._tokens.forms[index][0] in STARTS:
            found = literals(self._tokens, index)
            if len(found) != 1:
                return found
            if self._ends(found[0].stop):
                return (self._writer.signed(found[0]),)
        numeral = self._numeral(index)
        return (numeral,) if numeral else ()

    def _numeral(self, index: int) -> Numeral | None:
        atom = self._reader.atom(index)
        if atom is None:
            return self._leading_point(index) if self._tokens.forms[index] == "point" else self._vague(index)
        if atom.rank:
            return self._ranks.leading(index)
        if atom.plural:
            return self._vague(index)
        if self._ends(atom.stop):
            return self._single(atom, Sum(12 if atom.kind is Kind.DOZEN else atom.value, atom))
        return self._counted(atom)

    def _ends(self, stop: int) -> bool:
        """Whether no numeral goes on at token `stop`, so that what is read needs no grammar; mostly so."""
        following = self._form(stop)
        if following == "-":  # "2026-01-06", "two-week"
            following = self._form(stop + 1)
            return following not in words.CONTINUES and (following[:1] not in STARTS or self._tokens.joined(stop))
        return following not in words.CONTINUES and following[:1] not in STARTS

    def _counted(self, atom: Atom) -> Numeral | None:
        reader = self._reader
        before = self._form(atom.first - 1)
        clock = before in words.CLOCK_BEFORE  # "at six thirty", "at one point"
        total = reader.paired(atom) if atom.kind is not Kind.UNIT or not clock else None
        total = total or reader.cardinal(atom)
        if total.value != 1 or not clock:
            total = reader.pointed(total)
        total = self._scored(total)
        ranked = self._ranks.after(atom, total)
        if ranked:
            return ranked
        total = reader.dozens(reader.mixed(total))
        if total.last is atom:
            return self._single(atom, total)
        shared = self._share(atom, total)
        if shared:
            return shared
        return self._writer.numeral(atom.first, total.last.stop, total.value, article=atom.kind in MULTIPLIERS)

    def _single(self, atom: Atom, total: Sum) -> Numeral | None:
        """A numeral of one atom: a literal as it is, a pronoun dropped, a bare scale word marked."""
        write = self._writer.numeral
        if atom.numeral:
            if self._is_ordinal_literal(atom):
                return write(atom.first, atom.stop + 1, atom.value, ordinal=True)
            return self._share(atom, total) or self._writer.signed(atom.numeral)
        if atom.value == 1 and self._is_pronoun(atom):
            return None
        if atom.kind not in MULTIPLIERS:
            return self._share(atom, total) or write(atom.first, atom.stop, total.value)
        if self._form(atom.first - 1) in ("a", "an"):
            return write(atom.first, atom.stop, total.value, article=True)
        vague = self._form(atom.first - (2 if self._form(atom.first - 1) == "of" else 1)) in words.VAGUE_BEFORE
        return write(atom.first, atom.stop, total.value, plural_scale=vague, scale_only=not vague)

    def _is_ordinal_literal(self, atom: Atom) -> bool:
        """ "21st"; set apart ("21 st") the ending must agree."""
        ending = self._form(atom.stop)
        if ending not in words.ORDINAL_ENDINGS or atom.value != int(atom.value):
            return False
        return self._tokens.joined(atom.stop - 1) or ending == _ordinal_ending(int(atom.value))

    def _scored(self, total: Sum) -> Sum:
        """ "four score and seven": a score counts only after a spelled unit."""
        index = total.last.stop
        spelled = total.last.kind is Kind.UNIT and 1 < total.value < 10
        if self._form(index) != "score" or not spelled or self._form(index + 1) in words.SCORES_OF_GAMES:
            return total
        score = Atom(index, index + 1, Kind.DOZEN, 20)
        step = self._reader.after(score)
        unit = step.cardinal(Kind.UNIT, Kind.TEEN)
        if unit and step.link == "and":
            return Sum(total.value * 20 + unit.value, unit, alone=False)
        return Sum(total.value * 20, score, alone=False)

    def _is_pronoun(self, atom: Atom) -> bool:
        """Whether "one" stands for a noun: "no one", "the one that", "one of them"."""
        before, after = self._form(atom.first - 1), self._form(atom.stop)
        if before in words.PRONOUN_AFTER or after in words.PRONOUN_BEFORE:
            return True
        if after == "-" and self._form(atom.stop + 1) in words.ONE_COMPOUNDS:
            return True
        return before == "the" and (after in words.NO_NOUN or not after.isalpha())

    def _leading_point(self, index: int) -> Numeral | None:
        """ "point five" by itself; "Point 5 of the plan" is a heading."""
        decimals = self._reader.decimals(index + 1)
        before = self._form(index - 1)
        if decimals is None or (before.isalnum() and before not in words.SIGNS):
            return None
        total = self._reader.scaled(Sum(decimals.value, decimals.last, alone=False))
        after = self._form(total.last.stop)
        if total.value == decimals.value and after not in ("", "\n", "%", "percent", "per"):
            return None
        return self._writer.numeral(index, total.last.stop, total.value)

    def _vague(self, index: int) -> Numeral | None:
        """Bare plural scales, chained by "of": "hundreds of thousands", "tens of millions", "scores of"."""
        form = self._form(index)
        word = WORDS.get(form)
        value: Rational = word.value if word else 10 if form == "tens" else 20
        stop = index + 1
        while self._form(stop) == "of":
            following = WORDS.get(self._form(stop + 1))
            if following is None or not following.plural or following.rank:
                break
            value, stop = value * following.value, stop + 2
        counts = (
            stop > index + 1 if form == "tens" else form != "scores" or self._form(stop) == "of" or stop > index + 1
        )
        return self._writer.numeral(index, stop, value, plural_scale=True) if counts else None

    # --- shares of a number -------------------------------------------------------------------------------------------

    def _share(self, first: Atom, total: Sum) -> Numeral | None:
        """ "one over three", "two out of five", "one in ten" as one fraction, where two counts are not meant."""
        index = total.last.stop
        relation = self._form(index)
        if relation not in ("over", "out", "in") or (relation == "out" and self._form(index + 1) != "of"):
            return None
        index += 2 if relation == "out" else 1
        if relation != "over" and self._form(index) == "every":
            index += 1
        atom = self._reader.atom(index)
        if atom is None or atom.rank or (atom.plural and atom.kind is not Kind.HUNDRED):
            return None
        whole = self._reader.cardinal(atom)
        if not self._divides(first, relation, total.value, whole):
            return None
        value = Fraction(total.value) / whole.value
        return self._writer.numeral(first.first, whole.last.stop, value, fraction=True)

    def _divides(self, first: Atom, relation: str, part: Rational, whole: Sum) -> bool:
        after = self._form(whole.last.stop)
        if part <= 0 or whole.value <= 0 or whole.value != int(whole.value):
            return False
        if relation == "over":
            return not after.isalpha() and after != "%" and self._form(first.first - 1) not in words.CURRENCY_SIGNS
        if relation == "out":
            return part < whole.value
        year = 1900 <= whole.value <= 2100
        if year or not part < whole.value or after in words.NOT_A_SHARE:
            return False
        if part == 1 or after in words.COUNTED_BY_MILLIONS or (after == "of" and whole.value <= 10):
            return True
        opens = (
            self._form(first.first - 1) in words.BEFORE_A_SHARE
        )  # "Eight in ten buildings", but "hit two in ten raids"
        return opens and whole.value in words.WHOLES and after.endswith("s")


def _ordinal_ending(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
