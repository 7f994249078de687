"""Arabic duals: what two of a thing are by their form alone ("هجومان"), and in construct, before a genitive ("مستودعي
ذخيرة", "جنديا حراسة"), where the noun loses its nun and may look like an accusative or an adjective.
"""

from collections.abc import Iterator
from typing import NamedTuple

from extract.ontology import Unit
from extract.ontology.lexicon import Lexicon, Noun
from extract.ontology.phrases import arabic_cases
from extract.ontology.words import words

_FEMININE = ("تا", "تي")
_CONSTRUCT = (*_FEMININE, "ا", "ي")
ENDINGS = ("ان", "ين", *_CONSTRUCT)


class Dual(NamedTuple):
    """A dual up to token `stop`; `pointed` if what follows makes it definite, and counts nothing: "جنديا الحراسة"."""

    stop: int
    noun: Noun | Unit
    pointed: bool = False


def may_be_dual(word: str, lexicon: Lexicon) -> bool:
    """Whether an Arabic word without its particles may be a dual: "مدنيين" is the plural where listed so."""
    if not word.endswith(ENDINGS) or word in lexicon.nouns or word in lexicon.units:
        return False
    return any(base in lexicon.singulars for base in (*_whole(word), *_shortened(word)))


def dual_at(forms: list[str], index: int, word: str, lexicon: Lexicon) -> Dual | None:
    """The longest dual that the word at `index` opens."""
    found = [Dual(*match) for base in _whole(word) if (match := lexicon.singulars.at(forms, index, base))]
    found += [dual for base in _shortened(word) if (dual := _in_construct(forms, index, base, word, lexicon))]
    return max(found, key=lambda dual: dual.stop, default=None)


def _whole(word: str) -> Iterator[str]:
    """The singulars of a dual that keeps its nun: "دولتين" is of دولة."""
    yield from (base for base, dual in arabic_cases(word) if dual and not word.endswith(_CONSTRUCT))


def _shortened(word: str) -> Iterator[str]:
    """The singulars of a dual in construct: "طائرتي" is of طائرة, "مستودعي" of مستودع, "جنديا" of جندي."""
    if len(word) > 3:
        if word.endswith(_FEMININE):
            yield word[:-2] + "ه"
        if word.endswith(("ا", "ي")):
            yield word[:-1]


def _in_construct(forms: list[str], index: int, base: str, word: str, lexicon: Lexicon) -> Dual | None:
    """ "طائرتي استطلاع": two where the genitive says of what kind; pointed at where it says whose ("ناقلتا النفط").

    Before any other word only a feminine is a dual for certain: "جنديا" is mostly an accusative, "صاروخي" an adjective.
    """
    found = lexicon.singulars.at(forms, index, base)
    if found is None or not isinstance(found[1], Noun):
        return None
    stop, noun = found
    behind = forms[stop] if stop < len(forms) else ""
    kinds = words("of_kind", lexicon.lang)
    if stop - index > 1:
        if not word.endswith(_FEMININE) and forms[index + 1].removeprefix("ال") not in kinds:
            return None  # "مركزا صحيا" and "عنصرا من تنظيم" are one
        return Dual(stop, noun, pointed=forms[index + 1][:2] == "ال")
    if behind in kinds:
        whose = forms[stop + 1][:2] == "ال" if stop + 1 < len(forms) else False
        return Dual(stop + 1, noun, pointed=whose)
    certain = word.endswith(_FEMININE) and base.endswith("ه") and behind.isalpha()
    if certain or (behind[:2] == "ال" and behind[2:] in kinds):
        return Dual(stop, noun, pointed=True)
    return None
