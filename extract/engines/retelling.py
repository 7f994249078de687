"""What the words of two mentions say about each other: another happening, the one told before, or a part of it."""

from extract.dates import DateMention
from extract.events import Form, Trigger
from extract.mentions import Mentions
from extract.ontology.words import words
from extract.proposals import Named
from extract.text import fold_word

_DISASTERS = ("fires", "quakes", "inundations", "wrecks")
_OPENING = 4  # tokens in which a sentence or a Persian clause says that it tells something else
_BEFORE = {"en": ("after", "before"), "fa": ("پس", "پيش", "بعد", "قبل"), "ar": ("بعد", "قبل")}
_AFTER = {
    "en": (("after",), ("following",)),
    "fa": (("پس", "از"), ("بعد", "از"), ("با",)),
    "ar": (("بعد",), ("عقب",), ("فور",)),
}
_TEXTS = {  # how words for several texts end, and how those for one begin
    "en": (("agreements", "deals", "accords", "memorandums"), ("agreement", "deal", "accord", "memorandum", "pact")),
    "fa": (
        ("نامهها", "نامههاي", "نامههايي", "قراردادها", "قراردادهاي", "توافقات", "يادداشتهاي"),
        ("توافق", "قرارداد", "يادداشت", "پيمان"),
    ),
    "ar": (("اتفاقيات", "اتفاقات", "مذكرات", "معاهدات", "بروتوكولات", "عقود"), ("اتفاق", "مذكره", "معاهده", "عقد")),
}
_TEXT_REACH = 3  # tokens
_LAW_TEXTS = frozenset("resolution bill law measure text motion legislation act budget".split())
_THE = frozenset(("the", "its", "their"))
_ON_TOP = "همچنين"
_SHORTEST = 3  # letters of an Arabic word with a conjunction before it
_FROM, _AND = "من", "و"
_IT = [_AND, "ان", "را"]
_ARABIC_THIS = frozenset(("هذا", "هذه", "هو", "هي"))
_ARABIC_RANKS = frozenset("اول ثاني ثالث رابع خامس احدث اخر اعنف اكبر".split())
_LAST = "اخر"  # "another" behind its noun, before a noun "the last"
_LAST_OF = frozenset(
    fold_word("جندي جنود دفعة رتل وحدة وحدات كتيبة قوات قافلة مجموعة عسكري عسكريين فوج رهينة رهائن معقل قاعدة").split()
)
_PERSIAN_RANKS = ("مين", "ترين")  # endings


def is_another(mentions: Mentions, trigger: Trigger, first: int, own: bool) -> bool:
    """Whether the words around a trigger say that it tells another happening: "a further release", "جولة ثانية".

    `first` is the start of its clause, `own` whether that names a day or place.
    """
    forms, lang = mentions.tokens.forms, mentions.lang
    if trigger.first >= mentions.body_start and not trigger.definite:
        opening = forms[first : trigger.first]
        if lang == "fa" and (_ON_TOP in opening[:_OPENING] or (own and not words("also", lang).isdisjoint(opening))):
            return True  # «روز دوشنبه نیز ... ربوده شدند»: the verb stands last
        if _is_aside(mentions, trigger):
            return True
    if trigger.form not in (Form.NOUN, Form.PARTICIPLE):
        near = forms[max(0, trigger.at - 3) : trigger.at]
        if lang == "en" and forms[trigger.stop : trigger.stop + 1] == ["again"]:
            return True  # "were uprooted again"
        return not words("also", lang).isdisjoint(near)
    before, after = (3, 0) if lang == "en" else (2, 2) if lang == "fa" else (0, 2)
    low, high = max(0, trigger.first - before), min(len(forms), trigger.stop + after)
    return _is_said_another(mentions, trigger, forms[low : trigger.first] + forms[trigger.first + 1 : high])


