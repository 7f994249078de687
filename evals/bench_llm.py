"""What our side of asking a model costs: wall time beside the ideal, processor time an article, and peak memory.

The model is a scripted server in a process of its own, which answers every question after a fixed latency with the
least that the question's schema takes; so all that is slower than the latency is ours. The texts are short dispatches
in three languages, no two the same, and the pipeline is the whole one: mentions, prompt, instructor, transports,
grounding. Each measurement runs in a process of its own, so that its peak memory is its own.

The clock runs over the articles alone. What comes before it (the interpreter, imports, tables, and a first run over one
article of each language) is the start-up, reported beside; the ratio to the ideal is without it.
"""

import json
import os
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from itertools import cycle
from pathlib import Path

from evals.bench import peak_mb
from evals.errors import UnmeasuredError
from evals.scripted import serving
from extract.article import Article
from extract.errors import ArticleError

LATENCY = 0.2  # seconds
CONCURRENCY = 32
SIZES = (320, 5_000)
_REPEATS = 3
_TEXTS = Path(__file__).with_name("dispatches.toml")
_PUBLISHED = date(2026, 2, 3)


@dataclass(frozen=True, slots=True)
class LlmSample:
    """One measurement. `seconds` and `cpu_seconds` are of the articles alone, `start_up` is what came before."""

    articles: int
    concurrency: int
    latency: float
    seconds: float
    cpu_seconds: float
    peak_mb: float
    start_up: float = 0.0

    @property
    def ideal(self) -> float:
        """Seconds that the waiting alone would take, if our side took none."""
        return self.articles / self.concurrency * self.latency

    @property
    def ratio(self) -> float:
        """How many times as long as the ideal it took, start-up left out; 0 without a latency."""
        return self.seconds / self.ideal if self.ideal else 0.0

    @property
    def overhead_ms(self) -> float:
        """Milliseconds of processor time an article, all that we do with it included."""
        return self.cpu_seconds / self.articles * 1000


@dataclass(frozen=True, slots=True)
class LlmReport:
    """All that one `evals bench --llm` measured: `timed` with the latency, the best of several; `many` without."""

    timed: LlmSample
    many: LlmSample

    @property
    def growth(self) -> float:
        """Peak memory over many articles beside that over few."""
        return self.many.peak_mb / self.timed.peak_mb

    def as_json(self) -> str:
        """The report as one JSON object, ratios included."""
        samples = [
            {**asdict(s), "ideal": s.ideal, "ratio": round(s.ratio, 3), "overhead_ms": round(s.overhead_ms, 2)}
            for s in (self.timed, self.many)
        ]
        return json.dumps({"samples": samples, "memory_growth": round(self.growth, 3)}, indent=2)


HEADS = ("articles", "at once", "latency", "ideal s", "wall s", "ratio", "start-up s", "CPU ms an article", "peak MB")


def rows(report: LlmReport) -> list[tuple[str, ...]]:
    """The report as cells of a table, under `HEADS`."""
    return [
        (
            f"{s.articles:,}",
            str(s.concurrency),
            f"{s.latency * 1000:.0f} ms",
            f"{s.ideal:.2f}" if s.ideal else "",
            f"{s.seconds:.2f}",
            f"{s.ratio:.2f}" if s.ideal else "",
            f"{s.start_up:.2f}",
            f"{s.overhead_ms:.1f}",
            f"{s.peak_mb:.0f}",
        )
        for s in (report.timed, report.many)
    ]


def bench_llm(
    say: Callable[[str], None],
    *,
    sizes: tuple[int, int] = SIZES,
    concurrency: int = CONCURRENCY,
    latency: float = LATENCY,
    repeats: int = _REPEATS,
) -> LlmReport:
    """Measure few articles with the latency, then many without; `say` hears what is going on.

    Raises UnmeasuredError when a measurement fails.
    """
    few, many = sizes
    with serving(latency) as url:
        samples: list[LlmSample] = []
        for number in range(repeats):
            say(f"{few:,} articles, {concurrency} at once, {latency * 1000:.0f} ms each ({number + 1} of {repeats})")
            samples.append(_measure(url, few, concurrency, latency))
    with serving(0) as url:
        say(f"{many:,} articles without latency")
        return LlmReport(min(samples, key=lambda sample: sample.seconds), _measure(url, many, concurrency, 0))


def _measure(url: str, articles: int, concurrency: int, latency: float) -> LlmSample:
    child = [sys.executable, "-m", "evals.bench_llm", url, str(articles), str(concurrency), str(latency)]
    keyless = {**os.environ, "OPENAI_API_KEY": "none"}
    start = time.perf_counter()
    done = subprocess.run(child, capture_output=True, text=True, check=False, env=keyless)  # noqa: S603 - our own
    whole = time.perf_counter() - start
    if done.returncode:
        reason = done.stderr.strip().rpartition("\n")[2] or f"exit code {done.returncode}"
        raise UnmeasuredError(f"measuring {articles:,} articles with a model failed: {reason}")
    found = json.loads(done.stdout)
    return LlmSample(**{**found, "start_up": whole - found["seconds"]})


def dispatches(count: int) -> Iterator[Article]:
    """So many short articles, made one by one; languages in turn, numbers and places different in each."""
    languages = tomllib.loads(_TEXTS.read_text(encoding="utf-8"))
    for number, (lang, texts) in zip(range(count), cycle(languages.items()), strict=False):
        turn = number // len(languages)
        towns, story = texts["towns"], texts["stories"][turn % len(texts["stories"])]
        text = story.format(
            place=towns[turn % len(towns)],
            other=towns[(turn + 1 + turn // len(towns)) % len(towns)],
            a=3 + number % 89,
            b=5 + number % 97,
            c=1_000 + number,
        )
        yield Article.of(text, id=f"dispatch-{number}", lang=lang, published=_PUBLISHED)


# What follows runs in the child process.


def measure(url: str, articles: int, concurrency: int, latency: float) -> LlmSample:
    """Ask the model at `url` about so many articles, in this process; the start-up is the parent's to know.

    Raises UnmeasuredError when an article fails.
    """
    from extract.pipeline import rarely_collect

    rarely_collect()
    _ask(url, 3, concurrency)
    start, cpu_start = time.perf_counter(), time.process_time()
    _ask(url, articles, concurrency)
    seconds, cpu_seconds = time.perf_counter() - start, time.process_time() - cpu_start
    return LlmSample(articles, concurrency, latency, seconds, cpu_seconds, peak_mb())


def _ask(url: str, articles: int, concurrency: int) -> None:
    from extract.endpoint import ModelSettings
    from extract.export import json_line
    from extract.pipeline import Settings, run

    model = ModelSettings(model="scripted", base_url=url, concurrency=concurrency)
    for extraction in run(dispatches(articles), Settings(engine="llm", llm=model)):
        if isinstance(extraction, ArticleError):
            raise UnmeasuredError(str(extraction))
        json_line(extraction)


if __name__ == "__main__":
    _url, _articles, _concurrency, _latency = sys.argv[1:]
    print(json.dumps(asdict(measure(_url, int(_articles), int(_concurrency), float(_latency)))))
