"""Triggers: how the entries inflect, what their conditions let through, and what is settled inside a sentence."""

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
CONDITIONS = [
    ("ar", "تسلم الجيش القاعدة", ["handover"]),
    ("ar", "تسلم العراق سبعين سجيناً من سوريا", ["detainee_transfer"]),
    ("ar", "تسلم اللاعب جائزة الموسم", []),
    ("ar", "أطلقت الجماعة صاروخين على المدينة", ["shelling"]),
    ("ar", "أطلقت الوزارة برنامجاً للقروض", []),
    ("ar", "عاد اللاجئون إلى قراهم", ["repatriation"]),
    ("ar", "عاد الوزير إلى مكتبه", []),
    ("ar", "أدانت محكمة في تونس المتهمين", ["judgment"]),
    ("ar", "أدانت الجامعة العربية الصمت", ["statement"]),
    ("ar", "أعلنت اللجنة العسكرية لإنهاء مهمة التحالف جدولها", ["mission_end"]),
    ("ar", "زار خبراء لجنة الانسحاب المدرسة", ["talks"]),
    ("ar", "وزارة الدفاع وقضية المياه ورحلة مدرسية", []),
    ("ar", "حطت أربع مقاتلات في القاعدة الجوية", ["deployment"]),
    ("ar", "حطت الأزمة بثقلها على الأسواق", []),
    ("ar", "سيرت البعثة دوريات على طول الخط", ["deployment"]),
    ("ar", "سيرت الجمعية قافلة إغاثية إلى المخيم", ["aid"]),
    ("ar", "أطاح ضباط بالرئيس فجر الجمعة", ["other"]),
    ("ar", "أطاح الأمن عصابة تهريب", ["arrest"]),
    ("ar", "وضع الرئيس السابق قيد الإقامة الجبرية", ["arrest"]),
    ("ar", "أضافت بروكسل خمس ناقلات إلى القائمة السوداء", ["sanctions"]),
    ("ar", "أسقط مجلس الشيوخ المشروع بفارق صوت", ["legislation"]),
    ("ar", "أسقط الدفاع الجوي درونا فوق الميناء", ["attack"]),
    ("ar", "كمن مسلحون لقافلة قرب الجسر", ["attack"]),
    ("ar", "صد الحارس ركلة جزاء", []),
    ("ar", "صدت الحامية هجوما على التلة", ["attack"]),
    ("ar", "نزل آلاف الشبان إلى الساحة", ["protest"]),
    ("ar", "نظم الطلاب مسيرة في الميدان", ["protest"]),
    ("ar", "انحرف قطار عن القضبان شرق المدينة", ["other"]),
    ("ar", "أجبر القصف آلاف الأسر على ترك قراها", ["displacement", "shelling"]),
    ("ar", "مدرسة تؤوي نازحين", []),
    ("ar", "أغلق الجيش معبري الحدود", ["other"]),
    ("ar", "خرجت إلى الشارع تظاهرة تنديدا بالغلاء", ["protest"]),
    ("ar", "تكفلت الجمعية بتمويل مستشفى ميداني", ["aid"]),
    ("ar", "علقت السويد تمويلها للوكالة", ["aid"]),
    ("ar", "فرض الجيش طوقا على البلدة", ["other"]),
    ("ar", "رصدت الوزارة 45 طائرة حول الجزيرة", ["other"]),
    ("ar", "أوفدت الحكومة كتيبة إلى الحدود", ["deployment"]),
    ("ar", "بدأ الرئيس جولة خليجية", ["talks"]),
    ("ar", "استسلم تسعة من مقاتلي الفصيل", ["disarmament"]),
    ("ar", "سلم نفسه إلى السلطات", ["disarmament"]),
    ("ar", "دهمت الشرطة فجر الثلاثاء منزلا في القرية", ["operation"]),
    ("ar", "فجر المهاجم منزلا في القرية", ["bombing"]),
    ("ar", "الانتحاريان فجرا نفسيهما عند البوابة", ["bombing"]),
    ("ar", "وصلوا إلى المنزل فجرا قبل غيرهم", []),
    ("ar", "نسف مجهولون أنبوبا للنفط", ["bombing"]),
    ("ar", "نسفت الحادثة جهود المصالحة", []),
    ("ar", "دحرت الحامية المتمردين عند الجسر", ["attack"]),
    ("ar", "تسلل مسلحون إلى الثكنة ليلا", ["attack"]),
    ("ar", "تسلل الدفء إلى الغرفة", []),
    ("ar", "ضربت البحرية مصفاة على الساحل", ["attack"]),
    ("ar", "ضرب زلزال قواعد الجسر", ["other"]),
    ("ar", "غنم المقاتلون سبع عربات", ["other"]),
    ("ar", "باع الراعي عشرين رأس غنم", []),
    ("ar", "اختبرت الدولة صاروخا جديدا", ["other"]),
    ("ar", "اختبرت الشركة دواء جديدا", []),
    ("ar", "حظرت الحكومة نشاط الجمعية", ["other"]),
    ("ar", "انسحب وفد النقابة من القاعة", ["other"]),
    ("ar", "انسحب المرشح المستقل من السباق", ["other"]),
    ("ar", "انسحب اللاعب من المباراة", []),
    ("ar", "كان السجين يقضي عقوبة بالسجن", []),
    ("ar", "سلمته الوزارة مذكرة احتجاج", []),
    ("ar", "استدعت الوزارة سفيرها للتشاور", ["other"]),
    ("ar", "اشتبك نائبان بالأيدي في القاعة", []),
    ("ar", "وقعت صدامات بين المحتجين والشرطة", ["attack"]),
    ("ar", "نقل المصابون جوا إلى قاعدة بعيدة", []),
    ("ar", "تراجعت الدولة عن قرار سحب جنودها", ["withdrawal"]),
    ("ar", "فككت اللجنة ثلاث منصات إطلاق", ["disarmament"]),
    ("fa", "پایگاه را به ارتش تحویل دادند", ["handover"]),
    ("fa", "شورشیان سلاح‌های خود را تحویل دادند", ["disarmament"]),
    ("fa", "در گفت‌وگو با خبرنگاران چنین گفت", []),
    ("fa", "دادگاه او را به زندان محکوم کرد", ["judgment"]),
    ("fa", "ایران این رفتار را محکوم کرد", ["statement"]),
    ("fa", "مردان ناشناس به پاسگاه پولیس یورش بردند", ["attack"]),
    ("fa", "پولیس به مخفیگاه قاچاقچیان یورش برد", ["operation"]),
    ("fa", "نیروهای ارتش سه کیلومتر پیش رفتند", ["operation"]),
    ("fa", "کار ساختمان خوب پیش رفت", []),
    ("fa", "این روند سال‌ها طول می‌کشد", []),
    ("fa", "کودتاچیان کنترل کاخ را به دست گرفتند", ["other"]),
    ("fa", "آتش‌سوزی بزرگی درگرفت", ["other"]),
    ("fa", "سیل انتقادها به راه افتاد", []),
    ("en", "The army handed the base over", ["handover"]),
    ("en", "The council called on rebels to speak", ["statement"]),
    ("en", "Rivals trade fire near the bridge", ["attack"]),
    ("en", "They are transferring the prisoners", ["detainee_transfer"]),
    ("en", "The army handed over twelve prisoners", ["detainee_transfer"]),
    ("en", "Rebels handed over their weapons", ["disarmament"]),
    ("en", "The displaced families waited at the gate", []),
    ("en", "An attack helicopter flew past the stadium", []),
    ("en", "The military base lies near the border", []),
    ("en", "The shipment meets safety standards", []),
    ("en", "The kidnappers released 62 pupils", ["detainee_transfer"]),
    ("en", "The firm released its results", []),
    ("en", "The gunmen made off with nine pupils", ["abduction"]),
    ("en", "The thieves made off with cattle", []),
    ("en", "Bandits herded the villagers into the bush", ["abduction"]),
    ("en", "The dogs herded the sheep into a pen", []),
    ("en", "Rebels let go two captured pilots", ["detainee_transfer"]),
    ("en", "Soldiers quit the enclave", ["withdrawal"]),
    ("en", "The singer quit the capital", []),
    ("en", "Combat raged in the suburb", ["attack"]),
    ("en", "Efforts to combat smuggling continued", []),
    ("en", "Rebels marched into the city", ["operation"]),
    ("en", "The goalkeeper sailed into the final", []),
    ("en", "A frigate sailed into the gulf", ["deployment"]),
    ("en", "Coalition jets hammered the depot", ["airstrike"]),
    ("en", "Storms hammered the coast and planes were grounded", []),
    ("en", "Howitzers battered the suburb", ["shelling"]),
    ("en", "The army captured 14 conscripts", ["arrest"]),
    ("en", "Guerrillas surrendered their rifles", ["disarmament"]),
    ("en", "Envoys are shuttling between the parties", ["talks"]),
    ("en", "Shops stay open in return for cash from residents", []),
    ("en", "Officers drilled the recruits", ["training"]),
    ("en", "Crews drilled for oil", []),
    ("en", "Jordan trucked flour into the valley", ["aid"]),
    ("en", "Two gang chiefs gave themselves up", ["other"]),
    ("en", "A school for convicted criminals at the court", []),
    ("en", "Two arrested men sat in the hall", []),
    ("en", "Hundreds fled as the town burned", ["displacement"]),
    ("en", "Eight arrested Monday in Paris", ["arrest"]),
    ("en", "The court convicted two smugglers", ["judgment"]),
    ("en", "Two police officers committed suicide", []),
    ("en", "Paris aims to reduce its carbon footprint", []),
    ("ar", "ناقش البرلمان القانون وقصف الجيش البلدة", ["shelling"]),
    ("ar", "ونقلت وكالة رويترز عن مصدر أن مقاتلات قصفت البلدة", ["airstrike"]),
    ("ar", "أجليت عائلات من المخيم", ["displacement"]),
    ("ar", "أخليت مدرستان من طلابهما", ["displacement"]),
    ("ar", "أخليت القاعدة من الجنود", ["withdrawal"]),
    ("ar", "جرى إخلاء 900 ساكن من المبنى", ["displacement"]),
    ("ar", "أعيدت القاعدتان إلى الجيش", ["handover"]),
    ("ar", "نفذت الشرطة حملة دهم في الحي", ["operation"]),
    ("ar", "شارك 25 طالبة في الحفل", []),
    ("ar", "لاذ السائق بالفرار وضبطت الشرطة 6 آلاف طلقة", ["other"]),
    ("ar", "أعلنت البلاد إنهاء اتفاق التعاون", []),
    ("ar", "أنذر الجيش سكان البلدة بإخلاء منازلهم", ["statement"]),
    ("ar", "دعت السلطات السكان إلى الاحتماء في الملاجئ", ["statement"]),
    ("ar", "حذرت الأرصاد السكان من أمطار غزيرة", []),
    ("ar", "استعاد ثلاثة رهائن حريتهم", ["detainee_transfer"]),
    ("ar", "شبت النيران في مخيم للنازحين", ["other"]),
    ("ar", "أطلقت النيران على الدورية", ["attack"]),
    ("ar", "أردى المهاجم حارس المدرسة قتيلا", ["killing"]),
    ("ar", "لقي 12 شخصا مصرعهم في انقلاب حافلة", ["other"]),
    ("ar", "اقتيد الصحفي إلى جهة مجهولة", ["abduction"]),
    ("ar", "ونقل التلفزيون عن الوزير أن المعتقلين بخير", []),
    ("ar", "نقلت السلطات المعتقلين إلى سجن آخر", ["detainee_transfer"]),
    ("ar", "غادر الوزير العاصمة فيما بقيت القوات في ثكناتها", ["deployment"]),
    ("ar", "انسحبت الشركة من السوق", []),
    ("ar", "تحرك رتل عسكري نحو الجبهة", ["deployment"]),
    ("ar", "نعت الحركة قائدها الميداني", ["killing"]),
    ("ar", "نعى الاتحاد شاعرا كبيرا", []),
    ("ar", "باتت المدينة تحت سيطرة المتمردين", ["other"]),
    ("ar", "فرض الجيش حصارا على البلدة", ["other"]),
    ("ar", "شهدت الجبهة قتالا عنيفا", ["attack"]),
    ("ar", "تسبب الجفاف في فرار مئات الأسر", ["displacement"]),
    ("ar", "شنت الشرطة حملة تفتيش في المطار", ["operation"]),
    ("ar", "أبطلت الفرق مفعول قنبلة قديمة", ["other"]),
    ("ar", "داس راع لغما", ["bombing"]),
    ("ar", "فتش الشاب عن عمل في بيوت الحي", []),
    ("ar", "حذر الجيش سكان الضاحية", ["statement"]),
    ("ar", "حذر خبير سكان المدن من الغلاء", []),
    ("ar", "اقتيد المتهم إلى السجن", []),
    ("ar", "سار الآلاف في جنازة الفنان", []),
    ("fa", "شرکت توافق ساخت کشتی را امضا کرد", ["agreement"]),
    ("en", "They each returned 150 prisoners of war", ["detainee_transfer"]),
    ("en", "Each displaced family was told", []),
    ("en", "The chef released a book for pupils", []),
    ("en", "A grenade was tossed into a bar", ["bombing"]),
    ("en", "Washington barred two judges from entering", ["sanctions"]),
    ("en", "The doorman barred fans from the gig", []),
    ("en", "The rivals came to terms on the border", ["agreement"]),
    ("en", "He came to terms with his loss", []),
    ("en", "The parties struck a bargain", ["agreement"]),
    ("en", "A strike by train drivers halted the network", ["protest"]),
    ("en", "Dockers returned after a 10-day strike", ["protest"]),
    ("en", "Police dispersed the demonstrators", ["protest"]),
    ("en", "The fog dispersed over the valley", []),
    ("en", "A general took over as army chief", ["appointment"]),
    ("en", "The speaker was elected by 64 votes", ["appointment"]),
    ("en", "The president is on a trip to India", ["talks"]),
    ("en", "The pupils are on a school trip", []),
    ("en", "The UN mission formally came to an end", ["mission_end"]),
    ("en", "The concert came to an end", []),
    ("en", "The rule came into effect in May", ["legislation"]),
    ("en", "The bank approved a $300 million grant", ["aid"]),
    ("en", "Four aides received flowers", []),
    ("en", "The union vowed to go on", []),
    ("en", "The country cut ties with its neighbour", ["other"]),
    ("en", "Supporters marched, calling for restraint", ["protest"]),
    ("en", "Voters go to the polls to elect a president", ["other"]),
    ("en", "Dockers went on strike. The strike shut the harbour.", ["protest", "protest"]),
    ("en", "Jets hit the camp. The strike killed four.", ["airstrike", "airstrike"]),
    ("en", "He is serving a 12-year prison sentence", []),
    ("en", "Washington threatened sanctions", ["statement"]),
    ("en", "The president-elect smiled", []),
    ("en", "The club appointed a new coach", []),
    ("en", "He resigned himself to defeat", []),
    ("en", "Oil struck a high of 92 dollars", []),
    ("en", "Economists warned of a recession", []),
    ("en", "The supermarket banned plastic bags", []),
    ("en", "The government banned plastic bags", ["legislation"]),
    ("en", "The court heard the case", ["judgment"]),
    ("en", "She heard the news", []),
    ("en", "The president lost the election", ["other"]),
    ("en", "Crowds massed outside the embassy", ["protest"]),
    ("en", "Madrid suspended military aid", ["other"]),
    ("en", "Prosecutors sought the death penalty", ["judgment"]),
    ("en", "Kazakhstan sent a chancellor home from a visit cut short", ["talks"]),
]


