"""How English number words compose: "two hundred and five", "nineteen eighty-four", "two and a half million".

A numeral is read greedily from its first word. A word joins only where it fits the slot that is still open (units
after tens, less than a thousand after "thousand"), so neighbours that are separate counts fall apart by themselves.
"""

from fractions import Fraction
from typing import NamedTuple

from extract.numbers.english_atoms import MULTIPLIERS, Atom, Atoms, Step
from extract.numbers.english_words import AFTER_NUMBER, CAPITAL_AFTER_NUMBER, DOZENS_AFTER_NUMBER, NOT_COUNTED, Kind
from extract.numbers.rational import Rational

SPELLED = (Kind.UNIT, Kind.TEEN, Kind.TENS)
_LONGEST_DECIMAL = 30


class Sum(NamedTuple):
    """A cardinal read so far."""

    value: Rational
    last: Atom
    link: str = ""  # before the last atom
    alone: bool = True  # one atom only
    scale: Rational = 1  # the multipliers that end it: "two million" may go on below a million
    group: Rational = 0  # its last group, which an ordinal multiplies: two in "one thousand two hundredth"
    before: Rational = 0  # the sum before its last "and" ...
    after: Rational = 0  # ... and after it; 0 where there is none


class Part(NamedTuple):
    """A fraction, a denominator or a rank, and the atom that ends it."""

    value: Rational
    last: Atom
    plural: bool = False


