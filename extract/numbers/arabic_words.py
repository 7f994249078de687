"""The Arabic number words, each under every attached particle, as one table from folded form to `Word`.

A form with و ف ب ل ك or the article in front is a key of its own (some 6,000 in all), so reading a text costs one
lookup a token. Words are listed as they are spelled, wrong hamzas and the commonest dialect forms included; grammar
decides later which of them count.
"""

from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from extract.text import fold_word


class Kind(Enum):
    """What a number word can do in a numeral."""

    ZERO = auto()
    UNIT = auto()  # 1 to 9
    BOUND = auto()  # 1 and 2 in the forms that need a ten after them: أحد، إحدى، اثنا
    TEN = auto()
    TEEN = auto()  # 11 to 19 in one word, as dialects have them
    TENS = auto()  # 20 to 90
    HUNDRED = auto()
    HUNDREDS = auto()  # 200 to 900
    SCALE = auto()  # 10^3, 10^6 ... in the singular
    DUAL = auto()  # two of a scale
    PLURAL = auto()  # many of a scale: a multiplier after a number, vague alone
    DOZEN = auto()
    DOZENS = auto()
    FRACTION = auto()  # one part; `value` is the denominator
    FRACTIONS = auto()  # its plural, after a number
    SHARE = auto()  # a closed fraction: `value` over `parts`
    ORDINAL = auto()
    BOUND_ORDINAL = auto()  # حادي, first of eleven and of twenty-one
    MINUS = auto()
    POINT = auto()


class Word(NamedTuple):
    """A number word as it stands in a text, with what is attached to it."""

    kind: Kind
    value: int
    parts: int = 0  # the denominator, where the form may also be a fraction (خمس: five, or a fifth)
    skip: int = 0  # characters of the particles in front
    conjoined: bool = False  # و in front
    attached: bool = False  # another particle in front, which ends any addition: ب ل ك ف
    definite: bool = False
    accusative: bool = False  # ends in the alif of tanwin, which the dual in construct shares: ألفا
    hamza: bool = False  # a number only if its hamza is written: مئتين, but not ميتين "dead", ميتا "Meta"

    @property
    def bare(self) -> bool:
        """Whether nothing at all is attached."""
        return self.skip == 0


_UNITS = {
    1: "واحد واحدة واحدا",
    2: "اثنان اثنين اثنتان اثنتين ثنتان ثنتين اتنين",
    3: "ثلاثة ثلاث ثلاثا تلاتة تلات",
    4: "أربعة أربع أربعا",
    5: "خمسة خمس خمسا",
    6: "ستة ست ستا",
    7: "سبعة سبع سبعا",
    8: "ثمانية ثماني ثمان ثمانيا تمانية تمنية",
    9: "تسعة تسع تسعا",
}
_BOUND = {1: "أحد إحدى", 2: "اثنا اثني اثنتا اثنتي"}
_TEENS = {
    11: "أحدعشر إحدىعشرة حداشر احداشر احدعش حدعش",
    12: "اثناعشر اثنيعشر اثنتاعشرة اتناشر اطنعش اثنعش اثنعشر",
    13: "ثلاثةعشر تلتاشر تلطعش ثلطعش ثلاثطعش",
    14: "أربعةعشر اربعتاشر اربعطعش",
    15: "خمسةعشر خمستاشر خمسطعش خمستعش",
    16: "ستةعشر ستاشر سطعش ستطعش",
    17: "سبعةعشر سبعتاشر سبعطعش",
    18: "ثمانيةعشر تمنتاشر تمنطعش ثمنطعش ثمانطعش",
    19: "تسعةعشر تسعتاشر تسعطعش",
}
_TENS = {
    20: "عشرون عشرين",
    30: "ثلاثون ثلاثين تلاتين",
    40: "أربعون أربعين",
    50: "خمسون خمسين",
    60: "ستون ستين",
    70: "سبعون سبعين",
    80: "ثمانون ثمانين تمانين",
    90: "تسعون تسعين",
}
_HUNDRED_STEMS = {
    3: "ثلاث ثلث ثلاثة تلت",
    4: "أربع أربعة ربع",
    5: "خمس خمسة",
    6: "ست ستة",
    7: "سبع سبعة",
    8: "ثمان ثماني ثمن ثمانية تمن",
    9: "تسع تسعة",
}
# The singulars of each power, and its plural where that is not in ات.
_SCALES = {
    10**3: (("ألف",), "آلاف ألوف تلاف"),
    10**6: (("مليون",), "ملايين"),
    10**9: (("مليار", "بليون"), "مليارات ملايير بلايين"),
    10**12: (("تريليون", "ترليون", "تريليار"), ""),
    10**15: (("كوادريليون", "كوادرليون"), ""),
    10**18: (("كوينتليون", "كوينتيليون"), ""),
    10**21: (("سكستيليون",), ""),
    10**24: (("سبتيليون",), ""),
    10**27: (("أوكتيليون",), ""),
    10**30: (("نونيليون",), ""),
    10**33: (("ديسيليون",), ""),
}
_FRACTIONS = {
    2: ("نصف", "أنصاف"),
    3: ("ثلث", "أثلاث"),
    4: ("ربع", "أرباع"),
    5: ("", "أخماس"),  # the empty singulars are homographs of units, and marked there by `parts`
    6: ("سدس", "أسداس"),
    7: ("", "أسباع"),
    8: ("ثمن", "أثمان"),
    9: ("", "أتساع"),
    10: ("", "أعشار"),
}
_PRONOUNS = ("هم", "ها", "هن", "هما")
_ORDINALS = {
    1: "أول أولى",
    2: "ثاني ثانية ثان",
    3: "ثالث ثالثة",
    4: "رابع رابعة",
    5: "خامس خامسة",
    6: "سادس سادسة",
    7: "سابع سابعة",
    8: "ثامن ثامنة",
    9: "تاسع تاسعة",
    10: "عاشر عاشرة",
}

