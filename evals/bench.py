"""Speed and memory of the offline parts, on 1 to 20,000 articles, beside the peers that do a comparable job.

Every measurement runs in a process of its own, so that its peak memory is its own. The articles are made from sample
texts with their sentences reordered and their digits changed; they keep the samples' vocabulary, so caches of word
analyses are warmer than on real news: give `--articles` your own corpus to see the difference. One article of each
language is read before the clock starts; what a cold start costs is measured separately, on the commands.
"""

import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from evals.errors import UnmeasuredError
from extract.article import Article, read
from extract.errors import ArticleError, UsageError

PEERS = {"dateparser": "find_dates", "quantulum3": "find_numbers"}  # peer -> what of ours does its job
COMMANDS: dict[str, tuple[str, ...]] = {"extract --help": ("--help",), "extract run, one article": ("run",)}
_REPEATS = 3


@dataclass(frozen=True, slots=True)
class Sample:
    """One measurement: `task` over so many articles."""

    task: str
    articles: int
    characters: int
    seconds: float
    peak_mb: float

    @property
    def rate(self) -> float:
        """Thousand characters a second."""
        return self.characters / self.seconds / 1000 if self.seconds else 0.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """A peer and our counterpart on the same texts in the same run; `missing` says how to get an absent peer."""

    peer: str
    ours: Sample | None = None
    theirs: Sample | None = None
    missing: str = ""

    @property
    def ratio(self) -> float:
        """How many times faster ours is."""
        return self.ours.rate / self.theirs.rate if self.ours and self.theirs and self.theirs.rate else 0.0


@dataclass(frozen=True, slots=True)
class Report:
    """All that one `evals bench` measured. `commands` are seconds from typing to the end, best of three."""

    samples: list[Sample]
    comparisons: list[Comparison]
    commands: dict[str, float]

    def as_json(self) -> str:
        """The report as one JSON object, rates and ratios included."""
        return json.dumps(
            {
                "samples": [_row(sample) for sample in self.samples],
                "peers": [
                    {
                        "peer": pair.peer,
                        "missing": pair.missing,
                        "ratio": round(pair.ratio, 1),
                        "ours": pair.ours and _row(pair.ours),
                        "theirs": pair.theirs and _row(pair.theirs),
                    }
                    for pair in self.comparisons
                ],
                "commands": {name: round(seconds, 3) for name, seconds in self.commands.items()},
            },
            indent=2,
        )


def _row(sample: Sample) -> dict[str, Any]:
    return {**asdict(sample), "thousand_characters_a_second": round(sample.rate, 1)}


def bench(source: Path, sizes: Sequence[int], peer_articles: int, say: Callable[[str], None]) -> Report:
    """Measure on articles made from those in `source`; `say` hears what is going on.

    Raises UsageError when `source` holds no article that can be read, UnmeasuredError when a measurement fails.
    """
    originals = [article for article in read([str(source)]) if isinstance(article, Article)]
    if not originals:
        raise UsageError(f"{source}: no article that can be read; name a folder or file with --articles")
    samples: list[Sample] = []
    comparisons: list[Comparison] = []
    with tempfile.TemporaryDirectory(prefix="hasila-bench-") as folder:
        texts = Path(folder, "articles.jsonl")
        for size in sizes:
            write_articles(originals, size, texts)
            for task in ("find_numbers", "find_dates", "run"):
                say(f"{task} on {size:,} articles")
                samples.append(_measure(task, texts))
        write_articles(originals, peer_articles, texts)
        for peer, ours in PEERS.items():
            say(f"{peer} on {peer_articles:,} articles")
            comparisons.append(_compare(peer, ours, texts))
        say("start of the commands")
        write_articles(originals, 1, texts)
        commands = {name: _start_up([*words, *_input(words, texts)]) for name, words in COMMANDS.items()}
    return Report(samples, comparisons, commands)


def write_articles(originals: Sequence[Article], count: int, path: Path) -> None:
    """Write `count` articles made from `originals`, in turn, to a JSON Lines file; always the same bytes."""
    with path.open("w", encoding="utf-8") as lines:
        for number in range(count):
            original = originals[number % len(originals)]
            text = original.text if number < len(originals) else _varied(original.text, number)
            published = str(original.published) if original.published else None
            record = {"id": f"{number}-{original.id}", "text": text, "published": published}
            lines.write(json.dumps(record, ensure_ascii=False) + "\n")


def _varied(text: str, seed: int) -> str:
    chance = random.Random(seed)  # noqa: S311 - reproducible texts, no secret
    sentences = re.split(r"(?<=[.؟!])\s+", text)
    chance.shuffle(sentences)
    return re.sub(r"(?<=[1-9])[0-9]", lambda _: str(chance.randrange(10)), " ".join(sentences))


