"""A table of short cells in aligned columns. Scores are many and short, so this is enough and much faster than a layout
engine; text of articles goes through `extract.show`, which wraps it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extract.terminal import visible

_NUMERIC = re.compile(r"[+−-]?[0-9][0-9.,]*( %)?|–")
_GAP = "  "


@dataclass(frozen=True, slots=True)
class Table:
    """Column names and rows; a column of numbers is set to the right."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""

    @classmethod
    def of(cls, heads: Iterable[str], rows: Iterable[Iterable[object]], title: str = "") -> "Table":
        """A table of whatever `str` makes of the cells, safe to print."""
        return cls(tuple(heads), tuple(tuple(visible(str(cell)) for cell in row) for row in rows), title)

    def __str__(self) -> str:
        columns = list(zip(self.heads, *self.rows, strict=True))
        widths = [max(map(len, column)) for column in columns]
        right = [all(map(_NUMERIC.fullmatch, column[1:])) for column in columns]
        lines = [
            _GAP.join(cell.rjust(w) if r else cell.ljust(w) for cell, w, r in zip(row, widths, right, strict=True))
            for row in (self.heads, *self.rows)
        ]
        return "\n".join(line.rstrip() for line in ([self.title, *lines] if self.title else lines))
