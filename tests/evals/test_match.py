"""Alignment: which prediction answers which gold object, whatever the order, and what a pair of slots is worth.

Checked against every possible pairing on small cases, and against nervaluate where spans do not overlap.
"""

import random
from collections.abc import Sequence
from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals import match as matching
from evals.match import Alignment, Amount, Fills, Item, Quoted, Rule, assign, compare_slot, equal, match
from evals.score import Prf, count
from extract.span import Span


def item(at: int, *values: str | None, id: str = "x", width: int = 4, group: str = "g") -> Item:
    """An object at a place of its own, with slots named a, b, c ..."""
    return Item(id, Span(10 * at, 10 * at + width), group, dict(zip("abcdefgh", values, strict=False)))


def objects(gold: Sequence[Item], predicted: Sequence[Item], rule: Rule | None = None) -> Prf:
    """Object-strict counts."""
    return _total(gold, predicted, rule, lambda level: level == "strict")


def slots(gold: Sequence[Item], predicted: Sequence[Item], rule: Rule | None = None) -> Prf:
    """Slot-level counts."""
    return _total(gold, predicted, rule, lambda level: level.startswith("slot:"))


def _total(gold: Sequence[Item], predicted: Sequence[Item], rule: Rule | None, wanted: Any) -> Prf:
    names = tuple("abcdefgh"[: max((len(i.slots) for i in (*gold, *predicted)), default=1)])
    rule = rule or Rule(strict=names, lenient=names[:1])
    counts = [c for (level, _), c in count(match(gold, predicted, rule), rule).items() if wanted(level)]
    return Prf(*(sum(getattr(c, name) for c in counts) for name in ("tp", "fp", "fn")))


def prf(score: Prf) -> tuple[float | None, ...]:
    return tuple(value if value is None else round(value, 3) for value in (score.precision, score.recall, score.f1))


def digits(at: int, number: str) -> Item:
    return item(at, *number)


A, B = item(1, "killed", "12", "km"), item(5, "wounded", "30", None)

STRICT = [
    pytest.param([], [], (0, 0, 0), (None, None, None), id="nothing on either side is vacuous, not 0"),
    pytest.param([], [A, B], (0, 2, 0), (0, 0, 0), id="empty gold, two predicted"),
    pytest.param([A, B], [], (0, 0, 2), (0, 0, 0), id="two in gold, nothing predicted"),
    pytest.param([A], [A, A], (1, 1, 0), (0.5, 1, 0.667), id="a prediction given twice"),
    pytest.param([A, A], [A], (1, 0, 1), (1, 0.5, 0.667), id="gold twice"),
    pytest.param([A, B], [B, A], (2, 0, 0), (1, 1, 1), id="order changed"),
    pytest.param([A], [item(1, "killed", "12", "m")], (0, 1, 1), (0, 0, 0), id="the unit wrong"),
    pytest.param([A], [item(8, "killed", "12", "km")], (0, 1, 1), (0, 0, 0), id="another place"),
    pytest.param(
        [digits(1, "11111"), digits(1, "11199")],
        [digits(1, "11111"), digits(1, "77111")],
        (1, 1, 1),
        (0.5, 0.5, 0.5),
        id="exact pairs first, where slots alone would tie",
    ),
]


@pytest.mark.parametrize(("gold", "predicted", "counts", "expected"), STRICT)
@pytest.mark.parametrize("try_all", [0, 4], ids=["by scipy", "by trial"])
def test_object_strict(
    gold: list[Item], predicted: list[Item], counts: Any, expected: Any, try_all: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matching, "_TRY_ALL", try_all)
    score = objects(gold, predicted)
    assert (score.tp, score.fp, score.fn) == counts
    assert prf(score) == expected


