"""What `extract prompts` shows: the released versions, and what one of them would send for an article."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, cast

from extract.prompts import load_prompt, released

_ARABIC = (("\u0600", "\u08ff"), ("\ufb50", "\ufdff"), ("\ufe70", "\ufeff"))


class PromptRow(NamedTuple):
    """One released version."""

    version: str
    strategy: str
    slots: str
    languages: str
    digest: str


def prompt_rows() -> list[PromptRow]:
    """Every released version, oldest first; the digest is as long as in a record's provenance."""
    prompts = [load_prompt(name) for name in released()]
    return [PromptRow(p.name, p.strategy, " ".join(p.slots), " ".join(p.languages), p.digest[:8]) for p in prompts]


def request_lines(body: Mapping[str, Any]) -> Iterator[str]:
    """A request's JSON body for a reader: sampling, each message under its role, the schema of the reply, its size."""
    parts = dict(body)
    messages, form = parts.pop("messages"), parts.pop("response_format", None)
    yield "; ".join(f"{name} {json.dumps(value, ensure_ascii=False)}" for name, value in parts.items())
    for message in messages:
        yield ""
        yield f"== {message['role']}"
        yield from _content(message["content"]).split("\n")
    if form is not None:
        yield ""
        yield "== schema of the reply"
        yield from json.dumps(form.get("json_schema", form), ensure_ascii=False, indent=1).split("\n")
    yield ""
    yield f"about {tokens(body):,} tokens"


def tokens(body: Mapping[str, Any]) -> int:
    """An estimate of a request's tokens: a letter of the Arabic script takes half of one, others take a quarter."""
    texts = [_content(message["content"]) for message in body["messages"]]
    if "response_format" in body:
        texts.append(json.dumps(body["response_format"], ensure_ascii=False, separators=(",", ":")))
    text = "".join(texts)
    arabic = sum(any(first <= char <= last for first, last in _ARABIC) for char in text)
    return round(arabic / 2 + (len(text) - arabic) / 4)


def _content(content: object) -> str:
    """A message's text. The SDK may split it into parts."""
    if isinstance(content, list):
        return "\n".join(str(part.get("text", "")) for part in cast("list[dict[str, Any]]", content))
    return str(content)
