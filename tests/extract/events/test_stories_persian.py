"""Persian news paragraphs written for these tests, with every trigger that must be found: type, realis, words."""

import pytest

from extract.events import find_triggers, load_events, realis
from extract.text import tokenize

STORIES = [
    (
        "withdrawal and handover",
        "وزارت دفاع نروژ اعلام کرد آخرین گروه از سربازان این کشور روز شنبه از پایگاهی در شمال عراق خارج شدند و اداره "
        "پایگاه را به پیشمرگه تحویل دادند. قرار است یگان‌های دانمارکی نیز تا پایان ماه منطقه را ترک کنند.",
        [
            ("withdrawal", "occurred", "خارج شدند"),
            ("handover", "occurred", "تحویل دادند"),
            ("withdrawal", "planned", "ترک کنند"),
        ],
    ),
    (
        "airstrike and denial",
        "جنگنده‌های ناشناس بامداد دوشنبه یک انبار سلاح در حومه دیرالزور را بمباران کردند. سخنگوی ارتش گفت هیچ "
        "حمله‌ای در این منطقه انجام نشده است.",
        [("airstrike", "occurred", "بمباران کردند"), ("attack", "denied", "حمله‌ای")],
    ),
    (
        "bombing and condemnation",
        "انفجار یک مین کنار جاده‌ای در مسیر خودروی پلیس در کویته، فرمانده پاسگاه را کشت. دولت پاکستان این اقدام را "
        "محکوم کرد و پلیس سه مظنون را بازداشت کرد.",
        [
            ("bombing", "occurred", "انفجار"),
            ("killing", "occurred", "کشت"),
            ("statement", "occurred", "محکوم کرد"),
            ("arrest", "occurred", "بازداشت کرد"),
        ],
    ),
    (
        "talks and agreement",
        "وزیر خارجه تاجیکستان روز چهارشنبه در دوشنبه با همتای قرقیز خود دیدار کرد. دو طرف توافق کردند که زندانیان را "
        "مبادله کنند و دور بعدی مذاکرات هفته آینده در بیشکک برگزار خواهد شد.",
        [
            ("talks", "occurred", "دیدار کرد"),
            ("agreement", "occurred", "توافق کردند"),
            ("detainee_transfer", "planned", "مبادله کنند"),
            ("talks", "planned", "دور بعدی مذاکرات"),
        ],
    ),
    (
        "judgment",
        "دادگاهی در استانبول دو افسر سابق را به حبس ابد محکوم کرد. دادستانی می‌گوید متهم سوم هنوز محاکمه نشده است.",
        [("judgment", "occurred", "محکوم کرد"), ("judgment", "denied", "محاکمه نشده")],
    ),
    (
        "displacement and aid",
        "هزاران نفر از ساکنان شهر کادوقلی پس از حملات خمپاره‌ای آواره شدند. برنامه جهانی غذا کمک‌های غذایی به "
        "اردوگاه‌ها ارسال کرد.",
        [
            ("shelling", "occurred", "حملات خمپاره‌ای"),
            ("displacement", "occurred", "آواره شدند"),
            ("aid", "occurred", "کمک‌های غذایی به اردوگاه‌ها ارسال کرد"),
        ],
    ),
    (
        "abduction and release",
        "افراد مسلح یک پزشک آلمانی را در شرق بورکینافاسو ربودند. به گفته سفارت، مذاکره برای آزادی او ادامه دارد و "
        "ممکن است این گروگان به‌زودی آزاد شود.",
        [
            ("abduction", "occurred", "ربودند"),
            ("talks", "ongoing", "مذاکره"),
            ("detainee_transfer", "planned", "آزادی"),
            ("detainee_transfer", "hypothetical", "آزاد شود"),
        ],
    ),
    (
        "protest and legislation",
        "معترضان در تفلیس مقابل پارلمان تجمع کردند و پلیس به سوی آنان گاز اشک‌آور شلیک کرد. نمایندگان همان روز لایحه "
        "مطبوعات را تصویب کردند.",
        [
            ("protest", "occurred", "تجمع کردند"),
            ("attack", "occurred", "شلیک کرد"),
            ("legislation", "occurred", "تصویب کردند"),
        ],
    ),
    (
        "appointment and resignation",
        "رئیس‌جمهور ارمنستان وزیر دفاع را برکنار کرد و یک ژنرال بازنشسته را به این سمت منصوب کرد. دبیر شورای امنیت نیز "
        "استعفا داد.",
        [
            ("appointment", "occurred", "برکنار کرد"),
            ("appointment", "occurred", "منصوب کرد"),
            ("other", "occurred", "استعفا داد"),
        ],
    ),
    (
        "sanctions and exercise",
        "کانادا سه شرکت کشتیرانی را تحریم کرد. نیروی دریایی هند و عمان از فردا رزمایش مشترک برگزار می‌کنند و یک "
        "ناوشکن هندی وارد بندر مسقط شده است.",
        [
            ("sanctions", "occurred", "تحریم کرد"),
            ("training", "planned", "رزمایش مشترک"),
            ("deployment", "occurred", "وارد بندر مسقط شده"),
        ],
    ),
    (
        "disarmament and mission end",
        "شبه‌نظامیان روند خلع سلاح را آغاز کردند و مأموریت ناظران در خرداد به پایان می‌رسد. اگر آتش‌بس نقض شود، "
        "آوارگان بازنخواهند گشت.",
        [
            ("disarmament", "occurred", "خلع سلاح"),
            ("mission_end", "ongoing", "به پایان می‌رسد"),
            ("ceasefire", "hypothetical", "آتش‌بس"),
            ("other", "hypothetical", "نقض شود"),
            ("repatriation", "hypothetical", "بازنخواهند گشت"),
        ],
    ),
    (
        "clashes and threat",
        "درگیری میان دو طایفه در بدخشان سه ساعت ادامه داشت. طالبان تهدید کرد به روستاهای آنان حمله خواهد کرد.",
        [
            ("attack", "occurred", "درگیری"),
            ("statement", "occurred", "تهدید کرد"),
            ("attack", "planned", "حمله خواهد کرد"),
        ],
    ),
    (
        "a flood is one happening",
        "جاری شدن سیلاب در ولسوالی برکه جان ۲۷ تن را گرفت. تیم‌های نجات در جستجوی ناپدیدشدگان هستند. "
        "ده‌ها خانه ویران شد.",
        [("other", "occurred", "جاری شدن سیلاب")],
    ),
    (
        "a part in it denied",
        "حمله به مسجد ۳۰ کشته بر جا گذاشت. این گروه هرگونه دخالت در این حمله را رد کرد.",
        [("attack", "occurred", "حمله"), ("attack", "occurred", "حمله")],
    ),
    (
        "the truce that was agreed on",
        "ارتش با آتش‌بسی سه‌روزه موافقت کرد. مسکو احتمال آتش‌بس دیگری را منتفی دانست.",
        [("ceasefire", "occurred", "آتش‌بسی"), ("ceasefire", "denied", "آتش‌بس")],
    ),
    (
        "a named victim before the next count",
        "یورش پلیس به مخفیگاه قاچاقچیان یک ساعت طول کشید. استوار میری به شهادت رسید و دو قاچاقچی زخمی شدند.",
        [("operation", "occurred", "یورش"), ("killing", "occurred", "به شهادت رسید")],
    ),
    (
        "what an operation is for",
        "عملیات ارتش برای بیرون راندن شورشیان از گوما ادامه دارد.",
        [("operation", "ongoing", "عملیات ارتش")],
    ),
    (
        "topics and purposes",
        "دو طرف درباره آتش‌بس گفت‌وگو کردند. او نیرویی برای نبرد با داعش ساخت.",
        [("talks", "occurred", "گفت‌وگو کردند")],
    ),
    (
        "what is threatened and pledged",
        "رئیس‌جمهور تهدید کرد که بر کالاها تعرفه وضع می‌کند. ژاپن وعده سپرد ۱۹ میلیون دلار کمک در اختیار سازمان بگذارد.",
        [("statement", "occurred", "تهدید کرد"), ("aid", "occurred", "وعده سپرد")],
    ),
    (
        "what is pledged is told once",
        "شهرداری وعده داد به بی‌خانمان‌ها ۲ میلیون ریال وام بلاعوض بدهد. بانک متعهد شد کمک‌های مالی پرداخت کند.",
        [("aid", "occurred", "وعده داد"), ("aid", "occurred", "متعهد شد کمک‌های مالی")],
    ),
    (
        "a seat is no meeting",
        "او به جای ژنرال بر کرسی ریاست ستاد کل نشست. نمایندگان دو طرف درباره تبادل زندانیان توافق کردند.",
        [
            ("appointment", "occurred", "بر کرسی ریاست ستاد کل نشست"),
            ("detainee_transfer", "planned", "تبادل زندانیان"),
            ("agreement", "occurred", "توافق کردند"),
        ],
    ),
]

