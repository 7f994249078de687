"""The ontology compiled for one language: tables that the quantity grammar looks words up in.

Inflection that is regular is made here, from the base forms in the file: Arabic duals and the accusative of counted
nouns ("42 هجوما"), English plurals. Persian endings are taken off the text's word instead (`persian_stems`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extract.ontology import Ontology, Unit, load_ontology
from extract.ontology.phrases import Phrases, spellings
from extract.text import fold_word


@dataclass(frozen=True, slots=True)
class Noun:
    """What a counted noun says about the count. `dual`: the word alone means two of them."""

    kind: str
    persons: bool
    dual: bool = False


@dataclass(frozen=True, slots=True, eq=False)  # compared by identity, so that look-ups can be cached per lexicon
class Lexicon:
    """The compiled tables of one language."""

    lang: str
    nouns: Phrases[Noun]
    duals: Phrases[Noun | Unit]
    units: Phrases[Unit]
    symbols: Phrases[Unit]
    qualifiers_before: Phrases[str]
    qualifiers_after: Phrases[str]
    befell_before: Phrases[str]
    befell_after: Phrases[str]
    vague: Phrases[str]
    designations: Phrases[str]
    reporting: Phrases[str]
    counters: Phrases[str]
    persons: frozenset[str]


@cache
def load_lexicon(lang: str, extra: Path | None = None) -> Lexicon:
    """The lexicon of `lang` from the shipped ontology and the file `extra`; compiled once."""
    return _compile(load_ontology(extra), lang)


def _compile(ontology: Ontology, lang: str) -> Lexicon:
    nouns: Phrases[Noun] = Phrases()
    duals: Phrases[Noun | Unit] = Phrases()
    befell_before: Phrases[str] = Phrases()
    befell_after: Phrases[str] = Phrases()
    for kind in ontology.kinds.values():
        for entry in kind.nouns.get(lang, ()):
            for form, dual in inflect(entry, lang):
                noun = Noun(kind.name, kind.persons, dual)
                nouns.add_all([form], noun, lang)
                if dual and form.endswith(("ان", "ين")):
                    duals.add_all([form], noun, lang)
        befell_before.add_all(_forms(kind.before.get(lang, ())), kind.name, lang)
        befell_after.add_all(_forms(kind.after.get(lang, ())), kind.name, lang)
    before: Phrases[str] = Phrases()
    after: Phrases[str] = Phrases()
    for name, (words_before, words_after) in ontology.qualifiers.items():
        before.add_all(words_before.get(lang, ()), name, lang)
        after.add_all(words_after.get(lang, ()), name, lang)
    units, symbols = _units(ontology, lang, duals)
    return Lexicon(
        lang=lang,
        nouns=nouns,
        duals=duals,
        units=units,
        symbols=symbols,
        qualifiers_before=before,
        qualifiers_after=after,
        befell_before=befell_before,
        befell_after=befell_after,
        vague=_table(ontology.vague.get(lang, ()), lang),
        designations=_table(ontology.designations.get(lang, ()), lang),
        reporting=_table(ontology.reporting.get(lang, ()), lang),
        counters=_table(ontology.counters.get(lang, ()), lang),
        persons=frozenset(kind.name for kind in ontology.kinds.values() if kind.persons),
    )


def _units(ontology: Ontology, lang: str, duals: Phrases[Noun | Unit]) -> tuple[Phrases[Unit], Phrases[Unit]]:
    units: Phrases[Unit] = Phrases()
    symbols: Phrases[Unit] = Phrases()
    for unit in ontology.units:
        for entry in unit.words.get(lang, ()):
            for form, dual in inflect(entry, lang):
                units.add_all([form], unit, lang)
                if dual and form.endswith(("ان", "ين")):
                    duals.add_all([form], unit, lang)
        symbols.add_all(unit.symbols, unit, "")
    return units, symbols


def _table(entries: tuple[str, ...], lang: str) -> Phrases[str]:
    table: Phrases[str] = Phrases()
    for form in _forms(entries):
        table.add_all([form], form, lang)
    return table


def _forms(entries: tuple[str, ...]) -> list[str]:
    """The forms of entries such as "قال / قالت"."""
    return [form.strip() for entry in entries for form in entry.split("/") if form.strip()]


def inflect(entry: str, lang: str) -> Iterator[tuple[str, bool]]:
    """The written forms of a noun entry "singular / plural / …", each with whether it is a dual."""
    singular, *plurals = [form.strip() for form in entry.split("/")]
    for plural in plurals:
        yield plural, False
    if not singular:
        return
    yield singular, False
    if lang == "en" and not plurals:
        yield english_plural(singular), False
    if lang == "ar":
        plural_forms = {fold_word(plural) for plural in plurals}
        for form, dual in _arabic_inflection(fold_word(singular).split(" ")):
            if form not in plural_forms:  # "مدنيين" is the plural where the entry says so
                yield form, dual


def _arabic_inflection(words: list[str]) -> Iterator[tuple[str, bool]]:
    """Accusative and dual of a folded phrase: of every word (noun and adjective), and of the first alone (construct).
    """
    rest = words[1:]
    if words[0][-1] not in "هايء" or words[0].endswith("ي"):
        yield " ".join([words[0] + "ا", *[_accusative(word) for word in rest]]), False
    base = words[0][:-1] + "ت" if words[0].endswith("ه") else words[0]
    for ending in ("ان", "ين"):
        yield " ".join([base + ending, *[_dual(word, ending) for word in rest]]), True
    if rest:
        for ending in ("ا", "ي"):
            yield " ".join([base + ending, *rest]), True


def _accusative(word: str) -> str:
    return word if word.endswith(("ه", "ا")) else word + "ا"


def _dual(word: str, ending: str) -> str:
    return (word[:-1] + "ت" if word.endswith("ه") else word) + ending


def english_plural(phrase: str) -> str:
    """Regular plural of the last word of `phrase`."""
    if phrase.endswith(("s", "x", "z", "ch", "sh")):
        return phrase + "es"
    if phrase.endswith("y") and phrase[-2:-1] not in "aeiou":
        return phrase[:-1] + "ies"
    if phrase.endswith("man"):
        return phrase[:-3] + "men"
    return phrase + "s"


__all__ = ["Lexicon", "Noun", "english_plural", "inflect", "load_lexicon", "spellings"]
