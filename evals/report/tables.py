"""Results as tables for a person. Every cell is made safe for a terminal by `extract.show`."""

from collections.abc import Iterable, Iterator, Sequence

from rich.table import Table

from evals.agree import Agreement
from evals.compare import Comparison
from evals.gate import Held
from evals.mistakes import Mistake, SlotMistake
from evals.report.numbers import bounds, rate, score, share, signed
from evals.score import EVIDENCE, OBJECTS
from evals.summary import ALL, LEVELS, SLOTS, Score
from extract.show import plain_table

Titled = tuple[str, Table]
_KEY_SLOTS = ("value", "qualifier", "unit", "realis", "span")  # what tells one mistake of a kind from another


def score_tables(scores: Sequence[Score]) -> Iterator[Titled]:
    """All that `evals run` prints: by language, by slot, by kind or type, by qualifier or realis."""
    yield "", _levels(scores)
    for objects in OBJECTS:
        yield f"{objects}, slot by slot", _slots(scores, objects)
    for objects, kind in zip(OBJECTS, ("kind", "type"), strict=True):
        yield f"{objects} by {kind}, worst first", _groups(scores, objects, kind)
    for objects, facet in zip(OBJECTS, ("qualifier", "realis"), strict=True):
        yield f"{objects} by {facet}, worst first", _facets(scores, objects, facet)


def _levels(scores: Sequence[Score]) -> Table:
    heads = ("objects", "level", "lang", "articles", "gold", "P", "R", "F1", "95 %", "macro", "false/1,000 words")
    return plain_table(
        heads,
        (
            (s.objects, s.level, s.lang, s.articles, s.gold, score(s.precision), score(s.recall), score(s.f1),
             bounds(s.low, s.high), score(s.macro), rate(s.false_per_1000_words))
            for s in scores
            if s.level in LEVELS and s.group == ALL
        ),
    )  # fmt: skip


def _slots(scores: Sequence[Score], objects: str) -> Table:
    heads = ("slot", "P", "R", "F1", "correct", "incorrect", "spurious", "missing")
    slots = [s for s in scores if s.objects == objects and s.lang == ALL and s.group == ALL]
    return plain_table(
        heads,
        (
            (s.level.removeprefix("slot:") if s.level != SLOTS else ALL, score(s.precision), score(s.recall),
             score(s.f1), s.tp, s.wrong, s.fp - s.wrong, s.fn - s.wrong)
            for s in slots
            if s.level == SLOTS or s.level.startswith("slot:")
        ),
    )  # fmt: skip


def worst_first(scores: Iterable[Score]) -> list[Score]:
    """By what they cost: false and missed objects together, then the lower F1."""
    return sorted(scores, key=lambda s: (-s.errors, s.f1 or 0.0, s.group))


def _groups(scores: Sequence[Score], objects: str, kind: str) -> Table:
    whole = [s for s in scores if s.objects == objects and s.lang == ALL and s.group != ALL]
    strict = {s.group: s for s in whole if s.level == "strict"}
    heads = (kind, "errors", "gold", "predicted", "P", "R", "F1", "95 %", "strict F1")
    return plain_table(
        heads,
        (
            (s.group, s.errors, s.gold, s.predicted, score(s.precision), score(s.recall), score(s.f1),
             bounds(s.low, s.high), score(strict[s.group].f1))
            for s in worst_first(s for s in whole if s.level == "lenient")
        ),
    )  # fmt: skip


def _facets(scores: Sequence[Score], objects: str, facet: str) -> Table:
    found = [
        s for s in scores if s.objects == objects and s.lang == ALL and s.group != ALL and s.level == f"by:{facet}"
    ]
    rows = (
        (s.group, s.errors, s.gold, s.predicted, score(s.precision), score(s.recall), score(s.f1))
        for s in worst_first(found)
    )
    return plain_table((facet, "errors", "gold", "predicted", "P", "R", "F1"), rows)


def evidence_line(scores: Sequence[Score]) -> str:
    """The share of predicted quotes that are exactly the text at their offsets."""
    quotes = [s for s in scores if s.level == EVIDENCE and s.lang == ALL and s.group == ALL]
    good, every = sum(s.tp for s in quotes), sum(s.predicted for s in quotes)
    return f"evidence: {share(good, every)} of {every:,} quotes slice back out of the text"


def comparison_table(comparisons: Sequence[Comparison]) -> Table:
    """One line a comparison; slices by language carry "exploratory" instead of an adjusted p."""
    heads = (
        "candidate",
        "lang",
        "articles",
        "baseline",
        "F1",
        "difference",
        "95 %",
        "bootstrap",
        "p",
        "Holm",
        "detectable",
    )
    return plain_table(
        heads,
        (
            (c.candidate, c.lang, c.articles, score(c.baseline_f1), score(c.candidate_f1), signed(c.difference),
             bounds(c.low, c.high), bounds(c.bootstrap_low, c.bootstrap_high), _p(c.p),
             "exploratory" if c.exploratory else _p(c.p_adjusted), score(c.detectable))
            for c in comparisons
        ),
    )  # fmt: skip


def _p(value: float | None) -> str:
    return "–" if value is None else f"{value:.4f}"


def floor_table(held: Iterable[Held]) -> Table:
    """Scores beside their floors."""
    rows = (
        (one.section, one.name, score(one.f1), score(one.floor), f"fell by {one.fell:.3f}" if one.fell else "holds")
        for one in held
    )
    return plain_table(("floors", "of", "F1", "floor", ""), rows)


def agreement_tables(agreement: Agreement) -> Iterator[Titled]:
    """Agreement by language and by kind or type."""
    scores = agreement.scores
    rows = (
        (s.objects, s.level, s.lang, s.articles, s.gold, s.predicted, score(s.f1), bounds(s.low, s.high))
        for s in scores
        if s.level in LEVELS and s.group == ALL
    )
    yield "", plain_table(("objects", "level", "lang", "articles", "first", "second", "F1", "95 %"), rows)
    for objects, kind in zip(OBJECTS, ("kind", "type"), strict=True):
        groups = [
            s for s in scores if s.objects == objects and s.lang == ALL and s.group != ALL and s.level == "lenient"
        ]
        lines = ((s.group, s.gold, s.predicted, s.tp, score(s.f1)) for s in worst_first(groups))
        yield f"{objects} by {kind}", plain_table((kind, "first", "second", "agreed", "F1"), lines)


def mistake_table(mistakes: Iterable[Mistake]) -> Table:
    """One line a mistake, with its quote marked in the text around it."""
    rows = (
        (m.kind, m.what, m.article, f"…{m.before}⟦{m.quote}⟧{m.after}…", "; ".join(map(_slot, _telling(m))))
        for m in mistakes
    )
    return plain_table(("kind", "what", "article", "text", "gold → predicted"), rows)


def _telling(mistake: Mistake) -> list[SlotMistake]:
    if mistake.what in ("wrong", "slots"):
        return list(mistake.slots)
    return [slot for slot in mistake.slots if slot.slot in _KEY_SLOTS]


def _slot(slot: SlotMistake) -> str:
    if slot.gold and slot.predicted:
        return f"{slot.slot}: {slot.gold} → {slot.predicted}"
    return f"{slot.slot}: {slot.gold} → –" if slot.gold else f"{slot.slot}: – → {slot.predicted}"
