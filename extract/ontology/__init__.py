"""Kinds of figures and their words: `figures.toml`, plus a user's own file, checked and compiled per language.

The file is data a user may edit, so it is checked entry by entry and an error names the file and the line. Compiling is
done once per language and only for the languages that occur.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, cast

from extract.errors import OntologyError
from extract.frozen import frozen
from extract.tables import kept

LANGS = ("ar", "fa", "en")
QUALIFIERS = ("approximate", "at_least", "more_than", "at_most", "less_than")
Words = Mapping[str, tuple[str, ...]]
_EMPTY: Words = {}


@frozen
class Kind:
    """A kind of figure. `before`/`after` are words of what befell persons ("killed"), beside the persons' count."""

    name: str
    definition: str = ""
    persons: bool = False
    nouns: Words = field(default_factory=dict[str, tuple[str, ...]])
    before: Words = field(default_factory=dict[str, tuple[str, ...]])
    after: Words = field(default_factory=dict[str, tuple[str, ...]])


@frozen
class Unit:
    """A unit of measure or a currency; `codes` are the currencies that a bare word ("دينار") may mean."""

    code: str | None
    kind: str
    words: Words
    symbols: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ontology:
    """The checked content of the lexicon file(s). `digest` identifies it in a record's provenance."""

    kinds: Mapping[str, Kind]
    units: tuple[Unit, ...]
    qualifiers: Mapping[str, tuple[Words, Words]]  # name -> (before, after)
    vague: Words
    designations: Words
    reporting: Words
    counters: Words
    digest: str


@cache
def load_ontology(extra: Path | None = None) -> Ontology:
    """The shipped ontology, with the kinds and words of the file `extra` added.

    Raises OntologyError, naming file and line, when a file is not TOML or not of the documented shape.
    """
    shipped = Path(__file__).with_name("figures.toml")
    sources = [("figures.toml", shipped.read_bytes())]
    if extra is not None:
        try:
            sources.append((str(extra), extra.read_bytes()))
        except OSError as error:
            raise OntologyError(f"{extra}: cannot be read ({error.strerror}); give --ontology a TOML file") from None
    digest = hashlib.sha256(b"\0".join(data for _, data in sources)).hexdigest()[:12]
    return kept(f"ontology{'-user' if extra else ''}", lambda: _checked(sources, digest), digest.encode())


def _checked(sources: Sequence[tuple[str, bytes]], digest: str) -> Ontology:
    readers = [_File(name, data) for name, data in sources]
    ontology = readers[0].ontology(digest)
    for reader in readers[1:]:
        ontology = _merge(ontology, reader.ontology(digest))
    readers[-1].check_kinds(ontology)
    return ontology


