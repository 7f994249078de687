"""Days, months and years that the text names, placed on the calendar.

What lacks a year is the occurrence nearest to the reference date, the next one where the clause speaks of the future,
and the one whose weekday fits where a weekday is said.
"""

from collections.abc import Callable, Iterator
from datetime import date

from extract.dates import calendars
from extract.dates.calendars import Period
from extract.dates.context import Context
from extract.dates.model import Calendar, Note, Precision, Reading, unresolved

_NEAR = (0, -1, 1, -2, 2, -3, 3, -4, 4)  # years around; a leap day may be four years off
_FIRST_HIJRI, _LAST_HIJRI = 1400, 1460  # an unmarked year of an Arabic text; others are history more often
_FIRST_JALALI, _LAST_JALALI = 1200, 1450  # of a Persian text
_PIVOT = 50  # two-digit years below are of this century
_JALALI_PIVOT = 20  # without a reference: 1400-1420, else 1321-1399
_AHEAD = 5  # years that a two-digit Jalali year may lie ahead of the reference

_SINCE = frozenset(("since", "منذ"))  # never before what is to come ...
_SOON = 14  # ... but in a few days, which the text may be written after
_BEGINNING = frozenset(("beginning", "starting"))
_JUST_BEEN, _FAR_AHEAD = 31, 300  # days


def calendar_of_year(context: Context, year: int, era: str | None) -> Calendar | None:
    """The calendar an unaccompanied year counts in; None before the common era."""
    if era:
        return None if era == "before" else Calendar(era)
    if context.lang == "fa" and _FIRST_JALALI <= year <= _LAST_JALALI:
        return Calendar.JALALI
    if context.lang == "ar" and _FIRST_HIJRI <= year <= _LAST_HIJRI:
        return Calendar.HIJRI
    return Calendar.GREGORIAN


def full_year(context: Context, calendar: Calendar, short: int) -> int:
    """The year that two digits mean."""
    if calendar is Calendar.HIJRI:
        return 1400 + short
    if calendar is Calendar.GREGORIAN:
        return short + (2000 if short < _PIVOT else 1900)
    limit = 1400 + _JALALI_PIVOT
    if context.reference:
        now = calendars.fields(Calendar.JALALI, context.reference)
        limit = now[0] + _AHEAD if not isinstance(now, Note) else limit
    return 1400 + short if 1400 + short <= limit else 1300 + short


def day_reading(
    context: Context,
    calendar: Calendar,
    fixed: tuple[int | None, int, int],
    tokens: tuple[int, int],
    weekday: int | None = None,
) -> Reading:
    """The day `(year or None, month, day)`."""
    year, month, day = fixed
    if year is None:
        return _yearless_day(context, calendar, month, day, tokens, weekday)
    found = calendars.day(calendar, year, month, day)
    if isinstance(found, Note):
        return unresolved(Precision.DAY, found, calendar)
    note = Note.WEEKDAY_DIFFERS if weekday not in (None, found.weekday()) else Note.NONE
    return Reading(found, found, Precision.DAY, False, calendar, note, year, month, day)


def _yearless_day(
    context: Context, calendar: Calendar, month: int, day: int, tokens: tuple[int, int], weekday: int | None
) -> Reading:
    if not calendars.is_possible(calendar, month, day):
        return unresolved(Precision.DAY, Note.NO_SUCH_DAY, calendar)
    blank = Reading(None, None, Precision.DAY, True, calendar, Note.NEEDS_REFERENCE, None, month, day)
    if context.reference is None:
        return blank
    found = nearest(
        context,
        [(when, when) for when in _days_around(context.reference, calendar, month, day)],
        tokens,
        weekday,
    )
    if found is None:
        return unresolved(Precision.DAY, Note.OUT_OF_RANGE, calendar)
    note = Note.WEEKDAY_DIFFERS if weekday not in (None, found[0].weekday()) else Note.NONE
    return Reading(found[0], found[0], Precision.DAY, True, calendar, note, None, month, day)


def month_reading(
    context: Context, calendar: Calendar, year: int | None, month: int, tokens: tuple[int, int]
) -> Reading:
    """A month, of the year nearest to the reference where none is said."""
    if year is not None:
        period = calendars.month(calendar, year, month)
        if isinstance(period, Note):
            return unresolved(Precision.MONTH, period, calendar)
        return Reading(*period, Precision.MONTH, False, calendar, Note.NONE, year, month)
    if context.reference is None:
        return Reading(None, None, Precision.MONTH, True, calendar, Note.NEEDS_REFERENCE, None, month)
    found = nearest(context, list(_months_around(context.reference, calendar, month)), tokens)
    if found is None:
        return unresolved(Precision.MONTH, Note.OUT_OF_RANGE, calendar)
    return Reading(*found, Precision.MONTH, True, calendar, Note.NONE, None, month)


