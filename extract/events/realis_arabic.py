"""Arabic realis: لم، لن، قد and سـ before a verb, modal phrases before أن, and the governor of a verbal noun.

قد turns on the tense after it: with the past it affirms, with the present it doubts. "بعد" makes a verbal noun a fact
unless its clause names a future time ("بعد مغادرة البعثة خلال الأيام المقبلة").
"""

from extract.events.aspect_arabic import TIMES, is_kept, is_listed, is_worked_on, of_start
from extract.events.cues import (
    DENIES,
    DENYING,
    PLOTS,
    WALLS,
    WEEKDAYS,
    Realis,
    any_after,
    backwards,
    nearest_before,
    words,
)
from extract.events.cues_arabic import ASPECT, CUES, bare
from extract.events.trigger import VIOLENT, Form, Trigger
from extract.ontology.future import is_future

_REACH = 10
_MODALS = {
    particle + form: realis
    for form, realis in CUES.items()
    if realis in (Realis.PLANNED, Realis.HYPOTHETICAL)
    for particle in ("", "و")
}
_DENIALS = words(
    "نفى نفت ينفي تنفي رفض رفضت يرفض ترفض استبعد استبعدت ونفى ونفت وينفي وتنفي ورفض ورفضت واستبعد واستبعدت"
)
_SAYS_NOT = DENIES | words("ونفى ونفت ينفون نافيا نافية")
_THAT_HE = words("أنه أنها أنهم بأنه بأنها بأنهم أنهما")
# Nouns of plan and chance that a verb of denial may take: "نفى نية الرئيس إجراء تعديل", "نفت وجود خطة لإرسال قوات".
_PLANS = words(
    "نية نيته نيتها خطة خطط اتفاق اتفاقا قرار عزم عزمه عزمها احتمال احتمالات إمكانية فكرة مقترح مقترحا طلب مساع مساعي "
    "فرضية رغبة رغبته رغبتها توجه اتجاه موعد مبادرة تهديد تهديدات شرط فرص فرصة استعداد استعدادات"
)
_INTENDS = words("تعتزم يعتزم تنوي ينوي تخطط يخطط")
# What a happening did not do, though it took place: "المحادثات لم تفض إلى تسوية".
_YIELDS = words(
    "تكون يكون "
    "تفض يفض تسفر يسفر تؤد يؤد تثمر يثمر تحقق يحقق تحرز يحرز تنجح ينجح تفلح يفلح تمنع يمنع توقع يوقع تخلف يخلف تسبب "
    "يسبب تتسبب يتسبب تصب يصب تستهدف يستهدف تشمل يشمل تصمد يصمد تتطرق يتطرق تغير يغير تتضمن يتضمن تستغرق يستغرق"
)
_PART = words(
    "صلة علاقة تورط ضلوع مسؤولية دور ارتباط وقوف صلته صلتها علاقته علاقتها تورطه تورطها تورطهم ضلوعه ضلوعها "
    "ضلوعهم مسؤوليته مسؤوليتها دوره دورها وقوفه وقوفها"
)
_RULES_OUT = DENYING | words(
    "ينفون استبعد استبعدت يستبعد تستبعد استبعدوا مستبعدا مستبعدة كذب كذبت فند فندت دحض دحضت أنكر أنكرت ينكر تنكر"
)
_LASTING = frozenset(("deployment", "other"))  # types that a participle tells as a state
# Troops that remain, or are told to be there, still are.
_STATES = frozenset(f"ar:deployment:{verb}" for verb in ("بقي", "أبقى", "احتفظ", "ظل", "هناك نحو"))
_THAT = words("أن بأن لأن أنه أنها على")
_IF = words("إذا لو لئن ربما لعل")
_NOT = words("لم لن لا ليس ولم ولن ولا فلم فلن")
_BE = words("يكون تكون يكونوا يكونا تكونا")
_PROVIDED = words("إذا لو")  # "ستفرض عقوبات إذا لم يتوقف العنف"
_WAS = words("كان كانت كانوا وكان وكانت فكان فكانت")
_RELATIVE = WALLS | words("الذي التي الذين اللذين اللتين حيث بينما فيما حين عندما")
_SUFFERED = words(
    "مسرح مسرحا عرضة هدفا يخضع تخضع تعرض تعرضت يتعرض تتعرض تعرضوا تعرضه تعرضها خضع خضعت نتيجة "
    "تصدى تصدت التصدي يتصدى تتصدى تصدوا تصديه تصديها"
)
_OPERATION = words("عملية العملية عمليات")
_MOVES = words("تبادل نقل إجلاء ترحيل توزيع إخلاء إيصال")
_AT_ONCE = frozenset(("arrest", "killing", "abduction"))  # types whose deeds do not last
_LINE = frozenset((".", "\n", "!", "؟", ":"))
_SUBJECT = 4  # tokens of a headline's subject
_AGREEMENT = "اتفاق"
_JUDGE = "القاضي"  # a judge, unless something follows that a decision "provides for" ("القاضي بالإفراج")
_COMMAS = frozenset((",", "،", "(", ")"))
_OPENERS = WALLS - _COMMAS  # after these ما is "not", after a comma "which"
_LIGHT_PRESENT = words(
    "يستكمل تستكمل يتم تتم يجري تجري يبدأ تبدأ تشهد يشهد تنفذ ينفذ تجرى يقوم تقوم يكون تكون يعاد تعاد"
)
_SOON = words(
    "المقبل المقبلة القادم القادمة المقبلين القادمين غدا قريبا لاحقا المرتقب المرتقبة المزمع المقرر المقررة الوشيك "
    "اعتبارا ابتداء وشيك الوشيكة المنتظر المنتظرة المتوقع المتوقعة المخطط"
)
_SINCE = words("منذ من حتى أمس كل صلاة مساء صباح فجر ليل")
_DAY_REACH = 5
_NEXT = words("المقبل المقبلة القادم القادمة")
_SCHEDULED = frozenset(
    ("talks", "agreement", "legislation", "judgment", "training", "appointment", "sanctions", "mission_end", "handover")
)
_DUE = words("غدا غد")  # "تنطلق غدا في جنيف جولة جديدة"
_TEXTS = words("لمشروع لمشاريع لقانون للقانون")  # "القراءة الثانية لمشروع القانون"
# What is done only after somebody has agreed to it: "وافق الفصيل على تسليم سلاحه".
_GRANTED = frozenset(("withdrawal", "handover", "deployment", "disarmament", "detainee_transfer", "repatriation"))
_GRANTS = words("وافق وافقت وافقوا وافقا موافقة الموافقة موافقته موافقتها")
_GOES_ON = tuple(words("ستتواصل سيتواصل ستستمر سيستمر"))
_ENTERS, _IN_FORCE = words("يدخل تدخل"), "حيز"  # "تدخل الهدنة حيز التنفيذ عند منتصف الليل"
_MAYBE = words("المحتمل المحتملة محتمل محتملة المفترض مفترض المقترح المقترحة")
_HOLDING = words("عقد شن")
_PREPOSITIONS = words("في من على إلى عن بعد قبل عدم دون")
_SUFFERS = words("يخضع تخضع يتعرض تتعرض يتعرضون")
_CALLED, _CALLS = frozenset(("talks", "protest")), words("دعا دعت دعوا يدعو تدعو دعوة دعوات داعيا داعية")
_TOMORROW = words("غدا غد الليلة")
_FAILED = words("فشل فشلت أخفق أخفقت")
_WHICH = words("الذي التي")
_PROVISIONS = words("ينص تنص نص نصت يقضي تقضي قضى")
_FOILED = words("أحبط أحبطت أحبطوا إحباط أفشل أفشلت أفشلوا إفشال أجهض أجهضت إجهاض")
_WENT_ON = words("استمر استمرت تواصل تواصلت")
_UNTIL, _UNTIL_REACH = words("حتى"), 7
_INCLUDING = ["بما", "في", "ذلك"]
_TO_WAGE = words("لشن لتنفيذ لاستئناف")
_USED = words("استخدم استخدمت استخدموا استخدام يستخدم تستخدم استغل استغلت استغلوا")
_NOW = words("الآن اللحظة الساعة اليوم كتابة صدور إعداد أن")
_IN_SIGHT = words("وشيكا وشيك وشيكة ممكنا ممكن ممكنة مستبعدا مستبعد مستبعدة محتملا مرجحا مرجح مستحيلا واردا وارد واردة")
_STILL = words("المستمر المستمرة المتواصل المتواصلة مستمر مستمرة متواصل متواصلة الجاري الجارية جارية جار تتواصل يتواصل")


