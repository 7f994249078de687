"""English realis, from the helpers of a verb or the words around a noun; a plan under a condition is only supposed."""

from extract.events.cues import Realis, any_after, words
from extract.events.realis_english_nouns import noun
from extract.events.realis_english_verbs import verb
from extract.events.trigger import Form, Trigger

_CONDITIONS = words("if unless")
_CONDITION_REACH = 10


def judge(forms: list[str], trigger: Trigger, first: int, stop: int) -> Realis:
    """Realis of an English trigger in the sentence `[first, stop)`."""
    nominal = trigger.form in (Form.NOUN, Form.PARTICIPLE)
    told = noun(forms, trigger, first, stop) if nominal else verb(forms, trigger, first, stop)
    return Realis.HYPOTHETICAL if told is Realis.PLANNED and _depends(forms, trigger.stop, stop) else told


def _depends(forms: list[str], start: int, stop: int) -> bool:
    """ "Sanctions will be lifted if inspectors return", but not "even if"."""
    at = any_after(forms, start, min(stop, start + _CONDITION_REACH), _CONDITIONS)
    return at >= 0 and forms[at - 1] not in ("even", "as")
