"""Which predicted object answers which gold object: maximum-weight alignment inside one article.

Objects are compared slot by slot. Strict pairs count most, then lenient ones, then agreeing slots, touching spans and
closeness, each level outweighing all later ones together, and the total is maximised (CEAF's one-to-one alignment, Luo
2005). Both sides are sorted first, so no order of input matters and ties always fall the same way.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations
from typing import NamedTuple

from evals.units import in_base_unit
from extract.span import Span

VERSION = "1"  # part of every signature: scores of different matchers are not compared
# Thirds are labelled to 12 digits and computed to 28: decimals agree when their tenth places do.
_SLACK = Decimal("1e-10")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its bounds. All three are None for a vague amount, which equals any other vague amount."""

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Quoted:
    """A slot that quotes the text: equal to another that overlaps it, says the same words or means the same name.

    `text` is folded, so that two spellings of one word are the same words.
    """

    span: Span
    text: str = ""
    name: str | None = None


Value = str | Amount | Quoted | tuple[Quoted, ...]  # a tuple is a slot with several fills, in no order


@dataclass(frozen=True, slots=True)
class Item:
    """An object to be matched: where it stands and what its slots say. A slot that is None or left out says nothing.

    `group` is its kind or type, under which it is counted.
    """

    id: str
    span: Span
    group: str
    slots: Mapping[str, Value | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """What must agree: the slots of a strict match (which also needs touching spans) and those of a lenient one.

    `tolerance` is how far two numbers may lie apart, as a share of the larger. `facets` are slots by whose value the
    objects are counted once more.
    """

    strict: tuple[str, ...]
    lenient: tuple[str, ...]
    lenient_overlap: bool = False
    tolerance: Decimal = Decimal(0)
    facets: tuple[str, ...] = ()


FIGURES = Rule(strict=("kind", "value", "qualifier", "unit"), lenient=("kind", "value"), facets=("qualifier",))
EVENTS = Rule(strict=("type", "realis"), lenient=("type",), lenient_overlap=True, facets=("realis",))


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


class Fills(NamedTuple):
    """How many fills of a slot are right, and how many either side has."""

    right: int
    gold: int
    predicted: int


def match(gold: Sequence[Item], predicted: Sequence[Item], rule: Rule) -> Alignment:
    """Align `predicted` to `gold`, one to one; objects that neither touch nor agree leniently are not paired."""
    gold, predicted = sorted(gold, key=_canonical), sorted(predicted, key=_canonical)
    size, most = min(len(gold), len(predicted)), 1 + max((_filled(item) for item in (*gold, *predicted)), default=0)
    pairs: dict[Edge, Pair] = {}
    for row, one in enumerate(gold):
        for column, other in enumerate(predicted):
            pair = _pair(one, other, rule)
            if pair.lenient or one.span.overlaps(other.span):
                pairs[row, column] = pair
    chosen = assign({edge: _weight(pair, rule, size, most) for edge, pair in pairs.items()})
    answered, used = {row for row, _ in chosen}, {column for _, column in chosen}
    return Alignment(
        tuple(pairs[edge] for edge in chosen),
        tuple(item for row, item in enumerate(gold) if row not in answered),
        tuple(item for column, item in enumerate(predicted) if column not in used),
    )


Edge = tuple[int, int]  # a gold object and a predicted one that may be paired
_TRY_ALL = 4  # up to so many objects on a side, trying all pairings is faster than loading scipy


def assign(weights: Mapping[Edge, float]) -> list[Edge]:
    """The edges of largest total weight that share no end, in order. Weights are positive."""
    chosen: list[Edge] = []
    for rows, columns in _components(weights):
        solve = _by_trial if max(len(rows), len(columns)) <= _TRY_ALL else _by_scipy
        chosen += solve(weights, rows, columns)
    return sorted(chosen)


def _components(edges: Mapping[Edge, float]) -> Iterator[tuple[list[int], list[int]]]:
    """Rows and columns that hang together; most often one of each, since objects that agree touch one another."""
    of_row: dict[int, set[int]] = defaultdict(set)
    of_column: dict[int, set[int]] = defaultdict(set)
    for row, column in edges:
        of_row[row].add(column)
        of_column[column].add(row)
    while of_row:
        row, columns = of_row.popitem()
        rows, todo = {row}, list(columns)
        while todo:
            for other in of_column[todo.pop()] - rows:
                rows.add(other)
                more = of_row.pop(other)
                todo += more - columns
                columns |= more
        yield sorted(rows), sorted(columns)


def _by_trial(weights: Mapping[Edge, float], rows: list[int], columns: list[int]) -> list[Edge]:
    padded = [*columns, *[-1] * len(rows)]  # -1 leaves a row unpaired
    trials = (
        [edge for edge in zip(rows, trial, strict=True) if edge in weights] for trial in permutations(padded, len(rows))
    )
    return max(trials, key=lambda edges: sum(weights[edge] for edge in edges))


def _by_scipy(weights: Mapping[Edge, float], rows: list[int], columns: list[int]) -> list[Edge]:
    import numpy
    from scipy.optimize import linear_sum_assignment

    matrix = numpy.array([[weights.get((row, column), 0.0) for column in columns] for row in rows])
    best = zip(*(side.tolist() for side in linear_sum_assignment(matrix, maximize=True)), strict=True)
    return [(rows[row], columns[column]) for row, column in best if (rows[row], columns[column]) in weights]


def compare_slot(gold: Value | None, predicted: Value | None, tolerance: Decimal = Decimal(0)) -> Fills:
    """How one slot of a pair agrees; null against null is nothing at all, neither success nor mistake."""
    if isinstance(gold, tuple) or isinstance(predicted, tuple):
        ours, theirs = _fills(gold), _fills(predicted)
        return Fills(_most_equal(ours, theirs), len(ours), len(theirs))
    return Fills(int(equal(gold, predicted, tolerance)), int(gold is not None), int(predicted is not None))


def equal(first: Value | None, second: Value | None, tolerance: Decimal = Decimal(0)) -> bool:
    """Whether two single fills say the same; two nulls say nothing and are not equal."""
    if first is None or second is None:
        return False
    if isinstance(first, Quoted) and isinstance(second, Quoted):
        same_words = bool(first.text) and first.text == second.text
        same_name = first.name is not None and first.name == second.name
        return same_words or same_name or first.span.overlaps(second.span)
    if isinstance(first, Amount) and isinstance(second, Amount):
        return _equal_amounts(first, second, tolerance)
    return first == second


def _equal_amounts(first: Amount, second: Amount, tolerance: Decimal) -> bool:
    """Numbers as written agree whatever their units, which are a slot of their own; so do 5 km and 5,000 m."""
    if first.value is None and second.value is None:
        bounds = ((first.low, second.low), (first.high, second.high))
        return all(a is b or _near(a, first.unit, b, second.unit, tolerance) for a, b in bounds)
    return _near(first.value, first.unit, second.value, second.unit, tolerance)


def _near(a: Decimal | None, unit_a: str | None, b: Decimal | None, unit_b: str | None, tolerance: Decimal) -> bool:
    if a is None or b is None:
        return False
    slack = max(_SLACK, tolerance * max(abs(a), abs(b)))
    if abs(a - b) <= slack:
        return True
    one, other = in_base_unit(a, unit_a), in_base_unit(b, unit_b)
    if one is None or other is None or one.unit != other.unit:
        return False
    return abs(one.number - other.number) <= max(_SLACK, tolerance * max(abs(one.number), abs(other.number)))


def _fills(value: Value | None) -> tuple[Quoted, ...]:
    if isinstance(value, tuple):
        return value
    return (value,) if isinstance(value, Quoted) else ()


def _most_equal(gold: tuple[Quoted, ...], predicted: tuple[Quoted, ...]) -> int:
    """The largest number of fills that can be paired off as equal."""
    return len(
        assign({(i, j): 1.0 for i, one in enumerate(gold) for j, other in enumerate(predicted) if equal(one, other)})
    )


def _filled(item: Item) -> int:
    return sum(len(value) if isinstance(value, tuple) else 1 for value in item.slots.values() if value is not None)


def _canonical(item: Item) -> tuple[Span, str, list[tuple[str, str]], str]:
    return item.span, item.group, sorted((name, repr(value)) for name, value in item.slots.items()), item.id


def _pair(gold: Item, predicted: Item, rule: Rule) -> Pair:
    overlap = gold.span.overlaps(predicted.span)
    lenient = (overlap or not rule.lenient_overlap) and _agree(rule.lenient, gold, predicted, rule.tolerance)
    strict = overlap and lenient and _agree(rule.strict, gold, predicted, rule.tolerance)
    return Pair(gold, predicted, strict, lenient)


def _agree(names: Sequence[str], gold: Item, predicted: Item, tolerance: Decimal) -> bool:
    """Whether all these slots agree; here null answers null, since an object may rightly leave a slot empty."""
    for name in names:
        a, b = gold.slots.get(name), predicted.slots.get(name)
        if not (a is None and b is None) and not equal(a, b, tolerance):
            return False
    return True


def _weight(pair: Pair, rule: Rule, size: int, most: int) -> float:
    gold, predicted = pair.gold, pair.predicted
    base = size * most + 1  # more than all pairs together can reach at any one level
    right = sum(
        compare_slot(value, predicted.slots.get(name), rule.tolerance).right for name, value in gold.slots.items()
    )
    levels = ((pair.strict * base + pair.lenient) * base + right) * base + gold.span.overlaps(predicted.span)
    return levels + 1 / (size * (2 + abs(gold.span.start - predicted.span.start)))
