"""The lexicon compiled for one language: a tree of tokens, and what a token may be once its clitics are off.

Trees are built on first use and only for the languages that occur. Analyses of word forms are cached: half of a text's
words were seen before, and all but a few of them begin no name.
"""

from collections.abc import Callable, Iterable
from functools import cache
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from extract.errors import OntologyError
from extract.names.lexicon import Body, Homograph, Lexicon, build_lexicon
from extract.names.model import Name, NameType
from extract.names.rows import read_rows
from extract.names.spelling import (
    Forms,
    arabic_name,
    arabic_plural,
    english_adjective,
    english_name,
    nisba,
    persian_adjective,
    persian_name,
    tanwin,
    tokens_of,
)
from extract.text import fold_word

_SHIPPED = ("countries.toml", "names.toml")
_CACHE_LIMIT = 50_000
_MARKS = frozenset(chr(code) for code in range(0x64B, 0x653))
_SHORT_PLACES = frozenset({NameType.CITY, NameType.PROVINCE, NameType.BASE, NameType.CAMP, NameType.SITE, NameType.REGION})


class Meaning(NamedTuple):
    """What a path of tokens may stand for; without `name` and `body` it is a phrase that is no name.

    `when` is the condition under which it counts. `capitals` is the written form of an English name, whose capitals
    the text must show. `marked` is the spelling with vowel marks, where those tell two names apart. `person` says how
    an Arabic adjective may also be a person's name: "nisba" (any definite one), "surname", "given".
    """

    name: Name | None = None
    body: Body | None = None
    adjective: bool = False
    when: str = ""
    capitals: Forms = ()
    marked: str = ""
    person: str = ""


class Node:
    """A point in the tree: the names that end here and the tokens that lead on."""

    __slots__ = ("meanings", "next")

    def __init__(self) -> None:
        self.meanings: tuple[Meaning, ...] = ()
        self.next: dict[str, Node] = _NO_NODES  # most nodes are leaves


_NO_NODES: dict[str, Node] = {}


class Reading(NamedTuple):
    """A word form without `skip` characters of particles before it and `cut` behind it.

    `preposition`: among the particles is ب or ل, which shows a place as في does.
    """

    node: Node
    skip: int = 0
    cut: int = 0
    preposition: bool = False


class Index:
    """The tree of one language and the analyses of the word forms seen so far."""

    def __init__(self, lang: str, contexts: dict[str, frozenset[str]], latin: "Callable[[], Index] | None") -> None:
        self.lang = lang
        self.root: dict[str, Node] = {}
        self.contexts = contexts
        self._latin = latin  # for "NATO" in an Arabic text
        self._readings: dict[str, tuple[Reading, ...]] = {}

    def add(self, forms: Forms, meaning: Meaning) -> None:
        """Let `forms` mean `meaning`, after what they mean already."""
        node = self.root.get(forms[0])
        if node is None:
            node = self.root[forms[0]] = Node()
        for form in forms[1:]:
            child = node.next.get(form)
            if child is None:
                child = Node()
                if node.next:
                    node.next[form] = child
                else:
                    node.next = {form: child}
            node = child
        if meaning not in node.meanings:
            node.meanings = (*node.meanings, meaning)

    def holds(self, forms: Forms) -> bool:
        """Whether `forms` already mean something."""
        node = self.root.get(forms[0])
        for form in forms[1:]:
            node = node.next.get(form) if node else None
        return node is not None and bool(node.meanings)

    def readings(self, forms: Iterable[str]) -> dict[str, tuple[Reading, ...]]:
        """The readings of at least these word forms; empty for a form that begins no name."""
        if len(self._readings) > _CACHE_LIMIT:
            self._readings.clear()
        for form in set(forms).difference(self._readings):
            self._readings[form] = self._analyse(form)
        return self._readings

    def _analyse(self, form: str) -> tuple[Reading, ...]:
        if form.isascii():
            if self.lang == "en":
                return self.english(form)
            return self._latin().english(form) if self._latin and form.isalpha() else ()
        if self.lang == "ar":
            return self._arabic(form)
        node = self.root.get(form)
        if node is None and self.lang == "en":
            return self.english(form)
        return (Reading(node),) if node else ()

    def english(self, form: str) -> tuple[Reading, ...]:
        """Readings of a word in Latin letters: as it is, or without its 's."""
        node = self.root.get(form)
        if node is not None:
            return (Reading(node),)
        node = self.root.get(form[:-2]) if form.endswith("'s") else None
        return (Reading(node, cut=2),) if node else ()

    def _arabic(self, form: str) -> tuple[Reading, ...]:
        candidates = [(form, 0, False)]
        if form[0] in "وف" and len(form) > 3:
            candidates.append((form[1:], 1, False))
        for word, skip, _ in tuple(candidates):
            if word.startswith("لل") and len(word) > 4:  # ل + ال; the article's alef is not written
                candidates.append(("ال" + word[2:], skip + 2, True))
                candidates.append(("ال" + word[1:], skip + 1, True))  # للاذقية
            elif word[0] in "بلك" and len(word) > 3:
                candidates.append((word[1:], skip + 1, word[0] != "ك"))
        root = self.root
        return tuple(Reading(root[word], skip, 0, prep) for word, skip, prep in candidates if word in root)


