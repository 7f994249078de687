"""Arabic cardinals as sums: words, digits and mixtures of both.

A number is a sum of groups in descending magnitude, joined by و; a group is a coefficient below a thousand times a
scale. A group is added only where it is smaller than the scale just closed, so counts that merely stand side by side
("300 و212", "ثلاثمئة ومئتين", "ألفين وثلاثة آلاف") stay apart, and digits are added only after a scale word.
"""

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from extract.numbers.arabic_words import Kind, Word, folded, words
from extract.numbers.digits import EXACT, STARTS, literals, times
from extract.numbers.numeral import Numeral
from extract.text import Tokens, fold_word

_MOST_SCALES = 4  # "ألف مليون مليون": multiplied at most so often ...
_LARGEST = 10**30  # ... and no further than this
_YEAR_WORDS = folded("عام العام لعام بعام وعام سنة السنة لسنة وسنة")
# Nouns that are counted after خمس، سبع، تسع، عشر even where a careless article follows: "خلال خمس السنوات الماضية".
_TIMES = folded("السنوات الأعوام الأيام الأشهر الساعات الأسابيع الدقائق المرات")
_BRACKETS = frozenset((("(", ")"), ("[", "]"), ('"', '"')))
# What is priced or measured to three decimals, so that a dot before it may well be a decimal point.
_MEASURES = folded(
    "دولار دولارا دينار دينارا دنانير ريال ريالا ريالات يورو جنيه جنيها جنيهات ليرة ليرات درهم درهما دراهم "
    "متر مترا أمتار كيلومتر كيلومترا كيلومترات سنتيمتر ملم غرام غراما كيلوغرام كيلوغراما كيلوغرامات طن طنا أطنان "
    "لتر لترا درجة درجات ثانية ثوان ساعة ساعات نقطة نقاط"
)
# Short words after which nothing is counted, so that ألفا before them is no dual.
_FUNCTION_WORDS = folded("على إلى عن منذ خلال بعد قبل التي الذي حتى عند لدى كان كانت")
_BETWEEN = "بين"
_ONE = fold_word("واحد")


class Part(NamedTuple):
    """A piece of a number: its value, where it stops, and what may still be added to it."""

    value: Decimal
    stop: int
    floor: int  # only a number below this may be added; 1 and 0 admit none, 0 no fraction either
    literal: Numeral | None = None  # the digits it begins with
    fraction: bool = False
    ambiguous: bool = False
    suspicious: str = ""
    ordinal: bool = False


