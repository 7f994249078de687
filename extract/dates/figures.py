"""Dates and times in figures alone: 2016/02/22, 21-04-16, 5 / 9 / 1385, 10:30, 2014-2017.

Only the shape is judged here; what the parts mean depends on language, calendar and company, and is left to the rules.
"""

from typing import NamedTuple

from extract.text import Tokens

_SLASHES = frozenset("/-\\.")
_DESIGNATORS = frozenset(
    "v version versions iso isbn رقم شماره اصدار الاصدار نسخه نسخهء شبكه هاتف تلفن tel phone".split()
)


class Cluster(NamedTuple):
    """Two or three integers with one separator between, as tokens `[first, stop)`."""

    first: int
    stop: int
    parts: tuple[str, ...]
    separator: str


def clock(tokens: Tokens, index: int) -> int:
    """Where a clock time "10:30", "10:30:05" or "17 : 32" that begins at `index` stops, or `index`."""
    stop = index
    limits = (24, 59, 59)
    for place, limit in enumerate(limits):
        form = tokens.form(stop)
        if not form.isdecimal() or len(form) > 2 or int(form) > limit:
            break
        stop += 1
        if tokens.form(stop) != ":" or place == len(limits) - 1 or not tokens.form(stop + 1).isdecimal():
            return stop if place else index
        stop += 1
    return index


def cluster(tokens: Tokens, index: int) -> Cluster | None:
    """The cluster that begins at token `index`, which is a number, if its shape may be a date."""
    if not _stands_free(tokens, index):
        return None
    form = tokens.forms[index]
    if "." in form:
        parts = tuple(form.split("."))
        found = Cluster(index, index + 1, parts, ".")
        return found if _are_integers(parts) and 2 <= len(parts) <= 3 and _ends_free(tokens, index + 1, ".") else None
    separator = tokens.form(index + 1)
    if separator not in _SLASHES or not separator or not form.isdecimal():
        return None
    tight = tokens.joined(index)
    parts = [form]
    stop = index + 1
    while tokens.form(stop) == separator and len(parts) < 4 and tokens.joined(stop - 1) == tight:
        after = tokens.form(stop + 1).replace(",", " ").replace("،", " ").split()
        if not after or not after[0].isdecimal() or tokens.joined(stop) != tight:
            break
        parts += after
        stop += 2
    if not 2 <= len(parts) <= 3 or (len(parts) == 2 and not tight) or not _are_integers(tuple(parts)):
        return None
    return Cluster(index, stop, tuple(parts), separator) if _ends_free(tokens, stop, separator) else None


def _are_integers(parts: tuple[str, ...]) -> bool:
    return all(part.isdecimal() and len(part) in (1, 2, 4) for part in parts)


def _stands_free(tokens: Tokens, index: int) -> bool:
    """Whether no letter, sign or other number is glued before the number ("F-16", "+7", "3/12/2020")."""
    before = tokens.form(index - 1)
    if before in _DESIGNATORS or tokens.form(index - 2) in _DESIGNATORS:
        return False
    if not index or not tokens.joined(index - 1):
        return True
    return before in "([{\"'،,:؛|" or not before.isascii()


def _ends_free(tokens: Tokens, stop: int, separator: str) -> bool:
    after = tokens.form(stop)
    if not after or not tokens.joined(stop - 1):
        return True
    if after == separator or after in ("/", "-", "%"):
        return not tokens.form(stop + 1).isalnum() or not tokens.joined(stop)
    return not after.isalnum() or not after.isascii() or after == "t"  # 2025-12-31T10:30
