"""Whether a report is said to be untrue, in its own sentence ("ما أشيع عن ... غير صحيح") or by the next one, or is none
at all, because a plain negation reports nothing.

Realis by grammar sees one clause; a refutation ends the sentence, or opens the next one and points back.
"""

from itertools import pairwise

from extract.events.cues import DENIES, DENYING, words
from extract.events.restricted import excepted
from extract.events.trigger import Form, Trigger
from extract.schema import Realis
from extract.text import Tokens

# Pairs of words, the second within two tokens after the first.
_UNTRUE = {
    "ar": [("غير", "صحيح"), ("غير", "صحيحة"), ("لا", "صحة"), ("لا", "أساس"), ("عار", "الصحة"), ("عارية", "الصحة")],
    "fa": [("صحت", "ندارد"), ("صحت", "ندارند"), ("واقعیت", "ندارد"), ("نادرست", "است"), ("بی‌اساس", "است")],
    "en": [("not", "true"), ("no", "truth"), ("is", "false"), ("are", "false"), ("is", "untrue"), ("is", "baseless")],
}
_PAIRS = {lang: frozenset(tuple(" ".join(words(w)) for w in pair) for pair in pairs) for lang, pairs in _UNTRUE.items()}
_NO_TRUTH = _PAIRS["ar"] - {("غير", "صحيح"), ("غير", "صحيحه")}  # "لا صحة لما يتردد عن توقيع اتفاق"
_FIRST = {lang: frozenset(one for one, _ in pairs) for lang, pairs in _PAIRS.items()}
_DENY = {
    "ar": DENIES | words("كذب كذبت"),
    "fa": words("تکذیب رد"),
    "en": words("denied denies deny dismissed dismisses rejected"),
}
_BACK = {  # words that point at the report just told
    "ar": words("هذا هذه ذلك تلك الخبر الأنباء الأخبار الشائعات الادعاءات المزاعم"),
    "fa": words("این چنین خبر گزارش شایعه"),
    "en": words("this that these those such report reports claim claims"),
}
_REPORTS = words("report reports claim claims")
# Words of denial: with one about, somebody said the contrary of what is negated.
_DENIALS = {
    "ar": DENYING | words("كذب كذبت تكذيب مزاعم زعم زعمت شائعات شائعة أشيع تردد إشاعات إشاعة ادعى ادعت ادعاء ادعاءات"),
    "en": words(
        "deny denies denied denying denial reject rejects rejected rejecting dismissed disputed refuted refuse refuses "
        "refused refusing false untrue ruled rules ruling excluded cancelled canceled "
        "averted foiled thwarted prevented halted"
    ),
    "fa": words(
        "رد تکذیب منکر انکار نفی ادعا ادعای ادعاها ادعاهای مدعی شایعه شایعات گزارش‌ها اتهام اتهامات لغو خنثی ناکام "
        "مخالفت مانع جلوگیری نپذیرفت نپذیرفته امتناع خودداری سرپیچی تأکید هیچ هیچ‌گونه هیچ‌یک گفت گفته گفتند "
        "می‌گوید می‌گویند"
    ),
}
_CONTRADICTING = words("رد تکذیب منکر انکار نفی ادعا ادعای ادعاها مدعی شایعه شایعات گزارش‌ها گزارش‌های لغو هشدار")
_NOT = words("لم لن لا ليس ليست ولم ولن ولا فلم فلن فلا عدم بعدم وعدم لعدم أي لأي بأي وأي")  # also "any", before a noun
_EXIST = words("توجد يوجد تسجل يسجل تقع يقع تحدث يحدث ترد يرد تشهد يشهد")  # "لا توجد", "لم تسجل إصابات أو هجمات"
_INTO, _YIELDED_NOT = words("إلى عن"), words("لم ولم فلم")
_TO, _WITHOUT = "ان", (["دون"], ["بدون"])
_NEAR = 5
_REACH = 14
_WITHIN = 2
_GAP = 50  # tokens without a word between two sentences: rules of dashes, blank lines


