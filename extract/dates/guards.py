"""When a word that is also something else is a month, and when a number is a year or a day.

Four digits count soldiers as readily as they date ("2025 soldiers", "2000 جندي"), "may" and می are verbs, تیر is a
bullet: each needs the company that these functions ask for.
"""

from extract.dates.cascade import Match, Node
from extract.dates.context import Context

_STRONG = frozenset("in since until by within matching part season of division month.one before after".split())
_FIRST_YEAR, _LAST_YEAR = 1900, 2100  # of a year that stands with a weak word only
_NEAR_FIRST, _NEAR_LAST = 1945, 2040  # of a year that stands beside its noun only ("the 2015 deal")
_FIRST_JALALI, _LAST_JALALI = 1300, 1420
_PEOPLE = frozenset("people men women children personnel police troops staff more other of".split())
_CUES = frozenset("in on by since until day.one weekday bare_weekday matching daypart before after".split())
_COMPOUNDS = frozenset("جي وي ان اكسيد اس سي كلرو متيل".split())  # دی‌جی, دی‌وی‌دی, دی‌اکسید
_NAMES = frozenset("صفر محرم المحرم رجب جوان ماي".split())  # never after a mere preposition
_ZODIAC = frozenset("ثور جوزا سنبله دلو حوت".split())  # hardly met but as months, unlike "serious" or "bow"
_HARDLY_WORDS = frozenset("اذر ابان دي".split())  # months that stand alone behind a preposition: «در آذر»
_OPENERS = frozenset("در تا شام صبح شب بامداد عصر ظهر چاشت ، , ( . :".split()) | {"", "\n"}
_IMPERFECT = "مي"  # می before a verb


def is_month(match: Match, month: Node, day: Node | None, year: Node | None) -> bool:
    """Whether the word is meant as a month, given the day and the year that would go with it."""
    if names_a_place(match):
        return False
    if month.kind == "monthname":
        return year is not None or day is not None or _stands_alone(match, month)
    if month.kind == "monthrare":
        return year is not None or (day is not None and (_dated(match) or _is_day_of(match, month, day)))
    return {"en": _english, "fa": _persian, "ar": _arabic}[match.context.lang](match, month, day, year)


def _dated(match: Match) -> bool:
    """Whether a word of dating stands before: «به تاریخ ۲۲ قوس», «تا ۳۰ جدی», «یک‌شنبه، ۱۲ دلو»."""
    if match.before in ("day.one", "weekday", "bare_weekday", "until", "since", "by"):
        return True
    weekday = match.before == "comma" and match.behind(2) in ("weekday", "bare_weekday")
    return weekday or match.context.form(match.first_token - 1) in ("تاريخ", "مورخ")


def _is_day_of(match: Match, month: Node, day: Node) -> bool:
    """A day that no word of dating stands before: «۳۰ جدی», «دهم حوت», but not «مرحله چهارم سرطان», «هر دو جدی»."""
    form, before = match.context.form(month.first), match.context.form(day.first - 1)
    if day.stop != month.first:
        return False  # «در ۵ ماه سرطان»
    if form in _ZODIAC:
        return bool(day.tag) or day.kind == "ord" or before in _OPENERS
    ranged = before == "از" and (day.kind == "ord" or match.after in ("to", "until"))  # «از اول عقرب تا آخر قوس»
    opened = ranged or before in _OPENERS or match.before in ("daypart", "lparen", "until", "since")
    return opened and (bool(day.tag) or day.kind == "ord")


def names_a_place(match: Match) -> bool:
    """ "میدان اردیبهشت", "مدينة السادس من أكتوبر": streets, towns and movements are named after dates."""
    reach = 4 if match.before in ("from", "of", "ord", "n1") else 1
    return any(match.context.is_in("not_after", match.first_token - back) for back in range(1, reach + 1))


def _stands_alone(match: Match, month: Node) -> bool:
    """English writes months with a capital; "august" and "april" without one need a preposition."""
    return match.context.lang != "en" or _is_capital(match.context, month) or match.before in _STRONG


