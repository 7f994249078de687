"""Writes a small file so that it is there whole or not at all; what is streamed is written by `export`."""

import os
from contextlib import suppress
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
