"""Days, weeks, months and years counted from the reference's own: "last week", "العام الجاري", «ماه آینده»."""

from collections.abc import Callable
from datetime import date

from extract.dates import calendars
from extract.dates.calendars import Period
from extract.dates.cascade import Match, Node
from extract.dates.context import Context
from extract.dates.model import Calendar, Note, Precision, Reading, unresolved
from extract.dates.resolve import month_reading, related, year_reading

_SATURDAY = 5
_WEEKEND_CUES = frozenset("in on at by for since until before after from".split())
_PRECISIONS = {"day": Precision.DAY, "week": Precision.WEEK, "month": Precision.MONTH, "year": Precision.YEAR}


def unit(shift: int) -> Callable[[Match], Reading | None]:
    """ "last week", "العام الجاري", «ماه آینده»."""

    def build(match: Match) -> Reading | None:
        name = _name(match["u"])
        if name == "year" and match.context.is_in("not_year_after", match["u"].first - 1):
            return None  # "الأمين العام الحالي"
        if name == "day" and shift == 0:
            return None
        era = match.get("e")
        return unit_reading(match.context, name, shift, Calendar(era.tag) if era and era.tag != "before" else None)

    return build


def following_unit(match: Match) -> Reading | None:
    """ "the next day", "اليوم التالي": tomorrow where the clause is about the future, else the text's own next day."""
    name = _name(match["u"])
    if match.context.is_future(match.first_token, match.stop_token):
        return unit_reading(match.context, name, 1)
    return unresolved(_PRECISIONS.get(name, Precision.PERIOD), Note.DEPENDS_ON_TEXT)


def same_unit(match: Match) -> Reading | None:
    """ "the same year", «همان سال»."""
    precision = _PRECISIONS.get(_name(match["u"]))
    return unresolved(precision, Note.DEPENDS_ON_TEXT) if precision else None


def next_unit(match: Match) -> Reading | None:
    """English "next day" is narrative unless the clause is about the future; "next week" never is."""
    return following_unit(match) if match["u"].tag == "day" else unit(1)(match)


def weekend(match: Match) -> Reading | None:
    """ "over the weekend", "عطلة نهاية الأسبوع": the latest that has begun, or the next in a future clause."""
    context = match.context
    cued = match.before in _WEEKEND_CUES or context.form(match.first_token - 1) == "over"
    if context.lang == "en" and not cued:
        return None  # "the weekend shift"
    future = context.is_future(match.first_token, match.stop_token)
    begun = context.reference is not None and context.reference.weekday() >= _SATURDAY
    return unit_reading(context, "weekend", 0 if future or begun else -1)


def year_adverb(match: Match) -> Reading | None:
    """«امسال», «پارسال»."""
    return _year(match.context, match["a"].value, match.context.home)


def unit_reading(context: Context, unit: str, shift: int, calendar: Calendar | None = None) -> Reading | None:
    """The day, week, month ... that lies `shift` units from the reference's own."""
    simple: dict[str, tuple[Precision, Callable[[date], Period | Note]]] = {
        "day": (Precision.DAY, lambda when: one_day(when, shift)),
        "week": (Precision.WEEK, lambda when: _week(when, shift)),
        "weekend": (Precision.PERIOD, lambda when: _weekend(when, shift)),
        "decade": (Precision.DECADE, lambda when: _age(when.year // 10 * 10, 10, shift)),
        "century": (Precision.CENTURY, lambda when: _age((when.year - 1) // 100 * 100 + 1, 100, shift)),
        "quarter": (Precision.QUARTER, lambda when: _quarter(when, shift)),
    }
    if unit in simple:
        return related(context, *simple[unit])
    if unit == "year":
        return _year(context, shift, calendar or context.home)
    return _month(context, shift, calendar or context.home) if unit == "month" else None


def _year(context: Context, shift: int, calendar: Calendar) -> Reading:
    now = _now(context, calendar)
    if isinstance(now, Note):
        return unresolved(Precision.YEAR, now, calendar)
    return year_reading(calendar, now[0] + shift, relative=True)


def _month(context: Context, shift: int, calendar: Calendar) -> Reading:
    now = _now(context, calendar)
    if isinstance(now, Note):
        return unresolved(Precision.MONTH, now, calendar)
    year, month = divmod(now[0] * 12 + now[1] - 1 + shift, 12)
    found = month_reading(context, calendar, year, month + 1, (0, 0))
    return Reading(found.first, found.last, found.precision, True, found.calendar, found.note, year, month + 1)


def _now(context: Context, calendar: Calendar) -> tuple[int, int, int] | Note:
    """The reference date in the calendar of the text."""
    if context.reference is None:
        return Note.NEEDS_REFERENCE
    return calendars.fields(calendar, context.reference)


def one_day(when: date, shift: int) -> Period | Note:
    """The day `shift` days from `when`, as a period."""
    found = calendars.add_days(when, shift)
    return found if isinstance(found, Note) else (found, found)


def _week(when: date, shift: int) -> Period | Note:
    moved = calendars.add_days(when, 7 * shift)
    return moved if isinstance(moved, Note) else calendars.week(moved)


def _weekend(when: date, shift: int) -> Period | Note:
    found = _week(when, shift)
    return found if isinstance(found, Note) else (date.fromordinal(found[1].toordinal() - 1), found[1])


def _age(first_year: int, years: int, shift: int) -> Period | Note:
    return calendars.years(Calendar.GREGORIAN, first_year + years * shift, years)


def _quarter(when: date, shift: int) -> Period | Note:
    first = calendars.add_months(when.replace(month=when.month - (when.month - 1) % 3, day=1), 3 * shift)
    if isinstance(first, Note):
        return first
    end = calendars.month(Calendar.GREGORIAN, first.year, first.month + 2)
    return end if isinstance(end, Note) else (first, end[1])


def _name(node: Node) -> str:
    if node.kind == "division":
        return "quarter" if node.value == 4 else ""
    return "day" if node.kind == "adverb" else node.tag
