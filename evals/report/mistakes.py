"""Mistakes as a table for a person: text of articles, so laid out and made safe by `extract.show`."""

from collections.abc import Iterable

from rich.table import Table

from evals.mistakes import Mistake, SlotMistake
from extract.show import plain_table

_TELLING = ("value", "qualifier", "unit", "realis")  # what tells one missed or invented object of a kind from another


def mistake_table(mistakes: Iterable[Mistake]) -> Table:
    """One line a mistake, with its quote marked in the text around it."""
    rows = (
        (m.kind, m.what, m.article, f"…{m.before}⟦{m.quote}⟧{m.after}…", "; ".join(map(_slot, _told(m))))
        for m in mistakes
    )
    return plain_table(("kind", "what", "article", "text", "gold → predicted"), rows)


def _told(mistake: Mistake) -> list[SlotMistake]:
    whole = mistake.what in ("missed", "invented")
    return [slot for slot in mistake.slots if not whole or slot.slot in _TELLING]


def _slot(slot: SlotMistake) -> str:
    return f"{slot.slot}: {slot.gold or '–'} → {slot.predicted or '–'}"
