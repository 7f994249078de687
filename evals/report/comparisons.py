"""Comparisons as a table for a person."""

from collections.abc import Sequence

from evals.compare import Comparison
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


def _p(value: float | None) -> str:
    return UNDEFINED if value is None else f"{value:.4f}"
