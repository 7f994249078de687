"""The five real articles of the brief, which are not shipped: which figures and events they give, and no others.

Only kinds, values and the short spans of figures are quoted here. Set HASILA_SEEDS to the folder that holds the articles.
"""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from extract import Article, Extraction, Figure, Qualifier, When, extract, read
from extract.schema import Event, Evidence
from extract.span import Span

SEEDS = Path(os.environ.get("HASILA_SEEDS", Path(__file__).resolve().parents[3] / "shared" / "seeds"))
NAMES = ("000", "001", "002", "003", "004")
MISSING = [name for name in NAMES if not list(SEEDS.glob(f"{name}_*.txt"))]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"the real articles are not here: {SEEDS}")

EXACT, ABOUT = Qualifier.EXACT, Qualifier.APPROXIMATE


class Told(NamedTuple):
    """A numeric figure as a reader would list it. `quote` occurs once in its article, so it settles the span."""

    kind: str
    value: int
    qualifier: Qualifier
    unit: str | None
    quote: str


FIGURES = {
    "000": [Told("duration", 11, EXACT, "year", "11 عاما")],
    "001": [],
    "002": [Told("duration", 11, EXACT, "year", "۱۱ سال")],
    "003": [
        Told("attacks", 4, EXACT, None, "أربع هجمات"),
        Told("attacks", 42, EXACT, None, "42 هجومًا"),
    ],
    "004": [
        Told("operations", 37, EXACT, None, "37 عملية"),
        Told("airstrikes", 93, EXACT, None, "93 ضربة جوية"),
        Told("batches", 15, EXACT, None, "15 وجبة"),
        Told("families", 2954, ABOUT, None, "نحو 2954 عائلة"),
        Told("batches", 32, EXACT, None, "32 وجبة"),
        Told("countries", 6, EXACT, None, "الدول الست"),
        Told("personnel", 2500, ABOUT, None, "نحو 2500 جندي"),
        Told("sites", 3, EXACT, None, "ثلاثة مواقع"),
    ],
}


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    found = {article.id[:3]: article for article in read([SEEDS]) if isinstance(article, Article)}
    return {name: found[name] for name in NAMES}


@pytest.fixture(scope="module")
def records(articles: dict[str, Article]) -> dict[str, Extraction]:
    return {name: extract(article) for name, article in articles.items()}


def numeric(record: Extraction) -> list[Figure]:
    return [figure for figure in record.figures if figure.qualifier is not Qualifier.VAGUE]


@pytest.mark.parametrize("name", NAMES)
def test_these_numeric_figures_and_no_others(name: str, records: dict[str, Extraction]) -> None:
    found = [
        Told(figure.kind, int(figure.value or 0), figure.qualifier, figure.unit, figure.evidence.text)
        for figure in numeric(records[name])
    ]
    assert found == FIGURES[name]


@pytest.mark.parametrize("name", NAMES)
def test_the_spans_of_figures(name: str, articles: dict[str, Article], records: dict[str, Extraction]) -> None:
    text = articles[name].text
    for figure in numeric(records[name]):
        quote = figure.evidence
        assert text.count(quote.text) == 1
        assert text.index(quote.text) == quote.start
        assert text[quote.start : quote.end] == quote.text


@pytest.mark.parametrize("name", NAMES)
def test_bounds_follow_the_qualifier(name: str, records: dict[str, Extraction]) -> None:
    for figure in numeric(records[name]):
        bound = figure.value if figure.qualifier is EXACT else None
        assert (figure.low, figure.high) == (bound, bound)


@pytest.mark.parametrize("name", NAMES)
def test_no_date_or_year_is_a_figure(name: str, records: dict[str, Extraction]) -> None:
    dated = [Span(item.evidence.start, item.evidence.end) for item in records[name].rejected if item.reason == "date"]
    assert dated, "each of the articles has dates with numbers in them"
    for figure in records[name].figures:
        assert not any(span.overlaps(Span(figure.evidence.start, figure.evidence.end)) for span in dated)


def test_a_vague_amount_comes_beside_them(records: dict[str, Extraction]) -> None:
    vague = [figure for figure in records["003"].figures if figure.qualifier is Qualifier.VAGUE]
    assert [(figure.kind, figure.value, figure.low, figure.high) for figure in vague] == [
        ("countries", None, None, None)
    ]


YEAR = (date(2025, 1, 1), date(2025, 12, 31), "year")


@pytest.mark.parametrize("kind", ["operations", "airstrikes"])
def test_operations_and_airstrikes_are_those_of_2025(kind: str, records: dict[str, Extraction]) -> None:
    (figure,) = [figure for figure in records["004"].figures if figure.kind == kind]
    assert period(figure.when) == YEAR


