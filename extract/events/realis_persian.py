"""Persian realis: the tense and negation of the verb that ends the clause, and modal words before it.

A noun trigger is read with the predicate it belongs to ("حمله ... انجام نشد"); as an object of another verb ("حمله را
محکوم کرد") it is a fact, unless that verb denies it.
"""

from extract.events.cues import WALLS, Realis, cue_table, nearest_before, words
from extract.events.trigger import Form, Trigger

_REACH_NOUN = 3
_REACH_VERB = 25  # the modal opens the clause that the verb closes
_AHEAD = 16
_CUES = cue_table(
    occurred="پس بعد پی دنبال اثر جریان نتیجه علت سبب",
    ongoing="ادامه حال تداوم سرگرم مشغول",
    planned="برای آستانه آماده قصد طرح تصمیم وعده منظور هدف دستور تدارک جهت",
    denied="عدم بدون تکذیب مخالفت مانع جلوگیری لغو منکر",
    hypothetical="احتمال خطر تهدید خواستار خواهان درخواست پیشنهاد امکان صورت اگر امیدوار نگرانی هشدار دعوت لزوم "
    "ضرورت تلاش فراخوان شرط امید چنانچه احتمالی احتمالاً بیم هراس",
)
_MODALS = cue_table(
    planned="قرار بناست قصد آماده تصمیم برنامه می‌خواهد می‌خواهند متعهد وعده توافق موافقت آستانه می‌کوشد مقرر موظف تا",
    hypothetical="ممکن شاید احتمال احتمالا احتمالاً اگر چنانچه باید بایستی می‌تواند می‌توانند بتواند بتوانند خواستار "
    "خواهان خواست خواسته درخواست مگر تهدید هشدار پیشنهاد صورتی امیدوار بهتر لازم می‌توان خواستند پیش‌بینی نگران",
    denied="نباید نمی‌تواند نتواند نتوانست نتوانستند اجازه بدون",
    occurred="توانست توانستند توانسته توانسته‌اند",
)
_HAVING = words("دارد دارند داشت داشتند")
_EXPECTED = words("می‌رود می‌رفت رفته است")
_WITH_VERB = {  # words that are modals only with the verb right after them
    "بنا": (_HAVING, Realis.PLANNED),
    "نظر": (_HAVING, Realis.PLANNED),
    "صدد": (words("است هستند"), Realis.PLANNED),
    "انتظار": (_EXPECTED, Realis.PLANNED),
    "موفق": (words("شد شدند شده شده‌اند"), Realis.OCCURRED),
    "ناکام": (words("ماند ماندند مانده"), Realis.DENIED),
}
_BEFORE_EITHER = cue_table(
    planned="قرار بناست قصد می‌خواهد می‌خواهند", hypothetical="باید ممکن شاید اگر می‌تواند می‌توانند"
)  # settle "بازگرداند", which is past and subjunctive
_EITHER = words("بازگرداند برگرداند بازستاند رساند کشاند گرداند")
_IF = words("اگر چنانچه")
_CURRENCIES = words("دلار دالر یورو پوند افغانی تومان ین درهم")
_REGULARLY = words("ماهانه سالانه روزانه هفتگی هرماه همچنان")
_TERMS = words("شرط شرطی شرطی‌که")
_COMMAS = frozenset("،,")
_ENDS = words("پایان آخر اواخر اوایل اواسط نیمه")
_UNTIL = words("تا")  # so that, but "until" before a time
_TIMES = words(
    "پایان آخر اواخر اوایل اواسط نیمه پیش قبل سال ماه هفته روز ساعت امروز فردا دیروز شامگاه صبح ظهر کنون اکنون حال "
    "آینده زمان وقتی ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر شنبه یکشنبه دوشنبه سه‌شنبه "
    "چهارشنبه پنجشنبه جمعه فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"
)
_BASELESS = words("بی‌اساس بی‌پایه نادرست دروغ کذب واهی مردود ساختگی جعلی بی‌مورد")
_UNTRUE = words("شایعه دروغ کذب ساختگی جعلی خیالی")
_CALLS = words(
    "خواند خواندند خوانده خوانده‌اند می‌خواند دانست دانستند دانسته نامید نامیدند نامیده کرد کردند کرده شمرد شمردند"
)
_REPORTS = words(
    "گزارش گزارش‌ها گزارش‌های گزارشی خبر خبرها خبرهای اخبار ادعا ادعای ادعاها ادعاهای شایعه شایعات شایعه‌ها اتهام "
    "اتهامات اتهام‌ها اظهارات گمانه‌زنی گمانه‌زنی‌ها گمانه‌زنی‌های"
)
_DOUBT = cue_table(hypothetical="ممکن شاید احتمال احتمالا احتمالاً اگر چنانچه گویا")
_SOON = words("آینده فردا آتی پیش‌رو به‌زودی زودی")
_PROMISED = words("وعده قول متعهد")
_DENYING = words("رد تکذیب لغو انکار نفی منتفی حاشا")
_OWN = words(
    "انجام صورت آغاز شروع رخ برگزار اجرا متوقف امضا ادامه پایان روی ترتیب عملی محقق تمدید حاصل برقرار گرفته مخابره صادر"
)
_TELLING = words("سخن خبر گزارش حکایت شکایت")  # از تیرباران سخن می‌گویند
_NO_VERBS = words("میلیارد میلاد میعاد")
_STAGING = words("برگزاری انجام اجرا جریان وقوع پیشروی گسترش")
_STAGED = words("برگزار برپا")  # a meeting that "is held" is one to come, unless it is said to be going on
_NOW = words("اکنون هم‌اکنون حال همچنان جریان")
_LASTING = words("ادامه جریان")
_POSSIBLE = words("امکان‌پذیر ممکن محتمل ناگزیر اجتناب‌ناپذیر ضروری")
_CALLED_OFF = words("لغو تعویق")
_AIM = words("هدف منظور")
_IS = words("است هست نیست خواهد")
_HOLDS = words("دارد دارند است")
_WILL = words("خواهد خواهند خواهم خواهیم")
_WILL_NOT = words("نخواهد نخواهند")
_FINITE = words(
    "شد شدند شده کرد کردند کرده داد دادند داده گرفت گرفتند گرفته یافت یافته رسید رسیدند رسیده بود بودند است هستند "
    "داشت داشتند دارد دارند زد زدند گذاشت گفت گفتند افزود آمد آمدند رفت رفتند ماند ماندند برد بردند پیوست دانست "
    "دانستند خواند خواندند نشست نشستند شده‌اند کرده‌اند داده‌اند گرفته‌اند یافته‌اند رسیده‌اند زده‌اند بوده‌اند آمده‌اند "
    "رفته‌اند"
)
_NOT_FINITE = words(
    "نشد نشدند نشده نکرد نکردند نکرده نداد ندادند نداده نگرفت نگرفته نیافت نرسید نرسیده نبود نیست نیستند ندارد نداشت "
    "نداشته نداشتند ندارند"
)
_SUBJUNCTIVE = words(
    "شود شوند کند کنند دهد دهند گیرد گیرند یابد یابند بگیرد بگیرند برسد برسند بدهد بکند باشد باشند پذیرد"
)
_NOT_SUBJUNCTIVE = words("نشود نشوند نکند نکنند ندهد ندهند نگیرد نباشد")


