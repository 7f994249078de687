"""One trigger a happening in a sentence: "شن هجوماً ... استهدف" and "held talks at a meeting" tell one happening twice.

Of two neighbours one may repeat the other, be what it threatens, asks for or is for, or say it more precisely.
"""

from collections.abc import Iterator
from dataclasses import replace

from extract.events.beside import is_answered
from extract.events.cues import DENYING, PLOTS, words
from extract.events.grammar import Grammar, stops
from extract.events.trigger import VIOLENT, Form, Trigger
from extract.text import COMMAS, Tokens

_SPECIFIC = frozenset(("airstrike", "shelling", "bombing", "operation"))
_REACH = 7  # tokens between two triggers of one type that still tell one happening
_MANIFOLD = frozenset(("statement", "other", "appointment", "judgment"))  # types of many different deeds
_AIMED = frozenset(("sanctions", "legislation", "aid", "agreement", "protest"))  # may target what nobody attacks
_UPON = [[form] for form in words("عليه عليها عليهم عليهما عليهن")]
_THAT = words("أن إن وأن وإن بينما فيما که that while but مقابل مقارنة مقایسه compared versus")
_NEIGHBOURS = 3  # triggers on either side that are compared
_VAGUE_REACH = 12  # tokens between an unspecified attack and the strike that it is
_TRUCE_REACH = 6  # tokens from a Persian truce to the verb that agrees on it
_JOINED = 3  # tokens between a noun and its light verb that one trigger may cover
_LAUNCHED, _ON_TO = frozenset(("launched", "fired", "sent")), frozenset(("and", "then", "also", "but"))
_THREAT_REACH = 5  # Arabic and English: tokens from a threat, past its subject, to what it threatens with
_ORDERED = "ar:judgment:أمر"
_EXECUTED = "ar:killing:أعدم"
_FOILED = "ar:other:أحبط"
_REACHED = "en:agreement:reach"
_TRIED = words("حاولت حاول حاولوا تحاول يحاول حاولتا")  # "أسقطت مسيرات حاولت استهداف المطار": shot down before that
_TO = words("إلى")  # "دعت السلطات السكان إلى الاحتماء"
_YIELD_REACH = 10  # tokens from a demand to the deed demanded
_ENDING = frozenset(("withdrawal", "handover", "training", "talks", "operation", "detainee_transfer"))
_MISSIONS = words("مأموریت ماموریت مأموریتش مأموریت‌شان كه و")
_TOLD_REACH = 12  # Arabic: tokens from a killing, past doer and victim, to how it was done
_SENTENCE_ENDS = frozenset(".!?؟؛;")


def distinct(tokens: Tokens, group: list[Trigger], grammar: Grammar) -> list[Trigger]:
    """The triggers of one sentence without those that tell again, or are only part of, what a neighbour tells."""
    kept = [one for part in _answers(tokens.forms, group) for one in _settled(tokens, part)]
    return [one for at, one in enumerate(kept) if not (at and _is_twin(tokens, kept[at - 1], one, grammar))]


def _answers(forms: list[str], group: list[Trigger]) -> Iterator[list[Trigger]]:
    """ "Struck the camps in response to rocket fire": what is told of the answer, and what it answers."""
    first = 0
    for at, trigger in enumerate(group):
        if at and trigger.type in VIOLENT and is_answered(forms, trigger.first):
            yield group[first:at]
            first = at
    yield group[first:]


def _settled(tokens: Tokens, group: list[Trigger]) -> list[Trigger]:
    """`group` with each trigger set beside the last of its type and the one before it."""
    kept: list[Trigger] = []
    last: dict[str, Trigger] = {}  # of each type; looking at neighbours only keeps this linear in any text
    for at, trigger in enumerate(group):
        same = last.get(trigger.type)
        if same is not None and _repeats(tokens.forms, same, trigger):
            if kept and kept[-1] is same:
                kept[-1] = last[trigger.type] = _joined(tokens.forms, same, trigger)
            continue
        if trigger.vague and _outdone(group, at):
            continue
        previous = kept[-1] if kept else None
        if previous is not None and _adds_nothing(tokens, previous, trigger):
            continue
        if previous is not None and _is_accomplished(tokens.forms, previous, trigger):
            trigger = replace(trigger, first=previous.first, verb=previous.first, form=previous.form)
            kept.pop()
        elif previous is not None and _gives_way(tokens.forms, previous, trigger):
            kept.pop()
        kept.append(trigger)
        last[trigger.type] = trigger
    return kept


