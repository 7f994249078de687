"""Clock times and frames: no dates, but found, so that their numerals are no figures."""

from itertools import pairwise

import pytest

from extract.dates import TimeKind, scan
from extract.numbers import scan as scan_numbers
from extract.text import tokenize


def times(text: str, lang: str) -> list[tuple[str, TimeKind]]:
    tokens = tokenize(text)
    found = scan(tokens, scan_numbers(tokens, lang), lang)
    return [(time.span.of(text), time.kind) for time in found.times]


CLOCK = [
    ("ar", "00,20 بتوقيت جرينتش"),
    ("ar", "الساعة العاشرة"),
    ("ar", "الساعة العاشرة والنصف صباحا بتوقيت غرينتش"),
    ("ar", "الساعة 20:30"),
    ("ar", "8 مساء"),
    ("fa", "ساعت ۸ شب"),
    ("fa", "ساعت ۱۱ و ۴۵ دقیقه"),
    ("fa", "ساعت هشت و نیم صبح"),
    ("fa", "۵ عصر"),
    ("en", "10:30 a.m. local time"),
    ("en", "5 pm"),
    ("en", "0700 GMT"),
    ("en", "14:30:05"),
    ("en", "five o'clock"),
]
FRAMES = [
    ("ar", "بعد ساعات"),
    ("ar", "قبل 24 ساعة"),
    ("ar", "الـ12 ساعة الماضية"),
    ("ar", "الساعات الـ36 المقبلة"),
    ("ar", "في غضون ثلاثة أشهر"),
    ("fa", "۱۰ دقیقه پیش"),
    ("fa", "ساعاتی پیش"),
    ("fa", "پس از ۴۵ دقیقه"),
    ("fa", "۱۲ ساعت گذشته"),
    ("en", "after several hours"),
    ("en", "10 minutes ago"),
    ("en", "next 24 minutes"),
    ("en", "within 48 hours"),
    ("en", "two days earlier"),
]


@pytest.mark.parametrize(("lang", "text"), CLOCK)
def test_clock(lang: str, text: str) -> None:
    assert times(text, lang) == [(text, TimeKind.CLOCK)]


@pytest.mark.parametrize(("lang", "text"), FRAMES)
def test_frames(lang: str, text: str) -> None:
    assert times(text, lang) == [(text, TimeKind.FRAME)]


HANGING = [
    ("ar", "بعد ثلاثة أيام من الهجوم", "بعد ثلاثة أيام"),
    ("ar", "قبل يومين من الانتخابات", "قبل يومين"),
    ("fa", "دو روز پس از حمله", "دو روز پس از"),
    ("en", "three days after the attack", "three days after"),
    ("en", "two days later he resigned", "two days later"),
]


@pytest.mark.parametrize(("lang", "text", "quote"), HANGING)
def test_a_point_that_hangs_on_another_event_is_no_date(lang: str, text: str, quote: str) -> None:
    assert times(text, lang) == [(quote, TimeKind.FRAME)]


def test_dates_and_times_share_no_token() -> None:
    text = "On Tuesday, Dec. 30, 2025 at 10:30 a.m., two hours after midnight on Jan. 1"
    tokens = tokenize(text)
    found = scan(tokens, scan_numbers(tokens, "en"), "en")
    ranges = sorted((each.first_token, each.stop_token) for each in (*found.dates, *found.times))
    assert len(ranges) == 4
    assert all(before[1] <= after[0] for before, after in pairwise(ranges))


def test_every_numeral_of_a_date_lies_inside_its_tokens() -> None:
    text = "أُعلن في الـ27 من أيلول 2024 عن 37 عملية"
    tokens = tokenize(text)
    numerals = scan_numbers(tokens, "ar")
    (mention,) = scan(tokens, numerals, "ar").dates
    inside = [int(n.value) for n in numerals if mention.first_token <= n.first and n.stop <= mention.stop_token]
    assert inside == [27, 2024]
