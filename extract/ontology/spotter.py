"""Spotters: which tokens of a text mean something to a rule, when a token's form alone can say so.

Most words of a text were seen before and mean nothing to most rules. A spotter asks its rule once a form, so that a
token costs one look-up.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

from extract.text import Tokens

T = TypeVar("T")
_LIMIT = 30_000  # forms; then the memory starts afresh, so that it stays flat on any input


class Spotter(Generic[T]):
    """Remembers what `analyse` says of each form: something, or None for a form that means nothing."""

    def __init__(self, analyse: Callable[[str], T | None]) -> None:
        self._analyse = analyse
        self._asked: set[str] = set()
        self._found: dict[str, T] = {}

    def of(self, form: str) -> T | None:
        """What `form` means."""
        meaning = self._found.get(form)
        if meaning is None and form not in self._asked:
            self._make_room()
            self._ask(form)
            meaning = self._found.get(form)
        return meaning

    def find(self, tokens: Tokens) -> list[tuple[int, T]]:
        """The tokens that mean something, in order, with what they mean."""
        self._make_room()
        for form in tokens.vocabulary.difference(self._asked):
            self._ask(form)
        found = self._found
        if tokens.vocabulary.isdisjoint(found):
            return []
        return [(index, found[form]) for index, form in enumerate(tokens.forms) if form in found]

    def _ask(self, form: str) -> None:
        self._asked.add(form)
        meaning = self._analyse(form)
        if meaning is not None:
            self._found[form] = meaning

    def _make_room(self) -> None:
        """Forget everything once it is too much; never while a text is being read, which may hold more by itself."""
        if len(self._asked) >= _LIMIT:
            self._asked.clear()
            self._found.clear()
