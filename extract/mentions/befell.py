"""What befell the persons of one count, by all that stands around it, and the head of a count that only fate names.

The words of fate and how they reach a count are in fates.py.
"""

from itertools import pairwise

from extract.mentions.counts import Count
from extract.mentions.ellipsis import shares_fate
from extract.mentions.fates import THEY, fate_after, fate_before, fate_of_joined, is_others
from extract.mentions.head import ARMED, FATES, Head
from extract.mentions.quantity import Quantity
from extract.mentions.scene import Scene
from extract.ontology.words import words
from extract.text import fold_word

_GRAVER = {
    "displaced": ("killed", "wounded", "casualties", "detained", "missing"),
    "detained": ("killed", "wounded", "casualties"),
    "missing": ("killed", "wounded", "casualties"),
}
_LOST = frozenset("lost loses losing".split())
_COMRADES = frozenset(
    "men soldiers troops fighters servicemen comrades policemen peacekeepers personnel guards crew".split()
)  # "the army lost 40 men"
_LOSES = frozenset(fold_word("خسر خسرت يخسر تخسر وخسر وخسرت").split())
_FROM_HAND = frozenset((fold_word("دست"), fold_word(verb)) for verb in ("داد", "دادند", "داده", "دادن"))
_LOST_REACH = 8
_KIN = frozenset("relatives sons daughters children brothers sisters siblings cousins nephews kin loved".split())
_BRINGS = frozenset(
    "brought bringing brings flew flown flying bused bussed busing ferried took taking drove airlifted sent sending "
    "repatriated trucked".split()
)
_COMPRISE = frozenset(
    fold_word(
        "comprising totaling totalling including numbering of with or تضم يضم ضمت بواقع بإجمالي قوامها قوامهم مجموعها "
        "مؤلفة متشکل شامل"
    ).split()
)
_FAMILY_REACH = 6  # tokens
_MOVED = frozenset(
    fold_word(
        "repatriated returned returning evacuated displaced fled fleeing resettled uprooted عودة عادت عادوا أعيدت "
        "إعادة الإعادة العودة ووصولهم ووصولها نزحت نزوح نقل إجلاء بازگشت بازگشتند بازگشته بازگشته‌اند بازگردانده "
        "بازگرداند بازگرداندن آواره"
    ).split()
)
_NEAR = 2  # tokens between a word of fate and persons who are already named by one


def fate_of(scene: Scene, count: Count, head: Head | None, first: int, previous: Quantity | None) -> str | None:
    """What befell the persons counted; `first` is where the count begins with its qualifier."""
    tokens, lexicon = scene.tokens, scene.lexicon
    if _are_things(scene, head, first, previous):
        return None
    floor = previous.stop if previous is not None else 0
    if lexicon.lang == "en" and previous is not None and tokens.form(previous.count.stop) == "of":
        between = tokens.forms[previous.count.stop + 1 : count.first]
        if words("determiners", "en").issuperset(between):
            return _done_to(scene, head)  # "seven of the 12 soldiers were killed" tells nothing of the twelve
    if head is not None and head.kind in FATES:
        return _graver_fate(scene, head, first, floor)
    before = fate_before(tokens, first, lexicon, floor) or _lost(scene, head, first) or _brought(scene, head, first)
    if head is not None and not head.known:
        if _takes_lives(scene, head, first):
            return "killed"
        return before if before in ("killed", "wounded", "casualties") else None
    stop = head.stop if head is not None else count.stop
    if head is None and is_others(tokens, stop, lexicon.lang):
        stop += 1
    if before is None and previous is not None and shares_fate(scene, previous, first, head):
        after = fate_after(tokens, stop, lexicon, scene.starts) if stop < len(tokens) else None
        return after or previous.kind
    if before == "missing" and not words("lives", lexicon.lang).isdisjoint(tokens.forms[stop : stop + _NEAR]):
        return "killed"
    return before or _fate_behind(scene, head, first, stop, floor) or _of_families(scene, head, first, previous)


def _of_families(scene: Scene, head: Head | None, first: int, previous: Quantity | None) -> str | None:
    """ "Repatriated 249 families totaling 840 people", "عودة 230 عائلة تضم 839 شخصا": the members of families that were
    moved.
    """
    if head is None or head.kind != "people":
        return None
    if previous is None or previous.kind != "families" or previous.first < scene.tokens.sentence(first)[0]:
        return None
    between = scene.tokens.forms[previous.stop : first]
    if len(between) > _FAMILY_REACH or _COMPRISE.isdisjoint(between):
        return None
    low, high = scene.tokens.sentence(first)
    return None if _MOVED.isdisjoint(scene.tokens.forms[low:high]) else "displaced"


