"""Arabic news paragraphs written for these tests, with every trigger that must be found: type, realis, words."""

import pytest

from extract.events import find_triggers, load_events, realis
from extract.text import tokenize

STORIES = [
    (
        "withdrawal and handover",
        "أعلنت قيادة قوات حفظ السلام، الثلاثاء، أن آخر كتيبة نيبالية انسحبت من بلدة الناقورة وسلّمت مقرها إلى الجيش "
        "اللبناني. ومن المقرر أن تغادر وحدات أخرى مواقعها على الخط الأزرق قبل نهاية العام.",
        [("withdrawal", "occurred", "انسحبت"), ("handover", "occurred", "وسلّمت"), ("withdrawal", "planned", "تغادر")],
    ),
    (
        "airstrike and denial",
        "شنّ طيران مجهول غارتين على مستودع في ريف دير الزور فجر الاثنين، وفق مصدر ميداني. ونفت وزارة الدفاع تنفيذ أي "
        "قصف في المنطقة، ولم تعتقل السلطات أحداً على صلة بالحادث.",
        [("airstrike", "occurred", "غارتين"), ("shelling", "denied", "قصف"), ("arrest", "denied", "تعتقل")],
    ),
    (
        "bombing and claim",
        "انفجرت عبوة ناسفة لدى مرور دورية للشرطة في مدينة سبها الليبية، فقُتل ضابط برتبة عقيد. وتبنّى تنظيم متشدد "
        "الهجوم في بيان، فيما أدان مجلس النواب الاعتداء.",
        [
            ("bombing", "occurred", "انفجرت عبوة ناسفة"),
            ("killing", "occurred", "فقُتل"),
            ("statement", "occurred", "وتبنّى"),
            ("attack", "occurred", "الهجوم"),
            ("statement", "occurred", "أدان"),
            ("attack", "occurred", "الاعتداء"),
        ],
    ),
    (
        "talks and agreement",
        "التقى وزير الخارجية العماني نظيره اليمني في مسقط أمس، وبحث الجانبان تمديد الهدنة. واتفق الطرفان على تبادل "
        "الأسرى خلال الأسبوع المقبل، بينما تستضيف الدوحة جولة مفاوضات جديدة في مايو.",
        [
            ("talks", "occurred", "التقى"),
            ("talks", "occurred", "وبحث"),
            ("ceasefire", "hypothetical", "الهدنة"),
            ("agreement", "occurred", "واتفق"),
            ("detainee_transfer", "planned", "تبادل الأسرى"),
            ("talks", "ongoing", "تستضيف"),
        ],
    ),
    (
        "arrests and judgment",
        "ألقت الشرطة التونسية القبض على تسعة أشخاص في حملة مداهمات بولاية القصرين. وكانت محكمة في العاصمة قد حكمت "
        "الأسبوع الماضي بالسجن المؤبد على متهمين في القضية نفسها.",
        [
            ("arrest", "occurred", "ألقت الشرطة التونسية القبض على"),
            ("operation", "occurred", "حملة مداهمات"),
            ("judgment", "occurred", "حكمت"),
        ],
    ),
    (
        "displacement and aid",
        "نزح نحو ثلاثين ألف مدني من مدينة بابنوسة بعد اجتياح أحيائها الشرقية. وقالت منظمة إغاثية إنها ستوزع مساعدات "
        "غذائية على الأسر النازحة، وإن قافلة مساعدات وصلت إلى كوستي السبت.",
        [
            ("displacement", "occurred", "نزح"),
            ("operation", "occurred", "اجتياح"),
            ("aid", "planned", "ستوزع مساعدات غذائية"),
            ("aid", "occurred", "قافلة مساعدات وصلت"),
        ],
    ),
    (
        "abduction and release",
        "اختطف مسلحون مهندسَين صينيين قرب منجم للذهب في مالي قبل شهرين، وأُفرج عنهما أمس بعد وساطة قادها وجهاء محليون.",
        [
            ("abduction", "occurred", "اختطف"),
            ("detainee_transfer", "occurred", "وأُفرج"),
            ("talks", "occurred", "وساطة"),
        ],
    ),
    (
        "protest and crackdown",
        "تظاهر آلاف المحتجين في شوارع نيروبي احتجاجاً على مشروع قانون الضرائب، وأطلقت الشرطة النار في الهواء "
        "لتفريقهم. وأعلن الرئيس أن البرلمان لن يصوت على القانون هذا الأسبوع.",
        [
            ("protest", "occurred", "تظاهر"),
            ("legislation", "occurred", "مشروع قانون"),
            ("attack", "occurred", "وأطلقت الشرطة النار"),
            ("legislation", "denied", "يصوت"),
        ],
    ),
    (
        "appointment and government",
        "كلّف الملك وزير الداخلية السابق تشكيل حكومة جديدة بعد استقالة رئيس الوزراء. وتوقع مراقبون تعيين سفير جديد لدى "
        "الاتحاد الأوروبي قريباً.",
        [
            ("appointment", "occurred", "كلّف"),
            ("appointment", "occurred", "تشكيل حكومة"),
            ("other", "occurred", "استقالة"),
            ("appointment", "planned", "تعيين"),
        ],
    ),
    (
        "sanctions and exercise",
        "فرض الاتحاد الأوروبي عقوبات على أربع شركات شحن. وفي الأثناء بدأت البحريتان المصرية واليونانية مناورات بحرية "
        "في شرق المتوسط تستمر خمسة أيام، وأرسلت فرنسا فرقاطة للمشاركة فيها.",
        [
            ("sanctions", "occurred", "فرض"),
            ("training", "ongoing", "مناورات بحرية"),
            ("deployment", "occurred", "وأرسلت"),
        ],
    ),
    (
        "disarmament and mission end",
        "بدأ مقاتلو الجبهة تسليم أسلحتهم الثقيلة في معسكر تشرف عليه الأمم المتحدة، على أن تنتهي مهمة المراقبين "
        "الدوليين في يونيو. وقد يعود اللاجئون إلى قراهم إذا استقر الوضع.",
        [
            ("disarmament", "ongoing", "تسليم أسلحتهم"),
            ("mission_end", "planned", "تنتهي"),
            ("repatriation", "hypothetical", "يعود"),
        ],
    ),
    (
        "clashes and seizure",
        "اندلعت اشتباكات بين قبيلتين في مأرب، وسيطر مسلحون على معبر حدودي مع السعودية لساعات. وهددت الحكومة بقصف "
        "مواقعهم إن لم ينسحبوا.",
        [
            ("attack", "occurred", "اشتباكات"),
            ("other", "occurred", "وسيطر"),
            ("statement", "occurred", "وهددت"),
            ("withdrawal", "denied", "ينسحبوا"),
        ],
    ),
]

