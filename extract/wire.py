"""Records as lines of JSON and back: `to_json` writes one, `from_json` reads and checks one, `json_schema` tells all.

Writing spells the keys out instead of asking pydantic, which takes longer to import than an article takes to read;
pydantic is imported by whoever reads. A test holds that the three agree.
"""

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from extract.schema import (
    ArticleInfo,
    Entity,
    Event,
    Evidence,
    Extraction,
    Figure,
    Provenance,
    Rejection,
    When,
    as_json_number,
)

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_Json = dict[str, object]
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False, allow_nan=False).encode


def to_json(extraction: Extraction) -> str:
    """The record as one line of JSON, without its line feed."""
    return _encode(
        {
            "schema": extraction.schema,
            "article": _article(extraction.article),
            "figures": [_figure(figure) for figure in extraction.figures],
            "events": [_event(event) for event in extraction.events],
            "rejected": [_rejection(rejection) for rejection in extraction.rejected],
            "provenance": _provenance(extraction.provenance),
            "status": extraction.status,
            "error": extraction.error,
        }
    )


def from_json(line: str | bytes) -> Extraction:
    """The record that a line holds. Raises pydantic's ValidationError, a ValueError, for anything else."""
    return _adapter().validate_json(line)


def json_schema(kinds: list[str], types: list[str]) -> dict[str, Any]:
    """JSON Schema (2020-12) of one output line, with `kind` and `type` limited to the given names."""
    schema = _adapter().json_schema(mode="serialization")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    definitions: dict[str, Any] = schema["$defs"]
    definitions["Figure"]["properties"]["kind"]["enum"] = kinds
    definitions["Event"]["properties"]["type"]["enum"] = types
    return schema


@cache
def _adapter() -> "TypeAdapter[Extraction]":
    from pydantic import TypeAdapter

    return TypeAdapter(Extraction)


def _number(value: Decimal | None) -> int | float | None:
    return None if value is None else as_json_number(value)


def _date(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _quote(quote: Evidence | None) -> _Json | None:
    return None if quote is None else {"text": quote.text, "start": quote.start, "end": quote.end}


def _entity(entity: Entity | None) -> _Json | None:
    if entity is None:
        return None
    return {
        "text": entity.text,
        "start": entity.start,
        "end": entity.end,
        "name": entity.name,
        "iso": entity.iso,
    }


def _entities(entities: Sequence[Entity]) -> list[_Json | None]:
    return [_entity(entity) for entity in entities]


def _when(when: When | None) -> _Json | None:
    if when is None:
        return None
    return {
        "first": _date(when.first),
        "last": _date(when.last),
        "precision": when.precision,
        "evidence": _quote(when.evidence),
        "note": when.note,
    }


def _figure(figure: Figure) -> _Json:
    return {
        "id": figure.id,
        "kind": figure.kind,
        "value": _number(figure.value),
        "low": _number(figure.low),
        "high": _number(figure.high),
        "qualifier": figure.qualifier,
        "unit": figure.unit,
        "noun": _quote(figure.noun),
        "party": _entity(figure.party),
        "place": _entity(figure.place),
        "when": _when(figure.when),
        "source": _entity(figure.source),
        "evidence": _quote(figure.evidence),
        "flags": figure.flags,
    }


def _event(event: Event) -> _Json:
    return {
        "id": event.id,
        "type": event.type,
        "realis": event.realis,
        "trigger": _quote(event.trigger),
        "when": _when(event.when),
        "place": _entity(event.place),
        "actors": _entities(event.actors),
        "targets": _entities(event.targets),
        "source": _entity(event.source),
        "figures": event.figures,
        "evidence": _quote(event.evidence),
        "mentions": [_quote(mention) for mention in event.mentions],
    }


def _rejection(rejection: Rejection) -> _Json:
    return {"reason": rejection.reason, "evidence": _quote(rejection.evidence), "detail": rejection.detail}


def _article(article: ArticleInfo) -> _Json:
    return {
        "id": article.id,
        "lang": article.lang,
        "published": _date(article.published),
        "title": article.title,
        "source": article.source,
        "sha256": article.sha256,
        "encoding": article.encoding,
        "notes": article.notes,
    }


def _provenance(provenance: Provenance) -> _Json:
    return {
        "engine": provenance.engine,
        "version": provenance.version,
        "ontology": provenance.ontology,
        "model": provenance.model,
        "prompt": provenance.prompt,
    }
