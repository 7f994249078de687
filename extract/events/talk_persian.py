"""Persian happenings that are only talked about: what "we" want or fear, what any attack would bring, what one ought to
settle by talks, what is not to happen. By the codebook a vow or opinion inside other remarks is no event.

The verb closes a Persian clause, so a noun is judged with that verb, the word before it and what stands between.
"""

from itertools import pairwise
from typing import NamedTuple

from extract.events.cues import words
from extract.events.realis_persian_verbs import CARRIED_OUT, IF, NOT_SUBJUNCTIVE, SENTENCE, tense_of
from extract.events.trigger import Form, Trigger
from extract.text import Tokens, fold_word

_BACK, _AHEAD = 16, 16  # tokens of a clause on either side of the noun
_ANY, _OF_ANY, _KIND = words("هر هرگونه هرنوع هرگونه‌ای"), "هر", words("گونه نوع")
_DENYING = words("رد تکذیب نفی انکار منکر منتفی")
_WE = fold_word("یم")
_WE_PRESENT = (fold_word("می"), fold_word("نمی"))
_WE_ARE = words("هستیم نیستیم داریم نداریم باشیم خواهیم نخواهیم کنیم نکنیم دهیم ندهیم")
_STAND = words("است هستند بوده بودند نیستند نیست")
_WE_WILL_NOT, _NEVER = words("نخواهیم نخواهم"), words("هرگز هیچگاه هیچ‌گاه هیچ‌وقت")
_INSTEAD, _INSTEAD_REACH = ("به", "جاي"), 4
_BUSY, _BUSY_REACH = words("حال مشغول سرگرم"), 3
_OUGHT = words("باید نباید بایستی می‌بایست می‌توان نمی‌توان")
_ASIDE_OF = words("با از به در برای بر")  # a noun behind these is neither subject nor object of the verb
_ASIDE_REACH = 2
_PERMIT = words("اجازه")
_REFUSED = words("نمی‌دهد نمی‌دهند نمی‌دهیم نداد ندادند نداده نداده‌اند ندهد ندهند ندهیم نخواهد نخواهند نخواهیم")
_GOING_ON = words("ادامه متوقف قطع پایان دنبال تمام")  # what is not to stop, or not to go on, is there
_REFRAINS = words("خودداری پرهیز اجتناب دوری")
_REFRAIN = words("کند کنند کنیم نماید نمایند ورزند ورزد")
_PREVENTING, _FROM = words("جلوگیری پیشگیری ممانعت بازداشتن مقابله مبارزه"), words("از با")
_LACK, _LACK_REACH = words("عدم نبود فقدان نرسیدن نیافتن"), 3
_WORTH = words("لزوم ضرورت اهمیت راه باب مسیر زبان درهای")
_OF_USE = words("سودی فایده‌ای معنایی معنا هراسی ابایی جایگاهی ارزشی")
_HAS_NOT = words("ندارد ندارند")
_STANDING = words("فشار اثر آثار تأثیر تاثیر تأثیرات پیامدهای سایه وجود رغم دور ضد موضوع")  # of sanctions in force
_BROKEN = words("نقض")
_MEETINGS = {  # bodies that meet as their everyday work, by the word that follows
    **dict.fromkeys(words("هیئت هیأت"), words("دولت وزیران رئیسه")),
    **dict.fromkeys(words("شورای"), words("اداری شهر شهرستان تأمین هماهنگی")),
    **dict.fromkeys(words("ستاد"), words("بحران مدیریت استان ملی فرماندهی")),
}


class _Clause(NamedTuple):
    """The verb that closes the clause of a trigger (-1 where none is found), and how far it was sought."""

    verb: int
    stop: int


def is_only_talk(tokens: Tokens, trigger: Trigger) -> bool:
    """Whether a Persian trigger names nothing that anybody says happened, happens or will."""
    forms = tokens.forms
    first, end = tokens.sentence(trigger.first)
    first = max(first, trigger.first - _BACK)
    clause = _clause(forms, trigger, min(end, trigger.stop + _AHEAD))
    if _is_refused(forms, trigger, first, clause):
        return True
    if trigger.negated and (trigger.type == "ceasefire" or _is_vowed(forms, trigger, first)):
        return True  # «اگر حملات متوقف نشود»
    if trigger.form is Form.PAST and _is_missed(forms, trigger, first):
        return True
    if trigger.form is Form.PARTICIPLE and trigger.type == "statement":
        return clause.verb >= 0 and (_is_we(forms[clause.verb]) or forms[clause.verb] in _STAND)  # «خواهان صلح هستند»
    if trigger.form is not Form.NOUN:
        return False
    before = forms[trigger.first - 1] if trigger.first > first else ""
    if _INSTEAD in pairwise(forms[max(first, trigger.first - _INSTEAD_REACH) : trigger.first]):
        return True  # «به جای صدور قطعنامه»
    return (
        _is_any(forms, trigger, clause)
        or _is_ours(forms, trigger, clause)
        or _is_way_out(forms, trigger, first, clause)
        or _is_not_to_be(forms, trigger, first, clause)
        or (before in _FROM and forms[trigger.first - 2] in _PREVENTING and not trigger.definite)
        or _is_cited(forms, trigger, before)
    )


def _clause(forms: list[str], trigger: Trigger, stop: int) -> _Clause:
    for at in range(trigger.stop, stop):
        if forms[at] in SENTENCE or forms[at] == "كه":
            return _Clause(-1, at)
        if tense_of(forms, at) is not None or _is_we(forms[at]):
            return _Clause(at, at + 1)
    return _Clause(-1, stop)


