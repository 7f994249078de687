"""Records as scored objects: what makes a figure or an event right, strictly, leniently and slot by slot."""

from dataclasses import replace
from typing import Any

import pytest
from goldset import EVENTS, FIGURES, event, figure, gold_article, prediction

from evals.errors import GoldError
from evals.labels import GoldArticle
from evals.score import Prf, Row, score, total
from extract.schema import Event, Extraction, Figure, Qualifier, Status

KILLED = FIGURES[0]


def scored(
    figures: tuple[Figure, ...], level: str, objects: str = "figures", events: tuple[Event, ...] = (), **options: Any
) -> tuple[int, int, int]:
    """Counts of a prediction against an article that has one figure (12 killed) and one event (a raid)."""
    rows = score([gold_article(figures=FIGURES[:1])], {"raid": prediction(figures=figures, events=events)}, **options)
    sums = total(row for row in rows if row.objects == objects and row.level == level)
    return sums.tp, sums.fp, sums.fn


def killed(**change: Any) -> Figure:
    return replace(KILLED, **change)


FIGURES_CHANGED = [
    pytest.param(KILLED, True, True, id="the same"),
    pytest.param(killed(kind="wounded"), False, False, id="another kind"),
    pytest.param(figure("12 soldiers", "killed", 13), False, False, id="another value"),
    pytest.param(killed(qualifier=Qualifier.AT_LEAST, high=None), True, False, id="another qualifier"),
    pytest.param(killed(unit="km"), True, False, id="another unit"),
    pytest.param(figure("12", "killed", 12), True, True, id="a shorter quote"),
    pytest.param(figure("30 others", "killed", 12), True, False, id="another place"),
    pytest.param(killed(noun=None, source=None), True, True, id="other slots are scored by themselves"),
]


@pytest.mark.parametrize(("predicted", "lenient", "strict"), FIGURES_CHANGED)
def test_figures(predicted: Figure, lenient: bool, strict: bool) -> None:
    assert scored((predicted,), "lenient") == ((1, 0, 0) if lenient else (0, 1, 1))
    assert scored((predicted,), "strict") == ((1, 0, 0) if strict else (0, 1, 1))


EVENTS_CHANGED = [
    pytest.param(EVENTS[0], True, True, id="the same"),
    pytest.param(event("raid", "attack"), False, False, id="another type"),
    pytest.param(event("raid", "operation", realis="planned"), True, False, id="another realis"),
    pytest.param(event("in a raid on", "operation"), True, True, id="a longer trigger"),
    pytest.param(event("killed", "operation"), False, False, id="another trigger"),
]


@pytest.mark.parametrize(("predicted", "lenient", "strict"), EVENTS_CHANGED)
def test_events(predicted: Event, lenient: bool, strict: bool) -> None:
    assert scored((), "lenient", "events", (predicted,)) == ((1, 0, 0) if lenient else (0, 1, 1))
    assert scored((), "strict", "events", (predicted,)) == ((1, 0, 0) if strict else (0, 1, 1))


def test_a_tolerance_lets_numbers_differ() -> None:
    near = figure("12 soldiers", "killed", 12.1)
    assert scored((near,), "lenient") == (0, 1, 1)
    assert scored((near,), "lenient", tolerance=0.01) == (1, 0, 0)


def rows_of(gold: GoldArticle, predicted: Extraction) -> dict[tuple[str, str, str], Row]:
    return {(row.objects, row.level, row.group): row for row in score([gold], {gold.id: predicted})}


def test_a_slot_is_counted_under_its_kind() -> None:
    rows = rows_of(gold_article(), prediction(figures=(killed(noun=None), FIGURES[1])))
    assert rows["figures", "slot:noun", "killed"][5:] == (0, 0, 1, 0)
    assert rows["figures", "slot:noun", "wounded"][5:] == (1, 0, 0, 0)
    assert ("figures", "slot:place", "killed") not in rows, "null against null"


def test_a_wrong_kind_is_false_for_one_kind_and_missed_for_the_other() -> None:
    rows = rows_of(gold_article(figures=(KILLED,)), prediction(figures=(killed(kind="wounded"),)))
    assert rows["figures", "strict", "killed"][5:8] == (0, 0, 1)
    assert rows["figures", "strict", "wounded"][5:8] == (0, 1, 0)


def test_qualifiers_are_counted_by_themselves() -> None:
    rows = rows_of(gold_article(), prediction(figures=(killed(qualifier=Qualifier.AT_LEAST, high=None), FIGURES[1])))
    assert rows["figures", "by:qualifier", "exact"][5:8] == (1, 0, 1)
    assert rows["figures", "by:qualifier", "at_least"][5:8] == (0, 1, 0)
    assert rows["events", "by:realis", "occurred"][5:8] == (1, 0, 0)


def test_figures_of_an_event_are_those_at_the_same_place() -> None:
    renamed = tuple(replace(figure, id=f"x{n}") for n, figure in enumerate(FIGURES))
    told = replace(EVENTS[0], figures=("x1", "gone"))
    rows = rows_of(gold_article(), prediction(figures=renamed, events=(told,)))
    assert rows["events", "slot:figures", "operation"][5:] == (1, 1, 1, 1)


def test_evidence_that_does_not_slice_back_is_counted() -> None:
    moved = replace(KILLED.evidence, start=KILLED.evidence.start + 1, end=KILLED.evidence.end + 1)
    rows = rows_of(gold_article(), prediction(figures=(killed(evidence=moved),)))
    assert rows["figures", "evidence", "quotes"][5:8] == (2, 1, 0)
    assert rows["events", "evidence", "quotes"].fp == 0


@pytest.mark.parametrize(
    "predictions",
    [{}, {"raid": prediction(status=Status.FAILED, error="no answer")}, {"raid": prediction(figures=(), events=())}],
    ids=["missing", "failed", "empty"],
)
def test_an_article_that_is_missing_or_failed_is_all_missed(predictions: dict[str, Extraction]) -> None:
    rows = score([gold_article()], predictions)
    assert total(row for row in rows if row.level == "strict") == Prf(0, 0, 3)


def test_a_prediction_about_another_article_is_an_error() -> None:
    with pytest.raises(GoldError, match="'stray' is not in the gold"):
        score([gold_article()], {"stray": prediction("stray")})


def test_an_article_without_labels_or_predictions_is_vacuous() -> None:
    assert score([gold_article(figures=(), events=())], {"raid": prediction(figures=(), events=())}) == []
    assert (total([]).precision, total([]).recall, total([]).f1) == (None, None, None)


def test_spelling_variants_of_a_slot_are_the_same_words() -> None:
    text = "قتل 5 جنود في مدرسة غربي الأنبار، بحسب مدرسه في بلدة أخرى."
    gold = figure("5 جنود", "killed", 5, text=text, place="مدرسة")
    other = figure("5 جنود", "killed", 5, text=text, place="مدرسه")
    article = gold_article(figures=(gold,), events=(), text=text, lang="ar")
    rows = rows_of(article, prediction(figures=(other,), events=()))
    assert rows["figures", "slot:place", "killed"].tp == 1