def _repeats(forms: list[str], one: Trigger, other: Trigger) -> bool:
    """Whether `other`, of the same type, tells the happening of `one` again: close by, and in the same clause."""
    if other.stop <= one.stop:
        return True  # inside a phrase: "بسطت القوات سيطرتها"
    if one.type == "appointment" and one.form.finite and other.form is Form.NOUN:
        if other.first - one.stop <= 1:
            return True  # "swore in a new cabinet"
        if _is_with(forms, other) and other.first - one.stop <= _REACH:
            return not any(stops(forms, at) for at in range(one.stop, other.first))  # "كلف الرئيس ... بتشكيل"
    if one.lang == "fa" and one.form is Form.PAST and _promised(forms, one, other):
        return True
    if one.lang == "fa" and one.form.finite and not (other.form.finite and other.first - one.stop <= 1):
        return False  # a Persian verb closes its clause; only a verb joined to it by "and" goes on
    if (
        other.first - one.stop > _REACH
        or (one.type in _MANIFOLD and one.lemma != other.lemma and not _metes_out(forms, one, other))
        or (one.parries is not other.parries)
    ):
        return False
    if one.lang == "en" and one.form is Form.PAST and forms[other.first - 1] == "will":
        return False  # "arrived at El Arish and will deploy to Rafah"
    between = range(one.stop, other.first)
    if any(stops(forms, at) and forms[at] not in COMMAS for at in between) or any(forms[at] in _THAT for at in between):
        return False
    # After a comma a noun mostly stands in apposition, a verb in a clause of its own.
    return not (other.form.finite and any(forms[at] in COMMAS for at in between))


def _promised(forms: list[str], one: Trigger, other: Trigger) -> bool:
    """«وعده سپرد ۱۹ میلیون دلار بدهد»: what is pledged; «را بی‌اساس خواند و محکوم کرد»: one judgement in two words."""
    between = forms[one.stop : other.first]
    if one.type == "aid":
        told = other.form is Form.SUBJUNCTIVE or _is_to_be_paid(forms, one, other)
        return told and _SENTENCE_ENDS.isdisjoint(between)
    joined = one.type == "statement" and other.form in (Form.PAST, Form.PARTICIPLE)
    return joined and between[:1] == ["و"] and len(between) <= _JOINED


def _is_to_be_paid(forms: list[str], one: Trigger, other: Trigger) -> bool:
    """«وعده داد به هر خانوار وام بلاعوض بپردازد»: a noun for what is pledged, with its verb behind it."""
    if other.form is not Form.NOUN or _PLEDGES.isdisjoint(forms[one.first : one.stop]):
        return False
    return not _PAYS.isdisjoint(forms[other.stop : other.stop + _JOINED])


def _metes_out(forms: list[str], verdict: Trigger, penalty: Trigger) -> bool:
    """ "حكمت المحكمة عليهما بالإعدام", "أدانته وحكمت عليه بالحبس": one verdict is one judgment."""
    if verdict.type != "judgment" or verdict.lang != "ar":
        return False
    if penalty.form is Form.PAST:
        return forms[penalty.first].startswith("و") and forms[penalty.stop : penalty.stop + 1] in _UPON
    return penalty.form is Form.NOUN and (penalty.first == verdict.stop or forms[penalty.first].startswith("ب"))


_PLEDGES = words("وعده قول متعهد تعهد")
_PAYS = words("بپردازد بپردازند بدهد بدهند دهد دهند کند کنند برساند برسانند بفرستد بفرستند")


