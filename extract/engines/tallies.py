"""Which figures measure which event: those of its own clause first, then what no clause has claimed.

News tells a happening once and its numbers over several sentences. A figure left over measures the nearest event of
its own sentence, one of a type that it fits before any other; where its sentence tells none, casualties go back to
the last event of a type that they fit, and counts of people and things do if it is of the last sentence that told one.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from extract.engines.sameness import Draft
from extract.events import STRIKES, Trigger
from extract.mentions import Mentions
from extract.mentions.quantity import Quantity
from extract.ontology.words import words
from extract.proposals import EventProposal, Named

# Kinds of figures that measure an event of these types, beside those that befell persons.
_COUNTS = {
    "airstrike": {"airstrikes", "equipment"},
    "operation": {"operations", "sites"},
    "attack": {"attacks", "equipment"},
    "shelling": {"attacks", "equipment"},
    "bombing": {"attacks", "equipment"},
    "withdrawal": {"personnel", "fighters", "equipment", "sites", "batches"},
    "deployment": {"personnel", "fighters", "equipment", "countries"},
    "handover": {"sites"},
    "killing": {"killed"},
    "arrest": {"detained", "fighters", "personnel", "people"},
    "abduction": {"missing", "detained", "people", "personnel"},
    "detainee_transfer": {"detained", "batches", "people"},
    "repatriation": {"families", "displaced", "people", "batches"},
    "displacement": {"families", "displaced", "people"},
    "aid": {"money", "weight", "families", "people", "batches"},
    "agreement": {"agreements", "money", "countries", "organizations"},
    "ceasefire": {"duration"},
    "training": {"personnel", "countries", "duration", "equipment"},
    "talks": {"countries", "organizations"},
    "protest": {"people"},
    "judgment": {"detained", "duration", "money", "people", "personnel", "fighters"},
    "sanctions": {"people", "organizations", "money"},
    "legislation": {"money", "percent", "duration"},
    "disarmament": {"fighters", "equipment"},
    "mission_end": {"personnel", "duration"},
    "other": {"equipment", "weight", "other", "money", "sites", "people", "families", "area", "organizations"},
    "statement": {"missing"},
}  # fmt: skip
# Of one happening, however they grow.
TOLLS = frozenset(("killed", "wounded", "casualties", "missing"))
_MAY_BEFALL = frozenset(("airstrike", "operation", "attack", "shelling", "bombing", "killing", "other"))
# What may go back over sentences, and what measures no happening, however near one stands.
_CARRIED = TOLLS | {"families", "displaced", "detained", "people", "batches", "equipment"}
_APART = frozenset(
    (
        "attacks",
        "airstrikes",
        "operations",
        "age",
        "countries",
        "organizations",
        "agreements",
        "batches",
        "detained",
        "families",
        "people",
        "personnel",
        "fighters",
        "wounded",
    )
)
_MOVED = frozenset(("detainee_transfer", "repatriation", "displacement"))  # whose people are told over sentences
_FATES = tuple("قتيل قتلي جريح جرحي مصاب شهيد شهدا كشته زخمي dead killed wounded injured casualt".split())
_NEAR = 8  # mentions of events looked at on either side


def measures(kind: str, type_: str) -> bool:
    """Whether a figure of `kind` can measure an event of `type_`."""
    return kind in _COUNTS.get(type_, ()) or (kind in TOLLS and type_ in _MAY_BEFALL)


def in_clause(mentions: Mentions, trigger: Trigger, first: int, stop: int) -> tuple[int, ...]:
    """The figures of the clause `[first, stop)` that measure the event that `trigger` tells."""
    between = mentions.quantities_between(first, stop)
    return tuple(
        index
        for index, quantity in between
        if measures(quantity.kind, trigger.type) and not _is_told_between(mentions, trigger, quantity)
    )


def _is_told_between(mentions: Mentions, trigger: Trigger, quantity: Quantity) -> bool:
    """Whether another happening stands nearer to the figure, and of a type that it measures as well: "destroyed two
    tunnels and seized 40 rifles".
    """
    near = mentions.triggers_between(max(0, quantity.first - 2), quantity.first)
    if mentions.lang != "fa" and quantity.first < trigger.first and any(one.type == trigger.type for one in near):
        return True
    first, stop = (trigger.stop, quantity.first) if trigger.first < quantity.first else (quantity.stop, trigger.first)
    return any(measures(quantity.kind, other.type) for other in mentions.triggers_between(first, stop))


def with_victims(mentions: Mentions, draft: Draft) -> Draft:
    """An attack that is said to be turned on nothing else, with the persons whom it killed or wounded as its target."""
    event = draft.proposal
    if event.targets or event.type not in STRIKES or draft.trigger.parries:  # of a strike, whoever was hit was aimed at
        return draft
    for index in event.figures:
        quantity = mentions.quantities[index]
        first, stop = quantity.noun_tokens or (0, 0)
        if quantity.kind not in ("killed", "wounded") or stop <= first:
            continue
        told = mentions.tokens.forms[first]
        if not told.startswith(_FATES) and told not in words("others", mentions.lang):
            span = mentions.tokens.span(first, stop)
            return replace(draft, proposal=replace(event, targets=(Named(span),)))
    return draft


def with_left_over(mentions: Mentions, told: Sequence[Draft], drafts: list[Draft]) -> list[Draft]:
    """`drafts` with the figures that no clause has claimed; `told` are their mentions, before they were merged."""
    proposals = [draft.proposal for draft in drafts]
    event_of = {span: at for at, event in enumerate(proposals) for span in (event.trigger, *event.mentions)}
    owners = [(one.trigger.first, event_of[one.proposal.trigger]) for one in told]
    claimed = {index for event in proposals for index in event.figures}
    added: dict[int, list[int]] = {}
    for index, quantity in enumerate(mentions.quantities):
        owner = None if index in claimed else _owner(mentions, quantity, owners, proposals)
        if owner is not None:
            added.setdefault(owner, []).append(index)
    for at, more in added.items():
        figures = tuple(sorted((*proposals[at].figures, *more)))
        drafts[at] = replace(drafts[at], proposal=replace(proposals[at], figures=figures))
    return drafts


def _owner(
    mentions: Mentions, quantity: Quantity, owners: list[tuple[int, int]], events: Sequence[EventProposal]
) -> int | None:
    """The event that a figure left over measures; `owners` are (token, event) of each mention of one, in order."""
    first, stop = mentions.tokens.sentence(quantity.first)
    low, at, high = (bisect_left(owners, (token, 0)) for token in (first, quantity.first, stop))
    near = owners[max(low, at - _NEAR) : min(high, at + _NEAR)]
    here = sorted(near, key=lambda owner: abs(owner[0] - quantity.first))
    fitting = [at for _, at in here if measures(quantity.kind, events[at].type)]
    if fitting:
        return fitting[0]
    if here and quantity.kind not in _APART:
        return here[0][1]
    before = owners[max(0, low - _NEAR) : low] if quantity.kind in _CARRIED else []
    if before and quantity.kind not in TOLLS:
        told, _ = mentions.tokens.sentence(before[-1][0])
        before = [owner for owner in before if owner[0] >= told]
    types = _MOVED if quantity.kind == "people" else _COUNTS
    fitting = (at for _, at in reversed(before) if events[at].type in types)
    return next((at for at in fitting if measures(quantity.kind, events[at].type)), None)
