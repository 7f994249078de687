"""The words of each type's family, in the three languages: plain sentences of news, and what they tell."""

import pytest

from extract.events import find_triggers, load_events
from extract.text import tokenize

ARABIC = [
    ("عبرت 60 شاحنة مساعدات معبر كرم أبو سالم", "aid"),
    ("خصصت الحكومة مبلغا لإغاثة المتضررين", "aid"),
    ("تتسلم الأسر سلالا غذائية كل شهر", "aid"),
    ("رجعت عشرات الأسر النازحة إلى بيوتها", "repatriation"),
    ("جرى إيواء المتضررين في المدارس", "displacement"),
    ("غادر القطاع ثلاثون مريضا للعلاج", "displacement"),
    ("صدر مرسوم بإنشاء هيئة للموانئ", "legislation"),
    ("أصدرت الوزارة لائحة جديدة للعمل", "legislation"),
    ("ضبطت الدورية سبع بنادق", "other"),
    ("عثر الجنود على مخبأ للأسلحة", "other"),
    ("أنقذ خفر السواحل أربعين مهاجرا", "other"),
    ("اجتاحت السيول قرى الوادي", "other"),
    ("دمرت الشرطة ستة أنفاق", "other"),
    ("اندلعت حرائق في الغابة", "other"),
    ("أعيد فتح المعبر صباح اليوم", "other"),
    ("أحالت الشرطة المتهم إلى القضاء", "judgment"),
    ("تجمع مئات الأهالي أمام المحافظة", "protest"),
    ("فرضت واشنطن عقوبات على الشركة", "sanctions"),
    ("عبأت السلطات جنودا من الاحتياط", "deployment"),
    ("اعترضت دورية ثلاث مركبات للمهربين", "operation"),
    ("دان الأمين العام التفجير", "statement"),
    ("حدد الطرفان موعد الجولة المقبلة من المفاوضات", "talks"),
    ("جمعت القوة قطع سلاح من القرى", "disarmament"),
]
PERSIAN = [
    ("هزار خانواده به وطن عودت کردند", "repatriation"),
    ("سه تن به ظن سرقت گرفتار شدند", "arrest"),
    ("پولیس یک مظنون را گرفتار نمود", "arrest"),
    ("دو تن به څارنوالی معرفی گردیدند", "judgment"),
    ("از نزد آنان چهار میل سلاح به دست آمد", "other"),
    ("مأموران ۲۰ کیلوگرم تریاک کشف کردند", "other"),
    ("سیلاب‌ها در بغلان خسارت زدند", "other"),
    ("گذرگاه تورخم بازگشایی شد", "other"),
    ("انتخابات به تعویق افتاد و تاریخ برگزاری آن روشن نیست", "other"),
    ("سلاح‌های مردم جمع‌آوری شد", "disarmament"),
    ("به خانواده‌ها کمک نقدی توزیع گردید", "aid"),
    ("صدها خانواده بیجا شدند", "displacement"),
    ("اتباع غیرمجاز رد مرز شدند", "displacement"),
    ("دور بعدی مذاکرات در مسقط است", "talks"),
    ("آمریکا تحریم‌ها را لغو کرد", "sanctions"),
    ("دو پهپاد را از بین بردند", "attack"),
    ("شورشیان از حومه شهر پس رانده شدند", "withdrawal"),
    ("سربازان پادگان را پشت سر گذاشتند", "withdrawal"),
    ("گارد مرزی در پنجاه نقطه تازه مستقر شده است", "deployment"),
    ("ارتش جنگنده‌هایش را به پرواز درآورد", "deployment"),
    ("پلیس تعقیب عاملان را آغاز کرده است", "operation"),
    ("جنگنده‌ها اطراف آن شهرک را در هم کوبیدند", "airstrike"),
    ("پهپادی به یک موتورسیکلت موشک شلیک کرد", "airstrike"),
    ("سه پهپاد به میدان گازی اصابت کرد", "airstrike"),
    ("آتشباری توپخانه بر آن بلندی‌ها ادامه داشت", "shelling"),
    ("پاسگاه مرزی را به توپ بستند", "shelling"),
    ("به گفته وکیل، زندانی زیر شکنجه بوده است", "attack"),
    ("پلیس با گاز اشک‌آور معترضان را متفرق کرد", "attack"),
    ("یکی از سرکردگان گروه از پا درآمد", "killing"),
    ("یکی از اعضای گروه به دام افتاد", "arrest"),
    ("مظنون خود را تسلیم پلیس کرد", "arrest"),
    ("او با قرار وثیقه از زندان بیرون آمده است", "detainee_transfer"),
    ("دو وزیر سندی به امضا رساندند", "agreement"),
    ("نخست‌وزیر با همتایش به گفت‌وگو نشست", "talks"),
    ("وزیر خارجه راهی مسکو شد", "talks"),
    ("رانندگان دست از کار کشیدند", "protest"),
    ("بازاریان مغازه‌هایشان را بستند", "protest"),
    ("دادگاه او را مجرم شناخت", "judgment"),
    ("پرونده او به دادگاه ارجاع شد", "judgment"),
    ("دارایی‌های شرکت مسدود شد", "sanctions"),
    ("هفت بانک را در فهرست سیاه جای دادند", "sanctions"),
    ("خانواده‌ها خانه‌های خود را رها کرده‌اند", "displacement"),
    ("سازمان خوراک جهانی وعده داد بسته‌های غذایی بفرستد", "aid"),
    ("پنجاه کامیون آذوقه را راهی شهر کردند", "aid"),
    ("این حزب توافق را مردود دانست", "statement"),
    ("سه سفیر اروپایی را احضار کردند", "statement"),
    ("شهر به دست شورشیان افتاد", "other"),
    ("ده‌ها خانه فرو ریخت", "other"),
    ("اینترنت دو روز قطع شد", "other"),
    ("مسلحان بیمارستان را غارت کردند", "other"),
    ("یک قاضی دیوان عالی ترور شد", "killing"),
    ("مهاجم خود را در میان جمعیت منفجر کرد", "bombing"),
    ("یک پهپاد خودرویی را در حومه شهر زد", "airstrike"),
    ("تانک‌های خود را به مرز بردند", "deployment"),
    ("هیئت طالبان به مسکو رفت", "talks"),
    ("نخست‌وزیر کابینه‌اش را معرفی کرد", "appointment"),
    ("نام سپاه را در فهرست گروه‌های تروریستی گنجاندند", "sanctions"),
    ("دادگاه حبس او را به شش سال افزایش داد", "judgment"),
    ("این گروه سلاح‌های خود را آتش زد", "disarmament"),
    ("ایران حریم هوایی خود را بست", "other"),
    ("متهم روانه زندان شد", "arrest"),
    ("مرزبانان حمله قاچاقچیان را دفع کردند", "attack"),
    ("عمان میان دو کشور میانجیگری می‌کند", "talks"),
    ("قطار از ریل خارج شد", "other"),
]
ENGLISH = [
    ("Some 4,000 Afghans came back from Iran", "repatriation"),
    ("Every household was given flour and blankets", "aid"),
    ("Aid trucks entered the enclave", "aid"),
    ("Customs officers confiscated 40 rifles", "other"),
    ("The coast guard rescued 30 migrants", "other"),
    ("A magnitude 6 earthquake shook the province", "other"),
    ("Floods swept the valley", "other"),
    ("Two climbers died of cold", "other"),
    ("The crossing was closed on Friday", "other"),
    ("The election was postponed", "other"),
    ("An insurgent group claimed the ambush", "statement"),
    ("Mali lodged a complaint with the court", "judgment"),
    ("The president signed off on the bill", "legislation"),
    ("The union imposed sanctions on the firm", "sanctions"),
    ("The foreign minister flew into Amman", "talks"),
    ("Recruits began a training course", "training"),
    ("A helicopter fired on the trucks", "airstrike"),
    ("Algeria is to send an ambassador back", "appointment"),
    ("Jordan hosts many refugees", "displacement"),
    ("The garrison slipped out at night", "withdrawal"),
    ("Jets were scrambled over the strait", "deployment"),
    ("Commandos crossed the river", "operation"),
    ("The refinery was bombed by Israel", "airstrike"),
    ("A farmer stepped on a landmine", "bombing"),
    ("Raiders torched the granary", "attack"),
    ("The guards repelled an assault", "attack"),
    ("Inmates told of torture", "attack"),
    ("The envoy's brother was hacked to death", "killing"),
    ("Officers led away two students", "arrest"),
    ("Bandits snatched five schoolgirls", "abduction"),
    ("Minsk let go nine prisoners", "detainee_transfer"),
    ("Most villagers have trickled back", "repatriation"),
    ("A pause in the fighting was observed", "ceasefire"),
    ("The envoys sat down in Muscat", "talks"),
    ("The commissioner was replaced by a general", "appointment"),
    ("The new mining law took effect", "legislation"),
    ("Bakers walked out over wages", "protest"),
    ("Relatives blocked the road", "protest"),
    ("The clerk was found guilty", "judgment"),
    ("The smuggler was acquitted", "judgment"),
    ("Brussels slapped curbs on the port", "sanctions"),
    ("Norway promised tents", "aid"),
    ("Thousands of people streamed out of the valley", "displacement"),
    ("Cairo accused the militia of piracy", "statement"),
    ("The council urged restraint", "statement"),
    ("Marines boarded the tanker", "other"),
    ("The coalition cabinet fell", "other"),
    ("A school dormitory caved in", "other"),
    ("Rebels captured Tazrouk", "other"),
    ("The shop caught fire", "other"),
    ("London froze the assets of two judges", "sanctions"),
    ("The court annulled the vote", "judgment"),
    ("Gunmen stormed the bank", "attack"),
    ("The army has built up its forces", "deployment"),
    ("The envoy is due to travel to Oslo", "talks"),
]


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        pytest.param(lang, text, kind, id=f"{lang} {kind}: {text[:30]}")
        for lang, table in (("ar", ARABIC), ("fa", PERSIAN), ("en", ENGLISH))
        for text, kind in table
    ],
)
def test_the_family_of_a_type_is_known(lang: str, text: str, kind: str) -> None:
    assert kind in [trigger.type for trigger in find_triggers(tokenize(text), lang, load_events())]


