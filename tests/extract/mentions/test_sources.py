"""Speakers: who says so, whom a sentence keeps from the one before, and what only looks like one."""

import pytest

from extract import Article, extract

Found = list[str | None]


def speakers(text: str, lang: str) -> Found:
    """The speaker of each figure, as quoted; figures stand for the sentences that they are in."""
    record = extract(Article.of(text, lang=lang))
    return [figure.source.text if figure.source else None for figure in record.figures]


NAMED = [
    ("ar", "as he said, in one word", "قتل 5 جنود، حسبما قال حاكم الولاية", ["حاكم الولاية"]),
    ("ar", "as they reported, with a preposition", "قتل 5 جنود، بحسبما أفاد مسعفون", ["مسعفون"]),
    ("ar", "by what he announced", "قتل 5 جنود بحسب ما أعلنه نائب الوالي", ["نائب الوالي"]),
    ("ar", "as an agency passed on", "قتل 5 جنود، حسبما نقلت وكالة تاس", ["وكالة تاس"]),
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
    ("ar", "according to what he said", "وفقا لما قاله ضباط، قتل 5 جنود", ["ضباط"]),
    ("ar", "an adverb behind the speaker", "قالت البحرية في البداية إن 5 جنود قتلوا", ["البحرية"]),
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
    ("ar", "an office in a body", "قال مسؤول في خفر السواحل إن 5 جنود قتلوا", ["مسؤول في خفر السواحل"]),
    ("ar", "spoken in a channel", "قال مسؤول في مؤتمر صحافي إن 5 جنود قتلوا", ["مسؤول"]),
    ("ar", "according to what was announced", "قتل 5 جنود، وفق ما أفاد به مصدر عسكري.", ["مصدر عسكري"]),
    ("ar", "a tally that somebody published", "وبحسب حصيلة نشرتها الوزارة، قتل 5 جنود.", ["الوزارة"]),
    ("ar", "a headline's subject before its verb", "مصادر محلية تتحدث عن 11 قتيلا", ["مصادر محلية"]),
    ("ar", "passed on from another", "ونقل التلفزيون عن وزير الدفاع أن 5 جنود قتلوا", ["وزير الدفاع"]),
    ("ar", "a subject before its verb", "وزارة الدفاع قالت إن 5 جنود قتلوا", ["وزارة الدفاع"]),
    ("ar", "set against what stands before", "لم يصدر تعليق، غير أن قيادة الجيش قالت في بيان إن 5 جنود قتلوا", ["قيادة الجيش"]),
    ("ar", "had announced", "وكانت وزارة الدفاع قد أعلنت مقتل 5 جنود", ["وزارة الدفاع"]),
    ("ar", "who documents", "وثقت الشبكة مقتل 5 مدنيين", ["الشبكة"]),
    ("fa", "a pronoun inside the office", "سخنگوی این وزارت گفت ۵ سرباز کشته شدند", ["سخنگوی این وزارت"]),
    ("fa", "behind an aside", "در همین حال سخنگوی ارتش اعلام کرد ۵ سرباز کشته شدند", ["سخنگوی ارتش"]),
    ("fa", "before a count in words", "پلیس چهار مظنون را گرفت و گفت ۵ سرباز کشته شدند", ["پلیس"] * 2),
    ("fa", "before a day", "فرمانداری پنجشنبه گذشته اعلام کرد ۵ سرباز کشته شدند", ["فرمانداری"]),
    ("fa", "one of them", "یکی از ساکنان گفت ۵ سرباز کشته شدند", ["یکی از ساکنان"]),
    ("fa", "before a hedge", "به گفته شاهدان حدود ۴۰ نفر گرد آمدند", ["شاهدان"]),
    ("fa", "behind an aside and its comma", "همزمان، وزارت بهداشت گفت ۵ نفر مردند", ["وزارت بهداشت"]),
    ("fa", "a passive names nobody", "حال سه نفر وخیم گزارش شده است", [None]),
    ("fa", "a number word in a name", "شبکه سی ان ان گفت ۵ سرباز کشته شدند", ["شبکه سی ان ان"]),
    ("fa", "before a count", "به گزارش خبرگزاری ایرنا ۵ سرباز کشته شدند", ["خبرگزاری ایرنا"]),
    ("en", "with helpers of the verb", "The ministry has also said five soldiers died", ["The ministry"]),
    ("en", "behind the day of speaking", "On Monday the army said five soldiers died", ["the army"]),
    ("en", "who does something else besides", "The minister condemned the raid and said five men died", ["The minister"]),
    ("en", "with a relative clause", "Officials who asked not to be named said five men died", ["Officials"]),
    ("en", "with an abbreviation", "Army spokesman Col. Ahmed Ali said five men died", ["Army spokesman Col. Ahmed Ali"]),
    ("en", "quoted by another", "Reuters quoted an officer as saying five men died", ["an officer"]),
    ("en", "behind a quotation", '"Five men died," said Kirby, who visited the base', ["Kirby"]),
    ("en", "reported by", "Five deaths were reported by the ministry", ["the ministry"]),
    ("en", "saying", "The UN deplored the raid, saying five people had died", ["The UN"]),
    ("en", "before a headline's colon", "Pentagon: 2,500 troops to leave Iraq\n", ["Pentagon"]),
    ("ar", "who puts a number to something", "يقدر التحالف الدولي عدد مقاتلي الجماعة بنحو 500 مقاتل", ["التحالف الدولي"]),
    ("ar", "a tally that nobody published", "وبحسب حصيلة أولية، قتل 12 شخصا.", ["حصيلة أولية"]),
    ("ar", "a statement in which it stands", "وجاء في بيان الوزارة أن 12 شخصا قتلوا.", ["بيان الوزارة"]),
    ("ar", "who acts, then speaks", "قالت الشرطة ذلك. وطالب محافظ نينوى الحكومة بالمساعدة، موضحا أن 40 قرية بلا ماء.", ["محافظ نينوى"]),
    ("ar", "who decides, then speaks", "قالت الشرطة ذلك. وقرر الرئيس سليم حداد صرف مليوني دينار، وأعلن الحداد 3 أيام.", ["الرئيس سليم حداد"] * 2),
    ("ar", "what is declared with its article", "أعلن الرئيس سليم الأحمد الحداد 3 أيام", ["الرئيس سليم الأحمد"]),
    ("ar", "what is announced with its article", "أعلن الجيش السوداني السيطرة على 3 بلدات", ["الجيش السوداني"]),
    ("ar", "an announced pattern with its article", "أعلنت الوزارة الإفراج عن 6 سجناء", ["الوزارة"]),
    ("en", "who puts the toll", "Officials put the death toll at 12 people.", ["Officials"]),
    ("fa", "who puts a number to something", "پلیس شمار کشته‌شدگان را ۱۲ نفر اعلام کرد.", ["پلیس"]),
    ("fa", "quoting, up to the verb", "خبرگزاری به نقل از یک منبع آگاه نوشت ۱۲ نفر کشته شدند.", ["یک منبع آگاه"]),
    ("fa", "as announced by", "بنا بر اعلام وزارت بهداشت، ۱۲ نفر کشته شدند.", ["وزارت بهداشت"]),
    ("fa", "a report named before", "بر اساس این گزارش، ۱۲ نفر کشته شدند.", ["این گزارش"]),
    ("fa", "a statement in which it stands", "در این بیانیه آمده است که ۱۲ نفر کشته شدند.", ["این بیانیه"]),
    ("fa", "official figures", "طبق آمار رسمی، ۱۲ نفر کشته شدند.", ["آمار رسمی"]),
    ("en", "a hyphen in the name", "The Saudi-led coalition said it had killed 12 fighters.", ["The Saudi-led coalition"]),
    ("en", "full stops in the name", "Five were killed, according to the U.S.-led coalition.", ["the U.S.-led coalition"]),
    ("en", "a name in quotation marks", 'It made 60 attacks, according to the group "Free Voice".', ['the group "Free Voice"']),
    ("en", "no-op: what he says stands in them", '"Twelve men left", the group said.', ["the group"]),
    ("ar", "a name in quotation marks", 'نفذوا 60 هجوما بحسب منظمة "راصد" التي ترصد النزاعات', ['منظمة "راصد"']),
    ("ar", "what is denied", "نفى حاكم الإقليم توقف المصفاة مؤكدا إصابة عامل واحد", ["حاكم الإقليم"]),
    ("fa", "a known name", "به گفته حماس سه نفر کشته شدند", ["حماس"]),
    ("en", "nobody claims it", "No group claimed it, but rebels made 60 attacks this year, according to the monitor.", ["the monitor"]),
    ("en", "the second half has its own", "The state gave $3 million, and the agency said it fed 850 families.", [None, "the agency"]),
    ("en", "an abbreviated rank", "Nine men died, said Maj. Gen. Adam Idris, head of the unit.", ["Maj. Gen. Adam Idris"]),
    ("en", "behind an opening clause", "As the river falls, nine bodies are being found, said aid workers.", ["aid workers"]),
    ("en", "no-op: confirmed before its noun", "The confirmed toll rose to nine.", [None]),
    ("en", "an abbreviation like a pronoun", "It killed nine men and looted the clinic, the WHO reported.", ["the WHO"]),
    ("en", "only said", "The navy in the south only said nine had died.", ["The navy in the south"]),
    ("en", "no-op: as per", "As per several reports, nine men died.", [None, None]),
    ("en", "behind to whom he spoke", "Speaking to reporters, Gen. Adam Idris, said nine men had died.", ["Gen. Adam Idris"]),
    ("en", "no-op: a number before confirmed", "In all, 40 confirmed cases came from the port.", [None]),
    ("en", "quoted with an aside", "Omar Zaki, a monitor who has mapped shells, was quoted as saying 40 people died", ["Omar Zaki"]),
    ("en", "in a clause behind after", "The vote came after Defence Minister Jan Novak announced that 300 troops died", ["Defence Minister Jan Novak"]),
    ("fa", "before what is told of", "وزارت بهداشت آمارهای اولیه قربانیان را ۱۰ کشته اعلام کرد", ["وزارت بهداشت"]),
    ("fa", "who keeps the numbers", "مرکز آمار اعلام کرد نرخ تورم ۴۰ درصد است", ["مرکز آمار"]),
    ("en", "before an office without its second comma", "Ali Haddad, deputy head of the agency announced that 12 died", ["Ali Haddad"]),
    ("fa", "who speaks in what an agency passes on", "به گزارش ایسنا، سخنگوی گمرک اعلام کرد ۱۲ نفر کشته شدند", ["سخنگوی گمرک"]),
    ("fa", "what an agency tells itself", "به گزارش ایسنا، ۱۲ نفر کشته شدند", ["ایسنا"]),
    ("ar", "a speaker that ends the text", "قتل 5 جنود في الهجوم، وفقا لمسعفين", ["مسعفين"]),
    ("ar", "before where he sits", "قال المرصد ومقره جنيف إن 5 جنود قتلوا", ["المرصد"]),
]  # fmt: skip
KEPT = [
    ("ar", "he added", "أعلن الجيش العراقي مقتل 5 مسلحين. وأضاف أن 3 جنود أصيبوا.", ["الجيش العراقي"] * 2),
    ("ar", "in the next paragraph", "قال المحافظ إن 5 جنود غادروا.\n\nوأضاف أن 3 جنود بقوا.", ["المحافظ"] * 2),
    ("ar", "a list after a colon", "قالت الوزارة في بيان إن الحصيلة كما يلي:\n- 12 سيارة\n- 5 جنود\nوصل 3 جنود.", ["الوزارة", "الوزارة", None]),
    ("ar", "and another speaks", "قال المحافظ إن 5 جنود غادروا. وقال الوزير إن 3 جنود بقوا.", ["المحافظ", "الوزير"]),
    ("fa", "he said", "سخنگوی ارتش گفت ۵ سرباز کشته شدند. او گفت ۳ نفر زخمی شدند.", ["سخنگوی ارتش"] * 2),
    ("fa", "as he says", "سخنگوی ارتش گفت ۵ سرباز کشته شدند. به گفته وی ۳ نفر زخمی شدند.", ["سخنگوی ارتش"] * 2),
    ("en", "he said", "The army said five soldiers died. It said three men were hurt.", ["The army"] * 2),
    ("en", "goes on in a quotation", '"We lost 40 men," the colonel said. "Another 12 are missing."', ["the colonel"] * 2),
    ("en", "named at the end of a quotation", '"We lost 40 men. Another 12 men are gone," the colonel said.', ["the colonel"] * 2),
    ("fa", "goes on in a quotation", "سرهنگ گفت: «۴۰ نفر کشته شدند. ۱۲ نفر هم مفقودند.»", ["سرهنگ"] * 2),
    ("en", "he said, behind", 'The army said five soldiers died. "Three men were hurt," it said.', ["The army"] * 2),
    ("ar", "he went on", "قال الوزير إن 5 جنود غادروا. وتابع أن 3 جنود بقوا.", ["الوزير"] * 2),
    ("ar", "he complained", "قال الوزير إن 5 جنود غادروا. وشكا من أن 3 جنود بقوا.", ["الوزير"] * 2),
    ("ar", "he went on saying", "قال الوزير إن 5 جنود غادروا. وأردف قائلا إن 3 جنود بقوا.", ["الوزير"] * 2),
]  # fmt: skip
NONE = [
    ("ar", "as was agreed", "غادر 5 جنود حسبما اتفق عليه", [None]),
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
    ("ar", "a verbal noun with its article in the name", "أعلنت هيئة الإغاثة في بيروت وصول 5 شاحنات", ["هيئة الإغاثة في بيروت"]),
    ("ar", "a proper name of two words", "أعلنت قوات الاحتلال في الضفة اعتقال 5 أشخاص", ["قوات الاحتلال في الضفة"]),
    ("ar", "he, set against what stands before", "لم يصدر تعليق، غير أنه قال إن 5 جنود غادروا", [None]),
    ("ar", "he declared, but who?", "وأعلن الحداد 3 أيام", [None]),
    ("ar", "a name like what is declared", "قال سليم الحداد إن 5 جنود غادروا", ["سليم الحداد"]),
    ("en", "set against what stands before", "Rebels freed 12 men, but the army said 30 men were held.", [None, "the army"]),
    ("en", "adds to, not says", "The new budget of the transitional cabinet under the late agreement with its lenders adds 20 percent to pensions", [None]),
    ("en", "a measure behind a comma", "They spoke of the missing, estimated 1,100 people", [None]),
    ("ar", "a measure", "يقدر بـ180 كيلومترا", [None]),
    ("en", "reported by nobody", "Five deaths were reported in the city", [None]),
    ("en", "the speaker's own number", "Two officials said nobody was hurt", [None]),
    ("ar", "whom he tells", "توضح للرأي العام أن 5 جنود قتلوا", [None]),
    ("ar", "follows, not says", "تابع الجيش عملياته وقتل 5 مسلحين", [None]),
    ("en", "we say, but who?", "Since January we have recorded 12 attacks", [None]),
    ("fa", "they talk, not say", "دو طرف با ۱۲ نماینده گفت و گو کردند", [None]),
    ("fa", "a passive names nobody", "همچنان به اطلاع رسانیده می‌شود که ۵ مکتب بسته شد", [None]),
    ("fa", "by an agreement, not a report", "بر اساس این توافق ۱۲ نفر آزاد شدند", [None]),
    ("en", "he said, but who?", "He said three men were hurt", [None]),
    ("en", "what kills says nothing", "The outbreak claimed 28 lives.", [None]),
    ("en", "a passive over an adverb", "Five deaths were also reported in the hills", [None]),
    ("en", "a participle in a noun phrase", "Despite Mali's declared victory, 300 troops remain", [None]),
    ("en", "a participle behind of", "A number of alleged hideouts burned and 12 people died", [None]),
    ("ar", "a text that breaks off", "قتل 5 جنود في الهجوم، حسبما", [None]),
    ("ar", "what nobody told", "أسقطت القوات 3 طائرات دون أن تذكر مصدرها", [None]),
]  # fmt: skip
CASES = NAMED + KEPT + NONE


