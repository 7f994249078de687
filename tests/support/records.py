"""A record with every slot filled, made by hand, for the tests of what happens to records after extraction."""

from datetime import date
from decimal import Decimal
from typing import Any

from extract.schema import (
    ArticleInfo,
    Entity,
    Event,
    Evidence,
    Extraction,
    Figure,
    Provenance,
    Qualifier,
    Realis,
    Rejection,
    When,
)


def quote(text: str, start: int = 0) -> Evidence:
    return Evidence(text=text, start=start, end=start + len(text))


def entity(text: str, start: int = 0, name: str | None = None, iso: str | None = None) -> Entity:
    return Entity(text=text, start=start, end=start + len(text), name=name, iso=iso)


YEAR = When(first=date(2025, 1, 1), last=date(2025, 12, 31), precision="year", evidence=quote("خلال 2025", 40))


def figure(id: str = "f1", evidence: str = "نحو 2500 جندي", **slots: Any) -> Figure:
    plain: dict[str, Any] = {
        "id": id,
        "kind": "personnel",
        "value": Decimal(2500),
        "low": None,
        "high": None,
        "qualifier": Qualifier.APPROXIMATE,
        "evidence": quote(evidence, 3),
    }
    return Figure(**(plain | slots))


def event(id: str = "e1", evidence: str = "تتسلم القوات القاعدة", **slots: Any) -> Event:
    plain: dict[str, Any] = {
        "id": id,
        "type": "handover",
        "realis": Realis.PLANNED,
        "trigger": quote("تتسلم", 60),
        "evidence": quote(evidence, 60),
    }
    return Event(**(plain | slots))


FULL_FIGURE = figure(
    unit="km",
    noun=quote("جندي", 12),
    party=entity("الأميركية", 20, "United States", "US"),
    place=entity("العراق", 30, "Iraq", "IQ"),
    when=YEAR,
    source=entity("قيادة العمليات", 70),
    flags=("mixed digits", "hidden characters"),
)
FULL_EVENT = event(
    when=YEAR,
    place=entity("عين الأسد", 80, "Ain al-Asad", "IQ"),
    actors=(entity("القوات العراقية", 90, "Iraq", "IQ"), entity("الجيش", 110)),
    targets=(entity("التحالف", 120, "Coalition"),),
    source=entity("مصدر أمني", 130),
    figures=("f1",),
    mentions=(quote("تسلم", 140),),
)


def extraction(*figures: Figure, id: str = "a1", events: tuple[Event, ...] = (), **more: Any) -> Extraction:
    plain: dict[str, Any] = {
        "article": ArticleInfo(
            id=id, lang="ar", published=date(2026, 1, 1), title="عنوان", sha256="0" * 64, encoding="utf-8"
        ),
        "figures": figures,
        "events": events,
        "provenance": Provenance(engine="rules", version="0.1.0", ontology="abc"),
    }
    return Extraction(**(plain | more))


FULL = extraction(
    FULL_FIGURE, events=(FULL_EVENT,), rejected=(Rejection(reason="date", evidence=quote("2025", 46), detail="year"),)
)
