"""hasila: news in Arabic, Persian and English in; figures and events out, each tied to the characters that say so.

These are the public names. Each is imported when it is first used, so `import extract` and the command's `--help` load
neither pydantic nor pandas; a type checker sees the same names through the imports below.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.article import Article, ReadOptions, read
    from extract.dates import DateMention, find_dates
    from extract.errors import ArticleError, HasilaError, MissingExtra, OntologyError, OutputError, UsageError
    from extract.numbers import NumberMention, find_numbers
    from extract.pipeline import Settings, extract, run
    from extract.readback import events_frame, figures_frame, load
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
        Status,
        When,
    )
    from extract.span import Span

__version__ = "0.1.0"

__all__ = [
    "Article",
    "ArticleError",
    "ArticleInfo",
    "DateMention",
    "Entity",
    "Event",
    "Evidence",
    "Extraction",
    "Figure",
    "HasilaError",
    "MissingExtra",
    "NumberMention",
    "OntologyError",
    "OutputError",
    "Provenance",
    "Qualifier",
    "ReadOptions",
    "Realis",
    "Rejection",
    "Settings",
    "Span",
    "Status",
    "UsageError",
    "When",
    "__version__",
    "events_frame",
    "extract",
    "figures_frame",
    "find_dates",
    "find_numbers",
    "load",
    "read",
    "run",
]

_ROOMS = {
    "extract.article": "Article ReadOptions read",
    "extract.dates": "DateMention find_dates",
    "extract.errors": "ArticleError HasilaError MissingExtra OntologyError OutputError UsageError",
    "extract.numbers": "NumberMention find_numbers",
    "extract.pipeline": "Settings extract run",
    "extract.readback": "events_frame figures_frame load",
    "extract.schema": "ArticleInfo Entity Event Evidence Extraction Figure Provenance Qualifier "
    "Realis Rejection Status When",
    "extract.span": "Span",
}
_HOME = {name: room for room, names in _ROOMS.items() for name in names.split()}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOME[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
