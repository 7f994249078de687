"""Numerals in Persian text, in words, digits and mixtures of both.

How number words compose is in `persian_grammar`, which of them are other words here in `persian_homographs`. "یک"
before a noun is a numeral even where it is an article; the quantity layer judges that.
"""

from collections.abc import Iterable
from fractions import Fraction

from extract.numbers.addresses import ADDRESS_STARTS, address_end
from extract.numbers.digits import STARTS, literals, multiplied
from extract.numbers.numeral import Numeral
from extract.numbers.persian_grammar import Atom, Reader, Sum
from extract.numbers.persian_homographs import is_other_word
from extract.numbers.persian_words import Kind, folded, heads, read_form
from extract.numbers.rational import Rational, decimal
from extract.text import Tokens, fold_word

_VAGUE = folded("چند چندین")
_NEGATIVE = fold_word("منفی")
_ORDINAL_ENDINGS = folded("م ام مین امین")
_FREE_ENDINGS = folded("ام امین")  # those that may stand apart: "۱۲ ام"
_CONTINUES = _ORDINAL_ENDINGS | folded("ممیز")
_GOING_ON = STARTS | frozenset("وkmbgt")  # first letters of what may continue a numeral, و above all
_NO_HALF = folded("نگاه نگاهی رخ خیز فصل دایره کره شب النهار سوز تنه وجبی")  # نیم and نصف in words that measure nothing


def scan(tokens: Tokens) -> list[Numeral]:
    """The numerals among `tokens`, in order; bare plurals ("صدها", "چند هزار") are `plural_scale`."""
    judge = _Judge(tokens)
    found: list[Numeral] = []
    resume = 0
    for index in tokens.where(_openers(tokens.vocabulary)):
        if index < resume:
            continue
        if tokens.forms[index] in ADDRESS_STARTS:
            resume = address_end(tokens, index)
            continue
        numerals = judge.numerals(index)
        if numerals:
            found.extend(numerals)
            resume = numerals[-1].stop
    return found


def _openers(forms: Iterable[str]) -> list[str]:
    """Those of `forms` that may begin a numeral."""
    starts = heads()
    return [
        form
        for form in forms
        if (form[:2] in starts and read_form(form))
        or form[0] in STARTS
        or (form[0] == "و" and form[1:3] in starts)
        or form in ADDRESS_STARTS
    ]


