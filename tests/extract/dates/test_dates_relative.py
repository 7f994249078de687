"""Dates that count from the day of publication, a Wednesday in these tests."""

from datetime import date

import pytest

from extract.dates import DateMention, Precision, find_dates

REFERENCE = date(2026, 1, 14)


def only(text: str, lang: str) -> DateMention:
    (mention,) = find_dates(text, lang, REFERENCE)
    return mention


def period(mention: DateMention) -> str:
    first, last = (str(end) if end else "" for end in (mention.first, mention.last))
    return first if first == last else f"{first}..{last}"


DAYS = [
    ("ar", "اليوم", "2026-01-14"),
    ("ar", "يوم أمس", "2026-01-13"),
    ("ar", "أول أمس", "2026-01-12"),
    ("ar", "بعد غد", "2026-01-16"),
    ("ar", "مساء أمس الثلاثاء", "2026-01-13"),
    ("ar", "الليلة الماضية", "2026-01-13"),
    ("fa", "دیروز", "2026-01-13"),
    ("fa", "پریروز", "2026-01-12"),
    ("fa", "پس‌فردا", "2026-01-16"),
    ("fa", "امروز چهارشنبه", "2026-01-14"),
    ("fa", "شامگاه دیروز", "2026-01-13"),
    ("fa", "روز گذشته", "2026-01-13"),
    ("en", "today", "2026-01-14"),
    ("en", "yesterday's", "2026-01-13"),
    ("en", "day before yesterday", "2026-01-12"),
    ("en", "tomorrow morning", "2026-01-15"),
    ("en", "last night", "2026-01-13"),
]
WEEKENDS = [
    ("en", "over the weekend", "2026-01-10..2026-01-11"),
    ("en", "They will meet at the weekend", "2026-01-17..2026-01-18"),
    ("ar", "خلال عطلة نهاية الأسبوع", "2026-01-10..2026-01-11"),
    ("fa", "در آخر هفته", "2026-01-10..2026-01-11"),
]
ENDS = [
    ("en", "by year-end", "2026-10-01..2026-12-31"),
    ("en", "before the month's end", "..2026-01-21"),
    ("en", "in late summer", "2025-08-02..2025-08-31"),
    ("en", "early autumn 2024", "2024-09-01..2024-09-30"),
    ("ar", "أواخر الصيف", "2025-08-02..2025-08-31"),
    ("fa", "اواخر پاییز ۱۴۰۳", "2024-11-21..2024-12-20"),
]
MONTHS_TOGETHER = [
    ("ar", "في يونيو ويوليو الماضيين", "2025-06-01..2025-07-31"),
    ("ar", "خلال أبريل ومايو المقبلين", "2026-04-01..2026-05-31"),
    ("ar", "بين مارس ومايو 2024", "2024-03-01..2024-05-31"),
    ("en", "between March and May 2024", "2024-03-01..2024-05-31"),
    ("en", "between October and December", "2025-10-01..2025-12-31"),
]
FROM_A_DAY = [
    ("ar", "قبل يومين من عيد الفطر", "2026-03-18"),
    ("ar", "بعد ثلاثة أيام من 5 مارس 2024", "2024-03-08"),
    ("fa", "دو روز پیش از عید فطر", "2026-03-18"),
    ("fa", "سه روز پس از ۵ اسفند ۱۴۰۲", "2024-02-27"),
    ("en", "three days before Christmas", "2025-12-22"),
    ("ar", "بعد أيام من ذكرى المولد النبوي لعام 1447", "2025-09-04..2025-09-18"),
    ("en", "a few weeks before Christmas 2023", "2023-11-13..2023-12-25"),
    ("en", "two weeks after March 5, 2024", "2024-03-19"),
    ("en", "the week of September 16, 2024", "2024-09-16..2024-09-22"),
]
BEFORE_LAST = [
    ("ar", "الجمعة قبل الماضية", "2026-01-02"),
    ("ar", "الأسبوع بعد المقبل", "2026-01-26..2026-02-01"),
    ("en", "the week before last", "2025-12-29..2026-01-04"),
    ("en", "the week after next", "2026-01-26..2026-02-01"),
    ("en", "the Friday before last", "2026-01-02"),
]
ENDS_OF_YEARS = [
    ("ar", "الأشهر الثلاثة الأخيرة من العام", "2026-10-01..2026-12-31"),
    ("ar", "العام المالي 2025", "2025-01-01..2025-12-31"),
    ("en", "the last three months of the year", "2026-10-01..2026-12-31"),
    ("fa", "دهه نود میلادی", "1990-01-01..1999-12-31"),
]
FROM_NOW = [
    ("ar", "خلال يومين من الآن", "2026-01-16"),
    ("ar", "على بعد أسبوعين من الآن", "2026-01-28"),
    ("en", "in three days' time", "2026-01-17"),
]
WEEKDAYS = [
    ("ar", "الأربعاء", "2026-01-14"),  # the reference day itself
    ("ar", "يوم الخميس", "2026-01-08"),
    ("ar", "الأحد المقبل", "2026-01-18"),
    ("ar", "الأربعاء الماضي", "2026-01-07"),
    ("ar", "الجمعة من الأسبوع المقبل", "2026-01-23"),
    ("ar", "الأسبوع الماضي يوم السبت", "2026-01-10"),
    ("ar", "يومي السبت والأحد", "2026-01-10..2026-01-11"),
    ("fa", "روز شنبه", "2026-01-10"),
    ("fa", "دوشنبه هفته آینده", "2026-01-19"),
    ("fa", "سه شنبه گذشته", "2026-01-13"),
    ("fa", "جمعه‌شب", "2026-01-09"),
    ("en", "Thursday", "2026-01-08"),
    ("en", "next Friday", "2026-01-23"),  # of next week; the nearest one is plain "Friday"
    ("en", "last Monday", "2026-01-12"),
    ("en", "this Friday", "2026-01-16"),
    ("en", "Tuesday next week", "2026-01-20"),
    ("en", "this past Saturday", "2026-01-10"),
    ("en", "Thursday the 8th", "2026-01-08"),
    ("en", "Monday to Friday", "2026-01-12..2026-01-16"),
]
UNITS = [
    ("ar", "الأسبوع المقبل", "2026-01-19..2026-01-25"),
    ("ar", "الشهر الماضي", "2025-12-01..2025-12-31"),
    ("ar", "العام الحالي", "2026-01-01..2026-12-31"),
    ("ar", "هذا العام", "2026-01-01..2026-12-31"),
    ("ar", "سبتمبر/ أيلول الماضي", "2025-09-01..2025-09-30"),
    ("ar", "شهر مارس المقبل", "2026-03-01..2026-03-31"),
    ("ar", "15 يناير المقبل", "2026-01-15"),
    ("ar", "سبتمبر من العام الماضي", "2025-09-01..2025-09-30"),
    ("ar", "العشرين من الشهر المقبل", "2026-02-20"),
    ("ar", "شهري نوفمبر وديسمبر الماضيين", "2025-11-01..2025-12-31"),
    ("ar", "الصيف المقبل", "2026-06-01..2026-08-31"),
    ("fa", "هفته آینده", "2026-01-19..2026-01-25"),
    ("fa", "ماه گذشته", "2025-12-01..2025-12-31"),
    ("fa", "سال جاری میلادی", "2026-01-01..2026-12-31"),
    ("fa", "سال گذشته خورشیدی", "2024-03-20..2025-03-20"),
    ("fa", "مهر سال گذشته", "2024-09-22..2024-10-21"),
    ("fa", "پارسال", "2025-01-01..2025-12-31"),
    ("en", "next week", "2026-01-19..2026-01-25"),
    ("en", "last month", "2025-12-01..2025-12-31"),
    ("en", "this year", "2026-01-01..2026-12-31"),
    ("en", "last September", "2025-09-01..2025-09-30"),
    ("en", "September last year", "2025-09-01..2025-09-30"),
    ("en", "20th of next month", "2026-02-20"),
    ("en", "last quarter", "2025-10-01..2025-12-31"),
    ("en", "last weekend", "2026-01-10..2026-01-11"),
    ("en", "last summer", "2025-06-01..2025-08-31"),
]
POINTS = [
    ("ar", "قبل ثلاثة أشهر", "2025-10-14"),
    ("ar", "قبل يومين", "2026-01-12"),
    ("ar", "منذ 3 أيام", "2026-01-11"),
    ("ar", "قبل عام ونصف العام", "2024-07-14"),
    ("ar", "قبل نحو 11 عاما", "2015-01-14"),
    ("ar", "قبل يوم واحد", "2026-01-13"),
    ("ar", "قبل بضعة أسابيع", "2025-12-24"),
    ("ar", "بعد أسبوعين من الآن", "2026-01-28"),
    ("fa", "سه ماه پیش", "2025-10-14"),
    ("fa", "حدود دو سال و نیم پیش", "2023-07-14"),
    ("fa", "دو روز دیگر", "2026-01-16"),
    ("fa", "چند روز پیش", "2026-01-11"),
    ("en", "three months ago", "2025-10-14"),
    ("en", "2 years, 1 month and 21 days ago", "2023-11-23"),
    ("en", "a year and a half ago", "2024-07-14"),
    ("en", "more than two years ago", "2024-01-14"),
    ("en", "two weeks from now", "2026-01-28"),
    ("en", "four days from yesterday", "2026-01-17"),
    ("en", "two days before yesterday", "2026-01-11"),
    ("en", "four business days ago", "2026-01-08"),
    ("en", "two Sundays from now", "2026-01-25"),
]
STRETCHES = [
    # the reference day counts as one of the last N days; the coming days are the fourteen after it
    ("ar", "الأيام الثمانية الماضية", "2026-01-07..2026-01-14"),
    ("ar", "السنوات العشر الماضية", "2016-01-15..2026-01-14"),
    ("ar", "الشهرين المقبلين", "2026-01-15..2026-03-14"),
    ("ar", "آخر ثلاثة أيام", "2026-01-12..2026-01-14"),
    ("ar", "الأيام المقبلة", "2026-01-15..2026-01-28"),
    ("ar", "الأيام القليلة الماضية", "2026-01-01..2026-01-14"),
    ("fa", "هشت روز گذشته", "2026-01-07..2026-01-14"),
    ("fa", "سه ماه آینده", "2026-01-15..2026-04-14"),
    ("fa", "روزهای آینده", "2026-01-15..2026-01-28"),
    ("en", "last eight days", "2026-01-07..2026-01-14"),
    ("en", "next two months", "2026-01-15..2026-03-14"),
    # hours that make whole days are the days that they touch
    ("ar", "الـ24 ساعة الماضية", "2026-01-13..2026-01-14"),
    ("ar", "الساعات الـ48 المقبلة", "2026-01-14..2026-01-16"),
    ("ar", "الساعات الأربع والعشرين الماضية", "2026-01-13..2026-01-14"),
    ("fa", "۲۴ ساعت گذشته", "2026-01-13..2026-01-14"),
    ("en", "past 24 hours", "2026-01-13..2026-01-14"),
    ("en", "next 48 hours", "2026-01-14..2026-01-16"),
    ("en", "past year", "2025-01-15..2026-01-14"),
    ("en", "coming days", "2026-01-15..2026-01-28"),
    ("en", "past few days", "2026-01-01..2026-01-14"),
]


