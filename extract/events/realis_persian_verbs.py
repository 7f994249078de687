"""Persian verbs: what tense, negation and the modal words before a finite verb say of the deed."""

from itertools import pairwise

from extract.events.cues import Realis, cue_table, nearest_before, words
from extract.events.trigger import Form, Trigger
from extract.ontology.conjugation import WILL, WILL_NOT
from extract.text import fold_word

_MODALS = cue_table(
    planned="قرار بناست قصد آماده تصمیم برنامه می‌خواهد می‌خواهند متعهد وعده توافق موافقت آستانه می‌کوشد مقرر موظف تا "
    "مأمور مکلف ملزم",
    hypothetical="ممکن شاید احتمال احتمالا احتمالاً اگر چنانچه باید بایستی می‌تواند می‌توانند بتواند بتوانند خواستار "
    "خواهان خواست خواسته درخواست مگر تهدید هشدار پیشنهاد صورتی امیدوار بهتر لازم می‌توان خواستند پیش‌بینی نگران",
    denied="نباید نمی‌تواند نتواند نتوانست نتوانستند اجازه بدون",
    occurred="توانست توانستند توانسته توانسته‌اند",
)
_HAVING = words("دارد دارند داشت داشتند")
_EXPECTED = words("می‌رود می‌رفت رفته است")
_WITH_VERB = {  # words that are modals only with the verb right after them
    "بنا": (_HAVING, Realis.PLANNED),
    "نظر": (_HAVING, Realis.PLANNED),
    "صدد": (words("است هستند"), Realis.PLANNED),
    "انتظار": (_EXPECTED, Realis.PLANNED),
    "موفق": (words("شد شدند شده شده‌اند"), Realis.OCCURRED),
    fold_word("ناکام"): (words("ماند ماندند مانده"), Realis.DENIED),
}
_BEFORE_EITHER = cue_table(
    planned="قرار بناست قصد می‌خواهد می‌خواهند", hypothetical="باید ممکن شاید اگر می‌تواند می‌توانند"
)  # settle "بازگرداند", which is past and subjunctive
_EITHER = words("بازگرداند برگرداند بازستاند رساند کشاند گرداند")
IF = words("اگر چنانچه")
_IN_CASE = (("در", "صورت"), ("اين", "صورت"), ("ان", "صورت"))
_ENDS = words("پایان آخر اواخر اوایل اواسط نیمه")
_UNTIL = words("تا")  # so that, but "until" before a time
_TIMES = words(
    "پایان آخر اواخر اوایل اواسط نیمه پیش قبل سال ماه هفته روز ساعت امروز فردا دیروز شامگاه صبح ظهر کنون اکنون حال "
    "آینده زمان وقتی ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر شنبه یکشنبه دوشنبه سه‌شنبه "
    "چهارشنبه پنجشنبه جمعه فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"
)
_DOUBT = cue_table(hypothetical="ممکن شاید احتمال احتمالا احتمالاً اگر چنانچه گویا")
_SOON = words("آینده فردا آتی پیش‌رو به‌زودی زودی")
_PROMISED = words("وعده قول متعهد ظرف")
_NO_VERBS = words("میلیارد میلاد میعاد")
# A meeting that "is held" is one to come, unless it is said to be going on.
_STAGED = words("برگزار برپا آغاز شروع امضا افتتاح گذاشته")
# Words before a verb that carries out what a noun names.
CARRIED_OUT = words(
    "انجام صورت آغاز شروع رخ برگزار اجرا متوقف امضا ادامه پایان روی ترتیب عملی محقق تمدید حاصل برقرار گرفته مخابره "
    "صادر سر پیش پی دنبال راه تدارک"
)
NOW = words("اکنون هم‌اکنون حال همچنان جریان")
_STATE, _MEANWHILE = "حال", words("این همین عین همان")
FINITE = words(
    "شد شدند شده کرد کردند کرده داد دادند داده گرفت گرفتند گرفته یافت یافته رسید رسیدند رسیده بود بودند است هستند "
    "داشت داشتند دارد دارند زد زدند گذاشت گفت گفتند افزود آمد آمدند رفت رفتند ماند ماندند برد بردند پیوست دانست "
    "نمود نمودند گردید گردیدند ساخت ساختند پرداخت پرداختند دانستند خواند خواندند نشست نشستند شده‌اند کرده‌اند "
    "داده‌اند گرفته‌اند یافته‌اند رسیده‌اند زده‌اند بوده‌اند آمده‌اند رفته‌اند "
    "افتاد افتادند انداخت انداختند کشت کشتند کشته‌اند ربودند بستند سپردند فرستاد فرستادند پذیرفت پذیرفتند خواستند "
    "گریختند"
)
_TO_BECOME = words("شود شوند نشود نشوند می‌شود می‌شوند نمی‌شود نمی‌شوند")
NOT_FINITE = words(
    "نشد نشدند نشده نکرد نکردند نکرده نداد ندادند نداده نگرفت نگرفته نیافت نرسید نرسیده نبود نیست نیستند ندارد نداشت "
    "نداشته نداشتند ندارند ندانست ندانستند نخواند نپذیرفت نپذیرفتند نرفت نرفتند نیامد نیامدند نزدند "
    "نبوده نبودند نبوده‌اند نکرده‌اند نداده‌اند نشده‌اند نگرفته‌اند نداشته‌اند نیافته‌اند نرسیده‌اند"
)
SUBJUNCTIVE = words(
    "شود شوند کند کنند دهد دهند گیرد گیرند یابد یابند بگیرد بگیرند برسد برسند بدهد بدهند بکند بکنند باشد باشند پذیرد "
    "ببرد ببرند بزند بزنند برود بروند بیاید بیایند بگذارد بگذارند بپردازد بپردازند بسپارد بسپارند بنشیند بنشینند "
    "بیندازد بیندازند بیفتد بپذیرد بپذیرند برگزیند بسازد بسازند بکشد بکشند بشود بشوند گردد گردند نماید نمایند "
    "بازگردد بازگردند برگردد برگردند بپرهیزد بپرهیزند بایستد بایستند"
)
NOT_SUBJUNCTIVE = words(
    "نشود نشوند نکند نکنند نکنیم ندهد ندهند نگیرد نگیرند نباشد نباشند نزند نزنند نرود نروند نبرد نبرند نیابد نیابند "
    "نرسد نرسند"
)


