"""Lengths of time, the bricks of "three months ago" and "in the last eight days".

A duration alone yields no mention: "11 years of war" is a figure, and the quantity layer's.
"""

from decimal import Decimal

from extract.dates.cascade import Duration, Match, Node
from extract.dates.model import Precision

_VAGUE_COUNT = 3  # "a few", "several", "بضعة", «چند»
_LARGEST = 100_000  # units; beyond it nothing is dated
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_PRECISIONS = {
    "day": Precision.DAY, "business_day": Precision.DAY, "week": Precision.WEEK, "fortnight": Precision.WEEK,
    "weekend": Precision.WEEK, "month": Precision.MONTH, "year": Precision.YEAR, "decade": Precision.DECADE,
    "century": Precision.CENTURY,
}  # fmt: skip
_HOURS = frozenset("hour hours hrs ساعه ساعات ساعت".split())
_FINENESS = [Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.YEAR, Precision.DECADE, Precision.CENTURY]


def length_of(unit: str, count: Decimal, vague: bool) -> Duration | None:
    """`count` units of time."""
    if not 0 < count <= _LARGEST:
        return None
    if unit == "clock":
        return Duration(0, 0, Precision.DAY, sub_day=True)
    precision = Precision.VAGUE if vague else _PRECISIONS[unit]
    if unit == "business_day":
        return Duration(0, 0, precision, working_days=int(count))
    months = count * _MONTHS.get(unit, 0)
    days = count * _DAYS.get(unit, 0) + (months - int(months)) * 30
    return Duration(int(months), int(days), precision, unit if vague else "")


def count_of(node: Node) -> Decimal:
    """The number that a node counts."""
    if node.kind == "one":
        return Decimal(1)
    return Decimal(node.tag) if node.kind == "decimal" else Decimal(node.value)


def counted(match: Match) -> Duration | None:
    """ "Three months", «چند روز»."""
    count = match["c"]
    return counted_length(match, match["u"], count_of(count), count.kind == "vague")


def counted_length(match: Match, unit: Node, count: Decimal, vague: bool = False) -> Duration | None:
    """`count` of the units that `unit` names, hours told from minutes."""
    length = length_of(unit.tag, count, vague)
    if length and length.sub_day and not vague and match.context.form(unit.first).removeprefix("ال") in _HOURS:
        return length._replace(hours=int(count))
    return length


def dual(match: Match) -> Duration | None:
    """ "يومين", "شهران": two by its form."""
    return length_of(match["u"].tag, Decimal(2), vague=False)


def single(match: Match) -> Duration | None:
    """ "A month", "شهر": one of the unit."""
    return length_of(match["u"].tag, Decimal(1), vague=False)


def one(match: Match) -> Duration | None:
    """ "يوم واحد"."""
    return single(match) if match["n"].value == 1 else None


def plural(match: Match) -> Duration | None:
    """ "days ago", "قبل أسابيع": a few."""
    return length_of(match["u"].tag, Decimal(_VAGUE_COUNT), vague=True)


def half(match: Match) -> Duration | None:
    """ "half a year", «نیم قرن»."""
    return length_of(match["u"].tag, Decimal("0.5"), vague=False)


def and_fraction(match: Match) -> Duration | None:
    """ "a year and a half", "ثلاث سنوات وربع": the fraction is of the finest unit said."""
    whole, fraction = match.duration("a"), match["h"]
    share = Decimal(fraction.tag) if fraction.kind == "decimal" else Decimal(1) / (fraction.value or 2)
    if not 0 < share < 1:
        return None
    months = {Precision.YEAR: 12, Precision.DECADE: 120, Precision.CENTURY: 1200}.get(whole.precision, 0)
    days = {Precision.MONTH: 30, Precision.WEEK: 7}.get(whole.precision, 0)
    return whole._replace(months=whole.months + int(months * share), days=whole.days + int(days * share))


def total(match: Match) -> Duration | None:
    """ "Two years and three months": the sum of two to four lengths."""
    found = match.duration("a")
    for name in ("b", "c", "d"):
        if match.get(name):
            found = plus(found, match.duration(name))
    return found


def plus(first: Duration, second: Duration) -> Duration:
    """The sum, as precise as its finest part."""
    vague = first.vague or second.vague
    order = [part for part in _FINENESS if part in (first.precision, second.precision)]
    precision = Precision.VAGUE if vague else order[0]
    return Duration(
        first.months + second.months,
        first.days + second.days,
        precision,
        vague,
        first.sub_day or second.sub_day,
        first.working_days + second.working_days,
    )


def approximate(match: Match) -> Duration | None:
    """ "About three months" is as long as three months."""
    return match.duration("a")
