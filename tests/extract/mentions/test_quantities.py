"""Quantities: number, qualifier, unit and noun together; what is a figure, of which kind, and what is none."""

from decimal import Decimal

import pytest

from extract import numbers
from extract.mentions.quantities import find_quantities
from extract.mentions.quantity import Quantity
from extract.ontology.lexicon import load_lexicon
from extract.text import tokenize

Found = tuple[str, str, str | None, str]


def quantities(text: str, lang: str) -> tuple[list[Quantity], list[tuple[str, str]]]:
    tokens = tokenize(text)
    found, left = find_quantities(tokens, numbers.scan(tokens, lang), [""] * len(tokens), load_lexicon(lang))
    return found, [(item.reason, tokens.folded.origin(item.start, item.end).of(text)) for item in left]


def told(text: str, lang: str) -> list[Found]:
    """(kind, qualifier, value or bounds, quote) of each quantity, as a reader would say it."""
    origin = tokenize(text).folded.origin
    return [(q.kind, str(q.qualifier), _number(q), origin(q.start, q.end).of(text)) for q in quantities(text, lang)[0]]


def _number(quantity: Quantity) -> str | None:
    if quantity.value is not None:
        return f"{quantity.value.normalize():f}"
    return f"{quantity.low}-{quantity.high}" if quantity.low is not None else None