def _is_said_another(mentions: Mentions, trigger: Trigger, near: list[str]) -> bool:
    """Whether a word beside a noun sets it apart from the one told; one that counts, or ranks a day, does not."""
    forms, lang = mentions.tokens.forms, mentions.lang
    if lang == "en" and not {"was", "is", "such"}.isdisjoint(near):
        return False  # "it was the third attack this year", "the second such swap": counts the one told
    if counts_the_told(mentions, trigger):
        return False
    if lang == "ar" and forms[trigger.stop : trigger.stop + 1] == [_LAST] and forms[trigger.stop + 1] in _LAST_OF:
        return False
    if lang == "fa" and not words("periods", lang).isdisjoint(forms[max(0, trigger.first - 2) : trigger.first]):
        return False  # «روز دوم رزمایش»
    others = words("another", lang)
    return any(form.removeprefix("ال") in others if lang == "ar" else form in others for form in near)


def passes_the_text(mentions: Mentions, trigger: Trigger) -> bool:
    """ "The resolution was adopted", "the bill was approved by 120 votes": English; the text that a vote told is on."""
    if trigger.lang != "en" or not trigger.passive:
        return False
    first = max(mentions.tokens.sentence(trigger.first)[0], trigger.first - _OPENING)
    near = mentions.tokens.forms[first : trigger.stop]
    return any(word in _LAW_TEXTS and at > 0 and near[at - 1] == "the" for at, word in enumerate(near)) or any(
        word == "resolution" and near[at + 1][:1].isdigit() for at, word in enumerate(near[:-1])
    )


def _is_aside(mentions: Mentions, trigger: Trigger) -> bool:
    """ "Separately", "وفي سياق متصل", «در رویدادی جداگانه» at the head of its sentence."""
    forms = mentions.tokens.forms
    first, _ = mentions.tokens.sentence(trigger.first)
    opening = forms[first : first + _OPENING]
    if mentions.lang == "ar" and trigger.form.finite and forms[trigger.stop : trigger.stop + 1] == [_LAST]:
        return False  # "غادر آخر رتل": the last
    return not words("asides", mentions.lang).isdisjoint(opening)


def counts_the_told(mentions: Mentions, trigger: Trigger) -> bool:
    """ "وهذا أول هجوم", «این دومین آدم‌ربایی»: which of its kind the one told is."""
    near = mentions.tokens.forms[max(0, trigger.first - 2) : trigger.first]
    if len(near) < 2 or trigger.form is not Form.NOUN:
        return False
    this, rank = near
    if mentions.lang == "ar":
        return this.removeprefix(_AND) in _ARABIC_THIS and rank in _ARABIC_RANKS
    return mentions.lang == "fa" and this == "اين" and rank.endswith(_PERSIAN_RANKS)


def is_definite(mentions: Mentions, named: Named) -> bool:
    """ "The assailants", "المهاجمون": somebody without a name of whom the article has told."""
    if named.name is not None or named.iso is not None:
        return False
    text, start = mentions.tokens.folded.original, named.span.start
    if mentions.lang == "ar":
        return text.startswith("ال", start)
    return mentions.lang == "en" and text[max(0, start - 4) : start].casefold() == "the "


def is_same_disaster(mentions: Mentions, one: Trigger, other: Trigger, recalled: bool) -> bool:
    """A blaze in the headline and what "caught fire" in the body; "flash floods and landslides" are one disaster."""
    ours, theirs = _disasters(mentions, one), _disasters(mentions, other)
    if not ours or not theirs:
        return False
    return (recalled and not ours.isdisjoint(theirs)) or _is_joined(mentions, one, other)


def _disasters(mentions: Mentions, trigger: Trigger) -> set[str]:
    """The kinds of disaster that the words of a trigger name."""
    return {name for name in _DISASTERS if _begins(mentions, trigger, name)}


def _is_joined(mentions: Mentions, one: Trigger, other: Trigger) -> bool:
    """Whether nothing but "and" stands between two triggers."""
    forms = mentions.tokens.forms
    between = forms[one.stop : other.first]
    if mentions.lang == "ar":
        return not between and forms[other.first].startswith(_AND)
    return between in (["and"], [_AND])


def tells_a_fight(mentions: Mentions, trigger: Trigger) -> bool:
    """Whether two sides fight each other, which is no name for a raid or a blast: clashes, اشتباكات, درگیری."""
    return _begins(mentions, trigger, "fights")