# Ordinary prose in which nothing of security or diplomatic life happens.
QUIET = [
    "قیمت طلا در بازار تهران دو درصد افزایش یافت و دلار به بالاترین رقم سال رسید.",
    "تیم ملی والیبال در دیدار دوستانه سه بر یک پیروز شد و بازیکن مصدوم به تمرین‌ها بازگشت.",
    "وی در گفت‌وگو با خبرنگاران گفت برداشت گندم امسال بیشتر از سال گذشته است.",
    "این شرکت نسخه تازه نرم‌افزار خود را منتشر کرد و مدیر آن جایزه نوآوری را گرفت.",
    "پزشکان می‌گویند حمله قلبی در زمستان بیشتر رخ می‌دهد.",
    "جاده چالوس به علت بارش برف بسته شد و مسافران در راه ماندند.",
    "نمایشگاه کتاب با حضور ناشران خارجی در مصلی آغاز به کار کرد.",
    "سازمانی مدنی، مستقر در اسلو، می‌گوید زندان‌ها پر است.",
    "او سوگند خورد که راه پدرش را ادامه دهد.",
    "وزیر در حاشیه نشست هیئت دولت از گرانی گلایه کرد.",
    "شهروندان می‌توانند برای پرسش‌های خود با شمارهٔ ۱۲۵ تماس بگیرند.",
    "برف قطارها را از حرکت بازداشت.",
    "بهای دلار از مرز تازه‌ای گذشت و بورس سقوط کرد.",
    "هواشناسان از حمله موسمی امسال می‌گویند.",
    "بازگشت به میز مذاکره آسان نیست.",
    "متخلفان مطابق ماده ۸ قانون به حبس محکوم می‌شوند.",
    "وزیر بهداشت از بیمارستان تازه بازدید کرد.",
    "هواداران دو تیم شعار می‌دادند.",
    "شرکت محصول تازه خود را به بازار فرستاد.",
    "نخست‌وزیر به این نتیجه رسیده که مالیات‌ها بالاست.",
    "رهبر گروه درباره منع کشت خشخاش سخن گفت.",
    "او سال‌ها در غربت به سر می‌برد.",
    "دوره ناوگروه به پایان رسید.",
    "وزیر پس از سخنرانی راهی خانه شد.",
    "حزب او ۷۰ کرسی به دست آورد.",
]


def labels(text: str) -> list[tuple[str, str, str]]:
    tokens = tokenize(text)
    triggers = find_triggers(tokens, "fa", load_events())
    return [(t.type, str(realis(tokens, t, "fa")), tokens.span(t.first, t.stop).of(text)) for t in triggers]


@pytest.mark.parametrize(("text", "expected"), [story[1:] for story in STORIES], ids=[story[0] for story in STORIES])
def test_every_trigger_of_a_story_is_found(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize("text", QUIET)
def test_ordinary_prose_has_no_trigger(text: str) -> None:
    assert labels(text) == []
