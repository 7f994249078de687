"""What the strategies have in common: names of kinds and types, items of a reply, and why one was refused."""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import BaseModel, ConfigDict, ValidationError

from extract.events.lexicon import load_events
from extract.frozen import frozen
from extract.ontology import load_ontology
from extract.prompts import Example, Prompt
from extract.proposals import LeftOut
from extract.schema import Realis
from extract.span import Span

REALIS = tuple(realis.value for realis in Realis)
MALFORMED = "malformed_item"
_SHOWN = 200  # characters of a model's own words in a rejection


@frozen
class Refused:
    """An item of a reply that cannot be used. `said` is the item as the model gave it."""

    reason: str
    said: object
    span: Span | None = None

    def left_out(self) -> LeftOut:
        """The same as what a record lists under `rejected`."""
        return LeftOut(self.reason, self.span, short(self.said))


def short(said: object) -> str:
    """A model's words as one short line of valid Unicode."""
    text = said if isinstance(said, str) else json.dumps(said, ensure_ascii=False, default=str)
    text = " ".join(text.encode("utf-8", "replace").decode().split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


class Item(BaseModel):
    """Base of the items of a reply: closed, and nothing is converted."""

    model_config = ConfigDict(extra="forbid", strict=True)


I = TypeVar("I", bound=Item)  # noqa: E741 - one letter, as type variables are


def items(data: dict[str, Any], key: str, model: type[I], refused: list[Refused]) -> list[tuple[I, dict[str, Any]]]:
    """The items of the list `key` that keep to `model`, each with what the model wrote; the others are refused."""
    listed = data.get(key)
    if not isinstance(listed, list):
        refused.append(Refused(MALFORMED, {key: listed}))
        return []
    found: list[tuple[I, dict[str, Any]]] = []
    for said in cast("list[Any]", listed):
        try:
            found.append((model.model_validate(said), said))
        except ValidationError:
            refused.append(Refused(MALFORMED, said))
    return found


@cache
def kinds(ontology: Path | None) -> dict[str, str]:
    """Every kind of figure with its definition."""
    return {kind.name: kind.definition for kind in load_ontology(ontology).kinds.values()}


@cache
def types() -> dict[str, str]:
    """Every type of event with its definition."""
    return {kind.name: kind.definition for kind in load_events().types.values()}


@cache
def system_text(prompt: Prompt, ontology: Path | None) -> str:
    """The system message: the prompt's own, with the lists of kinds and types put in."""
    filled = prompt.system.replace("{{kinds}}", _listed(kinds(ontology).items()))
    return filled.replace("{{types}}", _listed(types().items()))


def _listed(entries: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"- {name}: {definition}" for name, definition in entries)


def compact(data: object) -> str:
    """JSON as a reply is shown to the model in an example."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def closed(properties: dict[str, Any], optional: Sequence[str] = ()) -> dict[str, Any]:
    """JSON Schema of an object with these keys and no others."""
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def one_of(names: Iterable[str]) -> dict[str, Any]:
    """JSON Schema of a choice among `names`."""
    return {"type": "string", "enum": list(names)}


def turns(system: str, shown: Iterable[tuple[str, str]], question: str) -> list[dict[str, str]]:
    """The messages of a request: system text, examples as earlier turns, and the question."""
    messages = [{"role": "system", "content": system}]
    for asked, answered in shown:
        messages += [{"role": "user", "content": asked}, {"role": "assistant", "content": answered}]
    return [*messages, {"role": "user", "content": question}]


def example_article(example: Example) -> Any:
    """The example's text as an article like any other."""
    from extract.article import Article

    return Article.of(example.text, id="example", lang=example.lang, published=example.published)
