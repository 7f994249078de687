"""Dates that the text spells out, in every order and calendar: what is found, what it means, where it ends."""

from datetime import date

import pytest

from extract.dates import Calendar, DateMention, Precision, find_dates

REFERENCE = date(2026, 1, 14)  # a Wednesday


def only(text: str, lang: str, reference: date | None = REFERENCE) -> DateMention:
    (mention,) = find_dates(text, lang, reference)
    return mention


def period(mention: DateMention) -> str:
    """`first..last`, or one date where they are the same; "" is an open or unknown end."""
    first, last = (str(end) if end else "" for end in (mention.first, mention.last))
    return first if first == last else f"{first}..{last}"


ARABIC = [
    # day, month, year
    ("وصلت البعثة في 4 مارس 2023", "4 مارس 2023", "2023-03-04"),
    ("وُقّع في الـ9 من نيسان 2003", "9 من نيسان 2003", "2003-04-09"),
    ("منذ الحادي عشر من فبراير 2011", "منذ الحادي عشر من فبراير 2011", "2011-02-11..2026-01-14"),
    ("في الثالث والعشرين من شهر يوليو من عام 1952", "الثالث والعشرين من شهر يوليو من عام 1952", "1952-07-23"),
    ("٥ حزيران ١٩٦٧", "٥ حزيران ١٩٦٧", "1967-06-05"),
    ("انسحبوا في أيار. اثنان منهم عادا", "أيار", "2025-05-01..2025-05-31"),
    ("في 18. أغسطس. 2020", "18. أغسطس. 2020", "2020-08-18"),
    ("في أكتوبر-3", "أكتوبر-3", "2025-10-03"),
    ("الاثنين، مارس الثاني عشر، 2018", "الاثنين، مارس الثاني عشر، 2018", "2018-03-12"),
    # double, Levantine, Maghrebi and written-out months
    ("في 12 آب/أغسطس 2024", "12 آب/أغسطس 2024", "2024-08-12"),
    ("حتى شباط (فبراير) 2025", "حتى شباط (فبراير) 2025", "..2025-02-28"),
    ("خلال كانون الثاني 2024", "كانون الثاني 2024", "2024-01-01..2024-01-31"),
    ("في 20 غشت 1953", "20 غشت 1953", "1953-08-20"),
    ("فاتح نونبر 1954", "نونبر 1954", "1954-11-01..1954-11-30"),
    ("في شهر جويلية 2024", "شهر جويلية 2024", "2024-07-01..2024-07-31"),
    ("وتشرين الأول 2023", "تشرين الأول 2023", "2023-10-01..2023-10-31"),
    # weekday and date
    ("يوم الأحد الموافق 21 ديسمبر 2025", "يوم الأحد الموافق 21 ديسمبر 2025", "2025-12-21"),
    ("الخميس (8 كانون الثاني/ يناير 2026)", "الخميس (8 كانون الثاني/ يناير 2026)", "2026-01-08"),
    # figures
    ("صدر بتاريخ 17/05/2024", "17/05/2024", "2024-05-17"),
    ("2024/05/17", "2024/05/17", "2024-05-17"),
    ("٢٠٢٤-٠٥-١٧", "٢٠٢٤-٠٥-١٧", "2024-05-17"),
    ("في 28-2", "28-2", "2026-02-28"),
    ("18-9-15", "18-9-15", "2015-09-18"),
    # years
    ("عام 2019", "عام 2019", "2019-01-01..2019-12-31"),
    ("سنة 1948م", "سنة 1948م", "1948-01-01..1948-12-31"),
    ("قبل عام 1990", "قبل عام 1990", "..1989-12-31"),
    ("في 2021، أعيد الفتح", "2021", "2021-01-01..2021-12-31"),
    ("حرب 1973", "1973", "1973-01-01..1973-12-31"),
    ("القرار 1559 (2004)", "2004", "2004-01-01..2004-12-31"),
    ("بين عامي 2011 و2018", "عامي 2011 و2018", "2011-01-01..2018-12-31"),
    ("من عام 2011 إلى عام 2018", "عام 2011 إلى عام 2018", "2011-01-01..2018-12-31"),
    ("الفترة 2011–2018", "2011–2018", "2011-01-01..2018-12-31"),
    ("أعوام 2014 و2015 و2016", "أعوام 2014 و2015 و2016", "2014-01-01..2016-12-31"),
    ("موسم 2024/2025", "2024/2025", "2024-01-01..2025-12-31"),
    ("سنة 300 ق.م", "سنة 300 ق.م", ""),
    # several days
    ("من 3 إلى 5 مايو 2025", "3 إلى 5 مايو 2025", "2025-05-03..2025-05-05"),
    ("1-5 مارس 2024", "1-5 مارس 2024", "2024-03-01..2024-03-05"),
    ("يومي 5 و6 يناير 2025", "5 و6 يناير 2025", "2025-01-05..2025-01-06"),
    ("من 28 نوفمبر إلى 3 ديسمبر 2025", "28 نوفمبر إلى 3 ديسمبر 2025", "2025-11-28..2025-12-03"),
]
PERSIAN = [
    ("در ۱۴ آذر ۱۴۰۳", "۱۴ آذر ۱۴۰۳", "2024-12-04"),
    ("بیست و دوم شهریورماه سال ۱۳۹۹", "بیست و دوم شهریورماه سال ۱۳۹۹", "2020-09-12"),
    ("روز سه شنبه سوم تیر ۱۳۹۹", "روز سه شنبه سوم تیر ۱۳۹۹", "2020-06-23"),
    ("۹ دی ماه امسال", "۹ دی ماه امسال", "2025-12-30"),
    ("در ۵ مهر ۲۰ نفر", "۵ مهر", "2025-09-27"),
    ("در ۵ مهر ۹۸ ساعت ۱۷ به او گفت", "۵ مهر ۹۸", "2019-09-27"),
    ("۵خرداد۹۸", "۵خرداد۹۸", "2019-05-26"),
    ("۲۲ شهریور 02", "۲۲ شهریور 02", "2023-09-13"),
    ("سال ۹۲", "سال ۹۲", "2013-03-21..2014-03-20"),
    ("سال‌های ۸۹ تا ۹۴", "سال‌های ۸۹ تا ۹۴", "2010-03-21..2016-03-19"),
    ("در سالهای ۲۰۱۱ تا ۲۰۱۸", "سالهای ۲۰۱۱ تا ۲۰۱۸", "2011-01-01..2018-12-31"),
    ("۷ ژوئیه ۲۰۲۱", "۷ ژوئیه ۲۰۲۱", "2021-07-07"),
    ("اول ماه مه ۲۰۲۰", "اول ماه مه ۲۰۲۰", "2020-05-01"),
    ("در می دو هزار و بیست", "می دو هزار و بیست", "2020-05-01..2020-05-31"),
    ("۱۵ اسد ۱۴۰۰", "۱۵ اسد ۱۴۰۰", "2021-08-06"),
    ("این مراسم دهم حوت بود", "دهم حوت", "2026-03-01"),
    ("شام ۲۰ جدی", "۲۰ جدی", "2026-01-10"),
    ("در ۱۲ ثور زلزله ۹ کشته بر جا گذاشته بود", "۱۲ ثور", "2025-05-02"),
    ("در ۱۲ ثور نه کارگر از کوه بازگشتند", "۱۲ ثور", "2025-05-02"),
    ("نیروها در ۱۲ ثور بازداشت خواهند شد", "۱۲ ثور", "2026-05-02"),
    ("قرار است در ۱۲ ثور پایگاه را ترک کنند", "۱۲ ثور", "2026-05-02"),
    ("در ۲۳ میزان", "۲۳ میزان", "2025-10-15"),
    ("در دور دوم میزان مشارکت", None, None),
    ("در مرحله چهارم سرطان", None, None),
    ("۱۴۰۳/۹/۱۴", "۱۴۰۳/۹/۱۴", "2024-12-04"),
    ("۹۸ . ۳ . ۵ روز", None, None),
    ("روز ۹۸.۳.۵", "۹۸.۳.۵", "2019-05-26"),
    ("24/05/1965", "24/05/1965", "1965-05-24"),
    ("سال ۱۴۴۵ قمری", "سال ۱۴۴۵ قمری", "2023-07-19..2024-07-06"),
    ("۱۸ تا ۲۰ آبان ۱۴۰۲", "۱۸ تا ۲۰ آبان ۱۴۰۲", "2023-11-09..2023-11-11"),
    ("از سال ۱۳۵۹ تا ۱۳۶۷", "سال ۱۳۵۹ تا ۱۳۶۷", "1980-03-21..1989-03-20"),
]
ENGLISH = [
    ("on 4 March 2023", "4 March 2023", "2023-03-04"),
    ("on March 4th, 2023", "March 4th, 2023", "2023-03-04"),
    ("Mon, Oct. 2, 2023", "Mon, Oct. 2, 2023", "2023-10-02"),
    ("Oct-2", "Oct-2", "2025-10-02"),
    ("Oct2", "Oct2", "2025-10-02"),
    ("the twenty-first of September", "twenty-first of September", "2025-09-21"),
    ("on the tenth of April, two thousand and three", "tenth of April, two thousand and three", "2003-04-10"),
    ("06-Jan-2026", "06-Jan-2026", "2026-01-06"),
    ("2019-sep-1", "2019-sep-1", "2019-09-01"),
    ("02/22/2016", "02/22/2016", "2016-02-22"),
    ("22/02/2016", "22/02/2016", "2016-02-22"),
    ("08/14, 2015", "08/14, 2015", "2015-08-14"),
    ("05/05/89", "05/05/89", "1989-05-05"),
    ("due on 4/22", "4/22", "2026-04-22"),
    ("2025-12-31T10:30", "2025-12-31", "2025-12-31"),
    ("May 2025", "May 2025", "2025-05-01..2025-05-31"),
    ("in 2019", "2019", "2019-01-01..2019-12-31"),
    ("the 2015 nuclear deal", "2015", "2015-01-01..2015-12-31"),
    ("from 2011 to 2018", "2011 to 2018", "2011-01-01..2018-12-31"),
    ("1979–89", "1979–89", "1979-01-01..1989-12-31"),
    ("May 3-5, 2020", "May 3-5, 2020", "2020-05-03..2020-05-05"),
    ("between 12 May and 3 June 2024", "12 May and 3 June 2024", "2024-05-12..2024-06-03"),
    ("in November and December 2025", "November and December 2025", "2025-11-01..2025-12-31"),
    ("the 1990s", "1990s", "1990-01-01..1999-12-31"),
    ("the 19th century", "19th century", "1801-01-01..1900-12-31"),
    ("Q3 2025", "Q3 2025", "2025-07-01..2025-09-30"),
]


