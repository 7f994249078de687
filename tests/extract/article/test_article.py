"""`Article.of`: an article from a plain string, with its date, its furniture and its remarks."""

import hashlib
import pickle
from datetime import UTC, date, datetime
from typing import Any

import pytest

from extract.article import Article, parse_date
from extract.article.published import find_header
from extract.errors import ArticleError, UsageError
from extract.span import Span

BODY = "أعلن الجيش أن القوات انسحبت من القاعدة في نهاية الأسبوع، وقال إن 12 جنديا بقوا فيها."


def test_a_string_is_enough() -> None:
    article = Article.of(f" date 2026-01-01 {BODY}\n\nشارك 25\n")
    assert article.lang == "ar"
    assert article.published == date(2026, 1, 1)
    assert [span.of(article.text) for span in article.excluded] == [" date 2026-01-01", "شارك 25"]
    assert article.sha256 == hashlib.sha256(article.text.encode()).hexdigest()
    assert article.id == article.sha256[:12]
    assert article.notes == ()


def test_what_is_given_is_not_found_out() -> None:
    article = Article.of(
        "Les forces 12",
        id="x",
        lang="en",
        published=date(2025, 2, 3),
        title="T",
        source="S",
        encoding="cp1256",
        origin="o",
    )
    assert (article.id, article.lang, article.published, article.title) == ("x", "en", date(2025, 2, 3), "T")
    assert (article.source, article.encoding, article.origin) == ("S", "cp1256", "o")


def test_it_travels_between_processes() -> None:
    article = Article.of(BODY, published="2026-01-01")
    assert pickle.loads(pickle.dumps(article)) == article  # noqa: S301 our own bytes


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("", "t: is empty", id="empty"),
        pytest.param(" \r\n\t\u3000", "t: is empty", id="blank"),
        pytest.param("a\0b", "t: holds NUL characters", id="NUL"),
        pytest.param(f"{BODY}\ud800", r"t: holds half a surrogate pair (\ud800) at character", id="surrogate"),
        pytest.param("12 + 3", "t: holds no word", id="no word"),
    ],
)
def test_what_is_no_text_is_refused(text: str, said: str) -> None:
    with pytest.raises(ArticleError) as failure:
        Article.of(text, origin="t")
    assert str(failure.value).startswith(said)
    assert failure.value.where == "t"


def test_a_broken_title_is_refused_too() -> None:
    with pytest.raises(ArticleError, match="surrogate"):
        Article.of(BODY, title="\udcff")


def test_a_language_that_is_not_read_is_a_wrong_call() -> None:
    with pytest.raises(UsageError, match="language 'fr' is not read; use one of ar, fa, en"):
        Article.of(BODY, lang="fr")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("2026-01-07", date(2026, 1, 7), id="ISO"),
        pytest.param("2026-1-7", date(2026, 1, 7), id="without zeros"),
        pytest.param("2026/01/07", date(2026, 1, 7), id="slashes, year first"),
        pytest.param("20260107", date(2026, 1, 7), id="compact"),
        pytest.param("۲۰۲۶-۰۱-۰۷", date(2026, 1, 7), id="Persian digits"),
        pytest.param("2026-01-07T23:30:00Z", date(2026, 1, 7), id="with a time"),
        pytest.param("2026-01-07T01:30:00+03:00", date(2026, 1, 7), id="the day as printed"),
        pytest.param("2026-01-07 14:20", date(2026, 1, 7), id="with a blank"),
        pytest.param("Wed, 07 Jan 2026 14:20:00 GMT", date(2026, 1, 7), id="RFC 2822"),
        pytest.param(" 2026-01-07 ", date(2026, 1, 7), id="blanks around"),
        pytest.param("2026-02-30", None, id="no such day"),
        pytest.param("2026-13-01", None, id="no such month"),
        pytest.param("07/01/2026", None, id="which is the month?"),
        pytest.param("1404-10-11", None, id="Jalali"),
        pytest.param("1447-07-12", None, id="Hijri"),
        pytest.param("1767744000", None, id="seconds"),
        pytest.param("yesterday", None, id="a word"),
        pytest.param("", None, id="nothing"),
        pytest.param("9" * 500, None, id="long"),
        pytest.param("0000-00-00", None, id="zeros"),
    ],
)
def test_dates(value: str, expected: date | None) -> None:
    assert parse_date(value) == expected


@pytest.mark.parametrize(
    ("text", "header"),
    [
        pytest.param(" date 2026-01-01 نص", " date 2026-01-01", id="as feeds write it"),
        pytest.param("date 2026-01-01\nText", "date 2026-01-01", id="a line of its own"),
        pytest.param("\n\n Date: 2026-01-01 Text", "\n\n Date: 2026-01-01", id="with a colon"),
        pytest.param(" date 2026-01-01 10:30 Text", " date 2026-01-01 10:30", id="with a time"),
        pytest.param(" date 2026-13-45 Text", " date 2026-13-45", id="no date, but a header"),
        pytest.param("Date palms 2026-01-01", "", id="a word between"),
        pytest.param("Date 12 of the trial", "", id="a sentence"),
        pytest.param("Date 2026-01-01x", "", id="more than a date"),
        pytest.param("Text date 2026-01-01 text", "", id="not at the start"),
        pytest.param("update 2026-01-01 text", "", id="part of a word"),
    ],
)
def test_header(text: str, header: str) -> None:
    assert find_header(text).span == Span(0, len(header))


@pytest.mark.parametrize(
    ("given", "header", "expected", "remarks"),
    [
        pytest.param(None, "", None, 0, id="none"),
        pytest.param(None, " date 2026-01-01 ", date(2026, 1, 1), 0, id="header"),
        pytest.param("2025-05-05", " date 2026-01-01 ", date(2025, 5, 5), 0, id="metadata first"),
        pytest.param(date(2025, 5, 5), " date 2026-01-01 ", date(2025, 5, 5), 0, id="override first"),
        pytest.param(datetime(2025, 5, 5, 23, tzinfo=UTC), "", date(2025, 5, 5), 0, id="a moment is a day"),
        pytest.param("soon", " date 2026-01-01 ", date(2026, 1, 1), 1, id="no date, then the header"),
        pytest.param("soon", "", None, 1, id="no date"),
        pytest.param(None, " date 2026-02-31 ", None, 1, id="a header that is no date"),
        pytest.param("\x1b[31m\u202e", "", None, 1, id="hostile"),
    ],
)
def test_published(given: date | str | None, header: str, expected: date | None, remarks: int) -> None:
    article = Article.of(header + BODY, published=given)
    assert article.published == expected
    assert len(article.notes) == remarks
    assert all(note.isprintable() and "is not a date" in note for note in article.notes)
    assert type(article.published) in (date, type(None))


@pytest.mark.parametrize("text", [b"12 men", None, 12])
def test_a_text_is_a_string(text: Any) -> None:
    with pytest.raises(TypeError, match="not str; decode bytes first"):
        Article.of(text)
