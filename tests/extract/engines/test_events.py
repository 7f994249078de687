"""Events of whole articles: whether they happened, and who, whom, where and when of each."""

from datetime import date

import pytest

from extract.article import Article
from extract.pipeline import extract
from extract.schema import Event

PUBLISHED = date(2026, 3, 4)  # a Wednesday


def events(text: str, lang: str) -> tuple[Event, ...]:
    return extract(Article.of(text, id="a", lang=lang, published=PUBLISHED)).events


def told(text: str, lang: str) -> list[tuple[str, str]]:
    return [(event.type, event.realis.value) for event in events(text, lang)]


REALIS = [
    ("no truth in it", "ar", "قال إنه لا صحة لما يتردد عن توقيع اتفاق مع الشركة.", ("agreement", "denied")),
    ("a deal denied", "ar", "نفى المصدر وجود أي اتفاق لتسليم الميناء.", ("agreement", "denied")),
    ("a demand is made in the present", "ar", "ندين هذا السلوك بأشد العبارات.", ("statement", "occurred")),
    ("a negation with an exception", "ar", "لم تقع هذا العام إلا ثلاثة انفجارات.", ("bombing", "occurred")),
    ("a negation with a denial", "ar", "نفى المتحدث أنباء الانسحاب وأكد أن القوات لم تنسحب.", ("withdrawal", "denied")),
    ("the text that is to be followed", "ar", "بموجب الاتفاق الموقع ستنسحب القوات في مايو.", ("agreement", "occurred")),
    ("its own sentence calls it untrue", "ar", "الأنباء عن هجوم في كركوك غير صحيحة.", ("attack", "denied")),
    ("the next sentence denies just that", "en", "Rebels shelled the port. The army denied this report.", ("shelling", "denied")),
    ("the next one denies another", "en", "Rebels shelled it. Aides rejected reports that taxes rise.", ("shelling", "occurred")),
    ("the next sentence calls it untrue", "en", "Reports spoke of an attack in Tikrit. This is not true.", ("attack", "denied")),
    ("a future date outweighs a bare noun", "en", "The talks in Muscat on 20 March 2026 concern prisoners.", ("talks", "planned")),
    ("a future date does not undo a past verb", "en", "Donors gave 2 million euros in aid for work until 1 May 2026.", ("aid", "occurred")),
    ("May the month", "en", "The reporter held since May was freed.", ("detainee_transfer", "occurred")),
    ("may the helper", "en", "The hostages may be freed.", ("detainee_transfer", "hypothetical")),
    ("carrying out a text", "fa", "سال آینده در اجرای توافق بین مسقط و پاریس نیروها خارج خواهند شد.", ("agreement", "occurred")),
    ("following upon a text", "fa", "سال آینده پیرو توافق مسقط و پاریس نیروها خارج خواهند شد.", ("agreement", "occurred")),
    ("a Persian headline in the present", "fa", "نیروهای ترکیه از بندر خارج می‌شوند\nبه گفته منابع، نیروهای ترکیه سال آینده از بندر خارج خواهند شد.", ("withdrawal", "planned")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "expected"), [pytest.param(*case[1:], id=f"{case[1]}: {case[0]}") for case in REALIS]
)
def test_realis_looks_beyond_the_clause(lang: str, text: str, expected: tuple[str, str]) -> None:
    assert told(text, lang)[0] == expected


NO_EVENT = [
    ("did not lead to it", "ar", "لم تفض الانتخابات إلى تشكيل حكومة."),
    ("nobody claimed it", "en", "No group has claimed responsibility."),
    ("nobody claimed it", "fa", "هیچ گروهی مسئولیت این رویداد را نپذیرفت."),
    ("a question", "ar", "هل عادت الأسر النازحة إلى الموصل؟"),
    ("without", "en", "The night passed without an attack."),
    ("a plain negation", "en", "The two leaders have not met."),
    ("a penalty that a law threatens", "en", "There is a law under which owners can be jailed."),
    ("a frame", "en", "Trade grows under the Doha deal."),
    ("without", "fa", "روزها بدون بیانیه مشترک گذشت."),
    ("a provision that is cited", "ar", "تنص المادة الرابعة من الاتفاق على ذلك."),
    ("a plain negation", "ar", "لم تعتقل الشرطة أحدا."),
    ("a trigger's letters in the name of a place", "ar", "تكثر بساتين النخيل في عين الأسد."),
    ("a plain negation before a noun", "ar", "مر اليوم ولم تصل مساعدات."),
    ("without that", "ar", "افترقا من دون أن يوقعا اتفاقا."),
    ("none there", "ar", "لا توجد خطط لنشر قوات في المنطقة."),
    ("the task in a body's name", "ar", "تشرف على الخطة اللجنة العسكرية العليا لإنهاء مهمة التحالف."),
    ("the task in a body's name", "en", "The committee to end the coalition mission has six members."),
    ("any at all", "ar", "يعد البيان أي اعتداء خطا أحمر."),
    ("a minister's name like a verb", "ar", "حضر وزير الخارجية هاكان فيدان حفلا."),
    ("a governor, no trial", "ar", "قال حاكم الإقليم ذلك."),
    ("attackers who get away", "en", "The gunmen robbed 20 families before fleeing."),
    ("a plural that is no verb", "en", "The trucks carried medical supplies."),
    ("a plant that stops", "en", "The governor denied that the refinery had stopped work."),
    ("a share of the vote", "en", "The party took 49% of the vote in parliament."),
    ("what a number did", "en", "The number of people in relief camps has dropped from 900 to 400."),
    ("those who stay, told of them", "en", "Police and ambulances arrived at the scene."),
    ("a plural that is no verdict", "en", "They sat in crowded jails."),
    ("gas, no troops", "en", "The unit deployed tear gas."),
]


