"""What holds of any text: quotes are quotes, periods run forward, days follow the reference, cost follows length."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from cost import Work, assert_linear
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.dates import find_dates, scan
from extract.dates.vocabulary import vocabulary
from extract.numbers import scan as scan_numbers
from extract.text import tokenize

LANGS = ("ar", "fa", "en")
NUMBERS = (
    "1 2 3 5 10 12 27 30 31 2024 2025 1404 1446 99 05 2.5 12/31/2024 3-5 31/02/2025 10:30 4.22 9999 0001 1000 2199 "
    "1500 ثلاثة العاشر ten third twenty سوم دو , ، . - / ( ) \n و x soldiers"
).split(" ")
REFERENCES = st.one_of(
    st.none(),
    st.dates(),
    st.sampled_from([date.min, date.max, date(1, 1, 2), date(9999, 12, 30), date(2024, 2, 29), date(2077, 1, 1)]),
)


def words_of(lang: str) -> list[str]:
    return sorted({" ".join(entry.forms) for entries in vocabulary(lang).entries.values() for entry in entries})


@st.composite
def soups(draw: st.DrawFn) -> tuple[str, str]:
    lang = draw(st.sampled_from(LANGS))
    word = st.one_of(st.sampled_from(words_of(lang)), st.sampled_from(NUMBERS), st.text(max_size=4))
    return draw(st.sampled_from([" ", "", "  "])).join(draw(st.lists(word, max_size=14))), lang


@given(soups(), REFERENCES)
@settings(max_examples=250, deadline=None)
def test_any_text_gives_quotes_in_order_and_periods_that_run_forward(soup: tuple[str, str], today: date | None) -> None:
    text, lang = soup
    mentions = find_dates(text, lang, today)
    for mention in mentions:
        quote = mention.span.of(text)
        assert quote
        assert quote == quote.strip()
        assert mention.first is None or mention.last is None or mention.first <= mention.last
        assert mention.first or mention.last or mention.note
    assert all(one.span.end <= other.span.start for one, other in pairwise(mentions))
    assert all(one.stop_token <= other.first_token for one, other in pairwise(mentions))


DAY_RELATIVE = [
    ("ar", "أول أمس وغدا، قبل ثلاثة أيام، بعد أسبوعين من الآن، الأيام الثمانية الماضية، الأيام المقبلة"),
    ("fa", "دیروز و پس‌فردا، سه روز پیش، دو هفته دیگر، هشت روز گذشته، روزهای آینده"),
    (
        "en",
        "yesterday, the day after tomorrow, three days ago, two weeks from now, the last eight days, the coming days",
    ),
]


@pytest.mark.parametrize(("lang", "text"), DAY_RELATIVE)
@given(today=st.dates(date(1900, 1, 1), date(2100, 1, 1)), days=st.integers(-4000, 4000))
@settings(max_examples=60, deadline=None)
def test_day_relative_dates_move_with_the_reference(lang: str, text: str, today: date, days: int) -> None:
    moved = find_dates(text, lang, today + timedelta(days=days))
    assert len(moved) == 6
    for one, other in zip(find_dates(text, lang, today), moved, strict=True):
        assert one.first
        assert one.last
        assert (other.first, other.last) == (one.first + timedelta(days=days), one.last + timedelta(days=days))


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(LANGS))
def test_iso_dates_read_back(day: date, lang: str) -> None:
    (mention,) = find_dates(day.isoformat(), lang)
    assert (mention.first, mention.last) == (day, day)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
@settings(deadline=None)
def test_a_weekday_is_the_latest_one_and_its_week_holds_it(today: date) -> None:
    friday, week = find_dates("on Friday; this week", "en", today)
    assert friday.first
    assert friday.first.weekday() == 4
    assert 0 <= (today - friday.first).days <= 6
    assert week.first
    assert week.last
    assert week.first.weekday() == 0
    assert week.first <= today <= week.last


HOSTILE = [
    ("en", "1-"),
    ("en", "May 5 "),
    ("en", "and the of "),
    ("en", "1.1."),
    ("en", "2024 to "),
    ("ar", "منذ قبل بعد "),
    ("ar", "سبتمبر 5 من العام الماضي و"),
    ("fa", "سال ۹۲ تا ۹۴ ماه گذشته از "),
]


@pytest.mark.parametrize(("lang", "unit"), HOSTILE, ids=[unit for _, unit in HOSTILE])
def test_time_is_linear_on_hostile_input(lang: str, unit: str) -> None:
    def work(length: int) -> Work:
        tokens = tokenize((unit * length)[:length])
        numerals = scan_numbers(tokens, lang)
        return lambda: scan(tokens, numerals, lang, date(2026, 1, 1))

    assert_linear(work, 2_000)