# Ordinary prose in which nothing of security or diplomatic life happens.
QUIET = [
    "ارتفعت أسعار النفط اثنين في المئة مع تراجع المخزونات الأميركية، وسجل خام برنت أعلى مستوى في شهر.",
    "فاز الفريق على ضيفه بثلاثة أهداف، وسيلتحق اللاعب المصاب بالتدريبات الأسبوع المقبل.",
    "أطلقت الشركة تطبيقاً جديداً لحجز تذاكر القطارات، وتسلّم مديرها جائزة أفضل ابتكار.",
    "قال الباحث إن عملية السلام في المنطقة تحتاج إلى رؤية اقتصادية وإلى ثقافة حوار داخل المدارس.",
    "يقع المتحف على طريق المطار القديم، ويضم قاعات عن تاريخ الطيران وعن حياة البحارة.",
    "عين الأسد بلدة زراعية معروفة ببساتين النخيل ومياهها الكبريتية.",
    "لن تهدأ الرياح عند القاعدة إلا بعد يومين، وفق مصلحة الأرصاد.",
    "أكد مدير المستشفى أن العملية الجراحية نجحت وأن المريض استعاد وعيه.",
    "تشهد العاصمة موجة حر، ودعت دائرة الأرصاد السكان إلى شرب الماء وتجنب الشمس.",
]


def labels(text: str) -> list[tuple[str, str, str]]:
    tokens = tokenize(text)
    triggers = find_triggers(tokens, "ar", load_events())
    return [(t.type, str(realis(tokens, t, "ar")), tokens.span(t.first, t.stop).of(text)) for t in triggers]


@pytest.mark.parametrize(("text", "expected"), [story[1:] for story in STORIES], ids=[story[0] for story in STORIES])
def test_every_trigger_of_a_story_is_found(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize("text", QUIET)
def test_ordinary_prose_has_no_trigger(text: str) -> None:
    assert labels(text) == []
