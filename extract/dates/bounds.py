"""Periods between two dates and with open ends: "from 3 May to 5 June", "since 2014", "حتى نهاية العام".

"Since" runs to the reference and "until" has no beginning, as the codebook settles. "After" and "before" a date are
open too, but "before the end of May" is the end of May.
"""

from extract.dates import calendars
from extract.dates.cascade import Match
from extract.dates.model import Note, Precision, Reading, unresolved
from extract.dates.resolve import within


def between(match: Match) -> Reading | None:
    """A period from one date to another; what only one of them says holds for both ("from March to May 2020")."""
    one, other = match.reading("a"), match.reading("b")
    if one.year is None and other.year is not None and one.month is not None and one.calendar is other.calendar:
        one = _completed(one, other)
    elif one.year is not None and other.year is None and other.relative and one.calendar is other.calendar:
        other = _carried(one, other)
    if one.first is None or other.last is None:
        if not (one.relative and other.relative) or match.context.reference is not None:
            return None
        return unresolved(Precision.PERIOD, Note.NEEDS_REFERENCE, other.calendar)
    last = other.last
    if last <= one.first and match["b"].kind == "wdx":
        moved = calendars.add_days(last, 7)
        last = last if isinstance(moved, Note) else moved
    if not one.first < last:
        return None
    return Reading(one.first, last, Precision.PERIOD, one.relative or other.relative, one.calendar)


def months(match: Match) -> Reading | None:
    """ "in November and December 2025": one period, whose year is said once."""
    one, other = match.reading("a"), match.reading("b")
    return between(match) if one.year is None and other.year is not None else None


def _completed(one: Reading, other: Reading) -> Reading:
    for back in (0, 1):
        whole = calendars.year(one.calendar, (other.year or 0) - back)
        if isinstance(whole, Note):
            return one
        found = within(one, Reading(*whole, Precision.YEAR, calendar=one.calendar))
        if found.first and other.last and found.first <= other.last:
            return found
    return one


def _carried(one: Reading, other: Reading) -> Reading:
    """The other end of "5 January 2024 until 10 February": the first after the one that has a year."""
    for ahead in (0, 1):
        whole = calendars.year(one.calendar, (one.year or 0) + ahead)
        if isinstance(whole, Note) or other.month is None:
            return other
        found = within(other, Reading(*whole, Precision.YEAR, calendar=one.calendar))
        if one.first and found.first and found.first > one.first:
            return found
    return other


def since(match: Match) -> Reading | None:
    """ "Since 2014": from then to the reference, and open where that is unknown or lies before."""
    dated = match.reading("x")
    if dated.first is None:
        return dated
    reference = match.context.reference
    last = reference if reference and reference >= dated.first else None
    return Reading(dated.first, last, dated.precision, dated.relative or last is not None, dated.calendar, dated.note)


def starting(match: Match) -> Reading | None:
    """ "starting Wednesday", "اعتبارا من 1 أبريل": from then on. A plain "from" may also be any other."""
    start = match["f"]
    if start.stop - start.first == 1 and match.context.form(start.first) != "starting":
        return None
    return since(match)


def until(match: Match) -> Reading | None:
    """ "Until Friday": open at its beginning."""
    dated = match.reading("x")
    return Reading(None, dated.last, dated.precision, dated.relative, dated.calendar, dated.note)


def before(match: Match) -> Reading | None:
    """ "Before the end of May" is the end of May, as "by the end of May" is."""
    dated = match.reading("x")
    if _is_owner(match):
        return None
    if dated.first is None or match["x"].tag == "late":
        return dated
    last = calendars.add_days(dated.first, -1)
    if isinstance(last, Note):
        return unresolved(dated.precision, last, dated.calendar)
    return Reading(None, last, dated.precision, dated.relative, dated.calendar, dated.note)


def after(match: Match) -> Reading | None:
    """ "After 5 June": from the next day on."""
    dated = match.reading("x")
    if _is_owner(match):
        return None
    if dated.last is None:
        return dated
    first = calendars.add_days(dated.last, 1)
    if isinstance(first, Note):
        return unresolved(dated.precision, first, dated.calendar)
    return Reading(first, None, dated.precision, dated.relative, dated.calendar, dated.note)


def _is_owner(match: Match) -> bool:
    """Whether the date owns what the preposition is of: "after last week's attack"."""
    return match.context.form(match.stop_token - 1).endswith("'s")


def persian_until(match: Match) -> Reading | None:
    """تا is "by" before what ends at a moment, "until" before what lasts ("تا ... ادامه دارد")."""
    return until(match) if match.context.goes_on(match.stop_token) else match.reading("x")


def persian_since(match: Match) -> Reading | None:
    """از is "since" before a date, unless it compares ("بیشتر از سال گذشته")."""
    dated = match.reading("x")
    if match.context.is_in("comparing", match.first_token - 1) or dated.precision is Precision.PERIOD:
        return None
    return since(match)
