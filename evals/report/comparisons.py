"""Comparisons, and the systems compared, as tables for a person."""

from collections import Counter
from collections.abc import Sequence

from evals.compare import Comparison, System
from evals.numbers import UNDEFINED, bounds, score, signed
from evals.report.table import Table


def comparison_table(comparisons: Sequence[Comparison]) -> Table:
    """One line a comparison; slices by language carry "exploratory" instead of an adjusted p."""
    heads = (
        "candidate", "lang", "articles", "baseline", "F1", "difference", "95 %", "bootstrap", "p", "p (Holm)",
        "detectable",
    )  # fmt: skip
    rows = (
        (c.candidate, c.lang, c.articles, score(c.baseline_f1), score(c.candidate_f1), signed(c.difference),
         bounds(c.low, c.high), bounds(c.bootstrap_low, c.bootstrap_high), _p(c.p),
         "exploratory" if c.exploratory else _p(c.p_adjusted), score(c.detectable))
        for c in comparisons
    )  # fmt: skip
    title = f"{comparisons[0].metric}: F1 beside that of {comparisons[0].baseline}" if comparisons else ""
    return Table.of(heads, rows, title)


def system_table(systems: Sequence[System], metric: str) -> Table:
    """One line a system: its score, what its model was asked and answered, and how much of that came to nothing."""
    heads = (
        "system", "articles", "failed", "F1", "95 %", "prompt tokens", "reply tokens", "tokens/figure", "rejected",
    )  # fmt: skip
    rows = (
        (s.name, s.articles, s.failed, score(s.f1), bounds(s.low, s.high), _count(s.prompt_tokens),
         _count(s.completion_tokens), _count(s.tokens_per_figure), _count(s.rejected))
        for s in systems
    )  # fmt: skip
    return Table.of(heads, rows, metric)


def reason_table(systems: Sequence[System]) -> Table:
    """Why things were rejected: a line a reason, a column a system, the most frequent first."""
    every = sum((Counter(system.reasons) for system in systems), Counter[str]())
    rows = ((reason, *(_count(s.reasons.get(reason, 0)) for s in systems)) for reason, _ in every.most_common())
    return Table.of(("rejected because", *(s.name for s in systems)), rows)


def _count(value: float | None) -> str:
    return UNDEFINED if value is None else f"{value:,.0f}"


def _p(value: float | None) -> str:
    return UNDEFINED if value is None else f"{value:.4f}"
