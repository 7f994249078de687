"""The grammar of dates as data: tables of rules, shared and by language, compiled to a cascade at first use."""

from functools import cache

from extract.dates.alphabet import ALPHABET
from extract.dates.cascade import Pass
from extract.dates.grammar import arabic, english, persian, shared

_BY_LANGUAGE = {"ar": arabic.RULES, "fa": persian.RULES, "en": english.RULES}


@cache
def passes(lang: str) -> tuple[Pass, ...]:
    """The cascade of a language; where two rules match equally much its own stands before the shared one."""
    own = _BY_LANGUAGE[lang]
    return tuple(Pass(ALPHABET, [*special, *common]) for special, common in zip(own, shared.RULES, strict=True))
