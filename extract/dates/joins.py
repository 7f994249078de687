"""Dates said in two steps: "Friday next week", "سبتمبر من العام الماضي", "Thursday the 21st", «امروز چهارشنبه»."""

from datetime import date

from extract.dates import calendars
from extract.dates.calendars import Period
from extract.dates.cascade import Match
from extract.dates.context import Context
from extract.dates.model import Note, Precision, Reading, unresolved
from extract.dates.parts import current, nth_weekday_of
from extract.dates.resolve import day_reading, month_reading, related, within, year_reading


def part_of_year(match: Match) -> Reading | None:
    """ "September last year", "سبتمبر من العام الماضي", "20th of next month", «آبان امسال»."""
    whole = match.reading("x")
    if match.get("d"):  # a bare day of a month
        if whole.precision is not Precision.MONTH or not 1 <= match["d"].value <= 31:
            return None
        return _day_within(match["d"].value, whole)
    part = match.reading("a")
    if whole.precision is not Precision.YEAR or whole.month or part.month is None or part.year is not None:
        return None
    return within(part, _in_calendar(match.context, whole, part))


def days_of_month(match: Match) -> Reading | None:
    """ "from the 3rd to the 5th of next month", «سوم تا پنجم همین ماه»."""
    whole, first, last = match.reading("x"), match["d"].value, match["l"].value
    if whole.precision is not Precision.MONTH or not 1 <= first < last <= 31:
        return None
    one, other = _day_within(first, whole), _day_within(last, whole)
    if one.first is None or other.last is None:
        return Reading(None, None, Precision.PERIOD, whole.relative, whole.calendar, other.note)
    return Reading(one.first, other.last, Precision.PERIOD, whole.relative, whole.calendar)


def _in_calendar(context: Context, whole: Reading, part: Reading) -> Reading:
    """A relative year counted as the month beside it counts: "15 Mehr this year" is of the Jalali year."""
    if not whole.relative or whole.year is None or context.reference is None or part.calendar is whole.calendar:
        return whole
    theirs = calendars.fields(whole.calendar, context.reference)
    ours = calendars.fields(part.calendar, context.reference)
    if isinstance(theirs, Note) or isinstance(ours, Note):
        return whole
    return year_reading(part.calendar, ours[0] + whole.year - theirs[0], relative=True)


def _day_within(day: int, whole: Reading) -> Reading:
    if whole.first is None or whole.last is None:
        return Reading(None, None, Precision.DAY, whole.relative, whole.calendar, whole.note)
    found = calendars.add_days(whole.first, day - 1)
    if isinstance(found, Note) or found > whole.last:
        return unresolved(Precision.DAY, Note.NO_SUCH_DAY, whole.calendar)
    return Reading(found, found, Precision.DAY, whole.relative, whole.calendar)


def day_of_current_month(match: Match) -> Reading | None:
    """ "يوم 27", "on the 27th": of the reference's month."""
    context, day = match.context, match["d"]
    if not 1 <= day.value <= 31 or context.is_in("counted", day.stop):
        return None
    if not match.get("j") and not context.is_closed(day.stop):
        return None
    return _in_current_month(context, day.value)


def numbered_day(match: Match) -> Reading | None:
    """ "on the 27th", "for the thirtieth"; "the second" and "the third" in words are more often something else."""
    spelled = not match.context.form(match["d"].first)[:1].isdecimal()
    return None if spelled and match["d"].value < 4 else day_of_current_month(match)


def _in_current_month(context: Context, day: int) -> Reading:
    month = current(context, "month")
    return _day_within(day, month) if month else unresolved(Precision.DAY, Note.NEEDS_REFERENCE)


