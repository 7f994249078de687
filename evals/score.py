"""Scores of predictions against gold, as plain counts an article: object-strict, lenient, and slot by slot.

Every level is counted in one flat table of rows, so that a slice is a filter and a score is a sum. Slot counts are
MUC's (Chinchor 1992): a slot filled wrongly is both spurious and missing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple, Protocol

from evals.errors import GoldError
from evals.labels import GoldArticle, quotes, slices_back
from evals.match import (
    EVENTS,
    FIGURES,
    Alignment,
    Amount,
    Item,
    Pair,
    Quoted,
    Rule,
    Value,
    compare_slot,
    match,
)
from extract.schema import Entity, Event, Evidence, Extraction, Figure, Status, When
from extract.span import Span
from extract.text import fold_word

OBJECTS = ("figures", "events")
EVIDENCE = "evidence"  # the level at which quotes are counted: tp slices back out of the text, fp does not


class Row(NamedTuple):
    """Counts of one article at one level and in one group.

    `level` is "strict" or "lenient" (group: kind or type), "slot:NAME" (the same), "by:NAME" (group: the value of that
    slot) or "evidence". `wrong` counts the slots that are in both fp and fn because they are filled with the wrong
    thing.
    """

    article: str
    lang: str
    objects: str
    level: str
    group: str
    tp: int
    fp: int
    fn: int
    wrong: int = 0


class Labels(Protocol):
    """What is compared: the figures and events of one article, whoever found them."""

    @property
    def figures(self) -> tuple[Figure, ...]: ...
    @property
    def events(self) -> tuple[Event, ...]: ...


def score(gold: Sequence[GoldArticle], predictions: Mapping[str, Extraction], tolerance: float = 0) -> list[Row]:
    """Counts of every gold article; one that `predictions` lack, or that failed, counts as all missed.

    `tolerance` lets numbers differ by that share of the larger. Raises GoldError for a prediction about an article that
    is not in `gold`.
    """
    known = {article.id for article in gold}
    for name in predictions:
        if name not in known:
            raise GoldError(f"predictions: article {name!r} is not in the gold; score only articles that are labelled")
    rows: list[Row] = []
    for article in gold:
        predicted = predictions.get(article.id)
        if predicted is not None and predicted.status is Status.FAILED:
            predicted = None
        rows += score_article(article, predicted, tolerance)
        if predicted is not None:
            rows += _evidence(article, predicted)
    return rows


def score_article(gold: GoldArticle, predicted: Labels | None, tolerance: float = 0) -> Iterator[Row]:
    """Counts of one article."""
    for objects, alignment in align(gold, predicted, tolerance).items():
        for (level, group), counts in sorted(count(alignment, rule_of(objects, tolerance)).items()):
            yield Row(gold.id, gold.lang, objects, level, group, *counts)


def align(gold: Labels, predicted: Labels | None, tolerance: float = 0) -> dict[str, Alignment]:
    """Figures and events of one article aligned to gold; None stands for an article that failed or is missing."""
    ours = items(gold)
    theirs = items(predicted) if predicted is not None else {}
    return {objects: match(ours[objects], theirs.get(objects, []), rule_of(objects, tolerance)) for objects in OBJECTS}


def rule_of(objects: str, tolerance: float = 0) -> Rule:
    """What must agree for "figures" or "events"."""
    return replace(FIGURES if objects == "figures" else EVENTS, tolerance=Decimal(str(tolerance)))


def items(labels: Labels) -> dict[str, list[Item]]:
    """Figures and events as the slots that are scored."""
    figures = {figure.id: figure for figure in labels.figures}
    return {
        "figures": [figure_item(figure) for figure in labels.figures],
        "events": [event_item(event, figures) for event in labels.events],
    }


def figure_item(figure: Figure) -> Item:
    """A figure as its scored slots. The value of a range are its bounds; other bounds follow from the qualifier."""
    slots: dict[str, Value | None] = {
        "kind": figure.kind,
        "value": Amount(figure.value, figure.low, figure.high, figure.unit),
        "qualifier": figure.qualifier.value,
        "unit": figure.unit,
        "noun": _quoted(figure.noun),
        "party": _quoted(figure.party),
        "place": _quoted(figure.place),
        "when": _period(figure.when),
        "source": _quoted(figure.source),
    }
    return Item(figure.id, Span(figure.evidence.start, figure.evidence.end), figure.kind, slots)


def event_item(event: Event, figures: Mapping[str, Figure]) -> Item:
    """An event as its scored slots; it stands where its trigger stands. `figures` are the article's, by id."""
    slots: dict[str, Value | None] = {
        "type": event.type,
        "realis": event.realis.value,
        "when": _period(event.when),
        "place": _quoted(event.place),
        "actors": _several(event.actors),
        "targets": _several(event.targets),
        "figures": tuple(_where(figures[name]) if name in figures else _NOWHERE for name in event.figures) or None,
        "source": _quoted(event.source),
    }
    return Item(event.id, Span(event.trigger.start, event.trigger.end), event.type, slots)