def _compare(peer: str, ours: str, texts: Path) -> Comparison:
    if find_spec(peer) is None:
        return Comparison(peer, missing=f"{peer} is not installed: pip install 'hasila[peers]'")
    return Comparison(peer, _measure(ours, texts), _measure(peer, texts))


def _measure(task: str, texts: Path) -> Sample:
    child = [sys.executable, "-m", "evals.bench", task, str(texts)]
    done = subprocess.run(child, capture_output=True, text=True, check=False)  # noqa: S603 - our own module
    if done.returncode:
        reason = done.stderr.strip().rpartition("\n")[2] or f"exit code {done.returncode}"
        raise UnmeasuredError(f"measuring {task} failed: {reason}; run it alone with: {' '.join(child[1:])}")
    return Sample(**json.loads(done.stdout.strip().rpartition("\n")[2]))


def _input(words: tuple[str, ...], texts: Path) -> list[str]:
    return [str(texts)] if "run" in words else []


def _start_up(arguments: Sequence[str]) -> float:
    command = [sys.executable, "-c", "from extract.cli import main; main()", *arguments]
    best = float("inf")
    for _ in range(_REPEATS):
        start = time.perf_counter()
        subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - our own command
        best = min(best, time.perf_counter() - start)
    return best


# What follows runs in the child process.


def measure(task: str, texts: Path) -> Sample:
    """Do `task` on the articles in `texts`, in this process."""
    seconds, articles, characters = (_whole_run if task == "run" else _calls)(task, texts)
    return Sample(task, articles, characters, seconds, peak_mb())


def _whole_run(_task: str, texts: Path) -> tuple[float, int, int]:
    with Path("/dev/null").open("wb") as sink:
        _run(texts, sink, 1)
        start = time.perf_counter()
        articles, characters = _run(texts, sink, None)
        return time.perf_counter() - start, articles, characters


def _run(texts: Path, sink: BinaryIO, limit: int | None) -> tuple[int, int]:
    """Reading, extracting and writing, as the command does it."""
    from extract.export import json_line
    from extract.pipeline import rarely_collect, run

    rarely_collect()
    characters = articles = 0

    def counted() -> Iterator[Article | ArticleError]:
        nonlocal characters
        for source in islice(read([str(texts)]), limit):
            characters += len(source.text) if isinstance(source, Article) else 0
            yield source

    for extraction in run(counted()):
        if isinstance(extraction, ArticleError):
            raise UnmeasuredError(str(extraction))
        sink.write(json_line(extraction))
        articles += 1
    return articles, characters


def _calls(task: str, texts: Path) -> tuple[float, int, int]:
    call = _TASKS[task]()
    seconds, articles, characters, warm = 0.0, 0, 0, set[str]()
    for article in read([str(texts)]):
        if isinstance(article, ArticleError):
            raise UnmeasuredError(str(article))
        if article.lang not in warm:
            warm.add(article.lang)
            call(article)
        start = time.perf_counter()
        call(article)
        seconds += time.perf_counter() - start
        articles += 1
        characters += len(article.text)
    return seconds, articles, characters


def _find_numbers() -> Callable[[Article], object]:
    from extract.numbers import find_numbers

    return lambda article: find_numbers(article.text, article.lang)


def _find_dates() -> Callable[[Article], object]:
    from extract.dates import find_dates

    return lambda article: find_dates(article.text, article.lang, article.published)


def _dateparser() -> Callable[[Article], object]:
    from importlib import import_module

    search: Any = import_module("dateparser.search")
    return lambda article: search.search_dates(article.text, languages=[article.lang])


def _quantulum3() -> Callable[[Article], object]:
    import warnings
    from importlib import import_module

    warnings.simplefilter("ignore")  # it advises to install its classifier
    parser: Any = import_module("quantulum3.parser")
    return lambda article: parser.parse(article.text)


_TASKS: dict[str, Callable[[], Callable[[Article], object]]] = {
    "find_numbers": _find_numbers,
    "find_dates": _find_dates,
    "dateparser": _dateparser,
    "quantulum3": _quantulum3,
}


def peak_mb() -> float:
    """The most memory that this process has held so far, in MiB."""
    try:  # Linux: getrusage would count the parent's memory at the fork too
        status = Path("/proc/self/status").read_text(encoding="ascii")
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024
    except (OSError, IndexError):
        import resource

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    print(json.dumps(asdict(measure(sys.argv[1], Path(sys.argv[2])))))
