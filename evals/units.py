"""Metric units as multiples of a base unit, so that 5 km and 5,000 m are one length.

Only exact factors: a month has no fixed number of days, and a currency no fixed rate.
"""

from decimal import Decimal
from typing import NamedTuple

_FACTORS = {
    "m": {"mm": "0.001", "cm": "0.01", "m": "1", "km": "1000"},
    "m2": {"m2": "1", "dunam": "1000", "ha": "10000", "km2": "1000000"},
    "kg": {"mg": "0.000001", "g": "0.001", "kg": "1", "quintal": "100", "t": "1000", "kt": "1000000"},
    "second": {"second": "1", "minute": "60", "hour": "3600", "day": "86400", "week": "604800"},
    "month": {"month": "1", "year": "12", "decade": "120", "century": "1200"},
}


class Measure(NamedTuple):
    """A number of base units."""

    number: Decimal
    unit: str


_BASE = {unit: Measure(Decimal(factor), base) for base, units in _FACTORS.items() for unit, factor in units.items()}


def in_base_unit(number: Decimal, unit: str | None) -> Measure | None:
    """`number` of `unit` in base units; None where the unit has no exact relative."""
    base = _BASE.get(unit) if unit else None
    return Measure(number * base.number, base.unit) if base else None
