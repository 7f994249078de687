"""The publication date: from a header line in the text, or from the many ways that metadata writes a date.

Only a date that is certain counts. "12/31/2025" and Jalali years are left alone: a wrong reference would shift every
relative date in the article, while a missing one leaves them unresolved.
"""

import re
import unicodedata
from datetime import date, datetime
from typing import NamedTuple

from extract.span import Span

# " date 2026-01-01 " opens the text; whatever looks like a date there is header, readable or not.
_CLOCK = r"[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?"
_HEADER = re.compile(
    rf"\s*date[ \t]*:?[ \t]+(?P<value>\d{{1,4}}([-/.])\d{{1,2}}\2\d{{1,4}}(?:{_CLOCK})?)(?=\s|\Z)", re.IGNORECASE
)
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_PLAUSIBLE_YEARS = range(1800, 2200)  # news; a Jalali or Hijri year must not pass for a Gregorian one


class Header(NamedTuple):
    """What stands before the article: `span` is empty where nothing does, `value` is the date as written."""

    span: Span
    value: str


def find_header(text: str) -> Header:
    """The leading ` date YYYY-MM-DD ` of a text."""
    match = _HEADER.match(text)
    return Header(Span(0, match.end()), match["value"]) if match else Header(Span(0, 0), "")


def parse_date(value: str) -> date | None:
    """The day that `value` names (ISO 8601, year first with other separators, or RFC 2822), or None.

    A time is dropped without moving to another time zone: the day is the one that was printed.
    """
    text = "".join(_ascii_digit(character) for character in value.strip()[:64])
    match = _YEAR_FIRST.fullmatch(text)
    try:
        if match:
            found = date(int(match[1]), int(match[2]), int(match[3]))
        elif text.isascii() and text.isdigit():
            found = datetime.strptime(text, "%Y%m%d").date() if len(text) == 8 else None  # noqa: DTZ007
        else:
            from email.utils import parsedate_to_datetime  # takes as long to load as an article to read

            found = parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if found and found.year in _PLAUSIBLE_YEARS else None


def _ascii_digit(character: str) -> str:
    return str(unicodedata.decimal(character)) if character.isdecimal() else character
