"""Numerals in Arabic, Persian and English text: digits, words and mixtures, as exact Decimals.

`find_numbers` finds every numeral, also those inside dates and names; it finds nothing vague ("dozens"). What a numeral
counts is the business of `extract.mentions`. A language's grammar and lexicon are imported with its first text.
"""

from collections.abc import Callable
from functools import cache

from extract.numbers.numeral import NumberMention, Numeral
from extract.text import Tokens, tokenize

__all__ = ["NumberMention", "Numeral", "find_numbers", "scan"]

_LANGUAGES = ("ar", "fa", "en")


def find_numbers(text: str, lang: str) -> list[NumberMention]:
    """Every numeral in `text`, in order, never overlapping.

    `lang` is "ar", "fa" or "en"; anything else raises ValueError. Spans are half-open code points of `text`.
    """
    tokens = tokenize(text)
    return [
        NumberMention(tokens.folded.origin(n.start, n.end), n.value, n.ordinal, n.fraction, n.ambiguous, n.suspicious)
        for n in scan(tokens, lang)
        if not n.plural_scale
    ]


def scan(tokens: Tokens, lang: str) -> list[Numeral]:
    """The numerals among `tokens`, in order, plus bare plural scale words (`plural_scale`) for the quantity layer."""
    return _scanner(lang)(tokens)


@cache
def _scanner(lang: str) -> Callable[[Tokens], list[Numeral]]:
    if lang == "ar":
        from extract.numbers.arabic import scan
    elif lang == "fa":
        from extract.numbers.persian import scan
    elif lang == "en":
        from extract.numbers.english import scan
    else:
        raise ValueError(f"language {lang!r} is not read; use one of {', '.join(_LANGUAGES)}")
    return scan
