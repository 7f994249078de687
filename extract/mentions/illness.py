"""Arabic إصابة is a wound and a case of illness: what tells them apart, and what the number then counts."""

from dataclasses import replace

from extract.mentions.counts import Count
from extract.mentions.head import Head
from extract.mentions.scene import Scene
from extract.text import fold_word

_EPIDEMICS = frozenset(
    fold_word(
        "كوليرا حصبة ملاريا كورونا كوفيد إنفلونزا إيبولا ضنك جدري سل تيفوئيد طاعون فيروس وباء حمى دفتيريا سحايا"
    ).split()
)
_ILLNESSES = _EPIDEMICS | frozenset(fold_word("مرض عدوى داء تسمم سرطان سكري متحور بكتيريا").split())
_CASES = frozenset(map(fold_word, ("إصابة", "إصابات", "الإصابات", "الإصابة")))
_REACH = 4  # tokens behind persons in which their illness is named


def is_illness(scene: Scene, count: Count, head: Head | None) -> bool:
    """Whether those who "suffered" fell ill: "300 إصابة" where an epidemic is told of, "إصابة 40 شخصا بالحصبة"."""
    if scene.lexicon.lang != "ar":
        return False
    forms = scene.tokens.forms
    stop = head.stop if head is not None else count.stop
    if any(_bare(form) in _ILLNESSES for form in forms[stop : stop + _REACH] if form.startswith("ب")):
        return True
    if head is None or head.noun_tokens is None or forms[head.noun_tokens[0]] not in _CASES:
        return False
    first, end = scene.tokens.sentence(count.first)
    return any(_bare(form) in _EPIDEMICS for form in forms[first:end])


def as_case(count: Count, head: Head | None) -> Head:
    """What is counted after all: the persons who fell ill, or cases."""
    if head is None:
        return Head("people", count.stop, count.end)
    return replace(head, kind="other") if head.kind == "wounded" else head


def _bare(form: str) -> str:
    for prefix in ("وبال", "بال", "وال", "لل", "ال", "ب", "ل"):
        if form.startswith(prefix) and len(form) - len(prefix) > 1:
            return form[len(prefix) :]
    return form
