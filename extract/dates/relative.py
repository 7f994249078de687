"""What counts from the reference date: "yesterday", "next week", "قبل ثلاثة أشهر", «طی روزهای آینده».

Without a reference these stay unresolved. A point that hangs on another event ("three days after the attack") is no
date here but a frame.
"""

from collections.abc import Callable
from datetime import date

from extract.dates import calendars
from extract.dates.calendars import Period
from extract.dates.cascade import Duration, Match, Node, Rule
from extract.dates.context import Context
from extract.dates.model import Calendar, Note, Precision, Reading, unresolved
from extract.dates.resolve import month_reading, related, year_reading

FRAME = unresolved(Precision.PERIOD, Note.DEPENDS_ON_TEXT)  # what a node that is no date means
_VAGUE_DAYS = {"day": 14, "week": 42, "clock": 1, "weekend": 42, "fortnight": 42}
_VAGUE_MONTHS = {"month": 6, "year": 60, "decade": 360, "century": 3600}
_COMING = frozenset(("coming", "upcoming", "forthcoming"))


def rules(lang: str) -> list[Rule]:
    """The rules of the third pass, which builds on words, durations and dates."""
    return [*_BY_LANGUAGE[lang], *_SHARED]


def unit_reading(context: Context, unit: str, shift: int, calendar: Calendar | None = None) -> Reading | None:
    """The day, week, month ... that lies `shift` units from the reference's own."""
    simple: dict[str, tuple[Precision, Callable[[date], Period | Note]]] = {
        "day": (Precision.DAY, lambda when: _one_day(when, shift)),
        "week": (Precision.WEEK, lambda when: _week(when, shift)),
        "weekend": (Precision.PERIOD, lambda when: _weekend(when, shift)),
        "decade": (Precision.DECADE, lambda when: calendars.years(Calendar.GREGORIAN, when.year // 10 * 10 + 10 * shift, 10)),
        "century": (Precision.CENTURY, lambda when: calendars.years(Calendar.GREGORIAN, (when.year - 1) // 100 * 100 + 1 + 100 * shift, 100)),
        "quarter": (Precision.QUARTER, lambda when: _quarter(when, shift)),
    }  # fmt: skip
    if unit in simple:
        return related(context, *simple[unit])
    if unit == "year":
        return _year(context, shift, calendar or context.home)
    return _month(context, shift, calendar or context.home) if unit == "month" else None


def _year(context: Context, shift: int, calendar: Calendar) -> Reading:
    now = _now(context, calendar)
    if isinstance(now, Note):
        return unresolved(Precision.YEAR, now, calendar)
    return year_reading(calendar, now[0] + shift, relative=True)


def _month(context: Context, shift: int, calendar: Calendar) -> Reading:
    now = _now(context, calendar)
    if isinstance(now, Note):
        return unresolved(Precision.MONTH, now, calendar)
    year, month = divmod(now[0] * 12 + now[1] - 1 + shift, 12)
    found = month_reading(context, calendar, year, month + 1, (0, 0))
    return Reading(found.first, found.last, found.precision, True, found.calendar, found.note, year, month + 1)


def _now(context: Context, calendar: Calendar) -> tuple[int, int, int] | Note:
    """The reference date in the calendar of the text."""
    if context.reference is None:
        return Note.NEEDS_REFERENCE
    return calendars.fields(calendar, context.reference)


def _one_day(when: date, shift: int) -> Period | Note:
    found = calendars.add_days(when, shift)
    return found if isinstance(found, Note) else (found, found)


def _week(when: date, shift: int) -> Period | Note:
    moved = calendars.add_days(when, 7 * shift)
    return moved if isinstance(moved, Note) else calendars.week(moved)


def _weekend(when: date, shift: int) -> Period | Note:
    found = _week(when, shift)
    return found if isinstance(found, Note) else (date.fromordinal(found[1].toordinal() - 1), found[1])


def _quarter(when: date, shift: int) -> Period | Note:
    first = calendars.add_months(when.replace(month=when.month - (when.month - 1) % 3, day=1), 3 * shift)
    if isinstance(first, Note):
        return first
    end = calendars.month(Calendar.GREGORIAN, first.year, first.month + 2)
    return end if isinstance(end, Note) else (first, end[1])


def _unit(shift: int) -> Callable[[Match], Reading | None]:
    """ "last week", "العام الجاري", «ماه آینده»."""

    def build(match: Match) -> Reading | None:
        unit = _unit_of(match["u"])
        if unit == "year" and match.context.is_in("not_year_after", match["u"].first - 1):
            return None  # "الأمين العام الحالي"
        if unit == "day" and shift == 0:
            return None
        era = match.get("e")
        return unit_reading(match.context, unit, shift, Calendar(era.tag) if era and era.tag != "before" else None)

    return build


def _unit_of(node: Node) -> str:
    if node.kind == "division":
        return "quarter" if node.value == 4 else ""
    return "day" if node.kind == "adverb" else node.tag


def _following_unit(match: Match) -> Reading | None:
    """ "the next day", "اليوم التالي": tomorrow where the clause is about the future, else the text's own next day."""
    unit = _unit_of(match["u"])
    if match.context.is_future(match.first_token, match.stop_token):
        return unit_reading(match.context, unit, 1)
    precision = {"week": Precision.WEEK, "month": Precision.MONTH, "year": Precision.YEAR}.get(unit, Precision.DAY)
    return unresolved(precision, Note.DEPENDS_ON_TEXT)


def _same_unit(match: Match) -> Reading | None:
    """ "the same year", «همان سال»."""
    precision = {"day": Precision.DAY, "week": Precision.WEEK, "month": Precision.MONTH, "year": Precision.YEAR}
    unit = _unit_of(match["u"])
    return unresolved(precision[unit], Note.DEPENDS_ON_TEXT) if unit in precision else None


def _next_day(match: Match) -> Reading | None:
    """English "next day" is narrative unless the clause is about the future; "next week" never is."""
    return _following_unit(match) if match["u"].tag == "day" else _unit(1)(match)


def _adverb(match: Match) -> Reading | None:
    context, word = match.context, match["a"]
    if word.value == 0 and _is_the_day(context, match):
        return None
    return related(context, Precision.DAY, lambda when: _one_day(when, word.value))


def _is_the_day(context: Context, match: Match) -> bool:
    """Whether "اليوم" is "the day" and not "today"."""
    return context.lang == "ar" and (
        context.is_in("not_today_before", match.stop_token)
        or context.is_in("not_after", match.first_token - 1)
        or (match.before == "in" and match.after not in ("weekday", "wdx") and match["a"].first == match["a"].stop - 1)
    )


def _year_adverb(match: Match) -> Reading | None:
    return _year(match.context, match["a"].value, match.context.home)


def _weekday(match: Match) -> Reading | None:
    """A bare weekday: the latest one up to the reference, the next one where the clause is about the future."""
    context, weekday = match.context, match["w"].value
    if context.is_in("not_after", match.first_token - 1) or (
        context.lang == "fa" and context.is_in("not_before", match.stop_token)
    ):
        return None
    future = context.is_future(match.first_token, match.stop_token)

    def find(when: date) -> Period | Note:
        back = (when.weekday() - weekday) % 7
        return _one_day(when, (7 - back) if future else -back)

    return related(context, Precision.DAY, find)


def _weekday_shifted(shift: int) -> Callable[[Match], Reading | None]:
    """ "next Friday", "الأحد الماضي". English "next Friday" is that of next week; the nearest one is "Friday"."""

    def build(match: Match) -> Reading | None:
        weekday = match["w"].value
        of_week = shift == 0 or (
            shift > 0 and match.context.lang == "en" and match.context.form(match.first_token) not in _COMING
        )

        def find(when: date) -> Period | Note:
            if of_week:
                return _one_day(when, 7 * shift + weekday - when.weekday())
            if shift > 0:
                return _one_day(when, (weekday - when.weekday() - 1) % 7 + 1)
            return _one_day(when, -((when.weekday() - weekday - 1) % 7 + 1))

        return related(match.context, Precision.DAY, find)

    return build


def _month_shifted(shift: int) -> Callable[[Match], Reading | None]:
    """ "سبتمبر الماضي", "next March", also with a day: "27 من سبتمبر الماضي"."""

    def build(match: Match) -> Reading | None:
        context, node = match.context, match["m"]
        if _disagrees(match):
            return None
        said = node.meaning if isinstance(node.meaning, Reading) else None
        if said is not None and (said.year is not None or said.month is None):
            return None
        calendar = said.calendar if said else Calendar(node.tag)
        month = (said.month if said else None) or node.value
        day = said.day if said else None
        precision = Precision.DAY if day else Precision.MONTH
        return related(context, precision, lambda when: _occurrence(when, calendar, (month, day), shift), calendar)

    return build


def _disagrees(match: Match) -> bool:
    """Whether the adjective is feminine, as no Arabic month or season is: "حافلات الشتاء الأخيرة"."""
    return match.context.lang == "ar" and match.context.form(match.stop_token - 1).endswith("ه")


def _occurrence(when: date, calendar: Calendar, fixed: tuple[int, int | None], shift: int) -> Period | Note:
    """The latest month (or day) before the reference, the next one after it, or that of its own year."""
    now = calendars.fields(calendar, when)
    if isinstance(now, Note):
        return now
    offsets = {-1: (0, -1, -2), 0: (0,), 1: (0, 1, 2)}[shift]
    found: Period | Note = Note.NO_SUCH_DAY
    for offset in offsets:
        month = calendars.month(calendar, now[0] + offset, fixed[0])
        if isinstance(month, Note):
            continue
        if fixed[1] is not None:
            day = calendars.day(calendar, now[0] + offset, fixed[0], fixed[1])
            found = day if isinstance(day, Note) else (day, day)
        else:
            found = month
        beyond = month[1] < when if shift < 0 else month[0] > when if shift > 0 else True
        if beyond and not isinstance(found, Note):
            return found
    return found


def season_in(match: Match) -> Reading | None:
    """ "summer 2024", «تابستان ۱۳۹۵»: of the Jalali year its own quarter, else meteorological; winter begins in the year
    named.
    """
    season, whole = match["s"].value, match.reading("x")
    if whole.precision is not Precision.YEAR or whole.month is not None:
        return None
    if whole.first is None or whole.year is None:
        return Reading(None, None, Precision.SEASON, whole.relative, whole.calendar, whole.note)
    period = _season(whole.calendar, whole.year, season)
    if isinstance(period, Note):
        return unresolved(Precision.SEASON, period, whole.calendar)
    return Reading(*period, Precision.SEASON, whole.relative, whole.calendar)


def _season(calendar: Calendar, year: int, season: int) -> Period | Note:
    first_month = 3 * season - 2 if calendar is Calendar.JALALI else 3 * season
    first = calendars.month(calendar, year, first_month)
    after = first_month + 2
    last = calendars.month(calendar, year + (after > 12), (after - 1) % 12 + 1)
    if isinstance(first, Note):
        return first
    return last if isinstance(last, Note) else (first[0], last[1])


def _season_shifted(shift: int) -> Callable[[Match], Reading | None]:
    def build(match: Match) -> Reading | None:
        context, season = match.context, match["s"].value
        if _disagrees(match):
            return None
        calendar = context.home if context.home is Calendar.JALALI else Calendar.GREGORIAN

        def find(when: date) -> Period | Note:
            now = calendars.fields(calendar, when)
            if isinstance(now, Note):
                return now
            candidates = [_season(calendar, now[0] + offset, season) for offset in (-2, -1, 0, 1, 2)]
            periods = [period for period in candidates if not isinstance(period, Note)]
            if shift == 0:
                holding = [period for period in periods if period[1] >= when]
                return holding[0] if holding else Note.OUT_OF_RANGE
            fitting = [p for p in periods if (p[1] < when if shift < 0 else p[0] > when)]
            return (fitting[-1] if shift < 0 else fitting[0]) if fitting else Note.OUT_OF_RANGE

        return related(context, Precision.SEASON, find, calendar)

    return build


def _point(sign: int) -> Callable[[Match], Reading | None]:
    """ "three months ago", "بعد أسبوعين من الآن": one day, with the precision of its unit."""

    def build(match: Match) -> Reading | None:
        length = match.duration("d")
        return None if length.sub_day else point(match.context, length, sign)

    return build


def point(context: Context, length: Duration, sign: int, start: int = 0) -> Reading:
    """The day that lies `length` away from the reference, or from the day `start` days off it."""

    def find(when: date) -> Period | Note:
        begin = calendars.add_days(when, start)
        moved = begin if isinstance(begin, Note) else calendars.add_months(begin, sign * length.months)
        found = moved if isinstance(moved, Note) else calendars.add_days(moved, sign * length.days)
        if isinstance(found, Note):
            return found
        return _working(found, sign * length.working_days)

    return related(context, length.precision, find)


def _working(when: date, days: int) -> Period | Note:
    """`when` moved by days of which Saturday and Sunday do not count."""
    step = 1 if days > 0 else -1
    left = min(abs(days), 1000)
    while left:
        moved = calendars.add_days(when, step)
        if isinstance(moved, Note):
            return moved
        when = moved
        left -= when.weekday() < 5
    return when, when


def _before_now(match: Match) -> Reading | None:
    """ "قبل ثلاثة أشهر"; "قبل يومين من الهجوم" hangs on another event, and hours are no date."""
    return None if _hangs(match) else _point(-1)(match)


def _hangs(match: Match) -> bool:
    return match.duration("d").sub_day or match.after in ("from", "of")


def _frame(match: Match) -> Reading | None:
    return FRAME


def _frame_in_time(match: Match) -> Reading | None:
    """What is left when no date could be given to it: "قبل ساعتين", "بعد يومين من الهجوم". "After 11 years of war"
    still measures the war.
    """
    return None if match.context.form(match.stop_token) == "of" else FRAME


def _sub_day_frame(match: Match) -> Reading | None:
    return FRAME if match.duration("d").sub_day else None


def _after_now(match: Match) -> Reading | None:
    """ "بعد يومين", "in three weeks": from the reference only where the clause is about the future."""
    if _hangs(match) or not match.context.is_future(match.first_token, match.stop_token):
        return None
    return _point(1)(match)


def _from_adverb(match: Match) -> Reading | None:
    """ "two days from tomorrow", "two days before yesterday"."""
    if match.duration("d").sub_day:
        return None
    return point(match.context, match.duration("d"), -1 if match["p"].kind == "before" else 1, match["a"].value)


def _from_now_by_tense(match: Match) -> Reading | None:
    """ "شهر و21 يوما من الآن" without a preposition: back, unless the clause is about the future."""
    future = match.context.is_future(match.first_token, match.stop_token)
    return _point(1 if future else -1)(match)


def _weekdays_from_now(match: Match) -> Reading | None:
    """ "two Sundays from now"."""
    count, weekday = match["n"].value, match["w"].value
    if not 1 <= count <= 60:
        return None

    def find(when: date) -> Period | Note:
        return _one_day(when, (weekday - when.weekday() - 1) % 7 + 1 + 7 * (count - 1))

    return related(match.context, Precision.DAY, find)


def _span(shift: int) -> Callable[[Match], Reading | None]:
    """ "the last eight days", which ends with the reference; "the next three months", which begins after it."""

    def build(match: Match) -> Reading | None:
        return stretch(match.context, match.duration("d"), shift)

    return build


def stretch(context: Context, length: Duration, shift: int) -> Reading | None:
    """The period of `length` before or after the reference; None for hours."""
    months, days = length.months, length.days + length.working_days
    if length.sub_day or (months, days) == (0, 1):  # "the last day" is a last day of something
        return None

    def find(when: date) -> Period | Note:
        far = calendars.add_months(when, shift * months)
        end = far if isinstance(far, Note) else calendars.add_days(far, shift * days)
        if isinstance(end, Note):
            return end
        if shift < 0:
            first = calendars.add_days(end, 1)
            return first if isinstance(first, Note) else (min(first, when), when)
        first = calendars.add_days(when, 1)
        return first if isinstance(first, Note) else (first, max(first, end))

    return related(context, Precision.VAGUE if length.vague else Precision.PERIOD, find)


def _vague_span(shift: int) -> Callable[[Match], Reading | None]:
    """ "in the coming days": the fourteen days after the reference, by the codebook; "recent weeks" likewise."""

    def build(match: Match) -> Reading | None:
        unit = match["u"].tag
        if unit == "clock":
            return None
        length = Duration(_VAGUE_MONTHS.get(unit, 0), _VAGUE_DAYS.get(unit, 0), Precision.VAGUE, vague=True)
        return stretch(match.context, length, shift)

    return build


def _counted_span(shift: int) -> Callable[[Match], Reading | None]:
    """ "الأيام الثمانية الماضية", "الـ24 ساعة الماضية"."""
    from extract.dates.durations import count_of, length_of

    def build(match: Match) -> Reading | None:
        count = match.get("n")
        length = length_of(match["u"].tag, count_of(count) if count else count_of(_TWO), False)
        return stretch(match.context, length, shift) if length else None

    return build


_TWO = Node("n1", 0, 0, 0, 0, 2)


_UNIT = "day.one|week.one|month.one|year.one|decade.one|century.one|weekend.one"
_UNIT_THE = "week.the|month.the|year.the|decade.the|century.the|weekend.the"
_SHARED = [
    Rule("advx", "a:adverb", _adverb),
    Rule("yearx", "a:year_adverb", _year_adverb),
    Rule("wdx", "w:weekday", _weekday, keep="w"),
    Rule("frame", "after|before|since|within d:dur", _frame_in_time),
    Rule("point", "d:dur from_now", _point(1)),
    Rule("frame", "d:dur from_now", _sub_day_frame),
]
_ARABIC = [
    Rule("unitx", f"u:{_UNIT_THE}|adverb last e:era?", _unit(-1), keep="u"),
    Rule("unitx", f"u:{_UNIT_THE} before_last", _unit(-2), keep="u"),
    Rule("unitx", f"u:{_UNIT_THE} this e:era?", _unit(0), keep="u"),
    Rule("unitx", f"u:{_UNIT_THE}|adverb next e:era?", _unit(1), keep="u"),
    Rule("unitx", f"u:{_UNIT_THE}|adverb following", _following_unit, keep="u"),
    Rule("unitx", f"u:{_UNIT_THE}|adverb same", _same_unit, keep="u"),
    Rule("unitx", f"this_before u:{_UNIT_THE}", _unit(0), keep="u"),
    Rule("wdx", "day.one w:weekday|bare_weekday", _weekday, keep="w"),
    Rule("wdx", "w:weekday last", _weekday_shifted(-1), keep="w"),
    Rule("wdx", "w:weekday next", _weekday_shifted(1), keep="w"),
    Rule("wdx", "w:weekday this", _weekday_shifted(0), keep="w"),
    Rule("wdx", "day.one w:weekday|bare_weekday last", _weekday_shifted(-1), keep="w"),
    Rule("wdx", "day.one w:weekday|bare_weekday next", _weekday_shifted(1), keep="w"),
    Rule("wdx", "this_before day.one? w:weekday", _weekday_shifted(0), keep="w"),
    Rule("monthx", "m:monthx|monthweak last", _month_shifted(-1)),
    Rule("monthx", "m:monthx|monthweak next", _month_shifted(1)),
    Rule("monthx", "m:monthx|monthweak this", _month_shifted(0)),
    Rule("date", "m:date last", _month_shifted(-1)),
    Rule("date", "m:date next", _month_shifted(1)),
    Rule("date", "m:date this", _month_shifted(0)),
    Rule("seasonx", "s:season last", _season_shifted(-1)),
    Rule("seasonx", "s:season next", _season_shifted(1)),
    Rule("seasonx", "s:season this", _season_shifted(0)),
    Rule("seasonx", "this_before s:season", _season_shifted(0)),
    Rule("point", "before|since d:dur", _before_now),
    Rule("point", "before|since d:dur from_now", _point(-1)),
    Rule("point", "after d:dur", _after_now),
    Rule("point", "after d:dur from_now", _point(1)),
    Rule("point", "d:dur from_now", _from_now_by_tense),
    Rule("point", "d:dur past", _point(-1)),
    Rule("span", "final d:dur >!from|in", _span(-1)),
    Rule("frame", "final d:dur", _sub_day_frame),
    Rule("frame", "d:dur past|coming", _sub_day_frame),
    Rule("span", "d:dur coming", _span(1)),
    Rule("span", "u:units_the few? last", _vague_span(-1)),
    Rule("span", "u:units_the few? next", _vague_span(1)),
    Rule("span", "u:units_the few? this", _vague_span(1)),
    Rule("span", "u:units_the n:n1|n2|big few? last", _counted_span(-1)),
    Rule("span", "u:units_the n:n1|n2|big few? next", _counted_span(1)),
    Rule("span", "u:units_the the n:n1|n2|big last", _counted_span(-1)),
    Rule("span", "u:units_the the n:n1|n2|big next", _counted_span(1)),
    Rule("span", "u:unit2_the last", _counted_span(-1)),
    Rule("span", "u:unit2_the next", _counted_span(1)),
    Rule("span", "the d:dur last", _span(-1)),
    Rule("span", "the d:dur next", _span(1)),
    Rule("frame", "the d:dur last|next", _sub_day_frame),
    Rule("span", "d:dur last", _span(-1)),
    Rule("span", "d:dur next", _span(1)),
    Rule("frame", "d:dur last|next", _sub_day_frame),
    Rule("frame", "clock.the_many|clock.the_two few? last|next|this", _frame),
    Rule("frame", "clock.the_many the? n1|n2|big last|next", _frame),
]
_PERSIAN = [
    Rule("unitx", f"u:{_UNIT} last|ago e:era?", _unit(-1), keep="u"),
    Rule("unitx", f"u:{_UNIT} this e:era?", _unit(0), keep="u"),
    Rule("unitx", f"u:{_UNIT} next|following e:era?", _unit(1), keep="u"),
    Rule("unitx", f"this_before u:{_UNIT}", _unit(0), keep="u"),
    Rule("unitx", f"same u:{_UNIT}", _same_unit, keep="u"),
    Rule("wdx", "day.one w:weekday", _weekday, keep="w"),
    Rule("wdx", "w:weekday last|ago", _weekday_shifted(-1), keep="w"),
    Rule("wdx", "w:weekday next|following", _weekday_shifted(1), keep="w"),
    Rule("wdx", "day.one w:weekday last|ago", _weekday_shifted(-1), keep="w"),
    Rule("wdx", "day.one w:weekday next|following", _weekday_shifted(1), keep="w"),
    Rule("wdx", "this_before w:weekday", _weekday_shifted(0), keep="w"),
    Rule("monthx", "m:monthx|monthweak last", _month_shifted(-1)),
    Rule("monthx", "m:monthx|monthweak next", _month_shifted(1)),
    Rule("monthx", "m:monthx|monthweak this", _month_shifted(0)),
    Rule("date", "m:date last", _month_shifted(-1)),
    Rule("date", "m:date next", _month_shifted(1)),
    Rule("date", "m:date this", _month_shifted(0)),
    Rule("seasonx", "s:season last|ago", _season_shifted(-1)),
    Rule("seasonx", "s:season next|following", _season_shifted(1)),
    Rule("seasonx", "s:season this", _season_shifted(0)),
    Rule("seasonx", "this_before s:season", _season_shifted(0)),
    Rule("point", "d:dur ago", _before_now),
    Rule("frame", "d:dur ago", _sub_day_frame),
    Rule("frame", "d:dur following", _frame),
    Rule("frame", "d:dur after|before", _frame),
    Rule("span", "d:dur last", _span(-1)),
    Rule("span", "d:dur next", _span(1)),
    Rule("frame", "d:dur last|next", _sub_day_frame),
    Rule("span", "u:units last", _vague_span(-1)),
    Rule("span", "u:units next", _vague_span(1)),
    Rule("frame", "clock|clock.one|clock.many last|next|ago", _frame),
]
_ENGLISH = [
    Rule("unitx", f"last u:{_UNIT}|division >!of", _unit(-1), keep="u"),
    Rule("unitx", f"this u:{_UNIT}|division", _unit(0), keep="u"),
    Rule("unitx", f"next u:{_UNIT}|division", _next_day, keep="u"),
    Rule("unitx", f"following u:{_UNIT}", _following_unit, keep="u"),
    Rule("unitx", f"same u:{_UNIT}", _same_unit, keep="u"),
    Rule("wdx", "last w:weekday >!of", _weekday_shifted(-1), keep="w"),
    Rule("wdx", "this w:weekday", _weekday_shifted(0), keep="w"),
    Rule("wdx", "next w:weekday", _weekday_shifted(1), keep="w"),
    Rule("monthx", "last m:monthx|monthweak", _month_shifted(-1)),
    Rule("monthx", "this m:monthx|monthweak", _month_shifted(0)),
    Rule("monthx", "next m:monthx|monthweak", _month_shifted(1)),
    Rule("seasonx", "last s:season", _season_shifted(-1)),
    Rule("seasonx", "this s:season", _season_shifted(0)),
    Rule("seasonx", "next s:season", _season_shifted(1)),
    Rule("point", "d:dur ago", _point(-1)),
    Rule("frame", "d:dur ago", _sub_day_frame),
    Rule("point", "d:dur later", _after_now),
    Rule("frame", "d:dur later|earlier|before|after", _frame),
    Rule("point", "d:dur p:from|after|before a:adverb", _from_adverb),
    Rule("point", "in d:dur", _after_now),
    Rule("point", "n:n1 w:weekdays|weekday from_now|later", _weekdays_from_now),
    Rule("span", "last d:dur >!of", _span(-1)),
    Rule("span", "next d:dur", _span(1)),
    Rule("frame", "last|next d:dur", _sub_day_frame),
    Rule("span", "last u:units", _vague_span(-1)),
    Rule("span", "next u:units", _vague_span(1)),
    Rule("frame", "last|next clock.many|clock.one", _frame),
]
_BY_LANGUAGE: dict[str, list[Rule]] = {"ar": _ARABIC, "fa": _PERSIAN, "en": _ENGLISH}
