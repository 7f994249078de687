"""Where a happening took place: the nearest phrase of its own clause that a preposition of place governs; what is left,
taken or struck stands without one. Places in the clauses of other happenings say nothing about this one.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter

from extract.engines.asides import is_judged, topic_of, topic_start
from extract.engines.nearby import is_party, named
from extract.engines.phrases import Phrase, Phrases
from extract.engines.sameness import Draft
from extract.engines.sites import POINTING, REACH, Sites
from extract.engines.slots import Slots
from extract.events import VIOLENT, Clauses, Role, Trigger
from extract.mentions import Mentions
from extract.mentions.places import Place
from extract.ontology.words import words
from extract.proposals import Named
from extract.text import COMMAS

_OF_PLACES = frozenset(("withdrawal", "handover", "deployment"))
_LEAVING = frozenset(("withdrawal", "displacement"))
_TOWARDS = frozenset("to for toward towards into الي نحو باتجاه به".split())
_FROM = frozenset(("from", "من", "از", "عن"))
_WITNESS = 8  # tokens from "شهدت" to what it saw
_ARTICLES = frozenset(("the", "its", "their", "this", "that"))
_PLACELESS = frozenset(("statement",))


class Locations:
    """Finds the places of one article's happenings."""

    def __init__(self, mentions: Mentions, slots: Slots, phrases: Phrases, sites: Sites) -> None:
        self._mentions = mentions
        self._forms = mentions.tokens.forms
        self._slots = slots
        self._phrases = phrases
        self._sites = sites

    def of(self, trigger: Trigger, first: int, stop: int) -> Named | None:
        """The place of `trigger`, whose clause is the tokens `[first, stop)`."""
        if trigger.type in _PLACELESS:
            return None
        topic = topic_start(self._mentions, trigger)
        if topic:
            phrase = self._governed(trigger, topic, stop)
            return self._sites.named(phrase) if phrase is not None else None
        if Role.PLACE in (trigger.voice.object, trigger.voice.genitive) or trigger.type in _OF_PLACES:
            _, end = self._mentions.tokens.near(trigger.first)
            found = self._left_or_taken(trigger, first, stop) or self._place_behind(trigger, end)
            if found is not None:
                return found
        elif trigger.type in _LEAVING:
            left = self._fled(trigger) or self._site_left(trigger, first, stop)
            if left is not None:
                return self._sites.named(left)
        witness = self._witness(trigger, first)
        if witness is not None:
            return self._sites.named(witness)
        return self._told_at(trigger, first, stop)

    def _told_at(self, trigger: Trigger, first: int, stop: int) -> Named | None:
        """What a preposition of the clause says, else the places that frame it."""
        about = topic_of(self._mentions, trigger, stop)
        judged = is_judged(self._mentions, trigger)
        phrase = self._governed(trigger, trigger.first if judged else first, about)
        if phrase is None and not judged:
            phrase = self._opened_with(trigger, first)
        if phrase is not None:
            return self._sites.named(phrase)
        if judged or about < stop:
            return None  # "spoke about the truce in Gaza"
        return self._slots.place_of(trigger)

    def struck(self, draft: Draft) -> Draft:
        """An attack that no place was found for, with the town or site that it struck as its place."""
        event = draft.proposal
        if event.place is not None or event.type not in VIOLENT or draft.trigger.parries:
            return draft
        found = (self._struck_place(target) for target in event.targets)
        return replace(draft, proposal=replace(event, place=next((place for place in found if place), None)))

    def _struck_place(self, target: Named) -> Named | None:
        tokens = self._mentions.tokens
        first = bisect_left(tokens.starts, target.span.start, key=tokens.folded.offset)
        stop = bisect_left(tokens.starts, target.span.end, key=tokens.folded.offset)
        phrase = Phrase(first, stop) if first < stop else None
        known = self._sites.known(phrase) if phrase is not None else None
        if phrase is None or not self._sites.is_place(phrase) or (known is not None and known.is_country):
            return None
        return target if self._phrases.is_site(phrase) or not self._phrases.is_person(phrase) else None

    def _opened_with(self, trigger: Trigger, first: int) -> Phrase | None:
        """The phrase of place that opens the sentence before the comma right in front of the clause: "In Lima, ..."."""
        low = self._slots.clauses.behind_dateline(self._mentions.tokens.sentence(trigger.first)[0])
        while low < first and self._mentions.covered[low] == "furniture":
            low += 1
        if not low < first - 1 or self._forms[first - 1] not in COMMAS:
            return None
        phrase = next((self._sites.at(at) for at in self._sites.between(low, low + 2)[:1]), None)
        return phrase if phrase is not None and phrase.stop == first - 1 else None

    def _left_or_taken(self, trigger: Trigger, first: int, stop: int) -> Named | None:
        """What is left, taken over or manned stands as subject or object too: of the clause's places a site or town
        goes before a country, and what follows the trigger before what precedes it.
        """
        places = [
            one
            for one in self._mentions.places_between(first, stop)
            if not (self._is_elsewhere(trigger, one) or self._is_government(one, trigger))
        ]
        ranked = sorted(places, key=lambda place: (place.is_country, place.first < trigger.stop))
        if not ranked or ranked[0].is_country:
            site = self._site_left(trigger, first, stop)
            if site is not None:
                return self._sites.named(site)
        if not ranked or (ranked[0].is_country and ranked[0].first < trigger.stop):
            return None  # "in Iraq" frames the sentence; the site left may stand in its next clause
        return named(self._mentions, ranked[0])

    def _is_government(self, place: Place, trigger: Trigger) -> bool:
        """Whether a place stands for who rules there: "with Iran"; in English, "Washington has cut its presence"."""
        if is_party(self._forms, place) or self._slots.speakers.spoken(place.first):
            return True
        subject = trigger.form.verbal and not trigger.passive and place.stop <= trigger.first and not place.located
        return (
            subject
            and self._mentions.lang == "en"
            and self._sites.words.isdisjoint(self._forms[place.first : place.stop])
        )

    def _place_behind(self, trigger: Trigger, end: int) -> Named | None:
        """The first place behind the trigger: one behind a preposition, else a site or town, else a country."""
        places = self._mentions.places_between(trigger.stop, end)
        ranked = sorted(
            (one for one in places if not (self._is_elsewhere(trigger, one) or is_party(self._forms, one))),
            key=lambda place: (not place.located, place.is_country, place.first),
        )
        return named(self._mentions, ranked[0]) if ranked else None

    def _is_elsewhere(self, trigger: Trigger, place: Place) -> bool:
        """Whether a place is where those who leave go to: "left the base for Chad", "إلى الكويت"."""
        at = place.first
        while at and self._forms[at - 1] in _ARTICLES:
            at -= 1
        return trigger.type in _LEAVING and at > 0 and self._forms[at - 1] in _TOWARDS

    def _fled(self, trigger: Trigger) -> Phrase | None:
        """The place right behind the verb: "fled Goma"."""
        at = trigger.stop
        places = self._mentions.places_between(at, at + 1) if trigger.form.finite else []
        return Phrase(places[0].first, places[0].stop) if places else None

    def _witness(self, trigger: Trigger, first: int) -> Phrase | None:
        """The place that is said to see a happening: "شهدت المدينة اشتباكات"."""
        if self._mentions.lang != "ar" or trigger.form.finite:
            return None
        for at in range(trigger.first - 1, max(first, trigger.first - _WITNESS) - 1, -1):
            if self._forms[at] in words("hosting", "ar"):
                phrase = self._phrases.after(at + 1, trigger.first)
                return phrase if phrase is not None and self._sites.is_place(phrase) else None
        return None

    def _site_left(self, trigger: Trigger, first: int, stop: int) -> Phrase | None:
        """The site without a name that is left or taken over: "left the base", "غادر القطاع", «این پایگاه را»."""
        low, high = (first, trigger.first) if self._mentions.lang == "fa" else (trigger.stop, stop)
        for at in range(low, min(high, low + REACH)):
            if at and self._is_site(at) and self._is_told_before(at, trigger):
                phrase = self._phrases.after(at, high)
                if phrase is not None and phrase.first == at and self._sites.known(phrase) is None:
                    return phrase
        return None

    def _is_site(self, at: int) -> bool:
        if self._mentions.lang == "en":
            return self._forms[at] in self._sites.words and self._forms[at + 1 : at + 2] not in ([], ["-"])
        return self._phrases.is_of(at, self._sites.words)

    def _is_told_before(self, at: int, trigger: Trigger) -> bool:
        """Whether the site at token `at` is pointed at, and governed by nothing but "from"."""
        form, before = self._forms[at], self._forms[at - 1]
        if self._mentions.lang == "ar":
            return form.startswith("ال") and (before in _FROM or before not in words("prepositions", "ar"))
        if self._mentions.lang == "fa":
            return [before] in POINTING
        return before in _ARTICLES and (at - 1 == trigger.stop or self._forms[at - 2] in _FROM)

    def _governed(self, trigger: Trigger, first: int, stop: int) -> Phrase | None:
        """The phrase behind the preposition of place that stands nearest to the trigger, what follows before what
        precedes; Persian says it before its verb.
        """
        persian = self._mentions.lang == "fa" and trigger.form.finite
        skipped = _TOWARDS if trigger.type == "withdrawal" else frozenset[str]()
        return self._sites.near(trigger.first, trigger.stop, (first, stop), before_first=persian, skipped=skipped)


def places_in_clause(mentions: Mentions, clauses: Clauses, told: Sequence[Draft]) -> dict[int, Named]:
    """Where the figures that stand in a happening's clause are: at its place, the nearest trigger's where several are.

    Figures by their index; `told` are the mentions of happenings before they are merged.
    """
    nearest: dict[int, tuple[int, Named]] = {}
    for draft in told:
        place, at = draft.proposal.place, draft.trigger.first
        if place is None or not mentions.tokens.span(*mentions.tokens.sentence(at)).covers(place.span):
            continue  # one that a list's heading gives is too far away for a figure
        for index, quantity in mentions.quantities_between(*clauses.around(at)):
            found = (abs(quantity.first - at), place)
            nearest[index] = min(nearest.get(index, found), found, key=itemgetter(0))
    return {index: place for index, (_, place) in nearest.items()}
