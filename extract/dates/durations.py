"""Lengths of time, the bricks of "three months ago" and "in the last eight days".

A duration alone yields no mention: "11 years of war" is a figure, and the quantity layer's.
"""

from decimal import Decimal

from extract.dates.cascade import Duration, Match, Node, Rule
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
_FINENESS = [Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.YEAR, Precision.DECADE, Precision.CENTURY]


def unit_rules(lang: str) -> list[Rule]:
    """Counted units become durations."""
    return [*_UNITS, *_BY_LANGUAGE[lang]]


def sum_rules() -> list[Rule]:
    """Durations side by side become one: "2 years, 1 month and 21 days", «سه سال و نیم»."""
    return _SUMS


def length_of(unit: str, count: Decimal, vague: bool) -> Duration | None:
    """`count` units of time."""
    if not 0 < count <= _LARGEST:
        return None
    if unit == "clock":
        return Duration(0, 0, Precision.DAY, vague, sub_day=True)
    precision = Precision.VAGUE if vague else _PRECISIONS[unit]
    if unit == "business_day":
        return Duration(0, 0, precision, vague, working_days=int(count))
    months = count * _MONTHS.get(unit, 0)
    days = count * _DAYS.get(unit, 0) + (months - int(months)) * 30
    return Duration(int(months), int(days), precision, vague)


def count_of(node: Node) -> Decimal:
    """The number that a node counts."""
    if node.kind == "one":
        return Decimal(1)
    return Decimal(node.tag) if node.kind == "decimal" else Decimal(node.value)


def _counted(match: Match) -> Duration | None:
    count = match["c"]
    return length_of(match["u"].tag, count_of(count), count.kind == "vague")


def _dual(match: Match) -> Duration | None:
    return length_of(match["u"].tag, Decimal(2), vague=False)


def _single(match: Match) -> Duration | None:
    return length_of(match["u"].tag, Decimal(1), vague=False)


def _plural(match: Match) -> Duration | None:
    """ "days ago", "قبل أسابيع": a few."""
    return length_of(match["u"].tag, Decimal(_VAGUE_COUNT), vague=True)


def _half(match: Match) -> Duration | None:
    """ "half a year", «نیم قرن»."""
    return length_of(match["u"].tag, Decimal("0.5"), vague=False)


def _and_half(match: Match) -> Duration | None:
    """ "a year and a half": the half is of the finest unit said."""
    whole = match.duration("a")
    if whole.sub_day:
        return whole
    unit = {Precision.YEAR: 6, Precision.DECADE: 60, Precision.CENTURY: 600}.get(whole.precision)
    if unit:
        return whole._replace(months=whole.months + unit)
    extra = {Precision.MONTH: 15, Precision.WEEK: 3}.get(whole.precision, 0)
    return whole._replace(days=whole.days + extra)


def _sum(match: Match) -> Duration | None:
    total = match.duration("a")
    for name in ("b", "c", "d"):
        if match.get(name):
            total = plus(total, match.duration(name))
    return total


def plus(one: Duration, other: Duration) -> Duration:
    """The sum, as precise as its finest part."""
    vague = one.vague or other.vague
    order = [part for part in _FINENESS if part in (one.precision, other.precision)]
    precision = Precision.VAGUE if vague else order[0]
    return Duration(
        one.months + other.months,
        one.days + other.days,
        precision,
        vague,
        one.sub_day or other.sub_day,
        one.working_days + other.working_days,
    )


def _approximate(match: Match) -> Duration | None:
    return match.duration("a")


_PREFIXED = "before|since|after|within|approximately|final|and"
_UNITS = [
    Rule("dur", "c:count u:unit1|units|subday", _counted),
    Rule("dur", "one c:vague u:unit1|units|subday", _counted),
    Rule("dur", "u:unit2|clock.two", _dual),
]
_BY_LANGUAGE: dict[str, list[Rule]] = {
    "ar": [
        Rule("dur", f"<{_PREFIXED} u:unit1|clock.one", _single),
        Rule("dur", "u:unit1|clock.one >and", _single),
        Rule("dur", "<before|since|after u:units|clock.many", _plural),
        Rule("dur", "u:units|clock.many few?  >past", _plural),
    ],
    "fa": [
        Rule("dur", "<after|before u:units|clock.many", _plural),
        Rule("dur", "division u:clock|clock.one|year.one|century.one", _half),
    ],
    "en": [
        Rule("dur", "u:units|clock.many >ago|later|earlier|from_now", _plural),
        Rule("dur", "division one? u:year.one|century.one|decade.one|clock.one|month.one", _half),
    ],
}
_SUMS = [
    Rule("dur", "a:dur ( and|comma )? b:dur", _sum),
    Rule("dur", "a:dur ( and|comma )? b:dur ( and|comma )? c:dur", _sum),
    Rule("dur", "a:dur ( and|comma )? b:dur ( and|comma )? c:dur ( and|comma )? d:dur", _sum),
    Rule("dur", "a:dur and one? half|division|decimal", _and_half),
    Rule("dur", "a:dur half", _and_half),
    Rule("dur", "approximately a:dur", _approximate),
    Rule("dur", "approximately a:dur and one? half|division|decimal", _and_half),
]