def judge(forms: list[str], trigger: Trigger, first: int, stop: int) -> Realis:
    """Realis of an Arabic trigger in the sentence `[first, stop)`."""
    told = _judge(forms, trigger, first, stop)
    lasts = trigger.lemma in _STATES and told is Realis.OCCURRED
    return Realis.ONGOING if lasts and bare(forms[max(first, trigger.at - 1)]) not in _WAS else told


def _judge(forms: list[str], trigger: Trigger, first: int, stop: int) -> Realis:
    floor = max(first, trigger.at - _REACH)
    if trigger.form.verbal:
        return _verb(forms, trigger, floor, first)
    return _noun(forms, trigger, floor, first, stop)


def _verb(forms: list[str], trigger: Trigger, floor: int, first: int) -> Realis:
    before = bare(forms[trigger.at - 1]) if trigger.at > first else ""
    if before in _NOT:
        return Realis.DENIED
    if trigger.form is Form.FUTURE or before == "سوف" or trigger.purpose:
        conditional = any_after(forms, trigger.stop, trigger.stop + _REACH, _PROVIDED, _RELATIVE) >= 0
        return Realis.HYPOTHETICAL if conditional else Realis.PLANNED
    if trigger.form is Form.PAST:
        if before == "ما" and (trigger.at - 1 == first or forms[trigger.at - 2] in _OPENERS):
            return Realis.DENIED
        if before == "قد" and (perfect := _doubted_perfect(forms, trigger.at, floor)) is not None:
            return perfect
        if before in _THAT_HE and nearest_before(
            forms, trigger.at - 1, max(0, trigger.at - 6), dict.fromkeys(_SAYS_NOT, Realis.DENIED)
        ):
            return Realis.DENIED  # "نفى الجيش أنه قصف المستشفى"
        return Realis.HYPOTHETICAL if _governs(forms, trigger.at, floor, _IF) >= 0 else Realis.OCCURRED
    return _present(forms, trigger, floor, before)