@pytest.mark.parametrize(("lang", "_", "text", "expected"), CASES, ids=[f"{lang}: {name}" for lang, name, *_ in CASES])
def test_who_says_so(lang: str, _: str, text: str, expected: Found) -> None:
    assert speakers(text, lang) == expected


def test_nobody_speaks_out_of_page_furniture() -> None:
    text = "قتل 5 جنود في الهجوم.\nالمصدر: وكالة الساحل\n"
    assert speakers(text, "ar") == [None]


VOICES = [
    (
        "en",
        "a statement, its issuer first",
        "Statement by the Joint Committee\nSanaa, 16 February\n\nThe Committee announces that 250 men were freed. "
        "Nine men were ill.\n\nSome 40 men are held, according to lawyers.",
        ["The Committee", "The Committee", "lawyers"],
    ),
    ("en", "we", "Statement on the shelling\n\nWe, the doctors of Kordofan, grieve. 12 people died.", ["the doctors of Kordofan"]),
    ("ar", "a body above its statement", "قيادة الأركان العامة\nبيان صحفي رقم 7\n\nقتل 5 جنود أمس.", ["قيادة الأركان العامة"]),
    ("fa", "a statement", "اعلامیه مطبوعاتی\n\nکمیسیون صلح به آگاهی مردم می‌رساند که ۱۲ تن کشته شدند. ۵ تن زخمی‌اند.", ["کمیسیون صلح"] * 2),
    (
        "en",
        "an interview",
        "The head of a mine team talks about money.\n\nQ: How many are you?\nA: We are 28 men.\n\nQ: Since when?\nA: We lost 2 men in 2024.",
        ["The head of a mine team"] * 2,
    ),
    ("ar", "no statement", "قيادة الأركان العامة\n\nقتل 5 جنود أمس في بيان ساحور.", [None]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "_", "text", "expected"), VOICES, ids=[f"{lang}: {name}" for lang, name, *_ in VOICES]
)
def test_a_statement_or_an_interview_has_one_voice(lang: str, _: str, text: str, expected: Found) -> None:
    assert speakers(text, lang) == expected


def test_a_statement_is_not_told_by_whoever_makes_it() -> None:
    text = "Statement by the Union\n\nThe Union condemns the attack on the hospital. The shelling killed 12 people."
    events = {event.type: event.source for event in extract(Article.of(text, lang="en")).events}
    assert events["statement"] is None
    assert events["shelling"] is not None
