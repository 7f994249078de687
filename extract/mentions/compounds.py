"""One measure told in two parts: "62 tonnes and 400 kilograms", "ساعتين ونصف الساعة", «یک سال و شش ماه».

The figure is in the larger unit where that gives a finite decimal, else in the smaller ("two hours and 20 minutes" is
140 minutes). A bare singular before its part is one of it ("طن ومئتي كيلوغرام").
"""

from dataclasses import replace
from decimal import Decimal

from extract.mentions.counts import Count
from extract.mentions.head import Head, known
from extract.mentions.hedges import find_hedge
from extract.mentions.measures import unit
from extract.mentions.quantity import Quantity, bounds, in_years
from extract.mentions.scene import AND, Scene
from extract.ontology.phrases import STEMS, arabic_cases
from extract.schema import Qualifier

# How many of the smaller unit make one of the larger.
_PARTS = {
    ("t", "kg"): 1000,
    ("km", "m"): 1000,
    ("year", "month"): 12,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
}
_DECIMALS = 6
_HALF = "نيم"
_MEASURED = frozenset(("duration", "distance", "weight", "area"))
_DETERMINERS = frozenset(("the", "its", "their", "his", "her", "our", "all", "those", "these"))
_ONE = {"ar": frozenset[str](), "fa": frozenset(("يك",)), "en": frozenset(("a", "an", "one"))}


def compound(scene: Scene, previous: Quantity | None, part: Quantity) -> Quantity | None:
    """The whole that `part` completes, or None; `previous` is the quantity before it, if any."""
    if part.qualifier is not Qualifier.EXACT or part.value is None or part.count.dual is not None:
        return None
    stop = _whole_stop(scene, part)
    if stop is None:
        return None
    whole = previous if previous is not None and previous.stop == stop else _one(scene, stop)
    total = _sum(scene, whole, part) if whole is not None else None
    if whole is None or total is None:
        return None
    number, measure = total
    count = replace(whole.count, value=number, stop=part.count.stop, end=part.count.end)
    value, low, high = bounds(count, whole.qualifier)
    return replace(whole, stop=part.stop, end=part.end, value=value, low=low, high=high, unit=measure, count=count)


def _whole_stop(scene: Scene, part: Quantity) -> int | None:
    """The token after the whole, when only "and" stands before `part`."""
    forms, first = scene.tokens.forms, part.first
    if part.start > scene.tokens.starts[first] and forms[first][0] == "و":
        return first
    return first - 1 if first and forms[first - 1] in AND and forms[first - 1].isalpha() else None


def _sum(scene: Scene, whole: Quantity, part: Quantity) -> tuple[Decimal, str] | None:
    """The value and unit of both together, or None where they are two measures."""
    if part.value is None or whole.value is None or whole.unit is None:
        return None
    fraction = part.count.numeral is not None and part.count.numeral.fraction
    if fraction and part.unit == whole.unit:
        return whole.value + part.value, whole.unit
    if part.unit is None:
        bare = part.kind == "share" and part.value < 1 and not _has_whole(scene, part.stop)
        one = whole.value / whole.count.value if whole.count.value else Decimal(1)  # ten, of decades told in years
        return (whole.value + part.value * one, whole.unit) if bare and whole.kind in _MEASURED else None
    ratio = _PARTS.get((whole.unit, part.unit))
    if ratio is None or part.value >= ratio:
        return None
    share = part.value / ratio
    if share == round(share, _DECIMALS):
        return whole.value + share, whole.unit
    return whole.value * ratio + part.value, part.unit


def _has_whole(scene: Scene, at: int) -> bool:
    """Whether the words from token `at` on say what a fraction is of: "a quarter of the island", "ونصف السكان"."""
    tokens = scene.tokens
    if scene.lexicon.lang == "fa" and tokens.form(at - 1) == _HALF:
        return False  # «هشت سال و نیم زندان»; half of a thing would be «نیمی از»
    if scene.lexicon.lang == "en" and tokens.form(at) == "of":
        return tokens.form(at + 1) in _DETERMINERS
    definite = scene.lexicon.lang == "ar" and tokens.form(at).startswith("ال")
    return definite or known(tokens, at, scene.lexicon) is not None


def _one(scene: Scene, stop: int) -> Quantity | None:
    """ "an hour" and its part, "طن" and its part: the bare singular of a unit that ends before token `stop`."""
    tokens, lexicon = scene.tokens, scene.lexicon
    at = stop - 1
    if at < 0 or scene.covered[at] or not _is_singular(scene, at):
        return None
    head = unit(tokens, Count(at, at, tokens.starts[at], tokens.starts[at]), lexicon)
    if head is None or head.stop != stop or head.kind not in _MEASURED:
        return None
    first = at
    if _ONE[lexicon.lang]:
        first = at - 1
        if tokens.form(first) not in _ONE[lexicon.lang]:
            return None
    count = Count(first, stop, tokens.starts[first], tokens.ends[at], value=Decimal(1))
    return _quantity(scene, count, head)


def _is_singular(scene: Scene, at: int) -> bool:
    """Whether an Arabic word is an indefinite singular without particles; other languages say their "one"."""
    if scene.lexicon.lang != "ar":
        return True
    stems = [stem.word for stem in STEMS["ar"](scene.tokens.forms[at]) if not stem.prefix and not stem.definite]
    bases = [base for word in stems for base, dual in arabic_cases(word) if not dual]
    return any(word in scene.lexicon.singulars for word in (*stems, *bases))


def _quantity(scene: Scene, count: Count, head: Head) -> Quantity:
    hedge = find_hedge(scene, count, head)
    measured, named = in_years(count, head.unit)
    value, low, high = bounds(measured, hedge.qualifier)
    return Quantity(
        hedge.first, hedge.stop, hedge.start, hedge.end, head.kind, hedge.qualifier, value, low, high, named, None,
        None, count,
    )  # fmt: skip
