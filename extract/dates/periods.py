"""Parts of periods, and periods between two dates: "early 2026", "النصف الأول من العام", "the third Friday of May",
"from 3 May to 5 June", "since 2014", "until the end of the year".

"Since" runs to the reference and "until" has no beginning, as the codebook settles; the words themselves belong to the
mention, other prepositions do not.
"""

from datetime import date, timedelta

from extract.dates import calendars
from extract.dates.calendars import Period
from extract.dates.cascade import Match, Rule
from extract.dates.context import Context
from extract.dates.model import Note, Precision, Reading, unresolved
from extract.dates.relative import season_in, unit_reading
from extract.dates.resolve import day_reading, related, within, year_reading

_THIRDS = {"early": (0, 10), "mid": (10, 20), "late": (-10, 0)}  # days of a month
_BIG_PARTS = frozenset((Precision.MONTH, Precision.YEAR, Precision.WEEK, Precision.SEASON, Precision.DECADE,
                        Precision.CENTURY, Precision.QUARTER, Precision.HALF, Precision.PERIOD))  # fmt: skip


def part_rules(lang: str) -> list[Rule]:
    """The rules that read a part of a period."""
    return [*_JOINED_FIRST, *_PARTS, *_BY_LANGUAGE[lang]]


def join_rules(lang: str) -> list[Rule]:
    """The rules that join days to weekdays, adverbs and longer periods."""
    return _JOINED


def bound_rules(lang: str) -> list[Rule]:
    """The rules of the last pass: open and closed periods."""
    return [*_BOUNDS, *(_PERSIAN_BOUNDS if lang == "fa" else ())]


def _part(match: Match) -> Reading | None:
    """Beginning, middle or end of a period: codebook, "Settled cases"."""
    whole = match.reading("x")
    return part_of(match["p"].tag, whole)


def part_of(which: str, whole: Reading) -> Reading | None:
    """The early, middle or late part of `whole`, with precision `part`."""
    if whole.precision not in _BIG_PARTS:
        return None
    if whole.first is None or whole.last is None:
        return Reading(None, None, Precision.PART, whole.relative, whole.calendar, whole.note)
    first, last = _cut(which, whole.first, whole.last, whole.precision)
    return Reading(first, last, Precision.PART, whole.relative, whole.calendar)