def tensed(forms: list[str], form: Form, index: int, floor: int, own: range) -> Realis:
    """A finite verb: indicative tenses stand for themselves unless a word of doubt opens the clause."""
    if form is Form.SUBJUNCTIVE:
        modal = _modal(forms, index, floor, own)
        return modal or Realis.HYPOTHETICAL
    if form is Form.PAST and forms[index] in _EITHER:
        modal = nearest_before(forms, index, floor, _BEFORE_EITHER, SENTENCE)
        if modal is not None:
            return modal[1]
    doubt = nearest_before(forms, index, floor, _DOUBT, SENTENCE)
    if doubt is not None:
        return doubt[1]
    if form is Form.PRESENT:
        before = forms[floor:index]
        if _on_terms(before):
            return Realis.HYPOTHETICAL
        soon = not _SOON.isdisjoint(before) or not _PROMISED.isdisjoint(before) or _by_an_end(forms, index, floor)
        soon = soon or _is_provided(before)
        return Realis.PLANNED if soon else Realis.ONGOING
    return Realis.OCCURRED


def _modal(forms: list[str], at: int, floor: int, own: range = range(0)) -> Realis | None:
    """What the nearest modal before the subjunctive at a token makes of it."""
    modal = nearest_before(forms, at, floor, _MODALS, SENTENCE)
    while modal is not None and (modal[0] in own or (forms[modal[0]] in _UNTIL and _is_time(forms, modal[0] + 1))):
        modal = nearest_before(forms, modal[0], floor, _MODALS, SENTENCE)
    nearest = floor if modal is None else modal[0] + 1
    for place in range(at - 1, nearest - 1, -1):
        following, realis = _WITH_VERB.get(forms[place], (frozenset[str](), None))
        if forms[place + 1] in following:
            return realis
    return modal[1] if modal else None


