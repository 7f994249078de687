"""Finds a quote that a model gave in the article: folded, whole words only, attached particles allowed for.

A model may spell a hamza or a digit otherwise, drop a vowel mark or leave off an attached "and". It may not shorten a
word or a number: "45" is not found in "450", nor "مقتل" in "مقتلهم" beyond its ending.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from extract.text import Tokens, tokenize

LONGEST_QUOTE = 400  # characters
_BEFORE = {
    "ar": ("", "و", "ف", "ب", "ل", "ك", "ال", "وال", "فال", "بال", "كال", "لل", "ول", "وب", "ولل", "وبال", "فل", "فب"),
    "fa": ("", "ب", "ن"),
    "en": ("",),
}
_AFTER = {
    "ar": ("", "ه", "ها", "هم", "هن", "هما", "نا", "ا"),
    "fa": ("", "ي", "ها", "هاي", "هايي", "اش", "شان", "ان"),
    "en": ("", "'s"),
}


class Locator:
    """Looks quotes up in one article's tokens."""

    def __init__(self, tokens: Tokens, lang: str) -> None:
        self._tokens = tokens
        self._before, self._after = _BEFORE[lang], _AFTER[lang]

    @cached_property
    def _words(self) -> list[int]:
        """The tokens that are no line break, since a quote may run over one."""
        return [index for index, form in enumerate(self._tokens.forms) if form != "\n"]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each form stands, as indices into `_words`."""
        places: dict[str, list[int]] = defaultdict(list)
        for place, index in enumerate(self._words):
            places[self._tokens.forms[index]].append(place)
        return places

    def find(self, quote: str) -> Iterator[tuple[int, int]]:
        """Token ranges `[first, stop)` where `quote` stands, in order of place."""
        wanted = [form for form in tokenize(quote[:LONGEST_QUOTE]).forms if form != "\n"]
        if len(quote) > LONGEST_QUOTE or not any(form.isalnum() for form in wanted):
            return
        starts = {place for prefix in self._before for place in self._places.get(prefix + wanted[0], ())}
        if len(wanted) == 1:  # a prefix and an ending on one and the same word
            starts |= {
                place
                for prefix in self._before
                for ending in self._after
                for place in self._places.get(prefix + wanted[0] + ending, ())
            }
        for place in sorted(starts):
            if self._stands(wanted, place):
                yield self._words[place], self._words[place + len(wanted) - 1] + 1

    def _stands(self, wanted: list[str], place: int) -> bool:
        found = [self._tokens.forms[index] for index in self._words[place : place + len(wanted)]]
        if len(found) < len(wanted):
            return False
        if len(wanted) == 1:
            return True
        last, end = found[-1], wanted[-1]
        return found[1:-1] == wanted[1:-1] and last.startswith(end) and last[len(end) :] in self._after
