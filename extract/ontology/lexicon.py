"""The ontology compiled for one language: tables that the quantity grammar looks words up in.

Inflection that is regular is made here, from the base forms in the file: Arabic duals and the accusative of counted
nouns ("42 هجوما"), English plurals. Persian endings are taken off the text's word instead (`persian_stems`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extract.frozen import frozen
from extract.ontology import Ontology, Unit, load_ontology
from extract.ontology.phrases import Phrases, fold_entries
from extract.tables import kept


@frozen
class Noun:
    """What a counted noun says about the count."""

    kind: str
    persons: bool


@dataclass(frozen=True, slots=True, eq=False)  # compared by identity, so that look-ups can be cached per lexicon
class Lexicon:
    """The compiled tables of one language."""

    lang: str
    nouns: Phrases[Noun]
    units: Phrases[Unit]
    singulars: Phrases[Noun | Unit]  # Arabic nouns and units that have a dual
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
    ontology = load_ontology(extra)
    name = f"lexicon-{lang}{'-user' if extra else ''}"
    return kept(name, lambda: _compile(ontology, lang), ontology.digest.encode())


def _compile(ontology: Ontology, lang: str) -> Lexicon:
    nouns: Phrases[Noun] = Phrases()
    singulars: Phrases[Noun | Unit] = Phrases()
    befell_before: Phrases[str] = Phrases()
    befell_after: Phrases[str] = Phrases()
    for kind in ontology.kinds.values():
        noun = Noun(kind.name, kind.persons)
        for entry in fold_entries(kind.nouns.get(lang, ())):
            nouns.add_all(noun_forms(entry, lang), noun, lang)
            singulars.add_all(_singular(entry, lang), noun, lang)
        befell_before.add_all(_close(_forms(kind.before.get(lang, ())), lang), kind.name, lang)
        befell_after.add_all(_close(_forms(_told(kind.after.get(lang, ()), lang)), lang), kind.name, lang)
    before: Phrases[str] = Phrases()
    after: Phrases[str] = Phrases()
    for name, (words_before, words_after) in ontology.qualifiers.items():
        before.add_all(_forms(words_before.get(lang, ())), name, lang)
        after.add_all(_forms(words_after.get(lang, ())), name, lang)
    units, symbols = _units(ontology, lang, singulars)
    return Lexicon(
        lang=lang,
        nouns=nouns,
        units=units,
        singulars=singulars,
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


def _units(ontology: Ontology, lang: str, singulars: Phrases[Noun | Unit]) -> tuple[Phrases[Unit], Phrases[Unit]]:
    units: Phrases[Unit] = Phrases()
    symbols: Phrases[Unit] = Phrases()
    for unit in ontology.units:
        for entry in fold_entries(unit.words.get(lang, ())):
            units.add_all(noun_forms(entry, lang), unit, lang)
            singulars.add_all(_singular(entry, lang), unit, lang)
        symbols.add_all(fold_entries(unit.symbols), unit, "")
    return units, symbols


def _table(entries: tuple[str, ...], lang: str) -> Phrases[str]:
    table: Phrases[str] = Phrases()
    for form in _forms(entries):
        table.add_all([form], form, lang)
    return table


def _told(entries: tuple[str, ...], lang: str) -> tuple[str, ...]:
    """The entries, Persian infinitives conjugated."""
    if lang != "fa":
        return entries
    from extract.ontology.conjugation import finite_forms  # not needed while the tables are kept
    from extract.ontology.verbs import load_verbs

    stems = load_verbs()[lang]
    return tuple(form for entry in entries for form in finite_forms(entry, stems))


def _close(forms: list[str], lang: str) -> list[str]:
    """The forms, and those of two Persian words as one: «مصدوم‌شدن», «جانباختند»."""
    if lang != "fa":
        return forms
    return [*forms, *(form.replace(" ", "") for form in forms if form.count(" ") == 1 and not form.startswith("را "))]


def _forms(entries: tuple[str, ...]) -> list[str]:
    """The folded forms of entries such as "قال / قالت"."""
    return [form.strip() for entry in fold_entries(entries) for form in entry.split("/") if form.strip()]


def noun_forms(entry: str, lang: str) -> Iterator[str]:
    """The folded forms of a folded noun entry "singular / plural / …"; a regular English plural may be left unsaid."""
    singular, *plurals = [form.strip() for form in entry.split("/")]
    yield from plurals
    if lang == "ar":  # "ثلاثة من منتسبي الشرطة": the sound plural before what it belongs to
        for plural in plurals:
            if plural.endswith("ون") and plural[:-2] + "ين" in plurals:
                yield from (plural[:-1], plural[:-2] + "ي")
    if singular:
        yield singular
        if lang == "en" and not plurals:
            yield english_plural(singular)


def _singular(entry: str, lang: str) -> list[str]:
    """What an Arabic dual can be of: the singular, where the entry gives one."""
    singular = entry.split("/")[0].strip()
    return [singular] if singular and lang == "ar" else []


def english_plural(phrase: str) -> str:
    """Regular plural of the last word of `phrase`."""
    if phrase.endswith(("s", "x", "z", "ch", "sh")):
        return phrase + "es"
    if phrase.endswith("y") and phrase[-2:-1] not in "aeiou":
        return phrase[:-1] + "ies"
    if phrase.endswith("man"):
        return phrase[:-3] + "men"
    return phrase + "s"
