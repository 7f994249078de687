"""Writes records: JSON Lines, CSV or Parquet, chosen by the output's suffix, one record at a time so memory stays flat.

A file takes its name only when it is complete and on the disk: until then it is a hidden file beside the target, which
an error or Ctrl-C removes, so an old output is either kept whole or replaced whole. CSV and Parquet hold one row a
figure and put the events into a second file, `<stem>.events<suffix>`; the columns are those of `extract.flat`.
"""

import csv
import io
import os
import re
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager, suppress
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, Protocol

from extract.errors import MissingExtra, OutputError, UsageError
from extract.files import uninterrupted
from extract.flat import EVENT_COLUMNS, FIGURE_COLUMNS, Cell, Column, Row, event_rows, figure_rows
from extract.schema import Extraction
from extract.wire import to_json

Write = Callable[[Extraction], None]
ROW_GROUP = 20_000  # rows held in memory before Parquet writes them out


# Characters that a terminal obeys, that reorder what is read, or at which line readers other than ours break a line.
# JSON may write any character as an escape, so every parser still gets the article's own characters.
_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def safe_json(text: str) -> str:
    """JSON text with controls and bidi marks as escapes; Arabic and Persian stay readable."""
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def json_line(extraction: Extraction) -> bytes:
    """One line of JSON Lines, in UTF-8."""
    return safe_json(to_json(extraction)).encode() + b"\n"


def stdout_writer(stream: BinaryIO) -> Write:
    """Writes JSON lines to `stream`; Ctrl-C waits for the line being written, so what was printed is always whole."""

    def write(extraction: Extraction) -> None:
        line = json_line(extraction)
        with uninterrupted():
            stream.write(line)
            stream.flush()

    return write


def check_output(path: Path) -> None:
    """Raise the UsageError that `open_output` would raise for this name, without touching the disk."""
    _format(path)


@contextmanager
def open_output(path: Path) -> Generator[Write]:
    """A function that writes records to `path`. The file(s) appear when the block ends well, and not at all otherwise.

    Raises UsageError before the block if the output cannot be made, OutputError if writing fails (disk full ...).
    """
    format_ = _format(path)
    with ExitStack() as stack:
        drafts = [stack.enter_context(_draft(target)) for target in format_.targets(path)]
        with _reporting(path):
            encoder = format_.encoder([draft.file for draft in drafts])
        stack.callback(encoder.abandon)

        def write(extraction: Extraction) -> None:
            with _reporting(path):
                encoder.write(extraction)

        yield write
        with _reporting(path):
            encoder.finish()
            for draft in drafts:
                draft.seal()
            for draft in drafts:
                draft.publish()


class Encoder(Protocol):
    """Turns records into the bytes of one or more open files."""

    def write(self, extraction: Extraction) -> None:
        """Add one record."""
        ...

    def finish(self) -> None:
        """Write what is still held back."""
        ...

    def abandon(self) -> None:
        """Let go of the files, which will be removed; does nothing after `finish`."""
        ...


class _JsonLines:
    def __init__(self, files: list[BinaryIO]) -> None:
        (self._file,) = files

    def write(self, extraction: Extraction) -> None:
        self._file.write(json_line(extraction))

    def finish(self) -> None:
        pass

    def abandon(self) -> None:
        pass


class _Csv:
    """RFC 4180, UTF-8 without a byte-order mark: Excel's import dialog asks for the encoding, and to everything else a
    mark would be part of the first column's name.
    """

    def __init__(self, files: list[BinaryIO]) -> None:
        self._texts = [io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True) for file in files]
        self._figures, self._events = (csv.writer(text, lineterminator="\r\n") for text in self._texts)
        self._figures.writerow(column.name for column in FIGURE_COLUMNS)
        self._events.writerow(column.name for column in EVENT_COLUMNS)

    def write(self, extraction: Extraction) -> None:
        self._figures.writerows(map(_csv_cells, figure_rows(extraction)))
        self._events.writerows(map(_csv_cells, event_rows(extraction)))

    def finish(self) -> None:
        for text in self._texts:
            text.detach()

    def abandon(self) -> None:
        pass


def _csv_cells(row: Row) -> list[Cell]:
    return [defused(cell) if isinstance(cell, str) else cell for cell in row]


_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")


def defused(text: str) -> str:
    """A text cell that no spreadsheet will run: controls become a blank, an apostrophe precedes a formula sign.

    Full-width signs count too: some spreadsheets fold them. Numbers never pass through here, so -5 stays a number.
    """
    text = _CONTROLS.sub(" ", text)
    return "'" + text if _FORMULA.match(text) else text