class _File:
    """One lexicon file while it is being checked."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        import tomllib  # not needed while the tables are kept

        try:
            self.text = data.decode("utf-8-sig")  # Windows editors put a byte-order mark in front
            self.data: dict[str, Any] = tomllib.loads(self.text)
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise OntologyError(f"{name}:{line}: not UTF-8 at byte {error.start}; save the file as UTF-8") from None
        except tomllib.TOMLDecodeError as error:
            at = re.search(r"at line (\d+)", str(error))
            line = int(at[1]) if at else data.rstrip().count(b"\n") + 1  # else it was the end that came too soon
            raise OntologyError(f"{name}:{line}: not valid TOML: {error}") from None
        except RecursionError:
            raise OntologyError(f"{name}:1: nested too deeply to be a lexicon; flatten it") from None

    def fail(self, path: str, what: str) -> OntologyError:
        """The error for the entry at `path` ("kinds.killed.nouns"), with its line."""
        return OntologyError(f"{self.name}:{self._line(path)}: {path}: {what}")

    def _line(self, path: str) -> int:
        """The line where the deepest written part of `path` stands, 1 when it is nowhere to be seen."""
        lines = self.text.split("\n")
        keys = path.split(".")
        for depth in range(len(keys), 0, -1):
            header = re.compile(r"\s*\[?" + r"\.".join(re.escape(key) for key in keys[:depth]) + r"\s*[\]=.]")
            for number, line in enumerate(lines, 1):
                if header.match(line):
                    return self._line_inside(lines, number, keys[depth:])
        return 1

    @staticmethod
    def _line_inside(lines: list[str], number: int, rest: list[str]) -> int:
        for later, line in enumerate(lines[number:], number + 1):
            if line.startswith("["):
                break
            if rest and re.match(rf"\s*{re.escape(rest[0])}\b", line):
                return later
        return number

    def table(self, data: Any, path: str) -> dict[str, Any]:
        if not isinstance(data, dict):
            raise self.fail(path, "a table is needed")
        return cast("dict[str, Any]", data)

    def strings(self, data: Any, path: str) -> tuple[str, ...]:
        if not isinstance(data, list):
            raise self.fail(path, "a list of strings is needed")
        items = cast("list[object]", data)
        for item in items:
            if not isinstance(item, str) or not item.strip(" /"):
                raise self.fail(path, f"{item!r} is not a word")
        return tuple(cast("list[str]", items))

    def words(self, data: Any, path: str, allowed: frozenset[str] = frozenset()) -> dict[str, tuple[str, ...]]:
        words: dict[str, tuple[str, ...]] = {}
        for key, value in self.table(data, path).items():
            if key in allowed:
                continue
            if key not in LANGS:
                known = ", ".join((*LANGS, *sorted(allowed)))
                raise self.fail(f"{path}.{key}", f"unknown key {key!r}; use one of {known}")
            words[key] = self.strings(value, f"{path}.{key}")
        return words

    def kind(self, name: str, data: dict[str, Any]) -> Kind:
        path = f"kinds.{name}"
        for key in data:
            if key not in ("definition", "persons", "nouns", "before", "after"):
                raise self.fail(
                    f"{path}.{key}", f"unknown key {key!r}; use definition, persons, nouns, before or after"
                )
        definition, persons = data.get("definition", ""), data.get("persons", False)
        if not isinstance(definition, str):
            raise self.fail(f"{path}.definition", "a string is needed")
        if not isinstance(persons, bool):
            raise self.fail(f"{path}.persons", "true or false is needed")
        parts = {key: self.words(data[key], f"{path}.{key}") for key in ("nouns", "before", "after") if key in data}
        return Kind(name, definition, persons, **parts)

    def unit(self, section: str, name: str, data: dict[str, Any]) -> Unit:
        path = f"{section}.{name}"
        words = self.words(data, path, frozenset({"kind", "symbols", "codes", "bare", "definition"}))
        symbols = self.strings(data.get("symbols", []), f"{path}.symbols")
        codes = self.strings(data.get("codes", []), f"{path}.codes")
        if not isinstance(data.get("bare", False), bool):
            raise self.fail(f"{path}.bare", "true or false is needed")
        if section == "currencies":
            return Unit(None if data.get("bare") else name, "money", words, symbols, codes)
        kind = data.get("kind")
        if not isinstance(kind, str):
            raise self.fail(path, 'a unit needs its kind, such as kind = "distance"')
        return Unit(name, kind, words, symbols)

    def check_kinds(self, whole: Ontology) -> None:
        """Raise OntologyError when a unit of this file measures a kind that no file defines."""
        for name, data in self.data.get("units", {}).items():
            if data["kind"] not in whole.kinds:
                raise self.fail(f"units.{name}.kind", f"no kind is named {data['kind']!r}; define it under [kinds]")

    def ontology(self, digest: str) -> Ontology:
        sections = {
            "kinds", "units", "currencies", "qualifiers", "vague", "designations", "reporting", "counters",
        }  # fmt: skip
        for key in self.data:
            if key not in sections:
                raise self.fail(key, f"unknown section; use one of {', '.join(sorted(sections))}")
        top = {key: self.table(self.data.get(key, {}), key) for key in sections}
        qualifiers: dict[str, tuple[Words, Words]] = {}
        for name, data in top["qualifiers"].items():
            if name not in QUALIFIERS:
                raise self.fail(f"qualifiers.{name}", f"unknown qualifier; use one of {', '.join(QUALIFIERS)}")
            parts = self.table(data, f"qualifiers.{name}")
            for side in parts:
                if side not in ("before", "after"):
                    raise self.fail(f"qualifiers.{name}.{side}", f"unknown key {side!r}; use before or after")
            sides = [self.words(parts.get(side, {}), f"qualifiers.{name}.{side}") for side in ("before", "after")]
            qualifiers[name] = (sides[0], sides[1])
        return Ontology(
            kinds={name: self.kind(name, self.table(data, f"kinds.{name}")) for name, data in top["kinds"].items()},
            units=tuple(
                self.unit(section, name, self.table(data, f"{section}.{name}"))
                for section in ("units", "currencies")
                for name, data in top[section].items()
            ),
            qualifiers=qualifiers,
            vague=self.words(top["vague"], "vague"),
            designations=self.words(top["designations"], "designations"),
            reporting=self.words(top["reporting"], "reporting"),
            counters=self.words(top["counters"], "counters"),
            digest=digest,
        )


def _joined(first: Words, second: Words) -> Words:
    return {lang: first.get(lang, ()) + second.get(lang, ()) for lang in LANGS}


def _merge(base: Ontology, added: Ontology) -> Ontology:
    kinds = dict(base.kinds)
    for name, kind in added.kinds.items():
        old = kinds.get(name, Kind(name))
        kinds[name] = Kind(
            name,
            kind.definition or old.definition,
            kind.persons or old.persons,
            _joined(old.nouns, kind.nouns),
            _joined(old.before, kind.before),
            _joined(old.after, kind.after),
        )
    empty = (_EMPTY, _EMPTY)
    return Ontology(
        kinds=kinds,
        units=base.units + added.units,
        qualifiers={
            name: (
                _joined(base.qualifiers.get(name, empty)[0], added.qualifiers.get(name, empty)[0]),
                _joined(base.qualifiers.get(name, empty)[1], added.qualifiers.get(name, empty)[1]),
            )
            for name in QUALIFIERS
        },
        vague=_joined(base.vague, added.vague),
        designations=_joined(base.designations, added.designations),
        reporting=_joined(base.reporting, added.reporting),
        counters=_joined(base.counters, added.counters),
        digest=added.digest,
    )