# By what means, and whom: a death is the strike's, the mine's, a killing or a figure of the attack just told.
DEATHS = [
    ("en", "The ministry said its aircraft had killed dozens of fighters", ["airstrike"]),
    ("en", "A mine killed a farmer near Raqqa", ["bombing"]),
    ("en", "Jets bombed the port, killing an elderly woman", ["airstrike"]),
    ("en", "Nine people, including two nurses, were killed in Gao", ["attack"]),
    ("en", "Two people were killed when a bus overturned", ["other"]),
    ("en", "Jets bombed Gao. Separately, 13 people were killed in Katsina.", ["airstrike", "attack"]),
    ("en", "A blast at a fireworks plant killed 26 people", ["other"]),
    ("en", "Our colleague Hana Salim, aged 36, was killed at the gate", ["killing"]),
    ("ar", "مقتل 20 عنصرا من التنظيم بينهم قيادي", ["killing"]),
    ("ar", "مقتل 20 عنصرا من التنظيم", ["attack"]),
]


@pytest.mark.parametrize(("lang", "text", "kinds"), DEATHS)
def test_what_a_death_belongs_to(lang: str, text: str, kinds: list[str]) -> None:
    assert [trigger.type for trigger in find_triggers(tokenize(text), lang, load_events())] == kinds


# Near misses: the word without what makes it a happening of this life.
QUIET = [
    ("en", "Peace of mind returned to the office"),
    ("en", "The board passed on the offer"),
    ("en", "He gave an interview to the paper"),
    ("en", "The bank has its own blacklist"),
    ("en", "Gold retreated from a record"),
    ("en", "On 12 March people stayed at home"),
    ("en", "The coast guard flag is blue"),
    ("en", "Shares rose under the Doha deal"),
    ("en", "He praised those who want to stop attacks"),
    ("en", "It is an attack on the independence of judges"),
    ("ar", "عاد الحديث إلى المجالس"),
    ("ar", "قدم الوزير شكره إلى الحضور"),
    ("fa", "ترکش یکی از آنها به دیوار خورد"),
    ("fa", "این کشتی طول زیادی دارد"),
]


@pytest.mark.parametrize(("lang", "text"), QUIET)
def test_near_misses(lang: str, text: str) -> None:
    assert find_triggers(tokenize(text), lang, load_events()) == []
