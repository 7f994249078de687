"""Ranges: two numerals that bound one quantity ("10-15", "ما بين 10 و15", "12 to 15", "۱۰ تا ۱۵")."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from extract.mentions.counts import Count
from extract.mentions.quantity import Quantity
from extract.ontology.words import words
from extract.schema import Qualifier
from extract.text import Tokens

# Between the numerals: these make a range by themselves ...
_JOINERS = {
    "ar": frozenset(("-", "الي", "حتي", "او")),
    "fa": frozenset(("-", "تا", "الي", "يا")),
    "en": frozenset(("-", "to", "or")),
}
# ... and these only after an opening word.
_AND = {"ar": "و", "fa": "و", "en": "and"}
_BETWEEN = frozenset(("بين", "مابين", "وبين", "between"))
_FROM = frozenset(("من", "ومن", "از", "from"))
_CHANGE_REACH = 9
_TO = "تا"
_UNIT_JOINERS = {
    "ar": (["-"], ["الي"]),
    "fa": (["-"], [_TO]),
    "en": (["-"], ["to"]),
}  # of units
_PARTS = {("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24, ("hour", "minute"): 60}
_SCALES = {
    "الف": 10**3, "الفا": 10**3, "الاف": 10**3, "مليون": 10**6, "مليونا": 10**6, "ملايين": 10**6, "مليار": 10**9,
    "مليارا": 10**9, "مليارات": 10**9, "هزار": 10**3, "ميليون": 10**6, "ميليارد": 10**9, "thousand": 10**3,
    "million": 10**6, "billion": 10**9, "trillion": 10**12, "hundred": 10**2, "k": 10**3, "m": 10**6, "bn": 10**9,
}  # fmt: skip


def join_ranges(tokens: Tokens, counts: list[Count], lang: str) -> list[Count]:
    """`counts` with every two that bound one quantity made one, whose place includes the opening word."""
    joined: list[Count] = []
    for count in counts:
        first = _opening(tokens, joined[-1], count, lang) if joined else None
        if first is None:
            joined.append(count)
            continue
        low = joined.pop()
        joined.append(
            replace(
                count,
                first=first,
                start=low.start if first == low.first else _start(tokens, first),
                value=None,
                low=_lower_bound(tokens, low, count),
                high=count.value,
            )
        )
    return joined


def _opened(tokens: Tokens, index: int, lang: str) -> int:
    """The first token of "between", "ما بين", before token `index`."""
    return index - (2 if tokens.form(index - 2) in ("ما", "وما") and lang == "ar" else 1)


def _start(tokens: Tokens, first: int) -> int:
    """Where a range begins that token `first` opens; an attached و stays outside."""
    return tokens.starts[first] + (1 if tokens.forms[first] in ("وبين", "وما") else 0)


def measured_twice(tokens: Tokens, low: Quantity, high: Quantity, lang: str) -> Quantity | None:
    """The range of two quantities that both say their measure ("between 20% and 30%", "$12 million to $15 million")."""
    if lang == "fa" and low.unit != high.unit:
        low = _in_unit(low, high.unit)
    if low.unit is None or low.unit != high.unit or {low.qualifier, high.qualifier} != {Qualifier.EXACT}:
        return None
    if low.value is None or high.value is None or low.count.dual or high.count.dual:
        return None
    bound = _lower_bound(tokens, low.count, high.count)
    between = tokens.forms[low.stop : high.first]
    attached = high.start > tokens.starts[high.first] and tokens.forms[high.first][0] == "و"
    joined = between[0] in _JOINERS[lang] | {_AND[lang]} if len(between) == 1 else attached and not between
    opened = tokens.form(low.first - 1) in _BETWEEN
    led = tokens.form(low.first - 1) in _FROM or (low.kind != "duration" and _tells_change(tokens, low.first, lang))
    bounded = joined and not led and between[:1] in (_UNIT_JOINERS[lang] if low.kind != "duration" else [[_TO]])
    if not (opened or bounded) or not joined or bound >= high.value:
        return None
    first = _opened(tokens, low.first, lang) if opened else low.first
    count = replace(high.count, first=low.count.first, start=low.count.start, value=None, low=bound, high=high.value)
    return replace(
        high, first=first, start=_start(tokens, first) if opened else low.start, qualifier=Qualifier.RANGE,
        value=None, low=bound,
        high=high.value, count=count,
    )  # fmt: skip


def _in_unit(low: Quantity, unit: str | None) -> Quantity:
    """`low` told in the unit of the other bound, where it is a finite part of that: «شش ماه تا دو سال»."""
    many = _PARTS.get((unit or "", low.unit or ""))
    part = low.value / many if many and low.value is not None else None
    if part is None or part != round(part, 4):
        return low
    return replace(low, value=part, unit=unit, count=replace(low.count, value=part))


def _opening(tokens: Tokens, low: Count, high: Count, lang: str) -> int | None:
    """The first token of the range that `low` and `high` make, or None where they make none."""
    if low.value is None or high.value is None or low.dual or high.dual or not _in_order(tokens, low, high):
        return None
    between = tokens.forms[low.stop : high.first]
    attached = high.start > tokens.starts[high.first] and tokens.forms[high.first][0] == "و"
    opener = tokens.form(low.first - 1)
    if (between == [_AND[lang]] or (not between and attached)) and opener in _BETWEEN:
        return _opened(tokens, low.first, lang)
    if len(between) == 1 and between[0] in _JOINERS[lang]:
        if opener in _BETWEEN:
            return _opened(tokens, low.first, lang)
        if opener in _FROM:
            return None if _tells_change(tokens, low.first - 1, lang) else low.first - 1
        return None if between[0] == "-" and not _is_dash(tokens, low, high) else low.first
    return low.first if lang == "fa" and not between and _are_neighbours(tokens, low, high) else None


def _are_neighbours(tokens: Tokens, low: Count, high: Count) -> bool:
    """«دو سه نفر»: two number words that follow each other in counting are a Persian range."""
    if not (tokens.forms[low.first].isalpha() and tokens.forms[high.first].isalpha() and low.value):
        return False
    bound = _lower_bound(tokens, low, high)
    return low.value < 10 and high.value == bound + bound / low.value


def _in_order(tokens: Tokens, low: Count, high: Count) -> bool:
    return high.value is not None and _lower_bound(tokens, low, high) < high.value


def _is_dash(tokens: Tokens, low: Count, high: Count) -> bool:
    """A dash joins both numerals or stands free of both; "10 -15" has a minus sign or a bullet."""
    return tokens.joined(low.stop - 1) == tokens.joined(high.first - 1)


def _lower_bound(tokens: Tokens, low: Count, high: Count) -> Decimal:
    """The lower bound, in the upper one's scale where that is said only once ("2 to 3 million", "بين 3 و5 آلاف")."""
    low_value, high_value = low.value or Decimal(0), high.value or Decimal(0)  # neither is null here
    scale = _SCALES.get(tokens.forms[high.stop - 1])
    if scale and tokens.forms[low.stop - 1] not in _SCALES and low_value < scale and low_value * scale < high_value:
        return low_value * scale
    return low_value


def _tells_change(tokens: Tokens, index: int, lang: str) -> bool:
    """ "rose from 12 to 15": two quantities at two times, not one between two bounds."""
    first, _ = tokens.sentence(index)
    window = tokens.forms[max(first, index - _CHANGE_REACH) : index]
    return any(form.lstrip("و").startswith(tuple(words("change", lang))) for form in window)


def is_score(tokens: Tokens, low: Count, high: Count) -> bool:
    """ "3-1": two small joined numerals in falling or equal order, which bound nothing."""
    return (
        low.value is not None
        and high.value is not None
        and tokens.forms[low.stop : high.first] == ["-"]
        and tokens.joined(low.stop - 1)
        and tokens.joined(high.first - 1)
        and low.value >= high.value
    )


def scores(tokens: Tokens, counts: list[Count]) -> set[int]:
    """First tokens of the counts that are halves of a score or another falling pair of joined numerals."""
    return {count.first for low, high in pairwise(counts) if is_score(tokens, low, high) for count in (low, high)}
