"""The command `evals record`: part of `evals.cli`, in a file of its own because of its many options."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from evals.options import GOLD, RECORDINGS, GoldFolder, Recordings, Split, Texts
from extract.options import BaseUrl, MaxTokens, Model, Modes, Reasks, Seed, Temperature
from extract.terminal import complain, say


def record(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The recording: a folder under --recordings.")],
    more: Annotated[
        list[str] | None, typer.Argument(metavar="VERSION", help="Prompt versions after that of --prompt.")
    ] = None,
    model: Model = None,
    base_url: BaseUrl = None,
    prompt: Annotated[
        list[str] | None, typer.Option(metavar="VERSION...", help="Prompt versions, as in --prompt v1 v2 v3.")
    ] = None,
    split: Split = "dev",
    mode: Modes = None,
    max_tokens: MaxTokens = None,
    reasks: Reasks = None,
    temperature: Temperature = None,
    seed: Seed = None,
    timeout: Annotated[
        float, typer.Option(min=1, metavar="SECONDS", help="Patience for one answer; a small machine may need it all.")
    ] = 600,
    model_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The model's file, for its sha256 in the manifest.")
    ] = None,
    server: Annotated[
        str | None, typer.Option(metavar="TEXT", help='Server and version, as "llama.cpp b1234".')
    ] = None,
    note: Annotated[
        list[str] | None, typer.Option(metavar="KEY=VALUE", help="Goes into the manifest; repeatable.")
    ] = None,
    gold: GoldFolder = GOLD,
    texts: Texts = None,
    recordings: Recordings = RECORDINGS,
) -> None:
    """Record what a model answers about the gold articles, so that anybody can replay it; goes on where it stopped."""
    from evals.recordings.record import prepare
    from evals.recordings.record import record as record_all
    from evals.sources import open_gold
    from extract.options import model_settings

    asked = {
        "model": model, "base_url": base_url, "mode": mode, "max_tokens": max_tokens, "reasks": reasks,
        "temperature": temperature, "seed": seed, "timeout": timeout, "deadline": 2 * timeout, "no_cache": True,
    }  # fmt: skip
    job = prepare(open_gold(gold, split, texts=texts), [*(prompt or ()), *(more or ())], model_settings("llm", asked))
    progress = record_all(job, job.manifest(name, model_file, server, _notes(note or ())), recordings, say)
    if progress.failed:
        complain(f"not recorded: {progress.failed} of {progress.total}; the same command goes on with them")
        raise typer.Exit(1)


def _notes(notes: Iterable[str]) -> dict[str, str]:
    pairs = [note.partition("=") for note in notes]
    for key, sign, value in pairs:
        if not key or not sign:
            raise typer.BadParameter(f"--note {key}{sign}{value}: write it as KEY=VALUE")
    return {key: value for key, _, value in pairs}