SLOTS = [
    pytest.param([A], [item(1, "killed", "12", "m")], (0.667, 0.667, 0.667), id="one of three slots wrong"),
    pytest.param(
        [item(1, "a", "b", "c", "d")], [item(1, "a", "b", "c", None)], (1, 0.75, 0.857), id="one of four slots null"
    ),
    pytest.param([item(1, "a", None)], [item(1, "a", "b")], (0.5, 1, 0.667), id="a slot that gold leaves empty"),
    pytest.param([item(1, "a", None)], [item(1, "a", None)], (1, 1, 1), id="null against null is no success"),
    pytest.param([A], [], (0, 0, 0), id="slots of a missed object are missed"),
]


@pytest.mark.parametrize(("gold", "predicted", "expected"), SLOTS)
def test_slot_level(gold: list[Item], predicted: list[Item], expected: tuple[float, ...]) -> None:
    assert prf(slots(gold, predicted)) == expected


def test_a_wrong_slot_is_one_mistake_on_both_sides() -> None:
    rule = Rule(strict=("a", "b"), lenient=("a",))
    counts = count(match([item(1, "a", "b")], [item(1, "a", "c")], rule), rule)
    assert counts["slot:b", "g"] == (0, 1, 1, 1)
    assert counts["slot:a", "g"] == (1, 0, 0, 0)


def number(
    value: str | None = None, low: str | None = None, high: str | None = None, unit: str | None = None
) -> Amount:
    return Amount(*(None if part is None else Decimal(part) for part in (value, low, high)), unit)


AMOUNTS = [
    pytest.param(number("2500"), number("2500.0"), True, id="one number, two spellings"),
    pytest.param(number("2500"), number("2501"), False, id="nearly is not equal"),
    pytest.param(number("100000000000"), number("100000000001"), False, id="nor is nearly at any size"),
    pytest.param(number("0.333333333333"), number(str(Decimal(1) / 3)), True, id="a third to 12 and to 28 digits"),
    pytest.param(number("12", "12", "12"), number("12"), True, id="bounds follow from the qualifier"),
    pytest.param(number(None, "10", "15"), number(None, "10", "15"), True, id="ranges by their bounds"),
    pytest.param(number(None, "10", "15"), number(None, "10", "16"), False, id="another upper bound"),
    pytest.param(number(None, "10", "15"), number("10"), False, id="a range is not its lower bound"),
    pytest.param(number(), number(), True, id="vague against vague"),
    pytest.param(number(), number("12"), False, id="vague against a number"),
    pytest.param(number(), number(None, "10", "15"), False, id="vague against a range"),
    pytest.param(number("5", unit="km"), number("5000", unit="m"), True, id="5 km are 5,000 m"),
    pytest.param(number("2", unit="week"), number("14", unit="day"), True, id="two weeks are 14 days"),
    pytest.param(number("1", unit="year"), number("12", unit="month"), True, id="a year is twelve months"),
    pytest.param(number("1", unit="month"), number("30", unit="day"), False, id="a month is no number of days"),
    pytest.param(number("5", unit="km"), number("5000", unit="kg"), False, id="length is not weight"),
    pytest.param(number("5", unit="km"), number("5", unit="m"), True, id="a wrong unit is the unit's mistake"),
    pytest.param(number("54", unit="USD"), number("54", unit="EUR"), True, id="and so is a wrong currency"),
]


@pytest.mark.parametrize(("first", "second", "same"), AMOUNTS)
def test_amounts(first: Amount, second: Amount, same: bool) -> None:
    assert equal(first, second) is same
    assert equal(second, first) is same


@pytest.mark.parametrize(
    ("tolerance", "same"), [("0", False), ("0.009", False), ("0.01", True)], ids=["none", "too small", "enough"]
)
def test_a_tolerance_is_a_share_of_the_larger_number(tolerance: str, same: bool) -> None:
    assert equal(number("99"), number("100"), Decimal(tolerance)) is same
    assert equal(number("100"), number("99"), Decimal(tolerance)) is same


