"""Counts a run while it goes on, reports failures as they come, and draws a bar where a person watches.

Failures are printed in the order of the articles. rich is imported only when the bar is drawn.
"""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.errors import ArticleError
from extract.schema import Extraction, Status
from extract.terminal import complain, say

if TYPE_CHECKING:
    from extract.manifest import Account

_REASONS = 3  # reasons of rejection that the summary names, the most frequent ones


@dataclass(slots=True)
class Tally:
    """What a run has done so far; as text, its one-line summary. `account` is that of a run that asks a model."""

    articles: int = 0
    figures: int = 0
    events: int = 0
    failed: int = 0
    account: "Account | None" = None

    def add(self, outcome: Extraction | ArticleError) -> None:
        """Count one outcome, and tell the user if something failed."""
        if isinstance(outcome, ArticleError):
            self.failed += 1
            complain(outcome)
        elif outcome.status is Status.FAILED:
            self.failed += 1
            complain(f"{outcome.article.id}: {outcome.error or 'no reason given'}")
        else:
            if outcome.error:
                say(f"warning: {outcome.article.id}: {outcome.error}")
            self.articles += 1
            self.figures += len(outcome.figures)
            self.events += len(outcome.events)

    def __str__(self) -> str:
        counts = {"article": self.articles, "figure": self.figures, "event": self.events}
        done = ", ".join(f"{count:,} {name}{'' if count == 1 else 's'}" for name, count in counts.items())
        asked = f"; {_asked(self.account)}" if self.account else ""
        return f"{done}{asked}; {self.failed:,} failed"

    def progress(self, seconds: float) -> str:
        """The line beside the bar, `seconds` after the first call."""
        if self.account is None:
            return str(self)
        rejected = self.account.rejected.total()
        line = f"{self.articles:,} ok, {self.failed:,} failed, {rejected:,} rejected; {_tokens(self.account)}"
        left = self._left(seconds)
        return line if left is None else f"{line}; {_clock(left)} left"

    @property
    def done(self) -> int:
        """Articles that are through, well or not."""
        return self.articles + self.failed

    def _left(self, seconds: float) -> float | None:
        """Seconds left at the pace so far, None when nobody can know. What was resumed took no time."""
        if self.account is None or self.account.expected is None:
            return None
        asked = self.done - self.account.resumed
        return seconds / asked * (self.account.expected - self.done) if asked else None


def _asked(account: "Account") -> str:
    """What the model's answers came to: "12 rejected (8 duplicate, 4 quote_not_found); 45,120 tokens (0.0214 USD)"."""
    named = [f"{count:,} {reason}" for reason, count in account.rejected.most_common(_REASONS)]
    others = account.rejected.total() - sum(count for _, count in account.rejected.most_common(_REASONS))
    reasons = ", ".join([*named, f"{others:,} others"] if others else named)
    parts = [f"{account.rejected.total():,} rejected" + (f" ({reasons})" if reasons else "")]
    parts.append(_tokens(account) + (f" ({account.cost})" if account.price else ""))
    if account.resumed:
        parts.append(f"{account.resumed:,} from the journal")
    fallen = account.unanswered - account.statuses[Status.FAILED]
    if fallen:
        parts.append(f"{fallen:,} left to the rules")
    return "; ".join(parts)


def _tokens(account: "Account") -> str:
    return f"{account.total.prompt_tokens + account.total.completion_tokens:,} tokens"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def counted(outcomes: Iterable[Extraction | ArticleError], tally: Tally, bar: bool) -> Iterator[Extraction]:
    """The records among `outcomes`, each outcome counted in `tally`; with `bar`, progress is drawn on stderr."""
    for outcome in _drawn(outcomes, tally) if bar else outcomes:
        tally.add(outcome)
        if not isinstance(outcome, ArticleError):
            yield outcome


def _drawn(outcomes: Iterable[Extraction | ArticleError], tally: Tally) -> Iterator[Extraction | ArticleError]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    # While the number of articles is unknown, the bar pulses beside the counts.
    columns = (BarColumn(bar_width=20), TextColumn("{task.description}"), TimeElapsedColumn())
    start = time.monotonic()
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        task = progress.add_task(tally.progress(0), total=tally.account.expected if tally.account else None)
        for outcome in outcomes:
            yield outcome
            line = tally.progress(time.monotonic() - start)
            progress.update(task, description=line, completed=tally.done)
