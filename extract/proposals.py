"""What an engine proposes about an article: records in positions only, not yet checked against the text.

Engines never carry a quote's characters, so nothing an engine says can differ from the article; `grounding` cuts the
quotes and builds the output records.
"""

from decimal import Decimal

from extract.dates import DateMention
from extract.frozen import frozen
from extract.schema import Qualifier, Realis
from extract.span import Span


@frozen
class Named:
    """A quote that names somebody or some place, with its canonical English name and ISO 3166 code where known."""

    span: Span
    name: str | None = None
    iso: str | None = None


@frozen
class FigureProposal:
    """A figure as an engine sees it. `number` is the span of the numeral(s) from which the values were parsed."""

    kind: str
    qualifier: Qualifier
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    evidence: Span
    number: Span
    noun: Span | None = None
    party: Named | None = None
    place: Named | None = None
    when: DateMention | None = None
    source: Named | None = None
    flags: tuple[str, ...] = ()


@frozen
class EventProposal:
    """An event as an engine sees it. `figures` are indices into the figure proposals of the same article."""

    type: str
    realis: Realis
    trigger: Span
    clause: Span
    when: DateMention | None = None
    place: Named | None = None
    actors: tuple[Named, ...] = ()
    targets: tuple[Named, ...] = ()
    source: Named | None = None
    figures: tuple[int, ...] = ()
    mentions: tuple[Span, ...] = ()


@frozen
class LeftOut:
    """Something number-like or event-like that the engine saw and did not propose, and why.

    `span` is None for a model's words that stand nowhere in the article; `detail` then holds them.
    """

    reason: str
    span: Span | None
    detail: str = ""


@frozen
class Proposals:
    """All that an engine says about one article."""

    figures: tuple[FigureProposal, ...] = ()
    events: tuple[EventProposal, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