_NOWHERE = Quoted(Span(0, 0))


def _where(figure: Figure) -> Quoted:
    return Quoted(Span(figure.evidence.start, figure.evidence.end))  # two figures may well be the same words


def _quoted(quote: Evidence | None) -> Quoted | None:
    if quote is None:
        return None
    name = quote.name if isinstance(quote, Entity) else None
    return Quoted(Span(quote.start, quote.end), fold_word(quote.text), name)


def _several(quotes: tuple[Entity, ...]) -> tuple[Quoted, ...] | None:
    return tuple(quoted for quoted in map(_quoted, quotes) if quoted is not None) or None


def _period(when: When | None) -> str | None:
    return f"{when.first or '..'}/{when.last or '..'}" if when is not None else None


class Counts(NamedTuple):
    """True and false positives, false negatives, and how many of the false ones are one wrongly filled slot."""

    tp: int
    fp: int
    fn: int
    wrong: int


def count(alignment: Alignment, rule: Rule) -> dict[tuple[str, str], Counts]:
    """Counts by level and group of one aligned article."""
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for pair in alignment.pairs:
        _count_pair(sums, pair, rule)
    for item in alignment.missed:
        _count_alone(sums, item, rule, 2)
    for item in alignment.spurious:
        _count_alone(sums, item, rule, 1)
    return {key: Counts(*counts) for key, counts in sums.items() if any(counts)}


def _count_pair(sums: dict[tuple[str, str], list[int]], pair: Pair, rule: Rule) -> None:
    gold, predicted = pair.gold, pair.predicted
    verdicts = [
        ("strict", gold.group, predicted.group, pair.strict),
        ("lenient", gold.group, predicted.group, pair.lenient),
    ]
    for facet in rule.facets:
        ours, theirs = str(gold.slots.get(facet)), str(predicted.slots.get(facet))
        verdicts.append((f"by:{facet}", ours, theirs, pair.lenient and ours == theirs))
    for level, ours, theirs, agrees in verdicts:
        if agrees:
            sums[level, ours][0] += 1
        else:
            sums[level, theirs][1] += 1
            sums[level, ours][2] += 1
    for name in {**gold.slots, **predicted.slots}:
        fills = compare_slot(gold.slots.get(name), predicted.slots.get(name), rule.tolerance)
        spurious, missing = fills.predicted - fills.right, fills.gold - fills.right
        slot = sums[f"slot:{name}", gold.group]
        for column, more in enumerate((fills.right, spurious, missing, min(spurious, missing))):
            slot[column] += more


def _count_alone(sums: dict[tuple[str, str], list[int]], item: Item, rule: Rule, column: int) -> None:
    sums["strict", item.group][column] += 1
    sums["lenient", item.group][column] += 1
    for facet in rule.facets:
        sums[f"by:{facet}", str(item.slots.get(facet))][column] += 1
    for name, value in item.slots.items():
        if value is not None:
            sums[f"slot:{name}", item.group][column] += len(value) if isinstance(value, tuple) else 1


def _evidence(article: GoldArticle, predicted: Extraction) -> Iterator[Row]:
    counts = {objects: [0, 0] for objects in OBJECTS}
    figures = {figure.id for figure in predicted.figures}
    for label, quote in quotes(predicted):
        objects = "figures" if label.partition(".")[0] in figures else "events"
        counts[objects][not slices_back(quote, article.text or "")] += 1
    for objects, (good, bad) in counts.items():
        if good or bad:
            yield Row(article.id, article.lang, objects, EVIDENCE, "quotes", good, bad, 0)


@dataclass(frozen=True, slots=True)
class Prf:
    """Precision, recall and F1; all None where nothing was on either side (vacuous, which is neither 0 nor 1)."""

    tp: int
    fp: int
    fn: int

    @property
    def precision(self) -> float | None:
        return self._ratio(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float | None:
        return self._ratio(self.tp, self.tp + self.fn)

    @property
    def f1(self) -> float | None:
        return self._ratio(2 * self.tp, 2 * self.tp + self.fp + self.fn)

    def _ratio(self, part: int, whole: int) -> float | None:
        if not self.tp + self.fp + self.fn:
            return None
        return part / whole if whole else 0.0


def total(rows: Iterable[Row]) -> Prf:
    """Micro counts over `rows`."""
    tp = fp = fn = 0
    for row in rows:
        tp, fp, fn = tp + row.tp, fp + row.fp, fn + row.fn
    return Prf(tp, fp, fn)
