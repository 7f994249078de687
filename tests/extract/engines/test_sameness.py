"""Mentions of whole articles: which tell one happening, and which another."""

from datetime import date

import pytest

from extract.article import Article
from extract.pipeline import extract

PUBLISHED = date(2026, 3, 4)  # a Wednesday


def told(text: str, lang: str) -> list[tuple[str, str]]:
    article = Article.of(text, id="a", lang=lang, published=PUBLISHED)
    return [(event.type, event.realis.value) for event in extract(article).events]


ONE_HAPPENING = [
    (
        "a vote, and the text that it passes",
        "en",
        "The council has voted to extend the mandate. Resolution 2790 was adopted on Monday.",
        [("legislation", "occurred")],
    ),
    (
        "the bombing is the strike",
        "en",
        "An air strike killed nine in Tyre on Monday. The bombing came a day after rain.",
        [("airstrike", "occurred")],
    ),
    (
        "its second day",
        "fa",
        "رزمایش دریایی ایران و روسیه روز دوشنبه آغاز شد. در روز دوم رزمایش ناوها مانور دادند.",
        [("training", "occurred")],
    ),
    (
        "given and taken",
        "fa",
        "نیروهای آمریکایی پایگاه الشدادی را تحویل دادند. ارتش پایگاه نظامی الشدادی را تحویل گرفت.",
        [("handover", "occurred")],
    ),
    (
        "what it is after is the one told",
        "en",
        "The army will leave the base in May. After the withdrawal, guards will man the gates.",
        [("withdrawal", "planned")],
    ),
    (
        "after the end of the mission, whatever the date of the next deed",
        "ar",
        "أنهى التحالف مهمته في مارس 2025. وستغادر الفرقة المدينة بعد انتهاء المهمة، خلال الأيام المقبلة.",
        [("mission_end", "occurred"), ("withdrawal", "planned")],
    ),
    (
        "after the withdrawal",
        "fa",
        "نیروهای ائتلاف هفته آینده از پایگاه خارج می‌شوند. پس از خروج نیروها کارگران دیوار را برمی‌چینند.",
        [("withdrawal", "planned")],
    ),
    (
        "days ahead, and the part of the year that they lie in",
        "ar",
        "تتسلم القوات القاعدة خلال الأيام المقبلة. وستتسلم القوات القاعدة مع مطلع عام 2026.",
        [("handover", "planned")],
    ),
    (
        "a title that two dots part",
        "ar",
        "بعد انسحاب القوات.. العشائر تستعد للحصاد\n\nستنسحب القوات من القاعدة الأسبوع المقبل، بحسب ضابط.",
        [("withdrawal", "planned")],
    ),
    (
        "a claim in two words",
        "ar",
        "تنظيم مسلح يعلن مسؤوليته عن هجوم\n\nغاو - تبنى التنظيم هجوما على حاجز قرب غاو الاثنين.",
        [("statement", "occurred"), ("attack", "occurred")],
    ),
    (
        "a force that will be sent and deploys then",
        "ar",
        "سنرسل قوة إلى قبرص\n\nلندن - قال الوزير إن القوة تنتشر في قبرص بعد الهدنة.",
        [("deployment", "planned"), ("ceasefire", "occurred")],
    ),
    (
        "what the attackers did next",
        "ar",
        "اقتحم مسلحون سوقا في غاو وفتحوا النار على الباعة.",
        [("attack", "occurred")],
    ),
    (
        "the last to leave are those who leave",
        "ar",
        "الجيش الهولندي يغادر قاعدة كيدال\n\nباماكو - غادر آخر رتل هولندي قاعدة كيدال مساء الأحد.",
        [("withdrawal", "occurred")],
    ),
    (
        "the conviction belongs to the sentence",
        "ar",
        "قضت محكمة نمساوية أمس، في جلسة علنية، بسجن طبيب سوري مدى الحياة بعد إدانته بجرائم حرب.",
        [("judgment", "occurred")],
    ),
    (
        "a fine goes with the verdict",
        "ar",
        "قضت المحكمة بسجن نائب سبع سنوات. كما غرمته المحكمة مليون دينار وأمرت بمصادرة أمواله.",
        [("judgment", "occurred")],
    ),
    (
        "the office that the headline gives is taken",
        "ar",
        "تعيين رئيس وزراء جديد في نيبال\n\nأدت قاضية سابقة اليمين رئيسة للحكومة في نيبال. وجاء تكليفها بعد مشاورات.",
        [("appointment", "occurred"), ("talks", "occurred")],
    ),
    (
        "the headline announces in the present",
        "ar",
        "مجلس الأمن ينهي مهمة البعثة في العراق\n\nمن المقرر إنهاء ولاية البعثة في العراق نهاية العام.",
        [("mission_end", "planned")],
    ),
    (
        "commissioned to form a government",
        "ar",
        "كلف الرئيس وزير الجيوش بتشكيل الحكومة.",
        [("appointment", "occurred")],
    ),
    ("put off", "ar", "أعلنت اللجنة تأجيل الانتخابات إلى ديسمبر 2026.", [("other", "planned")]),
    (
        "the headline tells what the body tells",
        "en",
        "Gunmen attack village in Mali\n\nGunmen attacked a village near Gao on Monday. The attack lasted an hour.",
        [("attack", "occurred")],
    ),
    (
        "the body says what kind of attack it was",
        "en",
        "Border town attacked overnight\n\nA drone strike hit the border town on Tuesday, the mayor said.",
        [("airstrike", "occurred")],
    ),
    (
        "the headline's happening may still be to come",
        "ar",
        "القوات الفرنسية تغادر قاعدة القيارة\n\nقال متحدث إن القوات الفرنسية ستغادر قاعدة القيارة الأسبوع المقبل.",
        [("withdrawal", "planned")],
    ),
    (
        "parts of a number told before",
        "ar",
        "بغداد - عادت 900 أسرة من سوريا يوم الأحد. وعادت 300 أسرة منها إلى الموصل.",
        [("repatriation", "occurred")],
    ),
    (
        "a demonstrative points back",
        "fa",
        "کابل - افراد مسلح روز دوشنبه به یک پاسگاه حمله کردند. این حمله سه ساعت ادامه داشت.",
        [("attack", "occurred")],
    ),
    (
        "such a one only counts",
        "en",
        "Hamas freed three hostages in return for 90 prisoners, the second such swap this year.",
        [("detainee_transfer", "occurred")],
    ),
    (
        "an ordinal that only counts",
        "en",
        "Gunmen attacked a convoy near Gao on Monday. It was the third attack this year.",
        [("attack", "occurred")],
    ),
    (
        "a blaze and what caught fire and sank are one disaster",
        "en",
        "Ferry blaze kills dozens\n\nA wooden ferry caught fire and capsized on the lake late on Sunday.",
        [("other", "occurred")],
    ),
    (
        "what the flood took away is no happening of its own",
        "en",
        "Floods hit the valley\n\nFlash floods and landslides hit the valley. Two bridges were washed away.",
        [("other", "occurred")],
    ),
    (
        "the crash in the headline and in the body",
        "fa",
        "واژگونی اتوبوس در جاده یزد\n\nپلیس از واژگون شدن یک دستگاه اتوبوس در جاده یزد خبر داد.",
        [("other", "occurred")],
    ),
    (
        "what the sanctions do",
        "en",
        "Washington imposed sanctions on nine companies on Tuesday. The measures freeze any assets they hold.",
        [("sanctions", "occurred")],
    ),
    (
        "the assailants were told of before",
        "en",
        "Gunmen stormed a post near Kaya on Monday. The assailants torched the barracks.",
        [("attack", "occurred")],
    ),
    (
        "convicted and sentenced",
        "en",
        "The court convicted the banker of fraud on Monday. He was sentenced to six years in prison.",
        [("judgment", "occurred")],
    ),
    (
        "accused and called for",
        "fa",
        "یک نماینده دولت را به بی‌عملی متهم کرد و خواستار استیضاح وزیر شد.",
        [("statement", "occurred")],
    ),
    (
        "what is done next to the bill",
        "fa",
        "دولت طرح مالیات را نهایی کرد و آن را به مجلس فرستاد.",
        [("legislation", "occurred")],
    ),
    (
        "the headline's number is told again",
        "ar",
        "بروكسل تقر حزمة مساعدات للأردن بقيمة 300 مليون يورو\n\n"
        "وافقت بروكسل على صرف شريحة ثانية من الدعم للأردن بقيمة 300 مليون يورو.",
        [("aid", "occurred")],
    ),
]

