"""The output contract `hasila/1`: what one line of `extract run`'s JSON Lines holds.

Records are frozen and closed (an unknown key is refused), so a consumer may rely on every name here. Kinds and types
are strings, not an enum, because a user's ontology file may add some; the JSON Schema lists those that are known.

They are plain dataclasses, because importing pydantic would take longer than reading an article. pydantic is asked only
where data comes in from outside (`extract.wire`), and reads what it needs to know off the annotations here.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal

SCHEMA: Literal["hasila/1"] = "hasila/1"


class _JsonNumber:
    """Marks a Decimal that is a number in JSON. Values are exact inside; a float is taken for the digits it shows."""

    @staticmethod
    def __get_pydantic_core_schema__(source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        numbers = core_schema.plain_serializer_function_ser_schema(as_json_number, when_used="json")
        return core_schema.no_info_before_validator_function(_from_json, handler(source), serialization=numbers)

    @staticmethod
    def __get_pydantic_json_schema__(schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "number"}


class _Offset:
    """Marks an integer that is no less than 0."""

    @staticmethod
    def __get_pydantic_core_schema__(source: Any, handler: Any) -> Any:
        return {**handler(source), "ge": 0}


def as_json_number(value: Decimal) -> int | float:
    """The number that JSON holds for `value`."""
    return int(value) if value == value.to_integral_value() else float(value)


def _from_json(value: Any) -> Any:
    if isinstance(value, bool) or (isinstance(value, str) and not value.strip()):
        raise ValueError("a number is needed")
    return Decimal(repr(value)) if isinstance(value, float) else value


Number = Annotated[Decimal, _JsonNumber]


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


class Record:
    """Base of every record: closed, and without the numbers that JSON does not have."""

    __slots__ = ()
    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "allow_inf_nan": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """A quote: `text` is exactly the article's characters `[start, end)`, in code points."""

    text: str
    start: Annotated[int, _Offset]
    end: int

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.text) or not self.text:
            raise ValueError(f"a quote of {len(self.text)} characters cannot span [{self.start}, {self.end})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Evidence):
    """A quote that names somebody or some place; `name` is its canonical English name where it is known."""

    name: str | None = None
    iso: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class When(Record):
    """The period that a date expression means, inclusive on both ends; null where it is open or cannot be resolved."""

    first: date | None
    last: date | None
    precision: str
    evidence: Evidence
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection(Record):
    """Something number-like or event-like that did not become a record, and why.

    `evidence` is null for a model's words that stand nowhere in the article; `detail` then holds them.
    """

    reason: str
    evidence: Evidence | None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance(Record):
    """What made this record. No times, costs or machine facts: the same input gives the same bytes."""

    engine: str
    version: str
    ontology: str
    model: str | None = None
    prompt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction(Record):
    """All that was found in one article: one JSON line."""

    schema: Literal["hasila/1"] = SCHEMA
    article: ArticleInfo
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    provenance: Provenance
    status: Status = Status.OK
    error: str | None = None
