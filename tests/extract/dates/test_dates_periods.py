"""Parts of periods, periods between dates, and open ends, by the codebook's settled cases."""

from datetime import date

import pytest

from extract.dates import DateMention, find_dates

REFERENCE = date(2026, 1, 14)


def only(text: str, lang: str) -> DateMention:
    (mention,) = find_dates(text, lang, REFERENCE)
    return mention


def period(mention: DateMention) -> str:
    first, last = (str(end) if end else "" for end in (mention.first, mention.last))
    return first if first == last else f"{first}..{last}"


PARTS = [
    # beginning of a year: its first quarter; end: its last; of a month: ten days
    ("ar", "مطلع عام 2024", "2024-01-01..2024-03-31"),
    ("ar", "أواخر العام 2024", "2024-10-01..2024-12-31"),
    ("ar", "منتصف عام 2024", "2024-04-01..2024-09-30"),
    ("ar", "نهاية سبتمبر/ أيلول الماضي", "2025-09-21..2025-09-30"),
    ("ar", "منتصف الشهر الجاري", "2026-01-11..2026-01-20"),
    ("ar", "أوائل الثمانينيات", "1980-01-01..1982-12-31"),
    ("fa", "آغاز سال ۲۰۲۴", "2024-01-01..2024-03-31"),
    ("fa", "اواخر آذر ۱۴۰۳", "2024-12-11..2024-12-20"),
    ("fa", "نیمه مهر", "2025-10-03..2025-10-12"),
    ("fa", "اوایل دهه ۷۰", "1991-03-21..1994-03-20"),
    ("en", "early 2024", "2024-01-01..2024-03-31"),
    ("en", "late last year", "2025-10-01..2025-12-31"),
    ("en", "mid-September 2025", "2025-09-11..2025-09-20"),
    ("en", "end of the year", "2026-10-01..2026-12-31"),
    ("en", "end of next month", "2026-02-19..2026-02-28"),
    # halves, quarters, thirds
    ("ar", "الربع الثالث من عام 2025", "2025-07-01..2025-09-30"),
    ("ar", "النصف الثاني من ديسمبر الماضي", "2025-12-16..2025-12-31"),
    ("fa", "نیمه دوم سال ۱۴۰۳", "2024-09-22..2025-03-20"),
    ("fa", "سه‌ماهه سوم سال ۲۰۲۵", "2025-07-01..2025-09-30"),
    ("en", "first half of 2026", "2026-01-01..2026-06-30"),
    ("en", "third quarter of last year", "2025-07-01..2025-09-30"),
    # the n-th of
    ("ar", "أول جمعة من يوليو", "2025-07-04"),
    ("ar", "الجمعة الأولى من رمضان", "2026-02-20"),
    ("ar", "آخر جمعة من رمضان", "2026-03-13"),
    ("ar", "الأسبوع الأول من سبتمبر", "2025-09-01..2025-09-07"),
    ("ar", "الأشهر الستة الأولى من عام 2025", "2025-01-01..2025-06-30"),
    ("ar", "آخر عشرة أيام من رمضان", "2026-03-10..2026-03-19"),
    ("ar", "العقد الأول من القرن الحالي", "2001-01-01..2010-12-31"),
    ("fa", "هفته دوم دی", "2025-12-29..2026-01-04"),
    ("en", "third Wednesday of previous month", "2025-12-17"),
    ("en", "last Friday of March", "2026-03-27"),
    ("en", "first three months of 2025", "2025-01-01..2025-03-31"),
    ("en", "last week of September 2025", "2025-09-24..2025-09-30"),
    # seasons
    ("ar", "صيف عام 2014", "2014-06-01..2014-08-31"),
    ("fa", "تابستان ۱۳۹۵", "2016-06-21..2016-09-21"),
    ("en", "winter 2024", "2024-12-01..2025-02-28"),
    # ages
    ("ar", "ثمانينيات القرن الماضي", "1980-01-01..1989-12-31"),
    ("ar", "القرن التاسع عشر", "1801-01-01..1900-12-31"),
    ("fa", "دهه شصت", "1981-03-21..1991-03-20"),
]
BOUNDS = [
    ("ar", "منذ عام 2022", "2022-01-01..2026-01-14"),
    ("ar", "حتى نهاية العام الجاري", "..2026-12-31"),
    ("ar", "حتى 30 سبتمبر 2026", "..2026-09-30"),
    ("ar", "قبل نهاية سبتمبر 2026", "2026-09-21..2026-09-30"),  # as "by the end of"
    ("ar", "قبل عام 2003", "..2002-12-31"),
    ("fa", "از سال ۲۰۱۴ تاکنون", "2014-01-01..2026-01-14"),
    ("fa", "از سال ۲۰۱۴", "2014-01-01..2026-01-14"),
    ("fa", "پس از سال ۲۰۰۳", "2004-01-01.."),
    ("en", "since Monday", "2026-01-12..2026-01-14"),
    ("en", "since October 19", "2025-10-19..2026-01-14"),
    ("en", "since June 19", "2025-06-19..2026-01-14"),
    ("en", "since 2014", "2014-01-01..2026-01-14"),
    ("en", "until September 2026", "..2026-09-30"),
    ("en", "through the end of March", "..2026-03-31"),
    ("en", "before 2014", "..2013-12-31"),
    ("ar", "اعتبارا من 1 أبريل", "2026-04-01.."),
    ("ar", "بدءا من الأربعاء المقبل", "2026-01-21.."),
    ("en", "starting March 20", "2026-03-20.."),
    ("ar", "منذ الخريف", "2025-09-01..2026-01-14"),
    ("en", "since the autumn", "2025-09-01..2026-01-14"),
    ("en", "before the summer of 2025", "..2025-05-31"),
    ("en", "after Jan. 5", "2026-01-06.."),
]
RANGES = [
    ("ar", "بين يناير ومارس 2025", "2025-01-01..2025-03-31"),
    ("ar", "من نوفمبر 2024 إلى مارس 2025", "2024-11-01..2025-03-31"),
    ("fa", "بین سپتامبر ۲۰۱۹ و ۲ مارس ۲۰۲۰", "2019-09-01..2020-03-02"),
    ("fa", "از دوشنبه تا چهارشنبه", "2026-01-12..2026-01-14"),
    ("en", "from March to May 2020", "2020-03-01..2020-05-31"),
    ("en", "from November to March 2020", "2019-11-01..2020-03-31"),  # the year is that of the end
    ("en", "between Jan. 2 and Jan. 8", "2026-01-02..2026-01-08"),
    ("en", "July-September", "2025-07-01..2025-09-30"),
    # when it ends is not the end of that time
    ("en", "the mission will end in 2027", "2027-01-01..2027-12-31"),
    ("en", "due to start September 2026", "2026-09-01..2026-09-30"),
    ("fa", "آغاز در سپتامبر ۲۰۲۶", "2026-09-01..2026-09-30"),
    ("en", "it will leave late in 2026", "2026-10-01..2026-12-31"),
    ("en", "from 2025 to end 2026", "2025-01-01..2026-12-31"),
    ("en", "two men jailed over 2019 bombing", "2019-01-01..2019-12-31"),
    # the year is that of the beginning
    ("ar", "من 5 نوفمبر 2024 حتى 10 يناير", "2024-11-05..2025-01-10"),
    ("fa", "از ۵ دی ۱۴۰۲ تا ۱۰ بهمن", "2023-12-26..2024-01-30"),
    ("en", "from January 5, 2024 until February 10", "2024-01-05..2024-02-10"),
    ("fa", "از اول عقرب تا آخر قوس ۱۴۰۴", "2025-10-23..2025-12-21"),
    ("fa", "از ابتدای سال ۱۴۰۴ تا پایان بهمن ۴۱ درگیری", "2025-03-21..2026-02-19"),  # 41 clashes, not of 1341
    # several days, months or years told one by one
    ("ar", "في 5 و6 و7 مارس 2024", "2024-03-05..2024-03-07"),
    ("ar", "خلال الأعوام 2014 و2015 و2016", "2014-01-01..2016-12-31"),
    ("ar", "يونيو/ يوليو 2024", "2024-06-01..2024-07-31"),
    ("fa", "۵، ۶ و ۷ اسفند ۱۴۰۲", "2024-02-24..2024-02-26"),
    ("en", "on March 5, 6, 7 and 8, 2024", "2024-03-05..2024-03-08"),
    ("en", "5, 6 and 7 March 2024", "2024-03-05..2024-03-07"),
]


