"""Grounding trusts no engine: each proposal becomes a record that quotes the article, or a rejection with its reason."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import Article, extract
from extract.dates import find_dates
from extract.grounding import Grounded, ground
from extract.proposals import EventProposal, FigureProposal, LeftOut, Named, Proposals
from extract.schema import Qualifier, Realis
from extract.span import Span

TEXT = (
    "The army said that 37 operations and 93 airstrikes took place near Mosul in 2025.\n"
    "It lost between 10 and 15 men, spent $2-3 million and needs 1.5 million litres.\n"
    "Share 25\n"
    "وقع هجومان في الموصل."
)
ARTICLE = Article.of(TEXT, lang="en", published="2026-01-07")
ARABIC = Article.of(TEXT, lang="ar", published="2026-01-07")
OUTSIDE = Span(len(TEXT) - 2, len(TEXT) + 3)


def at(quote: str) -> Span:
    start = TEXT.index(quote)
    return Span(start, start + len(quote))


@dataclass
class Figures:
    """Builds proposals that are right but for what a test changes."""

    kind: str = "operations"
    evidence: str = "37 operations"
    number: str = "37"
    value: int | None = 37

    def but(self, **changes: Any) -> FigureProposal:
        value = Decimal(self.value) if self.value is not None else None
        right: dict[str, Any] = {
            "kind": self.kind,
            "qualifier": Qualifier.EXACT,
            "value": value,
            "low": value,
            "high": value,
            "unit": None,
            "evidence": at(self.evidence),
            "number": at(self.number),
        }
        return FigureProposal(**(right | changes))


OPERATIONS = Figures()
AIRSTRIKES = Figures("airstrikes", "93 airstrikes", "93", 93)
MEN = Figures("people", "between 10 and 15 men", "between 10 and 15", None)


def event(**changes: Any) -> EventProposal:
    right: dict[str, Any] = {
        "type": "operation",
        "realis": Realis.OCCURRED,
        "trigger": at("operations"),
        "clause": at("37 operations and 93 airstrikes took place"),
    }
    return EventProposal(**(right | changes))


def grounded(*figures: FigureProposal, events: tuple[EventProposal, ...] = (), article: Article = ARTICLE) -> Grounded:
    return ground(article, Proposals(figures, events))


def reasons(*figures: FigureProposal, events: tuple[EventProposal, ...] = (), article: Article = ARTICLE) -> list[str]:
    return [item.reason for item in grounded(*figures, events=events, article=article)[2]]


def test_what_is_right_becomes_a_record_that_quotes_the_text() -> None:
    (figure,), (happening,), rejected = grounded(OPERATIONS.but(noun=at("operations")), events=(event(figures=(0,)),))
    assert rejected == ()
    assert (figure.id, figure.kind, figure.value, figure.evidence.text) == ("f1", "operations", 37, "37 operations")
    assert figure.noun
    assert TEXT[figure.noun.start : figure.noun.end] == figure.noun.text == "operations"
    assert (happening.id, happening.trigger.text, happening.figures) == ("e1", "operations", ("f1",))


ACCEPTED = [
    pytest.param(OPERATIONS.but(), id="exact"),
    pytest.param(OPERATIONS.but(qualifier=Qualifier.APPROXIMATE, low=None, high=None), id="approximate"),
    pytest.param(OPERATIONS.but(qualifier=Qualifier.AT_LEAST, high=None), id="at least"),
    pytest.param(OPERATIONS.but(qualifier=Qualifier.LESS_THAN, low=None), id="less than"),
    pytest.param(OPERATIONS.but(qualifier=Qualifier.VAGUE, value=None, low=None, high=None), id="vague"),
    pytest.param(MEN.but(qualifier=Qualifier.RANGE, low=Decimal(10), high=Decimal(15)), id="range"),
    pytest.param(
        Figures("money", "$2-3 million", "2-3 million", None).but(
            qualifier=Qualifier.RANGE, low=Decimal(2_000_000), high=Decimal(3_000_000)
        ),
        id="a range whose scale is said once",
    ),
    pytest.param(Figures("other", "1.5 million litres", "1.5 million", 1_500_000).but(), id="a scale"),
]


@pytest.mark.parametrize("proposal", ACCEPTED)
def test_accepted(proposal: FigureProposal) -> None:
    assert reasons(proposal) == []


def test_a_dual_spells_its_two_in_an_ending() -> None:
    dual = Figures("attacks", "هجومان", "هجومان", 2)
    assert reasons(dual.but(), article=ARABIC) == []
    assert reasons(Figures("attacks", "الموصل", "الموصل", 2).but(), article=ARABIC) == ["value_not_in_quote"]


def test_a_decade_spells_its_ten_years() -> None:
    (figure,) = extract(Article.of("They fought for more than a decade.", lang="en")).figures
    assert (figure.value, figure.unit, figure.evidence.text) == (10, "year", "more than a decade")
    nobody_said = Figures("duration", "Mosul", "Mosul", 10)
    assert reasons(nobody_said.but()) == ["value_not_in_quote"]


REJECTED = [
    pytest.param(OPERATIONS.but(value=Decimal(38), low=Decimal(38), high=Decimal(38)), "value_not_in_quote", id="another number"),
    pytest.param(OPERATIONS.but(evidence=at("operations"), number=at("operations")), "value_not_in_quote", id="a number outside its evidence"),
    pytest.param(OPERATIONS.but(value=Decimal(37000), low=Decimal(37000), high=Decimal(37000)), "value_not_in_quote", id="a scale that nobody said"),
    pytest.param(MEN.but(qualifier=Qualifier.RANGE, low=Decimal(10), high=Decimal(16)), "value_not_in_quote", id="a bound that nobody said"),
    pytest.param(MEN.but(qualifier=Qualifier.RANGE, low=Decimal(1000), high=Decimal(1500)), "value_not_in_quote", id="a range in another scale"),
    pytest.param(OPERATIONS.but(low=Decimal(36)), "bounds_disagree", id="exact with a lower bound of its own"),
    pytest.param(OPERATIONS.but(low=None, high=None), "bounds_disagree", id="exact without bounds"),
    pytest.param(OPERATIONS.but(qualifier=Qualifier.AT_LEAST), "bounds_disagree", id="at least with an upper bound"),
    pytest.param(OPERATIONS.but(qualifier=Qualifier.AT_MOST), "bounds_disagree", id="at most with a lower bound"),
    pytest.param(OPERATIONS.but(qualifier=Qualifier.APPROXIMATE), "bounds_disagree", id="approximate with bounds"),
    pytest.param(OPERATIONS.but(value=None, low=None, high=None), "bounds_disagree", id="exact without a value"),
    pytest.param(MEN.but(qualifier=Qualifier.RANGE, low=Decimal(15), high=Decimal(10)), "bounds_disagree", id="a range that falls"),
    pytest.param(MEN.but(qualifier=Qualifier.RANGE, low=Decimal(10)), "bounds_disagree", id="a range with one end"),
    pytest.param(OPERATIONS.but(qualifier=Qualifier.RANGE), "bounds_disagree", id="a range with a value"),
    pytest.param(OPERATIONS.but(qualifier=Qualifier.VAGUE, low=None, high=None), "value_of_a_vague_amount", id="vague with a value"),
    pytest.param(OPERATIONS.but(number=at("93")), "number_outside_evidence", id="a number elsewhere"),
    pytest.param(OPERATIONS.but(evidence=OUTSIDE, number=OUTSIDE), "outside_the_text", id="beyond the end"),
    pytest.param(OPERATIONS.but(evidence=Span(-5, 3)), "outside_the_text", id="before the start"),
    pytest.param(OPERATIONS.but(evidence=Span(4, 4)), "outside_the_text", id="empty"),
    pytest.param(OPERATIONS.but(evidence=Span(9, 4)), "outside_the_text", id="backwards"),
    pytest.param(OPERATIONS.but(evidence=Span(9_000, 9_010)), "outside_the_text", id="far beyond the end"),
    pytest.param(OPERATIONS.but(noun=OUTSIDE), "outside_the_text", id="its noun outside"),
    pytest.param(OPERATIONS.but(party=Named(OUTSIDE)), "outside_the_text", id="its party outside"),
    pytest.param(OPERATIONS.but(place=Named(Span(-1, 2))), "outside_the_text", id="its place outside"),
    pytest.param(OPERATIONS.but(source=Named(OUTSIDE)), "outside_the_text", id="its source outside"),
    pytest.param(Figures("other", "Share 25", "25", 25).but(), "furniture", id="page furniture"),
]  # fmt: skip


@pytest.mark.parametrize(("proposal", "reason"), REJECTED)
def test_rejected(proposal: FigureProposal, reason: str) -> None:
    figures, _, rejected = grounded(proposal, AIRSTRIKES.but())
    assert [figure.kind for figure in figures] == ["airstrikes"], "the others go on"
    assert [item.reason for item in rejected] == [reason]
    quote = rejected[0].evidence
    assert TEXT[quote.start : quote.end] == quote.text


def test_digits_read_as_they_stand_in_the_text() -> None:
    """By themselves the digits would be two and a half; before a word that is counted they are thousands."""
    text = "جاء 2.500 منهم."
    number = Span(4, 9)
    value = Decimal(2500)
    proposal = OPERATIONS.but(evidence=number, number=number, value=value, low=value, high=value)
    figures, _, rejected = ground(Article.of(text, lang="ar"), Proposals((proposal,), (), ()))
    assert [figure.value for figure in figures] == [value]
    assert rejected == ()


def test_nothing_is_said_twice() -> None:
    assert reasons(OPERATIONS.but(), OPERATIONS.but()) == ["duplicate"]
    wider = OPERATIONS.but(evidence=at("that 37 operations"))
    assert reasons(OPERATIONS.but(), wider) == ["duplicate"]


def test_one_number_may_say_two_things() -> None:
    assert reasons(OPERATIONS.but(), OPERATIONS.but(kind="attacks")) == []


def test_a_rejected_figure_does_not_take_the_place_of_a_right_one() -> None:
    wrong = OPERATIONS.but(low=None)
    figures, _, rejected = grounded(wrong, OPERATIONS.but())
    assert [figure.evidence.text for figure in figures] == ["37 operations"]
    assert [item.reason for item in rejected] == ["bounds_disagree"]


def test_figures_are_numbered_in_order_of_place_and_events_know_them() -> None:
    figures, (happening,), _ = grounded(
        MEN.but(qualifier=Qualifier.RANGE, low=Decimal(10), high=Decimal(15)),
        OPERATIONS.but(low=None),
        AIRSTRIKES.but(),
        events=(event(figures=(0, 1, 2, 7)),),
    )
    assert [(figure.id, figure.kind) for figure in figures] == [("f1", "airstrikes"), ("f2", "people")]
    assert happening.figures == ("f2", "f1"), "without the rejected one, and without one that was never proposed"


EVENTS = [
    pytest.param(event(clause=OUTSIDE), "outside_the_text", id="its clause outside"),
    pytest.param(event(trigger=OUTSIDE), "outside_the_text", id="its trigger outside"),
    pytest.param(event(actors=(Named(OUTSIDE),)), "outside_the_text", id="an actor outside"),
    pytest.param(event(targets=(Named(Span(-3, 2)),)), "outside_the_text", id="a target outside"),
    pytest.param(event(mentions=(OUTSIDE,)), "outside_the_text", id="a mention outside"),
    pytest.param(event(trigger=at("Share"), clause=at("Share 25")), "furniture", id="page furniture"),
]


@pytest.mark.parametrize(("proposal", "reason"), EVENTS)
def test_events_are_checked_too(proposal: EventProposal, reason: str) -> None:
    _, events, rejected = grounded(events=(proposal, event()))
    assert [happening.id for happening in events] == ["e1"]
    assert [item.reason for item in rejected] == [reason]


def test_what_an_engine_left_out_is_listed_in_order_with_the_rejections() -> None:
    left = (LeftOut("designation", at("93"), "why"), LeftOut("date", at("2025")), LeftOut("lost", OUTSIDE))
    rejected = ground(ARTICLE, Proposals((OPERATIONS.but(low=None),), (), left))[2]
    assert [(item.reason, item.detail) for item in rejected] == [
        ("bounds_disagree", ""), ("designation", "why"), ("date", ""), ("lost", ""),
    ]  # fmt: skip
    assert all(TEXT[item.evidence.start : item.evidence.end] == item.evidence.text for item in rejected)


def test_a_period_is_quoted_with_its_resolution() -> None:
    (mention,) = find_dates(TEXT, "en", date(2026, 1, 7))
    (figure,), _, _ = grounded(OPERATIONS.but(when=mention))
    assert figure.when
    assert (figure.when.evidence.text, figure.when.first) == ("2025", date(2025, 1, 1))


spans = st.builds(Span, st.integers(-3, len(TEXT) + 5), st.integers(-3, len(TEXT) + 5))
values = st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=1, min_value=-99, max_value=10**7)
slots = st.none() | st.builds(Named, spans)
proposals = st.builds(
    FigureProposal, st.sampled_from(["people", "money"]), st.sampled_from(Qualifier), values, values, values,
    st.none(), spans, spans, st.none() | spans, slots, slots, st.none(), slots,
)  # fmt: skip
happenings = st.builds(
    EventProposal, st.just("attack"), st.sampled_from(Realis), spans, spans, st.none(), slots,
    st.lists(st.builds(Named, spans), max_size=2).map(tuple), st.just(()), slots,
    st.lists(st.integers(0, 5), max_size=3).map(tuple), st.lists(spans, max_size=2).map(tuple),
)  # fmt: skip


@given(
    st.lists(proposals, max_size=4),
    st.lists(happenings, max_size=3),
    st.lists(st.builds(LeftOut, st.just("date"), spans), max_size=3),
)
def test_whatever_an_engine_says_nothing_is_lost_and_every_quote_is_one(
    figures: list[FigureProposal], events: list[EventProposal], left: list[LeftOut]
) -> None:
    found, happened, rejected = ground(ARTICLE, Proposals(tuple(figures), tuple(events), tuple(left)))
    assert len(found) + len(happened) + len(rejected) == len(figures) + len(events) + len(left)
    for quote in [record.evidence for record in (*found, *happened, *rejected)]:
        assert TEXT[quote.start : quote.end] == quote.text
