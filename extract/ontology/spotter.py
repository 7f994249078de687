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
        self._known: dict[str, T | None] = {}
        self._telling: dict[str, T] = {}  # the forms that mean something

    def of(self, form: str) -> T | None:
        """What `form` means."""
        try:
            return self._known[form]
        except KeyError:
            self._make_room()
            return self._ask(form)

    def find(self, tokens: Tokens) -> list[tuple[int, T]]:
        """The tokens that mean something, in order, with what they mean."""
        self._make_room()
        known = self._known
        for form in tokens.vocabulary.difference(known):
            self._ask(form)
        forms = tokens.forms
        spotted = tokens.where(tokens.vocabulary & self._telling.keys())
        return [(index, self._telling[forms[index]]) for index in spotted]

    def _ask(self, form: str) -> T | None:
        meaning = self._known[form] = self._analyse(form)
        if meaning is not None:
            self._telling[form] = meaning
        return meaning

    def _make_room(self) -> None:
        """Forget everything once it is too much; never while a text is being read, which may hold more by itself."""
        if len(self._known) >= _LIMIT:
            self._known.clear()
            self._telling.clear()
