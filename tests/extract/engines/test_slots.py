"""Slots of a figure: whose it is, where, when; filled where the text says so plainly, and left empty otherwise."""

from datetime import date

import pytest

from extract import Article, Figure, extract

PUBLISHED = "2026-01-07"


def figures(text: str, lang: str) -> list[Figure]:
    return list(extract(Article.of(text, lang=lang, published=PUBLISHED)).figures)


Named = tuple[str, str | None] | None

PARTIES = [
    ("ar", "adjective behind the noun", "غادر 2500 جندي أميركي", [("أميركي", "US")]),
    ("ar", "plural adjective", "مقتل 5 جنود عراقيين", [("عراقيين", "IQ")]),
    ("ar", "of the forces", "2500 من القوات الأميركية", [("القوات الأميركية", "US")]),
    ("ar", "of a group", "12 عنصرا من تنظيم داعش", [("تنظيم داعش", None)]),
    ("ar", "in the label", "يبلغ عدد العسكريين الأميركيين نحو 2500 جندي", [("الأميركيين", "US")]),
    ("ar", "who did it", "نفذ الجيش العراقي 37 عملية", [("الجيش العراقي", "IQ")]),
    ("ar", "a country that did it", "شنت إسرائيل 12 غارة على غزة", [("إسرائيل", "IL")]),
    ("ar", "who gave it", "قدمت قطر 5 ملايين دولار", [("قطر", "QA")]),
    ("fa", "adjective behind the noun", "۲۵۰۰ سرباز آمریکایی", [("آمریکایی", "US")]),
    ("fa", "of the forces", "۱۲ نفر از نیروهای ایرانی", [("نیروهای ایرانی", "IR")]),
    ("fa", "who did it", "ارتش ترکیه ۱۲ حمله انجام داد", [("ارتش ترکیه", "TR")]),
    ("en", "modifier", "2,500 American troops", [("American", "US")]),
    ("en", "initials", "2,500 U.S. troops left", [("U.S.", "US")]),
    ("en", "of the army", "five soldiers of the Turkish army", [("Turkish army", "TR")]),
    ("en", "who did it", "Iraq's army conducted 37 operations", [("Iraq's army", "IQ")]),
    ("ar", "of whose ranks", "سقط 11 قتيلا في صفوف المهاجمين", [("المهاجمين", None)]),
    ("ar", "whose prisoners", "أفرجت الحكومة عن 86 من أسرى الحركة", [("الحركة", None)]),
    ("ar", "who sent them", "نشرت بولندا 3000 جندي على الحدود", [("بولندا", "PL")]),
    ("ar", "over an aside", "رصدت الحكومة، اليوم الثلاثاء، مبلغا قدره 5 ملايين درهم", [("الحكومة", None)]),
    ("ar", "all of a list", "عبأت السلطات 38 آلية، وثلاث مروحيات", [("السلطات", None)] * 2),
    ("fa", "who withdrew them", "فرانسه ۴۰۰ نظامی از چاد خارج کرد", [("فرانسه", "FR")]),
    ("en", "who sent them", "Poland deployed 3,000 soldiers on the border", [("Poland", "PL")]),
    ("en", "no pronoun", "It will withdraw 700 US troops", [("US", "US")]),
    ("ar", "not who seized them", "ضبطت الشرطة العراقية ست بنادق", [None]),
    ("ar", "not who shot them down", "أسقطت القوات الروسية ست مسيرات", [None]),
    ("fa", "not where they left", "۴۰ خانواده از ایران بازگشتند", [None]),
    ("fa", "not whose media count", "رسانه‌های سوری گفتند شمار کشته‌شدگان ۱۱ نفر است", [None]),
    ("en", "not who only speaks", "Poland said 3,000 soldiers left", [None]),
    ("ar", "not the killer", "قتل داعش 5 جنود", [None]),
    ("ar", "not where it is", "وصل 5 جنود إلى العراق", [None]),
    ("en", "not the killer", "ISIS killed five soldiers", [None]),
    ("en", "not who says so", "Iraq's army said five soldiers left", [None]),
]