QUOTES = [
    pytest.param(Quoted(Span(3, 9), "army"), Quoted(Span(5, 20), "the army"), True, id="overlapping"),
    pytest.param(Quoted(Span(3, 9), "army"), Quoted(Span(50, 54), "army"), True, id="the same words elsewhere"),
    pytest.param(Quoted(Span(3, 9), "Iraqi", "Iraq"), Quoted(Span(50, 54), "Baghdad", "Iraq"), True, id="one name"),
    pytest.param(Quoted(Span(3, 9), "army"), Quoted(Span(9, 12), "navy"), False, id="side by side"),
    pytest.param(Quoted(Span(3, 9)), Quoted(Span(50, 54)), False, id="no words known"),
]


@pytest.mark.parametrize(("first", "second", "same"), QUOTES)
def test_quotes(first: Quoted, second: Quoted, same: bool) -> None:
    assert equal(first, second) is same
    assert equal(second, first) is same


def q(*starts: int) -> tuple[Quoted, ...]:
    return tuple(Quoted(Span(start, start + 2)) for start in starts)


@pytest.mark.parametrize(
    ("gold", "predicted", "fills"),
    [
        pytest.param(q(1, 10), q(10, 1), Fills(2, 2, 2), id="in any order"),
        pytest.param(q(1, 10), q(1), Fills(1, 2, 1), id="one missing"),
        pytest.param(q(1), q(1, 1), Fills(1, 1, 2), id="one given twice"),
        pytest.param(None, q(1, 5), Fills(0, 0, 2), id="none in gold"),
        pytest.param(None, None, Fills(0, 0, 0), id="none at all"),
        pytest.param(q(1, 2), q(2, 3), Fills(2, 2, 2), id="each has one partner"),
    ],
)
def test_slots_with_several_fills(gold: Any, predicted: Any, fills: Fills) -> None:
    assert compare_slot(gold, predicted) == fills
    assert compare_slot(predicted, gold) == Fills(fills.right, fills.predicted, fills.gold)


def test_a_lenient_match_of_events_needs_touching_triggers() -> None:
    rule = Rule(strict=("a",), lenient=("a",), lenient_overlap=True)
    assert match([item(1, "raid")], [item(2, "raid")], rule).pairs == ()
    assert match([item(1, "raid")], [item(1, "raid")], rule).pairs[0].lenient


def test_an_object_is_paired_with_the_nearest_of_its_equals() -> None:
    rule = Rule(strict=("a",), lenient=("a",))
    pair = match([item(5, "x")], [item(1, "x", id="far"), item(6, "x", id="near")], rule).pairs[0]
    assert pair.predicted.id == "near"


# --- properties ------------------------------------------------------------------------------------------------------

RULE = Rule(strict=("a", "b", "c"), lenient=("a", "b"))
values = st.sampled_from(["x", "y", None])
items = st.builds(
    lambda at, width, group, a, b, c: Item("i", Span(at, at + width), group, {"a": a, "b": b, "c": c}),
    st.integers(0, 12),
    st.integers(1, 6),
    st.sampled_from("pq"),
    st.sampled_from("xy"),
    values,
    values,
)
small = st.lists(items, max_size=4)
larger = st.lists(items, max_size=12)


def counts_of(alignment: Alignment) -> dict[tuple[str, str], Any]:
    return count(alignment, RULE)


def totals(alignment: Alignment) -> tuple[int, int]:
    return sum(pair.strict for pair in alignment.pairs), sum(pair.lenient for pair in alignment.pairs)


@given(larger, larger, st.randoms(use_true_random=False))
def test_no_order_of_input_matters(gold: list[Item], predicted: list[Item], chance: random.Random) -> None:
    before = counts_of(match(gold, predicted, RULE))
    chance.shuffle(gold)
    chance.shuffle(predicted)
    assert counts_of(match(gold, predicted, RULE)) == before


@given(larger, larger)
def test_swapping_the_sides_swaps_precision_and_recall(gold: list[Item], predicted: list[Item]) -> None:
    for score in (objects, slots):
        one, other = score(gold, predicted, RULE), score(predicted, gold, RULE)
        assert (one.precision, one.recall, one.f1) == (other.recall, other.precision, other.f1)


