"""Comparisons: on what the runs share, with every number that a verdict needs, and a verdict in words."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from goldset import numbered, write_gold
from typer.testing import CliRunner, Result

from evals import cli
from evals.compare import compare, verdict
from evals.errors import UnmeasuredError
from evals.intervals import Interval
from evals.runs import Manifest, Measured, Run, Signature, save
from evals.score import Row
from evals.stats import Difference
from extract.export import json_line

LANGS = ("ar", "fa", "en")
Counts = Sequence[tuple[int, int, int]]


def run(name: str, counts: Counts, *, digest: str = "d", split: str = "dev", matcher: str = "1") -> Run:
    """A run with these counts (figures, strict and lenient alike) of articles a0, a1 ..., in the three languages."""
    articles = tuple(
        Measured(id=f"a{n}", lang=LANGS[n % 3], split="dev" if n % 2 else "test", words=100, digest=f"{digest}{n}")
        for n in range(len(counts))
    )
    signature = Signature(gold=digest, split=split, engine=name, ontology="o", matcher=matcher, code="1", seed=1)
    rows = tuple(
        Row(article.id, article.lang, "figures", level, "killed", *count)
        for article, count in zip(articles, counts, strict=True)
        for level in ("strict", "lenient")
    )
    return Run(name, Manifest(signature=signature, articles=articles, finished=datetime.now(UTC)), rows)


WEAK = run("weak", [(2, 2, 4), (1, 1, 4), (2, 3, 2), (3, 2, 3), (0, 2, 3), (3, 1, 3)] * 5)
STRONG = run("strong", [(5, 1, 1), (3, 0, 2), (4, 2, 0), (6, 1, 0), (2, 1, 1), (5, 0, 1)] * 5)
LIKE = run("like", [(2, 2, 4), (1, 1, 4), (2, 3, 2), (4, 2, 2), (0, 3, 3), (2, 1, 4)] * 5)


def test_all_articles_are_tested_and_languages_are_exploratory() -> None:
    found = compare([WEAK, STRONG]).comparisons
    assert [(c.lang, c.exploratory, c.p_adjusted is None) for c in found] == [
        ("all", False, False), ("ar", True, True), ("en", True, True), ("fa", True, True),
    ]  # fmt: skip
    whole = found[0]
    assert whole.baseline_f1 is not None
    assert whole.candidate_f1 is not None
    assert whole.difference == pytest.approx(whole.candidate_f1 - whole.baseline_f1)
    assert sum(c.articles for c in found[1:]) == whole.articles == 30


def test_several_candidates_are_corrected() -> None:
    whole = [c for c in compare([WEAK, STRONG, LIKE]).comparisons if not c.exploratory]
    assert [c.candidate for c in whole] == ["strong", "like"]
    first, second = whole
    assert first.p is not None
    assert first.p_adjusted == pytest.approx(2 * first.p)
    assert second.p_adjusted == second.p
    assert "(Holm, 2 candidates)" in first.verdict


def test_other_splits_and_labels_are_compared_on_what_is_shared() -> None:
    shorter = run("strong", [(5, 1, 1)] * 12, split="other")
    report = compare([WEAK, shorter])
    assert report.comparisons[0].articles == 12
    assert "compared on the 12 of 30 they share" in report.notes[0]


def test_a_split_of_runs_over_all() -> None:
    assert compare([WEAK, STRONG], split="test").comparisons[0].articles == 15


@pytest.mark.parametrize(
    ("other", "split", "message"),
    [
        pytest.param(run("x", [(1, 0, 0)] * 4, digest="e"), "all", "share no article with the same labels", id="gold"),
        pytest.param(run("x", [(1, 0, 0)]), "dev", "share no article of dev with the same labels", id="split"),
        pytest.param(run("x", [(1, 0, 0)] * 4, matcher="2"), "all", "scored by different rules", id="matcher"),
    ],
)
def test_what_cannot_be_compared_is_refused(other: Run, split: str, message: str) -> None:
    with pytest.raises(UnmeasuredError, match=message):
        compare([WEAK, other], split=split)


def test_articles_that_failed_are_told() -> None:
    manifest = STRONG.manifest
    articles = (manifest.articles[0].model_copy(update={"failed": "no answer"}), *manifest.articles[1:])
    failing = Run("failing", manifest.model_copy(update={"articles": articles}), STRONG.rows)
    assert compare([WEAK, failing]).notes == ["failing: 1 of 30 articles failed and count as all missed (a0)"]


def difference(delta: float, low: float | None, high: float | None, p: float | None, seen: float | None) -> Difference:
    interval = Interval(delta, low, high)
    return Difference(interval, interval, p, seen, 30 if p is not None else 1)


VERDICTS = [
    pytest.param(
        difference(0.21, 0.12, 0.30, 0.0002, 0.1), "v3 is better: +0.21 [0.12, 0.30], p = 0.0002", id="better"
    ),
    pytest.param(
        difference(-0.03, -0.05, -0.012, 0.0012, 0.02), "v3 is worse: −0.030 [−0.050, −0.012], p = 0.0012", id="worse"
    ),
    pytest.param(
        difference(0.02, -0.04, 0.08, 0.31, 0.09),
        "no difference can be shown with 30 articles: +0.020 [−0.040, 0.080], p = 0.31; below 0.090 could not be seen",
        id="not shown",
    ),
    pytest.param(
        difference(0, None, None, 1, None),
        "no difference can be shown: +0.000, and every article scores alike",
        id="alike",
    ),
    pytest.param(
        difference(0.5, None, None, 0.0001, None), "v3 is better: +0.50, p = 0.0001", id="no spread, so no interval"
    ),
    pytest.param(
        difference(0.2, None, None, None, None), "undefined: one article or none cannot show a difference", id="one"
    ),
]


@pytest.mark.parametrize(("found", "words"), VERDICTS)
def test_verdicts(found: Difference, words: str) -> None:
    assert verdict("v3", found) == words


def test_with_several_candidates_the_adjusted_p_decides() -> None:
    words = verdict("v3", difference(0.1, 0.01, 0.19, 0.03, 0.1), adjusted=0.09, candidates=3)
    assert words.startswith("no difference can be shown with 30 articles")
    assert "p = 0.0900 (Holm, 3 candidates)" in words


# --- the command -----------------------------------------------------------------------------------------------------


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.app, ["compare", *map(str, arguments)])


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    for each in (WEAK, STRONG, LIKE):
        save(each, [], tmp_path / each.name)
    return tmp_path


def test_tables_verdict_and_signatures(folders: Path) -> None:
    result = call(folders / "weak", folders / "strong", folders / "like")
    assert result.exit_code == 0, result.stderr
    for part in ("strong is better: +0.", "exploratory", "like", "detectable", "seed 20260101 | 9,999 resamples",
                 "weak: gold d | split dev | engine weak"):  # fmt: skip
        assert part in result.stdout


def test_json_and_csv_hold_the_same(folders: Path) -> None:
    data = json.loads(call(folders / "weak", folders / "strong", "--json").stdout)
    assert data["comparisons"][0]["verdict"].startswith("strong is better")
    assert data["seed"] == 20260101
    lines = call(folders / "weak", folders / "strong", "--csv").stdout.split("\n")
    assert lines[0].startswith("metric,baseline,candidate,lang,articles,")
    assert len([line for line in lines if line]) == 1 + len(data["comparisons"])


def test_prediction_files_are_scored_against_the_gold(tmp_path: Path) -> None:
    better, worse = ([numbered(f"a{n}", 4, found, spurious=n % 2) for n in range(6)] for found in (4, 1))
    write_gold(tmp_path / "gold", [article for article, _ in better])
    for name, pairs in (("better", better), ("worse", worse)):
        (tmp_path / f"{name}.jsonl").write_bytes(b"".join(json_line(prediction) for _, prediction in pairs))
    gold = ["--gold", tmp_path / "gold", "--metric", "figures-strict"]
    result = call(tmp_path / "worse.jsonl", tmp_path / "better.jsonl", *gold)
    assert result.exit_code == 0, result.stderr
    assert "better is better: +0." in result.stdout


BAD = [
    pytest.param(["weak"], "one run cannot be compared", id="one run"),
    pytest.param(["weak", "strong", "--metric", "bleu"], "--metric bleu: use one of figures-lenient", id="metric"),
    pytest.param(["weak", "strong", "--split", "train"], "--split train: use one of dev, test, all", id="split"),
    pytest.param(["weak", "gone"], "gone: no such folder or file", id="no such run"),
    pytest.param(["weak", "strong", "--json", "--csv"], "--json and --csv exclude each other", id="two formats"),
]


@pytest.mark.parametrize(("arguments", "message"), BAD)
def test_bad_calls_are_one_line(
    folders: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(folders)
    result = call(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


def test_an_article_alone_is_undefined(tmp_path: Path) -> None:
    for name in ("one", "two"):
        save(run(name, [(3, 1, 1)]), [], tmp_path / name)
    result = call(tmp_path / "one", tmp_path / "two")
    assert "undefined: one article or none cannot show a difference" in result.stdout
