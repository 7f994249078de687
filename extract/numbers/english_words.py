"""The words English numerals are made of, and the words around them that decide whether they count.

Long and short scale differ from "billion" on; only the short scale is in the news of today, so it is the only one read.
"""

from enum import IntEnum
from typing import NamedTuple

from extract.numbers.digits import CURRENCIES


class Kind(IntEnum):
    """The place of a word in a numeral; words from HUNDRED to DOZEN multiply what stands before them."""

    ZERO = 0
    UNIT = 1  # one to nine
    TEEN = 2  # ten to nineteen
    TENS = 3  # twenty to ninety
    PART = 4  # half, quarter: denominators that are no ordinals
    LITERAL = 5  # digits
    ARTICLE = 6  # "a" before a multiplier or a fraction
    HUNDRED = 7
    SCALE = 8  # thousand and above
    DOZEN = 9


class Word(NamedTuple):
    """A number word: its place, its value, and whether it is an ordinal or denominator ("fifth") or a plural."""

    kind: Kind
    value: int
    rank: bool = False
    plural: bool = False


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_UNITS = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNIT_RANKS = "first second third fourth fifth sixth seventh eighth ninth"
_TEEN_RANKS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
_ILLIONS = "million billion trillion quadrillion quintillion sextillion septillion octillion nonillion decillion"


def _words() -> dict[str, Word]:
    words = {name: Word(Kind.ZERO, 0) for name in ("zero", "naught", "nought", "nil")}
    for kind, first, step, names, ranks in (
        (Kind.UNIT, 1, 1, _UNITS, _UNIT_RANKS),
        (Kind.TEEN, 10, 1, _TEENS, _TEEN_RANKS),
        (Kind.TENS, 20, 10, _TENS, _TENS.replace("y", "ieth")),
    ):
        for place, (name, rank) in enumerate(zip(names.split(), ranks.split(), strict=True)):
            value = first + step * place
            words[name] = Word(kind, value)
            words[rank] = Word(kind, value, rank=True)
            words[rank + "s"] = Word(kind, value, rank=True, plural=True)
    words["fourty"] = words["forty"]  # a common slip, as is "twentyfive"
    for tens in _TENS.split():
        for value, unit in enumerate(_UNITS.split(), start=words[tens].value + 1):
            words[tens + unit] = Word(Kind.TEEN, value)
    multipliers = [("hundred", Kind.HUNDRED, 100), ("thousand", Kind.SCALE, 1000)]
    multipliers += [(name, Kind.SCALE, 1000 ** (place + 2)) for place, name in enumerate(_ILLIONS.split())]
    for name, kind, value in multipliers:
        words[name] = Word(kind, value)
        words[name + "s"] = Word(kind, value, plural=True)
        words[name + "th"] = Word(kind, value, rank=True)
        words[name + "ths"] = Word(kind, value, rank=True, plural=True)
    for names, kind, value in (
        ("lakh lac", Kind.SCALE, 10**5),
        ("crore krore", Kind.SCALE, 10**7),
        ("dozen", Kind.DOZEN, 12),
    ):
        for name in names.split():
            words[name] = Word(kind, value)
            words[name + "s"] = Word(kind, value, plural=True)
    words["half"] = Word(Kind.PART, 2, rank=True)
    words["halves"] = Word(Kind.PART, 2, rank=True, plural=True)
    words["quarter"] = Word(Kind.PART, 4, rank=True)
    words["quarters"] = Word(Kind.PART, 4, rank=True, plural=True)
    del words["seconds"]  # always the unit of time
    return words


WORDS = _words()

# Multipliers that only a number before them makes numerals. Case is folded away; capitals are told in the original.
AFTER_NUMBER = {
    "k": 10**3, "mil": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "tln": 10**12,
    "trn": 10**12, "lkh": 10**5, "lkhs": 10**5, "cr": 10**7, "koti": 10**7,
}  # fmt: skip
DOZENS_AFTER_NUMBER = _set("dz dzs doz dozs")
CAPITAL_AFTER_NUMBER = {"m": 10**6, "g": 10**9, "b": 10**9, "t": 10**12}

ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
CURRENCY_SIGNS = frozenset("$€£¥₹₺₪﷼") | CURRENCIES - {"us", "try", "mad"}
SIGNS = frozenset(("minus", "negative"))
TESTED = _set("test tests tested testing or plus")  # "tested negative", "plus or minus" are no signs