class Reader(Atoms):
    """The grammar over one text's tokens."""

    __slots__ = ()

    def cardinal(self, first: Atom) -> Sum:
        """The longest cardinal from `first`, which is no rank."""
        total = self.scaled(self._group(first))
        while total.scale >= 1000 and total.value == int(total.value):
            step = self.after(total.last)
            if not step.atom or step.atom.rank or not self._continues(total, step):
                break
            group = self.scaled(self._group(step.atom))
            if not 0 < group.value < total.scale or (step.link == "and" and self.proper(step.atom)):
                break
            total = _added(total, step.link, group)
        return total

    def _continues(self, total: Sum, step: Step) -> bool:
        """Whether another group may follow: spelled, or in digits that fill the places left open.

        "4 thousand 300" and "12 thousand and 500" go on; in "2 thousand and 12 wounded" two counts stand side by side.
        """
        atom = step.atom
        if atom is None or atom.plural:
            return False
        if atom.kind is Kind.LITERAL:
            following = self.after(atom)
            if following.cardinal(Kind.HUNDRED, Kind.SCALE) and following.link != "and":
                return True
            return total.scale == 1000 and 100 <= atom.value < 1000 and atom.value == int(atom.value)
        if atom.kind is Kind.ARTICLE:
            return self.after(atom).cardinal(Kind.HUNDRED, Kind.SCALE) is not None
        return atom.kind in SPELLED

    def _group(self, atom: Atom) -> Sum:
        """A number below a scale word: "two hundred and five", "ninety-five hundred", "3 hundred and 21"."""
        if atom.kind in MULTIPLIERS:
            total, step = Sum(1, atom, group=1), Step("", atom)
        else:
            total = self.units(atom)
            step = self.after(total.last)
        hundred = step.cardinal(Kind.HUNDRED)
        if hundred is None or step.link == "and" or total.value == 0:
            return total
        value = total.value * 100
        total = Sum(value, hundred, step.link, alone=hundred is atom, group=value)
        rest = self._below_hundred(self.after(hundred)) if value == int(value) else None
        if rest is None:
            return total
        total = _added(total, *rest)
        return total._replace(group=total.value)

    def _below_hundred(self, step: Step) -> tuple[str, Sum] | None:
        """What may follow "hundred", unless it is a count of its own: "3 hundred and 2 hundred"."""
        atom = step.cardinal(*SPELLED) or step.cardinal(Kind.LITERAL)
        if atom is None or atom.plural:
            return None
        if atom.kind is Kind.LITERAL and not (0 < atom.value < 100 and atom.value == int(atom.value)):
            return None
        rest = self.units(atom)
        following = self.after(rest.last)
        if following.link != "and" and following.cardinal(Kind.HUNDRED):
            return None
        if step.link == "and" and self.proper(atom):
            return None
        if step.link == "" and self.modifies(rest.last):
            return None
        dozen = following.cardinal(Kind.DOZEN)
        if dozen and following.link != "and":
            rest = Sum(rest.value * 12, dozen, following.link, alone=False)
        return step.link, rest

    def units(self, atom: Atom) -> Sum:
        """One atom, or tens with their unit."""
        if atom.kind is Kind.TENS:
            step = self.after(atom)
            unit = step.cardinal(Kind.UNIT)
            if unit and step.link != "and" and not (step.link == "" and self.modifies(unit)):
                return Sum(atom.value + unit.value, unit, step.link, alone=False, group=atom.value + unit.value)
        return Sum(atom.value, atom, group=atom.value)

    def scaled(self, total: Sum) -> Sum:
        """`total` times the scale words that follow it: "lakh crore", "thousand million"."""
        step = Step("", total.last) if total.alone and total.last.kind is Kind.SCALE else self.after(total.last)
        chained: Rational = 1
        largest: Rational = 1
        while step.link != "and":
            scale = step.cardinal(Kind.SCALE) or self._abbreviation(total.last)
            if scale is None or scale.value < largest or total.value == 0:
                break
            largest, chained = scale.value, chained * scale.value
            alone = scale is total.last
            total = total._replace(value=total.value * scale.value, last=scale, link=step.link, alone=alone)
            total = total._replace(scale=chained, group=total.value, before=0, after=0)
            step = self.after(scale)
        return total

    def _abbreviation(self, last: Atom) -> Atom | None:
        """ "k", "bn", "mil" after digits, "cr" after any number; a lone capital only where it cannot be a label."""
        tokens = self._tokens
        index = last.stop
        form = tokens.form(index)
        if form in AFTER_NUMBER and (last.kind is Kind.LITERAL or form in ("cr", "koti")):
            return Atom(index, index + 1, Kind.SCALE, AFTER_NUMBER[form])
        if form in CAPITAL_AFTER_NUMBER and last.kind is Kind.LITERAL:
            written = tokens.folded.original[tokens.folded.offset(tokens.starts[index])]
            labelled = last.value == int(last.value) and last.value < 1000
            if written.isupper() and not labelled and not tokens.joined(index):
                return Atom(index, index + 1, Kind.SCALE, CAPITAL_AFTER_NUMBER[form])
        return None

    def paired(self, atom: Atom) -> Sum | None:
        """Two halves said without "hundred": "nineteen eighty-four", "twenty ten", "one twenty two"."""
        year = 13 <= atom.value <= 20 and atom.kind in (Kind.TEEN, Kind.TENS)
        step = self.after(atom)
        if step.link == "and" or not (year or (atom.kind is Kind.UNIT and step.link == "")):
            return None
        kinds = (Kind.TEEN, Kind.TENS) if year else (Kind.TENS,)
        second = step.cardinal(*kinds)
        if second is None:
            return self._oh(atom) if year else None
        tail = self.units(second)
        following = self.after(tail.last)
        blocked = following.atom and following.link != "and" and following.atom.kind is not Kind.LITERAL
        if blocked or self.modifies(tail.last):
            return None
        return Sum(atom.value * 100 + tail.value, tail.last, tail.link, alone=False)

    def _oh(self, atom: Atom) -> Sum | None:
        """ "nineteen oh five", also "oh-five"."""
        index = atom.stop + 1
        if self._tokens.form(atom.stop) not in ("oh", "o"):
            return None
        unit = self.atom(index + 1 if self._tokens.form(index) == "-" else index)
        if unit is None or unit.rank or unit.kind is not Kind.UNIT:
            return None
        return Sum(atom.value * 100 + unit.value, unit, alone=False)

    def pointed(self, total: Sum) -> Sum:
        """`total` with the decimals after "point", and the scale words after those."""
        index = total.last.stop
        if self._tokens.form(index) != "point" or total.value != int(total.value):
            return total
        decimals = self.decimals(index + 1)
        if decimals is None:
            return total
        value = total.value + decimals.value if total.value >= 0 else total.value - decimals.value
        return self.scaled(Sum(value, decimals.last, alone=False, group=value))

    def decimals(self, index: int) -> Part | None:
        """The digits said after "point" as a fraction: "one four", "seventy-one", "05"."""
        digits = ""
        atom, last = self.atom(index), None
        while atom and not atom.rank and len(digits) < _LONGEST_DECIMAL:
            written = self._tokens.forms[atom.first]
            if atom.kind is Kind.LITERAL and not digits and written.isdigit() and len(written) <= _LONGEST_DECIMAL:
                return Part(Fraction(int(written), 10 ** len(written)), atom)
            if atom.kind is not Kind.ZERO and atom.kind not in SPELLED:
                break
            spelled = self.units(atom)
            digits, last = digits + str(spelled.value), spelled.last
            step = self.after(last)
            atom = step.atom if step.link == "" else None
        return Part(Fraction(int(digits), 10 ** len(digits)), last) if last else None

    # --- ranks and fractions ------------------------------------------------------------------------------------------

    def rank(self, atom: Atom | None) -> Part | None:
        """A denominator from `atom`: "third", "twenty-firsts", "one hundred and fifth"."""
        if atom is None:
            return None
        if atom.rank:
            return Part(atom.value, atom, atom.plural)
        if atom.kind is Kind.TENS:
            step = self.after(atom)
            unit = step.atom
            if unit and unit.rank and unit.kind is Kind.UNIT and step.link != "and":
                return Part(atom.value + unit.value, unit, unit.plural)
        return None

    def proper(self, atom: Atom | None) -> Part | None:
        """A fraction below one that may follow "and": "a half", "three quarters", "fifty-four hundredths"."""
        if atom is None or atom.rank:
            return Part(Fraction(1, 2), atom) if atom and atom.value == 2 and atom.kind is Kind.PART else None
        if atom.kind not in (*SPELLED, Kind.LITERAL, Kind.ARTICLE):
            return None
        numerator = self.units(atom)
        step = self.after(numerator.last)
        denominator = self.rank(step.atom) if step.link != "and" else None
        if denominator is None or not 0 < numerator.value < denominator.value:
            return None
        last = denominator.last
        if denominator.value == 2 and last.kind is not Kind.PART:  # "a second"
            return None
        if not denominator.plural and numerator.value != 1:
            return None
        return Part(Fraction(numerator.value) / denominator.value, last)

    def mixed(self, total: Sum) -> Sum:
        """`total` with a fraction after "and" ("six million and two thirds") and what multiplies both."""
        step = self.after(total.last)
        fraction = self.proper(step.atom) if step.link == "and" else None
        if fraction is None or (fraction.last is step.atom and self._tokens.form(fraction.last.stop) in NOT_COUNTED):
            return total  # "three million and half of the crops"
        base = total.scale if total.last.kind is Kind.SCALE else 1
        following = self.after(fraction.last)
        scale = following.cardinal(*MULTIPLIERS) if following.link != "and" else None
        if scale is None:
            return Sum(total.value + fraction.value * base, fraction.last, alone=False)
        if base > scale.value:  # "one billion and a half million"
            return Sum(total.value + fraction.value * scale.value, scale, alone=False)
        return Sum((total.value + fraction.value) * scale.value, scale, alone=False)

    def dozens(self, total: Sum) -> Sum:
        """`total` times a dozen after it, or the dozen that it is."""
        if total.alone and total.last.kind is Kind.DOZEN:
            return total._replace(value=12)
        step = self.after(total.last)
        dozen = step.cardinal(Kind.DOZEN)
        if dozen and step.link != "and":
            return Sum(total.value * 12, dozen, alone=False)
        if self._tokens.form(total.last.stop) in DOZENS_AFTER_NUMBER:
            index = total.last.stop
            return Sum(total.value * 12, Atom(index, index + 1, Kind.DOZEN, 12), alone=False)
        return total


def composed(total: Sum, rank: Atom, link: str) -> Rational | None:
    """The ordinal that `total` and a last rank make ("one hundred" + "fifth"), if the rank fits the open slot."""
    last = total.last
    if rank.kind in (Kind.HUNDRED, Kind.SCALE):
        if link == "and" or total.group <= 0 or last.kind is Kind.SCALE or (last.kind is rank.kind is Kind.HUNDRED):
            return None
        return total.value - total.group + total.group * rank.value
    tens = last.kind is Kind.TENS and rank.kind is Kind.UNIT and link != "and"
    return total.value + rank.value if tens or last.kind in (Kind.HUNDRED, Kind.SCALE) else None


def _added(total: Sum, link: str, group: Sum) -> Sum:
    value = total.value + group.value
    before, after = (total.value, group.value) if link == "and" else (total.value + group.before, group.after)
    inner = link if group.alone else group.link
    return Sum(value, group.last, inner, False, group.scale, group.group, before, after)
