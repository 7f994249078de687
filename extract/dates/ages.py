"""Decades and centuries: "the 1980s", "ثمانينيات القرن الماضي", «دهه شصت», "القرن التاسع عشر".

The n-th century runs from its year 1 to its year 100; a named decade without more is of the last century, in Persian of
the Jalali one.
"""

from extract.dates import calendars
from extract.dates.cascade import Match, Rule
from extract.dates.model import Calendar, Note, Precision, Reading, unresolved
from extract.dates.periods import division_of
from extract.dates.resolve import year_reading


def rules(lang: str) -> list[Rule]:
    """Rules of the first pass."""
    return _BY_LANGUAGE[lang]


def _decade(match: Match) -> Reading | None:
    context, start = match.context, match["d"].value
    if start % 10 or not (10 <= start <= 90 or match["d"].kind == "year4"):
        return None
    if match["d"].tag and context.lang == "en" and not context.tokens.joined(match["d"].first):
        return None
    if start < 100:
        start += 1300 if context.lang == "fa" else 1900
    if match.get("o"):
        start = start % 100 + 100 * (match["o"].value - 1)
    calendar = Calendar.JALALI if context.lang == "fa" and start < 1500 else Calendar.GREGORIAN
    period = calendars.years(calendar, start, 10)
    if isinstance(period, Note):
        return unresolved(Precision.DECADE, period, calendar)
    return Reading(*period, Precision.DECADE, False, calendar)


def _century(match: Match) -> Reading | None:
    """ "the 19th century", "القرن الحادي والعشرين", «قرن پانزدهم هجری»."""
    rank, era = match["o"].value, match.get("e")
    if not 1 <= rank <= 30:
        return None
    calendar = Calendar(era.tag) if era and era.tag != "before" else Calendar.GREGORIAN
    if era and era.tag == "before":
        return unresolved(Precision.CENTURY, Note.OUT_OF_RANGE)
    period = calendars.years(calendar, (rank - 1) * 100 + 1, 100)
    if isinstance(period, Note):
        return unresolved(Precision.CENTURY, period, calendar)
    return Reading(*period, Precision.CENTURY, False, calendar)


def _lettered(match: Match) -> Reading | None:
    """ "Q3 2025", "H1 2024"."""
    parts = 4 if match["q"].kind == "quarter_letter" else 2
    if not match.context.tokens.joined(match["q"].first) or not 1 <= match["n"].value <= parts:
        return None
    whole = year_reading(Calendar.GREGORIAN, match["y"].value)
    return division_of(whole, parts, match["n"].value)


_BY_LANGUAGE: dict[str, list[Rule]] = {
    "ar": [
        Rule("decadex", "d:decade", _decade),
        Rule("decadex", "decade.one|decade.the d:decade", _decade),
        Rule("decadex", "d:decade century.the last|past", _decade),
        Rule("decadex", "d:decade century.the o:ord", _decade),
        Rule("unitx", "century.the|century.one o:ord e:era?", _century),
    ],
    "fa": [
        Rule("decadex", "decade.one|decade.many d:n1|n2|year4", _decade),
        Rule("unitx", "century.one o:ord|n1 e:era?", _century),
    ],
    "en": [
        Rule("decadex", "d:year4|n2 apostrophe? plural_s", _decade),
        Rule("decadex", "<the|part|in d:decade", _decade),
        Rule("unitx", "o:ord century.one e:era?", _century),
        Rule("span", "q:quarter_letter|half_letter n:n1 of? y:year4", _lettered),
    ],
}
