"""The gate: floors hold, fall, sink only when asked, and are stale when they belong to something else."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from goldset import FIGURES, figure, gold_article, numbered, prediction, write_gold
from typer.testing import CliRunner, Result

from evals import cli
from evals.gold import load_gold
from evals.runs import run_engine, save, score_file
from extract import pipeline
from extract.engines import rules
from extract.export import json_line
from extract.mentions import Mentions
from extract.pipeline import Settings
from extract.proposals import Proposals

SHIPPED = Path(__file__).parents[2] / "gold"


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.app, list(map(str, arguments)))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a gold set of two articles, ten figures, and runs that find ten, nine and three of them."""
    pairs = {name: [numbered("a", 5, a), numbered("b", 5, b)] for name, (a, b) in RUNS.items()}
    write_gold(tmp_path / "gold", [article for article, _ in pairs["best"]])
    monkeypatch.chdir(tmp_path)
    gold = load_gold(tmp_path / "gold", "dev")
    for name, made in pairs.items():
        path = tmp_path / f"{name}.jsonl"
        path.write_bytes(b"".join(json_line(prediction) for _, prediction in made))
        save(*score_file(path, gold), tmp_path / name)
    return tmp_path


RUNS = {"best": (5, 5), "good": (5, 4), "bad": (3, 0)}


def test_pinned_floors_hold(home: Path) -> None:
    pinned = call("gate", "--run", "good", "--pin")
    assert (pinned.exit_code, pinned.stderr) == (0, "gold/floors.toml: pinned\n")
    held = call("gate", "--run", "good")
    assert (held.exit_code, held.stderr) == (0, "all 5 floors hold\n")
    assert "fell" not in held.stdout
    assert call("gate", "--run", "best").exit_code == 0


def test_a_fall_names_the_kind_and_how_deep(home: Path) -> None:
    call("gate", "--run", "good", "--pin")
    result = call("gate", "--run", "bad")
    assert result.exit_code == 1
    fallen = next(line for line in result.stdout.split("\n") if line.startswith("kinds"))
    assert fallen.split() == ["kinds", "personnel", "0.462", "0.947", "fell", "by", "0.485"]
    assert result.stderr == (
        "error: 5 scores are below their floors; `evals run`, then `evals show RUN --errors` says where\n"
    )


def test_floors_are_cut_not_rounded(home: Path) -> None:
    call("gate", "--run", "good", "--pin")
    text = (home / "gold" / "floors.toml").read_text(encoding="utf-8")
    assert '"all" = 0.947' in text, "18/19 is 0.94736"
    assert '"personnel" = 0.947' in text


def test_kinds_with_few_gold_objects_have_no_floor(home: Path) -> None:
    write_gold(home / "few", [gold_article(figures=(figure("12 soldiers", "killed", 12),), events=())])
    path = home / "few.jsonl"
    path.write_bytes(json_line(prediction(figures=FIGURES[:1], events=())))
    save(*score_file(path, load_gold(home / "few", "dev")), home / "few-run")
    call("gate", "--run", "few-run", "--pin", "--floors", "few.toml")
    text = (home / "few.toml").read_text(encoding="utf-8")
    assert "killed" not in text
    assert '"en" = 1.000' in text


def test_floors_rise_by_themselves_and_sink_only_when_asked(home: Path) -> None:
    floors = home / "gold" / "floors.toml"
    call("gate", "--run", "good", "--pin")
    assert call("gate", "--run", "best", "--pin").exit_code == 0
    assert '"personnel" = 1.000' in floors.read_text(encoding="utf-8")
    before = floors.read_bytes()
    refused = call("gate", "--run", "bad", "--pin")
    assert refused.exit_code == 1
    assert "5 floors would sink, so none was written; `evals gate --pin --allow-lower` lets them" in refused.stderr
    assert floors.read_bytes() == before
    assert call("gate", "--run", "bad", "--pin", "--allow-lower").exit_code == 0
    assert '"personnel" = 0.461' in floors.read_text(encoding="utf-8")


def test_a_gold_that_changed_cannot_lower_floors_unseen(home: Path) -> None:
    call("gate", "--run", "best", "--pin")
    write_gold(home / "gold", [numbered("a", 5, 5)[0], numbered("b", 6, 6)[0]])
    assert call("run", "--predictions", "best.jsonl", "-o", "now").exit_code == 0
    assert call("gate", "--run", "now", "--pin").exit_code == 1


STALE = [
    pytest.param("gold = ", 'gold = "other"', "stale: pinned on gold other, this is gold ", id="gold"),
    pytest.param("engine = ", 'engine = "llm"', "stale: pinned on engine llm, this is engine rules", id="engine"),
    pytest.param("matcher = ", 'matcher = "0"', "stale: pinned on matcher 0, this is matcher ", id="matcher"),
    pytest.param("split = ", 'split = "test"', "stale: pinned on split test, this is split dev", id="split"),
]


