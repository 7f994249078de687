"""The stages of the cascade, each of which builds on what the ones before it have made."""

from typing import NamedTuple

from extract.dates.cascade import Rule

Rules = list[Rule]
_NONE: Rules = []


class Stages(NamedTuple):
    """The rules of each stage, in order."""

    names: Rules = _NONE  # months with two names become one
    dates: Rules = _NONE  # days, months, years, clock times, out of words
    units: Rules = _NONE  # "three months": lengths of time
    sums: Rules = _NONE  # "two years and three months"
    relative: Rules = _NONE  # what counts from the reference
    parts: Rules = _NONE  # "early 2026", "first half of", "first Friday of"
    joins: Rules = _NONE  # weekday and date, month and "last year"
    bounds: Rules = _NONE  # "since", "until", "from ... to"
