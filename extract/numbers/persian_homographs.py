"""Persian number words that are other words too: نه is "no", سی a letter of BBC, دهم "that I give".

Each check sees the tokens around one word and says whether it is the other word here.
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from extract.numbers.digits import STARTS
from extract.numbers.persian_grammar import Atom, Reader
from extract.numbers.persian_words import Kind, folded
from extract.numbers.rational import Rational
from extract.text import fold_word

_CLAUSE = 12  # tokens looked ahead and back for the other half of "neither ... nor"
_CLAUSE_ENDS = frozenset(".!?؟؛;\n")
_NO = fold_word("نه")


class _Context(NamedTuple):
    counters: frozenset[str]  # nouns that make نه nine
    before_nine: frozenset[str]
    ranges: frozenset[str]
    only: frozenset[str]
    letter_names: frozenset[str]
    villages: frozenset[str]
    light_verbs: frozenset[str]
    pronouns: frozenset[str]


@cache
def _context() -> _Context:
    return _Context(
        counters=folded(
            "نفر نفره تن سال ساله سالگی ماه ماهه روز روزه ساعت ساعته هفته دقیقه ثانیه قرن دهه کشور استان شهر "
            "شهرستان روستا سرباز نظامی پلیس مأمور کودک زن مرد کشته زخمی مجروح شهید حمله موشک پهپاد هواپیما "
            "بالگرد خودرو تانک کیلومتر متر کیلو گرم درصد دلار یورو تومان ریال دینار افغانی بار برابر مورد عدد "
            "دستگاه فروند باب واحد عملیات گروه حزب عضو نماینده رأی گل امتیاز فقره هکتار مگاوات بشکه غیرنظامی "
            "پرونده پایگاه طبقه مرحله نوبت قطعه جلد فصل تیم بازی خانواده بازداشتی متهم مظنون تروریست شبه‌نظامی "
            "دانشجو دانش‌آموز معدنچی کارگر خبرنگار انفجار زمین‌لرزه لیتر کیلوگرم ناو کشتی قایق راکت بمب تیپ "
            "لشکر گردان پاسگاه کاروان توافق‌نامه شرکت بیمارستان مدرسه خانه مسافر سرنشین"
        ),
        before_nine=folded("ساعت شماره بند ماده کانال حدود حدودا تقریبا دست‌کم حداقل حداکثر هر عدد فصل گروه"),
        ranges=folded("تا یا الی"),
        only=folded("تنها فقط اینکه آنکه صرفا"),
        letter_names=folded("بی ان ای دی پی آی ال اس اف تی جی کی یو وی آر سی اچ"),
        villages=folded("این آن اهالی مردم کدخدای"),
        light_verbs=folded(
            "انجام ادامه قرار نشان توضیح ارائه پاسخ اجازه تشکیل نجات دست رأی اطمینان تغییر شرکت گزارش پایان "
            "افزایش کاهش ترجیح تحویل خبر شهادت"
        ),
        pronouns=folded("هیچ کدام"),
    )


_EVERY, _OF = fold_word("هر"), fold_word("از")
_TIME, _OTHER = fold_word("بار"), fold_word("دیگر")
_IN = fold_word("در")
_MINISTER = fold_word("وزیر")
_TRACK = fold_word("میدانی")
_TENTH = fold_word("دهم")
_SAFAR = folded("ماه المظفر")


def is_other_word(reader: Reader, atom: Atom) -> bool:
    """Whether `atom`, which is all of its token, is no numeral here."""
    check = _CHECKS.get((atom.kind, atom.value, atom.word.rank))
    return check is not None and check(reader, atom)


def _no(reader: Reader, atom: Atom) -> bool:
    """نه is "no" unless something counted follows, or a word that takes a number stands before it."""
    context, form = _context(), reader.tokens.form
    step = reader.after(atom)
    goes_on = reader.proper(step.atom) if step.linked else step.cardinal(Kind.SCALE, Kind.HUNDRED)
    before = form(atom.first - 1)
    if goes_on or before in context.before_nine:
        return False
    if form(atom.stop) in context.only or _negates_again(reader, atom):
        return True
    if before in context.ranges:  # "هشت تا نه", but "یا نه"
        return atom.first < 2 or reader.atom(atom.first - 2) is None
    return form(atom.stop) not in context.counters


def _negates_again(reader: Reader, atom: Atom) -> bool:
    """Whether another نه stands in the clause: "نه نفتی دارد و نه گازی"."""
    forms = reader.tokens.forms
    for step in (1, -1):
        index = atom.first + step
        for _ in range(_CLAUSE):
            if not 0 <= index < len(forms) or forms[index] in _CLAUSE_ENDS:
                break
            if forms[index] == _NO and not _ends_compound(reader, index):
                return True
            index += step
    return False


def _ends_compound(reader: Reader, index: int) -> bool:
    """Whether نه at `index` is the unit of "سی و نه" or "سی نه"."""
    before = index - (2 if reader.tokens.form(index - 1) == "و" else 1)
    return before >= 0 and reader.atom(before) is not None


def _pronoun(reader: Reader, atom: Atom) -> bool:
    """ "هر یک از", "هیچ یک" and "یک بار دیگر" count nothing."""
    form = reader.tokens.form
    before, after = form(atom.first - 1), form(atom.stop)
    if before in _context().pronouns or (before == _EVERY and after == _OF):
        return True
    return after == _TIME and form(atom.stop + 1) == _OTHER


def _prime_minister(reader: Reader, atom: Atom) -> bool:
    return reader.tokens.form(atom.stop) == _MINISTER


def _athletics(reader: Reader, atom: Atom) -> bool:
    form = reader.tokens.form
    return form(atom.stop) == _TRACK or (form(atom.stop) == "و" and form(atom.stop + 1) == _TRACK)


def _letter(reader: Reader, atom: Atom) -> bool:
    """سی in "بی بی سی" and "سی ان ان"."""
    form, names = reader.tokens.form, _context().letter_names
    return form(atom.first - 1) in names or form(atom.stop) in names


def _village(reader: Reader, atom: Atom) -> bool:
    return reader.tokens.form(atom.first - 1) in _context().villages


def _verb(reader: Reader, atom: Atom) -> bool:
    tokens = reader.tokens
    return tokens.forms[atom.first] == _TENTH and tokens.form(atom.first - 1) in _context().light_verbs


def _percent(reader: Reader, atom: Atom) -> bool:
    """ "در صد" behind a number is percent written apart."""
    form = reader.tokens.form
    if form(atom.first - 1) != _IN or atom.first < 2:
        return False
    return form(atom.first - 2)[0] in STARTS or reader.atom(atom.first - 2) is not None


def _safar(reader: Reader, atom: Atom) -> bool:
    """صفر the month: "۲۸ صفر", "ماه صفر"."""
    form = reader.tokens.form
    before = form(atom.first - 1)
    if reader.atom(atom.first - 1) is not None:
        return True  # «حذف چهار صفر»: what is counted
    return before in _SAFAR or form(atom.stop) in _SAFAR or before[:1] in STARTS


_CHECKS: dict[tuple[Kind, Rational, bool], Callable[[Reader, Atom], bool]] = {
    (Kind.UNIT, 9, False): _no,
    (Kind.UNIT, 1, False): _pronoun,
    (Kind.UNIT, 1, True): _prime_minister,
    (Kind.UNIT, 2, False): _athletics,
    (Kind.TENS, 30, False): _letter,
    (Kind.TEEN, 10, False): _village,
    (Kind.TEEN, 10, True): _verb,
    (Kind.HUNDRED, 100, False): _percent,
    (Kind.ZERO, 0, False): _safar,
}
