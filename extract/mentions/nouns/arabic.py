"""Arabic counts a noun right after the number ("37 عملية"), or a definite one before it ("الدول الست")."""

import re
from dataclasses import replace

from extract.mentions.counts import Count
from extract.mentions.head import Head, as_head, counted, guessed, is_verb_of_fate, is_word, known, with_members
from extract.ontology.lexicon import Lexicon, Noun
from extract.ontology.phrases import STEMS
from extract.ontology.words import words
from extract.text import Tokens, fold_word

_TOTALS = frozenset(("اصل", "مجموع", "اجمالي", "بين"))
_VERBAL = re.compile("وت..ي.ه?$|وا.{4,}$")  # "and" with a verbal noun of the second or a higher form
_HOUSEHOLDS = frozenset(("عايله", "اسره", "عشيره", "العايله", "الاسره"))
_THOUSANDS = frozenset(("العشرات", "الميات", "الالاف", "الملايين"))  # by themselves they are persons
_EACH = frozenset(("لكل", "كل"))
_THOSE = frozenset(fold_word("تلك هذه هؤلاء أولئك").split())
_HOMES = frozenset(  # what masses leave: "نزوح مئات الآلاف من منازلهم"
    fold_word(
        "منازل بيوت قرى قرا مدن بلدات بلد بلاد ديار مناطق أراضي أراض مساكن مواطن أوطان مخيمات أحياء مزارع"
    ).split()
)
_THEIR = ("هم", "هن", "ها")
_PHRASE = 3  # words from a noun to the definite numeral that counts it


def arabic_noun(tokens: Tokens, count: Count, lexicon: Lexicon) -> Head | None:
    """The noun after the number or, where grammar puts it there, before; else a word that may be one of no lexicon."""
    after_noun = _vague_after_noun(tokens, count, lexicon)
    if after_noun is not None:
        return after_noun
    whole = _out_of(tokens, count, lexicon)
    if whole is not None:
        return whole
    if count.vague and _leave_home(tokens, count.stop):
        return Head("people", count.stop, count.end, persons=True)
    index = _first_of_phrase(tokens, count.stop)
    if tokens.form(index) in ("بين", "ما"):
        return _killed_and_wounded(tokens, index, lexicon)
    found = known(tokens, index, lexicon)
    if found is not None and _is_household(tokens, count.stop, index):
        return Head("people", count.stop, count.end, persons=True)
    if found is not None:
        return with_members(tokens, as_head(tokens, index, found[0], found[2]), lexicon)
    before = _definite_noun_before(tokens, count, lexicon)
    if before is not None:
        return before
    ends = tokens.form(index) in words("stops", "ar") or tokens.form(index).endswith("وا")  # "مئات الآلاف تظاهروا"
    if count.vague and tokens.forms[count.stop - 1] in _THOUSANDS and ends:
        return Head("people", count.stop, count.end, persons=True)
    definite_allowed = index > count.stop or count.vague
    return guessed(tokens, index, index + 1) if _may_be_counted(tokens, index, definite_allowed, lexicon) else None


def _out_of(tokens: Tokens, count: Count, lexicon: Lexicon) -> Head | None:
    """ "62 من أصل 71 مسيرة": of the same noun as the whole behind it."""
    index = count.stop + 2
    if tokens.form(count.stop) != "من" or tokens.form(index - 1) not in _TOTALS or not tokens.form(index)[:1].isdigit():
        return None
    found = known(tokens, index + 1, lexicon)
    return None if found is None else Head(found[2].kind, count.stop, count.end, persons=found[2].persons)


def _is_household(tokens: Tokens, stop: int, index: int) -> bool:
    """ "سبعة من عائلة واحدة": so many members of the one family."""
    return tokens.form(stop) == "من" and tokens.form(index) in _HOUSEHOLDS


def _leave_home(tokens: Tokens, stop: int) -> bool:
    """ "عشرات الآلاف من قراهم": where masses are driven from, not of what they are so many."""
    home = tokens.form(stop + 1)
    return tokens.form(stop) == "من" and home.endswith(_THEIR) and home[:-2] in _HOMES


def _first_of_phrase(tokens: Tokens, index: int) -> int:
    """Over "من" and what may follow it: "خمسة من الجنود", "آلاف من النازحين", "ثلاثة من كبار القادة"."""
    if tokens.form(index) == "من":
        index += 1
        if tokens.form(index) in _THOSE:
            return index + 1  # "أربعة من تلك الزوارق"
        if tokens.form(index).removeprefix("ال") in words("of_openers", "ar"):
            index += 1
    return index + 1 if tokens.form(index) == '"' else index