def weekday_and_number(match: Match) -> Reading | None:
    """ "Thursday the 21st", "الخميس 21": the nearest such day of the months around."""
    context, weekday, day = match.context, match["w"].value, match["d"]
    if not 1 <= day.value <= 31 or not context.is_closed(day.stop):
        return None
    if day.kind == "ord" and day.value <= 5 and context.lang == "ar" and not match.get("i"):
        return None  # "الأحد الثاني" is the second Sunday

    def find(reference: date) -> Period | Note:
        candidates: list[date] = []
        for offset in (0, -1, 1, -2, 2):
            month = calendars.add_months(reference.replace(day=1), offset)
            if not isinstance(month, Note):
                when = calendars.day(match.reading("w").calendar, month.year, month.month, day.value)
                candidates += [] if isinstance(when, Note) else [when]
        fitting = [when for when in candidates if when.weekday() == weekday] or candidates[:1]
        return (fitting[0], fitting[0]) if fitting else Note.NO_SUCH_DAY

    return related(context, Precision.DAY, find)


def weekday_and_date(match: Match) -> Reading | None:
    """ "Wednesday, 22 January": the weekday finds the year that is not said, and which of 8/4 is the month."""
    dated = match.reading("x")
    if dated.precision is not Precision.DAY:
        return None
    weekday = match["w"].value
    if dated.month is None or dated.day is None:
        if dated.first is not None and dated.first.weekday() != weekday:
            return Reading(
                dated.first, dated.last, dated.precision, dated.relative, dated.calendar, Note.WEEKDAY_DIFFERS
            )
        return dated
    tokens = (match.first_token, match.stop_token)
    found = day_reading(match.context, dated.calendar, (dated.year, dated.month, dated.day), tokens, weekday)
    if dated.note is Note.SWAPPABLE:
        swapped = day_reading(match.context, dated.calendar, (dated.year, dated.day, dated.month), tokens, weekday)
        return _fitting(match.context, found, swapped)
    if found.note is Note.WEEKDAY_DIFFERS and _is_rank(match, dated.day):
        whole = month_reading(match.context, dated.calendar, dated.year, dated.month, tokens)
        return nth_weekday_of(whole, weekday, dated.day)
    return found


def _fitting(context: Context, found: Reading, swapped: Reading) -> Reading:
    """The one of two readings of the same figures that the weekday fits; the nearer one to the reference of two."""
    if swapped.note is not Note.NONE or swapped.first is None or found.first is None:
        return found
    if found.note is Note.WEEKDAY_DIFFERS:
        return swapped
    nearer = context.reference and abs(swapped.first - context.reference) < abs(found.first - context.reference)
    return swapped if nearer else found


def _is_rank(match: Match, day: int) -> bool:
    """ "الجمعة الأولى من رمضان" is the first Friday of the month where the first is no Friday."""
    context, first = match.context, match["x"].first
    return context.lang == "ar" and day <= 5 and match["w"].stop == first and not context.form(first)[:1].isdecimal()


def weekday_of_week(match: Match) -> Reading | None:
    """ "Friday next week", "الأسبوع المقبل يوم الجمعة"."""
    week = match.reading("x")
    if week.precision is not Precision.WEEK:
        return None
    if week.first is None:
        return Reading(None, None, Precision.DAY, True, note=week.note)
    when = calendars.add_days(week.first, match["w"].value)
    if isinstance(when, Note):
        return unresolved(Precision.DAY, when)
    return Reading(when, when, Precision.DAY, True)


def adverb_and_weekday(match: Match) -> Reading | None:
    """ "اليوم الأربعاء", «امروز چهارشنبه»: where they disagree the weekday holds, for an article is stamped later than
    it is written, or a day early by its time zone.
    """
    adverb, weekday = match.reading("a"), match["w"].value
    if adverb.first is None:
        return adverb
    ahead = (weekday - adverb.first.weekday()) % 7
    when = calendars.add_days(adverb.first, ahead if ahead <= 1 else ahead - 7)
    if isinstance(when, Note):
        return unresolved(Precision.DAY, when)
    return Reading(when, when, Precision.DAY, True, note=Note.WEEKDAY_DIFFERS if ahead else Note.NONE)


def adverb_and_date(match: Match) -> Reading | None:
    """ "اليوم الأربعاء 31 ديسمبر": the date says it all."""
    dated = match.reading("x")
    return dated if dated.precision is Precision.DAY else None


def same(match: Match) -> Reading:
    """The date itself: a part of the day beside it adds nothing."""
    return match.reading("x")
