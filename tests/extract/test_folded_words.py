"""Words that the rules compare with a text's folded words are folded themselves: one that is not could never match."""

import pkgutil
from collections.abc import Collection, Iterator
from importlib import import_module
from typing import cast

import pytest

import extract
from extract.text import fold_word

ROOMS = ("extract.dates.", "extract.engines.", "extract.events.", "extract.mentions.")
INFINITIVES = frozenset(("_FORMAL", "_NAMES"))  # of the lexicon's entries, which are as somebody wrote them


def in_sets(value: object) -> Iterator[str]:
    """The words in a set, or in the sets that a constant holds, and the words that a table is looked up by."""
    if isinstance(value, frozenset | dict):
        yield from (member for member in cast("Collection[object]", value) if isinstance(member, str))
    if isinstance(value, frozenset | tuple):
        for member in cast("Collection[object]", value):
            yield from in_sets(member)
    if isinstance(value, dict):
        for member in cast("dict[object, object]", value).values():
            yield from in_sets(member)


@pytest.mark.parametrize(
    "module",
    [module.name for module in pkgutil.walk_packages(extract.__path__, "extract.") if module.name.startswith(ROOMS)],
)
def test_words_of_rules_are_folded(module: str) -> None:
    constants = vars(import_module(module))
    words = {
        word: name
        for name, value in constants.items()
        if name.isupper() and name not in INFINITIVES
        for word in in_sets(value)
        if word.isalpha()  # neither marks nor "ar:killing:أعدم", an entry of the lexicon
    }
    assert {name: word for word, name in words.items() if fold_word(word) != word} == {}