# (letters in front, و among them, another particle among them, the article among them)
_PREFIXES = (
    ("", False, False, False),
    ("ال", False, False, True),
    ("و", True, False, False),
    ("وال", True, False, True),
    *((particle, False, True, False) for particle in ("ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")),
    *((particle, False, True, True) for particle in ("فال", "بال", "لل", "كال", "وبال", "ولل", "فلل", "فبال", "وكال")),
)


def folded(*spelled: str) -> frozenset[str]:
    """The folded forms of words given in normal spelling, several to a string."""
    return frozenset(fold_word(word) for words in spelled for word in words.split())


@cache
def words() -> dict[str, Word]:
    """Every number word under every particle, by folded form; built on first use."""
    bases: dict[str, Word] = {}
    for word, spelled in _bases():
        for spelling in spelled.split():
            folded = fold_word(spelling)
            bases.setdefault(folded, _marked(folded, word))
    table: dict[str, Word] = {}
    for letters, conjoined, attached, definite in _PREFIXES:
        variants: dict[int, Word] = {}  # by identity: the spellings of one word share one object
        for form, word in bases.items():
            if definite and (word.accusative or word.kind in (Kind.MINUS, Kind.POINT)):
                continue
            key = letters + form
            if key in table or key in _OTHER_WORDS or (attached and _spells_another(letters, form)):
                continue
            if id(word) not in variants:
                variants[id(word)] = word._replace(
                    skip=len(letters), conjoined=conjoined, attached=attached, definite=definite
                )
            table[key] = variants[id(word)]
    return table


# Commoner words that a particle and a number word happen to spell: "stockinged", Calvin ...
_OTHER_WORDS = folded("فست كست وكست كالفين كالفي كالفان كالفا فعشر")


def _spells_another(particle: str, form: str) -> bool:
    """Whether a particle turns a number word into a commoner one: كمية "quantity", بثمن "at the price of"."""
    return form.startswith("ثمن") or (form.startswith("مي") and particle.endswith("ك"))


def _marked(form: str, word: Word) -> Word:
    """The word with what its spelling alone tells."""
    accusative = word.kind in (Kind.UNIT, Kind.TEN, Kind.SCALE, Kind.FRACTION) and form.endswith("ا")
    if form.removesuffix("ا") in ("خمس", "سبع", "تسع", "عشر"):
        return word._replace(parts=word.value, accusative=accusative)
    if accusative:
        return word._replace(accusative=True)
    if form in ("ميتان", "ميتين", "ميتا", "ميتي"):
        return word._replace(hamza=True)
    return word


def _bases() -> list[tuple[Word, str]]:
    tables = (
        (Kind.UNIT, _UNITS), (Kind.BOUND, _BOUND), (Kind.TEEN, _TEENS), (Kind.TENS, _TENS), (Kind.ORDINAL, _ORDINALS),
    )  # fmt: skip
    bases = [(Word(kind, value), spelled) for kind, table in tables for value, spelled in table.items()]
    bases += [
        (Word(Kind.ZERO, 0), "صفر صفرا"),
        (Word(Kind.TEN, 10), "عشرة عشر عشرا"),
        (Word(Kind.HUNDRED, 100), "مئة مائة"),
        (Word(Kind.HUNDREDS, 200), "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي"),
        (Word(Kind.PLURAL, 100), "مئات"),
        (Word(Kind.PLURAL, 10), "عشرات"),
        (Word(Kind.BOUND_ORDINAL, 1), "حادي حادية"),
        (Word(Kind.DOZEN, 12), "دستة دزينة درزن"),
        (Word(Kind.DOZENS, 24), "دستتان دستتين دزينتان دزينتين"),
        (Word(Kind.DOZENS, 12), "دستات دزينات درازن"),
        (Word(Kind.SHARE, 2, 3), "ثلثان ثلثين ثلثا ثلثي ثلثاهم ثلثيهم ثلثاها ثلثيها"),
        (Word(Kind.MINUS, -1), "سالب ناقص"),
        (Word(Kind.POINT, 0), "فاصلة فاصل نقطة"),
    ]
    for hundreds, stems in _HUNDRED_STEMS.items():
        joined = " ".join(stem + hundred for stem in stems.split() for hundred in ("مئة", "مائة"))
        bases.append((Word(Kind.HUNDREDS, hundreds * 100), joined))
    for scale, (singulars, plural) in _SCALES.items():
        for singular in singulars:
            bases += [
                (Word(Kind.SCALE, scale), f"{singular} {singular}ا"),
                (Word(Kind.DUAL, 2 * scale), f"{singular}ان {singular}ين {singular}ي"),
                (Word(Kind.PLURAL, scale), plural or f"{singular}ات"),
            ]
    for parts, (singular, plural) in _FRACTIONS.items():
        bases.append((Word(Kind.FRACTIONS, parts), " ".join(plural + pronoun for pronoun in ("", *_PRONOUNS))))
        if singular:
            bases.append((Word(Kind.FRACTION, parts), f"{singular} {singular}ا"))
        if singular and parts != 8:  # ثمنها is its price
            bases.append((Word(Kind.SHARE, 1, parts), " ".join(singular + pronoun for pronoun in _PRONOUNS)))
    return bases
