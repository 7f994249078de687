"""How the cost of some work grows with its size, judged so that a busy machine cannot fail a test.

Processor time and not the clock; the least of several rounds, because load can only add; and more rounds as long as the
verdict is bad. What is quadratic stays quadratic in all of them.
"""

import gc
from collections.abc import Callable
from time import process_time

Work = Callable[[], object]

TIMES = 8  # the large work is so many times as large as the small one ...
_MOST = 3 * TIMES  # ... and may cost so many times as much; quadratic work costs TIMES * TIMES
_ROUNDS = 8
_LEAST = 2e-4  # seconds; below this the clock says little


def assert_linear(prepare: Callable[[int], Work], size: int) -> None:
    """Fail unless the work that `prepare` gives for `TIMES * size` costs about `TIMES` of that for `size`."""
    small, large = prepare(size), prepare(TIMES * size)
    small()  # fills what is cached
    least = [float("inf"), float("inf")]
    for _ in range(_ROUNDS):
        for index, work in enumerate((small, large)):
            least[index] = min(least[index], _seconds(work))
        if least[1] <= _MOST * max(least[0], _LEAST):
            return
    growth = least[1] / max(least[0], _LEAST)
    raise AssertionError(f"{TIMES} times the size cost {growth:.0f} times as much ({least[1]:.3f} s)")


def _seconds(work: Work) -> float:
    gc.disable()  # a collection costs as much as all objects of the test run, not of the work
    try:
        start = process_time()
        work()
        return process_time() - start
    finally:
        gc.enable()
