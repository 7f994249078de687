"""Records as flat rows: the columns of CSV, Parquet and data frames, one row a figure and one row an event.

Numbers become what JSON would hold (int or float), so a table says the same whether it was exported directly or read
back from JSON Lines. Lists (actors, flags ...) become one text cell, joined by " | ".
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple, cast

from extract.schema import Event, Extraction, Figure

Cell = str | int | float | date | None
Row = list[Cell]

_LARGEST_EXACT = 2**53  # beyond it a table's float column cannot hold every integer


class Column(NamedTuple):
    """One column: its name and type, what fills it (a path from the article or the record), and what it means."""

    name: str
    type: Literal["text", "number", "integer", "date"]
    path: str
    meaning: str


_ARTICLE = (
    Column("article_id", "text", "article.id", "the article's id"),
    Column("lang", "text", "article.lang", "its language: ar, fa or en"),
    Column("published", "date", "article.published", "its publication date"),
)
_WHEN = (
    Column("when", "text", "when.evidence.text", "the date expression, as written"),
    Column("when_first", "date", "when.first", "first day of the period it means; empty where open or unresolved"),
    Column("when_last", "date", "when.last", "last day of that period, inclusive; empty where open or unresolved"),
    Column("when_precision", "text", "when.precision", "day, week, month, year ..."),
)
_PLACE = (
    Column("place", "text", "place.text", "where, as written"),
    Column("place_name", "text", "place.name", "the place's canonical English name"),
    Column("place_iso", "text", "place.iso", "the place's country code (ISO 3166)"),
)
_SOURCE = (
    Column("source", "text", "source.text", "who says so, as written"),
    Column("source_name", "text", "source.name", "the source's canonical English name"),
)
_EVIDENCE = (
    Column("evidence", "text", "evidence.text", "the quote that says so"),
    Column("start", "integer", "evidence.start", "where the quote starts, in code points of the article's text"),
    Column("end", "integer", "evidence.end", "where it ends, exclusive"),
)
FIGURE_COLUMNS: tuple[Column, ...] = (
    *_ARTICLE,
    Column("figure_id", "text", "id", "the figure's id within the article"),
    Column("kind", "text", "kind", "what is counted or measured; `extract kinds` lists them"),
    Column("value", "number", "value", "the number as written; empty for ranges and vague amounts"),
    Column("low", "number", "low", "lower bound, inclusive; empty where open"),
    Column("high", "number", "high", "upper bound, inclusive; empty where open"),
    Column("qualifier", "text", "qualifier", "how the number is hedged: exact, approximate, at_least ..."),
    Column("unit", "text", "unit", "unit of measure, or currency (ISO 4217)"),
    Column("noun", "text", "noun.text", "what is counted, as written"),
    Column("party", "text", "party.text", "whose they are, or who did it, as written"),
    Column("party_name", "text", "party.name", "the party's canonical English name"),
    Column("party_iso", "text", "party.iso", "the party's country code (ISO 3166)"),
    *_PLACE,
    *_WHEN,
    *_SOURCE,
    *_EVIDENCE,
    Column("flags", "text", "flags", "doubts about the digits"),
)
EVENT_COLUMNS: tuple[Column, ...] = (
    *_ARTICLE,
    Column("event_id", "text", "id", "the event's id within the article"),
    Column("type", "text", "type", "what happened; `extract kinds` lists the types"),
    Column("realis", "text", "realis", "occurred, ongoing, planned, denied or hypothetical"),
    Column("trigger", "text", "trigger.text", "the word that tells the event"),
    *_WHEN,
    *_PLACE,
    Column("actors", "text", "actors.text", "who does it, as written"),
    Column("actor_names", "text", "actors.name", "their canonical English names"),
    Column("actor_isos", "text", "actors.iso", "their country codes (ISO 3166)"),
    Column("targets", "text", "targets.text", "to whom, as written"),
    Column("target_names", "text", "targets.name", "their canonical English names"),
    Column("target_isos", "text", "targets.iso", "their country codes (ISO 3166)"),
    *_SOURCE,
    Column("figures", "text", "figures", "ids of the figures that measure the event"),
    *_EVIDENCE,
)


def figure_rows(extraction: Extraction) -> Iterator[Row]:
    """One row for each figure, in order, with a cell for each of FIGURE_COLUMNS."""
    return _rows(extraction, extraction.figures, FIGURE_COLUMNS)


def event_rows(extraction: Extraction) -> Iterator[Row]:
    """One row for each event, in order, with a cell for each of EVENT_COLUMNS."""
    return _rows(extraction, extraction.events, EVENT_COLUMNS)


def _rows(extraction: Extraction, records: Iterable[Figure | Event], columns: tuple[Column, ...]) -> Iterator[Row]:
    paths = [column.path.split(".") for column in columns]
    for record in records:
        yield [
            _cell(_follow(extraction.article, path[1:]) if path[0] == "article" else _follow(record, path))
            for path in paths
        ]


def _follow(value: object, path: list[str]) -> object:
    for depth, name in enumerate(path):
        if value is None:
            return None
        if isinstance(value, tuple):
            return tuple(_follow(item, path[depth:]) for item in cast("tuple[object, ...]", value))
        value = getattr(value, name)
    return value


def _cell(value: object) -> Cell:
    if isinstance(value, tuple):
        cells = cast("tuple[str | None, ...]", value)
        return " | ".join(cell or "" for cell in cells) if any(cells) else None
    if isinstance(value, Decimal):
        exact = value == value.to_integral_value() and abs(value) <= _LARGEST_EXACT
        return int(value) if exact else float(value)
    if isinstance(value, str):
        return str(value)  # a StrEnum member becomes its plain value
    return cast("Cell", value)