class Names:
    """The lexicon of names and its trees, one per language, built when first asked for."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._indexes: dict[str, Index] = {}
        self._bodies: dict[tuple[str, str], Name] = {}

    def index(self, lang: str) -> Index:
        """The tree of `lang`, which is "ar", "fa" or "en"."""
        index = self._indexes.get(lang)
        if index is None:
            index = self._indexes[lang] = _compile(self.lexicon, lang, None if lang == "en" else lambda: self.index("en"))
        return index

    def body_of(self, body: Body, country: Name) -> Name:
        """The canonical name of a country's force or office: "Iraqi Army"."""
        key = (body.noun, country.iso or country.canonical)
        name = self._bodies.get(key)
        if name is None:
            canonical = f"{self.lexicon.demonym(country)} {body.noun}"
            name = self._bodies[key] = Name(canonical, body.type, country.iso)
        return name


@cache
def load_names(path: Path | None = None) -> Names:
    """The shipped names, with those of the file `path` added; a malformed file is an OntologyError with its line."""
    folder = resources.files("extract.ontology")
    sources = [(name, folder.joinpath(name).read_text("utf-8")) for name in _SHIPPED]
    if path is not None:
        try:
            sources.append((str(path), path.read_bytes().decode("utf-8")))
        except OSError as error:
            raise OntologyError(f"{path}: cannot be read ({error.strerror}); give a TOML file") from None
        except UnicodeDecodeError as error:
            raise OntologyError(f"{path}: not UTF-8 at byte {error.start}; save the file as UTF-8") from None
    return Names(build_lexicon([(name, read_rows(text, name)) for name, text in sources]))


def _compile(lexicon: Lexicon, lang: str, latin: Callable[[], Index] | None) -> Index:
    contexts = {name: frozenset(map(fold_word, words)) for name, words in lexicon.contexts[lang].items()}
    contexts["place"] = contexts.get("place", frozenset()) | contexts.get("noun", frozenset())
    compiler = _Compiler(lexicon, Index(lang, contexts, latin))
    compiler.entries()
    compiler.bodies()
    compiler.nationalities()
    for phrase in lexicon.not_names[lang]:
        compiler.index.add(tokens_of(phrase), Meaning())
    return compiler.index


