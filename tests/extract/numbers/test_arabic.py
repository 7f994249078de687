"""Arabic numerals: what is read as one number, what stays apart, and which homographs are no numbers at all."""

import re
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from extract.numbers import NumberMention, find_numbers, scan
from extract.numbers.numeral import Numeral
from extract.text import tokenize

Quotes = list[tuple[str, Decimal]]


def counted(text: str) -> Quotes:
    return [(mention.span.of(text), mention.value) for mention in find_numbers(text, "ar") if not mention.ordinal]


def ranked(text: str) -> Quotes:
    return [(mention.span.of(text), mention.value) for mention in find_numbers(text, "ar") if mention.ordinal]


def only(text: str) -> NumberMention:
    (mention,) = find_numbers(text, "ar")
    return mention


def numerals(text: str) -> list[Numeral]:
    return scan(tokenize(text), "ar")


WORDS = [
    # gender polarity, case endings, tanwin
    ("أوقفت الشرطة سبعة مهربين", "سبعة", 7),
    ("ضبطت سبع بنادق", "سبع", 7),
    ("بعد ثماني ساعات", "ثماني", 8),
    ("كانوا ثمانية", "ثمانية", 8),
    ("حملوا خمسا وثلاثين بندقية", "خمسا وثلاثين", 35),
    ("ثمانٍ وأربعون خيمة", "ثمانٍ وأربعون", 48),
    ("أربعةٌ وستون لاجئاً", "أربعةٌ وستون", 64),
    ("اثنتان وسبعون شاحنة", "اثنتان وسبعون", 72),
    ("إحدى وأربعين قرية", "إحدى وأربعين", 41),
    ("واحدا وثمانين صاروخا", "واحدا وثمانين", 81),
    # teens
    ("أحد عشر مسافرا", "أحد عشر", 11),
    ("إحدى عشرة مسافرة", "إحدى عشرة", 11),
    ("اثنا عشر مقعدا", "اثنا عشر", 12),
    ("في اثني عشر مقعدا", "اثني عشر", 12),
    ("اثنتي عشرة سيدة", "اثنتي عشرة", 12),
    ("تسع عشرة مدرسة", "تسع عشرة", 19),
    ("ثمانية عشر نائبا", "ثمانية عشر", 18),
    ("خمستاشر بيتا", "خمستاشر", 15),
    # hundreds, joined, split and misspelled
    ("مئة وتسعة جسور", "مئة وتسعة", 109),
    ("مائة وأحد عشر جسرا", "مائة وأحد عشر", 111),
    ("ماية وعشرين", "ماية وعشرين", 120),
    ("مئتان وستون", "مئتان وستون", 260),
    ("بمئتي مدرعة", "مئتي", 200),
    ("مائتا مدرعة", "مائتا", 200),
    ("ستمئة واثنان وثلاثون", "ستمئة واثنان وثلاثون", 632),
    ("ست مئة واثنان وثلاثون", "ست مئة واثنان وثلاثون", 632),
    ("ثمانمائة وخمسون", "ثمانمائة وخمسون", 850),
    ("ثمانيمئة وخمسون", "ثمانيمئة وخمسون", 850),
    ("اربعماية", "اربعماية", 400),
    # scales and their duals
    ("ألف وتسعمئة وثمانية وأربعين", "ألف وتسعمئة وثمانية وأربعين", 1948),
    ("نزح ألفان", "ألفان", 2000),
    ("وصول ألفي لاجئ", "ألفي", 2000),
    ("وصل ألفا لاجئ", "ألفا", 2000),
    ("سبعة آلاف ومئتا أسرة", "سبعة آلاف ومئتا", 7200),
    ("ثلاثة عشر ألفا وأربعين", "ثلاثة عشر ألفا وأربعين", 13_040),
    ("تسعون ألفاً", "تسعون ألفاً", 90_000),
    ("مئتين وثلاثين ألف برميل", "مئتين وثلاثين ألف", 230_000),
    ("مليونا نازح", "مليونا", 2_000_000),
    ("خسر مليوناً", "مليوناً", 1_000_000),
    ("مليونان ومئة ألف", "مليونان ومئة ألف", 2_100_000),
    ("بملياري درهم", "ملياري", 2_000_000_000),
    ("تسعة بلايين", "تسعة بلايين", 9_000_000_000),
    ("أربعة ملايير درهم", "أربعة ملايير", 4_000_000_000),
    ("ترليون ومئة مليار", "ترليون ومئة مليار", 1_100_000_000_000),
    ("ألف مليون", "ألف مليون", 1_000_000_000),
    ("مئة ألف مليون", "مئة ألف مليون", 100_000_000_000),
    # و as a word of its own, and a text without hamzas
    ("مئة و أربعة و عشرون", "مئة و أربعة و عشرون", 124),
    ("احد عشر الفا و مايتين و اثنين", "احد عشر الفا و مايتين و اثنين", 11_202),
    ("الف وميتين", "الف وميتين", 1200),
    # the article
    ("الثلاثة والعشرون لاعبا", "ثلاثة والعشرون", 23),
    ("الأيام الأربعة عشر الماضية", "أربعة عشر", 14),
    ("الساعات الثماني والأربعين الماضية", "ثماني والأربعين", 48),
    ("العشرة آلاف مقعد", "عشرة آلاف", 10_000),
    ("خمسة الآلاف مقعد", "خمسة الآلاف", 5000),
    # zero, signs, dozens
    ("صفر خسائر", "صفر", 0),
    ("سجلت سالب تسعة", "سالب تسعة", -9),
    ("ناقص مئة وعشرة", "ناقص مئة وعشرة", -110),
    ("دستة أقلام", "دستة", 12),
    ("ثلاث دزينات", "ثلاث دزينات", 36),
    ("نصف دستة", "نصف دستة", 6),
]


