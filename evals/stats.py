"""Is a difference more than chance? The unit of inference is the article; everything works on per-article counts.

Articles, not objects, are the independent draws: errors cluster inside an article. Sources: approximate randomization,
Noreen 1989 and Yeh 2000 (+1 smoothing: the observed assignment is one of the possible ones); article-clustered
delta-method intervals, Miller 2024 ("Adding error bars to evals"); Holm 1979; paired bootstrap, Efron & Tibshirani
1993.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import numpy
from numpy.typing import NDArray
from scipy import stats as distributions

Counts = NDArray[numpy.float64]  # one row an article: true positives, false positives, false negatives
SEED = 20_260_101
ROUNDS = 9_999
_BLOCK = 1_000  # resamples drawn at a time, so that memory stays flat


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with its 95 % bounds; bounds are None where fewer than two articles leave it undefined."""

    estimate: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Difference:
    """System B against system A on the same articles, in micro-F1.

    `detectable` is the smallest true difference that this many articles would show at 5 % with 80 % power; None where
    it is undefined. `p` is two-sided.
    """

    delta: Interval
    bootstrap: Interval
    p: float | None
    detectable: float | None
    articles: int
    seed: int = SEED
    rounds: int = ROUNDS


def micro_f1(counts: Counts) -> float:
    """Micro-F1 = 2tp / (2tp + fp + fn) over all articles; 0 where nothing was to be found but something was, or missed.

    Where there is nothing on either side F1 is vacuous and given as nan.
    """
    tp, fp, fn = counts.sum(axis=0)
    whole = 2 * tp + fp + fn
    return float(2 * tp / whole) if whole else float("nan")


def _as_counts(rows: Sequence[Sequence[float]] | Counts) -> Counts:
    counts = numpy.asarray(rows, dtype=numpy.float64)
    return counts.reshape(-1, 3)


def _influence(counts: Counts) -> Counts:
    """First-order effect of each article on micro-F1 (delta method for a ratio of sums)."""
    numerator = 2 * counts[:, 0]
    denominator = 2 * counts[:, 0] + counts[:, 1] + counts[:, 2]
    whole = float(denominator.sum())
    return (numerator - micro_f1(counts) * denominator) / whole


def _standard_error(influence: Counts) -> float:
    n = len(influence)
    return float(numpy.sqrt(n / (n - 1) * (influence**2).sum()))


def _t(n: int, probability: float) -> float:
    return float(distributions.t.ppf(probability, n - 1))


def score_interval(rows: Sequence[Sequence[float]] | Counts) -> Interval:
    """Micro-F1 with an article-clustered 95 % t interval, cut to [0, 1]."""
    counts = _as_counts(rows)
    estimate = micro_f1(counts)
    if len(counts) < 2 or numpy.isnan(estimate):
        return Interval(estimate, None, None)
    half = _t(len(counts), 0.975) * _standard_error(_influence(counts))
    return Interval(estimate, max(0.0, estimate - half), min(1.0, estimate + half))


def difference(
    a: Sequence[Sequence[float]] | Counts,
    b: Sequence[Sequence[float]] | Counts,
    *,
    seed: int = SEED,
    rounds: int = ROUNDS,
) -> Difference:
    """B minus A in micro-F1 over the same articles in the same order.

    Raises ValueError when the two do not have the same number of articles.
    """
    first, second = _as_counts(a), _as_counts(b)
    if len(first) != len(second):
        raise ValueError(f"{len(first)} articles against {len(second)}: both systems must be scored on the same ones")
    n = len(first)
    delta = micro_f1(second) - micro_f1(first)
    if n < 2 or numpy.isnan(delta):
        undefined = Interval(delta, None, None)
        return Difference(undefined, undefined, None, None, n, seed, rounds)
    error = _standard_error(_influence(second) - _influence(first))
    half = _t(n, 0.975) * error
    detectable = (_t(n, 0.975) + _t(n, 0.8)) * error
    generator = numpy.random.default_rng(seed)
    low, high = _bootstrap(first, second, generator, rounds)
    return Difference(
        Interval(delta, delta - half, delta + half),
        Interval(delta, low, high),
        _randomization(first, second, generator, rounds),
        detectable,
        n,
        seed,
        rounds,
    )


