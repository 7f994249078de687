"""Who did, gave or sent what a figure counts: the subject of its clause; and the body whose members it counts."""

from collections.abc import Callable

from extract.engines.asides import before_date
from extract.events import Clauses, Trigger
from extract.mentions import Mentions
from extract.mentions.agents import Agent
from extract.mentions.head import ARMED, HARMED
from extract.mentions.quantity import Quantity
from extract.text import COMMAS

# Deeds and means, which a subject does or gives.
_DONE_BY = frozenset(("operations", "airstrikes", "attacks", "equipment", "batches", "money", "weight"))
_MEANS = frozenset(("equipment", "batches", "weight"))
_BY_WHICH = frozenset(("for", "on", "in", "متن", "عبر"))
_SENDING = frozenset(("deployment", "withdrawal"))
_MEMBERS = HARMED | ARMED
_OF = {
    "ar": frozenset("من في صفوف عناصر افراد جنود اسري مقاتلي منتسبي".split()),
    "fa": frozenset("از نيروهاي اعضاي عناصر افراد ماموران".split()),
    "en": frozenset(("of", "from", "the", "its")),
}
_REACH, _FARTHEST = 3, 40  # tokens


def doer_of(mentions: Mentions, clauses: Clauses, spoken: Callable[[int], bool], quantity: Quantity) -> Agent | None:
    """The subject of the clause: its first agent before the quantity, unless that only speaks or takes things away."""
    if quantity.kind not in _DONE_BY and quantity.kind not in ARMED:
        return None
    if quantity.kind in _MEANS and mentions.tokens.form(quantity.first - 1) in _BY_WHICH:
        return None  # "exchanged them on three flights", "hopes for three vessels"
    first = _start(mentions, clauses, quantity)
    triggers = mentions.triggers_between(first, clauses.around(quantity.first)[1])
    if quantity.kind in ARMED and not any(_sends(mentions.lang, one, quantity) for one in triggers):
        return None
    if quantity.kind in _MEANS and any(one.parries or one.type == "other" for one in triggers):
        return None  # "the army seized six rifles", "shot down two drones"
    agents = mentions.agents_between(first, quantity.first)
    doers = [agent for agent in agents if not spoken(agent.first)] or [one for one in agents if one.name is not None]
    return doers[0] if doers else None  # a country or group that speaks tells of itself, if of nobody else


def _sends(lang: str, trigger: Trigger, quantity: Quantity) -> bool:
    """Whether a verb has the counted forces as its object: "Poland deployed 3,000 soldiers"."""
    if trigger.type not in _SENDING or not trigger.form.verbal or trigger.passive:
        return False
    return trigger.first >= quantity.stop if lang == "fa" else trigger.stop <= quantity.first


def _start(mentions: Mentions, clauses: Clauses, quantity: Quantity) -> int:
    """Where the clause of a quantity begins: over an aside that is only a date, and over the list that it goes on."""
    forms = mentions.tokens.forms
    first, floor = clauses.around(quantity.first)[0], mentions.tokens.sentence(quantity.first)[0]
    floor = max(floor, first - _FARTHEST)
    while first > floor + 1 and forms[first - 1] in COMMAS:
        before = before_date(mentions, first, floor)
        listed = forms[first][0] == "و" and _counts(mentions, first - 1) and _opens_with_count(mentions, first)
        if listed:
            first = clauses.around(first - 2)[0]
        elif before < first:
            first = clauses.around(before - 1)[0]
        else:
            break
    return first


def _opens_with_count(mentions: Mentions, first: int) -> bool:
    """Whether a quantity begins at token `first`, or right behind the conjunction there."""
    return any(True for _ in mentions.quantities_between(first, first + 2))


def _counts(mentions: Mentions, stop: int) -> bool:
    """Whether a quantity ends within a word of token `stop`: "و38 آلية، وثلاث مروحيات"."""
    return any(one.stop >= stop - 1 for _, one in mentions.quantities_between(max(0, stop - _REACH - 1), stop))


def body_of(mentions: Mentions, quantity: Quantity) -> Agent | None:
    """The body whose members are counted: "خمسة قتلى في صفوف المهاجمين", "12 prisoners of the movement"."""
    if quantity.noun_tokens is None or quantity.kind not in _MEMBERS:
        return None
    after = quantity.noun_tokens[1]
    for agent in mentions.agents_between(after, after + _REACH + 1):
        between = mentions.tokens.forms[after : agent.first]
        if between and _OF[mentions.lang].issuperset(between) and between != ["في"]:
            return agent
        if not between and mentions.lang == "ar" and _in_construct(mentions.tokens.forms, after):
            return agent
    return None


def _in_construct(forms: list[str], at: int) -> bool:
    """Whether a body with article closes the construct that a counted noun without one opens: "أسرى الجماعة"."""
    return forms[at].startswith("ال") and not forms[at - 1].startswith("ال") and not forms[at - 1].endswith("ا")