@pytest.mark.parametrize(("text", "quote", "value"), WORDS)
def test_spelled_numbers(text: str, quote: str, value: int) -> None:
    assert counted(text) == [(quote, Decimal(value))]


MIXED = [
    ("14 ألفا", "14 ألفا", "14000"),
    ("14ألفا", "14ألفا", "14000"),
    ("٦ آلاف و٧٥٠ خيمة", "٦ آلاف و٧٥٠", "6750"),
    ("ستة آلاف و٧٥٠ خيمة", "ستة آلاف و٧٥٠", "6750"),
    ("21 ألفا و 340 خيمة", "21 ألفا و 340", "21340"),
    ("3.2 مليون", "3.2 مليون", "3200000"),
    ("3,2 مليون", "3,2 مليون", "3200000"),
    ("٣٫٢ ملايين", "٣٫٢ ملايين", "3200000"),
    ("4 ملايين و600 ألف", "4 ملايين و600 ألف", "4600000"),
    ("مليون و 83 ألفا و 512 ناخبا", "مليون و 83 ألفا و 512", "1083512"),
    ("7 مئة و12", "7 مئة و12", "712"),
    ("8 آلاف 7 مئة و12", "8 آلاف 7 مئة و12", "8712"),
    ("1 750 مليار", "1 750 مليار", "1750000000000"),
    ("(6.4) ملايين ريال", "(6.4) ملايين", "6400000"),
    ("«45» ألف متطوع", "«45» ألف", "45000"),
    ("½ مليون", "½ مليون", "500000"),
    ("سالب 12", "سالب 12", "-12"),
]


@pytest.mark.parametrize(("text", "quote", "value"), MIXED)
def test_digits_and_words_together(text: str, quote: str, value: str) -> None:
    assert counted(text) == [(quote, Decimal(value))]