def judge(forms: list[str], trigger: Trigger, first: int, stop: int) -> Realis:
    """Realis of a Persian trigger in the sentence `[first, stop)`."""
    realis = _judge(forms, trigger, first, stop)
    depends = realis is Realis.PLANNED and _on_condition(forms, trigger.stop, min(stop, trigger.stop + _AHEAD))
    if realis is Realis.ONGOING and trigger.type == "aid" and _is_pledge(forms[first : trigger.first]):
        return Realis.PLANNED
    return Realis.HYPOTHETICAL if depends else realis


def _is_pledge(before: list[str]) -> bool:
    """«اعلام کرد که پنج میلیون دلار کمک می‌کند»: a sum just announced is still to be paid."""
    told = "اعلام" in before and not _CURRENCIES.isdisjoint(before[before.index("اعلام") :])
    return told and _REGULARLY.isdisjoint(before)


def _on_condition(forms: list[str], start: int, stop: int) -> bool:
    """«خارج خواهند شد، اگر ...», «به شرط آنکه»: a condition that follows the plan."""
    for at in range(start, stop):
        if forms[at] in _SENTENCE:
            return False
        if forms[at] in _COMMAS and at + 1 < stop:
            on_terms = forms[at + 1] == "به" and forms[at + 2 : at + 3] and forms[at + 2] in _TERMS
            return forms[at + 1] in _IF or bool(on_terms)
    return False


