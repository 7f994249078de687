"""Whose a figure is by a pronoun, a label, a passive, or because it goes on from the figure before."""

import pytest

from extract import Article, extract

PARTIES = [
    ("en", "its own, of who speaks", "The army said three of its soldiers were killed.", ["The army"]),
    ("ar", "its own, of who speaks", "أعلن الجيش الإسرائيلي مقتل اثنين من جنوده", ["الجيش الإسرائيلي"]),
    ("fa", "its own, of who speaks", "ارتش گفت دو سربازش زخمی شدند", ["ارتش"]),
    ("fa", "its own, behind a counter", "ارتش گفت سه تن از سربازانش کشته شدند", ["ارتش"]),
    ("ar", "no pronoun, a feminine ending", "قتل الجيش خمسة من طلبة الجامعة", [None]),
    ("en", "who lost them", "The group said it had lost four fighters.", ["The group"]),
    ("en", "no group that lost them", "The village lost 12 men in the war.", [None]),
    ("ar", "how strong it is", "وصلت القوات العراقية، وقوامها 2000 جندي، إلى المعبر", ["القوات العراقية"]),
    ("ar", "in the label of the number", "يبلغ عدد قوات التحالف في العراق 2500 جندي", ["قوات التحالف"]),
    ("ar", "no body in the label", "يبلغ عدد سكان العراق 46 مليون شخص", [None]),
    ("en", "losses before a colon", "Army losses: 12 dead and 30 wounded.", ["Army", "Army"]),
    ("ar", "losses with their number", "بلغت خسائر الجيش 12 قتيلا و30 جريحا", ["الجيش", "الجيش"]),
    ("en", "losses that name nobody", "The firm told of losses: 12 workers were hurt.", [None]),
    ("fa", "right behind the noun", "دو خودرو مهاجمان منهدم شد", ["مهاجمان"]),
    ("fa", "a country right behind the noun", "۳ شهروند آمریکا بازداشت شدند", ["آمریکا"]),
    ("fa", "no adjective", "۳ قاچاقچی مسلح کشته شدند", [None]),
    ("fa", "no object of the verb", "سه غیرنظامی ایران را ترک کردند", [None]),
    ("en", "who launched them", "The attack involved 40 drones launched by Iran.", ["Iran"]),
    ("en", "not who shot them down", "There were 40 drones shot down by Iran.", [None]),
    ("ar", "who launched them", "اعترض الجيش 12 مسيرة أطلقتها جماعة الحوثي", ["جماعة الحوثي"]),
    ("en", "who sends them, not where to", "Kenya is to send 600 more police to Haiti", ["Kenya"]),
    ("fa", "a part of those before", "۴۰ زائر آمدند که ۱۸ نفر آنان عراقی بودند", [None, "عراقی"]),
    ("ar", "a part of those before", "شارك 1040 عسكريا، 640 منهم مغاربة", [None, "مغاربة"]),
    ("en", "not who tells of another", "Israel said Hezbollah launched 30 rockets.", ["Hezbollah"]),
    ("en", "not what was only hoped for", "Kyiv hopes for three vessels.", [None]),
    ("en", "whoever backs them", "Iranian-backed Houthi rebels fired two missiles.", ["Houthi rebels"]),
]
SHARED = [
    ("ar", "others", "قتل خمسة عناصر من الحشد الشعبي وأصيب سبعة آخرون", ["الحشد الشعبي"] * 2),
    ("en", "no noun", "Five Turkish soldiers were killed and 20 wounded.", ["Turkish"] * 2),
    ("en", "some among them", "Two Iraqi soldiers died, including one officer.", ["Iraqi"] * 2),
    ("ar", "what it is compared with", "شن التنظيم تسع هجمات، مقابل 27 هجوما في 2024", ["التنظيم"] * 2),
    ("en", "not a noun of their own", "Two Iraqi soldiers died and five farmers were hurt.", ["Iraqi", None]),
    ("en", "not of another sentence", "Two Iraqi soldiers died. Another 20 were hurt.", ["Iraqi", None]),
]


@pytest.mark.parametrize(
    ("lang", "_", "text", "expected"),
    PARTIES + SHARED,
    ids=[f"{lang}: {name}" for lang, name, *_ in PARTIES + SHARED],
)
def test_whose(lang: str, _: str, text: str, expected: list[str | None]) -> None:
    figures = extract(Article.of(text, lang=lang)).figures
    assert [figure.party.text if figure.party else None for figure in figures] == expected
