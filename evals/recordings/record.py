"""Records what a model answers about the gold articles, one article after the other.

A cassette is kept only if replaying it gives what the recording gave. That one rule leaves out whatever failed because
the server did, keeps what failed by the model's own doing (a reply cut off), and tells which articles need no recording
any more, so that an interrupted recording goes on where it was.
"""

import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from evals.gold import Gold
from evals.recordings.cassettes import cassette_path, dump_cassette, keep, load_cassette
from evals.recordings.errors import RecordingError, RecordingMiss
from evals.recordings.manifest import (
    Manifest,
    Sampling,
    Server,
    digest_of_file,
    merged,
    recording_folder,
    save_manifest,
)
from evals.recordings.server import reported
from evals.recordings.tapes import Tape, recording, replaying
from evals.runs import articles_of, code_version
from extract.article import Article
from extract.endpoint import ModelSettings, address
from extract.errors import ArticleError, UsageError
from extract.pipeline import Settings
from extract.pipeline import run as extract_all
from extract.prompts import Prompt, load_prompt
from extract.schema import Extraction

Result = Extraction | ArticleError


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be recorded: each of `prompts` (as named, and what it is) on each of `articles`."""

    articles: Sequence[Article]
    split_of: Mapping[str, str]
    prompts: Sequence[tuple[str, Prompt]]
    settings: ModelSettings

    def manifest(
        self,
        name: str,
        model_file: Path | None = None,
        server: str | None = None,
        notes: Mapping[str, str] | None = None,
    ) -> Manifest:
        """The manifest of a new recording of this job, with what the server says of itself."""
        sampling = Sampling.of(self.settings)
        return Manifest(
            name=name,
            sampling=sampling,
            server=Server(
                model_sha256=digest_of_file(model_file) if model_file else None,
                stated=server,
                reported=reported(sampling.base_url),
            ),
            notes=notes or {},
            code=code_version(),
        )


def prepare(gold: Gold, prompts: Sequence[str], settings: ModelSettings | None) -> Job:
    """The job of recording `prompts` on the articles of `gold`, one at a time, with no cache and no fallback.

    Raises PromptError for an unknown prompt, and UsageError where there is nothing to record.
    """
    if settings is None:
        raise UsageError("no model to record; name one with --model")
    if not prompts:
        raise UsageError("no prompt version to record; name some, as in --prompt v1 v2")
    # A URL that is written out, since a replay must not depend on the environment.
    settings = replace(settings, base_url=address(settings), concurrency=1, cache=None, fallback=None)
    versions = [(name, load_prompt(name)) for name in dict.fromkeys(prompts)]
    return Job(list(_readable(gold)), gold.split_of, versions, settings)


def _readable(gold: Gold) -> Iterator[Article]:
    for article in articles_of(gold):
        if isinstance(article, ArticleError):
            raise UsageError(str(article))
        yield article


@dataclass(slots=True)
class Progress:
    """How far a recording is. `seconds` were spent on the articles that were `asked` about."""

    total: int
    done: int = 0
    asked: int = 0
    seconds: float = 0.0
    failed: int = 0

    def line(self, name: str, what: str) -> str:
        """One line for a person, with the time left if the articles to come take as long as those before."""
        left = self.total - self.done
        rest = f", about {_duration(self.seconds / self.asked * left)} left" if self.asked and left else ""
        return f"{self.done}/{self.total} {name}: {what}{rest}"


def record(job: Job, manifest: Manifest, root: Path, tell: Callable[[str], None]) -> Progress:
    """Record `job` under `root`; `tell` hears of every article. What is recorded already is not asked again.

    The manifest on the disk is brought up to date after each article. Raises RecordingError when the name is taken by
    a recording of another model or way of sampling, EndpointError when the model cannot be asked at all.
    """
    folder = recording_folder(manifest.name, root)
    code, manifest = manifest.code, merged(folder, manifest)
    progress = Progress(len(job.prompts) * len(job.articles))
    for version, prompt in job.prompts:
        settings = replace(job.settings, prompt=version)
        for article in job.articles:
            path = cassette_path(folder, prompt.name, article.id)
            asked = progress.asked
            what = _record_one(article, Settings("llm", llm=settings), path, progress)
            progress.done += 1
            if what is None:
                progress.failed += 1
                what = "not recorded, since the server failed"
            else:
                split, when = job.split_of[article.id], answered_at(path) or datetime.now(UTC)
                manifest = manifest.with_article(prompt.name, prompt.digest, split, article.id, when)
                if progress.asked > asked:
                    manifest = manifest.model_copy(update={"code": code})
                save_manifest(manifest, folder)
            tell(progress.line(f"{prompt.name} {article.id}", what))
    return progress


def _record_one(article: Article, settings: Settings, path: Path, progress: Progress) -> str | None:
    """What became of one article, or None if there is nothing to keep."""
    if _recorded(article, settings, path):
        return "recorded already"
    start = time.monotonic()
    with recording() as recorded:
        result = _read(article, settings)
    seconds = time.monotonic() - start
    progress.seconds += seconds
    progress.asked += 1
    try:
        with replaying(Tape([(path, exchange) for exchange in recorded.exchanges])):
            again = _read(article, settings)
    except RecordingMiss:
        return None
    if not _same(result, again):
        raise RecordingError(f"{path}: replayed, the same answers give another result; please report this article")
    if not recorded.exchanges:
        path.unlink(missing_ok=True)
        return "needs no question"
    keep(path, dump_cassette(path, recorded.exchanges))
    failed = f"; the article failed: {result.what}" if isinstance(result, ArticleError) else ""
    return f"{len(recorded.exchanges)} answers in {seconds:.0f} s{failed}"


def answered_at(path: Path) -> datetime | None:
    """When the server gave the last answer of a cassette, by its own clock; None where it does not say."""
    if not path.exists():
        return None
    found = (re.search(r'"created":\s*(\d{9,11})\b', str(exchange.reply)) for exchange in load_cassette(path))
    times = [int(match[1]) for match in found if match is not None]
    return datetime.fromtimestamp(max(times), UTC) if times else None


def _recorded(article: Article, settings: Settings, path: Path) -> bool:
    if not path.exists():
        return False
    with suppress(RecordingMiss):
        with replaying(Tape([(path, exchange) for exchange in load_cassette(path)])):
            _read(article, settings)
        return True
    return False


def _read(article: Article, settings: Settings) -> Result:
    (result,) = extract_all([article], settings)
    return result


def _same(one: Result, other: Result) -> bool:
    return str(one) == str(other) if isinstance(one, ArticleError) else one == other


def _duration(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{minutes} min" if minutes else "a minute"
