"""What a figure takes over from the happening it measures: its period where no date governs it, a toll its place too.

News dates and places a happening once and tells its numbers over several sentences, the headline included. Both engines
leave these slots to the words around a figure; what they have left open is settled here, once they have said which
figures belong to which event.
"""

import re
from dataclasses import replace

from extract.engines.tallies import TOLLS, measures
from extract.proposals import EventProposal, FigureProposal, Proposals

# How old, how far, how long and how many countries is true on no one day.
_TIMELESS = frozenset(("age", "distance", "duration", "countries"))
_OF_NO_EVENT = _TIMELESS | {"area", "percent", "organizations"}
_SENTENCE_END = re.compile(r"[.!?؟؛\n]")
_BEHIND = 24  # characters behind the figure, as far as its verb: "900 families have so far returned"
_REACH = 200  # characters looked at for the start of the sentence
_SO_FAR = re.compile(
    r"\b(?:in all|in total|all told|altogether|so far|to date|up to now|until now|currently|remains?|still|that figure)"
    r"\b"
    r"|(?:حتى|[إا]لى|لغاية) (?:الآن|الان|اليوم)|في المجمل|في المجموع|بالمجمل|[إا]جمالا|منذ (?:بدء|بداية|انطلاق)"
    r"|تا ?[کك]نون|تا به حال|تا امروز|در مجموع|مجموعا|جمعا|روی هم",
    re.IGNORECASE,
)
# A sum over a time that no date names: "since the truce took effect", "over the past months".
_OVER_TIME = re.compile(
    r"\bsince (?:the|its|his|their|then|it|fighting|war|a)\b|\b(?:over|in|during) the (?:past|last)\b"
    r"|\bresponsible for the deaths?\b|منذ (?:بدء|بداية|انطلاق|اندلاع|سريان|دخول|توقيع|ذلك|الاتفاق|الهدنة|وقف)"
    r"|از (?:زمان|آغاز|ابتدای|شروع) ",
    re.IGNORECASE,
)


def with_inherited(proposals: Proposals, text: str) -> Proposals:
    """`proposals` about `text`, each figure with what it takes over from the happening it measures."""
    dated: dict[int, EventProposal] = {}
    located: dict[int, EventProposal] = {}
    for event in proposals.events:
        for index in event.figures:
            figure = proposals.figures[index]
            tells = measures(figure.kind, event.type) or event.trigger.start < figure.evidence.end
            if tells and event.when is not None and (event.when.first or event.when.last):
                dated.setdefault(index, event)
            if event.place is not None:
                located.setdefault(index, event)
    figures = [
        _located(_dated(figure, dated.get(index), text), located.get(index), text)
        for index, figure in enumerate(proposals.figures)
    ]
    return replace(proposals, figures=tuple(figures))


def _dated(figure: FigureProposal, event: EventProposal | None, text: str) -> FigureProposal:
    if figure.when is not None:
        return replace(figure, when=None) if figure.kind in _TIMELESS else figure
    if event is None or figure.kind in _OF_NO_EVENT or (figure.kind not in TOLLS and _adds_up(figure, event, text)):
        return figure
    return figure if _is_over_time(figure, text) else replace(figure, when=event.when)


def _located(figure: FigureProposal, event: EventProposal | None, text: str) -> FigureProposal:
    if event is None or figure.place is not None or figure.kind not in TOLLS or _is_over_time(figure, text):
        return figure
    return replace(figure, place=event.place)


def _opening(figure: FigureProposal, text: str) -> int:
    """Where the figure's sentence begins, as far as one looks back."""
    low = max(0, figure.evidence.start - _REACH)
    for mark in _SENTENCE_END.finditer(text, low, figure.evidence.start):
        low = mark.end()
    return low


def _is_over_time(figure: FigureProposal, text: str) -> bool:
    """Whether the sentence tells a toll of a longer time: "173 have been killed since the truce took effect"."""
    end = _SENTENCE_END.search(text, figure.evidence.end, figure.evidence.end + _REACH)
    return (
        _OVER_TIME.search(text, _opening(figure, text), end.start() if end else figure.evidence.end + _REACH)
        is not None
    )


def _adds_up(figure: FigureProposal, event: EventProposal, text: str) -> bool:
    """Whether the figure is a sum over more than its event: "in all, 2,954 families have returned"."""
    low = _opening(figure, text)
    if low <= event.trigger.start < figure.evidence.end:
        return False  # told in one breath
    return _SO_FAR.search(text, low, figure.evidence.end + _BEHIND) is not None
