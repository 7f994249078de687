"""One labelled article and what must hold for it.

A label quotes the text and gives the offsets too, so each proves the other. Bounds are checked against the number and
its qualifier (`gold/CODEBOOK.md`, "Bounds"), because nobody sees a wrong bound by reading.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from evals.errors import GoldError
from extract.schema import Event, Evidence, Extraction, Figure, Qualifier
from extract.span import Span

PRECISIONS = frozenset("day week month quarter season half year decade part vague period".split())


class Kinds(NamedTuple):
    """The closed lists of the ontology."""

    figures: frozenset[str]
    events: frozenset[str]


class GoldArticle(BaseModel):
    """A labelled article. `text` is null in a stand-off file; `story` names what it tells, so that splits keep it
    whole.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    lang: Literal["ar", "fa", "en"]
    published: date | None = None
    title: str | None = None
    story: str
    provenance: str
    annotators: tuple[str, ...] = ()
    notes: str = ""
    sha256: str
    text: str | None = None
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()

    @cached_property
    def digest(self) -> str:
        """Names the text and its labels, which is all that a score depends on."""
        scored = self.model_dump(mode="json", include={"id", "lang", "published", "sha256", "figures", "events"})
        return hashlib.sha256(json.dumps(scored, sort_keys=True).encode()).hexdigest()[:12]


def quotes(labels: GoldArticle | Extraction) -> Iterator[tuple[str, Evidence]]:
    """Every quote of the figures and events, each with the label and the slot that holds it ("f3.noun")."""
    for figure in labels.figures:
        yield from _named(
            figure.id,
            evidence=(figure.evidence,), noun=(figure.noun,), party=(figure.party,), place=(figure.place,),
            when=(figure.when and figure.when.evidence,), source=(figure.source,),
        )  # fmt: skip
    for event in labels.events:
        yield from _named(
            event.id,
            trigger=(event.trigger,), evidence=(event.evidence,), place=(event.place,), actors=event.actors,
            targets=event.targets, when=(event.when and event.when.evidence,), source=(event.source,),
            mentions=event.mentions,
        )  # fmt: skip


def _named(label: str, **slots: tuple[Evidence | None, ...]) -> Iterator[tuple[str, Evidence]]:
    return ((f"{label}.{name}", quote) for name, held in slots.items() for quote in held if quote is not None)


def slices_back(quote: Evidence, text: str) -> bool:
    """Whether the quote is exactly what the text has at its offsets."""
    return Span(quote.start, quote.end).of(text) == quote.text


def check_text(where: str, article: GoldArticle, text: str) -> None:
    """Raise GoldError unless `text` is what the labels of `article` were made on."""
    if hashlib.sha256(text.encode()).hexdigest() != article.sha256:
        raise GoldError(
            f"{where}: article {article.id!r}: the text does not match its sha256; labels hold for that exact text only"
        )
    for label, quote in quotes(article):
        if not slices_back(quote, text):
            found = Span(quote.start, quote.end).of(text)
            raise GoldError(
                f"{where}: article {article.id!r}: {label}: the text has {found!r} at [{quote.start}, {quote.end}), "
                f"not {quote.text!r}"
            )


def check_labels(where: str, article: GoldArticle, kinds: Kinds | None) -> None:
    """Raise GoldError for the first label that the codebook does not allow; `kinds` are the closed lists, if known."""
    for label, problem in (*_figure_problems(article, kinds), *_event_problems(article, kinds)):
        raise GoldError(f"{where}: article {article.id!r}: {label}: {problem}")


def _figure_problems(article: GoldArticle, kinds: Kinds | None) -> Iterator[tuple[str, str]]:
    ids = Counter(label.id for label in (*article.figures, *article.events))
    places = Counter((figure.evidence.start, figure.evidence.end, figure.kind) for figure in article.figures)
    for figure in article.figures:
        if ids[figure.id] > 1:
            yield figure.id, f"{ids[figure.id]} labels have this id; give each its own"
        if kinds is not None and figure.kind not in kinds.figures:
            yield figure.id, f"unknown kind {figure.kind!r}; `extract kinds` lists them"
        if places[figure.evidence.start, figure.evidence.end, figure.kind] > 1:
            yield figure.id, f"the same quote is labelled {figure.kind} twice; keep one"
        if not _well_bounded(figure):
            bounds = f"value {figure.value}, low {figure.low}, high {figure.high}"
            yield figure.id, f"{bounds} do not suit the qualifier {figure.qualifier}"
        yield from _when_problems(figure)


def _event_problems(article: GoldArticle, kinds: Kinds | None) -> Iterator[tuple[str, str]]:
    ids = Counter(label.id for label in (*article.figures, *article.events))
    places = Counter((event.trigger.start, event.trigger.end, event.type) for event in article.events)
    figures = {figure.id for figure in article.figures}
    for event in article.events:
        if ids[event.id] > 1:
            yield event.id, f"{ids[event.id]} labels have this id; give each its own"
        if kinds is not None and event.type not in kinds.events:
            yield event.id, f"unknown type {event.type!r}; `extract kinds` lists them"
        if places[event.trigger.start, event.trigger.end, event.type] > 1:
            yield event.id, f"the same trigger is labelled {event.type} twice; keep one"
        for name in event.figures:
            if name not in figures:
                yield event.id, f"is measured by {name!r}, which is no figure of this article"
        yield from _when_problems(event)


def _when_problems(label: Figure | Event) -> Iterator[tuple[str, str]]:
    when = label.when
    if when is None:
        return
    if when.precision not in PRECISIONS:
        yield f"{label.id}.when", f"unknown precision {when.precision!r}; use one of {', '.join(sorted(PRECISIONS))}"
    if when.first and when.last and when.last < when.first:
        yield f"{label.id}.when", f"ends on {when.last}, before it begins on {when.first}"


def _well_bounded(figure: Figure) -> bool:
    value, low, high = figure.value, figure.low, figure.high
    match figure.qualifier:
        case Qualifier.EXACT:
            return value is not None and value == low == high
        case Qualifier.AT_LEAST | Qualifier.MORE_THAN:
            return value is not None and low == value and high is None
        case Qualifier.AT_MOST | Qualifier.LESS_THAN:
            return value is not None and high == value and low is None
        case Qualifier.APPROXIMATE:
            return value is not None and low is None and high is None
        case Qualifier.VAGUE:
            return value is None and low is None and high is None
        case Qualifier.RANGE:
            return value is None and low is not None and high is not None and low < high