@pytest.mark.parametrize(
    ("lang", "_", "text", "expected"), PARTIES, ids=[f"{lang}: {name}" for lang, name, *_ in PARTIES]
)
def test_party(lang: str, _: str, text: str, expected: list[Named]) -> None:
    found = figures(text, lang)
    assert [figure.party and (figure.party.text, figure.party.iso) for figure in found] == expected


PLACES = [
    ("en", "what its clause tells happened there", "Troops left Harir base with 40 trucks.", [("Harir base", "Harir")]),
    ("ar", "what its clause tells happened there", "غادر قاعدة بلد 40 جنديا.", [("قاعدة بلد", "Balad Air Base")]),
    ("en", "not what another sentence tells", "Troops left Harir base. In all 40 trucks were sold.", [None]),
    ("ar", "behind", "مقتل 5 جنود في بغداد", [("بغداد", "Baghdad")]),
    ("ar", "the nearer of two", "وصل 100 نازح إلى مخيم الجدعة في نينوى", [("مخيم الجدعة", "Jadaa")]),
    ("ar", "in its own clause", "في بغداد، قال الوزير إن 5 جنود قتلوا في الموصل", [("الموصل", "Mosul")]),
    ("fa", "before", "در بغداد ۵ سرباز کشته شدند", [("بغداد", "Baghdad")]),
    ("fa", "between", "۵ سرباز در بغداد کشته شدند", [("بغداد", "Baghdad")]),
    ("en", "behind", "five soldiers were killed in Mosul", [("Mosul", "Mosul")]),
    ("en", "in its own clause", "In Baghdad, the minister said five soldiers died in Mosul", [("Mosul", "Mosul")]),
    ("en", "a town that no list knows", "five soldiers were killed in El Dukkan", [("El Dukkan", None)]),
    ("en", "a described place", "five soldiers were held at a checkpoint", [("checkpoint", None)]),
    ("ar", "the speaker's own", "قالت مصادر في أربيل إن 5 جنود قتلوا", [None]),
    ("ar", "where they came to rather than from", "عادت 40 أسرة من إيران إلى العراق", [("العراق", "Iraq")]),
    ("en", "the label of an item", "Returns:\n- Herat province: 40 families\n", [("Herat", "Herat")]),
    (
        "ar",
        "the heading of a list",
        "نتائج العام في محافظة ديالى كما يأتي:\n- تنفيذ 40 عملية تفتيش\n- اعتقال 5 مطلوبين\n",
        [("محافظة ديالى", "Diyala")] * 2,
    ),
    ("en", "what a distance is measured from", "A school 300 metres from the border", [("border", None)]),
    ("ar", "what a distance is measured from", "على بعد 30 كيلومترا من الحدود السورية", [("الحدود السورية", None)]),
    ("ar", "an unknown town it lies south of", "على بعد ستين كيلومترا جنوب شرقي باسكنو", [("باسكنو", None)]),
    ("en", "no place that it is measured from", "He ran 12 km from fear.", [None]),
    ("en", "the host", "Chad hosts 900 refugees", [("Chad", "Chad")]),
    ("ar", "the host", "استقبلت المدينة 460 أسرة", [("المدينة", None)]),
    ("fa", "the host", "ایران میزبان ۴ میلیون پناهجو است", [("ایران", "Iran")]),
    ("en", "the host, over a clause", "The camp, which opened in 2012, shelters 900 people.", [("camp", None)]),
    ("en", "no host", "The minister hosted 12 envoys", [None]),
    ("en", "where", "They lie in Tyre, where 12 people died.", [("Tyre", "Tyre")]),
    ("fa", "a place named before", "در این منطقه ۱۲ نفر کشته شدند", [("منطقه", None)]),
    ("ar", "a place before a verb of outcome", "قتل 5 جنود في مخيم النور أسفر القصف عن تدميره", [("مخيم النور", None)]),
    ("ar", "a counted place is none", "عادت 40 أسرة إلى 33 قرية", [None, None]),
    ("en", "what was struck", "Warplanes bombed the town of Dukkan, killing 12 people.", [("town of Dukkan", None)]),
    ("fa", "what was struck", "مهاجمان پاسگاه مرزی را هدف قرار دادند و ۳ سرباز را کشتند", [("پاسگاه مرزی", None)]),
    ("en", "no country that was struck", "Iran attacked Israel with 200 missiles.", [None]),
    ("fa", "the speaker's own", "یک منبع محلی در حسکه به ما گفت ۱۱ نفر کشته شدند", [None]),
    ("en", "where it is told", "The minister told reporters in Geneva that 12 men died.", [None]),
    ("ar", "where it is told", "قال الوزير للصحفيين في جنيف إن 12 شخصا قتلوا.", [None]),
    ("ar", "in a happening", "مقتل 12 شخصا في زلزال ضرب مدينة الموصل.", [("مدينة الموصل", "Mosul")]),
    ("fa", "not the hedge behind it", "در همین منطقه دست‌کم ۵۲ نفر کشته شدند.", [("منطقه", None)]),
    ("en", "none of an age", "A guard aged 62 was seen in Mosul", [None]),
    ("ar", "none said", "مقتل 5 جنود", [None]),
    ("ar", "in the next sentence", "مقتل 5 جنود. وصل الوزير إلى بغداد.", [None]),
    ("en", "a nationality is none", "five Iraqi soldiers were killed", [None]),
    ("en", "an unknown name with a hyphen", "five soldiers were killed in Al-Jarda", [("Al-Jarda", None)]),
    ("fa", "before what is done there", "۸۰ خانواده در کمپ زرین حضور دارند.", [("کمپ زرین", None)]),
]


