"""What a person names on the command line, as runs and gold: folders, prediction files, or the name of an engine or
prompt version.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from evals.errors import UnmeasuredError
from evals.gold import Gold, load_gold
from evals.labels import GoldArticle, Kinds
from evals.runs import MANIFEST, RUNS, Run, load_run, run_engine, score_file
from evals.summary import ALL
from extract.catalogue import event_types, figure_kinds
from extract.errors import UsageError
from extract.pipeline import Settings
from extract.schema import Extraction


def open_gold(folder: Path, split: str, ontology: Path | None = None, texts: Path | None = None) -> Gold:
    """The gold set, its kinds and types checked against the ontology."""
    kinds = frozenset(row.kind for row in figure_kinds(ontology))
    types = frozenset(row.type for row in event_types())
    return load_gold(folder, split, Kinds(kinds, types), texts)


def open_runs(names: Sequence[str], split: str, gold: Callable[[], Gold], recording: Path | None = None) -> list[Run]:
    """The runs named, each called as it was named; `gold` is asked for only if something must be scored.

    With `recording`, the folder of one, its prompt versions are replayed and `rules` is run, instead of looking for
    older runs of theirs. Raises UsageError for a name that is none of what it may be.
    """
    gold = cache(gold)
    runs = [open_run(name, split, gold, recording) for name in names]
    if len({run.name for run in runs}) < len(runs):
        runs = [replace(run, name=name) for run, name in zip(runs, names, strict=True)]
    return runs


def open_run(name: str, split: str, gold: Callable[[], Gold], recording: Path | None = None) -> Run:
    """One run: a run folder, a file of predictions, a replay, or the latest run of an engine or prompt version."""
    path = Path(name)
    if path.is_dir():
        return load_run(path)
    if path.is_file() and path.suffix != ".md":
        return score_file(path, gold())[0]
    if recording is not None:
        run, records = run_engine(gold(), Settings()) if name == "rules" else replay(name, gold(), recording)
        return replace(run, predictions=records)
    latest = _latest(name, split)
    if latest is None:
        raise UsageError(
            f"{name}: no such folder or file, and no run of an engine or prompt of this name under {RUNS}; "
            "give what `evals run` or `extract run` wrote, or replay a recording with --recorded"
        )
    return replace(latest, name=name)


def replay(prompt: str, gold: Gold, recording: Path, tolerance: float = 0) -> tuple[Run, list[Extraction]]:
    """Run a prompt version on recorded answers alone, and score what comes out.

    Raises RecordingError where `recording` does not have them, RecordingMiss where it was asked something else.
    """
    from evals.recordings.replay import replayed

    with replayed(prompt, gold, recording) as settings:
        return run_engine(gold, settings, tolerance)


def _latest(name: str, split: str) -> Run | None:
    runs = [load_run(path.parent) for path in RUNS.glob(f"*/{MANIFEST}")]
    named = [run for run in runs if name in _names(run) and split in (ALL, run.manifest.signature.split)]
    return max(named, key=lambda run: run.manifest.finished, default=None)


def _names(run: Run) -> tuple[str, ...]:
    """What a run may be called: its engine, its prompt, and its prompt without the digest ("v3" of "v3@1a2b")."""
    signature = run.manifest.signature
    prompt = signature.prompt or ""
    return signature.engine, prompt, re.split(r"[^\w.-]", prompt)[0]


def labelled_as_scored(run: Run, articles: Iterable[GoldArticle]) -> tuple[list[GoldArticle], int]:
    """The gold articles that a run was scored on, and how many of its articles are not here with the same labels.

    Raises UnmeasuredError when none is.
    """
    digests = {article.id: article.digest for article in run.manifest.articles}
    found = [article for article in articles if digests.get(article.id) == article.digest]
    if not found:
        raise UnmeasuredError(f"{run.name}: this gold has none of its articles; name the gold folder with --gold")
    return found, len(digests) - len(found)