def is_refuted(tokens: Tokens, trigger: Trigger, lang: str) -> bool:
    """Whether the rest of the sentence of `trigger`, or the opening of the next one, calls what it tells untrue."""
    forms = tokens.forms
    _, stop = tokens.sentence(trigger.first)
    if _untrue(forms, trigger.stop, min(stop, trigger.stop + _REACH), lang):
        return True
    if lang == "ar" and not _NO_TRUTH.isdisjoint(pairwise(forms[max(0, trigger.at - _REACH // 2) : trigger.at])):
        return True
    limit = min(len(forms), stop + _GAP)
    while stop < limit and not forms[stop][0].isalnum():
        stop += 1
    if stop >= limit:
        return False
    start, end = stop, min(tokens.sentence(stop)[1], stop + _REACH)
    opening = forms[start:end]
    if opening[0] in _BACK[lang] and _untrue(forms, start, end, lang):
        return True
    return _denied(opening, lang)


def is_plainly_negated(tokens: Tokens, trigger: Trigger, lang: str, realis: Realis) -> bool:
    """ "They have not met since", "من دون أي هجوم": what did not happen, and nobody says that it did."""
    if lang not in _DENIALS or excepted(tokens, trigger, lang) is not None:
        return False
    if lang == "fa" and trigger.form is not Form.PAST:
        vowed = trigger.form is Form.FUTURE and realis is Realis.DENIED  # «عقب‌نشینی نخواهند کرد»
        return vowed and _CONTRADICTING.isdisjoint(tokens.forms[slice(*tokens.near(trigger.first))])
    if lang == "ar":
        negated = _negated(tokens.forms, trigger)
    else:
        negated = realis is Realis.DENIED and not is_refuted(tokens, trigger, lang)
    if not negated:
        return False
    first, stop = tokens.near(trigger.first)
    return _DENIALS[lang].isdisjoint(tokens.forms[first:stop])


def _negated(forms: list[str], trigger: Trigger) -> bool:
    """Arabic: whether a negation stands right before a trigger, or says of a noun that there is none."""
    before = forms[max(0, trigger.at - _NEAR) : trigger.at]
    if before[-1:] == [_TO] and before[-2:-1] in _WITHOUT:  # "من دون أن يتوصلا"
        return True
    if trigger.form is not Form.NOUN:
        return not _NOT.isdisjoint(before[-1:])
    if before[-1:] != [] and before[-1] in _INTO and any(a in _YIELDED_NOT for a in before[:-1]):
        return True  # "لم تفض بعد إلى تشكيل حكومة"
    there_is_none = any(a in _NOT and b in _EXIST for a, b in pairwise(before))
    return there_is_none or not _NOT.isdisjoint(before[-2:])  # "لم تصل مساعدات"


def _untrue(forms: list[str], start: int, end: int, lang: str) -> bool:
    return not _FIRST[lang].isdisjoint(forms[start:end]) and any(
        (one, other) in _PAIRS[lang]
        for at, one in enumerate(forms[start:end], start)
        for other in forms[at + 1 : min(end, at + 1 + _WITHIN)]
    )


def _denied(opening: list[str], lang: str) -> bool:
    """ "وإذ تنفي القيادة هذا الخبر": a verb of denial with a word that points back at the report."""
    if _DENY[lang].isdisjoint(opening):
        return False
    deny = next(at for at, form in enumerate(opening) if form in _DENY[lang])
    near = opening[: deny + 1] if lang == "fa" else opening[deny + 1 :]
    if lang == "en":  # "rejected this report", but not "rejected reports that ...", which tells another
        return any(one in _BACK[lang] and one not in _REPORTS and other in _REPORTS for one, other in pairwise(near))
    return any(one in _BACK[lang] and other in _BACK[lang] for one, other in pairwise(near))
