"""Quantities: every count of a text with its qualifier and what it measures, or the reason why it is no figure.

This file composes; each question has its own: counts.py (what may measure), exclusions.py (what measures nothing),
ranges.py, heads.py (unit or noun), fates.py (what befell persons).
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.mentions.counts import Count, find_counts
from extract.mentions.exclusions import one_is_marked, why_excluded
from extract.mentions.fates import fate_after, fate_before, is_others
from extract.mentions.head import FATES, Head, known
from extract.mentions.heads import find_head, label_before
from extract.mentions.quantity import Left, Quantity, bounds
from extract.mentions.ranges import join_ranges, scores
from extract.numbers import Numeral
from extract.ontology.lexicon import Lexicon
from extract.ontology.phrases import STEMS
from extract.ontology.words import words
from extract.schema import Qualifier
from extract.text import Tokens

_INCLUDED_REACH = 5  # tokens from a count to a part of it
_AGE_REACH = 3
_PRONOUNS = ("ه", "ها", "هم", "هن")  # "its", "their", attached to an Arabic noun
_OR = frozenset(("or", "او", "يا"))
_AND = frozenset(("and", "و", ",", "،"))


@dataclass(frozen=True, slots=True)
class _Scene:
    """What one article's quantities are read against."""

    tokens: Tokens
    lexicon: Lexicon
    nationals: frozenset[int]
    starts: Sequence[int]
    covered: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Hedge:
    """A qualifier with the tokens it adds to the evidence on either side."""

    qualifier: Qualifier
    first: int
    start: int
    stop: int
    end: int


def find_quantities(
    tokens: Tokens,
    numerals: list[Numeral],
    covered: Sequence[str],
    lexicon: Lexicon,
    nationals: frozenset[int] = frozenset(),
) -> tuple[list[Quantity], list[Left]]:
    """The quantities among `tokens` and the counts left out, both in order of place.

    `covered[i]` names what token `i` already belongs to ("date", "time", "furniture") or is "". `nationals` are the
    tokens that name people by their nationality ("عراقيين", "Iraqis").
    """
    counts: list[Count] = []
    left: list[Left] = []
    for count in find_counts(tokens, numerals, lexicon):
        reason = why_excluded(tokens, count, covered, lexicon)
        if reason is None:
            counts.append(count)
        else:
            left.append(Left(reason, count.start, count.end))
    halves = scores(tokens, counts)
    left += [Left("score", count.start, count.end) for count in counts if count.first in halves]
    counts = join_ranges(tokens, [count for count in counts if count.first not in halves], lexicon.lang)
    scene = _Scene(tokens, lexicon, nationals, [count.first for count in counts], covered)
    quantities: list[Quantity] = []
    for count in counts:
        found = _quantity(scene, count, quantities[-1] if quantities else None)
        if isinstance(found, Quantity):
            whole = _and_a_half(tokens, quantities[-1], found) if quantities else None
            if whole is not None:
                quantities.pop()
            quantities.append(whole or found)
        else:
            left.append(found)
    return quantities, sorted(left, key=lambda item: item.start)


def _and_a_half(tokens: Tokens, whole: Quantity, part: Quantity) -> Quantity | None:
    """ "ساعتين ونصف الساعة": a fraction of the same unit right behind, as one quantity."""
    numeral = part.count.numeral
    if numeral is None or not numeral.fraction or part.unit is None or part.unit != whole.unit:
        return None
    if part.first != whole.stop or tokens.forms[part.first][0] != "و" or whole.value is None:
        return None
    count = replace(whole.count, value=whole.value + numeral.value, stop=part.count.stop, end=part.count.end)
    value, low, high = bounds(count, whole.qualifier)
    return replace(whole, stop=part.stop, end=part.end, value=value, low=low, high=high, count=count)


