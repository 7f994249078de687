"""The words Persian numerals are made of, and how a joined form comes apart into them.

Persian writes "بیست‌وپنج" with joiners that real copy often loses, so one token may hold a whole numeral, with its
unit behind it ("دوماهه"). A form is taken apart only where every piece is a number word and fits the piece before it;
what is left over must be a known unit. So neither "دوده" nor "سیسی" nor "چهارشنبه" is a numeral.
"""

from enum import IntEnum
from functools import cache
from typing import NamedTuple

from extract.text import fold_word

_LONGEST_FORM = 40  # characters; nothing longer is a numeral
_KEPT_FORMS = 20_000


class Kind(IntEnum):
    """The place of a word in a numeral."""

    ZERO = 0
    UNIT = 1  # یک to نه
    TEEN = 2  # ده to نوزده
    TENS = 3  # بیست to نود
    HUNDRED = 4  # صد to نهصد, each one word
    SCALE = 5  # هزار and above
    DOZEN = 6
    HALF = 7  # نیم, ثلث, ربع: parts that are no ordinals
    LITERAL = 8  # digits


class Word(NamedTuple):
    """A number word. `rank` ends in م ("سوم"; a denominator too), `attributive` in مین ("سومین") or is اول."""

    kind: Kind
    value: int
    rank: bool = False
    attributive: bool = False
    plural: bool = False  # "صدها", "هزاران": vague
    adjective: bool = False  # "میلیونی", which only a number before it makes exact


class Piece(NamedTuple):
    """A number word inside a form, and whether و links it to the piece before."""

    start: int
    end: int
    word: Word
    linked: bool


class Form(NamedTuple):
    """A form taken apart."""

    pieces: tuple[Piece, ...]
    closed: bool = False  # a unit is glued on: nothing may follow
    linking: bool = False  # ends in the و that links it to the next token: "هزارو ۵۰۰"


def folded(words: str) -> frozenset[str]:
    """The words of a list, comparable with `Tokens.forms`."""
    return frozenset(map(fold_word, words.split()))


_CARDINALS: dict[Kind, str] = {
    Kind.ZERO: "صفر=0",
    Kind.UNIT: "یک=1 دو=2 سه=3 چهار=4 چار=4 پنج=5 شش=6 شیش=6 هفت=7 هشت=8 نه=9",
    Kind.TEEN: "ده=10 یازده=11 دوازده=12 سیزده=13 چهارده=14 چارده=14 پانزده=15 پونزده=15 شانزده=16 شونزده=16 هفده=17 "
    "هیفده=17 هجده=18 هیجده=18 هژده=18 هیژده=18 نوزده=19",
    Kind.TENS: "بیست=20 سی=30 چهل=40 پنجاه=50 شصت=60 هفتاد=70 هشتاد=80 نود=90",
    Kind.HUNDRED: "صد=100 یکصد=100 دویست=200 سیصد=300 چهارصد=400 چارصد=400 پانصد=500 پونصد=500 ششصد=600 شیشصد=600 "
    "هفتصد=700 هفصد=700 هشتصد=800 هشصد=800 نهصد=900",
    # بیلیون is a thousand million in the press, Iranian and Afghan, whatever the textbooks of the long scale say.
    Kind.SCALE: "هزار=1000 میلیون=1000000 ملیون=1000000 میلیارد=1000000000 ملیارد=1000000000 بیلیون=1000000000 "
    "تریلیون=1000000000000 ترلیون=1000000000000 کوادریلیون=1000000000000000",
    Kind.DOZEN: "دوجین=12",
}
_IRREGULAR_RANKS = {"یک": "یکم", "دو": "دوم", "سه": "سوم", "سی": "سی‌ام"}
_PARTS = {"نیم": 2, "نصف": 2, "نیمی": 2, "ثلث": 3, "ربع": 4}
_FIRST = "اول اولین نخست نخستین"

# What may be glued behind a numeral; "دوباره" (again) and "یکبار" (once) show why the list is closed.
UNITS = folded(
    "سال ساله سالگی ماه ماهه روز روزه ساعت ساعته هفته هفته‌ای دقیقه ثانیه قرن نفر نفره نفری تن تنی کشور کیلومتر "
    "کیلومتری متر متری کیلو کیلوگرم درصد درصدی دلار دلاری یورو تومان تومانی ریال ریالی دینار برابر تا هکتار بشکه "
    "فروند دستگاه مرحله مرحله‌ای طبقه"
)
_UNITS_OF_HALF = folded("ساعت ساعته قرن درصد")


def _rank(name: str) -> str:
    return _IRREGULAR_RANKS.get(name, name + "م")


