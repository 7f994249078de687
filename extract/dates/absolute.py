"""Dates that the text spells out: days, months and years in every order, and dates in figures.

A month that is also a word ("may", تیر "bullet", آب "father") or a number that may be a count needs company; `guards`
decides. What cannot be a date at all is left alone; what is one but cannot exist (31 September) stays, unresolved.
"""

from extract.dates import guards
from extract.dates.cascade import Match, Node, Rule
from extract.dates.context import Context
from extract.dates.model import Calendar, Note, Precision, Reading, unresolved
from extract.dates.resolve import calendar_of_year, day_reading, full_year, month_reading, within, year_reading

_DAY_TAIL = "( comma|of|from|dash|slash|dot|in )? ( comma|of|from|in )? yearword? y:year4 e:era?"


def month_rules() -> list[Rule]:
    """Months with two names become one, ahead of all else."""
    return [
        Rule("monthname", "a:anymon slash|dash b:anymon", same_month, keep="a"),
        Rule("monthname", "a:anymon lparen b:anymon rparen", same_month, keep="a"),
        Rule("monthname", "a:anymon b:anymon", same_month, keep="a"),
    ]


def rules(lang: str) -> list[Rule]:
    """Rules of the first pass that builds dates, on words alone."""
    return [*_DAYS, *_MONTHS, *_YEARS, *_FIGURES, *_BY_LANGUAGE[lang]]


def same_month(match: Match) -> Reading | None:
    """Double names: "سبتمبر/ أيلول", "أيلول (سبتمبر)"."""
    one, other = match["a"], match["b"]
    if (one.value, one.tag) != (other.value, other.tag):
        return None
    return Reading(None, None, Precision.MONTH)


def _day(match: Match) -> Reading | None:
    """A day with its month, and a year if one is said."""
    context, month, day = match.context, match["m"], match["d"]
    year = match.get("y")
    if not 1 <= day.value <= 31 or not guards.is_month(match, month, day, year):
        return None
    if year is None:
        if day.first > month.first and not guards.is_day_after_month(match, month, day):
            return None
        return day_reading(
            context, Calendar(month.tag), (None, month.value, day.value), (match.first_token, match.stop_token)
        )
    number = _year_number(match, month, year)
    if number is None:
        return None
    return _day_of_year(match, month, number, day.value)


def _day_of_year(match: Match, month: Node, number: int, day: int) -> Reading:
    calendar = Calendar(month.tag)
    tokens = (match.first_token, match.stop_token)
    if _mixes_calendars(calendar, number):  # "15 Ramadan 2024": the Hijri day within the Gregorian year
        whole = year_reading(Calendar.GREGORIAN, number)
        part = Reading(None, None, Precision.DAY, False, calendar, Note.NONE, None, month.value, day)
        return within(match.context, part, whole)
    return day_reading(match.context, calendar, (number, month.value, day), tokens)


def _mixes_calendars(calendar: Calendar, year: int) -> bool:
    return calendar is not Calendar.GREGORIAN and year >= 1600


def _year_number(match: Match, month: Node, year: Node) -> int | None:
    """The full year beside a month, or None where the number is something else."""
    era = match.get("e")
    if year.kind == "year4":
        return year.value if guards.is_year_of_month(match.context, year) or era else None
    if len(year.tag) != 2:
        return None
    calendar = Calendar(era.tag) if era and era.tag != "before" else Calendar(month.tag)
    return full_year(match.context, calendar, year.value)


def _spoken_year(match: Match) -> Reading | None:
    """ "September the twenty-first, nineteen seventy-eight"."""
    high, low = match["h"].value, match["l"].value
    if not (10 <= high <= 20 and 10 <= low <= 99) or match["h"].tag or match["l"].tag:
        return None
    return _day_of_year(match, match["m"], 100 * high + low, match["d"].value)


def _spoken_low_year(match: Match) -> Reading | None:
    """ "nineteen zero one", "nineteen oh one"."""
    high, low = match["h"].value, match["l"].value
    if not (10 <= high <= 20 and low <= 9) or match["z"].value or match["h"].tag or match["l"].tag:
        return None
    return _day_of_year(match, match["m"], 100 * high + low, match["d"].value)


def _days(match: Match) -> Reading | None:
    """Several days of one month as one period: "3 to 5 May", "25 و 29 آبان"."""
    context, month, year = match.context, match["m"], match.get("y")
    ends = _pair(match) if match.get("c") else (match["d"].value, match["l"].value)
    if ends is None or not 1 <= ends[0] < ends[1] <= 31:
        return None
    if not guards.is_month(match, month, match.get("d") or match["c"], year):
        return None
    number = None
    if year is not None:
        number = _year_number(match, month, year)
        if number is None:
            return None
    tokens = (match.first_token, match.stop_token)
    first, last = (day_reading(context, Calendar(month.tag), (number, month.value, end), tokens) for end in ends)
    if not (first.resolved and last.resolved):
        missing = last if first.resolved else first
        return Reading(None, None, Precision.PERIOD, missing.relative, missing.calendar, missing.note)
    return Reading(first.first, last.last, Precision.PERIOD, first.relative, first.calendar)