@pytest.mark.parametrize(("lang", "text", "expected"), DAYS + WEEKDAYS + UNITS + POINTS + STRETCHES)
def test_relative(lang: str, text: str, expected: str) -> None:
    mention = only(text, lang)
    assert (mention.span.of(text), period(mention), mention.relative) == (text, expected, True)


INSIDE = [*WEEKENDS, *ENDS, *MONTHS_TOGETHER, *FROM_NOW, *FROM_A_DAY, *BEFORE_LAST, *ENDS_OF_YEARS]


@pytest.mark.parametrize(("lang", "text", "expected"), INSIDE)
def test_in_a_clause(lang: str, text: str, expected: str) -> None:
    assert period(only(text, lang)) == expected


def test_the_precision_of_a_point_is_its_unit() -> None:
    text = "two days ago, two weeks ago, two months ago, two years ago, a decade ago, some days ago"
    assert [mention.precision for mention in find_dates(text, "en", REFERENCE)] == [
        Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.YEAR, Precision.DECADE, Precision.VAGUE,
    ]  # fmt: skip


NEAREST = [
    ("ar", "في 3 فبراير", "2026-02-03"),
    ("ar", "في 3 نوفمبر", "2025-11-03"),
    ("ar", "في نوفمبر", "2025-11-01..2025-11-30"),
    ("fa", "در ۲۲ بهمن", "2026-02-11"),
    ("en", "on 29 February", "2024-02-29"),  # no leap year is nearer
    ("en", "on Friday, 3 January", "2025-01-03"),  # the weekday tells the year
]


