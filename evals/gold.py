"""The hand-labelled gold set: one JSON file an article, checked when it is loaded.

A label quotes the text and gives the offsets too, so each proves the other. Texts that may not be shipped are stand-off
files: sha256 and offsets without the text, usable only where somebody has the file.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import tomllib
from pydantic import BaseModel, ConfigDict, ValidationError

from evals.errors import GoldError
from extract.schema import Entity, Event, Figure
from extract.span import Span

SPLITS = ("dev", "test")


class GoldArticle(BaseModel):
    """A labelled article. `text` is null in a stand-off file; `story` names what it tells, so that splits keep it
    whole.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    lang: str
    published: date | None = None
    title: str | None = None
    story: str
    provenance: str
    annotators: tuple[str, ...] = ()
    notes: str = ""
    sha256: str
    text: str | None = None
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Gold:
    """The articles of one split (or all), with the digest that names exactly these labels."""

    articles: tuple[GoldArticle, ...]
    split: str
    digest: str


def load_gold(folder: Path, split: str = "all", kinds: frozenset[str] | None = None) -> Gold:
    """The gold articles of `split` ("dev", "test" or "all") under `folder`.

    Raises GoldError, naming file and label, for whatever is not as it must be: a quote that is not at its offsets, an
    unknown kind, a duplicate id, a text that does not match its sha256, an article in no split.
    """
    members = _members(folder / "splits.toml")
    if split != "all" and split not in members:
        raise GoldError(f"{folder / 'splits.toml'}: no split {split!r}; use one of {', '.join(members)} or all")
    articles = tuple(_read(path, kinds) for path in sorted((folder / "articles").glob("*.json")))
    if not articles:
        raise GoldError(f"{folder}: holds no gold articles; give --gold a folder with articles/*.json")
    _check_whole(folder, articles, members)
    chosen = articles if split == "all" else tuple(a for a in articles if a.id in members[split])
    content = json.dumps([a.model_dump(mode="json") for a in chosen], sort_keys=True).encode()
    return Gold(chosen, split, hashlib.sha256(content).hexdigest()[:12])


def _members(path: Path) -> dict[str, frozenset[str]]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise GoldError(f"{path}: missing; it lists which articles are dev and which are test") from None
    except tomllib.TOMLDecodeError as error:
        raise GoldError(f"{path}: not valid TOML: {error}") from None
    return {name: frozenset(data.get(name, {}).get("articles", [])) for name in SPLITS}


def _check_whole(folder: Path, articles: tuple[GoldArticle, ...], members: dict[str, frozenset[str]]) -> None:
    for name, count in Counter(article.id for article in articles).items():
        if count > 1:
            raise GoldError(f"{folder}: article id {name!r} occurs {count} times; ids must be unique")
    split_of: dict[str, str] = {}
    for article in articles:
        homes = [name for name, ids in members.items() if article.id in ids]
        if len(homes) != 1:
            raise GoldError(
                f"{folder / 'splits.toml'}: article {article.id!r} is in {len(homes)} splits; list it in one"
            )
        if split_of.setdefault(article.story, homes[0]) != homes[0]:
            raise GoldError(f"{folder / 'splits.toml'}: story {article.story!r} is in both splits; keep it in one")
    unknown = set().union(*members.values()) - {article.id for article in articles}
    if unknown:
        raise GoldError(f"{folder / 'splits.toml'}: lists {sorted(unknown)[0]!r}, which is no article here")


def _read(path: Path, kinds: frozenset[str] | None) -> GoldArticle:
    try:
        article = GoldArticle.model_validate_json(path.read_bytes())
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise GoldError(f"{path}: {where}: {first['msg']}") from None
    if article.text is not None:
        check_text(path, article, article.text)
    _check_labels(path, article, kinds)
    return article


def check_text(path: Path, article: GoldArticle, text: str) -> None:
    """Raise GoldError unless `text` is what the labels of `article` were made on."""
    if hashlib.sha256(text.encode()).hexdigest() != article.sha256:
        raise GoldError(f"{path}: the text does not match its sha256; labels hold for that exact text only")
    for label, quote in _quotes(article):
        if Span(quote.start, quote.end).of(text) != quote.text:
            found = Span(quote.start, quote.end).of(text)
            raise GoldError(
                f"{path}: {label}: the text has {found!r} at [{quote.start}, {quote.end}), not {quote.text!r}"
            )


def _quotes(article: GoldArticle) -> Iterator[tuple[str, Any]]:
    for figure in article.figures:
        for name in ("evidence", "noun", "party", "place", "source"):
            if getattr(figure, name) is not None:
                yield f"{figure.id}.{name}", getattr(figure, name)
    for event in article.events:
        several: list[tuple[str, Entity]] = [("actors", e) for e in event.actors] + [
            ("targets", e) for e in event.targets
        ]
        for name, quote in several:
            yield f"{event.id}.{name}", quote
        for name in ("trigger", "evidence", "place", "source"):
            if getattr(event, name) is not None:
                yield f"{event.id}.{name}", getattr(event, name)


def _check_labels(path: Path, article: GoldArticle, kinds: frozenset[str] | None) -> None:
    ids = Counter([figure.id for figure in article.figures] + [event.id for event in article.events])
    for name, count in ids.items():
        if count > 1:
            raise GoldError(f"{path}: {name}: this label id occurs {count} times; ids must be unique")
    known = {figure.id for figure in article.figures}
    for figure in article.figures:
        if kinds is not None and figure.kind not in kinds:
            raise GoldError(f"{path}: {figure.id}: unknown kind {figure.kind!r}; `extract kinds` lists them")
    for event in article.events:
        if kinds is not None and event.type not in kinds:
            raise GoldError(f"{path}: {event.id}: unknown type {event.type!r}; `extract kinds` lists them")
        for name in event.figures:
            if name not in known:
                raise GoldError(f"{path}: {event.id}: measures by {name!r}, which is no figure of this article")
    seen: set[tuple[object, ...]] = set()
    for figure in article.figures:
        key = (figure.evidence.start, figure.evidence.end, figure.kind)
        if key in seen:
            raise GoldError(f"{path}: {figure.id}: the same quote is labelled {figure.kind} twice")
        seen.add(key)