@pytest.mark.parametrize(
    ("lang", "_", "text", "expected"), PLACES, ids=[f"{lang}: {name}" for lang, name, *_ in PLACES]
)
def test_place(lang: str, _: str, text: str, expected: list[Named]) -> None:
    assert [figure.place and (figure.place.text, figure.place.name) for figure in figures(text, lang)] == expected


def year(number: int) -> tuple[date, date]:
    return date(number, 1, 1), date(number, 12, 31)


WHENS = [
    ("ar", "behind", "نفذت القوات 37 عملية خلال عام 2025", [year(2025)]),
    ("ar", "before", "في عام 2025 نفذت القوات 37 عملية", [year(2025)]),
    ("ar", "for two joined figures", "نفذت 37 عملية و93 ضربة في عام 2025", [year(2025), year(2025)]),
    ("ar", "each its own", "أربع هجمات في 2025 مقارنة بـ42 هجوما في 2024", [year(2025), year(2024)]),
    ("ar", "the frame of a list", "خلال عام 2025:\n- 37 عملية\n- 93 ضربة", [year(2025), year(2025)]),
    ("ar", "relative to the publication", "قتل 5 جنود أمس", [(date(2026, 1, 6), date(2026, 1, 6))]),
    ("fa", "Jalali", "در سال ۱۴۰۴ شمار ۳۷ عملیات انجام شد", [(date(2025, 3, 21), date(2026, 3, 20))]),
    ("ar", "not the dateline's", "الخرطوم 12 كانون الثاني (سونا) - احتجز مسلحون 9 تلاميذ.", [None]),
    ("en", "not the dateline's", "LAGOS, Jan 12 (Agency) - Gunmen took 9 pupils.", [None]),
    ("en", "each its own", "four attacks in 2025, against 42 in 2024", [year(2025), year(2024)]),
    ("en", "the frame of a list", "In 2025:\n- 37 operations\n- 93 airstrikes", [year(2025), year(2025)]),
    ("en", "not the day of saying so", "The army said on Monday 12 people had fled", [None]),
    ("fa", "not of what it is compared with", "تورم نسبت به ماه گذشته ۳ درصد کاهش یافت", [None]),
    (
        "fa",
        "over what it is compared with",
        "در سال ۲۰۲۵ در مقایسه با سال ۲۰۲۴ شمار ۳۷ عملیات انجام شد",
        [(date(2025, 1, 1), date(2025, 12, 31))],
    ),
    ("fa", "of those compared", "در مقایسه با ۲۷ حمله سال ۲۰۲۴ کمتر بود", [(date(2024, 1, 1), date(2024, 12, 31))]),
    ("fa", "not the day of saying so", "فرمانده سپاه روز دوشنبه گفت ۱۲ نفر کشته شدند", [None]),
    ("ar", "not the day of publishing", "وبحسب حصيلة نشرتها الوزارة اليوم الثلاثاء، غادر 500 شخص", [None]),
    ("en", "not of what happens next", "Some 900 people live there, and the army will withdraw in May 2027.", [None]),
    ("en", "not of an aside", "The town, which was taken in 2012, holds 900 prisoners.", [None]),
    ("en", "not since when it is a record", "It was the widest exchange since 2023: 900 prisoners.", [None]),
    ("ar", "none said", "نفذت القوات 37 عملية", [None]),
    ("ar", "in the next sentence", "غادر 5 جنود. وفي عام 2025 تغير الأمر.", [None]),
    ("ar", "in the sentence before, which frames nothing", "تغير الأمر في عام 2025. غادر 5 جنود.", [None]),
    (
        "en",
        "not since when a border was shut",
        "On Sunday it opened the border, closed since 1993, to 14 trucks",
        [(date(2026, 1, 4), date(2026, 1, 4))],
    ),
    ("ar", "not since when troops are there", "أصيب جنديان من قوة منتشرة هناك منذ عام 2021", [None]),
    (
        "ar",
        "since when a war has gone on",
        "أسفر النزاع المستمر منذ عام 2019 عن مقتل 120 شخصا",
        [(date(2019, 1, 1), date(2026, 1, 7))],
    ),
]


