"""A run's counts summed into scores: by objects, level, language, kind or type, slot and qualifier.

Micro scores sum over articles; `macro` is the mean F1 of the kinds (or types) that occur, so that rare ones weigh as
much as common ones.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import NamedTuple

from evals.intervals import score_interval
from evals.runs import Measured, Run
from evals.score import EVIDENCE, OBJECTS, Prf, Row

ALL = "all"
SLOTS = "slots"  # all slots of an object together
LEVELS = ("strict", "lenient")


@dataclass(frozen=True, slots=True)
class Score:
    """One score. `lang` and `group` are "all" where it sums over them; scores are None where nothing is on either side.

    `wrong` slots are in both `fp` and `fn`. Bounds (`_low`, `_high`) are of 95 % intervals, None where undefined.
    `macro` and `false_per_1000_words` are given for whole levels only.
    """

    objects: str
    level: str
    lang: str
    group: str
    articles: int
    gold: int
    predicted: int
    tp: int
    fp: int
    fn: int
    wrong: int
    precision: float | None
    precision_low: float | None
    precision_high: float | None
    recall: float | None
    recall_low: float | None
    recall_high: float | None
    f1: float | None
    f1_low: float | None
    f1_high: float | None
    macro: float | None = None
    false_per_1000_words: float | None = None

    @property
    def errors(self) -> int:
        """False and missed objects together: what the score loses."""
        return self.fp + self.fn


class _Slice(NamedTuple):
    objects: str
    level: str
    lang: str
    group: str


Counts = tuple[int, int, int]
_PerArticle = dict[str, list[int]]


def summarise(rows: Iterable[Row], articles: Sequence[Measured]) -> list[Score]:
    """Every score of `articles`, whole levels before their groups, in a fixed order."""
    slices: dict[_Slice, _PerArticle] = defaultdict(dict)
    for row in rows:
        for place in _slices(row):
            counts = slices[place].setdefault(row.article, [0, 0, 0, 0])
            for column, value in enumerate((row.tp, row.fp, row.fn, row.wrong)):
                counts[column] += value
    for objects in OBJECTS:  # what was neither labelled nor predicted is a score too, a vacuous one
        for level in LEVELS:
            for lang in languages(articles):
                slices.setdefault(_Slice(objects, level, lang, ALL), {})
    kinds = _kinds(slices)
    return [_score(place, slices[place], articles, kinds) for place in sorted(slices, key=_order)]


def languages(articles: Iterable[Measured]) -> list[str]:
    """The languages of the articles, and "all"."""
    return [*sorted({article.lang for article in articles}), ALL]


def article_counts(run: Run, objects: str, level: str, articles: Sequence[Measured]) -> list[Counts]:
    """(tp, fp, fn) of each of `articles` in their order, zeros where nothing is on either side."""
    sums: _PerArticle = {article.id: [0, 0, 0] for article in articles}
    for row in run.rows:
        if row.objects == objects and row.level == level and row.article in sums:
            for column, value in enumerate((row.tp, row.fp, row.fn)):
                sums[row.article][column] += value
    return [(tp, fp, fn) for tp, fp, fn in sums.values()]


def _slices(row: Row) -> list[_Slice]:
    """Where a row counts. Slots and facets are not cut by language and kind at once: too little would be left."""
    places = [(row.level, ALL, lang) for lang in (row.lang, ALL)] + [(row.level, row.group, ALL)]
    if row.level in LEVELS:
        places.append((row.level, row.group, row.lang))
    elif row.level.startswith("slot:"):
        places += [(SLOTS, ALL, lang) for lang in (row.lang, ALL)]
    return [_Slice(row.objects, level, lang, group) for level, group, lang in places]


def _order(place: _Slice) -> tuple[object, ...]:
    levels = (*LEVELS, SLOTS)
    level = levels.index(place.level) if place.level in levels else len(levels) + (place.level == EVIDENCE)
    return (
        place.objects != "figures",
        level,
        place.level,
        place.group != ALL,
        place.group,
        place.lang == ALL,
        place.lang,
    )


def _kinds(slices: dict[_Slice, _PerArticle]) -> dict[_Slice, list[float]]:
    """F1 of each kind or type, under the slice that sums over them."""
    kinds: dict[_Slice, list[float]] = defaultdict(list)
    for place, counts in slices.items():
        if place.group != ALL and place.level in LEVELS:
            f1 = Prf(*(sum(column) for column in list(zip(*counts.values(), strict=True))[:3])).f1
            if f1 is not None:
                kinds[place._replace(group=ALL)].append(f1)
    return kinds


def _score(place: _Slice, counts: _PerArticle, articles: Sequence[Measured], kinds: dict[_Slice, list[float]]) -> Score:
    members = [article for article in articles if place.lang in (ALL, article.lang)]
    rows = list(counts.values())
    tp, fp, fn, wrong = (sum(column) for column in zip(*rows, strict=True)) if rows else (0, 0, 0, 0)
    prf = Prf(tp, fp, fn)
    precision, recall, f1 = (score_interval(rows, measure, len(members)) for measure in ("precision", "recall", "f1"))
    whole = place.group == ALL and place.level in LEVELS
    words = sum(article.words for article in members) if whole else 0
    return Score(
        *place,
        articles=len(members),
        gold=tp + fn,
        predicted=tp + fp,
        tp=tp,
        fp=fp,
        fn=fn,
        wrong=wrong,
        precision=prf.precision,
        precision_low=precision.low,
        precision_high=precision.high,
        recall=prf.recall,
        recall_low=recall.low,
        recall_high=recall.high,
        f1=prf.f1,
        f1_low=f1.low,
        f1_high=f1.high,
        macro=fmean(kinds[place]) if kinds.get(place) else None,
        false_per_1000_words=1000 * fp / words if words else None,
    )
