"""Small gold sets made by hand: labels by their words, offsets found in the text, files in a temporary folder."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from evals.labels import GoldArticle
from extract.schema import ArticleInfo, Event, Extraction, Figure, Provenance

TEXT = "The army said 12 soldiers were killed and 30 others were wounded in a raid on the port of Tarsa on Monday."


def quote(text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {"text": words, "start": start, "end": start + len(words)}


def figure(words: str, kind: str, value: float | None, *, text: str = TEXT, id: str = "f1", **slots: Any) -> Figure:
    """A figure labelled at `words`; exact unless `slots` say otherwise. Slots that quote are given by their words."""
    data: dict[str, Any] = {"id": id, "kind": kind, "value": value, "low": value, "high": value, "qualifier": "exact"}
    data["evidence"] = quote(text, words)
    return TypeAdapter(Figure).validate_python(data | {name: _slot(text, name, slot) for name, slot in slots.items()})


def event(words: str, type: str, *, text: str = TEXT, id: str = "e1", realis: str = "occurred", **slots: Any) -> Event:
    """An event with its trigger at `words`."""
    data = {"id": id, "type": type, "realis": realis, "trigger": quote(text, words), "evidence": quote(text, words)}
    return TypeAdapter(Event).validate_python(data | {name: _slot(text, name, slot) for name, slot in slots.items()})


def _slot(text: str, name: str, slot: Any) -> Any:
    if name in ("noun", "party", "place", "source"):
        return quote(text, slot)
    return [quote(text, words) for words in slot] if name in ("actors", "targets") else slot


FIGURES = (
    figure("12 soldiers", "killed", 12, noun="soldiers", source="The army"),
    figure("30 others", "wounded", 30, id="f2", noun="others"),
)
EVENTS = (event("raid", "operation", place="port of Tarsa", actors=["The army"], figures=["f1", "f2"]),)


def gold_article(
    id: str = "raid",
    figures: Sequence[Figure] = FIGURES,
    events: Sequence[Event] = EVENTS,
    *,
    text: str = TEXT,
    lang: str = "en",
    story: str | None = None,
) -> GoldArticle:
    """A gold article; its story is its own unless it is named."""
    return GoldArticle.model_validate(
        {
            "id": id, "lang": lang, "published": "2026-02-03", "story": story or id, "provenance": "made for a test",
            "sha256": hashlib.sha256(text.encode()).hexdigest(), "text": text,
            "figures": figures, "events": events,
        }
    )  # fmt: skip


def prediction(
    id: str = "raid",
    figures: Sequence[Figure] = FIGURES,
    events: Sequence[Event] = EVENTS,
    *,
    text: str = TEXT,
    **more: Any,
) -> Extraction:
    """What an engine might say of an article; by default exactly what the gold says."""
    return Extraction(
        article=ArticleInfo(id=id, lang="en", sha256=hashlib.sha256(text.encode()).hexdigest(), encoding="utf-8"),
        figures=tuple(figures),
        events=tuple(events),
        provenance=Provenance(engine="rules", version="0.1.0", ontology="abc"),
        **more,
    )


def numbered(id: str, count: int, found: int, *, spurious: int = 0, lang: str = "en") -> tuple[GoldArticle, Extraction]:
    """An article of `count` figures, of which a prediction finds the first `found` and invents `spurious` more."""
    words = [f"{1000 + n} soldiers" for n in range(count + spurious)]
    text = f"{id}: " + ", ".join(words)
    figures = [figure(words[n], "personnel", 1000 + n, text=text, id=f"f{n}") for n in range(count + spurious)]
    right, wrong = figures[:found], figures[count:]
    return gold_article(id, figures[:count], (), text=text, lang=lang), prediction(id, right + wrong, (), text=text)


def write_gold(folder: Path, dev: Sequence[GoldArticle], test: Sequence[GoldArticle] = ()) -> Path:
    """A gold folder with these articles and their splits."""
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    for article in (*dev, *test):
        (folder / "articles" / f"{article.id}.json").write_text(article.model_dump_json(), encoding="utf-8")
    write_splits(folder, [article.id for article in dev], [article.id for article in test])
    return folder


def write_splits(folder: Path, dev: Sequence[str], test: Sequence[str]) -> None:
    lines = [f"[{name}]\narticles = {json.dumps(list(ids))}\n" for name, ids in (("dev", dev), ("test", test))]
    (folder / "splits.toml").write_text("".join(lines), encoding="utf-8")
