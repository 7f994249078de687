"""Ranges: when two numerals bound one quantity, and the many ways in which two numbers side by side do not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import numbers
from extract.mentions.quantities import find_quantities
from extract.ontology.lexicon import load_lexicon
from extract.schema import Qualifier
from extract.text import tokenize

Found = tuple[str, str | None, str]


def told(text: str, lang: str) -> list[Found]:
    """(kind, bounds or value, quote) of each quantity."""
    tokens = tokenize(text)
    found, _ = find_quantities(tokens, numbers.scan(tokens, lang), [""] * len(tokens), load_lexicon(lang))
    numbered = [
        (q, f"{q.low:f}..{q.high:f}" if q.low is not None and q.qualifier is Qualifier.RANGE else f"{q.value:f}")
        for q in found
    ]
    return [(q.kind, number, tokens.folded.origin(q.start, q.end).of(text)) for q, number in numbered]


RANGES = [
    ("en", "both bounds with their unit", "It costs $12 million to $15 million", ("money", "12000000..15000000", "$12 million to $15 million")),
    ("fa", "both bounds with their unit", "سهم ۱۰ درصد تا ۱۵ درصد", ("percent", "10..15", "۱۰ درصد تا ۱۵ درصد")),
    ("ar", "dash", "نشر 10-15 جنديا", ("personnel", "10..15", "10-15 جنديا")),
    ("ar", "dash with blanks", "نشر 10 - 15 جنديا", ("personnel", "10..15", "10 - 15 جنديا")),
    ("ar", "en dash", "نشر 10–15 جنديا", ("personnel", "10..15", "10–15 جنديا")),
    ("ar", "digits of the script", "٤-٥ هجمات", ("attacks", "4..5", "٤-٥ هجمات")),
    ("ar", "between ... and", "بين 10 و15 جنديا", ("personnel", "10..15", "بين 10 و15 جنديا")),
    ("ar", "between ... and, apart", "بين 10 و 15 جنديا", ("personnel", "10..15", "بين 10 و 15 جنديا")),
    ("ar", "ما بين", "ما بين 10 و15 جنديا", ("personnel", "10..15", "ما بين 10 و15 جنديا")),
    ("ar", "and between: the conjunction stays outside", "وبين 10 و15 جنديا", ("personnel", "10..15", "بين 10 و15 جنديا")),
    ("ar", "and ما بين, to", "وما بين 10 إلى 15 جنديا", ("personnel", "10..15", "ما بين 10 إلى 15 جنديا")),
    ("ar", "between ... to", "بين 10 إلى 15 جنديا", ("personnel", "10..15", "بين 10 إلى 15 جنديا")),
    ("ar", "from ... to", "من 5 إلى 10 سنوات", ("duration", "5..10", "من 5 إلى 10 سنوات")),
    ("ar", "to alone", "10 إلى 15 جنديا", ("personnel", "10..15", "10 إلى 15 جنديا")),
    ("ar", "or", "ثلاثة أو أربعة جنود", ("personnel", "3..4", "ثلاثة أو أربعة جنود")),
    ("ar", "words", "بين عشرة وخمسة عشر جنديا", ("personnel", "10..15", "بين عشرة وخمسة عشر جنديا")),
    ("ar", "a scale said once", "بين 3 و5 آلاف نازح", ("displaced", "3000..5000", "بين 3 و5 آلاف نازح")),
    ("ar", "a scale said once, in words", "بين ثلاثة وخمسة آلاف نازح", ("displaced", "3000..5000", "بين ثلاثة وخمسة آلاف نازح")),
    ("ar", "a scale said twice", "بين 100 ألف و150 ألف نازح", ("displaced", "100000..150000", "بين 100 ألف و150 ألف نازح")),
    ("ar", "a measure said once", "بين 20 و30 في المئة", ("percent", "20..30", "بين 20 و30 في المئة")),
    ("ar", "a measure said twice", "ما بين 20% و30%", ("percent", "20..30", "ما بين 20% و30%")),
    ("ar", "money, said twice", "بين مليون دولار و3 ملايين دولار", ("money", "1000000..3000000", "بين مليون دولار و3 ملايين دولار")),
    ("ar", "hedged as a whole", "نحو 10-15 جنديا", ("personnel", "10..15", "نحو 10-15 جنديا")),
    ("fa", "two units", "شش ماه تا دو سال حبس", ("duration", "0.5..2", "شش ماه تا دو سال")),
    ("fa", "to", "۱۰ تا ۱۵ نفر", ("people", "10..15", "۱۰ تا ۱۵ نفر")),
    ("fa", "dash", "۱۰-۱۵ نفر", ("people", "10..15", "۱۰-۱۵ نفر")),
    ("fa", "between ... to", "بین ۱۰ تا ۱۵ نفر", ("people", "10..15", "بین ۱۰ تا ۱۵ نفر")),
    ("fa", "between ... and", "بین ۱۰ و ۱۵ نفر", ("people", "10..15", "بین ۱۰ و ۱۵ نفر")),
    ("fa", "from ... to", "از ۱۰ تا ۱۵ نفر", ("people", "10..15", "از ۱۰ تا ۱۵ نفر")),
    ("fa", "or", "دو یا سه سرباز", ("personnel", "2..3", "دو یا سه سرباز")),
    ("fa", "two words that follow in counting", "دو سه نفر", ("people", "2..3", "دو سه نفر")),
    ("fa", "the same with a scale", "دو سه هزار نفر", ("people", "2000..3000", "دو سه هزار نفر")),
    ("fa", "a scale said once", "دو تا سه هزار نفر", ("people", "2000..3000", "دو تا سه هزار نفر")),
    ("fa", "a measure said once", "۲۰ تا ۳۰ درصد", ("percent", "20..30", "۲۰ تا ۳۰ درصد")),
    ("fa", "a measure said twice", "بین ۲۰ درصد تا ۳۰ درصد", ("percent", "20..30", "بین ۲۰ درصد تا ۳۰ درصد")),
    ("en", "dash", "10-15 soldiers", ("personnel", "10..15", "10-15 soldiers")),
    ("en", "en dash", "10–15 soldiers", ("personnel", "10..15", "10–15 soldiers")),
    ("en", "between ... and", "between 10 and 15 soldiers", ("personnel", "10..15", "between 10 and 15 soldiers")),
    ("en", "from ... to", "from 10 to 15 soldiers", ("personnel", "10..15", "from 10 to 15 soldiers")),
    ("en", "to alone", "10 to 15 soldiers", ("personnel", "10..15", "10 to 15 soldiers")),
    ("en", "or", "two or three soldiers", ("personnel", "2..3", "two or three soldiers")),
    ("en", "grouped digits", "2,000-3,000 troops", ("personnel", "2000..3000", "2,000-3,000 troops")),
    ("en", "a scale said once", "between two and three thousand troops", ("personnel", "2000..3000", "between two and three thousand troops")),
    ("en", "a sign said once", "$2-3 million", ("money", "2000000..3000000", "$2-3 million")),
    ("en", "a sign said twice", "between $2 million and $3 million", ("money", "2000000..3000000", "between $2 million and $3 million")),
    ("en", "percent said twice", "between 20% and 30%", ("percent", "20..30", "between 20% and 30%")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "_", "text", "expected"), RANGES, ids=[f"{lang}: {name}" for lang, name, *_ in RANGES]
)
def test_two_numerals_bound_one_quantity(lang: str, _: str, text: str, expected: Found) -> None:
    assert told(text, lang) == [expected]


APART = [
    ("ar", "two counts", "بين 10 جنود و15 مدنيا", ["10", "15"]),
    ("ar", "change", "ارتفع عدد القتلى من 10 إلى 15", ["10", "15"]),
    ("ar", "a minus or a bullet", "10 -15 جنديا", ["15"]),
    ("ar", "a falling pair is no range", "بين 15 جنديا و10 ضباط", ["15", "10"]),
    ("ar", "years", "بين عامي 2014 و2017", []),
    ("ar", "a score", "فاز 3-1", []),
    ("fa", "two counts", "۱۰ سرباز و ۱۵ غیرنظامی", ["10", "15"]),
    ("fa", "change", "شمار حملات از ۱۰ به ۱۵ رسید", ["10", "15"]),
    ("fa", "to before one number", "تا ۱۵ نفر", ["15"]),
    ("en", "two counts", "between 10 soldiers and 15 civilians", ["10", "15"]),
    ("en", "two currencies", "between $2 million and 3 million euros", ["2000000", "3000000"]),
    ("en", "change", "attacks rose from 12 to 15", ["12", "15"]),
    ("en", "a falling pair of measures", "between 30% and 20%", ["30", "20"]),
    ("en", "a score", "won 3-1", []),
    ("en", "votes", "passed by 52-48", []),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "_", "text", "values"), APART, ids=[f"{lang}: {name}" for lang, name, *_ in APART])
def test_two_numerals_stay_two(lang: str, _: str, text: str, values: list[str]) -> None:
    assert [number for _, number, _ in told(text, lang)] == values


SPELLINGS = [
    ("ar", "{}-{} جنديا"),
    ("ar", "بين {} و{} جنديا"),
    ("ar", "ما بين {} إلى {} جنديا"),
    ("fa", "{} تا {} سرباز"),
    ("fa", "بین {} و {} سرباز"),
    ("en", "{}-{} soldiers"),
    ("en", "between {} and {} soldiers"),
    ("en", "{} to {} soldiers"),
]


@given(st.sampled_from(SPELLINGS), st.integers(2, 900), st.integers(1, 99))
def test_bounds_are_the_two_values_in_order(spelling: tuple[str, str], low: int, more: int) -> None:
    lang, text = spelling[0], spelling[1].format(low, low + more)
    assert told(text, lang) == [("personnel", f"{Decimal(low)}..{Decimal(low + more)}", text)]
