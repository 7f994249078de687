"""Rules of dates that hold in all three languages, and those that only one of them can meet with its own words."""

from extract.dates import absolute, bounds, clock, durations, feasts, joins, numeric, parts, points, relative, units
from extract.dates.cascade import Rule
from extract.dates.grammar.stages import Stages

_DAY_TAIL = "( comma|of|from|dash|slash|dot|in )? ( comma|of|from|in )? yearword? y:year4 e:era?"
MORE = "comma|and dom ( comma|and dom )? ( comma|and dom )? comma?"  # days between the first and the last
_ZONE = "( time_zone )? ( pm )? ( time_zone )?"
_WHOLES = "monthx|yearx|unitx|seasonx|decadex|span"
_THE = "week.the|month.the|year.the|decade.the|century.the"
_NOT_RANK = "<!division|week.one|week.the|decade.one|decade.the"
_NAMES = [
    Rule("monthname", "a:anymon slash|dash b:anymon", absolute.same_month, keep="a"),
    Rule("monthname", "a:anymon lparen b:anymon rparen", absolute.same_month, keep="a"),
    Rule("monthname", "a:anymon b:anymon", absolute.same_month, keep="a"),
]
_DATES = [
    Rule(
        "date",
        f"{_NOT_RANK} d:dom ( dot|dash|slash|of|from )? month.one? m:anymon month.one? {_DAY_TAIL}",
        absolute.day,
    ),
    Rule("date", f"{_NOT_RANK} d:dom ( dot|dash|slash|of|from )? month.one? m:anymon month.one?", absolute.day),
    Rule("date", f"m:anymon month.one? ( dot|dash|slash )? the? d:dom {_DAY_TAIL}", absolute.day),
    Rule("date", "m:anymon ( dot|dash|slash )? the? d:dom >!anymon", absolute.day),
    Rule("date", "y:year4 ( dash|slash|comma|dot )? m:anymon ( dash|slash )? d:dom", absolute.day),
    Rule(
        "span",
        f"d:dom to|dash|until|and the? l:dom ( of|from )? month.one? m:anymon month.one? {_DAY_TAIL}",
        absolute.days,
    ),
    Rule("span", "d:dom to|dash|until|and the? l:dom ( of|from )? month.one? m:anymon month.one?", absolute.days),
    Rule("span", f"d:dom {MORE} and the? l:dom ( of|from )? month.one? m:anymon month.one? {_DAY_TAIL}", absolute.days),
    Rule("span", f"d:dom {MORE} and the? l:dom ( of|from )? month.one? m:anymon month.one?", absolute.days),
    Rule("span", f"c:pair_dash|pair_slash month.one? m:anymon month.one? {_DAY_TAIL}", absolute.days),
    Rule("span", "c:pair_dash|pair_slash month.one? m:anymon month.one?", absolute.days),
    Rule("monthx", f"m:anymon month.one? {_DAY_TAIL}", absolute.month),
    Rule("monthx", f"month.one m:anymon {_DAY_TAIL}", absolute.month),
    Rule("monthx", "month.one m:anymon", absolute.month),
    Rule("monthx", "month_of m:anymon", absolute.month),
    Rule("monthx", "m:anymon month.one?", absolute.month),
    Rule("date", f"f:feast {_DAY_TAIL}", feasts.feast),
    Rule("date", "f:feast", feasts.feast),
    Rule("date", "o:ord day.one|day.many of? the? f:feast", feasts.nth_day),
    Rule("date", f"o:ord day.one|day.many of? the? f:feast {_DAY_TAIL}", feasts.nth_day),
    Rule("yearx", "w:yearword y:year4|n1|n2 e:era?", absolute.named_year),
    Rule("yearx", "w:yearword y:n1|n2|big|year4 e:era", absolute.ancient_year),
    Rule("yearx", "w:yearword e:era y:year4|n1|n2", absolute.named_year),
    Rule("yearx", "y:year4 e:era", absolute.named_year),
    Rule("yearx", "y:n2|big e:era", absolute.ancient_year),
    Rule("yearx", "y:year4", absolute.bare_year),
    Rule(
        "span",
        "w:yearword y:year4|n1|n2 ( to|until|dash|and )? the? yearword? z:year4|n1|n2 e:era?",
        absolute.year_range,
    ),
    Rule("span", "w:yearword|year.the_many y:year4 ( comma|and )? year4 and z:year4", absolute.year_range),
    Rule("span", "y:year4 to|until|dash yearword? z:year4|n1|n2 e:era?", absolute.year_range),
    Rule("span", "<between y:year4|n2 and|to yearword? z:year4|n2 e:era?", absolute.year_range),
    Rule("date", "c:triple e:era?", numeric.triple),
    Rule("date", "c:pair_slash|pair_dash|pair_dot", numeric.figure_pair),
    Rule("span", "c:pair_slash|pair_dash e:era", numeric.years_of_era),
    Rule("date", "c:pair_slash|pair_dash comma y:year4", numeric.figure_pair_with_year),
    Rule("time", f"hour_minute {_ZONE}", clock.plain),
    Rule("time", f"clock clock? hour_minute {_ZONE}", clock.plain),
    Rule("time", f"clock hour_minute clock.one? {_ZONE}", clock.plain),
    Rule("time", "n:n1|n2|year4|big|decimal time_zone", clock.military),
]
_UNITS = [
    Rule("dur", "c:count u:unit1|units|subday", durations.counted),
    Rule("dur", "one c:vague u:unit1|units|subday", durations.counted),
    Rule("dur", "u:unit2|clock.two", durations.dual),
]
_SUMS = [
    Rule("dur", "a:dur ( and|comma )? b:dur", durations.total),
    Rule("dur", "a:dur ( and|comma )? b:dur ( and|comma )? c:dur", durations.total),
    Rule("dur", "a:dur ( and|comma )? b:dur ( and|comma )? c:dur ( and|comma )? d:dur", durations.total),
    Rule("dur", f"a:dur and one? h:half|division|decimal ( {_THE} )?", durations.and_fraction),
    Rule("dur", "a:dur h:half", durations.and_fraction),
    Rule("dur", "approximately a:dur", durations.approximate),
    Rule("dur", f"approximately a:dur and one? h:half|division|decimal ( {_THE} )?", durations.and_fraction),
]
_RELATIVE = [
    Rule("advx", "a:adverb", relative.adverb),
    Rule("yearx", "a:year_adverb", units.year_adverb),
    Rule("wdx", "w:weekday", relative.weekday, keep="w"),
    Rule("frame", "after|before|since|within d:dur >!last|next|past|coming", points.frame_in_time),
    Rule("point", "d:dur from_now >!extended", points.from_now),
    Rule("frame", "d:dur from_now >!extended", points.sub_day_frame),
]
_PARTS = [
    Rule("seasonx", "s:season ( of|from|in )? the? x:yearx|unitx", relative.season_in),
    Rule("span", "p:part ( of|from|dash|in )? the? s:season", relative.part_of_season),
    Rule(
        "span", "p:part ( of|from|dash|in )? the? s:season ( of|from|in )? the? x:yearx|unitx", relative.part_of_season
    ),
    Rule("seasonx", "<since|until|by|before|after s:season", relative.season),
    Rule("seasonx", "<since|until|by|before|after the s:season >!of|from|in|yearx|unitx", relative.season),
    Rule("seasonx", "division s:season ( of|from|in )? x:yearx|unitx", relative.season_in),
    Rule("advx", "daypart ( of|from|in )? day.one? x:advx", joins.same),
    Rule("wdx", "daypart ( of|from|in )? day.one? x:wdx", joins.same, keep="x"),
    Rule("date", "daypart ( of|from|in )? day.one? x:date", joins.same),
    Rule("advx", "x:advx ( in|at )? the? daypart", joins.same),
    Rule("wdx", "x:wdx ( in|at )? the? daypart", joins.same, keep="x"),
    Rule("date", "x:date ( in|at )? the? daypart", joins.same),
    Rule("monthx", "a:monthx ( of|from|in|comma )? x:yearx|unitx", joins.part_of_year),
    Rule("date", "a:date ( of|from|in|comma )? x:yearx|unitx", joins.part_of_year),
    Rule("span", "d:dom to|dash|until|and the? l:dom ( of|from )? the? x:unitx", joins.days_of_month),
    Rule("date", "the d:dom ( of|from )? the? x:unitx", joins.part_of_year),
    Rule("date", "d:dom ( of|from )? the? x:unitx", joins.part_of_year),
    Rule("span", f"p:part ( of|from|dash|in )? the? x:{_WHOLES}", parts.part, keep="p"),
    Rule(
        "span",
        "p:part ( of|from|in )? the? u:week.one|month.one|year.one|week.the|month.the|year.the",
        parts.current_part,
        keep="p",
    ),
    Rule("span", f"o:ord q:division ( of|from|in )? the? x:{_WHOLES}", parts.division),
    Rule("span", f"q:division o:ord ( of|from|in )? the? x:{_WHOLES}", parts.division),
    Rule("span", f"l:last|final q:division ( of|from|in )? the? x:{_WHOLES}", parts.last_division),
    Rule("span", f"q:division l:last ( of|from|in )? the? x:{_WHOLES}", parts.last_division),
    Rule("span", "o:ord q:division ( of|from|in )? the? u:year.one|year.the|month.one|month.the", parts.division),
    Rule("span", "q:division o:ord ( of|from|in )? the? u:year.one|year.the|month.one|month.the", parts.division),
    Rule("span", "q:division l:last ( of|from|in )? the? u:year.the|month.the", parts.last_division),
    Rule("date", "o:ord w:wdx|bare_weekday ( of|from|in ) the? x:monthx|unitx", parts.nth_weekday),
    Rule("date", "o:ord day.one w:wdx|bare_weekday ( of|from|in ) the? x:monthx|unitx", parts.nth_weekday),
    Rule("date", "last|final day.one? w:wdx|bare_weekday ( of|from|in ) the? x:monthx|unitx", parts.nth_weekday),
    Rule("date", "w:wdx o:ord ( of|from|in ) the? x:monthx|unitx", parts.nth_weekday),
    Rule("unitx", f"o:ord u:unit1 ( of|from|in )? the? x:{_WHOLES}", parts.nth_unit, keep="u"),
    Rule("unitx", f"last|final u:unit1 ( of|from|in ) the? x:{_WHOLES}", parts.nth_unit, keep="u"),
    Rule("span", f"o:ord d:dur ( of|from|in )? the? x:{_WHOLES}", parts.first_units),
    Rule("span", f"last|final d:dur ( of|from|in ) the? x:{_WHOLES}", parts.first_units),
    Rule("span", "o:ord d:dur ( of|from|in ) the? t:year.one|year.the|month.one|month.the", parts.first_units),
    Rule("span", "last|final d:dur of the? t:year.one|year.the|month.one|month.the", parts.first_units),
    Rule("span", f"d:dur o:ord ( of|from|in )? x:{_WHOLES}", parts.first_units),
    Rule("span", "d:dur o:ord t:year.one|month.one", parts.first_units),
    Rule("span", f"u:units_the n:n1|n2 o:ord ( of|from|in ) x:{_WHOLES}", parts.first_counted),
    Rule("span", "u:units_the n:n1|n2 o:ord ( of|from|in ) t:year.the|month.the", parts.first_counted),
    Rule("span", f"u:units_the n:n1|n2 last ( of|from|in ) x:{_WHOLES}", parts.first_counted),
]
_JOINS = [
    Rule("date", "j:day.one d:n1", joins.day_of_current_month),
    Rule("date", "<on|for|by|until|since|in the d:ord|n1 >!dash", joins.numbered_day),
    Rule("date", "<on d:n1", joins.day_of_current_month),
    Rule("date", "w:wdx comma? ( the|in )? d:ord", joins.weekday_and_number),
    Rule("date", "w:wdx comma? the d:n1", joins.weekday_and_number),
    Rule("date", "w:wdx comma? i:in? d:n1", joins.weekday_and_number),
    Rule(
        "date",
        "w:wdx|bare_weekday dot? ( comma|in|matching|dash )? ( the|in|day.one|matching )? x:date",
        joins.weekday_and_date,
    ),
    Rule("date", "w:wdx lparen x:date rparen", joins.weekday_and_date),
    Rule("date", "x:date lparen w:wdx rparen", joins.weekday_and_date),
    Rule("date", "a:advx comma? day.one? w:wdx", joins.adverb_and_weekday, keep="w"),
    Rule("date", "a:advx lparen w:wdx rparen", joins.adverb_and_weekday, keep="w"),
    Rule("date", "a:advx comma? ( day.one|matching )? x:date", joins.adverb_and_date),
    Rule("date", "a:advx comma? day.one? wdx comma? ( matching|in )? x:date", joins.adverb_and_date),
    Rule("date", "a:advx lparen wdx? comma? x:date rparen", joins.adverb_and_date),
    Rule("date", "w:wdx ( of|from|in|on|comma )? the? x:unitx", joins.weekday_of_week),
    Rule("date", "x:unitx ( in|on|comma )? day.one? w:wdx", joins.weekday_of_week),
]
_BOUNDS = [
    Rule("span", "a:dated comma? to|until|dash day.one? b:dated", bounds.between),
    Rule("span", "<between a:dated and|to b:dated", bounds.between),
    Rule("span", "a:monthx and|slash b:monthx", bounds.months),
    Rule("span", "since the? x:dated", bounds.since),
    Rule("span", "f:from the? x:dated >!to|until|dash", bounds.starting),
    Rule("span", "x:dated until_now", bounds.since),
    Rule("span", "until the? x:dated", bounds.until),
    Rule("span", "before the? x:dated", bounds.before),
    Rule("span", "after the? x:dated", bounds.after),
]
RULES = Stages(_NAMES, _DATES, _UNITS, _SUMS, _RELATIVE, _PARTS, _JOINS, _BOUNDS)
