"""Folding, tokens and sentences: what is made equal, and that every position leads back to the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text import fold, fold_word, tokenize

EQUAL = [
    ("hamza on alef", "أمن", "امن"),
    ("madda", "آلاف", "الاف"),
    ("Persian ya", "نیروی", "نيروي"),
    ("Persian kaf", "کشته", "كشته"),
    ("alef maqsura", "قتلى", "قتلي"),
    ("ta marbuta", "عائلة", "عاءله".replace("ء", "ي")),
    ("vowel marks", "جُنُودٌ", "جنود"),
    ("tatweel", "قـــتلى", "قتلي"),
    ("zero-width non-joiner", "ده‌ها", "دهها"),
    ("bidi mark", "2500\u200f", "2500"),
    ("Arabic digits", "٢٥٠٠", "2500"),
    ("Persian digits", "۲۵۰۰", "2500"),
    ("full-width digits", "２５００", "2500"),
    ("Latin case", "Troops", "troops"),
    ("presentation forms", "ﺟﻨﻮﺩ", "جنود"),
    ("lam-alef ligature", "ﻻ", "لا"),
    ("lam-alef with hamza", "ﻷمن", "لامن"),
]


@pytest.mark.parametrize(("written", "folded"), [case[1:] for case in EQUAL], ids=[case[0] for case in EQUAL])
def test_spellings_of_one_word_fold_alike(written: str, folded: str) -> None:
    assert fold_word(written) == folded


@pytest.mark.parametrize(
    "text", ["12²", "İstanbul", "Straße", "ﷺ"], ids=["superscript", "dotted i", "sharp s", "honorific"]
)
def test_folding_that_would_change_a_value_or_a_length_is_not_done(text: str) -> None:
    assert len(fold(text).text) == len(text)
    assert "122" not in fold(text).text


TOKENS = [
    ("بـ42 هجومًا", ["بـ", "42", "هجومًا"]),
    ("2,500 troops", ["2,500", "troops"]),
    ("Sana'a's F-16", ["Sana'a's", "F", "-", "16"]),
    ("عين‌الأسد", ["عين‌الأسد"]),
    ("Oct2", ["Oct", "2"]),
    ("3.5%", ["3.5", "%"]),
]


@pytest.mark.parametrize(("text", "quotes"), TOKENS)
def test_tokens_quote_the_original(text: str, quotes: list[str]) -> None:
    tokens = tokenize(text)
    assert [tokens.span(i, i + 1).of(text) for i in range(len(tokens))] == quotes


SENTENCES = [
    ("two statements", "قُتل جنديان. وأصيب ثالث.", 2),
    ("Arabic question mark and semicolon", "هل انسحبوا؟ نعم؛ أمس.", 3),
    ("Urdu-style full stop of Persian copy", "نیروها رفتند۔ پایگاه خالی است۔", 2),
    ("decimal point", "It cost 2.5 million. Nobody paid.", 2),
    ("initials", "The U.S. army left on Dec. 5 with Gen. Smith. It was cold.", 2),
    ("a line is a sentence", "Headline without a stop\nThe body begins.", 2),
    ("a quote takes its closing mark along", 'He said: "We left." Then he went.', 2),
    ("initials that end it", "He met the U.S. The army left at 7 p.m. But Gen. Smith stayed.", 3),
    ("initials before a name", "The U.S. Army left.", 1),
]


@pytest.mark.parametrize(("text", "count"), [case[1:] for case in SENTENCES], ids=[case[0] for case in SENTENCES])
def test_sentences(text: str, count: int) -> None:
    assert len(tokenize(text).sentences) == count


messy = st.text(
    st.sampled_from("ابتةيىكکگپ۰۱٢٣45.,٬٫؟؛ \n\u200c\u200f\u202a\u0640\u064b\u0651ﻻﻷABcİ²½-\"'") | st.characters(),
    max_size=80,
)


@given(messy)
def test_folding_never_moves_an_offset(text: str) -> None:
    folded = fold(text)
    assert all(0 <= folded.offset(i) < len(text) for i in range(len(folded.text)))
    offsets = [folded.offset(i) for i in range(len(folded.text))]
    assert offsets == sorted(offsets)
    for i, offset in enumerate(offsets):
        assert folded.text[i] in fold_word(text[offset])


@given(messy)
def test_tokens_are_in_order_and_quote_what_they_fold(text: str) -> None:
    tokens = tokenize(text)
    previous = 0
    for i in range(len(tokens)):
        span = tokens.span(i, i + 1)
        assert previous <= span.start < span.end <= len(text)
        assert fold_word(span.of(text)) == tokens.forms[i]
        previous = span.start


@given(messy)
def test_sentences_leave_no_token_out(text: str) -> None:
    tokens = tokenize(text)
    covered = [index for first, stop in tokens.sentences for index in range(first, stop)]
    assert covered == list(range(len(tokens)))
