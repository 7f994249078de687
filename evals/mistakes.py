"""What exactly a run got wrong: missed objects, inventions and wrong slots, with the text around them.

Kinds that cost most come first, because they are where work pays. Inside a kind the order is that of the articles.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from evals.labels import GoldArticle
from evals.match import Alignment, Amount, Item, Pair, Quoted, Rule, Value, compare_slot
from evals.score import align, rule_of
from extract.schema import Extraction
from extract.span import Span

WHATS = ("missed", "invented", "wrong", "slots")  # "wrong" fails the strict match, "slots" only in what is beside it
_AROUND = 50  # characters of context on either side


@dataclass(frozen=True, slots=True)
class SlotMistake:
    """A slot that says something else than the gold; "" stands for nothing."""

    slot: str
    gold: str
    predicted: str


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake. `quote` is what gold labels, or what was invented, at `[start, end)` of the article."""

    article: str
    lang: str
    objects: str
    kind: str
    what: str
    start: int
    end: int
    before: str
    quote: str
    after: str
    slots: tuple[SlotMistake, ...]


def find_mistakes(
    gold: Sequence[GoldArticle], predictions: Mapping[str, Extraction], tolerance: float = 0
) -> list[Mistake]:
    """Every mistake, worst kinds first."""
    found = [
        _mistake(article, objects, *mistake)
        for article in gold
        for objects, alignment in align(article, predictions.get(article.id), tolerance).items()
        for mistake in _of_alignment(article, alignment, rule_of(objects, tolerance))
    ]
    cost = Counter((mistake.objects, mistake.kind) for mistake in found if mistake.what != "slots")
    return sorted(found, key=lambda m: (-cost[m.objects, m.kind], m.objects, m.kind, WHATS.index(m.what)))


def _of_alignment(
    article: GoldArticle, alignment: Alignment, rule: Rule
) -> Iterator[tuple[str, Item, list[SlotMistake]]]:
    text = article.text or ""
    for item in alignment.missed:
        yield "missed", item, [SlotMistake(name, said, "") for name, said in _said(item, text)]
    for item in alignment.spurious:
        yield "invented", item, [SlotMistake(name, "", said) for name, said in _said(item, text)]
    for pair in alignment.pairs:
        slots = list(_wrong_slots(pair, rule, text))
        if slots:
            yield "slots" if pair.strict else "wrong", pair.gold, slots


def _mistake(article: GoldArticle, objects: str, what: str, item: Item, slots: Sequence[SlotMistake]) -> Mistake:
    text, (start, end) = article.text or "", item.span
    return Mistake(
        article.id,
        article.lang,
        objects,
        item.group,
        what,
        start,
        end,
        before=text[max(0, start - _AROUND) : start],
        quote=text[start:end],
        after=text[end : end + _AROUND],
        slots=tuple(slots),
    )


def _said(item: Item, text: str) -> Iterator[tuple[str, str]]:
    return ((name, _shown(value, text)) for name, value in item.slots.items() if value is not None)


def _wrong_slots(pair: Pair, rule: Rule, text: str) -> Iterator[SlotMistake]:
    if not pair.gold.span.overlaps(pair.predicted.span):
        yield SlotMistake("span", pair.gold.span.of(text), pair.predicted.span.of(text))
    for name in {**pair.gold.slots, **pair.predicted.slots}:
        gold, predicted = pair.gold.slots.get(name), pair.predicted.slots.get(name)
        fills = compare_slot(gold, predicted, rule.tolerance)
        if not fills.right == fills.gold == fills.predicted:
            yield SlotMistake(name, _shown(gold, text), _shown(predicted, text))


def _shown(value: Value | None, text: str) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(_shown(one, text) for one in value)
    if isinstance(value, Quoted):
        return Span(*value.span).of(text) or "?"
    if isinstance(value, Amount):
        if value.value is None and value.low is None and value.high is None:
            return "vague"
        return f"{value.value:f}" if value.value is not None else f"{value.low}–{value.high}"
    return value