class _Parquet:
    def __init__(self, files: list[BinaryIO]) -> None:
        self._figures = _ParquetTable(files[0], FIGURE_COLUMNS)
        self._events = _ParquetTable(files[1], EVENT_COLUMNS)

    def write(self, extraction: Extraction) -> None:
        self._figures.add(figure_rows(extraction))
        self._events.add(event_rows(extraction))

    def finish(self) -> None:
        self._figures.finish()
        self._events.finish()

    def abandon(self) -> None:
        self._figures.abandon()
        self._events.abandon()


class _ParquetTable:
    """One Parquet file; rows are held until they fill a row group. Each column carries its meaning as metadata."""

    def __init__(self, file: BinaryIO, columns: tuple[Column, ...]) -> None:
        self._arrow: Any = import_module("pyarrow")
        types = {
            "text": self._arrow.string(),
            "number": self._arrow.float64(),
            "integer": self._arrow.int64(),
            "date": self._arrow.date32(),
        }
        self._schema = self._arrow.schema(
            [self._arrow.field(c.name, types[c.type], metadata={"meaning": c.meaning}) for c in columns]
        )
        self._writer: Any = import_module("pyarrow.parquet").ParquetWriter(file, self._schema)
        self._rows: list[Row] = []

    def add(self, rows: Iterator[Row]) -> None:
        self._rows.extend(rows)
        if len(self._rows) >= ROW_GROUP:
            self._flush()

    def finish(self) -> None:
        self._flush()
        self._writer.close()

    def abandon(self) -> None:
        with suppress(OSError):
            self._writer.close()
        self._writer.is_open = False  # a close that failed would be tried again at garbage collection, noisily

    def _flush(self) -> None:
        if not self._rows:
            return
        columns = zip(*self._rows, strict=True)
        arrays = [self._arrow.array(cells, field.type) for cells, field in zip(columns, self._schema, strict=True)]
        self._writer.write_table(self._arrow.Table.from_arrays(arrays, schema=self._schema))
        self._rows.clear()


class _Format(NamedTuple):
    encoder: Callable[[list[BinaryIO]], Encoder]
    tables: int
    needs: str = ""

    def targets(self, path: Path) -> list[Path]:
        return [path] if self.tables == 1 else [path, path.with_name(f"{path.stem}.events{path.suffix}")]


_FORMATS = {
    ".jsonl": _Format(_JsonLines, 1),
    ".csv": _Format(_Csv, 2),
    ".parquet": _Format(_Parquet, 2, needs="pyarrow"),
}


def _format(path: Path) -> _Format:
    format_ = _FORMATS.get(path.suffix.lower())
    if format_ is None:
        raise UsageError(f"{path}: the output's name must end in {', '.join(_FORMATS)}; the ending chooses the format")
    if format_.needs:
        try:
            import_module(format_.needs)
        except ImportError:
            raise MissingExtra("parquet", "writing Parquet") from None
    return format_


class _Draft:
    """A file being written beside its target, under a hidden name."""

    def __init__(self, target: Path) -> None:
        self._target = target.resolve()  # a symbolic link stays one
        self._path = self._target.with_name(f".hasila-{os.urandom(6).hex()}.tmp")
        self.file: BinaryIO = BytesIO()  # until it is opened

    def open(self) -> None:
        """Create the file; `discard` removes it by its name, so a signal at any moment leaves nothing behind."""
        self.file = self._path.open("xb")

    def seal(self) -> None:
        """Make sure that the content is on the disk."""
        self.file.flush()
        os.fsync(self.file.fileno())
        self.file.close()

    def publish(self) -> None:
        """Take the target's name, and the mode of the file that had it."""
        if self._target.exists():
            self._path.chmod(self._target.stat().st_mode & 0o777)
        self._path.replace(self._target)

    def discard(self) -> None:
        """Leave nothing behind; does nothing once published."""
        with suppress(OSError):  # closing flushes, which fails again on a full disk
            self.file.close()
        self._path.unlink(missing_ok=True)


@contextmanager
def _draft(target: Path) -> Generator[_Draft]:
    if target.exists() and not target.is_file():
        raise UsageError(f"{target}: is not a file, so it cannot be the output; choose another name")
    draft = _Draft(target)
    try:
        try:
            draft.open()
        except OSError as error:
            raise UsageError(f"{target}: cannot be written ({error.strerror}); choose another place with -o") from None
        yield draft
    finally:
        draft.discard()


@contextmanager
def _reporting(path: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"{path}: writing failed ({error.strerror or error}); nothing there was changed; mend that and run again"
        ) from error