class Sums:
    """Reads sums at given tokens; every method returns None (or -1) where there is none to read."""

    __slots__ = ("_forms", "_size", "_table", "_tokens")

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._forms = tokens.forms
        self._size = len(tokens.forms)
        self._table = words()

    def word(self, i: int) -> Word | None:
        """The number word at token `i`."""
        return self._table.get(self._forms[i]) if 0 <= i < self._size else None

    def written(self, i: int) -> str:
        """Token `i` as the original has it: folding hides hamzas and tanwin that tell words apart."""
        return self._tokens.span(i, i + 1).of(self._tokens.folded.original)

    def joined(self, i: int, definite: bool = True) -> int:
        """The token of the number that و at token `i` adds (و may be a token or a prefix), or -1.

        The article may not turn up halfway: "ثلاثة والعشرون" is two mentions unless the first is `definite` too.
        """
        if i >= self._size:
            return -1
        apart = self._forms[i] == "و"
        i += apart
        word = self.word(i)
        if word is None:
            return i if apart and i < self._size and self._forms[i][0] in STARTS else -1
        if self._forms[i] == _ONE and not apart:  # وأحد عشر, folded
            return i if self._ten_follows(i) else -1
        if word.attached or word.conjoined == apart or (word.definite and not definite):
            return -1
        return i

    # --- sums -------------------------------------------------------------------------------------------------------

    def _sum(self, i: int) -> Part | None:
        total = self._group(i)
        if total is None:
            return None
        word = self.word(i)
        definite = word is not None and word.definite
        while total.floor > 1:
            j = self.joined(total.stop, definite)
            added = self._group(j) if j >= 0 else self._next_digits(total.stop)
            if added is None or not 0 < added.value < total.floor or not whole(added.value):
                break
            total = _add(total, added)
        return total

    def _next_digits(self, i: int) -> Part | None:
        """ "4 آلاف 3 مئة": a group in digits needs no و, as long as it has its own scale word."""
        if i < self._size and self._forms[i][0] in STARTS:
            group = self._group(i)
            if group and group.literal and group.stop > group.literal.stop:
                return group
        return None

    def _group(self, i: int) -> Part | None:
        """A coefficient with its scale words, either of which may be missing."""
        word = self.word(i)
        if word and word.kind in (Kind.SCALE, Kind.DUAL):
            group = self._scale(i, word)
        elif word and word.kind in (Kind.DOZEN, Kind.DOZENS):
            return Part(Decimal(word.value), i + 1, 1) if word.kind is Kind.DOZEN or word.value == 24 else None
        else:
            group = self._coefficient(i)
        if group is None or self._dated(group, i):
            return group
        group = self._unbracketed(group)
        for _ in range(_MOST_SCALES):
            scale = self._multiplier(group.stop, group)
            if not scale or group.value > _LARGEST:
                break
            floor = scale if group.floor < 1000 else scale * group.floor
            floor = floor if whole(group.value) else 0
            value = times(group.value, scale)
            group = group._replace(value=value, stop=group.stop + 1, floor=1 if scale == 12 else floor, fraction=False)
        return group

    def _unbracketed(self, group: Part) -> Part:
        """ "(9.3) ملايين" and "«30» ألف" are one number each."""
        digits = group.literal
        if digits is None or digits.first == 0 or digits.stop != group.stop or digits.stop >= self._size:
            return group
        if (self._forms[digits.first - 1], self._forms[digits.stop]) not in _BRACKETS:
            return group
        inner = group._replace(stop=group.stop + 1)
        if not self._multiplier(inner.stop, inner):
            return group
        first = digits.first - 1
        return inner._replace(literal=replace(digits, first=first, start=self._tokens.starts[first]))

    def _scale(self, i: int, word: Word) -> Part | None:
        """A scale by itself, in the singular or dual; ألفا is either."""
        if word.kind is Kind.DUAL:
            return Part(Decimal(word.value), i + 1, word.value // 2)
        value = word.value
        if word.accusative and not self._tanwin(i):
            if self._noun(i + 1) or self._size == 1:
                return Part(Decimal(2 * value), i + 1, value)
            if value == 1000 and self.joined(i + 1) < 0:
                return None  # the letter alpha: "متحور ألفا"
        return Part(Decimal(value), i + 1, value)

    def _multiplier(self, i: int, group: Part) -> int:
        """The factor of the scale word at `i`, or 0."""
        word = self.word(i)
        if word is None or word.conjoined or word.attached:
            return 0
        if word.kind is Kind.PLURAL and word.value >= 1000:
            return word.value
        if word.definite:
            return 0
        if word.kind is Kind.SCALE:
            return word.value if group.floor <= word.value else 0
        return 12 if word.kind in (Kind.DOZEN, Kind.DOZENS) and word.value == 12 and group.floor == 1 else 0

    def _dated(self, group: Part, i: int) -> bool:
        """Whether digits are a year, which no scale word multiplies: "في عام 2024 ألف جندي"."""
        return group.literal is not None and 1300 <= group.value < 2100 and i > 0 and self._forms[i - 1] in _YEAR_WORDS

    def _coefficient(self, i: int) -> Part | None:
        part = self._element(i)
        if part is None:
            return None
        if part.literal is not None and not self._dated(part, i):
            after = self._bare(part.stop)
            if after and after.kind is Kind.HUNDRED:
                part = part._replace(
                    value=times(part.value, 100), stop=part.stop + 1, floor=100 if whole(part.value) else 0
                )
        if part.floor != 100:
            return part
        word = self.word(i)
        j = self.joined(part.stop, word is not None and word.definite)
        added = self._lone_thousand(j) or self._element(j) if j >= 0 else None
        if added is None or not 0 < added.value < 100 or not whole(added.value):
            return part
        return _add(part, added)

    def _lone_thousand(self, i: int) -> Part | None:
        """ "مئة وألف ألف", 101,000: the singular of the scale that follows stands for one of it."""
        word, after = self.word(i), self._bare(i + 1)
        if word and after and word.kind is Kind.SCALE and after.kind is Kind.SCALE and word.value == after.value:
            return Part(Decimal(1), i + 1, 1)
        return None

    def _element(self, i: int) -> Part | None:
        """A number below a thousand but for what و adds to its hundreds; or digits."""
        word = self.word(i)
        if word is None:
            return self._digits(i)
        if word.kind in (Kind.UNIT, Kind.BOUND):
            return self._unit(i, word)
        if word.kind in (Kind.TEN, Kind.TEEN, Kind.TENS):
            return Part(Decimal(word.value), i + 1, 1)
        if word.kind in (Kind.HUNDRED, Kind.HUNDREDS):
            if word.hamza and "ئ" not in self.written(i) and not self._amid_number(i, word):
                return None
            return Part(Decimal(word.value), i + 1, 100)
        return None

    def _amid_number(self, i: int, word: Word) -> bool:
        """Whether ميتين stands in a number ("ألف وميتين", "ميتين ألف") and so can only be two hundred."""
        before, after = self.word(i - 1), self._bare(i + 1)
        if word.conjoined and before is not None and before.kind in (Kind.SCALE, Kind.DUAL, Kind.PLURAL):
            return True
        return (after is not None and after.kind is Kind.SCALE) or self.joined(i + 1) >= 0

    def _unit(self, i: int, word: Word) -> Part | None:
        """3, 13, 23 and 300 all begin with the same word."""
        after = self._bare(i + 1)
        if after:
            if after.kind is Kind.TEN:
                return Part(Decimal(word.value + 10), i + 2, 1)
            if after.kind is Kind.FRACTIONS:
                return None
            if word.value >= 3 and (after.kind is Kind.HUNDRED or (after.kind is Kind.PLURAL and after.value == 100)):
                return Part(Decimal(word.value * 100), i + 2, 100)
        j = self.joined(i + 1, word.definite)
        tens = self.word(j) if j >= 0 else None
        if tens and tens.kind is Kind.TENS and not self._range(i, j):
            return Part(Decimal(word.value + tens.value), j + 1, 1)
        if word.kind is Kind.BOUND or (self._forms[i] == _ONE and self.written(i)[1:2] in ("أ", "إ")):
            return None  # أحد، إحدى, and وأحد, are pronouns without a ten
        return Part(Decimal(word.value), i + 1, 1)

    def _range(self, i: int, tens: int) -> bool:
        """ "بين خمسة وعشرين": two ends, unless a third number follows as the real second one."""
        if i == 0 or self._forms[i - 1] != _BETWEEN:
            return False
        for k in range(tens + 1, min(tens + 4, self._size)):
            if self.joined(k) >= 0:
                return False
            if not self._forms[k].isalpha():
                break
        return True

    def _digits(self, i: int) -> Part | None:
        if not 0 <= i < self._size or self._forms[i][0] not in STARTS:
            return None
        found = literals(self._tokens, i)
        if len(found) != 1:
            return None
        digits = found[0]
        value = times(digits.value, 1000) if digits.ambiguous and self._grouped(digits) else digits.value
        floor = 1 if whole(value) else 0
        return Part(value, digits.stop, floor, digits, digits.fraction, digits.ambiguous, digits.suspicious)

    def _grouped(self, digits: Numeral) -> bool:
        """Whether the dot in "43.799 شخصا" groups thousands, as much of the Arabic press has it.

        It does before a counted noun, and after two or three digits nearly always; not before a scale or a percentage.
        """
        word = self.word(digits.stop)
        if word is not None and word.kind in (Kind.SCALE, Kind.PLURAL, Kind.HUNDRED):
            return False
        form = self._forms[digits.stop] if digits.stop < self._size else ""
        if form == "%" or (form == "في" and (rate := self.word(digits.stop + 1)) and rate.kind is Kind.HUNDRED):
            return False
        return abs(digits.value) >= 10 or (self._noun(digits.stop) and form not in _MEASURES)

    # --- neighbours ---------------------------------------------------------------------------------------------------

    def _bare(self, i: int) -> Word | None:
        word = self.word(i)
        return word if word and word.bare else None

    def _noun(self, i: int) -> bool:
        """Whether an indefinite word that could be counted stands at `i`."""
        form = self._forms[i] if i < self._size else ""
        return len(form) > 2 and form.isalpha() and form not in _FUNCTION_WORDS and not form.startswith(("ال", "و"))

    def _article(self, i: int) -> bool:
        form = self._forms[i] if i < self._size else ""
        return len(form) > 4 and form.startswith("ال")

    def _takes_genitive(self, i: int) -> bool:
        """Whether a definite noun follows, of which the word before is then a part."""
        word = self.word(i)
        if word:
            return word.definite and not word.conjoined and word.kind in (Kind.SCALE, Kind.HUNDRED, Kind.TENS)
        return self._article(i) and self._forms[i] not in _TIMES

    def _ten_follows(self, i: int) -> bool:
        word = self._bare(i + 1)
        return (word is not None and word.kind is Kind.TEN) or self.written(i)[1:2] in ("أ", "إ")

    def _tanwin(self, i: int) -> bool:
        return "\u064b" in self.written(i)


def _add(total: Part, added: Part) -> Part:
    return total._replace(
        value=EXACT.add(total.value, added.value.copy_sign(total.value)),
        stop=added.stop,
        floor=added.floor,
        ambiguous=total.ambiguous or added.ambiguous,
        suspicious=total.suspicious or added.suspicious,
    )


def whole(value: Decimal) -> bool:
    """Whether `value` is an integer; the remainder operator fails on long ones."""
    return value == value.to_integral_value()
