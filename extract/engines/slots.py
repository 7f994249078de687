"""Slots filled from what stands near: party, currency and place; who says it and when are looked up beside.

Near means what `nearby` says: in the same clause, else in the same sentence, else in the heading above a list.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from extract.engines.dating import Periods
from extract.engines.doers import body_of, doer_of
from extract.engines.nearby import BULLETS, FARTHEST, Nearby, named
from extract.engines.owners import owner_of, shares_party
from extract.engines.parties import party_of
from extract.engines.speakers import Speakers
from extract.events import Trigger
from extract.mentions import Mentions
from extract.mentions.places import Place
from extract.mentions.quantity import Quantity
from extract.names import NameMention
from extract.proposals import Named

_FROM = frozenset(("from", "من", "از"))
_DIRECTIONS = frozenset(("the", "خاك", "داخل", "اراضي"))
_UNMEASURED = frozenset(("duration", "age", "money", "percent", "share", "distance", "area", "weight"))


class Slots:
    """Looks up slots among one article's mentions."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._tokens = mentions.tokens
        self._nearby = Nearby(mentions)
        self.clauses = self._nearby.clauses
        self.speakers = Speakers(self._nearby)
        self.periods = Periods(self._nearby, self.speakers.spoken)
        self._parties: dict[int, Named | None] = {}  # by the first token of a figure
        self._countries = Counter(name.name.iso for name in mentions.names)
        self._name_starts = [name.first for name in mentions.names]
        located = [place for place in mentions.places if place.located]
        self._located = located
        self._place_starts = [place.first for place in located]

    def names(self, first: int, stop: int) -> list[NameMention]:
        """Names that begin among the tokens `[first, stop)`."""
        low, high = bisect_left(self._name_starts, first), bisect_left(self._name_starts, stop)
        return self._mentions.names[low:high]

    def party(self, quantity: Quantity) -> Named | None:
        """Whose the figure is, or for deeds and means who did or gave it."""
        if quantity.kind in _UNMEASURED:
            return self._doer(quantity)
        if quantity.first not in self._parties:
            self._parties[quantity.first] = self._own_party(quantity) or self._shared_party(quantity)
        return self._parties[quantity.first]

    def _own_party(self, quantity: Quantity) -> Named | None:
        first, stop = self._tokens.sentence(quantity.first)
        names = self.names(max(first, quantity.first - 12), min(stop, quantity.stop + 8))
        found = party_of(self._tokens, quantity, names, self._mentions.lang)
        if found is not None:
            return Named(self._tokens.folded.origin(found.start, found.end), found.name.canonical, found.name.iso)
        agent = owner_of(self._mentions, self.speakers, quantity) or body_of(self._mentions, quantity)
        if agent is None or isinstance(agent, Named):
            return agent or self._doer(quantity)
        return named(self._mentions, agent)

    def _shared_party(self, quantity: Quantity) -> Named | None:
        """That of the figure before, where this one goes on from it: "five policemen killed and seven others hurt"."""
        low, _ = self._tokens.sentence(quantity.first)
        before = [one for _, one in self._mentions.quantities_between(max(low, quantity.first - 20), quantity.first)]
        if not before or not shares_party(self._tokens, before[-1], quantity, self._mentions.lang):
            return None
        return self.party(before[-1])

    def _doer(self, quantity: Quantity) -> Named | None:
        doer = doer_of(self._mentions, self.clauses, self.speakers.spoken, quantity)
        return named(self._mentions, doer) if doer is not None else None

    def currency(self, codes: Sequence[str]) -> str | None:
        """What a bare "dinar" or "rial" is here: the currency of the country that the article names most."""
        if not codes:
            return None
        countries = self._countries
        best = max(codes, key=lambda code: countries[code[:2]])
        return best if countries[best[:2]] else None

    def place(self, first: int, stop: int) -> Named | None:
        """The nearest place of the sentence behind a preposition, not the speaker's; one left only if no other."""
        low, high = self._nearby.window(first, stop)
        near = self._nearby.between(self._located, self._place_starts, low, high)
        told = [place for place in near if not self.speakers.spoken(place.first)]
        places = [place for place in told if not self._is_origin(place)] or told
        best = self._nearby.nearest([(place.first, place.stop) for place in places], first, stop)
        if best is not None:
            return named(self._mentions, places[best])
        return self.framed(first)

    def framed(self, first: int) -> Named | None:
        """The place in the label of the list's item at token `first`, or in the heading above the list."""
        low = self._tokens.sentence(first)[0]
        listed = self._in_label(low, first) or self._framing(low)
        return named(self._mentions, listed[0]) if listed else None

    def place_of(self, trigger: Trigger) -> Named | None:
        """The nearest located place of the sentence, unless it belongs to the speaker or to another happening; else
        that of the sentence which introduces the list.
        """
        low, _ = self._tokens.sentence(trigger.first)
        places = [
            place
            for place in self._nearby.between(
                self._located, self._place_starts, *self._nearby.window(trigger.first, trigger.stop)
            )
            if not self.speakers.spoken(place.first) and self._nearby.may_hold(place.first, place.stop, trigger, low)
        ]
        best = self._nearby.nearest([(place.first, place.stop) for place in places], trigger.first, trigger.stop)
        if best is None:
            places = self._places_above(low)
            best = len(places) - 1
        return named(self._mentions, places[best]) if best >= 0 else None

    def _framing(self, low: int) -> Sequence[Place]:
        """The last place of the heading above a list; a title heads no summary unless it ends in a colon."""
        found = self._places_above(low)[-1:]
        titled = low < self._mentions.body_start and found and ":" not in self._tokens.forms[found[0].first : low]
        return () if titled else found

    def _in_label(self, low: int, first: int) -> Sequence[Place]:
        """The places before the colon of a list's item: "- Islam Qala (Herat province): 11,160 families"."""
        label = self._tokens.forms[low : min(first, low + FARTHEST)]
        if ":" not in label or label[0] not in BULLETS:
            return ()
        return self._mentions.places_between(low, low + label.index(":"))

    def _places_above(self, first: int) -> Sequence[Place]:
        """The places of the sentence that introduces the list in which the sentence at `first` stands."""
        return next((found for found in (self._places_in(*above) for above in self._nearby.above(first)) if found), ())

    def _is_origin(self, place: Place) -> bool:
        """Whether a place is where somebody comes from ("returned from Iran", "عادت من إيران")."""
        at = place.first
        while at and self._tokens.forms[at - 1] in _DIRECTIONS:
            at -= 1
        return self._tokens.form(at - 1) in _FROM

    def _places_in(self, low: int, high: int) -> Sequence[Place]:
        near = self._nearby.between(self._located, self._place_starts, low, high)
        return [place for place in near if not self.speakers.spoken(place.first)]
