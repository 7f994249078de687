"""Measurements of speed as tables for a person."""

from collections.abc import Iterator

from evals.bench import Report
from evals.bench_llm import HEADS, LlmReport, rows
from evals.calibrate import Calibration
from evals.report.data import as_json
from evals.report.table import Table


def bench_lines(report: Report) -> Iterator[str]:
    """All that `evals bench` prints: speed and memory, the same beside peers, the start of the commands."""
    heads = ("task", "articles", "thousand characters", "thousand characters/s", "peak MB")
    samples = (
        (s.task, f"{s.articles:,}", f"{s.characters / 1000:,.0f}", f"{s.rate:,.0f}", f"{s.peak_mb:,.0f}")
        for s in report.samples
    )
    yield str(Table.of(heads, samples))
    pairs = [(pair.peer, pair.ours, pair.theirs, pair.ratio) for pair in report.comparisons]
    peers = [
        (peer, f"{theirs.rate:,.1f}", ours.task, f"{ours.rate:,.1f}", f"{ratio:,.0f} times")
        for peer, ours, theirs, ratio in pairs
        if ours and theirs
    ]
    if peers:
        count = next(ours.articles for _, ours, _, _ in pairs if ours)
        title = f"\nBeside peers, on the same {count:,} articles (thousand characters/s):"
        yield str(Table.of(("peer", "its speed", "ours", "our speed", "ours is faster"), peers, title))
    yield from (pair.missing for pair in report.comparisons if pair.missing)
    commands = ((name, f"{seconds:.2f}") for name, seconds in report.commands.items())
    yield str(Table.of(("command", "seconds"), commands, "\nFrom typing to the end, best of three:"))


def llm_lines(report: LlmReport) -> Iterator[str]:
    """All that `evals bench --llm` prints."""
    yield str(Table.of(HEADS, rows(report)))
    yield f"peak memory over many articles beside that over few: {report.growth:.2f} times"


def calibration_lines(found: Calibration) -> Iterator[str]:
    """All that `evals bench --stats` prints."""
    yield f"{found.experiments:,} experiments with {found.articles} articles, errors clustered, seed {found.seed}"
    yield f"false alarms at p < 0.05: {found.false_alarms:.1%}"
    yield (
        f"95 % intervals that hold the truth: {found.difference_coverage:.1%} of differences, "
        f"{found.score_coverage:.1%} of scores"
    )


def calibration_json(found: Calibration) -> str:
    """The same as one JSON object."""
    return as_json({}, calibration=[found])
