"""Replies of models, kept between runs: what was asked and paid for once is not asked again.

A reply is kept raw, under a digest of the whole request, so that it is validated again whenever it is read. The digest
keeps the order of keys: a model fills in a schema's properties in the order in which they stand, so another order is
another question. Headers, and the key with them, are no part of it, and failures are never kept.

One SQLite file, which several processes may use at once. A file that cannot be used is a UsageError and not a run
without a cache, because such a run costs money; what goes wrong later (a full disk ...) only costs the cache, and is
logged once.
"""

import hashlib
import json
import logging
import os
import sqlite3
from collections.abc import Callable
from contextvars import ContextVar
from functools import partial
from pathlib import Path

import httpx2

from extract.errors import UsageError
from extract.tables import cache_folder
from extract.usage import METER

_MARK = 0x68736C61  # "hsla": SQLite's application_id, which tells our files from others
_VERSION = 1
_PATIENCE = 10.0  # seconds to wait for another process that writes


def default_store() -> Path | None:
    """Where replies are kept unless something else is said: beside the tables. None when HASILA_CACHE is "off"."""
    folder = cache_folder()
    return folder and folder / "replies.sqlite"


class Store:
    """Replies by digest, in one open file. Close it, or use it as a context manager."""

    def __init__(self, path: Path, file: sqlite3.Connection) -> None:
        self._path, self._file, self._broken = path, file, False

    @classmethod
    def open(cls, path: Path) -> "Store":
        """The cache in `path`, made if it is missing. Raises UsageError when it cannot be one."""
        try:
            return cls(path, _opened(path))
        except (OSError, sqlite3.Error) as error:
            raise UsageError(
                f"{path}: cannot hold the cache of replies ({error}); "
                "delete it, name another folder in HASILA_CACHE, or use --no-cache"
            ) from None

    def get(self, digest: bytes) -> bytes | None:
        """The reply kept under `digest`."""
        try:
            found = self._file.execute("SELECT body FROM replies WHERE digest = ?", (digest,)).fetchone()
        except sqlite3.Error as error:
            self._complain(error)
            return None
        return found and bytes(found[0])

    def put(self, digest: bytes, body: bytes) -> None:
        """Keep a reply."""
        try:
            self._file.execute("INSERT OR REPLACE INTO replies VALUES (?, ?)", (digest, body))
        except sqlite3.Error as error:
            self._complain(error)

    def forget(self, digest: bytes) -> None:
        """Keep no reply under `digest` any more."""
        try:
            self._file.execute("DELETE FROM replies WHERE digest = ?", (digest,))
        except sqlite3.Error as error:
            self._complain(error)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _complain(self, error: sqlite3.Error) -> None:
        if not self._broken:
            self._broken = True
            logging.getLogger("hasila").warning("%s: replies are not cached any more (%s)", self._path, error)


# Forgets the reply that the running task was given last: whether it can be used is seen only when it is read.
FORGET: ContextVar[Callable[[], None]] = ContextVar("FORGET", default=lambda: None)


class CachedTransport(httpx2.AsyncBaseTransport):
    """Answers from `store` what it holds, and keeps there what `inner` answers well; `store` is closed by its owner."""

    def __init__(self, store: Store, inner: httpx2.AsyncBaseTransport) -> None:
        self._store, self._inner = store, inner

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """One request."""
        digest = digest_of(request.method, request.url, await request.aread())
        FORGET.set(partial(self._store.forget, digest))
        body = self._store.get(digest)
        if body is not None:
            meter = METER.get()
            if meter is not None:
                meter.cached += 1
            return httpx2.Response(200, headers={"content-type": "application/json"}, content=body, request=request)
        reply = await self._inner.handle_async_request(request)
        if reply.status_code == 200 and reply.headers.get("content-type", "").startswith("application/json"):
            self._store.put(digest, await reply.aread())
        return reply

    async def aclose(self) -> None:
        """Close the connections."""
        await self._inner.aclose()


def digest_of(method: str, url: httpx2.URL, body: bytes) -> bytes:
    """Names a request: equal for the same JSON however it is spaced and escaped. Neither key nor password goes in."""
    address = str(url.copy_with(username=None, password=None))
    return hashlib.sha256("\n".join((method, address, canonical(body))).encode()).digest()


def canonical(body: bytes) -> str:
    """The JSON in `body` in one way of spacing and escaping, its keys in their order; what is no JSON, in hex."""
    try:
        return json.dumps(json.loads(body), separators=(",", ":"))
    except (ValueError, RecursionError):
        return body.hex()


def _opened(path: Path) -> sqlite3.Connection:
    """The file as a database with our table. SQLite gives its companions (-wal, -shm) the same mode."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    path.chmod(0o600)
    file = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        _prepare(file)
    except BaseException:
        file.close()
        raise
    return file


def _prepare(file: sqlite3.Connection) -> None:
    file.execute("BEGIN IMMEDIATE")  # of two processes that make the file, one waits here
    mark, version = _pragma(file, "application_id"), _pragma(file, "user_version")
    empty = not file.execute("SELECT 1 FROM sqlite_master").fetchone()
    if empty and not mark:
        file.execute("CREATE TABLE replies (digest BLOB PRIMARY KEY, body BLOB NOT NULL)")
        file.execute(f"PRAGMA application_id = {_MARK}")
        file.execute(f"PRAGMA user_version = {_VERSION}")
    elif (mark, version) != (_MARK, _VERSION):
        raise sqlite3.DatabaseError("it is another program's file, or another version's")
    file.execute("COMMIT")
    file.execute("PRAGMA journal_mode = WAL")
    file.execute("PRAGMA synchronous = NORMAL")  # a power cut may lose the last replies, never the file


def _pragma(file: sqlite3.Connection, name: str) -> int:
    return file.execute(f"PRAGMA {name}").fetchone()[0]