PARTS = [
    ("أربعة ملايين ونصف المليون", "أربعة ملايين ونصف المليون", "4500000"),
    ("مليونين ونصف مليون", "مليونين ونصف مليون", "2500000"),
    ("مليون ونصف", "مليون ونصف", "1500000"),
    ("مليون ونص", "مليون ونص", "1500000"),
    ("أربعة ونصف مليار", "أربعة ونصف مليار", "4500000000"),
    ("7 ملايين وربع المليون", "7 ملايين وربع المليون", "7250000"),
    ("ملياري وثلاثة أرباع المليار", "ملياري وثلاثة أرباع المليار", "2750000000"),
    ("ألف ونصف", "ألف ونصف", "1500"),
    ("تسعة ونصف", "تسعة ونصف", "9.5"),
    ("مئة وثلاثة أرباع", "مئة وثلاثة أرباع", "100.75"),
    ("ربع مليون", "ربع مليون", "250000"),
    ("ثلاثة أرباع المليون", "ثلاثة أرباع المليون", "750000"),
    ("ستة وعشرون خمسا", "ستة وعشرون خمسا", "5.2"),
    ("أربعة وخمس", "أربعة وخمس", "4.2"),
    ("ستة فاصلة اثنان", "ستة فاصلة اثنان", "6.2"),
    ("ستة فاصل صفر اثنان", "ستة فاصل صفر اثنان", "6.02"),
    ("6 فاصلة 25", "6 فاصلة 25", "6.25"),
    ("صفر فاصلة سبعة", "صفر فاصلة سبعة", "0.7"),
    ("ثلاثة نقطة ثمانية", "ثلاثة نقطة ثمانية", "3.8"),
    ("ستة فاصلة اثنين مليون", "ستة فاصلة اثنين مليون", "6200000"),
]


@pytest.mark.parametrize(("text", "quote", "value"), PARTS)
def test_numbers_with_fractions(text: str, quote: str, value: str) -> None:
    assert counted(text) == [(quote, Decimal(value))]
    assert not only(text).fraction


FRACTIONS = [
    ("نصف المقاعد", "نصف", "0.5"),
    ("ثلاثة أرباع المقاعد", "ثلاثة أرباع", "0.75"),
    ("ثلاثة أرباعها", "ثلاثة أرباعها", "0.75"),
    ("3 أرباع المقاعد", "3 أرباع", "0.75"),
    ("سبعة أثمان", "سبعة أثمان", "0.875"),
    ("بربع الأصوات", "ربع", "0.25"),
    ("خمس الأراضي", "خمس", "0.2"),
    ("وعشر الميزانية", "عشر", "0.1"),
    ("نصفهم", "نصفهم", "0.5"),
    ("1 من كل 8", "1 من كل 8", "0.125"),
    ("واحد من كل أربعة", "واحد من كل أربعة", "0.25"),
    ("واحد على ثمانية", "واحد على ثمانية", "0.125"),
    ("3/4 المساحة", "3/4", "0.75"),
]


@pytest.mark.parametrize(("text", "quote", "value"), FRACTIONS)
def test_fractions(text: str, quote: str, value: str) -> None:
    assert counted(text) == [(quote, Decimal(value))]
    assert only(text).fraction


@pytest.mark.parametrize("written", ["ثلث", "ثلثا", "ثلثي", "ثلثين", "ثلثاهم"])
def test_thirds(written: str) -> None:
    thirds = 1 if written == "ثلث" else 2
    assert abs(only(f"{written} المقاعد").value * 3 - thirds) < Decimal("1e-20")


