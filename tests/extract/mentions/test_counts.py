"""Counts: what may measure something, before it is known what. Numerals, vague amounts and Arabic duals, not overlapping."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import numbers
from extract.mentions.counts import Count, find_counts
from extract.numbers import find_numbers
from extract.ontology.lexicon import Noun, load_lexicon
from extract.text import tokenize

Found = list[tuple[str, str]]


def counts(text: str, lang: str) -> list[Count]:
    tokens = tokenize(text)
    return find_counts(tokens, numbers.scan(tokens, lang), load_lexicon(lang))


def told(text: str, lang: str) -> Found:
    """(quote, what it says): the number, "vague", or what a dual counts two of."""
    origin = tokenize(text).folded.origin
    return [(origin(count.start, count.end).of(text), _says(count)) for count in counts(text, lang)]


def _says(count: Count) -> str:
    if count.dual is not None:
        return f"2 {count.dual.kind}"
    return "vague" if count.vague else f"{count.value:f}"


NUMERALS = [
    ("ar", "digits", "وصل 340 جنديا", [("340", "340")]),
    ("ar", "words", "وصل سبعة جنود", [("سبعة", "7")]),
    ("ar", "a particle stays outside", "بثلاثة جنود", [("ثلاثة", "3")]),
    ("ar", "two of a scale are a number", "ألفا جندي", [("ألفا", "2000")]),
    ("ar", "ordinals are counts until they are judged", "المرحلة الثانية", [("ثانية", "2")]),
    ("fa", "digits", "۳۴۰ سرباز", [("۳۴۰", "340")]),
    ("fa", "words", "دوازده سرباز", [("دوازده", "12")]),
    ("en", "digits", "2,500 troops", [("2,500", "2500")]),
    ("en", "words", "twelve troops", [("twelve", "12")]),
    ("en", "a dozen is twelve", "a dozen men", [("a dozen", "12")]),
]
VAGUE = [
    ("ar", "tens", "عشرات الجنود", [("عشرات", "vague")]),
    ("ar", "a bare plural scale", "آلاف النازحين", [("آلاف", "vague")]),
    ("ar", "hundreds of thousands are one", "مئات الآلاف من النازحين", [("مئات الآلاف", "vague")]),
    ("ar", "several, before", "عدة قواعد", [("عدة", "vague")]),
    ("ar", "a few thousand are one", "بضعة آلاف", [("بضعة آلاف", "vague")]),
    ("ar", "a few tens are one", "بضع عشرات", [("بضع عشرات", "vague")]),
    ("ar", "a conjunction stays outside", "وعشرات القتلى", [("عشرات", "vague")]),
    ("fa", "tens", "ده‌ها نفر", [("ده‌ها", "vague")]),
    ("fa", "tens, joined", "دهها نفر", [("دهها", "vague")]),
    ("fa", "tens, apart", "ده ها نفر", [("ده ها", "vague")]),
    ("fa", "thousands", "هزاران آواره", [("هزاران", "vague")]),
    ("fa", "tens of thousands are one", "ده‌ها هزار نفر", [("ده‌ها هزار", "vague")]),
    ("fa", "some thousand are one", "چند هزار نفر", [("چند هزار", "vague")]),
    ("fa", "several", "چندین حمله", [("چندین", "vague")]),
    ("en", "dozens", "dozens of soldiers", [("dozens", "vague")]),
    ("en", "scores", "scores of fighters", [("scores", "vague")]),
    ("en", "tens of thousands are one", "tens of thousands", [("tens of thousands", "vague")]),
    ("en", "several thousand are one", "several thousand troops", [("several thousand", "vague")]),
    ("en", "several dozen are one", "several dozen men", [("several dozen", "vague")]),
]
DUALS = [
    ("ar", "subject", "هجومان", [("هجومان", "2 attacks")]),
    ("ar", "object", "هجومين", [("هجومين", "2 attacks")]),
    ("ar", "of a feminine", "دولتان", [("دولتان", "2 countries")]),
    ("ar", "a conjunction stays outside", "وجنديان", [("جنديان", "2 personnel")]),
    ("ar", "a preposition stays outside", "لدولتين", [("دولتين", "2 countries")]),
    ("ar", "with its number word", "جنديان اثنان", [("جنديان اثنان", "2 personnel")]),
    ("ar", "of a compound", "غارتان جويتان", [("غارتان جويتان", "2 airstrikes")]),
    ("ar", "of a unit", "كيلومترين", [("كيلومترين", "2 distance")]),
    ("ar", "of a time", "شهران", [("شهران", "2 duration")]),
    ("ar", "of a currency", "دولارين", [("دولارين", "2 money")]),
]  # fmt: skip
CASES = NUMERALS + VAGUE + DUALS


@pytest.mark.parametrize(("lang", "_", "text", "expected"), CASES, ids=[f"{lang}: {name}" for lang, name, *_ in CASES])
def test_counts(lang: str, _: str, text: str, expected: Found) -> None:
    assert told(text, lang) == expected


NO_COUNTS = [
    ("ar", "a definite dual points", "الدولتين والجانبان"),
    ("ar", "a sound plural is no dual", "مدنيين ومقاتلين ومحتجزين"),
    ("ar", "names and nouns in -an", "لبنان وعمان وطهران ونيسان وبيان وسكان وميدان وطيران"),
    ("ar", "many and some are not counted", "العديد من الجنود وبعض القادة"),
    ("fa", "not so much", "چندان نگران نیست"),
    ("fa", "some and many are not counted", "برخی از نیروها و بسیاری از مردم"),
    ("en", "few, many and some are not counted", "few soldiers, many people, some bases"),
    ("en", "a bare plural", "soldiers left their bases"),
]


@pytest.mark.parametrize(("lang", "_", "text"), NO_COUNTS, ids=[f"{lang}: {name}" for lang, name, _ in NO_COUNTS])
def test_what_opens_no_count(lang: str, _: str, text: str) -> None:
    assert told(text, lang) == []


def test_a_dual_knows_the_noun_it_counts() -> None:
    (count,) = counts("جنديان", "ar")
    assert isinstance(count.dual, Noun)
    assert count.dual.persons


PIECES = {
    "ar": ("عشرات", "آلاف", "هجومان", "جنديان اثنان", "12", "ثلاثة", "ألف", "عدة", "وبضع", "الجنود", "،", "و"),
    "fa": ("ده‌ها", "هزار", "چند", "۱۲", "سه", "نفر", "هزاران", "میلیون", "،", "و"),
    "en": ("dozens", "of", "thousands", "several", "12", "three", "hundred", "a", "dozen", "men", ",", "and"),
}
soups = st.sampled_from(sorted(PIECES)).flatmap(
    lambda lang: st.tuples(st.just(lang), st.lists(st.sampled_from(PIECES[lang]), max_size=14).map(" ".join))
)


@given(soups)
def test_counts_are_in_order_and_hold_every_numeral(soup: tuple[str, str]) -> None:
    lang, text = soup
    found = counts(text, lang)
    assert all(one.stop <= other.first and one.end <= other.start for one, other in pairwise(found))
    origin = tokenize(text).folded.origin
    spans = [origin(count.start, count.end) for count in found]
    for mention in find_numbers(text, lang):
        assert any(span.covers(mention.span) for span in spans), mention
