"""Hedges: how the text qualifies a number ("about", "ما لا يقل عن", "or more"), before it or behind."""

from functools import cache

from extract.frozen import frozen
from extract.mentions.counts import Count
from extract.mentions.head import Head
from extract.mentions.scene import Scene
from extract.ontology.lexicon import Lexicon
from extract.ontology.phrases import BARE_WORDS, STEMS, Endings
from extract.ontology.words import words
from extract.schema import Qualifier
from extract.text import Tokens, fold_word

_WHOLE = 4  # tokens from a fraction to a qualifier behind its whole
_FLIGHT = 8  # tokens from what flew to the regions that it flew over
_MEASURED = 6  # tokens from the number back to what is measured
_TOTALS = frozenset(fold_word("عدد حصيلة قيمة نسبة حجم إجمالي كلفة تكلفة مجموع عديد").split())
_SURPASS = frozenset(fold_word("تجاوز تجاوزت يتجاوز تتجاوز فاق فاقت يفوق تفوق تخطى تخطت يتخطى تتخطى ناف نافت").split())
_ABOVE = "فوق"
_FLYING = frozenset("drones drone missiles missile rockets aircraft jets planes helicopters balloons uavs".split())
_REGIONS = frozenset("regions provinces districts cities towns countries states areas locations sites villages".split())
_PLACES = frozenset(fold_word("مقاطعات مقاطعة مناطق منطقة مدن محافظات قرى بلدات ولايات ولاية أقاليم أحياء جزر").split())
_NOT = frozenset(fold_word("لم لا لن ولم ولا").split())
_REACHES, _TOLLS = frozenset(("تصل", "يصل")), frozenset(fold_word("حصيلة الحصيلة عدد").split())
_MAY = frozenset(("قد", "ما", "بما", "ان"))
_SO_AS_TO_REACH = frozenset(fold_word("لتصل ليصل لتصلا ليصلا").split())
_ARTICLES = {"en": "a", "ar": "ال"}  # written apart: "a few", "نحو الـ30"
_TO = frozenset(fold_word("إلى من حتى أن إن بعد بنسبة").split())
_WITHIN = frozenset(fold_word("في خلال منذ على").split())
_OVER_WHAT = frozenset(  # what also governs a plain object is not among them: "controls over 60 villages"
    "spread spreads spreading scattered stretched stretches stretching sprawled sprawls sprawling extends extending "
    "hovered hover hovering circled circling soared sovereignty jurisdiction dominance dispute disputes row clash "
    "clashes clashed battle war conflict talks negotiations disagreement disagreements standoff feud quarrel rivalry "
    "tension tensions airspace skies sky "
    "take takes taking took taken hand hands handing handed turn turns turning turned give gave".split()  # "taken over"
)
_PASSED = (fold_word("گذشت"), fold_word("می‌گذرد"))
_WENT_BEYOND = frozenset(
    tuple(fold_word(words).split())
    for words in (
        "فراتر رفت", "فراتر رفته", "فراتر می‌رود", "بیشتر شد", "بیشتر شده", "بیشتر است", "بالاتر رفت", "بالاتر رفته",
        "عبور کرد", "عبور کرده", "تجاوز کرد", "تجاوز کرده", "تجاوز می‌کند",
    )
)  # fmt: skip
_PRONOUNS = ("ه", "ها", "هم", "هن")  # "its", "their", attached to an Arabic noun


@frozen
class Hedge:
    """A qualifier with the tokens it adds to the evidence on either side."""

    qualifier: Qualifier
    first: int
    start: int
    stop: int
    end: int


def find_hedge(scene: Scene, count: Count, head: Head | None) -> Hedge:
    """The qualifier beside a count. One before it may be parted from it by a currency sign or an article."""
    tokens, lexicon = scene.tokens, scene.lexicon
    first, start = count.first, count.start
    stop, end = (head.stop, head.end) if head is not None else (count.stop, count.end)
    if head is not None and head.kind in ("money", "percent") and head.first is not None:
        first, start = head.first, tokens.starts[head.first]
    default = Qualifier.RANGE if count.is_range else Qualifier.VAGUE if count.vague else Qualifier.EXACT

    qualifiers = _qualifiers(lexicon)
    probe = first - (tokens.form(first - 1) == _ARTICLES.get(lexicon.lang))
    before = qualifiers.before(tokens.forms, probe)
    if before is not None and _hedges_nothing(tokens, before[0], count.stop):
        before = None
    if before is None and lexicon.lang == "ar" and tokens.form(probe - 1).endswith(_PRONOUNS):
        before = qualifiers.before(tokens.forms, probe - 1)  # "لا يتجاوز عددهم 12"
    surpassed = _surpassed_around(scene, first, stop) if before is None and default is Qualifier.EXACT else None
    if surpassed is not None:
        return Hedge(surpassed, first, start, stop, end)
    if before is not None:
        first = before[0]
        start = tokens.starts[first] + _attached(tokens.forms[first], before[0], lexicon, tokens)
        return Hedge(_combined(default, before[1]), first, start, stop, end)
    for place in (stop, count.stop) if stop != count.stop else (stop,):
        after = lexicon.qualifiers_after.at(tokens.forms, place) if place < len(tokens.forms) else None
        if after is not None and _ends_here(scene, after[0]):  # "six guns and more than 300 rounds"
            longer = max(stop, after[0])
            return Hedge(_combined(default, after[1]), first, start, longer, max(end, tokens.ends[longer - 1]))
    behind = _behind_the_whole(scene, head)
    if behind is not None:
        return Hedge(_combined(default, behind[1]), first, start, behind[0], tokens.ends[behind[0] - 1])
    return Hedge(default, first, start, stop, end)


