"""Counts that, once their head is known, turn out to measure nothing; and lengths that are ages."""

from bisect import bisect_left

from extract.mentions.counts import Count
from extract.mentions.exclusions import one_is_marked
from extract.mentions.fates import is_others
from extract.mentions.head import COUNTERS, FATES, Head, known
from extract.mentions.quantity import Quantity
from extract.mentions.scene import INCLUDED_REACH, Scene, joined_to
from extract.ontology.lexicon import Lexicon
from extract.ontology.phrases import STEMS
from extract.ontology.words import words
from extract.schema import Qualifier
from extract.text import COMMAS, Tokens, fold_word

_PLURALS = frozenset(  # English, without an s
    "people men women children police personnel aircraft staff cattle sheep fish dead wounded injured missing detained "
    "displaced taliban policemen servicemen fishermen infantry cavalry youth offspring aboard".split()
)
_DESCRIBES = frozenset("storey story storeyed storied star lane way point part page door track tier".split())
_AGE_REACH = 3
_THESE, _PAIR = frozenset(("اين", "ان")), 2
_ADJECTIVES = 2  # «یک تبعه ایرانی ۵۴ ساله»
_FRAME_REACH = 8
_TOLD = frozenset(fold_word("گفت گفته می‌گوید گوید افزود افزوده که او وی من اکنون حالا هم‌اکنون").split())
_COPULAS = frozenset(fold_word("است بود بوده هستم هستیم بودم ام").split())
_OTHERS = frozenset(fold_word("دیگر عضو عرب مسلمان بزرگ کوچک فقیر ثروتمند").split())
_OPENINGS = frozenset(("", "\n", ".", "؛"))
_BETWEEN = frozenset(fold_word("میان بین").split())
_COUNTING = frozenset(fold_word("تنها فقط دست‌کم حداقل حداکثر نزدیک تقریبا تقریباً شامل دیگر عضویت مجموع").split())
_TERMS = frozenset(fold_word("مدت برای").split())
_LASTING = frozenset(
    fold_word("زندان حبس تبعید بازداشت مهلت آوارگی اسارت محاصره انتظار تعلیق محرومیت مرخصی قرنطینه").split()
)
_AS_LONG = frozenset(fold_word("ساله ماهه هفته‌ای روزه ساعته دقیقه‌ای دهه‌ای").split())  # «آتش‌بس یک‌هفته‌ای»
_YEARS_OLD = (fold_word("ساله"), fold_word("ساله‌ای"))
_LONGEST_NAME, _FATE_REACH = 3, 8  # tokens
_PASSED_AWAY = frozenset(("توفي", "توفيت", "وفاه", "رحيل", "رحل", "رحلت", "ووفاه", "وتوفي"))
# English: before "over two years", where "over" says that it was longer.
_BEFORE_OVER = frozenset(
    "for of in after last lasts lasted lasting take takes took taken taking spend spends spent spending wait waited "
    "waiting is was been to at just well little a jailed serve served serving since and or by with than aged".split()
)
_THE_YEAR = "العام"
# Arabic: "one" behind them says how long, whatever the sentence counts ("في أسبوع واحد").
_SPANS = frozenset(fold_word("دقيقة ساعة يوم ليلة أسبوع شهر فصل عام سنة عقد قرن").split())
_OF = frozenset(("of", "-", "ago", "old", "after", "in", "later", "behind"))
_YOUNGEST, _OLDEST = 5, 110  # years that stand alone between commas after a name


def why_unmeasured(
    scene: Scene,
    count: Count,
    head: Head | None,
    fate: str | None,
    previous: Quantity | None,
    qualifier: Qualifier,
) -> str | None:
    """Why a count with this head is no figure after all."""
    tokens = scene.tokens
    if head is not None and head.kind == "duration" and _is_frame(tokens, count, head, scene.lexicon.lang):
        return "frame"
    if head is not None and fate is None and _only_points(tokens, count, head, scene.lexicon.lang):
        return "definite_pair"
    if _only_describes(tokens, count, head, scene.lexicon):
        return "designation"
    if _is_year(tokens, count, head, scene.lexicon.lang):
        return "year"
    if head is None and (fate is None or _is_pronoun(tokens, count, scene.lexicon.lang) or _is_span(tokens, count)):
        return "no_noun"
    if count.numeral is None or count.numeral.value != 1 or count.is_range:
        return None
    if head is not None and (head.first is not None or head.kind == "money" or _measures_one(tokens, count, head)):
        return None
    hedged = qualifier is not Qualifier.EXACT and (fate is not None or _is_length(head))
    if scene.lexicon.lang == "fa" and (hedged or _is_term(tokens, count, head)):
        return None  # «بیش از یک دهه», «دست‌کم یک سرباز»: what is hedged is counted
    counter = head is not None and head.noun_tokens is not None and tokens.forms[head.noun_tokens[0]] in COUNTERS
    joined = previous is not None and joined_to(tokens, previous, count.first)
    befell = fate is not None or (scene.lexicon.lang == "fa" and head is not None and head.kind in FATES)
    counted = befell and (scene.lexicon.lang != "fa" or counter or _leads_a_list(scene, head))
    contrasts = (
        scene.lexicon.lang == "fa"
        and befell
        and previous is not None
        and previous.kind in FATES
        and previous.first >= tokens.sentence(count.first)[0]
        and tokens.form(count.first - 1) == "و"
    )  # «دو کودک جان دادند و یک زن زخمی شد»
    if counted or counter or joined or contrasts or one_is_marked(tokens, count, scene.lexicon.lang):
        return None
    return "one"


