"""What dates in figures mean: the order of day, month and year by language and by what is possible.

Day first in Arabic, in Persian and between dots, else month first in English; where both are possible the mention says
so in its note.
"""

from extract.dates import guards
from extract.dates.absolute import years
from extract.dates.cascade import Match
from extract.dates.context import Context
from extract.dates.model import Calendar, Note, Reading
from extract.dates.resolve import calendar_of_year, day_reading, full_year, month_reading


def triple(match: Match) -> Reading | None:
    """2016/02/22, 21-04-2016, 18-9-15; the order by language, then by what is possible."""
    context, node, era = match.context, match["c"], match.get("e")
    literals = node.tag.split("/")
    if chr(node.value) == "." and all(len(part) < 3 for part in literals) and not guards.has_day_cue(match):
        return None
    ordered = _ordered("" if chr(node.value) == "." else context.lang, literals)
    if ordered is None:
        return None
    literal, month, day, note = ordered
    tag = era.tag if era and era.tag != "before" else None
    if len(literal) == 4:
        year = int(literal)
        calendar = calendar_of_year(context, year, tag) if tag or not 1300 <= year < 1400 else _old(context)
    else:
        short = int(literal)
        calendar = Calendar(tag) if tag else Calendar.JALALI if context.lang == "fa" else Calendar.GREGORIAN
        year = full_year(context, calendar, short)
    reading = day_reading(
        context, calendar or Calendar.GREGORIAN, (year, month, day), (match.first_token, match.stop_token)
    )
    return _noted(reading, note)


def figure_pair(match: Match) -> Reading | None:
    """4/22, 22-4, 4.22 for a day; 2024/2025 and 2014-17 for years; 9/2024 for a month."""
    context, node = match.context, match["c"]
    one, two = node.tag.split("/")
    if len(one) == 4 and node.kind != "pair_dot":
        return _year_pair(match, one, two)
    if len(two) == 4:
        if len(one) > 2 or not 1 <= int(one) <= 12 or not guards.is_month_in_figures(match, node, int(two)):
            return None
        return month_reading(context, Calendar.GREGORIAN, int(two), int(one), (match.first_token, match.stop_token))
    if not guards.is_day_in_figures(match, node, int(one), int(two)):
        return None
    order = [(one, two), (two, one)] if context.lang == "en" else [(two, one), (one, two)]
    for month, day in order:
        if 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
            calendar = Calendar.GREGORIAN
            reading = day_reading(
                context, calendar, (None, int(month), int(day)), (match.first_token, match.stop_token)
            )
            return _noted(reading, Note.SWAPPABLE if int(day) <= 12 and month != day else Note.NONE)
    return None


def figure_pair_with_year(match: Match) -> Reading | None:
    """ "08/12, 2015"."""
    one, two = match["c"].tag.split("/")
    ordered = _ordered(match.context.lang, [one, two, str(match["y"].value)])
    if ordered is None or len(one) > 2 or not guards.is_year_of_month(match.context, match["y"]):
        return None
    literal, month, day, note = ordered
    tokens = (match.first_token, match.stop_token)
    return _noted(day_reading(match.context, Calendar.GREGORIAN, (int(literal), month, day), tokens), note)


def years_of_era(match: Match) -> Reading | None:
    """ "1445-1446 هـ", «۱۴۰۳/۱۴۰۴ شمسی»."""
    first, last = (int(part) for part in match["c"].tag.split("/"))
    calendar = calendar_of_year(match.context, first, match["e"].tag)
    return years(match, calendar, first, last, worded=True) if calendar and first >= 1000 else None


def _year_pair(match: Match, one: str, two: str) -> Reading | None:
    first = int(one)
    last = int(two) if len(two) == 4 else first - first % 100 + int(two)
    calendar = calendar_of_year(match.context, first, None)
    if calendar is None or (len(two) < 4 and int(two) <= 12):
        return None
    return years(match, calendar, first, last, worded=False)


def _ordered(lang: str, literals: list[str]) -> tuple[str, int, int, Note] | None:
    """(year as written, month, day, note) of three numbers, or None where they cannot be a date."""
    one, two, three = literals
    if len(two) > 2:
        return None
    if len(one) == 4 or (len(three) != 4 and int(one) > 31):
        orders = [(one, two, three), (one, three, two)]
        note = Note.NONE
    elif lang == "en":
        orders = [(three, one, two), (three, two, one)]
        note = Note.SWAPPABLE
    else:
        orders = [(three, two, one), (three, one, two)]
        note = Note.SWAPPABLE
    for year, month, day in orders:
        if len(month) <= 2 and len(day) <= 2 and 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
            swappable = int(day) <= 12 and day.lstrip("0") != month.lstrip("0")
            return year, int(month), int(day), note if swappable else Note.NONE
    return None


def _old(context: Context) -> Calendar:
    """The calendar of a date in figures in a year from 1300 to 1399: Persian papers mean Jalali, Arabic ones Hijri."""
    return {"fa": Calendar.JALALI, "ar": Calendar.HIJRI}.get(context.lang, Calendar.GREGORIAN)


def _noted(reading: Reading, note: Note) -> Reading:
    if note is Note.NONE or not reading.resolved:
        return reading
    return Reading(
        reading.first, reading.last, reading.precision, reading.relative, reading.calendar, note,
        reading.year, reading.month, reading.day,
    )  # fmt: skip
