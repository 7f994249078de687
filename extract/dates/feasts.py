"""Feasts and days with a name: "Christmas 2025", "ثاني أيام عيد الأضحى", «شب یلدا», each a day of its own calendar.

A name also stands beside what it gives its name to ("a Christmas market", "صلاة عيد الفطر"); it dates where a word of
dating stands before it, or a year behind. What lasts for days (Eid, Nowruz) is its first day.
"""

from collections.abc import Callable
from datetime import timedelta

from extract.dates import guards
from extract.dates.cascade import Match, Node
from extract.dates.model import Calendar, Note, Precision, Reading
from extract.dates.relative import occurrence
from extract.dates.resolve import calendar_of_year, day_reading, full_year, related, within, year_reading

_CUES = frozenset("in on at by for since until within before after from to between daypart day.one eve".split())
_LONGEST = 13  # days of Nowruz
_EVE = "عشيه"


def feast(match: Match) -> Reading | None:
    """A feast, with its year if one is said: "on Eid al-Fitr", "عيد الأضحى 2024", «نوروز ۱۴۰۴»."""
    year = match.get("y")
    if year is not None:
        return _of_year(match, year)
    before = match.behind(2) if match.before == "the" else match.before
    cued = before in _CUES or match.context.form(match.first_token - 1) == "over"
    return _yearless(match) if cued or _is_alone(match) else None


def nth_day(match: Match) -> Reading | None:
    """ "the second day of Eid al-Adha", "ثالث أيام عيد الفطر", «روز دوم عید قربان»."""
    rank = match["o"].value
    if not 1 <= rank <= _LONGEST:
        return None
    return _moved(_of_year(match, match["y"]) if match.get("y") else _yearless(match), rank - 1)


def eve(match: Match) -> Reading | None:
    """ "on the eve of Eid al-Fitr", "عشية عيد الميلاد": the day before."""
    if match.get("d") and not match.context.form(match["d"].first).endswith(_EVE):
        return None
    return _moved(_yearless(match), -1)


def shifted(shift: int) -> Callable[[Match], Reading | None]:
    """ "last Christmas", "عيد الفطر الماضي", «نوروز گذشته»."""

    def build(match: Match) -> Reading | None:
        calendar, fixed = _fixed(match["f"])
        return related(match.context, Precision.DAY, lambda when: occurrence(when, calendar, fixed, shift), calendar)

    return build


def _is_alone(match: Match) -> bool:
    """Whether the sentence has nothing else or opens with it: "Christmas, 1914"."""
    before = match.context.form(match.first_token - 1)
    return before in ("", "\n") and match.after in ("", "comma") and match.context.is_closed(match.stop_token)


def _fixed(node: Node) -> tuple[Calendar, tuple[int, int]]:
    return Calendar(node.tag), divmod(node.value, 100)


def _yearless(match: Match) -> Reading:
    calendar, (month, day) = _fixed(match["f"])
    return day_reading(match.context, calendar, (None, month, day), (match.first_token, match.stop_token))


def _of_year(match: Match, year: Node) -> Reading | None:
    """The feast in a year, which may count in another calendar: "عيد الفطر 2024", «عید فطر ۱۴۰۳»."""
    context, era = match.context, match.get("e")
    calendar, (month, day) = _fixed(match["f"])
    if year.kind == "year4":
        if not era and not guards.is_year_of_month(context, year):
            return None
        number, counted = year.value, calendar_of_year(context, year.value, era.tag if era else None)
    else:
        if len(year.tag) != 2 or not context.is_closed(year.stop):
            return None
        number, counted = full_year(context, calendar, year.value), calendar
    if counted is calendar:
        return day_reading(context, calendar, (number, month, day), (match.first_token, match.stop_token))
    part = Reading(None, None, Precision.DAY, False, calendar, Note.NONE, None, month, day)
    return within(part, year_reading(counted, number))


def _moved(reading: Reading | None, days: int) -> Reading | None:
    if reading is None or reading.first is None or not days:
        return reading
    when = reading.first + timedelta(days=days)
    return Reading(when, when, Precision.DAY, reading.relative, reading.calendar)
