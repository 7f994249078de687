"""Leaves out triggers that tell of no happening: asked about, failed in, vowed, charged with, cited.

What only English or Persian words tell is asked of talk_english.py and talk_persian.py, Arabic frames of framed.py.
"""

from extract.events.cues import words
from extract.events.framed import is_framed
from extract.events.grammar import Grammar, stops
from extract.events.talk_english import is_idle
from extract.events.talk_persian import is_only_talk
from extract.events.trigger import TEXTS, VIOLENT, Form, Trigger
from extract.text import COMMAS, QUESTION_MARKS, Tokens

_OF_FORCES = VIOLENT | {"withdrawal", "deployment"}
_IN = frozenset(("في",))
_CITED_REACH = 4
_PROVISION_REACH = 5  # "Article 4 of the NATO treaty"
_LAW_REACH = 16  # the Persian verb closes the sentence that "under article 8" opens
_CHARGES_REACH = 8
_REMARK_REACH = 12
_SAID_THAT = words("أن إن أنه إنه أنها إنها بأن وأن وإن أنهم إنهم أننا إننا")
_SAID = words(
    "قال قالت أضاف أضافت أكد أكدت ذكر ذكرت أوضح أوضحت صرح صرحت اعتبر اعتبرت شدد شددت تابع تابعت أشار أشارت مؤكدا مضيفا "
    "معتبرا مشددا موضحا مشيرا قوله قائلا قائلة بالقول القول يقول تقول يؤكد تؤكد يرى ترى"
)
_WHOM = ("هم", "ها", "هما", "هن")
_SINCE = words("منذ")
_BEING = words("بأنه بأنها بأنهم بأنهما")
_GATHERED = frozenset(("talks", "appointment", "legislation", "agreement", "statement"))  # what a body meets for
_FOR = words("to for برای")
_TASK_REACH = 4
_QUOTES = frozenset('"«“')
_EXECUTION = "fa:killing:به اجرا درآمدن"


def asserted(tokens: Tokens, group: list[Trigger], grammar: Grammar) -> list[Trigger]:
    """Without the triggers that a question asks about, that "without" takes away, or that cite a text's provisions."""
    forms = tokens.forms
    _, stop = tokens.sentence(group[0].first)
    if any(form in QUESTION_MARKS for form in forms[stop - 2 : stop]):
        return []
    kept: list[Trigger] = []
    for at, trigger in enumerate(group):
        persian = trigger.lang == "fa" and _is_persian_idle(tokens, trigger, group)
        english = grammar.lang == "en" and is_idle(forms, trigger)
        if _is_background(forms, trigger, grammar) or english or persian or is_framed(forms, trigger):
            continue
        if trigger.form is Form.NOUN:
            if _unasserted(forms, trigger, grammar):
                continue
            if any(form in grammar.without for form in forms[max(0, trigger.first - 2) : trigger.first]):
                continue
            following = group[at + 1] if at + 1 < len(group) else None
            told = (
                following is not None
                and following.type == trigger.type
                and following.first - trigger.stop <= _CITED_REACH
            )
            if trigger.type in TEXTS and not told and _cited(forms, trigger, grammar, _PROVISION_REACH):
                continue
        kept.append(trigger)
    return kept


def _is_its_task(forms: list[str], trigger: Trigger, grammar: Grammar) -> bool:
    """ "The committee to end the mission", "اللجنة العليا لإنهاء المهمة": what a body is for, told in its name. "A
    committee to ..." is only now set up and has no name yet.
    """
    if trigger.type in _GATHERED:
        return False
    at = trigger.first - 1
    while at > 0 and forms[at] in _QUOTES:
        at -= 1
    if grammar.lang == "ar":
        return (forms[at] == "ل" or forms[trigger.first].startswith("ل")) and _is_named(
            forms, at - (forms[at] == "ل"), grammar
        )
    at -= forms[at] == "the"  # "the committee for the withdrawal"
    if forms[at] not in _FOR:
        return False
    near = range(at - 1, max(-1, at - _TASK_REACH) - 1, -1)
    body = next((one for one in near if grammar.among(forms[one], grammar.bodies)), -1)
    if body < 0 or any(not form.isalpha() for form in forms[body:at]):
        return False
    if grammar.lang == "fa":
        return forms[body] in grammar.bodies
    return body == at - 1 and "the" in forms[max(0, body - _TASK_REACH) : body]


def _is_named(forms: list[str], at: int, grammar: Grammar) -> bool:
    """Whether an Arabic body's name ends at token `at`: the body, and adjectives or what it is of, with articles."""
    last = at
    while at >= 0 and last - at <= _TASK_REACH:
        if grammar.among(forms[at], grammar.bodies):
            return at < last or "ال" in forms[at][:3]
        if not forms[at].startswith("ال"):
            return False
        at -= 1
    return False


