"""Calendar arithmetic, at its ordinary and at its last dates."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates import calendars
from extract.dates.model import Calendar, Note

DAYS = [
    (Calendar.HIJRI, (1446, 9, 1), date(2025, 3, 1)),
    (Calendar.HIJRI, (1343, 1, 1), date(1924, 8, 1)),
    (Calendar.JALALI, (1404, 1, 1), date(2025, 3, 21)),
    (Calendar.JALALI, (1403, 12, 30), date(2025, 3, 20)),
    (Calendar.GREGORIAN, (2024, 2, 29), date(2024, 2, 29)),
    (Calendar.GREGORIAN, (2025, 2, 29), Note.NO_SUCH_DAY),
    (Calendar.JALALI, (1404, 12, 30), Note.NO_SUCH_DAY),
    (Calendar.JALALI, (1404, 7, 31), Note.NO_SUCH_DAY),
    (Calendar.HIJRI, (1446, 9, 30), Note.NO_SUCH_DAY),  # a month of 29 days
    (Calendar.HIJRI, (1446, 13, 1), Note.NO_SUCH_DAY),
    (Calendar.HIJRI, (1342, 12, 1), Note.OUT_OF_RANGE),
    (Calendar.HIJRI, (1501, 1, 1), Note.OUT_OF_RANGE),
    (Calendar.GREGORIAN, (0, 1, 1), Note.OUT_OF_RANGE),
    (Calendar.JALALI, (0, 1, 1), Note.OUT_OF_RANGE),
    (Calendar.JALALI, (9999, 1, 1), Note.OUT_OF_RANGE),
]
MONTHS = [
    (date(2025, 3, 31), -1, date(2025, 2, 28)),
    (date(2024, 3, 31), -1, date(2024, 2, 29)),
    (date(2025, 12, 15), 1, date(2026, 1, 15)),
    (date(2025, 1, 15), -25, date(2022, 12, 15)),
    (date(1, 1, 1), -1, Note.OUT_OF_RANGE),
    (date(9999, 12, 31), 1, Note.OUT_OF_RANGE),
]


@pytest.mark.parametrize(("calendar", "fields", "expected"), DAYS)
def test_day(calendar: Calendar, fields: tuple[int, int, int], expected: date | Note) -> None:
    found = calendars.day(calendar, *fields)
    assert found == expected
    assert type(found) is type(expected)  # a plain date, not a library's subclass


@pytest.mark.parametrize(("when", "months", "expected"), MONTHS)
def test_add_months(when: date, months: int, expected: date | Note) -> None:
    assert calendars.add_months(when, months) == expected


def test_months_of_the_last_year_of_a_calendar() -> None:
    assert calendars.month(Calendar.GREGORIAN, 9999, 12) == (date(9999, 12, 1), date(9999, 12, 31))
    assert calendars.month(Calendar.HIJRI, 1500, 12) == Note.OUT_OF_RANGE
    assert calendars.year(Calendar.HIJRI, 1500) == Note.OUT_OF_RANGE
    assert calendars.week(date(9999, 12, 31)) == Note.OUT_OF_RANGE


@given(st.dates(date(1925, 1, 1), date(2075, 1, 1)), st.sampled_from(Calendar))
def test_fields_lead_back_to_the_day(when: date, calendar: Calendar) -> None:
    fields = calendars.fields(calendar, when)
    assert not isinstance(fields, Note)
    assert calendars.day(calendar, *fields) == when


@given(st.sampled_from(Calendar), st.integers(1344, 1498), st.integers(1, 12))
def test_months_follow_one_another(calendar: Calendar, year: int, month: int) -> None:
    one = calendars.month(calendar, year, month)
    following = calendars.month(calendar, year + month // 12, month % 12 + 1)
    assert isinstance(one, tuple)
    assert isinstance(following, tuple)
    assert one[1] + timedelta(days=1) == following[0]
    assert 28 <= (one[1] - one[0]).days + 1 <= 31
