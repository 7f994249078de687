"""Persian attributions: who stands behind «به گفته», or opens the sentence that a verb of saying closes."""

from bisect import bisect_left
from collections.abc import Sequence, Set
from functools import cache

from extract.mentions.speaker import CARRIED, LONGEST, Source, is_punctuation, reporting_at, run, with_quoted_name
from extract.numbers.persian_words import read_form
from extract.ontology.lexicon import Lexicon
from extract.ontology.words import words
from extract.text import Tokens, fold_word


def _phrases(*written: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(fold_word(phrase).split()) for phrase in written)


STARTS = _phrases(
    "به گفته", "به گزارش", "به نقل از", "به نوشته", "به اعلام", "به برآورد", "به روایت", "به ادعای", "طبق اعلام",
    "طبق گزارش", "طبق گفته", "طبق برآورد", "مطابق گزارش", "مطابق اعلام", "مطابق گفته", "بر اساس گزارش", "براساس گزارش",
    "بر اساس اعلام", "براساس اعلام", "بر پایه گزارش", "بنا بر اعلام", "بنا بر گزارش", "بنا بر گفته", "بنابر اعلام",
    "بنابر گزارش", "بنابر گفته", "بنا بر", "بنا به گزارش", "بنا به گفته", "بنا به اعلام",
)  # fmt: skip
_REPORTS = _phrases("به گزارش", "به نقل از", "بنا به گزارش", "بنا بر گزارش", "بنابر گزارش")  # of agencies
# What may open a sentence before its subject.
_ASIDES = _phrases(
    "در همین حال", "در عین حال", "در این حال", "با این حال", "در این میان", "در مقابل", "از سوی دیگر", "از طرف دیگر",
    "از سویی", "در ادامه", "پیش از این", "پس از آن", "همچنین", "همچنان", "پیشتر", "اما", "سپس", "همزمان", "و",
)  # fmt: skip
# What may itself stand for who wrote it: «بر اساس این گزارش», «طبق آمار رسمی», «در این بیانیه آمده است».
_BY_TEXT = _phrases("بر اساس", "براساس", "طبق", "مطابق", "بر پایه", "بنا بر", "بنابر")
_TEXTS = frozenset(fold_word("گزارش بیانیه اطلاعیه آمار آمارها خبر").split())
_OFFICIAL = frozenset(fold_word("رسمی اولیه موجود جدید").split())
_COMES = frozenset(fold_word("آمده می‌خوانیم").split())
OPENINGS = frozenset(phrase[0] for phrase in (*STARTS, *_BY_TEXT)) | _COMES  # words that may open an attribution
# «پلیس شمار کشته‌شدگان را ۱۲ نفر اعلام کرد»: what the speaker puts a number to.
_MEASURED = frozenset(fold_word("شمار تعداد هزینه ارزش زیان خسارت تلفات جمعیت میزان").split())
_TOLD_OF = frozenset(fold_word("نرخ آمار آمارهای آماری علت هویت اسامی جزئیات نتایج زمان محل فهرست").split())
_KEEPERS = frozenset(fold_word("مرکز سازمان اداره دفتر موسسه معاونت کل").split())
_THIS, _OBJECT = "اين", "را"
_OBJECT_REACH = 3
_BECOMES = ("شد", "ميشود")  # the passive of a verb of saying
_NAMING = frozenset(fold_word("یک سی نه صد ده هفت").split())  # number words in names: «گروه هفت», «صد روز»
_SOME = frozenset(fold_word("یکی برخی گروهی شماری تعدادی").split())
_DATELINE = 4  # tokens of a dateline with its dash


def persian(
    tokens: Tokens,
    first: int,
    stop: int,
    openings: list[int],
    lexicon: Lexicon,
    *,
    covered: Sequence[str],
    named: Set[int] = frozenset(),
) -> Source | str | None:
    """The speaker of the sentence `[first, stop)`, `CARRIED` where it is the one named before."""
    forms = tokens.forms
    for index in openings:
        for phrase in STARTS:
            if tuple(forms[index : index + len(phrase)]) == phrase:
                found = _speaker(tokens, index + len(phrase), stop, covered, named)
                if found is not None:
                    quoted = _quoted_by(tokens, found, openings, lexicon, covered) if phrase in _REPORTS else None
                    return quoted or (with_quoted_name(tokens, found) if isinstance(found, Source) else found)
    for index in openings:
        text = _text(tokens, index, stop)
        if text is not None:
            return text
    verb = _saying(tokens, first, openings, lexicon)  # comes last: its subject opened the sentence
    if verb is None:
        return None
    found = _speaker(tokens, _after_opening(tokens, first, verb, covered), verb, covered)
    return None if isinstance(found, Source) and _counts(tokens, found) else found or CARRIED


def _quoted_by(
    tokens: Tokens, agency: Source | str, openings: list[int], lexicon: Lexicon, covered: Sequence[str]
) -> Source | None:
    """«به گزارش ایرنا، سخنگوی وزارت گفت ...»: who speaks in what the `agency` only passes on."""
    if not isinstance(agency, Source):
        return None
    comma = bisect_left(tokens.starts, agency.end)
    if tokens.form(comma) not in ("،", ","):
        return None
    verb = _saying(tokens, comma, openings, lexicon)
    if verb is None:
        return None
    found = _speaker(tokens, _over_asides(tokens.forms, comma + 1, verb, covered), verb, covered)
    return found if isinstance(found, Source) and not _counts(tokens, found) else None


