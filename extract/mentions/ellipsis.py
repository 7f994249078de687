"""What a count measures when its own words do not say: labels, parts of a count before, others, comparisons."""

from dataclasses import replace
from itertools import pairwise

from extract.mentions.ages import other_age
from extract.mentions.counts import Count
from extract.mentions.ellipsis_english import DEFINITE, STATIONED, further, goes_back, of_nobody
from extract.mentions.fates import is_others
from extract.mentions.head import COUNTERS, FATES, Head
from extract.mentions.heads import label_before
from extract.mentions.hedges import find_hedge
from extract.mentions.quantity import Quantity
from extract.mentions.scene import AND, INCLUDED_REACH, Scene, joined_to
from extract.ontology.words import words
from extract.text import Tokens, fold_word

_SCALES = frozenset(fold_word("مليون مليونا ملايين مليار مليارا مليارات بليون بلايين تريليون تريليونات").split())
_SERIES_REACH = 6  # tokens from one sum of a series to the next
_SHARING = frozenset(("و", "and"))
# English: those whom an arrest or an attack befell, pointed at again ("three of the suspects").
_PARTIES = {
    "suspects": ("detained",),
    "arrested": ("detained",),
    "accused": ("detained",),
    "victims": ("killed", "wounded", "casualties"),
    "dead": ("killed",),
}
_HELD = frozenset(("detained", "displaced"))  # whom worse may have befallen, as what follows says
_THAT_NUMBER, _NUMBER_REACH = frozenset(("اين", number) for number in ("رقم", "شمار", "تعداد", "امار", "عدد")), 9
_EACH, _FOR_EACH = frozenset(("لكل", "each")), frozenset((("for", "each"), ("for", "every"), ("براي", "هر")))
_GRAVELY = (["critically"], ["seriously"], ["severely"], ["gravely"], ["badly"])
_IN_STATE = (["في", "حاله"], ["in", "a"])
_GRAVE = (["critical"], ["serious"], ["grave"], ["حرجه"], ["خطره"], ["خطيره"])
_CASE, _OF_IT = "مورد", frozenset(fold_word("آن آنها آن‌ها آنان").split())
_RISES = frozenset((("ar", "الي", "من"), ("fa", "به", "از")))
UP_OR_DOWN = frozenset((("up", "from"), ("down", "from")))  # before what a number was
_STRENGTH_REACH = 12  # tokens from "the number of" to the count
_AMONG, _AMONG_REACH = 3, 14  # tokens of "among them at", and from those counted to the words that name some of them


def _is_strength(scene: Scene, count: Count, label: Head) -> bool:
    """«شمار سربازانش را از دو هزار تن به هزار تن کاهش می‌دهد»: a number of soldiers, counted in persons."""
    if scene.lexicon.lang != "fa" or label.kind not in ("personnel", "fighters"):
        return False
    first = scene.tokens.sentence(count.first)[0]
    return not words("number_of", "fa").isdisjoint(
        scene.tokens.forms[max(first, count.first - _STRENGTH_REACH) : count.first]
    )


def by_label(scene: Scene, count: Count, head: Head | None, previous: Quantity | None) -> Head | None:
    """A general noun takes its kind from what is said to be counted.

    "بلغ عدد النازحين 5000 شخص", «شش تن آنان»; "180 trucks, 14 of them loaded", where the noun is no noun at all.
    """
    tokens, lang = scene.tokens, scene.lexicon.lang
    if head is None or head.noun_tokens is None:
        return head
    if not head.known and previous is not None and previous.unit is None:
        between = tokens.forms[previous.stop : count.first]
        if len(between) <= INCLUDED_REACH and not words("including", lang).isdisjoint(between):
            return Head(previous.kind, count.stop, count.end)
    if head.kind != "people":
        return _case_of_it(tokens, head, previous) if lang == "fa" and previous is not None else head
    first = find_hedge(scene, count, head).first  # «کشته و نزدیک به ۶۰۰ تن زخمی»: that به hedges
    label = label_before(tokens, count, first, scene.lexicon) if first else None
    if label is not None and (label.kind in FATES or _is_strength(scene, count, label)):
        return replace(head, kind=label.kind)
    if previous is not None and _goes_on_counting(scene, count, previous):
        return replace(head, kind=previous.kind)
    if previous is None or previous.kind not in FATES:
        return head
    if lang == "en" and tokens.form(count.stop) == "of" and tokens.form(count.stop + 1) in DEFINITE:
        of = _PARTIES.get(tokens.forms[head.noun_tokens[1] - 1], ())
        return replace(head, kind=previous.kind) if previous.kind in of else head  # "three of the suspects"
    noun = tokens.forms[head.noun_tokens[1] - 1]
    of_them = tokens.form(head.stop) in words("of_them", lang) or (lang == "fa" and _is_theirs(scene, noun))
    if lang == "fa" and tokens.form(head.stop) == "از" and previous.kind in _HELD:  # «۱۵۰ نفر از آنان»
        of_them = tokens.form(head.stop + 1) in words("them", lang)
    return replace(head, kind=previous.kind) if of_them else head


