"""What a recording is of: `recordings/NAME/manifest.json`, which grows with every `evals record` into that name.

A recording has one model and one way of sampling. Replays take both from here, so that they ask what was asked.
"""

import hashlib
import re
import shlex
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from evals.recordings.cassettes import keep
from evals.recordings.errors import RecordingError
from extract.endpoint import Mode, ModelSettings, address, public_url

MANIFEST = "manifest.json"


class Sampling(BaseModel):
    """How the model was asked: all that decides a request's body, beside the prompt and the article."""

    model_config = ConfigDict(frozen=True, extra="forbid", protected_namespaces=())

    model: str
    base_url: str
    mode: Mode = "json_schema"
    temperature: float = 0.0
    seed: int | None = 0
    max_tokens: int
    reasks: Literal[0, 1] = 1

    @classmethod
    def of(cls, settings: ModelSettings) -> "Sampling":
        """What of `settings` is recorded; the base URL is the one that is asked, without user or password."""
        return cls(
            model=settings.model,
            base_url=public_url(address(settings)),
            mode=settings.mode,
            temperature=settings.temperature,
            seed=settings.seed,
            max_tokens=settings.max_tokens,
            reasks=settings.reasks,
        )


class Version(BaseModel):
    """What is recorded of one prompt version: its file's sha256, the articles of each split, and when the first and the
    last of them were answered.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    digest: str
    first: datetime
    last: datetime
    splits: Mapping[str, tuple[str, ...]]

    @property
    def articles(self) -> frozenset[str]:
        """All articles recorded, of any split."""
        return frozenset(name for names in self.splits.values() for name in names)


class Server(BaseModel):
    """What answered, as its owner says (`stated`) and as it says itself (`reported`)."""

    model_config = ConfigDict(frozen=True, extra="forbid", protected_namespaces=())

    model_sha256: str | None = None
    stated: str | None = None
    reported: Mapping[str, str | int | float] = {}


class Manifest(BaseModel):
    """`manifest.json`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal["hasila-recording/1"] = "hasila-recording/1"
    name: str
    sampling: Sampling
    server: Server = Server()
    notes: Mapping[str, str] = {}
    code: str
    prompts: Mapping[str, Version] = {}

    def settings(self, prompt: str) -> ModelSettings:
        """The settings to replay `prompt` with."""
        return ModelSettings(prompt=prompt, **self.sampling.model_dump())

    def command(self, prompt: str, split: str) -> str:
        """The command that records `prompt` on `split` as this recording was made."""
        made = self.sampling
        seed = [] if made.seed is None else ["--seed", str(made.seed)]
        words = [
            "evals", "record", self.name, "--model", made.model, "--base-url", made.base_url, "--mode", made.mode,
            "--max-tokens", str(made.max_tokens), "--temperature", f"{made.temperature:g}", *seed,
            "--reasks", str(made.reasks), "--prompt", prompt, "--split", split,
        ]  # fmt: skip
        return shlex.join(words)

    def with_article(self, prompt: str, digest: str, split: str, article: str, when: datetime) -> "Manifest":
        """This manifest with one more article, answered at `when`. What was recorded with another text of the prompt is
        gone.
        """
        old = self.prompts.get(prompt)
        if old is None or old.digest != digest:
            old = Version(digest=digest, first=when, last=when, splits={})
        names = sorted({*old.splits.get(split, ()), article})
        splits = dict(sorted({**old.splits, split: tuple(names)}.items()))
        times = {"first": min(old.first, when), "last": max(old.last, when)}
        version = old.model_copy(update={**times, "splits": splits})
        return self.model_copy(update={"prompts": dict(sorted({**self.prompts, prompt: version}.items()))})


def load_manifest(folder: Path) -> Manifest:
    """The manifest of the recording in `folder`. Raises RecordingError."""
    path = folder / MANIFEST
    try:
        return Manifest.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        raise RecordingError(f"{folder}: no such recording{_others(folder)}") from None
    except OSError as error:
        raise RecordingError(f"{path}: cannot be read ({error.strerror})") from None
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise RecordingError(f"{path}: {where}: {first['msg']}; it is written by `evals record` alone") from None


def save_manifest(manifest: Manifest, folder: Path) -> None:
    """Write `manifest.json`, whole or not at all."""
    keep(folder / MANIFEST, manifest.model_dump_json(indent=1).encode() + b"\n")


def merged(folder: Path, new: Manifest) -> Manifest:
    """The manifest to go on with: `new`, or what is in `folder` brought up to date.

    Raises RecordingError when `folder` is a recording of another model or another way of sampling.
    """
    if not (folder / MANIFEST).exists():
        return new
    old = load_manifest(folder)
    for name, value in old.sampling:
        given = getattr(new.sampling, name)
        if given != value:
            raise RecordingError(
                f"{folder}: was recorded with {name} {value}, not {given}; record under another name, or delete it"
            )
    given = {name: value for name, value in new.server if value}
    return old.model_copy(
        update={
            "server": old.server.model_copy(update=given),
            "notes": {**old.notes, **new.notes},
        }
    )


def recording_folder(name: str, root: Path) -> Path:
    """The folder of the recording `name`. Raises RecordingError for a name that is no plain name."""
    if not re.fullmatch(r"[\w][\w.+-]*", name):
        raise RecordingError(f"recording {name!r}: use letters, digits, dots and hyphens")
    return root / name


def digest_of_file(path: Path) -> str:
    """The sha256 of a model's file. Raises RecordingError when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise RecordingError(f"{path}: cannot be read ({error.strerror}); give --model-file the model's file") from None


def _others(folder: Path) -> str:
    names = sorted(path.parent.name for path in folder.parent.glob(f"*/{MANIFEST}"))
    return f"; there are {', '.join(names)}" if names else "; make one with `evals record`"
