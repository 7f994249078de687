"""Pages: the article's text and metadata without the page around them, whatever the page does to the parser."""

import socket
import time
from datetime import date
from pathlib import Path

import pytest

from extract.article import Article, ReadOptions, read
from extract.article.html import read_page
from extract.errors import ArticleError

PARAGRAPHS = [
    "The army said on Monday that the last of the 12 trucks had left the base and that the gate was shut behind it.",
    "A second convoy, with tents and water for the families in the valley, is to follow from the port within the week.",
    "People in the town watched from the roofs; the mayor, who had asked for the withdrawal, called it a quiet day.",
]
HEAD = """<meta charset="utf-8"><title>Trucks leave base | Meridian</title>
<meta property="og:site_name" content="Meridian Wire"><meta property="og:title" content="Trucks leave base">
<meta property="article:published_time" content="2026-01-07T14:20:00+03:00">"""


def page(head: str = HEAD, before: str = "", after: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!doctype html><html><head>{head}</head><body><nav><a href='/'>Home</a> <a href='/x'>World</a></nav>"
        f"<main><article><h1>Trucks leave base</h1>{before}{body}{after}</article></main>"
        "<aside><h2>Related</h2><ul><li><a href='/1'>Gold up 3 percent</a></li></ul></aside>"
        "<footer><p>&copy; 2026 Meridian Wire, 12 Harbour Street</p></footer></body></html>"
    )


def test_the_article_without_the_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(), encoding="utf-8")
    (article,) = read([tmp_path / "a.html"])
    assert isinstance(article, Article)
    assert all(paragraph in article.text for paragraph in PARAGRAPHS)
    assert not any(foreign in article.text for foreign in ("Home", "Gold", "Harbour", "<"))
    assert (article.title, article.source) == ("Trucks leave base", "Meridian Wire")
    assert str(article.published) == "2026-01-07"
    assert article.encoding == "utf-8"
    assert article.lang == "en"


def test_the_charset_that_the_page_declares(tmp_path: Path) -> None:
    arabic = "قال الجيش إن آخر الشاحنات غادرت القاعدة في الليل، وإن البوابة أغلقت من بعدها على من فيها."
    markup = page(HEAD.replace("utf-8", "windows-1256")).replace(PARAGRAPHS[0], arabic * 4)
    for paragraph in PARAGRAPHS[1:]:
        markup = markup.replace(paragraph, arabic * 4)
    (tmp_path / "a.html").write_bytes(markup.encode("cp1256"))
    (article,) = read([tmp_path / "a.html"])
    assert isinstance(article, Article)
    assert (article.lang, article.encoding) == ("ar", "windows-1256")
    assert arabic in article.text


@pytest.mark.parametrize(
    ("head", "published"),
    [
        pytest.param('<meta name="date" content="2026-01-11">', "2026-01-11", id="meta"),
        pytest.param(
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-01-11T09:00Z"}</script>',
            "2026-01-11",
            id="JSON-LD",
        ),
        pytest.param('<meta name="date" content="2090-01-11">', "2090-01-11", id="the machine's clock does not matter"),
        pytest.param('<meta name="date" content="soon">', None, id="no date"),
        pytest.param("<title>x</title>", None, id="none declared, none guessed"),
    ],
)
def test_dates(head: str, published: str | None) -> None:
    after = (
        "<p>The convoys have run since 3 May 2019 and the paper reports them on 2 February 2020 for the first time.</p>"
    )
    assert read_page(page(head, after=after), "a.html").published == published


def test_overrides_beat_the_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(), encoding="utf-8")
    (article,) = read([tmp_path / "a.html"], ReadOptions(published=date(2020, 2, 2), lang="fa"))
    assert isinstance(article, Article)
    assert (article.published, article.lang) == (date(2020, 2, 2), "fa")


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a page must not be a reason to connect anywhere")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    head = HEAD + "<base href='https://example.org/'><link rel=canonical href='https://example.org/a'>"
    assert read_page(page(head, "<img src='https://example.org/i.png'>"), "a.html").text


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        pytest.param("<html><body></body></html>", "no article was found", id="empty page"),
        pytest.param(
            "<html><body><script>var a = 12;</script></body></html>", "no article was found", id="script alone"
        ),
        pytest.param("just words", "no article was found", id="no page"),
        pytest.param("<" * 60_000, "60000 tags", id="tags without end"),
        pytest.param(page(before="<br>" * 60_000), "tags, which no article has", id="too many tags"),
        pytest.param(
            page(before="<p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">"),
            "attributes in one tag",
            id="attributes",
        ),
    ],
)
def test_pages_without_an_article_are_refused(markup: str, said: str) -> None:
    with pytest.raises(ArticleError, match=said) as failure:
        read_page(markup, "a.html")
    assert str(failure.value).startswith("a.html: is a page")


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("<div>" * 2_000, id="deep"),
        pytest.param("<blockquote><b><i>" * 500, id="deep inline"),
        pytest.param("<table><tr><td>" * 500, id="tables in tables"),
        pytest.param("<ul><li>" * 1_000, id="lists in lists"),
        pytest.param("<script>" + "x" * 500_000 + "</script>", id="long script"),
        pytest.param("<!--" + "<p>" * 1_000, id="open comment"),
        pytest.param("<script type='application/ld+json'>" + "[" * 100_000 + "</script>", id="deep JSON-LD"),
        pytest.param("<?xml version='1.0' encoding='klingon'?>", id="XML declaration"),
        pytest.param("&#xD800;&#0;&bogus;\x01\x02", id="characters that are none"),
        pytest.param("<img src='data:image/png;base64," + "A" * 200_000 + "'>", id="inline image"),
    ],
)
def test_hostile_pages_end_soon_in_a_text_or_one_line(before: str) -> None:
    start = time.process_time()
    try:
        text = read_page(page(before=before), "a.html").text
    except ArticleError as error:
        text = str(error)
        assert "\n" not in text
    assert text
    assert time.process_time() - start < 20  # each takes a fraction of a second
