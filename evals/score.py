"""Scores of predictions against gold: object-strict, lenient and slot by slot, as plain counts an article.

Every level is counted in one flat table of rows (article, level, group, tp, fp, fn), so that a slice is a filter and a
score is a sum. Slot counts are MUC's (Chinchor 1992): an incorrect slot is both spurious and missing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evals.errors import GoldError
from evals.gold import GoldArticle
from evals.match import EVENTS, FIGURES, Alignment, Item, Quoted, Rule, Value, equal, match
from extract.schema import Entity, Event, Evidence, Extraction, Figure, When
from extract.span import Span

OBJECTS = ("figures", "events")


@dataclass(frozen=True, slots=True)
class Row:
    """Counts of one article at one level. `level` is "strict", "lenient" or "slot:NAME"; `group` a kind or type."""

    article: str
    lang: str
    objects: str
    level: str
    group: str
    tp: int
    fp: int
    fn: int


def figure_item(figure: Figure) -> Item:
    """A figure as its scored slots; value and bounds are one slot, compared as exact Decimals."""
    numbers = (figure.value, figure.low, figure.high)
    slots: dict[str, Value] = {
        "kind": figure.kind,
        "value": numbers if any(number is not None for number in numbers) else "vague",
        "qualifier": str(figure.qualifier),
        "unit": figure.unit,
        "noun": _quoted(figure.noun),
        "party": _quoted(figure.party),
        "place": _quoted(figure.place),
        "when": _period(figure.when),
        "source": _quoted(figure.source),
    }
    return Item(figure.id, Span(figure.evidence.start, figure.evidence.end), figure.kind, slots)


def event_item(event: Event) -> Item:
    """An event as its scored slots; it stands where its trigger stands."""
    slots: dict[str, Value] = {
        "type": event.type,
        "realis": str(event.realis),
        "when": _period(event.when),
        "place": _quoted(event.place),
        "source": _quoted(event.source),
    }
    for name, entities in (("actor", event.actors), ("target", event.targets)):
        if entities:
            slots[name] = _quoted(entities[0])
    return Item(event.id, Span(event.trigger.start, event.trigger.end), event.type, slots)


def _quoted(quote: Evidence | None) -> Quoted | None:
    if quote is None:
        return None
    return Quoted(Span(quote.start, quote.end), quote.name if isinstance(quote, Entity) else None)


def _period(when: When | None) -> tuple[str, str] | None:
    return (str(when.first), str(when.last)) if when is not None else None


def align(gold: GoldArticle, predicted: Extraction | None) -> dict[str, Alignment]:
    """Figures and events of one article aligned to gold; None stands for an article that failed or is missing."""
    figures = [figure_item(figure) for figure in predicted.figures] if predicted is not None else []
    events = [event_item(event) for event in predicted.events] if predicted is not None else []
    return {
        "figures": match([figure_item(figure) for figure in gold.figures], figures, FIGURES),
        "events": match([event_item(event) for event in gold.events], events, EVENTS),
    }


def score(gold: Sequence[GoldArticle], predictions: Mapping[str, Extraction]) -> list[Row]:
    """Counts of every gold article; one that `predictions` lack counts as all missed.

    Raises GoldError for a prediction about an article that is not in `gold`.
    """
    known = {article.id for article in gold}
    for name in predictions:
        if name not in known:
            raise GoldError(f"predictions: article {name!r} is not in the gold split; score each split by itself")
    rows: list[Row] = []
    for article in gold:
        for objects, alignment in align(article, predictions.get(article.id)).items():
            rule = FIGURES if objects == "figures" else EVENTS
            rows += [
                Row(article.id, article.lang, objects, level, group, *counts)
                for (level, group), counts in sorted(count(alignment, rule).items())
            ]
    return rows


def count(alignment: Alignment, rule: Rule) -> dict[tuple[str, str], tuple[int, int, int]]:
    """(tp, fp, fn) by level and group of one aligned article."""
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for pair in alignment.pairs:
        for level, agrees in (("strict", pair.strict), ("lenient", pair.lenient)):
            if agrees:
                counts[level, pair.gold.group][0] += 1
            else:
                counts[level, pair.predicted.group][1] += 1
                counts[level, pair.gold.group][2] += 1
        _count_slots(counts, pair.gold, pair.predicted, rule)
    for item in alignment.missed:
        _count_one_sided(counts, item, 2)
    for item in alignment.spurious:
        _count_one_sided(counts, item, 1)
    return {key: (tp, fp, fn) for key, (tp, fp, fn) in counts.items()}


def _count_slots(counts: dict[tuple[str, str], list[int]], gold: Item, predicted: Item, rule: Rule) -> None:
    for name in {**gold.slots, **predicted.slots}:
        one, other = gold.slots.get(name), predicted.slots.get(name)
        if one is None and other is None:
            continue
        slot = counts[f"slot:{name}", gold.group]
        if equal(one, other, rule.tolerance):
            slot[0] += 1
        else:
            slot[1] += other is not None
            slot[2] += one is not None


def _count_one_sided(counts: dict[tuple[str, str], list[int]], item: Item, column: int) -> None:
    for level in ("strict", "lenient", *(f"slot:{name}" for name, value in item.slots.items() if value is not None)):
        counts[level, item.group][column] += 1


@dataclass(frozen=True, slots=True)
class Prf:
    """Precision, recall and F1; all None where nothing was on either side (vacuous, which is neither 0 nor 1)."""

    tp: int
    fp: int
    fn: int

    @property
    def precision(self) -> float | None:
        if not self.tp + self.fp + self.fn:
            return None
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float | None:
        if not self.tp + self.fp + self.fn:
            return None
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float | None:
        whole = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / whole if whole else None


def total(rows: Iterable[Row]) -> Prf:
    """Micro counts over `rows`."""
    tp = fp = fn = 0
    for row in rows:
        tp, fp, fn = tp + row.tp, fp + row.fp, fn + row.fn
    return Prf(tp, fp, fn)


def by_article(rows: Iterable[Row], articles: Sequence[str]) -> list[tuple[int, int, int]]:
    """Counts an article in the order of `articles`, zeros where one has none: what the statistics work on."""
    sums: dict[str, list[int]] = {name: [0, 0, 0] for name in articles}
    for row in rows:
        for column, value in enumerate((row.tp, row.fp, row.fn)):
            sums[row.article][column] += value
    return [(tp, fp, fn) for tp, fp, fn in sums.values()]
