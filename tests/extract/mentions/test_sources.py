"""Speakers: who says so, whom a sentence keeps from the one before, and what only looks like one."""

import pytest

from extract import Article, extract

Found = list[str | None]


def speakers(text: str, lang: str) -> Found:
    """The speaker of each figure, as quoted; figures stand for the sentences that they are in."""
    record = extract(Article.of(text, lang=lang))
    return [figure.source.text if figure.source else None for figure in record.figures]


NAMED = [
    ("ar", "verb, speaker", "قال الجيش العراقي إن 5 جنود غادروا", ["الجيش العراقي"]),
    ("ar", "an office", "قال المتحدث باسم وزارة الدفاع إن 5 جنود قتلوا", ["المتحدث باسم وزارة الدفاع"]),
    ("ar", "what was announced", "أعلن الجيش العراقي مقتل 5 مسلحين", ["الجيش العراقي"]),
    ("ar", "what was announced, of any happening", "أعلنت السلطات إغلاق طريق يعبره 500 شخص", ["السلطات"]),
    ("ar", "announced by a proper name", "أعلنت روسيا تدمير 20 طائرة", ["روسيا"]),
    ("ar", "announced by a person", "أعلن الرئيس جوزيف كابيلا إرسال 300 جندي", ["الرئيس جوزيف كابيلا"]),
    ("ar", "announced with a preposition", "أفاد مصدر أمني بسقوط 3 جرحى", ["مصدر أمني"]),
    ("ar", "a pattern of verbal nouns", "أعلنت الهيئة تأهيل 12 مدرسة", ["الهيئة"]),
    ("ar", "what is announced of oneself", "أكدت الخارجية الإيرانية رفضها تسليم 5 سجناء", ["الخارجية الإيرانية"]),
    ("ar", "a state of emergency", "أعلنت الحكومة حالة الطوارئ 30 يوما", ["الحكومة"]),
    ("ar", "a day behind the speaker", "قالت الشرطة الثلاثاء إن 5 أشخاص أوقفوا", ["الشرطة"]),
    ("ar", "a verbal noun inside the name", "قالت هيئة تحرير الشام إن 4 مقاتلين قتلوا", ["هيئة تحرير الشام"]),
    ("ar", "a verbal noun inside the office", "قال القائم بأعمال السفارة إن 5 جنود غادروا", ["القائم بأعمال السفارة"]),
    ("ar", "a name like a verbal noun", "قال الوزير توفيق النمري إن 5 أسرى خرجوا", ["الوزير توفيق النمري"]),
    ("ar", "a town like a verbal noun", "قال محافظ تكريت إن 5 جنود أصيبوا", ["محافظ تكريت"]),
    ("ar", "with a conjunction", "وأكد المحافظ أن 5 جنود غادروا", ["المحافظ"]),
    ("ar", "unnamed outlets", "ذكرت وسائل إعلام محلية أن 5 جنود قتلوا", ["وسائل إعلام محلية"]),
    ("ar", "according to, attached", "وفقا لمصدر أمني، قتل 5 جنود", ["مصدر أمني"]),
    ("ar", "according to", "بحسب وزارة الصحة فإن 5 أشخاص قتلوا", ["وزارة الصحة"]),
    ("ar", "behind what is said", "قتل 5 جنود، بحسب وزارة الصحة.", ["وزارة الصحة"]),
    ("ar", "quoted by another", "ونقلت الوكالة عن مصدر أمني قوله إن 5 جنود غادروا", ["مصدر أمني"]),
    ("fa", "verb behind", "سخنگوی ارتش گفت ۵ سرباز کشته شدند", ["سخنگوی ارتش"]),
    ("fa", "two-word verb", "وزارت دفاع عراق اعلام کرد ۵ سرباز کشته شدند", ["وزارت دفاع عراق"]),
    ("fa", "as said by", "به گفته سخنگوی ارتش، ۵ سرباز کشته شدند", ["سخنگوی ارتش"]),
    ("fa", "as reported by", "به گزارش ایرنا، ۵ سرباز کشته شدند", ["ایرنا"]),
    ("fa", "quoting", "به نقل از یک مقام امنیتی، ۵ سرباز کشته شدند", ["یک مقام امنیتی"]),
    ("fa", "amid what is said", "۵ سرباز، به گفته فرماندار، کشته شدند", ["فرماندار"]),
    ("en", "before", "The army said five soldiers were killed", ["The army"]),
    ("en", "behind", "Five soldiers were killed, the army said", ["the army"]),
    ("en", "behind, turned round", "Five soldiers were killed, said the ministry", ["the ministry"]),
    ("en", "according to", "According to the ministry, five soldiers died", ["the ministry"]),
    ("en", "an apposition between", "Saad Maan, the ministry's spokesman, said five soldiers died", ["Saad Maan"]),
    ("en", "told", "A spokesman for the coalition told reporters that five soldiers had left", ["A spokesman for the coalition"]),
    ("en", "a day between", "Officials said on Monday that five soldiers died", ["Officials"]),
    ("en", "where somebody said so", "Five soldiers died in Gao, where officials said three more were hurt", ["officials"] * 2),
]  # fmt: skip
KEPT = [
    ("ar", "he added", "أعلن الجيش العراقي مقتل 5 مسلحين. وأضاف أن 3 جنود أصيبوا.", ["الجيش العراقي"] * 2),
    ("ar", "in the next paragraph", "قال المحافظ إن 5 جنود غادروا.\n\nوأضاف أن 3 جنود بقوا.", ["المحافظ"] * 2),
    ("ar", "a list after a colon", "قالت الوزارة في بيان إن الحصيلة كما يلي:\n- 12 سيارة\n- 5 جنود\nوصل 3 جنود.", ["الوزارة", "الوزارة", None]),
    ("ar", "and another speaks", "قال المحافظ إن 5 جنود غادروا. وقال الوزير إن 3 جنود بقوا.", ["المحافظ", "الوزير"]),
    ("fa", "he said", "سخنگوی ارتش گفت ۵ سرباز کشته شدند. او گفت ۳ نفر زخمی شدند.", ["سخنگوی ارتش"] * 2),
    ("fa", "as he says", "سخنگوی ارتش گفت ۵ سرباز کشته شدند. به گفته وی ۳ نفر زخمی شدند.", ["سخنگوی ارتش"] * 2),
    ("en", "he said", "The army said five soldiers died. It said three men were hurt.", ["The army"] * 2),
    ("en", "he said, behind", 'The army said five soldiers died. "Three men were hurt," it said.', ["The army"] * 2),
]  # fmt: skip
NONE = [
    ("ar", "told by nobody", "قتل 5 جنود في الهجوم", [None]),
    ("ar", "he said, but who?", "وقال إن 5 جنود غادروا", [None]),
    ("ar", "the sentence after does not report", "قال المحافظ إن 5 جنود غادروا. وصل 3 جنود إلى القاعدة.", ["المحافظ", None]),
    ("ar", "too far away", "قال المحافظ ذلك. سقط المطر. هبت الريح. طلعت الشمس. وأضاف أن 3 جنود بقوا.", [None]),
    ("ar", "a transfer is no quotation", "نقلت القوات 12 سجينا بعيدا عن القاعدة", [None]),
    ("fa", "told by nobody", "۵ سرباز در حمله کشته شدند", [None]),
    ("fa", "he said, but who?", "وی افزود ۳ نفر زخمی شدند", [None]),
    ("en", "told by nobody", "Five soldiers were killed in the attack", [None]),
    ("ar", "set against what stands before", "سلم الحزب 23 طلبا بينما قال متحدث باسم الجيش إن 5 منها رفضت", [None, "متحدث باسم الجيش"]),
    ("en", "behind what goes on meanwhile", "Rebels killed 12 men while retreating, the army said.", ["the army"]),
    ("ar", "a name like a verbal noun", "قال المستشار أولاف شولتس إن 5 جنود قتلوا", ["المستشار أولاف شولتس"]),
    ("en", "set against what stands before", "Rebels freed 12 men, but the army said 30 men were held.", [None, "the army"]),
    ("en", "adds to, not says", "The new budget of the transitional cabinet under the late agreement with its lenders adds 20 percent to pensions", [None]),
    ("en", "a measure behind a comma", "They spoke of the missing, estimated 1,100 people", [None]),
    ("ar", "a measure", "يقدر بـ180 كيلومترا", [None]),
    ("en", "he said, but who?", "He said three men were hurt", [None]),
]  # fmt: skip
CASES = NAMED + KEPT + NONE


@pytest.mark.parametrize(("lang", "_", "text", "expected"), CASES, ids=[f"{lang}: {name}" for lang, name, *_ in CASES])
def test_who_says_so(lang: str, _: str, text: str, expected: Found) -> None:
    assert speakers(text, lang) == expected


def test_nobody_speaks_out_of_page_furniture() -> None:
    text = "قتل 5 جنود في الهجوم.\nالمصدر: وكالة الساحل\n"
    assert speakers(text, "ar") == [None]
