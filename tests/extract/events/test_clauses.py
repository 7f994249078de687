"""Clauses: the evidence of an event is more than a word and less than a paragraph."""

import pytest

from extract.events import clause
from extract.text import tokenize

CASES = [
    (
        "relative clause",
        "The convoy, which carried grain from the port of Odesa, was attacked by gunmen near the village at noon.",
        "attacked",
        "was attacked by gunmen near the village at noon",
    ),
    (
        "dateline",
        "LAGOS, Nov. 12 (Agency) - Gunmen abducted nine pupils.",
        "abducted",
        "Gunmen abducted nine pupils",
    ),
    (
        "no dateline",
        "NATO troops left the valley early - without a word - on Sunday.",
        "left",
        "NATO troops left the valley early - without a word - on Sunday",
    ),
    (
        "subordinate clause",
        "Troops withdrew from the valley because the road behind them had been cut off.",
        "withdrew",
        "Troops withdrew from the valley",
    ),
    (
        "reported speech",
        'The general said: "Our soldiers left the base on Sunday and the flag came down."',
        "left",
        "Our soldiers left the base on Sunday and the flag came down",
    ),
    (
        "a name in quotation marks is no border",
        'The army shelled the camp of the "Dawn" group near the river.',
        "shelled",
        'The army shelled the camp of the "Dawn" group near the river',
    ),
    (
        "a short piece takes its neighbour in",
        "Yes, they left, quietly, before the curfew began in town.",
        "left",
        "they left, quietly, before the curfew began in town",
    ),
    (
        "a date keeps its preposition",
        "Fighters have attacked the refinery twice since 2019 without success.",
        "attacked",
        "Fighters have attacked the refinery twice since 2019 without success",
    ),
    (
        "Arabic أن",
        "أعلن المتحدث باسم الوزارة أن القوات انسحبت من البلدة فجر الأحد، مؤكدا أن الطريق مفتوح.",
        "انسحبت",
        "أن القوات انسحبت من البلدة فجر الأحد",
    ),
    (
        "Arabic relative clause",
        "قصفت المدفعية القرية التي تقع على الضفة الشرقية للنهر.",
        "قصفت",
        "قصفت المدفعية القرية التي تقع على الضفة الشرقية للنهر",
    ),
    (
        "Arabic و before a verb",
        "انسحبت الكتيبة من الموقع مساء أمس وستتسلم وحدة أخرى حراسة الطريق الدولي.",
        "انسحبت",
        "انسحبت الكتيبة من الموقع مساء أمس",
    ),
    (
        "Persian که",
        "سخنگوی ارتش اعلام کرد که نیروها از پایگاه خارج شدند و جاده باز است.",
        "خارج",
        "که نیروها از پایگاه خارج شدند",
    ),
]


@pytest.mark.parametrize(("text", "word", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_clause_around_a_word(text: str, word: str, expected: str) -> None:
    tokens = tokenize(text)
    first, stop = clause(tokens, tokens.forms.index(word))
    assert tokens.span(first, stop).of(text) == expected


def test_a_clause_covers_the_whole_trigger() -> None:
    tokens = tokenize("They handed it, with some delay, over.")
    first, stop = clause(tokens, 1, 8)
    assert first <= 1
    assert stop >= 8


def test_a_long_sentence_is_cut_to_a_window() -> None:
    tokens = tokenize("word " * 60 + "attacked " + "word " * 60)
    first, stop = clause(tokens, 60)
    assert first <= 60 < stop
    assert stop - first <= 41


def test_a_lone_word_is_its_own_clause() -> None:
    assert clause(tokenize("Attacked."), 0) == (0, 1)