def year_reading(calendar: Calendar | None, year: int, relative: bool = False) -> Reading:
    """A year; None for the calendar means before the common era, which dates cannot express."""
    if calendar is None:
        return unresolved(Precision.YEAR, Note.OUT_OF_RANGE)
    period = calendars.year(calendar, year)
    if isinstance(period, Note):
        return unresolved(Precision.YEAR, period, calendar)
    return Reading(*period, Precision.YEAR, relative, calendar, Note.NONE, year)


def within(part: Reading, whole: Reading) -> Reading:
    """A month or day without a year, inside a period that is named beside it ("March" + "of last year")."""
    if whole.first is None or whole.last is None or part.month is None:
        return Reading(
            None, None, part.precision, whole.relative, part.calendar, whole.note, None, part.month, part.day
        )
    month, day = part.month, part.day
    start = calendars.fields(part.calendar, whole.first)
    for year in () if isinstance(start, Note) else (start[0], start[0] + 1):
        if day is None:
            found = calendars.month(part.calendar, year, month)
        else:
            when = calendars.day(part.calendar, year, month, day)
            found = when if isinstance(when, Note) else (when, when)
        if not isinstance(found, Note) and whole.first <= found[0] <= whole.last:
            return Reading(*found, part.precision, whole.relative, part.calendar, Note.NONE, year, month, day)
    return unresolved(part.precision, Note.NO_SUCH_DAY if day else Note.OUT_OF_RANGE, part.calendar)


def nearest(
    context: Context, periods: list[Period], tokens: tuple[int, int], weekday: int | None = None
) -> Period | None:
    """The period that the text most likely means."""
    reference = context.reference
    if reference is None or not periods:
        return None
    if weekday is not None:
        fitting = [period for period in periods[:3] if period[0].weekday() == weekday]
        periods = fitting or periods
    if context.is_future(*tokens) or context.is_deadline(*tokens):
        ahead = [period for period in periods if period[1] >= reference]
        behind = [period for period in periods if period[1] < reference]
        begun = context.form(tokens[0] - 1) in _BEGINNING and behind
        if ahead and not (begun and _has_just_been(reference, max(behind), min(ahead))):
            return min(ahead)
    elif context.is_past(*tokens):
        behind = [period for period in periods if period[0] <= reference]
        if behind:
            return max(behind)
    found = min(periods, key=lambda period: (_distance(reference, period), period))
    if context.form(tokens[0] - 1) in _SINCE and (found[0] - reference).days > _SOON:
        return max((period for period in periods if period[0] <= reference), default=found)
    return found


def _has_just_been(reference: date, behind: Period, ahead: Period) -> bool:
    """ "The raids, beginning December 24, may go on": a few days ago, and again in a year only."""
    return (reference - behind[1]).days <= _JUST_BEEN and (ahead[0] - reference).days >= _FAR_AHEAD


def _distance(reference: date, period: Period) -> int:
    if period[0] <= reference <= period[1]:
        return 0
    return min(abs((reference - period[0]).days), abs((reference - period[1]).days))


def _days_around(reference: date, calendar: Calendar, month: int, day: int) -> list[date]:
    found = (calendars.day(calendar, year, month, day) for year in _years_around(reference, calendar))
    return [when for when in found if not isinstance(when, Note)]


def _months_around(reference: date, calendar: Calendar, month: int) -> Iterator[Period]:
    for year in _years_around(reference, calendar):
        period = calendars.month(calendar, year, month)
        if not isinstance(period, Note):
            yield period


def _years_around(reference: date, calendar: Calendar) -> list[int]:
    now = calendars.fields(calendar, reference)
    return [] if isinstance(now, Note) else [now[0] + offset for offset in _NEAR]


def related(
    context: Context,
    precision: Precision,
    find: Callable[[date], Period | Note],
    calendar: Calendar = Calendar.GREGORIAN,
) -> Reading:
    """A reading relative to the reference: what `find` makes of it, or unresolved."""
    if context.reference is None:
        return unresolved(precision, Note.NEEDS_REFERENCE, calendar)
    period = find(context.reference)
    if isinstance(period, Note):
        return unresolved(precision, period, calendar)
    return Reading(*period, precision, True, calendar)
