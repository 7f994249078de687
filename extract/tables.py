"""Tables that are built from the lexicon files, kept between runs: building them takes longer than reading an article.

A table is kept in the user's cache folder under a digest of this package's files (their sizes and times), the Python
that wrote it and whatever else it was built from, so a changed word or rule is never missed. Whatever goes wrong with
the cache, the table is built anew. `HASILA_CACHE` names another folder, or is "off".
"""

import gc
import hashlib
import os
import pickle
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TypeVar, cast

from extract.files import write_whole

T = TypeVar("T")
_SIZE = hashlib.sha256().digest_size


def kept(name: str, build: Callable[[], T], *sources: bytes) -> T:
    """`build()`, or what it gave in an earlier run with the same `sources`. Its own exceptions pass through.

    `name` is the table's file name; `sources` is what the table is built from beside the package itself.
    """
    folder = cache_folder()
    if folder is None:
        return build()
    path = folder / f"{name}.tables"
    with _collector_off():
        key = hashlib.sha256(b"\0".join((_package(), name.encode(), *sources))).digest()
        found = _read(path, key)
        if found is not None:
            return cast("T", found[0])
        table = build()
        _write(path, key, (table,))
    return table


def _read(path: Path, key: bytes) -> tuple[object] | None:
    with suppress(Exception):  # a damaged file may raise anything while it is read
        data = path.read_bytes()
        if data[:_SIZE] == key:
            return pickle.loads(memoryview(data)[_SIZE:])  # noqa: S301 - written by us, into the user's own folder
    return None


def _write(path: Path, key: bytes, table: object) -> None:
    with suppress(Exception):  # also what cannot be pickled says so in several ways
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(path, key + pickle.dumps(table, pickle.HIGHEST_PROTOCOL))


@contextmanager
def _collector_off() -> Generator[None]:
    """Tables are many small objects, none of them garbage: looking for some takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def cache_folder() -> Path | None:
    """Where this user's caches go; None where nothing is to be kept."""
    named = os.environ.get("HASILA_CACHE", "")
    if named.lower() == "off":
        return None
    if named:
        return Path(named)
    with suppress(RuntimeError):  # a user without a home
        if sys.platform == "win32":
            base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
        elif sys.platform == "darwin":
            base = Path.home() / "Library" / "Caches"
        else:
            base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        return Path(base, "hasila")
    return None


@cache
def _package() -> bytes:
    """Names the package's files as they are now, and the Python that runs them."""
    lines = sorted(_files(Path(__file__).parent))
    return "\n".join([sys.version, *lines]).encode()


def _files(folder: Path | str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            elif entry.name.endswith((".py", ".toml")):
                about = entry.stat()
                yield f"{entry.path} {about.st_size} {about.st_mtime_ns}"
