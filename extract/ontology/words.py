"""Closed word classes that the rules look at (`words.toml`): prepositions, auxiliaries, words for places."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from extract.tables import kept
from extract.text import fold_word

_NONE: frozenset[str] = frozenset()


@cache
def words(name: str, lang: str) -> frozenset[str]:
    """The folded words of class `name` in one language; empty where the language has none."""
    return _classes().get(name, {}).get(lang, _NONE)


@cache
def joined_words(lang: str, *names: str) -> frozenset[str]:
    """The folded words of all these classes, made once: a union of large sets is too dear to make at every token."""
    return frozenset[str]().union(*(words(name, lang) for name in names))


@cache
def _classes() -> Mapping[str, Mapping[str, frozenset[str]]]:
    return kept("words", _read)


def _read() -> Mapping[str, Mapping[str, frozenset[str]]]:
    import tomllib  # not needed while the tables are kept

    classes = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
    return {
        name: {lang: frozenset(fold_word(word) for word in line.split()) for lang, line in lines.items()}
        for name, lines in classes.items()
    }
