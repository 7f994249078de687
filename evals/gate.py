"""Holds a run against pinned floors, so that a change which costs accuracy does not land unseen.

A floor is the score at the time it was pinned, cut to three digits. It sinks only when that is asked for in so many
words. Floors belong to one gold set, engine and matcher: against others they are stale, which is neither good nor bad.
"""

import json
import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from evals.errors import UnmeasuredError
from evals.runs import Signature
from evals.summary import ALL, Score
from extract.errors import UsageError
from extract.files import write_whole

FEWEST = 5  # gold objects below which a kind's score is too noisy to be a floor
PIN, LOWER = "evals gate --pin", "evals gate --pin --allow-lower"
_HEAD = """\
# Floors of `evals gate`: no score on this gold may fall below them.
# Written by `evals gate --pin`; a floor only sinks with --allow-lower.
"""


class _Section(NamedTuple):
    """Which scores a table of floors holds: those by language, or those by kind or type."""

    objects: str
    level: str
    by_language: bool


SECTIONS = {
    "figures-lenient": _Section("figures", "lenient", True),
    "figures-strict": _Section("figures", "strict", True),
    "events-lenient": _Section("events", "lenient", True),
    "kinds": _Section("figures", "lenient", False),
    "types": _Section("events", "lenient", False),
}


class Place(NamedTuple):
    """Where a floor stands in the file: its table, and the language, kind or type."""

    section: str
    name: str


class _Made(BaseModel):
    """What the floors were measured with."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    gold: str
    split: str
    engine: str
    matcher: str
    tolerance: float = 0


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    pinned: _Made
    floors: dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Floors:
    """The content of a floors file; `why_stale` says why a run cannot be held against it."""

    made: _Made
    floors: Mapping[Place, float]

    def why_stale(self, signature: Signature) -> str:
        """What differs between the floors and a run; "" when nothing does."""
        for name, pinned in self.made.model_dump().items():
            now = getattr(signature, name)
            if pinned != now:
                return f"pinned on {name} {pinned}, this is {name} {now}"
        return ""


@dataclass(frozen=True, slots=True)
class Held:
    """One score held against its floor; `f1` is None where there is nothing to score any more."""

    section: str
    name: str
    gold: int
    f1: float | None
    floor: float

    @property
    def by_language(self) -> bool:
        """Whether it is the score of a language, not of a kind or type."""
        return SECTIONS[self.section].by_language

    @property
    def fell(self) -> float:
        """By how much the score is below its floor; 0 when it is not."""
        return max(0.0, self.floor - (self.f1 or 0.0))


def load_floors(path: Path) -> Floors:
    """Raises UnmeasuredError for a file that is missing or not of this form, with the command that writes it."""
    try:
        file = _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise UnmeasuredError(f"{path}: missing, so there is nothing to hold the scores against; run `{PIN}`") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValidationError) as error:
        what = str(error).split("\n")[0]
        raise UnmeasuredError(f"{path}: not a floors file ({what}); write it again with `{LOWER}`") from None
    for section in file.floors:
        if section not in SECTIONS:
            raise UnmeasuredError(f"{path}: unknown table {section!r}; write it again with `{LOWER}`")
    places = {Place(section, name): floor for section, table in file.floors.items() for name, floor in table.items()}
    return Floors(file.pinned, places)


def hold(scores: Sequence[Score], signature: Signature, path: Path) -> list[Held]:
    """Every floor of the file against what was measured, the deepest fall first.

    Raises UnmeasuredError when the floors are of another gold, engine or matcher.
    """
    floors = load_floors(path)
    stale = floors.why_stale(signature)
    if stale:
        raise UnmeasuredError(f"{path}: stale: {stale}; measure the floors again with `{PIN}`")
    measured = _measured(scores)
    held = [
        Held(*place, gold=score.gold if score else 0, f1=score.f1 if score else None, floor=floor)
        for place, floor in floors.floors.items()
        for score in [measured.get(place)]
    ]
    return sorted(held, key=lambda one: -one.fell)


def pin(scores: Sequence[Score], signature: Signature, path: Path, allow_lower: bool = False) -> list[Held]:
    """Write the measured scores as floors; returns the floors that would sink, in which case nothing is written.

    With `allow_lower` they sink, and the list is empty.
    """
    measured = {place: score.f1 for place, score in _measured(scores).items() if score.f1 is not None}
    new = {place: math.floor(1000 * f1) / 1000 for place, f1 in measured.items()}
    if not allow_lower:
        sinking = [
            Held(*place, gold=0, f1=new.get(place), floor=floor)
            for place, floor in _old(path).items()
            if new.get(place, -1.0) < floor
        ]
        if sinking:
            return sorted(sinking, key=lambda one: -one.fell)
    made = _Made.model_validate(signature.model_dump(include=set(_Made.model_fields)))
    _write(path, _toml(made, new))
    return []


def _old(path: Path) -> Mapping[Place, float]:
    return load_floors(path).floors if path.exists() else {}


def _measured(scores: Iterable[Score]) -> dict[Place, Score]:
    """The scores that have floors: every language, and the kinds with enough gold objects."""
    measured: dict[Place, Score] = {}
    for score in scores:
        for name, section in SECTIONS.items():
            if (score.objects, score.level) != (section.objects, section.level):
                continue
            if section.by_language and score.group == ALL:
                measured[Place(name, score.lang)] = score
            elif not section.by_language and score.lang == ALL and score.group != ALL and score.gold >= FEWEST:
                measured[Place(name, score.group)] = score
    return measured


def _toml(made: _Made, floors: Mapping[Place, float]) -> str:
    lines = [_HEAD, "[pinned]", *(f"{name} = {json.dumps(value)}" for name, value in made.model_dump().items())]
    for section in SECTIONS:
        names = sorted(place.name for place in floors if place.section == section)
        lines += ["", f"[floors.{section}]", *(f'"{name}" = {floors[Place(section, name)]:.3f}' for name in names)]
    return "\n".join(lines) + "\n"


def _write(path: Path, text: str) -> None:
    try:
        write_whole(path, text.encode())
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}); name another file with --floors") from None
