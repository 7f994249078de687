"""From the lexicon to the tree of one language: every spelling, inflected, with what it means and when."""

from collections.abc import Iterator

from extract.names.index import Index, Meaning
from extract.names.lexicon import Lexicon, Nationality
from extract.names.model import Forms, Name, NameType
from extract.names.spelling import (
    arabic_name,
    arabic_plural,
    english_adjective,
    english_name,
    fold_all,
    nisba,
    persian_adjective,
    persian_name,
    persian_spellings,
    tanwin,
    tokens_of,
)
from extract.text import fold_word

_MARKS = frozenset(chr(code) for code in range(0x64B, 0x653))
_PLACES = frozenset({NameType.CITY, NameType.PROVINCE, NameType.BASE, NameType.CAMP, NameType.SITE, NameType.REGION})


def compile_index(lexicon: Lexicon, lang: str) -> Index:
    """The tree of `lang`."""
    contexts = {name: frozenset(fold_all(words)) for name, words in lexicon.contexts[lang].items()}
    contexts["place"] = contexts.get("place", frozenset()) | contexts.get("noun", frozenset())
    index = Index(lang, contexts)
    _Compiler(lexicon, index).fill()
    return index


class _Compiler:
    """Fills an index from the lexicon. What is added first is tried first."""

    def __init__(self, lexicon: Lexicon, index: Index) -> None:
        self.lexicon = lexicon
        self.index = index
        self.lang = index.lang
        self.guarded: set[tuple[Forms, Name | None]] = set()  # spellings that count only under their condition

    def fill(self) -> None:
        add = self.index.add
        for homograph in self.lexicon.homographs[self.lang]:
            for forms, meaning in self.spelled([(homograph.spelling, homograph.name)]):
                self.guarded.add((forms, homograph.name))
                add(forms, meaning._replace(when=homograph.when, adjective=homograph.adjective))
        for forms, meaning in self.spelled(list(self.entries())):
            if (forms, meaning.name) not in self.guarded:
                add(forms, meaning)
            elif meaning.marked:
                add(forms, meaning._replace(when="marked"))
        for forms, meaning in self.bodies():
            add(forms, meaning)
        for nationality in self.lexicon.nationalities:
            for forms, meaning in self.adjectives(nationality):
                add(forms, meaning)
        for phrase in fold_all(self.lexicon.not_names[self.lang]):
            add(tokens_of(phrase), Meaning())

    def entries(self) -> Iterator[tuple[str, Name]]:
        """Every written form of every entry, its type's patterns filled in."""
        for entry in self.lexicon.entries:
            name, spellings = entry.name, entry.spellings.get(self.lang, [])
            if entry.bare:
                for spelling in spellings:
                    yield spelling, name
            for pattern in self.lexicon.patterns.get(name.type, {}).get(self.lang, ()):
                for spelling in spellings:
                    yield pattern.replace("{}", spelling), name
            if self.lang == "fa" and entry.bare and name.type != NameType.COUNTRY:
                for spelling in entry.spellings.get("ar", []):
                    if spelling.startswith("ال") or " " in spelling:  # "الرمادي" in a Persian text
                        yield spelling, name

    def spelled(self, names: list[tuple[str, Name]]) -> Iterator[tuple[Forms, Meaning]]:
        """Every token sequence of the given written forms, with what it means."""
        if self.lang == "en":
            for spelling, name in names:
                for forms, written in english_name(spelling):
                    yield forms, Meaning(name, capitals=written if spelling != spelling.lower() else ())
            return
        if self.lang == "fa":
            names = [(form, name) for spelling, name in names for form in persian_spellings(spelling)]
        folded = fold_all(spelling for spelling, _ in names)
        for form, (spelling, name) in zip(folded, names, strict=True):
            plain = form.partition(" (")[0]  # CLDR: "ميانمار (بورما)"
            marked = spelling if len(spelling) > len(form) and not _MARKS.isdisjoint(spelling) else ""
            meaning = Meaning(name, marked=marked)
            place = name.type in _PLACES
            for forms in persian_name(plain) if self.lang == "fa" else arabic_name(plain, place=place):
                yield forms, meaning

    def bodies(self) -> Iterator[tuple[Forms, Meaning]]:
        for body in self.lexicon.bodies:
            meaning = Meaning(body=body)
            for spelling in body.spellings.get(self.lang, []):
                if self.lang == "en":
                    for forms, _ in english_name(spelling):
                        yield forms, meaning
                elif self.lang == "ar":
                    yield tokens_of(fold_word(spelling)), meaning
                else:
                    for form in persian_spellings(spelling):
                        for forms in persian_name(fold_word(form)):
                            yield forms, meaning

    def adjectives(self, nationality: Nationality) -> Iterator[tuple[Forms, Meaning]]:
        meaning = Meaning(nationality.name, adjective=True)
        spellings = nationality.spellings.get(self.lang, [])
        if self.lang == "ar":
            for plural in nationality.plurals:
                for forms in arabic_plural(fold_word(plural)):
                    yield forms, meaning
            for spelling in spellings:
                yield from self.nisba(fold_word(spelling), nationality, meaning)
        elif self.lang == "fa":
            for form in (form for spelling in spellings for form in persian_spellings(spelling)):
                for forms in persian_adjective(fold_word(form)):
                    yield forms, meaning
        else:
            for spelling in spellings:
                for forms, written in english_adjective(spelling):
                    yield forms, meaning._replace(capitals=written)

    def nisba(self, spelling: str, nationality: Nationality, meaning: Meaning) -> Iterator[tuple[Forms, Meaning]]:
        """An Arabic adjective's forms; the definite masculine one, and تركي without article, may be a person's name."""
        for forms, definite in nisba(spelling):
            if definite:
                yield forms, meaning._replace(person="surname" if nationality.surname else "nisba")
            elif nationality.given and forms == (spelling,):
                yield forms, meaning._replace(person="given")
            else:
                yield forms, meaning
        accusative = tanwin(spelling)
        if not self.index.holds(accusative):  # "سوريا" is the country
            yield accusative, meaning
