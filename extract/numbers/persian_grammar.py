"""How Persian number words compose: "دو هزار و پانصد و سی و یک", "۱۲ میلیون و ۳۰۰ هزار", "دو و سه چهارم".

Read greedily, as in English: a word joins only into the slot that is still open. The conjunction و is what holds the
places together, so digits join only where a scale word stands between ("۱۰ و ۱۵" are two numerals).
"""

from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from extract.numbers.digits import STARTS, literals, plain
from extract.numbers.numeral import Numeral
from extract.numbers.persian_words import Form, Kind, Word, folded, heads, read_form
from extract.numbers.rational import Rational
from extract.text import Tokens, fold_word

_SPELLED = (Kind.UNIT, Kind.TEEN, Kind.TENS)
_HALF = fold_word("نیم")
_POINT = fold_word("ممیز")
_WEEKDAY = fold_word("شنبه")
_THIRTIETH = fold_word("ام")
_PLURAL = fold_word("ها")
_LONGEST_DECIMAL = 30
_THOUSAND = 1000
_BETWEEN = folded("بین میان مابین")  # «بین هزار و ۲۰۰ میلیون»: two numbers
_BETWEEN_REACH = 3  # tokens, over a qualifier
# Before "۹/۱۱" these say that the stroke is no decimal point.
_DATED = folded("تاریخ مورخ مورخه روز ساعت شماره حوادث حادثه ماده بند پلاک حملات")


@cache
def _measures() -> frozenset[str]:
    """What follows "۲/۵" where the stroke is the decimal point."""
    return folded(
        "% درصد درصدی هزار میلیون میلیارد تریلیون بیلیون میلیونی میلیاردی ریشتر ریشتری کیلومتر کیلومتری متر متری "
        "سانتی‌متر سانتیمتر میلی‌متر میلیمتر مترمربع هکتار لیتر لیتری بشکه تن تنی کیلو کیلوگرم گرم دلار دلاری یورو تومان "
        "تومانی ریال ریالی دینار افغانی برابر سال ساله ماه ساعت ساعته دقیقه ثانیه روز هفته واحد واحدی مگاوات گیگاوات "
        "کیلووات گیگابایت مگابایت اینچ فوت مایل درجه نفر امتیاز"
    )


class Atom(NamedTuple):
    """One number word (or one literal in digits): its place among the tokens, in the folded text and in its token."""

    first: int
    stop: int
    start: int
    end: int
    word: Word
    value: Rational
    closed: bool = False
    piece: int = 0
    numeral: Numeral | None = None  # of a literal

    @property
    def kind(self) -> Kind:
        """The place of the word in a numeral."""
        return self.word.kind


class Step(NamedTuple):
    """The atom after another, if any, and whether و links them."""

    linked: bool
    atom: Atom | None

    def cardinal(self, *kinds: Kind) -> Atom | None:
        """The next atom if it is a cardinal of one of these kinds."""
        atom = self.atom
        return atom if atom and not atom.word.rank and not atom.word.plural and atom.kind in kinds else None


class Sum(NamedTuple):
    """A cardinal read so far."""

    value: Rational
    last: Atom
    alone: bool = True
    scale: Rational = 1  # the multipliers that end it
    group: Rational = 0  # its last group, which an ordinal multiplies


