"""Records as tables for a person: figures, events and what was left out, article by article.

Every cell is plain text (console markup in an article stays text) made safe by `terminal.visible`. On a terminal each
printed line of right-to-left text is isolated, so that the columns stay in place; Latin columns come first, which gives
the line its left-to-right base.
"""

import json
import sys
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from extract.export import safe_json
from extract.flat import EVENT_COLUMNS, FIGURE_COLUMNS, Column, Row, event_rows, figure_rows
from extract.schema import Entity, Event, Extraction, Figure, Qualifier, Status, When
from extract.terminal import isolated, visible

_SHORT = frozenset(("kind", "event", "type", "value", "qualifier", "realis"))  # columns that are never folded
PIPE_WIDTH = 110  # columns where there is no terminal to ask


@dataclass(frozen=True, slots=True)
class Choice:
    """What to show: the kinds and event types named (all when empty), and whether the rejections instead."""

    kinds: frozenset[str] = frozenset()
    rejected: bool = False

    def of(self, extraction: Extraction) -> Extraction:
        """`extraction` with only what was chosen."""
        if self.rejected:
            return replace(extraction, figures=(), events=())
        figures = tuple(figure for figure in extraction.figures if not self.kinds or figure.kind in self.kinds)
        events = tuple(event for event in extraction.events if not self.kinds or event.type in self.kinds)
        return replace(extraction, figures=figures, events=events, rejected=())


class Cell(NamedTuple):
    """A table cell of untrusted text, one or more lines."""

    lines: tuple[str, ...]

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement.get(console, options, Text("\n".join(map(visible, self.lines))))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for paragraph in self.lines:
            for line in Text(visible(paragraph)).wrap(console, options.max_width):
                yield Segment(_apart(console, line.plain.rstrip()))
                yield Segment.line()


class _Console(Console):
    def on_broken_pipe(self) -> None:
        raise  # called while the BrokenPipeError is handled; the command gives it its exit code


def new_console() -> Console:
    """A console on stdout, as wide as the terminal, or of a fixed width in a pipe."""
    width = None if sys.stdout.isatty() else PIPE_WIDTH
    return _Console(highlight=False, emoji=False, markup=False, width=width)


def show(console: Console, extraction: Extraction, choice: Choice) -> None:
    """Print the chosen records of one article; an article with none of the chosen kinds prints nothing."""
    chosen = choice.of(extraction)
    if choice.kinds and not chosen.figures and not chosen.events:
        return
    article = chosen.article
    heading = [article.id, article.lang, str(article.published or ""), article.title or ""]
    title = " · ".join(_apart(console, visible(part)) for part in heading if part)
    console.print(Text(title, style="bold"), soft_wrap=True)
    if chosen.status is not Status.OK:
        console.print(Text(f"{chosen.status}: {visible(chosen.error or '')}", style="red"), soft_wrap=True)
    for note in article.notes:
        console.print(Text(f"note: {visible(note)}", style="dim"), soft_wrap=True)
    for table in _tables(extraction, chosen):
        if table.row_count:
            print_table(console, table)
    if not (chosen.figures or chosen.events or chosen.rejected):
        console.print(Text("nothing to show", style="dim"))
    console.print()


def print_table(console: Console, table: Table) -> None:
    """Print a table; in a pipe without the blanks that fill its last column."""
    if console.is_terminal:
        console.print(table)
        return
    with console.capture() as captured:
        console.print(table)
    for line in captured.get().split("\n")[:-1]:
        console.out(line.rstrip(), highlight=False)


def _apart(console: Console, line: str) -> str:
    return isolated(line) if console.is_terminal else line


def json_rows(extraction: Extraction, choice: Choice) -> Iterator[str]:
    """The chosen records as flat JSON objects, one a line, with the columns of CSV and Parquet."""
    chosen = choice.of(extraction)
    for row in figure_rows(chosen):
        yield _json("figure", FIGURE_COLUMNS, row)
    for row in event_rows(chosen):
        yield _json("event", EVENT_COLUMNS, row)
    for rejection in chosen.rejected:
        data = {"record": "rejected", "article_id": chosen.article.id, **asdict(rejection)}
        yield safe_json(json.dumps(data, ensure_ascii=False))