def _case_of_it(tokens: Tokens, head: Head, previous: Quantity) -> Head:
    """«۲۱ اردوگاه که ۱۵ مورد آن در دهوک است»: a mere counter takes the kind of what was counted before."""
    if head.noun_tokens is None or tokens.forms[head.noun_tokens[0]] != _CASE or previous.unit is not None:
        return head
    of_it = tokens.form(head.stop + (tokens.form(head.stop) == "از")) in _OF_IT
    return replace(head, kind=previous.kind) if of_it else head


def _goes_on_counting(scene: Scene, count: Count, previous: Quantity) -> bool:
    """Persian: whether the number told before has changed to this one, or was this at another time: «این رقم هفته گذشته
    ۳۸۹ نفر بود».
    """
    tokens = scene.tokens
    if tokens.form(count.stop) not in COUNTERS:
        return False
    if rises_to(scene, count, previous):
        return True
    near = tokens.forms[max(tokens.sentence(count.first)[0], count.first - _NUMBER_REACH) : count.first]
    return any(pair in _THAT_NUMBER for pair in pairwise(near))


def money_each(scene: Scene, count: Count, previous: Quantity | None) -> Head | None:
    """ "100 ألف جنيه لكل أسرة و25 ألفا لكل مصاب", "$500 for each family and 250 for each child": money again."""
    tokens = scene.tokens
    if previous is None or previous.kind != "money":
        return None
    same = previous.first >= tokens.sentence(count.first)[0]
    joined = tokens.form(count.first - 1) in AND or tokens.forms[count.first][0] == "و"
    behind = tokens.form(count.stop)
    if same and scene.lexicon.lang == "ar" and _goes_on_in_money(tokens, count, previous):
        return Head("money", count.stop, count.end, previous.unit, codes=previous.codes)
    if not (same and joined and (behind in _EACH or (behind, tokens.form(count.stop + 1)) in _FOR_EACH)):
        return None
    return Head("money", count.stop, count.end, previous.unit, codes=previous.codes)


def _goes_on_in_money(tokens: Tokens, count: Count, previous: Quantity) -> bool:
    """ "12 مليار دولار في 2007، و10 مليارات في 2006": a series of sums, the currency said once."""
    return tokens.forms[count.stop - 1] in _SCALES and count.first - previous.stop <= _SERIES_REACH


def gravely_hurt(scene: Scene, count: Count, previous: Quantity | None) -> Head | None:
    """ "27 wounded, five critically", "26 جريحا بينهم أربعة في حالة حرجة": some of those hurt in the same sentence."""
    tokens = scene.tokens
    if previous is None or previous.kind != "wounded" or previous.first < tokens.sentence(count.first)[0]:
        return None
    behind = tokens.forms[count.stop : count.stop + 3]
    grave = behind[:1] in _GRAVELY or (behind[:2] in _IN_STATE and behind[2:] in _GRAVE)
    grave = grave or (behind[:1] == ["in"] and behind[1:2] in _GRAVE)
    return Head("wounded", count.stop, count.end) if grave else None


def _is_theirs(scene: Scene, noun: str) -> bool:
    """Whether a Persian noun ends in "their": «سه فرزندشان», but not «آتش‌نشان», a fireman."""
    return noun.endswith("شان") and scene.lexicon.nouns.at([noun], 0) is None


def others_fate(scene: Scene, head: Head | None, count: Count, previous: Quantity | None) -> str | None:
    """«۹۰ نفر دیگر», "30 other people": what befell those counted before in the sentence befell them too."""
    tokens = scene.tokens
    if head is None or head.kind != "people" or previous is None or previous.kind not in FATES:
        return None
    same = previous.first >= tokens.sentence(count.first)[0] and is_others(tokens, head.stop, scene.lexicon.lang)
    return previous.kind if same else None


def free(scene: Scene, head: Head | None) -> Head | None:
    """A word of no lexicon is no noun where it already belongs to a date or a time."""
    if head is None or head.known or head.noun_tokens is None or not scene.covered[head.noun_tokens[0]]:
        return head
    return None


def national(scene: Scene, count: Count, head: Head | None) -> Head | None:
    """ "5 عراقيين", "three Americans", "300 Sudanese have crossed": persons named by their nationality."""
    at = count.stop
    if head is None and scene.lexicon.lang == "en" and at in scene.nationals and not _is_one(count):
        place = (scene.tokens.starts[at], scene.tokens.ends[at])
        return Head("people", at + 1, place[1], None, place, (at, at + 1), persons=True, known=True)
    if head is None or head.known or head.noun_tokens is None or head.noun_tokens[0] not in scene.nationals:
        return head
    return replace(head, kind="people", persons=True, known=True)


