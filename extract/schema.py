"""The output contract `hasila/1`: what one line of `extract run`'s JSON Lines holds.

Records are frozen and closed (an unknown key is refused), so a consumer may rely on every name here. Kinds and types
are strings, not an enum, because a user's ontology file may add some; the JSON Schema lists those that are known.

Numbers are JSON numbers. Values are exact Decimals inside; read a file with `hasila`'s own `load`, or with any parser
that keeps decimals, to get them back exactly.
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema, model_validator

SCHEMA: Literal["hasila/1"] = "hasila/1"


def _as_json_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _from_json_number(value: Any) -> Any:
    if isinstance(value, bool) or (isinstance(value, str) and not value.strip()):
        raise ValueError("a number is needed")
    return Decimal(repr(value)) if isinstance(value, float) else value


Number = Annotated[
    Decimal,
    BeforeValidator(_from_json_number),
    PlainSerializer(_as_json_number, when_used="json"),
    WithJsonSchema({"type": "number"}),
]


class Qualifier(StrEnum):
    """How a number is hedged in the text."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    RANGE = "range"
    VAGUE = "vague"


class Realis(StrEnum):
    """Whether an event happened, or is only planned, denied or supposed."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


class Status(StrEnum):
    """How an article came through."""

    OK = "ok"
    PARTIAL = "partial"
    FAILED = "failed"


class Record(BaseModel):
    """Base of every record: frozen, closed."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Evidence(Record):
    """A quote: `text` is exactly the article's characters `[start, end)`, in code points."""

    text: str
    start: int = Field(ge=0)
    end: int

    @model_validator(mode="after")
    def _is_a_quote(self) -> "Evidence":
        if self.end - self.start != len(self.text) or not self.text:
            raise ValueError(f"a quote of {len(self.text)} characters cannot span [{self.start}, {self.end})")
        return self


class Entity(Evidence):
    """A quote that names somebody or some place; `name` is its canonical English name where it is known."""

    name: str | None = None
    iso: str | None = None


class When(Record):
    """The period that a date expression means, inclusive on both ends; null where it is open or cannot be resolved."""

    first: date | None
    last: date | None
    precision: str
    evidence: Evidence
    note: str = ""


class Figure(Record):
    """A stated quantity. `value` is the number as written; `low` and `high` are the inclusive bounds it implies."""

    id: str
    kind: str
    value: Number | None
    low: Number | None
    high: Number | None
    qualifier: Qualifier
    unit: str | None = None
    noun: Evidence | None = None
    party: Entity | None = None
    place: Entity | None = None
    when: When | None = None
    source: Entity | None = None
    evidence: Evidence
    flags: tuple[str, ...] = ()


class Event(Record):
    """A happening. `evidence` is the clause of its trigger; `mentions` are the triggers that tell it again."""

    id: str
    type: str
    realis: Realis
    trigger: Evidence
    when: When | None = None
    place: Entity | None = None
    actors: tuple[Entity, ...] = ()
    targets: tuple[Entity, ...] = ()
    source: Entity | None = None
    figures: tuple[str, ...] = ()
    evidence: Evidence
    mentions: tuple[Evidence, ...] = ()


class Rejection(Record):
    """Something number-like or event-like that did not become a record, and why."""

    reason: str
    evidence: Evidence
    detail: str = ""


class ArticleInfo(Record):
    """The article a record is about, without its text; `sha256` identifies the bytes it was read from."""

    id: str
    lang: str
    published: date | None = None
    title: str | None = None
    source: str | None = None
    sha256: str
    encoding: str
    notes: tuple[str, ...] = ()


class Provenance(Record):
    """What made this record. No times, costs or machine facts: the same input gives the same bytes."""

    engine: str
    version: str
    ontology: str
    model: str | None = None
    prompt: str | None = None


class Extraction(Record):
    """All that was found in one article: one JSON line."""

    model_config = ConfigDict(serialize_by_alias=True, validate_by_name=True, validate_by_alias=True)

    schema_: Literal["hasila/1"] = Field(default=SCHEMA, alias="schema")
    article: ArticleInfo
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    provenance: Provenance
    status: Status = Status.OK
    error: str | None = None


def json_schema(kinds: list[str], types: list[str]) -> dict[str, Any]:
    """JSON Schema (2020-12) of one output line, with `kind` and `type` limited to the given names."""
    schema = Extraction.model_json_schema(mode="serialization", by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    definitions: dict[str, Any] = schema["$defs"]
    definitions["Figure"]["properties"]["kind"]["enum"] = kinds
    definitions["Event"]["properties"]["type"]["enum"] = types
    return schema
