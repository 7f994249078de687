"""Feasts and days with a name, each a day of its own calendar; published on a Wednesday in March."""

from datetime import date

import pytest

from extract.dates import Calendar, find_dates

REFERENCE = date(2026, 3, 11)

NEAREST = [
    ("en", "on Christmas Day", "Christmas Day", "2025-12-25"),
    ("en", "over Christmas", "Christmas", "2025-12-25"),
    ("en", "on New Year’s Eve", "New Year’s Eve", "2025-12-31"),
    ("en", "fasting until Eid al-Fitr ends", "until Eid al-Fitr", "..2026-03-20"),
    ("en", "a truce for Eid-ul-Adha", "Eid-ul-Adha", "2026-05-27"),
    ("en", "attacks since Nowruz", "since Nowruz", "2026-03-21.."),
    ("ar", "في عيد الفطر", "عيد الفطر", "2026-03-20"),
    ("ar", "خلال عيد الأضحى المبارك", "عيد الأضحى المبارك", "2026-05-27"),
    ("ar", "قتلوا في ليلة رأس السنة", "ليلة رأس السنة", "2025-12-31"),
    ("ar", "في رأس السنة الهجرية", "رأس السنة الهجرية", "2026-06-16"),
    ("ar", "في ذكرى عاشوراء", "ذكرى عاشوراء", "2026-06-25"),
    ("fa", "در شب یلدا", "شب یلدا", "2025-12-21"),
    ("fa", "پیش از عید قربان", "پیش از عید قربان", "..2026-05-26"),
    ("fa", "تا نوروز", "تا نوروز", "2026-03-21"),
]
OF_A_YEAR = [
    ("en", "Christmas 2023", "Christmas 2023", "2023-12-25"),
    ("en", "on Christmas Eve, 2024", "Christmas Eve, 2024", "2024-12-24"),
    ("ar", "عيد الأضحى 2024", "عيد الأضحى 2024", "2024-06-16"),
    ("ar", "في عيد الأضحى لعام 1445", "عيد الأضحى لعام 1445", "2024-06-16"),
    ("fa", "نوروز ۱۴۰۴", "نوروز ۱۴۰۴", "2025-03-21"),
    ("fa", "در نوروز ۹۸", "نوروز ۹۸", "2019-03-21"),
    ("fa", "عید فطر ۱۴۰۳", "عید فطر ۱۴۰۳", "2024-04-10"),  # a feast of one calendar in a year of another
    ("fa", "کریسمس ۲۰۲۳", "کریسمس ۲۰۲۳", "2023-12-25"),
]
SHIFTED = [
    ("en", "last Christmas", "last Christmas", "2025-12-25"),
    ("en", "next Christmas", "next Christmas", "2026-12-25"),
    ("en", "on the eve of Eid al-Fitr", "eve of Eid al-Fitr", "2026-03-19"),
    ("en", "on the second day of Eid al-Adha", "second day of Eid al-Adha", "2026-05-28"),
    ("ar", "عيد الفطر الماضي", "عيد الفطر الماضي", "2025-03-30"),
    ("ar", "عيد الأضحى المقبل", "عيد الأضحى المقبل", "2026-05-27"),
    ("ar", "ثالث أيام عيد الفطر", "ثالث أيام عيد الفطر", "2026-03-22"),
    ("ar", "في اليوم الثاني من عيد الفطر", "اليوم الثاني من عيد الفطر", "2026-03-21"),
    ("ar", "عشية عيد الميلاد", "عشية عيد الميلاد", "2025-12-24"),
    ("fa", "نوروز گذشته", "نوروز گذشته", "2025-03-21"),
    ("fa", "روز دوم عید قربان", "روز دوم عید قربان", "2026-05-28"),
]
ONLY_NAMES = [
    ("en", "An attack on a Christmas market killed twelve people."),
    ("en", "the Nowruz holiday"),
    ("en", "a new day of violence"),
    ("ar", "أدى المصلون صلاة عيد الفطر في المسجد"),
    ("ar", "المهنئين بعيد الفطر"),
    ("ar", "رأس المال"),
    ("fa", "نماز عید فطر"),
    ("fa", "بازار کریسمس"),
]


@pytest.mark.parametrize(("lang", "text", "span", "expected"), NEAREST + OF_A_YEAR + SHIFTED)
def test_feast(lang: str, text: str, span: str, expected: str) -> None:
    (found,) = find_dates(text, lang, REFERENCE)
    first, last = (str(end) if end else "" for end in (found.first, found.last))
    assert (text[found.span.start : found.span.end], first if first == last else f"{first}..{last}") == (span, expected)


@pytest.mark.parametrize(("lang", "text"), ONLY_NAMES)
def test_no_date(lang: str, text: str) -> None:
    assert find_dates(text, lang, REFERENCE) == []


def test_without_a_reference_only_a_feast_of_a_year_resolves() -> None:
    (bare,) = find_dates("في عيد الفطر", "ar")
    (dated,) = find_dates("في عيد الفطر 1447", "ar")
    assert (bare.first, bare.relative) == (None, True)
    assert (dated.first, dated.calendar) == (date(2026, 3, 20), Calendar.HIJRI)
