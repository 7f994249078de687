"""Triggers: how the entries inflect, and what a trigger knows of itself."""

import pytest

from extract.events import Form, Role, Trigger, find_triggers, load_events
from extract.text import tokenize


def triggers(text: str, lang: str) -> list[Trigger]:
    return find_triggers(tokenize(text), lang, load_events())


def pairs(text: str, lang: str) -> list[tuple[str, Form]]:
    return [(trigger.type, trigger.form) for trigger in triggers(text, lang)]


ARABIC_FORMS = [
    ("past, feminine", "انسحبت القوات من المدينة", "withdrawal", Form.PAST),
    ("past, plural", "الجنود انسحبوا من المدينة", "withdrawal", Form.PAST),
    ("past, dual", "الكتيبتان انسحبتا من المدينة", "withdrawal", Form.PAST),
    ("past with conjunction", "وانسحبت القوات من المدينة", "withdrawal", Form.PAST),
    ("past with object pronoun", "اعتقلهم الجيش عند الحاجز", "arrest", Form.PAST),
    ("past plural with object pronoun", "المسلحون اختطفوها قرب السوق", "abduction", Form.PAST),
    ("weak past, feminine", "التقت الوزيرة نظيرها", "talks", Form.PAST),
    ("weak past, plural", "أنهوا مهمة البعثة", "mission_end", Form.PAST),
    ("present", "الجيش ينسحب من القاعدة", "withdrawal", Form.PRESENT),
    ("present, plural", "المقاتلون ينسحبون من القاعدة", "withdrawal", Form.PRESENT),
    ("weak present, plural", "الوزراء يلتقون في عمان", "talks", Form.PRESENT),
    ("future prefix", "ستنسحب القوات من القاعدة", "withdrawal", Form.FUTURE),
    ("future with conjunction", "وسيغادر الجنود القاعدة", "withdrawal", Form.FUTURE),
    ("verbal noun", "بعد انسحاب القوات", "withdrawal", Form.NOUN),
    ("verbal noun with article and preposition", "عقب الإعلان بالانسحاب من المدينة", "withdrawal", Form.NOUN),
    ("ل with article", "استعداداً للانسحاب من المدينة", "withdrawal", Form.NOUN),
    ("accusative", "ستشهد القاعدة انسحاباً كاملاً", "withdrawal", Form.NOUN),
    ("pronoun on a noun", "بعد انسحابها من المدينة", "withdrawal", Form.NOUN),
    ("pronoun on a noun in ta marbuta", "قبل مغادرتهم القاعدة", "withdrawal", Form.NOUN),
    ("pronoun on a noun in hamza", "خلال لقائه نظيره", "talks", Form.NOUN),
    ("dual noun", "نفذ الطيران غارتين", "airstrike", Form.NOUN),
    ("broken plural", "شهدت البلدة غارات عنيفة", "airstrike", Form.NOUN),
    ("phrase with articles", "بعد الضربات الجوية الأخيرة", "airstrike", Form.NOUN),
    ("phrase with a pronoun", "رفضوا تسليم سلاحهم", "disarmament", Form.NOUN),
    ("phrase parted by its subject", "أطلقت السلطات المحلية سراح 18 شاباً", "detainee_transfer", Form.PAST),
    ("vowel marks and tatweel", "انسَـحَبَتِ القوات", "withdrawal", Form.PAST),
    ("hamza-less spelling", "اخلاء القواعد العسكرية", "withdrawal", Form.NOUN),
    ("verb before its subject, not the noun", "الطيران قصف مواقع المسلحين", "airstrike", Form.PAST),
    ("the same spelling as a noun", "جراء قصف مواقع المسلحين", "shelling", Form.NOUN),
    ("noun governed by تم at a distance", "تم مساء أمس تسلم القاعدة", "handover", Form.NOUN),
    ("participle", "القوات منتشرة على الحدود", "deployment", Form.PARTICIPLE),
    ("noun behind a verb of intent and its subject", "تعتزم السويد نشر قوات", "deployment", Form.NOUN),
    ("received, rather than hands over", "تسلم الصليب الأحمر رفات أسيرين", "detainee_transfer", Form.PAST),
]

