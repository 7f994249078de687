"""Floors on third-party suites of numerals, scored as their own `score.py` does it; the suites are not shipped.

The suites of dates have theirs in `dates/test_dates_suites.py`. Set HASILA_SUITES to the folder that holds them.
"""

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

SUITES = Path(os.environ.get("HASILA_SUITES", Path(__file__).resolve().parents[3] / "shared" / "suites"))
SCORE = SUITES / "score.py"
pytestmark = pytest.mark.skipif(not SCORE.is_file(), reason=f"the suites are not here: {SCORE}")
FLOORS = [
    ("recog-number-ar", 75),
    ("recog-percent-ar", 85),
    ("duckling-numeral-ar", 97),
    ("duckling-numeral-fa", 100),
    ("recog-number-en", 75),
    ("recog-percent-en", 80),
    ("duckling-numeral-en", 80),
]


@pytest.fixture(scope="module")
def score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("suites_score", SCORE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "dont_write_bytecode", True)  # the folder is not ours
        spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("suite", "floor"), FLOORS, ids=[suite for suite, _ in FLOORS])
def test_percent_of_texts_whose_values_are_right(suite: str, floor: int, score: ModuleType) -> None:
    if not (SUITES / f"{suite}.jsonl").is_file():
        pytest.skip(f"the suite is not here: {suite}")
    right, total, wrong = score.score_numbers(suite)
    assert 100 * right >= floor * total, f"{right} of {total}: {wrong[:5]}"