def _saying(tokens: Tokens, first: int, openings: list[int], lexicon: Lexicon) -> int | None:
    """The first verb of saying behind token `first` that has a speaker."""
    forms = tokens.forms
    for index in openings:
        if index <= first or (forms[index] == "گفت" and "".join(forms[index + 1 : index + 3]).startswith("وگو")):
            continue  # «گفت و گو کردند»
        told = reporting_at(tokens, index, lexicon)
        if told is not None and not _is_passive(forms, told):
            return index
    return None


def _is_passive(forms: list[str], stop: int) -> bool:
    """Whether the reporting that ends at token `stop` names nobody: «حال پنج نفر وخیم گزارش شده است»."""
    return any(form.startswith(_BECOMES) for form in forms[stop - 1 : stop + 1])


def _text(tokens: Tokens, index: int, stop: int) -> Source | None:
    """«بر اساس این گزارش», «طبق آمار رسمی», «در این بیانیه آمده است»: a text that is named instead of its author."""
    forms = tokens.forms
    if forms[index] in _COMES:
        begin = next((at for at in range(max(0, index - LONGEST), index) if forms[at : at + 2] == ["در", _THIS]), None)
        if begin is None or forms[begin + 2] not in _TEXTS:
            return None
        return Source(tokens.starts[begin + 1], tokens.ends[begin + 2])
    for phrase in _BY_TEXT:
        begin = index + len(phrase)
        if tuple(forms[index:begin]) != phrase or begin + 1 >= stop:
            continue
        if (forms[begin] == _THIS and forms[begin + 1] in _TEXTS) or (
            forms[begin] in _TEXTS and forms[begin + 1] in _OFFICIAL
        ):
            return Source(tokens.starts[begin], tokens.ends[begin + 1])
    return None


def _counts(tokens: Tokens, source: Source) -> bool:
    """Whether a number stands right behind: «این حمله ۱۲ کشته داشت، سخنگو گفت» opens with what is said."""
    return tokens.form(bisect_left(tokens.starts, source.end))[:1].isdigit()


def _is_measured(forms: list[str], index: int) -> bool:
    """Whether what a speaker tells begins at a token: «وزارت بهداشت | آمار قربانیان را ...», but «مرکز آمار»."""
    if forms[index] in _MEASURED:
        return True
    return forms[index] in _TOLD_OF and forms[index - 1] not in _KEEPERS


@cache
def _counts_behind(form: str) -> bool:
    """Whether a word opens a count, which no speaker's name holds: «دولت سه روز ...»; «سی» may be of «بی بی سی»."""
    read = None if form in _NAMING else read_form(form)
    return read is not None and not any(piece.word.rank for piece in read.pieces)


def _after_opening(tokens: Tokens, first: int, stop: int, covered: Sequence[str]) -> int:
    """Over a dateline («کابل – ...»), an adverbial up to its comma («در تهران، ...»), «در همین حال» and a day."""
    forms = tokens.forms
    for index in range(first, min(first + _DATELINE, stop)):
        dash = forms[index] == "-" and not tokens.joined(index)
        if dash or (forms[index] in ("،", ",") and forms[first] in words("speaker_ends", "fa")):
            return _over_asides(forms, index + 1, stop, covered)
    return _over_asides(forms, first + is_punctuation(forms[first]), stop, covered)


def _over_asides(forms: list[str], begin: int, stop: int, covered: Sequence[str]) -> int:
    for phrase in _ASIDES:
        if tuple(forms[begin : begin + len(phrase)]) == phrase:
            begin += len(phrase)
            begin += begin < stop and is_punctuation(forms[begin])  # «همزمان، وزارت ...»
            break
    while begin < stop and covered[begin] == "date":
        begin += 1
    return begin


def _speaker(
    tokens: Tokens, begin: int, stop: int, covered: Sequence[str], named: Set[int] = frozenset()
) -> Source | str | None:
    """The speaker whose name begins at token `begin`; one that is a known name ends with it."""
    forms, ends = tokens.forms, words("speaker_ends", "fa")

    def ended(index: int) -> bool:
        if forms[index] == _THIS:  # «سخنگوی این وزارت», but «سخنگوی ارتش این خبر را»
            return _OBJECT in forms[index + 1 : index + 1 + _OBJECT_REACH]
        if index > begin and (
            _is_measured(forms, index) or (index not in named and index - 1 in named and begin in named)
        ):
            return True  # «به گفته حماس نیروهای ...»
        if index > begin and (covered[index] == "date" or _counts_behind(forms[index])):
            return True
        if forms[index] == "از" and index == begin + 1 and forms[begin] in _SOME:
            return False  # «یکی از رانندگان»
        return forms[index] in ends or forms[index][0].isdigit()

    end = run(tokens, begin, min(stop, begin + LONGEST), ended)
    if end <= begin or forms[begin:end] == [_THIS]:
        return None
    if forms[begin] in words("pronouns", "fa"):
        return CARRIED
    return Source(tokens.starts[begin], tokens.ends[end - 1])
