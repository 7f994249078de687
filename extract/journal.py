"""The journal of a run that asks a model: each finished article is on the disk the moment it is done.

`.FILE.journal` stands beside the output FILE as JSON Lines: first what decides the answers, then one line a finished
article. So whatever ends a run, the next one goes on from here and pays for nothing twice. The open file also carries
the lock that keeps two runs from writing one output.
"""

import hashlib
import json
import os
from collections.abc import Collection, Generator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cache
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from extract.article import Article
from extract.errors import JournalError, OutputError, UsageError
from extract.files import uninterrupted
from extract.schema import Extraction
from extract.usage import Usage
from extract.wire import to_json

try:
    import fcntl
except ImportError:  # Windows, where two runs at once are not noticed
    fcntl = None

if TYPE_CHECKING:
    from pydantic import TypeAdapter

FORMAT = "hasila-journal/1"
_HEAD = f'{{"format":"{FORMAT}"'.encode()


@dataclass(frozen=True, slots=True)
class Entry:
    """One finished article: the key of what was read, its record, and what it cost."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    key: str
    usage: Usage
    record: Extraction


def key_of(article: Article) -> str:
    """Names all of an article that its record depends on: two articles with one key have the same record."""
    parts = (
        article.id, article.text, article.sha256, article.lang, str(article.published), article.title, article.source,
        article.encoding, article.notes,
    )  # fmt: skip
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def journal_of(output: Path) -> Path:
    """Where the journal of a run that writes `output` is."""
    target = output.resolve()  # two names of one file share a journal, and so the lock
    return target.with_name(f".{target.name}.journal")


class Journal:
    """An open journal. `torn`: its last line was half written and is dropped. `done`: the run no longer needs it."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self.path = path
        self.started = datetime.now(UTC)
        self.torn = False
        self.done = False
        self._descriptor = descriptor
        self._places: dict[str, int] = {}  # key -> where its line starts: records stay on the disk
        self._end = 0

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __getitem__(self, key: str) -> Entry:
        with self.path.open("rb") as lines:
            lines.seek(self._places[key])
            return _entries().validate_json(lines.readline())

    @property
    def kept(self) -> bool:
        """Whether the file outlives the run, since another run may go on from it."""
        return bool(self._places) and not self.done

    def add(self, entry: Entry) -> None:
        """Put a finished article on the disk. Raises OutputError when the disk is full or gone."""
        head = f'{{"key":{json.dumps(entry.key)},"usage":{json.dumps(asdict(entry.usage))},"record":'
        line = head.encode() + to_json(entry.record).encode() + b"}\n"
        with uninterrupted():  # a line is on the disk and known to be, or neither
            place = self._end
            self._append(line)
            self._places[entry.key] = place

    def check_inputs(self, keys: Collection[str]) -> None:
        """Raise JournalError unless every article here is among the `keys` of the inputs."""
        strange = [key for key in self._places if key not in keys]
        if strange:
            name = self[strange[0]].record.article.id
            which = f"its article {name!r} is"
            if len(strange) > 1:
                which = f"{len(strange):,} of its articles, {name!r} first, are"
            raise JournalError(
                f"{self.path}: {which} not among the inputs, or read differently now; "
                "give the same inputs and reading options, or delete the file to start anew"
            )

    def load(self, signature: Mapping[str, object], resume: bool) -> None:
        """Read what an earlier run left, or start anew where it left nothing.

        Raises JournalError when the file is not a journal or is damaged, when what it keeps would be lost since
        `resume` is not set, and when it was made with another `signature`.
        """
        with self.path.open("rb") as lines:
            head = lines.readline()
            if not head or (not head.endswith(b"\n") and _HEAD.startswith(head[: len(_HEAD)])):
                return self._start(signature)
            before = self._header(head)
            if not lines.peek(1):
                return self._start(signature)
            if not resume:
                raise JournalError(
                    f"{self.path}: keeps what an unfinished run has paid for; add --resume to go on with that run, "
                    "or delete the file to start anew"
                )
            self._compare(before["signature"], signature)
            self.started = datetime.fromisoformat(before["started"])
            self._end = len(head)
            return self._read_entries(lines)

    def _start(self, signature: Mapping[str, object]) -> None:
        header = {"format": FORMAT, "started": self.started.isoformat(timespec="seconds"), "signature": signature}
        self._end = 0
        self._truncate()
        self._append(json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")

    def _header(self, line: bytes) -> dict[str, Any]:
        with suppress(ValueError, TypeError, KeyError):
            header: dict[str, Any] = json.loads(line)
            datetime.fromisoformat(header["started"])
            if header["format"] == FORMAT and isinstance(header["signature"], dict):
                return header
        raise JournalError(f"{self.path}: is not a journal that this version reads; move it away or delete it")

    def _compare(self, before: Mapping[str, object], now: Mapping[str, object]) -> None:
        names = [name for name in {**before, **now} if before.get(name) != now.get(name)]
        if names:
            changes = ", ".join(f"{name} was {before.get(name)!r} and is {now.get(name)!r}" for name in names)
            raise JournalError(
                f"{self.path}: was made with other settings: {changes}; "
                "use the same to go on, or delete the file to start anew"
            )

    def _read_entries(self, lines: BufferedReader) -> None:
        for number, line in enumerate(lines, 2):
            try:
                key = _key(line)
            except ValueError:
                if lines.peek(1):
                    raise JournalError(
                        f"{self.path}, line {number}: is damaged; delete that line to ask for its article again"
                    ) from None
                self.torn = True
                return self._truncate()
            self._places[key] = self._end
            self._end += len(line)
        return None

    def _append(self, line: bytes) -> None:
        try:
            rest = memoryview(line)
            while rest:
                rest = rest[os.write(self._descriptor, rest) :]
            os.fsync(self._descriptor)
        except OSError as error:
            with suppress(OSError):
                self._truncate()
            raise OutputError(
                f"{self.path}: writing failed ({error.strerror}); mend that, and go on with --resume"
            ) from error
        self._end += len(line)

    def _truncate(self) -> None:
        os.ftruncate(self._descriptor, self._end)

    def close(self) -> None:
        """Remove the file if nothing is left to go on from, then give up the lock."""
        if fcntl is None:  # Windows removes no open file
            os.close(self._descriptor)
        if not self.kept:
            self.path.unlink(missing_ok=True)
        if fcntl is not None:
            os.close(self._descriptor)


@contextmanager
def open_journal(output: Path, signature: Mapping[str, object], resume: bool) -> Generator[Journal]:
    """The journal of the run that writes `output`, locked; removed in the end when it is `done` or holds nothing.

    Raises UsageError when another run is writing `output` or the place cannot be written, JournalError as `load` does.
    """
    path = journal_of(output)
    descriptor = _lock(path, output)
    try:
        journal = Journal(path, descriptor)
        journal.load(signature, resume)
    except BaseException:
        os.close(descriptor)
        raise
    try:
        yield journal
    finally:
        journal.close()


def _lock(path: Path, output: Path) -> int:
    """An open descriptor of `path` that no other run holds."""
    while True:
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o666)
        except OSError as error:
            raise UsageError(f"{output}: cannot be written ({error.strerror}); choose another place with -o") from None
        if fcntl is None:
            return descriptor
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            raise UsageError(f"{output}: another run is writing it; wait for that, or choose another name") from None
        except OSError:  # a file system without locks
            return descriptor
        # A run that just ended may have removed the file between our opening it and our locking it.
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(descriptor), path.stat()):
                return descriptor
        os.close(descriptor)


def _key(line: bytes) -> str:
    """The key of a line. Raises ValueError when it is not a whole entry."""
    if not line.endswith(b"\n"):
        raise ValueError("the line has no end")
    return _entries().validate_json(line).key


@cache
def _entries() -> "TypeAdapter[Entry]":
    from pydantic import TypeAdapter

    return TypeAdapter(Entry)
