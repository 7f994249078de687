"""Slots filled from what stands near: party, place, period and speaker of a figure or an event.

Near means: in the same clause, else in the same sentence, and for periods the frame that the sentence before sets for a
list ("خلال عام 2025: ..."). Lists of mentions are in order of place, so each look-up is a bisection and a short walk.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from extract.dates import DateMention
from extract.engines.doers import body_of, doer_of
from extract.engines.parties import party_of
from extract.events import Clauses, Trigger
from extract.mentions import Mentions
from extract.mentions.agents import Agent
from extract.mentions.places import Place
from extract.mentions.quantity import Quantity
from extract.mentions.speaker import Source
from extract.names import NameMention
from extract.ontology.words import words
from extract.proposals import Named

# Commas, and words that begin a clause about something else.
_WALLS = frozenset((*',،;؛:()"', "الذي", "التي", "الذين", "which", "who", "whom", "whose", "that", "كه"))
_BULLETS = frozenset(("-", "*", "•"))
_FARTHEST = 80  # tokens; only a sentence without marks goes on for longer
_LONGEST_LIST = 12  # items of a list that share the period set above it
_SPEECH_REACH = 6
_SAID = frozenset("said told announced reported wrote confirmed".split())
_FROM = frozenset(("from", "من", "از"))
_CHANGED_FROM = frozenset(
    (("down", "from"), ("up", "from"), ("نظر", "به"), ("بدلا", "من"), ("نزولا", "من"), ("صعودا", "من"))
)
_DETERMINERS = frozenset("the a an this that its their his her our".split())
_NAMED = 3  # tokens from a year to what it names: "the 2019 missile attack"
_DIRECTIONS = frozenset(("the", "خاك", "داخل", "اراضي"))
_CONTRAST_REACH = 3  # tokens from "while" over the verb of saying to the speaker
_CONTRASTS = frozenset("بينما فيما لكن ولكن while whereas but اما ولي".split())
_THAT = frozenset(("ان", "انه", "انها", "بان", "بانه", "بانها"))
_LONGEST_SPEAKER, _TO_THAT = 20, 5  # tokens of a sentence's opening, and from a place to "that"
_UNMEASURED = frozenset(("duration", "age", "money", "percent", "share", "distance", "area", "weight"))


T = TypeVar("T")


class Slots:
    """Looks up slots among one article's mentions."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._tokens = mentions.tokens
        self._countries = Counter(name.name.iso for name in mentions.names)
        self._name_starts = [name.first for name in mentions.names]
        located = [place for place in mentions.places if place.located]
        self._located = located
        self._place_starts = [place.first for place in located]
        self._all_place_starts = [place.first for place in mentions.places]
        self._trigger_starts = [trigger.first for trigger in mentions.triggers]
        self.clauses = Clauses(mentions.tokens)
        # What is the same for all of a sentence, by its first token.
        self._sources: dict[tuple[int, bool], Named | None] = {}
        self._frames: dict[int, DateMention | None] = {}
        self._date_starts = [date.first_token for date in mentions.dates]

    def names(self, first: int, stop: int) -> list[NameMention]:
        """Names that begin among the tokens `[first, stop)`."""
        low, high = bisect_left(self._name_starts, first), bisect_left(self._name_starts, stop)
        return self._mentions.names[low:high]

    def party(self, quantity: Quantity) -> Named | None:
        """Whose the figure is, or for deeds and means who did or gave it."""
        if quantity.kind in _UNMEASURED:
            return self._doer(quantity)
        first, stop = self._tokens.sentence(quantity.first)
        names = self.names(max(first, quantity.first - 12), min(stop, quantity.stop + 8))
        found = party_of(self._tokens, quantity, names, self._mentions.lang)
        if found is None:
            agent = body_of(self._mentions, quantity)
            return self._as_party(agent) if agent is not None else self._doer(quantity)
        span = self._tokens.folded.origin(found.start, found.end)
        return Named(span, found.name.canonical, found.name.iso)

    def _doer(self, quantity: Quantity) -> Named | None:
        return self._as_party(doer_of(self._mentions, self.clauses, self.spoken, quantity))

    def _as_party(self, agent: Agent | None) -> Named | None:
        if agent is None:
            return None
        return Named(self._tokens.folded.origin(agent.start, agent.end), agent.name, agent.iso)

    def currency(self, codes: Sequence[str]) -> str | None:
        """What a bare "dinar" or "rial" is here: the currency of the country that the article names most."""
        if not codes:
            return None
        countries = self._countries
        best = max(codes, key=lambda code: countries[code[:2]])
        return best if countries[best[:2]] else None

    def place(self, first: int, stop: int) -> Named | None:
        """The nearest place of the sentence behind a preposition, not the speaker's; one left only if no other."""
        low, high = self._window(first, stop)
        near = self._between(self._located, self._place_starts, low, high)
        told = [place for place in near if not self.spoken(place.first)]
        places = [place for place in told if not self._is_origin(place)] or told
        best = self._nearest([(place.first, place.stop) for place in places], first, stop)
        if best is not None:
            return self._as_named(places[best])
        low = self._tokens.sentence(first)[0]
        listed = self._in_label(low, first) or self._framing(low)
        return self._as_named(listed[0]) if listed else None

    def _framing(self, low: int) -> Sequence[Place]:
        """The last place of the heading above a list; a title heads no summary unless it ends in a colon."""
        found = self._places_above(low)[-1:]
        titled = low < self._mentions.body_start and found and ":" not in self._tokens.forms[found[0].first : low]
        return () if titled else found

    def _in_label(self, low: int, first: int) -> Sequence[Place]:
        """The places before the colon of a list's item: "- Islam Qala (Herat province): 11,160 families"."""
        label = self._tokens.forms[low : min(first, low + _FARTHEST)]
        if ":" not in label or label[0] not in _BULLETS:
            return ()
        return self._between(self._mentions.places, self._all_place_starts, low, low + label.index(":"))

    def _places_above(self, first: int) -> Sequence[Place]:
        """The places of the sentence that introduces the list in which the sentence at `first` stands."""
        return next((found for found in (self._places_in(*above) for above in self._above(first)) if found), ())

    def _is_origin(self, place: Place) -> bool:
        """Whether a place is where somebody comes from ("returned from Iran", "عادت من إيران")."""
        at = place.first
        while at and self._tokens.forms[at - 1] in _DIRECTIONS:
            at -= 1
        return self._tokens.form(at - 1) in _FROM

    def place_of(self, trigger: Trigger) -> Named | None:
        """The nearest located place of the sentence, unless it belongs to the speaker or to another happening; else
        that of the sentence which introduces the list.
        """
        low, _ = self._tokens.sentence(trigger.first)
        places = [
            place
            for place in self._between(self._located, self._place_starts, *self._window(trigger.first, trigger.stop))
            if not self.spoken(place.first) and self._may_hold(place.first, place.stop, trigger, low)
        ]
        best = self._nearest([(place.first, place.stop) for place in places], trigger.first, trigger.stop)
        if best is None:
            places = self._places_above(low)
            best = len(places) - 1
        return self._as_named(places[best]) if best >= 0 else None

    def spoken(self, index: int) -> bool:
        """Whether token `index` belongs to the speaker: to the name, or to what stands before "that" ("قالت مصادر في
        الحسكة إن").
        """
        low, _ = self._tokens.sentence(index)
        source = self._mentions.sources.get(low)
        if source is None or self._tokens.starts[index] < source.start or low + _LONGEST_SPEAKER < index:
            return False
        if self._tokens.starts[index] < source.end:
            return True
        forms, end = self._tokens.forms, bisect_left(self._tokens.starts, source.end)
        return not _THAT & set(forms[end : index + 1]) and bool(_THAT & set(forms[index + 1 : index + 1 + _TO_THAT]))

    def _places_in(self, low: int, high: int) -> Sequence[Place]:
        near = self._between(self._located, self._place_starts, low, high)
        return [place for place in near if not self.spoken(place.first)]

    def _as_named(self, place: Place) -> Named:
        return Named(self._tokens.folded.origin(place.start, place.end), place.name, place.iso)

    def place_after(self, first: int, stop: int) -> Named | None:
        """The place among the tokens `[first, stop)`: one behind a preposition, else a site or town, else a country."""
        places = self._between(self._mentions.places, self._all_place_starts, first, stop)
        ranked = sorted(places, key=lambda place: (not place.located, place.is_country, place.first))
        return self._as_named(ranked[0]) if ranked else None

    def when(self, first: int, stop: int) -> DateMention | None:
        """The date that governs the tokens `[first, stop)`."""
        near = self._between(self._mentions.dates, self._date_starts, *self._window(first, stop))
        dates = [date for date in near if not self._is_apart(date, first, stop)]
        return self._behind_dateline(dates, first, stop)

    def when_of(self, trigger: Trigger) -> DateMention | None:
        """The date that governs a happening: one of its own clause, or one that no other happening's clause holds."""
        low, _ = self._tokens.sentence(trigger.first)
        dates = [
            date
            for date in self._between(
                self._mentions.dates, self._date_starts, *self._window(trigger.first, trigger.stop)
            )
            if self._may_date(date, trigger, low)
        ]
        return self._behind_dateline(dates, trigger.first, trigger.stop)

    def _behind_dateline(self, dates: Sequence[DateMention], first: int, stop: int) -> DateMention | None:
        """The nearest of the sentence's dates, else its frame. The day of a dateline is that of writing, and counts
        only where the text names the same day.
        """
        low, _ = self._tokens.sentence(first)
        body = self.clauses.behind_dateline(low)
        told = self._nearest_date(dates, first, stop)
        if told is None or not told.first_token < body <= first:
            return told if told is not None else self._frame(low)
        other = self._nearest_date([date for date in dates if date.first_token >= body], first, stop)
        same = other is not None and (other.first, other.last) == (told.first, told.last)
        return told if same else other

    def _nearest_date(self, dates: Sequence[DateMention], first: int, stop: int) -> DateMention | None:
        best = self._nearest([(date.first_token, date.stop_token) for date in dates], first, stop)
        return dates[best] if best is not None else None

    def _may_date(self, date: DateMention, trigger: Trigger, sentence: int) -> bool:
        if self._is_apart(date, trigger.first, trigger.stop):
            return False
        if self._mentions.lang == "en" and self._dates_speech(date, trigger):
            return False
        if self._mentions.lang == "fa" and trigger.form.finite and date.first_token >= trigger.stop:
            return False  # the verb has closed its clause
        return self._may_hold(date.first_token, date.stop_token, trigger, sentence)

    def _dates_speech(self, date: DateMention, trigger: Trigger) -> bool:
        """ "Three were killed, police said on Monday": the day of saying so, which tells nothing of the happening."""
        forms, first = self._tokens.forms, date.first_token
        for at in range(first - 1, max(-1, first - 1 - _SPEECH_REACH), -1):
            if forms[at] in _SAID:
                return not at < trigger.first < first and trigger.type != "statement"
            if not forms[at].isalpha():
                break
        return False

    def _may_hold(self, low: int, high: int, trigger: Trigger, sentence: int) -> bool:
        """Whether what stands at the tokens `[low, high)` can speak of `trigger`: no other clause's own."""
        first, stop = self.clauses.around(low, high)
        if first <= trigger.first < stop or first <= sentence or high <= trigger.first:
            return True  # its own clause, or a frame that the sentence set before
        return bisect_left(self._trigger_starts, first) == bisect_left(self._trigger_starts, stop)

    def _is_apart(self, date: DateMention, first: int, stop: int) -> bool:
        """Whether the date is of something else than the tokens `[first, stop)` tell: of what that is compared with, or
        of a noun that it names ("Article 12 of the 1983 convention").
        """
        names = self._mentions.lang == "en" and not 0 <= first - date.stop_token < _NAMED and self._names_a_noun(date)
        return names or self._compared(date.first_token, date.stop_token, first, stop)

    def _names_a_noun(self, date: DateMention) -> bool:
        if date.stop_token - date.first_token > 1 or not self._tokens.forms[date.first_token].isdecimal():
            return False
        before, after = self._tokens.form(date.first_token - 1), self._tokens.form(date.stop_token)
        return (before in _DETERMINERS or before.endswith("'s")) and after.isalpha()

    def _compared(self, low: int, high: int, first: int, stop: int) -> bool:
        """Whether a comparison parts a date from what it might govern: "nine attacks, against 27 in 2024"."""
        between = self._tokens.forms[high:first] if high <= first else self._tokens.forms[stop:low]
        if not words("outdated", self._mentions.lang).isdisjoint(between):
            return True
        return any(pair in _CHANGED_FROM for pair in pairwise(between))

    def source(self, first: int, in_list: bool = False) -> Named | None:
        """The speaker of the sentence, or of the one that introduces the list it stands in."""
        low, _ = self._tokens.sentence(first)
        if self._contrasts(first, low) or self._names_speaker(first, low):
            return None
        if (low, in_list) not in self._sources:
            self._sources[low, in_list] = self._named_speaker(low, in_list)
        return self._sources[low, in_list]

    def source_of(self, trigger: Trigger) -> Named | None:
        """Who tells of a happening; what a statement itself declares, nobody tells of it."""
        source = self._mentions.sources.get(self._tokens.sentence(trigger.first)[0])
        if trigger.type == "statement" and source is not None and (source.voice or self._speaks(source, trigger)):
            return None
        return self.source(trigger.first, in_list=True)

    def _speaks(self, source: Source, trigger: Trigger) -> bool:
        """Whether the words of a statement are those that attribute it: "The affiliate claimed the ambush"."""
        starts = self._tokens.starts
        after = trigger.stop < len(starts) and source.start == starts[trigger.stop]
        return after or 0 <= starts[trigger.first] - source.end <= 1

    def _names_speaker(self, index: int, low: int) -> bool:
        """Whether the token at `index` is of the speaker's own name: "two security sources said"."""
        source = self._mentions.sources.get(low)
        return source is not None and source.start <= self._tokens.starts[index] < source.end

    def _contrasts(self, index: int, low: int) -> bool:
        """Whether the speaker of the sentence is set against what stands at token `index`: "parties signed a charter,
        while a spokesman denied ...", but not "they fired while retreating, the army said".
        """
        source = self._mentions.sources.get(low)
        if source is None or source.start <= self._tokens.starts[index]:
            return False
        at = bisect_left(self._tokens.starts, source.start)
        for form in reversed(self._tokens.forms[max(index, at - _CONTRAST_REACH) : at]):
            if form in _CONTRASTS or form in _WALLS:
                return form in _CONTRASTS
        return False

    def _named_speaker(self, low: int, in_list: bool) -> Named | None:
        source = self._mentions.sources.get(low)
        if source is None and in_list:
            speakers = (self._mentions.sources.get(above) for above, _ in self._above(low))
            source = next((speaker for speaker in speakers if speaker), None)
        return Named(self._tokens.folded.origin(source.start, source.end)) if source is not None else None

    def _frame(self, first: int) -> DateMention | None:
        """The period that a sentence above sets for the list in which the sentence at `first` stands."""
        if first not in self._frames:
            self._frames[first] = self._period_above(first)
        return self._frames[first]

    def _period_above(self, first: int) -> DateMention | None:
        for low, high in self._above(first):
            dates = self._between(self._mentions.dates, self._date_starts, low, high)
            if dates:
                return dates[-1]
        return None

    def _above(self, first: int) -> Iterator[tuple[int, int]]:
        """The sentences that introduce a list, of which the one at `first` is an item or the continuation: those that
        end in a colon or stand above bullets.
        """
        forms = self._tokens.forms
        for _ in range(_LONGEST_LIST):
            item = forms[first] in _BULLETS
            before = first - 1
            while before > 0 and forms[before] == "\n":
                before -= 1
            if before <= 0 or not (item or forms[before] == ":"):
                return
            first, high = self._tokens.sentence(before)
            if forms[first] not in _BULLETS:
                yield first, high

    def _window(self, first: int, stop: int) -> tuple[int, int]:
        """The sentence around the tokens `[first, stop)`, as far as anything in it can govern them."""
        low, high = self._tokens.sentence(first)
        return max(low, first - _FARTHEST), min(high, stop + _FARTHEST)

    @staticmethod
    def _between(items: Sequence[T], starts: list[int], low: int, high: int) -> Sequence[T]:
        return items[bisect_left(starts, low) : bisect_left(starts, high)]

    def _nearest(self, ranges: Sequence[tuple[int, int]], first: int, stop: int) -> int | None:
        """The range that fewest tokens part from `[first, stop)`; a comma counts for many, what follows goes first."""

        if len(ranges) < 2:
            return 0 if ranges else None

        def distance(place: tuple[int, int]) -> float:
            low, high = (stop, place[0]) if place[0] >= stop else (place[1], first)
            walls = sum(map(_WALLS.__contains__, self._tokens.forms[low:high]))
            return (high - low) + 10 * walls + (0.5 if place[0] < first else 0)

        return min(range(len(ranges)), key=lambda index: distance(ranges[index]))