def _pair(match: Match) -> tuple[int, int] | None:
    one, other = (int(part) for part in match["c"].tag.split("/"))
    return one, other


def _month(match: Match) -> Reading | None:
    """A month, with its year if one is said."""
    month, year = match["m"], match.get("y")
    if not guards.is_month(match, month, None, year):
        return None
    calendar = Calendar(month.tag)
    tokens = (match.first_token, match.stop_token)
    if year is None:
        return month_reading(match.context, calendar, None, month.value, tokens)
    number = _year_number(match, month, year)
    if number is None:
        return None
    if _mixes_calendars(calendar, number):
        part = Reading(None, None, Precision.MONTH, False, calendar, Note.NONE, None, month.value)
        return within(match.context, part, year_reading(Calendar.GREGORIAN, number))
    return month_reading(match.context, calendar, number, month.value, tokens)


def _named_year(match: Match) -> Reading | None:
    """ "عام 2024", «سال ۹۲», "2024 AD"."""
    era, year = match.get("e"), match["y"]
    number = year.value
    if year.kind != "year4":
        if match.context.lang != "fa" or len(year.tag) != 2:
            return None
        number = full_year(match.context, Calendar.JALALI, number)
    return year_reading(calendar_of_year(match.context, number, era.tag if era else None), number)


def _ancient_year(match: Match) -> Reading | None:
    """ "سال ۷۷۶ قبل از میلاد", "589 AD", "۱۱۱ قمری"."""
    number = match["y"].value
    if not 1 <= number <= 1500 or (match["e"].tag in ("gregorian", "hijri") and number < 100 and not match.get("w")):
        return None
    return year_reading(calendar_of_year(match.context, number, match["e"].tag), number)


def _bare_year(match: Match) -> Reading | None:
    year = match["y"]
    if not guards.is_bare_year(match.context, year, match.before, match.behind(2)):
        return None
    return year_reading(calendar_of_year(match.context, year.value, None), year.value)


def _year_range(match: Match) -> Reading | None:
    """ "2014–2017", "عامي 2014 و2017", «سال‌های ۸۹ تا ۹۴»."""
    context, era = match.context, match.get("e")
    one, other = match["y"], match["z"]
    if one.kind != other.kind and other.kind == "year4":
        return None
    calendar = calendar_of_year(context, one.value if one.kind == "year4" else 0, era.tag if era else None)
    if one.kind != "year4":
        if context.lang != "fa" or len(one.tag) != 2 or len(other.tag) != 2:
            return None
        calendar = Calendar.JALALI
    if calendar is None:
        return None
    first = one.value if one.kind == "year4" else full_year(context, calendar, one.value)
    last = other.value if other.kind == "year4" else _completed(first, other)
    worded = match.get("w") is not None or match.before == "between"
    return _years(match, calendar, first, last, worded)


def _completed(first: int, node: Node) -> int:
    return first - first % 100 + node.value if len(node.tag) == 2 else 0


def _years(match: Match, calendar: Calendar, first: int, last: int, worded: bool) -> Reading | None:
    if not first < last:
        return None
    if not worded and not guards.is_plausible_range(match.context, first, last, match.stop_token):
        return None
    one, other = year_reading(calendar, first), year_reading(calendar, last)
    if not (one.resolved and other.resolved):
        return unresolved(Precision.PERIOD, one.note or other.note, calendar)
    return Reading(one.first, other.last, Precision.PERIOD, False, calendar)


def _triple(match: Match) -> Reading | None:
    """2016/02/22, 21-04-2016, 18-9-15; the order by language, then by what is possible."""
    context, node, era = match.context, match["c"], match.get("e")
    literals = node.tag.split("/")
    if chr(node.value) == "." and all(len(part) < 3 for part in literals) and not guards.has_day_cue(match):
        return None
    ordered = _ordered(context.lang, literals)
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


def _figure_pair(match: Match) -> Reading | None:
    """4/22, 22-4, 4.22 for a day; 2024/2025 and 2014-17 for years; 9/2024 for a month."""
    context, node = match.context, match["c"]
    one, two = node.tag.split("/")
    if len(one) == 4 and node.kind != "pair_dot":
        return _year_pair(match, one, two)
    if len(two) == 4:
        if len(one) > 2 or not 1 <= int(one) <= 12 or node.kind == "pair_dot" or not 1900 <= int(two) <= 2100:
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


def _year_pair(match: Match, one: str, two: str) -> Reading | None:
    first = int(one)
    last = int(two) if len(two) == 4 else first - first % 100 + int(two)
    calendar = calendar_of_year(match.context, first, None)
    if calendar is None or (len(two) < 4 and int(two) <= 12):
        return None
    return _years(match, calendar, first, last, worded=False)