def _may_be_counted(tokens: Tokens, index: int, definite_allowed: bool, lexicon: Lexicon) -> bool:
    """Whether a word of no lexicon may be the noun that a number counts: no particle, verb or conjoined word."""
    form = tokens.form(index)
    if not is_word(form) or form in words("stops", "ar") or form in words("others", "ar") or form in lexicon.reporting:
        return False
    if form.startswith("ال"):
        return definite_allowed
    if form in _EACH:
        return False  # "25 ألفا لكل مصاب"
    if form.endswith("وا"):  # a verb: "ثلاثة تجاوزوا السبعين"
        return False
    if _VERBAL.match(form):
        return False  # "تشريد أربعة آلاف وتدمير 600 منزل"
    if form[0] in "ول" and any(s.prefix and (s.word in lexicon.nouns or s.definite) for s in STEMS["ar"](form)):
        return False
    return not is_verb_of_fate(tokens, index, lexicon)


def _killed_and_wounded(tokens: Tokens, index: int, lexicon: Lexicon) -> Head | None:
    """ "50 شخصا بين قتيل وجريح": both, in one number."""
    index += 1 if tokens.form(index) == "ما" else 0
    one = known(tokens, index + 1, lexicon)
    if tokens.form(index) != "بين" or one is None:
        return None
    for stem in STEMS["ar"](tokens.form(one[0])):
        other = lexicon.nouns.at(tokens.forms, one[0], stem.word) if one[0] < len(tokens) else None
        if stem.prefix == "و" and other is not None and {one[2].kind, other[1].kind} == {"killed", "wounded"}:
            return as_head(tokens, index + 1, other[0], Noun("casualties", persons=True))
    return None


def _vague_after_noun(tokens: Tokens, count: Count, lexicon: Lexicon) -> Head | None:
    """ "دولا عدة", "مرات عدة": the vague word follows an indefinite noun."""
    if not count.vague or count.first == 0 or tokens.forms[count.stop - 1] not in ("عده", "عديده"):
        return None
    return _noun_before(tokens, count, count.first, lexicon, definite=False)


def _definite_noun_before(tokens: Tokens, count: Count, lexicon: Lexicon) -> Head | None:
    """ "الدول الست": a definite noun before a definite numeral; "دولة واحدة": a noun before one."""
    numeral = count.numeral
    if numeral is None or count.first == 0:
        return None
    attached = tokens.forms[count.first][: count.start - tokens.starts[count.first]]
    apart = tokens.form(count.first - 1) == "ال" and tokens.joined(count.first - 1)  # "أفراد الطاقم الـ21"
    is_definite = apart or attached.endswith(("ال", "لل"))
    if is_definite:
        return _counted_before(tokens, count, count.first - apart, lexicon)
    return _noun_before(tokens, count, count.first, lexicon, definite=False) if numeral.value == 1 else None


def _counted_before(tokens: Tokens, count: Count, last: int, lexicon: Lexicon) -> Head | None:
    """The plural that a definite numeral counts, over adjectives ("القواعد الأمريكية الثلاث") and genitives ("دول مجلس
    التعاون الست").
    """
    for stop in range(last, max(0, last - _PHRASE), -1):
        form = tokens.forms[stop - 1]
        single = form.removeprefix("و").removeprefix("ال") in lexicon.singulars
        if not single or count.value in (1, 2):
            head = _noun_before(tokens, count, stop, lexicon, definite=True)
            if head is None and stop < last:
                head = _noun_before(tokens, count, stop, lexicon, definite=False)
            if head is not None:
                return head
        if not single and not form.startswith("ال"):
            return None
    return None


def _noun_before(tokens: Tokens, count: Count, stop: int, lexicon: Lexicon, *, definite: bool) -> Head | None:
    """The lexicon's noun that ends just before token `stop`, one word or a noun with its adjective."""
    for index in (stop - 1, stop - 2):
        for stem in STEMS["ar"](tokens.form(index)) if index >= 0 else ():
            found = counted(tokens, index, stem.word, lexicon, lexicon.nouns) if stem.definite == definite else None
            if found is not None and found[0] == stop:
                cut = max(0, stem.cut - len("ال")) if definite else stem.cut  # the article belongs to the quote
                head = as_head(tokens, index, stop, found[1], cut)
                return replace(head, stop=count.stop, end=count.end, first=index)
    return None
