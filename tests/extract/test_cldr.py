"""What CLDR writes, we read: an independent source of how three languages write dates, numbers, money and measures.

Babel formats a value by the rules of each locale; reading the text back must give the value. Formats whose day and month
cannot be told apart are left out, but for those that a weekday decides.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest
from babel import Locale, localedata
from babel.dates import format_date, format_skeleton, format_timedelta
from babel.numbers import format_compact_decimal, format_currency, format_decimal, format_percent
from babel.units import format_unit

from extract import Article, extract
from extract.dates import find_dates
from extract.numbers import find_numbers

LOCALES = sorted(
    name
    for name in localedata.locale_identifiers()
    if name.split("_")[0] in ("ar", "fa", "en") and "Dsrt" not in name and "Shaw" not in name
)
MAIN = ("ar", "ar_EG", "fa", "en")
UNREAD = {
    "fa_AF": "CLDR's three-letter months (دسم، می) are no word of Dari news",
}
CURRENCIES = (
    "USD EUR GBP IQD IRR SAR AED KWD QAR BHD OMR JOD LBP SYP EGP SDG LYD TND DZD MAD YER TRY AFN PKR INR CNY JPY RUB CHF "
    "SEK NOK UAH ILS"
).split()
NOT_IN_THE_NEWS = {("fa", "ILS"), ("ar", "AFN"), ("ar_EG", "AFN")}  # CLDR's name is not the papers' (شِکِل جدید)
UNITS = {
    "length-kilometer": "km", "length-meter": "m", "area-square-kilometer": "km2", "area-square-meter": "m2",
    "area-hectare": "ha", "mass-kilogram": "kg", "mass-tonne": "t", "duration-minute": "minute", "duration-hour": "hour",
    "duration-day": "day", "duration-week": "week", "duration-month": "month", "duration-year": "year",
}  # fmt: skip
SENTENCE = {
    "ar": "أعلنت الوزارة عن {} أمس.",
    "fa": "وزارتخانه از {} خبر داد.",
    "en": "The ministry spoke of {} on Sunday.",
}


def days(locale: str) -> Iterator[date]:
    chance = random.Random(locale)  # noqa: S311 - the same values in every run
    for _ in range(4):
        yield date(2010, 1, 1) + timedelta(days=chance.randrange(6000))


@pytest.mark.parametrize("locale", LOCALES)
def test_a_date_in_full(locale: str) -> None:
    for day in days(locale):
        texts = [format_date(day, width, locale=locale) for width in ("full", "long")]
        if "MMM" in Locale.parse(locale).date_formats["medium"].pattern and locale not in UNREAD:
            texts.append(format_date(day, "medium", locale=locale))
        for text in texts:
            found = find_dates(text, locale[:2], day + timedelta(days=3))
            assert [(mention.first, mention.last) for mention in found] == [(day, day)], text


@pytest.mark.parametrize("locale", LOCALES)
def test_a_weekday_tells_the_day_from_the_month(locale: str) -> None:
    for day in days(locale):
        text = format_skeleton("yMEd", day, locale=locale)
        swapped = date(day.year, day.day, day.month) if day.day <= 12 else day
        if swapped.weekday() == day.weekday():
            continue
        found = find_dates(text, locale[:2], day + timedelta(days=3))
        assert [(mention.first, mention.note) for mention in found] == [(day, "")], text


@pytest.mark.parametrize("locale", MAIN)
@pytest.mark.parametrize(("unit", "length"), [("day", 1), ("week", 7), ("month", 30), ("year", 365)])
def test_how_long_ago(locale: str, unit: str, length: int) -> None:
    today = date(2024, 6, 12)
    for count in (1, 2, 3, 7, 11, 15, 100):
        text = format_timedelta(
            timedelta(days=-length * count), granularity=unit, threshold=10_000, add_direction=True, locale=locale
        )
        months = today.year * 12 + today.month - 1 - count
        expected = {
            "day": today - timedelta(days=count),
            "week": today - timedelta(weeks=count),
            "month": date(months // 12, months % 12 + 1, today.day),
            "year": today.replace(year=today.year - count),
        }[unit]
        found = find_dates(text, locale[:2], today)
        assert [(mention.first, mention.last) for mention in found] == [(expected, expected)], text


@pytest.mark.parametrize("locale", MAIN)
def test_numbers(locale: str) -> None:
    chance = random.Random(locale)  # noqa: S311 - the same values in every run
    for system in ("latn", "default"):
        for _ in range(40):
            value = chance.choice([Decimal(chance.randrange(10**9)), Decimal(chance.randrange(10**6)) / 100])
            round_one = Decimal(chance.randrange(1, 99) * 10 ** chance.randrange(3, 11))
            texts = {
                format_decimal(value, locale=locale, numbering_system=system): value,
                format_percent(
                    value / 10_000, locale=locale, numbering_system=system, decimal_quantization=False
                ): value / 100,
            }
            for width in ("long", "short"):
                text = format_compact_decimal(
                    round_one, format_type=width, locale=locale, fraction_digits=1, numbering_system=system
                )
                texts[text] = round_one
            for text, expected in texts.items():
                assert [numeral.value for numeral in find_numbers(text, locale[:2])] == [expected], text


def measured(text: str, lang: str) -> list[tuple[Decimal | None, str | None]]:
    article = Article.of(SENTENCE[lang].format(text), lang=lang, published=date(2024, 6, 12))
    return [(figure.value, figure.unit) for figure in extract(article).figures]


@pytest.mark.parametrize(
    ("locale", "currency"), [pair for pair in product(MAIN, CURRENCIES) if pair not in NOT_IN_THE_NEWS]
)
def test_money_by_name(locale: str, currency: str) -> None:
    for value in (Decimal("2.5"), Decimal(3), Decimal(100), Decimal(2_500), Decimal(1_000_000)):
        text = format_currency(
            value, currency, locale=locale, format_type="name", currency_digits=False, decimal_quantization=False
        )
        assert measured(text, locale[:2]) == [(value, currency)], text


@pytest.mark.parametrize("locale", MAIN)
@pytest.mark.parametrize("unit", UNITS)
def test_measures_by_name(locale: str, unit: str) -> None:
    for value in (Decimal("2.5"), Decimal(3), Decimal(11), Decimal(100), Decimal(2_500)):
        text = format_unit(value, unit, "long", locale=locale)
        if unit in text:
            continue  # no name in this locale
        assert measured(text, locale[:2]) == [(value, UNITS[unit])], text
