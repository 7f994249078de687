"""English realis, from the helpers of a verb or the words around a noun; a plan under a condition is only supposed."""

from extract.events.cues import WALLS, Realis, any_after, words
from extract.events.english import STATIONED
from extract.events.realis_english_nouns import noun
from extract.events.realis_english_verbs import verb
from extract.events.trigger import Form, Trigger

_CONDITIONS = words("if unless")
_CONDITION_REACH = 10
_SEEN_REACH = 14
_SEES = words("see mean involve include require entail")
_WOULD = words("would could might may")
_HELPERS = words("had has have was were been")
_HAS = words("has have keeps keep maintains maintain")
_HAS_REACH = 9
_THERE = words(
    "troops soldiers forces personnel marines peacekeepers servicemen advisers advisors instructors trainers jets "
    "warships aircraft"
)
_CLAUSES = words("that which who when after because while although but")


def judge(forms: list[str], trigger: Trigger, first: int, stop: int) -> Realis:
    """Realis of an English trigger in the sentence `[first, stop)`."""
    if forms[trigger.first] in STATIONED and _has_them(forms, trigger.first, first):
        return Realis.ONGOING
    nominal = trigger.form in (Form.NOUN, Form.PARTICIPLE)
    told = noun(forms, trigger, first, stop) if nominal else verb(forms, trigger, first, stop)
    if told is Realis.OCCURRED and not _headed(forms, trigger):
        told = _envisaged(forms, trigger.first, first) or told
    return Realis.HYPOTHETICAL if told is Realis.PLANNED and _depends(forms, trigger.stop, stop) else told


def _headed(forms: list[str], trigger: Trigger) -> bool:
    """Whether a verb has a helper of its own, which says whether it happened."""
    return trigger.form is Form.PAST and trigger.at > 0 and forms[trigger.at - 1] in _HELPERS


def _has_them(forms: list[str], index: int, first: int) -> bool:
    """ "Has about 2,000 troops stationed in Iraq": they are there; but not "has deployed", "have been deployed"."""
    at = index - 1
    while at >= first and index - at <= _HAS_REACH and forms[at] not in WALLS and forms[at] not in _CLAUSES:
        if forms[at] in _HAS:
            between = forms[at + 1 : index]
            return bool(between) and _HELPERS.isdisjoint(between) and any(form in _THERE for form in between)
        at -= 1
    return False


def _envisaged(forms: list[str], index: int, first: int) -> Realis | None:
    """ "A truce would see 10 hostages freed and troops pull back": what a plan would bring about."""
    for at in range(index - 1, max(first, index - _SEEN_REACH), -1):
        if forms[at] in WALLS or forms[at] in _CLAUSES:
            return None
        if forms[at] in _SEES:
            helper = forms[at - 1]
            return Realis.PLANNED if helper == "will" else Realis.HYPOTHETICAL if helper in _WOULD else None
    return None


def _depends(forms: list[str], start: int, stop: int) -> bool:
    """ "Sanctions will be lifted if inspectors return", but not "even if"."""
    at = any_after(forms, start, min(stop, start + _CONDITION_REACH), _CONDITIONS)
    return at >= 0 and forms[at - 1] not in ("even", "as")
