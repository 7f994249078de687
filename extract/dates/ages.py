"""Decades, centuries and lettered quarters: "the 1980s", "ثمانينيات القرن الماضي", «دهه شصت», "Q3 2025".

The n-th century runs from its year 1 to its year 100; a named decade without more is of the last century, in Persian of
the Jalali one.
"""

from extract.dates import calendars
from extract.dates.cascade import Match
from extract.dates.model import Calendar, Note, Precision, Reading, unresolved
from extract.dates.parts import division_of
from extract.dates.resolve import year_reading


def decade(match: Match) -> Reading | None:
    """ "the 1980s", "الثمانينيات", «دهه شصت»; the English s must be glued on."""
    context, start = match.context, match["d"].value
    if start % 10 or not (10 <= start <= 90 or match["d"].kind == "year4"):
        return None
    if match["d"].tag and context.lang == "en" and not context.tokens.joined(match["d"].first):
        return None
    era = match.get("e")
    if start < 100:
        start += 1300 if context.lang == "fa" and not (era and era.tag == "gregorian") else 1900
    if match.get("o"):
        start = start % 100 + 100 * (match["o"].value - 1)
    calendar = Calendar.JALALI if context.lang == "fa" and start < 1500 else Calendar.GREGORIAN
    period = calendars.years(calendar, start, 10)
    if isinstance(period, Note):
        return unresolved(Precision.DECADE, period, calendar)
    return Reading(*period, Precision.DECADE, False, calendar)


def century(match: Match) -> Reading | None:
    """ "the 19th century", "القرن الحادي والعشرين", «قرن پانزدهم هجری»."""
    rank, era = match["o"].value, match.get("e")
    if not 1 <= rank <= 30:
        return None
    if era and era.tag == "before":
        return unresolved(Precision.CENTURY, Note.OUT_OF_RANGE)
    calendar = Calendar(era.tag) if era else Calendar.GREGORIAN
    period = calendars.years(calendar, (rank - 1) * 100 + 1, 100)
    if isinstance(period, Note):
        return unresolved(Precision.CENTURY, period, calendar)
    return Reading(*period, Precision.CENTURY, False, calendar)


def lettered(match: Match) -> Reading | None:
    """ "Q3 2025", "H1 2024"."""
    parts = 4 if match["q"].kind == "quarter_letter" else 2
    if not match.context.tokens.joined(match["q"].first) or not 1 <= match["n"].value <= parts:
        return None
    whole = year_reading(Calendar.GREGORIAN, match["y"].value)
    return division_of(whole, parts, match["n"].value)
