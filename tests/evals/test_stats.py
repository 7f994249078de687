"""Intervals and tests: exact where the answer is known, calibrated where it is not, undefined where there is none."""

import math
import time

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats as reference

from evals.calibrate import calibrate, simulated_pair
from evals.intervals import score_interval, t_quantile
from evals.stats import ROUNDS, difference, holm, micro_f1

counts = st.lists(st.tuples(*[st.integers(0, 9)] * 3), max_size=30)
BETTER = [(5, 1, 1), (3, 0, 2), (4, 2, 0), (6, 1, 0), (2, 1, 1), (5, 0, 1)] * 3
WORSE = [(2, 2, 4), (1, 1, 4), (2, 3, 2), (3, 2, 3), (0, 2, 3), (3, 1, 3)] * 3


@pytest.mark.parametrize("probability", [0.8, 0.95, 0.975])
@pytest.mark.parametrize("df", [1, 2, 3, 4, 9, 29, 30, 59, 199, 200, 201, 1_000, 100_000])
def test_t_quantiles_are_scipys(probability: float, df: int) -> None:
    assert t_quantile(probability, df) == pytest.approx(reference.t.ppf(probability, df), rel=1e-9)


class TestIntervals:
    def test_of_a_mean(self) -> None:
        # With one object an article F1 is a mean, and the interval the textbook's, but for the ratio's own variation.
        rows = [(1, 0, 0)] * 8 + [(0, 1, 1)] * 2
        interval = score_interval(rows)
        assert interval.estimate == pytest.approx(0.8)
        half = t_quantile(0.975, 9) * numpy.std([1] * 8 + [0] * 2, ddof=1) / math.sqrt(10)
        assert interval.high == pytest.approx(min(1, 0.8 + half))
        assert interval.low == pytest.approx(0.8 - half)

    def test_precision_and_recall_have_their_own(self) -> None:
        rows = [(4, 1, 3), (5, 0, 2), (3, 2, 2)]
        assert score_interval(rows, "precision").estimate == pytest.approx(12 / 15)
        assert score_interval(rows, "recall").estimate == pytest.approx(12 / 19)
        assert score_interval(rows).estimate == pytest.approx(24 / 34)

    def test_clustered_errors_widen_it(self) -> None:
        spread, clustered = [(4, 1, 1)] * 5 + [(4, 2, 2)] * 5, [(8, 0, 0)] * 5 + [(0, 3, 3)] * 5
        one, other = score_interval(spread), score_interval(clustered)
        assert one.estimate == pytest.approx(other.estimate)
        assert one.low is not None
        assert other.low is not None
        assert other.low < one.low

    @pytest.mark.parametrize(
        ("rows", "estimate"),
        [
            pytest.param([], math.nan, id="no article"),
            pytest.param([(3, 1, 1)], 0.75, id="one article"),
            pytest.param([(0, 0, 0)] * 9, math.nan, id="nothing on either side"),
            pytest.param([(3, 0, 0), (5, 0, 0), (1, 0, 0)], 1.0, id="no article differs from another"),
            pytest.param([(0, 2, 0), (0, 1, 4)], 0.0, id="nothing right"),
        ],
    )
    def test_undefined(self, rows: list[tuple[int, int, int]], estimate: float) -> None:
        interval = score_interval(rows)
        assert interval.estimate == pytest.approx(estimate, nan_ok=True)
        assert (interval.low, interval.high) == (None, None), "never an interval of no width"

    @given(counts)
    def test_holds_its_estimate(self, rows: list[tuple[int, int, int]]) -> None:
        for measure in ("precision", "recall", "f1"):
            interval = score_interval(rows, measure)
            if interval.low is not None and interval.high is not None:
                assert 0 <= interval.low <= interval.estimate <= interval.high <= 1

    @given(counts)
    def test_empty_articles_may_be_left_out_if_they_are_counted(self, rows: list[tuple[int, int, int]]) -> None:
        telling = [row for row in rows if any(row)]
        one, other = score_interval(rows), score_interval(telling, articles=len(rows))
        assert (one.estimate, one.low, one.high) == pytest.approx((other.estimate, other.low, other.high), nan_ok=True)

    @given(counts)
    def test_empty_articles_change_no_score(self, rows: list[tuple[int, int, int]]) -> None:
        assert score_interval([*rows, (0, 0, 0)]).estimate == pytest.approx(score_interval(rows).estimate, nan_ok=True)