def is_one_verdict(mentions: Mentions, one: Trigger, other: Trigger) -> bool:
    """Whether one convicts and the other sentences: a verdict and its penalty are one judgment."""
    return _begins(mentions, one, "guilty") and _begins(mentions, other, "guilty")


def _begins(mentions: Mentions, trigger: Trigger, name: str) -> bool:
    """Whether a word of the trigger begins with one of the class `name`."""
    beginnings = tuple(words(name, mentions.lang))
    forms = mentions.tokens.forms[trigger.first : trigger.stop]
    if mentions.lang == "ar":
        forms = [form.removeprefix(_AND).removeprefix("ال") for form in forms]
    return "not" not in forms and any(form.startswith(beginnings) for form in forms)


def goes_on_with(mentions: Mentions, one: Trigger, other: Trigger, alike: bool) -> bool:
    """Whether the next verb of the sentence does more of it, or to it: "downed tools and marched", «آن را به مجلس
    فرستاد». `alike` says that nobody else does it.
    """
    tokens = mentions.tokens
    if tokens.sentence(one.first) != tokens.sentence(other.first):
        return False
    forms = tokens.forms
    joined = one.type in ("protest", "legislation") and alike
    if mentions.lang == "fa":
        return forms[one.stop : one.stop + 3] == _IT or (joined and forms[one.stop : one.stop + 1] == [_AND])
    if mentions.lang == "ar":
        they = (
            one.type == other.type == "attack" and alike and other.form is Form.PAST and forms[other.first][-2:] == "وا"
        )
        return (joined or they) and forms[other.first].startswith(_AND)
    return forms[other.stop : other.stop + 1] == ["it"] or (joined and forms[other.first - 1] == "and")


def is_other_text(mentions: Mentions, one: Trigger, other: Trigger) -> bool:
    """Whether one tells of one text and the other of several: "a deal to leave", "agreements with France"."""
    ours, theirs = (_are_several(mentions, trigger) for trigger in (one, other))
    return None not in (ours, theirs) and ours is not theirs


def _are_several(mentions: Mentions, trigger: Trigger) -> bool | None:
    """Whether the text that a trigger names, or that stands right behind it, is more than one; None if none does."""
    several, single = _TEXTS[mentions.lang]
    for form in mentions.tokens.forms[trigger.first : trigger.stop + _TEXT_REACH]:
        if form.endswith(several):
            return True
        if form.removeprefix("و").removeprefix("ال").startswith(single):
            return False
    return None


def is_presupposed(mentions: Mentions, trigger: Trigger, when: DateMention | None) -> bool:
    """ "After the withdrawal", "بعد إنهاء المهام": a deed that dates another, and bears no date of its own."""
    if trigger.form is not Form.NOUN:
        return False
    forms = mentions.tokens.forms
    at = trigger.first - (forms[trigger.first - 1 : trigger.first] != [] and forms[trigger.first - 1] in _THE)
    if not any(tuple(forms[max(0, at - len(after)) : at]) == after for after in _AFTER[mentions.lang]):
        return False
    if when is None or when.first_token < trigger.stop:
        return True
    return any(_goes_on(form) for form in forms[trigger.stop : when.first_token])


def _goes_on(form: str) -> bool:
    """Whether a second deed follows the first, or another clause."""
    return form in ("and", _AND, "،", ",") or (form.startswith(_AND) and len(form) > _SHORTEST)


def comes_before_another(mentions: Mentions, trigger: Trigger) -> bool:
    """ "A day after raids on two garrisons", "بعد أيام من تسليم القاعدة": what another happening is dated by."""
    if trigger.form is not Form.NOUN:
        return False
    near = mentions.tokens.forms[max(0, trigger.first - _OPENING) : trigger.first]
    periods, before = words("periods", mentions.lang), _BEFORE[mentions.lang]
    if mentions.lang == "ar":
        return any(word in before and near[at + 1] in periods and _FROM in near for at, word in enumerate(near[:-1]))
    return any(word in periods and near[at + 1] in before for at, word in enumerate(near[:-1]))