def _figure_pair_with_year(match: Match) -> Reading | None:
    """ "08/12, 2015"."""
    one, two = match["c"].tag.split("/")
    ordered = _ordered(match.context.lang, [one, two, str(match["y"].value)])
    if ordered is None or len(one) > 2 or not guards.is_year_of_month(match.context, match["y"]):
        return None
    literal, month, day, note = ordered
    tokens = (match.first_token, match.stop_token)
    return _noted(day_reading(match.context, Calendar.GREGORIAN, (int(literal), month, day), tokens), note)


_DAYS = [
    Rule("date", f"d:dom ( dot|dash|slash|of|from )? month.one? m:anymon month.one? {_DAY_TAIL}", _day),
    Rule("date", "d:dom ( dot|dash|slash|of|from )? month.one? m:anymon month.one?", _day),
    Rule("date", f"m:anymon month.one? ( dot|dash|slash )? the? d:dom {_DAY_TAIL}", _day),
    Rule("date", "m:anymon ( dot|dash|slash )? the? d:dom >!anymon", _day),
    Rule("date", "m:anymon ( dot|dash|slash )? the? d:dom ( comma|of|from )? h:n1 l:n1|n2", _spoken_year),
    Rule("date", "m:anymon ( dot|dash|slash )? the? d:dom ( comma|of|from )? h:n1 z:n2 l:n1", _spoken_low_year),
    Rule("date", "y:year4 ( dash|slash|comma|dot )? m:anymon ( dash|slash )? d:dom", _day),
    Rule("span", f"d:dom to|dash|until|and the? l:dom ( of|from )? month.one? m:anymon month.one? {_DAY_TAIL}", _days),
    Rule("span", "d:dom to|dash|until|and the? l:dom ( of|from )? month.one? m:anymon month.one?", _days),
    Rule("span", f"c:pair_dash|pair_slash month.one? m:anymon month.one? {_DAY_TAIL}", _days),
    Rule("span", "c:pair_dash|pair_slash month.one? m:anymon month.one?", _days),
]
_MONTHS = [
    Rule("monthx", f"m:anymon month.one? {_DAY_TAIL}", _month),
    Rule("monthx", f"month.one m:anymon {_DAY_TAIL}", _month),
    Rule("monthx", "month.one m:anymon", _month),
    Rule("monthx", "month_of m:anymon", _month),
    Rule("monthx", "m:anymon month.one?", _month),
]
_YEARS = [
    Rule("yearx", "w:yearword y:year4|n1|n2 e:era?", _named_year),
    Rule("yearx", "w:yearword y:n1|n2|big|year4 e:era", _ancient_year),
    Rule("yearx", "y:year4 e:era", _named_year),
    Rule("yearx", "y:n2|big e:era", _ancient_year),
    Rule("yearx", "y:year4", _bare_year),
    Rule(
        "span", "w:yearword y:year4|n1|n2 ( to|until|dash|and )? ( the )? yearword? z:year4|n1|n2 e:era?", _year_range
    ),
    Rule("span", "y:year4 to|until|dash yearword? z:year4|n1|n2 e:era?", _year_range),
    Rule("span", "<between y:year4|n2 and|to yearword? z:year4|n2 e:era?", _year_range),
]
_FIGURES = [
    Rule("date", "c:triple e:era?", _triple),
    Rule("date", "c:pair_slash|pair_dash|pair_dot", _figure_pair),
    Rule("date", "c:pair_slash|pair_dash comma y:year4", _figure_pair_with_year),
]
_SHORT_YEAR = [
    Rule("date", "d:dom ( dot|dash|slash|of|from )? m:anymon month.one? year.one? y:n1|n2 e:era?", _day),
    Rule("monthx", "m:anymon month.one? year.one y:n1|n2", _month),
    Rule("monthx", "m:anymon month.one? y:n2", _month),
    Rule("span", "d:dom to|dash|until|and l:dom m:anymon month.one? year.one? y:n1|n2 e:era?", _days),
]
_ENGLISH = [
    Rule("span", "m:mon d:dom to|dash|until|and the? l:dom comma? y:year4", _days),
    Rule("span", "m:mon d:dom to|dash|until|and the? l:dom >!mon", _days),
    Rule("span", "m:mon c:pair_dash comma? y:year4", _days),
    Rule("span", "m:mon c:pair_dash", _days),
    Rule("date", "d:dom dash|slash m:mon dash|slash y:n1|n2", _day),
    Rule("date", "d:dom m:mon apostrophe y:n1|n2", _day),
    Rule("monthx", "m:mon apostrophe y:n1|n2", _month),
]
_BY_LANGUAGE: dict[str, list[Rule]] = {
    "ar": [Rule("date", "d:dom dash|slash m:mon dash|slash y:n1|n2", _day)],
    "fa": _SHORT_YEAR,
    "en": _ENGLISH,
}
