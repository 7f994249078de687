"""The language identifier behind `language.py`, for texts whose script and frequent words do not decide.

lingua ships its models inside the wheel, so nothing is fetched. Low accuracy mode needs a tenth of the memory and is
certain on texts of a sentence or more; the languages are those of newswires in the Arabic, Latin and Cyrillic scripts.
"""

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lingua import LanguageDetector


class Guess(NamedTuple):
    """A language by ISO 639-1 code and English name, and how sure the identifier is of it (0 to 1)."""

    code: str
    name: str
    share: float


_CANDIDATES = (
    "ARABIC PERSIAN URDU ENGLISH FRENCH GERMAN SPANISH PORTUGUESE ITALIAN DUTCH SWEDISH POLISH ROMANIAN TURKISH "
    "AZERBAIJANI INDONESIAN SOMALI SWAHILI VIETNAMESE RUSSIAN UKRAINIAN BULGARIAN"
)


def rank(text: str) -> list[Guess]:
    """Every candidate language of the text's script, likeliest first; never empty."""
    return [
        Guess(
            value.language.iso_code_639_1.name.lower(),
            value.language.name.title(),
            value.value,
        )
        for value in _detector().compute_language_confidence_values(text)
    ]


@cache
def _detector() -> "LanguageDetector":
    from lingua import Language, LanguageDetectorBuilder  # a clear text never needs it

    languages = [Language.from_str(name) for name in _CANDIDATES.split()]
    return LanguageDetectorBuilder.from_languages(*languages).with_low_accuracy_mode().build()
