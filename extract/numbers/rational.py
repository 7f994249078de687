"""Exact values while a numeral is being read; only the finished numeral becomes a Decimal."""

from decimal import Decimal
from fractions import Fraction

from extract.numbers.digits import ratio

Rational = int | Fraction


def decimal(value: Rational) -> Decimal:
    """`value` as a Decimal in canonical form, exact wherever it ends."""
    return Decimal(value) if isinstance(value, int) else ratio(value.numerator, value.denominator)
