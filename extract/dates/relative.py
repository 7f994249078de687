"""Days, weekdays, months and seasons told from the reference date: "yesterday", "next Friday", "سبتمبر الماضي"."""

from collections.abc import Callable
from datetime import date

from extract.dates import calendars
from extract.dates.calendars import Period
from extract.dates.cascade import Match
from extract.dates.context import Context
from extract.dates.model import Calendar, Note, Precision, Reading, unresolved
from extract.dates.parts import part_of
from extract.dates.resolve import nearest, related
from extract.dates.units import one_day


def adverb(match: Match) -> Reading | None:
    """ "Yesterday", "غدا", «امروز»: days from the reference."""
    context, word = match.context, match["a"]
    if word.value == 0 and _is_the_day(context, match):
        return None
    return related(context, Precision.DAY, lambda when: one_day(when, word.value))


def _is_the_day(context: Context, match: Match) -> bool:
    """Whether "اليوم" is "the day" and not "today"."""
    return context.lang == "ar" and (
        context.is_in("not_today_before", match.stop_token)
        or context.is_in("not_after", match.first_token - 1)
        or (match.before == "in" and match.after not in ("weekday", "wdx") and match["a"].first == match["a"].stop - 1)
    )


def weekday(match: Match) -> Reading | None:
    """A bare weekday: the latest one up to the reference, the next one where the clause is about the future."""
    context, weekday = match.context, match["w"].value
    if match.before == "each":
        return None  # "every Friday" is no one day
    if context.is_in("not_after", match.first_token - 1) or (
        context.lang == "fa" and context.is_in("not_before", match.stop_token)
    ):
        return None
    future = context.is_future(match.first_token, match.stop_token)

    def find(when: date) -> Period | Note:
        back = (when.weekday() - weekday) % 7
        return one_day(when, (7 - back) if future else -back)

    return related(context, Precision.DAY, find)


def weekday_shifted(shift: int) -> Callable[[Match], Reading | None]:
    """ "next Friday", "الأحد الماضي". English "next Friday" is that of next week; the nearest one is "Friday"."""

    def build(match: Match) -> Reading | None:
        weekday = match["w"].value
        of_week = shift == 0 or (
            shift > 0 and match.context.lang == "en" and match.context.form(match.first_token) == "next"
        )

        def find(when: date) -> Period | Note:
            if of_week:
                return one_day(when, 7 * shift + weekday - when.weekday())
            if shift > 0:
                return one_day(when, (weekday - when.weekday() - 1) % 7 + 1)
            return one_day(when, -((when.weekday() - weekday - 1) % 7 + 1) + 7 * (shift + 1))

        return related(match.context, Precision.DAY, find)

    return build


def weekdays_from_now(match: Match) -> Reading | None:
    """ "two Sundays from now"."""
    count, weekday = match["n"].value, match["w"].value
    if not 1 <= count <= 60:
        return None

    def find(when: date) -> Period | Note:
        return one_day(when, (weekday - when.weekday() - 1) % 7 + 1 + 7 * (count - 1))

    return related(match.context, Precision.DAY, find)


def month_shifted(shift: int) -> Callable[[Match], Reading | None]:
    """ "سبتمبر الماضي", "next March", also with a day: "27 من سبتمبر الماضي"."""

    def build(match: Match) -> Reading | None:
        context, node = match.context, match["m"]
        if _disagrees(match):
            return None
        said = node.meaning if isinstance(node.meaning, Reading) else None
        if said is not None and (said.year is not None or said.month is None):
            return None
        calendar = said.calendar if said else Calendar(node.tag)
        month = (said.month if said else None) or node.value
        day = said.day if said else None
        precision = Precision.DAY if day else Precision.MONTH
        return related(context, precision, lambda when: occurrence(when, calendar, (month, day), shift), calendar)

    return build


def months_shifted(shift: int) -> Callable[[Match], Reading | None]:
    """ "يونيو ويوليو الماضيين": the adjective is of both months."""

    def build(match: Match) -> Reading | None:
        one, other = match.reading("a"), match.reading("b")
        dual = match.context.form(match.stop_token - 1).endswith(("ين", "ان"))
        if not dual or one.month is None or other.month is None or one.year or other.year:
            return None
        calendar, months = other.calendar, (one.month, other.month)

        def find(when: date) -> Period | Note:
            end = occurrence(when, calendar, (months[1], None), shift)
            if isinstance(end, Note):
                return end
            begin = occurrence(end[0], calendar, (months[0], None), -1)
            return begin if isinstance(begin, Note) else (begin[0], end[1])

        return related(match.context, Precision.PERIOD, find, calendar)

    return build


def _disagrees(match: Match) -> bool:
    """Whether the adjective is feminine, as no Arabic month or season is: "حافلات الشتاء الأخيرة"."""
    return match.context.lang == "ar" and match.context.form(match.stop_token - 1).endswith("ه")


