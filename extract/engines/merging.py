"""One event for each happening: later mentions merge into the first, which keeps the most specific slot of all."""

from dataclasses import replace

from extract.dates import DateMention
from extract.engines.sameness import Draft, is_bare, is_same
from extract.events import STRIKES, VIOLENT, Form
from extract.mentions import Mentions
from extract.proposals import Named
from extract.schema import Realis

_REMEMBERED = 8  # earlier events of a type that a mention is compared with
_KIND = 3  # characters of a lemma before its type: "fa:killing:..."


def merged(mentions: Mentions, drafts: list[Draft]) -> list[Draft]:
    """One draft for each happening, in order of their first mention; each mention looks at the last few events."""
    events: list[Draft] = []
    countries = frozenset(name.name.canonical for name in mentions.names if name.name.type == "country")
    recent: dict[str, list[int]] = {}
    for draft in drafts:
        kind = "violent" if draft.proposal.type in VIOLENT else draft.proposal.type
        earlier = recent.setdefault(kind, [])
        near = sorted(earlier[-_REMEMBERED:], key=lambda at: (events[at].proposal.type == draft.proposal.type, at))
        same = next((at for at in reversed(near) if is_same(mentions, events[at], draft)), None)
        if same is None:
            earlier.append(len(events))
            events.append(draft)
        else:
            events[same] = _absorb(events[same], draft, countries)
    return events


def _absorb(first: Draft, later: Draft, countries: frozenset[str]) -> Draft:
    """The first draft with what the later one says more specifically; after a headline the body decides realis, date,
    what kind of attack it was and who was killed.
    """
    a, b = first.proposal, later.proposal
    body = first.in_headline and (not later.in_headline or first.trigger.vague)
    merged = replace(
        a,
        type=b.type if body and _is_vaguer(first, b.type) else a.type,
        realis=_told(first, b.realis) if body and not is_bare(later) else a.realis,
        when=_finer(b.when, a.when) if body else _finer(a.when, b.when),
        place=_nearer(a.place, b.place, countries),
        actors=a.actors or b.actors,
        targets=b.targets if body and a.type == "killing" and b.targets else a.targets or b.targets,
        source=a.source or b.source,
        figures=a.figures + tuple(index for index in b.figures if index not in a.figures),
        mentions=(*a.mentions, b.trigger),
    )
    return replace(
        first,
        proposal=merged,
        in_headline=first.in_headline and later.in_headline,
        firm=first.firm or later.firm,
        latest=later.trigger,
    )


def _is_vaguer(headline: Draft, kind: str) -> bool:
    """Whether the body says what the attack was; of an operation a headline often has the dead only."""
    deaths = headline.trigger.lemma[_KIND:].startswith("killing:")
    return headline.proposal.type == "attack" and (kind in STRIKES or (deaths and kind == "operation"))


def _told(headline: Draft, body: Realis) -> Realis:
    told = headline.proposal.realis
    if told is Realis.OCCURRED and body is Realis.DENIED:
        return told  # what somebody disputes
    if headline.trigger.form is Form.FUTURE and body is Realis.ONGOING:
        return told  # "سنرسل قوة": "a force that deploys" there is still to go
    return told if body is Realis.OCCURRED and told is Realis.ONGOING else body


def _nearer(one: Named | None, other: Named | None, countries: frozenset[str]) -> Named | None:
    """The first place, unless the later is a known one, or lies in the country that the first names."""
    if one is None or other is None or other.name is None:
        return one if one is not None else other
    inside = one.name in countries and one.iso == other.iso and other.name not in countries
    return other if one.name is None or inside else one


def _finer(one: DateMention | None, other: DateMention | None) -> DateMention | None:
    """The one that is resolved; of two, the other if it lies within the one."""
    if one is None or one.first is None:
        return other if other is not None and other.first is not None else one
    if other is None or other.first is None or other.last is None or one.last is None:
        return one
    return other if one.first <= other.first and other.last <= one.last else one