class TestDifferences:
    def test_a_clear_difference(self) -> None:
        result = difference(WORSE, BETTER)
        assert result.p is not None
        assert result.p < 0.001
        assert result.delta.low is not None
        assert 0 < result.delta.low < result.delta.estimate
        assert result.bootstrap.low is not None
        assert result.bootstrap.low == pytest.approx(result.delta.low, abs=0.05)

    def test_swapping_the_systems_turns_the_sign(self) -> None:
        one, other = difference(WORSE, BETTER), difference(BETTER, WORSE)
        assert one.delta.estimate == pytest.approx(-other.delta.estimate)
        assert one.delta.low == pytest.approx(-(other.delta.high or 0))
        assert one.p == pytest.approx(other.p or 0, abs=0.002)

    def test_the_smallest_p_is_one_in_all_resamples(self) -> None:
        assert difference([(0, 3, 3)] * 40, [(3, 0, 0)] * 40).p == pytest.approx(1 / (ROUNDS + 1))

    def test_few_articles_cannot_show_much(self) -> None:
        # Four articles can be swapped in 16 ways, two of which are as extreme: no p below 1/8.
        result = difference([(0, 3, 3), (0, 2, 2), (0, 4, 4), (1, 5, 5)], [(3, 0, 0), (2, 0, 1), (4, 1, 0), (5, 0, 0)])
        assert result.p == pytest.approx(1 / 8, abs=0.02)

    def test_same_seed_same_numbers(self) -> None:
        assert difference(WORSE, BETTER, seed=7) == difference(WORSE, BETTER, seed=7)
        assert difference(WORSE, BETTER, seed=7).seed == 7

    def test_what_could_be_seen_shrinks_with_more_articles(self) -> None:
        few, many = difference(WORSE[:6], BETTER[:6]), difference(WORSE, BETTER)
        assert few.detectable is not None
        assert many.detectable is not None
        assert few.detectable > many.detectable > 0

    @pytest.mark.parametrize(
        ("a", "b"),
        [
            pytest.param([], [], id="no article"),
            pytest.param([(3, 1, 1)], [(4, 0, 0)], id="one article"),
            pytest.param([(0, 0, 0)] * 5, [(0, 1, 0)] * 5, id="one side vacuous"),
        ],
    )
    def test_undefined(self, a: list[tuple[int, int, int]], b: list[tuple[int, int, int]]) -> None:
        result = difference(a, b)
        assert (result.p, result.detectable, result.delta.low, result.bootstrap.low) == (None, None, None, None)

    def test_equal_systems_have_no_interval_of_no_width(self) -> None:
        result = difference(BETTER, BETTER)
        assert (result.delta.estimate, result.p, result.delta.low, result.detectable) == (0, 1, None, None)

    def test_other_articles_are_refused(self) -> None:
        with pytest.raises(ValueError, match="2 articles against 1"):
            difference([(1, 0, 0)] * 2, [(1, 0, 0)])

    def test_ten_thousand_resamples_of_200_articles_take_less_than_a_second(self) -> None:
        a, b = simulated_pair(numpy.random.default_rng(1), 200)
        start = time.process_time()
        difference(a, b, rounds=10_000)
        assert time.process_time() - start < 1


class TestHolm:
    @pytest.mark.parametrize(
        ("p_values", "adjusted"),
        [
            pytest.param([], [], id="none"),
            pytest.param([0.03], [0.03], id="one needs no correction"),
            # By hand: 3 x 0.01, then 2 x 0.02, then 1 x 0.03 raised to its predecessor's 0.04.
            pytest.param([0.02, 0.01, 0.03], [0.04, 0.03, 0.04], id="three"),
            pytest.param([0.01, 0.04, 0.03, 0.005], [0.03, 0.06, 0.06, 0.02], id="Wikipedia's four"),
            pytest.param([0.6, 0.9], [1, 1], id="never above 1"),
        ],
    )
    def test_by_hand(self, p_values: list[float], adjusted: list[float]) -> None:
        assert holm(p_values) == pytest.approx(adjusted)

    @given(st.lists(st.floats(0, 1), max_size=8))
    def test_never_smaller_and_in_the_same_order(self, p_values: list[float]) -> None:
        adjusted = holm(p_values)
        assert all(after >= before for before, after in zip(p_values, adjusted, strict=True))
        order = sorted(range(len(p_values)), key=lambda i: p_values[i])
        assert [adjusted[i] for i in order] == sorted(adjusted)


def test_the_procedures_keep_their_promises() -> None:
    found = calibrate(experiments=1_000, articles=50)
    assert 0.03 <= found.false_alarms <= 0.07
    assert 0.93 <= found.difference_coverage <= 0.97
    assert 0.93 <= found.score_coverage <= 0.97


def test_the_simulation_clusters_its_errors() -> None:
    """Scores of articles vary more than draws of single objects would."""
    a, _ = simulated_pair(numpy.random.default_rng(2), 5_000)
    share, size = a[:, 0] / (a[:, 0] + a[:, 2]), a[:, 0] + a[:, 2]
    mean = micro_f1(a)
    assert share.var() > 1.5 * float((mean * (1 - mean) / size).mean())
