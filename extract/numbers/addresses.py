"""Web addresses, whose slugs are full of numbers that say nothing ("/2025/12/three-killed-in-attack")."""

from extract.text import Tokens

ADDRESS_STARTS = frozenset(("http", "https", "www"))


def address_end(tokens: Tokens, index: int) -> int:
    """The first token behind the address that begins at `index`, or behind the word alone if it begins none."""
    if tokens.form(index + 1) not in (":", ".") or not tokens.joined(index):
        return index + 1
    while tokens.joined(index) and tokens.forms[index + 1] != "\n":
        index += 1
    return index + 1
