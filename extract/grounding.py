"""Proposals checked against the article's text: each becomes a record that quotes it, or a rejection with its reason.

The check trusts no engine, not even the rules: a figure's value must parse again out of its own evidence, every span
must lie in the text, none that tells something in page furniture, and nothing may be said twice.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from math import inf
from pathlib import Path

from extract import numbers
from extract.article import Article
from extract.dates import DateMention
from extract.mentions.quantities import find_quantities
from extract.mentions.quantity import bounds_hold
from extract.numbers import find_numbers
from extract.ontology.lexicon import load_lexicon
from extract.ontology.phrases import arabic_cases
from extract.proposals import EventProposal, FigureProposal, Named, Proposals
from extract.schema import Entity, Event, Evidence, Figure, Qualifier, Rejection, When
from extract.span import Span
from extract.text import fold_word, tokenize

Grounded = tuple[tuple[Figure, ...], tuple[Event, ...], tuple[Rejection, ...]]

_FOLLOWING = 20  # characters behind a number that may say how its digits read
_SCALES = tuple(Decimal(10) ** power for power in (0, 2, 3, 6, 9, 12))


def ground(article: Article, proposals: Proposals, ontology: Path | None = None) -> Grounded:
    """The records that `proposals` come to, numbered in order of place, and everything that was left out.

    `ontology` is the user's own file, whose words for units count too.
    """
    rejected = [_rejection(article, item.span, item.reason, item.detail) for item in proposals.left_out]
    figures: list[Figure] = []
    ids: dict[int, str] = {}  # index of the proposal -> id of its figure
    seen: set[tuple[object, ...]] = set()
    order = sorted(range(len(proposals.figures)), key=lambda index: proposals.figures[index].evidence)
    for index in order:
        proposal = proposals.figures[index]
        reason = _why_rejected(article, proposal, ontology)
        key = (proposal.number, proposal.kind)
        if reason is None and key in seen:
            reason = "duplicate"
        if reason is not None:
            rejected.append(_rejection(article, proposal.evidence, reason))
            continue
        seen.add(key)
        ids[index] = f"f{len(figures) + 1}"
        figures.append(_figure(article, ids[index], proposal))
    events: list[Event] = []
    for event in sorted(proposals.events, key=lambda item: item.trigger):
        reason = _outside(article, event.clause, event.trigger, *_slots(event))
        if reason is not None:
            rejected.append(_rejection(article, event.trigger, reason))
        else:
            events.append(_event(article, f"e{len(events) + 1}", event, ids))
    rejected.sort(key=_place)
    return tuple(figures), tuple(events), tuple(rejected)


def _why_rejected(article: Article, proposal: FigureProposal, ontology: Path | None) -> str | None:
    reason = _outside(article, proposal.evidence, proposal.number, *_slots(proposal))
    if reason is not None:
        return reason
    if not proposal.evidence.covers(proposal.number):
        return "number_outside_evidence"
    stated = [value for value in (proposal.value, proposal.low, proposal.high) if value is not None]
    if not bounds_hold(proposal.value, proposal.low, proposal.high, proposal.qualifier):
        return "bounds_disagree"
    if proposal.qualifier is Qualifier.VAGUE:
        return None if not stated else "value_of_a_vague_amount"
    if _parses(article, proposal, stated):
        return None
    measured = _measures(proposal.evidence.of(article.text), article.lang, ontology)
    return None if measured.issuperset(stated) else "value_not_in_quote"


def _parses(article: Article, proposal: FigureProposal, stated: Sequence[Decimal]) -> bool:
    """Whether every stated value is parsed again from the number's own characters, read as they stand in the text.

    An Arabic dual ("هجومان") spells its two in an ending, not in a numeral. A range may say its scale once ("2-3
    million"), so its lower bound may also be a found value in the scale of the upper one.
    """
    quote = proposal.number.of(article.text)
    found = _values(quote, article.lang)
    if not found.issuperset(stated):  # what follows may decide how digits read: «۲/۵ درصد», "2.500 منهم"
        found |= _values(proposal.evidence.of(article.text), article.lang)
        found |= _values_before(quote, article.text[proposal.number.end :][:_FOLLOWING], article.lang)
    if not found and article.lang == "ar" and _has_dual(quote):
        found = frozenset((Decimal(2),))
    if proposal.qualifier is Qualifier.RANGE:
        return proposal.high in found and any(value * scale == proposal.low for value in found for scale in _SCALES)
    return found.issuperset(stated)


@lru_cache(maxsize=4_096)
def _has_dual(quote: str) -> bool:
    return any(dual for form in fold_word(quote).split() for _, dual in arabic_cases(form))


@lru_cache(maxsize=4_096)
def _values(quote: str, lang: str) -> frozenset[Decimal]:
    """What a quote parses to; news says the same small numbers again and again."""
    return frozenset(number.value for number in find_numbers(quote, lang))


@lru_cache(maxsize=4_096)
def _values_before(quote: str, following: str, lang: str) -> frozenset[Decimal]:
    """What a quote parses to before the words that follow it in the text."""
    found = find_numbers(quote + following, lang)
    return frozenset(number.value for number in found if number.span.end <= len(quote))


@lru_cache(maxsize=4_096)
def _measures(quote: str, lang: str, ontology: Path | None) -> frozenset[Decimal]:
    """What a quote measures where that takes more than its number: "two hours and 20 minutes", "two decades"."""
    tokens, lexicon = tokenize(quote), load_lexicon(lang, ontology)
    quantities, _ = find_quantities(tokens, numbers.scan(tokens, lang), [""] * len(tokens), lexicon)
    found = (value for quantity in quantities for value in (quantity.value, quantity.low, quantity.high))
    return frozenset(value for value in found if value is not None)


def _outside(article: Article, told: Span, *others: Span) -> str | None:
    """Why the text does not hold these spans, or does not tell the first as part of the article."""
    size = len(article.text)
    for start, end in (told, *others):
        if not 0 <= start < end <= size:
            return "outside_the_text"
    before = bisect_left(article.excluded, (told.end,)) - 1  # they are in order and apart
    return "furniture" if before >= 0 and article.excluded[before].overlaps(told) else None


def _slots(proposal: FigureProposal | EventProposal) -> Iterator[Span]:
    for named in (proposal.place, proposal.source):
        if named is not None:
            yield named.span
    if proposal.when is not None:
        yield proposal.when.span
    if isinstance(proposal, EventProposal):
        yield from (named.span for named in (*proposal.actors, *proposal.targets))
        yield from proposal.mentions
        return
    if proposal.noun is not None:
        yield proposal.noun
    if proposal.party is not None:
        yield proposal.party.span


def _quote(article: Article, span: Span) -> Evidence:
    return Evidence(text=span.of(article.text), start=span.start, end=span.end)


def _entity(article: Article, named: Named | None) -> Entity | None:
    if named is None:
        return None
    span = named.span
    return Entity(text=span.of(article.text), start=span.start, end=span.end, name=named.name, iso=named.iso)


def _when(article: Article, mention: DateMention | None) -> When | None:
    if mention is None:
        return None
    return When(
        first=mention.first,
        last=mention.last,
        precision=mention.precision,
        evidence=_quote(article, mention.span),
        note=mention.note,
    )


def _place(rejection: Rejection) -> tuple[float, int, str]:
    """Order of place, what stands nowhere last."""
    quote = rejection.evidence
    return (quote.start, quote.end, rejection.reason) if quote is not None else (inf, 0, rejection.reason)


def _rejection(article: Article, span: Span | None, reason: str, detail: str = "") -> Rejection:
    """The rejection of what stands at `span`, moved into the text where it lies outside."""
    if span is None:
        return Rejection(reason=reason, evidence=None, detail=detail)
    start = min(max(0, span.start), len(article.text) - 1)
    inside = Span(start, min(max(span.end, start + 1), len(article.text)))
    return Rejection(reason=reason, evidence=_quote(article, inside), detail=detail)


def _figure(article: Article, name: str, proposal: FigureProposal) -> Figure:
    return Figure(
        id=name,
        kind=proposal.kind,
        value=proposal.value,
        low=proposal.low,
        high=proposal.high,
        qualifier=proposal.qualifier,
        unit=proposal.unit,
        noun=_quote(article, proposal.noun) if proposal.noun is not None else None,
        party=_entity(article, proposal.party),
        place=_entity(article, proposal.place),
        when=_when(article, proposal.when),
        source=_entity(article, proposal.source),
        evidence=_quote(article, proposal.evidence),
        flags=proposal.flags,
    )


def _event(article: Article, name: str, proposal: EventProposal, ids: dict[int, str]) -> Event:
    entities = [
        tuple(entity for named in group if (entity := _entity(article, named)) is not None)
        for group in (proposal.actors, proposal.targets)
    ]
    return Event(
        id=name,
        type=proposal.type,
        realis=proposal.realis,
        trigger=_quote(article, proposal.trigger),
        when=_when(article, proposal.when),
        place=_entity(article, proposal.place),
        actors=entities[0],
        targets=entities[1],
        source=_entity(article, proposal.source),
        figures=tuple(ids[index] for index in proposal.figures if index in ids),
        evidence=_quote(article, proposal.clause),
        mentions=tuple(_quote(article, span) for span in proposal.mentions),
    )
