"""English rules of dates: "last", "next" and "this" stand before, "ago" and "later" after; months may come first."""

from extract.dates import absolute, ages, clock, durations, feasts, parts, points, relative, units
from extract.dates.cascade import Rule
from extract.dates.grammar.shared import MORE
from extract.dates.grammar.stages import Stages

_UNIT = "day.one|week.one|month.one|year.one|decade.one|century.one|weekend.one"
_DATES = [
    Rule("span", "m:mon dot? d:dom to|dash|until|and the? l:dom comma? y:year4", absolute.days),
    Rule("span", "m:mon dot? d:dom to|dash|until|and the? l:dom >!mon", absolute.days),
    Rule("span", f"m:mon dot? d:dom {MORE} and the? l:dom comma? y:year4", absolute.days),
    Rule("span", f"m:mon dot? d:dom {MORE} and the? l:dom >!mon", absolute.days),
    Rule("span", "m:mon dot? c:pair_dash comma? y:year4", absolute.days),
    Rule("span", "m:mon dot? c:pair_dash", absolute.days),
    Rule("date", "d:dom dash|slash m:mon dash|slash y:n1|n2", absolute.day),
    Rule("date", "m:mon comma d:dom comma? y:year4", absolute.day),
    Rule("date", "d:dom m:mon apostrophe y:n1|n2", absolute.day),
    Rule("monthx", "m:mon apostrophe y:n1|n2", absolute.month),
    Rule("date", "eve of the? f:feast", feasts.eve),
    Rule("decadex", "d:year4|n2 apostrophe? plural_s", ages.decade),
    Rule("decadex", "<the|part|in d:decade", ages.decade),
    Rule("unitx", "o:ord dash? century.one e:era?", ages.century),
    Rule("span", "q:quarter_letter|half_letter n:n1 of? y:year4", ages.lettered),
    Rule("time", "h:n1|decimal ampm ( time_zone )?", clock.time),
    Rule("time", "h:n1 clock", clock.time),
    Rule("time", "at approximately? h:n1 in the daypart", clock.time),
]
_UNITS = [
    Rule("dur", "u:units|clock.many >ago|later|earlier|from_now", durations.plural),
    Rule("dur", "division one? u:year.one|century.one|decade.one|clock.one|month.one", durations.half),
]
_RELATIVE = [
    Rule("span", f"past u:{_UNIT}", points.unit_span(-1)),
    Rule("span", f"coming u:{_UNIT}", points.unit_span(1)),
    Rule("unitx", f"last u:{_UNIT}|division >!of", units.unit(-1), keep="u"),
    Rule("unitx", f"this u:{_UNIT}|division", units.unit(0), keep="u"),
    Rule("unitx", f"next u:{_UNIT}|division", units.next_unit, keep="u"),
    Rule("unitx", f"following u:{_UNIT}", units.following_unit, keep="u"),
    Rule("unitx", f"same u:{_UNIT}", units.same_unit, keep="u"),
    Rule("unitx", "the u:weekend.one", units.weekend),
    Rule("date", "last|past f:feast", feasts.shifted(-1)),
    Rule("date", "this f:feast", feasts.shifted(0)),
    Rule("date", "next|coming f:feast", feasts.shifted(1)),
    Rule("unitx", f"u:{_UNIT} before last", units.unit(-2), keep="u"),
    Rule("unitx", f"u:{_UNIT} after next", units.unit(2), keep="u"),
    Rule("wdx", "w:weekday before last", relative.weekday_shifted(-2), keep="w"),
    Rule("wdx", "last|past w:weekday >!of", relative.weekday_shifted(-1), keep="w"),
    Rule("wdx", "this past w:weekday", relative.weekday_shifted(-1), keep="w"),
    Rule("wdx", "this coming w:weekday", relative.weekday_shifted(1), keep="w"),
    Rule("wdx", "this w:weekday", relative.weekday_shifted(0), keep="w"),
    Rule("wdx", "next|coming w:weekday", relative.weekday_shifted(1), keep="w"),
    Rule("monthx", "last|past m:monthx|monthweak", relative.month_shifted(-1)),
    Rule("monthx", "this m:monthx|monthweak", relative.month_shifted(0)),
    Rule("monthx", "next|coming m:monthx|monthweak", relative.month_shifted(1)),
    Rule("seasonx", "last|past s:season", relative.season_shifted(-1)),
    Rule("seasonx", "this s:season", relative.season_shifted(0)),
    Rule("seasonx", "next|coming s:season", relative.season_shifted(1)),
    Rule("point", "d:dur ago", points.point(-1)),
    Rule("frame", "d:dur ago", points.sub_day_frame),
    Rule("point", "d:dur later", points.after_now),
    Rule("frame", "<!for d:dur later|earlier|before|after", points.frame),
    Rule("point", "d:dur p:from|after|before a:adverb", points.from_adverb),
    Rule("point", "d:dur p:before|after|from x:date", points.from_date),
    Rule("point", "in d:dur", points.after_now),
    Rule("point", "in d:dur apostrophe", points.in_time),
    Rule("frame", "in d:dur", points.future_hours),
    Rule("point", "n:n1 w:weekdays|weekday from_now|later", relative.weekdays_from_now),
    Rule("span", "last|past d:dur >!of", points.span(-1)),
    Rule("span", "next|coming d:dur", points.span(1)),
    Rule("frame", "last|past|next|coming d:dur", points.sub_day_frame),
    Rule("span", "last|past u:units", points.vague_span(-1)),
    Rule("span", "next|coming u:units", points.vague_span(1)),
    Rule("frame", "last|past|next|coming clock.many|clock.one", points.frame),
]
_PARTS = [
    Rule("unitx", "week.one of the? x:date", parts.week_of),
    Rule("span", "<in|by|before|until|at|since u:year.one|month.one|week.one dash? p:part", parts.year_end),
    Rule("span", "<in|by|before|until|at|since the u:year.one|month.one|week.one dash? p:part", parts.year_end),
    Rule("date", "o:ord w:wdx", parts.bare_nth_weekday),
]
RULES = Stages(dates=_DATES, units=_UNITS, relative=_RELATIVE, parts=_PARTS)
