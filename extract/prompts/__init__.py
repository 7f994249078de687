"""Prompt versions: one Markdown file each, which never changes once it is released.

A file has a TOML head between two lines `+++` (strategy, slots, languages; for guided perhaps answers), then the
sections `# System` and any number of `# Example LANG`, each of which holds `## Article YYYY-MM-DD` and `## Reply`
(JSON). In the system text, and nowhere else, `{{kinds}}` and `{{types}}` stand for the lists of the ontology.
"""

import hashlib
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, cast

from extract.errors import PromptError
from extract.ontology import LANGS

STRATEGIES = ("freeform", "guided")
SLOTS = {"freeform": ("noun", "party", "place", "when", "source"), "guided": ("when",)}
ANSWERS = ("choices", "verdicts")  # of a guided prompt: what each mention is, or only whether it is what the rules say
_FILES = resources.files("extract.prompts")
_HEAD = re.compile(r"\+\+\+\n(.*?)\n\+\+\+\n(.*)", re.DOTALL)
_SECTION = re.compile(r"^# (System|Example (?:ar|fa|en))[ \t]*$\n", re.MULTILINE)
_EXAMPLE = re.compile(
    r"\s*## Article (\d{4}-\d\d-\d\d)[ \t]*\n(.*?)\n## Reply[ \t]*\n\s*```json\n(.*?)\n```\s*", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Example:
    """An article and the reply that it should get. `text` is written by us and checked like any other article."""

    lang: str
    text: str
    published: date
    reply: Mapping[str, Any]


@dataclass(frozen=True, slots=True, eq=False)  # `load_prompt` gives the same one every time
class Prompt:
    """One prompt version. `slots` are those that the model is asked to fill, beside what the strategy needs anyway;
    `answers` is one of ANSWERS.
    """

    name: str
    digest: str
    strategy: str
    slots: tuple[str, ...]
    languages: tuple[str, ...]
    system: str
    examples: tuple[Example, ...]
    answers: str = "choices"

    @property
    def label(self) -> str:
        """What a record's provenance names: the version and the file that it stood for ("v3@1a2b3c4d")."""
        return f"{self.name}@{self.digest[:8]}"

    def examples_in(self, lang: str) -> tuple[Example, ...]:
        """The examples in one language."""
        return tuple(example for example in self.examples if example.lang == lang)


def released() -> list[str]:
    """The names of the versions that come with this package, oldest first."""
    names = [Path(file.name).stem for file in _FILES.iterdir() if re.fullmatch(r"v\d+\.md", file.name)]
    return sorted(names, key=lambda name: int(name[1:]))


def lock() -> dict[str, str]:
    """The digests of the released versions, as they were when they were released."""
    return json.loads((_FILES / "LOCK.json").read_text("utf-8"))


@cache
def load_prompt(name: str) -> Prompt:
    """A released version by its name, or one in a file of the user's by its path.

    Raises PromptError for a name that is neither, and for a file that is not of the documented shape.
    """
    if name in released():
        return _parse(name, (_FILES / f"{name}.md").read_bytes(), f"prompt {name}")
    path = Path(name)
    try:
        data = path.read_bytes()
    except OSError as error:
        if path.suffix != ".md":
            known = ", ".join(released())
            raise PromptError(f"prompt {name!r} is not known; use one of {known}, or the path of a .md file") from None
        raise PromptError(f"{name}: cannot be read ({error.strerror}); give --prompt a version or a file") from None
    return _parse(path.stem, data, name)


def _parse(name: str, data: bytes, where: str) -> Prompt:
    file = _File(where)
    head, body = file.parts(data)
    strategy, slots, languages, answers = file.head(head)
    system, examples = file.sections(body)
    return Prompt(name, hashlib.sha256(data).hexdigest(), strategy, slots, languages, system, examples, answers)


class _File:
    """One prompt file while it is being read; every fault names it."""

    def __init__(self, where: str) -> None:
        self._where = where

    def _fail(self, what: str) -> PromptError:
        return PromptError(f"{self._where}: {what}")

    def parts(self, data: bytes) -> tuple[str, str]:
        """Head and body."""
        try:
            text = data.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError:
            raise self._fail("not UTF-8; save the file as UTF-8") from None
        found = _HEAD.fullmatch(text)
        if found is None:
            raise self._fail("no head; begin with a TOML head between two lines +++")
        return found[1], found[2]

    def head(self, text: str) -> tuple[str, tuple[str, ...], tuple[str, ...], str]:
        """Strategy, slots, languages and answers."""
        try:
            head = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise self._fail(f"the head is not valid TOML: {error}") from None
        if set(head) - {"answers"} != {"strategy", "slots", "languages"}:
            raise self._fail("the head must hold strategy, slots and languages, perhaps answers, and nothing else")
        strategy = head["strategy"]
        if strategy not in STRATEGIES:
            raise self._fail(f"strategy {strategy!r} is not known; use one of {', '.join(STRATEGIES)}")
        slots, languages = _names(head["slots"]), _names(head["languages"])
        if slots is None or not set(slots) <= set(SLOTS[strategy]):
            raise self._fail(f"slots must be a list of some of {', '.join(SLOTS[strategy])}")
        if not languages or not set(languages) <= set(LANGS):
            raise self._fail(f"languages must be a list of some of {', '.join(LANGS)}")
        answers = head.get("answers", ANSWERS[0])
        if answers not in ANSWERS or (answers != ANSWERS[0] and (strategy != "guided" or slots)):
            raise self._fail("answers must be choices, or verdicts where the strategy is guided and slots are none")
        return strategy, slots, languages, answers

    def sections(self, body: str) -> tuple[str, tuple[Example, ...]]:
        """The system text and the examples."""
        before, *pieces = _SECTION.split(body)
        sections = list(zip(pieces[::2], pieces[1::2], strict=True))
        systems = [text for title, text in sections if title == "System"]
        if before.strip() or len(systems) != 1:
            raise self._fail("exactly one section '# System' is needed, and nothing before the first section")
        examples = tuple(self._example(title[-2:], text) for title, text in sections if title != "System")
        return systems[0].strip(), examples

    def _example(self, lang: str, text: str) -> Example:
        found = _EXAMPLE.fullmatch(text)
        if found is None:
            raise self._fail(
                f"an example in {lang} needs '## Article YYYY-MM-DD', then '## Reply' with a ```json block"
            )
        try:
            return Example(lang, found[2].strip(), date.fromisoformat(found[1]), json.loads(found[3]))
        except ValueError as error:
            raise self._fail(f"an example in {lang} has a date or a reply that cannot be read: {error}") from None


def _names(value: object) -> tuple[str, ...] | None:
    items = cast("list[object]", value) if isinstance(value, list) else [None]
    names = [item for item in items if isinstance(item, str)]
    return tuple(names) if len(names) == len(items) else None
