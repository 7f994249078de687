"""The freeform strategy: the model reads the article and returns records with quotes; `reading` takes them in."""

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from extract.article import Article
from extract.engines.llm.answers import (
    MALFORMED,
    REALIS,
    Refused,
    closed,
    compact,
    example_article,
    kinds,
    one_of,
    short,
    system_text,
    turns,
    types,
)
from extract.engines.llm.reading import EVENT_SLOTS
from extract.engines.llm.replies import parse
from extract.mentions import Mentions
from extract.prompts import Prompt

_CHARS_A_TOKEN = 2.5  # characters of dense news whose records fill one token of the reply
_SHORTEST_PART = 400  # characters
_MENDABLE = frozenset((MALFORMED, "quote_not_found", "value_not_in_quote", "unknown_kind", "unknown_type"))
_MOST_MENDED = 10


@cache
def contract(prompt: Prompt, ontology: Path | None) -> dict[str, Any]:
    """The JSON Schema of a reply."""
    quote = {"type": "string", "maxLength": 80}
    slots = {slot: {"type": "string", "maxLength": 80} for slot in prompt.slots}
    event_slots = {slot: schema for slot, schema in slots.items() if slot in EVENT_SLOTS}
    figure = {"quote": quote, "value": {"type": ["number", "null"]}, "kind": one_of(kinds(ontology)), **slots}
    event = {"quote": quote, "type": one_of(types()), "realis": one_of(REALIS), **event_slots}
    lists = {
        "figures": {"type": "array", "items": closed(figure, prompt.slots)},
        "events": {"type": "array", "items": closed(event, prompt.slots)},
    }
    return closed(lists)


def parts(article: Article, mentions: Mentions, max_tokens: int) -> list[str]:
    """The article's text without furniture, in parts whose records fit into a reply; no sentence is cut."""
    longest = max(_SHORTEST_PART, int(max_tokens * _CHARS_A_TOKEN))
    found = [""]
    for first, stop in mentions.tokens.sentences:
        while first < stop and mentions.covered[first] == "furniture":
            first += 1
        if first == stop:
            continue
        told = mentions.tokens.span(first, stop).of(article.text)
        told += "" if told.endswith("\n") else " "
        if found[-1] and len(found[-1]) + len(told) > longest:
            found.append("")
        found[-1] += told
    return [part.strip() for part in found if part.strip()]


def question(part: str, article: Article) -> str:
    """What is asked about a part. Its delimiter is a digest of it, so no text can hold its own."""
    mark = hashlib.sha256(part.encode()).hexdigest()[:6]
    published = f"Published: {article.published}\n" if article.published else ""
    return f"{published}<article {mark}>\n{part}\n</article {mark}>"


def messages(prompt: Prompt, ontology: Path | None, article: Article, part: str) -> list[dict[str, str]]:
    """The messages of the request about one part."""
    return turns(system_text(prompt, ontology), shown(prompt, article.lang), question(part, article))


@cache
def shown(prompt: Prompt, lang: str) -> list[tuple[str, str]]:
    """The examples of one language, as a question and its reply."""
    return [
        (question(example.text, example_article(example)), compact(example.reply))
        for example in prompt.examples_in(lang)
    ]


def as_reply(reply: Mapping[str, Any]) -> dict[str, Any]:
    """An example's reply as a model's comes in."""
    return parse(compact(reply))


def mendable(refused: Sequence[Refused]) -> list[Refused]:
    """The items that the model is asked for once more: the first few of those that it may mend."""
    return [item for item in refused if item.reason in _MENDABLE][:_MOST_MENDED]


def again(asked: Sequence[Refused]) -> str:
    """The addition to a question that asks for the items `asked` once more."""
    lines = [f"- {item.reason}: {short(item.said)}" for item in asked]
    return (
        "\n\nThese items of an earlier reply could not be used. Return them again, mended, and no others. Copy each "
        "quote character by character from the article; leave out what it does not hold.\n" + "\n".join(lines)
    )
