"""What keeps files whole: a small one is written whole or not at all, and Ctrl-C waits; large ones are `export`'s."""

import os
import signal
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` in `path`, whose old content stays until the new is on the disk; missing folders are made.

    Raises OSError; nothing new is then left behind.
    """
    draft = path.with_name(f".hasila-{os.urandom(6).hex()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


@contextmanager
def uninterrupted() -> Generator[None]:
    """A block for which Ctrl-C waits; processes that are started in it never hear of one."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
