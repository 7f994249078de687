"""Closed word classes that the rules look at (`words.toml`): prepositions, auxiliaries, words for places."""

import tomllib
from functools import cache
from importlib import resources

from extract.text import fold_word


@cache
def words(name: str, lang: str) -> frozenset[str]:
    """The folded words of class `name` in one language; empty where the language has none."""
    return frozenset(fold_word(word) for word in _file().get(name, {}).get(lang, "").split())


@cache
def _file() -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.files("extract.ontology").joinpath("words.toml").read_text(encoding="utf-8"))
