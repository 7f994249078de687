"""The commands as a user meets them: tables and data, exit codes, one line for an error, nothing raw on a terminal."""

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from goldset import EVENTS, FIGURES, TEXT, event, figure, gold_article, prediction, write_gold
from typer.testing import CliRunner, Result

from evals import cli
from evals.numbers import bounds, p_value, rate, score, share, signed
from evals.report.table import Table
from extract.export import json_line

HOSTILE = "The army said 12 soldiers\x1b[31m were killed on \u202eMonday, and 7 others were held."


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.app, list(map(str, arguments)))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a gold set of three articles, one of them in test."""
    arabic = "قال الجيش إن نحو 300 جندي غادروا القاعدة."
    soldiers = figure("نحو 300 جندي", "personnel", 300, text=arabic, qualifier="approximate", low=None, high=None)
    hostile = figure("12 soldiers", "killed", 12, text=HOSTILE)
    write_gold(
        tmp_path / "gold",
        [gold_article(), gold_article("leaving", (soldiers,), (), text=arabic, lang="ar")],
        [gold_article("hostile", (hostile,), (), text=HOSTILE)],
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def mine(home: Path) -> Path:
    """Predictions with one mistake of each sort, all about one article."""
    killed = replace(FIGURES[0], kind="wounded", value=None, low=None, high=None)
    operation = replace(EVENTS[0], place=None)
    invented = event("killed", "killing", id="e2")
    path = home / "mine.jsonl"
    path.write_bytes(json_line(prediction(figures=(killed,), events=(operation, invented))))
    return path


class TestRun:
    def test_scores_and_a_run_folder(self, home: Path) -> None:
        result = call("run")
        assert result.exit_code == 0, result.stderr
        for part in ("figures  lenient  all", "figures, slot by slot", "figures by kind", "events by type",
                     "figures by qualifier", "evidence: 100 %", "engine rules | ontology", "false/1,000 words"):  # fmt: skip
            assert part in result.stdout
        (folder,) = (home / ".evals").iterdir()
        assert folder.name.startswith("dev-rules-")
        assert result.stderr.startswith(f".evals/{folder.name}: 2 articles in ")

    def test_json_has_signature_and_scores(self, home: Path) -> None:
        data = json.loads(call("run", "--split", "all", "--json", "-o", "one").stdout)
        assert data["signature"]["split"] == "all"
        whole = next(s for s in data["scores"] if (s["objects"], s["level"], s["lang"], s["group"]) == (
            "figures", "strict", "all", "all"))  # fmt: skip
        assert (whole["articles"], whole["gold"]) == (3, 4)
        assert {"precision_low", "recall_high", "f1_low", "macro", "false_per_1000_words"} <= whole.keys()

    def test_undefined_is_null_and_an_empty_cell(self, mine: Path) -> None:
        arguments = ["run", "--predictions", mine, "-o", "one"]
        scores = json.loads(call(*arguments, "--json").stdout)["scores"]
        assert {s["f1"] for s in scores if s["lang"] == "ar" and s["objects"] == "events"} == {None}, "not 0"
        rows = csv.DictReader(io.StringIO(call(*arguments, "--csv").stdout))
        assert {row["f1"] for row in rows if row["lang"] == "ar" and row["objects"] == "events"} == {""}

    def test_csv_is_one_table(self, home: Path) -> None:
        rows = list(csv.DictReader(io.StringIO(call("run", "--csv").stdout)))
        assert {row["level"] for row in rows} >= {"strict", "lenient", "slots", "slot:noun", "by:qualifier", "evidence"}

    def test_predictions_instead_of_an_engine(self, home: Path, mine: Path) -> None:
        result = call("run", "--predictions", mine, "-o", "one")
        assert result.exit_code == 0
        assert "note: article 'leaving' counts as all missed: no prediction" in result.stderr

    def test_own_kinds(self, home: Path) -> None:
        own = home / "own.toml"
        own.write_text('[kinds.drills]\ndefinition = "exercises"\nnouns.en = ["drill / drills"]\n', encoding="utf-8")
        text = "The navy held 12 drills in the Gulf last year, it said."
        write_gold(
            home / "gold", [gold_article("drills", (figure("12 drills", "drills", 12, text=text),), (), text=text)]
        )
        for path in (home / "gold" / "articles").glob("*.json"):
            if path.stem != "drills":
                path.unlink()
        assert "unknown kind 'drills'" in call("run").stderr
        assert call("run", "--ontology", own).exit_code == 0

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            pytest.param(["--gold", "gone"], "gone: holds no gold articles", id="no gold"),
            pytest.param(["--split", "train"], "split 'train' is not known", id="split"),
            pytest.param(["--engine", "magic"], "engine 'magic' is not known", id="engine"),
            pytest.param(["--predictions", "gone.jsonl"], "gone.jsonl: cannot be read", id="predictions"),
            pytest.param(["-o", "gold"], "gold: exists and is not a run folder", id="output"),
            pytest.param(["--json", "--csv"], "--json and --csv exclude each other", id="two formats"),
            pytest.param(["--tolerance", "2"], "tolerance", id="tolerance"),
        ],
    )
    def test_bad_calls_are_one_line(self, home: Path, arguments: list[str], message: str) -> None:
        result = call("run", *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert message in result.stderr
        assert len([line for line in result.stderr.split("\n") if line.startswith("error: ")]) == 1


class TestShow:
    def test_scores_again(self, home: Path) -> None:
        assert call("show", "rules").exit_code == 2, "nothing was run yet"
        ran = call("run")
        assert call("show", "rules").stdout == ran.stdout

    def test_every_mistake_with_its_text(self, mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("extract.show.PIPE_WIDTH", 500)
        result = call("show", mine, "--errors")
        assert result.exit_code == 0, result.stderr
        words = " ".join(result.stdout.split())
        for part in (
            "⟦12 soldiers⟧",
            "kind: killed → wounded; value: 12 → vague",
            "⟦30 others⟧",
            "⟦killed⟧",
            "missed",
            "invented",
        ):
            assert part in words

    def test_json(self, mine: Path) -> None:
        mistakes = json.loads(call("show", mine, "--errors", "--json").stdout)["mistakes"]
        found = {(m["article"], m["kind"], m["what"], m["quote"]) for m in mistakes}
        assert found == {
            ("raid", "killed", "wrong", "12 soldiers"),
            ("raid", "wounded", "missed", "30 others"),
            ("raid", "killing", "invented", "killed"),
            ("raid", "operation", "slots", "raid"),
            ("leaving", "personnel", "missed", "نحو 300 جندي"),
            ("hostile", "killed", "missed", "12 soldiers"),
        }
        wrong = next(m for m in mistakes if m["what"] == "wrong")
        assert TEXT[wrong["start"] : wrong["end"]] == wrong["quote"]
        assert {"slot": "kind", "gold": "killed", "predicted": "wounded"} in wrong["slots"]

    def test_worst_kinds_first(self, mine: Path) -> None:
        mistakes = json.loads(call("show", mine, "--errors", "--json").stdout)["mistakes"]
        assert mistakes[0]["kind"] == "killed", "two of them"
        assert mistakes[-1]["what"] == "slots", "beside the point of no score"

    @pytest.mark.parametrize(
        ("arguments", "quotes"),
        [
            pytest.param(["--kind", "wounded"], ["30 others"], id="a kind"),
            pytest.param(["-k", "wounded", "-k", "operation"], ["30 others", "raid"], id="a kind and a type"),
            pytest.param(["--lang", "ar"], ["نحو 300 جندي"], id="a language"),
            pytest.param(["--only", "invented"], ["killed"], id="one sort"),
            pytest.param(["--kind", "money"], [], id="none"),
        ],
    )
    def test_a_choice(self, mine: Path, arguments: list[str], quotes: list[str]) -> None:
        rows = csv.DictReader(io.StringIO(call("show", mine, "--errors", "--csv", *arguments).stdout))
        assert [row["quote"] for row in rows] == quotes
        assert call("show", mine, "--errors", *arguments).exit_code == 0

    def test_no_text_reaches_the_terminal_raw(self, mine: Path) -> None:
        for arguments in ([], ["--json"], ["--csv"]):
            shown = call("show", mine, "--errors", *arguments).stdout
            assert not {"\x1b", "\u202e"} & set(shown)

    def test_a_run_folder_of_other_labels(self, home: Path) -> None:
        call("run", "-o", "one")
        write_gold(home / "gold", [gold_article(figures=FIGURES[:1], events=())])
        for name in ("leaving", "hostile"):
            (home / "gold" / "articles" / f"{name}.json").unlink()
        result = call("show", "one", "--errors")
        assert (result.exit_code, result.stderr) == (
            2, "error: one: this gold has none of its articles; name the gold folder with --gold\n",
        )  # fmt: skip

    def test_articles_whose_labels_changed_are_left_out(self, home: Path) -> None:
        call("run", "-o", "one")
        path = home / "gold" / "articles" / "raid.json"
        path.write_text(gold_article(figures=FIGURES[:1], events=()).model_dump_json(), encoding="utf-8")
        assert (
            "note: articles left out, since they have no text here or other labels by now: 1"
            in call("show", "one", "--errors").stderr
        )


class TestAgree:
    @pytest.fixture
    def readers(self, tmp_path: Path) -> tuple[Path, Path]:
        first, second = gold_article(), gold_article(figures=FIGURES[:1], events=())
        for name, article in (("a", first), ("b", second)):
            (tmp_path / name).mkdir()
            (tmp_path / name / "raid.json").write_text(article.model_dump_json(), encoding="utf-8")
        return tmp_path / "a", tmp_path / "b"

    def test_f1_a_kind(self, readers: tuple[Path, Path]) -> None:
        result = call("agree", *readers)
        assert result.exit_code == 0, result.stderr
        lines = [line.split() for line in result.stdout.split("\n")]
        assert ["figures", "strict", "all", "1", "2", "1", "0.667", "–"] in lines
        assert ["wounded", "1", "0", "0", "0.000"] in lines
        assert ["killed", "1", "1", "1", "1.000"] in lines

    def test_swapping_the_annotators_changes_no_f1(self, readers: tuple[Path, Path]) -> None:
        one, other = (json.loads(call("agree", *pair, "--json").stdout) for pair in (readers, readers[::-1]))
        assert [score["f1"] for score in one["scores"]] == [score["f1"] for score in other["scores"]]

    def test_articles_of_one_annotator_are_told(self, readers: tuple[Path, Path]) -> None:
        lone = gold_article("lone", (), (), text="Nothing happened.")
        (readers[0] / "lone.json").write_text(lone.model_dump_json(), encoding="utf-8")
        assert "note: articles left out, since only one of the folders has them: 1" in call("agree", *readers).stderr

    def test_another_text(self, readers: tuple[Path, Path]) -> None:
        other = gold_article(figures=(), events=(), text="Something else.")
        (readers[1] / "raid.json").write_text(other.model_dump_json(), encoding="utf-8")
        result = call("agree", *readers)
        assert (result.exit_code, "article 'raid': labels another text" in result.stderr) == (2, True)

    def test_nothing_in_common(self, readers: tuple[Path, Path]) -> None:
        (readers[1] / "raid.json").unlink()
        assert "have no article in common" in call("agree", *readers).stderr
        assert "gone: no such folder" in call("agree", readers[0], "gone").stderr


def test_the_statistics_on_simulated_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    from evals import calibrate

    found = calibrate.calibrate(experiments=5, articles=10, rounds=19)
    monkeypatch.setattr(calibrate, "calibrate", lambda: found)
    assert "5 experiments with 10 articles" in call("bench", "--stats").stdout
    assert json.loads(call("bench", "--stats", "--json").stdout)["calibration"][0]["experiments"] == 5


def test_the_cost_of_asking_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    from evals import bench_llm

    few, many = (bench_llm.LlmSample(n, 32, 0.2, n / 100, 1.0, peak) for n, peak in ((320, 100.0), (5000, 110.0)))
    monkeypatch.setattr(bench_llm, "bench_llm", lambda _: bench_llm.LlmReport(few, many))
    shown = call("bench", "--llm").stdout
    assert "5,000" in shown
    assert "peak memory over many articles beside that over few: 1.10 times" in shown
    assert json.loads(call("bench", "--llm", "--json").stdout)["memory_growth"] == 1.1


def test_help_names_every_command_and_loads_nothing_heavy() -> None:
    listed = call("--help").stdout
    for command in ("run", "compare", "gate", "show", "agree", "record", "bench"):
        assert f"  {command} " in listed
        assert call(command, "--help").exit_code == 0
    heavy = "import sys, evals.cli; sys.exit(bool({'numpy', 'scipy', 'pydantic', 'pandas'} & sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", heavy], check=False).returncode == 0


def test_scoring_loads_neither_numpy_nor_scipy(home: Path) -> None:
    code = (
        "import sys\nfrom evals.cli import app\ntry:\n    app(['run', '-o', 'one'])\nexcept SystemExit:\n    pass\n"
        "sys.exit(bool({'numpy', 'scipy', 'pandas'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (done.returncode, (home / "one").is_dir()) == (0, True), done.stderr


class TestNumbers:
    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            (score(0.9125), "0.912"),
            (score(None), "–"),
            (bounds(0.87, 0.944), "[0.870, 0.944]"),
            (bounds(-0.04, 0.1, 2), "[−0.04, 0.10]"),
            (bounds(None, 0.1), "–"),
            (signed(0.21, 2), "+0.21"),
            (signed(-0.0301), "−0.030"),
            (signed(-0.00001), "+0.000"),
            (signed(None), "–"),
            (p_value(0.0002), "p = 0.0002"),
            (p_value(0.314), "p = 0.31"),
            (rate(3.44), "3.4"),
            (rate(None), "–"),
            (share(0, 0), "–"),
            (share(1, 3), "33 %"),
            (share(9_999, 10_000), "99 %"),
            (share(10, 10), "100 %"),
        ],
    )
    def test_each(self, written: str, expected: str) -> None:
        assert written == expected

    def test_columns_of_numbers_stand_to_the_right(self) -> None:
        table = Table.of(("kind", "gold"), [("killed", 7), ("wounded", 12)], "title")
        assert str(table) == "title\nkind     gold\nkilled      7\nwounded    12"

    def test_cells_are_made_safe(self) -> None:
        assert "\x1b" not in str(Table.of(("kind",), [("\x1b[31mred",)]))
