"""Reads an output file back: `load` as records, `figures_frame` and `events_frame` as pandas tables.

Lines are split at line feeds alone, because quotes may hold U+2028 or U+0085. pandas is imported when a frame is made.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from pydantic import ValidationError

from extract.errors import UsageError
from extract.flat import EVENT_COLUMNS, FIGURE_COLUMNS, Column, Row, event_rows, figure_rows
from extract.schema import SCHEMA, Extraction
from extract.wire import from_json

if TYPE_CHECKING:
    from pandas import DataFrame  # pyright: ignore[reportMissingTypeStubs]

_DTYPES = {"text": "string", "number": "Float64", "integer": "Int64", "date": "datetime64[s]"}


def load(path: str | Path) -> Iterator[Extraction]:
    """The records of a JSON Lines file, in order, read as they are asked for; `list(load(path))` holds them all.

    Raises UsageError at once for a file that cannot be opened, and, naming the line, for one that is not our output.
    """
    source = Path(path)
    try:
        source.open("rb").close()
    except OSError as error:
        raise UsageError(f"{source}: cannot be read ({error.strerror}); give a file that `extract run` wrote") from None
    return _load(source)


def _load(source: Path) -> Iterator[Extraction]:
    with source.open("rb") as lines:
        yield from read_lines(lines, str(source))


def read_lines(lines: Iterable[bytes], where: str) -> Iterator[Extraction]:
    """The records in `lines`, blank ones skipped; `where` names their origin in errors."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield from_json(line)
            except ValidationError as error:
                raise UsageError(f"{where}, line {number}: {_why(line, error)}") from None


def _why(line: bytes, error: ValidationError) -> str:
    try:
        data: Any = json.loads(line)
    except (ValueError, RecursionError):
        end = "" if line.endswith(b"\n") else " (the file ends in the middle of it)"
        return f"not a line of JSON{end}; write the file again with `extract run`"
    schema = cast("dict[str, object]", data).get("schema") if isinstance(data, dict) else None
    if not isinstance(schema, str) or not schema.startswith("hasila/"):
        return f'not a record of `extract run`, which has "schema": "{SCHEMA}"'
    if schema != SCHEMA:
        return f"written as {schema}, this version reads {SCHEMA}; install the hasila that wrote it"
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}; the record was changed after `extract run` wrote it"


def figures_frame(records: Iterable[Extraction]) -> "DataFrame":
    """One row a figure, with the columns of CSV and Parquet and nullable types (dates are midnight timestamps)."""
    return _frame(records, figure_rows, FIGURE_COLUMNS)


def events_frame(records: Iterable[Extraction]) -> "DataFrame":
    """One row an event, as `figures_frame`."""
    return _frame(records, event_rows, EVENT_COLUMNS)


def _frame(
    records: Iterable[Extraction], rows: Callable[[Extraction], Iterator[Row]], columns: tuple[Column, ...]
) -> "DataFrame":
    pandas: Any = import_module("pandas")
    cells = [row for record in records for row in rows(record)]
    data = {
        column.name: pandas.Series([row[index] for row in cells], dtype=_DTYPES[column.type])
        for index, column in enumerate(columns)
    }
    return pandas.DataFrame(data)
