"""Finite forms of the Persian compound verbs that say what befell persons, which the lexicon gives as infinitives.

Only what tells a fate is made: third persons, told, to come or supposed, but nothing negated.
"""

from collections.abc import Iterator

# Present stems; the past stem is the infinitive without ن.
_PRESENT = {
    "شدن": "شو",
    "کردن": "کن",
    "دادن": "ده",
    "گرفتن": "گیر",
    "بردن": "بر",
    "باختن": "باز",
    "سپردن": "سپار",
    "رسیدن": "رس",
    "رساندن": "رسان",
    "یافتن": "یاب",
    "دیدن": "بین",
    "خوردن": "خور",
    "برداشتن": "بردار",
    "درآوردن": "درآور",
    "آوردن": "آور",
    "درآمدن": "درآی",
    "افتادن": "افت",
    "انداختن": "انداز",
    "ماندن": "مان",
    "کشتن": "کش",
    "ربودن": "ربای",
    "فرستادن": "فرست",
    "کشاندن": "کشان",
    "راندن": "ران",
    "گریختن": "گریز",
    "کوچیدن": "کوچ",
    "بازگشتن": "بازگرد",
    "برگشتن": "برگرد",
    "گذاشتن": "گذار",
    "زدن": "زن",
    "بستن": "بند",
    "رفتن": "رو",
    "آمدن": "آی",
    "کشیدن": "کش",
    "سوختن": "سوز",
    "مردن": "میر",
    "آویختن": "آویز",
    "داشتن": "دار",
    "بازگرداندن": "بازگردان",
    "برگرداندن": "برگردان",
}
_SYNONYMS = {"شدن": ("گردیدن", "گشتن"), "کردن": ("نمودن", "ساختن")}  # as Dari and official Persian say
_STEMS = _PRESENT | {"گردیدن": "گرد", "گشتن": "گرد", "نمودن": "نما", "ساختن": "ساز"}
_PREVERBS = ("باز", "بر", "در")  # before which می goes: بازمی‌گردند
_SEAM = "\u200c"


def finite_forms(entry: str) -> Iterator[str]:
    """The forms between the slashes of an entry, those that end in an infinitive conjugated."""
    for phrase in entry.split("/"):
        head, _, infinitive = phrase.strip().rpartition(" ")
        if infinitive not in _PRESENT:
            yield phrase
            continue
        for verb in (infinitive, *_SYNONYMS.get(infinitive, ())):
            yield from (f"{head} {form}".strip() for form in _conjugated(verb))


def past_forms() -> Iterator[str]:
    """Past forms of all these verbs, which end a Persian clause; participles alone are nouns as well (کشته)."""
    for infinitive in _STEMS:
        past = infinitive[:-1]
        if past != "مرد":  # "man"
            yield from (past, f"{past}ند", f"{past}ه{_SEAM}اند")


def _conjugated(infinitive: str) -> Iterator[str]:
    past, present = infinitive[:-1], _STEMS[infinitive]
    yield from (past, f"{past}ند", f"{past}ه", f"{past}ه{_SEAM}اند", f"{past}ه است")
    yield from (f"{past}ه بود", f"{past}ه بودند", f"خواهد {past}", f"خواهند {past}")
    preverb = next((one for one in _PREVERBS if past.startswith(one) and present.startswith(one) and past != one), "")
    if preverb and len(present) - len(preverb) > 1:
        head, stem = f"{preverb}می{_SEAM}", present[len(preverb) :]
    else:
        head, stem = f"می{_SEAM}", present
    yield from (f"{head}{stem}د", f"{head}{stem}ند")
    yield from (f"{present}د", f"{present}ند")
    if not preverb and not stem.startswith("آ"):
        yield from (f"ب{stem}د", f"ب{stem}ند")
