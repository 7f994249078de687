"""Do the statistics keep their promises? Systems whose true scores are known, simulated article by article.

Each article has a difficulty of its own (a beta draw) that both systems share in part, so errors cluster inside an
article and the systems' scores go together, as they do on real news. Both systems are equally good: a p below 0.05 is a
false alarm, a 95 % interval of the difference should hold 0, and one of a score should hold what the system scores in
the long run.
"""

from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from evals import SEED
from evals.intervals import Interval, score_interval
from evals.stats import Counts, difference, micro_f1

_LONG_RUN = 200_000  # articles whose score stands for the true one


@dataclass(frozen=True, slots=True)
class Calibration:
    """Shares of experiments: differences wrongly shown, and intervals that hold the truth."""

    false_alarms: float
    difference_coverage: float
    score_coverage: float
    experiments: int
    articles: int
    seed: int


def calibrate(experiments: int = 1_000, articles: int = 50, seed: int = SEED, rounds: int = 499) -> Calibration:
    """Run so many experiments of so many articles, each with so many rounds of resampling."""
    generator = numpy.random.default_rng(seed)
    truth = micro_f1(simulated_pair(generator, _LONG_RUN)[0])
    alarms = differences = scores = 0
    for number in range(experiments):
        a, b = simulated_pair(generator, articles)
        result = difference(a, b, seed=seed + number, rounds=rounds)
        alarms += result.p is not None and result.p < 0.05
        differences += _holds(result.delta, 0.0)
        scores += _holds(score_interval(a.tolist()), truth)
    return Calibration(
        alarms / experiments, differences / experiments, scores / experiments, experiments, articles, seed
    )


def _holds(interval: Interval, truth: float) -> bool:
    return interval.low is not None and interval.high is not None and interval.low <= truth <= interval.high


def simulated_pair(generator: numpy.random.Generator, articles: int) -> tuple[Counts, Counts]:
    """(tp, fp, fn) an article of two equally good systems on the same articles."""
    sizes = 1 + generator.poisson(5, articles)
    difficulty = generator.beta(6, 2, articles)
    first, second = (_simulated(generator, sizes, difficulty) for _ in range(2))
    return first, second


def _simulated(generator: numpy.random.Generator, sizes: NDArray[numpy.int64], difficulty: Counts) -> Counts:
    own = numpy.clip(difficulty + generator.normal(0, 0.12, len(sizes)), 0.02, 0.98)
    found = generator.binomial(sizes, own)
    spurious = generator.binomial(sizes, 1 - own)
    return numpy.stack([found, spurious, sizes - found], axis=1).astype(numpy.float64)
