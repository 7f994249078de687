"""The command `evals bench`: part of `evals.cli`, in a file of its own as `cli_record` is."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from evals.options import AsJson
from extract.terminal import say


def bench(
    articles: Annotated[
        Path, typer.Option(metavar="PATH", help="Articles to make the texts from: a file or a folder.")
    ] = Path("seeds"),
    sizes: Annotated[str, typer.Option(metavar="N,N", help="Numbers of articles to measure on.")] = "1,10,1000,20000",
    peer_articles: Annotated[
        int, typer.Option(min=1, metavar="N", help="Articles for the comparison with the peers, which are slow.")
    ] = 30,
    stats: Annotated[bool, typer.Option("--stats", help="The statistics on simulated systems instead.")] = False,
    llm: Annotated[bool, typer.Option("--llm", help="What asking a model costs on our side instead.")] = False,
    as_json: AsJson = False,
) -> None:
    """Measure speed and peak memory, beside dateparser and quantulum3 where the extra `peers` is installed."""
    from evals.report import benchmarks

    tell: Callable[[str], None] = say if sys.stderr.isatty() else lambda _: None
    if stats:
        from evals.calibrate import calibrate

        found = calibrate()
        lines, data = benchmarks.calibration_lines(found), benchmarks.calibration_json(found)
    elif llm:
        from evals.bench_llm import bench_llm

        asked = bench_llm(tell)
        lines, data = benchmarks.llm_lines(asked), asked.as_json()
    else:
        from evals.bench import bench as measure_all

        report = measure_all(articles, _sizes(sizes), peer_articles, tell)
        lines, data = benchmarks.bench_lines(report), report.as_json()
    print(data if as_json else "\n".join(lines))


def _sizes(text: str) -> list[int]:
    try:
        sizes = [int(size) for size in text.split(",")]
    except ValueError:
        sizes = []
    if not sizes or min(sizes) < 1:
        raise typer.BadParameter(f"--sizes {text}: not a list of numbers; write it as 1,10,1000")
    return sizes
