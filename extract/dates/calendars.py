"""Calendar arithmetic: Hijri and Jalali dates as Gregorian ones, and months and years added without surprises.

Every function that can fail returns a `Note` in place of a date, since a date that does not exist or lies outside a
calendar's tables is ordinary input here. Hijri is the Umm al-Qura calendar (1343-1500 AH): earlier Hijri dates stay
unresolved instead of being guessed by a tabular calendar that is off by a day or two.
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from extract.dates.model import Calendar, Note

Period = tuple[date, date]
_LONGEST_MONTH = {
    Calendar.GREGORIAN: (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31),
    Calendar.JALALI: (31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 30),
    Calendar.HIJRI: (30,) * 12,
}


@lru_cache(maxsize=4096)
def day(calendar: Calendar, year: int, month: int, day_of_month: int) -> date | Note:
    """The Gregorian date of a day, or why there is none."""
    if not 1 <= month <= 12 or not 1 <= day_of_month <= _LONGEST_MONTH[calendar][month - 1]:
        return Note.NO_SUCH_DAY
    try:
        if calendar is Calendar.GREGORIAN:
            return date(year, month, day_of_month)
        return _hijri(year, month, day_of_month) if calendar is Calendar.HIJRI else _jalali(year, month, day_of_month)
    except OverflowError:
        return Note.OUT_OF_RANGE
    except ValueError:
        return Note.NO_SUCH_DAY if 1 <= year <= 9000 else Note.OUT_OF_RANGE


def _hijri(year: int, month: int, day_of_month: int) -> date:
    from hijridate import Hijri

    found = Hijri(year, month, day_of_month).to_gregorian()
    return date(found.year, found.month, found.day)  # the library's own date class prints otherwise


def _jalali(year: int, month: int, day_of_month: int) -> date:
    from persiantools.jdatetime import JalaliDate

    return JalaliDate(year, month, day_of_month).to_gregorian()


def is_possible(calendar: Calendar, month: int, day_of_month: int) -> bool:
    """Whether the month has such a day in some year."""
    return 1 <= month <= 12 and 1 <= day_of_month <= _LONGEST_MONTH[calendar][month - 1]


def month(calendar: Calendar, year: int, month_of_year: int) -> Period | Note:
    """First and last day of a month."""
    first = day(calendar, year, month_of_year, 1)
    if isinstance(first, Note):
        return first
    if calendar is Calendar.GREGORIAN:
        return first, first.replace(day=monthrange(year, month_of_year)[1])
    following = (year + 1, 1) if month_of_year == 12 else (year, month_of_year + 1)
    after = day(calendar, *following, 1)
    return after if isinstance(after, Note) else (first, after - timedelta(days=1))


def year(calendar: Calendar, number: int) -> Period | Note:
    """First and last day of a year."""
    return years(calendar, number, 1)


def years(calendar: Calendar, first_year: int, count: int) -> Period | Note:
    """First and last day of `count` years on end."""
    first = day(calendar, first_year, 1, 1)
    end = month(calendar, first_year + count - 1, 12)
    if isinstance(first, Note):
        return first
    return end if isinstance(end, Note) else (first, end[1])


def fields(calendar: Calendar, when: date) -> tuple[int, int, int] | Note:
    """Year, month and day of a Gregorian date in `calendar`."""
    try:
        if calendar is Calendar.HIJRI:
            from hijridate import Gregorian

            return Gregorian(when.year, when.month, when.day).to_hijri().datetuple()
        if calendar is Calendar.JALALI:
            from persiantools.jdatetime import JalaliDate

            found = JalaliDate(when)
            return found.year, found.month, found.day
    except (OverflowError, ValueError):
        return Note.OUT_OF_RANGE
    return when.year, when.month, when.day


def add_days(when: date, days: int) -> date | Note:
    """`when` moved by days, or a note near the ends of time."""
    try:
        return when + timedelta(days=days)
    except OverflowError:
        return Note.OUT_OF_RANGE


def add_months(when: date, months: int) -> date | Note:
    """`when` moved by months; the day is cut to the length of the month reached (31 March - 1 month = 28 February)."""
    index = when.year * 12 + when.month - 1 + months
    reached, month_index = divmod(index, 12)
    if not 1 <= reached <= 9999:
        return Note.OUT_OF_RANGE
    return date(reached, month_index + 1, min(when.day, monthrange(reached, month_index + 1)[1]))


def week(when: date) -> Period | Note:
    """Monday and Sunday of the week that holds `when`."""
    monday = add_days(when, -when.weekday())
    if isinstance(monday, Note):
        return monday
    sunday = add_days(monday, 6)
    return sunday if isinstance(sunday, Note) else (monday, sunday)
