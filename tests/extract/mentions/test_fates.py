"""What befell counted persons: killed, wounded, detained, missing, displaced; before the count, after it, or shared."""

import pytest

from extract import numbers
from extract.mentions.quantities import find_quantities
from extract.ontology.lexicon import load_lexicon
from extract.text import tokenize

Found = list[tuple[str, str]]


def told(text: str, lang: str) -> Found:
    """(kind, quote) of each quantity."""
    tokens = tokenize(text)
    found, _ = find_quantities(tokens, numbers.scan(tokens, lang), [""] * len(tokens), load_lexicon(lang))
    return [(q.kind, tokens.folded.origin(q.start, q.end).of(text)) for q in found]


BEFORE = [
    ("ar", "sentenced to death", "أصدرت أحكاما بإعدام 17 شخصا", [("detained", "17 شخصا")]),
    ("ar", "put to death", "إعدام 17 شخصا", [("killed", "17 شخصا")]),
    ("ar", "set free by whomever", "أفرجت الحركة عن 25 صيادا", [("detained", "25 صيادا")]),
    ("ar", "let go", "أطلقت الجماعة سراح 25 صيادا", [("detained", "25 صيادا")]),
    ("ar", "verbal noun", "مقتل 5 جنود", [("killed", "5 جنود")]),
    ("ar", "verb", "قتل 5 جنود", [("killed", "5 جنود")]),
    ("ar", "verb and its subject between", "قتل الجيش 5 مسلحين", [("killed", "5 مسلحين")]),
    ("ar", "with a qualifier between", "مقتل نحو 40 مسلحا", [("killed", "نحو 40 مسلحا")]),
    ("ar", "a dual", "أدى القصف إلى مقتل طفلين", [("killed", "طفلين")]),
    ("ar", "N of the members", "قتل 5 من عناصر التنظيم", [("killed", "5 من عناصر")]),
    ("ar", "martyred", "استشهاد 3 مقاتلين", [("killed", "3 مقاتلين")]),
    ("ar", "eliminated", "القضاء على 5 إرهابيين", [("killed", "5 إرهابيين")]),
    ("ar", "wounded", "إصابة 7 أطفال", [("wounded", "7 أطفال")]),
    ("ar", "arrested", "اعتقلت القوات 20 شخصا", [("detained", "20 شخصا")]),
    ("ar", "caught", "القبض على 5 إرهابيين", [("detained", "5 إرهابيين")]),
    ("ar", "kidnapped", "خطف 6 عمال", [("detained", "6 عمال")]),
    ("ar", "executed", "تنفيذ حكم الإعدام بحق 3 مدانين", [("killed", "3 مدانين")]),
    ("ar", "sentenced", "أحكاما بالسجن على 140 صحفيا", [("detained", "140 صحفيا")]),
    ("ar", "took with it", "حريق أودى بأكثر من 100 شخص", [("killed", "بأكثر من 100 شخص")]),
    ("ar", "fled", "فر مئات القرويين", [("displaced", "مئات القرويين")]),
    ("ar", "fell ill", "إصابة 40 شخصا بحمى الضنك", [("people", "40 شخصا")]),
    ("ar", "cases of an epidemic", "تجاوز عدد الإصابات بالحصبة 2000 إصابة", [("other", "2000 إصابة")]),
    ("ar", "others before them", "قضوا وجرح 17 آخرون", [("wounded", "17 آخرون")]),
    ("ar", "what befell their boat", "غرق قارب يقل 80 صيادا", [("people", "80 صيادا")]),
    ("ar", "fled for their lives", "هرب 300 شخص", [("displaced", "300 شخص")]),
    ("ar", "lost", "فقدان 3 صيادين", [("missing", "3 صيادين")]),
    ("ar", "lost their lives", "فقد 3 صيادين أرواحهم", [("killed", "3 صيادين")]),
    ("ar", "lost, and nothing said of lives", "فقد 3 صيادين في البحر", [("missing", "3 صيادين")]),
    ("ar", "driven out", "نزح 5000 شخص", [("displaced", "5000 شخص")]),
    ("fa", "killing of", "کشته شدن ۵ سرباز", [("killed", "۵ سرباز")]),
    ("fa", "martyrdom of", "شهادت ۳ مرزبان", [("killed", "۳ مرزبان")]),
    ("fa", "arrest of", "بازداشت ۲۰ نفر", [("detained", "۲۰ نفر")]),
    ("fa", "wounding of", "زخمی شدن ۱۲ نفر", [("wounded", "۱۲ نفر")]),
    ("en", "verb", "The blast killed 12 people", [("killed", "12 people")]),
    ("en", "participle", "killing 12 people", [("killed", "12 people")]),
    ("en", "verb alone", "The blast killed 12", [("killed", "12")]),
    ("en", "noun", "the deaths of 12 people", [("killed", "12 people")]),
    ("en", "two words", "shot dead two men", [("killed", "two men")]),
    ("en", "nabbed", "nabbed two men", [("detained", "two men")]),
    ("en", "hauled off", "hauled off nine demonstrators", [("detained", "nine demonstrators")]),
    ("en", "arrested", "arrested 20 people", [("detained", "20 people")]),
    ("en", "displaced", "displaced 5,000 people", [("displaced", "5,000 people")]),
    ("en", "a toll", "It put the toll at more than 60", [("killed", "more than 60")]),
    (
        "en",
        "a toll that climbed",
        "The death toll has climbed past 3,600",
        [("killed", "death toll has climbed past 3,600")],
    ),
    ("en", "lives", "The floods claimed 41 lives", [("killed", "41 lives")]),
    (
        "en",
        "joined to one victim",
        "killed the mayor and four of his bodyguards",
        [("killed", "four of his bodyguards")],
    ),
    ("en", "joined, with a verb of its own", "killed a farmer and 12 people were told", [("people", "12 people")]),
    ("en", "carried off", "Bandits carried off 60 worshippers", [("detained", "60 worshippers")]),
]
AFTER = [
    ("ar", "behind some of them", "إن 12 مدنيا، بينهم 5 أطفال، قضوا", [("killed", "12 مدنيا"), ("killed", "5 أطفال")]),
    ("ar", "those who killed", "أطلق مسلحان النار فقتلا 4 ركاب", [("fighters", "مسلحان"), ("killed", "4 ركاب")]),
    ("ar", "verb", "5 جنود قتلوا", [("killed", "5 جنود")]),
    ("ar", "met their death", "لقي 5 أشخاص مصرعهم", [("killed", "5 أشخاص")]),
    ("fa", "verb at the end", "۱۲ سرباز در این درگیری کشته شدند", [("killed", "۱۲ سرباز")]),
    ("fa", "lost their lives", "۵ نفر جان باختند", [("killed", "۵ نفر")]),
    ("fa", "active verb", "ارتش ۵ شبه‌نظامی را کشت", [("killed", "۵ شبه‌نظامی")]),
    ("fa", "arrested", "۳ نفر دستگیر شدند", [("detained", "۳ نفر")]),
    ("fa", "driven out", "۵۰۰۰ نفر آواره شدند", [("displaced", "۵۰۰۰ نفر")]),
    ("fa", "going home", "۵۰۰۰ نفر به خانه بازمی‌گردند", [("displaced", "۵۰۰۰ نفر")]),
    ("fa", "sent to hospital", "انفجار ۹ نفر را روانه بیمارستان کرد", [("wounded", "۹ نفر")]),
    ("fa", "another clause before", "۱۷ نفر مفقود شده‌اند و ۴۰ نفر آواره شدند", [("missing", "۱۷ نفر"), ("displaced", "۴۰ نفر")]),
    ("fa", "missing", "سیل آمد و ۱۲ نفر ناپدیدند", [("missing", "۱۲ نفر")]),
    ("fa", "dragged to death", "سیل ۲۰ نفر را به کام مرگ کشاند", [("killed", "۲۰ نفر")]),
    ("fa", "a verb apart from its object", "۹۰۰ تن را از مرز نیمروز اخراج نمودند", [("displaced", "۹۰۰ تن")]),
    ("fa", "its verb before the next", "جان ۷ نفر را گرفته و ۹۰ تن را آواره کرده است", [("killed", "۷ نفر"), ("displaced", "۹۰ تن")]),
    ("fa", "one beside others", "دو کودک جان دادند و یک زن زخمی شد", [("killed", "دو کودک"), ("wounded", "یک زن")]),
    ("fa", "members joined", "چهار تن از نیروهای پولیس و شش مهاجم کشته شدند", [("killed", "چهار تن"), ("killed", "شش مهاجم")]),
    ("fa", "strength", "شمار سربازان در سوریه به دو هزار تن می‌رسد", [("personnel", "دو هزار تن")]),
    ("fa", "watched, not taken", "پلیس ۷ نفر را زیر نظر گرفت", [("people", "۷ نفر")]),
    ("fa", "caught", "پولیس ۷ مظنون را به چنگ آورد", [("detained", "۷ مظنون")]),
    ("fa", "sent to jail", "۵ معترض راهی بازداشتگاه شدند", [("detained", "۵ معترض")]),
    ("en", "passive", "12 people were killed", [("killed", "12 people")]),
    ("en", "passive, perfect", "at least 12 people have been killed in 3 strikes", [("killed", "at least 12 people"), ("airstrikes", "3 strikes")]),
    ("en", "died", "12 people died", [("killed", "12 people")]),
    ("en", "are missing", "three fishermen are missing", [("missing", "three fishermen")]),
    ("en", "fled", "5,000 people fled", [("displaced", "5,000 people")]),
    ("en", "have since fled", "Some 2,300 villagers have since fled", [("displaced", "Some 2,300 villagers")]),
    ("en", "from their homes", "Clashes drove 64,000 people from their homes", [("displaced", "64,000 people")]),
    ("en", "in captivity", "Two nuns who were taken remain in captivity", [("detained", "Two nuns")]),
    ("en", "burns", "Another 17 people suffered burns", [("wounded", "17 people")]),
    ("en", "ill people", "nine men too weak to walk were taken to hospital", [("people", "nine men")]),
    ("en", "nouns of fate", "12 killed, 30 injured", [("killed", "12 killed"), ("wounded", "30 injured")]),
]  # fmt: skip
SHARED = [
    ("en", "seized by pirates", "Seven fishermen seized by pirates wept", [("detained", "Seven fishermen")]),
    ("en", "lost men", "The army lost 40 men", [("killed", "40 men")]),
    ("en", "home behind", "A plane flew 210 Syrians home", [("displaced", "210 Syrians")]),
    ("en", "wounded before", "12 wounded soldiers wept", [("wounded", "12 wounded soldiers")]),
    ("en", "seized before", "Three abducted nuns wept", [("detained", "Three abducted nuns")]),
    ("en", "displaced before", "a million displaced Iraqis", [("displaced", "a million displaced Iraqis")]),
    ("en", "held for so long", "Seven engineers held for 20 days wept", [("detained", "Seven engineers"), ("duration", "20 days")]),
    ("en", "seized, and the power", "50 colonels seized power", [("personnel", "50 colonels")]),
    ("en", "those they took", "released 25 of the 41 schoolgirls they kidnapped", [("detained", "25"), ("detained", "41 schoolgirls")]),
    ("en", "those who were more", "Seven of the 12 soldiers were killed", [("killed", "Seven"), ("personnel", "12 soldiers")]),
    ("en", "of whom", "Some 980 people were killed, of whom 412 were women", [("killed", "Some 980 people"), ("killed", "412")]),
    ("en", "of the dead", "Of the dead, 412 were women", [("killed", "412")]),
    ("en", "of the suspects", "Police arrested 13 people. Three of the suspects wept.", [("detained", "13 people"), ("detained", "Three of the suspects")]),
    ("en", "suspects nobody arrested", "Police killed 13 people. Three of the suspects wept.", [("killed", "13 people"), ("people", "Three of the suspects")]),
    ("en", "the remaining", "Police freed 25 hostages; the remaining 16 are in the hills", [("detained", "25 hostages"), ("detained", "16")]),
    ("en", "lost relatives", "He lost nine relatives", [("killed", "nine relatives")]),
    ("en", "lost seats", "It lost nine seats", [("other", "nine seats")]),
    ("en", "remain so", "Some 300 people remain uprooted", [("displaced", "Some 300 people")]),
    ("ar", "joined counts", "مقتل 5 جنود و3 مدنيين", [("killed", "5 جنود"), ("killed", "3 مدنيين")]),
    ("ar", "others", "مقتل 5 جنود وإصابة 12 آخرين", [("killed", "5 جنود"), ("wounded", "12 آخرين")]),
    ("ar", "a part of them", "12 قتيلا بينهم 3 نساء", [("killed", "12 قتيلا"), ("killed", "3 نساء")]),
    ("ar", "without nouns", "مقتل 5 وإصابة 7", [("killed", "5"), ("wounded", "7")]),
    ("ar", "a part of a count without noun", "مقتل ستة بينهم طفلان", [("killed", "ستة"), ("killed", "طفلان")]),
    ("fa", "one verb for two", "۵ سرباز کشته و ۱۲ نفر زخمی شدند", [("killed", "۵ سرباز"), ("wounded", "۱۲ نفر")]),
    ("fa", "joined counts", "۱۲ سرباز و ۳ غیرنظامی کشته شدند", [("killed", "۱۲ سرباز"), ("killed", "۳ غیرنظامی")]),
    ("fa", "a part of them", "۱۲ نفر از جمله ۳ کودک کشته شدند", [("killed", "۱۲ نفر"), ("killed", "۳ کودک")]),
    ("en", "joined counts", "12 rebels and three soldiers were killed", [("killed", "12 rebels"), ("killed", "three soldiers")]),
    ("en", "others", "killing 12 people and wounding 30 others", [("killed", "12 people"), ("wounded", "30 others")]),
    ("en", "a part of them", "12 people, including three children, were killed", [("killed", "12 people"), ("killed", "three children")]),
    ("en", "one helping verb for two", "five soldiers were killed and 12 wounded", [("killed", "five soldiers"), ("wounded", "12 wounded")]),
]  # fmt: skip
CASUALTIES = [
    ("ar", "before", "مقتل وإصابة 30 شخصا", [("casualties", "30 شخصا")]),
    ("ar", "between dead and wounded", "50 شخصا بين قتيل وجريح", [("casualties", "50 شخصا")]),
    ("fa", "before", "کشته و زخمی شدن ۳۰ نفر", [("casualties", "۳۰ نفر")]),
    ("fa", "after", "۳۰ نفر کشته یا زخمی شدند", [("casualties", "۳۰ نفر")]),
    ("en", "before", "killed or wounded 30 people", [("casualties", "30 people")]),
    ("en", "after", "30 people were killed or wounded", [("casualties", "30 people")]),
]
GRAVER = [
    ("fa", "sentenced to death", "پنج تن از اعضای باند را به مرگ محکوم کرد", [("detained", "پنج تن")]),
    ("fa", "on the way back, abducted", "چهار کارگر در مسیر بازگشت به خانه ربوده شدند", [("detained", "چهار کارگر")]),
    ("fa", "they came back", "چهار کارگر به خانه بازگشتند", [("displaced", "چهار کارگر")]),
    ("fa", "of one family", "چهار تن از اعضای یک خانواده کشته شدند", [("killed", "چهار تن")]),
    (
        "fa",
        "a leader among them",
        "شش تن از افراد گروه به شمول یک قوماندان کشته شدند",
        [("killed", "شش تن")],
    ),
    ("ar", "the displaced, killed", "مقتل 5 نازحين", [("killed", "5 نازحين")]),
    ("ar", "migrants, dead", "مصرع 8 مهاجرين", [("killed", "8 مهاجرين")]),
    ("ar", "the convicted, executed", "إعدام 3 مدانين", [("killed", "3 مدانين")]),
    ("fa", "prisoners, killed", "۳ زندانی کشته شدند", [("killed", "۳ زندانی")]),
    ("en", "detainees, killed", "five detainees were killed", [("killed", "five detainees")]),
    ("en", "refugees, arrested", "arrested 20 refugees", [("detained", "20 refugees")]),
    ("ar", "prisoners, set free", "إطلاق سراح 5 أسرى", [("detained", "5 أسرى")]),
    ("ar", "another's death before", "بعد مقتل جندي وإطلاق سراح 5 أسرى", [("detained", "5 أسرى")]),
    ("ar", "the displaced, back home", "عودة 40 نازحا", [("displaced", "40 نازحا")]),
    ("fa", "captives, set free", "۵ اسیر آزاد شدند", [("detained", "۵ اسیر")]),
    ("en", "hostages, set free", "14 hostages were freed", [("detained", "14 hostages")]),
]
NOT_BEFALLEN = [
    ("ar", "they did it", "غادر 5 جنود", [("personnel", "5 جنود")]),
    ("ar", "a thing is destroyed", "تدمير 5 دبابات", [("equipment", "5 دبابات")]),
    ("ar", "families keep their kind", "نزوح 300 عائلة", [("families", "300 عائلة")]),
    ("fa", "they did it", "۵ سرباز پایگاه را ترک کردند", [("personnel", "۵ سرباز")]),
    ("fa", "a ship is no killing", "کشتی با ۲۱ خدمه رسید", [("personnel", "۲۱ خدمه")]),
    ("en", "they did it", "12 soldiers left the base", [("personnel", "12 soldiers")]),
    ("en", "a long phrase before", "The accident cost the lives of 12 people.", [("killed", "12 people")]),
    ("en", "alive", "Six civilians perished and 11 were pulled alive from the debris.", [("killed", "Six civilians"), ("people", "11")]),
    ("ar", "of one family", "قتل سبعة من عائلة واحدة.", [("killed", "سبعة"), ("families", "عائلة واحدة")]),
    ("en", "a sentence that a number opens follows", "12 people were killed. Nine cars burned.", [("killed", "12 people"), ("equipment", "Nine cars")]),
    ("en", "a part behind a dash", "12 people were killed - nine of them children.", [("killed", "12 people"), ("killed", "nine")]),
    ("en", "they did it to others", "12 rebels killed three soldiers", [("fighters", "12 rebels"), ("killed", "three soldiers")]),
    ("en", "families keep their kind", "forcing 300 families to flee", [("families", "300 families")]),
    ("en", "in the next sentence", "Five guards stayed. Two were killed.", [("personnel", "Five guards"), ("killed", "Two")]),
]  # fmt: skip
CASES = BEFORE + AFTER + SHARED + CASUALTIES + GRAVER + NOT_BEFALLEN


@pytest.mark.parametrize(("lang", "_", "text", "expected"), CASES, ids=[f"{lang}: {name}" for lang, name, *_ in CASES])
def test_what_befell_whom(lang: str, _: str, text: str, expected: Found) -> None:
    assert told(text, lang) == expected
