"""Where and when a happening was, and which figures measure it; no-op rows stand behind what they guard."""

from datetime import date

import pytest

from extract import Article, extract
from extract.schema import Event

PUBLISHED = date(2026, 3, 18)  # a Wednesday


def first(text: str, lang: str, kind: str) -> Event:
    events = extract(Article.of(text, lang=lang, published=PUBLISHED)).events
    return next(event for event in events if event.type == kind)


PLACES: list[tuple[str, str, str, str, str | None]] = [
    ("the site left", "ar", "غادرت القوات القاعدة على دفعتين إلى تشاد.", "withdrawal", "القاعدة"),
    ("no-op: the site gone to", "ar", "انسحبت القوات من بلدة الخيام إلى المخيم.", "withdrawal", "بلدة الخيام"),
    ("the site left", "en", "The troops left the base for Chad on Monday.", "withdrawal", "base"),
    ("the site left", "fa", "نیروهای فرانسوی این پایگاه را ترک کردند.", "withdrawal", "پایگاه"),
    ("behind a date between commas", "ar", "تظاهر المئات، الجمعة الماضية، وسط العاصمة للمطالبة بالإصلاح.", "protest",
     "العاصمة"),
    ("pointed at", "ar", "ستنشر الوزارة كتيبة في هذا القاطع.", "deployment", "القاطع"),
    ("what opens the sentence", "fa", "در لاهور، پلیس سه مظنون را بازداشت کرد.", "arrest", "لاهور"),
    ("what opens the sentence", "en", "Outside the courthouse, hundreds of people demonstrated.", "protest",
     "courthouse"),
    ("no-op: who carried it out is no place", "ar", "قتل راعيان في هجوم شنته إثيوبيا بالمدفعية.", "shelling", None),
    ("what is struck", "ar", "قصفت المدفعية سوق البلدة.", "shelling", "سوق البلدة"),
    ("no-op: who is struck", "ar", "هاجم مسلحون دورية.", "attack", None),
    ("what is seized", "en", "Rebels seized the town of Sake from the army.", "other", "town of Sake"),
    ("what saw it", "ar", "شهدت القاعدة هجوما صاروخيا.", "shelling", "القاعدة"),
    ("what hosted it", "ar", "استضافت القاعدة مناورات عسكرية.", "training", "القاعدة"),
    ("fled from", "en", "Some 15,000 people have fled Goma since January.", "displacement", "Goma"),
    ("visited", "ar", "يزور وزير الدفاع العراقي واشنطن.", "talks", "واشنطن"),
    ("the town before the site", "en", "Police arrested a man at a hotel in Antalya.", "arrest", "Antalya"),
    ("no-op: a state", "en", "The court sentenced a former minister to five years in prison.", "judgment", None),
    ("no-op: where they only talk", "ar", "سيجتمع الطرفان في مسقط لبحث الإفراج عن الأسرى.", "detainee_transfer", None),
    ("what is done there", "en", "Talks in Istanbul scheduled for Monday will be held.", "talks", "Istanbul"),
    ("no-op: why", "en", "Thousands protested in support of Azerbaijan.", "protest", None),
    ("no-op: who is struck", "en", "Air strikes against Islamic State continued.", "airstrike", None),
    ("without where it lies", "ar", "أسفرت هجمات في مدينة خاركيف شمال شرقي البلاد عن مقتل شخصين.", "attack",
     "مدينة خاركيف"),
    ("no-op: a sentence to prison", "ar", "حكمت المحكمة على وزير سابق بالسجن عشر سنوات.", "judgment", None),
    ("where it is, not who went", "fa", "مهاجمان در جنوب شهر سه نفر را ربودند.", "abduction", "جنوب شهر"),
    ("before its verb", "fa", "قرار است وزیر برای گفت‌وگو به واشنگتن برود.", "talks", "واشنگتن"),
    ("no-op: those who take a stand", "en", "Parties in Yerevan condemned the deal.", "agreement", None),
    ("what they take a stand on", "en", "The council condemned the attack in Goma.", "attack", "Goma"),
    ("no-op: whose they are", "en", "The withdrawal included 300 US troops.", "withdrawal", None),
    ("no-op: who is behind them", "en", "The drones of Iran-backed rebels were shot down.", "attack", None),
    ("no-op: whose deed it is", "en", "Three people were hurt in Chad's overnight attack.", "attack", None),
    ("no-op: a nationality", "en", "Three people were hurt in Chadian attacks.", "attack", None),
    ("what a country owns", "en", "Three people were hurt by an attack in Chad's eastern desert.", "attack", "Chad's eastern desert"),
    ("no-op: who attacked", "en", "Forty died in a Taliban attack.", "attack", None),
    ("without the hour", "en", "Drones were shot down over the Red Sea early on Wednesday.", "attack", "Red Sea"),
    ("who attacks is no place", "fa", "هشت کشته در حملات روسیه به جنوب اوکراین.", "attack", "جنوب اوکراین"),
    ("two who agree are no place", "fa", "خروج نیروها بر اساس توافق بین مسقط و پاریس انجام خواهد شد.", "withdrawal", None),
    ("two who agree are no place", "en", "The mission ends under an agreement between Lima and Quito.", "agreement", None),
    ("what a state has is no place", "en", "Militias opposed to the U.S. presence attacked a convoy.", "attack", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "kind", "place"),
    [
        pytest.param(*case[1:], id=f"{case[1]}: {case[0]}")
        for case in ((name, lang, text, kind, place) for name, lang, text, kind, place in PLACES)
    ],
)
def test_where(lang: str, text: str, kind: str, place: str | None) -> None:
    found = first(text, lang, kind).place
    assert (found.text if found else None) == place


