"""Reads events.toml: the event types and, for each language, the entries that trigger them.

An entry is one line, its columns the principal parts of a word; the grammars (arabic, persian, english) inflect them
when a language is first asked for, so that loading the file stays cheap. Word lists named `@list` serve many entries.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, cast

from extract.errors import OntologyError
from extract.events.trigger import Role, Voice
from extract.frozen import frozen
from extract.ontology import LANGS
from extract.ontology.verbs import load_verbs
from extract.tables import kept
from extract.text import fold_word

_DEFAULT = Path(__file__).parent.parent / "ontology" / "events.toml"
_COLUMNS = {"ar": 4, "fa": 2, "en": 2}
_ROLE_OPTIONS = ("subject", "object", "genitive")
_FLAGS = ("weak", "vague", "swallows", "past", "bare", "parries", "yields", "far")
_SHORTEST = 3  # letters of an Arabic word that takes endings in a word list
_WORD_OPTIONS = ("with", "not", "after", "notafter", "notbehind")


@frozen
class EventType:
    """A type of the codebook's closed list, with the codes of other schemes ("" where none fits)."""

    name: str
    definition: str
    acled: str
    plover: str
    voice: Voice


@frozen
class Entry:
    """One line of the lexicon: principal parts in normal spelling, and the conditions under which it counts."""

    type: str
    lemma: str
    columns: tuple[tuple[str, ...], ...]  # as in the file, alternatives inside; all columns of the language are present
    voice: Voice
    needs: frozenset[str]  # one of these words must stand near
    bars: frozenset[str]  # none of these may follow closely
    after: frozenset[str]  # one of these must stand shortly before
    not_after: frozenset[str]  # none of these may stand right before
    not_behind: frozenset[str]  # ... nor these among the tokens before
    weak: bool  # a noun that counts only beside a light verb ("carried out training")
    vague: bool  # gives way to a more telling trigger nearby ("targeted")
    swallows: bool  # a deed named right beside it is only its content ("threatened to bomb")
    parries: bool  # weapons on their way are stopped, which is no part of the attack itself
    yields: bool  # gives way to the deed that it asks for ("demanded a truce")
    far: bool  # what it comes after or with may open the clause (the object of «... را بر عهده گرفت»)
    only_past: bool  # (en) the base form is mostly something else ("base", "station", "bomb")
    only_lemma: bool  # nouns take no indefinite ending (Persian عملیاتی is mostly an adjective)


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """Types, entries and the word tables that the grammars need, all per language."""

    types: Mapping[str, EventType]
    entries: Mapping[str, tuple[Entry, ...]]
    verbs: Mapping[str, Mapping[str, str]]  # principal parts: en take -> "took taken", fa شدن -> "شو"
    frames: Mapping[str, Mapping[str, frozenset[str]]]  # words that make a noun part of a name or topic
    grammars: dict[str, object] = field(default_factory=dict[str, object], compare=False, repr=False)  # built on demand


def load_events(path: Path | str | None = None) -> EventLexicon:
    """The lexicon in `path`, by default the one that ships with the package; read once per path.

    Raises OntologyError, naming file and line, when the file is missing or malformed.
    """
    return _shipped() if path is None else _load(Path(path))


@cache
def _shipped() -> EventLexicon:
    return kept("events", lambda: _Reader(_DEFAULT).read())


@cache
def _load(path: Path) -> EventLexicon:
    return _Reader(path).read()