def _by_an_end(forms: list[str], index: int, floor: int) -> bool:
    """«تا پایان سال به کار خود خاتمه می‌دهد»: a deed that ends by a time to come."""
    return any(forms[at] in _UNTIL and forms[at + 1] in _ENDS for at in range(floor, index - 1))


def _is_provided(before: list[str]) -> bool:
    """«بر اساس این توافق نیروها از مرز دور می‌شوند»: what a text provides for."""
    at = next((at for at, form in enumerate(before) if form in BY_TERMS), -1)
    return at >= 0 and not _TEXTS.isdisjoint(before[at + 1 : at + 1 + _TEXT_REACH])


BY_TERMS, _TEXT_REACH = words("اساس پایه طبق مطابق موجب برپایه براساس"), 3
_TEXTS = words(
    "آن توافق توافقنامه توافق‌نامه تفاهم‌نامه قرارداد پیمان طرح برنامه قطعنامه سند یادداشت مصوبه تفاهم موافقت‌نامه"
)


def _is_time(forms: list[str], at: int) -> bool:
    """ "تا پایان سپتامبر": until, and no purpose."""
    return at < len(forms) and (forms[at] in _TIMES or forms[at].isdigit())


def conditional(forms: list[str], trigger: Trigger, floor: int) -> bool:
    """ "If they are not released, schools will close": a condition, which nobody denies, and its consequence."""
    return trigger.form in (Form.SUBJUNCTIVE, Form.FUTURE) and _on_terms(forms[floor : trigger.at])


def _on_terms(before: list[str]) -> bool:
    """«اگر», «در صورت شکست مذاکرات», «در این صورت»: what opens a condition, or points at one."""
    return not IF.isdisjoint(before) or any(pair in _IN_CASE for pair in pairwise(before))


SENTENCE = frozenset('.!?؟؛;:\n"')


def timed(forms: list[str], tense: Realis, at: int, floor: int, complement: str, own: range) -> Realis:
    """What the verb at a token says with the modal words and times before it."""
    if tense is Realis.HYPOTHETICAL:
        return _modal(forms, at, floor, own) or tense
    if tense in (Realis.PLANNED, Realis.ONGOING) and _on_terms(forms[floor:at]):
        return Realis.HYPOTHETICAL
    if tense is Realis.ONGOING:
        before = forms[floor:at]
        due = _by_an_end(forms, at, floor) or not _SOON.isdisjoint(before)
        if (complement in _STAGED or due) and not tells_now(before):
            return Realis.PLANNED
    return tense


def tells_now(forms: list[str]) -> bool:
    """Whether words say that something goes on: «هم‌اکنون», «در حال», but not «در همین حال»."""
    return any(form in NOW and not is_meanwhile(forms, at) for at, form in enumerate(forms))


def is_meanwhile(forms: list[str], at: int) -> bool:
    """Whether the «حال» at token `at` only leads over from what was told: «در همین حال», «با این حال»."""
    return forms[at] == _STATE and at > 0 and forms[at - 1] in _MEANWHILE


def tense_of(forms: list[str], at: int) -> Realis | None:
    """Realis of the finite verb at a token as its form alone shows it; HYPOTHETICAL stands for the subjunctive."""
    form, before = forms[at], forms[at - 1] if at else ""
    if (
        form in NOT_FINITE
        or form in NOT_SUBJUNCTIVE
        or before in WILL_NOT
        or (form.startswith("نمي") and len(form) > 4)
    ):
        return Realis.DENIED
    if before == "نمي":
        return Realis.DENIED
    if before in WILL:
        return Realis.PLANNED
    if form.startswith("مي") and len(form) > 4 and form not in _NO_VERBS and form.endswith(("د", "ند", "ود")):
        past = form.endswith(("كرد", "كردند", "شد", "شدند", "داد", "دادند", "گرفت"))
        return Realis.OCCURRED if past else Realis.ONGOING
    if form in FINITE:
        passive = form.endswith("ه") and at + 1 < len(forms) and forms[at + 1] in _TO_BECOME
        return None if passive else Realis.OCCURRED  # «از سر گرفته شود»: the next word has the tense
    if form in SUBJUNCTIVE:
        return Realis.ONGOING if before == "مي" else Realis.HYPOTHETICAL
    return None
