"""Dates that the text spells out: days, months and years in every order the three languages use.

A month that is also a word ("may", تیر "bullet", آب "father") or a number that may be a count needs company; `guards`
decides. What cannot be a date at all is left alone; what is one but cannot exist (31 September) stays, unresolved.
"""

from extract.dates import calendars, guards
from extract.dates.cascade import Match, Node
from extract.dates.context import Context
from extract.dates.model import Calendar, Note, Precision, Reading, unresolved
from extract.dates.resolve import calendar_of_year, day_reading, full_year, month_reading, within, year_reading
from extract.text import fold_word

_HOUR = fold_word("ساعت")


def same_month(match: Match) -> Reading | None:
    """Double names: "سبتمبر/ أيلول", "أيلول (سبتمبر)"."""
    one, other = match["a"], match["b"]
    if (one.value, one.tag) != (other.value, other.tag):
        return None
    return Reading(None, None, Precision.MONTH)


def day(match: Match) -> Reading | None:
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
        return within(part, whole)
    return day_reading(match.context, calendar, (number, month.value, day), tokens)


def _mixes_calendars(calendar: Calendar, year: int) -> bool:
    return calendar is not Calendar.GREGORIAN and year >= 1600


def _year_number(match: Match, month: Node, year: Node) -> int | None:
    """The full year beside a month, or None where the number is something else."""
    era = match.get("e")
    if year.kind == "year4":
        return year.value if guards.is_year_of_month(match.context, year) or era else None
    counts = match.context.lang == "fa" and _counts_more(match.context, year.stop, match.get("d") is not None)
    if len(year.tag) != 2 or counts:  # «در ۵ مهر ۲۰ نفر»
        return None
    calendar = Calendar(era.tag) if era and era.tag != "before" else Calendar(month.tag)
    return full_year(match.context, calendar, year.value)


def _counts_more(context: Context, index: int, has_day: bool) -> bool:
    """Whether a noun at token `index` is counted; «۲ تیر ۹۵ ساعت ۱۷» goes on with the hour. Behind a month without a
    day any noun may be: «تا پایان بهمن ۴۱ درگیری».
    """
    if context.form(index) == _HOUR:
        return False
    return context.is_in("counted", index) or not (has_day or context.is_closed(index))


def days(match: Match) -> Reading | None:
    """Several days of one month as one period: "3 to 5 May", "25 و 29 آبان"."""
    context, month, year = match.context, match["m"], match.get("y")
    ends = _pair(match) if match.get("c") else (match["d"].value, match["l"].value)
    if not 1 <= ends[0] < ends[1] <= 31:
        return None
    if not guards.is_month(match, month, match.get("d") or match["c"], year):
        return None
    number = _year_number(match, month, year) if year else None
    if year and number is None:
        return None
    calendar, tokens = Calendar(month.tag), (match.first_token, match.stop_token)
    first = day_reading(context, calendar, (number, month.value, ends[0]), tokens)
    if number is None and first.first is not None:
        found = calendars.fields(calendar, first.first)  # both ends are of the year found for the first
        number = None if isinstance(found, Note) else found[0]
    last = day_reading(context, calendar, (number, month.value, ends[1]), tokens)
    if not (first.resolved and last.resolved):
        missing = last if first.resolved else first
        return Reading(None, None, Precision.PERIOD, missing.relative, calendar, missing.note)
    return Reading(first.first, last.last, Precision.PERIOD, first.relative, calendar)


def _pair(match: Match) -> tuple[int, int]:
    one, other = (int(part) for part in match["c"].tag.split("/"))
    return one, other


def month(match: Match) -> Reading | None:
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
        return within(part, year_reading(Calendar.GREGORIAN, number))
    return month_reading(match.context, calendar, number, month.value, tokens)


def named_year(match: Match) -> Reading | None:
    """ "عام 2024", «سال ۹۲», "2024 AD"."""
    era, year = match.get("e"), match["y"]
    number = year.value
    if match.get("w") is None and era and _may_be_metres(match, era) and not guards.is_plausible_year(number):
        return None
    if year.kind != "year4":
        if match.context.lang != "fa" or len(year.tag) != 2:
            return None
        number = full_year(match.context, Calendar.JALALI, number)
    return year_reading(calendar_of_year(match.context, number, era.tag if era else None), number)


def ancient_year(match: Match) -> Reading | None:
    """ "سال ۷۷۶ قبل از میلاد", "589 AD", "۱۱۱ قمری"."""
    number = match["y"].value
    if match.get("w") is None and _may_be_metres(match, match["e"]):
        return None
    if not 1 <= number <= 1500 or (match["e"].tag in ("gregorian", "hijri") and number < 100 and not match.get("w")):
        return None
    return year_reading(calendar_of_year(match.context, number, match["e"].tag), number)


def _may_be_metres(match: Match, era: Node) -> bool:
    """Whether the era is a lone م, which is also the sign of the metre ("2000 م")."""
    return era.end - era.start == 1 and not match.context.tokens.joined(era.first - 1)


def bare_year(match: Match) -> Reading | None:
    """ "2015", «۱۳۹۴»: a number that stands alone, where its neighbours make it a year."""
    year = match["y"]
    if not guards.is_bare_year(match.context, year, match.before, match.behind(2)):
        return None
    return year_reading(calendar_of_year(match.context, year.value, None), year.value)


def year_range(match: Match) -> Reading | None:
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
    worded = match.get("w") is not None or era is not None or match.before == "between"
    return years(match, calendar, first, last, worded)


def _completed(first: int, node: Node) -> int:
    return first - first % 100 + node.value if len(node.tag) == 2 else 0


def years(match: Match, calendar: Calendar, first: int, last: int, worded: bool) -> Reading | None:
    """The years from `first` to `last`, both whole; `worded` where words already say that they are years."""
    if not first < last:
        return None
    if not worded and not guards.is_plausible_range(match.context, first, last, match.stop_token):
        return None
    one, other = year_reading(calendar, first), year_reading(calendar, last)
    if not (one.resolved and other.resolved):
        return unresolved(Precision.PERIOD, one.note or other.note, calendar)
    return Reading(one.first, other.last, Precision.PERIOD, False, calendar)
