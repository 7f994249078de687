"""Is a difference more than chance? The unit of inference is the article; everything works on per-article counts.

Articles, not objects, are the independent draws: errors cluster inside an article. Sources: approximate randomization,
Noreen 1989 and Yeh 2000 (+1 smoothing: the observed assignment is one of the possible ones); article-clustered
delta-method intervals, Miller 2024 ("Adding error bars to evals"); Holm 1979; paired bootstrap, Efron & Tibshirani
1993.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, nan

import numpy
from numpy.typing import NDArray
from scipy.special import stdtrit

Counts = NDArray[numpy.float64]  # one row an article: true positives, false positives, false negatives
Rows = Sequence[Sequence[float]] | Counts
SEED = 20_260_101
ROUNDS = 9_999
_BLOCK = 1_000  # resamples drawn at a time, so that memory stays flat
_ROUNDING = 1e-12  # differences this small are rounding, not differences

# Each score is a ratio of sums over articles: weights of (tp, fp, fn) above and below the line.
MEASURES = {
    "precision": ((1, 0, 0), (1, 1, 0)),
    "recall": ((1, 0, 0), (1, 0, 1)),
    "f1": ((2, 0, 0), (2, 1, 1)),
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


@dataclass(frozen=True, slots=True)
class Difference:
    """System B against system A on the same articles, in micro-F1.

    `detectable` is the smallest true difference that this many articles would show at 5 % with 80 % power. It, `p`
    (two-sided) and the bounds are None where they are undefined.
    """

    delta: Interval
    bootstrap: Interval
    p: float | None
    detectable: float | None
    articles: int
    seed: int = SEED
    rounds: int = ROUNDS


def score_interval(rows: Rows, measure: str = "f1") -> Interval:
    """A micro score with its article-clustered 95 % t interval, cut to [0, 1]; nan where nothing is on either side."""
    counts = _as_counts(rows)
    estimate = _ratio(counts, measure)
    if len(counts) < 2 or isnan(estimate):
        return Interval(estimate)
    error = _standard_error(_influence(counts, measure))
    if error < _ROUNDING:
        return Interval(estimate)
    half = _t(len(counts), 0.975) * error
    return Interval(estimate, max(0.0, estimate - half), min(1.0, estimate + half))


def difference(a: Rows, b: Rows, *, seed: int = SEED, rounds: int = ROUNDS) -> Difference:
    """B minus A in micro-F1 over the same articles in the same order.

    Raises ValueError when the two do not have the same number of articles.
    """
    first, second = _as_counts(a), _as_counts(b)
    n = len(first)
    if n != len(second):
        raise ValueError(f"{n} articles against {len(second)}: both systems must be scored on the same ones")
    delta = _ratio(second, "f1") - _ratio(first, "f1")
    if n < 2 or isnan(delta):
        return Difference(Interval(delta), Interval(delta), None, None, n, seed, rounds)
    generator = numpy.random.default_rng(seed)
    p = _randomization(first, second, generator, rounds)
    error = _standard_error(_influence(second, "f1") - _influence(first, "f1"))
    if error < _ROUNDING:
        return Difference(Interval(delta), Interval(delta), p, None, n, seed, rounds)
    half = _t(n, 0.975) * error
    low, high = _bootstrap(first, second, generator, rounds)
    detectable = (_t(n, 0.975) + _t(n, 0.8)) * error
    interval = Interval(delta, max(-1.0, delta - half), min(1.0, delta + half))
    return Difference(interval, Interval(delta, low, high), p, detectable, n, seed, rounds)


def holm(p_values: Sequence[float]) -> list[float]:
    """Holm's adjusted p-values, in the order given: family-wise error at the level tested, however many candidates."""
    order = sorted(range(len(p_values)), key=lambda index: p_values[index])
    adjusted = [0.0] * len(p_values)
    running = 0.0
    for rank, index in enumerate(order):
        running = max(running, min(1.0, (len(p_values) - rank) * p_values[index]))
        adjusted[index] = running
    return adjusted


def _as_counts(rows: Rows) -> Counts:
    return numpy.asarray(rows, dtype=numpy.float64).reshape(-1, 3)


def _ratio(counts: Counts, measure: str) -> float:
    """The score over all articles; 0 where only the other side has something, nan (vacuous) where neither has."""
    above, below = _sides(counts, measure)
    if not counts.sum():
        return nan
    return float(above.sum() / below.sum()) if below.sum() else 0.0


def _sides(counts: Counts, measure: str) -> tuple[Counts, Counts]:
    above, below = MEASURES[measure]
    return counts @ numpy.array(above, dtype=numpy.float64), counts @ numpy.array(below, dtype=numpy.float64)


def _influence(counts: Counts, measure: str) -> Counts:
    """First-order effect of each article on the score (delta method for a ratio of sums)."""
    above, below = _sides(counts, measure)
    whole = float(below.sum())
    return (above - _ratio(counts, measure) * below) / whole if whole else numpy.zeros(len(counts))


def _standard_error(influence: Counts) -> float:
    n = len(influence)
    return float(numpy.sqrt(n / (n - 1) * (influence**2).sum()))


def _t(n: int, probability: float) -> float:
    return float(stdtrit(n - 1, probability))


def _f1(sums: Counts) -> Counts:
    """Micro-F1 of many summed counts at once, rows of (tp, fp, fn); 0 where nothing is on either side."""
    above, below = _sides(sums, "f1")
    return numpy.divide(above, below, out=numpy.zeros_like(below), where=below > 0)


def _randomization(a: Counts, b: Counts, generator: numpy.random.Generator, rounds: int) -> float:
    """Two-sided p: how often swapping the systems' outputs article by article gives a difference as large as the seen
    one.
    """
    seen = abs(_ratio(b, "f1") - _ratio(a, "f1"))
    whole = a.sum(axis=0) + b.sum(axis=0)
    as_large = 0
    for start in range(0, rounds, _BLOCK):
        swaps = generator.random((min(_BLOCK, rounds - start), len(a))) < 0.5
        left = a.sum(axis=0) + swaps.astype(numpy.float64) @ (b - a)
        gap = numpy.abs(_f1(whole - left) - _f1(left))
        as_large += int((gap >= seen - _ROUNDING).sum())
    return (as_large + 1) / (rounds + 1)


def _bootstrap(a: Counts, b: Counts, generator: numpy.random.Generator, rounds: int) -> tuple[float, float]:
    """Percentile interval of the difference under resampling of articles, both systems kept paired."""
    n = len(a)
    deltas: list[Counts] = []
    for start in range(0, rounds, _BLOCK):
        picks = generator.multinomial(n, numpy.full(n, 1 / n), size=min(_BLOCK, rounds - start)).astype(numpy.float64)
        deltas.append(_f1(picks @ b) - _f1(picks @ a))
    low, high = numpy.percentile(numpy.concatenate(deltas), [2.5, 97.5])
    return float(low), float(high)
