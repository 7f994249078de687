"""Realis of a trigger: did it happen, is it happening, is it planned, denied or only supposed?

A verb answers by its tense and the particles right before it; a noun borrows the answer from the word that governs it.
Cues reach back a few tokens inside the clause and, in verb-final Persian, forward to the predicate. The nearest wins.
"""

from collections.abc import Callable
from functools import cache

from extract.events.cues import Realis, words
from extract.events.restricted import excepted
from extract.events.trigger import Form, Trigger
from extract.text import Tokens

__all__ = ["Realis", "is_at_once", "realis"]

_AT_ONCE = frozenset(("agreement", "handover", "appointment", "talks", "legislation", "mission_end"))
_LASTS = words(
    "اکنون هم‌اکنون حال همچنان جریان هر همه‌روزه مرتب مرتباً معمولا معمولاً پیوسته مدام دارد دارند ماهانه سالانه روزانه "
    "هفتگی"
)


def realis(tokens: Tokens, trigger: Trigger, lang: str) -> Realis:
    """Realis of `trigger` from the grammar of its own clause; what other sentences say is not known here."""
    first, stop = tokens.sentence(trigger.first)
    told = _judge(lang)(tokens.forms, trigger, first, stop)
    return excepted(tokens, trigger, lang) or told if told is Realis.DENIED else told


def is_at_once(tokens: Tokens, trigger: Trigger) -> bool:
    """Persian «پیمان را امضا می‌کنند»: what takes no time is still to come, unless it is done over and over."""
    if trigger.lang != "fa" or trigger.form is not Form.PRESENT or trigger.type not in _AT_ONCE:
        return False
    return _LASTS.isdisjoint(tokens.forms[tokens.near(trigger.first)[0] : trigger.stop])


@cache
def _judge(lang: str) -> Callable[[list[str], Trigger, int, int], Realis]:
    """The judge of `lang`, which is imported with the first text of that language."""
    if lang == "ar":
        from extract.events.realis_arabic import judge
    elif lang == "fa":
        from extract.events.realis_persian import judge
    else:
        from extract.events.realis_english import judge
    return judge
