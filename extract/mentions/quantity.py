"""A quantity: a count together with how it is hedged and what it measures, still in folded positions."""

from dataclasses import replace
from decimal import Decimal

from extract.frozen import frozen
from extract.mentions.counts import Count
from extract.schema import Qualifier

# The units that a figure names (codebook); what is measured in any other has none. Money has its ISO 4217 code.
UNITS = frozenset("km m km2 m2 ha dunam kg t year month week day hour minute percent".split())
_YEARS = {"decade": 10, "century": 100}


@frozen
class Quantity:
    """A figure in the making: everything that the words right around the number say.

    `first`/`stop` are tokens and `start`/`end` folded characters of the evidence; `noun` is a folded range and
    `noun_tokens` its tokens. `value`, `low` and `high` follow the codebook's rules of bounds.
    """

    first: int
    stop: int
    start: int
    end: int
    kind: str
    qualifier: Qualifier
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    noun: tuple[int, int] | None
    noun_tokens: tuple[int, int] | None
    count: Count
    codes: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


@frozen
class Left:
    """A count that is no figure, as a folded range, and the reason."""

    reason: str
    start: int
    end: int
    detail: str = ""


def in_years(count: Count, unit: str | None) -> tuple[Count, str | None]:
    """`count` and its unit; of decades and centuries in years, which the codebook names: two decades are 20 years."""
    scale = _YEARS.get(unit or "")
    if scale is None:
        return count, unit
    value, low, high = (None if each is None else each * scale for each in (count.value, count.low, count.high))
    return replace(count, value=value, low=low, high=high), "year"


def bounds(count: Count, qualifier: Qualifier) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """(value, low, high) of a count under a qualifier: codebook, "Bounds"."""
    if qualifier is Qualifier.RANGE:
        return None, count.low, count.high
    return count.value, *_implied(count.value, qualifier)


def _implied(value: Decimal | None, qualifier: Qualifier) -> tuple[Decimal | None, Decimal | None]:
    """(low, high) of one value under a qualifier."""
    match qualifier:
        case Qualifier.EXACT:
            return value, value
        case Qualifier.AT_LEAST | Qualifier.MORE_THAN:
            return value, None
        case Qualifier.AT_MOST | Qualifier.LESS_THAN:
            return None, value
        case _:
            return None, None


def bounds_hold(value: Decimal | None, low: Decimal | None, high: Decimal | None, qualifier: Qualifier) -> bool:
    """Whether value and bounds are those that the codebook gives for `qualifier`."""
    if qualifier is Qualifier.RANGE:
        return value is None and low is not None and high is not None and low < high
    if value is None:
        return qualifier is Qualifier.VAGUE and low is None and high is None
    return (low, high) == _implied(value, qualifier)
