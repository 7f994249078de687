"""What befell the persons of a Persian count that no word of fate stands beside: «حال ۱۸ نفر وخیم است», «تلفات را
دو نفر اعلام کرد», «سه نفر از کشته‌شدگان».
"""

from extract.mentions.counts import Count
from extract.mentions.head import FATES, Head, known
from extract.mentions.hedges import find_hedge
from extract.mentions.quantity import Quantity
from extract.mentions.scene import Scene
from extract.ontology.words import words
from extract.text import fold_word


def _words(written: str) -> frozenset[str]:
    return frozenset(map(fold_word, written.split()))


_LIFE, _TAKEN, _LIFE_REACH = "جان", ("گرفت", "ميگير", "ستاند"), 20
_OBJECT, _OBJECT_REACH = "را", 4  # tokens of the object before it
_SETS, _SETS_REACH = _words("اعلام دانست دانستند دانسته عنوان ذکر برآورد گزارش خواند خواندند می‌داند می‌دانند"), 2
_STATE, _STATE_REACH = _words("حال وضعیت وضع"), 3
_GRAVE, _GRAVE_REACH = _words("وخیم بحرانی نامساعد ناگوار"), 6
_BEING, _BEING_REACH = _words("بود بودند بوده بوده‌اند است هستند"), 4

_OPENS = frozenset(("كه", "،", ",", "و"))


def persian_fate(scene: Scene, head: Head | None, count: Count, first: int, previous: Quantity | None) -> str | None:
    """What a Persian sentence says befell persons without a word of fate behind them; `first` is where the count
    begins with its qualifier.
    """
    if scene.lexicon.lang != "fa" or head is None or head.kind != "people":
        return None
    return (
        _of_fated(scene, head.stop)
        or _put_at(scene, head, first)
        or _in_danger(scene, head, count)
        or _some_of(scene, head, first, previous)
        or _also_of(scene, head, count, previous)
    )


def life_taken(scene: Scene, count: Count) -> str | None:
    """«جان دست‌کم ۸۴ نفر را گرفت»: whose life is taken is killed, whatever the sentence tells of others."""
    tokens = scene.tokens
    first = find_hedge(scene, count, None).first
    if scene.lexicon.lang != "fa" or tokens.form(first - 1) != _LIFE:
        return None
    ahead = tokens.forms[count.stop : min(tokens.sentence(count.first)[1], count.stop + _LIFE_REACH)]
    return "killed" if any(form.startswith(_TAKEN) for form in ahead) else None


def _put_at(scene: Scene, head: Head, first: int) -> str | None:
    """«تلفات را تنها دو نفر اعلام کرد»: who is counted is the object that the number is put to."""
    tokens = scene.tokens
    marker = first - 1 - (tokens.form(first - 1) in words("just", "fa"))
    if tokens.form(marker) != _OBJECT or _SETS.isdisjoint(tokens.forms[head.stop : head.stop + _SETS_REACH]):
        return None
    for at in range(marker - 1, max(tokens.sentence(first)[0], marker - 1 - _OBJECT_REACH) - 1, -1):
        found = known(tokens, at, scene.lexicon)
        if found is not None:
            return found[2].kind if found[2].kind in FATES else None
    return None


def _in_danger(scene: Scene, head: Head, count: Count) -> str | None:
    """«حال ۱۸ نفر از آنان وخیم است»: whose state is grave is hurt."""
    tokens = scene.tokens
    before = tokens.forms[max(tokens.sentence(count.first)[0], count.first - _STATE_REACH) : count.first]
    behind = tokens.forms[head.stop : head.stop + _GRAVE_REACH]
    return "wounded" if not (_STATE.isdisjoint(before) or _GRAVE.isdisjoint(behind)) else None


def _some_of(scene: Scene, head: Head, first: int, previous: Quantity | None) -> str | None:
    """«ده نفر کشته شدند که چهار نفر از آنها کودک بودند»: some of those of whom the clause before told."""
    tokens = scene.tokens
    if previous is None or previous.kind not in FATES or previous.first < tokens.sentence(first)[0]:
        return None
    of_them = tokens.form(head.stop) == "از" and tokens.form(head.stop + 1) in words("them", "fa")
    return previous.kind if of_them and tokens.form(first - 1) in _OPENS else None


def _also_of(scene: Scene, head: Head, count: Count, previous: Quantity | None) -> str | None:
    """«۱۲ نفر از جان‌باختگان کودک و سه نفر امدادگر بوده‌اند»: so many more of the same."""
    tokens = scene.tokens
    if previous is None or previous.noun_tokens is None or previous.first < tokens.sentence(count.first)[0]:
        return None
    if tokens.form(count.first - 1) != "و" or _BEING.isdisjoint(tokens.forms[head.stop : head.stop + _BEING_REACH]):
        return None
    apart = tokens.forms[previous.stop : count.first]
    one = len(apart) <= _BEING_REACH + 1 and _BEING.isdisjoint(apart)
    return _of_fated(scene, previous.noun_tokens[1]) if one else None


def _of_fated(scene: Scene, stop: int) -> str | None:
    """«هفت نفر از مصدومان»: who belongs to those whom something befell shares it; their noun ends at token `stop`."""
    tokens = scene.tokens
    if tokens.form(stop) != "از":
        return None
    at = stop + 1
    while tokens.form(at) in words("determiners", "fa"):
        at += 1
    found = known(tokens, at, scene.lexicon)
    return found[2].kind if found is not None and found[2].kind in FATES else None
