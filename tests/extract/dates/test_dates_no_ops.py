"""What looks like a date and is none: names, verbs, counts, scores, addresses, resolutions, plain durations."""

import pytest

from extract.dates import find_dates, scan
from extract.numbers import scan as scan_numbers
from extract.text import tokenize

NAMES_AND_VERBS = [
    ("en", "May told reporters that she may leave"),
    ("en", "It may 5 times a day repeat itself"),
    ("en", "They march on Rome; the march 5 miles long"),
    ("en", "He sat down in the sun and wed her"),
    ("en", "An august body will second the motion"),
    ("en", "Jan Egeland and Mar Mikhael"),
    ("ar", "مارس ضغوطا على الحكومة"),
    ("ar", "صفر إصابات بصفر خسائر"),
    ("ar", "رجب طيب أردوغان ورمضان قديروف"),
    ("ar", "قال محرم شعبان"),
    ("ar", "أب لخمسة أطفال"),
    ("ar", "الأمين العام الحالي للمنظمة"),
    ("ar", "في اليوم الأول والثاني"),
    ("ar", "ذلك اليوم"),
    ("ar", "صلاة الجمعة وخطبة الجمعة"),
    ("ar", "سوق الخميس"),
    ("ar", "يتظاهرون كل جمعة"),
    ("en", "They protest every Friday"),
    ("fa", "هر جمعه تظاهرات می‌کنند"),
    ("en", "5, 6 and 7 people were killed"),
    ("ar", "ميدان السادس من أكتوبر ومدينة 6 أكتوبر"),
    ("fa", "خبرگزاری مهر از مهر و محبت نوشت"),
    ("fa", "سه تیر شلیک شد و ۳ تیر به دیوار خورد"),
    ("fa", "یک دی جی در مه غلیظ می رفت"),
    ("fa", "۵ می شود ده"),
    ("fa", "بهمن کشاورز و آذر محمدی"),
    ("fa", "حمل ۲۰ بار به میزان ۵ تن از سرطان"),
    ("fa", "از ۲۰ حمل بار تا شکار اسد"),
    ("fa", "نماز جمعه و امام جمعه تهران"),
    ("fa", "میدان اردیبهشت"),
    ("fa", "مأموریت را سه ماه دیگر تمدید کردند"),
    ("fa", "به دو سال دیگر حبس محکوم شد"),
    ("fa", "مرز را به مدت سه ماه دیگر بسته نگه می‌دارد"),
]
COUNTS = [
    ("en", "2025 soldiers and 2000 people"),
    ("en", "in 2000 homes and by 1200 men"),
    ("en", "the death toll stands at 12."),
    ("en", "rose from 2024 to 2500 cases"),
    ("en", "2014-2017 troops"),
    ("ar", "2025 جنديا و2000 جندي"),
    ("ar", "في 2000 منزل"),
    ("ar", "ارتفع العدد من 2024 إلى 2500"),
    ("ar", "بلغ العدد 2015 قتيلا"),
    ("ar", "ارتفعت الحصيلة إلى 27."),
    ("ar", "على ارتفاع 2000 م"),
    ("ar", "الفرقة الأولى والثانية"),
    ("fa", "۲۰۲۴ نفر و ۱۴۰۴ نفر"),
    ("fa", "در ۱۴۰۰ خانوار"),
]
FIGURES = [
    ("en", "open 24/7"),
    ("en", "a 3-1 win and a 22-4 rout"),
    ("en", "half or 1/2 of it, 3/4 cup"),
    ("en", "version 3.5.12 at 192.168.1.1"),
    ("en", "call 0770-123-4567 or +1-202-555-0143"),
    ("en", "F-16 and ISO-8859-6"),
    ("en", "UN Resolution 2254"),
    ("en", "4.22 percent"),
    ("en", "on 2² and 10²: 5³"),
    ("ar", "القرار 3/2024"),
    ("ar", "القرار 2254 والقرار رقم 2170"),
    ("ar", "فاز 3-1"),
    ("ar", "هاتف 07701234567"),
    ("fa", "قطعنامه ۲۲۵۴"),
    ("fa", "کد خبر: ۱۷۷۳۴۷"),
]
DURATIONS = [
    ("en", "11 years of war, a 30-day ceasefire, seven months of fighting"),
    ("en", "after 11 years of war"),
    ("en", "the fighting lasted three weeks"),
    ("ar", "استمرت 11 عاما"),
    ("ar", "هدنة مدتها 30 يوما لمدة ثلاثة أشهر"),
    ("fa", "جنگ ۱۱ ساله"),
    ("fa", "طی ۱۱ سال، با همکاری"),
]


@pytest.mark.parametrize(("lang", "text"), NAMES_AND_VERBS + COUNTS + FIGURES + DURATIONS)
def test_no_date(lang: str, text: str) -> None:
    assert [mention.span.of(text) for mention in find_dates(text, lang)] == []


@pytest.mark.parametrize(("lang", "text"), COUNTS + DURATIONS)
def test_counts_and_durations_stay_figures(lang: str, text: str) -> None:
    tokens = tokenize(text)
    assert scan(tokens, scan_numbers(tokens, lang), lang) == ([], [])


TWINS = [
    ("en", "He may go in May", ["May"]),
    ("en", "They march in March 2024", ["March 2024"]),
    ("en", "one second later, on the second of May", ["second of May"]),
    ("en", "The Sun said on Sun, 3 May", ["Sun, 3 May"]),
    ("en", "after Monday's raid and before Tuesday's talks", ["Monday's", "Tuesday's"]),  # the days of those
    ("ar", "مارس دوره في مارس", ["مارس"]),
    ("ar", "بصفر إصابات في شهر صفر", ["شهر صفر"]),
    ("ar", "زار رجب إردوغان بغداد في 5 رجب", ["5 رجب"]),
    ("ar", "بين شباط وشعبان: 3 شباط و3 شعبان", ["شباط", "3 شباط", "3 شعبان"]),
    ("fa", "خبرگزاری مهر در ۵ مهر", ["۵ مهر"]),
    ("fa", "سه تیر در سوم تیر", ["سوم تیر"]),
    ("fa", "به نقل از دی جی در نهم دی", ["نهم دی"]),
    ("fa", "مه غلیظ در ماه مه", ["ماه مه"]),
]


@pytest.mark.parametrize(("lang", "text", "quotes"), TWINS)
def test_a_word_and_its_twin_among_the_dates(lang: str, text: str, quotes: list[str]) -> None:
    assert [mention.span.of(text) for mention in find_dates(text, lang)] == quotes
