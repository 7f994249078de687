"""What the ontology knows, as rows for `extract kinds` and for the JSON Schema's closed lists."""

from collections import Counter
from pathlib import Path
from typing import NamedTuple

from extract.events.lexicon import load_events
from extract.ontology import load_ontology


class KindRow(NamedTuple):
    """A kind of figure, with the number of its nouns in each language."""

    kind: str
    ar: int
    fa: int
    en: int
    definition: str


class EventRow(NamedTuple):
    """A type of event, with its codes in other schemes ("" where none fits)."""

    type: str
    acled: str
    plover: str
    definition: str


def figure_kinds(extra: Path | None = None) -> list[KindRow]:
    """Every kind of figure, those of the user's ontology file `extra` included."""
    return [
        KindRow(kind.name, nouns["ar"], nouns["fa"], nouns["en"], kind.definition)
        for kind in load_ontology(extra).kinds.values()
        for nouns in [Counter({lang: len(words) for lang, words in kind.nouns.items()})]
    ]


def event_types() -> list[EventRow]:
    """Every type of event."""
    return [EventRow(kind.name, kind.acled, kind.plover, kind.definition) for kind in load_events().types.values()]