def _f1(sums: Counts) -> Counts:
    """Micro-F1 of many summed counts at once, rows of (tp, fp, fn); 0 where nothing is on either side."""
    whole = 2 * sums[:, 0] + sums[:, 1] + sums[:, 2]
    return numpy.divide(2 * sums[:, 0], whole, out=numpy.zeros_like(whole), where=whole > 0)


def _randomization(a: Counts, b: Counts, generator: numpy.random.Generator, rounds: int) -> float:
    """Two-sided p: how often swapping the systems' outputs article by article gives a difference as large as the seen
    one.
    """
    seen = abs(micro_f1(b) - micro_f1(a))
    total = a.sum(axis=0) + b.sum(axis=0)
    as_large = 0
    for start in range(0, rounds, _BLOCK):
        swaps = generator.random((min(_BLOCK, rounds - start), len(a))) < 0.5
        left = a.sum(axis=0) + swaps.astype(numpy.float64) @ (b - a)
        gap = numpy.abs(_f1(total - left) - _f1(left))
        as_large += int((gap >= seen - 1e-12).sum())
    return (as_large + 1) / (rounds + 1)


def _bootstrap(a: Counts, b: Counts, generator: numpy.random.Generator, rounds: int) -> tuple[float, float]:
    """Percentile interval of the difference under resampling of articles, both systems kept paired."""
    n = len(a)
    deltas: list[Counts] = []
    for start in range(0, rounds, _BLOCK):
        size = min(_BLOCK, rounds - start)
        picks = generator.multinomial(n, numpy.full(n, 1 / n), size=size).astype(numpy.float64)
        deltas.append(_f1(picks @ b) - _f1(picks @ a))
    low, high = numpy.percentile(numpy.concatenate(deltas), [2.5, 97.5])
    return float(low), float(high)


def holm(p_values: Sequence[float]) -> list[float]:
    """Holm's adjusted p-values, in the order given: family-wise error at the level tested, however many candidates."""
    order = sorted(range(len(p_values)), key=lambda index: p_values[index])
    adjusted = [0.0] * len(p_values)
    running = 0.0
    for rank, index in enumerate(order):
        running = max(running, min(1.0, (len(p_values) - rank) * p_values[index]))
        adjusted[index] = running
    return adjusted


@dataclass(frozen=True, slots=True)
class Calibration:
    """How the procedures behave where the truth is known."""

    false_alarms: float
    coverage: float
    experiments: int
    articles: int


def calibrate(experiments: int = 1_000, articles: int = 50, seed: int = SEED) -> Calibration:
    """Simulate two equally good systems whose errors cluster by article, and count false alarms and covered truths.

    Each article has its own difficulty (a beta draw) that both systems share in part; both have the same true F1, so a
    p below 0.05 is a false alarm and a 95 % interval of the difference should hold 0.
    """
    generator = numpy.random.default_rng(seed)
    alarms = covered = 0
    for _ in range(experiments):
        a, b = _simulated_pair(generator, articles)
        result = difference(a, b, seed=int(generator.integers(2**31)), rounds=499)
        alarms += result.p is not None and result.p < 0.05
        low, high = result.delta.low, result.delta.high
        covered += low is not None and high is not None and low <= 0 <= high
    return Calibration(alarms / experiments, covered / experiments, experiments, articles)


def _simulated_pair(generator: numpy.random.Generator, articles: int) -> tuple[Counts, Counts]:
    sizes = 1 + generator.poisson(5, articles)
    difficulty = generator.beta(6, 2, articles)
    systems: list[Counts] = []
    for _ in range(2):
        own = numpy.clip(difficulty + generator.normal(0, 0.12, articles), 0.02, 0.98)
        found = generator.binomial(sizes, own)
        spurious = generator.binomial(sizes, 1 - own)
        systems.append(cast("Counts", numpy.stack([found, spurious, sizes - found], axis=1).astype(numpy.float64)))
    return systems[0], systems[1]