@pytest.mark.parametrize(("lang", "text"), [pytest.param(*case[1:], id=f"{case[1]}: {case[0]}") for case in NO_EVENT])
def test_what_is_no_happening(lang: str, text: str) -> None:
    assert told(text, lang) == []


ROLES: list[tuple[str, str, str, list[str], list[str]]] = [
    ("subject and object", "en", "Gunmen ambushed an army convoy near Gao.", ["Gunmen"], ["army convoy"]),
    ("passive", "en", "Four men were arrested by police in Basra.", ["police"], ["men"]),
    ("not the verb before to", "en", "The army plans to raid camps in Idlib.", ["army"], ["camps"]),
    ("the subject behind since", "en", "Calm has held since the army signed a deal with rebels.", ["army", "rebels"], []),
    ("not the verb before to, behind a name", "en", "Kyiv has refused to free 40 captives.", ["Kyiv"], ["captives"]),
    ("relative clause", "en", "The drone that the Algerian army shot down fell at sea.", ["Algerian army"], ["drone"]),
    ("its own subject", "en", "The ministry said its aircraft had killed dozens of the attackers.", ["aircraft"], ["attackers"]),
    ("target of a noun", "en", "The shelling of the maternity hospital, which is new, has stopped.", [], ["maternity hospital"]),
    ("exposed to it", "ar", "تعرضت دورية للشرطة فجر اليوم لهجوم في كركوك.", [], ["دورية"]),
    ("verb first", "ar", "اعتقلت الشرطة ثلاثة شبان في البصرة.", ["الشرطة"], ["شبان"]),
    ("subject first", "ar", "قال إن الجيش اعتقل ثلاثة شبان.", ["الجيش"], ["شبان"]),
    ("genitive over عن", "ar", "جرى الإفراج عن ثلاثة متطوعين.", [], ["متطوعين"]),
    ("written passive", "ar", "وقد سُلّم الموقوفون إلى القضاء.", [], ["الموقوفون"]),
    ("genitive behind an adjective", "ar", "شهدت القاعدة انسحابا كاملا لقوات التحالف.", ["قوات التحالف"], []),
    ("verb last", "fa", "یک ناو اروپایی دو پهپاد را سرنگون کرد.", ["یک ناو اروپایی"], ["پهپاد"]),
    ("passive", "fa", "چهار قاچاقچی در زابل دستگیر شدند.", [], ["قاچاقچی"]),
    ("two who act together", "fa", "دولت یمن و انصارالله ۵۰ زندانی را مبادله کردند.", ["دولت یمن", "انصارالله"], ["زندانی"]),
    ("over the text that is followed", "fa", "نیروهای ترکیه بر اساس توافق با مالی پایگاه را ترک کردند.", [], []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "actors", "targets"), [pytest.param(*case[1:], id=f"{case[1]}: {case[0]}") for case in ROLES]
)
def test_who_did_it_and_to_whom(lang: str, text: str, actors: list[str], targets: list[str]) -> None:
    event = events(text, lang)[0]
    assert [actor.text for actor in event.actors] == actors
    assert [target.text for target in event.targets] == targets


PLACES = [
    ("a described place", "en", "Two ambulances and fuel were seized at a checkpoint.", "checkpoint"),
    ("behind the verb", "ar", "اعتقل الجيش شابا عند الحدود السورية.", "الحدود السورية"),
    ("a preposition written onto it", "ar", "نفذت القوة مداهمة بمدينة الفلوجة.", "مدينة الفلوجة"),
    ("before the verb", "fa", "دو پهپاد بر فراز دریای سرخ سرنگون شد.", "دریای سرخ"),
    ("not the speaker's", "ar", "قالت مصادر محلية في الحسكة إن الجيش اعتقل شابا.", None),
    ("no government by its capital", "en", "Washington has been reducing its presence in Syria.", "Syria"),
    ("not with whom", "ar", "غادرت القوات القاعدة وفقا لاتفاق بين بغداد وواشنطن.", "القاعدة"),
    ("the town that is struck", "en", "Russian drones hit Odesa overnight.", "Odesa"),
    ("the base that is struck", "ar", "تعرضت قاعدة حرير فجر اليوم لهجوم.", "قاعدة حرير"),
    ("not the town of those struck", "en", "Gunmen attacked Kano police on Monday.", None),
    ("what is left stands as the object", "ar", "غادرت القوات قاعدة بلد في العراق.", "قاعدة بلد"),
    ("not over the verb of a headline", "en", "Israeli strikes on southern villages kill six.", "southern villages"),
    ("not over hit", "en", "Two raids near a town in Syria hit a depot.", "Syria"),
]