@pytest.mark.parametrize(("lang", "text", "expected"), NEAREST)
def test_a_date_without_a_year_is_the_nearest_one(lang: str, text: str, expected: str) -> None:
    assert period(only(text, lang)) == expected


FUTURE = [
    ("ar", "تنتهي ولاية البعثة في 31 ديسمبر", "2026-12-31"),
    ("ar", "وكانت لندن قد سحبت جنودها في مايو", "2025-05-01..2025-05-31"),
    ("ar", "حريق مماثل في مايو أودى بحياة عاملين", "2025-05-01..2025-05-31"),
    ("ar", "منذ إعلان انضمامها إلى الحلف في مايو", "2025-05-01..2025-05-31"),
    ("ar", "اتفق الجانبان على عقد اجتماع في مايو", "2026-05-01..2026-05-31"),
    ("ar", "أعلن الناطق يوم الخميس أن القوات ستنسحب", "2026-01-08"),
    ("ar", "وسيجتمع الطرفان يوم الخميس", "2026-01-15"),
    ("ar", "من المقرر أن تبدأ المفاوضات في نوفمبر", "2026-11-01..2026-11-30"),
    ("ar", "سيصل الوفد إلى الرياض الاثنين", "2026-01-19"),
    ("ar", "سيتم الافتتاح يوم الخميس", "2026-01-15"),
    ("ar", "سيدخل الاتفاق حيز التنفيذ الجمعة", "2026-01-16"),
    ("ar", "سترسل لندن سفينة الاثنين", "2026-01-19"),
    ("ar", "غرقت سيارة وستة قوارب الاثنين", "2026-01-12"),  # words that only look like it
    ("ar", "سيطر الجيش على البلدة الجمعة", "2026-01-09"),  # "seized", no future
    ("fa", "نشست روز جمعه برگزار خواهد شد", "2026-01-16"),
    ("fa", "نشست روز جمعه برگزار شد", "2026-01-09"),
    ("en", "The envoys will meet on Friday", "2026-01-16"),
    ("en", "The envoys met on Friday", "2026-01-09"),
    ("en", "A ceremony was planned for 10:30 a.m. on Friday", "2026-01-16"),
    ("en", "It said on Friday that it will leave", "2026-01-09"),
    ("ar", "طالبوهم بأن ينسحبوا في مايو", "2026-05-01..2026-05-31"),
    ("en", "Twelve men were killed in June", "2025-06-01..2025-06-30"),
    ("en", "The storm in June swept two villages away", "2025-06-01..2025-06-30"),
    ("en", "The sides agreed to meet in June", "2026-06-01..2026-06-30"),
    ("en", "The vote is now set for June", "2026-06-01..2026-06-30"),
    ("en", "The minister said that polls open in June", "2026-06-01..2026-06-30"),
    ("en", "The talks are due to begin in November", "2026-11-01..2026-11-30"),
    ("en", "Shipments will resume in three weeks", "2026-02-04"),
    ("ar", "سيبدأ العمل بعد أسبوع", "2026-01-21"),
    ("en", "Unions called a protest for Tuesday", "2026-01-20"),
    ("en", "Police made arrests over Monday's protest", "2026-01-12"),
    ("en", "A curfew takes effect from Thursday", "2026-01-15"),
    ("en", "The new rules apply starting on Friday", "2026-01-16"),
    ("en", "It appealed for funds to feed them through November", "..2026-11-30"),
    ("en", "The summit may be held in November", "2026-11-01..2026-11-30"),
    ("ar", "ودعا الاتحاد إلى إضراب عام الخميس", "2026-01-15"),
    ("ar", "دعت اللجنة الثلاثاء إلى وقف القتال", "2026-01-13"),
    ("fa", "از نوامبر تاکنون", "2025-11-01..2026-01-14"),
    ("en", "according to figures available on Sunday, deaths rose", "2026-01-11"),
    ("en", "The raids, beginning December 29, may go on", "2025-12-29"),
    ("en", "In October, rebels killed 40 men", "2025-10-01..2025-10-31"),
]