class _Judge:
    """Reads the numeral at a token, minding what stands around it."""

    __slots__ = ("_reader", "_starts", "_tokens")

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._starts = heads()
        self._reader = Reader(tokens)

    def numerals(self, index: int) -> tuple[Numeral, ...]:
        """The numeral that begins at `index`, if any; several where a cluster of digits is no single number."""
        atom = self._reader.atom(index)
        if atom is None:
            return literals(self._tokens, index) if self._tokens.forms[index][0] in STARTS else ()
        if atom.numeral is None and self._is_whole(atom) and is_other_word(self._reader, atom):
            return ()
        if atom.word.plural:
            numeral = self._vague(atom, atom.value)
        elif atom.word.rank:
            numeral = self._numeral(atom, atom, atom.value, ordinal=True)
        elif atom.kind is Kind.HALF:
            numeral = self._half(atom)
        elif self._ends(atom):
            numeral = self._single(atom)
        else:
            numeral = self._counted(atom)
        return (numeral,) if numeral else ()

    def _ends(self, atom: Atom) -> bool:
        """Whether no numeral can go on behind `atom`, so that it needs no grammar."""
        following = self._tokens.form(atom.stop)
        if atom.numeral is None and not self._is_whole(atom):
            return False
        if following[:1] in _GOING_ON or following in _CONTINUES:
            return False
        return following[:2] not in self._starts or read_form(following) is None

    def _is_whole(self, atom: Atom) -> bool:
        """Whether `atom` is all of its token."""
        return self._tokens.ends[atom.stop - 1] == atom.end and self._tokens.starts[atom.first] == atom.start

    def _single(self, atom: Atom) -> Numeral | None:
        """A numeral of one atom."""
        if atom.numeral:
            return self._literal(atom)
        if self._tokens.form(atom.first - 1) in _VAGUE and atom.kind in (Kind.SCALE, Kind.HUNDRED, Kind.TEEN):
            return self._vague(atom, atom.value)
        if atom.word.adjective:
            return None
        value = 12 if atom.kind is Kind.DOZEN else atom.value
        return self._numeral(
            atom, atom, value, scale_only=atom.kind in (Kind.SCALE, Kind.DOZEN) or self._bare_hundred(atom)
        )

    def _bare_hundred(self, atom: Atom) -> bool:
        return atom.value == 100 and atom.kind is Kind.HUNDRED and atom.end - atom.start == 2  # "صد", but not "یکصد"

    def _counted(self, atom: Atom) -> Numeral | None:
        reader = self._reader
        total = reader.pointed(reader.cardinal(atom))
        fraction = self._fraction(atom, total)
        if fraction:
            return fraction
        ordinal = self._ordinal(atom, total)
        if ordinal:
            return ordinal
        total = self._dozens(reader.mixed(total))
        if total.last is atom:
            return self._single(atom)
        if self._tokens.form(atom.first - 1) in _VAGUE and atom.kind in (Kind.SCALE, Kind.HUNDRED, Kind.TEEN):
            return self._vague(atom, total.value, total.last)
        return self._numeral(atom, total.last, total.value)

    def _literal(self, atom: Atom) -> Numeral | None:
        """Digits by themselves: with an ordinal ending ("۱۲ام"), a Latin multiplier ("10k"), or plain."""
        numeral = atom.numeral
        if numeral is None:
            return None
        ending = self._tokens.form(atom.stop)
        joined = self._tokens.joined(atom.stop - 1)
        if ending in _ORDINAL_ENDINGS and (joined or ending in _FREE_ENDINGS) and 0 < atom.value < 1000:
            last = atom._replace(stop=atom.stop + 1, end=self._tokens.ends[atom.stop])
            return self._numeral(atom, last, atom.value, ordinal=True)
        return self._signed(multiplied(self._tokens, numeral))

    def _dozens(self, total: Sum) -> Sum:
        if total.alone and total.last.kind is Kind.DOZEN:
            return total._replace(value=12)
        step = self._reader.after(total.last)
        dozen = step.cardinal(Kind.DOZEN)
        return Sum(total.value * 12, dozen, False) if dozen and not step.linked else total

    # --- fractions, ranks and vague amounts ---------------------------------------------------------------------------

    def _fraction(self, first: Atom, total: Sum) -> Numeral | None:
        """ "دو سوم", "یک ربع", "بیست و پنج صدم", or the count that it makes: "سه چهارم میلیون"."""
        over = self._reader.over(total)
        if over is None:
            step = self._reader.after(total.last)
            over = None if step.linked else step.cardinal(Kind.HALF)
            if over is None or over.value == 2 or not 0 < total.value < over.value:
                return None
        return self._part(first, over, Fraction(total.value) / over.value)

    def _part(self, first: Atom, last: Atom, value: Fraction) -> Numeral:
        step = self._reader.after(last)
        scale = None if step.linked else step.cardinal(Kind.SCALE)
        if scale:
            whole = self._reader.scaled(Sum(value, last, False))
            return self._numeral(first, whole.last, whole.value)
        return self._numeral(first, last, value, fraction=True)

    def _half(self, atom: Atom) -> Numeral | None:
        """ "نیم میلیون", "نیمی از", "ثلث", "ربع"; but neither midnight nor "the fourth quarter"."""
        following = self._tokens.form(atom.stop)
        if following in _NO_HALF:
            return None
        step = self._reader.after(atom)
        if atom.value == 4 and step.atom and step.atom.word.rank:
            return None
        return self._part(atom, atom, Fraction(1, Fraction(atom.value)))

    def _ordinal(self, first: Atom, total: Sum) -> Numeral | None:
        """`total` with the rank that ends it: "بیست و یکم", "هزار و سیصدمین"."""
        step = self._reader.after(total.last)
        rank = step.atom
        if rank is None or not rank.word.rank:
            return None
        last = total.last
        if rank.kind is Kind.SCALE and not step.linked and last.kind is not Kind.SCALE and total.group > 0:
            if not rank.word.attributive:  # "دو هزارم" is 0.002 wherever no مین says otherwise
                return self._part(first, rank, Fraction(total.value) / rank.value)
            value = total.value - total.group + total.group * rank.value
            return self._numeral(first, rank, value, ordinal=True)
        if last.kind is Kind.TENS and rank.kind is Kind.UNIT:
            return self._numeral(first, rank, total.value + rank.value, ordinal=True)
        if step.linked and last.kind in (Kind.HUNDRED, Kind.SCALE) and rank.value < min(last.value, total.scale):
            return self._numeral(first, rank, total.value + rank.value, ordinal=True)
        if step.linked and last.kind is Kind.HUNDRED and rank.value < 100:
            return self._numeral(first, rank, total.value + rank.value, ordinal=True)
        return None

    def _vague(self, atom: Atom, value: Rational, last: Atom | None = None) -> Numeral:
        """Bare plurals with the scales they count: "صدها هزار", "چند میلیون"."""
        last = last or atom
        step = self._reader.after(last)
        while not step.linked:
            scale = step.atom
            if scale is None or scale.word.rank or scale.kind is not Kind.SCALE:
                break
            value, last = value * scale.value, scale
            step = self._reader.after(scale)
        return self._numeral(atom, last, value, plural_scale=True)

    # --- building -----------------------------------------------------------------------------------------------------

    def _numeral(
        self,
        first: Atom,
        last: Atom,
        value: Rational,
        *,
        ordinal: bool = False,
        fraction: bool = False,
        scale_only: bool = False,
        plural_scale: bool = False,
    ) -> Numeral:
        start_token = first.numeral.first if first.numeral else first.first
        numeral = Numeral(
            start_token, last.stop, first.start, last.end, decimal(value), ordinal, fraction, scale_only, plural_scale,
            suspicious=first.numeral.suspicious if first.numeral else "",
        )  # fmt: skip
        return numeral if ordinal or plural_scale else self._signed(numeral)

    def _signed(self, numeral: Numeral) -> Numeral:
        """The numeral with "منفی" before it."""
        index = numeral.first - 1
        if self._tokens.form(index) != _NEGATIVE or numeral.value < 0:
            return numeral
        return Numeral(
            index, numeral.stop, self._tokens.starts[index], numeral.end, -numeral.value, False, numeral.fraction,
            suspicious=numeral.suspicious,
        )  # fmt: skip