def _judge(forms: list[str], trigger: Trigger, first: int, stop: int) -> Realis:
    if trigger.form in (Form.NOUN, Form.PARTICIPLE, Form.INFINITIVE):
        return _noun(forms, trigger, first, stop)
    floor = max(first, trigger.at - _REACH_VERB)
    if trigger.negated and trigger.form is Form.PAST and not _IF.isdisjoint(forms[floor : trigger.at]):
        return Realis.HYPOTHETICAL  # «اگر به دست نیاورد»: past and subjunctive are written alike
    if trigger.negated:
        return Realis.HYPOTHETICAL if _conditional(forms, trigger, floor) else Realis.DENIED
    if trigger.form is Form.FUTURE:
        return Realis.HYPOTHETICAL if _conditional(forms, trigger, floor) else Realis.PLANNED
    return _tensed(forms, trigger.form, trigger.at, floor, range(trigger.first, trigger.stop))


def _tensed(forms: list[str], form: Form, index: int, floor: int, own: range) -> Realis:
    """A finite verb: indicative tenses stand for themselves unless a word of doubt opens the clause."""
    if form is Form.SUBJUNCTIVE:
        modal = _modal(forms, index, floor, own)
        return modal or Realis.HYPOTHETICAL
    if form is Form.PAST and forms[index] in _EITHER:
        modal = nearest_before(forms, index, floor, _BEFORE_EITHER, _SENTENCE)
        if modal is not None:
            return modal[1]
    doubt = nearest_before(forms, index, floor, _DOUBT, _SENTENCE)
    if doubt is not None:
        return doubt[1]
    if form is Form.PRESENT:
        before = forms[floor:index]
        soon = not _SOON.isdisjoint(before) or not _PROMISED.isdisjoint(before) or _by_an_end(forms, index, floor)
        return Realis.PLANNED if soon else Realis.ONGOING
    return Realis.OCCURRED


def _modal(forms: list[str], at: int, floor: int, own: range = range(0)) -> Realis | None:
    """What the nearest modal before the subjunctive at a token makes of it."""
    modal = nearest_before(forms, at, floor, _MODALS, _SENTENCE)
    while modal is not None and (modal[0] in own or (forms[modal[0]] in _UNTIL and _is_time(forms, modal[0] + 1))):
        modal = nearest_before(forms, modal[0], floor, _MODALS, _SENTENCE)
    nearest = floor if modal is None else modal[0] + 1
    for place in range(at - 1, nearest - 1, -1):
        following, realis = _WITH_VERB.get(forms[place], (frozenset[str](), None))
        if forms[place + 1] in following:
            return realis
    return modal[1] if modal else None


def _by_an_end(forms: list[str], index: int, floor: int) -> bool:
    """«تا پایان سال به کار خود خاتمه می‌دهد»: a deed that ends by a time to come."""
    return any(forms[at] in _UNTIL and forms[at + 1] in _ENDS for at in range(floor, index - 1))


def _is_time(forms: list[str], at: int) -> bool:
    """ "تا پایان سپتامبر": until, and no purpose."""
    return at < len(forms) and (forms[at] in _TIMES or forms[at].isdigit())


def _conditional(forms: list[str], trigger: Trigger, floor: int) -> bool:
    """ "If they are not released, schools will close": a condition, which nobody denies, and its consequence."""
    return trigger.form in (Form.SUBJUNCTIVE, Form.FUTURE) and any(form in _IF for form in forms[floor : trigger.at])


_SENTENCE = frozenset('.!?؟؛;:\n"')