@pytest.mark.parametrize(("line", "now", "message"), STALE)
def test_stale_floors_say_the_command_that_mends_them(home: Path, line: str, now: str, message: str) -> None:
    call("gate", "--run", "good", "--pin")
    floors = home / "gold" / "floors.toml"
    lines = floors.read_text(encoding="utf-8").split("\n")
    floors.write_text("\n".join(now if old.startswith(line) else old for old in lines), encoding="utf-8")
    result = call("gate", "--run", "good")
    assert result.exit_code == 2
    assert message in result.stderr
    assert "measure the floors again with `evals gate --pin`" in result.stderr
    assert call("gate", "--run", "good", "--pin").exit_code == 0, "the command mends it"
    assert call("gate", "--run", "good").exit_code == 0


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(None, "floors.toml: missing, so there is nothing to hold the scores against", id="missing"),
        pytest.param("[pinned", "not a floors file", id="not TOML"),
        pytest.param("[pinned]\n", "not a floors file", id="of another form"),
        pytest.param(
            '[pinned]\ngold="g"\nsplit="dev"\nengine="rules"\nmatcher="1"\n[floors.bleu]\nall=1\n',
            "unknown table 'bleu'",
            id="unknown table",
        ),
    ],
)
def test_what_cannot_be_measured_exits_2(home: Path, content: str | None, message: str) -> None:
    if content is not None:
        (home / "gold" / "floors.toml").write_text(content, encoding="utf-8")
    result = call("gate", "--run", "good")
    assert result.exit_code == 2
    assert message in result.stderr
    assert "`evals gate --pin" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_broken_gold_exits_2(home: Path) -> None:
    (home / "gold" / "articles" / "a.json").write_text("{", encoding="utf-8")
    assert call("gate").exit_code == 2


def test_allow_lower_alone_is_bad_usage(home: Path) -> None:
    assert "--allow-lower does nothing without --pin" in call("gate", "--allow-lower").stderr


def test_json_and_csv(home: Path) -> None:
    call("gate", "--run", "good", "--pin")
    data = json.loads(call("gate", "--run", "bad", "--json").stdout)
    assert data["fell"] == 5
    assert {"section", "name", "f1", "floor"} <= data["floors"][0].keys()
    lines = call("gate", "--run", "bad", "--csv").stdout.strip().split("\n")
    assert lines[0] == "section,name,gold,f1,floor"
    assert len(lines) == 6


# --- the shipped gold, and an engine broken on purpose ---------------------------------------------------------------


def without_killed(mentions: Mentions) -> Proposals:
    """The rules engine as it would be without the words for what befell the dead."""
    proposals = rules.propose(mentions)
    kept = [figure.kind != "killed" for figure in proposals.figures]
    figures = tuple(figure for figure, keep in zip(proposals.figures, kept, strict=True) if keep)
    return replace(proposals, figures=figures, events=())


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run folders of the rules engine on the shipped dev split, whole and broken, and floors of the whole one."""
    folder = tmp_path_factory.mktemp("runs")
    gold = load_gold(SHIPPED, "dev")
    save(*run_engine(gold, Settings()), folder / "whole")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline.rules, "propose", without_killed)
        save(*run_engine(gold, Settings()), folder / "broken")
    call("gate", "--run", folder / "whole", "--floors", folder / "floors.toml", "--pin")
    return folder


def test_a_broken_engine_fails_the_gate(runs: Path) -> None:
    result = call("gate", "--run", runs / "broken", "--floors", runs / "floors.toml")
    assert result.exit_code == 1
    assert [line.split()[:3] for line in result.stdout.split("\n") if " killed " in line] == [
        ["kinds", "killed", "0.000"]
    ]


def test_a_broken_engine_is_significantly_worse(runs: Path) -> None:
    result = call("compare", runs / "whole", runs / "broken", "--split", "dev")
    assert "broken is worse: −0." in result.stdout


def test_the_gate_runs_the_engine_by_itself(runs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = ["gate", "--gold", SHIPPED, "--floors", runs / "floors.toml"]
    assert call(*arguments).exit_code == 0
    monkeypatch.setattr(pipeline.rules, "propose", without_killed)
    assert call(*arguments).exit_code == 1


def test_the_shipped_floors_are_of_the_shipped_gold() -> None:
    """So that a change to the gold cannot leave the floors behind; `evals gate --pin` brings them along."""
    floors = SHIPPED / "floors.toml"
    if not floors.exists():
        pytest.skip("no floors are pinned yet: evals gate --pin")
    assert load_gold(SHIPPED, "dev").digest in floors.read_text(encoding="utf-8")