@pytest.mark.parametrize(("lang", "text", "kinds"), CONDITIONS)
def test_conditions_tell_one_happening_from_another(lang: str, text: str, kinds: list[str]) -> None:
    assert [trigger.type for trigger in triggers(text, lang)] == kinds


# Codebook: one event a happening; casualties are figures of the attack, `killing` is for named or described persons.
SETTLED = [
    ("light verb and noun", "en", "The sides held talks at a meeting in Doha", ["talks"]),
    ("strike and what it targeted", "ar", "شنّت الطائرات غارات استهدفت مواقع للتنظيم", ["airstrike"]),
    ("a count of dead goes with the raid", "en", "Five soldiers were killed in a raid", ["operation"]),
    ("a count of dead goes with the raid", "ar", "مقتل خمسة جنود في هجوم على حاجز", ["attack"]),
    ("a count alone is an attack", "en", "Nine civilians were killed in Gao on Sunday", ["attack"]),
    ("a count in the next sentence", "en", "Gunmen ambushed a patrol. Six officers were killed.", ["attack"]),
    ("a described victim is a killing", "ar", "قُتل قائد التنظيم في ضربة جوية", ["killing", "airstrike"]),
    ("deaths in an accident", "en", "Four people were killed in a train crash", ["other"]),
    ("deaths in an accident", "fa", "در واژگونی اتوبوس پنج نفر کشته شدند", ["other"]),
    ("deaths told after it", "fa", "زمین‌لرزه شهر را لرزاند. ۱۴ تن جان باختند.", ["other"]),
    ("deaths told after it", "en", "An earthquake shook the town. 14 people were killed.", ["other"]),
    ("the truce names the agreement", "ar", "دخل اتفاق وقف إطلاق النار حيز التنفيذ", ["ceasefire"]),
    ("what is threatened is the threat", "ar", "هددت الجماعة بقصف المطار", ["statement"]),
    ("... past its subject", "ar", "لوّح وزير الدفاع الجديد باستئناف القتال", ["statement"]),
    ("one verdict, named", "ar", "أنزلت المحكمة عقوبة الإعدام بثلاثة", ["judgment"]),
    ("an attempt that failed", "ar", "نجا القاضي من محاولة اغتيال", ["attack"]),
    ("an agreement that is kept", "ar", "ناقش الخبراء احترام اتفاق الدوحة", []),
    ("one verdict", "ar", "حكمت المحكمة على ثلاثة بالإعدام", ["judgment"]),
    ("one verdict, told with two verbs", "ar", "أدانت المحكمة ثلاثة رجال وحكمت عليهم بالحبس", ["judgment"]),
    ("gunmen are the subject, not the count", "ar", "اغتال مسلحون مدير الشرطة أمام منزله", ["killing"]),
    ("the wounded are not the victim", "ar", "قصفت المدفعية الطريق فاستشهد سائق وأصيب ثلاثة", ["shelling", "killing"]),
    ("a count inside its phrase", "ar", "قصفت المدفعية القرية حيث لقي 17 شخصا حتفهم", ["shelling"]),
    ("a title is no means", "ar", "اغتال مجهولون قائد المدفعية أمام منزله", ["killing"]),
    ("what somebody failed in", "ar", "أخفق المجلس في انتخاب رئيس له", []),
    ("what somebody is charged with", "ar", "يواجه تهما من بينها إضرام النار عمدا", []),
    ("what somebody vows besides", "ar", "تحدث طويلا متعهدا بنزع سلاح الفصائل", []),
    ("a truce that is broken", "ar", "وقع ذلك في خرق جديد لوقف إطلاق النار", []),
    ("a phrase and its own noun", "ar", "بسطت القوات الحكومية أمس سيطرتها على المدينة", ["other"]),
    ("a noun that a phrase also opens with", "ar", "بدأت عائلات نازحة العودة إلى القرية", ["repatriation"]),
    (
        "condemnations stay apart",
        "en",
        "The group claimed responsibility and Qatar condemned it",
        ["statement", "statement"],
    ),
    ("one appointment", "en", "The emir swore in a new cabinet", ["appointment"]),
    ("a truce that is broken", "en", "It was the third breach of the truce this week", ["other"]),
    ("a noun behind a preposition", "en", "Sixty inmates broke out of jail", ["other"]),
    ("a truce that is broken", "en", "Monitors recorded 34 ceasefire violations", ["other"]),
    ("what is threatened, over a verb", "en", "The group threatened to launch fresh attacks", ["statement"]),
    ("breaches that are alleged", "en", "Each side accused the other of violating the truce", ["statement"]),
    ("a pact that is broken", "en", "Israel accused Hamas of breaching the accord", ["statement"]),
    ("deaths of hunger", "en", "Hunger killed 60 children in the city", []),
    ("a question right after violence", "en", "Rebels shelled the town. Who ordered the attack?", ["shelling"]),
    (
        "a question right after violence",
        "fa",
        "شورشیان شهر را گلوله‌باران کردند. چه کسی دستور حمله را داد؟",
        ["shelling"],
    ),
]


@pytest.mark.parametrize(
    ("lang", "text", "kinds"), [pytest.param(*case[1:], id=f"{case[1]}: {case[0]}") for case in SETTLED]
)
def test_triggers_of_one_sentence_are_settled(lang: str, text: str, kinds: list[str]) -> None:
    assert [trigger.type for trigger in triggers(text, lang)] == kinds


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
