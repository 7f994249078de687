"""Numerals that measure nothing: dates, ordinals, names, references. Each is listed with its reason, and nothing else is."""

import pytest

from extract import Article, Extraction, extract


def record(text: str, lang: str) -> Extraction:
    return extract(Article.of(text, lang=lang, published="2026-01-07"))


def rejected(text: str, lang: str) -> list[tuple[str, str]]:
    return [(item.reason, item.evidence.text) for item in record(text, lang).rejected]


def figures(text: str, lang: str) -> list[tuple[str, str]]:
    return [(figure.kind, figure.evidence.text) for figure in record(text, lang).figures]


DATES = [
    ("ar", "the year", "2025 العام الأكثر دموية", [("year", "2025")]),
    ("ar", "year", "في عام 2025", [("date", "2025")]),
    ("ar", "day and month", "يوم 5 كانون الثاني", [("date", "5"), ("date", "ثاني")]),
    ("ar", "a year before this one", "قبل ثلاثة أشهر", [("date", "ثلاثة")]),
    ("ar", "a span that ends today", "خلال الأيام الثلاثة الماضية", [("date", "ثلاثة")]),
    ("ar", "in a name", "ثورة 25 يناير", [("date", "25")]),
    ("ar", "clock", "الساعة 10:30", [("time", "10"), ("time", "30")]),
    ("ar", "hour of the day", "في الساعة 5 مساء", [("time", "5")]),
    ("fa", "Jalali year", "سال ۱۴۰۴", [("date", "۱۴۰۴")]),
    ("fa", "day and month", "۱۰ دی", [("date", "۱۰")]),
    ("fa", "day and Dari month", "مسئولان گفتند ۱۲ سنبله", [("date", "۱۲")]),
    ("fa", "months ago", "سه ماه پیش", [("date", "سه")]),
    ("fa", "clock", "ساعت ۱۰:۳۰", [("time", "۱۰"), ("time", "۳۰")]),
    ("en", "year", "in 2025", [("date", "2025")]),
    ("en", "day and month", "on May 5", [("date", "5")]),
    ("en", "decade", "the 1990s", [("date", "1990")]),
    ("en", "a decade ago", "more than a decade ago", [("date", "a decade")]),
    ("en", "days after", "left three days after it", [("time", "three")]),
    ("en", "months ago", "three months ago", [("date", "three")]),
    ("en", "in a name", "the October 7 attack", [("date", "7")]),
    ("en", "clock", "at 5 p.m.", [("time", "5")]),
    (
        "en",
        "the last of several years",
        "the years 2031, 2032, and 2033 after three days",
        [("date", "2031"), ("year", "2032"), ("year", "2033"), ("time", "three")],
    ),
    ("en", "the year of a deed", "a return to the landmark 2015 nuclear deal", [("year", "2015")]),
    ("fa", "a hospital named after a day", "بیمارستان ۲۲ بهمن", [("time", "۲۲")]),
    ("fa", "a square named after a day", "میدان هفت تیر", [("time", "هفت")]),
    ("ar", "a bridge named after a day", "جسر 14 تموز", [("time", "14")]),
    (
        "en",
        "a comma behind the month",
        "March, 14, 2025 - 07:40",
        [("date", "14"), ("date", "2025"), ("time", "07"), ("time", "40")],
    ),
]
ORDINALS = [
    ("ar", "feminine", "المرحلة الأولى", [("ordinal", "أولى")]),
    ("ar", "two joined", "الصفين الأول والثاني", [("ordinal", "أول"), ("ordinal", "ثاني")]),
    ("ar", "digits with the article", "في الذكرى الـ10", [("ordinal", "10")]),
    ("ar", "in the name of a unit", "الفرقة السابعة", [("ordinal", "سابعة")]),
    ("fa", "second", "مرحله دوم", [("ordinal", "دوم")]),
    ("fa", "first", "نخستین بار", [("ordinal", "نخستین")]),
    ("en", "first", "the first phase", [("ordinal", "first")]),
    ("en", "digits", "the 12th Brigade", [("ordinal", "12th")]),
]
DESIGNATIONS = [
    ("ar", "brigade", "اللواء 12", [("designation", "12")]),
    ("ar", "brigade and its arm", "اللواء 12 مشاة", [("designation", "12")]),
    ("ar", "resolution", "القرار رقم 2254", [("designation", "2254")]),
    ("ar", "resolution in brackets", "القرار (2254)", [("designation", "2254")]),
    ("ar", "article", "المادة 7", [("designation", "7")]),
    ("ar", "page", "صفحة 12", [("designation", "12")]),
    ("ar", "channel", "قناة 12", [("designation", "12")]),
    ("ar", "aircraft", "مروحيات إف-16", [("designation", "16")]),
    ("ar", "missile system", "منظومة إس 400", [("designation", "400")]),
    ("ar", "calibre", "عيار 7.62 ملم", [("designation", "7.62")]),
    ("ar", "disease", "كوفيد-19", [("designation", "19")]),
    ("fa", "brigade", "تیپ ۶۵", [("designation", "۶۵")]),
    ("fa", "division", "لشکر ۲۷", [("designation", "۲۷")]),
    ("fa", "resolution", "قطعنامه شماره ۲۲۳۱", [("designation", "۲۲۳۱")]),
    ("fa", "article", "ماده ۷", [("designation", "۷")]),
    ("fa", "missile system", "اس-۳۰۰", [("designation", "۳۰۰")]),
    ("en", "brigade", "Brigade 12", [("designation", "12")]),
    ("en", "resolution", "Resolution 2254", [("designation", "2254")]),
    ("en", "article, spelled", "Article five", [("designation", "five")]),
    ("en", "phase", "Phase 2", [("designation", "2")]),
    ("en", "aircraft", "an F-16 jet", [("designation", "16")]),
    ("en", "calibre", "a 7.62 mm rifle", [("designation", "7.62")]),
    ("en", "grade", "the G-20", [("designation", "20")]),
    ("en", "flight", "Flight 752", [("designation", "752")]),
    ("en", "version", "version 2.0", [("designation", "2.0")]),
    ("en", "abbreviated number", "No. 5", [("designation", "5")]),
    ("en", "what a building is like", "a seven-storey block", [("designation", "seven")]),
    ("fa", "a chamber of a court", "شعبه ۱۴ دادگاه", [("designation", "۱۴")]),
]
REFERENCES = [
    ("ar", "phone in groups", "اتصل على 964-770-1234", [("reference", "964"), ("reference", "770"), ("reference", "1234")]),
    ("ar", "week", "24/7", [("reference", "24"), ("reference", "7")]),
    ("en", "phone", "call 07701234567", [("reference", "07701234567")]),
    ("en", "phone in groups", "770-123-4567", [("reference", "770"), ("reference", "123"), ("reference", "4567")]),
    ("en", "a day that became a name", "the 9/11 attacks", [("reference", "9/11")]),
    ("en", "network address", "192.168.1.2", [("reference", part) for part in ("192", "168", "1", "2")]),
    ("ar", "list", "1. انسحاب القوات", [("list_number", "1")]),
    ("fa", "list", "۱. خروج نیروها", [("list_number", "۱")]),
    ("en", "list", "2) Hand over", [("list_number", "2")]),
    ("en", "score", "won 3-1", [("score", "3"), ("score", "1")]),
    ("fa", "an emergency line", "اورژانس ۱۱۵ شیراز", [("reference", "۱۱۵")]),
]  # fmt: skip
POINTING = [
    ("fa", "article before a noun", "یک پایگاه نظامی", [("one", "یک")]),
    ("fa", "two that were named", "دو طرف", [("definite_pair", "دو")]),
    ("fa", "both", "هر دو کشور", [("definite_pair", "دو")]),
    ("fa", "those two", "این دو که در بازداشت بودند آزاد شدند", [("no_noun", "دو")]),
    ("fa", "a group of states", "گروه ۱+۵ تشکیل جلسه داد", [("no_noun", "۱"), ("designation", "۵")]),
    ("en", "one of no contrast", "one soldier", [("one", "one")]),
    ("en", "two that were named", "the two sides", [("definite_pair", "two")]),
    ("ar", "nothing that is counted", "الرقم السابق كان 12", [("no_noun", "12")]),
    ("fa", "two countries whose ties are told", "روابط دو کشور رو به بهبود است", [("definite_pair", "دو")]),
]
CASES = DATES + ORDINALS + DESIGNATIONS + REFERENCES + POINTING