def _is_capital(context: Context, node: Node) -> bool:
    folded = context.tokens.folded
    return folded.original[folded.offset(node.start)].isupper()


def _english(match: Match, month: Node, day: Node | None, year: Node | None) -> bool:
    word = match.context.tokens.forms[month.first]
    if word.startswith(("may", "march")) and not _is_capital(match.context, month):
        return year is not None and not match.context.is_in("counted", year.stop)
    if year is not None or day is not None:
        return True
    if match.before in ("and", "to") and match.behind(2) in ("monthname", "monthweak"):
        return _is_capital(match.context, month)  # "between March and May"
    return match.before in _STRONG or match.before in ("last", "next", "this", "from", "to", "between", "matching")


def _arabic(match: Match, month: Node, day: Node | None, year: Node | None) -> bool:
    folded = match.context.tokens.folded
    word = match.context.tokens.folded.text[month.start : month.end]
    if word == "اب" and folded.original[folded.offset(month.start)] != "آ":
        return False  # أب "father"
    if year is not None or (day is not None and (word != "صفر" or day.kind == "ord")):
        return True
    if day is None and word in _NAMES:
        return match.before in ("part", "month.one") or match["m"].first > match.first_token
    ranked = match.before == "from" and (
        match.behind(2) in ("bare_weekday", "weekday", "ord") or "." in match.behind(2)
    )
    cued = match.before in _STRONG or match.before == "between"
    return day is None and (cued or ranked or match["m"].first > match.first_token)


def _persian(match: Match, month: Node, day: Node | None, year: Node | None) -> bool:
    context = match.context
    has_word = match.stop_token > month.stop or match.first_token < month.first
    if year is not None:
        return True
    if day is None:
        ranked = match.before == "ord" and match.behind(2) in ("division", "week.one", "day.one", "decade.one")
        of_year = match.after in ("year.one", "year_adverb") or (
            match.before == "in"
            and context.form(month.first) in _HARDLY_WORDS
            and context.form(month.stop) not in _COMPOUNDS
        )
        return has_word or ranked or of_year or match.before in ("part", "month.one", "division")
    form = context.tokens.forms[month.first]
    cued = day.kind == "ord" or match.before in _CUES or match.nodes[match.stop - 1].kind == "month.one"
    if form in ("تير", "جون", _IMPERFECT):
        return cued and (form != _IMPERFECT or day.kind == "ord" or _no_verb(context, month))
    return cued or ((bool(day.tag) or day.stop > day.first + 1) and context.form(month.stop) not in _COMPOUNDS)


def _no_verb(context: Context, month: Node) -> bool:
    """Whether می is not the prefix of the verb that follows ("در ۵ می شود")."""
    return not context.is_in("verbs", month.stop)


def is_day_after_month(match: Match, month: Node, day: Node) -> bool:
    """Whether a number after a month is its day, not a count ("In September 10 people died")."""
    context = match.context
    if day.kind == "ord":
        return True
    if context.lang == "en":
        return match.before != "in" or not context.is_in("counted", day.stop)
    glued = day.first == month.stop and context.tokens.joined(month.stop - 1)
    return glued or day.first > month.stop or context.is_closed(day.stop)


def is_year_of_month(context: Context, year: Node) -> bool:
    """Whether the number after a month is its year: "in September 2000" but not "in September 2000 soldiers"."""
    if len(context.form(year.first)) < 3 and not context.is_closed(year.stop) and not _has_day(context, year):
        return False  # «تا پایان بهمن ۴۱ درگیری»
    if not year.tag or not context.is_in("counted", year.stop):
        return True
    return (year.value >= _FIRST_YEAR or context.lang == "fa") and year.value % 100 > 0


def _has_day(context: Context, year: Node) -> bool:
    """«۲۶ شهریور ۹۴»: a day before the month, which makes two digits behind it a year."""
    return any(context.form(year.first - back)[:1].isdecimal() for back in (2, 3))