@cache
def words() -> dict[str, Word]:
    """Every number word by its folded form."""
    table: dict[str, Word] = {}
    for kind, entries in _CARDINALS.items():
        for name, value in (entry.split("=") for entry in entries.split()):
            word = Word(kind, int(value))
            table[fold_word(name)] = word
            if kind not in (Kind.ZERO, Kind.DOZEN):
                table[fold_word(_rank(name))] = word._replace(rank=True)
                table[fold_word(_rank(name) + "ین")] = word._replace(rank=True, attributive=True)
            if kind is Kind.SCALE:
                table[fold_word(name + "ی")] = word._replace(adjective=True)
            elif kind is Kind.HUNDRED and word.value > 100:
                table[fold_word(name + "ی")] = word
            if kind is Kind.SCALE or name in ("صد", "ده"):
                table[fold_word(name + "ها")] = word._replace(plural=True)
                table[fold_word("چند" + name)] = word._replace(plural=True)
    table[fold_word("هزاران")] = Word(Kind.SCALE, 1000, plural=True)
    for name in _FIRST.split():
        table[fold_word(name)] = Word(Kind.UNIT, 1, rank=True, attributive=True)
    for name, value in _PARTS.items():
        table[fold_word(name)] = Word(Kind.HALF, value)
    return table


@cache
def heads() -> frozenset[str]:
    """The first two letters of every number word: the cheap test a scanner makes on each token."""
    return frozenset(word[:2] for word in words())


@cache
def _by_head() -> dict[str, tuple[str, ...]]:
    """Number words that may be part of a joined form, by their first two letters, longest first."""
    by_head: dict[str, list[str]] = {}
    alone = folded(_FIRST)
    for name, word in words().items():
        if not word.plural and name not in alone:
            by_head.setdefault(name[:2], []).append(name)
    return {head: tuple(sorted(names, key=len, reverse=True)) for head, names in by_head.items()}


_forms: dict[str, Form | None] = {}


def read_form(form: str) -> Form | None:
    """The number words that a folded form is made of, or None."""
    if form in _forms:
        return _forms[form]
    if len(_forms) >= _KEPT_FORMS:
        _forms.clear()
    _forms[form] = found = _read_form(form)
    return found


def _read_form(form: str) -> Form | None:
    table = words()
    word = table.get(form)
    if word:
        start = len("چند") if form.startswith("چند") else 0
        return Form((Piece(start, len(form), word, False),))
    if len(form) > _LONGEST_FORM:
        return None
    if form[0] == "و":  # "وپنجاه": the conjunction is written on
        inner = table.get(form[1:])
        if inner and (inner.kind is not Kind.HALF or form[1:] == fold_word("نیم")):
            return Form((Piece(1, len(form), inner, True),))
        return _parts(form, 1, (), True)
    return _parts(form, 0, (), False)


def _parts(form: str, at: int, before: tuple[Piece, ...], linked: bool) -> Form | None:
    """`form` from `at` on as number words that compose, with at most a unit after them."""
    if before and not linked:
        ended = _ended(before, form[at:])
        if ended:
            return ended
        if form[at : at + 1] == "و":
            found = _parts(form, at + 1, before, True)
            if found:
                return found
    for name in _by_head().get(form[at : at + 2], ()):
        word = words()[name]
        if form.startswith(name, at) and (not before or _joins(before[-1].word, word, linked)):
            end = at + len(name)
            found = _parts(form, end, (*before, Piece(at, end, word, linked)), False)
            if found:
                return found
    return None


def _ended(before: tuple[Piece, ...], rest: str) -> Form | None:
    """The pieces as a form, if nothing, a linking و or a unit is all that is left."""
    if not rest:
        return Form(before) if len(before) > 1 else None
    if rest == "و":
        return Form(before, linking=True)
    return Form(before, closed=True) if _closes(before[-1].word, rest) else None


def _closes(last: Word, rest: str) -> bool:
    if last.rank or last.adjective or last.kind is Kind.ZERO:
        return False
    if last.kind is Kind.HALF:
        return rest in _UNITS_OF_HALF
    if rest == "تا" and (last.value == 1 or last.kind is Kind.TENS):  # یکتا is "unique", and a name
        return False
    return rest in UNITS


def _joins(last: Word, word: Word, linked: bool) -> bool:
    """Whether `word` fits behind `last`: as smaller addend, as multiplier, or as denominator ("دوسوم")."""
    if last.rank or last.adjective or last.kind in (Kind.ZERO, Kind.HALF):
        return False
    if word.kind is Kind.HALF:
        return linked and word.value == 2
    if linked:
        if last.kind is Kind.TENS:
            return word.kind is Kind.UNIT
        if word.kind is Kind.SCALE:
            return last.kind is Kind.SCALE and word.value < last.value
        return last.kind in (Kind.HUNDRED, Kind.SCALE) and word.kind < last.kind
    if word.rank and not word.attributive and last.kind is Kind.UNIT and word.kind <= Kind.TEEN:
        return last.value < word.value
    if word.kind is Kind.SCALE:
        return last.kind is not Kind.SCALE or word.value > last.value
    if word.value == 100:
        return last.kind is Kind.UNIT and last.value != 1
    return last.kind in (Kind.HUNDRED, Kind.SCALE) and word.kind < last.kind