def _present(forms: list[str], trigger: Trigger, floor: int, before: str) -> Realis:
    if before == "قد" or _governs(forms, trigger.at, floor, _IF) >= 0:
        return Realis.HYPOTHETICAL
    that = _governs(forms, trigger.at, floor, _THAT)
    if that > 0:
        governor = nearest_before(forms, that, max(0, that - 5), _MODALS)
        if governor is not None:
            negated = forms[governor[0] - 1] in _NOT if governor[0] else False
            return Realis.DENIED if negated else governor[1]
        if nearest_before(forms, that, max(0, that - 4), dict.fromkeys(_DENIALS, Realis.DENIED)):
            return Realis.DENIED
        if that == trigger.at - 1 and forms[that - 1] == "قبل" and not _ahead_of_now(forms, floor, that):
            return Realis.OCCURRED  # "هاجموا الحاجز قبل أن ينسحبوا": the next step of what is told
        if that == trigger.at - 1:  # a bare subjunctive: "على أن ينسحب", "قبل أن يغادر"
            return Realis.PLANNED
    if _governs(forms, trigger.at, floor, _WAS) >= 0:
        return Realis.OCCURRED
    start = trigger.at + 1  # a light verb may have the day before its noun: "تعقد اللجنة السبت اجتماعا"
    dated = (
        _on_a_day(forms, start, trigger.stop + _DAY_REACH)
        or any_after(forms, start, trigger.stop + _DAY_REACH, _TOMORROW) >= 0
    )
    dated = dated or _is_to_come(forms, start)
    if trigger.type in _SCHEDULED and dated:
        return Realis.PLANNED
    return Realis.OCCURRED if trigger.type in _AT_ONCE and _is_headline(forms, trigger.at, floor) else Realis.ONGOING


