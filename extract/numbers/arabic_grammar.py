"""What Arabic puts around a cardinal: decimals, fractions and ratios.

A fraction after a scale is a fraction of that scale ("مليون ونصف" is 1,500,000), and of one otherwise ("مئة ونصف"); a
fraction before one is a count ("ربع مليون"), before a noun a share of it ("ربع السكان").
"""

from decimal import Decimal
from typing import NamedTuple

from extract.numbers.arabic_sums import Part, Sums, whole
from extract.numbers.arabic_words import Kind, Word
from extract.numbers.digits import EXACT, plain, ratio, times
from extract.text import fold_word

_DOT = fold_word("نقطة")
_OVER = fold_word("على")
_OUT_OF = ("من", "كل")
# "ربع مليون", but of other numbers only a part of "the": "خمس العشرين".
_COUNTED_IN = (Kind.SCALE, Kind.HUNDRED, Kind.DOZEN)
_NUMBERS = (Kind.UNIT, Kind.TEN, Kind.TENS, Kind.HUNDREDS, Kind.DUAL)


class Portion(NamedTuple):
    """A fraction in words, and the number that it is a part of, if one follows ("ربع المليون")."""

    numerator: int
    parts: int
    stop: int
    of: Decimal | None = None


class Grammar(Sums):
    """Reads whole numbers, with what belongs to them, and fractions."""

    __slots__ = ()

    def number(self, i: int) -> Part | None:
        """The cardinal at token `i`, as long as it goes, with decimals, fractions and ratios."""
        total = self._sum(i)
        if total is None:
            return None
        return self._ratio(total) or self._with_decimals(total) or self._with_portion(total, i) or total

    def portion(self, i: int) -> Portion | None:
        """The fraction at token `i`: "نصف", "ثلاثة أرباع", "ثلثي", "خمس السكان", "ربع مليون"."""
        word = self.word(i)
        if word is None:
            return self._digits_over(i)
        if word.kind is Kind.SHARE:
            first = 1 if word.value == 2 and self._tanwin(i) else word.value
            return Portion(first, word.parts, i + 1)
        if word.kind is Kind.FRACTION:
            return self._of_number(Portion(1, word.value, i + 1))
        if word.kind in (Kind.UNIT, Kind.TEN):
            after = self._bare(i + 1)
            if after and after.kind is Kind.FRACTIONS:
                return self._of_number(Portion(word.value, after.value, i + 2))
            if word.parts and not word.definite and not word.accusative and self._takes_genitive(i + 1):
                return self._of_number(Portion(1, word.parts, i + 1))
        return None

    def point_after_zero(self, i: int) -> Part:
        """The zero at token `i` with the decimals that may follow: "صفر فاصلة خمسة"."""
        zero = Part(Decimal(0), i + 1, 1)
        return self._with_decimals(zero) or zero

    # --- decimals, fractions, ratios ---------------------------------------------------------------------------------

    def _with_decimals(self, total: Part) -> Part | None:
        """ "ثلاثة فاصلة خمسة", with the scale that may follow.

        نقطة also means a scored point; as a counted noun it is singular only after 11 and above, so it is a decimal
        point up to ten.
        """
        word = self._bare(total.stop)
        if word is None or word.kind is not Kind.POINT or not whole(total.value) or total.floor > 100:
            return None
        if total.value > 10 and self._forms[total.stop] == _DOT:
            return None
        digits, stop = self._decimals(total.stop + 1)
        if not digits:
            return None
        value = plain(EXACT.add(total.value, Decimal(f"0.{digits}")))
        part = total._replace(value=value, stop=stop, floor=0)
        scale = self._multiplier(stop, part)
        return part._replace(value=times(value, scale), stop=stop + 1) if scale else part

    def _decimals(self, i: int) -> tuple[str, int]:
        """The digits after the point, zeros and single units told one by one, and where they stop."""
        digits = ""
        while len(digits) < 12:
            word = self.word(i)
            if word and not word.bare:
                break
            if word and word.kind is Kind.ZERO:
                digits, i = digits + "0", i + 1
                continue
            part = self._element(i)
            if part is None or not whole(part.value) or part.value < 0:
                break
            digits, i = digits + str(part.value), part.stop
            if part.value > 9:
                break
        return digits, i

    def _with_portion(self, total: Part, i: int) -> Part | None:
        """A fraction that follows: "ثلاثة وعشرون خمسا", "مليون ونصف", "مليونان ونصف المليون", "ثلاثة ونصف مليون"."""
        if total.value < 0 or not whole(total.value) or total.floor == 0:
            return None
        single = self._bare(total.stop)
        if single and total.literal is None and total.value >= 11 and (parts := _parts(single)):
            return total._replace(value=ratio(total.value, parts), stop=total.stop + 1, floor=0)
        word = self.word(i)
        j = self.joined(total.stop, word is not None and word.definite)
        portion = self.portion(j) if j >= 0 else self._spoken_half(total.stop)
        if portion is None:
            return self._with_fifth(total, j)
        whole_of = Decimal(total.floor if total.floor >= 1000 else 1) if portion.of is None else portion.of
        factor = 1
        if portion.of is None and self._article(portion.stop):
            return None  # "خمسة ونصف المباني"
        if portion.of is not None and portion.of > total.floor:
            if total.floor != 1:
                return None
            factor, whole_of = portion.of, Decimal(1)  # "ثلاثة ونصف مليون"
        part = ratio(times(whole_of, portion.numerator), portion.parts)
        value = times(EXACT.add(total.value, part), factor)
        return total._replace(value=value, stop=portion.stop, floor=0)

    def _spoken_half(self, i: int) -> Portion | None:
        """ "مليون ونص": نص by itself is a text."""
        pair = tuple(self._forms[i : i + 2])
        if pair[:1] == ("ونص",):
            return Portion(1, 2, i + 1)
        return Portion(1, 2, i + 2) if pair == ("و", "نص") else None

    def _with_fifth(self, total: Part, j: int) -> Part | None:
        """ "ثلاثة وخمس": the genders differ and nothing is counted after it, so it is three and a fifth."""
        word = self.word(j) if j >= 0 else None
        if word is None or not word.parts or total.floor != 1 or not self._forms[total.stop - 1].endswith("ه"):
            return None
        if self._noun(j + 1) or self.word(j + 1):
            return None
        value = plain(EXACT.add(total.value, ratio(1, word.parts)))
        return total._replace(value=value, stop=j + 1, floor=0)

    def _of_number(self, portion: Portion) -> Portion:
        """The portion with the number that it is a part of: a scale, or any number with the article."""
        word = self.word(portion.stop)
        if word is None or word.conjoined or word.attached:
            return portion
        if word.kind not in _COUNTED_IN and not (word.definite and word.kind in _NUMBERS):
            return portion
        number = self._group(portion.stop)
        return portion._replace(stop=number.stop, of=number.value) if number else portion

    def _digits_over(self, i: int) -> Portion | None:
        """ "3 أرباع"."""
        after = self._bare(i + 1)
        if after is None or after.kind is not Kind.FRACTIONS or not self._forms[i].isdecimal():
            return None
        count = int(self._forms[i]) if len(self._forms[i]) <= 2 else 0
        return self._of_number(Portion(count, after.value, i + 2)) if 0 < count <= 10 else None

    def _ratio(self, total: Part) -> Part | None:
        """ "واحد على ثلاثة" and "3 من كل 10"."""
        i = total.stop
        if i + 1 >= self._size or not whole(total.value):
            return None
        if total.value == 1 and self._forms[i] == _OVER:
            start = i + 1
        elif (self._forms[i], self._forms[i + 1]) == _OUT_OF:
            start = i + 2
        else:
            return None
        word = self.word(start)
        below = self._sum(start) if word is None or word.bare else None
        if below is None or below.value <= total.value:
            return None
        return total._replace(value=ratio(total.value, below.value), stop=below.stop, floor=0, fraction=True)


def _parts(word: Word) -> int:
    """The denominator that a singular fraction word stands for after a number from eleven up."""
    if word.kind is Kind.FRACTION and word.value != 2:
        return word.value
    return word.parts
