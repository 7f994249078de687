"""Clock times: "10:30", "at 5 pm", "الساعة العاشرة والنصف صباحا", «ساعت ۸ شب», "0700 GMT".

They are found so that their numerals become no figures; the hour itself is not kept.
"""

from extract.dates.cascade import Match, Rule
from extract.dates.model import Reading
from extract.dates.relative import FRAME

_HOURS, _MINUTES = 24, 59


def rules(lang: str) -> list[Rule]:
    """Rules of the first pass."""
    return [*_SHARED, *_BY_LANGUAGE[lang]]


def _time(match: Match) -> Reading | None:
    hour, minute, second = match.get("h"), match.get("m"), match.get("s")
    if hour is not None and not 0 <= hour.value <= _HOURS:
        return None
    if any(part is not None and not 0 <= part.value <= _MINUTES for part in (minute, second)):
        return None
    return FRAME


def _hour_at(match: Match) -> Reading | None:
    """ "at 5" where nothing follows that could be counted."""
    return _time(match) if match.context.is_closed(match.stop_token) and match["h"].value <= _HOURS else None


def _hour_of_day(match: Match) -> Reading | None:
    """«۸ صبح»; «۸ شب» alone may be eight nights."""
    return None if match.context.form(match["p"].first) == "شب" else _time(match)


def _military(match: Match) -> Reading | None:
    """ "0700 GMT"."""
    form = match.context.tokens.forms[match["n"].first]
    return FRAME if len(form) in (1, 2, 4) and form.isdigit() and int(form[-2:]) <= _MINUTES else None


def _glued_clock(match: Match) -> Reading | None:
    return FRAME


_ZONE = "( time_zone )? ( pm )? ( time_zone )?"
_SHARED = [
    Rule("time", f"hour_minute {_ZONE}", _glued_clock),
    Rule("time", f"clock clock? hour_minute {_ZONE}", _glued_clock),
    Rule("time", f"clock hour_minute clock.one? {_ZONE}", _glued_clock),
    Rule("time", "n:n1|n2|year4|big|decimal time_zone", _military),
]
_BY_LANGUAGE: dict[str, list[Rule]] = {
    "ar": [
        Rule("time", f"clock h:ord|n1|n2 {_ZONE}", _time),
        Rule("time", f"clock h:ord|n1|n2 and division|half|decimal|ord clock.one? {_ZONE}", _time),
        Rule("time", f"clock h:ord|n1|n2 and m:n1|n2 clock.one|clock.many? {_ZONE}", _time),
        Rule("time", "h:n1|ord ampm", _time),
        Rule("time", "h:n1|ord daypart >!weekday|adverb|monthname", _time),
    ],
    "fa": [
        Rule("time", f"clock clock? h:n1|n2 {_ZONE}", _time),
        Rule("time", f"clock clock? h:n1|n2 and m:n1|n2|division|half|decimal clock.one? {_ZONE}", _time),
        Rule("time", f"clock clock? h:n1|n2 and m:n1|n2 clock.one? and s:n1|n2 clock.one? {_ZONE}", _time),
        Rule("time", "h:n1 p:daypart", _hour_of_day),
        Rule("time", "h:n1 and half|decimal|division daypart", _time),
    ],
    "en": [
        Rule("time", "h:n1|decimal ampm ( time_zone )?", _time),
        Rule("time", "h:n1 clock", _time),
        Rule("time", "at approximately? h:n1", _hour_at),
    ],
}
