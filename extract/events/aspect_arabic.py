"""What stands by an Arabic happening and says how far it has come: worked on, kept up, part of a plan."""

from extract.events.cues import WEEKDAYS, Realis, cue_table, words
from extract.events.cues_arabic import bare
from extract.events.trigger import Trigger

_WORK = words("العمل يعمل تعمل")  # على: what is worked towards is still to come
_KEEPING = words("تثبيت لتثبيت بتثبيت ترسيخ لترسيخ الحفاظ حفاظا للحفاظ بالحفاظ الالتزام بالالتزام صمود احترام باحترام")
_KEPT_REACH = 3
_STARTS = cue_table(occurred="بدأ", planned="يبدأ سيبدأ")
_HOLDS = words("تشمل يشمل تتضمن يتضمن")
_SCHEMES = words("خطة خطته خطتها اتفاق اتفاقا مبادرة مقترح مقترحا مرحلة")
_SCHEME_REACH = 5
# Beside a noun of time: "تنتهي الولاية الشهر المقبل", not "تراقب البعثة الانتخابات المقبلة".
TIMES = WEEKDAYS | words(
    "كانون تشرين شباط آذار نيسان أيار حزيران تموز آب أيلول يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر "
    "أكتوبر نوفمبر ديسمبر العام السنة الشهر الأسبوع الأيام الأسابيع الأشهر الصيف الشتاء الربيع الخريف"
)


def is_worked_on(forms: list[str], at: int) -> bool:
    """ "العمل على تثبيت الهدنة": whether the word at token `at` and the one behind it say so."""
    return bare(forms[at]) in _WORK and forms[at + 1] == "علي"


def is_kept(forms: list[str], truce: Trigger) -> bool:
    """ "جهود تثبيت الهدنة", "الالتزام باتفاق وقف إطلاق النار": what shall be kept is in force."""
    near = forms[max(0, truce.first - _KEPT_REACH) : truce.first]
    return truce.type == "ceasefire" and not _KEEPING.isdisjoint(near)


def of_start(forms: list[str], truce: Trigger) -> Realis | None:
    """ "بدأ سريان الهدنة": its beginning is a point in time."""
    if truce.type != "ceasefire" or forms[truce.first - 1] != "سريان":
        return None
    begins = bare(forms[truce.first - 2])
    return _STARTS.get(begins)


def is_listed(forms: list[str], at: int) -> bool:
    """ "الخطة التي تشمل نزع السلاح": what a plan holds is to come."""
    if bare(forms[at]) not in _HOLDS:
        return False
    near = forms[max(0, at - _SCHEME_REACH) : at] + forms[at + 1 : at + 2]  # "تتضمن المرحلة الثانية تسليم المقر"
    return any(bare(form).removeprefix("ال") in _SCHEMES for form in near)