def check(text: str, lang: str, quote: str | None, expected: str | None) -> None:
    if quote is None:
        assert find_dates(text, lang, REFERENCE) == []
        return
    mention = only(text, lang)
    assert (mention.span.of(text), period(mention)) == (quote, expected)


@pytest.mark.parametrize(("text", "quote", "expected"), ARABIC, ids=lambda value: value)
def test_arabic(text: str, quote: str, expected: str) -> None:
    check(text, "ar", quote, expected)


@pytest.mark.parametrize(("text", "quote", "expected"), PERSIAN, ids=lambda value: str(value))
def test_persian(text: str, quote: str | None, expected: str | None) -> None:
    check(text, "fa", quote, expected)


@pytest.mark.parametrize(("text", "quote", "expected"), ENGLISH, ids=lambda value: value)
def test_english(text: str, quote: str, expected: str) -> None:
    check(text, "en", quote, expected)


CALENDARS = [
    ("ar", "5 رجب 1447 هـ", Calendar.HIJRI, "2025-12-25"),
    ("ar", "14-09-1432", Calendar.HIJRI, "2011-08-14"),
    ("ar", "سنة 1445", Calendar.HIJRI, "2023-07-19..2024-07-06"),
    ("ar", "10 محرم 2024", Calendar.HIJRI, "2024-07-16"),  # the Hijri day within the Gregorian year
    ("ar", "عام 1492", Calendar.GREGORIAN, "1492-01-01..1492-12-31"),  # not the Hijri year that is yet to come
    ("ar", "عام 1917", Calendar.GREGORIAN, "1917-01-01..1917-12-31"),
    ("fa", "سال ۱۳۵۷", Calendar.JALALI, "1978-03-21..1979-03-20"),
    ("fa", "۳۰ اسفند ۱۴۰۳", Calendar.JALALI, "2025-03-20"),  # a leap year
    ("fa", "۱۵ رمضان ۱۴۴۶", Calendar.HIJRI, "2025-03-15"),
    ("en", "Ramadan 2025", Calendar.HIJRI, "2025-03-01..2025-03-29"),
    ("en", "1 Farvardin 1404", Calendar.JALALI, "2025-03-21"),
]


