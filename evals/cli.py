"""The `evals` command: measures what `extract` does."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from extract.terminal import Commands, say

if TYPE_CHECKING:
    from evals.bench import Report

app = typer.Typer(
    name="evals",
    cls=Commands,
    help="Measures hasila.",
    epilog="Exit codes: 0 done; 2 bad usage, or it could not be measured; 130 interrupted.",
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def main() -> NoReturn:
    """Entry point of the command."""
    app()
    raise AssertionError("typer exits")


@app.callback()
def options() -> None:
    """Keeps `bench` a subcommand while it is the only one."""


@app.command()
def bench(
    articles: Annotated[
        Path, typer.Option(metavar="PATH", help="Articles to make the texts from: a file or a folder.")
    ] = Path("seeds"),
    sizes: Annotated[str, typer.Option(metavar="N,N", help="Numbers of articles to measure on.")] = "1,10,1000,20000",
    peer_articles: Annotated[
        int, typer.Option(min=1, metavar="N", help="Articles for the comparison with the peers, which are slow.")
    ] = 30,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of tables.")] = False,
) -> None:
    """Measure speed and peak memory, beside dateparser and quantulum3 where the extra `peers` is installed."""
    from evals.bench import bench as measure_all

    report = measure_all(articles, _sizes(sizes), peer_articles, say if sys.stderr.isatty() else lambda _: None)
    if as_json:
        print(report.as_json())
    else:
        _print(report)


def _sizes(text: str) -> list[int]:
    try:
        sizes = [int(size) for size in text.split(",")]
    except ValueError:
        sizes = []
    if not sizes or min(sizes) < 1:
        raise typer.BadParameter(f"--sizes {text}: not a list of numbers; write it as 1,10,1000")
    return sizes


def _print(report: "Report") -> None:
    from extract.show import new_console, plain_table, print_table

    console = new_console()
    samples = [
        (s.task, f"{s.articles:,}", f"{s.characters / 1000:,.0f}", f"{s.rate:,.0f}", f"{s.peak_mb:,.0f}")
        for s in report.samples
    ]
    heads = ("task", "articles", "thousand characters", "thousand characters/s", "peak MB")
    print_table(console, plain_table(heads, samples))
    peers = [
        (pair.peer, f"{pair.theirs.rate:,.1f}", pair.ours.task, f"{pair.ours.rate:,.1f}", f"{pair.ratio:,.0f} times")
        for pair in report.comparisons
        if pair.ours and pair.theirs
    ]
    if peers:
        pair = next(pair.ours for pair in report.comparisons if pair.ours)
        print(f"\nBeside peers, on the same {pair.articles:,} articles (thousand characters/s):")
        print_table(console, plain_table(("peer", "its speed", "ours", "our speed", "ours is faster"), peers))
    for comparison in report.comparisons:
        if comparison.missing:
            print(comparison.missing)
    print("\nFrom typing to the end, best of three:")
    print_table(console, plain_table(("command", "seconds"), [(n, f"{s:.2f}") for n, s in report.commands.items()]))
