"""Points and periods that a duration measures off the reference: "three months ago", "in the last eight days".

A point that hangs on another event ("three days after the attack") or is a matter of hours is no date but a frame.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from extract.dates import calendars
from extract.dates.calendars import Period
from extract.dates.cascade import Duration, Match
from extract.dates.context import Context
from extract.dates.durations import count_of, counted_length, length_of
from extract.dates.guards import names_a_place
from extract.dates.model import Note, Precision, Reading, unresolved
from extract.dates.resolve import related
from extract.dates.units import unit_reading

FRAME = unresolved(Precision.PERIOD, Note.DEPENDS_ON_TEXT)  # what a node that is no date means
_VAGUE_DAYS = {"day": 14, "week": 42, "weekend": 42, "fortnight": 42}
_VAGUE_MONTHS = {"month": 6, "year": 60, "decade": 360, "century": 3600}
_LASTING = frozenset(("مدت",))  # Persian: before a length of time that is meant as such


def point(sign: int) -> Callable[[Match], Reading | None]:
    """ "three months ago", "بعد أسبوعين من الآن": one day, with the precision of its unit."""

    def build(match: Match) -> Reading | None:
        length = match.duration("d")
        return None if length.sub_day else place(match.context, length, sign)

    return build


def from_now(match: Match) -> Reading | None:
    """ "three weeks from now", «سه هفته دیگر»; «به مدت سه هفته دیگر» says how long."""
    return None if match.context.form(match.first_token - 1) in _LASTING else point(1)(match)


def before_now(match: Match) -> Reading | None:
    """ "قبل ثلاثة أشهر"; "قبل يومين من الهجوم" hangs on another event, and hours are no date."""
    return None if _hangs(match) else point(-1)(match)


def after_now(match: Match) -> Reading | None:
    """ "بعد يومين", "in three weeks": from the reference only where the clause is about the future."""
    if _hangs(match) or not match.context.is_future(match.first_token, match.stop_token):
        return None
    return point(1)(match)


def in_time(match: Match) -> Reading | None:
    """ "in three days' time" is from now whatever the verb says."""
    return point(1)(match) if match.context.form(match.stop_token) == "time" else None


def future_hours(match: Match) -> Reading | None:
    """ "will begin in two hours"."""
    if not match.duration("d").sub_day or not match.context.is_future(match.first_token, match.stop_token):
        return None
    return FRAME


def from_adverb(match: Match) -> Reading | None:
    """ "two days from tomorrow", "two days before yesterday"."""
    if match.duration("d").sub_day:
        return None
    return place(match.context, match.duration("d"), -1 if match["p"].kind == "before" else 1, match["a"].value)


def from_date(match: Match) -> Reading | None:
    """ "two days before Christmas", "بعد ثلاثة أيام من 5 مارس", «سه روز پس از ۵ اسفند»."""
    length, start = match.duration("d"), match.reading("x")
    if length.sub_day or start.first is None or start.first != start.last:
        return None
    sign = -1 if match["p"].kind == "before" else 1
    if length.vague:  # "some days after Christmas"
        far = _moved(start.first, _vague_length(length.vague), sign)
        if isinstance(far, Note):
            return None
        return Reading(min(start.first, far), max(start.first, far), Precision.VAGUE, start.relative)
    found = _moved(start.first, length, sign)
    if isinstance(found, Note):
        return unresolved(length.precision, found)
    return Reading(found, found, length.precision, start.relative)


def from_now_by_tense(match: Match) -> Reading | None:
    """ "شهر و21 يوما من الآن" behind a verb lies back, unless that is about the future; else ahead."""
    context = match.context
    opens = match.before == "in" or context.form(match.first_token - 1) in ("", "\n", ".", "بعد")
    return point(1 if opens or context.is_future(match.first_token, match.stop_token) else -1)(match)


def _hangs(match: Match) -> bool:
    return match.duration("d").sub_day or match.after in ("from", "of")


def place(context: Context, length: Duration, sign: int, start: int = 0) -> Reading:
    """The day that lies `length` away from the reference, or from the day `start` days off it."""

    def find(when: date) -> Period | Note:
        begin = calendars.add_days(when, start)
        found = begin if isinstance(begin, Note) else _moved(begin, length, sign)
        if isinstance(found, Note):
            return found
        return _working(found, sign * length.working_days)

    return related(context, length.precision, find)


def _moved(when: date, length: Duration, sign: int) -> date | Note:
    """`when` moved by the months and days of `length`."""
    moved = calendars.add_months(when, sign * length.months)
    return moved if isinstance(moved, Note) else calendars.add_days(moved, sign * length.days)


def _working(when: date, days: int) -> Period | Note:
    """`when` moved by days of which Saturday and Sunday do not count."""
    step = 1 if days > 0 else -1
    left = min(abs(days), 1000)
    while left:
        moved = calendars.add_days(when, step)
        if isinstance(moved, Note):
            return moved
        when = moved
        left -= when.weekday() < 5
    return when, when


def frame(match: Match) -> Reading | None:
    """A point in time that hangs on another event, whatever its length."""
    return FRAME


def namesake(match: Match) -> Reading | None:
    """ "بیمارستان ۱۷ شهریور", "جسر 14 تموز": what is named after a day is no date, and its number counts nothing."""
    return FRAME if names_a_place(match) else None


def frame_in_time(match: Match) -> Reading | None:
    """What is left when no date could be given to it: "قبل ساعتين", "بعد يومين من الهجوم". "After 11 years of war"
    still measures the war.
    """
    return None if match.context.form(match.stop_token) == "of" else FRAME


def sub_day_frame(match: Match) -> Reading | None:
    """ "two hours ago", "الساعات الـ48 المقبلة": no date, but no figure either."""
    return FRAME if match.duration("d").sub_day else None


def span(shift: int) -> Callable[[Match], Reading | None]:
    """ "the last eight days", which ends with the reference; "the next three months", which begins after it."""

    def build(match: Match) -> Reading | None:
        length = match.duration("d")
        return stretch(match.context, _vague_length(length.vague) if length.vague else length, shift)

    return build


def stretch(context: Context, length: Duration, shift: int) -> Reading | None:
    """The period of `length` before or after the reference; None for hours that do not make whole days."""
    if length.sub_day:
        return _around_the_clock(context, length.hours, shift)
    months, days = length.months, length.days + length.working_days
    if (months, days) == (0, 1):  # "the last day" is a last day of something
        return None

    def find(when: date) -> Period | Note:
        far = calendars.add_months(when, shift * months)
        end = far if isinstance(far, Note) else calendars.add_days(far, shift * days)
        if isinstance(end, Note):
            return end
        if shift < 0:
            first = calendars.add_days(end, 1)
            return first if isinstance(first, Note) else (min(first, when), when)
        first = calendars.add_days(when, 1)
        return first if isinstance(first, Note) else (first, max(first, end))

    return related(context, Precision.VAGUE if length.vague else Precision.PERIOD, find)


def _around_the_clock(context: Context, hours: int, shift: int) -> Reading | None:
    """ "the past 24 hours", "الساعات الـ48 المقبلة": the days that they touch, which news means by them."""
    if not hours or hours % 24:
        return None

    def find(when: date) -> Period | Note:
        far = calendars.add_days(when, shift * (hours // 24))
        return far if isinstance(far, Note) else (min(when, far), max(when, far))

    return related(context, Precision.PERIOD, find)


def unit_span(shift: int) -> Callable[[Match], Reading | None]:
    """English "the past year": the twelve months up to the reference; "the past day" is yesterday."""

    def build(match: Match) -> Reading | None:
        unit = match["u"].tag
        length = length_of(unit, Decimal(1), vague=False)
        if unit in ("day", "weekend") or length is None:
            return unit_reading(match.context, unit, shift)
        return stretch(match.context, length, shift)

    return build


def vague_span(shift: int) -> Callable[[Match], Reading | None]:
    """ "in the coming days": the fourteen days after the reference, by the codebook; "recent weeks" likewise."""

    def build(match: Match) -> Reading | None:
        unit = match["u"].tag
        return None if unit == "clock" else stretch(match.context, _vague_length(unit), shift)

    return build


def _vague_length(unit: str) -> Duration:
    return Duration(_VAGUE_MONTHS.get(unit, 0), _VAGUE_DAYS.get(unit, 0), Precision.VAGUE, vague=unit)


def counted_span(shift: int) -> Callable[[Match], Reading | None]:
    """ "الأيام الثمانية الماضية", "الـ24 ساعة الماضية"."""

    def build(match: Match) -> Reading | None:
        count = match.get("n")
        length = counted_length(match, match["u"], count_of(count) if count else Decimal(2))
        return stretch(match.context, length, shift) if length else None

    return build
