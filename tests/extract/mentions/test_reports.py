"""Figures as English agency reports have them, in whole sentences: kind and value."""

from datetime import date

import pytest

from extract.article import Article
from extract.pipeline import extract
from extract.schema import Figure

FIGURES = [
    ("Some 3,000 have been affected by the drought.", [("people", 3000)]),
    ("Some 40 cars were hit and 12 have been trapped.", [("equipment", 40), ("equipment", 12)]),
    ('"It was dark," said Amal Hadi, 58.\nThe road is closed.', [("age", 58)]),
    ("A woman, 34, was hurt.", [("age", 34)]),
    ("The side beat Amal, 58.", []),
    ("A helicopter crashed, killing all 12 people on board.", [("killed", 12)]),
    ("The blast killed all four crew members.", [("killed", 4)]),
    ("At least 90 people were killed in the raid, including 7 soldiers.", [("killed", 90), ("killed", 7)]),
    ("Police arrested 40 people in raids on mills, including 3 bakeries.", [("detained", 40), ("other", 3)]),
    ("The mission has lost 30 peacekeepers.", [("killed", 30)]),
]

WHEN = [
    ("The flood killed 12 people in the valley, officials said on Tuesday.", None),
    ("The flood killed 12 people on Monday, officials said on Tuesday.", date(2026, 3, 2)),
    ("Officials said 12 people drowned on Tuesday.", date(2026, 3, 3)),
]


def figures(text: str) -> tuple[Figure, ...]:
    return extract(Article.of(text, id="a", lang="en", published=date(2026, 3, 4))).figures


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_reports_count(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(figure.kind, figure.value) for figure in figures(text)] == expected


@pytest.mark.parametrize(("text", "expected"), WHEN)
def test_the_day_of_saying_so_is_not_when(text: str, expected: date | None) -> None:
    (figure,) = figures(text)
    assert (figure.when and figure.when.first) == expected
