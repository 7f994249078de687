"""The llm engine: a model behind an OpenAI-compatible endpoint reads the article, or judges what the rules found.

What a prompt's strategy asks and how its replies are read is in `freeform` and `guided`; this file only leads one
article through its parts, with at most one more question about what failed.
"""

import asyncio
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.article import Article
from extract.engines import rules
from extract.engines.llm import freeform, guided
from extract.engines.llm.answers import Refused
from extract.engines.llm.ask import Asker
from extract.engines.llm.reading import Reader
from extract.errors import ModelFailure
from extract.mentions import Mentions, find_mentions
from extract.prompts import Prompt, load_prompt
from extract.proposals import Proposals

if TYPE_CHECKING:
    from extract.endpoint import ModelSettings

__all__ = ["Asker", "previews", "propose"]


async def propose(
    article: Article, mentions: Mentions, settings: "ModelSettings", asker: Asker, ontology: Path | None = None
) -> Proposals:
    """What the model makes of one article. Raises ModelFailure when one of its questions gets no usable answer."""
    prompt = load_prompt(settings.prompt)
    if article.lang not in prompt.languages:
        raise ModelFailure("language_not_in_prompt", f"prompt {prompt.name} is not written for {article.lang!r}")
    if prompt.strategy == "guided":
        return await _guided(article, mentions, prompt, settings, asker, ontology)
    return await _freeform(article, mentions, prompt, settings, asker, ontology)


async def _freeform(
    article: Article, mentions: Mentions, prompt: Prompt, settings: "ModelSettings", asker: Asker, ontology: Path | None
) -> Proposals:
    contract = freeform.contract(prompt, ontology)
    reader = Reader(mentions, ontology)
    refused: list[Refused] = []
    for part in freeform.parts(article, mentions, settings.max_tokens):
        messages = freeform.messages(prompt, ontology, article, part)
        failed = await _read(asker, messages, contract, reader)
        asked = freeform.mendable(failed) if settings.reasks else []
        if asked:
            failed = await _mended(asker, _extended(messages, freeform.again(asked)), contract, reader, failed, asked)
        refused += failed
    return Proposals(tuple(reader.figures), tuple(reader.events), tuple(item.left_out() for item in refused))


async def _read(
    asker: Asker, messages: list[dict[str, str]], contract: dict[str, Any], reader: Reader
) -> list[Refused]:
    data, cut_off = await asker.ask(messages, contract)
    refused = reader.read(data)
    return [*refused, Refused("reply_truncated", "")] if cut_off else refused


async def _mended(
    asker: Asker,
    messages: list[dict[str, str]],
    contract: dict[str, Any],
    reader: Reader,
    failed: list[Refused],
    asked: list[Refused],
) -> list[Refused]:
    """What is still refused after the items `asked` were asked for once more; all of `failed` where that fails itself,
    or where fewer came back than were asked for, since nobody can say which.
    """
    before = len(reader.figures) + len(reader.events)
    try:
        again = await _read(asker, messages, contract, reader)
    except ModelFailure:
        return failed
    returned = len(reader.figures) + len(reader.events) - before + len(again)
    return again + [item for item in failed if returned < len(asked) or item not in asked]


async def _guided(
    article: Article, mentions: Mentions, prompt: Prompt, settings: "ModelSettings", asker: Asker, ontology: Path | None
) -> Proposals:
    guide = guided.Guide(article, mentions, rules.propose(mentions), prompt, ontology)
    judgments: dict[str, dict[str, str]] = {}
    refused: list[Refused] = []
    missed: list[tuple[str, str]] = []
    for part in guide.parts(settings.max_tokens):
        left, failed, cut_off = part, list[Refused](), False
        for _ in range(1 + settings.reasks):
            messages = guided.messages(prompt, ontology, article.lang, guide.text(left))
            try:
                data, cut_off = await asker.ask(messages, guide.contract(left))
            except ModelFailure:
                if left is part:
                    raise
                break  # the first reply stands, and what it did not judge stays refused
            refused += [item for item in failed if item.span is None]  # what is asked again has its mention's span
            found, failed = guide.judgments(left, data)
            judgments |= found
            missed += guided.missed(data, failed)
            left = guide.without(left, found)
            if not left.questions:
                break
        refused += [*failed, Refused("reply_truncated", "")] if cut_off and left.questions else failed
    judged = guide.judged(judgments)
    reader = Reader(mentions, ontology, judged.figures)
    for quote, kind in missed:
        refused += reader.add_missed(quote, kind)
    left_out = (*judged.left_out, *(item.left_out() for item in refused))
    return Proposals(tuple(reader.figures), judged.events, left_out)


def _extended(messages: list[dict[str, str]], more: str) -> list[dict[str, str]]:
    """The same messages with `more` at the end. What stands before it stays, so a server need not read it again."""
    *before, last = messages
    return [*before, {**last, "content": last["content"] + more}]


def previews(article: Article, settings: "ModelSettings", ontology: Path | None = None) -> list[dict[str, Any]]:
    """The JSON bodies that would be sent first, one for each part of the article; re-asks depend on the replies."""
    bodies: list[bytes] = []
    asyncio.run(_preview(article, settings, ontology, bodies))
    return [json.loads(body) for body in bodies]


async def _preview(article: Article, settings: "ModelSettings", ontology: Path | None, bodies: list[bytes]) -> None:
    from extract.endpoint import caught

    prompt = load_prompt(settings.prompt)
    mentions = find_mentions(article, ontology)
    async with caught(settings, bodies) as create:
        asker = Asker(settings, create)
        for messages, contract in _questions(article, mentions, prompt, settings, ontology):
            with suppress(ModelFailure):
                await asker.ask(messages, contract)


def _questions(
    article: Article, mentions: Mentions, prompt: Prompt, settings: "ModelSettings", ontology: Path | None
) -> Iterator[tuple[list[dict[str, str]], dict[str, Any]]]:
    if prompt.strategy == "guided":
        guide = guided.Guide(article, mentions, rules.propose(mentions), prompt, ontology)
        for part in guide.parts(settings.max_tokens):
            yield guided.messages(prompt, ontology, article.lang, guide.text(part)), guide.contract(part)
    else:
        for part in freeform.parts(article, mentions, settings.max_tokens):
            yield freeform.messages(prompt, ontology, article, part), freeform.contract(prompt, ontology)