# A number before any other word is complete as it stands.
CONTINUES = (
    frozenset(WORDS).union(AFTER_NUMBER, CAPITAL_AFTER_NUMBER, DOZENS_AFTER_NUMBER)
    | ORDINAL_ENDINGS
    | _set("- and & point score over out in oh o mm")
)

# What makes a bare "hundred" or "thousand" vague: "several hundred", "a few thousand", "a couple of dozen".
VAGUE_BEFORE = _set("several few many numerous countless multiple couple")

# "One" stands for a noun, and counts nothing, after these ...
PRONOUN_AFTER = _set(
    "no any every each some this that which another such either neither other wrong right next last latter"
)
# ... and before these.
PRONOUN_BEFORE = _set("another of can could must should may might would cannot ought")
# After "the", "one" is a pronoun unless a noun follows; these are none.
NO_NOUN = _set(
    "i you he she it we they who whom that which is was are were has had do does did in at on by for with from to "
    "of and or but not as will would can could should may might must when where if because than hand"
)
ONE_COMPOUNDS = _set("off on sided liner stop")  # "one-off", "one-sided"

# "Half" is a period or a side, not a quantity, after these and before those.
HALF_OF_TWO = _set("other better latter top bottom upper lower early late former opening closing each both")
NOT_A_HALF = _set(
    "brother brothers sister sisters time mast staff hearted baked truth truths past back backs light naked term"
)
NOT_COUNTED = _set("of the a an his her its their our")  # after "half": a share, no addend
NOT_A_QUARTER = _set("past final finals finalist finalists back backs master masters deck")
QUARTERS_OF_YEARS = _set("past last next previous consecutive recent following coming straight successive")

# Before "a third", these make it a share: "fell by a third", "nearly a fifth".
SHARE_AFTER = _set(
    "by about nearly almost over than roughly around approximately some only just least most or and one to up"
)
SHARE_BEFORE = _set("of are were have more less fewer lower higher cheaper faster")
# "A second" is a span of time after these, unless a noun follows.
MOMENT_AFTER = _set("for in within half just wait than of split")
MOMENT_BEFORE = _set("later ago earlier")
PER = _set("per split each every half")
DEFINITE = _set("the his her its their our my your this that on")

SCORES_OF_GAMES = _set("draw draws line lines sheet sheets card cards board boards")
CLOCK_BEFORE = _set("at around by until till before after past from to")
# "One in three days" counts; "one in three children" is a share.
NOT_A_SHARE = _set(
    "second seconds minute minutes hour hours day days night nights week weeks month months year years decade "
    "decades attack attacks raid raids strike strikes place places city cities province provinces area areas "
    "separate different"
)
# "Eight in ten" is a share of what follows where it opens a phrase.
WHOLES = frozenset((4, 5, 10, 20, 100))
BEFORE_A_SHARE = frozenset(
    ("", "\n", ".", "-", "'", '"', *"nearly almost about some roughly around than that and".split())
)
# What the press counts by the million and says of shares: "5m people", "two in five adults". Other nouns after "5m" are
# measured in metres.
COUNTED_BY_MILLIONS = _set(
    "people persons men women children adults girls boys youths residents civilians refugees migrants inhabitants "
    "citizens voters workers employees users viewers customers patients pupils students families households homes "
    "houses jobs votes doses vaccines barrels tonnes tons euros dollars pounds shares copies vehicles cars acres "
    "hectares kronor kroner kronur krona krone crowns rupees pesos reais rand francs yuan yen won zlotys forints "
    "americans britons europeans iraqis syrians iranians palestinians israelis lebanese ukrainians "
    "russians muslims christians jews respondents soldiers troops"
)
