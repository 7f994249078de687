"""Names of countries, places, forces, groups and organisations in a text, each under one canonical English name.

`load_names` reads the lexicon, `find_names` finds the names among the tokens of a text. Finding is lookup, not
recognition: a name that the lexicon lacks is not found, and one that is also an ordinary word needs its context.
"""

from extract.names.catalogue import Names, load_names
from extract.names.find import find_names
from extract.names.model import Name, NameMention, NameType

__all__ = ["Name", "NameMention", "NameType", "Names", "find_names", "load_names"]