class Reader:
    """The grammar over one text's tokens; what a token begins is read once and kept."""

    __slots__ = ("_atoms", "_heads", "tokens")

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._heads = heads()
        self._atoms: dict[int, Atom | None] = {}

    # --- atoms and links ----------------------------------------------------------------------------------------------

    def form_at(self, index: int) -> Form | None:
        """The number words of token `index`."""
        form = self.tokens.form(index)
        if form[:2] in self._heads or (form[:1] == "و" and form[1:3] in self._heads):
            return read_form(form)
        return None

    def atom(self, index: int) -> Atom | None:
        """The first atom of token `index`."""
        if index not in self._atoms:
            self._atoms[index] = self._read(index)
        return self._atoms[index]

    def _read(self, index: int) -> Atom | None:
        form = self.tokens.form(index)
        if form[:1] in STARTS and form:
            stroke = self._stroke(index)
            found = (stroke,) if stroke else literals(self.tokens, index)
            if len(found) != 1:
                return None
            numeral = found[0]
            return Atom(
                index,
                numeral.stop,
                numeral.start,
                numeral.end,
                Word(Kind.LITERAL, 0),
                Fraction(numeral.value),
                numeral=numeral,
            )
        read = self.form_at(index)
        return self._piece(index, read, 0) if read else None

    def _piece(self, index: int, form: Form, place: int) -> Atom | None:
        base = self.tokens.starts[index]
        piece = form.pieces[place]
        stop, end = index + 1, base + piece.end
        word = piece.word
        following = self.tokens.form(stop)
        whole = place == 0 and piece.end == len(self.tokens.forms[index])
        if whole and following == _PLURAL and (word.kind is Kind.SCALE or word.value in (10, 100)):
            word, stop, end = word._replace(plural=True), stop + 1, self.tokens.ends[stop]
        elif whole and following == _THIRTIETH and word.value == 30 and word.kind is Kind.TENS:
            word, stop, end = word._replace(rank=True), stop + 1, self.tokens.ends[stop]
        elif whole and following.startswith(_WEEKDAY) and word.kind is Kind.UNIT:
            return None
        closed = form.closed and place + 1 == len(form.pieces)
        return Atom(index, stop, base + piece.start, end, word, word.value, closed, place)

    def after(self, atom: Atom) -> Step:
        """What follows `atom`: in its token, or in the next, across blanks and و."""
        form = None if atom.numeral else self.form_at(atom.first)
        linked = False
        if form:
            if atom.piece + 1 < len(form.pieces):
                return Step(form.pieces[atom.piece + 1].linked, self._piece(atom.first, form, atom.piece + 1))
            if atom.closed:
                return Step(False, None)
            linked = form.linking
        index = atom.stop
        if not linked and self.tokens.form(index) == "و":
            linked, index = True, index + 1
        following = self.atom(index)
        if following is None or (following.numeral and following.numeral.first < index):
            return Step(linked, None)
        if following.start > self.tokens.starts[index] and not following.numeral:  # "وپنجاه"
            if linked or self.tokens.form(index)[0] != "و":
                return Step(linked, None)
            linked = True
        return Step(linked, following)

    def _stroke(self, index: int) -> Numeral | None:
        """A decimal written with a stroke, as Persian papers do: "۲/۵ درصد", "۰/۵"; or thousands: "۱/۲۰۰/۰۰۰"."""
        tokens = self.tokens
        groups, stop = self._stroked(index)
        if len(groups) < 2 or not all(group.isdigit() and len(group) <= _LONGEST_DECIMAL for group in groups):
            return None
        thousands = len(groups[0]) <= 3 and groups[0][0] != "0" and all(len(group) == 3 for group in groups[1:])
        start, end = tokens.starts[index], tokens.ends[stop - 1]
        if thousands and (len(groups) > 2 or groups[1] == "000"):
            return Numeral(index, stop, start, end, Decimal("".join(groups)))
        if len(groups) > 2:
            return None
        head, tail = groups
        before = tokens.form(index - 1)
        decimal = tokens.form(stop) in _measures() or int(head) == 0
        if not decimal and (before in _DATED or len(head) > 2 or int(head) <= int(tail)):
            return None
        if before == "-" and tokens.joined(index - 1):
            return None
        return Numeral(index, stop, start, end, plain(Decimal(f"{head}.{tail}")))

    def _stroked(self, index: int) -> tuple[list[str], int]:
        tokens = self.tokens
        groups, stop = [tokens.forms[index]], index + 1
        if tokens.form(index - 1) == "/" and tokens.joined(index - 1):
            return groups, stop
        while tokens.form(stop) == "/" and tokens.joined(stop - 1) and tokens.joined(stop):
            groups.append(tokens.forms[stop + 1])
            stop += 2
        return groups, stop

    # --- cardinals ----------------------------------------------------------------------------------------------------

    def cardinal(self, first: Atom) -> Sum:
        """The longest cardinal from `first`, which is no rank."""
        total = self.scaled(self._group(first))
        while total.scale >= 1000 and total.value == int(total.value):
            step = self.after(total.last)
            if not self._continues(total, step) or not step.atom:
                break
            below = self._group(step.atom)
            group = self.scaled(below)
            if step.linked and self._shares_scale(first, total, below, group):
                scale = group.last.value
                total = Sum(total.value * scale + group.value, group.last, False, scale, group.value)
                continue
            if not 0 < group.value < total.scale or group.value != int(group.value):
                break
            if step.linked and group.scale == 1 and self.proper(step.atom):
                break
            total = Sum(total.value + group.value, group.last, False, group.scale, group.group)
        return total

    def _shares_scale(self, first: Atom, total: Sum, below: Sum, group: Sum) -> bool:
        """Whether the last scale word of `group` multiplies `total` too: «۳ هزار و ۴۰۰ میلیارد», «یک میلیون و ۲۰۰ هزار
        میلیارد», but not «بین هزار و ۲۰۰ میلیون».
        """
        last = group.last
        if below.last is last or below.last.kind is Kind.SCALE or total.last.value != total.scale:
            return False
        if not 0 < below.value < _THOUSAND or below.value != int(below.value) or last.value <= _THOUSAND:
            return False
        before = self.tokens.forms[max(0, first.first - _BETWEEN_REACH) : first.first]
        return group.scale * _THOUSAND == total.scale * last.value and _BETWEEN.isdisjoint(before)

    def _continues(self, total: Sum, step: Step) -> bool:
        """Whether another group may follow; digits without و only to fill three places: "۲ هزار ۵۰۰"."""
        atom = step.cardinal(*_SPELLED, Kind.HUNDRED, Kind.LITERAL, Kind.SCALE)
        if atom is None or (atom.kind is Kind.SCALE and not step.linked):
            return False
        if atom.kind is not Kind.LITERAL or step.linked:
            return True
        return total.scale == 1000 and 100 <= atom.value < 1000

    def _group(self, atom: Atom) -> Sum:
        """A number below a scale word: "دویست و پنج", and the Afghan "سه صد"."""
        if atom.kind in (Kind.SCALE, Kind.DOZEN):
            return Sum(1, atom, group=1)
        if atom.kind is Kind.HUNDRED:
            return self._rest(Sum(atom.value, atom, group=atom.value))
        total = self.units(atom)
        step = self.after(total.last)
        hundred = step.cardinal(Kind.HUNDRED)
        if hundred and not step.linked and hundred.value == 100 and 1 <= total.value <= 9:
            value = total.value * 100
            if value == int(value):
                return self._rest(Sum(value, hundred, False, group=value))
        return total

    def _rest(self, total: Sum) -> Sum:
        step = self.after(total.last)
        atom = step.cardinal(*_SPELLED)
        if atom is None or (step.linked and self.proper(atom)):
            return total
        rest = self.units(atom)
        value = total.value + rest.value
        return Sum(value, rest.last, False, group=value)

    def units(self, atom: Atom) -> Sum:
        """One atom, or tens with their unit ("بیست و یک", in a hurry "نود هفت")."""
        if atom.kind is Kind.TENS:
            step = self.after(atom)
            unit = step.cardinal(Kind.UNIT)
            if unit and (step.linked or unit.value != 1):
                value = atom.value + unit.value
                over = self._denominator(self.after(unit))
                if over is None or value < over.value or unit.value >= over.value:
                    return Sum(value, unit, False, group=value)
        return Sum(atom.value, atom, group=atom.value)

    def scaled(self, total: Sum) -> Sum:
        """`total` times the scale words that follow it: "هزار میلیارد"."""
        step = Step(False, total.last) if total.alone and total.last.kind is Kind.SCALE else self.after(total.last)
        chained: Rational = 1
        largest: Rational = 1
        while not step.linked:
            scale = step.cardinal(Kind.SCALE)
            if scale is None or scale.value < largest or total.value == 0:
                break
            largest, chained = scale.value, chained * scale.value
            value = total.value * scale.value
            total = Sum(value, scale, total.alone and scale is total.last, chained, value)
            step = self.after(scale)
        return total

    def pointed(self, total: Sum) -> Sum:
        """`total` with the decimals after "ممیز": "دو ممیز پنج", "سه ممیز بیست و پنج صدم", "سه ممیز یک چهار"."""
        index = total.last.stop
        if self.tokens.form(index) != _POINT or total.last.closed or total.value != int(total.value):
            return total
        atom = self.atom(index + 1)
        if atom is None or atom.word.rank or atom.word.plural or atom.kind in (Kind.HALF, Kind.SCALE, Kind.DOZEN):
            return total
        zeros = 0
        while atom.kind is Kind.ZERO and zeros < _LONGEST_DECIMAL:
            following = self.after(atom)
            if following.linked or following.atom is None or following.atom.word.rank:
                break
            zeros, atom = zeros + 1, following.atom
        decimals = self._group(atom)
        if decimals.value != int(decimals.value):
            return total
        over = self._denominator(self.after(decimals.last))
        if over and decimals.value < over.value:
            value = total.value + Fraction(decimals.value) / over.value
            return self.scaled(Sum(value, over, False, group=value))
        written = self.tokens.forms[atom.first] if atom.numeral else str(decimals.value)
        last = decimals.last
        following = self._digit_after(last) if last is atom and atom.kind is Kind.UNIT else None
        while following and len(written) < _LONGEST_DECIMAL:
            written, last = written + str(following.value), following
            following = self._digit_after(last)
        value = total.value + Fraction(int(written), 10 ** (zeros + len(written)))
        return self.scaled(Sum(value, last, False, group=value))

    def _digit_after(self, atom: Atom) -> Atom | None:
        """A digit said right after `atom`: the "چهار" of "ممیز یک چهار"."""
        step = self.after(atom)
        unit = step.cardinal(Kind.UNIT, Kind.ZERO)
        return unit if unit and not step.linked and not unit.numeral else None

    # --- fractions ----------------------------------------------------------------------------------------------------

    def _denominator(self, step: Step) -> Atom | None:
        atom = step.atom
        return atom if atom and not step.linked and atom.word.rank and not atom.word.attributive else None

    def over(self, total: Sum) -> Atom | None:
        """The denominator after `total`, if the two make a fraction below one: "دو سوم", "بیست و پنج صدم"."""
        atom = self._denominator(self.after(total.last))
        if atom is None or not 0 < total.value < atom.value or total.last.kind is Kind.SCALE:
            return None
        if total.last.kind is Kind.TENS and atom.kind is Kind.UNIT:
            return None
        if total.last.numeral and (atom.kind is not Kind.UNIT or total.value != int(total.value)):
            return None
        return atom

    def proper(self, atom: Atom | None) -> tuple[Fraction, Atom] | None:
        """A fraction below one that may follow و: "نیم", "سه چهارم", "بیست و پنج صدم"."""
        if atom is None or atom.word.rank or atom.word.plural:
            return None
        if atom.kind is Kind.HALF:
            written = self.tokens.folded.text[atom.start : atom.end]
            return (Fraction(1, 2), atom) if written == _HALF else None
        if atom.kind not in _SPELLED:
            return None
        numerator = self.units(atom)
        over = self.over(numerator)
        if over:
            return Fraction(numerator.value) / over.value, over
        quarter = self.after(numerator.last).cardinal(Kind.HALF)
        if quarter and quarter.value > numerator.value and quarter.value > 2:
            return Fraction(numerator.value) / quarter.value, quarter
        return None

    def mixed(self, total: Sum) -> Sum:
        """`total` with a fraction after و, and the scale that multiplies both: "یک و نیم میلیون"."""
        step = self.after(total.last)
        fraction = self.proper(step.atom) if step.linked else None
        if fraction is None:
            return total
        value, last = fraction
        base = total.scale if total.last.kind is Kind.SCALE else 1
        following = self.after(last)
        scale = following.cardinal(Kind.SCALE, Kind.DOZEN) if not following.linked else None
        if scale is None:
            return Sum(total.value + value * base, last, False)
        if base > scale.value:
            return Sum(total.value + value * scale.value, scale, False, scale.value)
        return self.scaled(Sum(total.value + value, last, False))