APART = [
    pytest.param("40 و55", [40, 55], id="two digit literals"),
    pytest.param("ثمانمئة وأربعمئة", [800, 400], id="equal magnitudes"),
    pytest.param("سبعة وتسعة", [7, 9], id="units"),
    pytest.param("عشرة وستة", [10, 6], id="ten and a unit"),
    pytest.param("ثلاثون وأربعة", [30, 4], id="tens before a unit are no sum in Arabic"),
    pytest.param("ثلاثين وأربعين", [30, 40], id="tens"),
    pytest.param("بين ثلاثة آلاف وأربعة آلاف", [3000, 4000], id="thousands"),
    pytest.param("بين ألفين وستة آلاف", [2000, 6000], id="a unit that belongs to the next scale"),
    pytest.param("بين سبعة وعشرين راكبا", [7, 20], id="two ends of a range"),
    pytest.param("بين سبعة وعشرين وأربعين راكبا", [27, 40], id="two ends, the first compound"),
    pytest.param("مئة وعشرة آلاف وثلاثة ملايين", [110_000, 3_000_000], id="ascending"),
    pytest.param("2.7 مليون و300 ألف", [2_700_000, 300_000], id="nothing is added to decimals"),
    pytest.param("مئة، وعشرون", [100, 20], id="comma"),
    pytest.param("مئة\nوعشرون", [100, 20], id="line break"),
    pytest.param("مئة. وعشرون", [100, 20], id="full stop"),
    pytest.param("مئة وبعشرين", [100, 20], id="a preposition ends the sum"),
    pytest.param("مئة والعشرون", [100, 20], id="the article turns up halfway"),
    pytest.param("مئة وسالب ثلاثة", [100, -3], id="sign"),
    pytest.param("مئة وصفر", [100, 0], id="zero"),
    pytest.param("عام 2019 ألف قتيل", [2019, 1000], id="a year before a scale"),
    pytest.param("عام 2019 ثلاث غارات", [2019, 3], id="a year before a unit"),
    pytest.param("أصيب ثلاثة ونصف البيوت تهدم", [3, Decimal("0.5")], id="a share of something else"),
    pytest.param("سجل أربعين نقطة ثلاث منها", [40, 3], id="scored points"),
    pytest.param("تسعة (9) آلاف", [9, 9000], id="words, then digits in brackets"),
]


@pytest.mark.parametrize(("text", "expected"), APART)
def test_separate_counts_are_never_added(text: str, expected: list[int | Decimal]) -> None:
    assert [value for _, value in counted(text)] == [Decimal(value) for value in expected]


ORDINALS = [
    ("المرحلة الثالثة", "ثالثة", 3),
    ("للمرة الأولى", "أولى", 1),
    ("أول رحلة", "أول", 1),
    ("ثاني أكبر مدينة", "ثاني", 2),
    ("مرة ثانية", "ثانية", 2),
    ("الفوج الحادي عشر", "حادي عشر", 11),
    ("الليلة الثالثة عشرة", "ثالثة عشرة", 13),
    ("القمة الخامسة والثلاثون", "خامسة والثلاثون", 35),
    ("في السابع والعشرين من رمضان", "سابع والعشرين", 27),
    ("الذكرى المئة والخامسة والسبعون", "مئة والخامسة والسبعون", 175),
    ("السنة الرابعة بعد المئة", "رابعة بعد المئة", 104),
    ("القرن العشرون", "عشرون", 20),
    ("للقرن العشرين", "عشرين", 20),
    ("عيد ميلادها الثمانين", "ثمانين", 80),
    ("السؤال الأربعون", "أربعون", 40),
    ("القرن الواحد والعشرين", "واحد والعشرين", 21),
    ("في الثلاثين من آب", "ثلاثين", 30),
    ("القرن الـ21", "21", 21),
    ("والذكرى الـ 60", "60", 60),
]


@pytest.mark.parametrize(("text", "quote", "value"), ORDINALS)
def test_ordinals(text: str, quote: str, value: int) -> None:
    assert ranked(text) == [(quote, Decimal(value))]
    assert counted(text) == []


DEFINITE_COUNTS = [
    ("الجنود العشرون", 20),
    ("الدول الـ27", 27),
    ("المقاتلين الثلاثين", 30),
    ("الطائرات الستون", 60),
    ("الأعضاء الخمسون", 50),
    ("المواقع الأربعين", 40),
    ("السفن السبع", 7),
    ("الدول الست", 6),
    ("الفصائل الست", 6),
    ("للمحافظات الست", 6),
    ("والقرى الست", 6),
    ("الدول العربية الست", 6),
    ("دول الخليج الست", 6),
    ("جولاتها الست", 6),
    ("قواعدهم الست", 6),
    ("الست سنوات الماضية", 6),
    ("القوى الثلاثون", 30),
    ("مجموعة العشرين", 20),
    ("المئة", 100),
]


@pytest.mark.parametrize(("text", "value"), DEFINITE_COUNTS)
def test_definite_counts_are_no_ordinals(text: str, value: int) -> None:
    assert [number for _, number in counted(text)] == [Decimal(value)]


