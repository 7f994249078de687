"""An article as the rest of the house sees it: its full text, what is known about it, and what in it is not article.

`text` is everything that was decoded, page furniture included, so that offsets stay true to the file; `excluded` lists
the ranges in which later layers must find nothing.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from extract.article.furniture import find_furniture
from extract.article.language import detect
from extract.article.options import check_lang
from extract.article.published import find_header, parse_date
from extract.errors import ArticleError
from extract.span import Span


@dataclass(frozen=True, slots=True)
class Article:
    """One article. Make it with `Article.of`, or let `read` make it from files.

    `sha256` is of the file's bytes; of the text in UTF-8 where there is no file of its own (a JSON record, standard
    input, a plain string). `excluded` ranges are in order and apart. `notes` are remarks on what was odd but readable.
    `origin` is where it came from, for messages.
    """

    id: str
    text: str
    lang: str
    published: date | None = None
    title: str | None = None
    source: str | None = None
    sha256: str = ""
    encoding: str = "utf-8"
    origin: str = ""
    excluded: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        text: str,
        *,
        id: str | None = None,
        lang: str | None = None,
        published: date | str | None = None,
        title: str | None = None,
        source: str | None = None,
        sha256: str | None = None,
        encoding: str = "utf-8",
        origin: str | None = None,
        notes: tuple[str, ...] = (),
    ) -> "Article":
        """The article in `text`; language, publication date and furniture are found out where they are not given.

        Raises ArticleError when the text is empty, not valid Unicode or in a language that is not read, and UsageError
        when `lang` is given and is none of "ar", "fa", "en".
        """
        if not isinstance(cast("object", text), str):
            raise TypeError(f"the text is of type {type(text).__name__}, not str; decode bytes first")
        check_lang(lang)
        where = origin or id or "text"
        digest = hashlib.sha256(_valid(text, where)).hexdigest()
        for value in (id, title, source):
            _encoded(value or "", where)
        header = find_header(text)
        remarks = list(notes)
        return cls(
            id=id or digest[:12],
            text=text,
            lang=lang or detect(text, where),
            published=_published(published, header.value, remarks),
            title=title,
            source=source,
            sha256=sha256 or digest,
            encoding=encoding,
            origin=where,
            excluded=_merged([header.span, *find_furniture(text)]),
            notes=tuple(remarks),
        )


def _valid(text: str, where: str) -> bytes:
    if not text.strip():
        raise ArticleError(where, "is empty", "give a text of at least one sentence")
    if "\0" in text:
        raise ArticleError(where, "holds NUL characters, so it is not text", "give plain text, HTML or JSON")
    return _encoded(text, where)


def _encoded(text: str, where: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ArticleError(
            where,
            f"holds half a surrogate pair (\\u{ord(text[error.start]):04x}) at character {error.start}",
            "write the text again as valid Unicode",
        ) from None


def _published(given: date | str | None, header: str, remarks: list[str]) -> date | None:
    """The first date that can be read; a value that cannot is worth a remark."""
    if isinstance(given, date):
        return given.date() if isinstance(given, datetime) else given
    for value in (given, header):
        if not value:
            continue
        found = parse_date(value)
        if found:
            return found
        remarks.append(f"publication date {value[:40]!r} is not a date")
    return None


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if span.start == span.end:
            continue
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
