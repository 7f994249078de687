"""How input is to be read: what the user overrides, the size cap, and the field names of JSON records."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from extract.errors import UsageError
from extract.ontology import LANGS

FORMATS: Final = ("txt", "html", "json", "jsonl")


@dataclass(frozen=True, slots=True)
class Fields:
    """Which key of a JSON record holds what.

    A name left at its default also tries the usual other spellings, in the order of `FALLBACKS`; a name that was set is
    meant, and nothing else is tried.
    """

    text: str = "text"
    title: str = "title"
    id: str = "id"
    published: str = "published"
    source: str = "source"
    lang: str = "lang"


FALLBACKS: Final = {
    "text": ("body", "content", "articleBody"),
    "title": ("headline",),
    "id": ("uuid",),
    "published": ("date", "published_at", "publishedAt", "datePublished", "pubDate"),
    "source": ("publisher", "site", "sitename"),
    "lang": ("language", "inLanguage"),
}


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Overrides and limits for `read`. `lang`, `published`, `encoding` and `format` beat whatever the input says.

    `max_bytes` caps a file, or one record of a JSON Lines file, whose own length is not limited.
    Raises UsageError for a language, encoding, format or cap that does not exist.
    """

    lang: str | None = None
    published: date | None = None
    encoding: str | None = None
    format: str | None = None
    max_bytes: int = 5_000_000
    fields: Fields = field(default_factory=Fields)

    def __post_init__(self) -> None:
        check_lang(self.lang)
        if self.format is not None and self.format not in FORMATS:
            raise UsageError(f"format {self.format!r} is not read; use one of {', '.join(FORMATS)}")
        if self.max_bytes < 1:
            raise UsageError(f"a cap of {self.max_bytes} bytes lets nothing in; give --max-bytes a positive number")
        if self.encoding is not None:
            try:
                " ".encode(self.encoding)  # decoding nothing would not look the name up
            except (LookupError, ValueError):
                raise UsageError(
                    f"encoding {self.encoding!r} is not known; use a name such as utf-8 or windows-1256"
                ) from None


def check_lang(lang: str | None) -> None:
    """Raise UsageError unless `lang` is None or a language that is read."""
    if lang is not None and lang not in LANGS:
        raise UsageError(f"language {lang!r} is not read; use one of {', '.join(LANGS)}")