@pytest.mark.parametrize(("lang", "text", "expected"), PARTS + BOUNDS)
def test_parts_and_bounds_keep_their_word(lang: str, text: str, expected: str) -> None:
    mention = only(text, lang)
    assert (mention.span.of(text), period(mention)) == (text, expected)


@pytest.mark.parametrize(("lang", "text", "expected"), RANGES)
def test_ranges(lang: str, text: str, expected: str) -> None:
    assert period(only(text, lang)) == expected


def test_by_a_date_is_that_date() -> None:
    for text, lang in (
        ("بحلول سبتمبر 2026", "ar"),
        ("تا سپتامبر ۲۰۲۶ پایان می‌یابد", "fa"),
        ("by September 2026", "en"),
    ):
        assert period(only(text, lang)) == "2026-09-01..2026-09-30"


def test_persian_ta_is_until_where_something_lasts() -> None:
    assert period(only("تا سپتامبر ۲۰۲۶ ادامه خواهد داشت", "fa")) == "..2026-09-30"


def test_persian_az_compares_without_meaning_since() -> None:
    assert only("بیشتر از سال ۲۰۲۴ بود", "fa").span.of("بیشتر از سال ۲۰۲۴ بود") == "سال ۲۰۲۴"


def test_since_without_a_reference_is_open() -> None:
    (mention,) = find_dates("since 2014", "en")
    assert (mention.first, mention.last, mention.relative) == (date(2014, 1, 1), None, False)


def test_the_middle_of_a_year_lies_between_its_beginning_and_its_end() -> None:
    early, middle, late = find_dates("early 2024, mid-2024, late 2024", "en")
    assert early.first == date(2024, 1, 1)
    assert late.last == date(2024, 12, 31)
    assert early.last
    assert middle.first
    assert middle.last
    assert late.first
    assert (middle.first - early.last).days == 1
    assert (late.first - middle.last).days == 1