def _are_things(scene: Scene, head: Head | None, first: int, previous: Quantity | None) -> bool:
    """Whether no persons are counted: English also "88 drones were shot down and 25 disappeared from radar"."""
    if head is not None:
        return not head.persons and (head.known or head.kind != "other")
    if scene.lexicon.lang != "en" or previous is None or previous.kind != "equipment":
        return False
    return previous.first >= scene.tokens.sentence(first)[0]


def _graver_fate(scene: Scene, head: Head, first: int, floor: int) -> str | None:
    """ "مقتل 5 نازحين", "three detainees were killed": what befell them outweighs the state that they were in."""
    graver = _GRAVER.get(head.kind, ())
    tokens, lexicon = scene.tokens, scene.lexicon
    near = _NEAR + (lexicon.lang == "ar")  # "حكم الإعدام بحق ثلاثة مدانين"
    found = fate_before(tokens, first, lexicon, max(floor, first - near)) if graver else None
    if found is None and graver and head.stop < len(tokens):
        found = fate_after(tokens, head.stop, lexicon, scene.starts)
    return found if found in graver else None


def _done_to(scene: Scene, whole: Head | None) -> str | None:
    """ "25 of the 41 girls they kidnapped": what is told of the whole itself."""
    if whole is None or scene.tokens.form(whole.stop) not in THEY:
        return None
    return fate_after(scene.tokens, whole.stop, scene.lexicon, scene.starts)


def _lost(scene: Scene, head: Head | None, first: int) -> str | None:
    """ "Who lost nine relatives", "lost three of his sons": those are dead."""
    forms = scene.tokens.forms
    if scene.lexicon.lang == "ar" and head is not None and head.kind in ARMED:
        return None if _LOSES.isdisjoint(forms[max(0, first - _NEAR) : first]) else "killed"  # "خسر الجيش 23 جنديا"
    if scene.lexicon.lang == "fa" and head is not None and head.kind in ARMED:
        behind = forms[head.stop : head.stop + _LOST_REACH]
        return "killed" if any(pair in _FROM_HAND for pair in pairwise(behind)) else None
    if scene.lexicon.lang != "en" or head is None or not first or forms[first - 1] not in _LOST:
        return None
    return "killed" if forms[head.stop - 1] in _KIN or forms[head.stop - 1] in _COMRADES else None


def _brought(scene: Scene, head: Head | None, first: int) -> str | None:
    """ "Flew 210 Syrians home": the particle of the verb stands behind whom it moves."""
    forms = scene.tokens.forms
    if scene.lexicon.lang != "en" or head is None or not head.persons or not first or forms[first - 1] not in _BRINGS:
        return None
    return "displaced" if scene.tokens.form(head.stop) in ("home", "back") else None


def _takes_lives(scene: Scene, head: Head, first: int) -> bool:
    """ "The floods claimed 41 lives", "has cost more than 40,000 lives"."""
    forms, lang = scene.tokens.forms, scene.lexicon.lang
    if lang != "en" or forms[head.stop - 1] != "lives":
        return False
    return not words("takes", "en").isdisjoint(forms[max(0, first - _NEAR) : first])


def _fate_behind(scene: Scene, head: Head | None, first: int, stop: int, floor: int) -> str | None:
    """What befell a count that no word before it tells: told behind it, or of what it is joined to."""
    after = fate_after(scene.tokens, stop, scene.lexicon, scene.starts) if stop < len(scene.tokens) else None
    joined = after is None and head is not None
    return fate_of_joined(scene.tokens, first, scene.lexicon, floor, stop) if joined else after


def head_of_fated(scene: Scene, count: Count, fate: str) -> Head:
    """The head of a count that has no noun: "others", or the word of fate right after it ("12 dead")."""
    tokens, lexicon = scene.tokens, scene.lexicon
    stop = count.stop
    if is_others(tokens, stop, lexicon.lang):
        return Head(fate, stop + 1, tokens.ends[stop], None, (tokens.starts[stop], tokens.ends[stop]), (stop, stop + 1))
    found = lexicon.befell_after.at(tokens.forms, stop) if stop < len(tokens) else None
    if found is None:
        return Head(fate, stop, count.end)
    return Head(fate, found[0], tokens.ends[found[0] - 1])
