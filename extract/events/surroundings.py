"""Which words stand around a token, clitics and endings aside: the look-ups that the conditions of triggers need most.

Most of them find nothing. So a whole stretch of the text is held against a word list at once, and only where something
is found are its tokens looked at one by one.
"""

from bisect import bisect_left
from itertools import chain

from extract.events.grammar import Grammar, stops
from extract.text import Tokens

_ENDS = frozenset(".!?؟؛\n")


class Surroundings:
    """The words of one text, as its grammar strips them, with the walls past which nobody looks."""

    __slots__ = ("_bare", "_ends", "_walls")

    def __init__(self, grammar: Grammar, tokens: Tokens) -> None:
        forms, known = tokens.forms, grammar.bare_among(tokens.vocabulary)
        self._bare = [known[form] for form in forms]
        ends = [at for at in tokens.where(tokens.vocabulary & _ENDS) if stops(forms, at)]
        self._ends = [-1, *ends]
        clauses = tokens.where(tokens.vocabulary & grammar.clauses)
        self._walls = [*(sorted({*ends, *clauses}) if clauses else ends), len(forms)]

    def any(self, words: frozenset[str], low: int, high: int) -> bool:
        """Whether any of `words` stands among the tokens `[low, high)`, walls or not."""
        return not words.isdisjoint(chain.from_iterable(self._bare[max(0, low) : high]))

    def ahead(self, words: frozenset[str], at: int, reach: int) -> int:
        """1-based distance to the first of `words` from token `at` on, 0 if none stands within reach."""
        walls = self._walls
        near = self._bare[at : min(at + reach, walls[bisect_left(walls, at)])] if at < walls[-1] else []
        return 0 if words.isdisjoint(chain.from_iterable(near)) else _first(words, near)

    def behind(self, words: frozenset[str], index: int, reach: int) -> int:
        """The same, from the token before `index` back."""
        wall = self._ends[bisect_left(self._ends, index) - 1]
        near = self._bare[max(index - reach, wall + 1) : index]
        return 0 if words.isdisjoint(chain.from_iterable(near)) else _first(words, near[::-1])


def _first(words: frozenset[str], near: list[tuple[str, ...]]) -> int:
    return next(distance for distance, bare in enumerate(near, 1) if not words.isdisjoint(bare))