def _quantity(scene: _Scene, count: Count, previous: Quantity | None) -> Quantity | Left:
    head = find_head(scene.tokens, count, scene.lexicon) or label_before(scene.tokens, count, scene.lexicon)
    head = _bare_age(scene, count, head) or _national(scene, _free(scene, head))
    if count.numeral is not None and count.numeral.fraction and (head is None or head.noun is not None):
        return _share(scene, count)
    head = _by_label(scene, count, head, previous)
    hedge = _hedge(scene, count, head)
    fate = _fate(scene, count, head, hedge.first, previous)
    if fate == "displaced" and head is not None and head.kind in ("personnel", "fighters"):
        fate = None  # forces that flee or return are still forces
    if head is None and fate is None:
        head = _compared(scene, count, previous) or _elliptic(scene, count, previous)
        hedge = _hedge(scene, count, head)
    reason = _unmeasured(scene, count, head, fate, previous)
    if reason is not None:
        return Left(reason, count.start, count.end)
    if head is None:
        head = _fate_head(scene, count, fate or "other")
        hedge = _hedge(scene, count, head)
    if head.kind == "duration" and _is_age(scene.tokens, count, head, scene.lexicon):
        head = replace(head, kind="age", unit="year")
    return _assembled(scene, count, head, hedge, fate or head.kind, previous)


def _by_label(scene: _Scene, count: Count, head: Head | None, previous: Quantity | None) -> Head | None:
    """A general noun takes its kind from what is said to be counted.

    "بلغ عدد النازحين 5000 شخص", «شش تن آنان»; "180 trucks, 14 of them loaded", where the noun is no noun at all.
    """
    tokens, lang = scene.tokens, scene.lexicon.lang
    if head is None or head.noun_tokens is None:
        return head
    if not head.known and previous is not None and previous.unit is None:
        between = tokens.forms[previous.stop : count.first]
        if len(between) <= _INCLUDED_REACH and any(form in words("including", lang) for form in between):
            return Head(previous.kind, count.stop, count.end)
    if head.kind != "people":
        return head
    label = label_before(tokens, count, scene.lexicon) if count.first else None
    if label is not None and label.kind in FATES:
        return replace(head, kind=label.kind)
    follows = tokens.form(head.stop) in words("of_them", lang)
    if follows and previous is not None and previous.kind in FATES:
        return replace(head, kind=previous.kind)
    return head


def _free(scene: _Scene, head: Head | None) -> Head | None:
    """A word of no lexicon is no noun where it already belongs to a date or a time."""
    if head is None or head.known or head.noun_tokens is None or not scene.covered[head.noun_tokens[0]]:
        return head
    return None


def _national(scene: _Scene, head: Head | None) -> Head | None:
    """ "5 عراقيين", "three Americans": persons named by their nationality."""
    if head is None or head.known or head.noun_tokens is None or head.noun_tokens[0] not in scene.nationals:
        return head
    return replace(head, kind="people", persons=True, known=True)


def _share(scene: _Scene, count: Count) -> Quantity:
    head = Head("share", count.stop, count.end)
    return _assembled(scene, count, head, _hedge(scene, count, head), "share", None)


def _fate(scene: _Scene, count: Count, head: Head | None, first: int, previous: Quantity | None) -> str | None:
    """What befell the persons counted; `first` is where the count begins with its qualifier."""
    tokens, lexicon = scene.tokens, scene.lexicon
    if head is not None and not head.persons and (head.known or head.kind != "other"):
        return None
    if head is not None and head.kind in FATES:
        return None
    floor = previous.stop if previous is not None else 0
    before = fate_before(tokens, first, lexicon, floor)
    if head is not None and not head.known:
        return before if before in ("killed", "wounded", "casualties") else None
    stop = head.stop if head is not None else count.stop
    if head is None and is_others(tokens, stop, lexicon.lang):
        stop += 1
    if before is None and previous is not None and _shares_fate(scene, previous, first, head):
        after = fate_after(tokens, stop, lexicon, scene.starts) if stop < len(tokens) else None
        return after or previous.kind
    if before is not None or stop >= len(tokens):
        return before
    return fate_after(tokens, stop, lexicon, scene.starts)


