"""Persian nouns: what the governor before a noun and the predicate behind it say of the deed."""

from extract.events.cues import WALLS, Realis, cue_table, nearest_before, words
from extract.events.realis_persian_verbs import (
    BY_TERMS,
    CARRIED_OUT,
    FINITE,
    IF,
    NOT_FINITE,
    NOT_SUBJUNCTIVE,
    SENTENCE,
    SUBJUNCTIVE,
    is_meanwhile,
    tense_of,
    timed,
)
from extract.events.trigger import Form, Trigger
from extract.ontology.conjugation import WILL, WILL_NOT

ASKING = words("خواستار خواهان")
_REACH_NOUN = 3
_NAME = 6  # tokens of a quoted name
REACH_VERB = 25  # the modal opens the clause that the verb closes
AHEAD = 16
_CUES = cue_table(
    occurred="پس بعد پی دنبال اثر جریان نتیجه علت سبب",
    ongoing="ادامه حال تداوم سرگرم مشغول",
    planned="برای آستانه آماده قصد طرح تصمیم وعده منظور هدف دستور فرمان تدارک جهت",
    denied="عدم بدون تکذیب مخالفت مانع جلوگیری لغو منکر",
    hypothetical="احتمال خطر تهدید خواستار خواهان درخواست پیشنهاد امکان صورت اگر امیدوار نگرانی هشدار دعوت لزوم "
    "ضرورت تلاش فراخوان شرط امید چنانچه احتمالی احتمالاً بیم هراس",
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
_DENYING = words("رد تکذیب لغو انکار نفی منتفی حاشا")
_NOT_CALLED = words("نکرد نکردند نکرده نکرده‌اند نمی‌کند نمی‌کنند ندانست ندانستند ندانسته")
_REFRAINS = words("خودداری پرهیز اجتناب امتناع جلوگیری ممانعت")
_RULED_OUT = words("منتفی")
_PUT_OFF = words("تعویق موکول")
_JUDGING = words("محکوم بررسی پیگیری دنبال رصد مطرح اعلام رد")
_AGENDA = ["دستور", "كار"]
_BEHIND = (["به"], ["از"], ["با"], ["در"], ["درباره"])
_RESULTS = words("نتیجه نتیجه‌ای حاصلی دستاوردی پیشرفتی ثمری توفیقی")
_IN_HAND = ["در", "دست"]
_ENDED = words("متوقف قطع پایان خاتمه")
_TELLING = words("سخن خبر گزارش حکایت شکایت")  # از تیرباران سخن می‌گویند
_STAGING = words("برگزاری انجام اجرا جریان وقوع پیشروی گسترش")
_HARM = words("تلفات تلفاتی خسارت خسارتی خسارات آسیب آسیبی قربانی کشته کشته‌ای زخمی مجروح مصدوم مصدومی صدمه صدمه‌ای")
_LASTING = words("ادامه جریان")
_POSSIBLE = words("امکان‌پذیر ممکن محتمل ناگزیر اجتناب‌ناپذیر ضروری")
_CALLED_OFF = words("لغو تعویق")
_AIM = words("هدف منظور")
_IS = words("است هست نیست خواهد")
_HOLDS = words("دارد دارند است")


def noun_realis(forms: list[str], trigger: Trigger, first: int, stop: int) -> Realis:
    """The realis of a deed told by a noun, whose clause is the tokens `[first, stop)`."""
    ahead = min(stop, trigger.stop + AHEAD)
    told = _topic(forms, trigger, first, ahead) or _framed(forms, trigger, first, ahead)
    if told is not None:
        return told
    governor = _governor(forms, trigger, first)
    predicate = _predicate(forms, trigger, ahead, first)
    if predicate is Realis.OCCURRED and _is_done_with(forms, trigger, ahead):
        return predicate
    if governor is not None and governor[1] is not Realis.OCCURRED and _binds(forms, governor[0], trigger.first):
        if predicate is Realis.DENIED and forms[governor[0]] in _CALLED_OFF:
            return Realis.PLANNED  # «شایعه لغو رزمایش را رد کرد»
        if predicate is Realis.DENIED and _NONE in forms[max(first, governor[0] - _NONE_REACH) : governor[0]]:
            return Realis.DENIED  # «هیچ برنامه‌ای برای خروج نیروها وجود ندارد»
        ruled_out = predicate is Realis.DENIED and forms[governor[0]] in _CHANCES  # «احتمال آتش‌بس را منتفی دانست»
        return Realis.DENIED if ruled_out else governor[1]
    if _is_involvement_denied(forms, trigger.first, first):
        return Realis.OCCURRED
    if governor is not None and (predicate is None or governor[1] is Realis.OCCURRED):
        return governor[1]
    if predicate is not None:
        return predicate
    return Realis.ONGOING if trigger.form is Form.PARTICIPLE else Realis.OCCURRED


def _framed(forms: list[str], trigger: Trigger, first: int, stop: int) -> Realis | None:
    """What the words around a noun say of it, whatever its own governor and verb do."""
    near = forms[max(first, trigger.first - _REACH_NOUN) : trigger.first]
    if near[-2:] == _IN_HAND:
        return Realis.ONGOING  # «در دست احداث است»
    if trigger.type == "agreement" and not BY_TERMS.isdisjoint(near[-2:]):
        return Realis.OCCURRED  # «بر اساس این توافق»
    if _goes_on(forms, trigger, stop, not IF.isdisjoint(near)):
        return Realis.ONGOING
    return Realis.HYPOTHETICAL if _is_called_for(forms, trigger, first, stop) else None


def _governor(forms: list[str], trigger: Trigger, first: int) -> tuple[int, Realis] | None:
    """The word close before a noun that says whether it happened, unless it governs something else."""
    floor = max(first, trigger.first - _REACH_NOUN)
    governor = nearest_before(forms, trigger.first, floor, _CUES, _CLAUSE)
    if governor is None:
        return None
    at, told = governor
    if forms[at] in _AIM and (forms[at + 1] == "از" or forms[trigger.stop : trigger.stop + 1] == ["قرار"]):
        return None  # «هدف از این مانور»: the aim of what there is; «هدف بمب‌گذاری قرار گرفت»: its victim
    if told is Realis.OCCURRED and forms[at - 1 : at] == ["از"]:
        return None
    if trigger.type == "judgment" and forms[at] == "براي":
        return None  # «برای متهمان قرار بازداشت صادر شد»
    if told is Realis.HYPOTHETICAL and _is_about(forms, at, trigger):
        return None  # «خواستار تحقیق درباره حمله شد»
    if is_meanwhile(forms, at) or (forms[at] == "حال" and forms[at + 1] in _SUSPENSION):
        return None  # «در همین حال انفجاری ...», «به حال تعلیق درآورد»
    return governor


def _goes_on(forms: list[str], trigger: Trigger, stop: int, supposed: bool) -> bool:
    """«اگر حملات متوقف نشود», «تا محاصره پایان نیابد»: they go on."""
    verb = next((at for at in range(trigger.stop, stop) if tense_of(forms, at) is not None), -1)
    if verb < 1 or forms[verb - 1] not in _ENDED:
        return False
    return forms[verb] in NOT_SUBJUNCTIVE or (supposed and tense_of(forms, verb) is Realis.DENIED)


def _is_called_for(forms: list[str], trigger: Trigger, first: int, stop: int) -> bool:
    """«خواستار پایان جنگ، بازگشت آوارگان و رفع تحریم‌ها شد»: all that stands between a demand and its verb."""
    if _is_about(forms, max(first, trigger.first - _ASKED_REACH), trigger):
        return False
    asks = [at for at in range(max(first, trigger.first - _ASKED_REACH), trigger.first) if forms[at] in ASKING]
    if not asks or trigger.definite or trigger.form is not Form.NOUN:
        return False
    verb = next((at for at in range(trigger.stop, stop) if forms[at] in FINITE or forms[at] in SENTENCE), stop)
    return verb < stop and forms[verb] in _ASKED and _binds(forms, asks[-1], trigger.first)


def _is_about(forms: list[str], low: int, trigger: Trigger) -> bool:
    """Whether a noun is only what something asked for is about: «خواستار تحقیق درباره حمله شد». Of what one talks
    before it happens nothing is known yet.
    """
    if trigger.type in _TO_COME:
        return False
    before = forms[low : trigger.first]
    return not _INQUIRIES.isdisjoint(before) and not _CONCERNING.isdisjoint(before)


_INQUIRIES = words("تحقیق تحقیقات تحقیقاتی بررسی توضیح پاسخگویی پاسخ رسیدگی شفاف‌سازی اطلاعات گزارش پیگیری")
_CONCERNING = words("درباره پیرامون خصوص رابطه ارتباط مورد به")
_ASKED = words("شد شدند شده شده‌اند است هستند")
_ASKED_REACH = 14


def _is_done_with(forms: list[str], trigger: Trigger, stop: int) -> bool:
    """«برای پراکنده کردن جمعیت از گاز اشک‌آور استفاده کرد»: the purpose of a means that was used."""
    purpose = trigger.form is Form.INFINITIVE and trigger.type == "attack"
    return purpose and not _MEANS_USED.isdisjoint(forms[trigger.stop : stop])


_MEANS_USED = words("استفاده متوسل شلیک پرتاب پاشید پاشیدند")
_SUSPENSION = words("تعلیق توقف آماده‌باش")
_NONE, _NONE_REACH = "هيچ", 8
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
_PONDERED = words(
    "تصمیمی بحث بحث‌ها گمانه‌زنی گمانه‌زنی‌ها گمانه‌زنی‌هایی ابهام ابهام‌ها اختلاف اختلاف‌نظر رایزنی رایزنی‌ها گفت‌وگو "
    "گفت‌وگوها مذاکرات مذاکره نگرانی نگرانی‌ها"
)
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
        "appointment",
        "agreement",
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
    about = [at for at in opens if forms[at - 1] == _ABOUT[forms[at]] or not _ABOUT[forms[at]]]
    if not about:
        return None
    if any(forms[at - 1 - bool(_ABOUT[forms[at]])] in _PONDERED for at in about):
        return Realis.HYPOTHETICAL  # «تصمیمی درباره اعزام نیرو گرفته نشده»
    verdict = _verdict(forms, trigger, stop) if _binds(forms, floor, trigger.first) else ""
    if verdict in _DISCUSSED or verdict in _WARNED:
        return Realis.HYPOTHETICAL
    return Realis.PLANNED if verdict in _AGREED else None


def _verdict(forms: list[str], trigger: Trigger, stop: int) -> str:
    """The word before the verb that closes the clause of a noun: توافق of «توافق کردند»."""
    after = forms[trigger.stop : stop]
    end = next((at for at, form in enumerate(after) if form in SENTENCE or form in FINITE), len(after))
    return after[end - 1] if end else ""


def _befell_somebody(forms: list[str], index: int, first: int) -> bool:
    """«عاملان این حمله بازداشت خواهند شد»: who did or suffered it says that it happened; the verb is about them."""
    at = index - 2 if forms[index - 1 : index] and forms[index - 1] in _POINTING else index - 1
    return at >= first and forms[at] in _ITS_PERSONS and at + 1 < index


_CLAUSE = WALLS | words("که را")


def _binds(forms: list[str], cue: int, index: int) -> bool:
    """Whether nothing finite stands between a cue and the noun it governs."""
    return not any(form in FINITE or form in NOT_FINITE or form in SUBJUNCTIVE for form in forms[cue + 1 : index])


def _predicate(forms: list[str], trigger: Trigger, limit: int, first: int) -> Realis | None:
    """What the first finite verb after the noun says about it."""
    start = _past_a_name(forms, trigger.stop)
    for at in range(start, min(limit + start - trigger.stop, len(forms))):
        if forms[at] in SENTENCE or forms[at] == "كه":
            return None
        if tense_of(forms, at) is not None:
            return _told_by(forms, trigger, first, range(start, at))
    return None


def _told_by(forms: list[str], trigger: Trigger, first: int, between: range) -> Realis | None:
    """What the verb behind the tokens `between` says of the noun before them; None where it tells of another thing."""
    at, before = between.stop, forms[between.stop - 1]
    tense = tense_of(forms, at)
    complement = forms[at - 2] if before in WILL or before in WILL_NOT or before in ("مي", "نمي") else before
    is_source = forms[trigger.first - 1 : trigger.first] == ["از"]
    if is_source and complement in _REFRAINS:
        return Realis.DENIED  # «از حمله به بندر خودداری کرد»
    said = _said(forms, at, complement, forms[first : trigger.first])
    if said is not None or tense is None or complement in _TELLING:
        return said
    if complement not in CARRIED_OUT:
        if trigger.definite and forms[max(first, trigger.first - 2) : trigger.first - 1] in _BEHIND:
            return None  # «به این حملات پاسخ خواهند داد»
        if "را" in forms[between.start : at]:
            to_come = tense is Realis.PLANNED and trigger.type in _TO_COME and not trigger.definite
            return tense if to_come and complement not in _JUDGING else None  # «خلع سلاح را بر عهده خواهد گرفت»
        if tense is Realis.DENIED and is_source:
            return None  # "از جنگ قد راست نکرده است": what is denied is another thing
    if tense is Realis.DENIED and complement in _RESULTS:
        return Realis.OCCURRED  # «مذاکرات نتیجه‌ای نداشت»
    if tense is Realis.DENIED and not _HARM.isdisjoint(forms[between.start : at]):
        return None  # «حمله تلفات جانی نداشت»
    if tense is Realis.DENIED and not _INVOLVED.isdisjoint(forms[between.start : at]):
        return None  # «این حمله ارتباطی به ایران ندارد»
    return timed(forms, tense, at, max(first, at - REACH_VERB), complement, range(trigger.first, trigger.stop))


def _past_a_name(forms: list[str], at: int) -> int:
    """«رزمایش «عقاب سرخ»»: the token behind the short quoted name that a noun bears, else the one right behind it."""
    if forms[at : at + 1] != ['"']:
        return at
    name = forms[at + 1 : at + 1 + _NAME]
    return at + name.index('"') + 2 if '"' in name else at


def _said(forms: list[str], at: int, complement: str, told: list[str]) -> Realis | None:
    """What the word before the verb at a token says of a noun by itself; `told` stands before the noun."""
    form, before = forms[at], forms[at - 1]
    if complement in _DENYING and form in _NOT_CALLED:
        return Realis.HYPOTHETICAL if complement in _RULED_OUT else Realis.OCCURRED
    if complement in _PUT_OFF:
        return Realis.PLANNED  # «نشست به تعویق افتاد»
    baseless = complement in _UNTRUE or (complement in _BASELESS and not _REPORTS.isdisjoint(told))
    if complement in _DENYING or (baseless and form in _CALLS):
        return Realis.DENIED
    if complement in _POSSIBLE and form in _IS:
        return Realis.HYPOTHETICAL
    if [*forms[at - 2 : at - 1], complement] == _AGENDA and form in _IS | _HOLDS:
        return Realis.PLANNED  # «در دستور کار است»
    lasts = complement in _LASTING and (form in _HOLDS or before in WILL)
    staged = complement in _STAGING and form in _HOLDS and forms[at - 2] == "حال"
    return Realis.ONGOING if lasts or staged else None
