"""Results as tables for a person."""

from collections.abc import Iterable, Iterator, Sequence

from evals.agree import Agreement
from evals.gate import Held
from evals.numbers import bounds, rate, score, share
from evals.report.table import Table
from evals.score import EVIDENCE, OBJECTS
from evals.summary import ALL, LEVELS, SLOTS, Score

_GROUPS = {"figures": "kind", "events": "type"}
_FACETS = {"figures": "qualifier", "events": "realis"}


def score_tables(scores: Sequence[Score]) -> Iterator[Table]:
    """All that `evals run` prints: by language, by slot, by kind or type, by qualifier or realis."""
    yield _levels(scores)
    for objects in OBJECTS:
        yield _slots(scores, objects)
    for objects in OBJECTS:
        yield _groups(scores, objects)
    for objects in OBJECTS:
        yield _facets(scores, objects)


def _levels(scores: Sequence[Score]) -> Table:
    heads = ("objects", "level", "lang", "articles", "gold", "P", "R", "F1", "95 %", "macro", "false/1,000 words")
    rows = (
        (
            s.objects,
            s.level,
            s.lang,
            s.articles,
            s.gold,
            *_prf(s),
            _interval(s),
            score(s.macro),
            rate(s.false_per_1000_words),
        )
        for s in scores
        if s.level in LEVELS and s.group == ALL
    )
    return Table.of(heads, rows)


def _slots(scores: Sequence[Score], objects: str) -> Table:
    heads = ("slot", "correct", "incorrect", "spurious", "missing", "P", "R", "F1", "95 %")
    slots = [s for s in scores if s.objects == objects and s.lang == ALL and s.group == ALL]
    rows = (
        (ALL if s.level == SLOTS else s.level.removeprefix("slot:"), s.tp, s.wrong, s.fp - s.wrong, s.fn - s.wrong,
         *_prf(s), _interval(s))
        for s in slots
        if s.level == SLOTS or s.level.startswith("slot:")
    )  # fmt: skip
    return Table.of(heads, rows, f"{objects}, slot by slot")


def _groups(scores: Sequence[Score], objects: str) -> Table:
    heads = (_GROUPS[objects], "errors", "gold", "predicted", "P", "R", "F1", "95 %", "strict F1")
    whole = [s for s in scores if s.objects == objects and s.lang == ALL and s.group != ALL]
    strict = {s.group: score(s.f1) for s in whole if s.level == "strict"}
    rows = (
        (s.group, s.errors, s.gold, s.predicted, *_prf(s), _interval(s), strict[s.group])
        for s in worst_first(s for s in whole if s.level == "lenient")
    )
    return Table.of(heads, rows, f"{objects} by {_GROUPS[objects]}, lenient, worst first")


def _facets(scores: Sequence[Score], objects: str) -> Table:
    facet = _FACETS[objects]
    found = (s for s in scores if s.objects == objects and s.level == f"by:{facet}" and s.group != ALL)
    rows = ((s.group, s.errors, s.gold, s.predicted, *_prf(s)) for s in worst_first(found))
    heads = (facet, "errors", "gold", "predicted", "P", "R", "F1")
    return Table.of(heads, rows, f"{objects} by {facet}, lenient with the same {facet}, worst first")


def _prf(s: Score) -> tuple[str, str, str]:
    return score(s.precision), score(s.recall), score(s.f1)


def _interval(s: Score) -> str:
    return bounds(s.f1_low, s.f1_high)


def worst_first(scores: Iterable[Score]) -> list[Score]:
    """By what they cost: false and missed objects together, then the lower F1."""
    return sorted(scores, key=lambda s: (-s.errors, s.f1 or 0.0, s.group))


def evidence_line(scores: Sequence[Score]) -> str:
    """The share of predicted quotes that are exactly the text at their offsets."""
    quotes = [s for s in scores if s.level == EVIDENCE and s.lang == ALL and s.group == ALL]
    good, every = sum(s.tp for s in quotes), sum(s.predicted for s in quotes)
    return f"evidence: {share(good, every)} of {every:,} quotes slice back out of the text"


def floor_table(held: Iterable[Held]) -> Table:
    """Scores beside their floors: all that fell, and those by language."""
    rows = (
        (one.section, one.name, score(one.f1), score(one.floor), f"fell by {one.fell:.3f}" if one.fell else "holds")
        for one in held
        if one.fell or one.by_language
    )
    return Table.of(("floors", "of", "F1", "floor", ""), rows)


def agreement_tables(agreement: Agreement) -> Iterator[Table]:
    """Agreement by language and by kind or type."""
    scores = agreement.scores
    rows = (
        (s.objects, s.level, s.lang, s.articles, s.gold, s.predicted, score(s.f1), _interval(s))
        for s in scores
        if s.level in LEVELS and s.group == ALL
    )
    yield Table.of(("objects", "level", "lang", "articles", "first", "second", "F1", "95 %"), rows)
    for objects, group in _GROUPS.items():
        kinds = (
            s for s in scores if s.objects == objects and s.level == "lenient" and s.lang == ALL and s.group != ALL
        )
        lines = ((s.group, s.gold, s.predicted, s.tp, score(s.f1)) for s in worst_first(kinds))
        yield Table.of((group, "first", "second", "agreed", "F1"), lines, f"{objects} by {group}, lenient, worst first")