def _joined(forms: list[str], one: Trigger, other: Trigger) -> Trigger:
    """A noun with the verb that carries it out: "sanctions were imposed", "تحریم‌ها را تصویب کند"."""
    if one.form is Form.NOUN is other.form and other.first == one.stop:
        return replace(one, stop=other.stop)  # "دور پنجم رایزنی‌ها"
    if one.form.verbal and other.form is Form.NOUN and other.first - one.stop <= int(one.lang == "en"):
        return replace(one, stop=other.stop)  # "imposed sanctions", "فرض عقوبات"
    if other.form.finite and "را" in forms[one.stop : other.first]:
        return replace(other, definite=one.definite)  # "لایحه را تصویب کردند": the verb tells what was done to it
    if one.form is not Form.NOUN or not other.form.verbal or other.first - one.stop > _JOINED:
        return one
    if any(stops(forms, at) for at in range(one.stop, other.first)):
        return one
    return replace(other, first=one.first, verb=other.first)


def _outdone(group: list[Trigger], at: int) -> bool:
    """Whether a neighbour says more precisely what the vague trigger at `at` tells."""
    vague = group[at]
    for one in group[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1]:
        distance = max(one.first - vague.stop, vague.first - one.stop)
        if one.type in _SPECIFIC and not one.vague and distance <= _VAGUE_REACH:
            return True
    return False


def _adds_nothing(tokens: Tokens, previous: Trigger, trigger: Trigger) -> bool:
    return (
        _content(tokens.forms, previous, trigger)
        or _is_last_word(previous, trigger)
        or _is_means(tokens.forms, previous, trigger)
        or _part_of(tokens, previous, trigger)
        or _is_truce_agreed(tokens.forms, previous, trigger)
        or _is_truce_reached(tokens.forms, previous, trigger)
        or _is_purpose(tokens.forms, previous, trigger)
        or _is_its_end(tokens.forms, previous, trigger)
    )


def _content(forms: list[str], threat: Trigger, deed: Trigger) -> bool:
    """Whether `deed` is only what is threatened: "هدد بقصف", "لوّح الوزير باستئناف القتال", "به حمله تهدید کرد"."""
    if threat.swallows and threat.lang == "fa" and forms[threat.stop : threat.stop + 1] == ["كه"]:
        return deed.form in (Form.PRESENT, Form.FUTURE, Form.SUBJUNCTIVE)  # «تهدید کرد که تعرفه وضع می‌کند»
    if not threat.swallows or deed.form.finite:
        return False
    distance = max(deed.first - threat.stop, threat.first - deed.stop)
    if distance <= 1:
        return True
    if threat.lang == "en":  # "threatened to launch fresh attacks"
        return 0 < deed.first - threat.stop <= _THREAT_REACH and forms[threat.stop] == "to"
    if threat.lang != "ar" or not 0 < deed.first - threat.stop <= _order_reach(deed):
        return False
    return forms[deed.first - 1] in _TO or any(form.startswith("ب") for form in forms[deed.first - 1 : deed.first + 1])


def _order_reach(deed: Trigger) -> int:
    """Residents stand at length between a warning and the leaving that it orders: "أنذر سكان ثلاث بلدات بإخلاء"."""
    return _YIELD_REACH if deed.type == "displacement" else _THREAT_REACH


