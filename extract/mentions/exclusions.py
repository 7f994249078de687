"""Numerals that measure nothing, each with the reason that the record will list.

What the codebook excludes is excluded here by rule: dates and times, ordinals, names and designations, references such
as phone numbers, list numbering, pointing words ("one of", an article). What is left is a count of something.
"""

import re
from collections.abc import Sequence
from functools import cache

from extract.mentions import measures
from extract.mentions.counts import Count
from extract.mentions.head import COUNTERS, known
from extract.ontology.lexicon import Lexicon
from extract.ontology.phrases import STEMS, Endings
from extract.ontology.words import words
from extract.text import Tokens, fold_word

_CLITICS = frozenset(("و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "فال", "كال", "لل", "ول", "وب", "وك"))
_LATIN = re.compile(r"[a-z]+\Z")
_STRENGTH = 100  # persons; a smaller number behind "Brigade" is its name ("تیپ ۶ مرزبانی")
_BEFORE_NUMBER = frozenset(("رقم", "no", ".", "number", "شماره", "(", "#"))  # after the word that designates
_DESIGNATION_REACH = 2  # "القرار رقم 2254", "Resolution No. 2254"
_LONG_IDENTIFIER = 9  # digits without separators and without a noun: a phone or an account
_TENTHS = 10
_PART_REACH = 5
_SMALL_NUMBERS = frozenset(fold_word("یک دو سه چهار پنج شش هفت هشت نه ده").split())
_CHAIN = 4  # tokens from the first of three joined clusters to the last
_OF = {"ar": "من", "fa": "از", "en": "of"}
_ONE_MARKED = {
    "ar": frozenset(("فقط", "سوي")),
    "fa": frozenset(("تنها", "فقط")),
    "en": frozenset(("only", "just", "least")),
}
_SUMMITS = frozenset("summit nations countries leaders economies ministers meeting states".split())  # "Group of 20"
_EMERGENCY_LINES = frozenset(("110", "112", "115", "125"))
_EMERGENCY = frozenset(fold_word("اورژانس پلیس فوریت فوریت‌های آتش‌نشانی تلفن سامانه").split())
_EMERGENCY_REACH = 4


def why_excluded(tokens: Tokens, count: Count, covered: Sequence[str], lexicon: Lexicon) -> str | None:
    """The reason why `count` measures nothing, or None. `covered[i]` names what token `i` already belongs to, or ""."""
    if covered[count.first] or covered[count.stop - 1]:
        return covered[count.first] or covered[count.stop - 1]
    numeral = count.numeral
    if numeral is None:
        return "definite_pair" if count.pointed else None  # "جنديا الحراسة"
    if numeral.ordinal:
        return "ordinal"
    if numeral.suspicious:
        return "suspicious_digits"
    if _is_list_number(tokens, count):
        return "list_number"
    if _is_part_of_cluster(tokens, count):
        return "reference"
    if tokens.form(count.first - 1) in words("per", lexicon.lang) or _is_of_every(tokens, count, lexicon.lang):
        return "denominator"
    if numeral.value == 1 and not numeral.fraction:
        return _why_not_one(tokens, count, lexicon.lang)
    if not tokens.forms[count.stop - 1][0].isdigit() and not tokens.forms[count.first][0].isdigit():
        return _why_not_word(tokens, count, lexicon)
    return _why_not_digits(tokens, count, lexicon)


def _is_of_every(tokens: Tokens, count: Count, lang: str) -> bool:
    """«از هر ده خانوار، سه خانوار»: the part follows; but «از هر سه گروه آزاد شدند» counts all there are."""
    if lang != "fa" or tokens.form(count.first - 1) != "هر" or tokens.form(count.first - 2) != "از":
        return False
    behind = tokens.forms[count.stop : count.stop + _PART_REACH]
    return any(form.isdecimal() or form in _SMALL_NUMBERS for form in behind)


def _why_not_one(tokens: Tokens, count: Count, lang: str) -> str | None:
    """One counts only where it counts or contrasts (codebook, settled cases); what it counts is judged later."""
    if tokens.form(count.stop) == _OF[lang]:
        return "one_of"
    return None


def _why_not_word(tokens: Tokens, count: Count, lexicon: Lexicon) -> str | None:
    if _designated(tokens, count.first, lexicon) and lexicon.lang == "en":
        return "designation"  # "Article five", "Phase two"
    return None


def _why_not_digits(tokens: Tokens, count: Count, lexicon: Lexicon) -> str | None:
    if _glued_to_letters(tokens, count, lexicon) or _ends_quoted_name(tokens, count) or _is_sum(tokens, count):
        return "designation"
    if _designated(tokens, count.first, lexicon) and not _counts_a_noun(tokens, count, lexicon):
        return "designation"
    if lexicon.lang == "fa" and _is_emergency_line(tokens, count, lexicon):
        return "reference"
    is_name = _is_slashed_name(tokens, count, lexicon.lang) or _is_reference(tokens, count)
    return "reference" if is_name else None


def _designated(tokens: Tokens, first: int, lexicon: Lexicon) -> bool:
    """A word such as "Brigade", "القرار" or "صفحه" right before, or with "No." or a bracket between."""
    if lexicon.lang == "en" and tokens.forms[max(0, first - 2) : first] == ["group", "of"]:
        following = tokens.form(first + 1)
        return not following.isalpha() or following in words("stops", "en") or following in _SUMMITS
    designations = _designations(lexicon)
    for skip in range(_DESIGNATION_REACH + 1):
        if skip and tokens.form(first - skip) not in _BEFORE_NUMBER:
            return False
        if designations.before(tokens.forms, first - skip) is not None:
            return True
    return tokens.form(first - 1) == "#"


@cache
def _designations(lexicon: Lexicon) -> Endings[str]:
    return Endings(lexicon.designations, lambda form: [stem.word for stem in STEMS[lexicon.lang](form)])


def _is_sum(tokens: Tokens, count: Count) -> bool:
    """ "5+1", «گروه ۱+۵»: the states that talked with Iran."""
    return tokens.form(count.first - 1) == "+" and tokens.form(count.first - 2).isdigit()


def _ends_quoted_name(tokens: Tokens, count: Count) -> bool:
    """'the exercise "Falcon 25"': the last word of a short quoted name."""
    before = tokens.forms[max(0, count.first - 4) : count.first]
    return tokens.form(count.stop) == '"' and '"' in before and before[-1].isalpha()


_OF_BORES = frozenset(("mm", "cm", "in"))  # "قذيفة عيار 155 ملم"


def _counts_a_noun(tokens: Tokens, count: Count, lexicon: Lexicon) -> bool:
    """ "يضم اللواء 3000 جندي": a unit's strength, not its name; "خصص القانون 21 بالمئة". English would say "the brigade
    has 3,000 soldiers".
    """
    if lexicon.lang == "ar":
        measured = measures.percent(tokens, count, "ar") or measures.unit(tokens, count, lexicon)
        if measured is not None and measured.unit not in _OF_BORES:
            return True
    if lexicon.lang == "fa" and tokens.form(count.stop) in COUNTERS:
        return True  # «یک پراید ۳۹ نفر را زیر گرفت»
    found = known(tokens, count.stop, lexicon) if lexicon.lang != "en" else None
    if found is None or found[1].definite:  # "المرسوم رقم 214 القاضي بإنشاء ..."
        return False
    counted = lexicon.lang == "ar" and found[0] - count.stop == 1 and tokens.forms[count.stop].endswith("ا")
    return found[2].persons and (counted or (count.value or 0) >= _STRENGTH)  # "صوت لصالح القانون 73 نائبا"


def _glued_to_letters(tokens: Tokens, count: Count, lexicon: Lexicon) -> bool:
    """ "F-16", "إف-16", "COVID19", "5G": digits that are part of a name."""
    before = tokens.form(count.first - 1)
    if count.first and tokens.joined(count.first - 1):
        if before == "-" and count.first > 1 and tokens.joined(count.first - 2):
            word = tokens.form(count.first - 2)
            return word.isalpha() and word not in _CLITICS
        if _LATIN.match(before) and before not in lexicon.symbols:
            return True
    after = tokens.form(count.stop)
    if tokens.joined(count.stop - 1) and _LATIN.match(after):
        return after not in lexicon.units and after not in lexicon.symbols and after not in lexicon.nouns
    return False


def _is_emergency_line(tokens: Tokens, count: Count, lexicon: Lexicon) -> bool:
    """«اورژانس ۱۱۵», «پلیس ۱۱۰»: the number that one dials, unless a noun is counted."""
    if tokens.form(count.first) not in _EMERGENCY_LINES or tokens.form(count.stop) in COUNTERS:
        return False
    near = tokens.forms[max(0, count.first - _EMERGENCY_REACH) : count.first]
    return not _EMERGENCY.isdisjoint(near) and known(tokens, count.stop, lexicon) is None


def _is_list_number(tokens: Tokens, count: Count) -> bool:
    """ "1. ...", "2) ..." at the start of a line."""
    at_line_start = count.first == 0 or tokens.form(count.first - 1) in ("\n", "(")
    after = tokens.form(count.stop)
    return at_line_start and tokens.joined(count.stop - 1) and after in (".", ")", ":") and _is_small(count)


def _is_small(count: Count) -> bool:
    return count.value is not None and count.value < 100


def _is_slashed_name(tokens: Tokens, count: Count, lang: str) -> bool:
    """ "9/11", which is no fraction: parts beyond tenths, of nothing that is named."""
    below = tokens.forms[count.stop - 1]
    slashed = count.stop - count.first == 3 and tokens.forms[count.first + 1] == "/"
    return slashed and below.isdigit() and int(below) > _TENTHS and tokens.form(count.stop) != _OF[lang]


def _is_part_of_cluster(tokens: Tokens, count: Count) -> bool:
    """A part of "192.168.1.2" or "1,2,3"; words may begin inside their token, behind an attached particle."""
    inside = count.start > tokens.starts[count.first] or count.end < tokens.ends[count.stop - 1]
    return inside and tokens.forms[count.first][0].isdigit()


def _is_reference(tokens: Tokens, count: Count) -> bool:
    """Parts of phone numbers, addresses, paths and codes."""
    form = tokens.form(count.first)
    if form[0] == "0" and form.isdigit() and len(form) > 2:
        return True
    if tokens.form(count.first - 1) == "+" and len(form) > 1:
        return True
    if tokens.form(count.first - 1) == "[" and tokens.form(count.first - 2) == "\x1b":
        return True  # a terminal's escape sequence
    glue = ("/", "@", "_", "=", "&", "\\")
    if count.first and tokens.joined(count.first - 1) and tokens.form(count.first - 1) in glue:
        return True
    if tokens.joined(count.stop - 1) and tokens.form(count.stop) in glue:
        return True
    if form.isdigit() and len(form) >= _LONG_IDENTIFIER and count.stop - count.first == 1:
        return True
    return _in_digit_chain(tokens, count)


def _in_digit_chain(tokens: Tokens, count: Count) -> bool:
    """Three or more clusters joined by hyphens or dots: "770-123-4567", "192.168.1.2"."""
    first = stop = count.first
    while (
        first >= 2
        and count.first - first < _CHAIN
        and tokens.form(first - 1) == "-"
        and tokens.form(first - 2)[:1].isdigit()
        and tokens.joined(first - 1)
    ):
        first -= 2
    while (
        stop - first < _CHAIN
        and tokens.form(stop + 1) == "-"
        and tokens.form(stop + 2)[:1].isdigit()
        and tokens.joined(stop + 1)
    ):
        stop += 2
    return stop - first >= _CHAIN or tokens.form(count.first).count(".") > 1


def one_is_marked(tokens: Tokens, count: Count, lang: str) -> bool:
    """Whether "one" is said to count: "only one", "تنها یک نفر", or beside another count."""
    before = tokens.form(count.first - 1)
    return before in _ONE_MARKED[lang]
