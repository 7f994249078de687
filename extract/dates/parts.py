"""Parts of a period: "early 2026", "النصف الأول من العام", "the third Friday of May", «سه ماه نخست سال».

The codebook settles what beginning and end are; the middle of a year is what lies between, of a month its second ten
days.
"""

from datetime import date, timedelta

from extract.dates import calendars
from extract.dates.calendars import Period
from extract.dates.cascade import Match
from extract.dates.context import Context
from extract.dates.model import Note, Precision, Reading, unresolved
from extract.dates.units import unit_reading

_TENS = {"early": (0, 10), "mid": (10, 20)}  # days of a month; late is its last ten
_MONTHS = {  # of a year, and of a decade
    Precision.YEAR: {"early": (0, 3), "mid": (3, 9), "late": (9, 12)},
    Precision.DECADE: {"early": (0, 36), "mid": (36, 84), "late": (84, 120)},
}
_ADVERBS = frozenset(("early", "late", "mid"))  # "late in 2026"
_IN = frozenset(("in", "در", "في"))
_BEFORE_VERB = frozenset("will would may might could should must can".split())
_BEFORE_INFINITIVE = frozenset("due set expected scheduled likely planned supposed meant about".split())
_DIVISIBLE = (Precision.YEAR, Precision.MONTH)
_WHOLES = (*_DIVISIBLE, Precision.WEEK, Precision.DECADE, Precision.CENTURY)
_UNITS = {
    "day": Precision.DAY, "week": Precision.WEEK, "month": Precision.MONTH, "year": Precision.YEAR,
    "decade": Precision.PART,
}  # fmt: skip
_UNDIVIDED = (Precision.DAY, Precision.PART, Precision.VAGUE)


def part(match: Match) -> Reading | None:
    """Beginning, middle or end of a period: codebook, "Settled cases"."""
    if _is_verb(match.context, match["p"].first, match["p"].stop):
        return None
    whole = match.reading("x")
    return part_of(match["p"].tag, whole)


def _is_verb(context: Context, first: int, stop: int) -> bool:
    """ "It will end in 2027", "due to start September 2026", «آغاز در سال ۲۰۲۷»: it says when, and no part of that."""
    if context.form(stop) in _IN and context.form(stop - 1) not in _ADVERBS:
        return True
    before = context.form(first - 1)
    is_infinitive = before == "to" and context.form(first - 2) in _BEFORE_INFINITIVE
    return (before in _BEFORE_VERB or is_infinitive) and context.form(first) not in _ADVERBS


def current_part(match: Match) -> Reading | None:
    """ "the end of the year": of the reference's year."""
    whole = current(match.context, match["u"].tag)
    return part_of(match["p"].tag, whole) if whole else None


def year_end(match: Match) -> Reading | None:
    """English "by year-end", "before the month's end"."""
    context = match.context
    if context.form(match["p"].first) != "end" or not context.is_closed(match.stop_token):
        return None
    return current_part(match)


def middle(match: Match) -> Reading | None:
    """«نیمه مهر»: its middle, where «نیمه دوم مهر» is its second half."""
    return part_of("mid", match.reading("x")) if match["q"].value == 2 else None


def part_of(which: str, whole: Reading) -> Reading | None:
    """The early, middle or late part of `whole`, with precision `part`."""
    if whole.precision in _UNDIVIDED:
        return None
    if whole.first is None or whole.last is None:
        return Reading(None, None, Precision.PART, whole.relative, whole.calendar, whole.note)
    first, last = _cut(which, whole, whole.first, whole.last)
    return Reading(first, last, Precision.PART, whole.relative, whole.calendar)