ARABIC = [
    ("a toll that reaches", "حصيلة الغرقى تصل إلى 44 شخصا", [("killed", "exact", "44", "44 شخصا")]),
    ("a toll that may reach", "حصيلة الغرقى قد تصل إلى 44 شخصا", [("killed", "at_most", "44", "قد تصل إلى 44 شخصا")]),
    ("as much as it reached", "ارتفعت لتصل إلى 55 مليون دينار", [("money", "exact", "55000000", "55 مليون دينار")]),
    ("a most", "غرامة تصل إلى 55 مليون دينار", [("money", "at_most", "55000000", "تصل إلى 55 مليون دينار")]),
    ("hedged over an article", "يتجاوز الـ30 عاملا", [("people", "more_than", "30", "يتجاوز الـ30 عاملا")]),
    ("like a year, but others", "وأصيب 2000 آخرون", [("wounded", "exact", "2000", "2000 آخرون")]),
    ("an ordinal behind a conjunction", "والضربة الـ17 على البلدة", []),
    ("of those things", "دمرت أربعة من تلك الزوارق", [("equipment", "exact", "4", "أربعة من تلك الزوارق")]),
    ("ages that share a unit", "يبلغان من العمر 7 و11 عاما", [("age", "exact", "7", "7"), ("age", "exact", "11", "11 عاما")]),
    ("percents that share a sign", "سجلا 12 و4%", [("percent", "exact", "12", "12"), ("percent", "exact", "4", "4%")]),
    (
        "a series of sums",
        "بلغت 12 مليار دولار في 2007، و10 مليارات في 2006",
        [("money", "exact", "12000000000", "12 مليار دولار"), ("money", "exact", "10000000000", "10 مليارات")],
    ),
    (
        "a sum, then people",
        "بلغت 5 ملايين دولار ونزح 3 ملايين",
        [("money", "exact", "5000000", "5 ملايين دولار"), ("displaced", "exact", "3000000", "3 ملايين")],
    ),
    ("a dual and its adjective", "سقطت طائرتان مفخختان", [("equipment", "exact", "2", "طائرتان")]),
    ("whose number it is", "خفضت عدد جنودها من 10500", [("personnel", "exact", "10500", "جنودها من 10500")]),
    (
        "shared out between places",
        "لهم 900 جندي في مالي و120 في توغو",
        [("personnel", "exact", "900", "900 جندي"), ("personnel", "exact", "120", "120")],
    ),
    ("above, not more than", "أسقطت مسيرات فوق سبع مقاطعات", [("other", "exact", "7", "سبع مقاطعات")]),
    ("more than", "فوق 300 شخص", [("people", "more_than", "300", "فوق 300 شخص")]),
    ("blue helmets", "يبلغ عددها 800 من ذوي الخوذ الزرقاء", [("personnel", "exact", "800", "800 من ذوي الخوذ الزرقاء")]),
    ("a plural in the construct", "ثلاثة من منتسبي الشرطة", [("personnel", "exact", "3", "ثلاثة من منتسبي")]),
    ("cases", "وثق 214 حالة احتجاز", [("detained", "exact", "214", "214 حالة احتجاز")]),
    ("a counted noun", "في المعسكر 340 جنديا", [("personnel", "exact", "340", "340 جنديا")]),
    ("two before a genitive", "احتجزت ناقلتي نفط", [("equipment", "exact", "2", "ناقلتي نفط")]),
    ("two pointed at", "غادرت ناقلتا النفط الميناء", []),
    ("a hedge behind the whole", "غادر نصف السكان تقريبا", [("share", "approximate", None, "نصف السكان تقريبا")]),
    ("a hedge of another", "غادر نصف السكان نحو 40 قرية", [("share", "exact", None, "نصف"), ("other", "approximate", "40", "نحو 40 قرية")]),
    ("below zero", "تدنت الحرارة إلى 11 درجة مئوية تحت الصفر", [("other", "exact", "11", "11 درجة مئوية تحت الصفر")]),
    ("a share by law", "خصص القانون 15 بالمئة للقرى", [("percent", "exact", "15", "15 بالمئة")]),
    ("a sum by decision", "حدد القرار 7 ملايين دينار سقفا", [("money", "exact", "7000000", "7 ملايين دينار")]),
    ("a term by decree", "أمهل المرسوم 45 يوما", [("duration", "exact", "45", "45 يوما")]),
    ("two in construct", "دمرت الغارة مخزني ذخيرة", [("sites", "exact", "2", "مخزني ذخيرة")]),
    ("two before what they are for", "تحطمت طائرتا استطلاع", [("equipment", "exact", "2", "طائرتا استطلاع")]),
    ("two guards", "وقف شرطيا مرور عند الجسر", [("personnel", "exact", "2", "شرطيا مرور")]),
    ("no two: an accusative", "رأيت شرطيا قرب الجسر وموقعا عسكريا وعنصرا من الشرطة", []),
    ("no two: an adjective", "سمع دوي قصف صاروخي عنيف", []),
    ("two that are named", "في مدينتي حلب وحماة", []),
    ("no number of a law", "صوت لصالح القانون 73 نائبا", [("people", "exact", "73", "73 نائبا")]),
    ("in it, no category", "شاركت فيه 14 طائرة", [("equipment", "exact", "14", "14 طائرة")]),
    ("about", "وصل نحو 120 جنديا", [("personnel", "approximate", "120", "نحو 120 جنديا")]),
    ("at least, before", "ما لا يقل عن 7 عائلات", [("families", "at_least", "7", "ما لا يقل عن 7 عائلات")]),
    ("at least, after", "7 عائلات على الأقل", [("families", "at_least", "7", "7 عائلات على الأقل")]),
    ("more than", "أكثر من 40 عملية", [("operations", "more_than", "40", "أكثر من 40 عملية")]),
    ("more than a decade", "دامت الحرب أكثر من عقد", [("duration", "more_than", "10", "أكثر من عقد")]),
    ("about an hour", "استغرقت العملية نحو ساعة", [("duration", "approximate", "1", "نحو ساعة")]),
    ("more than a tonne", "صودر أكثر من طن", [("weight", "more_than", "1", "أكثر من طن")]),
    ("toward holding", "تتجه الحكومة نحو عقد مؤتمر عام", []),
    ("about a decade", "بقيت القوات نحو عقد في المدينة", [("duration", "approximate", "10", "نحو عقد")]),
    ("a contract is no decade", "وقعت الشركة أكثر من عقد مع المصنع", []),
    ("a hedged frame", "تغير الحال في أقل من عام", []),
    ("a bare unit", "بعد شهر من الحرب", []),
    ("driven to flee", "أرغم القتال 3000 شخص على الفرار", [("displaced", "exact", "3000", "3000 شخص")]),
    ("range with بين", "ما بين 10 و15 جنديا", [("personnel", "range", "10-15", "ما بين 10 و15 جنديا")]),
    ("range with a dash", "من 4-5 هجمات", [("attacks", "range", "4-5", "من 4-5 هجمات")]),
    ("range whose scale is said once", "بين 3 و5 آلاف نازح", [("displaced", "range", "3000-5000", "بين 3 و5 آلاف نازح")]),
    ("vague", "عشرات الجنود", [("personnel", "vague", None, "عشرات الجنود")]),
    ("vague with من", "آلاف من النازحين", [("displaced", "vague", None, "آلاف من النازحين")]),
    ("vague behind its noun", "ضمت دولا عدة", [("countries", "vague", None, "دولا عدة")]),
    ("dual", "نفذت هجومين", [("attacks", "exact", "2", "هجومين")]),
    ("dual of a feminine noun", "وقعت دولتان", [("countries", "exact", "2", "دولتان")]),
    ("dual with an attached conjunction", "قُتل ضابط وجنديان", [("killed", "exact", "2", "جنديان")]),
    ("definite numeral behind its noun", "مع الدول الخمس", [("countries", "exact", "5", "الدول الخمس")]),
    ("one that counts", "في دولة واحدة", [("countries", "exact", "1", "دولة واحدة")]),
    ("N of the", "خمسة من الجنود", [("personnel", "exact", "5", "خمسة من الجنود")]),
    ("members of a force", "12 عنصرا من الشرطة", [("personnel", "exact", "12", "12 عنصرا")]),
    ("members of an armed group", "ثمانية من عناصر الحركة", [("fighters", "exact", "8", "ثمانية من عناصر")]),
    ("out of so many", "62 من أصل 71 مسيرة", [("equipment", "exact", "62", "62"), ("equipment", "exact", "71", "71 مسيرة")]),
    ("thousands alone", "نزل عشرات الآلاف إلى الشوارع", [("people", "vague", None, "عشرات الآلاف")]),
    ("thousands of something else", "كلف آلاف الدولارات", [("money", "vague", None, "آلاف الدولارات")]),
    ("amounts are no hundreds", "كميات من الأسلحة", []),
    ("killed, before", "مقتل 9 أشخاص", [("killed", "exact", "9", "9 أشخاص")]),
    ("killed and its partner", "مقتل 5 جنود و3 مدنيين", [("killed", "exact", "5", "5 جنود"), ("killed", "exact", "3", "3 مدنيين")]),
    ("others", "مقتل 5 جنود وإصابة 12 آخرين", [("killed", "exact", "5", "5 جنود"), ("wounded", "exact", "12", "12 آخرين")]),
    ("both in one number", "50 شخصا بين قتيل وجريح", [("casualties", "exact", "50", "50 شخصا")]),
    ("money", "2.5 مليون دولار", [("money", "exact", "2500000", "2.5 مليون دولار")]),
    ("percent", "نحو 12 في المئة", [("percent", "approximate", "12", "نحو 12 في المئة")]),
    ("share", "ثلث القوات", [("share", "exact", None, "ثلث")]),
    ("distance", "على بعد 60 كيلومترا", [("distance", "exact", "60", "60 كيلومترا")]),
    ("duration", "بعد حرب دامت 11 عاما", [("duration", "exact", "11", "11 عاما")]),
    ("age", "رجل يبلغ من العمر 35 عاما", [("age", "exact", "35", "35 عاما")]),
    ("age", "يعيش سالم، 24 عاما، في الحي", [("age", "exact", "24", "24 عاما")]),
    ("the verb before what it measures", "تجاوز عدد الحجاج 300 حاج", [("people", "more_than", "300", "300 حاج")]),
    ("not the number behind إلى", "تجاوز عدد الزوار التوقعات ووصل إلى 300 زائر", [("people", "exact", "300", "300 زائر")]),
    ("age at death", "توفي الرئيس السابق عن 92 عاما", [("age", "exact", "92", "92 عاما")]),
    ("duration", "يحكم البلاد منذ زمن، وبعد سجن دام 24 عاما، عاد", [("duration", "exact", "24", "24 عاما")]),
    ("label before a bare number", "بلغ عدد القتلى 37", [("killed", "exact", "37", "القتلى 37")]),
    ("a sum that rose", "رفع الأجر من 20 ألف دينار إلى 24 ألفا", [("money", "exact", "20000", "20 ألف دينار"), ("money", "exact", "24000", "24 ألفا")]),
    ("as much for each", "صرف 100 ألف جنيه لكل أسرة و25 ألفا لكل مصاب", [("money", "exact", "100000", "100 ألف جنيه"), ("money", "exact", "25000", "25 ألفا")]),
    ("members of families moved", "عودة 70 عائلة تضم 260 فردا", [("families", "exact", "70", "70 عائلة"), ("displaced", "exact", "260", "260 فردا")]),
    ("members of families that stay", "في الحي 70 عائلة تضم 260 فردا", [("families", "exact", "70", "70 عائلة"), ("people", "exact", "260", "260 فردا")]),
    ("members of a group, over their nationality", "30 عنصرا سوريا من تنظيم مسلح", [("fighters", "exact", "30", "30 عنصرا")]),
]  # fmt: skip
PERSIAN = [
    ("a possessive ending", "دو پسرش کشته شدند", [("killed", "exact", "2", "دو پسرش")]),
    ("a possessive behind a vowel", "۹۰ نیرویش رسیدند", [("personnel", "exact", "90", "۹۰ نیرویش")]),
    ("soldiers counted in persons", "شمار سربازانش را به ۵۰۰ تن کاهش داد", [("personnel", "exact", "500", "۵۰۰ تن")]),
    ("a length as an adjective", "آتش‌بسی یک هفته‌ای", [("duration", "exact", "1", "یک هفته‌ای")]),
    ("tonnes of output", "تولید فولاد از ۹۰۰ تن به ۷۰۰ تن رسید", [("weight", "exact", "900", "۹۰۰ تن"), ("weight", "exact", "700", "۷۰۰ تن")]),
    ("tonnes that one makes", "این معدن سالی ۶۰ هزار تن تولید می‌کند", [("weight", "exact", "60000", "۶۰ هزار تن")]),
    ("persons where goods are made", "در کارگاه تولید آجر ۷۰ تن کار می‌کنند", [("people", "exact", "70", "۷۰ تن")]),
    ("dead where goods are made", "در انفجار خط تولید باروت ۹ تن جان باختند", [("killed", "exact", "9", "۹ تن")]),
    ("tonnes of aid", "۳۰ تن کمک‌های پزشکی", [("weight", "exact", "30", "۳۰ تن کمک‌های پزشکی")]),
    ("a counted noun", "در پایگاه ۳۴۰ سرباز", [("personnel", "exact", "340", "۳۴۰ سرباز")]),
    ("about", "حدود ۴۰ هزار نفر", [("people", "approximate", "40000", "حدود ۴۰ هزار نفر")]),
    ("a counter and its noun", "۱۰ فروند پهپاد", [("equipment", "exact", "10", "۱۰ فروند پهپاد")]),
    ("range", "۱۰ تا ۱۵ نفر", [("people", "range", "10-15", "۱۰ تا ۱۵ نفر")]),
    ("years and a half of prison", "به هشت سال و نیم زندان محکوم شد", [("duration", "exact", "8.5", "هشت سال و نیم")]),
    ("one year of prison", "به یک سال زندان محکوم شد", [("duration", "exact", "1", "یک سال")]),
    ("a term of one", "برای یک هفته تمدید شد", [("duration", "exact", "1", "یک هفته")]),
    ("age over an adjective", "یک تبعه ایرانی ۵۴ ساله", [("age", "exact", "54", "۵۴ ساله")]),
    ("no age of a war", "جنگ داخلی ۱۱ ساله", [("duration", "exact", "11", "۱۱ ساله")]),
    ("a part of every ten", "از هر ده خانوار، سه خانوار فقیرند", [("families", "exact", "3", "سه خانوار")]),
    ("of all three", "از هر سه گروه آزاد شدند", [("batches", "exact", "3", "سه گروه")]),
    ("of the injured", "حال هفت نفر از مصدومان وخیم است", [("wounded", "exact", "7", "هفت نفر")]),
    ("a hedge behind the dead", "۲۰ تن کشته و نزدیک به ۶۰۰ تن زخمی شدند", [("killed", "exact", "20", "۲۰ تن"), ("wounded", "approximate", "600", "نزدیک به ۶۰۰ تن")]),
    ("caught at a distance", "پلیس دو تن را به ظن قتل گرفتار کرد", [("detained", "exact", "2", "دو تن")]),
    ("vague", "ده‌ها نفر", [("people", "vague", None, "ده‌ها نفر")]),
    ("killed, verb last", "۱۲ سرباز در این درگیری کشته شدند", [("killed", "exact", "12", "۱۲ سرباز")]),
    ("killed and wounded, one verb", "۱۲ نفر کشته و ۳۰ نفر زخمی شدند", [("killed", "exact", "12", "۱۲ نفر"), ("wounded", "exact", "30", "۳۰ نفر")]),
    ("killed, joined counts", "۱۲ سرباز و ۳ غیرنظامی کشته شدند", [("killed", "exact", "12", "۱۲ سرباز"), ("killed", "exact", "3", "۳ غیرنظامی")]),
    ("money", "۲۰ میلیون دلار", [("money", "exact", "20000000", "۲۰ میلیون دلار")]),
    ("percent", "۶۰ درصد", [("percent", "exact", "60", "۶۰ درصد")]),
    ("age of a person", "مردی ۵۸ ساله", [("age", "exact", "58", "۵۸ ساله")]),
    ("age, indefinite", "مرد ۴۷ ساله‌ای را یافتند", [("age", "exact", "47", "۴۷ ساله‌ای")]),
    ("age behind a name", "بهرام کاشف ۵۲ ساله به خانه برگشت", [("age", "exact", "52", "۵۲ ساله")]),
    ("age of whoever died", "لوکا بیانکی ۴۴ ساله در کوهستان کشته شد", [("age", "exact", "44", "۴۴ ساله")]),
    ("length, indefinite", "محاصره سه ساله‌ای که پایان یافت", [("duration", "exact", "3", "سه ساله‌ای")]),
    ("length of a thing with a fate behind", "در نبرد هفت ساله پسرش کشته شد", [("duration", "exact", "7", "هفت ساله")]),
    ("length of a thing", "جنگ ۱۱ ساله", [("duration", "exact", "11", "۱۱ ساله")]),
    ("length written onto its number", "جنگ یازده‌ساله", [("duration", "exact", "11", "یازده‌ساله")]),
    ("age written onto its number", "پسری ده‌ساله", [("age", "exact", "10", "ده‌ساله")]),
    ("percent written onto its number", "تعرفه بیست‌درصدی", [("percent", "exact", "20", "بیست‌درصدی")]),
    ("decades are years", "او دو دهه حکومت کرد", [("duration", "exact", "20", "دو دهه")]),
    ("a hedged decade", "این جنگ بیش از یک دهه طول کشید", [("duration", "more_than", "10", "بیش از یک دهه")]),
    ("a hedged one", "دست‌کم یک سرباز کشته شد", [("killed", "at_least", "1", "دست‌کم یک سرباز")]),
    ("a hedge of the next number", "در دو روز دست‌کم ۳۸ نفر", [("duration", "exact", "2", "دو روز"), ("people", "at_least", "38", "دست‌کم ۳۸ نفر")]),
    ("money of Afghanistan", "هشت هزار افغانی", [("money", "exact", "8000", "هشت هزار افغانی")]),
    ("an age that is told", "معلم گفت شصت‌وسه‌ساله است", [("age", "exact", "63", "شصت‌وسه‌ساله")]),
    ("one's own age", "من ۴۲ سال دارم", [("age", "exact", "42", "۴۲ سال")]),
    ("a length of months", "آتش‌بس سه‌ماهه تمدید شد", [("duration", "exact", "3", "سه‌ماهه")]),
    ("the strength of a group", "هیئتی ۱۴ نفره", [("people", "exact", "14", "۱۴ نفره")]),
    ("strength written onto its number", "خانواده پنج‌نفره", [("people", "exact", "5", "پنج‌نفره")]),
    ("a strength that fell", "شمار نیروها را از ۹۰۰ نفر به حدود ۴۵۰ نفر کاهش داد", [("personnel", "exact", "900", "۹۰۰ نفر"), ("personnel", "approximate", "450", "به حدود ۴۵۰ نفر")]),
    ("that number", "شمار کشته‌ها به ۴۳۱ نفر رسید و این رقم هفته گذشته ۳۸۹ نفر بود", [("killed", "exact", "431", "۴۳۱ نفر"), ("killed", "exact", "389", "۳۸۹ نفر")]),
    ("zeros that are counted", "طرح حذف چهار صفر از پول ملی", [("other", "exact", "4", "چهار صفر")]),
    ("a verb written as one word", "دو نفر جان دادند و سه راننده مصدوم‌شدند", [("killed", "exact", "2", "دو نفر"), ("wounded", "exact", "3", "سه راننده")]),
    ("a gap lost", "در پی مصدومشدن هشت مسافر", [("wounded", "exact", "8", "هشت مسافر")]),
    ("the dead, not feet", "شش فوتی و ده مصدوم", [("killed", "exact", "6", "شش فوتی"), ("wounded", "exact", "10", "ده مصدوم")]),
    ("feet", "در ارتفاع ۱۲ هزار فوتی", [("distance", "exact", "12000", "۱۲ هزار فوتی")]),
    ("persons behind a model of car", "یک پراید ۱۷ نفر را زخمی کرد", [("wounded", "exact", "17", "۱۷ نفر")]),
    ("one dead beside others", "آمار از یک کشته و ۹ زخمی می‌گوید", [("killed", "exact", "1", "یک کشته"), ("wounded", "exact", "9", "۹ زخمی")]),
    ("passed", "شمار مبتلایان از ۸ هزار نفر گذشت", [("people", "more_than", "8000", "۸ هزار نفر")]),
    ("went beyond", "شمار کشته‌شدگان از ۳۰۰ نفر فراتر رفته است", [("killed", "more_than", "300", "۳۰۰ نفر")]),
    ("sentences for", "حکم حبس برای ۲۱ نفر صادر شد", [("detained", "exact", "21", "۲۱ نفر")]),
    ("some of them", "نه نفر جان باختند که دو نفر از آنان زن بودند", [("killed", "exact", "9", "نه نفر"), ("killed", "exact", "2", "دو نفر")]),
    ("some of them, by another verb", "نه نفر بازداشت شدند که دو نفر از آنان جان باختند", [("detained", "exact", "9", "نه نفر"), ("killed", "exact", "2", "دو نفر")]),
    ("so many of it", "۹ پاسگاه دارد که شش مورد آن بسته است", [("sites", "exact", "9", "۹ پاسگاه"), ("sites", "exact", "6", "شش مورد")]),
]  # fmt: skip
ENGLISH = [
    ("a population that fell", "The camp's population has fallen to 25,000", [("people", "exact", "25000", "25,000")]),
    ("half of the forty", "half of the 40 drills", [("share", "exact", None, "half"), ("other", "exact", "40", "40 drills")]),
    ("a team", "A liquidation team of 40 will remain", [("people", "exact", "40", "40")]),
    ("a garrison", "a garrison of 300", [("personnel", "exact", "300", "300")]),
    ("what crowds do", "Hundreds rally in Tunis", [("people", "vague", None, "Hundreds")]),
    ("lasting so long before", "a siege lasting nine months before it was lifted", [("duration", "exact", "9", "nine months")]),
    ("taken over", "had taken over 12 bases", [("sites", "exact", "12", "12 bases")]),
    ("more of those told", "Twelve tanks burned and 14 were damaged", [("equipment", "exact", "12", "Twelve tanks"), ("equipment", "exact", "14", "14")]),
    ("the number behind", "bringing to 59 the number of journalists killed", [("killed", "exact", "59", "59")]),
    ("a group of persons", "a group of 30 PKK members", [("fighters", "exact", "30", "30 PKK members")]),
    ("a label past a clause", "The party quit over a bill that would lift the retirement age to 66", [("age", "exact", "66", "66")]),
    ("a toll past a clause", "The toll of the flood that hit the valley rose to 60", [("killed", "exact", "60", "60")]),
    ("on board", "The plane, with 290 on board, crashed", [("people", "exact", "290", "290 on board")]),
    ("aboard, and dead", "All 176 aboard were killed", [("killed", "exact", "176", "176 aboard")]),
    ("no-op: things aboard", "It had 22 trucks aboard", [("equipment", "exact", "22", "22 trucks")]),
    ("strong, behind its body", "The mission, about 1,500 strong, left", [("personnel", "approximate", "1500", "about 1,500 strong")]),
    ("a population", "a population of 4.9 million", [("people", "exact", "4900000", "4.9 million")]),
    ("a span behind an ordinal", "the third vote in two years", []),
    ("the number of those slain", "put the number of soldiers slain at 21", [("killed", "exact", "21", "soldiers slain at 21")]),
    ("a long phrase behind the number of", "The number of people confirmed dead after a boat sank on the lake has risen to 148", [("killed", "exact", "148", "148")]),
    ("the number of those aboard", "the number of people on board was put at 278", [("people", "exact", "278", "people on board was put at 278")]),
    ("billions of won", "35 billion won", [("money", "exact", "35000000000", "35 billion won")]),
    ("won by many", "what 2 million won the vote for", []),
    ("millions of kronor", "9m kronor", [("money", "exact", "9000000", "9m kronor")]),
    ("an age that is raised", "raise the retirement age to 66. Ministers met", [("age", "exact", "66", "66")]),
    ("over a place", "The troops were spread over three sites", [("sites", "exact", "3", "three sites")]),
    ("over and above", "The troops hold over three sites", [("sites", "more_than", "3", "over three sites")]),
    ("a length that was passed", "It raged for over 48 hours", [("duration", "more_than", "48", "over 48 hours")]),
    ("a code written onto the number", "paid BHD2.5m", [("money", "exact", "2500000", "BHD2.5m")]),
    ("one of a measure", "seized one kilogram of heroin", [("weight", "exact", "1", "one kilogram")]),
    ("one in figures", "held for 1 hour", [("duration", "exact", "1", "1 hour")]),
    ("a currency's code", "worth USD 143 million", [("money", "exact", "143000000", "USD 143 million")]),
    ("an age behind a name", "Ana Salas, 61, wept", [("age", "exact", "61", "61")]),
    ("no name, no age", "in groups of three, 61, and more", []),
    ("nine in ten", "nine in ten of the newcomers", [("share", "exact", None, "nine in ten")]),
    ("money of far countries", "1.2 million soles", [("money", "exact", "1200000", "1.2 million soles")]),
    ("a person's noun", "four aides", [("people", "exact", "4", "four aides")]),
    ("modifiers", "37 joint security operations", [("operations", "exact", "37", "37 joint security operations")]),
    ("two modifiers joined", "2,500 American and coalition troops", [("personnel", "exact", "2500", "2,500 American and coalition troops")]),
    ("initials", "nearly 2,500 U.S. troops", [("personnel", "approximate", "2500", "nearly 2,500 U.S. troops")]),
    ("what crowds did", "Thousands marched in Lima", [("people", "vague", None, "Thousands")]),
    ("a singular that describes", "60 adult male Yazidi detainees", [("detained", "exact", "60", "60 adult male Yazidi detainees")]),
    ("a compound's head", "five police officers", [("personnel", "exact", "5", "five police officers")]),
    ("killed, active", "The blast killed 12 people", [("killed", "exact", "12", "12 people")]),
    ("killed, passive", "12 people were killed", [("killed", "exact", "12", "12 people")]),
    ("killed, said of another", "12 rebels killed three soldiers", [("fighters", "exact", "12", "12 rebels"), ("killed", "exact", "3", "three soldiers")]),
    ("killed, joined counts", "12 soldiers and three civilians were killed", [("killed", "exact", "12", "12 soldiers"), ("killed", "exact", "3", "three civilians")]),
    ("others", "killing 12 people and wounding 30 others", [("killed", "exact", "12", "12 people"), ("wounded", "exact", "30", "30 others")]),
    ("range", "between 10 and 15 soldiers", [("personnel", "range", "10-15", "between 10 and 15 soldiers")]),
    ("range whose scale is said once", "$2-3 million", [("money", "range", "2000000-3000000", "$2-3 million")]),
    ("change is no range", "attacks rose from 12 to 15", [("attacks", "exact", "12", "attacks rose from 12"), ("attacks", "exact", "15", "attacks rose from 12 to 15")]),
    ("compared", "37 operations, against 42 a year before", [("operations", "exact", "37", "37 operations"), ("operations", "exact", "42", "42")]),
    ("money by its sign", "about $2.5 million", [("money", "approximate", "2500000", "about $2.5 million")]),
    ("age", "a 35-year-old man", [("age", "exact", "35", "35-year")]),
    ("duration", "a 30-day ceasefire", [("duration", "exact", "30", "30-day")]),
    ("speed is no distance", "at 60 km per hour", [("other", "exact", "60", "60 km per hour")]),
    ("a qualifier over both halves", "at least two men or four children", [("people", "at_least", "2", "at least two men"), ("people", "at_least", "4", "four children")]),
    ("a measured decade", "fighting for more than a decade", [("duration", "more_than", "10", "more than a decade")]),
    ("a decade that only frames", "a decade of fighting", []),
    ("a part of a whole", "37 of the 52 drones", [("equipment", "exact", "37", "37"), ("equipment", "exact", "52", "52 drones")]),
    ("a part befallen, not the whole", "Seven of the 12 soldiers were killed", [("killed", "exact", "7", "Seven"), ("personnel", "exact", "12", "12 soldiers")]),
    ("ages in a row", "boys aged 12, 14 and 17", [("age", "exact", "12", "aged 12"), ("age", "exact", "14", "14"), ("age", "exact", "17", "17")]),
    ("others after an age", "a woman aged 24 and 31 others died", [("age", "exact", "24", "aged 24"), ("killed", "exact", "31", "31 others")]),
    ("a force so strong", "a 2,500-strong mission", [("personnel", "exact", "2500", "2,500-strong")]),
    ("a crowd so strong", "a 60-strong crowd", [("people", "exact", "60", "60-strong")]),
    ("for a time after", "jailed him for 14 years after a trial", [("duration", "exact", "14", "14 years")]),
    ("a noun of no lexicon", "five looms", [("other", "exact", "5", "five looms")]),
    ("or so, before the noun", "The last 100 or so soldiers left", [("personnel", "approximate", "100", "100 or so soldiers")]),
    ("a hyphened noun", "A 30-truck convoy left", [("equipment", "exact", "30", "30-truck")]),
    ("flights", "Airlines dropped 60 flights", [("other", "exact", "60", "60 flights")]),
    ("flights of a transfer", "Two flights carrying evacuees left", [("batches", "exact", "2", "Two flights")]),
    ("a strength that fell", "cut its force to about 450 troops from 900", [("personnel", "approximate", "450", "about 450 troops"), ("personnel", "exact", "900", "900")]),
    ("where something flew", "downed 63 drones over seven regions", [("equipment", "exact", "63", "63 drones"), ("other", "exact", "7", "seven regions")]),
    ("no-op: more than that", "It lost control of over seven regions", [("other", "more_than", "7", "over seven regions")]),
    ("some of those that flew", "Russia launched 40 drones. Twelve were intercepted", [("equipment", "exact", "40", "40 drones"), ("equipment", "exact", "12", "Twelve")]),
    ("no-op: persons", "Russia launched 40 drones. Twelve were shot dead", [("equipment", "exact", "40", "40 drones"), ("killed", "exact", "12", "Twelve")]),
    ("a toll over a list of places", "The death toll in Chad, Niger and Mali surpassed 640", [("killed", "more_than", "640", "surpassed 640")]),
    ("a toll in a country", "raising the death toll in the country to at least 71", [("killed", "at_least", "71", "death toll in the country to at least 71")]),
    ("who are listed", "eight were killed, with 31 still listed as missing", [("killed", "exact", "8", "eight"), ("missing", "exact", "31", "31")]),
    ("a further number", "Chad has 800 soldiers there and its allies a further 350", [("personnel", "exact", "800", "800 soldiers"), ("personnel", "exact", "350", "350")]),
    ("who number so many", "camps for displaced families, who number over 5,300", [("families", "more_than", "5300", "over 5,300")]),
    ("others whom it befell", "killed six people and trapped hundreds of others", [("killed", "exact", "6", "six people"), ("people", "vague", None, "hundreds of others")]),
    ("of those, told with will", "600 trucks came. Of these, 90 will carry fuel and 120 will carry flour", [("equipment", "exact", "600", "600 trucks"), ("equipment", "exact", "90", "90"), ("equipment", "exact", "120", "120")]),
    ("who came together", "Organisers said that 40,000 had gathered", [("people", "exact", "40000", "40,000")]),
    ("groups that are bodies", "sanctions on 11 clerks and four groups", [("people", "exact", "11", "11 clerks"), ("organizations", "exact", "4", "four groups")]),
    ("groups that move", "The soldiers left in three groups", [("batches", "exact", "3", "three groups")]),
    ("members of a coalition", "up to 900 coalition members", [("people", "at_most", "900", "up to 900 coalition members")]),
    ("regions something flew over", "downed 30 drones launched overnight over three border regions", [("equipment", "exact", "30", "30 drones"), ("other", "exact", "3", "three border regions")]),
    ("rebels as well as civilians", "Dozens of rebels as well as civilians were killed", [("killed", "vague", None, "Dozens of rebels")]),
    ("cases confirmed before their noun", "In all, 210 confirmed cases and 12 deaths", [("other", "exact", "210", "210 confirmed cases"), ("killed", "exact", "12", "12 deaths")]),
    ("a toll of attacks", "The death toll from two suicide and gun attacks on police posts in the east has risen to 80", [("attacks", "exact", "2", "two suicide and gun attacks"), ("killed", "exact", "80", "death toll from two suicide and gun attacks on police posts in the east has risen to 80")]),
    ("on the same day", "Nine rebels were killed the same day", [("killed", "exact", "9", "Nine rebels")]),
    ("and since a year", "put the number of missing migrants at 240 so far and 8,100 since 2014", [("missing", "exact", "240", "missing migrants at 240"), ("missing", "exact", "8100", "8,100")]),
    ("some of those", "The ship rescued 51 people. Of those rescued, two were hurt", [("people", "exact", "51", "51 people"), ("wounded", "exact", "2", "two")]),
    ("behind a possessive", "17 Workers' Party members", [("people", "exact", "17", "17 Workers' Party members")]),
    ("a verb behind a plural", "20 air strikes target rebels", [("airstrikes", "exact", "20", "20 air strikes")]),
    ("another has as many", "France has 900 troops there, while allies have about 250.", [("personnel", "exact", "900", "900 troops"), ("personnel", "approximate", "250", "about 250")]),
    ("more of them, about so many", "Twelve tanks burned and about 14 were damaged", [("equipment", "exact", "12", "Twelve tanks"), ("equipment", "approximate", "14", "about 14")]),
    ("so many there", "It has 2,500 troops in Iraq and 900 in Syria.", [("personnel", "exact", "2500", "2,500 troops"), ("personnel", "exact", "900", "900")]),
    ("who got there", "Fewer than 6,000 have reached the camp", [("people", "less_than", "6000", "Fewer than 6,000")]),
    ("enlisted men", "202 enlisted men", [("personnel", "exact", "202", "202 enlisted men")]),
    ("families between em dashes", "Some 60 families—comprising 210 people—were returned", [("families", "approximate", "60", "Some 60 families"), ("displaced", "exact", "210", "210 people")]),
    ("members of families moved", "It repatriated 90 families totaling 310 people", [("families", "exact", "90", "90 families"), ("displaced", "exact", "310", "310 people")]),
    ("members of families that stay", "The club unites 90 families totaling 310 people", [("families", "exact", "90", "90 families"), ("people", "exact", "310", "310 people")]),
    ("over brackets to whom", "3,100 adult male Tuareg (MNLA) fighters", [("fighters", "exact", "3100", "3,100 adult male Tuareg (MNLA) fighters")]),
]  # fmt: skip
CASES = [("ar", *case) for case in ARABIC] + [("fa", *case) for case in PERSIAN] + [("en", *case) for case in ENGLISH]