NOT_NUMBERS = [
    pytest.param("في المئة", id="percent"),
    pytest.param("بالمائة", id="percent, attached"),
    pytest.param("أحد الوزراء وإحدى القرى وأحدهم", id="one of"),
    pytest.param("لا أحد", id="none"),
    pytest.param("يوم الأحد والاثنين والثلاثاء والأربعاء والخميس", id="weekdays"),
    pytest.param("كل واحد وأي واحدة", id="each one"),
    pytest.param("واحدة من أكبر القواعد", id="one of, feminine"),
    pytest.param("كان ثمن التأخير باهظا، وثمنها كذلك", id="price"),
    pytest.param("في بئر السبع", id="Beersheba"),
    pytest.param("ألف رواية عن الحرب", id="wrote"),
    pytest.param("متحور ألفا في البلاد", id="alpha"),
    pytest.param("لست واثقا", id="I am not"),
    pytest.param("قالت الست", id="the lady, subject"),
    pytest.param("في بيت الست", id="the lady, genitive"),
    pytest.param("المطربة الست", id="the lady behind a title"),
    pytest.param("غنتها الست", id="the lady behind an object"),
    pytest.param("والست أم كلثوم", id="and the lady"),
    pytest.param("كمية من كميات السلاح", id="quantity"),
    pytest.param("شركة ميتا", id="Meta"),
    pytest.param("عثر على ميتين", id="dead"),
    pytest.param("شهر صفر", id="Safar"),
    pytest.param("ساعة الصفر", id="zero hour"),
    pytest.param("نصف نهائي البطولة", id="semi-final"),
    pytest.param("الربع الأخير", id="last quarter"),
    pytest.param("إلا ربعا", id="quarter to"),
    pytest.param("في أي ثانية", id="a second of time"),
    pytest.param("ثاني أكسيد الكربون", id="dioxide"),
    pytest.param("تقرير أولي", id="preliminary"),
    pytest.param("هجومان وجنديان ودولتين", id="duals of nouns"),
    pytest.param("نقطة تفتيش فاصلة", id="a dividing point"),
    pytest.param("نص القانون", id="text"),
    pytest.param("عشرات الآلاف ومئات وملايين", id="vague"),
    pytest.param("5G و1M", id="names in Latin letters"),
    pytest.param("مفرد ووحيد", id="single"),
    pytest.param("سيارات الستينات", id="decades"),
]


@pytest.mark.parametrize("text", NOT_NUMBERS)
def test_homographs_are_not_counts(text: str) -> None:
    assert counted(text) == []


