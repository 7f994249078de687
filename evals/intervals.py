"""How sure a score is: an article-clustered 95 % interval (delta method for a ratio of sums; Miller 2024, "Adding error
bars to evals").

Pure Python, t quantile included, because every `evals run` needs it, and loading numpy and scipy would take longer than
all the rest of scoring.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from statistics import NormalDist
from typing import NamedTuple

Rows = Sequence[Sequence[float]]  # one row an article: true positives, false positives, false negatives
ROUNDING = 1e-12  # differences this small are rounding, not differences


class _Ratio(NamedTuple):
    """A score as a ratio of sums over articles: weights of (tp, fp, fn) above and below the line."""

    above: tuple[int, int, int]
    below: tuple[int, int, int]


_MEASURES = {
    "precision": _Ratio((1, 0, 0), (1, 1, 0)),
    "recall": _Ratio((1, 0, 0), (1, 0, 1)),
    "f1": _Ratio((2, 0, 0), (2, 1, 1)),
}


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with its 95 % bounds.

    Bounds are None where they are undefined: with fewer than two articles, and where all articles agree so closely that
    their spread says nothing (an interval of no width would claim certainty).
    """

    estimate: float
    low: float | None = None
    high: float | None = None


def score_interval(rows: Rows, measure: str = "f1", articles: int | None = None) -> Interval:
    """A micro score ("precision", "recall" or "f1") with its t interval, cut to [0, 1].

    `articles` is how many there are, where `rows` leaves out those that have nothing on either side. The estimate is
    nan (vacuous) where none has anything.
    """
    ratio = _MEASURES[measure]
    above, below = ([_weighed(row, weights) for row in rows] for weights in ratio)
    whole, n = sum(below), len(rows) if articles is None else articles
    if not any(map(any, rows)):
        return Interval(math.nan)
    if not whole:
        return Interval(0.0)
    estimate = sum(above) / whole
    if n < 2:
        return Interval(estimate)
    influence = ((over - estimate * under) / whole for over, under in zip(above, below, strict=True))
    error = math.sqrt(n / (n - 1) * math.fsum(part * part for part in influence))
    if error < ROUNDING:
        return Interval(estimate)
    half = t_quantile(0.975, n - 1) * error
    return Interval(estimate, max(0.0, estimate - half), min(1.0, estimate + half))


def _weighed(row: Sequence[float], weights: tuple[int, int, int]) -> float:
    return row[0] * weights[0] + row[1] * weights[1] + row[2] * weights[2]


@cache
def t_quantile(probability: float, df: int) -> float:
    """The t with that much probability below it, for `probability` > 0.5, to nine digits."""
    z = NormalDist().inv_cdf(probability)
    if df > _MANY:
        return _expanded(z, df)
    low, high = z, 2.0 * z
    while _t_below(high, df) < probability:
        high *= 2
    while high - low > 1e-11 * high:
        middle = (low + high) / 2
        low, high = (middle, high) if _t_below(middle, df) < probability else (low, middle)
    return (low + high) / 2


_MANY = 200  # degrees of freedom from which the expansion is as exact as the sum


def _t_below(t: float, df: int) -> float:
    """Probability below `t` > 0; the finite sums of Abramowitz & Stegun 26.7.3 and 26.7.4."""
    angle = math.atan2(t, math.sqrt(df))
    sine, cosine = math.sin(angle), math.cos(angle)
    odd = df % 2
    term, series = (cosine if odd else 1.0), 0.0
    for k in range(2 + odd, df + 1, 2):
        series += term
        term *= cosine * cosine * (k - 1) / k
    inside = 2 / math.pi * (angle + sine * series) if odd else sine * series
    return (1 + inside) / 2


def _expanded(z: float, df: int) -> float:
    """Fisher and Cornish's expansion around the normal quantile (Abramowitz & Stegun 26.7.5)."""
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / df**power for power, term in enumerate(terms, 1))