def _part_of(tokens: Tokens, previous: Trigger, trigger: Trigger) -> bool:
    """ "Marched, calling for fresh elections", "go to the polls to elect a president", "غرمته وأمرت بمصادرة"."""
    if trigger.type == "other" and previous.type == "judgment":  # what a verdict orders
        return _is_with(tokens.forms, trigger) and trigger.first - previous.stop <= _YIELD_REACH
    if previous.lemma == _EXECUTED and trigger.type == "judgment" and trigger.first < previous.stop:
        return True  # "نفذت السلطات حكم الإعدام"
    if previous.lemma == _ORDERED and trigger.type == "arrest" and _is_with(tokens.forms, trigger):
        return trigger.first - previous.stop <= _JOINED  # "أمرت النيابة بحبس المالك"
    if previous.parries and trigger.type in VIOLENT and _had_flown(tokens.forms, previous, trigger):
        return True
    if previous.type == "ceasefire" and trigger.stop <= previous.stop:
        return True  # "وقف فوري لإطلاق النار"
    if trigger.vague and previous.type in _AIMED and trigger.first - previous.stop <= _JOINED:
        return previous.form is Form.NOUN and trigger.form is Form.PRESENT  # "عقوبات جديدة تستهدف ناقلات النفط"
    if trigger.lang != "en" or trigger.form.finite or previous.form is Form.NOUN:
        return False
    if trigger.type == "deployment" and previous.type == "withdrawal":  # "ending a military presence"
        return trigger.form is Form.NOUN and trigger.first - previous.stop <= _JOINED
    if trigger.type == "statement":
        return previous.type == "protest" and trigger.form is Form.PARTICIPLE
    return trigger.type == "appointment" and "polls" in tokens.forms[previous.first : previous.stop]


def _had_flown(forms: list[str], previous: Trigger, trigger: Trigger) -> bool:
    """ "Shot down two drones launched from Yemen": the flight of what was brought down."""
    if forms[trigger.first - 1] in _TRIED:
        return True
    described = trigger.lang == "en" and forms[trigger.first] in _LAUNCHED and forms[trigger.first - 1] not in _ON_TO
    return described and COMMAS.isdisjoint(forms[previous.stop : trigger.first])


def _is_last_word(phrase: Trigger, noun: Trigger) -> bool:
    """ "ألغت تشاد في نوفمبر اتفاقية التعاون": Arabic; the noun that closes a verb's phrase."""
    return noun.lang == "ar" and noun.form is Form.NOUN and phrase.form.finite and noun.first == phrase.stop - 1


def _is_means(forms: list[str], killing: Trigger, trigger: Trigger) -> bool:
    """ "اغتالوا الناشط بإطلاق النار عليه": how somebody was killed, of which nothing more is said."""
    if killing.type != "killing" or trigger.type != "attack" or not _is_with(forms, trigger):
        return False
    between = range(killing.stop, trigger.first)
    return len(between) <= _TOLD_REACH and not any(stops(forms, at) for at in between)


def _is_truce_agreed(forms: list[str], truce: Trigger, agreement: Trigger) -> bool:
    """«با آتش‌بسی سه‌روزه موافقت کرد»: in Persian the truce agreed on stands before the verb, in its clause."""
    return (
        truce.type == "ceasefire"
        and agreement.type == "agreement"
        and agreement.lang == "fa"
        and agreement.first - truce.stop <= _TRUCE_REACH
        and not any(stops(forms, at) or forms[at] in _THAT for at in range(truce.stop, agreement.first))
    )


def _is_purpose(forms: list[str], previous: Trigger, trigger: Trigger) -> bool:
    """«عملیات ارتش برای بیرون راندن شورشیان»: what a Persian deed of force is for."""
    forceful = previous.type in VIOLENT or previous.type == "deployment"
    aimed = trigger.form is Form.INFINITIVE and forms[trigger.first - 1] == "براي"
    return forceful and aimed and trigger.lang == "fa"


def _is_its_end(forms: list[str], previous: Trigger, trigger: Trigger) -> bool:
    """«تخلیه پایگاه به پایان رسید»: the end of the deed that is the verb's subject is no mission's end."""
    ends = trigger.type == "mission_end" and trigger.lang == "fa" and trigger.form.finite
    if not ends or previous.form is not Form.NOUN or previous.type not in _ENDING:
        return False
    between = forms[previous.stop : trigger.first]
    return _SENTENCE_ENDS.isdisjoint(between) and COMMAS.isdisjoint(between) and _MISSIONS.isdisjoint(between)