def _shares_fate(scene: _Scene, previous: Quantity, first: int, head: Head | None) -> bool:
    """ "five soldiers and three civilians" after "killed"; "12 wounded, among them six women"; "and 30 others"."""
    tokens, lang = scene.tokens, scene.lexicon.lang
    if previous.kind not in FATES:
        return False
    start = tokens.sentence(first)[0]
    if previous.first < start:  # "Among them are 19 men"
        opening = tokens.forms[start : min(first, start + _INCLUDED_REACH)]
        return head is not None and any(form in words("including", lang) for form in opening)
    if head is None:
        return is_others(tokens, first + 1, lang)
    between = tokens.forms[previous.stop : first]
    if any(form in words("including", lang) for form in between) and len(between) <= _INCLUDED_REACH:
        return True
    return previous.noun is not None and _joined_to(tokens, previous, first)


def _joined_to(tokens: Tokens, previous: Quantity, first: int) -> bool:
    """Whether only a conjunction stands between two quantities."""
    between = tokens.forms[previous.stop : first]
    attached = tokens.forms[first][0] == "و" and not tokens.forms[first].isdigit()
    return (len(between) == 0 and attached) or (len(between) == 1 and between[0] in (_AND | _OR))


def _compared(scene: _Scene, count: Count, previous: Quantity | None) -> Head | None:
    """A bare number set against the quantity before it in the sentence ("four attacks, against 42 in 2024")."""
    tokens = scene.tokens
    if previous is None or previous.first < tokens.sentence(count.first)[0] or count.dual:
        return None
    before = tokens.forms[max(previous.stop, count.first - 3) : count.first]
    compared = any(form in words("compared", scene.lexicon.lang) for form in before)
    changed = before[-1:] != [] and before[-1] in words("changed", scene.lexicon.lang)
    if previous.kind in ("percent", "share") or not (compared or (changed and previous.kind not in FATES)):
        return None
    return Head(previous.kind, count.stop, count.end, previous.unit)


def _bare_age(scene: _Scene, count: Count, head: Head | None) -> Head | None:
    """ "aged 52", "boys aged 13 to 17", "men older than 60": an age that names no unit."""
    tokens = scene.tokens
    near = tokens.forms[max(0, count.first - 2) : count.first]
    if head is not None or count.vague or not any(form in words("bare_age", scene.lexicon.lang) for form in near):
        return None
    return Head("age", count.stop, count.end, "year", first=count.first - 1 if near[-1] != "than" else None)


def _elliptic(scene: _Scene, count: Count, previous: Quantity | None) -> Head | None:
    """A number that leaves its noun to the count before: "several others", "2,600 of them", "and 120 by the army"."""
    tokens, lang = scene.tokens, scene.lexicon.lang
    if previous is None or previous.unit is not None or previous.kind == "share":
        return None
    after = tokens.form(count.stop)
    if previous.first >= tokens.sentence(count.first)[0]:
        if is_others(tokens, count.stop, lang):
            place = (tokens.starts[count.stop], tokens.ends[count.stop])
            return Head(previous.kind, count.stop + 1, place[1], None, place, (count.stop, count.stop + 1))
        conjoined = tokens.form(count.first - 1) in _AND or tokens.forms[count.first][0] == "و"
        if conjoined and previous.kind in FATES and after in words("place_prepositions", lang) | words("by", lang):
            return Head(previous.kind, count.stop, count.end)
    if after in words("of_them", lang) or (
        after in ("of", "از") and tokens.form(count.stop + 1) in words("them", lang)
    ):
        return Head(previous.kind, count.stop, count.end)
    if after == "who":
        return Head(previous.kind if previous.kind in FATES else "people", count.stop, count.end)
    return None


