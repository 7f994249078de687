"""Measures: the percent sign, the currency or the unit beside a number. They end the evidence and carry no noun."""

from dataclasses import replace
from functools import cache

from extract.mentions.counts import Count
from extract.mentions.head import Head, counted
from extract.ontology import Unit
from extract.ontology.lexicon import Lexicon
from extract.ontology.phrases import STEMS, Endings, arabic_cases
from extract.ontology.spotter import Spotter
from extract.ontology.words import words
from extract.text import Tokens, fold_word

_PERCENT = {
    "ar": (("%",), ("في", "الميه"), ("في", "المايه"), ("في", "المءه"), ("بالميه",), ("بالمايه",), ("بالمءه",)),
    "fa": (("%",), ("درصد",), ("در", "صد"), ("درصدي",), ("فيصد",), ("في", "صد")),
    "en": (("%",), ("percent",), ("per", "cent"), ("percentage", "points"), ("percentage", "point"), ("pct",)),
}  # fmt: skip
_SCALES = ("million", "billion", "trillion", "bn", "tn", "mn", "m")
_OBJECTS = frozenset("the a an their his her its by seats".split())
_PERCENT_GLUED = ("درصد", "درصدي")
_QUARTERLY = "ماهه"  # «سه‌ماهه نخست»: a quarter of the year, but «آتش‌بس سه‌ماهه»
_QUARTER_OF = frozenset(
    fold_word("نخست اول یکم دوم سوم چهارم پایانی آخر گذشته جاری آینده کنونی اخیر امسال پارسال سال منتهی").split()
)
_BODY = fold_word("تن")  # a tonne, or a person
_OF_WHOM = frozenset(fold_word("از دیگر دیگری آنان آن‌ها").split())
_THEY_DO = fold_word("ند")  # the end of a verb with several persons as subject: things take the singular
_ONE_DOES = tuple(map(fold_word, "کند زند بیند ماند داند خواند رساند نشیند گرداند چند بلند مانند".split()))
_MARKS, _OUTPUT_REACH = frozenset('،؛:".'), 16  # tokens
_YEAR = frozenset(("عام", "سنه"))
_DEAD_OR_FEET = fold_word("فوتی")
_HEIGHTS = frozenset(fold_word("ارتفاع عمق طول عرض فاصله قله بلندی بلندای").split())
_HEIGHT_REACH = 4
_STRONG = "نفره"  # «خانواده پنج‌نفره»
_PERCENT_FIRST = frozenset(phrase[0] for phrases in _PERCENT.values() for phrase in phrases)


def percent(tokens: Tokens, count: Count, lang: str) -> Head | None:
    """ "5%", "5 في المئة", «۵ درصد»."""
    forms = tokens.forms
    following = forms[count.stop] if count.stop < len(forms) else ""
    for phrase in _PERCENT[lang] if following in _PERCENT_FIRST else ():
        if tuple(forms[count.stop : count.stop + len(phrase)]) == phrase:
            stop = count.stop + len(phrase)
            return Head("percent", stop, tokens.ends[stop - 1], "percent")
    before = forms[count.first - 1] if count.first else ""
    if before == "%" and lang != "en":  # "%20" as right-to-left copy often has it
        return Head("percent", count.stop, count.end, "percent", first=count.first - 1)
    return None


def symbol(tokens: Tokens, count: Count, lexicon: Lexicon) -> Head | None:
    """A currency sign or code before or after the number ("$2.5 million", "USD 5m", "15€")."""
    found = _symbols(lexicon).before(tokens.forms, count.first)
    if found is not None:
        first, currency = found
        # "$5 million dollars" and "$ 5 million US": take a currency word along when it follows.
        word = unit(tokens, count, lexicon)
        stop, end = (word.stop, word.end) if word is not None and word.kind == "money" else (count.stop, count.end)
        return Head("money", stop, end, currency.code, first=first)
    after = lexicon.symbols.at(tokens.forms, count.stop) if count.stop < len(tokens.forms) else None
    if after is not None:
        return Head("money", after[0], tokens.ends[after[0] - 1], after[1].code)
    return None


@cache
def _symbols(lexicon: Lexicon) -> Endings[Unit]:
    return Endings(lexicon.symbols, lambda form: (form,))


def unit(tokens: Tokens, count: Count, lexicon: Lexicon) -> Head | None:
    """The unit behind a number: "30 km", "a 30-day truce", "2.5 مليون من الدولارات", «۵کیلومتر»."""
    if lexicon.lang == "fa" and count.end < tokens.ends[count.stop - 1]:
        return _glued_unit(tokens, count, lexicon)
    index = count.stop
    if lexicon.lang == "fa" and tokens.form(index) == _DEAD_OR_FEET and not _is_height(tokens, count):
        return None
    if tokens.is_hyphen(index):
        index += 1  # "30-day"
    if lexicon.lang == "ar" and tokens.form(index) == "من":
        index += 1  # "ملايين من الدولارات", "2.5 مليون من الدولارات"
    if _is_tonne(tokens, index) or (lexicon.lang == "fa" and _is_output(tokens, count.first, index, lexicon)):
        return Head("weight", index + 1, tokens.ends[index], "t")
    for word in _unit_words(lexicon).of(tokens.form(index)) or ():
        found = counted(tokens, index, word, lexicon, lexicon.units)
        if found is not None:
            stop, measure = found
            if lexicon.lang == "ar" and word in _YEAR and _is_date(tokens.form(stop)):
                continue  # "تجاوز 73 ألفا عام 2019"
            if word == "won" and not _is_currency(tokens, count, stop):
                continue
            head = Head(measure.kind, stop, tokens.ends[stop - 1], measure.code or _only(measure), codes=measure.codes)
            return _with_rate(tokens, head)
    return None