def _is_pronoun(tokens: Tokens, count: Count, lang: str) -> bool:
    """«این دو که دستگیر شده بودند»: those two, of whom the text has told."""
    return lang == "fa" and count.value == _PAIR and tokens.form(count.first - 1) in _THESE


def _is_span(tokens: Tokens, count: Count) -> bool:
    """ "أصيب المئات في أسبوع واحد": how long it took, and none of those hurt."""
    return count.value == 1 and tokens.form(count.first - 1) in _SPANS


def _is_frame(tokens: Tokens, count: Count, head: Head, lang: str) -> bool:
    """A length that frames and measures nothing: "the deadliest attack in three years", "has not met for two years"."""
    before = tokens.forms[max(0, count.first - _FRAME_REACH) : count.first]
    if "in" in before[-3:] and not words("superlatives", lang).isdisjoint(before):
        return True
    if lang == "en" and before[-1:] == ["over"] and len(before) > 1:
        return before[-2] not in _BEFORE_OVER and tokens.form(head.stop) not in _OF  # "died over 48 hours"
    return "for" in before[-3:] and not words("negations", lang).isdisjoint(before)


def _is_term(tokens: Tokens, count: Count, head: Head | None) -> bool:
    """«به مدت یک سال», «یک سال زندان»: how long something is to last."""
    if head is None or not _is_length(head):
        return False
    if tokens.forms[head.stop - 1] in _AS_LONG:
        return True
    return tokens.form(count.first - 1) in _TERMS or tokens.form(head.stop) in _LASTING


def _measures_one(tokens: Tokens, count: Count, head: Head) -> bool:
    """ "One kilogram", "1 hour"; but "one year later" and «یک روز» may only introduce the time."""
    digits = tokens.forms[count.first][0].isdigit()
    return head.unit is not None and (digits or not _is_length(head))


def _is_length(head: Head | None) -> bool:
    return head is not None and head.kind == "duration"


def _leads_a_list(scene: Scene, head: Head | None) -> bool:
    """«یک سرباز شهید و دو سرباز دیگر زخمی»: one that another count follows contrasts with it."""
    if head is None:
        return False
    following = bisect_left(scene.starts, head.stop)
    if following == len(scene.starts):
        return False
    between = scene.tokens.forms[head.stop : scene.starts[following]]
    return len(between) <= INCLUDED_REACH and "و" in between


def _only_points(tokens: Tokens, count: Count, head: Head, lang: str) -> bool:
    """ "the two sides", "both countries", «دو طرف»: a pair that the text has named, pointed at again."""
    if count.value != 2 or count.dual or head.noun_tokens is None:
        return False
    before, noun = tokens.form(count.first - 1), tokens.forms[head.noun_tokens[1] - 1]
    if before in words("the", lang) or noun in words("sides", lang):
        return True
    return noun in words("named_pairs", lang) and _is_genitive(tokens, count, head)


def _is_genitive(tokens: Tokens, count: Count, head: Head) -> bool:
    """«روابط دو کشور»، «میان دو دولت»: no word leads to the bare pair but the noun that it belongs to, or between."""
    before, after = tokens.form(count.first - 1), tokens.form(head.stop)
    leads = before in _BETWEEN or not (before in words("stops", "fa") or before in words("prepositions", "fa"))
    known_ones = not after.endswith("ي") and after not in _OTHERS
    return (
        leads
        and known_ones
        and before not in _COUNTING
        and (before[:1].isalpha() or (before in _OPENINGS and after.isalpha()))
    )


def _lists_years(tokens: Tokens, at: int) -> bool:
    """ "The years 2023, 2024, and 2025 following five days": the last of several years."""
    at -= 1
    while tokens.form(at) in ("and", ",", "or"):
        at -= 1
    before = tokens.form(at)
    return before.isdigit() and len(before) == len("2024") and before[:2] in ("19", "20")


def _only_describes(tokens: Tokens, count: Count, head: Head | None, lexicon: Lexicon) -> bool:
    """ "An 82 mm mortar", "a five-storey building"."""
    if head is not None and head.unit in ("mm", "cm", "in") and _is_calibre(tokens, count, head, lexicon):
        return True
    return tokens.form(count.stop) == "-" and tokens.form(count.stop + 1) in _DESCRIBES


