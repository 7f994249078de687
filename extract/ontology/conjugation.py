"""Persian conjugation, from an infinitive (less ن the past stem) and its present stems, which `verbs.toml` gives.

Events ask for every form of a verb, folded, with what it says (`conjugated`, `apart`). Figures ask for the forms that
tell what befell persons, as the lexicon's entries would spell them: third persons, told, to come or supposed, but
nothing negated (`finite_forms`).
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from extract.ontology.form import Form
from extract.text import fold_word

_PERSONS_PAST = ("", "م", "یم", "ند")  # nobody is spoken to: "کشتی" is a ship
_PERSONS_PRESENT = ("د", "م", "ی", "یم", "ید", "ند")
_PERFECT = ("", "اند", "است", "ام", "ایم")
_PREVERBS = ("باز", "فرا", "فرو", "بر", "در", "وا")
_CLEAR_PREVERBS = ("باز", "فرا", "فرو")  # those that are no prepositions
_HAVE = "داشتن"
_SEAM = "\u200c"
WILL = frozenset(fold_word("خواه" + person) for person in _PERSONS_PRESENT)
WILL_NOT = frozenset(fold_word("نخواه" + person) for person in _PERSONS_PRESENT)
# Verbs that close what is told of counted persons, alone or behind a noun ("جان باختن").
_OF_FATES = frozenset(
    (
        "شدن کردن دادن گرفتن بردن باختن سپردن رسیدن رساندن یافتن دیدن خوردن برداشتن درآوردن آوردن درآمدن افتادن "
        "انداختن ماندن کشتن ربودن فرستادن کشاندن راندن گریختن کوچیدن بازگشتن برگشتن گذاشتن زدن بستن رفتن آمدن کشیدن "
        "سوختن مردن آویختن داشتن بازگرداندن برگرداندن"
    ).split()
)
_SYNONYMS = {"شدن": ("گردیدن", "گشتن"), "کردن": ("نمودن", "ساختن")}  # as Dari and official Persian say


class Verb(NamedTuple):
    """A conjugated form of a verb."""

    infinitive: str
    form: Form
    negated: bool = False
    participle: bool = False  # کرده: the perfect, or with شدن the passive


_Formed = tuple[str, Form, bool, bool]  # spelling, form, negated, participle


@cache
def conjugated(infinitive: str, present: str) -> tuple[tuple[str, Verb], ...]:
    """Every finite form, folded, with the infinitive; `present` holds the present stems."""
    stems = present.split()
    presents = {stem + person for stem in stems for person in _PERSONS_PRESENT}  # "می‌خواند" is none of past
    imperfects = [form for person in _PERSONS_PAST if (form := infinitive[:-1] + person) not in presents]
    formed = [*_pasts(infinitive, imperfects)]
    preverb = preverb_of(infinitive, present)
    if preverb:
        formed += _prefixed_inside(infinitive, stems, imperfects, preverb)
    formed += _presents(infinitive, stems)
    folded = fold_word("\n".join(each[0] for each in formed)).split("\n")
    return tuple((form, Verb(infinitive, *each[1:])) for form, each in zip(folded, formed, strict=True))


def _pasts(infinitive: str, imperfects: list[str]) -> Iterator[_Formed]:
    past = infinitive[:-1]
    for prefix, negated in (("", False), ("ن", True)):
        yield prefix + infinitive, Form.INFINITIVE, negated, False
        yield from ((_joined(prefix, past) + person, Form.PAST, negated, False) for person in _PERSONS_PAST)
        yield from ((prefix + "می" + imperfect, Form.PAST, negated, False) for imperfect in imperfects)
        yield from ((_joined(prefix, past) + "ه" + end, Form.PAST, negated, not end) for end in _PERFECT)


def _presents(infinitive: str, stems: list[str]) -> Iterator[_Formed]:
    bare = Form.PRESENT if infinitive == _HAVE else Form.SUBJUNCTIVE  # "حضور دارند"
    for stem in stems:
        yield from ((stem + person, bare, False, False) for person in ("د", "ند"))  # "کشید" is no subjunctive in news
        for person in _PERSONS_PRESENT:
            for negated, imperfect, subjunctive in ((False, "می", "ب"), (True, "نمی", "ن")):
                yield imperfect + stem + person, Form.PRESENT, negated, False
                yield _joined(subjunctive, stem) + person, Form.SUBJUNCTIVE, negated, False


def _prefixed_inside(infinitive: str, stems: list[str], imperfects: list[str], preverb: str) -> Iterator[_Formed]:
    """Forms whose prefix follows the preverb: بازمی‌گردند, برنگشت."""
    cut = len(preverb)
    past = preverb + _joined("ن", infinitive[cut:-1])
    yield from ((past + person, Form.PAST, True, False) for person in _PERSONS_PAST)
    yield from ((past + "ه" + end, Form.PAST, True, not end) for end in _PERFECT)
    presents = [stem + person for stem in stems for person in _PERSONS_PRESENT]
    for prefix, negated in (("می", False), ("نمی", True)):
        yield from ((preverb + prefix + form[cut:], Form.PAST, negated, False) for form in imperfects)
        yield from ((preverb + prefix + form[cut:], Form.PRESENT, negated, False) for form in presents)
    yield from ((preverb + _joined("ن", form[cut:]), Form.SUBJUNCTIVE, True, False) for form in presents)


def preverb_of(infinitive: str, present: str) -> str:
    """باز of بازگشتن; "" for a verb without a preverb, such as بردن beside بر."""
    stems = present.split()
    for preverb in _PREVERBS:
        rests = [word[len(preverb) :] for word in (infinitive[:-1], *stems) if word.startswith(preverb)]
        if len(rests) == len(stems) + 1 and min(map(len, rests)) > 1:
            return preverb
    return ""


@cache
def apart(infinitive: str, present: str) -> tuple[tuple[str, frozenset[str], Form, bool], ...]:
    """Finite forms whose preverb is written apart, as (preverb, next word, form, negated): "باز می‌گردند"."""
    preverb = preverb_of(infinitive, present)
    if not preverb:
        return ()
    base = infinitive[len(preverb) : -1]
    found: list[tuple[str, list[str], Form, bool]] = []
    for prefix, negated in (("می", False), ("نمی", True)):
        presents = [prefix + stem[len(preverb) :] + person for stem in present.split() for person in _PERSONS_PRESENT]
        pasts = [prefix + base + person for person in _PERSONS_PAST]
        found.append((preverb, [form for form in pasts if form not in presents], Form.PAST, negated))
        found.append((preverb, presents, Form.PRESENT, negated))
    if preverb in _CLEAR_PREVERBS:
        found.append((preverb, [base + person for person in ("", "ند", "ه", "ه‌اند")], Form.PAST, False))
    for will, negated in (("خواهد", False), ("خواهند", False), ("نخواهد", True), ("نخواهند", True)):
        found.append((preverb + will, [base], Form.FUTURE, negated))
    return tuple(
        (fold_word(head), frozenset(fold_word("\n".join(words)).split("\n")), form, negated)
        for head, words, form, negated in found
    )


def finite_forms(entry: str, stems: Mapping[str, str]) -> Iterator[str]:
    """The forms between the slashes of an entry, those that end in a verb of fates conjugated; `stems` are the present
    stems of each verb.
    """
    for phrase in entry.split("/"):
        head, _, infinitive = phrase.strip().rpartition(" ")
        if infinitive not in _OF_FATES:
            yield phrase
            continue
        for verb in (infinitive, *_SYNONYMS.get(infinitive, ())):
            yield from (f"{head} {form}".strip() for form in _told(verb, stems[verb]))


def past_forms() -> Iterator[str]:
    """Past forms of all verbs of fates, which end a Persian clause; participles alone are nouns as well (کشته)."""
    for infinitive in _OF_FATES.union(*_SYNONYMS.values()):
        past = infinitive[:-1]
        if past != "مرد":  # "man"
            yield from (past, f"{past}ند", f"{past}ه{_SEAM}اند")


def _told(infinitive: str, present: str) -> Iterator[str]:
    past, stem, preverb = infinitive[:-1], present.split()[0], preverb_of(infinitive, present)
    yield from (past, f"{past}ند", f"{past}ه", f"{past}ه{_SEAM}اند", f"{past}ه است")
    yield from (f"{past}ه بود", f"{past}ه بودند", f"خواهد {past}", f"خواهند {past}")
    yield from (f"{preverb}می{_SEAM}{stem[len(preverb) :]}{person}" for person in ("د", "ند"))
    yield from (f"{stem}د", f"{stem}ند")
    if not infinitive.startswith(_PREVERBS) and not stem.startswith("آ"):
        yield from (f"ب{stem}د", f"ب{stem}ند")


def _joined(prefix: str, stem: str) -> str:
    """ب and ن take a glide before آ: بیاید، نیامد."""
    return prefix + "ی" + "ا" + stem[1:] if prefix and stem.startswith("آ") else prefix + stem