DAYS: list[tuple[str, str, str, str, date | None]] = [
    ("between commas", "ar", "وكان المئات قد تظاهروا، الجمعة الماضية، وسط العاصمة.", "protest", date(2026, 3, 13)),
    ("no-op: when they only talk", "ar", "سيجتمع الطرفان الاثنين لبحث الإفراج عن الأسرى.", "detainee_transfer", None),
    ("no-op: when it was said", "ar", "قال الوزير، أمس الثلاثاء، إن القوات اعتقلت مهربين.", "arrest", None),
    ("no-op: when it was said", "fa", "وزارت داخله روز سه‌شنبه اعلام کرد که سه تن بازداشت شده‌اند.", "arrest", None),
    ("no-op: since when they were held", "en", "The court acquitted two men, who had been held since 2021.", "judgment",
     None),
    ("the same day", "ar", "أعلنت الشرطة الاثنين مقتل شخص في هجوم شنه مسلحون فجر اليوم نفسه.", "attack", date(2026, 3, 16)),
    ("no-op: a day to come", "en", "Unions condemned the cut and called a strike for Friday.", "statement", None),
    ("no-op: a day of the judging", "en", "On Monday the council condemned the attack.", "attack", None),
    ("a day of the deed", "en", "The council condemned the attack on Monday.", "attack", date(2026, 3, 16)),
    ("no-op: since when they are there", "ar", "وصلت قوات منتشرة في البلاد منذ عام 2021 إلى المطار.", "deployment", None),
    ("no-op: since when it was shut", "en", "Turkey reopened the border, closed since 1993, and troops left.", "withdrawal", None),
    ("no-op: another's war", "en", "Chad, which fought a war in 2020, has sent 300 troops.", "deployment", None),
    ("no-op: the worst since", "en", "The bombing was the deadliest since the fall of the town in 2021.", "bombing", None),
    ("no-op: what is conceded", "en", "Despite the victory of March 2026, troops remain in Gao.", "deployment", None),
    ("no-op: the day of announcing, where another is told", "ar", "أعلنت باماكو اليوم، انسحاب القوات التركية من القاعدة الأسبوع المقبل.", "withdrawal", date(2026, 3, 23)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "kind", "day"), [pytest.param(*case[1:], id=f"{case[1]}: {case[0]}") for case in DAYS]
)
def test_when(lang: str, text: str, kind: str, day: date | None) -> None:
    when = first(text, lang, kind).when
    assert (when.first if when else None) == day


def test_a_figure_measures_the_nearest_happening_of_its_kind() -> None:
    text = "أعلنت القيادة تدمير ثلاثة أنفاق وضبط أربعين بندقية قرب كركوك."
    extraction = extract(Article.of(text, lang="ar", published=PUBLISHED))
    figures = {figure.id: figure.evidence.text for figure in extraction.figures}
    assert [[figures[one] for one in event.figures] for event in extraction.events] == [
        ["ثلاثة أنفاق"],
        ["أربعين بندقية"],
    ]


def test_persons_who_only_speak_measure_nothing() -> None:
    event = first("Gunmen ambushed a convoy near Gao, three local officials said.", "en", "attack")
    assert event.figures == ()