def _unmeasured(
    scene: _Scene, count: Count, head: Head | None, fate: str | None, previous: Quantity | None
) -> str | None:
    """Why a count with this head is no figure after all."""
    tokens = scene.tokens
    if head is not None and head.kind == "duration" and _is_frame(tokens, count, scene.lexicon.lang):
        return "frame"
    if head is not None and fate is None and _only_points(tokens, count, head, scene.lexicon.lang):
        return "definite_pair"
    if head is not None and head.unit in ("mm", "cm", "in") and _is_calibre(tokens, count, head, scene.lexicon):
        return "designation"
    if _is_year(tokens, count, head, scene.lexicon.lang):
        return "year"
    if head is None and fate is None:
        return "no_noun"
    if count.numeral is None or count.numeral.value != 1 or count.is_range:
        return None
    if head is not None and (head.first is not None or head.unit == "percent" or head.kind in ("money", "distance")):
        return None
    counter = head is not None and head.noun_tokens is not None and tokens.forms[head.noun_tokens[0]] in ("نفر", "تن")
    joined = previous is not None and _joined_to(tokens, previous, count.first)
    counted = fate is not None and (scene.lexicon.lang != "fa" or counter or _leads_a_list(scene, head))
    if counted or counter or joined or one_is_marked(tokens, count, scene.lexicon.lang):
        return None
    return "one"


def _is_frame(tokens: Tokens, count: Count, lang: str) -> bool:
    """ "the deadliest attack in three years": the length frames a comparison and measures nothing."""
    before = tokens.forms[max(0, count.first - 8) : count.first]
    return "in" in before[-3:] and any(form in words("superlatives", lang) for form in before)


def _leads_a_list(scene: _Scene, head: Head | None) -> bool:
    """ «یک سرباز شهید و دو سرباز دیگر زخمی»: one that another count follows contrasts with it."""
    if head is None:
        return False
    following = bisect_left(scene.starts, head.stop)
    if following == len(scene.starts):
        return False
    between = scene.tokens.forms[head.stop : scene.starts[following]]
    return len(between) <= _INCLUDED_REACH and "و" in between


def _only_points(tokens: Tokens, count: Count, head: Head, lang: str) -> bool:
    """ "the two sides", "both countries", «دو طرف»: a pair that the text has named, pointed at again."""
    if count.value != 2 or count.dual or head.noun_tokens is None:
        return False
    before, noun = tokens.form(count.first - 1), tokens.forms[head.noun_tokens[1] - 1]
    return before in words("the", lang) or noun in words("sides", lang)


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
        return True
    noun = tokens.forms[head.noun_tokens[1] - 1] if head.noun_tokens is not None else ""
    return (
        lang == "en" and bool(noun) and not noun.endswith("s") and tokens.form(count.first - 1) in ("the", "a", "this")
    )


def _fate_head(scene: _Scene, count: Count, fate: str) -> Head:
    """The head of a count that has no noun: "others", or the word of fate right after it ("12 dead")."""
    tokens, lexicon = scene.tokens, scene.lexicon
    stop = count.stop
    if is_others(tokens, stop, lexicon.lang):
        return Head(fate, stop + 1, tokens.ends[stop], None, (tokens.starts[stop], tokens.ends[stop]), (stop, stop + 1))
    found = lexicon.befell_after.at(tokens.forms, stop) if stop < len(tokens) else None
    if found is None:
        return Head(fate, stop, count.end)
    return Head(fate, found[0], tokens.ends[found[0] - 1])


def _is_age(tokens: Tokens, count: Count, head: Head, lexicon: Lexicon) -> bool:
    if head.unit not in ("year", "month"):
        return False
    before, after = tokens.form(count.first - 1), tokens.form(head.stop)
    near = tokens.forms[max(0, count.first - _AGE_REACH) : count.first]
    if (
        any(form in words("age", lexicon.lang) for form in near)
        or after == "old"
        or (after == "-" and tokens.form(head.stop + 1) == "old")
    ):
        return True
    if after == "من" and tokens.form(head.stop + 1) == "العمر":
        return True
    if lexicon.lang == "ar" and any(stem.word in ("بالغ", "بالغه", "يبلغ", "تبلغ") for stem in STEMS["ar"](before)):
        return before.startswith("ال") or tokens.form(head.stop) == "من"
    if tokens.forms[head.stop - 1] == "ساله":  # also of things: "جنگ ۱۱ ساله" lasted as long
        found = known(tokens, count.first - 1, lexicon) if count.first else None
        return (found is not None and found[2].persons) or not before.isalpha() or before == "و"
    return before == "(" and after == ")"


