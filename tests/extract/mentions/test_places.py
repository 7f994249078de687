"""Places: known names with the generic word before them, unknown ones by that word, and whether something is there."""

from itertools import pairwise

import pytest

from extract import Article
from extract.mentions import find_mentions
from extract.mentions.places import Place
from extract.span import Span

Found = tuple[str, str | None, str | None, bool]


def places(text: str, lang: str) -> list[tuple[Place, Span]]:
    mentions = find_mentions(Article.of(text, lang=lang))
    origin = mentions.tokens.folded.origin
    return [(place, origin(place.start, place.end)) for place in mentions.places]


def told(text: str, lang: str) -> list[Found]:
    """(quote, canonical name, country, whether a preposition of place introduces it)."""
    return [(span.of(text), place.name, place.iso, place.located) for place, span in places(text, lang)]


KNOWN = [
    ("ar", "in", "قتل 5 جنود في بغداد", [("بغداد", "Baghdad", "IQ", True)]),
    ("ar", "attached preposition", "ببغداد", [("بغداد", "Baghdad", "IQ", True)]),
    ("ar", "near", "قرب الرقة", [("الرقة", "Raqqa", "SY", True)]),
    ("ar", "inside", "داخل سوريا", [("سوريا", "Syria", "SY", True)]),
    ("ar", "north of", "شمالي سوريا", [("سوريا", "Syria", "SY", True)]),
    ("ar", "to", "وصلت القوات إلى بغداد", [("بغداد", "Baghdad", "IQ", True)]),
    ("ar", "no preposition", "العراق يتسلم القاعدة", [("العراق", "Iraq", "IQ", False)]),
    ("ar", "base", "في قاعدة عين الأسد", [("قاعدة عين الأسد", "Ain al-Asad", "IQ", True)]),
    ("ar", "camp", "بمخيم الجدعة", [("مخيم الجدعة", "Jadaa", "IQ", True)]),
    ("ar", "province", "بمحافظة الأنبار", [("محافظة الأنبار", "Anbar", "IQ", True)]),
    ("ar", "city and country", "في مدينة الموصل شمالي العراق", [("مدينة الموصل", "Mosul", "IQ", True), ("العراق", "Iraq", "IQ", True)]),
    ("ar", "two in a row", "في قاعدة عين الأسد في الأنبار", [("قاعدة عين الأسد", "Ain al-Asad", "IQ", True), ("الأنبار", "Anbar", "IQ", True)]),
    ("fa", "in", "در بغداد", [("بغداد", "Baghdad", "IQ", True)]),
    ("fa", "province", "در استان الانبار", [("استان الانبار", "Anbar", "IQ", True)]),
    ("fa", "city", "در شهر کرمانشاه", [("شهر کرمانشاه", "Kermanshah", "IR", True)]),
    ("fa", "from a base", "از پایگاه عین‌الاسد خارج شدند", [("پایگاه عین‌الاسد", "Ain al-Asad", "IQ", True)]),
    ("fa", "a base with its joiner lost", "از پایگاه عینالاسد خارج شدند", [("پایگاه عینالاسد", "Ain al-Asad", "IQ", True)]),
    ("en", "in", "Five soldiers were killed in Baghdad", [("Baghdad", "Baghdad", "IQ", True)]),
    ("en", "over generic words", "near the city of Mosul", [("Mosul", "Mosul", "IQ", True)]),
    ("en", "a direction", "in the northern city of Mosul", [("Mosul", "Mosul", "IQ", True)]),
    ("en", "object of a verb", "Troops entered Syria", [("Syria", "Syria", "SY", False)]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "_", "text", "expected"), KNOWN, ids=[f"{lang}: {name}" for lang, name, *_ in KNOWN])
def test_known_places(lang: str, _: str, text: str, expected: list[Found]) -> None:
    assert told(text, lang) == expected


UNKNOWN = [
    ("ar", "village", "في قرية السنديانة", [("قرية السنديانة", None, None, True)]),
    ("ar", "attached preposition", "بمخيم النخلة", [("مخيم النخلة", None, None, True)]),
    ("ar", "no preposition", "قرية السنديانة", [("قرية السنديانة", None, None, False)]),
    ("en", "a name that ends in a word for a site", "in Stone Town", [("Stone Town", None, None, True)]),
    ("fa", "village", "در روستای سپیدار", [("روستای سپیدار", None, None, True)]),
    ("fa", "a name before a deed", "در شهر سپیدار بازداشت شدند", [("شهر سپیدار", None, None, True)]),
]


@pytest.mark.parametrize(
    ("lang", "_", "text", "expected"), UNKNOWN, ids=[f"{lang}: {name}" for lang, name, *_ in UNKNOWN]
)
def test_a_generic_word_introduces_a_place_that_no_list_has(
    lang: str, _: str, text: str, expected: list[Found]
) -> None:
    assert told(text, lang) == expected


NO_PLACES = [
    ("ar", "a nationality", "القوات العراقية"),
    ("ar", "a force named after a country", "قوات سوريا الديمقراطية"),
    ("ar", "a generic word alone", "في مدينة كبيرة"),
    ("ar", "a definite generic word", "في المدينة"),
    ("fa", "a nationality", "نیروهای ایرانی"),
    ("fa", "a generic word alone", "در شهر"),
    ("fa", "a deed behind the generic word", "گردان به منطقه اعزام شد"),
    ("fa", "a predicate behind the generic word", "در بیمارستان بستری بودند"),
    ("fa", "a branch of trade", "در بخش گردشگری"),
    ("en", "a nationality", "Iraqi forces"),
    ("en", "a generic word alone", "in the city"),
]


@pytest.mark.parametrize(("lang", "_", "text"), NO_PLACES, ids=[f"{lang}: {name}" for lang, name, _ in NO_PLACES])
def test_what_names_no_place(lang: str, _: str, text: str) -> None:
    assert told(text, lang) == []


def test_countries_and_capitals_are_marked() -> None:
    marked = {place.name: place.is_country for place, _ in places("في بغداد والأنبار والعراق", "ar")}
    assert marked == {"Baghdad": True, "Anbar": False, "Iraq": True}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ar", "في مدينة الموصل بمحافظة نينوى شمالي العراق وفي قرية السنديانة ومخيم الهول في سوريا"),
        ("fa", "در شهر موصل در استان نینوا و پایگاه عین‌الاسد و روستای سپیدار"),
        ("en", "in Mosul, in the north of Iraq, and at Ain al-Asad air base in Anbar province"),
    ],
)
def test_places_are_in_order_and_apart(lang: str, text: str) -> None:
    found = [place for place, _ in places(text, lang)]
    assert len(found) > 2
    assert all(one.stop <= other.first for one, other in pairwise(found))