def _is_headline(forms: list[str], at: int, floor: int) -> bool:
    """ "الشرطة تعتقل ثلاثة مهربين": the present right behind a subject that opens the sentence tells what was done."""
    if floor and forms[floor - 1] not in _LINE:
        return False
    subject = forms[floor:at]
    return 0 < len(subject) <= _SUBJECT and subject[0][0] != "و" and _RELATIVE.isdisjoint(subject)


def _is_to_come(forms: list[str], start: int) -> bool:
    """ "تنتهي ولاية البعثة نهاية الشهر المقبل": the present with a time ahead announces."""
    at = any_after(forms, start, start + 2 * _DAY_REACH, _NEXT, _RELATIVE)
    return (
        at > start
        and not TIMES.isdisjoint(forms[max(start, at - 2) : at])
        and _SINCE.isdisjoint(forms[max(start, at - 3) : at])
    )


def _on_a_day(forms: list[str], start: int, stop: int) -> bool:
    """ "تستضيف روما السبت محادثات": the present with a bare weekday announces; what is past takes the past."""
    day = any_after(forms, start, stop, WEEKDAYS, _RELATIVE)
    if day < 0 or not _SINCE.isdisjoint(forms[max(0, day - 2) : day]):
        return False
    return "الماضي" not in forms[day + 1 : day + 3]


def _doubted_perfect(forms: list[str], index: int, floor: int) -> Realis | None:
    """What governs "أن يكون قد قصف": he denies, or supposes, that it was done."""
    be = _governs(forms, index, floor, _BE)
    that = be - 1
    if be < 1 or bare(forms[that]) not in _THAT:
        return None
    if nearest_before(forms, that, max(0, that - 4), dict.fromkeys(_DENIALS, Realis.DENIED)):
        return Realis.DENIED
    governor = nearest_before(forms, that, max(0, that - 5), _MODALS)
    return None if governor is None else governor[1]


def _ahead_of_now(forms: list[str], floor: int, stop: int) -> bool:
    """Whether a clause looks ahead, by a future verb or a cue of plan or supposition."""
    return any(is_future(bare(form)) or bare(form) in _MODALS for form in forms[floor:stop])


def _noun(forms: list[str], trigger: Trigger, floor: int, first: int, stop: int) -> Realis:
    after = trigger.stop
    if (said := _said_of(forms, trigger)) is not None:
        return said
    failed = trigger.definite and bare(forms[max(first, trigger.first - 1)]) in _FAILED  # "فشلت المحادثات"
    if failed or (trigger.type in VIOLENT and not trigger.purpose and _is_foiled(forms, trigger, floor)):
        return Realis.OCCURRED
    if _goes_on(forms, trigger.first):  # coordinated with an earlier noun: "ستشهد انسحاباً كاملاً، وتسليمها"
        floor = max(first, trigger.first - 2 * _REACH)
    # In "اتفاق وقف إطلاق النار" the agreement names the truce, it does not plan it.
    named = trigger.type == "ceasefire" and trigger.first > first and forms[trigger.first - 1].endswith(_AGREEMENT)
    led = _is_led_up_to(forms, trigger.first, floor)
    may = (trigger.purpose or led) and _may_be(forms, trigger.first, floor)
    governor = Realis.HYPOTHETICAL if may else _governor(forms, trigger.first - named, floor)
    if trigger.purpose and (suffered := _governs(forms, trigger.first, floor, _SUFFERED)) >= 0:
        now = bare(forms[suffered]) in _SUFFERS and _governs(forms, suffered, floor, _WAS) < 0
        return Realis.ONGOING if now else Realis.OCCURRED
    soon = (
        any_after(forms, after, min(stop, after + 12), _SOON) >= 0 or _governs(forms, trigger.first, floor, _DUE) >= 0
    )
    if governor is not None and governor in (Realis.DENIED, Realis.HYPOTHETICAL):
        return Realis.PLANNED if _is_called_for(forms, trigger, floor) else governor
    # "تطبيقاً لبيان الحكومة" obeys it, it does not aim at it
    purpose = (trigger.purpose or led) and trigger.type != "statement" and forms[trigger.first] not in _TEXTS
    purpose = purpose and not _is_of_an_operation(forms, trigger, first)
    granted = trigger.type in _GRANTED and _governs(forms, trigger.first, floor, _GRANTS) >= 0
    enters = _IN_FORCE in forms[after : after + 4] and bare(forms[max(first, trigger.first - 1)]) in _ENTERS
    if soon or purpose or enters or granted or governor is Realis.PLANNED:
        return Realis.PLANNED
    if governor is not None:
        return governor
    if trigger.form is Form.PARTICIPLE:
        return Realis.ONGOING if trigger.type in _LASTING else Realis.OCCURRED
    return _predicate(forms, after, stop) or Realis.OCCURRED


