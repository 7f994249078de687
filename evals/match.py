"""Which predicted object answers which gold object: maximum-weight alignment inside one article.

Objects are compared slot by slot. Exact pairs count most, then pairs that agree leniently, then agreement of slots and
spans, and the total is maximised (CEAF's one-to-one alignment, Luo 2005). Both sides are sorted first, so no order of
input matters and ties always fall the same way.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extract.span import Span

Value = Hashable | None
_ROUNDING = Decimal("1e-9")  # a third is written with as many digits as somebody had patience for


@dataclass(frozen=True, slots=True)
class Item:
    """An object to be matched: where it stands and what its slots say. A slot left out or None says nothing.

    `group` is its kind or type, under which it is counted. A slot whose value is a `Quoted` is equal to another when
    the quotes overlap or mean the same name.
    """

    id: str
    span: Span
    group: str
    slots: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Quoted:
    """The value of a slot that quotes the text."""

    span: Span
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """What must agree: the slots of a strict match, those of a lenient one, and whether leniency needs touching spans."""

    strict: tuple[str, ...]
    lenient: tuple[str, ...]
    lenient_overlap: bool = False
    tolerance: Decimal = Decimal(0)


FIGURES = Rule(strict=("kind", "value", "qualifier", "unit"), lenient=("kind", "value"))
EVENTS = Rule(strict=("type", "realis"), lenient=("type",), lenient_overlap=True)


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold object and the prediction aligned to it."""

    gold: Item
    predicted: Item
    strict: bool
    lenient: bool


@dataclass(frozen=True, slots=True)
class Alignment:
    """All pairs of one article, and what is left on either side: missed gold and spurious predictions."""

    pairs: tuple[Pair, ...]
    missed: tuple[Item, ...]
    spurious: tuple[Item, ...]


def equal(first: Value, second: Value, tolerance: Decimal = Decimal(0)) -> bool:
    """Whether two slot values say the same; two nulls say nothing and are not equal.

    Numbers are Decimals (or tuples of them, for bounds) and may differ by `tolerance`, as a share of the first.
    """
    if first is None or second is None:
        return False
    if isinstance(first, Quoted) and isinstance(second, Quoted):
        return first.span.overlaps(second.span) or (first.name is not None and first.name == second.name)
    if isinstance(first, Decimal) and isinstance(second, Decimal):
        return abs(first - second) <= max(tolerance, _ROUNDING) * max(abs(first), abs(second))
    if isinstance(first, tuple) and isinstance(second, tuple):
        return len(first) == len(second) and all(
            (a is None and b is None) or equal(a, b, tolerance) for a, b in zip(first, second, strict=True)
        )
    return first == second


def match(gold: Sequence[Item], predicted: Sequence[Item], rule: Rule) -> Alignment:
    """Align `predicted` to `gold`, one to one; pairs that share nothing are not made."""
    gold, predicted = sorted(gold, key=_canonical), sorted(predicted, key=_canonical)
    if not gold or not predicted:
        return Alignment((), tuple(gold), tuple(predicted))
    import numpy
    from scipy.optimize import linear_sum_assignment

    most = 1 + max(len(item.slots) for item in (*gold, *predicted))
    weights = numpy.array([[_weight(g, p, rule, most, len(gold)) for p in predicted] for g in gold], dtype=float)
    rows, columns = linear_sum_assignment(weights, maximize=True)
    pairs = [
        _pair(gold[row], predicted[column], rule)
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
        if weights[row, column] > 0
    ]
    answered, used = {id(pair.gold) for pair in pairs}, {id(pair.predicted) for pair in pairs}
    return Alignment(
        tuple(pairs),
        tuple(item for item in gold if id(item) not in answered),
        tuple(item for item in predicted if id(item) not in used),
    )


def _canonical(item: Item) -> tuple[object, ...]:
    return (item.span, item.group, sorted((name, repr(value)) for name, value in item.slots.items()), item.id)


def _agree(names: Sequence[str], gold: Item, predicted: Item, tolerance: Decimal) -> bool:
    """Whether all these slots agree; here null answers null, since an object may rightly leave a slot empty."""
    for name in names:
        a, b = gold.slots.get(name), predicted.slots.get(name)
        if not (a is None and b is None) and not equal(a, b, tolerance):
            return False
    return True


def _pair(gold: Item, predicted: Item, rule: Rule) -> Pair:
    overlap = gold.span.overlaps(predicted.span)
    lenient = _agree(rule.lenient, gold, predicted, rule.tolerance) and (overlap or not rule.lenient_overlap)
    strict = overlap and lenient and _agree(rule.strict, gold, predicted, rule.tolerance)
    return Pair(gold, predicted, strict, lenient)


def _weight(gold: Item, predicted: Item, rule: Rule, most: int, size: int) -> float:
    """Strict pairs outweigh any number of lenient ones, those any agreement of slots, those closeness of place."""
    pair = _pair(gold, predicted, rule)
    overlap = gold.span.overlaps(predicted.span)
    if not overlap and not pair.lenient:
        return 0.0
    agreeing = sum(equal(value, predicted.slots.get(name), rule.tolerance) for name, value in gold.slots.items())
    near = 1 / (2 + abs(gold.span.start - predicted.span.start))
    step = (most + 2) * size
    return pair.strict * step * step + pair.lenient * step + agreeing + overlap + near


Getter = Callable[[Item], str]
