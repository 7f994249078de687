"""Dates in Arabic, Persian and English text, resolved to Gregorian periods; clock times are told apart from them.

`find_dates` is the public door. `scan` does the same on tokens and numerals that exist already, and returns beside the
dates the times that are none, so that no numeral inside either is taken for a figure.
"""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache

from extract import numbers
from extract.dates.alphabet import ALPHABET, DATES, TIMES
from extract.dates.atoms import stretches
from extract.dates.cascade import Node
from extract.dates.context import Context
from extract.dates.grammar import passes
from extract.dates.model import Calendar, DateMention, Precision, Reading, Temporals, TimeExpression, TimeKind
from extract.dates.vocabulary import vocabulary
from extract.numbers import Numeral
from extract.text import Tokens, tokenize

__all__ = ["Calendar", "DateMention", "Precision", "Temporals", "TimeExpression", "TimeKind", "find_dates", "scan"]

_LANGS = ("ar", "fa", "en")
_SHORT = 4  # nodes; so few kinds in a row are bounded in number
_JALALI_YEARS = range(1300, 1451)


def find_dates(text: str, lang: str, reference: date | None = None) -> list[DateMention]:
    """Every date and period that `text` mentions, in order, never overlapping, as Gregorian periods.

    `lang` is "ar", "fa" or "en"; anything else raises ValueError. `reference` is the day of publication; without it
    only absolute dates resolve. Spans are half-open code points of `text`; they hold the weekday, the year and words
    such as "since" and "until" that bear on the meaning, but no other preposition.
    """
    if lang not in _LANGS:
        raise ValueError(f"language {lang!r} is not read; use one of {', '.join(_LANGS)}")
    tokens = tokenize(text)
    return scan(tokens, numbers.scan(tokens, lang), lang, reference).dates


def scan(tokens: Tokens, numerals: Sequence[Numeral], lang: str, reference: date | None = None) -> Temporals:
    """Dates and other expressions of time among `tokens`, whose numerals `extract.numbers.scan` has found."""
    words = vocabulary(lang)
    found = list(stretches(tokens, numerals, words))
    temporals = Temporals([], [])
    if not found:
        return temporals
    if isinstance(reference, datetime):
        reference = reference.date()
    context = Context(tokens, words, reference, _home(lang, found))
    cascade, still = passes(lang), _still(lang)
    for nodes in found:
        letters = ALPHABET.spell(nodes)
        if letters in still:
            continue
        if len(letters) <= _SHORT and not any(each.matches(letters) for each in cascade):
            still.add(letters)
            continue
        for each in cascade:
            nodes, letters = each.rewrite(nodes, letters, context)
        for node in nodes:
            _collect(tokens, node, temporals)
    return temporals


@cache
def _still(lang: str) -> set[str]:
    """Kinds of nodes in a row that no rule matches, as far as seen: most stretches of a text."""
    return set()


def _home(lang: str, found: list[list[Node]]) -> Calendar:
    """The calendar of "last year" in this text: Jalali where a Persian text dates by it more than by the Gregorian."""
    if lang != "fa":
        return Calendar.GREGORIAN
    balance = 0
    for nodes in found:
        for node in nodes:
            if node.kind == "monthname":
                balance += {"jalali": 1, "gregorian": -1}.get(node.tag, 0)
            elif node.kind == "year4":
                balance += 1 if node.value in _JALALI_YEARS else -1
    return Calendar.JALALI if balance > 0 else Calendar.GREGORIAN


def _collect(tokens: Tokens, node: Node, temporals: Temporals) -> None:
    reading = node.meaning
    if node.kind in TIMES:
        span = tokens.folded.origin(node.start, node.end)
        kind = TimeKind.CLOCK if node.kind == "time" else TimeKind.FRAME
        temporals.times.append(TimeExpression(span, kind, node.first, node.stop))
    elif node.kind in DATES and isinstance(reading, Reading):
        temporals.dates.append(
            DateMention(
                tokens.folded.origin(node.start, node.end),
                reading.first,
                reading.last,
                reading.precision,
                reading.relative,
                reading.calendar,
                str(reading.note),
                node.first,
                node.stop,
            )
        )
