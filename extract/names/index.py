"""The names of one language as a tree of tokens, and what a token may be once its particles are off.

Analyses of word forms are cached: half of a text's words were seen before, and all but a few of them begin no name.
"""

from collections.abc import Callable
from typing import NamedTuple

from extract.names.model import Body, Forms, Name
from extract.packed import Packed

_CACHE_LIMIT = 50_000


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

    def __init__(self, lang: str, contexts: dict[str, frozenset[str]]) -> None:
        self.lang = lang
        self.root: Packed[Node] = Packed(Name, Body)
        self.contexts = contexts
        self.latin: Callable[[], Index] | None = None  # the tree for "NATO" in an Arabic text
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

    def readings(self, forms: frozenset[str]) -> dict[str, tuple[Reading, ...]]:
        """The readings of at least these word forms; empty for a form that begins no name."""
        if len(self._readings) > _CACHE_LIMIT:
            self._readings = {}  # a new one: the old may be in another caller's hands
        for form in forms.difference(self._readings):
            self._readings[form] = self._analyse(form)
        return self._readings

    def _analyse(self, form: str) -> tuple[Reading, ...]:
        if form.isascii():
            if self.lang == "en":
                return self.english(form)
            return self.latin().english(form) if self.latin and form.isalpha() else ()
        if self.lang == "ar":
            return self._arabic(form)
        node = self.root.get(form)
        if node is None and self.lang == "en":
            return self.english(form)
        return (Reading(node),) if node else ()

    def english(self, form: str) -> tuple[Reading, ...]:
        """Readings of a word in Latin letters: as it is, and without its 's."""
        root = self.root
        readings = (Reading(root[form]),) if form in root else ()
        if form.endswith("'s") and form[:-2] in root:
            readings += (Reading(root[form[:-2]], cut=2),)
        return readings

    def _arabic(self, form: str) -> tuple[Reading, ...]:
        candidates = [(form, 0, False)]
        if form[0] in "وف" and len(form) > 2:
            candidates.append((form[1:], 1, False))
        for word, skip, _ in tuple(candidates):
            if word.startswith("لل") and len(word) > 4:  # ل + ال; the article's alef is not written
                candidates.append(("ال" + word[2:], skip + 2, True))
                candidates.append(("ال" + word[1:], skip + 1, True))  # للاذقية
            elif word[0] in "بلك" and len(word) > 2:
                candidates.append((word[1:], skip + 1, word[0] != "ك"))
        root = self.root
        return tuple(Reading(root[word], skip, 0, prep) for word, skip, prep in candidates if word in root)