@pytest.mark.parametrize(
    ("lang", "text", "place"), [pytest.param(*case[1:], id=f"{case[1]}: {case[0]}") for case in PLACES]
)
def test_where_it_happened(lang: str, text: str, place: str | None) -> None:
    event = events(text, lang)[0]
    assert (event.place.text if event.place is not None else None) == place


DATES = [
    ("its own clause's", "en", "Police arrested a man on Monday, while troops raided a farm on Tuesday.", [2, 3]),
    ("another than the dateline's, Arabic", "ar", "الخرطوم 12 يناير - خطف مسلحون تسعة تلاميذ في 9 يناير.", [9]),
    ("no dateline, Arabic", "ar", "خطف مسلحون تلاميذ في 12 يناير - بينهم تسعة صغار.", [12]),
    ("not the dateline's", "en", "LAGOS, Jan 12 (Agency) - Gunmen abducted nine pupils.", [None]),
    ("another than the dateline's", "en", "LAGOS, Jan 12 (Agency) - Gunmen abducted nine pupils on Jan 9.", [9]),
    ("the day of saying so", "en", "Troops raided a farm, police said on Monday.", [None]),
    ("the day on which it was announced is its own", "en", "A truce was announced on Monday.", [2]),
    ("the day of what is said", "en", "Police said troops raided a farm on Monday.", [2]),
    ("the day of the deal, not of what it is for", "en", "The deal to end the mission was reached on 5 February.", [5, None]),
    ("the day of the answer, and of what it answers", "en", "Jets hit Tyre on Monday in response to shelling on Sunday.", [2, 1]),
    ("the deed's, not that of the text it follows", "en", "Troops will leave in May under an agreement with Iraq.", [1, None]),
    ("its own, where a total has another", "en", "Families returned on Monday, bringing the total since 2021 to 900.", [2]),
    ("a comparison parts it", "ar", "شن التنظيم تسع هجمات، مقابل 20 هجوما في 2024.", [None, 1]),
    ("not the possessive of another's", "en", "Friday's handover came after troops attacked a town.", [27, None]),
    ("the possessive of its object", "en", "The party won Friday's election.", [27]),
    ("over what it is turned on", "en", "Jets carried out nine strikes against rebels near Harir on Friday.", [27]),
    ("not the day of a statement", "en", "In a statement released on Friday, the army said strikes hit a depot.", [None]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "days"), [pytest.param(*case[1:], id=f"{case[1]}: {case[0]}") for case in DATES]
)
def test_a_date_governs_its_own_clause(lang: str, text: str, days: list[int | None]) -> None:
    found = [event.when.first.day if event.when and event.when.first else None for event in events(text, lang)]
    assert found == days


def test_the_items_of_a_list_share_the_period_set_above_it() -> None:
    text = "حصيلة القيادة في عام 2025:\n- اعتقال 30 مطلوبا.\n- تدمير 12 نفقا.\n- ضبط 70 بندقية."
    found = events(text, "ar")
    assert [event.type for event in found] == ["arrest", "other", "other"]
    assert {event.when.first if event.when else None for event in found} == {date(2025, 1, 1)}


FIGURES: list[tuple[str, str, str, list[list[str]]]] = [
    ("its own clause's", "en", "Troops killed 9 gunmen, and police arrested 4 men.", [["9 gunmen"], ["4 men"]]),
    ("left over in its sentence", "en", "The shelling, which lasted 3 hours, hit a school.", [["3 hours"]]),
    (
        "the one it fits, not the nearest",
        "en",
        "Gunmen shot dead a guard during talks, and 7 were wounded.",
        [["7"], []],
    ),
    ("casualties told later", "en", "A bomb exploded in Gao. Doctors spoke of 12 wounded.", [["12 wounded"]]),
    ("casualties told later", "ar", "قصف الجيش بلدة سراقب. وقال طبيب إن المستشفى استقبل 12 جريحا.", [["12 جريحا"]]),
    ("people told later", "fa", "مهاجران افغان بازگشتند. به گفته او ۳۰۰ خانواده در راه هستند.", [["۳۰۰ خانواده"]]),
    (
        "people of a later sentence than the last that told something",
        "en",
        "Gunmen abducted a mayor. Parliament passed a budget. A team of eight envoys is in town.",
        [[], []],
    ),
    ("ages measure nothing", "en", "Police arrested a man aged 45.", [[]]),
    ("money of another sentence", "en", "Gunmen attacked a bank. The economy lost $5 million in May.", [[]]),
]


@pytest.mark.parametrize(
    ("lang", "text", "expected"), [pytest.param(*case[1:], id=f"{case[1]}: {case[0]}") for case in FIGURES]
)
def test_what_measures_it(lang: str, text: str, expected: list[list[str]]) -> None:
    record = extract(Article.of(text, id="a", lang=lang, published=PUBLISHED))
    quotes = {figure.id: figure.evidence.text for figure in record.figures}
    assert [[quotes[at] for at in event.figures] for event in record.events] == expected
