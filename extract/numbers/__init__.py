"""Numerals in Arabic, Persian and English text: digits, words and mixtures, as exact Decimals.

`find_numbers` finds every numeral, also those inside dates and names; it finds nothing vague ("dozens"). What a numeral
counts is the business of `extract.mentions`.
"""

from collections.abc import Callable

from extract.numbers import arabic, english, persian
from extract.numbers.numeral import NumberMention, Numeral
from extract.text import Tokens, tokenize

__all__ = ["NumberMention", "Numeral", "find_numbers", "scan"]

_SCANNERS: dict[str, Callable[[Tokens], list[Numeral]]] = {
    "ar": arabic.scan,
    "fa": persian.scan,
    "en": english.scan,
}


def find_numbers(text: str, lang: str) -> list[NumberMention]:
    """Every numeral in `text`, in order, never overlapping.

    `lang` is "ar", "fa" or "en"; anything else raises ValueError. Spans are half-open code points of `text`.
    """
    if lang not in _SCANNERS:
        raise ValueError(f"language {lang!r} is not read; use one of {', '.join(_SCANNERS)}")
    tokens = tokenize(text)
    return [
        NumberMention(
            tokens.folded.origin(n.start, n.end), n.value, n.ordinal, n.fraction, n.ambiguous, n.suspicious
        )
        for n in scan(tokens, lang)
        if not n.plural_scale
    ]


def scan(tokens: Tokens, lang: str) -> list[Numeral]:
    """The numerals among `tokens`, in order, plus bare plural scale words (`plural_scale`) for the quantity layer."""
    return _SCANNERS[lang](tokens)
