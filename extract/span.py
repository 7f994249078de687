"""Positions in an article's text.

Every offset in hasila is a code point of the article's original text and every span is half-open, so
`text[span.start:span.end]` is always the quote itself.
"""

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of code points `[start, end)`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end
