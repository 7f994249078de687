"""Arabic nouns that name a happening only to speak about it: what is quarrelled over, praised as the way out, or cited.

Political talk is full of them: "خلافات حول دمج القوات", "الحوار هو السبيل الوحيد", "في ضوء اتفاقية الإطار".
"""

from extract.events.cues import WEEKDAYS, words
from extract.events.grammar import stops
from extract.events.trigger import Form, Trigger
from extract.text import COMMAS

_ABOUT = words("حول بشأن على")
_QUARRELS = words("خلاف خلافات الخلاف الخلافات جدل الجدل سجال انقسام الانقسام تباين خلافا")
_IS = words("هو هي هما")
_PRAISE = words("السبيل الطريق الحل الخيار المخرج الضمانة الضامن الأساس المدخل الوسيلة مفتاح الطريقة الكفيل الكفيلة")
_PRAISE_REACH = 4
_PHASES = words("المرحلة مرحلة مراحل المرحلتين بنود")
_OF_REACH = 3
_CONTENTS = words("ينص نص يقضي قضى يتضمن يشمل يتيح يلزم ينظم تنص تقضي تتضمن تشمل تنظم")
_READY = words("مستعد مستعدة مستعدون مستعدين جاهز جاهزة جاهزون جاهزين استعداده استعدادها استعدادهم جاهزيته جاهزيتها")
_BREACHES = words("الانتهاكات الاعتداءات الخروقات التجاوزات الممارسات الجرائم")
_CLASSING = words("تعد يعد تعتبر يعتبر تمثل يمثل تشكل يشكل وصف وصفت واصفا واصفة يصف تصف")
_CARRYING_OUT = words("تنفيذ تطبيق لتنفيذ لتطبيق بتنفيذ بتطبيق")
_LAWS = words("المادة الدستور المواد")
_LAW_REACH = 9
_JOINT = words("بيان")
_CONDEMNING = words("أدان أدانت أدانوا يدين تدين ندد نددت نددوا استنكر استنكرت شجب شجبت دان دانت إدانة تنديد نحمل")
_CONDEMNED_REACH = 14
_AGREED = words("المتفق")  # "الجدول الزمني المتفق عليه"
_CITING = words("بموجب وفق وفقا بمقتضى ضوء استنادا عملا")
_TELLING = words(
    "وقع وقعت وقعه وقعته أبرم أبرمت أبرمه أبرمته توصل توصلت توصلا وقعا وقعها المبرم المبرمة الموقع الموقعة"
)
_DATE_REACH = 8
_DATES = WEEKDAYS | words("عام سنة أمس الماضي الماضية اليوم")
_FIELDS = words("مجال مجالات المجال المجالات")
_LIST_REACH = 10
_WHICH = words("الذي التي")


def is_framed(forms: list[str], trigger: Trigger) -> bool:
    """Whether an Arabic noun or participle only frames what is said, and tells nothing of its own."""
    if trigger.lang != "ar":
        return False
    first = trigger.first
    if trigger.purpose and forms[first - 1] in _READY:
        return True  # "مستعدة لتسليم السلاح": a vow, not yet a plan
    if trigger.form.finite:
        return False
    if trigger.form is Form.PARTICIPLE:
        return trigger.type == "agreement" and forms[first] in _AGREED and not _is_dated(forms, trigger.stop)
    quarrel = forms[max(0, first - 2) : first]
    return (
        (len(quarrel) > 1 and quarrel[1] in _ABOUT and _bare(quarrel[0]) in _QUARRELS)
        or _is_praised(forms, trigger.stop)
        or _is_field(forms, first)
        or (trigger.definite and _bare(forms[first - 1]) in _CLASSING)  # "تعد الضربات الجوية أداة"
        or _is_enacted(forms, first)
        or ((forms[first] in _BREACHES or forms[first] in _JOINT) and _is_condemned(forms, first))
        or (trigger.type == "agreement" and trigger.definite and _is_quoted(forms, trigger))
        or (trigger.type == "agreement" and (_has_phases(forms, first) or _is_cited(forms, trigger)))
    )


def _is_praised(forms: list[str], start: int) -> bool:
    """ "الحوار الوطني هو السبيل الوحيد": what somebody holds to be the way out."""
    for at in range(start, min(start + _PRAISE_REACH, len(forms) - 1)):
        if stops(forms, at):
            return False
        if forms[at] in _IS:
            return forms[at + 1] in _PRAISE
    return False


def _is_field(forms: list[str], index: int) -> bool:
    """ "في مجالات التسليح والتدريب والمناورات": one of the fields of co-operation."""
    if not forms[index].startswith("وال"):
        return False
    for at in range(index - 1, max(0, index - _LIST_REACH) - 1, -1):
        if forms[at] in _FIELDS:
            return True
        if not forms[at].startswith(("ال", "وال")):
            return False
    return False


def _is_condemned(forms: list[str], index: int) -> bool:
    """ "أدانت مصر، في بيان مشترك، الانتهاكات": what the condemnation is of and stands in."""
    for at in range(index - 1, max(0, index - _CONDEMNED_REACH) - 1, -1):
        if stops(forms, at) and forms[at] not in COMMAS:
            return False
        if _bare(forms[at]) in _CONDEMNING:
            return True
    return False


def _is_quoted(forms: list[str], trigger: Trigger) -> bool:
    """ "ينص الاتفاق على", "الاتفاق الذي يقضي بـ": the deal as a text, concluded before."""
    after = [form for form in forms[trigger.stop : trigger.stop + 2] if form not in _WHICH][:1]
    before = _bare(forms[trigger.first - 1])
    return before in _CARRYING_OUT or not _CONTENTS.isdisjoint({before, *after})


def _is_enacted(forms: list[str], index: int) -> bool:
    """ "تنص المادة السابعة من الدستور على حظر الحزب": what a law says."""
    near = [_bare(form) for form in forms[max(0, index - _LAW_REACH) : index]]
    return not _LAWS.isdisjoint(near) and not _CONTENTS.isdisjoint(near)


def _bare(form: str) -> str:
    return form.removeprefix("و")


def _has_phases(forms: list[str], index: int) -> bool:
    """ "المرحلة الثانية من الاتفاق": a deal concluded before, of which a part is spoken of."""
    near = forms[max(0, index - _OF_REACH) : index]
    return not _PHASES.isdisjoint(near) and (near[-1] == "من" or near[-1] in _PHASES)


def _is_cited(forms: list[str], trigger: Trigger) -> bool:
    """ "في ضوء اتفاقية الإطار": a deal referred to, unless its date or conclusion is told besides."""
    before = forms[max(0, trigger.first - 2) : trigger.first]
    if _CITING.isdisjoint(before):
        return False
    return not _is_dated(forms, trigger.stop)


def _is_dated(forms: list[str], start: int) -> bool:
    for at in range(start, min(start + _DATE_REACH, len(forms))):
        form = forms[at]
        if form in _TELLING or form in _DATES or form.isdigit():
            return True
        if stops(forms, at):
            return False
    return False
