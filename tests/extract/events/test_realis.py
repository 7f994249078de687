"""Realis: the tense, particle or governor that makes a happening occurred, ongoing, planned, denied or hypothetical."""

import pytest

from extract.events import Realis, find_triggers, load_events, realis
from extract.text import tokenize

OCCURRED, ONGOING, PLANNED = Realis.OCCURRED, Realis.ONGOING, Realis.PLANNED
DENIED, HYPOTHETICAL = Realis.DENIED, Realis.HYPOTHETICAL

ARABIC = [
    ("past", "انسحبت القوات من المدينة", OCCURRED),
    ("قد with the past affirms", "وقد انسحبت القوات من المدينة", OCCURRED),
    ("كان قد", "وكانت القوات قد انسحبت من المدينة", OCCURRED),
    ("قد with the present doubts", "قد تنسحب القوات من المدينة", HYPOTHETICAL),
    ("كان with the present", "كانت القوات تنسحب من المدينة", OCCURRED),
    ("present", "القوات تنسحب من المدينة", ONGOING),
    ("سـ", "ستنسحب القوات من المدينة", PLANNED),
    ("سوف", "سوف تنسحب القوات من المدينة", PLANNED),
    ("ما after a comma is a relative", "سقط السقف، ما أجبر السكان على ترك منازلهم", OCCURRED),
    ("قبل أن goes on with what is told", "داهموا الحي قبل أن ينسحبوا منه", OCCURRED),
    ("قبل أن after a future", "سيسلمونها قبل أن ينسحبوا من المدينة", PLANNED),
    ("noun under a law", "ينص المشروع على الإفراج عن السجناء", PLANNED),
    ("noun under رجّح", "رجح المصدر انسحاب القوات", HYPOTHETICAL),
    ("لم", "لم تنسحب القوات من المدينة", DENIED),
    ("لن", "لن تنسحب القوات من المدينة", DENIED),
    ("لا", "القوات لا تنسحب من المدينة", DENIED),
    ("none but", "لم يشهد العام سوى أربع هجمات", OCCURRED),
    ("لم with إلا", "لم تنسحب القوات من المدينة إلا مساء", OCCURRED),
    ("لن with إلا", "لن تنسحب القوات من المدينة إلا بعد شهر", PLANNED),
    ("إلا أن is however", "لم تنسحب القوات من المدينة إلا أن القصف توقف", DENIED),
    ("من المقرر أن", "من المقرر أن تنسحب القوات من المدينة", PLANNED),
    ("على أن", "اتفق الطرفان على أن تنسحب القوات", PLANNED),
    ("يمكن أن", "يمكن أن تنسحب القوات من المدينة", HYPOTHETICAL),
    ("إذا", "إذا انسحبت القوات من المدينة", HYPOTHETICAL),
    ("دعا إلى أن", "طالب النواب بأن تنسحب القوات من المدينة", HYPOTHETICAL),
    ("نفى أن", "نفى المتحدث أن تكون القوات قد انسحبت", OCCURRED),
    ("noun alone", "أربك انسحاب القوات السكان", OCCURRED),
    ("noun after بعد", "بعد انسحاب القوات من المدينة", OCCURRED),
    ("noun after بعد with a future time", "بعد انسحاب القوات الأسبوع المقبل", PLANNED),
    ("noun under تم", "تم إخلاء القاعدة", OCCURRED),
    ("noun under لم يتم", "لم يتم إخلاء القاعدة", DENIED),
    ("noun under سيتم", "سيتم إخلاء القاعدة", PLANNED),
    ("noun under أن يتم", "من المتوقع أن يتم إخلاء القاعدة", PLANNED),
    ("noun under يجري", "يجري إخلاء القاعدة", ONGOING),
    ("noun under يواصل", "يواصل الجيش الانسحاب من القاعدة", ONGOING),
    ("noun under ستقوم", "ستقوم القوات بتسلم القاعدة", PLANNED),
    ("noun under تستعد", "تستعد القوات لاستلام القاعدة", PLANNED),
    ("noun under نفى", "نفت الوزارة إخلاء القاعدة", DENIED),
    ("noun under رفض", "رفض الفصيل الانسحاب من القاعدة", DENIED),
    ("noun under دعا إلى", "دعا المجلس إلى انسحاب القوات", HYPOTHETICAL),
    ("aspect hands the question on", "ستعمل الحكومة على استكمال إنهاء مهمة البعثة", PLANNED),
    ("coordinated nouns share their verb", "ستشهد القاعدة انسحاباً كاملاً، وتسليمها إلى الجيش", PLANNED),
    ("subject of a future verb", "الانسحاب الكامل سيبدأ في مايو", PLANNED),
    ("adjective after it", "وناقشوا الانسحاب المحتمل من القاعدة", HYPOTHETICAL),
    ("suffered, not aimed at", "تعرضت القاعدة لهجوم عنيف", OCCURRED),
    ("a car is no future verb", "سيارة أمام القاعدة بعد إخلاء القاعدة", OCCURRED),
    ("intent, its subject between", "تعتزم السويد نشر قوات في الجزيرة", PLANNED),
    ("intent of many", "يعتزمون الانسحاب من القاعدة", PLANNED),
    ("talk of it", "تناول اللقاء انسحاب القوات", HYPOTHETICAL),
    ("for talks about it", "اجتمعوا لبحث نشر قوات في الجزيرة", HYPOTHETICAL),
    ("under study", "تدرس الحكومة فرض عقوبات على الشركة", HYPOTHETICAL),
    ("denied by many", "نفوا اختطاف المهندسين", DENIED),
    ("ruled out", "استبعدت الوزارة إرسال قوات إلى الجزيرة", DENIED),
    ("not ruled out", "لا تستبعد الوزارة إرسال قوات إلى الجزيرة", HYPOTHETICAL),
    ("thwarted", "أفشلت الشرطة محاولة لاقتحام القاعدة", DENIED),
    ("a condition set", "اشترطت الحركة انسحاب القوات", HYPOTHETICAL),
    ("enters into force", "تدخل الهدنة حيز التنفيذ عند منتصف الليل", PLANNED),
    ("entered into force", "دخلت الهدنة حيز التنفيذ عند منتصف الليل", OCCURRED),
    ("a judge decides nothing by his name", "وصف القاضي انسحاب القوات", OCCURRED),
    ("what a text provides for", "نشر النص القاضي بانسحاب القوات", PLANNED),
]

