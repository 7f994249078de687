"""Persian rules of dates: پیش and دیگر follow a length of time, "هفته گذشته" is last week, two digits make a year."""

from extract.dates import absolute, ages, bounds, clock, durations, feasts, parts, points, relative, units
from extract.dates.cascade import Rule
from extract.dates.grammar.stages import Stages

_ZONE = "( time_zone )? ( pm )? ( time_zone )?"
_UNIT = "day.one|week.one|month.one|year.one|decade.one|century.one|weekend.one"
_DATES = [
    Rule("date", "<!division|week.one|decade.one d:dom m:anymon month.one? year.one? y:n1|n2 e:era?", absolute.day),
    Rule("monthx", "m:anymon month.one? year.one y:n1|n2", absolute.month),
    Rule("monthx", "m:anymon month.one? y:n2", absolute.month),
    Rule("span", "d:dom to|dash|until|and l:dom m:anymon month.one? year.one? y:n1|n2 e:era?", absolute.days),
    Rule("date", "f:feast year.one? y:n1|n2|year4", feasts.feast),
    Rule("date", "day.one o:ord f:feast", feasts.nth_day),
    Rule("decadex", "decade.one|decade.many d:n1|n2|year4 e:era?", ages.decade),
    Rule("unitx", "century.one o:ord|n1 e:era?", ages.century),
    Rule("time", f"clock clock? h:n1|n2|decimal {_ZONE}", clock.time),
    Rule("time", f"clock clock? h:n1|n2 and m:n1|n2|division|half|decimal clock.one? {_ZONE}", clock.time),
    Rule("time", f"clock clock? h:n1|n2 and m:n1|n2 clock.one? and s:n1|n2 clock.one? {_ZONE}", clock.time),
    Rule("time", "h:n1 p:daypart", clock.hour_of_day),
    Rule("frame", "dom anymon", points.namesake),
    Rule("time", "h:n1 and half|decimal|division daypart", clock.time),
]
_UNITS = [
    Rule("dur", "<after|before u:units|clock.many", durations.plural),
    Rule("dur", "division u:clock|clock.one|year.one|century.one", durations.half),
]
_RELATIVE = [
    Rule("unitx", f"u:{_UNIT} last|ago e:era?", units.unit(-1), keep="u"),
    Rule("unitx", f"u:{_UNIT} this e:era?", units.unit(0), keep="u"),
    Rule("unitx", f"u:{_UNIT} next|following e:era?", units.unit(1), keep="u"),
    Rule("unitx", "u:year.one|month.one e:era last|ago", units.unit(-1), keep="u"),
    Rule("unitx", "u:year.one|month.one e:era this", units.unit(0), keep="u"),
    Rule("unitx", "u:year.one|month.one e:era next", units.unit(1), keep="u"),
    Rule("unitx", f"this_before u:{_UNIT}", units.unit(0), keep="u"),
    Rule("unitx", f"same u:{_UNIT}", units.same_unit, keep="u"),
    Rule("wdx", "day.one w:weekday", relative.weekday, keep="w"),
    Rule("wdx", "w:weekday last|ago", relative.weekday_shifted(-1), keep="w"),
    Rule("wdx", "w:weekday next|following", relative.weekday_shifted(1), keep="w"),
    Rule("wdx", "day.one w:weekday last|ago", relative.weekday_shifted(-1), keep="w"),
    Rule("wdx", "day.one w:weekday next|following", relative.weekday_shifted(1), keep="w"),
    Rule("wdx", "this_before w:weekday", relative.weekday_shifted(0), keep="w"),
    Rule("monthx", "m:monthx|monthweak last", relative.month_shifted(-1)),
    Rule("monthx", "m:monthx|monthweak next", relative.month_shifted(1)),
    Rule("monthx", "m:monthx|monthweak this", relative.month_shifted(0)),
    Rule("date", "m:date last", relative.month_shifted(-1)),
    Rule("date", "m:date next", relative.month_shifted(1)),
    Rule("date", "m:date this", relative.month_shifted(0)),
    Rule("date", "f:feast last|ago", feasts.shifted(-1)),
    Rule("date", "f:feast next|following", feasts.shifted(1)),
    Rule("date", "f:feast this", feasts.shifted(0)),
    Rule("unitx", "u:weekend.one", units.weekend),
    Rule("seasonx", "s:season last|ago", relative.season_shifted(-1)),
    Rule("seasonx", "s:season next|following", relative.season_shifted(1)),
    Rule("seasonx", "s:season this", relative.season_shifted(0)),
    Rule("seasonx", "this_before s:season", relative.season_shifted(0)),
    Rule("point", "d:dur ago", points.before_now),
    Rule("frame", "d:dur ago", points.sub_day_frame),
    Rule("frame", "d:dur following", points.frame),
    Rule("point", "d:dur p:before|after x:date", points.from_date),
    Rule("frame", "d:dur after|before", points.frame),
    Rule("span", "d:dur last", points.span(-1)),
    Rule("span", "d:dur next", points.span(1)),
    Rule("frame", "d:dur last|next", points.sub_day_frame),
    Rule("span", "u:units last", points.vague_span(-1)),
    Rule("span", "u:units next", points.vague_span(1)),
    Rule("frame", "clock|clock.one|clock.many last|next|ago", points.frame),
]
_PARTS = [
    Rule("span", "d:dur final x:monthx|yearx|unitx", parts.first_units),
    Rule("span", "d:dur final t:year.one|month.one", parts.first_units),
    Rule("span", "final d:dur x:monthx|yearx|unitx", parts.first_units),
    Rule("span", "q:division x:monthx|yearx", parts.middle),
    Rule("span", "day.many a:wdx and b:wdx", bounds.between),
    Rule("unitx", "u:day.one|week.one|decade.one o:ord ( of|from )? x:monthx|yearx|unitx", parts.nth_unit, keep="u"),
    Rule("unitx", "u:day.one|week.one|decade.one o:ord t:month.one|year.one", parts.nth_unit, keep="u"),
]
_BOUNDS = [
    Rule("span", "from x:date|monthx|yearx|span until_now? >!to|until", bounds.persian_since),
    Rule("span", "to x:dated", bounds.persian_until),
]
RULES = Stages(dates=_DATES, units=_UNITS, relative=_RELATIVE, parts=_PARTS, bounds=_BOUNDS)