def _gives_way(forms: list[str], previous: Trigger, trigger: Trigger) -> bool:
    """Whether `previous` only leads to what `trigger` tells, is what it threatens, or names it."""
    asked = not trigger.form.finite or (trigger.form is Form.SUBJUNCTIVE and previous.form is Form.PAST)
    leads = previous.yields and asked and trigger.first - previous.stop <= _YIELD_REACH
    named = trigger.type == "ceasefire" and (_names(previous, trigger) or _is_truce_reached(forms, trigger, previous))
    decreed = previous.type == "legislation" and trigger.type == "appointment" and _is_with(forms, trigger)
    put_off = previous.lemma == "ar:other:أجل" and not trigger.form.finite and not _is_denied(forms, previous)
    near = trigger.first - previous.stop <= _JOINED
    foiled = previous.lemma == _FOILED and trigger.type in VIOLENT and trigger.form is Form.NOUN
    if foiled and trigger.first - previous.stop <= _YIELD_REACH:
        return PLOTS.isdisjoint(forms[previous.stop : trigger.first])
    ended = _is_presence_ended(forms, previous, trigger)
    return leads or named or ended or ((decreed or put_off) and near) or _content(forms, trigger, previous)


def _is_accomplished(forms: list[str], end: Trigger, deed: Trigger) -> bool:
    """ "Completed a mission to transfer the detainees": the deed is done, and no mission told of ends."""
    if end.lang != "en" or end.type != "mission_end" or not end.form.finite or forms[deed.first - 1] != "to":
        return False
    between = forms[end.stop : deed.first - 1]
    return len(between) <= _JOINED and between[-1:] in (["mission"], ["operation"])


def _is_presence_ended(forms: list[str], presence: Trigger, end: Trigger) -> bool:
    """Persian «به حضور نظامی خود در چاد پایان داد»: what is ended is told by its end."""
    if presence.lang != "fa" or presence.type != "deployment" or presence.form is not Form.NOUN:
        return False
    if end.type not in ("mission_end", "withdrawal") or not end.form.finite:
        return False
    return not any(stops(forms, at) for at in range(presence.stop, end.first))


def _is_truce_reached(forms: list[str], truce: Trigger, agreement: Trigger) -> bool:
    """ "Brokered a fragile truce", "the truce that Oman brokered": one phrase tells it in two words."""
    if truce.type != "ceasefire" or agreement.lemma != _REACHED:
        return False
    one, other = (truce, agreement) if truce.first < agreement.first else (agreement, truce)
    between = forms[one.stop : other.first]
    return len(between) <= _TRUCE_REACH and all(form.isalpha() or form == "-" for form in between)


def _is_denied(forms: list[str], trigger: Trigger) -> bool:
    """ "نفت الرئاسة ما تردد عن تأجيل الانتخابات"."""
    return not DENYING.isdisjoint(
        form.removeprefix("و") for form in forms[max(0, trigger.first - _REACH) : trigger.first]
    )


def _names(agreement: Trigger, truce: Trigger) -> bool:
    """اتفاق وقف إطلاق النار: the agreement is the truce itself."""
    return agreement.type == "agreement" and agreement.form is Form.NOUN and truce.first - agreement.stop <= 1


def _is_with(forms: list[str], trigger: Trigger) -> bool:
    """Whether an Arabic noun hangs on the verb before it by its preposition: "بتشكيل", "بمصادرة"."""
    return trigger.lang == "ar" and trigger.form is Form.NOUN and forms[trigger.first].startswith("ب")


def _is_twin(tokens: Tokens, one: Trigger, other: Trigger, grammar: Grammar) -> bool:
    """ "Flash floods and landslides", "caught fire and capsized": one disaster told in two words."""
    between = tokens.forms[one.stop : other.first]
    if one.type != "other" or other.type != "other" or len(between) > _JOINED or grammar.twins.isdisjoint(between):
        return False
    return all(
        any(grammar.among(form, grammar.accidents) for form in tokens.forms[trigger.first : trigger.stop])
        for trigger in (one, other)
    )
