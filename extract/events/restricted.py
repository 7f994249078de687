"""Restricted negation: "لم تقع سوى أربع هجمات", "جز چهار حمله رخ نداد". What is excepted from a denial did happen."""

from extract.events.cues import any_after, words
from extract.events.trigger import Trigger
from extract.schema import Realis
from extract.text import Tokens

_NOT = {
    "ar": words("لم لن لا ليس ليست ما ولم ولن ولا وما فلم فلن فلا فما"),
    "fa": frozenset[str](),  # the verb that closes the clause carries the negation
    "en": words("no not never none without didn't hasn't haven't wasn't weren't"),
}
_EXCEPT = {"ar": words("سوى إلا"), "fa": words("جز بجز مگر به‌جز"), "en": words("except besides")}
_NEVER_YET = words("لن ولن فلن")
_HOWEVER = words("أن أنه أنها أنهم آنکه اینکه آن این که زمانی")  # "إلا أن" opens a new thought, «مگر آنکه» a condition
_STOPS = frozenset(".!?؟؛;:\n")
_BEFORE, _AFTER, _REACH = 5, 8, 12


def excepted(tokens: Tokens, trigger: Trigger, lang: str) -> Realis | None:
    """What a negation restricted by an exception near `trigger` tells of it; None where there is no exception."""
    forms = tokens.forms
    first, stop = tokens.sentence(trigger.first)
    at = any_after(forms, max(first, trigger.at - _BEFORE), min(stop, trigger.stop + _AFTER), _EXCEPT[lang], _STOPS)
    if at < 0 or (forms[at + 1 : at + 2] and forms[at + 1] in _HOWEVER):
        return None
    if lang == "fa":
        return Realis.OCCURRED
    negation = any_after(forms, max(first, at - _REACH), at, _NOT[lang], _STOPS)
    if negation < 0:
        return None
    return Realis.PLANNED if forms[negation] in _NEVER_YET else Realis.OCCURRED