def _says_which(forms: list[str], trigger: Trigger, group: list[Trigger]) -> bool:
    """«نیروهای مستقر در شمال عقب نشستند»: where they are says only which forces do or suffer what is told."""
    stationed = trigger.form is Form.PARTICIPLE and trigger.type == "deployment"
    if not stationed or forms[trigger.stop : trigger.stop + 1] != ["در"]:
        return False
    return any(one is not trigger and one.first > trigger.first and one.type in _OF_FORCES for one in group)


def _is_persian_idle(tokens: Tokens, trigger: Trigger, group: list[Trigger]) -> bool:
    return _says_which(tokens.forms, trigger, group) or _is_carried_out(trigger, group) or is_only_talk(tokens, trigger)


def _is_carried_out(trigger: Trigger, group: list[Trigger]) -> bool:
    """«حکم اعدام دو زندانی اجرا شد»: the sentence is told by its execution."""
    if trigger.type != "judgment" or trigger.form is not Form.NOUN:
        return False
    return any(one.lemma == _EXECUTION and one.first > trigger.first for one in group)


def _is_background(forms: list[str], trigger: Trigger, grammar: Grammar) -> bool:
    """Whether a body's name holds the trigger, or a verb in the present tells what holds in general."""
    if _is_its_task(forms, trigger, grammar):
        return True
    if trigger.form is not Form.PRESENT:
        return False
    if trigger.type == "judgment" and _cited(forms, trigger, grammar, _LAW_REACH):
        return True  # "shall be fined under article 8": what a law threatens
    return _is_remark(forms, trigger) or _is_office(forms, trigger)


def _is_remark(forms: list[str], trigger: Trigger) -> bool:
    """ "وأضاف أن بلاده ترفض التدخل": Arabic; a stance inside other remarks is reported speech."""
    if trigger.type != "statement" or trigger.lang != "ar":
        return False
    for at in range(trigger.first - 1, max(0, trigger.first - _REMARK_REACH) - 1, -1):
        if stops(forms, at) and forms[at] not in COMMAS:
            return False
        if forms[at] in _SAID_THAT:
            return any(form.removeprefix("و") in _SAID for form in forms[max(0, at - _CITED_REACH - 1) : at])
    return False


def _is_office(forms: list[str], trigger: Trigger) -> bool:
    """ "يتولى منصبه منذ عام 2019": who holds an office, or a prisoner, does not take them now."""
    if trigger.lemma == "ar:arrest:احتجز":
        return forms[trigger.first].endswith(_WHOM)  # "59 موظفا تحتجزهم الجماعة": whom it holds, not an arrest
    held = trigger.lemma == "ar:appointment:تولى"
    return held and forms[trigger.first - 1 : trigger.first] != ["ان"]


def _unasserted(forms: list[str], trigger: Trigger, grammar: Grammar) -> bool:
    """Whether a noun only says what somebody failed in ("فشل في انتخاب"), vows besides, or is charged with."""
    first = trigger.first
    before = forms[first - 1 - (first > 1 and forms[first - 1] in _QUOTES)] if first else ""
    near = forms[max(0, trigger.first - _CITED_REACH) : trigger.first]
    return (
        (before in _BEING and not trigger.definite)  # "وصف الحادث بأنه انتهاك للقرار"
        or (trigger.type == "other" and before in _SINCE)  # "أول هجوم منذ إطاحة النظام": what only dates another deed
        or (before in _IN and not grammar.failures.isdisjoint(near))
        or (trigger.type != "aid" and not grammar.vows.isdisjoint(near))
        or _charged(forms, trigger.first, grammar)
    )


def _charged(forms: list[str], index: int, grammar: Grammar) -> bool:
    """ "بتهم من بينها إضرام النار": what stands in a list of charges."""
    for at in range(index - 1, max(0, index - _CHARGES_REACH) - 1, -1):
        if stops(forms, at):
            return False
        if grammar.charges and grammar.among(forms[at], grammar.charges):
            return True
    return False


def _cited(forms: list[str], trigger: Trigger, grammar: Grammar, reach: int) -> bool:
    """ "Article 4 of the treaty", "البند الثاني من اتفاق", "خرق لاتفاق": a text quoted or broken, not concluded."""
    first = trigger.first
    return any(
        grammar.among(forms[at], grammar.provisions)
        and not (grammar.lang == "ar" and forms[at - 1][0].isdigit())  # "اتفاقا من 14 بندا"
        for at in range(max(1, first - reach), first)
    )