def _is_of_an_operation(forms: list[str], trigger: Trigger, first: int) -> bool:
    """ "عملية كبيرة لتبادل الأسرى": the ل says what the operation consists in, not what it aims at."""
    moves = bare(forms[trigger.first]).removeprefix("ل") in _MOVES
    return moves and not _OPERATION.isdisjoint(map(bare, forms[max(first, trigger.first - 2) : trigger.first]))


def _said_of(forms: list[str], trigger: Trigger) -> Realis | None:
    """What the words right beside a noun settle: "الهجوم المحتمل", "القصف المتواصل", "تثبيت الهدنة"."""
    after = trigger.stop
    if (begun := of_start(forms, trigger)) is not None:
        return begun
    if not is_kept(forms, trigger) and any_after(forms, after, after + 3, _MAYBE, _RELATIVE) >= 0:
        return Realis.HYPOTHETICAL
    lasts = is_kept(forms, trigger) or any_after(forms, after, after + 3, _STILL, _RELATIVE) >= 0
    return Realis.ONGOING if lasts else None


def _is_called_for(forms: list[str], trigger: Trigger, floor: int) -> bool:
    """ "دعت النقابات إلى إضراب عام الخميس": whoever calls for it may call it, and has named the day."""
    if trigger.type not in _CALLED or _governs(forms, trigger.first, floor, _CALLS) < 0:
        return False
    return (
        _on_a_day(forms, trigger.stop, trigger.stop + _DAY_REACH)
        or any_after(forms, trigger.stop, trigger.stop + 2, _TOMORROW) >= 0
    )


def _may_be(forms: list[str], index: int, floor: int) -> bool:
    """Whether قد before a verb in the present governs token `index`: "قد تلجأ إلى أنقرة لتدريب جنودها"."""
    may = _governs(forms, index, floor, frozenset(("قد",)))
    return may >= 0 and forms[may + 1][0] in "يت" and forms[may + 1][-1] != "ت"


def _is_foiled(forms: list[str], trigger: Trigger, floor: int) -> bool:
    """ "أحبط الجيش، أمس، محاولة تسلل": it was tried, and beaten off; not "أحبطت مخططا لتفجير"."""
    for at in backwards(forms, trigger.first, floor):
        form = bare(forms[at])
        if form in _FOILED:
            return forms[at - 1] not in _NOT
        if form in PLOTS or form in _RELATIVE:
            return False
    return False


def _governor(forms: list[str], index: int, floor: int) -> Realis | None:
    """What the word governing a verbal noun says, with the particle before it ("لم يتم إخلاء", "أن يجري تسليم")."""
    aspect: Realis | None = None
    walls = _RELATIVE - _COMMAS if _goes_on(forms, index) else _RELATIVE
    for at in backwards(forms, index, floor):
        form = bare(forms[at])
        before = forms[at - 1] if at else ""
        if form in walls:
            return Realis.PLANNED if form in _WHICH and _provides(forms, at) else aspect
        aspect = aspect or (Realis.PLANNED if is_worked_on(forms, at) else ASPECT.get(form))
        if is_future(form) or is_listed(forms, at) or (form in _LIGHT_PRESENT and is_worked_on(forms, at + 1)):
            return Realis.PLANNED  # "سيتم توقيع", "يجري العمل على توقيع"
        if _is_passed_over(forms, at, index):
            continue
        if form in _LIGHT_PRESENT or form in CUES:
            if before in _NOT:  # "لم يستبعد فرض عقوبات": two negations leave it open
                return Realis.HYPOTHETICAL if CUES.get(form) is Realis.DENIED else Realis.DENIED
            if form in _LIGHT_PRESENT and before in _THAT:
                continue
            if form in _LIGHT_PRESENT and before == "قد":
                return Realis.HYPOTHETICAL
            planned = before == "قد" or form.removeprefix("ال") in _PLANS or form in _INTENDS
            denied = planned and _is_denied_plan(forms, at, floor, walls)
            if form in _RULES_OUT and not _PART.isdisjoint(word.removeprefix("ال") for word in forms[at + 1 : index]):
                return Realis.OCCURRED  # "نفى أي صلة له بالهجوم": the attack itself is not disputed
            return Realis.DENIED if denied else _meant(forms, form, index)
    return aspect


