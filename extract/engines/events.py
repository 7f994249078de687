"""Events from triggers: realis, slots by the grammar of the trigger, and one event for each happening.

Roles follow the language's word order (Arabic verb first, Persian verb last, English verb between) and the trigger's
voice.
"""

from extract.dates import DateMention
from extract.engines.asides import over_dates
from extract.engines.locations import Locations, places_in_clause
from extract.engines.merging import merged
from extract.engines.passing import is_in_passing
from extract.engines.phrases import Phrases
from extract.engines.retelling import is_another
from extract.engines.roles import find_roles
from extract.engines.sameness import Draft
from extract.engines.slots import Slots
from extract.engines.tallies import in_clause, with_left_over, with_victims
from extract.events import Form, Role, Trigger, follows_text, is_at_once, is_plainly_negated, is_refuted, realis
from extract.mentions import Mentions
from extract.proposals import EventProposal, Named
from extract.schema import Realis

_TOP, _LONGEST_TITLE = 60, 25  # tokens: a second line of the title stands so near the top
_SINCE, _NEAR = frozenset(("منذ", "عقب", "اثر", "جراء")), 4
_TITLE_PARTS = frozenset("؛;")
_RECENT = 8  # drafts back to what a denial answers
_LAWS = frozenset("law laws bill decree code legislation".split())
_COMPLETES = frozenset("completes completed concludes concluded finishes finished".split())


def propose_events(
    mentions: Mentions, slots: Slots, phrases: Phrases, locations: Locations
) -> tuple[tuple[EventProposal, ...], dict[int, Named]]:
    """The happenings that the triggers of one article tell, in order of their first mention, and for the figures that
    stand in a happening's clause, by their index, the place of it.
    """
    drafts = [_draft(mentions, slots, phrases, locations, trigger) for trigger in mentions.triggers]
    drafts = [draft for draft in drafts if not (_is_silence(draft) or _is_unasserted(mentions, draft))]
    drafts = [
        draft for at, draft in enumerate(drafts) if not _is_disputed(mentions, drafts[max(0, at - _RECENT) : at], draft)
    ]
    places = places_in_clause(mentions, slots.clauses, [locations.struck(draft) for draft in drafts])
    events = [locations.struck(one) for one in with_left_over(mentions, drafts, merged(mentions, drafts))]
    events = [with_victims(mentions, one) for one in events if not is_in_passing(mentions, one)]
    return tuple(draft.proposal for draft in events), places


def _is_disputed(mentions: Mentions, before: list[Draft], draft: Draft) -> bool:
    """Persian: whether a bare denial answers what the same or the last sentence told: by the codebook a claim that the
    other side disputes occurred.
    """
    told = draft.proposal
    if mentions.lang != "fa" or told.realis is not Realis.DENIED or draft.trigger.form is not Form.NOUN:
        return False
    if told.when is not None or told.place is not None:
        return False
    start, _ = mentions.tokens.sentence(draft.trigger.first)
    since, _ = mentions.tokens.sentence(max(0, start - 1))
    return any(
        one.proposal.type == told.type and one.proposal.realis is Realis.OCCURRED and one.trigger.first >= since
        for one in before
    )


def _is_silence(draft: Draft) -> bool:
    """ "No group has claimed responsibility": a statement that nobody made is none."""
    return draft.proposal.type == "statement" and draft.proposal.realis is Realis.DENIED


def _is_unasserted(mentions: Mentions, draft: Draft) -> bool:
    """By the codebook neither a plain negation ("they have not met") nor a penalty that a law threatens is an event,
    for nobody said that it happened.
    """
    tokens, trigger, told = mentions.tokens, draft.trigger, draft.proposal.realis
    if is_plainly_negated(tokens, trigger, mentions.lang, told):
        return True
    if mentions.lang != "en" or told is not Realis.HYPOTHETICAL or trigger.type != "judgment":
        return False
    first, _ = tokens.near(trigger.first)
    return not _LAWS.isdisjoint(tokens.forms[first : trigger.first])


