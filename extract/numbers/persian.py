"""Numerals in Persian text, in words, digits and mixtures of both.

How number words compose is in `persian_grammar`; here is what only the words around them decide: whether نه is nine or
"no", سی thirty or the letter C, "در صد" a hundred or percent, "دهم" tenth or "that I give". "یک" before a noun is a
numeral here even where it is an article; the quantity layer judges that.
"""

from decimal import Decimal
from fractions import Fraction

from extract.numbers.addresses import ADDRESS_STARTS, address_end
from extract.numbers.digits import STARTS, literals, multiplied, ratio
from extract.numbers.numeral import Numeral
from extract.numbers.persian_grammar import Atom, Rational, Reader, Sum
from extract.numbers.persian_words import Kind, context, heads, read_form
from extract.text import Tokens, fold_word

_CLAUSE = 12  # tokens looked ahead for the second half of "neither ... nor"
_CLAUSE_ENDS = frozenset(".!?؟؛;\n")


def _folded(text: str) -> frozenset[str]:
    return frozenset(map(fold_word, text.split()))


_VAGUE = _folded("چند چندین")
_NEGATIVE = fold_word("منفی")
_ORDINAL_ENDINGS = _folded("م ام مین امین")
_FREE_ENDINGS = _folded("ام امین")  # those that may stand apart: "۱۲ ام"
_CONTINUES = _ORDINAL_ENDINGS | {fold_word("ممیز")}
_PERCENT_BEFORE = fold_word("در")
_NO = fold_word("نه")
_ONLY = _folded("تنها فقط اینکه آنکه تنهاتر")
_OTHER = _folded("دیگر")
_TIME = _folded("بار")
_OF = fold_word("از")
_EVERY = fold_word("هر")
_MINISTER = fold_word("وزیر")
_TRACK = fold_word("میدانی")
_SAFAR = _folded("ماه المظفر")
_TENTH = fold_word("دهم")
_GOING_ON = STARTS | frozenset("وkmbgt")  # first letters of what may continue a numeral, و above all
_RANGES = _folded("تا یا الی")


def scan(tokens: Tokens) -> list[Numeral]:
    """The numerals among `tokens`, in order; bare plurals ("صدها", "چند هزار") are `plural_scale`."""
    judge = _Judge(tokens)
    found: list[Numeral] = []
    resume = 0
    for index in _candidates(tokens.forms):
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


def _candidates(forms: list[str]) -> list[int]:
    """The tokens that may begin a numeral."""
    starts = heads()
    return [
        index
        for index, form in enumerate(forms)
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
        if atom.numeral is None and self._other_word(atom):
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
        if atom.numeral is None and not self._whole(atom):
            return False
        return following[:2] not in self._starts and following[:1] not in _GOING_ON and following not in _CONTINUES

    def _whole(self, atom: Atom) -> bool:
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
        if following in context().no_half:
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

    # --- homographs ---------------------------------------------------------------------------------------------------

    def _other_word(self, atom: Atom) -> bool:
        """Whether the word is no numeral here."""
        check = _CHECKS.get((atom.word.kind, atom.word.value, atom.word.rank))
        return check is not None and self._whole(atom) and check(self, atom)

    def _is_no(self, atom: Atom) -> bool:
        """نه is "no" unless something counted follows, or a number-taking word stands before it."""
        words, form = context(), self._tokens.form
        step = self._reader.after(atom)
        if atom.closed or (not step.linked and step.cardinal(Kind.SCALE, Kind.HUNDRED)):
            return False
        if form(atom.stop) in _ONLY or self._negates_again(atom):
            return True
        before = form(atom.first - 1)
        if before in _RANGES:
            earlier = self._reader.atom(atom.first - 2) if atom.first > 1 else None
            return earlier is None
        return form(atom.stop) not in words.counters and before not in words.before_nine

    def _negates_again(self, atom: Atom) -> bool:
        """Whether another نه stands in the clause, before or behind: "نه نفتی دارد و نه گازی"."""
        forms = self._tokens.forms
        for step in (1, -1):
            index = atom.first + step
            for _ in range(_CLAUSE):
                if not 0 <= index < len(forms) or forms[index] in _CLAUSE_ENDS:
                    break
                if forms[index] == _NO and self._alone(index):
                    return True
                index += step
        return False

    def _alone(self, index: int) -> bool:
        """Whether نه at `index` is not the unit of a compound ("سی و نه")."""
        form = self._tokens.form
        return not (form(index - 1) == "و" and (self._reader.atom(index - 2) is not None))

    def _is_letter(self, atom: Atom) -> bool:
        names = context().letter_names
        before, after = self._tokens.form(atom.first - 1), self._tokens.form(atom.stop)
        return before in names or after in names

    def _is_village(self, atom: Atom) -> bool:
        return self._tokens.form(atom.first - 1) in context().villages

    def _is_percent(self, atom: Atom) -> bool:
        """ "در صد" after a number is percent written apart."""
        if self._tokens.form(atom.first - 1) != _PERCENT_BEFORE or atom.first < 2:
            return False
        index = atom.first - 2
        before = self._tokens.form(index)
        return before[0] in STARTS or self._reader.atom(index) is not None

    def _is_pronoun(self, atom: Atom) -> bool:
        """ "هر یک از", "هیچ یک", "یک بار دیگر" count nothing."""
        form = self._tokens.form
        before, after = form(atom.first - 1), form(atom.stop)
        if before in context().pronouns or (before == _EVERY and after == _OF):
            return True
        return after in _TIME and form(atom.stop + 1) in _OTHER

    def _is_safar(self, atom: Atom) -> bool:
        form = self._tokens.form
        return form(atom.first - 1) in _SAFAR or form(atom.stop) in _SAFAR or form(atom.first - 1)[:1] in STARTS

    def _is_verb(self, atom: Atom) -> bool:
        written = self._tokens.forms[atom.first]
        return written == _TENTH and self._tokens.form(atom.first - 1) in context().light_verbs

    def _is_minister(self, atom: Atom) -> bool:
        """ "نخست وزیر" is a title."""
        return self._tokens.form(atom.stop) == _MINISTER

    def _is_track(self, atom: Atom) -> bool:
        """ "دو و میدانی" is a sport."""
        return self._tokens.form(atom.stop) == "و" and self._tokens.form(atom.stop + 1) == _TRACK

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
            start_token, last.stop, first.start, last.end, _decimal(value), ordinal, fraction, scale_only, plural_scale,
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


_CHECKS = {
    (Kind.UNIT, 9, False): _Judge._is_no,
    (Kind.UNIT, 1, False): _Judge._is_pronoun,
    (Kind.UNIT, 1, True): _Judge._is_minister,
    (Kind.UNIT, 2, False): _Judge._is_track,
    (Kind.TENS, 30, False): _Judge._is_letter,
    (Kind.TEEN, 10, False): _Judge._is_village,
    (Kind.TEEN, 10, True): _Judge._is_verb,
    (Kind.HUNDRED, 100, False): _Judge._is_percent,
    (Kind.ZERO, 0, False): _Judge._is_safar,
}


def _decimal(value: Rational) -> Decimal:
    return Decimal(value) if isinstance(value, int) else ratio(value.numerator, value.denominator)
