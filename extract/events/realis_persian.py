"""Persian realis: the tense and negation of the verb that ends the clause, and modal words before it.

A noun trigger is read with the predicate it belongs to ("حمله ... انجام نشد"); as an object of another verb ("حمله را
محکوم کرد") it is a fact, unless that verb denies it.
"""

from extract.events.cues import Realis, words
from extract.events.realis_persian_nouns import AHEAD, REACH_VERB, noun_realis
from extract.events.realis_persian_verbs import IF, SENTENCE, conditional, tells_now, tense_of, tensed
from extract.events.trigger import Form, Trigger
from extract.text import COMMAS

_ANNULLED, _ANNULS = ("judgment", "sanctions"), "لغو"
_CURRENCIES = words("دلار دالر یورو پوند افغانی تومان ین درهم")
_REMAIN = words("ماند ماندند مانده ماندگار")
_REMAINED = words("مانده‌اند")
_REGULARLY = words("ماهانه سالانه روزانه هفتگی هرماه همچنان")
_TERMS = words("شرط شرطی شرطی‌که")


def judge(forms: list[str], trigger: Trigger, first: int, stop: int) -> Realis:
    """Realis of a Persian trigger in the sentence `[first, stop)`."""
    realis = _judge(forms, trigger, first, stop)
    depends = realis is Realis.PLANNED and _on_condition(forms, trigger.stop, min(stop, trigger.stop + AHEAD))
    if realis is Realis.DENIED and trigger.type in _ANNULLED and _ANNULS in forms[trigger.stop : trigger.stop + AHEAD]:
        return Realis.OCCURRED  # «حکم حبس را لغو کرد»
    if realis is Realis.ONGOING and trigger.type == "aid" and _is_pledge(forms[first : trigger.first]):
        return Realis.PLANNED
    if realis is Realis.PLANNED and trigger.type == "talks" and _is_offered(forms, trigger, first):
        return Realis.HYPOTHETICAL
    return Realis.HYPOTHETICAL if depends else realis


def _is_offered(forms: list[str], trigger: Trigger, first: int) -> bool:
    """«آماده مذاکره است»: who is ready to talk has arranged nothing."""
    return not _READY.isdisjoint(forms[max(first, trigger.first - _READY_REACH) : trigger.first])


_READY, _READY_REACH = words("آماده آمادگی حاضر"), 12


def _is_pledge(before: list[str]) -> bool:
    """«اعلام کرد که پنج میلیون دلار کمک می‌کند»: a sum just announced is still to be paid."""
    told = "اعلام" in before and not _CURRENCIES.isdisjoint(before[before.index("اعلام") :])
    return told and _REGULARLY.isdisjoint(before)


def _on_condition(forms: list[str], start: int, stop: int) -> bool:
    """«خارج خواهند شد، اگر ...», «به شرط آنکه»: a condition that follows the plan."""
    for at in range(start, stop):
        if forms[at] in SENTENCE:
            return False
        if forms[at] in COMMAS and at + 1 < stop:
            on_terms = forms[at + 1] == "به" and forms[at + 2 : at + 3] and forms[at + 2] in _TERMS
            return forms[at + 1] in IF or bool(on_terms)
    return False


def _judge(forms: list[str], trigger: Trigger, first: int, stop: int) -> Realis:
    if trigger.form is Form.PARTICIPLE and trigger.type == "deployment":
        return Realis.ONGOING  # «نیروهای مستقر در شمال را در بر می‌گیرد»: they are there, whatever the verb says of them
    if trigger.form in (Form.NOUN, Form.PARTICIPLE, Form.INFINITIVE):
        return noun_realis(forms, trigger, first, stop)
    floor = max(first, trigger.at - REACH_VERB)
    if trigger.negated and trigger.form is Form.PAST and not IF.isdisjoint(forms[floor : trigger.at]):
        return Realis.HYPOTHETICAL  # «اگر به دست نیاورد»: past and subjunctive are written alike
    if trigger.negated:
        return Realis.HYPOTHETICAL if conditional(forms, trigger, floor) else Realis.DENIED
    if trigger.form is Form.FUTURE:
        return Realis.HYPOTHETICAL if conditional(forms, trigger, floor) else Realis.PLANNED
    joined = _joined(forms, trigger, floor, stop)
    if joined is not None:
        return joined
    told = tensed(forms, trigger.form, trigger.at, floor, range(trigger.first, trigger.stop))
    return Realis.ONGOING if told is Realis.OCCURRED and _stays(forms, trigger, floor) else told


def _joined(forms: list[str], trigger: Trigger, floor: int, stop: int) -> Realis | None:
    """«تا مأموریت پایان یافته و روابط منتقل شود»: a participle before "and" has the mood of the verb that closes."""
    if trigger.form is not Form.PAST or forms[trigger.stop : trigger.stop + 1] != ["و"]:
        return None
    if not forms[trigger.stop - 1].endswith("ه"):
        return None
    ahead = range(trigger.stop, min(stop, trigger.stop + AHEAD))
    verb = next((at for at in ahead if forms[at] in SENTENCE or tense_of(forms, at) is not None), -1)
    if verb < 0 or tense_of(forms, verb) not in (Realis.HYPOTHETICAL, Realis.PLANNED):
        return None
    if tense_of(forms, verb) is Realis.PLANNED:
        return Realis.PLANNED
    return tensed(forms, Form.SUBJUNCTIVE, trigger.at, floor, range(trigger.first, trigger.stop))


def _stays(forms: list[str], trigger: Trigger, floor: int) -> bool:
    """«همچنان در پایگاه باقی مانده‌اند»: who has remained is still there."""
    if trigger.type != "deployment" or trigger.form is not Form.PAST:
        return False
    last = forms[trigger.stop - 1]
    return last in _REMAINED or (last in _REMAIN and tells_now(forms[floor : trigger.first]))
