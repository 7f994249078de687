"""Ordinals and fractions, which English spells with the same words: "the third attack", "a third of them".

What composes ("one hundred" + "fifth") is grammar; where both readings compose, the words around decide. A plural is
always a fraction, "seconds" always time.
"""

from fractions import Fraction

from extract.numbers import english_words as words
from extract.numbers.digits import STARTS
from extract.numbers.english_atoms import MULTIPLIERS, Atom
from extract.numbers.english_grammar import SPELLED, Part, Reader, Sum, composed
from extract.numbers.english_words import WORDS, Kind
from extract.numbers.english_write import Writer
from extract.numbers.numeral import Numeral
from extract.text import Tokens


class Ranks:
    """Judges the ranks of one text."""

    __slots__ = ("_form", "_reader", "_writer")

    def __init__(self, tokens: Tokens, reader: Reader, writer: Writer) -> None:
        self._form = tokens.form
        self._reader = reader
        self._writer = writer

    def leading(self, index: int) -> Numeral | None:
        """A rank that no number precedes: "half a million", "a third", "the second"."""
        atom = self._reader.atom(index)
        if atom is None or atom.plural:
            return None
        article = self._form(index - 1) in ("a", "an")
        if atom.kind is Kind.PART:
            return self._half_or_quarter(atom, article)
        if article and atom.value > 2 and self._is_share(index - 1, atom):
            return self._writer.fraction(atom, Fraction(1, Fraction(atom.value)), atom.stop)
        if self._is_time(atom, atom):
            return None
        return self._writer.numeral(index, atom.stop, atom.value, ordinal=True)

    def after(self, first: Atom, total: Sum) -> Numeral | None:
        """`total`, which begins at `first`, with the rank behind it, if there is one that belongs to it."""
        step = self._reader.after(total.last)
        atom = step.atom
        if atom is None:
            return None
        if not atom.rank:
            return None if step.link == "and" else self._over_compound(first, total, atom)
        if atom.kind is Kind.PART or atom.plural:
            return None if step.link == "and" else self._divided(first, total, atom, step.link)
        alone = first is total.last
        if alone and total.value == 1 and step.link != "and" and self._divides_one(first, atom):
            return self._writer.fraction(first, Fraction(1, Fraction(atom.value)), atom.stop)
        ordinal = self._ordinal(first, total, atom, step.link)
        if ordinal:
            return ordinal
        if step.link == "-" and 1 < total.value < atom.value and self._form(atom.stop) != "-":  # "two-third majority"
            return self._writer.fraction(first, Fraction(total.value) / atom.value, atom.stop)
        return None

    # --- ordinals -----------------------------------------------------------------------------------------------------

    def _ordinal(self, first: Atom, total: Sum, atom: Atom, link: str) -> Numeral | None:
        value = composed(total, atom, link)
        if value is None or self._is_time(first, atom) or self._is_adjective(total, atom, link):
            return None
        article = first.first - 1
        if first is total.last and self._form(article) in ("a", "an") and self._is_share(article, atom):
            return self._writer.fraction(first, Fraction(1, Fraction(value)), atom.stop)  # "a twenty-first"
        return self._writer.numeral(first.first, atom.stop, value, ordinal=True, article=first.kind in MULTIPLIERS)

    def _is_adjective(self, total: Sum, atom: Atom, link: str) -> bool:
        """Whether the rank belongs to the noun: "two hundred first responders", "a million third-party users"."""
        if link == "and" or atom.value > 3 or total.last.kind not in (Kind.HUNDRED, Kind.SCALE):
            return False
        return self._form(atom.stop).isalpha() or self._form(atom.stop) == "-"

    def _is_time(self, first: Atom, atom: Atom) -> bool:
        """Whether "second" is the unit of time here."""
        if atom.value != 2 or atom.kind is not Kind.UNIT:
            return False
        before, after = self._form(first.first - 1), self._form(atom.stop)
        if first is not atom:  # "a thirty-second clip", but "the thirty-second president"
            link = self._form(atom.first - 1)
            if link == "and":  # "the hundred and second day"
                return False
            joined = link == "-"
            return before not in words.DEFINITE and (not joined or before in ("a", "an") or before in words.PER)
        counted = self._form(first.first - 2) if before == "-" else before
        earlier = WORDS.get(counted)
        if before in words.PER or counted[:1] in STARTS or (earlier and not earlier.rank):
            return True
        if before not in ("a", "an"):
            return False
        noun = after.isalpha() and after not in words.NO_NOUN
        return after in words.MOMENT_BEFORE or (not noun and self._form(first.first - 2) in words.MOMENT_AFTER)

    # --- fractions ----------------------------------------------------------------------------------------------------

    def _is_share(self, article: int, atom: Atom) -> bool:
        """Whether "a third" is a share, by the words around it; a rank needs its noun."""
        after = self._form(atom.stop)
        if after in words.SHARE_BEFORE or self._form(article - 1) in words.SHARE_AFTER:
            return True
        return after in ("", "\n") or (after == "." and atom.value != 3)

    def _divides_one(self, first: Atom, atom: Atom) -> bool:
        """Whether "one" before this rank is a numerator: "one fifth", but not "one hundredth anniversary"."""
        if atom.kind in (Kind.HUNDRED, Kind.SCALE):
            definite = self._form(first.first - 1) in words.DEFINITE
            return not definite and self._form(atom.stop) in ("of", "", "\n", ".")
        return atom.value > 2

    def _over_compound(self, first: Atom, total: Sum, start: Atom) -> Numeral | None:
        """A denominator of several words: "three twenty-firsts", "one one hundred and fifth"."""
        one = total.value == 1 and first is total.last
        denominator = self._reader.rank(start) or (self._long_rank(start) if one else None)
        if denominator is None or not (denominator.plural or total.value == 1):
            return None
        return self._writer.fraction(first, Fraction(total.value) / denominator.value, denominator.last.stop)

    def _long_rank(self, start: Atom) -> Part | None:
        if start.kind not in SPELLED:
            return None
        cardinal = self._reader.cardinal(start)
        step = self._reader.after(cardinal.last)
        if cardinal.alone or step.atom is None or not step.atom.rank:
            return None
        value = composed(cardinal, step.atom, step.link)
        return None if value is None else Part(value, step.atom, step.atom.plural)

    def _divided(self, first: Atom, total: Sum, atom: Atom, link: str) -> Numeral | None:
        """`total` over a plural rank, a half or a quarter.

        Tens before a unit belong to the denominator if a numerator stands before them ("one hundred thirty fifths"),
        and a numerator behind "and" leaves what precedes it whole ("one hundred and three quarters").
        """
        tens = total.last.kind is Kind.TENS and atom.kind is Kind.UNIT
        if not self._is_part(first, total, atom, link) or (atom.kind is Kind.UNIT and atom.value <= 2 and not tens):
            return None
        if tens:
            rest = total.value - total.last.value
            if rest and (link == "-" or total.link != "and"):
                return self._writer.fraction(first, Fraction(rest) / (total.last.value + atom.value), atom.stop)
            if link == "-" or atom.value <= 2:
                return None
        if 0 < total.after < atom.value and total.last.kind is not Kind.SCALE:
            value = total.before + Fraction(total.after) / atom.value
            return self._writer.numeral(first.first, atom.stop, value, article=first.kind in MULTIPLIERS)
        return self._writer.fraction(first, Fraction(total.value) / atom.value, atom.stop)

    def _is_part(self, first: Atom, total: Sum, atom: Atom, link: str) -> bool:
        """Whether a half or a quarter is a part, and neither a period nor a match: "past three quarters"."""
        if atom.kind is not Kind.PART:
            return True
        after = self._form(atom.stop)
        if not atom.plural and total.value != 1:  # "a three-quarter majority"
            return link == "-" and after != "-" and after not in words.NOT_A_QUARTER
        if self._form(first.first - 1) in words.QUARTERS_OF_YEARS:
            return False
        if after in words.NOT_A_QUARTER or after in words.NOT_A_HALF:
            return False
        return not (atom.plural and atom.value == total.value)  # "the two halves", "all four quarters"

    def _half_or_quarter(self, atom: Atom, article: bool) -> Numeral | None:
        after, before = self._form(atom.stop), self._form(atom.first - 1)
        if before == "-":
            before = self._form(atom.first - 2)
        if after == "-":
            after = self._form(atom.stop + 1)
        earlier = WORDS.get(before)
        if (earlier and earlier.rank) or before in words.HALF_OF_TWO:
            return None
        if atom.value == 4:
            alone = not article and self._writer.of_scale(atom.stop) is None
            if alone or after in words.NOT_A_QUARTER:
                return None
        elif after in words.NOT_A_HALF:
            return None
        return self._writer.fraction(atom, Fraction(1, Fraction(atom.value)), atom.stop)
