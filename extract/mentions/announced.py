"""Where an Arabic speaker ends and what he announces begins: "أعلنت السلطات | إغلاق الطريق", no mark between them.

The name of a speaker that has once been definite (by its article, or because it is a proper name) is followed by words
with the article or by a person's name; a noun without article there, which is a verbal noun by its pattern or carries a
pronoun, is the verb's object. Inside a construct ("هيئة تحرير الشام") the same noun is part of the name.
"""

import re
from collections.abc import Set

from extract.events.cues import words

_ARTICLES = ("ال", "وال", "بال", "لل", "فال")
# Verbal nouns by their pattern, folded: تفعيل، انفعال and استفعال, افتعال, إفعال; a pronoun may follow.
_PATTERN = re.compile(r"(?:ت\w\wي\w|ا?(?:ست\w\wا\w|ن\w\wا\w)|ا\wت\wا\w|ا\w\wا\w)(?:ها|هم|هما|ه)?\Z")
_OWNED = re.compile(r"\w{2,}(?:ها|هم|هما)\Z")
# Nouns of no such pattern that news announces, and nouns on -a that pattern cannot tell from names.
_THINGS = words(
    "حالة حظر خطة حزمة سلسلة موعد حصيلة عزم عزمه نية نيته رفضه دعمه تأييده تضامنه قلقه أسفه فرض قتل مقتل إصابة سقوط "
    "منع رفع وقف نشر بدء وصول فتح غلق ضبط حجز حل دخول خروج عودة نقل سحب طرد هدم قطع وفاة نجاح فشل مسؤولية مسؤوليته "
    "توقف تورط تدخل تسلل تسرب تجدد تأجل "
    "عدد أعداد حجم كلفة تكلفة قيمة خسائر نسبة إجمالي جاهزية قدرة قدرات ضرورة أهمية استعداد سلامة صحة عدم "
    "تسليم إعادة إقامة إقالة إزالة إحالة إدانة إجراء إجلاء إنهاء إلغاء إخلاء إعفاء إحباط مصرع مصادرة مغادرة مواصلة "
    "ملاحقة محاكمة مقاطعة مشاركة مراجعة تعرض تقدم توصل تمكن تراجع تصدي تقديم شن صد قبول حصول ثلاثة أربعة خمسة عشرات "
    "ثلاث أربع خمس ست ستة سبع سبعة ثماني ثمانية تسع تسعة عشر عشرة مئة مئات ألف آلاف"
)
# Words of the patterns that are persons, lands or broken plurals.
_NAMES = words(
    "توفيق تحسين تيسير تشرين تكريت إسحاق إحسان إقبال إلهام إخلاص إسلام إيران إيمان أفغان أصلان إكرام إسراء أنصار "
    "أسماء ابتسام انتصار إيهاب إيناس أدهم أولاف أنوار أحلام إنعام أمجاد أفنان تحرير أحزاب أعضاء أطراف "
    "أركان أعيان أشراف أوقاف أولاند أوباما "
    "إيفان أنطون أدهان أوزال أوربان أورلان أفراد أحرار أنظار"
)
_NEVER_NAMES = words(
    "فرض وجود تعرض تمكن توصل سقوط نجاح فشل اندلاع نشوب عزمه عزمها نيته نيتها رفضه رفضها استعداده استعدادها"
)
# What is declared with its article, and is nobody's name or office.
_DECLARED = words("الحداد الحرب النفير التعبئة الاستنفار العصيان الإضراب الهدنة الأحكام")
# Verbal nouns of no such pattern that are announced with their article, before the preposition that they govern.
_DEEDS = words(
    "سيطرة عثور قبض حاجة عزم نية بدء شروع مضي حصول وصول تصدي خروج دخول عودة موافقة مصادقة رد كشف تحفظ قضاء تعرف "
    "تراجع توقف توصل تعاقد تفاوض مشاركة عمل حكم حجز هجوم سماح ضغط عدول خوض تخلي تنازل توقيع"
)
_GOVERNED = words("على عن من إلى في")
_CHARGED = words(
    "باسم القائم القائمة المكلف المكلفة المعني المعنية المختص المختصة المنوط الخاص الخاصة المسؤول المسؤولة"
)
_ANNOUNCING = words(
    "أعلن أعلنت يعلن تعلن أعلنوا أعلنا قرر قررت قرروا نفى نفت ينفي "
    "تنفي نفوا أكد أكدت يؤكد تؤكد رفض رفضت يرفض ترفض توقع "
    "توقعت استبعد استبعدت أدان أدانت دان دانت طلب طلبت اقترح اقترحت جدد جددت أبدى أبدت كشف كشفت "
    "أفاد أفادت يفيد تفيد تحدث تحدثت أبلغ أبلغت قدر قدرت يقدر تقدر"
)
_SHORTEST = 3


def announces(verb: str) -> bool:
    """Whether a folded verb takes what is announced as its object; "said" does not, and names may look like nouns."""
    return verb in _ANNOUNCING


def is_announced(forms: list[str], at: int) -> bool:
    """Whether token `at` has its article and is what is announced all the same: "أعلن الحداد", "السيطرة على بلدتين"."""
    form = forms[at] if at < len(forms) else ""
    if form in _DECLARED:
        return True
    bare = form.removeprefix("ال")
    if bare == form or forms[at + 1 : at + 2] == [] or forms[at + 1] not in _GOVERNED or bare in _NAMES:
        return False
    return bare in _DEEDS or bool(_PATTERN.match(bare))


def _is_definite(forms: list[str], begin: int, stop: int, named: Set[int]) -> bool:
    """Whether the speaker has been definite by now: "الرئيس جوزيف كابيلا", but not "لجنة مراقبة"."""
    return any(at in named or forms[at].startswith(_ARTICLES) for at in range(begin, stop))


def begins_object(forms: list[str], begin: int, index: int, deeds: Set[int], named: Set[int]) -> bool:
    """Whether token `index`, behind the first word of the speaker at token `begin`, is what the verb announces.

    `deeds` are the tokens of nouns that tell a happening, `named` those of proper names.
    """
    form, before = forms[index], forms[index - 1]
    if form in _DECLARED and _is_definite(forms, begin, index, named):
        return True
    if index not in named and (before.startswith(_ARTICLES) or index - 1 in named) and is_announced(forms, index):
        return True
    if before in _CHARGED or form.startswith(_ARTICLES):
        return False
    if form in _NEVER_NAMES:
        return True
    definite = before.startswith(_ARTICLES) or index - 1 in named
    if form[0] == "ب" and len(form) > _SHORTEST and (definite or before.endswith("ي")):
        form = form[1:]
    elif index in deeds and (before.endswith(("ي", "يه")) or _is_definite(forms, begin, index, named)):
        return True
    elif not definite or index in named:
        return False
    return form in _THINGS or (form not in _NAMES and bool(_PATTERN.match(form) or _OWNED.match(form)))