def _is_we(form: str) -> bool:
    return form in _WE_ARE or (form.endswith(_WE) and form.startswith(_WE_PRESENT))


def _is_vowed(forms: list[str], trigger: Trigger, first: int) -> bool:
    """«سلاح خود را تحویل نخواهیم داد», «هرگز خارج نخواهد شد»."""
    ours = not _WE_WILL_NOT.isdisjoint(forms[trigger.first : trigger.stop])
    return ours or (trigger.form is Form.FUTURE and not _NEVER.isdisjoint(forms[first : trigger.first]))


def _is_missed(forms: list[str], trigger: Trigger, first: int) -> bool:
    """«آژانس باید حمله را محکوم می‌کرد»: what one ought to have done."""
    imperfect = any(form.startswith(_WE_PRESENT[0]) for form in forms[trigger.stop - 1 : trigger.stop])
    return imperfect and not _OUGHT.isdisjoint(forms[first : trigger.first])


def _is_any(forms: list[str], trigger: Trigger, clause: _Clause) -> bool:
    """«به هر حمله‌ای پاسخ می‌دهد»: none in particular; but «هرگونه مذاکره را رد کرد» denies."""
    at = trigger.first - 1
    any_kind = at > 0 and forms[at] in _KIND and forms[at - 1] == _OF_ANY
    if not any_kind and (at < 0 or forms[at] not in _ANY):
        return False
    return _DENYING.isdisjoint(forms[trigger.stop : clause.stop])


def _is_ours(forms: list[str], trigger: Trigger, clause: _Clause) -> bool:
    """«از مذاکره هراسی نداریم»: a stance; but «رزمایش برگزار می‌کنیم» carries out, «حمله را محکوم می‌کنیم» knows it."""
    if clause.verb < 0 or not _is_we(forms[clause.verb]) or trigger.definite:
        return False
    if forms[clause.verb - 1] in CARRIED_OUT or clause.verb == trigger.stop:
        return False
    return _BUSY.isdisjoint(forms[max(0, trigger.first - _BUSY_REACH) : trigger.first])


def _is_way_out(forms: list[str], trigger: Trigger, first: int, clause: _Clause) -> bool:
    """«اختلاف‌ها باید با گفت‌وگو حل شود», «بر ضرورت گفت‌وگو»: what one ought to do, and not what is done."""
    near = forms[max(first, trigger.first - _ASIDE_REACH) : trigger.first]
    if trigger.type == "talks" and (not _WORTH.isdisjoint(near) or _is_useless(forms, clause)):
        return True
    if clause.verb < 0 or _ASIDE_OF.isdisjoint(near) or forms[clause.verb - 1] in CARRIED_OUT:
        return False
    return any(forms[at] in _OUGHT for at in _own_words(forms, trigger, first, clause))


def _is_useless(forms: list[str], clause: _Clause) -> bool:
    """«مذاکره سودی ندارد»."""
    return clause.verb > 0 and forms[clause.verb] in _HAS_NOT and forms[clause.verb - 1] in _OF_USE


def _own_words(forms: list[str], trigger: Trigger, first: int, clause: _Clause) -> range:
    """The tokens of the clause from the last verb before the trigger to the verb that closes it."""
    start = trigger.first
    while start > first and tense_of(forms, start - 1) is None and forms[start - 1] not in SENTENCE:
        start -= 1
    return range(start, clause.verb)


def _is_refused(forms: list[str], trigger: Trigger, first: int, clause: _Clause) -> bool:
    """«اجازه نمی‌دهد از خاکش برای حمله استفاده شود»: what is not allowed."""
    around = range(first, clause.stop)
    at = next((at for at in around if forms[at] in _PERMIT and not trigger.first <= at < trigger.stop), -1)
    return at >= 0 and not _REFUSED.isdisjoint(forms[at + 1 : at + 2])


def _is_not_to_be(forms: list[str], trigger: Trigger, first: int, clause: _Clause) -> bool:
    """«خواست از خطوط قرمز عقب‌نشینی نکند», «از حمله خودداری کنند», «نرسیدن به توافق»: asked or feared not to be."""
    before = forms[max(first, trigger.first - _LACK_REACH) : trigger.first]
    if trigger.type in ("agreement", "ceasefire") and not _LACK.isdisjoint(before):
        return True
    if clause.verb < 0:
        return False
    verb, complement = forms[clause.verb], forms[clause.verb - 1]
    if complement in _REFRAINS:
        return verb in _REFRAIN
    return verb in NOT_SUBJUNCTIVE and complement not in _GOING_ON and IF.isdisjoint(forms[first : trigger.first])


def _is_cited(forms: list[str], trigger: Trigger, before: str) -> bool:
    """«آتش‌بس را نقض کردند», «زیر فشار تحریم‌ها», «در جلسه هیئت دولت گفت»: what only frames what is told."""
    after = forms[trigger.stop : trigger.stop + 2]
    if trigger.type in ("ceasefire", "agreement") and after[:1] == ["را"]:
        return not _BROKEN.isdisjoint(after[1:])
    if trigger.type == "sanctions":
        return before in _STANDING
    if trigger.type == "legislation":  # «این قطعنامه را رد کرد»
        return trigger.definite and after[:1] == ["را"] and not _DENYING.isdisjoint(after[1:])
    return trigger.type == "talks" and len(after) > 1 and after[1] in _MEETINGS.get(after[0], ())