def _json(record: str, columns: tuple[Column, ...], row: Row) -> str:
    cells = {column.name: cell for column, cell in zip(columns, row, strict=True)}
    return safe_json(json.dumps({"record": record, **cells}, ensure_ascii=False, default=date.isoformat))


def _tables(extraction: Extraction, chosen: Extraction) -> Iterator[Table]:
    quotes = {figure.id: figure.evidence.text for figure in extraction.figures}
    figures = _table("kind", "value", "qualifier", "evidence", "who, where, when")
    for figure in chosen.figures:
        hedge = "" if figure.qualifier is Qualifier.EXACT else figure.qualifier.value
        _add(figures, [figure.kind], [amount(figure)], [hedge], [figure.evidence.text], _figure_notes(figure))
    yield figures
    events = _table("event", "realis", "evidence", "who, where, when")
    for event in chosen.events:
        _add(events, [event.type], [event.realis.value], [event.evidence.text], _event_notes(event, quotes))
    yield events
    rejected = _table("left out because", "evidence", "detail")
    for rejection in chosen.rejected:
        quote = rejection.evidence.text if rejection.evidence is not None else ""
        _add(rejected, [rejection.reason], [quote], [rejection.detail])
    yield rejected


def plain_table(names: Iterable[str], rows: Iterable[Iterable[object]]) -> Table:
    """A table of one-line cells."""
    table = _table(*names)
    for row in rows:
        _add(table, *([str(cell)] for cell in row))
    return table


def _table(*names: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in names:
        table.add_column(name, overflow="fold", no_wrap=name in _SHORT)
    return table


def _add(table: Table, *cells: Iterable[str]) -> None:
    table.add_row(*(Cell(tuple(lines)) for lines in cells))


def amount(figure: Figure) -> str:
    """The figure's number and unit as a reader would write them."""
    if figure.qualifier is Qualifier.RANGE:
        number = f"{_number(figure.low)}–{_number(figure.high)}"
    else:
        number = _number(figure.value)
    if figure.kind == "money" and number[-2:-1] == ".":
        number += "0"  # $61.20
    return f"{number} {figure.unit}" if figure.unit else number


def _number(value: Decimal | None) -> str:
    if value is None:
        return "?"
    if abs(value) >= 10**15:
        return f"{value:.3e}"
    return f"{value:,.4f}".rstrip("0").rstrip(".")


def _figure_notes(figure: Figure) -> list[str]:
    whose = [f"of {_name(figure.party)}"] if figure.party else []
    doubts = [f"doubt: {', '.join(figure.flags)}"] if figure.flags else []
    return whose + _circumstances(figure) + doubts


def _event_notes(event: Event, quotes: Mapping[str, str]) -> list[str]:
    actors = [f"by {_name(actor)}" for actor in event.actors]
    targets = [f"to {_name(target)}" for target in event.targets]
    return actors + targets + _circumstances(event) + [f"with {quotes.get(figure, figure)}" for figure in event.figures]


def _circumstances(record: Figure | Event) -> list[str]:
    lines = [f"in {_name(record.place)}"] if record.place else []
    if record.when:
        lines.append(f"when {period(record.when)}")
    if record.source:
        lines.append(f"says {_name(record.source)}")
    return lines


def _name(entity: Entity) -> str:
    return entity.name or entity.text


def period(when: When) -> str:
    """A resolved period, as short as it can be said ("2025", "2026-09", "2014-01-01…"), else the words of the text."""
    first, last = when.first, when.last
    if first is None and last is None:
        return when.evidence.text
    if first is None or last is None:
        return f"{first or ''}…{last or ''}"
    if first == last:
        return str(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}…{last.year}"
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole and (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    return f"{first}…{last}"