@pytest.mark.parametrize(("lang", "text", "calendar", "expected"), CALENDARS)
def test_calendars_come_out_as_gregorian(lang: str, text: str, calendar: Calendar, expected: str) -> None:
    mention = only(text, lang)
    assert (mention.calendar, period(mention), mention.span.of(text)) == (calendar, expected, text)


UNRESOLVED = [
    ("ar", "31 سبتمبر 2025", "no such day in the calendar"),
    ("ar", "31 سبتمبر", "no such day in the calendar"),
    ("en", "February 30", "no such day in the calendar"),
    ("en", "2/29/2019", "no such day in the calendar"),
    ("fa", "۳۱ مهر ۱۴۰۳", "no such day in the calendar"),
    ("fa", "۳۰ اسفند ۱۴۰۴", "no such day in the calendar"),  # no leap year
    ("ar", "عام 656 هـ", "outside the calendar's range"),
    ("ar", "3 رجب 1502 هـ", "outside the calendar's range"),
    ("fa", "سال ۷۷۶ قبل از میلاد", "outside the calendar's range"),
    ("ar", "في العام نفسه", "depends on a date elsewhere in the text"),
    ("en", "31st of this month", None),
]


@pytest.mark.parametrize(("lang", "text", "note"), UNRESOLVED)
def test_what_cannot_be_placed_is_kept_with_its_reason(lang: str, text: str, note: str | None) -> None:
    mention = only(text, lang)
    if note is None:  # January has 31 days
        assert (mention.first, mention.note) == (date(2026, 1, 31), "")
    else:
        assert (mention.first, mention.last, mention.note) == (None, None, note)


