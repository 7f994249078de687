"""The kinds of nodes that the rules know, and the names they use for several kinds at once."""

from extract.dates.cascade import Alphabet
from extract.dates.vocabulary import FORMS

UNITS = ("day", "business_day", "week", "fortnight", "weekend", "month", "year", "decade", "century", "clock")
_LONG = tuple(unit for unit in UNITS if unit != "clock")

_WORDS = (
    "monthname monthweak monthrare feast eve weekday bare_weekday weekdays adverb year_adverb decade season division "
    "vague part era last before_last this next following past coming few this_before same from_now extended ago "
    "later earlier in on for at since until until_now by within before after from to of between and the final one "
    "approximately half daypart ampm clock time_zone noon matching month_of each plural_s quarter_letter half_letter "
    "comma dot dash slash lparen rparen apostrophe colon other"
).split()
_NUMBERS = "n1 n2 year4 big decimal ord triple pair_slash pair_dash pair_dot hour_minute".split()
_MADE = (
    "date monthx yearx unitx wdx advx seasonx decadex span point time frame dur"  # what rules make
).split()


def _units(form: str, units: tuple[str, ...] = _LONG) -> str:
    return "|".join(f"{unit}.{form}" for unit in units)


_CLASSES = {
    "mon": "monthname|monthweak",
    "anymon": "monthname|monthweak|monthrare",
    "dom": "n1|ord",
    "count": "n1|n2|year4|big|decimal|one|vague",
    "unit1": _units("one"),
    "unit2": _units("two"),
    "units": _units("many"),
    "unit_the": _units("the") + "|adverb",
    "units_the": _units("the_many") + "|clock.the_many",
    "unit2_the": _units("the_two") + "|clock.the_two",
    "subday": "clock.one|clock.many|clock.two|clock",
    "yearword": "year.one|year.pair|year.many|year.the|year.the_two",
    "strong_in": "in|since|until|by|before|after",
    "sep": "comma|dot|dash|slash|of|from",
    "til": "to|until|dash",
    "dated": "date|monthx|yearx|unitx|wdx|advx|seasonx|decadex|span|point",
    "day_level": "date|wdx|advx",
    "said": "last|next|this",
    "pm": "ampm|daypart",
}

ALPHABET = Alphabet([*_WORDS, *_NUMBERS, *_MADE, *(f"{unit}.{form}" for unit in UNITS for form in FORMS)], _CLASSES)

DATES = frozenset("date monthx yearx unitx wdx advx seasonx decadex span point".split())
TIMES = frozenset(("time", "frame"))