def _noun(forms: list[str], trigger: Trigger, first: int, stop: int) -> Realis:
    topic = _topic(forms, trigger, first, min(stop, trigger.stop + _AHEAD))
    if topic is not None:
        return topic
    floor = max(first, trigger.first - _REACH_NOUN)
    governor = nearest_before(forms, trigger.first, floor, _CUES, _CLAUSE)
    if governor is not None and forms[governor[0]] in _AIM and forms[governor[0] + 1] == "از":
        governor = None  # «هدف از این مانور»: the aim of what there is
    if governor is not None and governor[1] is Realis.OCCURRED and forms[governor[0] - 1 : governor[0]] == ["از"]:
        governor = None
    if governor is not None and trigger.type == "judgment" and forms[governor[0]] == "براي":
        governor = None  # «برای متهمان قرار بازداشت صادر شد»
    predicate = _predicate(forms, trigger, min(stop, trigger.stop + _AHEAD), first)
    if governor is not None and governor[1] is not Realis.OCCURRED and _binds(forms, governor[0], trigger.first):
        if predicate is Realis.DENIED and forms[governor[0]] in _CALLED_OFF:
            return Realis.PLANNED  # «شایعه لغو رزمایش را رد کرد»
        ruled_out = predicate is Realis.DENIED and forms[governor[0]] in _CHANCES  # «احتمال آتش‌بس را منتفی دانست»
        return Realis.DENIED if ruled_out else governor[1]
    if _is_involvement_denied(forms, trigger.first, first):
        return Realis.OCCURRED
    if governor is not None and (predicate is None or governor[1] is Realis.OCCURRED):
        return governor[1]
    if predicate is not None:
        return predicate
    return Realis.ONGOING if trigger.form is Form.PARTICIPLE else Realis.OCCURRED


_CHANCES = words("احتمال امکان احتمالی")
_INVOLVED = words("دخالت نقش دست ارتباط ارتباطی مشارکت دخیل مسئولیت مسوولیت مداخله ربطی نقشی دخالتی")
_INVOLVED_REACH = 5


def _is_involvement_denied(forms: list[str], index: int, first: int) -> bool:
    """«هرگونه دخالت در این حمله را رد کرد»: who denies a part in a deed leaves the deed itself as it was told."""
    near = forms[max(first, index - _INVOLVED_REACH) : index]
    at = next((at for at, form in enumerate(near) if form in _INVOLVED), None)
    return at is not None and not _IN.isdisjoint(near[at + 1 :])


_IN = words("در به با از")
_ITS_PERSONS = words(
    "عامل عاملان عوامل آمر آمران مسببان مسبب طراح طراحان مرتکبان قربانی قربانیان بازماندگان مجروحان زخمیان کشته‌شدگان"
)
_POINTING = words("این آن همین")
_ABOUT = {"درباره": "", "پيرامون": "", "سر": "بر", "مورد": "در", "خصوص": "در", "به": "نسبت"}  # and the word before it
_ABOUT_REACH = 6
_DISCUSSED = words("گفت‌وگو گفتگو رایزنی مذاکره بحث مشورت صحبت تبادل")
_AGREED = words("توافق تفاهم")
_WARNED = words("هشدار نگرانی")
_CONSENTED = words("موافقت")
_TO_COME = frozenset(  # types that one talks of before they happen
    (
        "withdrawal",
        "handover",
        "deployment",
        "detainee_transfer",
        "repatriation",
        "disarmament",
        "sanctions",
        "aid",
        "displacement",
    )
)


def _topic(forms: list[str], trigger: Trigger, first: int, stop: int) -> Realis | None:
    """«درباره خروج نیروها گفت‌وگو کردند»: what is talked about is only thought of, what is agreed on is to come; but
    what has its culprits happened.
    """
    if trigger.form is Form.NOUN and _befell_somebody(forms, trigger.first, first):
        return Realis.OCCURRED
    if trigger.type not in _TO_COME:
        return None
    floor = max(first, trigger.first - _ABOUT_REACH)
    if trigger.first > first and forms[trigger.first - 1] == "با" and _verdict(forms, trigger, stop) in _CONSENTED:
        return Realis.PLANNED
    opens = (at for at in range(floor, trigger.first) if forms[at] in _ABOUT)
    if not any(forms[at - 1] == _ABOUT[forms[at]] or not _ABOUT[forms[at]] for at in opens):
        return None
    verdict = _verdict(forms, trigger, stop) if _binds(forms, floor, trigger.first) else ""
    if verdict in _DISCUSSED or verdict in _WARNED:
        return Realis.HYPOTHETICAL
    return Realis.PLANNED if verdict in _AGREED else None


def _verdict(forms: list[str], trigger: Trigger, stop: int) -> str:
    """The word before the verb that closes the clause of a noun: توافق of «توافق کردند»."""
    after = forms[trigger.stop : stop]
    end = next((at for at, form in enumerate(after) if form in _SENTENCE or form in _FINITE), len(after))
    return after[end - 1] if end else ""


