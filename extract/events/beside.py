"""Deeds that are only told beside another: the one that it answers, and the text that it follows.

"Struck the port in response to shelling", "will leave under a deal with Baghdad": neither date, place nor doer of the
one belong to the other.
"""

from extract.events.cues import WALLS, words
from extract.events.trigger import Trigger
from extract.text import fold_word

_REPLIES = {  # what says that a deed answers another: its word, those before it, those behind
    fold_word(word): (words(before), words(behind))
    for word, before, behind in (
        ("response", "in", "to"),
        ("retaliation", "in", "for to"),
        ("reply", "in", "to"),
        ("revenge", "in", "for"),
        ("رداً", "", "على"),
        ("رد", "في", "على"),
        ("انتقاماً", "", "من"),
        ("پاسخ", "در", "به"),
        ("واکنش", "در", "به"),
        ("تلافی", "به در", ""),
        ("انتقام", "به", ""),
    )
}
_BY_TEXT = words("under accordance line وفقاً وفق بموجب طبقاً طبق اساس مطابق")  # before a text that a deed follows
_TEXTS = words(
    "agreement agreements deal accord accords pact treaty memorandum اتفاق اتفاقية اتفاقيات معاهدة مذكرة تفاهم توافق "
    "توافق‌نامه پیمان معاهده قرارداد یادداشت"
)
_DRAFTS = words("proposed planned draft future مقترح المقترح مزمع المزمع مرتقب المرتقب پیشنهادی احتمالی")
_TEXT_BEHIND = 5  # tokens from such a word to the text
_REACH = 4  # tokens between the phrase and the noun: "in response to a deadly cross-border raid"
OPENERS = frozenset(_REPLIES) | _BY_TEXT


def opens_at(forms: list[str], at: int) -> int:
    """Where a phrase begins that sets another deed beside the one told, by its word at token `at`; -1 if none does."""
    if forms[at] in _BY_TEXT:
        return at if _names_text(forms, at) else -1
    before, behind = _REPLIES.get(forms[at], (None, None))
    if before is None or behind is None or (behind and forms[at + 1 : at + 2] and forms[at + 1] not in behind):
        return -1
    if not before:
        return at
    return at - 1 if at and forms[at - 1] in before else -1


def beside_from(forms: list[str], index: int) -> int:
    """Where the phrase begins that sets the deed at token `index` beside another ("in response to rocket fire"), -1 if
    none does.
    """
    for at in range(index - 1, max(0, index - _REACH) - 1, -1):
        if forms[at] in WALLS:
            return -1
        if forms[at] in OPENERS and (found := opens_at(forms, at)) >= 0:
            return found
    return -1


def is_answered(forms: list[str], index: int) -> bool:
    """Whether another deed answers the one at token `index`: "in response to rocket fire", "رداً على هجوم"."""
    found = beside_from(forms, index)
    return found >= 0 and forms[found] not in _BY_TEXT


def follows_text(forms: list[str], trigger: Trigger) -> bool:
    """Whether a deed follows the text that the trigger names, which is concluded then: "will leave under the deal"."""
    if trigger.type != "agreement" or trigger.form.finite:
        return False
    found = beside_from(forms, trigger.first)
    return found >= 0 and forms[found] in _BY_TEXT and _DRAFTS.isdisjoint(forms[found : trigger.stop + 2])


def _names_text(forms: list[str], at: int) -> bool:
    """ "Under a new agreement", "وفقاً للاتفاق": behind the word stands a text, with nothing but words between."""
    for form in forms[at + 1 : at + 1 + _TEXT_BEHIND]:
        if form in WALLS:
            return False
        bare = form.removeprefix("لل").removeprefix("ال")
        if bare in _TEXTS or form.removeprefix("ل") in _TEXTS:
            return True
    return False
