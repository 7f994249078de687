"""What the date layer finds: date mentions with the period they mean, and expressions of time that are no dates.

A period is inclusive on both ends. What depends on the article's publication date is marked `relative`; without that
date it stays unresolved, as does what the calendars cannot place, and `note` says why.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from extract.frozen import frozen
from extract.span import Span


class Precision(StrEnum):
    """How finely the text itself dates: the unit that is said, not the length of the period."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    PART = "part"  # "early 2026", "نهاية الشهر"
    PERIOD = "period"  # "2014-2017", "the last eight days"
    VAGUE = "vague"  # "the coming days", "a few months ago"


class Calendar(StrEnum):
    """The calendar that the text itself uses; the period is always Gregorian."""

    GREGORIAN = "gregorian"
    HIJRI = "hijri"
    JALALI = "jalali"


class Note(StrEnum):
    """Why a mention is unresolved, or what is doubtful about it."""

    NONE = ""
    NEEDS_REFERENCE = "needs a publication date"
    NO_SUCH_DAY = "no such day in the calendar"
    OUT_OF_RANGE = "outside the calendar's range"
    DEPENDS_ON_TEXT = "depends on a date elsewhere in the text"
    SWAPPABLE = "day and month could be swapped"
    WEEKDAY_DIFFERS = "the weekday does not fit the date"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period in a text.

    `span` is in code points of the text given. `first` and `last` bound the period that it means, inclusive; None is an
    open end ("until May", "since 2014" without a reference), and both are None where it cannot be resolved, `note` then
    says why. "Three months ago" is one day with precision month. `relative` marks what depends on the reference date.
    `first_token`/`stop_token` are its token range in `tokenize(text)`.
    """

    span: Span
    first: date | None
    last: date | None
    precision: Precision
    relative: bool
    calendar: Calendar
    note: str
    first_token: int
    stop_token: int


class TimeKind(StrEnum):
    """What a time expression that is no date tells."""

    CLOCK = "clock"  # "10:30", "ساعت ۸ شب"
    FRAME = "frame"  # "after several hours", "two days before the attack": a point in time that hangs on another event


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A clock time, or a point that no date can be given to; found so that its numerals are not taken for figures."""

    span: Span
    kind: TimeKind
    first_token: int
    stop_token: int


class Temporals(NamedTuple):
    """All that `scan` finds, each list in text order; no two expressions share a token."""

    dates: list[DateMention]
    times: list[TimeExpression]


@frozen
class Reading:
    """What an expression means so far, while the grammar still composes it.

    `year`, `month` and `day` are what the text has fixed, counted in `calendar`; a later rule may complete them
    ("March" + "of last year"). `first`/`last` are the meaning if nothing more comes.
    """

    first: date | None
    last: date | None
    precision: Precision
    relative: bool = False
    calendar: Calendar = Calendar.GREGORIAN
    note: Note = Note.NONE
    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def resolved(self) -> bool:
        """Whether at least one end is known."""
        return self.first is not None or self.last is not None


def unresolved(precision: Precision, note: Note, calendar: Calendar = Calendar.GREGORIAN) -> Reading:
    """A reading without a period, for the reason `note`."""
    relative = note is Note.NEEDS_REFERENCE
    return Reading(None, None, precision, relative=relative, calendar=calendar, note=note)
