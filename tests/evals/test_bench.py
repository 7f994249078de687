"""The benchmark measures what it says: texts, sizes, peers, and failures that are told in one line."""

import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from evals import bench, cli
from evals.bench import Comparison, Report, Sample, write_articles
from evals.errors import UnmeasuredError
from extract.article import Article, read
from extract.errors import UsageError

TEXT = "The army said 37 operations and 93 airstrikes were carried out. It lost 12 soldiers. Nobody spoke of 2024."


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "army.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_articles_are_made_to_measure_and_always_the_same(tmp_path: Path) -> None:
    original = Article.of(TEXT, id="army", lang="en")
    write_articles([original], 5, tmp_path / "one.jsonl")
    write_articles([original], 5, tmp_path / "two.jsonl")
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()
    made = [article for article in read([tmp_path / "one.jsonl"]) if isinstance(article, Article)]
    assert len({article.id for article in made}) == 5
    assert made[0].text == TEXT
    assert {len(article.text) for article in made} == {len(TEXT)}
    assert len({article.text for article in made}) == 5


def test_a_rate_is_thousand_characters_a_second() -> None:
    assert Sample("run", 10, 30_000, 0.1, 80.0).rate == 300
    assert Sample("run", 0, 0, 0.0, 80.0).rate == 0


def test_a_ratio_is_how_many_times_faster_ours_is() -> None:
    ours, theirs = Sample("find_dates", 2, 1000, 0.01, 50.0), Sample("dateparser", 2, 1000, 0.5, 90.0)
    assert Comparison("dateparser", ours, theirs).ratio == 50
    assert Comparison("dateparser", missing="not installed").ratio == 0


def test_an_absent_peer_says_how_to_install_it(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "PEERS", {"no_such_peer": "find_dates"})
    monkeypatch.setattr(bench, "COMMANDS", {})
    report = bench.bench(articles, [], 1, lambda _: None)
    assert report.comparisons == [
        Comparison("no_such_peer", missing="no_such_peer is not installed: pip install 'hasila[peers]'")
    ]


def test_nothing_to_read_is_bad_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no article that can be read"):
        bench.bench(tmp_path, [1], 1, lambda _: None)


def test_a_measurement_that_fails_is_one_line(articles: Path) -> None:
    with pytest.raises(UnmeasuredError, match=r"measuring no_such_task failed: .*KeyError") as raised:
        bench._measure("no_such_task", articles)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("task", ["find_numbers", "find_dates", "run"])
def test_each_task_counts_articles_and_characters(task: str, articles: Path) -> None:
    sample = bench.measure(task, articles)
    assert (sample.task, sample.articles, sample.characters) == (task, 1, len(TEXT))
    assert sample.seconds > 0
    assert sample.peak_mb > 1


def test_the_whole_command(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "PEERS", {})
    result = CliRunner().invoke(cli.app, ["bench", "--articles", str(articles), "--sizes", "1,2", "--json"])
    assert result.exit_code == 0, result.stderr
    report = json.loads(result.stdout)
    assert [(sample["task"], sample["articles"]) for sample in report["samples"]] == [
        (task, size) for size in (1, 2) for task in ("find_numbers", "find_dates", "run")
    ]
    assert set(report["commands"]) == {"extract --help", "extract run, one article"}


def test_the_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = Sample("find_dates", 2, 1_000_000, 1.0, 50.0), Sample("dateparser", 2, 1_000_000, 100.0, 90.0)
    report = Report([ours], [Comparison("dateparser", ours, theirs), Comparison("x", missing="get x")], {"run": 0.51})
    monkeypatch.setattr(bench, "bench", lambda *_: report)
    shown = CliRunner().invoke(cli.app, ["bench"]).stdout
    for part in ("1,000", "100 times", "get x", "0.51"):
        assert part in shown


@pytest.mark.parametrize("sizes", ["", "0", "ten", "1,,2"])
def test_sizes_are_numbers(sizes: str) -> None:
    result = CliRunner().invoke(cli.app, ["bench", "--sizes", sizes])
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)


@pytest.mark.skipif(sys.platform != "linux", reason="peak memory of the process itself is read from /proc")
def test_peak_memory_is_of_the_child_alone(articles: Path) -> None:
    ballast = bytearray(300_000_000)
    assert bench._measure("find_numbers", articles).peak_mb < len(ballast) / 1_000_000