def _cut(which: str, whole: Reading, first: date, last: date) -> Period:
    if whole.precision is Precision.MONTH:
        if which == "late":
            return last - timedelta(days=9), last
        begin, end = _TENS[which]
        return first + timedelta(days=begin), first + timedelta(days=end - 1)
    if whole.precision in _MONTHS:
        return _months(whole, first, last, _MONTHS[whole.precision][which])
    third = max(1, ((last - first).days + 1) // 3)
    if which == "early":
        return first, first + timedelta(days=third - 1)
    if which == "late":
        return last - timedelta(days=third - 1), last
    return first + timedelta(days=third), last - timedelta(days=third)


def _months(whole: Reading, first: date, last: date, months: tuple[int, int]) -> Period:
    """The months `[a, b)` of `whole`: of a year those of its own calendar, else counted off its first day."""
    begin, after = (_month_start(whole, first, index) for index in months)
    begin = first if isinstance(begin, Note) else begin
    return begin, last if isinstance(after, Note) else min(last, after - timedelta(days=1))


def _month_start(whole: Reading, first: date, index: int) -> date | Note:
    if whole.precision is Precision.YEAR and whole.year is not None:
        years, month = divmod(index, 12)
        return calendars.day(whole.calendar, whole.year + years, month + 1, 1)
    return calendars.add_months(first, index)


def division(match: Match) -> Reading | None:
    """ "the second half of 2026", "الربع الثالث من عام 2025", «نیمه اول سال»."""
    parts, rank = match["q"].value, match["o"].value
    whole = match.reading("x") if match.get("x") else current(match.context, match["u"].tag)
    if whole is None or not 1 <= rank <= parts or whole.precision not in _DIVISIBLE:
        return None
    return division_of(whole, parts, rank)


def last_division(match: Match) -> Reading | None:
    """ "the last quarter of 2025", "الربع الأخير من العام"."""
    parts = match["q"].value
    whole = match.reading("x") if match.get("x") else current(match.context, match["u"].tag)
    if whole is None or whole.precision not in _DIVISIBLE:
        return None
    return division_of(whole, parts, parts)


def division_of(whole: Reading, parts: int, rank: int) -> Reading:
    """The `rank`-th of `parts` equal parts of a year or month."""
    precision = {2: Precision.HALF, 4: Precision.QUARTER}.get(parts, Precision.PART)
    if whole.precision is not Precision.YEAR:
        precision = Precision.PART
    if whole.first is None or whole.last is None:
        return Reading(None, None, precision, whole.relative, whole.calendar, whole.note)
    if whole.precision is Precision.YEAR:
        months = 12 // parts
        first, last = _months(whole, whole.first, whole.last, (months * (rank - 1), months * rank))
        return Reading(first, last, precision, whole.relative, whole.calendar)
    days = 30 // parts
    first = whole.first + timedelta(days=days * (rank - 1))
    last = whole.last if rank == parts else first + timedelta(days=days - 1)
    return Reading(first, last, precision, whole.relative, whole.calendar)


def nth_weekday(match: Match) -> Reading | None:
    """ "the first Friday of July", "أول جمعة من يوليو", "last Friday of Ramadan"."""
    whole = match.reading("x") if match.get("x") else current(match.context, "month")
    if whole is None or whole.precision not in _DIVISIBLE:
        return None
    return nth_weekday_of(whole, match["w"].value, match["o"].value if match.get("o") else 0)


def nth_weekday_of(whole: Reading, weekday: int, rank: int) -> Reading:
    """The `rank`-th such weekday of a period, or its last one for rank 0."""
    if whole.first is None or whole.last is None:
        return Reading(None, None, Precision.DAY, whole.relative, whole.calendar, whole.note)
    if rank > 0:
        found = calendars.add_days(whole.first, (weekday - whole.first.weekday()) % 7 + 7 * (rank - 1))
    else:
        found = calendars.add_days(whole.last, -((whole.last.weekday() - weekday) % 7))
    if isinstance(found, Note) or not whole.first <= found <= whole.last:
        return unresolved(Precision.DAY, Note.NO_SUCH_DAY, whole.calendar)
    return Reading(found, found, Precision.DAY, whole.relative, whole.calendar)


def week_of(match: Match) -> Reading | None:
    """ "the week of September 16": Monday to Sunday around the day."""
    start = match.reading("x")
    period = calendars.week(start.first) if start.first else Note.DEPENDS_ON_TEXT
    if isinstance(period, Note):
        return unresolved(Precision.WEEK, start.note or period)
    return Reading(*period, Precision.WEEK, start.relative)


def bare_nth_weekday(match: Match) -> Reading | None:
    """ "second Sunday", "الأحد الثاني": of the reference's month, where no noun follows."""
    if match["o"].value > 5 or not match.context.is_closed(match.stop_token) or match.after in ("in", "of"):
        return None
    return nth_weekday(match)


def nth_unit(match: Match) -> Reading | None:
    """ "the first day of 2025", "the last week of September", «بیست‌ویکمین روز فروردین»."""
    whole = match.reading("x") if match.get("x") else current(match.context, match["t"].tag)
    if whole is None or whole.precision not in _WHOLES:
        return None
    rank = match["o"].value if match.get("o") else -1
    return nth_of(match["u"].tag or "day", rank, 1, whole)


def first_units(match: Match) -> Reading | None:
    """ "the first three months of 2025", «سه ماه نخست سال», "the last ten days of Ramadan"."""
    whole = match.reading("x") if match.get("x") else current(match.context, match["t"].tag)
    length = match.duration("d")
    rank = match["o"].value if match.get("o") else -1
    if whole is None or length.sub_day or length.vague or rank not in (1, -1):
        return None
    unit, count = ("month", length.months) if length.months else ("day", length.days)
    return nth_of(unit, rank, count, whole)


def first_counted(match: Match) -> Reading | None:
    """ "الأشهر الستة الأولى من العام"."""
    whole = match.reading("x") if match.get("x") else current(match.context, match["t"].tag)
    rank = match["o"].value if match.get("o") else -1
    return nth_of(match["u"].tag, rank, match["n"].value, whole) if whole and rank in (1, -1) else None


def nth_of(unit: str, rank: int, count: int, whole: Reading) -> Reading | None:
    """`count` units from the `rank`-th of `whole`; rank -1 counts from its end."""
    ages = whole.precision is Precision.CENTURY  # a decade of a century is ten years, of a month ten days
    months = {"month": 1, "year": 12, "decade": 120 if ages else 0}.get(unit, 0)
    days = {"day": 1, "week": 7, "decade": 0 if ages else 10}.get(unit, 0)
    if not months and not days:
        return None
    precision = (Precision.DECADE if ages else _UNITS[unit]) if count == 1 else Precision.PERIOD
    if whole.first is None or whole.last is None:
        return Reading(None, None, precision, whole.relative, whole.calendar, whole.note)
    begin = rank - 1 if rank > 0 else -count
    first, after = (_edge(whole, whole.first, whole.last, months * n, days * n, rank) for n in (begin, begin + count))
    if isinstance(first, Note) or isinstance(after, Note) or not whole.first <= first <= whole.last:
        return unresolved(precision, Note.NO_SUCH_DAY, whole.calendar)
    return Reading(first, min(after - timedelta(days=1), whole.last), precision, whole.relative, whole.calendar)


def _edge(whole: Reading, first: date, last: date, months: int, days: int, rank: int) -> date | Note:
    """The day that lies so many months or days after the start of `whole`, or before its end for rank -1."""
    if days:
        return calendars.add_days(first if rank > 0 else last, days if rank > 0 else days + 1)
    if rank > 0:
        return _month_start(whole, first, months) if months else first
    after = calendars.add_days(last, 1)
    if not months or isinstance(after, Note):
        return after
    return _month_start(whole, first, 12 + months) if whole.year else calendars.add_months(after, months)


def current(context: Context, unit: str) -> Reading | None:
    """The week, month, year, decade or century of the reference; None for other units."""
    return unit_reading(context, unit, 0) if unit in ("week", "month", "year", "decade", "century") else None