TWO_HAPPENINGS = [
    (
        "two laws",
        "en",
        "Parliament approved the budget on Monday. It also passed a law on mining.",
        [("legislation", "occurred"), ("legislation", "occurred")],
    ),
    (
        "two bases change hands",
        "en",
        "The coalition handed over Qayyarah base in January. Troops took over the Kisik base in February.",
        [("handover", "occurred"), ("handover", "occurred")],
    ),
    (
        "after another's withdrawal",
        "en",
        "French troops left Kidal in January. After the withdrawal of Chadian troops from Tessalit, shops reopened.",
        [("withdrawal", "occurred"), ("withdrawal", "occurred")],
    ),
    (
        "after an end of its own date",
        "ar",
        "بعد إنهاء المهمة في سبتمبر 2025 عاد الهدوء. وستنتهي المهمة في أربيل في سبتمبر 2026.",
        [("mission_end", "occurred"), ("mission_end", "planned")],
    ),
    (
        "what it answers",
        "en",
        "Israel struck southern Lebanon on Sunday in response to rocket attacks on its northern towns.",
        [("airstrike", "occurred"), ("shelling", "occurred")],
    ),
    (
        "what it answers",
        "ar",
        "أثارت الضربات الأميركية على مقار الفصائل رداً على هجماتها على القواعد غضبا.",
        [("airstrike", "occurred"), ("attack", "occurred")],
    ),
    (
        "what it answers",
        "fa",
        "ارتش در پاسخ به حمله راکتی شبه‌نظامیان، مواضع آنان را بمباران کرد.",
        [("shelling", "occurred"), ("airstrike", "occurred")],
    ),
    (
        "strikes of another nation",
        "ar",
        "نفذت القوات العراقية غارات جوية على الأنبار. وكانت الضربات الأميركية قد أثارت غضبا.",
        [("airstrike", "occurred"), ("airstrike", "occurred")],
    ),
    (
        "one text and several",
        "en",
        "Iraq signed an agreement with France. It already has agreements with Italy and Spain.",
        [("agreement", "occurred"), ("agreement", "occurred")],
    ),
    (
        "one text and several",
        "ar",
        "وقعت بغداد اتفاقا لوقف الرحلات. وسبق أن عززت قدراتها عبر اتفاقيات مع فرنسا وإيطاليا.",
        [("agreement", "occurred"), ("agreement", "occurred")],
    ),
    (
        "one done, one planned",
        "en",
        "The army released 40 prisoners on Monday. A further release of prisoners is planned for Friday.",
        [("detainee_transfer", "occurred"), ("detainee_transfer", "planned")],
    ),
    (
        "the previous one",
        "fa",
        "دو طرف روز دوشنبه ۵۰ اسیر را مبادله کردند. در مبادله قبلی اسرا ۹۰ نفر آزاد شدند.",
        [("detainee_transfer", "occurred"), ("detainee_transfer", "occurred")],
    ),
    (
        "another day",
        "ar",
        "عادت 200 أسرة نازحة في يناير 2026. وعادت 150 أسرة نازحة في فبراير 2026.",
        [("repatriation", "occurred"), ("repatriation", "occurred")],
    ),
    (
        "two hauls",
        "ar",
        "ضبطت الشرطة 30 بندقية في البصرة. وضبط الجمارك 70 كيلوغراما من الحشيش في المنفذ.",
        [("other", "occurred"), ("other", "occurred")],
    ),
    (
        "compared numbers",
        "ar",
        "شن التنظيم تسع هجمات في 2025، مقابل 20 هجوما في 2024.",
        [("attack", "occurred"), ("attack", "occurred")],
    ),
    (
        "also",
        "en",
        "The two ministers signed an agreement on trade. They also agreed to share water.",
        [("agreement", "occurred"), ("agreement", "occurred")],
    ),
    (
        "a verdict and an acquittal, each with its verb",
        "fa",
        "دادگاه دو متهم را به زندان محکوم کرد. همین دادگاه متهم سوم را تبرئه کرد.",
        [("judgment", "occurred"), ("judgment", "occurred")],
    ),
    (
        "meetings of others",
        "ar",
        "أجرى الوزير السعودي محادثات في الرياض الأحد. وفي الدوحة، استقبل أمير قطر رئيس الأركان.",
        [("talks", "occurred"), ("talks", "occurred")],
    ),
    (
        "the flood of a headline in two parts, and an earlier one",
        "fa",
        "سیلاب در بغلان؛ ۲۷ کشته\nسیلاب روز یکشنبه در بغلان بیش از ۳۰۰ خانه را ویران کرد. در ۱۲ ثور نیز سیلاب در تخار ۹ کشته "
        "بر جا گذاشته بود.",
        [("other", "occurred"), ("other", "occurred")],
    ),
    (
        "weapons brought down are not the attack",
        "en",
        "Rebels attacked the port with drones on Monday. Troops shot down four drones.",
        [("airstrike", "occurred"), ("attack", "occurred")],
    ),
    (
        "a flood and a fire are two",
        "en",
        "Floods hit the coast on Monday. A blaze broke out at a port depot in the capital on Friday.",
        [("other", "occurred"), ("other", "occurred")],
    ),
    (
        "clashes are no shelling",
        "ar",
        "قصف مدفعي على سوق في الدلنج\n\nقتل خمسة مدنيين بقصف مدفعي على السوق، بعدما تجددت الاشتباكات حول المدينة.",
        [("shelling", "occurred"), ("attack", "occurred")],
    ),
    (
        "a shootout is no bombing",
        "en",
        "A bombing hit a bus station in Quetta on Monday. A shootout erupted at a checkpoint in the hills.",
        [("bombing", "occurred"), ("attack", "occurred")],
    ),
    (
        "also on another day",
        "fa",
        "مردان مسلح ده دانش‌آموز را ربودند\n\nروز دوشنبه نیز سه دختر از خوابگاهی در شهر لافیا ربوده شدند.",
        [("abduction", "occurred"), ("abduction", "occurred")],
    ),
    (
        "a day after another",
        "ar",
        "تسلمت وحدات من الجيش قاعدة الشدادي. ويأتي ذلك بعد أيام من تسليم قاعدة التنف.",
        [("handover", "occurred"), ("handover", "occurred")],
    ),
    (
        "in a context of its own",
        "ar",
        "تدريبات مشتركة في أسوان\n\nوفي سياق متصل، يجري الجيش الجزائري الشهر المقبل مناورات بالذخيرة الحية.",
        [("training", "occurred"), ("training", "planned")],
    ),
    (
        "as many again",
        "en",
        "93 airstrikes in a year\n\nThe army counted 93 airstrikes. It suffered four attacks.",
        [("airstrike", "occurred"), ("attack", "occurred")],
    ),
    (
        "an earlier round, with its number and day",
        "ar",
        "أفرجت الحكومة عن 30 معتقلا. وأطلق في 20 يناير سراح 37 شخصا.",
        [("detainee_transfer", "occurred"), ("detainee_transfer", "occurred")],
    ),
    (
        "one of long ago",
        "en",
        "The ferry capsized off the island. A ferry capsized there in 2011.",
        [("other", "occurred"), ("other", "occurred")],
    ),
    (
        "acquitted is another verdict",
        "en",
        "The court convicted the banker of fraud on Monday. His driver was acquitted.",
        [("judgment", "occurred"), ("judgment", "occurred")],
    ),
    (
        "another is arrested",
        "en",
        "The army has carried out 31 raids on the group, killing 12 men and detaining 88. Police arrested a financier.",
        [("operation", "occurred"), ("arrest", "occurred"), ("arrest", "occurred")],
    ),
]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [pytest.param(*case[1:2], *case[2:], id=f"{case[1]}: {case[0]}") for case in (*ONE_HAPPENING, *TWO_HAPPENINGS)],
)
def test_one_event_for_each_happening(lang: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, lang) == expected