def _goes_on(forms: list[str], index: int) -> bool:
    """Whether the noun at `index` shares its governor with one before it."""
    return forms[index][0] == "و" or forms[max(0, index - 3) : index] == _INCLUDING


def _is_led_up_to(forms: list[str], index: int, floor: int) -> bool:
    """ "تسلل المسلحون لشن هجوم": the light verbal noun bears the ل of purpose; not "استخدم الموقع لشن هجمات"."""
    return index > 0 and forms[index - 1] in _TO_WAGE and _governs(forms, index, floor, _USED) < 0


def _provides(forms: list[str], at: int) -> bool:
    """ "ينص القرار الذي صاغته فرنسا على إغلاق القواعد": the verb stands before the relative clause."""
    return any(bare(form) in _PROVISIONS for form in forms[max(0, at - 3) : at])


def _is_passed_over(forms: list[str], at: int, index: int) -> bool:
    """What only looks like a cue: a judge, or "holding" and "waging" in "استبعد عقد هدنة", "عاد إلى شن هجمات"."""
    if forms[at] == _JUDGE:
        return forms[at + 1][0] != "ب"
    if forms[at] not in _HOLDING:
        return False
    if at and bare(forms[at - 1]) in _PREPOSITIONS:
        return True
    return forms[at] == "عقد" and at == index - 1 and not forms[index].endswith("ا")


def _meant(forms: list[str], form: str, index: int) -> Realis:
    """What a governing cue says of the noun at `index`."""
    ended = form in _WENT_ON and _came_to_an_end(forms, index)
    return Realis.OCCURRED if ended else CUES.get(form, Realis.ONGOING)


def _is_denied_plan(forms: list[str], at: int, floor: int, walls: frozenset[str]) -> bool:
    """Whether the plan or chance at `at` is itself what somebody denies."""
    for before in range(at - 1, max(0, floor - _REACH // 2) - 1, -1):
        form = bare(forms[before])
        if form in _RULES_OUT:
            return not before or forms[before - 1] not in _NOT
        if form in walls or (form in CUES and form.removeprefix("ال") not in _PLANS):
            return False
    return False


def _came_to_an_end(forms: list[str], index: int) -> bool:
    """ "استمر تبادل إطلاق النار حتى الفجر": it went on until a time that is past."""
    for at in range(index, min(index + _UNTIL_REACH, len(forms) - 1)):
        if forms[at] in _UNTIL:
            return forms[at + 1] not in _NOW
        if forms[at] in WALLS:
            return False
    return False


def _predicate(forms: list[str], start: int, stop: int) -> Realis | None:
    """The verb of which the noun is the subject: "الانسحاب سيبدأ", "الهجوم لم يقع"."""
    for at in range(start, min(start + 6, stop)):
        form = forms[at]
        if form in _RELATIVE:
            return None
        if bare(form).startswith(_GOES_ON):
            return Realis.ONGOING
        if is_future(bare(form)):
            return Realis.PLANNED
        if form in ("لم", "لن"):
            return None if _YIELDS.intersection(forms[at + 1 : at + 2]) else Realis.DENIED
        if form in _STILL:
            return Realis.ONGOING
        if form in _IN_SIGHT:
            return Realis.HYPOTHETICAL
    return None


def _governs(forms: list[str], index: int, floor: int, sought: frozenset[str]) -> int:
    """Position of the nearest of `sought` before `index` inside the clause, -1 if none."""
    for at in range(index - 1, floor - 1, -1):
        if bare(forms[at]) in sought or forms[at] in sought:
            return at
        if forms[at] in _RELATIVE:
            return -1
    return -1
