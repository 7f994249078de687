"""Quantities: every count of a text with its qualifier and what it measures, or the reason why it is no figure.

This file composes; each question has its own: counts.py (what may measure), exclusions.py and unmeasured.py (what
measures nothing), ranges.py, heads.py (unit or noun), hedges.py (qualifier), fates.py (what befell persons),
ellipsis.py (what is left unsaid), compounds.py (one measure told in two parts).
"""

from collections.abc import Sequence
from dataclasses import replace

from extract.mentions.compounds import compound
from extract.mentions.counts import Count, find_counts
from extract.mentions.ellipsis import (
    bare_age,
    by_label,
    compared_with,
    elliptic,
    free,
    national,
    of_fated,
    others_fate,
    shares_fate,
)
from extract.mentions.exclusions import why_excluded
from extract.mentions.fates import fate_after, fate_before, fate_of_joined, is_others
from extract.mentions.head import FATES, Head
from extract.mentions.heads import find_head, label_before
from extract.mentions.hedges import Hedge, find_hedge
from extract.mentions.illness import as_case, is_illness
from extract.mentions.quantity import UNITS, Left, Quantity, bounds, in_years
from extract.mentions.ranges import join_ranges, measured_twice, scores
from extract.mentions.scene import OR, Scene, joined_to
from extract.mentions.unmeasured import is_age, why_unmeasured
from extract.numbers import Numeral
from extract.ontology.lexicon import Lexicon
from extract.ontology.words import words
from extract.schema import Qualifier
from extract.text import Tokens

_GRAVER = {
    "displaced": ("killed", "wounded", "casualties", "detained", "missing"),
    "detained": ("killed", "wounded", "casualties"),
    "missing": ("killed", "wounded", "casualties"),
}
_THEY = frozenset(("they", "he", "it", "she"))
_LOST = frozenset("lost loses losing".split())
_KIN = frozenset("relatives sons daughters children brothers sisters siblings cousins nephews kin loved".split())
_NEAR = 2  # tokens between a word of fate and persons who are already named by one


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
            left.append(Left(reason, count.start, count.end, count.numeral.suspicious if count.numeral else ""))
    halves = scores(tokens, counts)
    left += [Left("score", count.start, count.end) for count in counts if count.first in halves]
    counts = join_ranges(tokens, [count for count in counts if count.first not in halves], lexicon.lang)
    scene = Scene(tokens, lexicon, nationals, [count.first for count in counts], covered)
    quantities: list[Quantity] = []
    persons: Quantity | None = None  # the last count of persons something befell, whom "others" joins
    for count in counts:
        here = persons is not None and persons.first >= tokens.sentence(count.first)[0]
        others = here and is_others(tokens, count.stop, lexicon.lang)
        found = _quantity(scene, count, persons if others else quantities[-1] if quantities else None)
        if isinstance(found, Left):
            left.append(found)
            continue
        persons = found if found.kind in FATES else persons
        last = quantities[-1] if quantities else None
        whole = compound(scene, last, found) or (last and measured_twice(tokens, last, found, lexicon.lang))
        if whole and last and last.first >= whole.first:
            quantities.pop()
        quantities.append(whole or found)
    taken = {quantity.count.start for quantity in quantities}  # "one year and six months": its one counts after all
    left = [item for item in left if item.start not in taken]
    return quantities, sorted(left, key=lambda item: item.start)


def _quantity(scene: Scene, count: Count, previous: Quantity | None) -> Quantity | Left:
    head = find_head(scene.tokens, count, scene.lexicon)
    if head is None and not is_others(scene.tokens, count.stop, scene.lexicon.lang):
        head = label_before(scene.tokens, count, find_hedge(scene, count, None).first, scene.lexicon)
    head = bare_age(scene, count, head) or national(scene, count, free(scene, head))
    if count.numeral is not None and count.numeral.fraction and (head is None or head.noun is not None):
        return _share(scene, count)
    head = by_label(scene, count, head, previous)
    hedge = find_hedge(scene, count, head)
    fate = (
        _fate(scene, count, head, hedge.first, previous)
        or others_fate(scene, head, count, previous)
        or of_fated(scene, head)
    )
    if fate == "displaced" and head is not None and head.kind in ("personnel", "fighters"):
        fate = None  # forces that flee or return are still forces
    if "wounded" in (fate, head.kind if head is not None else None) and is_illness(scene, count, head):
        head, fate = as_case(count, head), None
    if head is None and fate is None:
        head = compared_with(scene, count, previous) or elliptic(scene, count, previous)
        hedge = find_hedge(scene, count, head)
    reason = why_unmeasured(scene, count, head, fate, previous, hedge.qualifier)
    if reason is not None:
        return Left(reason, count.start, count.end)
    if head is None:
        head = _fate_head(scene, count, fate or "other")
        hedge = find_hedge(scene, count, head)
    if head.kind == "duration" and is_age(scene.tokens, count, head, scene.lexicon):
        head = replace(head, kind="age", unit="year")
    return _assembled(scene, count, head, hedge, fate or head.kind, previous)


def _share(scene: Scene, count: Count) -> Quantity:
    head = Head("share", count.stop, count.end)
    return _assembled(scene, count, head, find_hedge(scene, count, head), "share", None)


