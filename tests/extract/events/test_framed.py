"""Arabic political talk: nouns that name a happening only to speak about it, and light verbs with their noun."""

import pytest

from extract.events import find_triggers, load_events
from extract.text import tokenize

FRAMED = [
    ("quarrelled over", "تصاعدت الخلافات حول دمج القوات في الجيش", []),
    ("quarrelled over, and told", "تصاعدت الخلافات بعد إقالة المحافظ", ["appointment"]),
    ("the way out", "قال الخبير إن الحوار الوطني هو السبيل الوحيد", []),
    ("no way out", "قال الخبير إن الحوار الوطني انطلق في عدن", ["talks"]),
    ("fields of co-operation", "بحث الخبراء فرص الشراكة في مجالات التسليح والتدريب والمناورات العسكرية", []),
    ("no field", "انطلقت المناورات العسكرية", ["training"]),
    ("a deal referred to", "تتعاون الدولتان في ضوء اتفاقية الإطار", []),
    ("a deal referred to, with its date", "تتعاون الدولتان بموجب اتفاقية أبرمت عام 2019", ["agreement"]),
    ("a phase of a deal", "تحدث الوسيط عن المرحلة الثانية من الاتفاق", []),
    ("agreed on before", "سارت الأمور وفق الجدول الزمني المتفق عليه", []),
    ("agreed on, with its date", "تشمل القوائم المتفق عليها في جنيف عام 2018", ["agreement"]),
    ("ready for it", "قال القيادي إن الحركة مستعدة لتسليم المقر إلى الشرطة", []),
    ("getting ready for it", "تستعد الحركة لتسليم المقر إلى الشرطة", ["handover"]),
    ("agreed on before, nothing else", "نشرت الوزارة الخطة المتفق عليها بين الطرفين", []),
    ("condemned breaches", "أدانت مصر الاعتداءات الإسرائيلية", ["statement"]),
    ("condemned", "أدانت عمّان، في بيان مشترك مع ليما، الانتهاكات المتكررة", ["statement"]),
    ("a joint statement", "أصدر الجانبان بيانا مشتركا بشأن المياه", ["agreement"]),
    ("what a deal holds", "وينص الاتفاق على حماية السكان", []),
    ("a deal that holds", "أبرم الجانبان اتفاقا ينص على حماية السكان", ["agreement"]),
    ("quarrels are no successions", "غاب الكاتب بسبب خلافات حول المنصب", []),
    ("a curfew is no sanction", "رفعت السلطات حظر التجول", ["other"]),
    ("ready, as a verb", "أكد القائد أن قواته جاهزة لتسلم المقر", []),
    ("classed", "تعد الضربات الجوية أداة رئيسية", []),
    ("classed, and new", "تعد موسكو لهجوم جديد", ["attack"]),
    ("a deal being carried out", "تشرف المنظمة على تنفيذ الاتفاق", []),
    ("what a law says", "تنص المادة السابعة من الدستور على حظر الحزب", []),
    ("a law obeyed", "قررت المحكمة حظر الحزب", ["other"]),
    ("a truce reached", "توصل الطرفان إلى هدنة", ["ceasefire"]),
    ("the flood that took the houses", "جرفت السيول عشرات المنازل", ["other"]),
    ("a sentence upheld", "أيدت محكمة النقض حكم السجن بحق الناشط", ["judgment"]),
    ("fighting renewed, no mandate", "حذرت البعثة من تجدد القتال", ["attack"]),
    ("a name, no arrival", "تقع الكلية في مدينة الملك فيصل الطبية بحضور الوزير", []),
    ("a suburb, no visit", "تجول السكان في محيط عين زارة", []),
    ("worried, not crossing", "عبرت منظمات عن قلقها على اللاجئين", []),
    ("for the sake of", "يعمل الأطباء من أجل التصويت على لائحتهم", []),
    ("put off", "أجل البرلمان التصويت على القانون", ["legislation"]),
    ("a draft protested against", "احتج الطلاب على مسودة المرسوم", ["protest"]),
    ("a sitting of deputies", "وافق مجلس النواب في جلسة طارئة على الموازنة", ["legislation"]),
    ("of returnees", "عادت دفعة جديدة من النازحين إلى سنجار", ["repatriation"]),
    ("came under a kind of attack", "تعرضت قاعدة عسكرية لهجوم بالمسيرات", ["airstrike"]),
    ("came under attack", "تعرضت قاعدة عسكرية لهجوم", ["attack"]),
    ("a case heard", "نظرت محكمة الاستئناف في القضية", ["judgment"]),
    ("looked into", "نظر المهندسون في القضية", []),
]


@pytest.mark.parametrize(("text", "kinds"), [pytest.param(*case[1:], id=case[0]) for case in FRAMED])
def test_what_only_frames_is_no_event(text: str, kinds: list[str]) -> None:
    assert [trigger.type for trigger in find_triggers(tokenize(text), "ar", load_events())] == kinds


LIGHT = [
    ("عقد الوزير في عمان اجتماعا مع وفد المعارضة", "عقد الوزير في عمان اجتماعا"),
    ("أجرى المبعوث الأممي محادثات مع قيادة المجلس", "أجرى المبعوث الأممي محادثات"),
    ("تعقد اللجنة لقاءات مع الأحزاب", "تعقد اللجنة لقاءات"),
    ("وصل الخبراء بعد إجراء محادثات مع القادة", "إجراء محادثات"),
]


@pytest.mark.parametrize(("text", "words"), LIGHT)
def test_a_light_verb_is_told_with_its_noun(text: str, words: str) -> None:
    tokens = tokenize(text)
    (trigger,) = find_triggers(tokens, "ar", load_events())
    assert text[tokens.starts[trigger.first] : tokens.ends[trigger.stop - 1]] == words
