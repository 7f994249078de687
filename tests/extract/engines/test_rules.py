"""The rules engine: mentions in, proposals in positions out; nothing decided by anything but the article."""

from decimal import Decimal

import pytest

from extract import Article
from extract.engines import rules
from extract.mentions import find_mentions
from extract.proposals import FigureProposal, Proposals
from extract.schema import Qualifier
from extract.span import Span

TEXT = "The army said at least 12 soldiers were killed in Mosul on 5 May 2025, and Brigade 7 left two bases."


def proposals(text: str, lang: str = "en") -> Proposals:
    return rules.propose(find_mentions(Article.of(text, lang=lang, published="2026-01-07")))


def quote(span: Span | None) -> str | None:
    return span.of(TEXT) if span else None


def test_a_figure_is_proposed_with_all_that_was_found() -> None:
    killed, bases = proposals(TEXT).figures
    assert (killed.kind, killed.qualifier, killed.unit) == ("killed", Qualifier.AT_LEAST, None)
    assert (killed.value, killed.low, killed.high) == (Decimal(12), Decimal(12), None)
    assert [quote(span) for span in (killed.evidence, killed.number, killed.noun)] == [
        "at least 12 soldiers", "12", "soldiers",
    ]  # fmt: skip
    assert killed.place
    assert killed.when
    assert killed.source
    assert [quote(span) for span in (killed.place.span, killed.when.span, killed.source.span)] == [
        "Mosul", "5 May 2025", "The army",
    ]  # fmt: skip
    assert (bases.kind, quote(bases.evidence)) == ("sites", "two bases")


def test_what_is_left_out_keeps_its_reason() -> None:
    assert [(item.reason, quote(item.span)) for item in proposals(TEXT).left_out] == [
        ("date", "5"),
        ("date", "2025"),
        ("designation", "7"),
    ]


NUMBERS = [
    ("ar", "an attached conjunction", "وصل 5 جنود و93 ضابطا", ["5", "93"]),
    ("ar", "a scale", "نزح 12 ألفا", ["12 ألفا"]),
    ("ar", "a range", "بين 10 و15 جنديا", ["بين 10 و15"]),
    ("ar", "a dual", "وقع هجومان", ["هجومان"]),
    ("en", "a sign before", "about $2.5 million", ["2.5 million"]),
    ("fa", "digits of the script", "۱۲ هزار نفر", ["۱۲ هزار"]),
]


@pytest.mark.parametrize(
    ("lang", "_", "text", "expected"), NUMBERS, ids=[f"{lang}: {name}" for lang, name, *_ in NUMBERS]
)
def test_the_number_is_what_its_value_was_read_from(lang: str, _: str, text: str, expected: list[str]) -> None:
    assert [figure.number.of(text) for figure in proposals(text, lang).figures] == expected


def test_digits_with_two_readings_are_flagged() -> None:
    (figure,) = proposals("2.500 troops").figures
    assert figure.flags == ("ambiguous_digits",)


@pytest.mark.parametrize(
    "text", ["Nothing happened.", "The army left.", "- \n", "In 2025."], ids=["nothing", "no number", "bullet", "date"]
)
def test_no_figure_is_made_up(text: str) -> None:
    assert proposals(text).figures == ()


def test_figures_come_in_the_order_of_the_text() -> None:
    found: tuple[FigureProposal, ...] = proposals("12 men, 3 tanks, 40 rounds and two bases").figures
    assert [figure.evidence for figure in found] == sorted(figure.evidence for figure in found)
    assert len(found) == 4
