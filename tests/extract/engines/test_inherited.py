"""What a figure takes over from the happening it measures: its period, and a toll its place."""

from datetime import date

import pytest

from extract import Article, extract

PUBLISHED = date(2026, 1, 14)  # a Wednesday

LENT = [
    (
        "headline",
        "en",
        "Bomb kills 12 in Quetta\n\nA bomb went off in Quetta on Monday, killing 12 people.",
        "Bomb kills 12",
    ),
    ("next sentence", "en", "Gunmen attacked a convoy on Monday. Three drivers were killed.", "Three drivers"),
    ("headline", "ar", "مقتل 12 جنديا بهجوم في مأرب\n\nوقع الهجوم الاثنين قرب مأرب وقتل فيه 12 جنديا.", "12 جنديا"),
    ("next sentence", "ar", "هاجم مسلحون قافلة يوم الاثنين. وقتل في الهجوم ثلاثة سائقين.", "ثلاثة سائقين"),
    ("next sentence", "fa", "افراد مسلح روز دوشنبه به یک کاروان حمله کردند. سه راننده کشته شدند.", "سه راننده"),
    (
        "a toll so far",
        "en",
        "Gunmen attacked a convoy on Monday. So far 15 people are known to have been killed.",
        "15 people",
    ),
]
NOT_LENT = [
    (
        "a sum",
        "en",
        "Buses brought home 300 families on Monday. In all, 2,954 families have returned.",
        "2,954 families",
    ),
    ("an age", "en", "Gunmen killed a teacher aged 45 on Monday.", "45"),
    ("a distance", "en", "The attack took place on Monday 12 km from Mosul.", "12 km"),
    ("a sum", "ar", "عادت 300 أسرة يوم الاثنين. وعادت حتى الآن 2954 أسرة.", "2954 أسرة"),
    ("no happening", "en", "It was cold on Monday. The town has 300 families.", "300 families"),
    (
        "a toll of a longer time",
        "en",
        "A raid on Monday killed two men. Raids have killed at least 173 people since the truce took effect.",
        "at least 173 people",
    ),
    ("a state", "en", "The army freed 20 hostages on Monday. Currently, 300 hostages remain there.", "300 hostages"),
]


def lent(lang: str, text: str, quote: str) -> date | None:
    found = extract(Article.of(text, lang=lang, published=PUBLISHED)).figures
    figure = next(figure for figure in found if figure.evidence.text in quote or quote in figure.evidence.text)
    return figure.when.first if figure.when else None


@pytest.mark.parametrize(("_", "lang", "text", "quote"), LENT)
def test_a_figure_covers_the_period_of_its_event(_: str, lang: str, text: str, quote: str) -> None:
    assert lent(lang, text, quote) == date(2026, 1, 12)


@pytest.mark.parametrize(("_", "lang", "text", "quote"), NOT_LENT)
def test_what_measures_more_or_is_of_no_day(_: str, lang: str, text: str, quote: str) -> None:
    assert lent(lang, text, quote) is None


def test_a_toll_has_the_place_of_its_event() -> None:
    text = "Shells fell near Kharkiv on Monday. Twelve people were killed. Nine vehicles were burned."
    figures = extract(Article.of(text, lang="en", published=PUBLISHED)).figures
    assert [figure.place and figure.place.text for figure in figures] == ["Kharkiv", None]


def test_the_year_in_a_name_dates_nothing_else() -> None:
    text = "Mali asked for Article 12 of the 1983 border convention to be applied and for the border to be reopened."
    assert [event.when for event in extract(Article.of(text, lang="en")).events] == [None]


def test_what_a_number_is_compared_with_has_its_own_period() -> None:
    text = "The command counted four attacks in 2025, down from 42 in 2024."
    figures = extract(Article.of(text, lang="en")).figures
    assert [figure.when and figure.when.first and figure.when.first.year for figure in figures] == [2025, 2024]
