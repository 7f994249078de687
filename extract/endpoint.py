"""A model behind an OpenAI-compatible endpoint: what it is asked with, and the client that asks it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Mode = Literal["json_schema", "md_json"]


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """Which model answers, and how it is asked.

    The first group decides the answers and is part of a run's signature; the second only how fast and how patiently
    they are asked for. `base_url` None is OPENAI_BASE_URL, else OpenAI itself; the key comes from OPENAI_API_KEY.
    `prompt` is a released version or the path of a file. `timeout` (one attempt) and `deadline` (all attempts of one
    request) are seconds; `rpm` and `tpm` are limits a minute for all workers together. `cache` is a file, None is none.
    """

    model: str
    base_url: str | None = None
    prompt: str = "v3"
    mode: Mode = "json_schema"
    temperature: float = 0.0
    seed: int | None = 0
    max_tokens: int = 2000
    reasks: int = 1
    fallback: Literal["rules"] | None = None

    concurrency: int = 8
    rpm: int | None = None
    tpm: int | None = None
    timeout: float = 120.0
    deadline: float = 600.0
    cache: Path | None = None
