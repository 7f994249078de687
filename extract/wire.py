"""Records as lines of JSON and back: `to_json` writes one, `from_json` reads and checks one, `json_schema` tells all.

Writing spells the lines out: pydantic takes longer to import than an article takes to read, and a dictionary for each
quote costs more than its text. Pydantic is imported by whoever reads. A test holds that the three agree.
"""

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from json.encoder import encode_basestring as _text
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

_encode = json.JSONEncoder(allow_nan=False).encode


def to_json(extraction: Extraction) -> str:
    """The record as one line of JSON, without its line feed."""
    return (
        f'{{"schema":{_text(extraction.schema)},"article":{_article(extraction.article)}'
        f',"figures":[{",".join(map(_figure, extraction.figures))}]'
        f',"events":[{",".join(map(_event, extraction.events))}]'
        f',"rejected":[{",".join(map(_rejection, extraction.rejected))}]'
        f',"provenance":{_provenance(extraction.provenance)}'
        f',"status":{_text(extraction.status)},"error":{_maybe(extraction.error)}}}'
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


def _maybe(value: str | None) -> str:
    return "null" if value is None else _text(value)


def _texts(values: Sequence[str]) -> str:
    return f"[{','.join(map(_text, values))}]" if values else "[]"


@lru_cache(maxsize=4_096)
def _number(value: Decimal | None) -> str:
    """A number in JSON; news says the same small ones again and again."""
    return "null" if value is None else _encode(as_json_number(value))


def _date(value: date | None) -> str:
    return "null" if value is None else f'"{value.isoformat()}"'


def _quote(quote: Evidence | None) -> str:
    if quote is None:
        return "null"
    return f'{{"text":{_text(quote.text)},"start":{quote.start},"end":{quote.end}}}'


def _entity(entity: Entity | None) -> str:
    if entity is None:
        return "null"
    return (
        f'{{"text":{_text(entity.text)},"start":{entity.start},"end":{entity.end}'
        f',"name":{_maybe(entity.name)},"iso":{_maybe(entity.iso)}}}'
    )


def _entities(entities: Sequence[Entity]) -> str:
    return f"[{','.join(map(_entity, entities))}]" if entities else "[]"


def _when(when: When | None) -> str:
    if when is None:
        return "null"
    return (
        f'{{"first":{_date(when.first)},"last":{_date(when.last)},"precision":{_text(when.precision)}'
        f',"evidence":{_quote(when.evidence)},"note":{_text(when.note)}}}'
    )


def _figure(figure: Figure) -> str:
    return (
        f'{{"id":{_text(figure.id)},"kind":{_text(figure.kind)}'
        f',"value":{_number(figure.value)},"low":{_number(figure.low)},"high":{_number(figure.high)}'
        f',"qualifier":{_text(figure.qualifier)},"unit":{_maybe(figure.unit)},"noun":{_quote(figure.noun)}'
        f',"party":{_entity(figure.party)},"place":{_entity(figure.place)},"when":{_when(figure.when)}'
        f',"source":{_entity(figure.source)},"evidence":{_quote(figure.evidence)},"flags":{_texts(figure.flags)}}}'
    )


def _event(event: Event) -> str:
    return (
        f'{{"id":{_text(event.id)},"type":{_text(event.type)},"realis":{_text(event.realis)}'
        f',"trigger":{_quote(event.trigger)},"when":{_when(event.when)},"place":{_entity(event.place)}'
        f',"actors":{_entities(event.actors)},"targets":{_entities(event.targets)},"source":{_entity(event.source)}'
        f',"figures":{_texts(event.figures)},"evidence":{_quote(event.evidence)}'
        f',"mentions":[{",".join(map(_quote, event.mentions))}]}}'
    )


def _rejection(rejection: Rejection) -> str:
    return (
        f'{{"reason":{_text(rejection.reason)},"evidence":{_quote(rejection.evidence)}'
        f',"detail":{_text(rejection.detail)}}}'
    )


def _article(article: ArticleInfo) -> str:
    return (
        f'{{"id":{_text(article.id)},"lang":{_text(article.lang)},"published":{_date(article.published)}'
        f',"title":{_maybe(article.title)},"source":{_maybe(article.source)},"sha256":{_text(article.sha256)}'
        f',"encoding":{_text(article.encoding)},"notes":{_texts(article.notes)}}}'
    )


def _provenance(provenance: Provenance) -> str:
    return (
        f'{{"engine":{_text(provenance.engine)},"version":{_text(provenance.version)}'
        f',"ontology":{_text(provenance.ontology)},"model":{_maybe(provenance.model)}'
        f',"prompt":{_maybe(provenance.prompt)}}}'
    )
