"""English numerals: what is read as one number, what as several, and what is none."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from extract.numbers import NumberMention, find_numbers, scan
from extract.numbers.numeral import Numeral
from extract.text import tokenize


def quoted(text: str) -> list[tuple[str, Decimal]]:
    return [(mention.span.of(text), mention.value) for mention in find_numbers(text, "en")]


def numerals(text: str) -> list[Numeral]:
    return scan(tokenize(text), "en")


def only(text: str) -> NumberMention:
    (mention,) = find_numbers(text, "en")
    return mention


CARDINALS = [
    ("Guards stopped seventeen men", "seventeen", 17),
    ("Fifty-eight lorries crossed", "Fifty-eight", 58),
    ("fifty eight lorries", "fifty eight", 58),
    ("a fleet of fifty - eight lorries", "fifty - eight", 58),
    ("three hundred and forty-six tents", "three hundred and forty-six", 346),
    ("three hundred forty-six tents", "three hundred forty-six", 346),
    ("one hundred and nine thousand returnees", "one hundred and nine thousand", 109_000),
    ("nine hundred and two thousand", "nine hundred and two thousand", 902_000),
    ("seventy million four hundred thousand six", "seventy million four hundred thousand six", 70_400_006),
    ("eighteen hundred rounds", "eighteen hundred", 1800),
    ("a hundred and seven rounds", "a hundred and seven", 107),
    ("a thousand and one reasons", "a thousand and one", 1001),
    ("six hundred thousand million", "six hundred thousand million", 600_000_000_000),
    ("an army of eighty-thousand", "eighty-thousand", 80_000),
    ("forty lakh voters", "forty lakh", 4_000_000),
    ("two lakh crore rupees", "two lakh crore", 2_000_000_000_000),
    ("three crore five lakh ballots", "three crore five lakh", 30_500_000),
    ("zero tolerance", "zero", 0),
    ("it ended three to nought", "nought", 0),
    ("thirtyseven letters", "thirtyseven", 37),
    ("in twenty twenty-three", "twenty twenty-three", 2023),
    ("born in nineteen forty eight", "nineteen forty eight", 1948),
    ("built in eighteen twelve", "eighteen twelve", 1812),
    ("since nineteen oh six", "nineteen oh six", 1906),
    ("back in two thousand and eleven", "two thousand and eleven", 2011),
    ("room four sixty two", "four sixty two", 462),
    ("four score and seven years", "four score and seven", 87),
]


@pytest.mark.parametrize(("text", "quote", "value"), CARDINALS, ids=[quote for _, quote, _ in CARDINALS])
def test_spelled_cardinals(text: str, quote: str, value: int) -> None:
    assert (quote, Decimal(value)) in quoted(text)


MIXED = [
    ("$3.2 billion in aid", "3.2 billion", 3_200_000_000),
    ("5 hundred and 12 rifles", "5 hundred and 12", 512),
    ("7 thousand 2 hundred and 40", "7 thousand 2 hundred and 40", 7240),
    ("9 thousand and 350 people", "9 thousand and 350", 9350),
    ("15k followers", "15k", 15_000),
    ("a £6bn loan", "6bn", 6_000_000_000),
    ("€30m for repairs", "30m", 30_000_000),
    ("8m people go hungry", "8m", 8_000_000),
    ("US$ 4MM", "4MM", 4_000_000),
    ("90 mln barrels", "90 mln", 90_000_000),
    ("Rs 14 cr", "14 cr", 140_000_000),
    ("4½ million tonnes", "4½ million", 4_500_000),
]


@pytest.mark.parametrize(("text", "quote", "value"), MIXED, ids=[quote for _, quote, _ in MIXED])
def test_digits_with_scale_words(text: str, quote: str, value: int) -> None:
    assert quoted(text) == [(quote, Decimal(value))]


DOZENS = [
    ("a dozen boats", 12),
    ("three dozen boats", 36),
    ("half a dozen boats", 6),
    ("a half-dozen boats", 6),
    ("5 dozens", 60),
    ("two and a half dozen", 30),
    ("one hundred and three dozen", 136),
]


@pytest.mark.parametrize(("text", "value"), DOZENS)
def test_dozens(text: str, value: int) -> None:
    assert [number for _, number in quoted(text)] == [value]


COUNTED_FRACTIONS = [
    ("half a million letters", 500_000),
    ("nearly half million letters", 500_000),
    ("a quarter of a million letters", 250_000),
    ("a quarter-million letters", 250_000),
    ("three-quarters of a billion", 750_000_000),
    ("four and a half million", 4_500_000),
    ("three million and a half", 3_500_000),
    ("6 million and a quarter", 6_250_000),
    ("two billion and a half million", 2_000_500_000),
    ("seven and a half years", Decimal("7.5")),
    ("eleven and three quarters", Decimal("11.75")),
    ("ninety and four fifths", Decimal("90.8")),
    ("two hundred and three quarters", Decimal("200.75")),
]


@pytest.mark.parametrize(("text", "value"), COUNTED_FRACTIONS)
def test_a_fraction_of_a_scale_or_behind_a_number_is_a_count(text: str, value: Decimal | int) -> None:
    mention = only(text)
    assert mention.value == value
    assert not mention.fraction


FRACTIONS = [
    ("two thirds of them", Fraction(2, 3)),
    ("two-thirds of them", Fraction(2, 3)),
    ("a two-third majority", Fraction(2, 3)),
    ("one-fifth of the crop", Fraction(1, 5)),
    ("exports fell by a third", Fraction(1, 3)),
    ("a third of exports", Fraction(1, 3)),
    ("nearly a tenth, officials said", Fraction(1, 10)),
    ("less than half the seats", Fraction(1, 2)),
    ("one half of the seats", Fraction(1, 2)),
    ("three quarters of the seats", Fraction(3, 4)),
    ("nine-tenths of the law", Fraction(9, 10)),
    ("five twenty-fourths", Fraction(5, 24)),
    ("one hundred forty-sevenths", Fraction(100, 47)),
    ("thirty-two fifths", Fraction(32, 5)),
    ("a hundredth of that", Fraction(1, 100)),
    ("Eight in ten buildings", Fraction(4, 5)),
    ("one over eight", Fraction(1, 8)),
    ("three out of five homes", Fraction(3, 5)),
    ("one in every six", Fraction(1, 6)),
    ("two in seven children", Fraction(2, 7)),
]


@pytest.mark.parametrize(("text", "value"), FRACTIONS, ids=[text for text, _ in FRACTIONS])
def test_fractions_are_parts_of_a_whole(text: str, value: Fraction) -> None:
    mention = only(text)
    assert mention.fraction
    assert float(mention.value) == pytest.approx(float(value))


DECIMALS = [
    ("four point one five", "4.15"),
    ("zero point zero seven percent", "0.07"),
    ("nought point twelve", "0.12"),
    ("two point six million", "2600000"),
    ("three hundred point nine", "300.9"),
    ("6 point 25", "6.25"),
    ("minus one point five", "-1.5"),
    ("point four percent", "0.4"),
]


@pytest.mark.parametrize(("text", "value"), DECIMALS)
def test_decimals_in_words(text: str, value: str) -> None:
    assert only(text).value == Decimal(value)


ORDINALS = [
    ("the first convoy", "first", 1),
    ("the Seventh Fleet", "Seventh", 7),
    ("a second attack", "second", 2),
    ("a third man was held", "third", 3),
    ("her twenty-second visit", "twenty-second", 22),
    ("twenty second in the table, the twenty-second", "twenty-second", 22),
    ("the 82nd Airborne", "82nd", 82),
    ("the 31 st day", "31 st", 31),
    ("one hundred and fourth", "one hundred and fourth", 104),
    ("the three hundred and fiftieth", "three hundred and fiftieth", 350),
    ("the two thousandth visitor", "two thousandth", 2000),
    ("the one hundredth anniversary", "one hundredth", 100),
    ("on the one hundred and second day", "one hundred and second", 102),
]


@pytest.mark.parametrize(("text", "quote", "value"), ORDINALS, ids=[text for text, _, _ in ORDINALS])
def test_ordinals_are_marked(text: str, quote: str, value: int) -> None:
    ranks = [(m.span.of(text), m.value) for m in find_numbers(text, "en") if m.ordinal]
    assert (quote, Decimal(value)) in ranks


NEGATIVES = [
    ("minus twelve degrees", "minus twelve", -12),
    ("a rating of negative three", "negative three", -3),
    ("minus 40 overnight", "minus 40", -40),
    ("tested negative 6 times", "6", 6),
    ("plus or minus four points", "four", 4),
    ("nine minus two", "two", 2),
]


@pytest.mark.parametrize(("text", "quote", "value"), NEGATIVES)
def test_signs(text: str, quote: str, value: int) -> None:
    assert quoted(text)[-1] == (quote, Decimal(value))


SEPARATE = [
    ("between twelve and sixteen", [12, 16]),
    ("ten to fifteen", [10, 15]),
    ("six-eight weeks", [6, 8]),
    ("20 and 25", [20, 25]),
    ("4 hundred and 6 hundred", [400, 600]),
    ("3 million and 14 wounded", [3_000_000, 14]),
    ("five million, three hundred dead", [5_000_000, 300]),
    ("seven thousand\ntwo hundred", [7000, 200]),
    ("six out of four", [6, 4]),
    ("£900 over 4 months", [900, 4]),
    ("9 in six boxes", [9, 6]),
    ("one in two days", [1, 2]),
    ("one in 2019", [1, 2019]),
    ("thirty two-year terms", [30, 2]),
    ("five twenty-minute rounds", [5, 20]),
    ("three hundred first responders", [300, 1]),
    ("at one point six men fled", [1, 6]),
    ("at seven fifty", [7, 50]),
    ("one two three", [1, 2, 3]),
    ("two or three hundred", [2, 300]),
]


@pytest.mark.parametrize(("text", "values"), SEPARATE, ids=[repr(text) for text, _ in SEPARATE])
def test_separate_counts_are_never_added(text: str, values: list[int]) -> None:
    assert [value for _, value in quoted(text)] == values


NONE = [
    "a few men, several others and a couple more",
    "no one came and this one left",
    "the one that got away",
    "one of the bridges",
    "the next of kin as a last resort",
    "it took seconds",
    "metres per second",
    "wait just a second",
    "the other half",
    "his half-brother",
    "the half-time whistle",
    "a quarter-final",
    "the quarter ended badly",
    "cut into thirds",
    "no point",
    "tens of men",
    "the final scores",
    "see https://news.example/2031/04/five-dead-in-crash",
    "www.example.org/top-ten",
    "an answer and a question",
    "the seventies",
    "halves and quarters",
]


@pytest.mark.parametrize("text", NONE)
def test_no_numeral(text: str) -> None:
    assert find_numbers(text, "en") == []


VAGUE = [
    ("dozens of men", ["dozens"]),
    ("hundreds of thousands of leaflets", ["hundreds of thousands"]),
    ("tens of millions", ["tens of millions"]),
    ("several hundred men", ["hundred"]),
    ("a few thousand men", ["thousand"]),
    ("a couple of dozen", ["dozen"]),
    ("scores of men", ["scores"]),
]


@pytest.mark.parametrize(("text", "quotes"), VAGUE)
def test_bare_plurals_are_kept_for_the_quantity_layer_only(text: str, quotes: list[str]) -> None:
    tokens = tokenize(text)
    found = scan(tokens, "en")
    assert [tokens.folded.origin(n.start, n.end).of(text) for n in found] == quotes
    assert all(n.plural_scale for n in found)
    assert find_numbers(text, "en") == []


@pytest.mark.parametrize("text", ["the million-dollar question", "thousand-fold", "the thousand"])
def test_a_bare_scale_word_says_that_it_is_one(text: str) -> None:
    assert [n.scale_only for n in numerals(text)] == [True]


@pytest.mark.parametrize(
    ("text", "quote"),
    [("sixty (60) days", "sixty (60)"), ("60 (sixty) days", "60 (sixty)")],
)
def test_a_gloss_is_part_of_what_it_repeats(text: str, quote: str) -> None:
    assert quoted(text) == [(quote, Decimal(60))]


def test_a_different_number_in_brackets_is_no_gloss() -> None:
    assert [value for _, value in quoted("sixty (61) days")] == [60, 61]


def test_the_article_belongs_to_the_numeral_and_the_sign_too() -> None:
    assert quoted("lost a hundred at minus two") == [("a hundred", Decimal(100)), ("minus two", Decimal(-2))]


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("for a second, he slept", False),
        ("a second later", False),
        ("a second, larger blast", True),
        ("the second", True),
    ],
)
def test_second_is_a_rank_or_a_moment(text: str, ordinal: bool) -> None:
    assert [m.ordinal for m in find_numbers(text, "en")] == ([True] if ordinal else [])


# --- properties -------------------------------------------------------------------------------------------------------


@given(st.integers(min_value=0, max_value=10**18))
def test_round_trip_with_an_independent_speller(value: int) -> None:
    text = num2words(value, lang="en").replace(",", "")  # num2words puts commas, which join nothing here
    assert quoted(f"About {text} came.") == [(text, Decimal(value))]


@given(st.integers(min_value=1, max_value=999_999))
def test_ordinal_round_trip(value: int) -> None:
    text = num2words(value, lang="en", to="ordinal").replace(",", "")
    mention = only(f"the {text}")
    assert (mention.value, mention.ordinal) == (value, True)


@given(st.integers(min_value=1300, max_value=2099))
def test_spelled_years(value: int) -> None:
    assert only(num2words(value, lang="en", to="year")).value == value


@given(st.decimals(min_value=0, max_value=9999, places=3))
def test_decimal_round_trip(value: Decimal) -> None:
    text = num2words(value, lang="en").replace(",", "")
    assert only(f"{text} percent").value == value


WORDS = (
    "one two five ten nineteen twenty ninety hundred thousand million dozen dozens hundreds half quarter third thirds "
    "fifth second seconds and a an the of - point zero over out in 5 12 300 2.5 k bn ( ) , . minus 1/2 ½ score oh men"
).split()


@given(st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from([" ", "-", "\n"]))
def test_numerals_are_ordered_disjoint_and_within_the_text(words: list[str], glue: str) -> None:
    text = glue.join(words)
    tokens = tokenize(text)
    found = scan(tokens, "en")
    for numeral in found:
        assert 0 <= numeral.start < numeral.end <= len(tokens.folded.text)
        assert tokens.starts[numeral.first] <= numeral.start
        assert numeral.end <= tokens.ends[numeral.stop - 1]
        assert numeral.value.is_finite()
    assert all(left.end <= right.start for left, right in pairwise(found))


@given(st.text(max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    for mention in find_numbers(text, "en"):
        assert mention.span.of(text)
