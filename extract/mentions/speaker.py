"""A speaker, and what the grammars of attribution of the three languages share."""

from bisect import bisect_left
from collections.abc import Callable

from extract.frozen import frozen
from extract.ontology.lexicon import Lexicon
from extract.ontology.phrases import BARE_WORDS
from extract.text import Tokens

LONGEST = 12  # tokens of a speaker's name and office
_QUOTED = 4  # tokens of a name in quotation marks
CARRIED = "carried"  # instead of a speaker: the one named last goes on
# What is said by a law's provision is nobody's speech ("وفق المادة الرابعة").
_TEXTS = frozenset("ماده قانون بند فقره article resolution law clause".split())
_PUNCTUATION = frozenset('.,،؛;:!?؟"()[]{}\n-…')


@frozen
class Source:
    """The speaker of one sentence, as folded characters `[start, end)`; `voice`: that of the whole article."""

    start: int
    end: int
    voice: bool = False


def is_text(tokens: Tokens, source: Source) -> bool:
    """Whether a speaker is no person or body but the provision of a law."""
    return tokens.form(bisect_left(tokens.starts, source.start)).removeprefix("ال") in _TEXTS


def reporting_at(tokens: Tokens, index: int, lexicon: Lexicon) -> int | None:
    """The token after a reporting phrase at `index`; None also where the text has ended."""
    for word in BARE_WORDS[lexicon.lang](tokens.forms[index]) if index < len(tokens) else ():
        found = lexicon.reporting.at(tokens.forms, index, word)
        if found is not None:
            return found[0]
    return None


def run(tokens: Tokens, begin: int, stop: int, ends: Callable[[int], bool]) -> int:
    """Where a speaker ends that begins at token `begin`: at punctuation, where `ends` says so, or at `stop`."""
    index = begin
    while index < stop and (_is_inside(tokens, index) or not is_punctuation(tokens.forms[index])) and not ends(index):
        index += 1
    return index


def with_quoted_name(tokens: Tokens, source: Source) -> Source:
    """The speaker named behind "according to", with the name in quotation marks that may end his: 'منظمة "أكليد"'."""
    end = bisect_left(tokens.starts, source.end)
    if tokens.form(end) != '"':
        return source
    for at in range(end + 2, min(end + 2 + _QUOTED, len(tokens))):
        if tokens.forms[at] == '"':
            return Source(source.start, tokens.ends[at])
        if is_punctuation(tokens.forms[at]):
            break
    return source


def _is_inside(tokens: Tokens, index: int) -> bool:
    """Whether a mark is of a name: "U.S.-led", "the U.S. military", "Maj. Gen. Ali Saleh"."""
    before, after = tokens.form(index - 1), tokens.form(index + 1)
    abbreviates = tokens.forms[index] == "." and before.isalpha() and (after.isalpha() or len(before) == 1)
    return (abbreviates and tokens.sentence(index)[1] > index + 1) or tokens.is_hyphen(index)


def is_punctuation(form: str) -> bool:
    """Whether a token parts a speaker from what is said."""
    return form in _PUNCTUATION