BESIDE = [
    ("15 في المئة", [15]),
    ("خمسة عشر بالمئة و20 في المائة", [15, 20]),
    ("(15) في المئة", [15]),
    ("مئة في المئة", [100]),
    ("ثلاثة في الألف", [3]),
    ("في المئة يوم المقبلة", [100]),
    ("واحد في المئة", [1]),
    ("45 ثانية", [45]),
    ("لست سنوات", [6]),
    ("لست هجمات", [6]),
    ("جندي واحد", [1]),
    ("طفلان اثنان", [2]),
    ("خلال خمس السنوات الماضية", [5]),
    ("ألف كتاب", [1000]),
    ("كألف كتاب", [1000]),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_numbers_beside_homographs(text: str, expected: list[int]) -> None:
    assert [value for _, value in counted(text)] == [Decimal(value) for value in expected]


def test_half_past_is_no_share() -> None:
    assert ranked("الساعة الرابعة والنصف") == [("رابعة", Decimal(4))]
    assert counted("الساعة الرابعة والنصف") == []


DOTS = [
    ("57.310 نازحا", 57_310, True),
    ("5.310 نازحين", 5310, True),
    ("بلغ العدد 157.310", 157_310, True),
    ("5.310", "5.31", True),
    ("5.310 دولار", "5.31", True),
    ("57.310 مليون", 57_310_000, True),
    ("57.310%", "57.31", True),
    ("57.310 في المئة", "57.31", True),
    ("57.31 نازحا", "57.31", False),
]


@pytest.mark.parametrize(("text", "value", "ambiguous"), DOTS)
def test_a_dot_before_three_digits_follows_what_is_counted(text: str, value: int | str, ambiguous: bool) -> None:
    assert (only(text).value, only(text).ambiguous) == (Decimal(value), ambiguous)


@pytest.mark.parametrize("written", ["ألف", "مئة", "مليون", "مليار", "المليون", "بمئة"])
def test_bare_scales_are_marked(written: str) -> None:
    (numeral,) = numerals(f"{written} شجرة")
    assert numeral.scale_only


@pytest.mark.parametrize("written", ["ألفان", "مئتا", "ثلاثمئة", "ثلاثة آلاف", "نصف مليون", "1000"])
def test_other_numbers_are_not_bare_scales(written: str) -> None:
    (numeral,) = numerals(f"{written} شجرة")
    assert not numeral.scale_only


@pytest.mark.parametrize(
    ("text", "value"), [("آلاف الأشجار", 1000), ("بعشرات الآلاف", 10_000), ("مئات آلاف الأشجار", 100_000)]
)
def test_plural_scales_are_vague(text: str, value: int) -> None:
    (numeral,) = numerals(text)
    assert numeral.plural_scale
    assert numeral.value == value
    assert find_numbers(text, "ar") == []


@pytest.mark.parametrize("particle", ["و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "وب"])
def test_attached_particles_stay_outside(particle: str) -> None:
    assert counted(f"{particle}ثلاثين") == [("ثلاثين", Decimal(30))]


def test_marks_and_tatweel_inside_the_words() -> None:
    assert counted("ثَلاثـــةٌ وعِشـرون") == [("ثَلاثـــةٌ وعِشـرون", Decimal(23))]


def test_suspicion_travels_with_the_sum() -> None:
    assert only("3\u200b0 ألفا و200").suspicious == "hidden characters"


# num2words divides floats beyond 10^15, where its own words go wrong.
counts = st.one_of(st.integers(0, 10**4), st.integers(0, 10**15 - 1), st.integers(1, 999).map(lambda n: n * 10**6))
respelled = st.sampled_from(
    [
        lambda words: words,
        lambda words: words.replace(" و ", " و"),
        lambda words: words.replace("مائة", "مئة"),
        lambda words: words.replace("أ", "ا").replace("إ", "ا"),
        lambda words: words.replace("ً", ""),
        lambda words: re.sub(r"(?<=[ثعرستن])ون\b|(?<=ت)ان\b", lambda end: {"ون": "ين", "ان": "ين"}[end[0]], words),
        lambda words: words.replace("ة ", "ه "),
    ]
)


@given(counts, respelled)
def test_what_num2words_spells_reads_back(number: int, respell) -> None:  # type: ignore[no-untyped-def]
    words = respell(num2words(number, lang="ar") + " ").strip()
    assert counted(words) == [(words, Decimal(number))]


# num2words spells these as before a noun ("ألفا"), which nobody writes alone and which then may be one thousand, too.
plain = st.integers(3, 10**9).filter(lambda number: number not in (2_000, 2_000_000))


@given(plain, plain, st.sampled_from(["، ", ".\n", "\n", " / ", " أو ", " إلى "]))
def test_two_spelled_numbers_stay_two(first: int, second: int, between: str) -> None:
    text = f"{num2words(first, lang='ar')}{between}{num2words(second, lang='ar')}"
    assert [value for _, value in counted(text)] == [first, second]


PIECES = (
    *("ثلاثة مئة ألف آلاف و مليون نصف عشرون خمس وخمسة أحد عشر الثاني فاصلة سالب بين على من كل واحد في المئة".split()),
    *("12", "3.5", "،", "\n"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
def test_any_soup_of_words_gives_ordered_numbers(text: str) -> None:
    found = numerals(text)
    assert all(before.end <= after.start and before.stop <= after.first for before, after in pairwise(found))
    assert all(numeral.value.is_finite() for numeral in found)
    assert all(mention.span.of(text).strip() == mention.span.of(text) for mention in find_numbers(text, "ar"))


@pytest.mark.parametrize("lang", ["", "AR", "he"])
def test_an_unknown_language_is_refused(lang: str) -> None:
    with pytest.raises(ValueError, match="is not read; use one of ar, fa, en"):
        find_numbers("ثلاثة", lang)