@pytest.mark.parametrize(("lang", "text", "expected"), FUTURE)
def test_the_clause_tells_past_from_future(lang: str, text: str, expected: str) -> None:
    assert period(only(text, lang)) == expected


def test_a_full_date_beside_an_adverb_says_it_all() -> None:
    mention = only("فجر اليوم الاثنين 5 يناير/كانون الثاني 2026", "ar")
    assert (period(mention), mention.relative) == ("2026-01-05", False)


def test_where_adverb_and_weekday_disagree_the_weekday_holds() -> None:
    # published on Wednesday about "today, Monday"
    mention = only("في بيان اليوم الاثنين", "ar")
    assert (period(mention), mention.note) == ("2026-01-12", "the weekday does not fit the date")


HOME = [
    ("سال گذشته", "2025-01-01..2025-12-31"),
    ("سال گذشته در فروردین ۱۴۰۳", "2024-03-20..2025-03-20"),
    ("سال گذشته در سپتامبر ۲۰۲۴", "2025-01-01..2025-12-31"),
]


@pytest.mark.parametrize(("text", "expected"), HOME)
def test_last_year_of_a_persian_text_counts_in_the_calendar_it_dates_by(text: str, expected: str) -> None:
    assert period(find_dates(text, "fa", REFERENCE)[0]) == expected
