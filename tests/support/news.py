"""News made by chance: articles put together from fragments in three languages, with the blemishes of real copy.

The fragments are plain data; what is drawn is their order, the numbers in them, the script of the digits, marks that no
reader sees, and the furniture of the page around them.
"""

from hypothesis import strategies as st

from extract import Article

_PERSONS = {
    "ar": "جنديا|مسلحا|مدنيا|نازحا|شخصا|عائلة|ضابطا",
    "fa": "سرباز|نفر|غیرنظامی|آواره|خانواده|نیروی مرزبانی",
    "en": "soldiers|people|civilians|displaced families|police officers|others",
}
_SENTENCES = {
    "ar": (
        "وصل نحو {n} {p} إلى قاعدة عين الأسد.",
        "قال المتحدث باسم وزارة الدفاع إن ما لا يقل عن {n} {p} قتلوا وأصيب {m} آخرون.",
        "نفذت القوات العراقية {n} عملية و{m} ضربة جوية خلال عام 2025.",
        "يتراوح عددهم بين {n} و{m} {p}، أي {n}-{m} منهم.",
        "مقتل {n} {p} بينهم {m} نساء في مدينة الموصل قبل ثلاثة أشهر",
        "وأضاف أن عشرات الآلاف من النازحين عادوا، وأن هجومين وقعا في بغداد",
        "بلغت القيمة {n} مليون دولار، بنسبة {m}% أو {m} في المئة",
        "ثلاثة آلاف و{n} {p}، وألفا جندي، ونصف مليون دينار، وساعتان ونصف الساعة",
        "انسحب اللواء {n} وفق القرار {m} يوم 5 كانون الثاني 2026 الساعة {m}:30",
        "مع الدول الست وفي المرحلة الثانية، واحدة من أهم القواعد",
        "- {n} {p}",
        "- مقتل القيادي أبو خديجة عام 2025",
        "هاتف: 0770-{n}-{m}، ص {n}",
    ),
    "fa": (
        "حدود {n} {p} وارد پایگاه عین‌الاسد شدند.",
        "به گفته سخنگوی ارتش، دست‌کم {n} {p} کشته و {m} نفر دیگر زخمی شدند.",
        "ارتش ترکیه در سال ۱۴۰۴ شمار {n} عملیات و {m} حمله هوایی انجام داد.",
        "بین {n} تا {m} {p}، یعنی {n}-{m} نفر، و دو سه نفر دیگر",
        "ده‌ها هزار نفر آواره شدند و صدها خودرو سوخت",
        "ارزش آن {n} میلیون دلار بود، یعنی {m} درصد یا {m}٪",
        "دو هزار و {n} {p}، نیم میلیون ریال و جنگی ۱۱ ساله",
        "تیپ {n} طبق قطعنامه {m} ساعت {m}:۳۰ خارج شد",
        "یکی از پایگاه‌ها در مرحله دوم، سه ماه پیش",
        "وی افزود که این نیروها تا سپتامبر ۲۰۲۶ پایگاه را تحویل خواهند داد.",
        "- {n} {p}",
    ),
    "en": (
        "About {n} {p} reached Ain al-Asad air base in Anbar province.",
        'The army said at least {n} {p} were killed and {m} others wounded. "We lost {m} men," it added.',
        "Iraqi forces carried out {n} operations and {m} airstrikes in 2025, against {m} in 2024.",
        "between {n} and {m} {p}, or {n}-{m} of them",
        "Tens of thousands fled; dozens of trucks burned, said the ministry.",
        "It cost ${n} million, between {m}% and 99%, or {m} per cent",
        "two thousand {n} {p}, half a million dinars and a 30-day truce",
        "Brigade {n} left under Resolution {m} on 5 May 2025 at {m}:30 p.m.",
        "one of the bases, the second phase, three months ago, 12 F-16 jets",
        "The mission will end in September 2026.",
        "- {n} {p}",
        "Call +1 770-{n}-{m}.",
    ),
}
_FURNITURE = (
    "شارك 25",
    "اقرأ أيضا: مقتل 5 جنود",
    "إقرأ أيضا",
    "به اشتراک بگذارید ۱۲",
    "Share 25",
    "© 2026 Meridian",
    "12 views",
)
_HEADERS = ("", " date 2026-01-07 ", "آخر الأخبار\n\n", "\ufeff")
_UNSEEN = (
    "\u0640",
    "\u200c",
    "\u200f",
    "\u200e",
    "\u202b",
    "\u202c",
    "\u064e",
    "\u00ad",
    "\u200b",
    " ",
    "\n",
    '"',
    "(",
)
_SCRIPTS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "0123456789")
_NUMBERS = st.one_of(
    st.integers(0, 99).map(str),
    st.integers(0, 10**7).map(str),
    st.integers(10**3, 10**9).map("{:,}".format),
    st.sampled_from(
        ["1", "2", "12", "2.5", "2.500", "0.5", "2500", "07", "1/2", "1.2.3", "12k", "5٬300", "3٫5", "-4", "²"]
    ),
)


@st.composite
def _sentences(draw: st.DrawFn, lang: str) -> str:
    words = draw(st.sampled_from(_SENTENCES[lang]))
    persons = draw(st.sampled_from(_PERSONS[lang].split("|")))
    text = words.format(n=draw(_NUMBERS), m=draw(_NUMBERS), p=persons)
    script = draw(st.sampled_from(_SCRIPTS))
    if script != "0123456789":
        text = text.translate(dict(zip(b"0123456789", script, strict=True)))
    for mark in draw(st.lists(st.sampled_from(_UNSEEN), max_size=2)):
        place = draw(st.integers(0, len(text)))
        text = text[:place] + mark + text[place:]
    return text


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article of up to nine sentences, lines and pieces of furniture."""
    lang = draw(st.sampled_from(sorted(_SENTENCES)))
    pieces = draw(st.lists(_sentences(lang) | st.sampled_from(_FURNITURE), min_size=1, max_size=9))
    between = draw(st.sampled_from([" ", "\n", "\n\n", "\r\n"]))
    text = draw(st.sampled_from(_HEADERS)) + between.join(pieces)
    published = draw(st.sampled_from([None, "2026-01-07"]))
    return Article.of(text, id="a", lang=lang, published=published)
