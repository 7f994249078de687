"""What one article's quantities are read against, and how near two of them stand."""

from collections.abc import Sequence

from extract.frozen import frozen
from extract.mentions.quantity import Quantity
from extract.ontology.lexicon import Lexicon
from extract.text import Tokens

INCLUDED_REACH = 5  # tokens from a count to a part of it
OR = frozenset(("or", "او", "يا"))
AND = frozenset(("and", "و", ",", "،"))
_LINKS = AND | OR


@frozen
class Scene:
    """What one article's quantities are read against."""

    tokens: Tokens
    lexicon: Lexicon
    nationals: frozenset[int]
    starts: Sequence[int]
    covered: Sequence[str]


def joined_to(tokens: Tokens, previous: Quantity, first: int) -> bool:
    """Whether only a conjunction stands between two quantities."""
    between = tokens.forms[previous.stop : first]
    attached = tokens.forms[first][0] == "و" and not tokens.forms[first].isdigit()
    return (len(between) == 0 and attached) or (len(between) == 1 and between[0] in _LINKS)
