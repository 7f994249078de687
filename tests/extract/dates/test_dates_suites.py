"""Floors on third-party suites that are not shipped: set HASILA_SUITES to the folder that holds them."""

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extract.dates import find_dates, scan
from extract.numbers import scan as scan_numbers
from extract.span import Span
from extract.text import tokenize

SUITES = Path(os.environ.get("HASILA_SUITES", Path(__file__).resolve().parents[4] / "shared" / "suites"))
pytestmark = pytest.mark.skipif(not SUITES.is_dir(), reason=f"the suites are not here: {SUITES}")
FLOORS = [
    ("recog-dateparser-ar", 0.78),
    ("dateparser-ar", 0.75),
    ("dateparser-fa", 0.92),
    ("recog-dateparser-en", 0.9),
]


def rows(suite: str) -> Iterator[dict[str, Any]]:
    path = SUITES / f"{suite}.jsonl"
    if not path.is_file():
        pytest.skip(f"the suite is not here: {path}")
    yield from (json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line)


def days(expected: dict[str, Any]) -> set[str]:
    """The days that count as right: any of the resolutions, since a bare weekday may look either way."""
    values = [value for resolution in expected.get("resolutions") or [] for value in resolution.values()]
    return {value[:10] for value in [*values, expected.get("value")] if isinstance(value, str)}


def is_right(row: dict[str, Any], options: list[set[str]]) -> bool:
    reference = date.fromisoformat((row.get("reference_date") or "2026-11-22")[:10])
    found = [str(mention.first) for mention in find_dates(row["text"], row["lang"], reference) if mention.first]
    return len(found) == len(options) and all(any(day in option for day in found) for option in options)


@pytest.mark.parametrize(("suite", "floor"), FLOORS)
def test_share_of_texts_that_are_right(suite: str, floor: float) -> None:
    judged = [(row, options) for row in rows(suite) if any(options := [days(e) for e in row["expected"]])]
    right = sum(is_right(row, options) for row, options in judged)
    assert right / len(judged) >= floor, f"{right} of {len(judged)}"


def overlap_f1(found: list[list[Span]], gold: list[list[Span]]) -> float:
    """Harmonic mean of the share of found spans that meet a gold one and of gold spans that meet a found one."""

    def share(ours: list[list[Span]], theirs: list[list[Span]]) -> float:
        met = [any(a.overlaps(b) for b in there) for here, there in zip(ours, theirs, strict=True) for a in here]
        return sum(met) / len(met)

    precision, recall = share(found, gold), share(gold, found)
    return 2 * precision * recall / (precision + recall)


def test_spans_of_persian_dates_and_times() -> None:
    found: list[list[Span]] = []
    gold: list[list[Span]] = []
    for row in rows("parstdex-datetime-fa"):
        tokens = tokenize(row["text"])
        temporals = scan(tokens, scan_numbers(tokens, "fa"), "fa", date(2021, 1, 1))
        found.append([each.span for each in (*temporals.dates, *temporals.times)])
        gold.append([Span(each["start"], each["end"]) for each in row["expected"]])
    assert overlap_f1(found, gold) > 0.8
