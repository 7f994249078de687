"""What the number layer finds: numerals, as values with positions."""

from dataclasses import dataclass
from decimal import Decimal

from extract.frozen import frozen
from extract.span import Span


@frozen
class Numeral:
    """A numeral among the tokens of a text; the internal form, which dates and mentions build on.

    `first`/`stop` is its token range. `start`/`end` is its range in the *folded* text: it may begin inside its first
    token, because an attached و, ب or ل stays outside ("وثلاثون" starts at ث).
    """

    first: int
    stop: int
    start: int
    end: int
    value: Decimal
    ordinal: bool = False
    fraction: bool = False  # a part of a whole ("ثلث", "two thirds", "نیمی"), not a count
    scale_only: bool = False  # a bare scale word ("ألف", "hundred", "مليون") that is a numeral only by itself
    plural_scale: bool = False  # a bare plural scale ("آلاف", "thousands", "هزاران"): vague, so not a NumberMention
    ambiguous: bool = False  # its separators allow two readings ("2.500"); `value` is the likelier one
    suspicious: str = ""  # why its digits cannot be trusted: "hidden characters", "mixed digits", "look-alike letters"


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A numeral in a text: where it stands and its exact value.

    `span` is in code points of the text given. `ordinal` marks a rank ("الثاني", "third"), `fraction` a part of a whole
    ("two thirds"), `ambiguous` a digit string with two readings ("2.500"), `suspicious` says in words why digits were
    not trusted (zero-width characters inside, digits of two scripts), else it is "".
    """

    span: Span
    value: Decimal
    ordinal: bool = False
    fraction: bool = False
    ambiguous: bool = False
    suspicious: str = ""
