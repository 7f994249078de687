"""Persian numerals: what is read as one number, what as several, and what is another word."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from num2words import num2words

from extract.numbers import NumberMention, find_numbers, scan
from extract.text import tokenize


def quoted(text: str) -> list[tuple[str, Decimal]]:
    return [(mention.span.of(text), mention.value) for mention in find_numbers(text, "fa")]


def only(text: str) -> NumberMention:
    (mention,) = find_numbers(text, "fa")
    return mention


CARDINALS = [
    ("هفتاد و چهار راننده", "هفتاد و چهار", 74),
    ("نود شش راننده", "نود شش", 96),
    ("صد و نوزده چادر", "صد و نوزده", 119),
    ("یکصد و ده چادر", "یکصد و ده", 110),
    ("ششصد و سی و هشت چادر", "ششصد و سی و هشت", 638),
    ("سه هزار و هفتصد و بیست و یک چادر", "سه هزار و هفتصد و بیست و یک", 3721),
    ("هزار و چهارصد و سه", "هزار و چهارصد و سه", 1403),
    ("چهل و پنج میلیون و ششصد هزار", "چهل و پنج میلیون و ششصد هزار", 45_600_000),
    ("هشت هزار میلیارد ریال", "هشت هزار میلیارد", 8_000_000_000_000),
    ("شش تریلیون ریال", "شش تریلیون", 6_000_000_000_000),
    ("هشت صد خانوار", "هشت صد", 800),
    ("پونصد تا", "پونصد", 500),
    ("شونزده تا", "شونزده", 16),
    ("دو دوجین کمپل", "دو دوجین", 24),
    ("صفر مورد", "صفر", 0),
]


@pytest.mark.parametrize(("text", "quote", "value"), CARDINALS, ids=[quote for _, quote, _ in CARDINALS])
def test_spelled_cardinals(text: str, quote: str, value: int) -> None:
    assert quoted(text) == [(quote, Decimal(value))]


JOINED = [
    ("سی‌وهفت نفر", "سی‌وهفت", 37),
    ("سیوهفت نفر", "سیوهفت", 37),
    ("پنجهزار نفر", "پنجهزار", 5000),
    ("چهارصدوشصت نفر", "چهارصدوشصت", 460),
    ("هزاروسیصدوهشتادونه", "هزاروسیصدوهشتادونه", 1389),
    ("نهصد وبیست نفر", "نهصد وبیست", 920),
    ("آنان وشصت نفر دیگر", "شصت", 60),
    ("هشت‌ماهه", "هشت", 8),
    ("چهارساله", "چهار", 4),
    ("پنجاه‌کیلومتری", "پنجاه", 50),
    ("دوپنجم", "دوپنجم", Decimal("0.4")),
]


@pytest.mark.parametrize(("text", "quote", "value"), JOINED, ids=[text for text, _, _ in JOINED])
def test_joined_forms_come_apart(text: str, quote: str, value: Decimal | int) -> None:
    assert quoted(text) == [(quote, Decimal(value))]


MIXED = [
    ("۳ هزار و ۷۵۰ نفر", "۳ هزار و ۷۵۰", 3750),
    ("۸ هزار و ۶۰۰ میلیارد ریال", "۸ هزار و ۶۰۰ میلیارد", 8_600_000_000_000),
    ("هزار و ۹۰ میلیون یورو", "هزار و ۹۰ میلیون", 1_090_000_000),
    ("پنج هزار و صد میلیارد و ۲۰ میلیون تومان", "پنج هزار و صد میلیارد و ۲۰ میلیون", 5_100_020_000_000),
    ("دو میلیون و ۷۰۰ هزار میلیارد تومان", "دو میلیون و ۷۰۰ هزار میلیارد", 2_700_000_000_000_000),
    ("۸ هزار میلیارد و ۶۰۰ میلیون ریال", "۸ هزار میلیارد و ۶۰۰ میلیون", 8_000_600_000_000),
    ("نه هزار و ۴۰ نفر", "نه هزار و ۴۰", 9040),
    ("۶ میلیون و ۲۰۰ هزار رأی", "۶ میلیون و ۲۰۰ هزار", 6_200_000),
    ("۶ میلیون و دویست هزار و ۱۱ رأی", "۶ میلیون و دویست هزار و ۱۱", 6_200_011),
    ("۸ هزار ۲۵۰ نفر", "۸ هزار ۲۵۰", 8250),
    ("۸هزارو۲۵۰ نفر", "۸هزارو۲۵۰", 8250),
    ("۴٫۲ میلیارد دلار", "۴٫۲ میلیارد", 4_200_000_000),
    ("وام ۹۰ میلیون تومانی", "۹۰ میلیون", 90_000_000),
    ("کشور ۸۵ میلیونی", "۸۵ میلیونی", 85_000_000),
]


@pytest.mark.parametrize(("text", "quote", "value"), MIXED, ids=[quote for _, quote, _ in MIXED])
def test_digits_with_scale_words(text: str, quote: str, value: int) -> None:
    assert quoted(text) == [(quote, Decimal(value))]


STROKES = [
    ("تورم ۴/۷ درصد شد", "4.7"),
    ("۱/۸ میلیون بشکه", "1800000"),
    ("زلزله ۴/۶ ریشتری", "4.6"),
    ("نرخ ۰/۲۵", "0.25"),
    ("رشد ۸/۳ بود", "8.3"),
    ("مبلغ ۴/۵۰۰/۰۰۰ ریال", "4500000"),
    ("۲/۳ مردم", "0.6666666666666666666666666667"),
]


@pytest.mark.parametrize(("text", "value"), STROKES)
def test_a_stroke_is_a_decimal_point_unless_it_makes_a_fraction(text: str, value: str) -> None:
    assert only(text).value == Decimal(value)


def test_a_stroked_date_is_no_decimal() -> None:
    assert [value for _, value in quoted("در تاریخ ۱۴۰۲/۱۱/۰۵")] == [1402, 11, 5]


FRACTIONS = [
    ("دو پنجم جمعیت", Fraction(2, 5)),
    ("یک‌ششم جمعیت", Fraction(1, 6)),
    ("یکهفتم جمعیت", Fraction(1, 7)),
    ("نیمی از جمعیت", Fraction(1, 2)),
    ("نصف جمعیت", Fraction(1, 2)),
    ("ثلث جمعیت", Fraction(1, 3)),
    ("دو ثلث جمعیت", Fraction(2, 3)),
    ("ربع قرن", Fraction(1, 4)),
    ("سه ربع راه", Fraction(3, 4)),
    ("چهار دهم درصد", Fraction(4, 10)),
    ("سی و پنج صدم", Fraction(35, 100)),
    ("سه هزارم ثانیه", Fraction(3, 1000)),
    ("نیم ساعت", Fraction(1, 2)),
    ("نیم‌قرن", Fraction(1, 2)),
]


@pytest.mark.parametrize(("text", "value"), FRACTIONS, ids=[text for text, _ in FRACTIONS])
def test_fractions_are_parts_of_a_whole(text: str, value: Fraction) -> None:
    mention = only(text)
    assert mention.fraction
    assert float(mention.value) == pytest.approx(float(value))


COUNTED_FRACTIONS = [
    ("نیم میلیون نفر", 500_000),
    ("سه و نیم میلیون نفر", 3_500_000),
    ("سه میلیون و نیم", 3_500_000),
    ("۷ و نیم درصد", Decimal("7.5")),
    ("یک‌ونیم برابر", Decimal("1.5")),
    ("سه چهارم میلیارد", 750_000_000),
    ("پنج و سه چهارم", Decimal("5.75")),
    ("سی و یک چهارم", Decimal("30.25")),
    ("هفت ممیز دو", Decimal("7.2")),
    ("صفر ممیز صفر هشت", Decimal("0.08")),
    ("سه ممیز یک چهار", Decimal("3.14")),
    ("دوازده ممیز صفر پنج شش", Decimal("12.056")),
    ("یک ممیز چهل و پنج صدم", Decimal("1.45")),
    ("چهار ممیز دو میلیون", 4_200_000),
]


@pytest.mark.parametrize(("text", "value"), COUNTED_FRACTIONS, ids=[text for text, _ in COUNTED_FRACTIONS])
def test_mixed_numbers_and_decimals_in_words(text: str, value: Decimal | int) -> None:
    mention = only(text)
    assert mention.value == value
    assert not mention.fraction


ORDINALS = [
    ("لشکر هشتم", "هشتم", 8),
    ("دومین روز", "دومین", 2),
    ("قرن بیست و یکم", "بیست و یکم", 21),
    ("بیست‌ویکمین نشست", "بیست‌ویکمین", 21),
    ("سی و سومین نشست", "سی و سومین", 33),
    ("روز سی‌ام", "سی‌ام", 30),
    ("روز سی ام", "سی ام", 30),
    ("صد و چهلمین سالگرد", "صد و چهلمین", 140),
    ("هزارمین روز", "هزارمین", 1000),
    ("دو هزارمین روز", "دو هزارمین", 2000),
    ("۱۷مین دوره", "۱۷مین", 17),
    ("۱۷ام", "۱۷ام", 17),
    ("۱۷ ام", "۱۷ ام", 17),
    ("مرحله نخست", "نخست", 1),
    ("اولین بار", "اولین", 1),
]


@pytest.mark.parametrize(("text", "quote", "value"), ORDINALS, ids=[quote for _, quote, _ in ORDINALS])
def test_ordinals_are_marked(text: str, quote: str, value: int) -> None:
    mention = only(text)
    assert (mention.span.of(text), mention.value, mention.ordinal) == (quote, value, True)


SEPARATE = [
    ("۲۰ و ۲۵ نفر", [20, 25]),
    ("۲۰ تا ۲۵ هزار نفر", [20, 25_000]),
    ("چهار یا پنج نفر", [4, 5]),
    ("دو سه روز", [2, 3]),
    ("شش و دوازده دقیقه", [6, 12]),
    ("ساعت ۹ و بیست دقیقه", [9, 20]),
    ("دو هزار، سیصد", [2000, 300]),
    ("دو هزار\nسیصد", [2000, 300]),
    ("پنج میلیون و هفت میلیون", [5_000_000, 7_000_000]),
    ("۲۰۲۱-۲۰۲۳", [2021, 2023]),
    ("منفی هشت و منفی ۳", [-8, -3]),
]


@pytest.mark.parametrize(("text", "values"), SEPARATE, ids=[repr(text) for text, _ in SEPARATE])
def test_separate_counts_are_never_added(text: str, values: list[int]) -> None:
    assert [value for _, value in quoted(text)] == values


OTHER_WORDS = [
    "نه تنها مردم",
    "نه گفت و رفت",
    "نه نفتی ماند و نه گازی",
    "نه سرباز بود و نه پلیس",
    "سه شنبه و چهار شنبه",
    "سه‌شنبه، پنجشنبه و یکشنبه",
    "از چهارراه گذشت",
    "یکی از آنها",
    "هر یک از آنها",
    "یک بار دیگر",
    "قوم هزاره",
    "شبکه بی بی سی و سی ان ان",
    "مردم ده رفتند",
    "دوباره آمد",
    "یکتا",
    "دوده",
    "صدا و صدام",
    "نخست وزیر",
    "پایان ماه صفر",
    "باید نشان دهم",
    "نیمه شب",
    "نصف شب",
    "در دو و میدانی",
    "اجتماع میلیونی",
    "چند نفر و چندین زن",
]


@pytest.mark.parametrize("text", OTHER_WORDS)
def test_other_words(text: str) -> None:
    assert find_numbers(text, "fa") == []


NINE = ["نه نفر", "هر نه نفر", "ساعت نه", "هشت تا نه روز", "سی و نه", "از شصت نه، ساعت نه", "نه هزار", "نه‌ساله"]


@pytest.mark.parametrize("text", NINE)
def test_nine_is_read_where_something_is_counted(text: str) -> None:
    assert quoted(text)[-1][1] in (9, 39, 9000)


@pytest.mark.parametrize("text", ["شصت در صد", "۶۰ در صد", "شصت درصد"])
def test_percent_written_apart_is_no_hundred(text: str) -> None:
    assert [value for _, value in quoted(text)] == [60]


VAGUE = [
    ("ده‌ها نفر", "ده‌ها"),
    ("ده ها نفر", "ده ها"),
    ("صدها هزار نفر", "صدها هزار"),
    ("هزاران نفر", "هزاران"),
    ("میلیون‌ها نفر", "میلیون‌ها"),
    ("چند هزار نفر", "هزار"),
    ("چندصد نفر", "صد"),
    ("چندین میلیون نفر", "میلیون"),
]


@pytest.mark.parametrize(("text", "quote"), VAGUE, ids=[text for text, _ in VAGUE])
def test_bare_plurals_are_kept_for_the_quantity_layer_only(text: str, quote: str) -> None:
    tokens = tokenize(text)
    (found,) = scan(tokens, "fa")
    assert (tokens.folded.origin(found.start, found.end).of(text), found.plural_scale) == (quote, True)
    assert find_numbers(text, "fa") == []


@pytest.mark.parametrize(
    ("text", "bare"), [("هزار نفر", True), ("صد نفر", True), ("یکصد نفر", False), ("دویست نفر", False)]
)
def test_a_bare_scale_word_says_that_it_is_one(text: str, bare: bool) -> None:
    (found,) = scan(tokenize(text), "fa")
    assert found.scale_only is bare


@pytest.mark.parametrize("text", ["هفتصد", "هفت‌صد", "هفتـصد", "هَفتصد"])
def test_joiners_tatweel_and_vowels_change_nothing(text: str) -> None:
    assert quoted(f"آن {text} نفر") == [(text, Decimal(700))]


@pytest.mark.parametrize("text", ["بيست و يك", "بیست و یک", "بیست و یك"])
def test_arabic_letters_are_read_as_persian_ones(text: str) -> None:
    assert quoted(text) == [(text, Decimal(21))]


# --- properties -------------------------------------------------------------------------------------------------------


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_round_trip_with_an_independent_speller(value: int) -> None:
    text = num2words(value, lang="fa")
    sentence = f"شمار {text} نفر"
    assert quoted(sentence) == [(text, Decimal(value))]


@given(st.integers(min_value=0, max_value=10**9))
def test_round_trip_with_joined_words(value: int) -> None:
    text = num2words(value, lang="fa").replace(" و ", "و")
    assert only(f"شمار {text} نفر").value == value


@given(st.integers(min_value=2, max_value=999))
def test_ordinal_round_trip(value: int) -> None:
    assume(value % 100 != 30)  # num2words writes سیم (wire) for سی‌ام
    text = num2words(value, lang="fa", to="ordinal")
    mention = only(f"روز {text} بود")
    assert (mention.value, mention.ordinal) == (value, True)


@given(st.integers(min_value=0, max_value=10**6), st.integers(min_value=1, max_value=99))
def test_hundredths_behind_a_whole_number(whole: int, hundredths: int) -> None:
    assume(not whole or 0 < whole % 100 < 20 or whole % 10)  # "بیست و یک صدم" is 20.01 and 0.21 alike
    spelled = [num2words(value, lang="fa") for value in (whole, hundredths)]
    assert only(f"نرخ {spelled[0]} و {spelled[1]} صدم").value == whole + Decimal(hundredths) / 100


WORDS = (
    "یک دو نه ده سی سی بیست صد دویست هزار میلیون میلیارد و و و نیم سوم چهارم صدم هزارم ربع ها دوهزار بیستوپنج چند ممیز "
    "منفی در ۵ ۱۲ ۳۰۰ ۲٫۵ ۲/۵ / ، . شنبه نفر درصد ام م صفر"
).split()


@given(st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from([" ", "\u200c", "", "\n"]))
def test_numerals_are_ordered_disjoint_and_within_the_text(words: list[str], glue: str) -> None:
    text = glue.join(words)
    tokens = tokenize(text)
    found = scan(tokens, "fa")
    for numeral in found:
        assert 0 <= numeral.start < numeral.end <= len(tokens.folded.text)
        assert tokens.starts[numeral.first] <= numeral.start
        assert numeral.end <= tokens.ends[numeral.stop - 1]
        assert numeral.value.is_finite()
    assert all(left.end <= right.start for left, right in pairwise(found))


@given(st.text(alphabet=st.characters(min_codepoint=0x600, max_codepoint=0x6FF), max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    for mention in find_numbers(text, "fa"):
        assert mention.span.of(text)