def _draft(mentions: Mentions, slots: Slots, phrases: Phrases, locations: Locations, trigger: Trigger) -> Draft:
    tokens = mentions.tokens
    first, stop = slots.clauses.around(trigger.first)
    first, stop = mentions.trimmed(min(first, trigger.first), max(stop, trigger.stop))
    low, high = over_dates(mentions, slots.clauses, first, stop)
    roles = find_roles(mentions, phrases, trigger, first, high)
    when = slots.periods.of_event(trigger)
    told = _realis(mentions, trigger, when)
    if when is not None and (
        _is_before_it(mentions, trigger, told, when) or _is_after_it(mentions, trigger, told, when)
    ):
        when = None
    place = locations.of(trigger, low, high) or next(iter(roles.get(Role.PLACE, ())), None)
    own = place is not None or (when is not None and when.first is not None)
    proposal = EventProposal(
        type=trigger.type,
        realis=told,
        trigger=tokens.span(trigger.first, trigger.stop),
        clause=tokens.span(first, stop),
        when=when,
        place=place,
        actors=roles.get(Role.ACTOR, ()),
        targets=roles.get(Role.TARGET, ()),
        source=slots.speakers.of_event(trigger),
        figures=in_clause(mentions, trigger, first, stop),
    )
    return Draft(
        trigger,
        proposal,
        in_headline=_is_headline(mentions, trigger),
        another=is_another(mentions, trigger, first, own),
        firm=trigger.form.finite or _is_completed(mentions, trigger),
    )


def _is_completed(mentions: Mentions, trigger: Trigger) -> bool:
    """ "US completes withdrawal": an English noun whose verb tells that it is done."""
    near = mentions.tokens.forms[max(0, trigger.first - _NEAR) : trigger.first]
    return mentions.lang == "en" and not _COMPLETES.isdisjoint(near)


def _realis(mentions: Mentions, trigger: Trigger, when: DateMention | None) -> Realis:
    """Realis by grammar; what is dated after the publication cannot have happened, however it is worded."""
    told = realis(mentions.tokens, trigger, mentions.lang)
    if told is Realis.ONGOING and trigger.form is Form.PRESENT:
        if _tells_past(mentions, trigger):
            return Realis.OCCURRED
        told = Realis.PLANNED if is_at_once(mentions.tokens, trigger) else told
    if told in (Realis.PLANNED, Realis.OCCURRED) and follows_text(mentions.tokens.forms, trigger):
        return Realis.OCCURRED
    if told in (Realis.OCCURRED, Realis.ONGOING) and is_refuted(mentions.tokens, trigger, mentions.lang):
        return Realis.DENIED
    if trigger.form is Form.PAST or (trigger.form is Form.PARTICIPLE and trigger.type == "deployment"):
        return told
    if trigger.lang == "fa" and trigger.form is Form.NOUN and told is Realis.ONGOING:
        return told  # «در حال مذاکره است و ماه آینده ...»
    if when is None or when.first is None or mentions.published is None or when.first <= mentions.published:
        return told
    if trigger.form is Form.NOUN and trigger.lang == "ar":
        first = max(mentions.tokens.sentence(trigger.first)[0], trigger.first - _NEAR)
        if not _SINCE.isdisjoint(mentions.tokens.forms[first : trigger.first]):
            return told  # "منذ إعلان انضمامها في نوفمبر"
    return Realis.PLANNED if told in (Realis.OCCURRED, Realis.ONGOING) else told


def _is_before_it(mentions: Mentions, trigger: Trigger, told: Realis, when: DateMention) -> bool:
    """ "The deal to leave was reached in May": what is still to come bears no past date of what announced it."""
    if trigger.form.finite or told not in (Realis.PLANNED, Realis.HYPOTHETICAL):
        return False
    return mentions.published is not None and when.last is not None and when.last < mentions.published


def _is_after_it(mentions: Mentions, trigger: Trigger, told: Realis, when: DateMention) -> bool:
    """ "Unions condemned the cut and called a strike for Friday": what a verb tells as done bears no day to come."""
    if trigger.form is not Form.PAST or told is not Realis.OCCURRED:
        return False
    return mentions.published is not None and when.first is not None and when.first > mentions.published


def _tells_past(mentions: Mentions, trigger: Trigger) -> bool:
    """ "We condemn" is the deed itself, and headlines tell the past in the present, if not those in Persian."""
    return trigger.type == "statement" or (trigger.lang != "fa" and _is_headline(mentions, trigger))


def _is_headline(mentions: Mentions, trigger: Trigger) -> bool:
    """The first line, bulleted lines on top of the article, and a short line without a full stop near its top: they
    tell what the body tells again.
    """
    if trigger.first < mentions.body_start:
        return True
    tokens = mentions.tokens
    first, stop = tokens.sentence(trigger.first)
    if first >= _TOP:
        return False
    while _is_parted(tokens.forms, stop) and stop < len(
        tokens
    ):  # "attack on a base; two killed", "بعد الانسحاب.. الجيش"
        stop = tokens.sentence(stop)[1]
    titled = tokens.forms[stop - 1] == "\n" and stop - first <= _LONGEST_TITLE
    return titled and tokens.forms[stop - 2] != "."


def _is_parted(forms: list[str], stop: int) -> bool:
    """Whether the title goes on behind what ends a sentence elsewhere."""
    return forms[stop - 1] in _TITLE_PARTS or forms[stop - 2 : stop] == [".", "."]