@given(larger, larger)
def test_scores_lie_between_0_and_1(gold: list[Item], predicted: list[Item]) -> None:
    for score in (objects(gold, predicted, RULE), slots(gold, predicted, RULE)):
        assert all(value is None or 0 <= value <= 1 for value in (score.precision, score.recall, score.f1))


@given(larger)
def test_a_perfect_prediction_scores_1(gold: list[Item]) -> None:
    assert objects(gold, gold, RULE).f1 == (1 if gold else None)


@given(larger, larger)
def test_every_object_is_counted_once(gold: list[Item], predicted: list[Item]) -> None:
    alignment = match(gold, predicted, RULE)
    assert len(alignment.pairs) + len(alignment.missed) == len(gold)
    assert len(alignment.pairs) + len(alignment.spurious) == len(predicted)


@settings(max_examples=60)
@given(small, small)
def test_no_other_pairing_has_more_strict_or_then_more_lenient_pairs(gold: list[Item], predicted: list[Item]) -> None:
    best = (0, 0)
    short, long = sorted((gold, predicted), key=len)
    for others in permutations(range(len(long)), len(short)):
        pairs = [(short[i], long[j]) for i, j in enumerate(others)]
        pairs = pairs if short is gold else [(g, p) for p, g in pairs]
        lenient = [(g, p) for g, p in pairs if all(g.slots[name] == p.slots[name] for name in "ab")]
        strict = [1 for g, p in lenient if g.span.overlaps(p.span) and g.slots["c"] == p.slots["c"]]
        best = max(best, (len(strict), len(lenient)))
    assert totals(match(gold, predicted, RULE)) == best


@settings(max_examples=60)
@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 9).map(float), max_size=14))
def test_assignment_by_trial_and_by_scipy_weigh_the_same(weights: dict[tuple[int, int], float]) -> None:
    def weight(try_all: int) -> float:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(matching, "_TRY_ALL", try_all)
            chosen = assign(weights)
        assert len({row for row, _ in chosen}) == len({column for _, column in chosen}) == len(chosen)
        return sum(weights[edge] for edge in chosen)

    assert weight(0) == weight(9)


# --- an independent implementation -----------------------------------------------------------------------------------

CELL = 10  # every object lies inside a cell of its own, so spans never overlap but in their own cell
cells = st.dictionaries(
    st.integers(0, 9), st.tuples(st.integers(0, 3), st.integers(1, 6), st.sampled_from(["killed", "money"])), max_size=8
)


def in_cells(content: dict[int, tuple[int, int, str]]) -> list[Item]:
    return [
        Item(
            "i",
            Span(CELL * cell + shift, CELL * cell + shift + width),
            kind,
            {"kind": kind, "span": f"{shift} {width}"},
        )
        for cell, (shift, width, kind) in content.items()
    ]


@settings(deadline=None)
@given(cells, cells)
def test_nervaluate_counts_the_same(gold: dict[int, Any], predicted: dict[int, Any]) -> None:
    nervaluate = pytest.importorskip("nervaluate", reason="the extra `dev` is not installed")
    sides = [
        [
            {"label": i.group, "start": i.span.start, "end": i.span.end - 1}
            for i in sorted(in_cells(side), key=lambda i: i.span)
        ]
        for side in (gold, predicted)
    ]
    theirs = nervaluate.Evaluator([sides[0]], [sides[1]], tags=["killed", "money"], loader="dict").evaluate()["overall"]
    # their "strict": type and boundaries; their "ent_type": type, and spans that overlap
    exact = objects(in_cells(gold), in_cells(predicted), Rule(strict=("kind", "span"), lenient=("kind",)))
    touching = objects(in_cells(gold), in_cells(predicted), Rule(strict=("kind",), lenient=("kind",)))
    for ours, name in ((exact, "strict"), (touching, "ent_type")):
        expected = theirs[name]
        assert (ours.precision or 0, ours.recall or 0, ours.f1 or 0) == pytest.approx(
            (expected.precision, expected.recall, expected.f1)
        )