def is_bare_year(context: Context, year: Node, before: str, behind: str) -> bool:
    """Whether four digits without "عام", "سال" or the like are a year."""
    if not year.tag:  # spelled out: a year only with a word that says so
        return False
    if context.is_in("counted", year.stop):
        return before == "the" and _modifies_event(context, year)
    closed = context.is_closed(year.stop)
    recent = _is_recent(context, year.value)
    if before in _STRONG or (before, behind) in (("ord", "division"), ("dash", "part")):
        return closed or (recent and year.value % 100 > 0)
    if not recent:
        return False
    if (
        context.lang == "en" and context.form(year.first - 1) == "over"
    ):  # "jailed over 2019 bombing", but "over 2024 men"
        return _is_singular(context.form(year.stop)) and year.value <= _NEAR_LAST
    if before == "lparen":
        return context.form(year.stop) in (")", "]", "-")
    if before in ("from", "to", "between", "matching"):
        return closed and not _counts_on(context, year)
    return _dates_a_noun(context, year, before, closed)


def _is_singular(form: str) -> bool:
    return form.isalpha() and not form.endswith("s") and form not in _PEOPLE


def _counts_on(context: Context, year: Node) -> bool:
    """ "from 2024 to 2500": the other end is no year, so neither is this one."""
    other = context.form(year.stop + 1)
    return other[:1].isdecimal() and not (other.isdecimal() and _is_recent(context, int(other[:9])))


def _is_recent(context: Context, year: int) -> bool:
    """A year that news may name without saying that it is one."""
    return _FIRST_YEAR <= year <= _LAST_YEAR or (context.lang == "fa" and _FIRST_JALALI <= year <= _LAST_JALALI)


def _dates_a_noun(context: Context, year: Node, before: str, closed: bool) -> bool:
    """ "the 2015 agreement", "انتخابات 2021", «جنگ ۲۰۰۶»."""
    if context.is_in("dated_before", year.first - 1):
        return True
    if (
        not _NEAR_FIRST <= year.value <= _NEAR_LAST
        or context.lang != "en"
        or closed
        or before not in ("the", "one", "other", "")
    ):
        return False
    modified = context.form(year.stop)
    return modified.isalpha() and (before in ("the", "one") or context.is_in("possessive", year.first - 1))


def _modifies_event(context: Context, year: Node) -> bool:
    return _NEAR_FIRST <= year.value <= _NEAR_LAST and year.value % 10 > 0 and context.is_in("events", year.stop)


def is_plausible_year(year: int) -> bool:
    """Whether the number is likelier a year than a round count."""
    return _FIRST_YEAR <= year <= _LAST_YEAR and year % 100 > 0


def is_plausible_range(context: Context, first: int, last: int, stop: int) -> bool:
    """Whether "2014-2017" without a word of time is years: recent ones, and not counting what follows."""
    return _is_recent(context, first) and _is_recent(context, last) and not context.is_in("counted", stop)


def has_day_cue(match: Match) -> bool:
    """Whether a word before announces a day: "on", "في", «روز», a weekday."""
    return match.before in _CUES or match.context.form(match.first_token - 1) in ("تاريخ", "بتاريخ", "dated")


def is_month_in_figures(match: Match, node: Node, year: int) -> bool:
    """Whether "9/2024" is a month; a decree may bear such a number too."""
    cued = has_day_cue(match) or match.before in ("from", "to", "until", "between", "month.one", "part")
    return cued and node.kind != "pair_dot" and _FIRST_YEAR <= year <= _LAST_YEAR


def is_day_in_figures(match: Match, node: Node, one: int, two: int) -> bool:
    """Whether "4/22", "22-4" or "4.22" is a day and a month; scores, fractions and decimals look the same."""
    if max(one, two) > 31 or min(one, two) > 12 or min(one, two) < 1 or (one, two) == (24, 7):
        return False
    closed = match.context.is_closed(node.stop)
    if node.kind == "pair_slash" and max(one, two) > 12:
        return closed and match.before != "at"
    cued = match.before in ("on", "in", "day.one", "weekday", "matching")
    return cued and closed and match.context.form(node.stop) != "%"