def test_the_attacks_are_those_of_their_years(records: dict[str, Extraction]) -> None:
    assert [figure.when and figure.when.first for figure in numeric(records["003"])] == [
        date(2025, 1, 1),
        date(2024, 1, 1),
    ]


def test_the_troops_are_american(records: dict[str, Extraction]) -> None:
    (troops,) = [figure for figure in records["004"].figures if figure.kind == "personnel"]
    assert troops.party is not None
    assert troops.party.iso == "US"


Period = tuple[date | None, date | None, str]


def period(when: When | None) -> Period | None:
    return (when.first, when.last, str(when.precision)) if when else None


class Happening(NamedTuple):
    """An event that an article tells; a slot left out here is not looked at."""

    article: str
    type: str
    realis: tuple[str, ...]
    when: Period | None = None
    place: str | None = None
    actor: str | None = None  # a country's code
    target: str | None = None  # words of the quote


COMING_DAYS = (date(2026, 1, 2), date(2026, 1, 15), "vague")
COMING_DAYS_FA = (date(2026, 1, 1), date(2026, 1, 14), "vague")
NEXT_WEEK = (date(2026, 1, 5), date(2026, 1, 11), "week")
EARLY_2026 = (date(2026, 1, 1), date(2026, 3, 31), "part")
SEPTEMBER_2026 = (date(2026, 9, 1), date(2026, 9, 30), "month")
HAPPENINGS = [
    pytest.param(
        Happening("000", "handover", ("planned",), COMING_DAYS, "Ain al-Asad", actor="IQ"), id="handover, in Arabic"
    ),
    pytest.param(
        Happening("002", "handover", ("planned",), COMING_DAYS_FA, "Ain al-Asad", actor="IQ"), id="handover, in Persian"
    ),
    pytest.param(Happening("003", "handover", ("planned",), EARLY_2026, actor="IQ"), id="handover, early in the year"),
    pytest.param(
        Happening("004", "withdrawal", ("planned",), NEXT_WEEK, "Ain al-Asad"), id="withdrawal, planned for next week"
    ),
    pytest.param(Happening("001", "withdrawal", ("occurred",), place="Ain al-Asad"), id="withdrawal, told as done"),
    pytest.param(Happening("003", "withdrawal", ("planned",), place="Ain al-Asad"), id="withdrawal, announced"),
    pytest.param(Happening("000", "mission_end", ("planned",), SEPTEMBER_2026), id="second phase, in Arabic"),
    pytest.param(Happening("002", "mission_end", ("planned",), SEPTEMBER_2026, "Erbil"), id="second phase, in Persian"),
    pytest.param(
        Happening("001", "agreement", ("occurred",), (date(2025, 11, 6), date(2025, 11, 6), "day")),
        id="joint statement",
    ),
    pytest.param(
        Happening("001", "statement", ("occurred",), (date(2024, 9, 27), date(2024, 9, 27), "day")),
        id="announcement of the government",
    ),
    pytest.param(
        Happening("003", "shelling", ("occurred",), (date(2020, 1, 1), date(2020, 12, 31), "year"), actor="IR"),
        id="missiles on the base",
    ),
    pytest.param(Happening("004", "killing", ("occurred",), YEAR, target="أبو خديجة"), id="killing of a named man"),
    pytest.param(Happening("004", "disarmament", ("ongoing", "occurred")), id="disarmament that began"),
]


@pytest.mark.parametrize("told", HAPPENINGS)
def test_among_the_events(told: Happening, records: dict[str, Extraction]) -> None:
    alike = [event for event in records[told.article].events if event.type == told.type]
    assert any(tells(event, told) for event in alike), alike


def tells(event: Event, told: Happening) -> bool:
    return (
        event.realis in told.realis
        and told.when in (None, period(event.when))
        and (told.place is None or (event.place is not None and event.place.name == told.place))
        and (told.actor is None or any(actor.iso == told.actor for actor in event.actors))
        and (told.target is None or any(told.target in target.text for target in event.targets))
    )


@pytest.mark.parametrize("name", NAMES)
def test_nothing_comes_out_of_page_furniture(
    name: str, articles: dict[str, Article], records: dict[str, Extraction]
) -> None:
    for quote in quotes(records[name]):
        for furniture in articles[name].excluded:
            assert not furniture.overlaps(Span(quote.start, quote.end)), quote


def quotes(record: Extraction) -> Iterator[Evidence]:
    for event in record.events:
        yield from (event.trigger, event.evidence, *event.mentions, *event.actors, *event.targets)
        yield from (slot for slot in (event.place, event.source) if slot)
    for figure in record.figures:
        yield figure.evidence
        yield from (slot for slot in (figure.noun, figure.party, figure.place, figure.source) if slot)
