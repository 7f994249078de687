"""Clock times: "10:30", "at 5 pm", "الساعة العاشرة والنصف صباحا", «ساعت ۸ شب», "0700 GMT".

They are found so that their numerals become no figures; the hour itself is not kept.
"""

import re

from extract.dates.cascade import Match
from extract.dates.durations import count_of
from extract.dates.model import Reading
from extract.dates.points import FRAME

_SEPARATED = re.compile(r"([0-9]{1,2})[.,،٫]([0-9]{2})$")
_HOURS, _MINUTES = 24, 59


def time(match: Match) -> Reading | None:
    """An hour, with minutes and seconds in words, none of them beyond its limit."""
    hour, minute, second = match.get("h"), match.get("m"), match.get("s")
    if hour is not None and not 0 <= count_of(hour) <= _HOURS:
        return None
    if any(part is not None and not 0 <= part.value <= _MINUTES for part in (minute, second)):
        return None
    return FRAME


def hour_of_day(match: Match) -> Reading | None:
    """«۸ صبح»; «۸ شب» alone may be eight nights."""
    return None if match.context.form(match["p"].first) == "شب" else time(match)


def military(match: Match) -> Reading | None:
    """ "0700 GMT", "01,17 بتوقيت غرينتش"."""
    form = _SEPARATED.sub(r"\1\2", match.context.tokens.forms[match["n"].first])
    return FRAME if len(form) in (1, 2, 4) and form.isdecimal() and int(form[-2:]) <= _MINUTES else None


def plain(match: Match) -> Reading | None:
    """ "10:30": its shape has been judged already."""
    return FRAME
