"""The way in: paths to articles, streamed one at a time in the order of the call.

Whatever goes wrong with one article is yielded in its place as an `ArticleError`, and the next one is read. A JSON
Lines file is never in memory whole, so the cap applies to its records and not to the file.
"""

import codecs
import hashlib
import io
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, cast

from extract.article.article import Article
from extract.article.decode import Decoded, decode
from extract.article.html import read_page
from extract.article.language import choose
from extract.article.options import ReadOptions
from extract.article.records import lines, parse, to_record
from extract.article.signatures import refuse_binary
from extract.article.sources import FORMAT_OF, Source, find_sources
from extract.errors import ArticleError

_HTML = re.compile(rb"(?:<\?xml[^<>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_RECORD = re.compile(rb'\{\s*"')
_RECORDS = re.compile(rb'\[\s*\{\s*"')
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class _Read(NamedTuple):
    """An article, and the longer id it takes where the one made from its file's name is taken; "" if it brought one."""

    article: Article
    spare: str


class _Place(NamedTuple):
    """Where a record stands: for messages, and for its default id and the longer one."""

    where: str
    id: str
    spare: str


def read(paths: Iterable[str | Path], options: ReadOptions | None = None) -> Iterator[Article | ArticleError]:
    """The articles in `paths`: files, folders, glob patterns, "-" for standard input.

    An article's id is its record's own; else the file's name without suffix, with "#" and the line in JSON Lines; else,
    where an earlier article of the run has that, the path as given. Two records that bring one id are an error.
    """
    options = options or ReadOptions()
    taken: dict[str, str] = {}  # where each id was met
    for source in find_sources([paths] if isinstance(paths, str | Path) else paths):
        if isinstance(source, ArticleError):
            yield source
            continue
        for item in _from_source(source, options):
            yield item if isinstance(item, ArticleError) else _admitted(item, taken)


def _admitted(item: _Read, taken: dict[str, str]) -> Article | ArticleError:
    article = item.article
    if article.id in taken and item.spare:
        article = replace(article, id=item.spare)
    if article.id in taken:
        what = "was given twice" if item.spare else f"has the id {article.id[:60]!r} of {taken[article.id]}"
        return ArticleError(article.origin, what, "give each article once, with an id of its own")
    taken[article.id] = article.origin
    return article


def _from_source(source: Source, options: ReadOptions) -> Iterator[_Read | ArticleError]:
    try:
        if source.path is None:
            yield from _from_stream(source, _standard_input(), options)
        else:
            with source.path.open("rb") as stream:
                yield from _from_stream(source, stream, options)
    except ArticleError as error:
        yield error
    except OSError as error:
        yield ArticleError(
            source.name, f"cannot be read ({error.strerror or error})", "check the file and its permissions"
        )


def _standard_input() -> io.BufferedReader:
    stream: object = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise ArticleError("standard input", "is closed", "pipe an article into the command, or name a file")
    if isinstance(stream, io.BufferedReader):
        return cast("io.BufferedReader", stream)
    return io.BufferedReader(cast("io.RawIOBase", stream))


def _from_stream(source: Source, stream: io.BufferedReader, options: ReadOptions) -> Iterator[_Read | ArticleError]:
    form = options.format or _format(source, stream)
    if form == "jsonl":
        yield from _from_lines(source, stream, options)
        return
    raw = stream.read(options.max_bytes + 1)
    if len(raw) > options.max_bytes:
        raise _too_big(source.name, options)
    if not raw.strip():
        raise ArticleError(source.name, "is empty", "give a file with an article in it")
    decoded = decode(raw, source.name, options.encoding)
    if form == "json":
        yield from _from_json(source, decoded, options)
        return
    digest = hashlib.sha256(raw).hexdigest() if source.path else None
    yield _Read(_from_text(source, decoded, digest, options, form == "html"), source.name)


def _format(source: Source, stream: io.BufferedReader) -> str:
    """By the suffix, and by the first bytes where it says nothing; a page that was saved as .txt is still a page."""
    named = FORMAT_OF.get(source.path.suffix.lower()) if source.path else None
    if named and named != "txt":
        return named
    start = stream.peek(1).removeprefix(codecs.BOM_UTF8).lstrip()
    if _HTML.match(start):
        return "html"
    if named or not (_RECORD.match(start) or _RECORDS.match(start)):
        return "txt"
    # An object that is spread over lines breaks its first line after a sign; a record of JSON Lines ends there.
    spread = start.split(b"\n", 1)[0].rstrip().endswith((b"{", b"[", b",", b":"))
    return "json" if spread or _RECORDS.match(start) else "jsonl"


def _too_big(where: str, options: ReadOptions) -> ArticleError:
    return ArticleError(
        where, f"is over the cap of {options.max_bytes} bytes", "raise the cap with --max-bytes, or split it"
    )


def _from_text(source: Source, decoded: Decoded, digest: str | None, options: ReadOptions, markup: bool) -> Article:
    page = read_page(decoded.text, source.name) if markup else None
    return Article.of(
        page.text if page else decoded.text,
        id=source.id,
        lang=options.lang,
        published=options.published or (page.published if page else None),
        title=page.title if page else None,
        source=page.source if page else None,
        sha256=digest,
        encoding=decoded.encoding,
        origin=source.name,
    )


def _from_json(source: Source, decoded: Decoded, options: ReadOptions) -> Iterator[_Read | ArticleError]:
    value = parse(decoded.text, source.name)
    if not isinstance(value, list):
        place = _Place(source.name, source.id, source.name)
        yield _from_record(value, place, decoded.encoding, options)
        return
    items = cast("list[object]", value)
    if not items:
        raise ArticleError(source.name, "holds no record", 'give objects such as {"text": "..."}')
    for number, item in enumerate(items, 1):
        place = _Place(*(f"{name}#{number}" for name in (source.name, source.id, source.name)))
        try:
            yield _from_record(item, place, decoded.encoding, options)
        except ArticleError as error:
            yield error


def _from_lines(source: Source, stream: io.BufferedReader, options: ReadOptions) -> Iterator[_Read | ArticleError]:
    _refuse_whole(source, stream.peek(1), options)
    empty = True
    for number, line in lines(stream, options.max_bytes):
        place = _Place(f"{source.name}:{number}", f"{source.id}#{number}", f"{source.name}#{number}")
        if line is None:
            empty = False
            yield _too_big(place.where, options)
            continue
        if not line.strip():
            continue
        empty = False
        try:
            decoded = decode(line, place.where, options.encoding)
            yield _from_record(parse(decoded.text, place.where), place, decoded.encoding, options)
        except ArticleError as error:
            yield error
    if empty:
        raise ArticleError(source.name, "is empty", "give a file with a record on each line")


def _refuse_whole(source: Source, start: bytes, options: ReadOptions) -> None:
    """Refuse at once what would otherwise fail line after line."""
    refuse_binary(start, source.name)
    named = (options.encoding or "").lower().replace("_", "-")
    if start.startswith(_WIDE) or named.startswith(("utf-16", "utf16", "utf-32", "utf32")):
        raise ArticleError(
            source.name,
            "is JSON Lines in UTF-16 or UTF-32, whose lines cannot be told apart",
            "convert it with iconv -t utf-8",
        )


def _from_record(value: object, place: _Place, encoding: str, options: ReadOptions) -> _Read:
    record = to_record(value, options.fields, place.where)
    lang, remark = options.lang, ""
    if lang is None and record.lang is not None:
        lang, remark = choose(record.lang, record.text, place.where)
    article = Article.of(
        record.text,
        id=record.id or place.id,
        lang=lang,
        published=options.published or record.published,
        title=record.title,
        source=record.source,
        encoding=encoding,
        origin=place.where,
        notes=(remark,) if remark else (),
    )
    return _Read(article, "" if record.id else place.spare)