def _is_calibre(tokens: Tokens, count: Count, head: Head, lexicon: Lexicon) -> bool:
    """ "155mm", "82 mm mortar"; but "90mm of rain"."""
    found = known(tokens, head.stop, lexicon)
    glued = head.unit == "mm" and tokens.joined(count.stop - 1) and tokens.form(head.stop) != "of"
    return glued or (found is not None and found[2].kind == "equipment")


def _is_year(tokens: Tokens, count: Count, head: Head | None, lang: str) -> bool:
    """A bare "2024", also before an English singular ("the 2024 accord"), counts nothing."""
    form = tokens.forms[count.first]
    if not (form.isdigit() and len(form) == 4 and form[:2] in ("19", "20") and count.stop - count.first == 1):
        return False
    if head is None:
        return not is_others(tokens, count.stop, lang)  # "وأصيب 2000 آخرون"
    if lang == "en" and not head.known and _lists_years(tokens, count.first):
        return True
    if lang == "ar" and tokens.form(count.stop) == _THE_YEAR:
        return True  # "تقرير أممي: 2025 العام الأكثر دموية"
    noun = tokens.forms[head.noun_tokens[1] - 1] if head.noun_tokens is not None else ""
    return lang == "en" and bool(noun) and not noun.endswith("s") and noun not in _PLURALS


def _follows_person(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a noun for a person ends before token `index`, or leads there over one or two adjectives of his."""
    for at in range(index - 1, max(-1, index - 1 - _ADJECTIVES - 1), -1):
        form = tokens.forms[at]
        if not form.isalpha() or form in words("stops", "fa") or form in words("prepositions", "fa"):
            return False
        found = known(tokens, at, lexicon)
        if found is not None:
            return found[2].persons
    return False


def _follows_name(tokens: Tokens, index: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a person's name ends before token `index`: «یوسف دیالو ۶۱ ساله», and whoever opens the clause where
    the age ends at token `stop` and he alone dies, is hurt or held behind it: «ترنس اوکافور ۲۸ ساله زخمی شد».
    """
    first = index
    while first > max(0, index - _LONGEST_NAME) and _may_name(tokens, first - 1, lexicon):
        first -= 1
    if not words("given_names", "fa").isdisjoint(tokens.forms[first:index]):
        return True
    opens = first < index and not tokens.form(first - 1)[:1].isalnum()
    return opens and _befell_one(tokens, stop, lexicon)


def _may_name(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether a token may be of a person's name: neither a word of grammar nor a noun that is counted."""
    form = tokens.forms[at]
    if not form.isalpha() or form in words("stops", "fa") or form in words("prepositions", "fa"):
        return False
    return form in words("given_names", "fa") or known(tokens, at, lexicon) is None


def _befell_one(tokens: Tokens, stop: int, lexicon: Lexicon) -> bool:
    """Whether something befell one person behind token `stop`, with no other count between."""
    for at in range(stop, min(tokens.sentence(stop - 1)[1], stop + _FATE_REACH)):
        if not tokens.forms[at].isalpha():
            return False
        found = lexicon.befell_after.at(tokens.forms, at)
        if found is not None:
            return found[1] != "displaced" and not tokens.forms[found[0] - 1].endswith("ند")
    return False


def is_age(tokens: Tokens, count: Count, head: Head, lexicon: Lexicon) -> bool:
    """Whether years or months are those of somebody: "12 years old", "البالغ من العمر 12 عاما"."""
    if head.unit not in ("year", "month"):
        return False
    before, after = tokens.form(count.first - 1), tokens.form(head.stop)
    near = tokens.forms[max(0, count.first - _AGE_REACH) : count.first]
    if (
        not words("age", lexicon.lang).isdisjoint(near)
        or after == "old"
        or (after == "-" and tokens.form(head.stop + 1) == "old")
    ):
        return True
    if after == "من" and tokens.form(head.stop + 1) == "العمر":
        return True
    if lexicon.lang == "fa" and after in words("age_after", "fa"):
        return True
    if lexicon.lang == "ar" and any(stem.word in ("بالغ", "بالغه", "يبلغ", "تبلغ") for stem in STEMS["ar"](before)):
        return before.startswith("ال") or tokens.form(head.stop) == "من"
    if tokens.forms[head.stop - 1].endswith(_YEARS_OLD):  # also of things: "جنگ ۱۱ ساله" lasted as long
        if before in _TOLD and after in _COPULAS:
            return True  # «گفت شصت‌ساله است»
        person = _follows_person(tokens, count.first, lexicon) or _follows_name(tokens, count.first, head.stop, lexicon)
        return person or not before.isalpha() or before == "و"
    if lexicon.lang == "ar" and before == "عن" and head.unit == "year":  # "توفي الرئيس السابق عن 92 عاما"
        return not _PASSED_AWAY.isdisjoint(tokens.forms[max(0, count.first - _FRAME_REACH) : count.first])
    if lexicon.lang == "ar" and before in COMMAS and after in COMMAS:  # "عثمان، 24 عاما، من سكان المدينة"
        return head.unit == "year" and count.value is not None and _YOUNGEST <= count.value < _OLDEST
    return before == "(" and after == ")"