def _fate(scene: Scene, count: Count, head: Head | None, first: int, previous: Quantity | None) -> str | None:
    """What befell the persons counted; `first` is where the count begins with its qualifier."""
    tokens, lexicon = scene.tokens, scene.lexicon
    if head is not None and not head.persons and (head.known or head.kind != "other"):
        return None
    floor = previous.stop if previous is not None else 0
    if lexicon.lang == "en" and previous is not None and tokens.form(previous.count.stop) == "of":
        between = tokens.forms[previous.count.stop + 1 : count.first]
        if words("determiners", "en").issuperset(between):
            return _done_to(scene, head)  # "seven of the 12 soldiers were killed" tells nothing of the twelve
    if head is not None and head.kind in FATES:
        return _graver_fate(scene, head, first, floor)
    before = fate_before(tokens, first, lexicon, floor) or _lost(scene, head, first)
    if head is not None and not head.known:
        if _takes_lives(scene, head, first):
            return "killed"
        return before if before in ("killed", "wounded", "casualties") else None
    stop = head.stop if head is not None else count.stop
    if head is None and is_others(tokens, stop, lexicon.lang):
        stop += 1
    if before is None and previous is not None and shares_fate(scene, previous, first, head):
        after = fate_after(tokens, stop, lexicon, scene.starts) if stop < len(tokens) else None
        return after or previous.kind
    if before == "missing" and not words("lives", lexicon.lang).isdisjoint(tokens.forms[stop : stop + _NEAR]):
        return "killed"
    return before or _fate_behind(scene, head, first, stop, floor)


def _fate_behind(scene: Scene, head: Head | None, first: int, stop: int, floor: int) -> str | None:
    """What befell a count that no word before it tells: told behind it, or of what it is joined to."""
    after = fate_after(scene.tokens, stop, scene.lexicon, scene.starts) if stop < len(scene.tokens) else None
    joined = after is None and head is not None
    return fate_of_joined(scene.tokens, first, scene.lexicon, floor, stop) if joined else after


def _takes_lives(scene: Scene, head: Head, first: int) -> bool:
    """ "The floods claimed 41 lives", "has cost more than 40,000 lives"."""
    forms, lang = scene.tokens.forms, scene.lexicon.lang
    if lang != "en" or forms[head.stop - 1] != "lives":
        return False
    return not words("takes", "en").isdisjoint(forms[max(0, first - _NEAR) : first])


def _done_to(scene: Scene, whole: Head | None) -> str | None:
    """ "25 of the 41 girls they kidnapped": what is told of the whole itself."""
    if whole is None or scene.tokens.form(whole.stop) not in _THEY:
        return None
    return fate_after(scene.tokens, whole.stop, scene.lexicon, scene.starts)


def _lost(scene: Scene, head: Head | None, first: int) -> str | None:
    """ "Who lost nine relatives", "lost three of his sons": those are dead."""
    forms = scene.tokens.forms
    if scene.lexicon.lang != "en" or head is None or not first or forms[first - 1] not in _LOST:
        return None
    return "killed" if forms[head.stop - 1] in _KIN else None


def _graver_fate(scene: Scene, head: Head, first: int, floor: int) -> str | None:
    """ "مقتل 5 نازحين", "three detainees were killed": what befell them outweighs the state that they were in."""
    graver = _GRAVER.get(head.kind, ())
    tokens, lexicon = scene.tokens, scene.lexicon
    near = _NEAR + (lexicon.lang == "ar")  # "حكم الإعدام بحق ثلاثة مدانين"
    found = fate_before(tokens, first, lexicon, max(floor, first - near)) if graver else None
    if found is None and graver and head.stop < len(tokens):
        found = fate_after(tokens, head.stop, lexicon, scene.starts)
    return found if found in graver else None


def _fate_head(scene: Scene, count: Count, fate: str) -> Head:
    """The head of a count that has no noun: "others", or the word of fate right after it ("12 dead")."""
    tokens, lexicon = scene.tokens, scene.lexicon
    stop = count.stop
    if is_others(tokens, stop, lexicon.lang):
        return Head(fate, stop + 1, tokens.ends[stop], None, (tokens.starts[stop], tokens.ends[stop]), (stop, stop + 1))
    found = lexicon.befell_after.at(tokens.forms, stop) if stop < len(tokens) else None
    if found is None:
        return Head(fate, stop, count.end)
    return Head(fate, found[0], tokens.ends[found[0] - 1])


def _assembled(scene: Scene, count: Count, head: Head, hedge: Hedge, kind: str, previous: Quantity | None) -> Quantity:
    tokens = scene.tokens
    first, start = hedge.first, hedge.start
    if head.first is not None and head.first < first:
        first, start = head.first, head.noun[0] if head.noun is not None else tokens.starts[head.first]
    qualifier = hedge.qualifier
    if qualifier is Qualifier.EXACT and previous is not None and tokens.form(first - 1) in OR:
        # "at least two men or four children": the qualifier governs both halves (codebook, settled cases).
        qualifier = previous.qualifier if joined_to(tokens, previous, first) else qualifier
    measured, unit = in_years(count, head.unit)
    value, low, high = bounds(measured, qualifier)
    flags = ("ambiguous_digits",) if count.numeral is not None and count.numeral.ambiguous else ()
    return Quantity(
        first, hedge.stop, start, hedge.end, kind, qualifier, value, low, high,
        unit if kind == "money" or unit in UNITS else None, head.noun, head.noun_tokens, count, head.codes,
        flags,
    )  # fmt: skip
