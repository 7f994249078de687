"""Counts a run while it goes on, reports failures as they come, and draws a bar where a person watches.

Failures are printed in the order of the articles. rich is imported only when the bar is drawn.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extract.errors import ArticleError
from extract.schema import Extraction, Status
from extract.terminal import complain


@dataclass(slots=True)
class Tally:
    """What a run has done so far; as text, its one-line summary."""

    articles: int = 0
    figures: int = 0
    events: int = 0
    failed: int = 0

    def add(self, outcome: Extraction | ArticleError) -> None:
        """Count one outcome, and tell the user if it is a failure."""
        if isinstance(outcome, ArticleError):
            self.failed += 1
            complain(outcome)
        elif outcome.status is Status.FAILED:
            self.failed += 1
            complain(f"{outcome.article.id}: {outcome.error or 'no reason given'}")
        else:
            self.articles += 1
            self.figures += len(outcome.figures)
            self.events += len(outcome.events)

    def __str__(self) -> str:
        counts = {"article": self.articles, "figure": self.figures, "event": self.events}
        done = ", ".join(f"{count:,} {name}{'' if count == 1 else 's'}" for name, count in counts.items())
        return f"{done}; {self.failed:,} failed"


def counted(outcomes: Iterable[Extraction | ArticleError], tally: Tally, bar: bool) -> Iterator[Extraction]:
    """The records among `outcomes`, each outcome counted in `tally`; with `bar`, progress is drawn on stderr."""
    for outcome in _drawn(outcomes, tally) if bar else outcomes:
        tally.add(outcome)
        if not isinstance(outcome, ArticleError):
            yield outcome


def _drawn(outcomes: Iterable[Extraction | ArticleError], tally: Tally) -> Iterator[Extraction | ArticleError]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    # The number of articles is unknown until the last one is read, so the bar pulses beside the counts.
    columns = (BarColumn(bar_width=20), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        task = progress.add_task(str(tally), total=None)
        for outcome in outcomes:
            yield outcome
            progress.update(task, description=str(tally))