@pytest.mark.parametrize(("lang", "_", "text", "expected"), CASES, ids=[f"{lang}: {name}" for lang, name, *_ in CASES])
def test_what_measures_nothing_is_listed(lang: str, _: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert rejected(text, lang) == expected
    assert figures(text, lang) == []


NOT_EVEN_COUNTS = [
    ("ar", "one of", "واحدة من أهم القواعد"),
    ("ar", "one of, masculine", "أحد الجنود"),
    ("fa", "one of", "یکی از پایگاه‌ها"),
    ("en", "one of", "one of the bases"),
    ("en", "a group's name", "the G7 leaders"),
    ("en", "letters and digits", "M16 rifles"),
]


@pytest.mark.parametrize(
    ("lang", "_", "text"), NOT_EVEN_COUNTS, ids=[f"{lang}: {name}" for lang, name, _ in NOT_EVEN_COUNTS]
)
def test_what_is_no_numeral_leaves_nothing(lang: str, _: str, text: str) -> None:
    assert (rejected(text, lang), figures(text, lang)) == ([], [])


FIGURES = [
    ("ar", "what a law sets aside", "خصص القانون 21 بالمئة للتعليم", [("percent", "21 بالمئة")]),
    ("ar", "a brigade's strength", "يضم اللواء 3000 جندي", [("personnel", "3000 جندي")]),
    ("ar", "a length is no point in time", "حرب دامت 20 عاما", [("duration", "20 عاما")]),
    ("ar", "one that is said to be one", "في دولة واحدة", [("countries", "دولة واحدة")]),
    ("fa", "only one", "تنها یک نفر", [("people", "یک نفر")]),
    ("fa", "countries that are counted", "دو کشور", [("countries", "دو کشور")]),
    ("en", "a designation between number and noun", "12 F-16 jets", [("equipment", "12 F-16 jets")]),
    ("en", "after one of", "one of 12 soldiers", [("personnel", "12 soldiers")]),
    ("en", "a part of something", "5/12 of the land", [("share", "5/12")]),
    ("en", "a small fraction", "a 2/3 majority", [("share", "2/3")]),
    ("fa", "two countries told anew", "سفر به دو کشور عربی", [("countries", "دو کشور")]),
    ("fa", "as many as a line", "پلیس ۱۱۰ معترض را بازداشت کرد", [("detained", "۱۱۰ معترض")]),
]


@pytest.mark.parametrize(("lang", "_", "text", "found"), FIGURES, ids=[f"{lang}: {name}" for lang, name, *_ in FIGURES])
def test_what_measures_something_beside_them(lang: str, _: str, text: str, found: list[tuple[str, str]]) -> None:
    assert figures(text, lang) == found


SUSPICIOUS = [
    ("ar", "a zero-width space", "وصل 25\u200b00 جندي", "25\u200b00", "hidden characters"),
    ("ar", "a word joiner", "وصل 25\u206000 جندي", "25\u206000", "hidden characters"),
    ("fa", "a zero-width non-joiner", "۲۵\u200c۰۰ سرباز", "۲۵\u200c۰۰", "hidden characters"),
    ("fa", "a soft hyphen", "۲۵\u00ad۰۰ سرباز", "۲۵\u00ad۰۰", "hidden characters"),
    ("en", "a zero-width space", "25\u200b00 troops", "25\u200b00", "hidden characters"),
    ("en", "a capital O for a zero", "25O0 troops", "25O0", "look-alike letters"),
    ("en", "a capital O at the end", "1O soldiers were killed", "1O", "look-alike letters"),
    ("en", "a small L for a one", "25l0 troops", "25l0", "look-alike letters"),
    ("en", "a Cyrillic O for a zero", "25\u041e0 troops", "25\u041e0", "look-alike letters"),
    ("ar", "digits of two scripts", "وصل 25٠٠ جندي", "25٠٠", "mixed digits"),
]


@pytest.mark.parametrize(
    ("lang", "_", "text", "quote", "why"), SUSPICIOUS, ids=[f"{lang}: {name}" for lang, name, *_ in SUSPICIOUS]
)
def test_digits_that_hide_something_are_flagged_and_not_joined(
    lang: str, _: str, text: str, quote: str, why: str
) -> None:
    found = record(text, lang)
    assert found.figures == ()
    (item,) = found.rejected
    assert (item.reason, item.detail, item.evidence.text) == ("suspicious_digits", why, quote)
    assert text[item.evidence.start : item.evidence.end] == quote