def _befell_somebody(forms: list[str], index: int, first: int) -> bool:
    """«عاملان این حمله بازداشت خواهند شد»: who did or suffered it says that it happened; the verb is about them."""
    at = index - 2 if forms[index - 1 : index] and forms[index - 1] in _POINTING else index - 1
    return at >= first and forms[at] in _ITS_PERSONS and at + 1 < index


_CLAUSE = WALLS | words("که را")


def _binds(forms: list[str], cue: int, index: int) -> bool:
    """Whether nothing finite stands between a cue and the noun it governs."""
    return not any(form in _FINITE or form in _NOT_FINITE or form in _SUBJUNCTIVE for form in forms[cue + 1 : index])


def _predicate(forms: list[str], trigger: Trigger, limit: int, first: int) -> Realis | None:
    """What the first finite verb after the noun says about it."""
    is_object, is_source = False, forms[trigger.first - 1 : trigger.first] == ["از"]
    for at in range(trigger.stop, limit):
        form = forms[at]
        if form == "را":
            is_object = True
        if form in _SENTENCE or form == "كه":
            return None
        tense = _tense(forms, at)
        if tense is None:
            continue
        before = forms[at - 1]
        complement = forms[at - 2] if before in _WILL or before in _WILL_NOT or before in ("مي", "نمي") else before
        said = _said(forms, at, complement, forms[first : trigger.first])
        if said is not None:
            return said
        if (is_object and complement not in _OWN) or complement in _TELLING:
            return None
        if tense is Realis.DENIED and is_source and complement not in _OWN:
            return None  # "از جنگ قد راست نکرده است": what is denied is another thing
        return _timed(forms, tense, at, max(first, at - _REACH_VERB), complement, range(trigger.first, trigger.stop))
    return None


def _said(forms: list[str], at: int, complement: str, told: list[str]) -> Realis | None:
    """What the word before the verb at a token says of a noun by itself; `told` stands before the noun."""
    form, before = forms[at], forms[at - 1]
    baseless = complement in _UNTRUE or (complement in _BASELESS and not _REPORTS.isdisjoint(told))
    if complement in _DENYING or (baseless and form in _CALLS):
        return Realis.DENIED
    if complement in _POSSIBLE and form in _IS:
        return Realis.HYPOTHETICAL
    lasts = complement in _LASTING and (form in _HOLDS or before in _WILL)
    staged = complement in _STAGING and form in _HOLDS and forms[at - 2] == "حال"
    return Realis.ONGOING if lasts or staged else None


def _timed(forms: list[str], tense: Realis, at: int, floor: int, complement: str, own: range) -> Realis:
    """What the verb at a token says with the modal words and times before it."""
    if tense is Realis.HYPOTHETICAL:
        return _modal(forms, at, floor, own) or tense
    if tense is Realis.PLANNED and not _IF.isdisjoint(forms[floor:at]):
        return Realis.HYPOTHETICAL
    if tense is Realis.ONGOING:
        before = forms[floor:at]
        due = _by_an_end(forms, at, floor) or not _SOON.isdisjoint(before)
        if (complement in _STAGED or due) and _NOW.isdisjoint(before):
            return Realis.PLANNED
    return tense


def _tense(forms: list[str], at: int) -> Realis | None:
    """Realis of the finite verb at a token as its form alone shows it; HYPOTHETICAL stands for the subjunctive."""
    form, before = forms[at], forms[at - 1] if at else ""
    if (
        form in _NOT_FINITE
        or form in _NOT_SUBJUNCTIVE
        or before in _WILL_NOT
        or (form.startswith("نمي") and len(form) > 4)
    ):
        return Realis.DENIED
    if before == "نمي":
        return Realis.DENIED
    if before in _WILL:
        return Realis.PLANNED
    if form.startswith("مي") and len(form) > 4 and form not in _NO_VERBS and form.endswith(("د", "ند", "ود")):
        past = form.endswith(("كرد", "كردند", "شد", "شدند", "داد", "دادند", "گرفت"))
        return Realis.OCCURRED if past else Realis.ONGOING
    if form in _FINITE:
        return Realis.OCCURRED
    if form in _SUBJUNCTIVE:
        return Realis.ONGOING if before == "مي" else Realis.HYPOTHETICAL
    return None