def _cut(which: str, first: date, last: date, precision: Precision) -> Period:
    if precision is Precision.MONTH:
        if which == "late":
            return last - timedelta(days=9), last
        begin, end = _THIRDS[which]
        return first + timedelta(days=begin), first + timedelta(days=end - 1)
    if precision is Precision.YEAR:
        return _quarters(first, last, {"early": (0, 3), "mid": (3, 9), "late": (9, 12)}[which])
    if precision is Precision.DECADE:
        return _quarters(first, last, {"early": (0, 36), "mid": (36, 84), "late": (84, 120)}[which])
    length = (last - first).days + 1
    third = max(1, length // 3)
    if which == "early":
        return first, first + timedelta(days=third - 1)
    if which == "late":
        return last - timedelta(days=third - 1), last
    return first + timedelta(days=third), last - timedelta(days=third)


def _quarters(first: date, last: date, months: tuple[int, int]) -> Period:
    """The months `[a, b)` of the year `[first, last]`, also where that is no Gregorian year."""
    begin = calendars.add_months(first, months[0])
    after = calendars.add_months(first, months[1])
    begin = first if isinstance(begin, Note) else begin
    return begin, last if isinstance(after, Note) else min(last, after - timedelta(days=1))


def _current_part(match: Match) -> Reading | None:
    """ "the end of the year": of the reference's year."""
    whole = _current(match.context, match["u"].tag)
    return part_of(match["p"].tag, whole) if whole else None


def _current(context: Context, unit: str) -> Reading | None:
    return unit_reading(context, unit, 0) if unit in ("week", "month", "year", "decade", "century") else None


def _division(match: Match) -> Reading | None:
    """ "the second half of 2026", "الربع الثالث من عام 2025", «نیمه اول سال»."""
    parts, rank = match["q"].value, match["o"].value
    whole = match.reading("x") if match.get("x") else _current(match.context, match["u"].tag)
    if whole is None or not 1 <= rank <= parts or whole.precision not in (Precision.YEAR, Precision.MONTH):
        return None
    if match.get("l"):
        rank = parts + 1 - rank
    return division_of(whole, parts, rank)


def division_of(whole: Reading, parts: int, rank: int) -> Reading:
    """The `rank`-th of `parts` equal parts of a year or month."""
    precision = {2: Precision.HALF, 4: Precision.QUARTER}.get(parts, Precision.PART)
    if whole.precision is not Precision.YEAR:
        precision = Precision.PART
    if whole.first is None or whole.last is None:
        return Reading(None, None, precision, whole.relative, whole.calendar, whole.note)
    if whole.precision is Precision.YEAR:
        months = 12 // parts
        first, last = _quarters(whole.first, whole.last, (months * (rank - 1), months * rank))
        return Reading(first, last, precision, whole.relative, whole.calendar)
    days = 30 // parts
    first = whole.first + timedelta(days=days * (rank - 1))
    last = whole.last if rank == parts else first + timedelta(days=days - 1)
    return Reading(first, last, precision, whole.relative, whole.calendar)


def _last_division(match: Match) -> Reading | None:
    parts = match["q"].value
    whole = match.reading("x") if match.get("x") else _current(match.context, match["u"].tag)
    if whole is None or whole.precision not in (Precision.YEAR, Precision.MONTH):
        return None
    return division_of(whole, parts, parts)


def _nth_weekday(match: Match) -> Reading | None:
    """ "the first Friday of July", "أول جمعة من يوليو", "last Friday of Ramadan"."""
    whole = (
        match.reading("x") if match.get("x") else _current(match.context, match["u"].tag if match.get("u") else "month")
    )
    if whole is None or whole.precision not in (Precision.MONTH, Precision.YEAR):
        return None
    if whole.first is None or whole.last is None:
        return Reading(None, None, Precision.DAY, whole.relative, whole.calendar, whole.note)
    weekday = match["w"].value
    rank = match["o"].value if match.get("o") else 0
    if rank > 0:
        found = whole.first + timedelta(days=(weekday - whole.first.weekday()) % 7 + 7 * (rank - 1))
    else:
        found = whole.last - timedelta(days=(whole.last.weekday() - weekday) % 7)
    if not whole.first <= found <= whole.last:
        return unresolved(Precision.DAY, Note.NO_SUCH_DAY, whole.calendar)
    return Reading(found, found, Precision.DAY, whole.relative, whole.calendar)


def _bare_nth_weekday(match: Match) -> Reading | None:
    """ "second Sunday", "الأحد الثاني": of the reference's month, where no noun follows."""
    if match["o"].value > 5 or not match.context.is_closed(match.stop_token) or match.after in ("in", "of"):
        return None
    return _nth_weekday(match)


def _nth_unit(match: Match) -> Reading | None:
    """ "the first day of 2025", "the last week of September", «بیست‌ویکمین روز فروردین»."""
    whole = match.reading("x") if match.get("x") else _current(match.context, match["t"].tag)
    if whole is None or whole.precision not in (Precision.MONTH, Precision.YEAR, Precision.WEEK, Precision.DECADE):
        return None
    rank = match["o"].value if match.get("o") else -1
    return nth_of(match["u"].tag or "day", rank, 1, whole)


def _first_units(match: Match) -> Reading | None:
    """ "the first three months of 2025", «سه ماه نخست سال», "the last ten days of Ramadan"."""
    whole = match.reading("x") if match.get("x") else _current(match.context, match["t"].tag)
    length = match.duration("d")
    rank = match["o"].value if match.get("o") else -1
    if whole is None or length.sub_day or length.vague or rank not in (1, -1):
        return None
    unit, count = ("month", length.months) if length.months else ("day", length.days)
    return nth_of(unit, rank, count, whole)


def _first_counted(match: Match) -> Reading | None:
    """ "الأشهر الستة الأولى من العام"."""
    whole = match.reading("x") if match.get("x") else _current(match.context, match["t"].tag)
    rank = match["o"].value if match.get("o") else -1
    return nth_of(match["u"].tag, rank, match["n"].value, whole) if whole and rank in (1, -1) else None


def nth_of(unit: str, rank: int, count: int, whole: Reading) -> Reading | None:
    """`count` units from the `rank`-th of `whole`; rank -1 counts from its end."""
    precisions = {"day": Precision.DAY, "week": Precision.WEEK, "month": Precision.MONTH, "year": Precision.YEAR}
    precision = precisions.get(unit)
    if precision is None:
        return None
    precision = precision if count == 1 else Precision.PERIOD
    if whole.first is None or whole.last is None:
        return Reading(None, None, precision, whole.relative, whole.calendar, whole.note)
    days = {"day": 1, "week": 7}.get(unit)
    months = {"month": 1, "year": 12}.get(unit, 0)
    if rank > 0:
        first = _moved(whole.first, months * (rank - 1), (days or 0) * (rank - 1))
        after = _moved(whole.first, months * (rank - 1 + count), (days or 0) * (rank - 1 + count))
    else:
        after = calendars.add_days(whole.last, 1)
        first = after if isinstance(after, Note) else _moved(after, -months * count, -(days or 0) * count)
    if isinstance(first, Note) or isinstance(after, Note) or not whole.first <= first <= whole.last:
        return unresolved(precision, Note.NO_SUCH_DAY, whole.calendar)
    last = min(after - timedelta(days=1), whole.last)
    return Reading(first, last, precision, whole.relative, whole.calendar)


def _moved(when: date, months: int, days: int) -> date | Note:
    moved = calendars.add_months(when, months) if months else when
    return moved if isinstance(moved, Note) else calendars.add_days(moved, days)


def _within(match: Match) -> Reading | None:
    """ "September last year", "سبتمبر من العام الماضي", "20th of next month", «آبان امسال»."""
    whole = match.reading("x")
    if match.get("d"):  # a bare day of a month
        if whole.precision is not Precision.MONTH or not 1 <= match["d"].value <= 31:
            return None
        return _day_within(match["d"].value, whole)
    part = match.reading("a")
    if whole.precision is not Precision.YEAR or whole.month or part.month is None or part.year is not None:
        return None
    return within(match.context, part, _in_calendar(match.context, whole, part))


def _in_calendar(context: Context, whole: Reading, part: Reading) -> Reading:
    """A relative year counted as the month beside it counts: "15 Mehr this year" is of the Jalali year."""
    if not whole.relative or whole.year is None or context.reference is None or part.calendar is whole.calendar:
        return whole
    theirs = calendars.fields(whole.calendar, context.reference)
    ours = calendars.fields(part.calendar, context.reference)
    if isinstance(theirs, Note) or isinstance(ours, Note):
        return whole
    return year_reading(part.calendar, ours[0] + whole.year - theirs[0], relative=True)


def _day_within(day: int, whole: Reading) -> Reading:
    if whole.first is None or whole.last is None:
        return Reading(None, None, Precision.DAY, whole.relative, whole.calendar, whole.note)
    found = calendars.add_days(whole.first, day - 1)
    if isinstance(found, Note) or found > whole.last:
        return unresolved(Precision.DAY, Note.NO_SUCH_DAY, whole.calendar)
    return Reading(found, found, Precision.DAY, whole.relative, whole.calendar)


def _day_of_current_month(match: Match) -> Reading | None:
    """ "يوم 27", "on the 27th": of the reference's month."""
    context, day = match.context, match["d"]
    if not 1 <= day.value <= 31 or context.is_in("counted", day.stop):
        return None
    if not match.get("j") and not context.is_closed(day.stop):
        return None
    return _in_current_month(context, day.value)


def _numbered_day(match: Match) -> Reading | None:
    """ "on the 27th", "for the thirtieth"; "the second" and "the third" in words are more often something else."""
    spelled = not match.context.form(match["d"].first)[:1].isdigit()
    return None if spelled and match["d"].value < 4 else _day_of_current_month(match)


def _in_current_month(context: Context, day: int) -> Reading:
    month = _current(context, "month")
    return _day_within(day, month) if month else unresolved(Precision.DAY, Note.NEEDS_REFERENCE)


def _weekday_and_number(match: Match) -> Reading | None:
    """ "Thursday the 21st", "الخميس 21": the nearest such day of the months around."""
    context, weekday, day = match.context, match["w"].value, match["d"]
    if not 1 <= day.value <= 31 or not context.is_closed(day.stop):
        return None
    if day.kind == "ord" and day.value <= 5 and context.lang == "ar" and not match.get("i"):
        return None  # "الأحد الثاني" is the second Sunday

    def find(reference: date) -> Period | Note:
        candidates: list[date] = []
        for offset in (0, -1, 1, -2, 2):
            month = calendars.add_months(reference.replace(day=1), offset)
            if not isinstance(month, Note):
                when = calendars.day(match.reading("w").calendar, month.year, month.month, day.value)
                candidates += [] if isinstance(when, Note) else [when]
        fitting = [when for when in candidates if when.weekday() == weekday] or candidates[:1]
        return (fitting[0], fitting[0]) if fitting else Note.NO_SUCH_DAY

    return related(context, Precision.DAY, find)


def _weekday_and_date(match: Match) -> Reading | None:
    """ "Wednesday, 22 January": the weekday helps to find a year that is not said."""
    dated = match.reading("x")
    if dated.precision is not Precision.DAY:
        return None
    weekday = match["w"].value
    if dated.month is None or dated.day is None:
        if dated.first is not None and dated.first.weekday() != weekday:
            return Reading(
                dated.first, dated.last, dated.precision, dated.relative, dated.calendar, Note.WEEKDAY_DIFFERS
            )
        return dated
    tokens = (match.first_token, match.stop_token)
    return day_reading(match.context, dated.calendar, (dated.year, dated.month, dated.day), tokens, weekday)


def _weekday_of_week(match: Match) -> Reading | None:
    """ "Friday next week", "الأسبوع المقبل يوم الجمعة"."""
    week = match.reading("x")
    if week.precision is not Precision.WEEK:
        return None
    if week.first is None:
        return Reading(None, None, Precision.DAY, True, note=week.note)
    when = calendars.add_days(week.first, match["w"].value)
    if isinstance(when, Note):
        return unresolved(Precision.DAY, when)
    return Reading(when, when, Precision.DAY, True)


def _adverb_and_weekday(match: Match) -> Reading | None:
    """ "اليوم الأربعاء", «امروز چهارشنبه»: where they disagree the weekday holds, for an article is stamped later than it
    is written, or a day early by its time zone.
    """
    adverb, weekday = match.reading("a"), match["w"].value
    if adverb.first is None:
        return adverb
    ahead = (weekday - adverb.first.weekday()) % 7
    when = calendars.add_days(adverb.first, ahead if ahead <= 1 else ahead - 7)
    if isinstance(when, Note):
        return unresolved(Precision.DAY, when)
    return Reading(when, when, Precision.DAY, True, note=Note.WEEKDAY_DIFFERS if ahead else Note.NONE)


def _adverb_and_date(match: Match) -> Reading | None:
    """ "اليوم الأربعاء 31 ديسمبر": the date says it all."""
    adverb, dated = match.reading("a"), match.reading("x")
    if dated.precision is not Precision.DAY:
        return None
    if dated.resolved or adverb.first is None:
        return dated if dated.resolved else adverb
    return dated


def _same(match: Match) -> Reading:
    return match.reading("x")


def _between(match: Match) -> Reading | None:
    """A period from one date to another; what only one of them says holds for both ("from March to May 2020")."""
    one, other = match.reading("a"), match.reading("b")
    if one.year is None and other.year is not None and one.month is not None and one.calendar is other.calendar:
        one = _completed(match.context, one, other)
    if one.first is None or other.last is None:
        if not (one.relative and other.relative) or match.context.reference is not None:
            return None
        return unresolved(Precision.PERIOD, Note.NEEDS_REFERENCE, other.calendar)
    last = other.last
    if last <= one.first and match["b"].kind == "wdx":
        moved = calendars.add_days(last, 7)
        last = last if isinstance(moved, Note) else moved
    if not one.first < last:
        return None
    return Reading(one.first, last, Precision.PERIOD, one.relative or other.relative, one.calendar)


def _completed(context: Context, one: Reading, other: Reading) -> Reading:
    for back in (0, 1):
        whole = calendars.year(one.calendar, (other.year or 0) - back)
        if isinstance(whole, Note):
            return one
        found = within(context, one, Reading(*whole, Precision.YEAR, calendar=one.calendar))
        if found.first and other.last and found.first <= other.last:
            return found
    return one


def _since(match: Match) -> Reading | None:
    dated = match.reading("x")
    if dated.first is None:
        return dated
    reference = match.context.reference
    last = reference if reference and reference >= dated.first else None
    return Reading(dated.first, last, dated.precision, dated.relative or last is not None, dated.calendar, dated.note)


def _until(match: Match) -> Reading | None:
    dated = match.reading("x")
    return Reading(None, dated.last, dated.precision, dated.relative, dated.calendar, dated.note)


def _before(match: Match) -> Reading | None:
    """ "Before the end of May" is the end of May, as "by the end of May" is."""
    dated = match.reading("x")
    if dated.first is None or match["x"].tag == "late":
        return dated
    last = calendars.add_days(dated.first, -1)
    if isinstance(last, Note):
        return unresolved(dated.precision, last, dated.calendar)
    return Reading(None, last, dated.precision, dated.relative, dated.calendar, dated.note)


def _after(match: Match) -> Reading | None:
    dated = match.reading("x")
    if dated.last is None:
        return dated
    first = calendars.add_days(dated.last, 1)
    if isinstance(first, Note):
        return unresolved(dated.precision, first, dated.calendar)
    return Reading(first, None, dated.precision, dated.relative, dated.calendar, dated.note)


def _persian_until(match: Match) -> Reading | None:
    """تا is "by" before what ends at a moment, "until" before what lasts ("تا ... ادامه دارد")."""
    return _until(match) if match.context.goes_on(match.stop_token) else match.reading("x")


def _persian_since(match: Match) -> Reading | None:
    """از is "since" before a date, unless it compares ("بیشتر از سال گذشته")."""
    dated = match.reading("x")
    if match.context.is_in("comparing", match.first_token - 1) or dated.precision is Precision.PERIOD:
        return None
    return _since(match)


_WHOLES = "monthx|yearx|unitx|seasonx|decadex|span"
_PARTS = [
    Rule("span", f"p:part ( of|from|dash|in )? the? x:{_WHOLES}", _part, keep="p"),
    Rule(
        "span",
        "p:part ( of|from|in )? the? u:week.one|month.one|year.one|week.the|month.the|year.the",
        _current_part,
        keep="p",
    ),
    Rule("span", f"o:ord q:division ( of|from|in )? the? x:{_WHOLES}", _division),
    Rule("span", f"q:division o:ord ( of|from|in )? the? x:{_WHOLES}", _division),
    Rule("span", f"l:last|final q:division ( of|from|in )? the? x:{_WHOLES}", _last_division),
    Rule("span", f"q:division l:last ( of|from|in )? the? x:{_WHOLES}", _last_division),
    Rule("span", "o:ord q:division ( of|from|in )? the? u:year.one|year.the|month.one|month.the", _division),
    Rule("span", "q:division o:ord ( of|from|in )? the? u:year.one|year.the|month.one|month.the", _division),
    Rule("span", "q:division l:last ( of|from|in )? the? u:year.the|month.the", _last_division),
    Rule("date", "o:ord w:wdx|bare_weekday ( of|from|in ) the? x:monthx|unitx", _nth_weekday),
    Rule("date", "o:ord day.one w:wdx|bare_weekday ( of|from|in ) the? x:monthx|unitx", _nth_weekday),
    Rule("date", "last|final day.one? w:wdx|bare_weekday ( of|from|in ) the? x:monthx|unitx", _nth_weekday),
    Rule("date", "w:wdx o:ord ( of|from|in ) the? x:monthx|unitx", _nth_weekday),
    Rule("unitx", f"o:ord u:unit1 ( of|from|in )? the? x:{_WHOLES}", _nth_unit, keep="u"),
    Rule("unitx", f"last|final u:unit1 ( of|from|in ) the? x:{_WHOLES}", _nth_unit, keep="u"),
    Rule("span", f"o:ord d:dur ( of|from|in )? ( the )? x:{_WHOLES}", _first_units),
    Rule("span", f"last|final d:dur ( of|from|in ) ( the )? x:{_WHOLES}", _first_units),
    Rule("span", "o:ord d:dur ( of|from|in ) ( the )? t:year.one|year.the|month.one|month.the", _first_units),
    Rule("span", f"d:dur o:ord ( of|from|in )? x:{_WHOLES}", _first_units),
    Rule("span", "d:dur o:ord t:year.one|month.one", _first_units),
    Rule("span", f"u:units_the n:n1|n2 o:ord ( of|from|in ) x:{_WHOLES}", _first_counted),
    Rule("span", "u:units_the n:n1|n2 o:ord ( of|from|in ) t:year.the|month.the", _first_counted),
    Rule("span", f"u:units_the n:n1|n2 last ( of|from|in ) x:{_WHOLES}", _first_counted),
]
_JOINED_FIRST = [
    Rule("seasonx", "s:season ( of|from|in )? the? x:yearx|unitx", season_in),
    Rule("seasonx", "division s:season ( of|from|in )? x:yearx|unitx", season_in),
    Rule("advx", "daypart ( of|from|in )? day.one? x:advx", _same),
    Rule("wdx", "daypart ( of|from|in )? day.one? x:wdx", _same, keep="x"),
    Rule("date", "daypart ( of|from|in )? day.one? x:date", _same),
    Rule("advx", "x:advx ( in|at )? the? daypart", _same),
    Rule("wdx", "x:wdx ( in|at )? the? daypart", _same, keep="x"),
    Rule("date", "x:date ( in|at )? the? daypart", _same),
    Rule("monthx", "a:monthx ( of|from|in|comma )? x:yearx|unitx", _within),
    Rule("date", "a:date ( of|from|in|comma )? x:yearx|unitx", _within),
    Rule("date", "the d:dom ( of|from )? the? x:unitx", _within),
    Rule("date", "d:dom ( of|from )? the? x:unitx", _within),
]
_JOINED = [
    Rule("date", "j:day.one d:n1", _day_of_current_month),
    Rule("date", "<on|for|by|until|since|in the d:ord|n1", _numbered_day),
    Rule("date", "<on d:n1", _day_of_current_month),
    Rule("date", "w:wdx ( comma )? ( the|in )? d:ord", _weekday_and_number),
    Rule("date", "w:wdx ( comma )? the d:n1", _weekday_and_number),
    Rule("date", "w:wdx ( comma )? i:in? d:n1", _weekday_and_number),
    Rule(
        "date",
        "w:wdx|bare_weekday dot? ( comma|in|matching|dash|lparen )? ( the|in|day.one|matching )? x:date rparen?",
        _weekday_and_date,
    ),
    Rule("date", "a:advx comma? ( day.one )? w:wdx", _adverb_and_weekday, keep="w"),
    Rule("date", "a:advx lparen w:wdx rparen", _adverb_and_weekday, keep="w"),
    Rule("date", "a:advx comma? ( day.one|matching|lparen )? x:date rparen?", _adverb_and_date),
    Rule("date", "a:advx comma? ( day.one|lparen )? wdx comma? ( matching )? x:date rparen?", _adverb_and_date),
    Rule("date", "w:wdx ( of|from|in|on|comma )? the? x:unitx", _weekday_of_week),
    Rule("date", "x:unitx ( in|on|comma )? ( day.one )? w:wdx", _weekday_of_week),
]
_BY_LANGUAGE: dict[str, list[Rule]] = {
    "ar": [
        Rule("date", "u:adverb|week.the o:ord from|in x:monthx|yearx|unitx", _nth_unit),
        Rule("date", "u:adverb|week.the o:ord from|in t:month.the|year.the", _nth_unit),
        Rule("date", "d:n1 this", _day_of_current_month),
        Rule("date", "w:wdx o:ord", _bare_nth_weekday),
        Rule("date", "<in d:n1", _day_of_current_month),
    ],
    "fa": [],
    "en": [Rule("date", "o:ord w:wdx", _bare_nth_weekday)],
}
_BOUNDS = [
    Rule("span", "a:dated ( comma )? to|until|dash a2:day.one? b:dated", _between),
    Rule("span", "<between a:dated and|to b:dated", _between),
    Rule("span", "since ( the )? x:dated", _since),
    Rule("span", "x:dated until_now", _since),
    Rule("span", "until ( the )? x:dated", _until),
    Rule("span", "before ( the )? x:dated", _before),
    Rule("span", "after ( the )? x:dated", _after),
]
_PERSIAN_BOUNDS = [
    Rule("span", "from x:date|monthx|yearx|span until_now? >!to|until", _persian_since),
    Rule("span", "to x:dated", _persian_until),
]
