"""Compound measures: when two parts tell one measure, in which unit, and which neighbours stay two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.article import Article
from extract.pipeline import extract

Found = tuple[str, str, str | None, str]


def told(text: str, lang: str) -> list[Found]:
    """(kind, value, unit, quote) of each figure that grounding keeps."""
    figures = extract(Article.of(text, id="a", lang=lang)).figures
    return [(f.kind, f"{f.value:f}", f.unit, f.evidence.text) for f in figures if f.value is not None]


ONE = [
    ("ar", "fraction of the unit", "دام ساعتين ونصف الساعة", ("duration", "2.5", "hour", "ساعتين ونصف الساعة")),
    ("ar", "fraction alone", "حكم بسبع سنوات ونصف", ("duration", "7.5", "year", "سبع سنوات ونصف")),
    ("ar", "one, unsaid", "استمر اللقاء ساعة ونصف الساعة", ("duration", "1.5", "hour", "ساعة ونصف الساعة")),
    ("ar", "one, in the accusative", "استمر القتال عاما ونصف العام", ("duration", "1.5", "year", "عاما ونصف العام")),
    ("ar", "one, qualified", "ما يزيد على طن ونصف الطن", ("weight", "1.5", "t", "ما يزيد على طن ونصف الطن")),
    ("ar", "one and a smaller unit", "طن ومئتي كيلوغرام", ("weight", "1.2", "t", "طن ومئتي كيلوغرام")),
    ("ar", "dual and a smaller unit", "طنان و300 كيلوغرام", ("weight", "2.3", "t", "طنان و300 كيلوغرام")),
    ("ar", "no finite decimal", "استغرق ساعتين و20 دقيقة", ("duration", "140", "minute", "ساعتين و20 دقيقة")),
    ("fa", "weight", "کشف ۶۲ تن و ۴۰۰ کیلوگرم تریاک", ("weight", "62.4", "t", "۶۲ تن و ۴۰۰ کیلوگرم")),
    ("fa", "years and months", "به دو سال و شش ماه زندان", ("duration", "2.5", "year", "دو سال و شش ماه")),
    ("fa", "half", "دو ساعت و نیم طول کشید", ("duration", "2.5", "hour", "دو ساعت و نیم")),
    ("fa", "one and a half", "یک ساعت و نیم طول کشید", ("duration", "1.5", "hour", "یک ساعت و نیم")),
    ("en", "weight", "3 tonnes and 250 kilograms", ("weight", "3.25", "t", "3 tonnes and 250 kilograms")),
    (
        "en",
        "an hour and a half",
        "They spoke for an hour and a half.",
        ("duration", "1.5", "hour", "an hour and a half"),
    ),
    ("en", "one", "Prison for one year and six months.", ("duration", "1.5", "year", "one year and six months")),
    ("en", "no finite decimal", "It took 2 years and 4 months.", ("duration", "28", "month", "2 years and 4 months")),
]


@pytest.mark.parametrize(("lang", "name", "text", "expected"), ONE, ids=[f"{row[0]}: {row[1]}" for row in ONE])
def test_two_parts_are_one_measure(lang: str, name: str, text: str, expected: Found) -> None:
    assert told(text, lang) == [expected]


TWO = [
    ("en", "of two things", "Two tonnes of rice and 300 kg of sugar", ["2", "300"]),
    ("en", "more than the larger unit", "It took 2 hours and 90 minutes", ["2", "90"]),
    ("en", "the smaller first", "It took 20 minutes and 2 hours", ["20", "2"]),
    ("en", "no conjunction", "2 hours, 20 minutes", ["2", "20"]),
    ("ar", "of two things", "ثلاثة أطنان من الدقيق و500 كيلوغرام من السكر", ["3", "500"]),
    ("ar", "a share of others", "دام يومين ونصف السكان بلا ماء", ["2", "0.5"]),
    ("ar", "a plural says no number", "استمر سنوات ونصف السكان بلا ماء", ["0.5"]),
    ("fa", "of two kinds", "۳ کیلومتر و ۵۰۰ کیلوگرم", ["3", "500"]),
]


@pytest.mark.parametrize(("lang", "name", "text", "values"), TWO, ids=[f"{row[0]}: {row[1]}" for row in TWO])
def test_two_measures_stay_two(lang: str, name: str, text: str, values: list[str]) -> None:
    assert [value for _, value, _, _ in told(text, lang)] == values


@given(st.integers(2, 900), st.integers(1, 999))
def test_tonnes_and_kilograms_add_up(tonnes: int, kilograms: int) -> None:
    text = f"{tonnes} tonnes and {kilograms} kilograms"
    [(_, value, unit, quote)] = told(text, "en")
    assert (round(float(value) * 1000), unit, quote) == (tonnes * 1000 + kilograms, "t", text)