@pytest.mark.parametrize(
    ("lang", "text", "expected"), [(c[0], c[2], c[3]) for c in CASES], ids=[f"{c[0]}: {c[1]}" for c in CASES]
)
def test_quantities(lang: str, text: str, expected: list[Found]) -> None:
    found = [
        (kind, qualifier, None if kind == "share" else value, quote)
        for kind, qualifier, value, quote in told(text, lang)
    ]
    assert found == expected


NO_FIGURE = [
    ("en", "a summit's name", "The Group of 20 summit opened", "designation"),
    ("en", "a span in which it happened", "They fell ill over 48 hours", "frame"),
    ("ar", "resolution", "القرار 2170", "designation"),
    ("ar", "unit name", "اللواء 12", "designation"),
    ("ar", "ordinal", "المرحلة الأولى", "ordinal"),
    ("ar", "phone", "الهاتف 07701234567", "designation"),
    ("fa", "article before a noun", "یک پایگاه نظامی", "one"),
    ("fa", "article before a length", "یک دهه جنگ", "one"),
    ("fa", "resolution", "قطعنامه ۲۲۳۱", "designation"),
    ("en", "aircraft", "an F-16 jet", "designation"),
    ("en", "resolution", "Resolution 2254", "designation"),
    ("en", "score", "won 3-1 at home", "score"),
    ("en", "list number", "1. Withdraw at once", "list_number"),
    ("en", "bare year", "the 2024 accord", "year"),
    ("en", "path", "open 24/7", "reference"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "reason"), [(c[0], c[2], c[3]) for c in NO_FIGURE], ids=[f"{c[0]}: {c[1]}" for c in NO_FIGURE]
)
def test_what_measures_nothing_is_listed_with_its_reason(lang: str, text: str, reason: str) -> None:
    found, left = quantities(text, lang)
    assert found == []
    assert {why for why, _ in left} == {reason}


@pytest.mark.parametrize("text", ["أصيب 90 شخصا في أسبوع واحد فقط", "أصيب 90 شخصا في شهر واحد فقط"])
def test_one_behind_a_span_counts_nobody(text: str) -> None:
    assert [figure.value for figure in quantities(text, "ar")[0]] == [Decimal(90)]


def test_bounds_follow_the_qualifier() -> None:
    (figure,) = quantities("at least 12 soldiers", "en")[0]
    assert (figure.value, figure.low, figure.high) == (Decimal(12), Decimal(12), None)


@pytest.mark.parametrize("text", ["البلدين", "الجانبان", "الطرفين"])
def test_a_definite_dual_only_points(text: str) -> None:
    assert quantities(text, "ar")[0] == []


ONE_OF = [("ar", "واحدة من أهم القواعد"), ("fa", "یکی از پایگاه‌ها"), ("en", "one of the bases")]


@pytest.mark.parametrize(("lang", "text"), ONE_OF)
def test_one_of_counts_nothing(lang: str, text: str) -> None:
    assert quantities(text, lang)[0] == []