def shared(tokens: Tokens, count: Count, lexicon: Lexicon) -> Head | None:
    """ "يبلغان 7 و11 عاما", "22 و4% على التوالي": Arabic; two bare numbers that share the unit behind the second."""
    second = count.stop + 1
    if lexicon.lang != "ar" or tokens.form(count.stop) != "و" or not tokens.form(second)[:1].isdigit():
        return None
    if count.stop - count.first > 1 or not tokens.form(count.first)[:1].isdigit():
        return None
    both = replace(count, stop=second + 1, end=tokens.ends[second])
    head = percent(tokens, both, "ar") or unit(tokens, both, lexicon)
    if head is None or head.kind not in ("age", "percent", "duration"):
        return None
    return Head(head.kind, count.stop, count.end, head.unit)


def _is_date(form: str) -> bool:
    """Whether a token is the number of a year."""
    return len(form) == len("2019") and form.isdigit() and form[:2] in ("19", "20")


def _is_currency(tokens: Tokens, count: Count, stop: int) -> bool:
    """ "35 billion won", but not "a party that 2 million back won the vote"."""
    return tokens.forms[count.stop - 1].endswith(_SCALES) and tokens.form(stop) not in _OBJECTS


def _glued_unit(tokens: Tokens, count: Count, lexicon: Lexicon) -> Head | None:
    """The unit written onto a Persian number word: «سه‌روزه», «یازده‌ساله»."""
    end = tokens.ends[count.stop - 1]
    glued = tokens.folded.text[count.end : end]
    if glued in _PERCENT_GLUED:
        return Head("percent", count.stop, end, "percent")
    if glued == _STRONG:
        return Head("people", count.stop, end, persons=True)
    quarter = glued == _QUARTERLY and tokens.form(count.stop) in _QUARTER_OF
    for word in _unit_words(lexicon).of(glued) or () if not quarter else ():
        found = lexicon.units.at([word], 0)
        if found is not None:
            return Head(found[1].kind, count.stop, end, found[1].code or _only(found[1]), codes=found[1].codes)
    return None


def _is_height(tokens: Tokens, count: Count) -> bool:
    """«ارتفاع ۳۰ هزار فوتی» is of feet, «سه فوتی و ۹ مصدوم» of the dead."""
    return not _HEIGHTS.isdisjoint(tokens.forms[max(0, count.first - _HEIGHT_REACH) : count.first])


def _is_tonne(tokens: Tokens, index: int) -> bool:
    """«۲ تن و ۳۰۰ کیلوگرم»: تن is a tonne, not a person, where kilograms go on."""
    if tokens.form(index) == "تن" and tokens.form(index + 1) == "انواع":
        return True  # «۸۰ تن انواع مواد مخدر»
    if tokens.form(index) != "تن" or tokens.form(index + 1) != "و":
        return False
    return any(form.startswith("كيلو") for form in tokens.forms[index + 2 : index + 7])


def _is_output(tokens: Tokens, first: int, index: int, lexicon: Lexicon) -> bool:
    """«تولید فولاد به ۳۰۰ تن رسید»: goods are told of in the clause, and neither do several persons anything in it
    («در کارخانه تولید سیمان ۳۰۰ تن کار می‌کنند») nor does anything befall them.
    """
    forms = tokens.forms
    if tokens.form(index) != _BODY or tokens.form(index + 1) in _OF_WHOM:
        return False
    low, high = tokens.sentence(first)
    before = _back_to_mark(forms[max(low, first - _OUTPUT_REACH) : first])
    if words("output", "fa").isdisjoint(before) and words("output", "fa").isdisjoint(forms[index + 1 : index + 2]):
        return False
    for at in range(index + 1, min(high, index + _OUTPUT_REACH)):
        if not forms[at].isalpha() or forms[at] == "و":
            break
        if _has_many_subjects(forms[at]) or lexicon.befell_after.at(forms, at) is not None:
            return False
    return True


def _has_many_subjects(form: str) -> bool:
    """Whether a word is a verb of several subjects: کردند and می‌کنند, but not می‌کند."""
    return form.endswith(_THEY_DO) and not form.endswith(_ONE_DOES)


def _back_to_mark(forms: list[str]) -> list[str]:
    """The last of `forms`, back to a mark that parts clauses."""
    opens = next((at for at in range(len(forms) - 1, -1, -1) if forms[at] in _MARKS), -1)
    return forms[opens + 1 :]


@cache
def _unit_words(lexicon: Lexicon) -> Spotter[list[str]]:
    """Spots the words that may open a unit; their readings that do, without an attached particle."""
    lang, units = lexicon.lang, lexicon.units

    def readings(form: str) -> list[str] | None:
        found = [stem.word for stem in STEMS[lang](form) if not stem.prefix] if form else []
        if lang == "fa" and form.endswith("ه"):
            found.append(form[:-1])  # "۱۱ ساله", "سه‌روزه"
        cases = {word: [base for base, _ in arabic_cases(word)] if lang == "ar" else [] for word in found}
        return [word for word in found if word in units or any(base in units for base in cases[word])] or None

    return Spotter(readings)


def _only(unit: Unit) -> str | None:
    """The currency of a bare word ("دينار"): known only where it can mean one."""
    return unit.codes[0] if len(unit.codes) == 1 else None


def _with_rate(tokens: Tokens, head: Head) -> Head:
    """A speed or another rate ("60 km/h", "200 kilometres per hour") is no distance."""
    joined_slash = tokens.form(head.stop) == "/" and tokens.form(head.stop + 1).isalpha()
    spelled = tokens.form(head.stop) in ("per", "بر") or tokens.form(head.stop + 1) == "الساعه"
    if head.kind == "distance" and (joined_slash or spelled):
        return Head("other", head.stop, head.end)
    return head
