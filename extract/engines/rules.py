"""The rules engine: offline, deterministic, the default. It turns mentions into proposals by what stands near what.

Every slot is filled only where the text says it plainly; a slot left null is better than a guess from far away.
"""

from typing import Any

from extract.engines.events import propose_events
from extract.engines.figure_places import FigurePlaces
from extract.engines.locations import Locations
from extract.engines.phrases import Phrases
from extract.engines.sites import Sites
from extract.engines.slots import Slots
from extract.mentions import Mentions
from extract.mentions.quantity import Quantity
from extract.proposals import FigureProposal, LeftOut, Named, Proposals


def propose(mentions: Mentions) -> Proposals:
    """The figures and events that the mentions of one article amount to."""
    slots = Slots(mentions)
    phrases = Phrases(mentions)
    sites = Sites(mentions, slots, phrases)
    locations = Locations(mentions, slots, phrases, sites)
    figure_places = FigurePlaces(mentions, slots, phrases, sites)
    events, places = propose_events(mentions, slots, phrases, locations)
    figures = tuple(
        _figure(mentions, slots, one, figure_places.of(one, places.get(at)))
        for at, one in enumerate(mentions.quantities)
    )
    origin = mentions.tokens.folded.origin
    left_out = tuple(LeftOut(left.reason, origin(left.start, left.end), left.detail) for left in mentions.left)
    return Proposals(figures, events, left_out)


def figure_of(mentions: Mentions, slots: Slots, quantity: Quantity, **filled: Any) -> FigureProposal:
    """The figure that a quantity amounts to; `filled` are further fields of it, its slots."""
    origin = mentions.tokens.folded.origin
    count = quantity.count
    return FigureProposal(
        kind=quantity.kind,
        qualifier=quantity.qualifier,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit or slots.currency(quantity.codes),
        evidence=origin(quantity.start, quantity.end),
        number=origin(count.start, count.end),
        noun=origin(*quantity.noun) if quantity.noun is not None else None,
        flags=quantity.flags,
        **filled,
    )


def _figure(mentions: Mentions, slots: Slots, quantity: Quantity, place: Named | None) -> FigureProposal:
    """The figure with its slots."""
    return figure_of(
        mentions,
        slots,
        quantity,
        party=slots.party(quantity),
        place=place,
        when=slots.periods.of(quantity.first, quantity.stop),
        source=slots.speakers.of(quantity.first),
    )
