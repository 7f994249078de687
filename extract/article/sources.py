"""From the arguments of a call to the files they mean, in a stable order.

A folder is walked in name order and gives its article files; a file that somebody names is read whatever its suffix.
Documents that a reader would miss (a PDF, a picture) are let through to be refused by name, where other files of a
project (code, tables, Markdown) are passed over.
"""

import glob
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from extract.errors import ArticleError

STDIN: Final = "-"
FORMAT_OF: Final = {
    ".txt": "txt", ".text": "txt", ".html": "html", ".htm": "html", ".xhtml": "html", ".json": "json",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip
_REFUSED = frozenset(
    (".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp",
     ".tif", ".tiff", ".heic", ".zip", ".gz", ".bz2", ".xz", ".zst", ".7z", ".rar",)
)  # fmt: skip
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class Source(NamedTuple):
    """Something to read: `path` is None for standard input; `name` is for messages, `id` for its article."""

    path: Path | None
    name: str
    id: str


def find_sources(paths: Iterable[str | Path]) -> Iterator[Source | ArticleError]:
    """The sources that `paths` mean: files, folders, glob patterns, "-" for standard input."""
    for path in paths:
        if str(path) == STDIN:
            yield Source(None, "standard input", "stdin")
        else:
            yield from _from_path(path)


def printable(path: str | Path) -> str:
    """`path` as text that may be printed and written: undecodable bytes and control characters are escaped."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return _UNPRINTABLE.sub(lambda match: f"\\x{ord(match.group()):02x}", text)


def _source(path: Path) -> Source:
    return Source(path, printable(path), printable(path.stem))


def _from_path(path: str | Path) -> Iterator[Source | ArticleError]:
    where = printable(path)
    try:
        folder, there = Path(path).is_dir(), os.path.lexists(path)
    except (OSError, ValueError) as error:
        yield ArticleError(where, f"cannot be read ({_reason(error)})", "check the path")
        return
    if folder:
        yield from _from_folder(Path(path))
    elif there:
        yield _source(Path(path))
    elif any(sign in str(path) for sign in "*?["):
        yield from _from_pattern(str(path))
    else:
        yield ArticleError(where, "no such file or folder", "check the path")


def _from_pattern(pattern: str) -> Iterator[Source | ArticleError]:
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 Path.glob takes no absolute pattern
    if not found:
        yield ArticleError(
            printable(pattern), "the pattern matches no file", "check the pattern, and quote it in the shell"
        )
    for path in found:
        if not Path(path).is_dir():
            yield _source(Path(path))
        elif "**" not in pattern:  # there the files inside match by themselves
            yield from _from_folder(Path(path))


def _from_folder(folder: Path) -> Iterator[Source | ArticleError]:
    """Article files below `folder`. Linked folders are not entered, so a loop of links ends."""
    empty = True
    pending = [folder]
    while pending:
        here = pending.pop()
        try:
            with os.scandir(here) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            empty = False
            yield ArticleError(
                printable(here), f"the folder cannot be read ({_reason(error)})", "check its permissions"
            )
            continue
        # Folders come after the files beside them; the last pushed is the first walked.
        pending += [here / entry.name for entry in reversed(entries) if entry.is_dir(follow_symlinks=False)]
        for entry in entries:
            if (entry.is_file() or entry.is_symlink()) and not entry.is_dir() and _wanted(entry.name):
                empty = False
                yield _source(here / entry.name)
    if empty:
        yield ArticleError(
            printable(folder),
            "the folder holds no article",
            f"put {', '.join(FORMAT_OF)} files into it, or name other files one by one",
        )


def _wanted(name: str) -> bool:
    suffix = Path(name).suffix.lower()
    return not name.startswith(".") and (not suffix or suffix in FORMAT_OF or suffix in _REFUSED)


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