PERSIAN = [
    ("past", "نیروها از پایگاه خارج شدند", OCCURRED),
    ("perfect", "نیروها از پایگاه خارج شده‌اند", OCCURRED),
    ("future", "نیروها از پایگاه خارج خواهند شد", PLANNED),
    ("negative past", "نیروها از پایگاه خارج نشدند", DENIED),
    ("negative perfect", "نیروها از پایگاه خارج نشده‌اند", DENIED),
    ("negative future", "نیروها از پایگاه خارج نخواهند شد", DENIED),
    ("present", "نیروها از پایگاه خارج می‌شوند", ONGOING),
    ("present with a future time", "نیروها هفته آینده از پایگاه خارج می‌شوند", PLANNED),
    ("قرار است", "قرار است نیروها از پایگاه خارج شوند", PLANNED),
    ("قصد دارد", "دولت قصد دارد پایگاه را تحویل بگیرد", PLANNED),
    ("ممکن است", "ممکن است نیروها از پایگاه خارج شوند", HYPOTHETICAL),
    ("اگر", "اگر نیروها از پایگاه خارج شوند آرامش برمی‌گردد", HYPOTHETICAL),
    ("باید", "نیروها باید از پایگاه خارج شوند", HYPOTHETICAL),
    ("noun after پس از", "پس از خروج نیروها از پایگاه", OCCURRED),
    ("noun with its predicate", "حمله به پایگاه انجام شد", OCCURRED),
    ("noun with a negated predicate", "حمله‌ای به پایگاه انجام نشد", DENIED),
    ("noun with a future predicate", "مذاکرات در مسقط برگزار خواهد شد", PLANNED),
    ("noun denied", "ارتش حمله به پایگاه را تکذیب کرد", DENIED),
    ("noun under عدم", "بر عدم حمله به پایگاه تأکید شد", DENIED),
    ("object of another verb", "دولت حمله به پایگاه را محکوم خواهد کرد", OCCURRED),
    ("در حال", "دو کشور در حال مذاکره هستند", ONGOING),
    ("ادامه دارد", "مذاکره در مسقط ادامه دارد", ONGOING),
    ("در آستانه", "نیروها در آستانه ترک پایگاه هستند", PLANNED),
    ("خواستار", "مجلس خواستار خروج نیروها از پایگاه شد", HYPOTHETICAL),
    ("none but", "جز چهار حمله رویدادی ثبت نشد", OCCURRED),
    ("a negated condition", "اگر زندانیان آزاد نشوند مدارس بسته می‌ماند", HYPOTHETICAL),
    ("what a condition leads to", "اگر راه بسته شود نیروها از پایگاه خارج خواهند شد", HYPOTHETICAL),
    ("a meeting in the present", "نشست عصر امروز در مسقط برگزار می‌شود", PLANNED),
    ("a meeting under way", "نشست هم‌اکنون در مسقط برگزار می‌شود", ONGOING),
    ("told of", "بازماندگان از غارت روستا سخن می‌گویند", OCCURRED),
    ("ruled out", "کرملین دیدار دو وزیر را منتفی دانست", DENIED),
    ("source of what is negated", "شهر هنوز از حمله زمستان قد راست نکرده است", OCCURRED),
]