@pytest.mark.parametrize(("lang", "_", "text", "expected"), WHENS, ids=[f"{lang}: {name}" for lang, name, *_ in WHENS])
def test_when(lang: str, _: str, text: str, expected: list[tuple[date, date] | None]) -> None:
    assert [figure.when and (figure.when.first, figure.when.last) for figure in figures(text, lang)] == expected


CURRENCIES = [
    ("ar", "dinar in Iraq", "5 آلاف دينار في العراق", "IQD"),
    ("ar", "dinar in Jordan", "5 آلاف دينار في الأردن", "JOD"),
    ("ar", "rial in Saudi Arabia", "300 ألف ريال في السعودية", "SAR"),
    ("fa", "rial in Iran", "۵ میلیون ریال در ایران", "IRR"),
    ("ar", "the country that is named most", "بين العراق والأردن: 5 آلاف دينار في العراق", "IQD"),
    ("ar", "of no country", "5 آلاف دينار", None),
    ("ar", "of a country with another currency", "5 آلاف دينار في السعودية", None),
    ("en", "said by itself", "5 million dollars in Iraq", "USD"),
]


@pytest.mark.parametrize(
    ("lang", "_", "text", "unit"), CURRENCIES, ids=[f"{lang}: {name}" for lang, name, *_ in CURRENCIES]
)
def test_what_a_bare_currency_means(lang: str, _: str, text: str, unit: str | None) -> None:
    (figure,) = figures(text, lang)
    assert (figure.kind, figure.unit) == ("money", unit)


def test_every_slot_is_a_quote_of_the_article() -> None:
    text = "قال الوزير إن 2500 جندي أميركي غادروا قاعدة عين الأسد في الأنبار خلال عام 2025."
    (figure,) = figures(text, "ar")
    assert figure.noun
    assert figure.party
    assert figure.place
    assert figure.when
    assert figure.source
    slots = [figure.evidence, figure.noun, figure.party, figure.place, figure.when.evidence, figure.source]
    assert [text[slot.start : slot.end] for slot in slots] == [slot.text for slot in slots]
    assert [slot.text for slot in slots] == ["2500 جندي", "جندي", "أميركي", "الأنبار", "عام 2025", "الوزير"]
