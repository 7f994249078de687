"""Replays a recording: the settings it was made with, and its answers in place of the network."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from evals.gold import Gold
from evals.recordings.cassettes import cassette_path, load_cassette
from evals.recordings.errors import RecordingError
from evals.recordings.manifest import Manifest, load_manifest
from evals.recordings.tapes import Tape, replaying
from extract.pipeline import Settings
from extract.prompts import load_prompt


@contextmanager
def replayed(prompt: str, gold: Gold, folder: Path) -> Generator[Settings]:
    """The settings for `prompt`; inside the block, what is asked with them about `gold` is answered from `folder`.

    Raises RecordingError when the recording does not cover these articles, RecordingMiss for a question that is not
    in it.
    """
    manifest = load_manifest(folder)
    name = load_prompt(prompt).name
    again = manifest.command(prompt, gold.split)
    _check_covers(manifest, name, gold, folder, again)
    paths = [cassette_path(folder, name, article.id) for article in gold.articles]
    exchanges = [(path, exchange) for path in paths if path.exists() for exchange in load_cassette(path)]
    with replaying(Tape(exchanges, again, [path.stem for path in paths if not path.exists()])):
        yield Settings("llm", llm=manifest.settings(prompt))


def _check_covers(manifest: Manifest, name: str, gold: Gold, folder: Path, again: str) -> None:
    version = manifest.prompts.get(name)
    if version is None:
        there = ", ".join(manifest.prompts) or "nothing"
        raise RecordingError(f"{folder}: prompt {name} is not recorded, but {there}; to record it: {again}")
    missing = [article.id for article in gold.articles if article.id not in version.articles]
    if missing:
        of = f"{len(missing)} of the {len(gold.articles)} articles of {gold.split}"
        others = [split for split in version.splits if split != gold.split]
        choose = f"choose what is ({', '.join(others)}) with --split, or " if others else ""
        raise RecordingError(
            f"{folder}: prompt {name} is not recorded on {of} ({', '.join(missing[:3])}); {choose}record them: {again}"
        )