class _Reader:
    """Turns the parsed TOML into a lexicon; knows the raw lines, so that an error can name one."""

    def __init__(self, path: Path) -> None:
        import tomllib  # not needed while the tables are kept

        self.path = path
        try:
            text = path.read_text(encoding="utf-8")
            self.data: dict[str, Any] = tomllib.loads(text)
        except OSError as error:
            raise OntologyError(f"{path}: cannot be read ({error.strerror}); name an existing events file") from None
        except UnicodeDecodeError:
            raise OntologyError(f"{path}: is not UTF-8; save the events file as UTF-8") from None
        except tomllib.TOMLDecodeError as error:
            raise OntologyError(f"{path}: {error}; mend the TOML there") from None
        self.lines = [line.strip() for line in text.split("\n")]
        self.words: dict[str, dict[str, frozenset[str]]] = {}

    def read(self) -> EventLexicon:
        lists = self._table(self.data, "words")
        frames = self._table(self.data, "frames")
        for lang in LANGS:
            self.words[lang] = self._word_lists(self._table(lists, lang), f"[words.{lang}]")
        types: dict[str, EventType] = {}
        entries: dict[str, list[Entry]] = {lang: [] for lang in LANGS}
        for name, body in self._table(self.data, "types").items():
            types[name] = self._type(name, body)
            for lang in LANGS:
                entries[lang].extend(self._entries(types[name], lang, body.get(lang, "")))
        if not types:
            raise OntologyError(f"{self.path}: no event types; add a [types.NAME] table")
        return EventLexicon(
            types=types,
            entries={lang: tuple(found) for lang, found in entries.items()},
            verbs=load_verbs(),
            frames={lang: self._word_lists(self._table(frames, lang), f"[frames.{lang}]") for lang in LANGS},
        )

    def _fail(self, what: str, line: str = "") -> OntologyError:
        where = f"{self.path}"
        if line:
            number = next((i for i, text in enumerate(self.lines, 1) if line in text), 0)
            where += f", line {number}" if number else ""
        return OntologyError(f"{where}: {what}")

    def _table(self, data: Mapping[str, Any], key: str) -> dict[str, Any]:
        value = data.get(key, {})
        if not isinstance(value, dict):
            raise self._fail(f"{key!r} must be a table", f"{key} =")
        return cast("dict[str, Any]", value)

    def _strings(self, table: dict[str, Any], where: str) -> dict[str, str]:
        for key, value in table.items():
            if not isinstance(value, str):
                raise self._fail(f"{where} {key} must be a string of words", f"{key} =")
        return table

    def _word_lists(self, table: dict[str, Any], where: str) -> dict[str, frozenset[str]]:
        return {key: frozenset(fold_word(value).split()) for key, value in self._strings(table, where).items()}

    def _type(self, name: str, body: Any) -> EventType:
        header = f"[types.{name}]"
        if not isinstance(body, dict):
            raise self._fail(f"{name} must be a table {header}", header)
        fields = cast("dict[str, Any]", body)
        known = {"definition", "acled", "plover", *_ROLE_OPTIONS, *LANGS}
        for key, value in fields.items():
            if key not in known:
                raise self._fail(f"{header} has no key {key!r}; use {', '.join(sorted(known))}", header)
            if not isinstance(value, str):
                raise self._fail(f"{header} {key} must be a string", header)
        if not fields.get("definition"):
            raise self._fail(f"{header} needs a definition", header)
        roles = [
            self._role(fields.get(key, default), header) for key, default in zip(_ROLE_OPTIONS, Voice(), strict=True)
        ]
        return EventType(name, fields["definition"], fields.get("acled", ""), fields.get("plover", ""), Voice(*roles))

    def _role(self, value: str, line: str) -> Role:
        try:
            return Role(value)
        except ValueError:
            raise self._fail(f"{value!r} is not a role; use {', '.join(Role)}", line) from None

    def _entries(self, kind: EventType, lang: str, block: str) -> Iterator[Entry]:
        for line in block.split("\n"):
            text = line.strip()
            if text and not text.startswith("#"):
                yield self._entry(kind, lang, text)

    def _entry(self, kind: EventType, lang: str, line: str) -> Entry:
        parts, brace, options = line.partition("{")
        if brace and not options.endswith("}"):
            raise self._fail(f"entry {line!r} has no closing brace at its end", line)
        columns = [tuple(word.strip() for word in part.split("/") if word.strip()) for part in parts.split("|")]
        width = _COLUMNS[lang]
        if len(columns) > width:
            raise self._fail(f"entry {line!r} has {len(columns)} columns; use 1 (nouns) to {width}", line)
        if not any(columns):
            raise self._fail(f"entry {line!r} names no word", line)
        if len(columns) == 1:  # nouns alone
            columns = [()] * (1 if width == 2 else 2) + columns
        columns += [()] * (width - len(columns))
        lemma = f"{lang}:{kind.name}:{next(words[0] for words in columns if words)}"
        return self._with_options(kind, lang, line, lemma, tuple(columns), options.rstrip("}"))

    def _with_options(
        self, kind: EventType, lang: str, line: str, lemma: str, columns: tuple[tuple[str, ...], ...], options: str
    ) -> Entry:
        roles = dict(zip(_ROLE_OPTIONS, kind.voice, strict=True))
        words: dict[str, frozenset[str]] = dict.fromkeys(_WORD_OPTIONS, frozenset())
        flags: set[str] = set()
        for option in fold_word(options).split(";"):
            key, *values = option.split() or [""]
            if key in roles and len(values) == 1:
                roles[key] = self._role(values[0], line)
            elif key in words and values:
                words[key] = self._resolve(values, lang, line)
            elif key in _FLAGS and not values:
                flags.add(key)
            elif key:
                raise self._fail(f"entry {line!r}: option {option.strip()!r} is not understood", line)
        return Entry(
            type=kind.name,
            lemma=lemma,
            columns=columns,
            voice=Voice(**roles),
            needs=words["with"],
            bars=words["not"],
            after=words["after"],
            not_after=words["notafter"],
            not_behind=words["notbehind"],
            weak="weak" in flags,
            vague="vague" in flags,
            swallows="swallows" in flags,
            parries="parries" in flags,
            yields="yields" in flags,
            far="far" in flags,
            only_past="past" in flags,
            only_lemma="bare" in flags,
        )

    def _resolve(self, values: list[str], lang: str, line: str) -> frozenset[str]:
        found: set[str] = set()
        for value in values:
            if not value.startswith("@"):
                found.add(value)
            elif value[1:] in self.words[lang]:
                found |= self.words[lang][value[1:]]
            else:
                raise self._fail(f"entry {line!r} names the word list {value}, which [words.{lang}] lacks", line)
        if lang == "en":  # a list gives singular or plural, the text has either
            found |= {word[:-1] for word in found if word.endswith("s") and not word.endswith("ss")}
        if lang == "ar":  # ... and the sound plural and dual
            found |= {form for word in found for form in _arabic_endings(word)}
        return frozenset(found)


def _arabic_endings(word: str) -> Iterator[str]:
    """Dual, also before its owner, and the other case of the sound plural of a folded word: الدوريتين، الموقوفون."""
    if len(word) < _SHORTEST:
        return
    if word.endswith("ه"):
        yield from (word[:-1] + ending for ending in ("تين", "تان", "تي", "تا"))
    elif word.endswith("ين"):
        yield word[:-2] + "ون"
    elif not word.endswith(("ات", "ان", "ون")):
        yield from (word + "ين", word + "ان")
