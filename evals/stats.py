"""Is a difference more than chance? The unit of inference is the article; everything works on per-article counts.

Articles, not objects, are the independent draws: errors cluster inside an article. Sources: approximate randomization,
Noreen 1989 and Yeh 2000 (+1 smoothing: the observed assignment is one of the possible ones); article-clustered
delta-method interval, Miller 2024; Holm 1979; paired bootstrap, Efron & Tibshirani 1993.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, nan

import numpy
from numpy.typing import NDArray

from evals import SEED
from evals.intervals import ROUNDING, Interval, Rows, t_quantile

Counts = NDArray[numpy.float64]  # one row an article: true positives, false positives, false negatives
ROUNDS = 9_999
_BLOCK = 1_000  # resamples drawn at a time, so that memory stays flat


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


def difference(a: Rows | Counts, b: Rows | Counts, *, seed: int = SEED, rounds: int = ROUNDS) -> Difference:
    """B minus A in micro-F1 over the same articles in the same order.

    Raises ValueError when the two do not have the same number of articles.
    """
    first, second = _as_counts(a), _as_counts(b)
    n = len(first)
    if n != len(second):
        raise ValueError(f"{n} articles against {len(second)}: both systems must be scored on the same ones")
    delta = micro_f1(second) - micro_f1(first)
    if n < 2 or isnan(delta):
        return Difference(Interval(delta), Interval(delta), None, None, n, seed, rounds)
    generator = numpy.random.default_rng(seed)
    p = _randomization(first, second, generator, rounds)
    error = _standard_error(_influence(second) - _influence(first))
    if error < ROUNDING:
        return Difference(Interval(delta), Interval(delta), p, None, n, seed, rounds)
    half = t_quantile(0.975, n - 1) * error
    low, high = _bootstrap(first, second, generator, rounds)
    detectable = (t_quantile(0.975, n - 1) + t_quantile(0.8, n - 1)) * error
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


def micro_f1(counts: Counts) -> float:
    """F1 over all articles; nan (vacuous) where nothing is on either side."""
    return float(_f1(counts.sum(axis=0)[numpy.newaxis])[0]) if counts.any() else nan


def _as_counts(rows: Rows | Counts) -> Counts:
    return numpy.asarray(rows, dtype=numpy.float64).reshape(-1, 3)


def _parts(counts: Counts) -> tuple[Counts, Counts]:
    """Above and below the line of F1 = 2tp / (2tp + fp + fn)."""
    twice = 2 * counts[:, 0]
    return twice, twice + counts[:, 1] + counts[:, 2]


def _influence(counts: Counts) -> Counts:
    """First-order effect of each article on micro-F1 (delta method for a ratio of sums)."""
    above, below = _parts(counts)
    return (above - micro_f1(counts) * below) / below.sum()


def _standard_error(influence: Counts) -> float:
    n = len(influence)
    return float(numpy.sqrt(n / (n - 1) * (influence**2).sum()))


def _f1(sums: Counts) -> Counts:
    """Micro-F1 of many summed counts at once, rows of (tp, fp, fn); 0 where nothing is on either side."""
    above, below = _parts(sums)
    return numpy.divide(above, below, out=numpy.zeros_like(below), where=below > 0)


def _randomization(a: Counts, b: Counts, generator: numpy.random.Generator, rounds: int) -> float:
    """Two-sided p: how often swapping the systems' outputs article by article gives a difference as large as the seen
    one.
    """
    seen = abs(micro_f1(b) - micro_f1(a))
    whole = a.sum(axis=0) + b.sum(axis=0)
    as_large = 0
    for start in range(0, rounds, _BLOCK):
        swaps = generator.random((min(_BLOCK, rounds - start), len(a))) < 0.5
        left = a.sum(axis=0) + swaps.astype(numpy.float64) @ (b - a)
        gap = numpy.abs(_f1(whole - left) - _f1(left))
        as_large += int((gap >= seen - ROUNDING).sum())
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
