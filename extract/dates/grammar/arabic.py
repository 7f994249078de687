"""Arabic rules of dates: adjectives follow their noun, قبل and بعد stand before a length of time, duals count two."""

from extract.dates import absolute, ages, bounds, clock, durations, joins, parts, points, relative, units
from extract.dates.cascade import Rule
from extract.dates.grammar.stages import Stages

_ZONE = "( time_zone )? ( pm )? ( time_zone )?"
_PREFIXED = "before|since|after|within|approximately|final|and"
_UNIT_THE = "week.the|month.the|year.the|decade.the|century.the|weekend.the"
_DATES = [
    Rule("date", "d:dom dash|slash m:mon dash|slash y:n1|n2", absolute.day),
    Rule("decadex", "d:decade", ages.decade),
    Rule("decadex", "decade.one|decade.the d:decade", ages.decade),
    Rule("decadex", "d:decade century.the last|past", ages.decade),
    Rule("decadex", "d:decade century.the o:ord", ages.decade),
    Rule("unitx", "century.the|century.one o:ord e:era?", ages.century),
    Rule("time", f"clock h:ord|n1|n2|decimal {_ZONE}", clock.time),
    Rule("time", f"clock h:ord|n1|n2 and division|half|decimal|ord clock.one? {_ZONE}", clock.time),
    Rule("time", f"clock h:ord|n1|n2 and m:n1|n2 clock.one|clock.many? {_ZONE}", clock.time),
    Rule("time", "h:n1|ord ampm", clock.time),
    Rule("time", "h:n1|ord daypart >!weekday|adverb|monthname", clock.time),
]
_UNITS = [
    Rule("dur", f"<{_PREFIXED} u:unit1|clock.one", durations.single),
    Rule("dur", "u:unit1|clock.one >and", durations.single),
    Rule("dur", "u:unit1|clock.one n:n1", durations.one),
    Rule("dur", "<before|since|after u:units|clock.many", durations.plural),
    Rule("dur", "u:units|clock.many few? >past", durations.plural),
]
_RELATIVE = [
    Rule("unitx", f"u:{_UNIT_THE}|adverb last e:era?", units.unit(-1), keep="u"),
    Rule("unitx", f"u:{_UNIT_THE} before_last", units.unit(-2), keep="u"),
    Rule("unitx", f"u:{_UNIT_THE} this e:era?", units.unit(0), keep="u"),
    Rule("unitx", f"u:{_UNIT_THE}|adverb next e:era?", units.unit(1), keep="u"),
    Rule("unitx", f"u:{_UNIT_THE}|adverb following", units.following_unit, keep="u"),
    Rule("unitx", f"u:{_UNIT_THE}|adverb same", units.same_unit, keep="u"),
    Rule("unitx", f"this_before u:{_UNIT_THE}", units.unit(0), keep="u"),
    Rule("wdx", "day.one w:weekday|bare_weekday", relative.weekday, keep="w"),
    Rule("wdx", "w:weekday last", relative.weekday_shifted(-1), keep="w"),
    Rule("wdx", "w:weekday next", relative.weekday_shifted(1), keep="w"),
    Rule("wdx", "w:weekday this", relative.weekday_shifted(0), keep="w"),
    Rule("wdx", "day.one w:weekday|bare_weekday last", relative.weekday_shifted(-1), keep="w"),
    Rule("wdx", "day.one w:weekday|bare_weekday next", relative.weekday_shifted(1), keep="w"),
    Rule("wdx", "this_before day.one? w:weekday", relative.weekday_shifted(0), keep="w"),
    Rule("monthx", "m:monthx|monthweak last", relative.month_shifted(-1)),
    Rule("monthx", "m:monthx|monthweak next", relative.month_shifted(1)),
    Rule("monthx", "m:monthx|monthweak this", relative.month_shifted(0)),
    Rule("date", "m:date last", relative.month_shifted(-1)),
    Rule("date", "m:date next", relative.month_shifted(1)),
    Rule("date", "m:date this", relative.month_shifted(0)),
    Rule("seasonx", "s:season last", relative.season_shifted(-1)),
    Rule("seasonx", "s:season next", relative.season_shifted(1)),
    Rule("seasonx", "s:season this", relative.season_shifted(0)),
    Rule("seasonx", "this_before s:season", relative.season_shifted(0)),
    Rule("point", "before|since d:dur", points.before_now),
    Rule("point", "before|since d:dur from_now", points.point(-1)),
    Rule("point", "after d:dur", points.after_now),
    Rule("point", "after d:dur from_now", points.point(1)),
    Rule("point", "d:dur from_now", points.from_now_by_tense),
    Rule("point", "d:dur past", points.point(-1)),
    Rule("span", "final d:dur >!from|in", points.span(-1)),
    Rule("frame", "final d:dur", points.sub_day_frame),
    Rule("frame", "d:dur past|coming", points.sub_day_frame),
    Rule("span", "d:dur coming", points.span(1)),
    Rule("span", "u:units_the few? last", points.vague_span(-1)),
    Rule("span", "u:units_the few? next", points.vague_span(1)),
    Rule("span", "u:units_the few? this", points.vague_span(1)),
    Rule("span", "u:units_the n:n1|n2|big few? last", points.counted_span(-1)),
    Rule("span", "u:units_the n:n1|n2|big few? next", points.counted_span(1)),
    Rule("span", "u:units_the the n:n1|n2|big last", points.counted_span(-1)),
    Rule("span", "u:units_the the n:n1|n2|big next", points.counted_span(1)),
    Rule("span", "u:unit2_the last", points.counted_span(-1)),
    Rule("span", "u:unit2_the next", points.counted_span(1)),
    Rule("span", "the d:dur last", points.span(-1)),
    Rule("span", "the d:dur next", points.span(1)),
    Rule("frame", "the d:dur last|next", points.sub_day_frame),
    Rule("span", "d:dur last", points.span(-1)),
    Rule("span", "d:dur next", points.span(1)),
    Rule("frame", "d:dur last|next", points.sub_day_frame),
    Rule("frame", "clock.the_many|clock.the_two few? last|next|this", points.frame),
    Rule("frame", "clock.the_many the? n1|n2|big last|next", points.frame),
]
_PARTS = [
    Rule("span", "month.pair a:monthx and b:monthx", bounds.between),
    Rule("span", "day.pair a:wdx and b:wdx", bounds.between),
    Rule("date", "u:adverb|week.the|decade.the o:ord from|in x:monthx|yearx|unitx", parts.nth_unit),
    Rule("date", "u:adverb|week.the|decade.the o:ord from|in t:month.the|year.the", parts.nth_unit),
    Rule("date", "d:n1 this", joins.day_of_current_month),
    Rule("date", "w:wdx o:ord", parts.bare_nth_weekday),
    Rule("date", "<in d:n1", joins.day_of_current_month),
]
RULES = Stages(dates=_DATES, units=_UNITS, relative=_RELATIVE, parts=_PARTS)