class _Compiler:
    """Fills an index from the lexicon."""

    def __init__(self, lexicon: Lexicon, index: Index) -> None:
        self.lexicon = lexicon
        self.index = index
        self.lang = index.lang
        self.guarded: dict[tuple[Forms, str], Homograph] = {}
        for homograph in lexicon.homographs[self.lang]:
            self.guarded[tokens_of(homograph.spelling), homograph.name.canonical] = homograph

    def entries(self) -> None:
        for homograph in self.guarded.values():  # first, so that the conditional meaning is tried first
            self.spelled(homograph.spelling, homograph.name, adjective=homograph.adjective)
        for entry in self.lexicon.entries:
            spellings = entry.spellings.get(self.lang, [])
            if entry.bare:
                for spelling in spellings:
                    self.spelled(spelling, entry.name)
            for pattern in self.lexicon.patterns.get(entry.name.type, {}).get(self.lang, ()):
                for spelling in spellings:
                    self.spelled(pattern.replace("{}", spelling), entry.name)
            if self.lang == "fa" and entry.bare and entry.name.type != NameType.COUNTRY:
                for spelling in entry.spellings.get("ar", []):
                    if spelling.startswith("ال") or " " in spelling:  # "الرمادي" in a Persian text
                        self.spelled(spelling, entry.name)

    def spelled(self, spelling: str, name: Name, *, adjective: bool = False) -> None:
        if self.lang == "en":
            for forms, written in english_name(spelling):
                self.meaning(forms, name, written=written, adjective=adjective)
            return
        marked = spelling if not _MARKS.isdisjoint(spelling) else ""
        plain = spelling.partition(" (")[0]  # CLDR: "ميانمار (بورما)"
        sequences = persian_name(plain) if self.lang == "fa" else arabic_name(plain, place=name.type in _SHORT_PLACES)
        for forms in sequences:
            self.meaning(forms, name, marked=marked, adjective=adjective)

    def meaning(self, forms: Forms, name: Name, *, written: Forms = (), marked: str = "", adjective: bool = False) -> None:
        homograph = self.guarded.get((forms, name.canonical))
        when = homograph.when if homograph else ""
        capitals = written if any(token != token.lower() for token in written) else ()
        self.index.add(forms, Meaning(name, adjective=adjective, when=when, capitals=capitals, marked=marked))

    def bodies(self) -> None:
        for body in self.lexicon.bodies:
            for spelling in body.spellings.get(self.lang, []):
                if self.lang == "en":
                    for forms, written in english_name(spelling):
                        capitals = written if written != forms else ()
                        self.index.add(forms, Meaning(body=body, capitals=capitals))
                elif self.lang == "fa":
                    for forms in persian_name(spelling):
                        self.index.add(forms, Meaning(body=body))
                else:
                    self.index.add(tokens_of(spelling), Meaning(body=body))

    def nationalities(self) -> None:
        for nationality in self.lexicon.nationalities:
            spellings = nationality.spellings.get(self.lang, [])
            plain = Meaning(nationality.name, adjective=True)
            if self.lang == "en":
                for spelling in spellings:
                    for forms, written in english_adjective(spelling):
                        self.index.add(forms, Meaning(nationality.name, adjective=True, capitals=written))
            elif self.lang == "fa":
                for spelling in spellings:
                    for forms in persian_adjective(spelling):
                        self.index.add(forms, plain)
            else:
                person = "surname" if nationality.surname else "nisba"
                self.arabic_adjectives(spellings, nationality.name, person, given=nationality.given)
                for plural in nationality.plurals:
                    for forms in arabic_plural(plural):
                        self.index.add(forms, plain)

    def arabic_adjectives(self, spellings: list[str], name: Name, person: str, *, given: bool) -> None:
        plain = Meaning(name, adjective=True)
        for spelling in spellings:
            base = tokens_of(spelling)
            for forms, definite in nisba(spelling):
                if definite:
                    self.index.add(forms, Meaning(name, adjective=True, person=person))
                elif given and forms == base:
                    self.index.add(forms, Meaning(name, adjective=True, person="given"))
                else:
                    self.index.add(forms, plain)
            accusative = tanwin(spelling)
            if not self.index.holds(accusative):  # "سوريا" is the country
                self.index.add(accusative, plain)


__all__ = ["Index", "Meaning", "Names", "Node", "Reading", "load_names"]
