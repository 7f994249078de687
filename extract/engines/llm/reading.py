"""Takes a model's quotes in: a quote must stand in the article, and the value is parsed out of it.

The value that a record gets is the parsed one, and what a rule excludes (dates, ordinals, unit numbers ...) stays
excluded whoever proposes it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import Field

from extract import numbers
from extract.dates import DateMention
from extract.engines.llm.answers import MALFORMED, REALIS, Item, Refused, items, kinds, short, types
from extract.engines.llm.locate import LONGEST_QUOTE, Locator
from extract.engines.rules import figure_of
from extract.engines.slots import Slots
from extract.mentions import Mentions
from extract.mentions.quantity import Quantity
from extract.numbers import Numeral
from extract.proposals import EventProposal, FigureProposal, Named
from extract.schema import Qualifier, Realis
from extract.span import Span

_LARGEST = Decimal(10) ** 18
_LONGEST_COUNT = 30  # tokens
FIGURE_SLOTS = ("noun", "party", "place", "when", "source")
EVENT_SLOTS = ("place", "when", "source")
_UNDECIDED = frozenset(("no_noun",))  # reasons of the rules that are no rule of the codebook: a model may know better


class FigureItem(Item):
    """A figure as the model states it."""

    quote: str = Field(max_length=LONGEST_QUOTE)
    value: Decimal | None
    kind: str
    noun: str | None = None
    party: str | None = None
    place: str | None = None
    when: str | None = None
    source: str | None = None


class EventItem(Item):
    """An event as the model states it."""

    quote: str = Field(max_length=LONGEST_QUOTE)
    type: str
    realis: str
    place: str | None = None
    when: str | None = None
    source: str | None = None


class Reader:
    """Turns replies about one article into proposals; `told` are figures that are not to be told twice."""

    def __init__(self, mentions: Mentions, ontology: Path | None, told: Sequence[FigureProposal] = ()) -> None:
        self._mentions, self._tokens = mentions, mentions.tokens
        self._kinds, self._types = kinds(ontology), types()
        self._locator = Locator(mentions.tokens, mentions.lang)
        self._numbers = {(figure.number, figure.kind) for figure in told}
        self._triggers: set[tuple[Span, str]] = set()
        self.figures: list[FigureProposal] = list(told)
        self.events: list[EventProposal] = []

    def read(self, data: dict[str, Any]) -> list[Refused]:
        """Take in the items of a reply; what cannot be used comes back, with its reason."""
        refused: list[Refused] = []
        for key in data.keys() - {"figures", "events"}:
            refused.append(Refused(MALFORMED, {key: data[key]}))
        for figure, said in items(data, "figures", FigureItem, refused):
            refused += self._add_figure(figure, said)
        for event, said in items(data, "events", EventItem, refused):
            refused += self._add_event(event, said)
        return refused

    def add_missed(self, quote: str, kind: str) -> list[Refused]:
        """Take in a figure of which only the words and the kind are given."""
        counts = [n.value for first, stop in self._locator.find(quote) for n in self._inside(first, stop)]
        value = counts[0] if counts else None
        return self._add_figure(FigureItem.model_construct(quote=quote, kind=kind, value=value), quote)

    def _add_figure(self, item: FigureItem, said: object) -> list[Refused]:
        if item.kind not in self._kinds:
            return [Refused("unknown_kind", said)]
        if item.value is not None and not abs(item.value) < _LARGEST:
            return [Refused("out_of_range", said)]
        reason, where = "quote_not_found", None
        for first, stop in self._locator.find(item.quote):
            where = self._tokens.span(first, stop)
            found = self._measured(item, first, stop)
            if isinstance(found, str):
                reason = found
            elif (found.number, found.kind) in self._numbers:
                reason = "duplicate"
            else:
                self._numbers.add((found.number, found.kind))
                filled, missing = self._slots(item, FIGURE_SLOTS)
                noun = filled.pop("noun", None)
                self.figures.append(replace(found, noun=noun.span if noun else found.noun, **filled))
                return [Refused("slot_not_found", text, where) for text in missing]
        return [Refused(reason, said, where)]

    def _measured(self, item: FigureItem, first: int, stop: int) -> FigureProposal | str:
        """The figure among the tokens `[first, stop)` that has the item's value, else the reason why there is none."""
        for _, quantity in self._mentions.quantities_between(first, stop):
            inside = quantity.count.first >= first and quantity.count.stop <= stop
            if inside and item.value in _values(quantity):
                return self._from_quantity(item.kind, quantity, first, stop)
        reason = "value_not_in_quote"
        for numeral in self._inside(first, stop):
            if numeral.value == item.value:
                excluded = self._excluded(numeral)
                if excluded is None and self._is_part(numeral):
                    excluded = "part_of_a_figure"
                if excluded is None:
                    return self._from_numeral(item.kind, numeral, first, stop)
                reason = excluded
        return reason

    def _inside(self, first: int, stop: int) -> list[Numeral]:
        """The numerals that lie wholly among the tokens `[first, stop)`."""
        low = bisect_left(self._numerals, first, key=lambda numeral: numeral.first)
        high = bisect_left(self._numerals, stop, key=lambda numeral: numeral.first)
        return [numeral for numeral in self._numerals[low:high] if numeral.stop <= stop]

    @cached_property
    def _near(self) -> Slots:
        return Slots(self._mentions)

    @cached_property
    def _numerals(self) -> list[Numeral]:
        return [numeral for numeral in numbers.scan(self._tokens, self._mentions.lang) if not numeral.plural_scale]

    @cached_property
    def _reasons(self) -> dict[int, str]:
        """Why the rules left counts out, by where they start."""
        return {left.start: left.reason for left in self._mentions.left if left.reason not in _UNDECIDED}

    def _excluded(self, numeral: Numeral) -> str | None:
        covered = self._mentions.covered[numeral.first]
        if covered:
            return covered
        return "ordinal" if numeral.ordinal else self._reasons.get(numeral.start)

    def _is_part(self, numeral: Numeral) -> bool:
        """Whether the text goes on to another value: a bound of a range, the "62" of "62 tonnes and 400 kilograms"."""
        near = self._mentions.quantities_between(max(0, numeral.first - _LONGEST_COUNT), numeral.stop)
        counts = (one.count for _, one in near)
        return any(
            count.first <= numeral.first and numeral.stop <= count.stop and numeral.value != count.value
            for count in counts
        )

    def _from_quantity(self, kind: str, quantity: Quantity, first: int, stop: int) -> FigureProposal:
        figure, told = figure_of(self._mentions, self._near, quantity), self._tokens.span(first, stop)
        own = figure.evidence
        return replace(figure, kind=kind, evidence=Span(min(own.start, told.start), max(own.end, told.end)))

    def _from_numeral(self, kind: str, numeral: Numeral, first: int, stop: int) -> FigureProposal:
        return FigureProposal(
            kind=kind,
            qualifier=Qualifier.EXACT,
            value=numeral.value,
            low=numeral.value,
            high=numeral.value,
            unit=None,
            evidence=self._tokens.span(first, stop),
            number=self._tokens.folded.origin(numeral.start, numeral.end),
        )

    def _add_event(self, item: EventItem, said: object) -> list[Refused]:
        if item.type not in self._types or item.realis not in REALIS:
            return [Refused("unknown_type", said)]
        reason, where = "quote_not_found", None
        for first, stop in self._locator.find(item.quote):
            where = self._tokens.span(first, stop)
            if self._mentions.covered[first] == "furniture":
                reason = "furniture"
            elif (where, item.type) in self._triggers:
                reason = "duplicate"
            else:
                self._triggers.add((where, item.type))
                filled, missing = self._slots(item, EVENT_SLOTS)
                low, high = self._near.clauses.around(first)
                told = self._tokens.span(*self._mentions.trimmed(min(low, first), max(high, stop)))
                event = EventProposal(type=item.type, realis=Realis(item.realis), trigger=where, clause=told)
                self.events.append(replace(event, **filled))
                return [Refused("slot_not_found", text, where) for text in missing]
        return [Refused(reason, said, where)]

    def _slots(self, item: Item, names: Sequence[str]) -> tuple[dict[str, Any], list[str]]:
        """The item's slots that stand in the article, and a line for each that does not."""
        filled: dict[str, Any] = {}
        missing: list[str] = []
        for name in names:
            quote = getattr(item, name)
            if quote is None or not quote.strip():
                continue
            found = next(self._date(quote) if name == "when" else self._named(quote), None)
            if found is None:
                missing.append(f"{name}: {short(quote)}")
            else:
                filled[name] = found
        return filled, missing

    def _named(self, quote: str) -> Iterator[Named]:
        for first, stop in self._locator.find(quote):
            span = self._tokens.span(first, stop)
            known = next((place for place in self._mentions.places_between(first, stop) if place.name), None)
            yield Named(span, known.name, known.iso) if known is not None else Named(span)

    def _date(self, quote: str) -> Iterator[DateMention]:
        for first, stop in self._locator.find(quote):
            yield from self._mentions.dates_between(first, stop)


def _values(quantity: Quantity) -> tuple[Decimal | None, ...]:
    """What a model may rightly say that a quantity's value is: either end of a range, null for a vague amount."""
    if quantity.value is not None:
        return (quantity.value,)
    return (quantity.low, quantity.high, None)