ENGLISH = [
    ("past", "The troops withdrew from the town", OCCURRED),
    ("is to begin, of a noun", "The envoy is to begin consultations", PLANNED),
    ("will hold, of a noun", "The navies will hold a joint drill", PLANNED),
    ("the month of May", "The ceasefire on May 12 took effect", OCCURRED),
    ("no, of another word", "Nobody with no ticket saw the general strike", OCCURRED),
    ("called for", "Qatar called for a truce", HYPOTHETICAL),
    ("called it names", "Caracas called the raid illegal", OCCURRED),
    ("are stationed", "Marines are stationed in the gulf", ONGOING),
    ("perfect", "The troops have withdrawn from the town", OCCURRED),
    ("will", "The troops will withdraw from the town", PLANNED),
    ("is expected to", "The unit is expected to withdraw from the town", PLANNED),
    ("plans to", "The army plans to withdraw from the town", PLANNED),
    ("agreed to", "Rebels agreed to withdraw from the town", PLANNED),
    ("reported would", "The army said it would withdraw from the town", PLANNED),
    ("would by itself", "The army would withdraw from the town", HYPOTHETICAL),
    ("may", "The army may withdraw from the town", HYPOTHETICAL),
    ("if", "Calm returns only if the army withdraws from the town.", HYPOTHETICAL),
    ("urged to", "Qatar urged the army to withdraw from the town", HYPOTHETICAL),
    ("did not", "The army did not withdraw from the town", DENIED),
    ("contracted not", "The army hasn't withdrawn from the town", DENIED),
    ("will not", "The army will not withdraw from the town", DENIED),
    ("refused to", "The army refused to withdraw from the town", DENIED),
    ("no as the subject", "No group has claimed responsibility", DENIED),
    ("is -ing", "The army is withdrawing from the town", ONGOING),
    ("is being", "The base is being handed to the army", ONGOING),
    ("was being", "The base was being handed to the army", OCCURRED),
    ("was -ing", "The army was withdrawing from the town", OCCURRED),
    ("headline", "Army withdraws from border town\nThe unit rested.", OCCURRED),
    ("noun alone", "The raid lasted an hour", OCCURRED),
    ("noun after planned", "The planned raid worried residents", PLANNED),
    ("noun denied", "The army denied the raid", DENIED),
    ("called for", "Qatar called for a ceasefire", HYPOTHETICAL),
    ("amid", "Families left amid a siege", ONGOING),
    ("predicate to come", "The exchange of prisoners will begin on Monday", PLANNED),
    ("predicate denied", "The raid did not take place", DENIED),
    ("next week", "They prepared for talks in Doha next week", PLANNED),
]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        pytest.param(lang, text, expected, id=f"{lang}: {name}")
        for lang, table in (("ar", ARABIC), ("fa", PERSIAN), ("en", ENGLISH))
        for name, text, expected in table
    ],
)
def test_realis_follows_the_grammar_of_the_clause(lang: str, text: str, expected: Realis) -> None:
    tokens = tokenize(text)
    speech = ("agreement", "statement")  # the verbs that plan or demand the happening in question
    trigger = [
        one for one in find_triggers(tokens, lang, load_events()) if one.type not in speech or "No group" in text
    ][-1]
    assert realis(tokens, trigger, lang) is expected