PERSIAN_FORMS = [
    ("compound, past", "نیروها از پایگاه خارج شدند", "withdrawal", Form.PAST),
    ("compound, perfect", "نیروها از پایگاه خارج شده‌اند", "withdrawal", Form.PAST),
    ("compound, future", "نیروها از پایگاه خارج خواهند شد", "withdrawal", Form.FUTURE),
    ("compound, present", "نیروها از پایگاه خارج می‌شوند", "withdrawal", Form.PRESENT),
    ("می apart", "نیروها از پایگاه خارج می شوند", "withdrawal", Form.PRESENT),
    ("compound, subjunctive", "قرار است نیروها از پایگاه خارج شوند", "withdrawal", Form.SUBJUNCTIVE),
    ("complement before the light verb", "نیروها خارج از عراق شدند", "withdrawal", Form.PAST),
    ("simple verb", "افراد مسلح پزشک را ربودند", "abduction", Form.PAST),
    ("passive of a simple verb", "آن پزشک ربوده شد", "abduction", Form.PAST),
    ("passive of دادن", "پایگاه به ارتش تحویل داده خواهد شد", "handover", Form.FUTURE),
    ("passive of کردن", "سه مظنون بازداشت شدند", "arrest", Form.PAST),
    ("preverb before می", "آوارگان به خانه بازمی‌گردند", "repatriation", Form.PRESENT),
    ("preverb before ن", "آوارگان به خانه برنگشتند", "repatriation", Form.PAST),
    ("preverb written apart", "آوارگان به شهر باز می‌گردند", "repatriation", Form.PRESENT),
    ("preverb before the future", "آوارگان به شهر باز خواهند گشت", "repatriation", Form.FUTURE),
    ("preverb joined to the future", "آوارگان به شهر بازخواهند گشت", "repatriation", Form.FUTURE),
    ("present and imperfect alike", "دولت آوارگان را بازمی‌گرداند", "repatriation", Form.PRESENT),
    ("ساختن for کردن", "دادگاه او را به حبس محکوم ساخت", "judgment", Form.PAST),
    ("present of داشتن", "سربازان هنوز در مرز حضور دارند", "deployment", Form.PRESENT),
    ("noun", "پس از خروج نیروها", "withdrawal", Form.NOUN),
    ("indefinite noun", "حمله‌ای به شهر انجام شد", "attack", Form.NOUN),
    ("plural noun", "درگیری‌های مرزی ادامه یافت", "attack", Form.NOUN),
    ("ZWNJ lost, words joined", "درگیریهای مرزی ادامه یافت", "attack", Form.NOUN),
    ("Arabic plural", "حملات هوایی به پایتخت", "airstrike", Form.NOUN),
    ("ezafe written with hamza", "حملهٔ هوایی به پایتخت", "airstrike", Form.NOUN),
    ("Arabic ya and kaf", "نيروها از پايگاه خارج شدند", "withdrawal", Form.PAST),
]

ENGLISH_FORMS = [
    ("past", "The troops withdrew from the town", "withdrawal", Form.PAST),
    ("perfect", "The troops have withdrawn from the town", "withdrawal", Form.PAST),
    ("infinitive", "The troops will withdraw from the town", "withdrawal", Form.INFINITIVE),
    ("progressive", "The troops are withdrawing from the town", "withdrawal", Form.PRESENT),
    ("gerund", "After withdrawing from the town they rested", "withdrawal", Form.PARTICIPLE),
    ("noun", "The withdrawal from the town took a day", "withdrawal", Form.NOUN),
    ("particle verb", "Troops pulled out of the base", "withdrawal", Form.PAST),
    ("particle behind the object", "The army handed the sprawling base over", "handover", Form.PAST),
    ("noun and verb spelled alike: noun", "An attack on the town failed", "attack", Form.NOUN),
    ("noun and verb spelled alike: verb", "Rebels will attack the town", "attack", Form.INFINITIVE),
    ("noun phrase in the plural", "Two drone strikes were reported", "airstrike", Form.NOUN),
    ("hyphenated", "A cease-fire was declared", "ceasefire", Form.NOUN),
    ("passive", "The envoy was abducted on Friday", "abduction", Form.PAST),
    ("abbreviation inside the reach", "U.S. troops left the last base", "withdrawal", Form.PAST),
]


@pytest.mark.parametrize(
    ("lang", "text", "kind", "form"),
    [
        pytest.param(lang, text, kind, form, id=f"{lang}: {name}")
        for lang, table in (("ar", ARABIC_FORMS), ("fa", PERSIAN_FORMS), ("en", ENGLISH_FORMS))
        for name, text, kind, form in table
    ],
)
def test_forms_of_a_word_are_read(lang: str, text: str, kind: str, form: Form) -> None:
    assert (kind, form) in pairs(text, lang)


# One spelling, several happenings: the words around it decide.
VOICES = [
    ("en", "Police arrested the envoy", False, Role.ACTOR, Role.TARGET),
    ("en", "The envoy was arrested by police", True, Role.TARGET, Role.ACTOR),
    ("ar", "اعتُقل المبعوث على يد مسلحين", True, Role.TARGET, Role.ACTOR),
    ("fa", "پلیس آن فرستاده را بازداشت کرد", False, Role.ACTOR, Role.TARGET),
    ("fa", "آن فرستاده بازداشت شد", True, Role.TARGET, Role.ACTOR),
]


@pytest.mark.parametrize(("lang", "text", "passive", "subject", "other"), VOICES)
def test_voice_gives_out_the_roles(lang: str, text: str, passive: bool, subject: Role, other: Role) -> None:
    (trigger,) = triggers(text, lang)
    assert (trigger.passive, trigger.voice.subject, trigger.voice.object) == (passive, subject, other)


@pytest.mark.parametrize(
    ("lang", "text", "definite"),
    [
        ("ar", "بعد الهجوم على القرية", True),
        ("ar", "بعد هجوم على القرية", False),
        ("fa", "پس از این حمله", True),
        ("fa", "پس از حمله", False),
        ("fa", "حمله را به یاد دارند", True),
        ("fa", "حمله‌ای را به یاد دارند", False),
        ("en", "after the attack", True),
        ("en", "after an attack", False),
    ],
)
def test_a_noun_that_points_back_is_definite(lang: str, text: str, definite: bool) -> None:
    assert [trigger.definite for trigger in triggers(text, lang)] == [definite]


def test_forms_of_one_word_share_a_lemma() -> None:
    found = triggers("انسحبت القوات. وكان الانسحاب هادئاً.", "ar")
    assert [trigger.lemma for trigger in found] == ["ar:withdrawal:انسحب"] * 2


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="language 'ku' is not read; use one of ar, fa, en"):
        triggers("x", "ku")
