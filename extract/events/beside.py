"""Deeds that are only told beside another: the one that it answers, and the text that it follows.

"Struck the port in response to shelling", "will leave under a deal with Baghdad": neither date, place nor doer of the
one belong to the other.
"""

from extract.events.cues import WALLS, words
from extract.events.trigger import Trigger
from extract.text import fold_word

# What sets another deed beside the one told: its word, those before it, those behind, whether a text follows.
_PHRASES = {
    fold_word(word): (words(before), words(behind), by_text)
    for word, before, behind, by_text in (
        ("response", "in", "to", False),
        ("retaliation", "in", "for to", False),
        ("reply", "in", "to", False),
        ("revenge", "in", "for", False),
        ("رداً", "", "على", False),
        ("رد", "في", "على", False),
        ("انتقاماً", "", "من", False),
        ("پاسخ", "در", "به", False),
        ("واکنش", "در", "به", False),
        ("تلافی", "به در", "", False),
        ("انتقام", "به", "", False),
        ("under", "", "", True),
        ("accordance", "in", "with", True),
        ("line", "in", "with", True),
        ("أساس", "على بر", "", True),
        *((word, "در", "", True) for word in "اجرای راستای چارچوب".split()),
        ("پایه", "بر", "", True),
        ("إطار", "في", "", True),
        ("تنفيذاً", "", "", True),
        *((word, "", "", True) for word in "وفقاً وفق بموجب طبقاً طبق مطابق پیرو".split()),
    )
}
_TEXTS = words(
    "agreement agreements deal accord accords pact treaty memorandum اتفاق اتفاقية اتفاقيات معاهدة مذكرة تفاهم توافق "
    "توافقات توافقنامه توافق‌نامه پیمان قرارداد یادداشت"
)
_DRAFTS = words("proposed planned draft future مقترح المقترح مزمع المزمع مرتقب المرتقب پیشنهادی احتمالی")
_TEXT_BEHIND = 5  # tokens from such a word to the text
_REACH = 4  # tokens between the phrase and the noun: "in response to a deadly cross-border raid"
OPENERS = frozenset(_PHRASES)


def opens_at(forms: list[str], at: int) -> int:
    """Where a phrase begins that sets another deed beside the one told, by its word at token `at`; -1 if none does."""
    before, behind, by_text = _PHRASES[forms[at]]
    if (behind and forms[at + 1 : at + 2] and forms[at + 1] not in behind) or (by_text and not _names_text(forms, at)):
        return -1
    if not before:
        return at
    return at - 1 if at and forms[at - 1] in before else -1


def beside_from(forms: list[str], index: int) -> int:
    """Where the phrase begins that sets the deed at token `index` beside another ("in response to rocket fire"), -1 if
    none does.
    """
    return _phrase_before(forms, index)[0]


def is_answered(forms: list[str], index: int) -> bool:
    """Whether another deed answers the one at token `index`: "in response to rocket fire", "رداً على هجوم"."""
    found, by_text = _phrase_before(forms, index)
    return found >= 0 and not by_text


def follows_text(forms: list[str], trigger: Trigger) -> bool:
    """Whether a deed follows the text that the trigger names, which is concluded then: "will leave under the deal"."""
    if trigger.type != "agreement" or trigger.form.finite:
        return False
    found, by_text = _phrase_before(forms, trigger.first)
    return by_text and _DRAFTS.isdisjoint(forms[found : trigger.stop + 2])


def _phrase_before(forms: list[str], index: int) -> tuple[int, bool]:
    """Where the phrase begins that ends before token `index` (-1 if none does), and whether a text follows it."""
    for at in range(index - 1, max(0, index - _REACH) - 1, -1):
        if forms[at] in WALLS:
            break
        if forms[at] in OPENERS and (found := opens_at(forms, at)) >= 0:
            return found, _PHRASES[forms[at]][2]
    return -1, False


def _names_text(forms: list[str], at: int) -> bool:
    """ "Under a new agreement", "وفقاً للاتفاق": behind the word stands a text, with nothing but words between."""
    for form in forms[at + 1 : at + 1 + _TEXT_BEHIND]:
        if form in WALLS:
            return False
        bare = form.removeprefix("لل").removeprefix("ال")
        if bare in _TEXTS or form.removeprefix("ل") in _TEXTS:
            return True
    return False
