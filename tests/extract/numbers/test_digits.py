"""Digit literals: what their separators, signs and neighbours make of them, the same in every language."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from extract.numbers.digits import STARTS, literals, multiplied, plain
from extract.numbers.numeral import Numeral
from extract.text import tokenize

ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
FULL_WIDTH = str.maketrans("0123456789", "".join(map(chr, range(0xFF10, 0xFF1A))))
SCRIPTS = ({}, ARABIC_INDIC, PERSIAN, FULL_WIDTH)


def numerals(text: str, suffixes: bool = False) -> list[Numeral]:
    tokens = tokenize(text)
    found: list[Numeral] = []
    index = 0
    while index < len(tokens):
        here = literals(tokens, index) if tokens.forms[index][0] in STARTS else ()
        found += [multiplied(tokens, numeral) for numeral in here] if suffixes else here
        index = found[-1].stop if here else index + 1
    return found


def quoted(text: str, suffixes: bool = False) -> list[tuple[str, Decimal]]:
    folded = tokenize(text).folded
    return [(folded.origin(n.start, n.end).of(text), n.value) for n in numerals(text, suffixes)]


def values(text: str, suffixes: bool = False) -> list[Decimal]:
    return [numeral.value for numeral in numerals(text, suffixes)]


ONE = [
    pytest.param("4ر11", "11.4", id="the point of Arab agencies, fraction first"),
    pytest.param("7", "7", id="integer"),
    pytest.param("007", "7", id="leading zeros"),
    pytest.param("٣٥٤", "354", id="Arabic-Indic"),
    pytest.param("۳۵۴", "354", id="Persian"),
    pytest.param("３５４", "354", id="full width"),
    pytest.param("6,250", "6250", id="thousands, comma"),
    pytest.param("٦٬٢٥٠", "6250", id="thousands, Arabic separator"),
    pytest.param("٦،٢٥٠،٠٠٠", "6250000", id="thousands, Arabic comma"),
    pytest.param("6'250'000", "6250000", id="thousands, apostrophe"),
    pytest.param("6’250", "6250", id="thousands, curly apostrophe"),
    pytest.param("6.250.000", "6250000", id="thousands, several dots"),
    pytest.param("7 310 450", "7310450", id="thousands, blanks"),
    pytest.param("7\u00a0310", "7310", id="thousands, no-break space"),
    pytest.param("7\u202f310\u202f450,5", "7310450.5", id="thousands, narrow space, decimals"),
    pytest.param("12,34,567", "1234567", id="lakhs"),
    pytest.param("6.25", "6.25", id="decimal point"),
    pytest.param("٦٫٢٥", "6.25", id="Arabic decimal separator"),
    pytest.param("6,25", "6.25", id="decimal comma"),
    pytest.param("٦،٢", "6.2", id="decimal Arabic comma"),
    pytest.param("0,125", "0.125", id="no group after a zero"),
    pytest.param("4321,125", "4321.125", id="no group after four digits"),
    pytest.param("1,234.5", "1234.5", id="comma groups, point"),
    pytest.param("1.234,5", "1234.5", id="point groups, comma"),
    pytest.param("31،207,88", "31207.88", id="Arabic comma groups, comma"),
    pytest.param("1,234,567.80", "1234567.8", id="no trailing zeros in the value"),
    pytest.param(".75", "0.75", id="leading point"),
    pytest.param("٫٧٥", "0.75", id="leading Arabic point"),
    pytest.param("-8", "-8", id="minus"),
    pytest.param("−8", "-8", id="minus sign proper"),
    pytest.param("-.5", "-0.5", id="minus before a point"),
    pytest.param("3e8", "300000000", id="exponent"),
    pytest.param("1.75e+11", "175000000000", id="signed exponent"),
    pytest.param("5e-3", "0.005", id="negative exponent"),
    pytest.param("4.2x10^-3", "0.0042", id="times ten to the"),
    pytest.param("4.2×10^3", "4200", id="times sign"),
    pytest.param("1.5^2", "2.25", id="power"),
    pytest.param("-4^-1", "-0.25", id="a minus stands outside a power"),
    pytest.param("3/8", "0.375", id="fraction"),
    pytest.param("7 1/2", "7.5", id="mixed fraction"),
    pytest.param("-7 1/2", "-7.5", id="negative mixed fraction"),
    pytest.param("¾", "0.75", id="vulgar fraction"),
    pytest.param("7½", "7.5", id="integer and vulgar fraction"),
    pytest.param("7 ½", "7.5", id="integer, blank, vulgar fraction"),
    pytest.param("9" * 30, "9" * 30, id="thirty digits"),
]


@pytest.mark.parametrize(("written", "value"), ONE)
@pytest.mark.parametrize("frame", ["{}", "about {} of them", "بلغ {} في", "({})", "{}."], ids=repr)
def test_one_number(frame: str, written: str, value: str) -> None:
    assert quoted(frame.format(written)) == [(written, Decimal(value))]


SEVERAL = [
    pytest.param("10.20.30.40", [10, 20, 30, 40], id="address"),
    pytest.param("192.168.100.200", [192, 168, 100, 200], id="address of threes"),
    pytest.param("4.2.1", [4, 2, 1], id="version"),
    pytest.param("05.11.2025", [5, 11, 2025], id="dotted date"),
    pytest.param("17/11/2025", [17, 11, 2025], id="slashed date"),
    pytest.param("2025-11-17", [2025, 11, 17], id="ISO date"),
    pytest.param("2025/26", [2025, 26], id="season"),
    pytest.param("24/7", [24, 7], id="round the clock"),
    pytest.param("03/04", [3, 4], id="leading zeros are a date's"),
    pytest.param("1373/2001", [1373, 2001], id="resolution and year"),
    pytest.param("21:45", [21, 45], id="clock"),
    pytest.param("5'30", [5, 30], id="minutes and seconds"),
    pytest.param("20-25", [20, 25], id="range"),
    pytest.param("20 -25", [20, 25], id="range, blank before the hyphen"),
    pytest.param("20% -25%", [20, 25], id="range of percentages"),
    pytest.param("٢٠–٢٥", [20, 25], id="range with a dash"),
    pytest.param("6, 250, 000", [6, 250, 0], id="commas with blanks"),
    pytest.param("615 0000", [615, 0], id="a group of four"),
    pytest.param("615 00", [615, 0], id="a group of two"),
    pytest.param("1250 300", [1250, 300], id="a head of four"),
    pytest.param("8\n250", [8, 250], id="line break"),
    pytest.param("12  345", [12, 345], id="two blanks"),
    pytest.param("2024 12 345", [2024, 12, 345], id="a third number before"),
    pytest.param("+964 770 555", [964, 770, 555], id="telephone"),
    pytest.param("0770 123 456", [770, 123, 456], id="telephone from zero"),
    pytest.param("في 2019،25 منهم", [2019, 25], id="a comma after a year"),
    pytest.param("10e500", [10], id="an exponent beyond reason"),
    pytest.param("9^99999", [9], id="a power beyond reason"),
    pytest.param("12²", [12], id="superscripts are no digits"),
]


@pytest.mark.parametrize(("written", "expected"), SEVERAL)
def test_several_numbers(written: str, expected: list[int]) -> None:
    assert values(written) == [Decimal(value) for value in expected]


NOT_NEGATIVE = ["F-16", "كوفيد-19", "20-25", "الفقرة-3", "— 8", "—8", "- 8", "8-"]


@pytest.mark.parametrize("written", NOT_NEGATIVE)
def test_a_hyphen_is_a_minus_only_where_nothing_can_be_joined_by_it(written: str) -> None:
    assert all(value > 0 for value in values(written))


NONE = [
    pytest.param("F16", id="designation"),
    pytest.param("4x4", id="cross"),
    pytest.param("06F6", id="hexadecimal"),
    pytest.param("9" * 31, id="identifier"),
    pytest.param("https://example.org/a?id=305&p=2", id="web address"),
    pytest.param("www.example.org/2024/11", id="web address without a scheme"),
    pytest.param("x²", id="superscript"),
]


@pytest.mark.parametrize("written", NONE)
def test_no_number(written: str) -> None:
    assert quoted(written) == []


def test_units_may_be_glued_on() -> None:
    assert quoted("10kg و4km2 وUSD20 و750عائلة") == [
        ("10", Decimal(10)),
        ("4", Decimal(4)),
        ("20", Decimal(20)),
        ("750", Decimal(750)),
    ]


MULTIPLIERS = [
    ("10k", 10_000), ("2K", 2000), ("3M", 3_000_000), ("2MM", 2_000_000), ("1.5b", 15 * 10**8), ("4bn", 4 * 10**9),
    ("7mln", 7_000_000), ("8G", 8_000_000_000), ("$2.5T", 2_500_000_000_000), ("-3M", -3_000_000),
    ("5m", 5), ("5t", 5), ("5g", 5), ("5G", 5), ("5km", 5), ("5 k", 5),
]  # fmt: skip


@pytest.mark.parametrize(("written", "value"), MULTIPLIERS)
def test_letters_that_multiply(written: str, value: int) -> None:
    assert values(written, suffixes=True) == [Decimal(value)]


FLAGGED = [
    pytest.param("2\u200b500", 2500, "hidden characters", id="zero-width space between digits"),
    pytest.param("2\u200d,500", 2500, "hidden characters", id="zero-width joiner at a separator"),
    pytest.param("25\u202e1", 251, "hidden characters", id="bidi override"),
    pytest.param("25\u200f1", 251, "hidden characters", id="bidi mark between digits"),
    pytest.param("2ـ5", 25, "hidden characters", id="tatweel between digits"),
    pytest.param("٣۴", 34, "mixed digits", id="two scripts"),
    pytest.param("3٤", 34, "mixed digits", id="ASCII and Arabic"),
    pytest.param("2О00", 2000, "look-alike letters", id="Cyrillic O"),
    pytest.param("2l0", 210, "look-alike letters", id="Latin l"),
    pytest.param("25OO", 2500, "look-alike letters", id="Latin O at the end"),
    pytest.param("2,5оо", 2500, "look-alike letters", id="Cyrillic O behind a separator"),
    pytest.param("٢ه٠", 250, "look-alike letters", id="ha for a five"),
]


@pytest.mark.parametrize(("written", "value", "why"), FLAGGED)
def test_tampered_digits_are_flagged(written: str, value: int, why: str) -> None:
    (numeral,) = numerals(f"قتل {written} شخصا")
    assert (numeral.value, numeral.suspicious) == (Decimal(value), why)


@pytest.mark.parametrize(
    "written", ["31،207\u202a,94", "\u200f2,500\u200f", "2\u200e,\u200e500", "٢٥٠٠\u061c", "٢٥٠٠ـ"]
)
def test_ordinary_bidi_marks_are_harmless(written: str) -> None:
    (numeral,) = numerals(written)
    assert numeral.suspicious == ""


def test_a_dot_before_three_digits_is_flagged_as_ambiguous() -> None:
    flags = {
        written: numerals(written)[0].ambiguous for written in ("6.250", "61.250", "6,250", "6.25", "0.250", "6.2500")
    }
    assert [written for written, flag in flags.items() if flag] == ["6.250", "61.250"]


@given(st.integers(0, 10**12), st.sampled_from(",٬،'"), st.sampled_from(SCRIPTS))
def test_grouped_integers_read_back(number: int, separator: str, script: dict[int, int]) -> None:
    written = f"{number:,}".replace(",", separator).translate(script)
    assert quoted(f"بلغ {written} حتى") == [(written, Decimal(number))]


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.sampled_from(".٫"), st.sampled_from(SCRIPTS))
def test_decimals_read_back(number: Decimal, point: str, script: dict[int, int]) -> None:
    written = str(number).replace(".", point).translate(script)
    assert quoted(written) == [(written, number)]


@given(st.integers(1, 99), st.integers(2, 99))
def test_proper_fractions_read_back(numerator: int, denominator: int) -> None:
    assume(numerator < denominator)
    (numeral,) = numerals(f"{numerator}/{denominator}")
    assert numeral.fraction
    assert abs(numeral.value * denominator - numerator) < Decimal("1e-20")


@given(st.text(alphabet="0123456789٠۵.,٫٬،'/-+^ex× \u00a0\u200b\u202e½О\nا٪%", max_size=60))
def test_any_soup_of_digits_gives_ordered_finite_numbers(text: str) -> None:
    found = numerals(text)
    assert all(numeral.value.is_finite() for numeral in found)
    assert all(numeral.value == plain(numeral.value) for numeral in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(numeral.first < numeral.stop for numeral in found)
