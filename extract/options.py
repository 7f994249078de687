"""Options that several commands share, and those of `--engine llm` with the settings that they make.

A model's options have no defaults here (they stand in `ModelSettings` alone), so one that somebody gave can be told
from one that nobody did: with another engine it would change nothing, and is refused.
"""

import math
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from extract.endpoint import Mode, ModelSettings
from extract.errors import UsageError

_DEFAULTS = {field.name: field.default for field in fields(ModelSettings)}
Ontology = Annotated[
    Path | None, typer.Option("--ontology", metavar="FILE", help="Add the kinds and words of this TOML file.")
]
Lang = Annotated[str | None, typer.Option(help="Language of all articles (ar, fa, en); else found out.")]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="Publication date of all articles.")]


def _option(help: str, metavar: str, least: float | None = None, name: str = "", most: float | None = None) -> Any:
    shown = str(_DEFAULTS[name]) if name else False
    return typer.Option(help=f"llm: {help}.", metavar=metavar, min=least, max=most, show_default=shown)


Model = Annotated[str | None, _option("the model that is asked", "NAME")]
BaseUrl = Annotated[str | None, _option("address of the API; else OPENAI_BASE_URL, else OpenAI", "URL")]
PromptName = Annotated[str | None, _option("prompt version, or a file", "NAME", name="prompt")]
Modes = Annotated[Mode | None, _option("how JSON is asked for: json_schema or md_json", "NAME", name="mode")]
Temperature = Annotated[float | None, _option("sampling temperature", "X", 0, name="temperature")]
Seed = Annotated[int | None, _option("sampling seed", "N", name="seed")]
MaxTokens = Annotated[int | None, _option("longest reply, in tokens", "N", 1, name="max_tokens")]
Reasks = Annotated[int | None, _option("how often what failed is asked for again", "N", 0, name="reasks", most=1)]
Fallback = Annotated[Literal["rules"] | None, _option("what reads an article whose call failed: rules", "NAME")]
Concurrency = Annotated[int | None, _option("articles asked about at once", "N", 1, name="concurrency")]
Rpm = Annotated[int | None, _option("at most N requests a minute", "N", 1)]
Tpm = Annotated[int | None, _option("at most N tokens a minute", "N", 1)]
Timeout = Annotated[float | None, _option("patience for one attempt", "SECONDS", 0.001, name="timeout")]
Deadline = Annotated[
    float | None, _option("patience for a request with all its attempts", "SECONDS", 0.001, name="deadline")
]
Resume = Annotated[bool, typer.Option("--resume", help="llm: go on with the unfinished run that wrote -o FILE.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="llm: ask again what was asked in an earlier run.")]
Prices = Annotated[Path | None, _option("TOML table of prices, for the cost of the run", "FILE")]


def model_settings(engine: str, given: Mapping[str, Any], jobs: int = 1) -> ModelSettings | None:
    """The settings for the options `given` (by parameter name; None or False is not given); None without a model.

    Raises UsageError for an option that another engine has no use for, and for one that makes no sense.
    """
    chosen = {name: value for name, value in given.items() if value is not None and value is not False}
    if engine != "llm":
        for name in chosen:
            raise UsageError(f"{_flag(name)} is for --engine llm; add that, or leave {_flag(name)} out")
        return None
    if jobs > 1:
        raise UsageError("--jobs is for the rules; --concurrency says how many articles a model is asked about at once")
    for name in ("temperature", "timeout", "deadline"):
        if not math.isfinite(chosen.get(name, 0)):
            raise UsageError(f"{_flag(name)} {chosen[name]}: is not a number")
    if not chosen.get("model"):
        raise UsageError("--engine llm needs a model; name one with --model")
    return ModelSettings(
        **{name: value for name, value in chosen.items() if name in _DEFAULTS},
        cache=None if "no_cache" in chosen else _store(),
    )


def _store() -> Path | None:
    from extract.cache import default_store  # sqlite3 and httpx2 take time to import

    return default_store()


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def day(text: str | None) -> date | None:
    """The date that --published gives, as metadata may write it. Raises UsageError for anything else."""
    if text is None:
        return None
    from extract.article import parse_date

    found = parse_date(text)
    if found is None:
        raise UsageError(f"--published {text or repr(text)}: not a Gregorian date; write it as YYYY-MM-DD")
    return found
