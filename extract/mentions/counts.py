"""Counts: everything in a text that may measure something, before it is known what it measures.

A count is a numeral, a vague amount ("عشرات", "dozens"), an indefinite Arabic dual ("هجومان", two attacks) or a range
of two numerals. Words of the lexicon that open a count are found in one pass with one cached lookup a token.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from extract.frozen import frozen
from extract.mentions.duals import dual_at, may_be_dual
from extract.numbers import Numeral
from extract.ontology import Unit
from extract.ontology.lexicon import Lexicon, Noun
from extract.ontology.phrases import STEMS
from extract.ontology.spotter import Spotter
from extract.text import Tokens, fold_word


@frozen
class Count:
    """A count at the tokens `[first, stop)`, folded characters `[start, end)`.

    `value` is null for a range (then `low` and `high` are set) and for a vague amount (`vague`). `dual` is what an
    Arabic dual, or "a decade", counts by itself; one that is `pointed` at ("جنديا الحراسة") counts nothing.
    """

    first: int
    stop: int
    start: int
    end: int
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    vague: bool = False
    dual: Noun | Unit | None = None
    pointed: bool = False
    numeral: Numeral | None = None

    @property
    def is_range(self) -> bool:
        """Whether it has both bounds: "10 to 12"."""
        return self.low is not None and self.high is not None


_NEVER_DEFINITE = frozenset(("عده", "بضع", "بضعه"))  # "تعدّ العدة" makes ready, and counts nothing
_AMOUNTS = "كميات"  # never "like hundreds"


_DECADE = Decimal(10)  # "more than a decade"; without a word that measures, "a decade" only frames
_MEASURED_BY = frozenset("than over nearly almost about around roughly least under some".split())
# Arabic leaves "one" unsaid: "أكثر من عقد", "ما يزيد على طن", "قرابة شهر". What is so hedged is one of its unit.
_ONE = Decimal(1)
_HEDGED_BY = frozenset(map(fold_word, ("زهاء", "قرابة", "حوالي", "نحو")))
_COMPARED_BY = frozenset(map(fold_word, ("من", "عن", "على")))
_MORE_OR_LESS = frozenset(map(fold_word, "أكثر أقل أزيد يزيد تزيد يربو تربو يقل تقل".split()))
_FRAMES = frozenset(map(fold_word, "في خلال غضون بعد قبل منذ".split()))
_UNSAID = frozenset(("duration", "weight", "distance", "area"))
_TOWARD, _DECADE_OR_HOLDING = fold_word("نحو"), fold_word("عقد")
_AFTER_DECADE = frozenset(map(fold_word, "من على في منذ قبل مضى بعد ونصف ونيف وأكثر".split()))
_NO_LENGTH = frozenset(map(fold_word, "مع عمل جديد جديدة آخر أخرى كامل الحرام وسيلة مصدر".split()))


@cache
def _openers(lexicon: Lexicon) -> Spotter[tuple[int, str]]:
    return Spotter(lambda form: _opener(lexicon, form))


def _opener(lexicon: Lexicon, form: str) -> tuple[int, str] | None:
    """How a word may open a count, as (characters of attached particles, the word itself)."""
    if lexicon.lang == "en" and form == "decade":
        return 0, form
    for stem in STEMS[lexicon.lang](form):
        if (stem.definite and stem.word in _NEVER_DEFINITE) or (stem.prefix + stem.word).endswith(_AMOUNTS):
            continue
        if stem.word in lexicon.vague and (not stem.prefix or lexicon.lang == "ar"):
            return stem.cut, stem.word
        if lexicon.lang == "ar" and not stem.definite and may_be_dual(stem.word, lexicon):
            return stem.cut, stem.word
        if lexicon.lang == "ar" and stem.word == form and _unsaid_unit(lexicon, [form], 0) is not None:
            return 0, form
    return None


def _unsaid_unit(lexicon: Lexicon, forms: list[str], index: int) -> tuple[int, Unit] | None:
    """The Arabic singular of a unit at `index`, as (the token after it, the unit)."""
    found = lexicon.singulars.at(forms, index)
    if found is None or not isinstance(found[1], Unit) or found[1].kind not in _UNSAID:
        return None
    return found[0], found[1]


def _hedged_one(forms: list[str], index: int, lexicon: Lexicon) -> tuple[int, Unit] | None:
    """A unit that a hedge right before it measures without a number: "أكثر من عقد"."""
    before, earlier = forms[index - 1] if index else "", forms[index - 2] if index > 1 else ""
    if before not in _HEDGED_BY and (before not in _COMPARED_BY or earlier not in _MORE_OR_LESS):
        return None
    if index > 2 and forms[index - 3] in _FRAMES:  # "في أقل من عام": a frame in time
        return None
    found = _unsaid_unit(lexicon, forms, index)
    if found is None:
        return None
    following = forms[found[0]] if found[0] < len(forms) else ""
    if before == _TOWARD and forms[index] == _DECADE_OR_HOLDING:  # "التوجه نحو عقد اتفاقيات" sets about holding
        return found if not following.isalpha() or following in _AFTER_DECADE else None
    return found if following not in _NO_LENGTH else None


def _words(tokens: Tokens, lexicon: Lexicon) -> Iterator[Count]:
    """Vague amounts, indefinite duals and a measured "a decade"."""
    forms = tokens.forms
    for index, (cut, word) in _openers(lexicon).find(tokens):
        start = tokens.starts[index] + cut
        vague = lexicon.vague.at(forms, index, word)
        if vague is not None:
            yield Count(index, vague[0], start, tokens.ends[vague[0] - 1], vague=True)
        elif lexicon.lang == "en":
            unit = lexicon.units.at(forms, index)
            measured = index > 1 and forms[index - 1] == "a" and forms[index - 2] in _MEASURED_BY
            if unit is not None and measured and forms[index + 1 : index + 4] != ["and", "a", "half"]:
                years = replace(unit[1], code="year")
                yield Count(index - 1, unit[0], tokens.starts[index - 1], tokens.ends[index], value=_DECADE, dual=years)
        elif (dual := dual_at(forms, index, word, lexicon)) is not None:
            end = tokens.ends[dual.stop - 1]
            yield Count(index, dual.stop, start, end, value=Decimal(2), dual=dual.noun, pointed=dual.pointed)
        elif (one := _hedged_one(forms, index, lexicon)) is not None:
            yield Count(index, one[0], start, tokens.ends[one[0] - 1], value=_ONE, dual=one[1])


def find_counts(tokens: Tokens, numerals: list[Numeral], lexicon: Lexicon) -> list[Count]:
    """All counts in order of place, not overlapping; numerals keep their `numeral`, ordinals among them."""
    of_numerals = [
        Count(n.first, n.stop, n.start, n.end, None if n.plural_scale else n.value, vague=n.plural_scale, numeral=n)
        for n in numerals
    ]
    # At the same place the longer one wins: "عشرات الآلاف" before "عشرات".
    ranked = sorted([*of_numerals, *_words(tokens, lexicon)], key=lambda count: (count.start, -count.end))
    counts: list[Count] = []
    for count in ranked:
        if counts and count.start < counts[-1].end:
            counts[-1] = _overlapping(counts[-1], count)
        elif counts and counts[-1].stop == count.first and _is_vague_scale(tokens, counts[-1], count):
            counts[-1] = replace(counts[-1], stop=count.stop, end=count.end)
        elif counts and counts[-1].dual and count.numeral and count.first == counts[-1].stop and count.value == 2:
            counts[-1] = replace(counts[-1], stop=count.stop, end=count.end)  # "جنديان اثنان"
        elif counts and _is_adjective(tokens, counts[-1], count):
            continue
        else:
            counts.append(count)
    return counts


def _is_adjective(tokens: Tokens, dual: Count, count: Count) -> bool:
    """ "طائرتان مفخختان": a dual that only describes the one before it."""
    alone = count.start == tokens.starts[count.first]  # no "and" is attached
    return bool(dual.dual and count.dual) and count.first == dual.stop and alone


def _overlapping(kept: Count, other: Count) -> Count:
    if other.stop <= kept.stop or not kept.vague:
        return kept
    return replace(kept, stop=other.stop, end=other.end)


def _is_vague_scale(tokens: Tokens, vague: Count, scale: Count) -> bool:
    """ "several thousand", "چند هزار", "بضعة آلاف", "tens of thousands"."""
    numeral = scale.numeral
    if not vague.vague or numeral is None or tokens.starts[scale.first] != scale.start:
        return False
    return numeral.scale_only or numeral.plural_scale
