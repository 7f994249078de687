"""The pipeline as a whole: what holds of every record, one article's failure, several processes, cost."""

import json
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from multiprocessing import active_children
from typing import Any

import pytest
from cost import Work, assert_linear
from hypothesis import given, settings
from news import articles

from extract import (
    Article,
    ArticleError,
    Extraction,
    Figure,
    Settings,
    UsageError,
    extract,
    find_numbers,
    pipeline,
    run,
)
from extract.errors import OntologyError
from extract.export import json_line
from extract.mentions import Mentions
from extract.proposals import Proposals
from extract.schema import Qualifier
from extract.span import Span


def quotes(value: Any) -> Iterator[dict[str, Any]]:
    """Every quote in a record's JSON, however deep."""
    if isinstance(value, dict):
        if {"text", "start", "end"} <= value.keys():
            yield value
        for inner in value.values():
            yield from quotes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from quotes(inner)


def span(record: Any) -> Span:
    return Span(record.evidence.start, record.evidence.end)


def agrees(figure: Figure) -> bool:
    """Value and bounds as the codebook has them, said once more in other words than the code's."""
    value, low, high = figure.value, figure.low, figure.high
    match figure.qualifier:
        case Qualifier.EXACT:
            return value is not None and value == low == high
        case Qualifier.APPROXIMATE:
            return value is not None and low is None and high is None
        case Qualifier.AT_LEAST | Qualifier.MORE_THAN:
            return value is not None and low == value and high is None
        case Qualifier.AT_MOST | Qualifier.LESS_THAN:
            return value is not None and high == value and low is None
        case Qualifier.RANGE:
            return value is None and low is not None and high is not None and low < high
        case Qualifier.VAGUE:
            return value is None and low is None and high is None


OWN_DEFECTS = {"value_not_in_quote", "number_outside_evidence", "bounds_disagree", "outside_the_text", "duplicate"}


class TestAnyArticle:
    @given(articles())
    @settings(max_examples=60)
    def test_every_quote_is_the_articles_own(self, article: Article) -> None:
        found = list(quotes(json.loads(json_line(extract(article)))))
        for quote in found:
            assert article.text[quote["start"] : quote["end"]] == quote["text"]

    @given(articles())
    @settings(max_examples=60)
    def test_figures_are_in_order_once_and_numbered(self, article: Article) -> None:
        figures = extract(article).figures
        assert [figure.id for figure in figures] == [f"f{number}" for number in range(1, len(figures) + 1)]
        assert all(span(one) <= span(other) for one, other in pairwise(figures))
        assert len({(span(figure), figure.kind) for figure in figures}) == len(figures)

    @given(articles())
    @settings(max_examples=60)
    def test_value_and_bounds_follow_the_qualifier(self, article: Article) -> None:
        for figure in extract(article).figures:
            assert agrees(figure), figure

    @given(articles())
    @settings(max_examples=60)
    def test_no_numeral_is_dropped_in_silence(self, article: Article) -> None:
        record = extract(article)
        told = [span(item) for item in (*record.figures, *record.rejected)]
        for number in find_numbers(article.text, article.lang):
            assert any(covered.covers(number.span) for covered in told), number.span.of(article.text)

    @given(articles())
    @settings(max_examples=60)
    def test_what_the_rules_propose_holds(self, article: Article) -> None:
        assert not [item for item in extract(article).rejected if item.reason in OWN_DEFECTS]

    @given(articles())
    @settings(max_examples=50)
    def test_page_furniture_tells_nothing(self, article: Article) -> None:
        record = extract(article)
        for told in (*map(span, record.figures), *map(span, record.events)):
            assert not any(told.overlaps(furniture) for furniture in article.excluded)

    @given(articles(), articles())
    @settings(max_examples=30)
    def test_the_same_article_gives_the_same_bytes_whatever_was_read_between(
        self, one: Article, other: Article
    ) -> None:
        first = json_line(extract(one))
        extract(other)
        assert json_line(extract(one)) == first

    @given(articles())
    @settings(max_examples=50)
    def test_events_name_figures_of_the_same_record(self, article: Article) -> None:
        record = extract(article)
        ids = {figure.id for figure in record.figures}
        for event in record.events:
            assert ids.issuperset(event.figures)


TEXTS = {
    "troops": "About 2,500 American troops left Ain al-Asad air base in 2025.",
    "army": "قال الجيش العراقي إن 37 عملية و93 ضربة جوية نفذت خلال عام 2025.",
    "border": "به گفته سخنگوی ارتش، ۱۲ سرباز کشته شدند.",
    "quiet": "Nothing happened.",
}


def news() -> list[Article]:
    return [Article.of(text, id=name, published="2026-01-07") for name, text in TEXTS.items()]