def _behind_the_whole(scene: Scene, head: Head | None) -> tuple[int, str] | None:
    """ "ثلث السكان تقريبا", "نصف مساحة المدينة على الأقل": a qualifier behind what there is a fraction of."""
    tokens, lexicon = scene.tokens, scene.lexicon
    if lexicon.lang != "ar" or head is None or head.kind != "share":
        return None
    for at in range(head.stop + 1, min(head.stop + _WHOLE, len(tokens.forms))):
        form = tokens.forms[at - 1]
        if not form.isalpha() or form in words("prepositions", "ar") or form in words("stops", "ar"):
            return None
        after = lexicon.qualifiers_after.at(tokens.forms, at)
        if after is not None:
            return after if _ends_here(scene, after[0]) and after[0] not in scene.starts else None
    return None


def _hedges_nothing(tokens: Tokens, index: int, stop: int) -> bool:
    """Whether a qualifier's words say where, or that so much was reached: "ارتفعت لتصل إلى 55 مليونا"."""
    form = tokens.forms[index]
    if form in _REACHES and not _TOLLS.isdisjoint(tokens.forms[max(0, index - _MEASURED) : index]):
        return tokens.forms[index - 1] not in _MAY  # "حصيلة القتلى تصل إلى 44"
    return form in _SO_AS_TO_REACH or _says_where(tokens, index, stop)


def _says_where(tokens: Tokens, index: int, stop: int) -> bool:
    """Whether "over" is no hedge: "spread over three sites", "a row over two islands", "58 مسيرة فوق ست مقاطعات"."""
    form = tokens.forms[index]
    if form == _ABOVE:
        return tokens.form(stop) in _PLACES
    if form != "over":
        return False
    before = tokens.form(index - 1)
    flew = not _FLYING.isdisjoint(tokens.forms[max(tokens.sentence(index)[0], index - _FLIGHT) : index])
    return before in _OVER_WHAT or (flew and not _REGIONS.isdisjoint(tokens.forms[stop : stop + 2]))


def _surpassed_around(scene: Scene, first: int, stop: int) -> Qualifier | None:
    """What a verb of surpassing says of the number at the tokens `[first, stop)`: before it in Arabic, behind it in
    Persian.
    """
    if scene.lexicon.lang == "ar":
        return _surpassed(scene.tokens, first)
    passed = scene.lexicon.lang == "fa" and _passed(scene.tokens, first, stop)
    return Qualifier.MORE_THAN if passed else None


def _surpassed(tokens: Tokens, index: int) -> Qualifier | None:
    """ "تجاوز عدد الإصابات المسجلة 8500": Arabic puts the verb before what it measures, and the number behind."""
    if tokens.form(index - 1) in _WITHIN:
        return None
    for at in range(index - 1, max(1, index - _MEASURED) - 1, -1):
        form, verb = tokens.forms[at], tokens.forms[at - 1].removeprefix("و")
        if not form.isalpha() or form in _TO:
            return None
        if form in _TOTALS and verb in _SURPASS:
            return Qualifier.AT_MOST if at > 1 and tokens.forms[at - 2] in _NOT else Qualifier.MORE_THAN
    return None


def _passed(tokens: Tokens, first: int, stop: int) -> bool:
    """«شمار کشته‌ها از ۱۲ هزار نفر گذشت»: Persian puts the verb behind what was passed."""
    return tokens.form(first - 1) == "از" and (
        tokens.form(stop).startswith(_PASSED) or tuple(tokens.forms[stop : stop + 2]) in _WENT_BEYOND
    )


def _ends_here(scene: Scene, stop: int) -> bool:
    """Not "six guns and more than 300 rounds", «دو روز دست‌کم ۳۸ کشته»: those words hedge the number behind them."""
    leads_on = scene.lexicon.lang == "fa" and stop in scene.starts
    return scene.tokens.form(stop) not in ("than", "من") and not leads_on


@cache
def _qualifiers(lexicon: Lexicon) -> Endings[str]:
    return Endings(lexicon.qualifiers_before, BARE_WORDS[lexicon.lang])


def _combined(default: Qualifier, name: str) -> Qualifier:
    """A range or a vague amount stays one, however it is hedged."""
    return Qualifier(name) if default is Qualifier.EXACT else default


def _attached(form: str, index: int, lexicon: Lexicon, tokens: Tokens) -> int:
    """Characters of particles attached before a qualifier ("ونحو", "بحوالي"), which stay outside the evidence."""
    for stem in STEMS[lexicon.lang](form):
        if lexicon.qualifiers_before.at(tokens.forms, index, stem.word) is not None:
            return stem.cut
    return 0