def _hedge(scene: _Scene, count: Count, head: Head | None) -> _Hedge:
    """The qualifier beside a count. One before it may be parted from it by a currency sign or an article."""
    tokens, lexicon = scene.tokens, scene.lexicon
    first, start = count.first, count.start
    stop, end = (head.stop, head.end) if head is not None else (count.stop, count.end)
    if head is not None and head.kind in ("money", "percent") and head.first is not None:
        first, start = head.first, tokens.starts[head.first]
    default = Qualifier.RANGE if count.is_range else Qualifier.VAGUE if count.vague else Qualifier.EXACT

    def stems(form: str) -> list[str]:
        return [stem.word for stem in STEMS[lexicon.lang](form) if not stem.definite]

    probe = first - 1 if lexicon.lang == "en" and tokens.form(first - 1) == "a" else first
    before = lexicon.qualifiers_before.before(tokens.forms, probe, stems)
    if before is None and lexicon.lang == "ar" and tokens.form(probe - 1).endswith(_PRONOUNS):
        before = lexicon.qualifiers_before.before(tokens.forms, probe - 1, stems)  # "لا يتجاوز عددهم 12"
    if before is not None:
        first = before[0]
        start = tokens.starts[first] + _attached(tokens.forms[first], before[0], lexicon, tokens)
        return _Hedge(_combined(default, before[1]), first, start, stop, end)
    for place in (stop, count.stop):
        after = lexicon.qualifiers_after.at(tokens.forms, place) if place < len(tokens) else None
        if after is not None and tokens.form(after[0]) not in ("than", "من"):  # "six guns and more than 300 rounds"
            longer = max(stop, after[0])
            return _Hedge(_combined(default, after[1]), first, start, longer, max(end, tokens.ends[longer - 1]))
    return _Hedge(default, first, start, stop, end)


def _combined(default: Qualifier, name: str) -> Qualifier:
    """A range or a vague amount stays one, however it is hedged."""
    return Qualifier(name) if default is Qualifier.EXACT else default


def _attached(form: str, index: int, lexicon: Lexicon, tokens: Tokens) -> int:
    """Characters of particles attached before a qualifier ("ونحو", "بحوالي"), which stay outside the evidence."""
    for stem in STEMS[lexicon.lang](form):
        if lexicon.qualifiers_before.at(tokens.forms, index, stem.word) is not None:
            return stem.cut
    return 0


def _assembled(
    scene: _Scene, count: Count, head: Head, hedge: _Hedge, kind: str, previous: Quantity | None
) -> Quantity:
    tokens = scene.tokens
    first, start = hedge.first, hedge.start
    if head.first is not None and head.first < first:
        first, start = head.first, head.noun[0] if head.noun is not None else tokens.starts[head.first]
    qualifier = hedge.qualifier
    if qualifier is Qualifier.EXACT and previous is not None and tokens.form(first - 1) in _OR:
        # "at least two men or four children": the qualifier governs both halves (codebook, settled cases).
        qualifier = previous.qualifier if _joined_to(tokens, previous, first) else qualifier
    value, low, high = bounds(count, qualifier)
    flags = ("ambiguous_digits",) if count.numeral is not None and count.numeral.ambiguous else ()
    return Quantity(
        first, hedge.stop, start, hedge.end, kind, qualifier, value, low, high,
        None if kind == "other" else head.unit, head.noun, head.noun_tokens, count, head.codes, flags,
    )  # fmt: skip
