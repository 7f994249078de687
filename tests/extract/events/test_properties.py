"""Invariants of the event layer on any text, and its cost on hostile ones."""

import pytest
from cost import Work, assert_linear
from hypothesis import given
from hypothesis import strategies as st

from extract.events import Clauses, clause, find_triggers, load_events, realis
from extract.text import tokenize

WORDS = {
    "ar": 'انسحبت القوات من القاعدة لم قد أن إذا هجوم على وقف إطلاق النار تسليم سلاح 12 ، . " ( ) و الذي يوم'.split(),
    "fa": "نیروها از پایگاه خارج شدند می خواهد را تحویل داده شد حمله به که اگر آتش بس ۱۲ ، . « » و پس".split(),
    "en": 'troops pulled out of the base U . S . will handed over - attack , . " ( ) and which 12 cease fire'.split(),
}
texts = st.sampled_from(sorted(WORDS)).flatmap(
    lambda lang: st.tuples(st.just(lang), st.lists(st.sampled_from(WORDS[lang]), max_size=40).map(" ".join))
)


@given(texts)
def test_triggers_are_ordered_tokens_with_a_clause_around_them(case: tuple[str, str]) -> None:
    lang, text = case
    tokens = tokenize(text)
    found = find_triggers(tokens, lang, load_events())
    assert [trigger.first for trigger in found] == sorted({trigger.first for trigger in found})
    for trigger in found:
        assert 0 <= trigger.first < trigger.stop <= len(tokens)
        realis(tokens, trigger, lang)
        first, stop = clause(tokens, trigger.first, trigger.stop)
        assert first <= trigger.first
        assert trigger.stop <= stop
        assert tokens.span(first, stop).of(text)


@given(st.sampled_from(sorted(WORDS)), st.text(max_size=80))
def test_any_text_is_read(lang: str, text: str) -> None:
    tokens = tokenize(text)
    for trigger in find_triggers(tokens, lang, load_events()):
        realis(tokens, trigger, lang)
        clause(tokens, trigger.first, trigger.stop)


@given(texts)
def test_what_was_read_before_does_not_matter(case: tuple[str, str]) -> None:
    lang, text = case
    tokens = tokenize(text)
    first = find_triggers(tokens, lang, load_events())
    find_triggers(tokenize("هجوم attack حمله"), lang, load_events())
    assert find_triggers(tokenize(text), lang, load_events()) == first


HOSTILE = [
    ("en", "attack targeted the base "),
    ("en", "handed "),
    ("en", '" ( that U . S . would '),
    ("ar", "أطلقت استهدف هجوم "),
    ("ar", "وبالانسحاباتهما"),
    ("fa", "هدف قرار داد حمله به "),
    ("fa", "تحویل "),
]


@pytest.mark.parametrize(("lang", "unit"), HOSTILE)
def test_cost_is_linear_in_the_length(lang: str, unit: str) -> None:
    lexicon = load_events()

    def work(times: int) -> Work:
        tokens = tokenize(unit * times)

        def read() -> None:
            clauses = Clauses(tokens)
            for trigger in find_triggers(tokens, lang, lexicon):
                realis(tokens, trigger, lang)
                clauses.around(trigger.first, trigger.stop)

        return read

    assert_linear(work, 400)
