"""Quantities: every count of a text with its qualifier and what it measures, or the reason why it is no figure.

This file composes; each question has its own: counts.py (what may measure), exclusions.py and unmeasured.py (what
measures nothing), ranges.py, heads.py (unit or noun), hedges.py (qualifier), befell.py and fates.py (what befell
persons), ellipsis.py (what is left unsaid), ages.py (ages without a unit), compounds.py (one measure told in
two parts).
"""

from collections.abc import Sequence
from dataclasses import replace

from extract.mentions.ages import bare_age
from extract.mentions.befell import fate_of, head_of_fated
from extract.mentions.compounds import compound
from extract.mentions.counts import Count, find_counts
from extract.mentions.ellipsis import (
    by_label,
    compared_with,
    elliptic,
    free,
    gravely_hurt,
    money_each,
    national,
    others_fate,
)
from extract.mentions.exclusions import why_excluded
from extract.mentions.fates import is_others
from extract.mentions.fates_persian import life_taken, persian_fate
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
from extract.schema import Qualifier
from extract.text import Tokens


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
    if head is None and previous is not None and count.first == previous.stop + 1 and _names_after(previous):
        head = compared_with(scene, count, previous)  # "450 troops from 900"
    if head is None and not is_others(scene.tokens, count.stop, scene.lexicon.lang):
        head = label_before(scene.tokens, count, find_hedge(scene, count, None).first, scene.lexicon)
    head = bare_age(scene, count, head) or national(scene, count, free(scene, head))
    if (
        count.numeral is not None
        and count.numeral.fraction
        and (head is None or head.noun is not None or _is_part_of(scene, count))
    ):
        return _share(scene, count)
    head = by_label(scene, count, head, previous)
    hedge = find_hedge(scene, count, head)
    fate = (
        life_taken(scene, count)
        or fate_of(scene, count, head, hedge.first, previous)
        or others_fate(scene, head, count, previous)
        or persian_fate(scene, head, count, hedge.first, previous)
    )
    if fate == "displaced" and head is not None and head.kind in ("personnel", "fighters"):
        fate = None  # forces that flee or return are still forces
    if "wounded" in (fate, head.kind if head is not None else None) and is_illness(scene, count, head):
        head, fate = as_case(count, head), None
    if head is None and fate is None:
        head = compared_with(scene, count, previous) or money_each(scene, count, previous)
        head = head or gravely_hurt(scene, count, previous) or elliptic(scene, count, previous)
        hedge = find_hedge(scene, count, head)
    reason = why_unmeasured(scene, count, head, fate, previous, hedge.qualifier)
    if reason is not None:
        return Left(reason, count.start, count.end)
    if head is None:
        head = head_of_fated(scene, count, fate or "other")
        hedge = find_hedge(scene, count, head)
    if head.kind == "duration" and is_age(scene.tokens, count, head, scene.lexicon):
        head = replace(head, kind="age", unit="year")
    return _assembled(scene, count, head, hedge, fate or head.kind, previous)


def _names_after(quantity: Quantity) -> bool:
    """Whether a quantity's noun stands behind its number, not as in "soldiers from 4,000 to 2,500"."""
    return quantity.noun_tokens is not None and quantity.noun_tokens[0] >= quantity.count.first


def _is_part_of(scene: Scene, count: Count) -> bool:
    """ "Half of the 40 drills"."""
    return scene.lexicon.lang == "en" and scene.tokens.form(count.stop) == "of"


def _share(scene: Scene, count: Count) -> Quantity:
    head = Head("share", count.stop, count.end)
    return _assembled(scene, count, head, find_hedge(scene, count, head), "share", None)


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
