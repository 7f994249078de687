"""Phrases looked up from their first word on, and backwards from the token behind their last."""

import pytest

from extract.ontology.phrases import BARE_WORDS, Endings, Phrases
from extract.text import tokenize

TABLE: Phrases[str] = Phrases()
for phrase, value in (
    ("نحو", "about"),
    ("more than", "more"),
    ("no more than", "at most"),
    ("than", "bare"),
    ("اكثر من", "over"),
):
    TABLE.add(tuple(phrase.split()), value)

BEFORE = [
    ("the longest phrase", "en", "with no more than", (1, "at most")),
    ("a shorter one", "en", "many more than", (1, "more")),
    ("its last word alone", "en", "other than", (1, "bare")),
    ("particles off the only word", "ar", "قتل ونحو", (1, "about")),
    ("particles off the first word", "ar", "قتل وأكثر من", (1, "over")),
    ("no particles off a later word", "ar", "أكثر ومن", None),
    ("part of a phrase", "en", "no more", None),
    ("the start of a text", "en", "", None),
]


@pytest.mark.parametrize(("lang", "text", "expected"), [case[1:] for case in BEFORE], ids=[case[0] for case in BEFORE])
def test_the_phrase_that_ends_before_a_token(lang: str, text: str, expected: tuple[int, str] | None) -> None:
    forms = tokenize(text).forms
    assert Endings(TABLE, BARE_WORDS[lang]).before(forms, len(forms)) == expected


AT = [
    ("the longest phrase", "no more than ten", (3, "at most")),
    ("a hyphen parts the words", "more-than ten", None),
    ("part of a phrase", "no more", None),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in AT], ids=[case[0] for case in AT])
def test_the_phrase_that_begins_at_a_token(text: str, expected: tuple[int, str] | None) -> None:
    assert TABLE.at(tokenize(text).forms, 0) == expected