class TestRun:
    def test_records_come_in_the_order_of_the_articles(self) -> None:
        records = [record for record in run(news()) if isinstance(record, Extraction)]
        assert [record.article.id for record in records] == list(TEXTS)
        assert [len(record.figures) for record in records] == [1, 2, 1, 0]

    def test_it_is_a_stream(self) -> None:
        asked: list[str] = []

        def source() -> Iterator[Article]:
            for article in news():
                asked.append(article.id)
                yield article

        records = run(source())
        assert asked == []
        next(records)
        assert asked == ["troops"]

    def test_two_processes_give_the_same_bytes_in_the_same_order(self) -> None:
        unreadable = ArticleError("x.txt", "is empty", "write something")
        sources: list[Article | ArticleError] = [*news(), unreadable, *news()]
        alone = [item if isinstance(item, ArticleError) else json_line(item) for item in run(sources)]
        together = [item if isinstance(item, ArticleError) else json_line(item) for item in run(sources, jobs=2)]
        assert [str(item) for item in together] == [str(item) for item in alone]
        assert str(together[4]) == "x.txt: is empty; write something"

    def test_a_process_that_is_killed_is_one_line(self) -> None:
        """As the system does that runs out of memory."""

        def source() -> Iterator[Article]:
            yield from news()
            for process in active_children():
                process.kill()
            while True:
                yield from news()

        with pytest.raises(UsageError, match=r"of 2 processes was ended from outside.*; run again with fewer --jobs"):
            list(run(source(), jobs=2))

    def test_an_error_from_reading_passes_through(self) -> None:
        unreadable = ArticleError("x.txt", "is empty", "write something")
        assert list(run([unreadable])) == [unreadable]


class TestFailure:
    def test_a_text_is_no_article(self) -> None:
        text: Any = "12 men were killed."
        with pytest.raises(TypeError, match=r"takes an Article, not str; Article\.of\(text\) makes one"):
            extract(text)

    @pytest.fixture
    def exploding(self, monkeypatch: pytest.MonkeyPatch) -> None:
        rules = pipeline.rules.propose

        def propose(mentions: Mentions) -> Proposals:
            if mentions.lang == "ar":
                raise ZeroDivisionError("a defect")
            return rules(mentions)

        monkeypatch.setattr(pipeline.rules, "propose", propose)

    @pytest.mark.usefixtures("exploding")
    def test_an_article_fails_alone_in_one_line(self) -> None:
        found = list(run(news()))
        assert [type(item) for item in found] == [Extraction, ArticleError, Extraction, Extraction]
        assert str(found[1]) == (
            "army: could not be read (ZeroDivisionError: a defect); please report this article; the others were read"
        )

    @pytest.mark.usefixtures("exploding")
    def test_a_caller_of_extract_sees_the_defect_itself(self) -> None:
        with pytest.raises(ZeroDivisionError):
            extract(news()[1])

    @pytest.mark.parametrize("error", [UsageError("no such thing"), OntologyError("events.toml:3: no such type")])
    def test_wrong_settings_are_the_runs_failure_and_not_one_articles(
        self, error: UsageError, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def propose(_: Mentions) -> Proposals:
            raise error

        monkeypatch.setattr(pipeline.rules, "propose", propose)
        with pytest.raises(UsageError, match=str(error)):
            list(run(news()))

    def test_an_unknown_engine_is_said_at_once(self) -> None:
        with pytest.raises(UsageError, match="engine 'oracle' is not known; use one of rules"):
            run(news(), Settings(engine="oracle"))
        with pytest.raises(UsageError, match="oracle"):
            extract(news()[0], Settings(engine="oracle"))


class TestSmallestInput:
    @pytest.mark.parametrize(
        ("text", "lang"),
        [("5", "en"), ("٥", "ar"), ("-", "en"), ("\n", "en"), ("5 soldiers", "en"), ("﷽", "ar"), ("\u200f5", "ar")],
        ids=["a digit", "an Arabic digit", "a dash", "a line", "one figure", "a ligature", "a hidden mark"],
    )
    def test_there_is_a_record(self, text: str, lang: str) -> None:
        if text.strip():
            assert extract(Article.of(text, lang=lang)).article.lang == lang
        else:
            with pytest.raises(ArticleError, match="is empty"):
                Article.of(text, lang=lang)

    def test_values_are_exact(self) -> None:
        (figure,) = extract(Article.of("It cost 0.1 percent.", lang="en")).figures
        assert figure.value == Decimal("0.1")


HOSTILE = [
    pytest.param("en", "5 soldiers in Baghdad on 5 May 2025 ", id="everything, and no full stop"),
    pytest.param("en", "12-", id="a chain of digits"),
    pytest.param("en", "killed 5 and ", id="fates without nouns"),
    pytest.param("en", "between 5 and 6 ", id="ranges"),
    pytest.param("en", '"said 5 soldiers, ', id="speech that never ends"),
    pytest.param("en", "- 5 men:\n", id="lists in lists"),
    pytest.param("ar", "5 جنود في بغداد يوم 5 مايو 2025 ", id="everything, in Arabic"),
    pytest.param("en", "troops withdrew from Gao ", id="happenings, and no full stop"),
    pytest.param("en", "2 hours and 20 minutes and ", id="measures in parts"),
    pytest.param("en", "5% ", id="a row of shares"),
    pytest.param("en", "- 5% ", id="rows of a list in one sentence"),
    pytest.param("ar", "هجومان و", id="duals"),
    pytest.param("ar", "لم تنسحب القوات من بغداد ", id="negations, and no full stop"),
    pytest.param("ar", "الدول العربية الست ", id="definite numerals"),
    pytest.param("ar", "شارك 5\n", id="page furniture"),
    pytest.param("fa", "۵ سرباز در بغداد کشته ", id="everything, in Persian"),
    pytest.param("fa", "دو سه ", id="words that count on"),
]


@pytest.mark.parametrize(("lang", "piece"), HOSTILE)
def test_cost_is_linear_in_the_length(lang: str, piece: str) -> None:
    def work(length: int) -> Work:
        article = Article.of((piece * length)[:length], lang=lang, published="2026-01-07")
        return lambda: extract(article)

    assert_linear(work, 600)