def test_a_day_of_the_current_month_that_it_does_not_have() -> None:
    mention = only("31st of this month", "en", date(2026, 2, 10))
    assert (mention.first, mention.note) == (None, "no such day in the calendar")


AMBIGUOUS = [
    ("en", "3/4/2025", "2025-03-04", "day and month could be swapped"),
    ("ar", "3/4/2025", "2025-04-03", "day and month could be swapped"),
    ("fa", "3/4/2025", "2025-04-03", "day and month could be swapped"),
    ("en", "3/14/2025", "2025-03-14", ""),
    ("ar", "3/14/2025", "2025-03-14", ""),
    ("en", "5/5/2025", "2025-05-05", ""),
    ("en", "2025/04/03", "2025-04-03", ""),
    ("en", "Tuesday, 1 January 2025", "2025-01-01", "the weekday does not fit the date"),
    ("en", "03.04.2025", "2025-04-03", "day and month could be swapped"),  # between dots the day is first
    ("en", "Thursday, 3/4/2025", "2025-04-03", ""),  # the weekday decides
    ("en", "3/4/2025 (Tuesday)", "2025-03-04", ""),
    ("ar", "الثلاثاء 3/4/2025", "2025-03-04", ""),
    ("fa", "پنجشنبه 3/4/2025", "2025-04-03", ""),
    ("en", "Monday, 3/4/2025", "2025-03-04", "the weekday does not fit the date"),  # neither fits
]


@pytest.mark.parametrize(("lang", "text", "expected", "note"), AMBIGUOUS)
def test_doubt_is_noted(lang: str, text: str, expected: str, note: str) -> None:
    mention = only(text, lang)
    assert (period(mention), mention.note) == (expected, note)


def test_precision_is_the_one_that_is_said() -> None:
    text = (
        "5 May 2025; May 2025; in 2025; the 1990s; the 19th century; Q3 2025; first half of 2025; early 2025; 2014-2017"
    )
    assert [mention.precision for mention in find_dates(text, "en")] == [
        Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.QUARTER,
        Precision.HALF, Precision.PART, Precision.PERIOD,
    ]  # fmt: skip


def test_without_a_reference_absolute_dates_resolve_and_others_wait_for_one() -> None:
    text = "On 5 May 2025 and on 5 May, in May and yesterday"
    mentions = find_dates(text, "en")
    assert [(mention.first, mention.relative, mention.note) for mention in mentions] == [
        (date(2025, 5, 5), False, ""),
        (None, True, "needs a publication date"),
        (None, True, "needs a publication date"),
        (None, True, "needs a publication date"),
    ]


def test_a_language_that_is_not_read() -> None:
    with pytest.raises(ValueError, match="'de' is not read; use one of ar, fa, en"):
        find_dates("am 5. Mai", "de")
