"""What the slots look up in: mentions in order of place, sentences, and the headings above a list.

Near means: in the same clause, else in the same sentence. Lists of mentions are in order of place, so each look-up is a
bisection and a short walk.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TypeVar

from extract.events import Clauses, Trigger, beside_from
from extract.mentions import Mentions
from extract.mentions.agents import Agent
from extract.mentions.places import Place
from extract.proposals import Named

# Commas, and words that begin a clause about something else.
WALLS = frozenset((*',،;؛:()"', "الذي", "التي", "الذين", "which", "who", "whom", "whose", "that", "كه"))
BULLETS = frozenset(("-", "*", "•"))
FARTHEST = 80  # tokens; only a sentence without marks goes on for longer
_LONGEST_LIST = 12  # items of a list that share the heading above it
_SAYS, _AND = frozenset(("says", "said")), frozenset(("and", "و"))
_WITH = frozenset(("with", "between", "مع", "بين", "با", "ميان"))

T = TypeVar("T")


def is_party(forms: list[str], place: Place) -> bool:
    """Whether a place stands for its government, and says not where: "relations with the United States", "بين بغداد
    وواشنطن", "Washington says".
    """
    if place.stop < len(forms) and forms[place.stop] in _SAYS:
        return True
    before = forms[max(0, place.first - 2) : place.first]
    joined = len(before) > 1 and (before[1] in _AND or forms[place.first].startswith("و"))
    if joined and before[1] in _AND and place.first > 2 and forms[place.first - 3] in _WITH:
        return True  # «بین بغداد و واشنگتن»
    return bool(before) and (before[-1] in _WITH or (joined and before[0] in _WITH))


def named(mentions: Mentions, one: Place | Agent) -> Named:
    """A place or an agent as a quote."""
    return Named(mentions.tokens.folded.origin(one.start, one.end), one.name, one.iso)


class Nearby:
    """Looks around in one article."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        self.tokens = mentions.tokens
        self.clauses = Clauses(mentions.tokens)
        self._trigger_starts = [trigger.first for trigger in mentions.triggers]

    def window(self, first: int, stop: int) -> tuple[int, int]:
        """The sentence around the tokens `[first, stop)`, as far as anything in it can govern them."""
        low, high = self.tokens.sentence(first)
        return max(low, first - FARTHEST), min(high, stop + FARTHEST)

    @staticmethod
    def between(items: Sequence[T], starts: list[int], low: int, high: int) -> Sequence[T]:
        """Those of the ordered `items` whose `starts` lie in `[low, high)`."""
        return items[bisect_left(starts, low) : bisect_left(starts, high)]

    def nearest(self, ranges: Sequence[tuple[int, int]], first: int, stop: int) -> int | None:
        """The range that fewest tokens part from `[first, stop)`; a comma counts for many, what follows goes first."""

        if len(ranges) < 2:
            return 0 if ranges else None

        def distance(place: tuple[int, int]) -> float:
            low, high = (stop, place[0]) if place[0] >= stop else (place[1], first)
            walls = sum(map(WALLS.__contains__, self.tokens.forms[low:high]))
            return (high - low) + 10 * walls + (0.5 if place[0] < first else 0)

        return min(range(len(ranges)), key=lambda index: distance(ranges[index]))

    def above(self, first: int) -> Iterator[tuple[int, int]]:
        """The sentences that introduce a list, of which the one at `first` is an item or the continuation: those that
        end in a colon or stand above bullets.
        """
        forms = self.tokens.forms
        for _ in range(_LONGEST_LIST):
            item = forms[first] in BULLETS
            before = first - 1
            while before > 0 and forms[before] == "\n":
                before -= 1
            if before <= 0 or not (item or forms[before] == ":"):
                return
            first, high = self.tokens.sentence(before)
            if forms[first] not in BULLETS:
                yield first, high

    def may_hold(self, low: int, high: int, trigger: Trigger, sentence: int) -> bool:
        """Whether what stands at the tokens `[low, high)` can speak of `trigger`: no other clause's own."""
        if high <= beside_from(self.tokens.forms, trigger.first):
            return False  # what is told of the deed that it is told beside
        first, stop = self.clauses.around(low, high)
        if first <= trigger.first < stop or first <= sentence or high <= trigger.first:
            return True  # its own clause, or a frame that the sentence set before
        return bisect_left(self._trigger_starts, first) == bisect_left(self._trigger_starts, stop)

    def may_date(self, low: int, high: int, first: int) -> bool:
        """Whether a date at the tokens `[low, high)`, behind what stands at `first`, can be of that: its clause is no
        other happening's own.
        """
        begin, end = self.clauses.around(low, high)
        return begin <= first or bisect_left(self._trigger_starts, begin) == bisect_left(self._trigger_starts, end)