def shares_fate(scene: Scene, previous: Quantity, first: int, head: Head | None) -> bool:
    """ "five soldiers and three civilians" after "killed"; "12 wounded, among them six women"; "and 30 others"."""
    tokens, lang = scene.tokens, scene.lexicon.lang
    if previous.kind not in FATES:
        return False
    start = tokens.sentence(first)[0]
    if previous.first < start:  # "Among them are 19 men"
        opening = tokens.forms[start : min(first, start + INCLUDED_REACH)]
        return head is not None and not words("including", lang).isdisjoint(opening)
    if head is None:
        return is_others(tokens, first + 1, lang)
    between = tokens.forms[previous.stop : first]
    named = (
        between[-_AMONG:] if lang == "en" and len(between) <= _AMONG_REACH else ()
    )  # "killed in the raid, including"
    near = between if len(between) <= INCLUDED_REACH else named
    if not words("including", lang).isdisjoint(near):
        return True
    return previous.noun is not None and joined_to(tokens, previous, first)


def compared_with(scene: Scene, count: Count, previous: Quantity | None) -> Head | None:
    """A bare number set against the quantity before it in the sentence ("four attacks, against 42 in 2024")."""
    tokens = scene.tokens
    if previous is None or previous.first < tokens.sentence(count.first)[0] or count.dual:
        return None
    before = tokens.forms[max(previous.stop, count.first - 3) : count.first]
    compared = not words("compared", scene.lexicon.lang).isdisjoint(before)
    changed = before[-1:] != [] and before[-1] in words("changed", scene.lexicon.lang)
    surely = tuple(before[-2:]) in UP_OR_DOWN or rises_to(scene, count, previous)
    if previous.kind in ("percent", "share") or not (compared or surely or (changed and previous.kind not in FATES)):
        return None
    return Head(previous.kind, count.stop, count.end, previous.unit, codes=previous.codes)


def rises_to(scene: Scene, count: Count, previous: Quantity) -> bool:
    """Whether the count is where the one before went: "من 20 ألف دينار إلى 24 ألفا", «از ۹۰۰ نفر به حدود ۴۵۰ نفر»."""
    tokens, lang = scene.tokens, scene.lexicon.lang
    between = tokens.forms[previous.stop : find_hedge(scene, count, None).first or count.first]
    if lang == "fa" and not between:
        between = tokens.forms[previous.stop : count.first][:1]  # «به حدود» hedges
    return (lang, *between, tokens.form(previous.first - 1)) in _RISES


def elliptic(scene: Scene, count: Count, previous: Quantity | None) -> Head | None:
    """A number that leaves its noun to the count before: "several others", "2,600 of them", "and 120 by the army"."""
    tokens, lang = scene.tokens, scene.lexicon.lang
    if previous is not None and previous.kind == "age" and lang == "en" and previous.stop == count.first - 1:
        return other_age(tokens, count, previous)
    if lang == "en" and (alone := further(scene, count, previous) or of_nobody(scene, count, previous)) is not None:
        return alone
    if previous is None or previous.unit is not None or previous.kind == "share":
        return None
    after = tokens.form(count.stop)
    if previous.first >= tokens.sentence(count.first)[0]:
        if is_others(tokens, count.stop, lang):
            place = (tokens.starts[count.stop], tokens.ends[count.stop])
            return Head(previous.kind, count.stop + 1, place[1], None, place, (count.stop, count.stop + 1))
        conjoined = tokens.form(count.first - 1) in AND or tokens.forms[count.first][0] == "و"
        goes_on = after in words("place_prepositions", lang) or after in words("by", lang) or after.endswith("وا")
        goes_on = goes_on or after == "since"
        if conjoined and goes_on and (previous.kind in FATES or _is_shared_out(tokens, count, previous)):
            return Head(previous.kind, count.stop, count.end)
    if lang == "en" and (kind := goes_back(scene, count, previous)) is not None:
        return Head(kind, count.stop, count.end)
    if after in words("of_them", lang) or (
        after in ("of", "از") and tokens.form(count.stop + 1) in words("them", lang)
    ):
        return Head(previous.kind, count.stop, count.end)
    if after == "who" and scene.tokens.span(count.stop, count.stop + 1).of(tokens.folded.original).islower():
        return Head(previous.kind if previous.kind in FATES else "people", count.stop, count.end)
    return None


def _is_shared_out(tokens: Tokens, count: Count, previous: Quantity) -> bool:
    """ "1500 عسكري في جيبوتي و350 في الغابون", "2,500 troops in Iraq and 900 in Syria": so many here, so many there."""
    between = tokens.forms[previous.stop : count.first]
    joins = (tokens.forms[count.first][0], tokens.form(count.first - 1))
    same = previous.kind in STATIONED and not _SHARING.isdisjoint(joins)
    return same and len(between) <= INCLUDED_REACH + 2 and tokens.form(count.stop) in between


def _is_one(count: Count) -> bool:
    return count.numeral is not None and count.numeral.value == 1