def occurrence(when: date, calendar: Calendar, fixed: tuple[int, int | None], shift: int) -> Period | Note:
    """The latest such month (or day) before the reference, the next one after it, or the nearest one."""
    now = calendars.fields(calendar, when)
    if isinstance(now, Note):
        return now
    candidates = [_named(calendar, now[0] + offset, *fixed) for offset in (0, -1, 1, -2, 2)]
    periods = [period for period in candidates if not isinstance(period, Note)]
    if shift < 0:
        return max((period for period in periods if period[1] < when), default=Note.NO_SUCH_DAY)
    if shift > 0:
        return min((period for period in periods if period[0] > when), default=Note.NO_SUCH_DAY)
    return min(periods, key=lambda period: abs((period[0] - when).days), default=Note.NO_SUCH_DAY)


def _named(calendar: Calendar, year: int, month: int, day: int | None) -> Period | Note:
    if day is None:
        return calendars.month(calendar, year, month)
    found = calendars.day(calendar, year, month, day)
    return found if isinstance(found, Note) else (found, found)


def season_in(match: Match) -> Reading | None:
    """ "summer 2024", «تابستان ۱۳۹۵»: a quarter of the Jalali year, else meteorological; winter begins in the year
    named.
    """
    season, whole = match["s"].value, match.reading("x")
    if whole.precision is not Precision.YEAR or whole.month is not None:
        return None
    if whole.first is None or whole.year is None:
        return Reading(None, None, Precision.SEASON, whole.relative, whole.calendar, whole.note)
    period = _season(whole.calendar, whole.year, season)
    if isinstance(period, Note):
        return unresolved(Precision.SEASON, period, whole.calendar)
    return Reading(*period, Precision.SEASON, whole.relative, whole.calendar)


def season(match: Match) -> Reading | None:
    """ "since the autumn", "بحلول الصيف": the season nearest, the next one for a time limit."""
    context = match.context
    if context.lang == "en" and context.form(match.stop_token) == "of":
        return None  # "since the fall of Goma"
    if context.reference is None:
        return unresolved(Precision.SEASON, Note.NEEDS_REFERENCE)
    if match.before == "since":
        return season_shifted(-1)(match)
    return _nearest_season(match)


def part_of_season(match: Match) -> Reading | None:
    """ "in late summer", "أواخر الصيف", «اوایل پاییز ۱۴۰۳»; without a year of the season nearest."""
    if match.get("x"):
        whole = season_in(match)
    elif match.context.reference is None:
        return unresolved(Precision.PART, Note.NEEDS_REFERENCE)
    else:
        whole = _nearest_season(match)
    return part_of(match["p"].tag, whole) if whole else None


def _nearest_season(match: Match) -> Reading:
    context, season = match.context, match["s"].value
    reference = context.reference
    calendar = context.home if context.home is Calendar.JALALI else Calendar.GREGORIAN
    now = calendars.fields(calendar, reference) if reference else Note.NEEDS_REFERENCE
    seasons = [] if isinstance(now, Note) else [_season(calendar, now[0] + offset, season) for offset in (0, -1, 1)]
    periods = [period for period in seasons if not isinstance(period, Note)]
    found = nearest(context, periods, (match.first_token, match.stop_token))
    if found is None:
        return unresolved(Precision.SEASON, Note.OUT_OF_RANGE, calendar)
    return Reading(*found, Precision.SEASON, True, calendar)


def season_shifted(shift: int) -> Callable[[Match], Reading | None]:
    """A rule for the season before the reference (-1), that which holds it or comes next (0), or that after it (1)."""

    def build(match: Match) -> Reading | None:
        context, season = match.context, match["s"].value
        if _disagrees(match):
            return None
        calendar = context.home if context.home is Calendar.JALALI else Calendar.GREGORIAN

        def find(when: date) -> Period | Note:
            now = calendars.fields(calendar, when)
            if isinstance(now, Note):
                return now
            candidates = [_season(calendar, now[0] + offset, season) for offset in (-2, -1, 0, 1, 2)]
            periods = [period for period in candidates if not isinstance(period, Note)]
            if shift == 0:
                holding = [period for period in periods if period[1] >= when]
                return holding[0] if holding else Note.OUT_OF_RANGE
            fitting = [p for p in periods if (p[1] < when if shift < 0 else p[0] > when)]
            return (fitting[-1] if shift < 0 else fitting[0]) if fitting else Note.OUT_OF_RANGE

        return related(context, Precision.SEASON, find, calendar)

    return build


def _season(calendar: Calendar, year: int, season: int) -> Period | Note:
    first_month = 3 * season - 2 if calendar is Calendar.JALALI else 3 * season
    first = calendars.month(calendar, year, first_month)
    after = first_month + 2
    last = calendars.month(calendar, year + (after > 12), (after - 1) % 12 + 1)
    if isinstance(first, Note):
        return first
    return last if isinstance(last, Note) else (first[0], last[1])
