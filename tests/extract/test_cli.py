"""The command as a user meets it: stdout and stderr, exit codes, and that no input reaches the terminal raw."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from records import FULL, entity, event, extraction, figure
from typer.testing import CliRunner, Result

import extract
from extract import cli, pipeline
from extract.article import Article
from extract.errors import ArticleError
from extract.export import json_line
from extract.readback import load
from extract.schema import Extraction
from extract.terminal import isolated, visible
from extract.wire import from_json

ENGLISH = "The army said 37 security operations and 93 airstrikes were carried out in 2025."
ARABIC = "قال الجيش إن نحو 2500 جندي أميركي غادروا العراق خلال عام 2025."
COMMAND = [sys.executable, "-c", "from extract.cli import main; main()"]


def call(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli.app, [str(argument) for argument in arguments], input=stdin)


def lines(result: Result) -> list[Extraction]:
    return [from_json(line) for line in result.stdout.split("\n") if line]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "army.txt").write_text(ENGLISH, encoding="utf-8")
    (folder / "troops.txt").write_text(ARABIC, encoding="utf-8")
    return folder


@pytest.fixture
def output(tmp_path: Path) -> Path:
    path = tmp_path / "out.jsonl"
    path.write_bytes(json_line(FULL) + json_line(extraction(figure(kind="killed"), id="a2")))
    return path


class TestRun:
    def test_json_lines_on_stdout_and_a_summary_on_stderr(self, news: Path) -> None:
        result = call("run", news)
        assert result.exit_code == 0
        records = lines(result)
        assert [record.article.id for record in records] == ["army", "troops"]
        assert [figure.value for figure in records[0].figures] == [37, 93]
        figures, events = sum(len(r.figures) for r in records), sum(len(r.events) for r in records)
        assert result.stderr.startswith(f"2 articles, {figures} figures, {events} event")
        assert result.stderr.endswith("; 0 failed\n")

    def test_show_prints_figures_with_their_evidence(self, news: Path) -> None:
        result = call("run", news, "--show")
        assert "operations" in result.stdout
        assert "93 airstrikes" in result.stdout
        assert "نحو 2500 جندي" in result.stdout
        assert not result.stdout.startswith("{")

    def test_show_says_what_was_odd_in_the_article(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(f" date 2026-13-45 \n{ENGLISH}", encoding="utf-8")
        result = call("run", tmp_path, "--show")
        assert "\nnote: publication date '2026-13-45' is not a date\n" in result.stdout

    @pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".parquet"])
    def test_a_file_by_its_suffix(self, news: Path, suffix: str) -> None:
        if suffix == ".parquet":
            pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")
        target = news.parent / f"out{suffix}"
        result = call("run", news, "-o", target)
        assert (result.exit_code, result.stdout) == (0, "")
        assert target.stat().st_size > 0

    def test_a_file_and_tables(self, news: Path) -> None:
        result = call("run", news, "-o", news.parent / "out.jsonl", "--show")
        assert "93 airstrikes" in result.stdout
        assert len(list(load(news.parent / "out.jsonl"))) == 2

    def test_a_dash_is_stdin_and_stdout(self) -> None:
        result = call("run", "-", "-o", "-", "-q", stdin=ENGLISH)
        assert (len(lines(result)), result.stderr) == (1, "")

    def test_several_jobs_give_the_same_bytes(self, news: Path) -> None:
        assert call("run", news, "--jobs", "2").stdout_bytes == call("run", news).stdout_bytes

    def test_field_names_and_overrides(self, tmp_path: Path) -> None:
        record = {"nr": "x7", "story": ENGLISH, "heading": "Army", "day": "2026-01-05"}
        (tmp_path / "in.jsonl").write_text(json.dumps(record), encoding="utf-8")
        fields = ["--text-field", "story", "--id-field", "nr", "--title-field", "heading", "--date-field", "day"]
        (record_out,) = lines(call("run", tmp_path / "in.jsonl", *fields, "--lang", "en"))
        article = record_out.article
        assert (article.id, article.title, str(article.published)) == ("x7", "Army", "2026-01-05")

    def test_published_for_all(self, news: Path) -> None:
        assert {str(r.article.published) for r in lines(call("run", news, "--published", "2026-01-05"))} == {
            "2026-01-05"
        }

    def test_own_kinds(self, news: Path, tmp_path: Path) -> None:
        own = tmp_path / "own.toml"
        own.write_text('[kinds.drills]\ndefinition = "exercises"\nnouns.en = ["drill / drills"]\n', encoding="utf-8")
        (news / "drills.txt").write_text("The navy held 12 drills in the Gulf last year, it said.", encoding="utf-8")
        records = lines(call("run", news / "drills.txt", "--ontology", own))
        assert [figure.kind for figure in records[0].figures] == ["drills"]


FAILURES = [
    pytest.param("absent.txt", None, "absent.txt: no such file", id="missing path"),
    pytest.param("empty.txt", b"", "empty", id="empty file"),
    pytest.param("nul.txt", b"12\x00 soldiers", "NUL", id="NUL bytes"),
    pytest.param("report.pdf", b"%PDF-1.7\n", "PDF", id="a PDF"),
]


@pytest.mark.parametrize(("name", "content", "message"), FAILURES)
def test_one_bad_article_is_one_line_and_the_others_go_on(
    news: Path, name: str, content: bytes | None, message: str
) -> None:
    if content is not None:
        (news / name).write_bytes(content)
    result = call("run", news / name, news / "army.txt")
    assert result.exit_code == 1
    assert [record.article.id for record in lines(result)] == ["army"]
    problem, summary = result.stderr.splitlines()
    assert problem.startswith("error: ")
    assert message in problem
    assert summary.endswith("; 1 failed")


def test_a_defect_in_one_article_does_not_cost_the_others(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def propose(mentions: object) -> object:
        raise RuntimeError("boom")

    monkeypatch.setattr(pipeline.rules, "propose", propose)
    result = call("run", news)
    assert result.exit_code == 1
    assert "Traceback" not in result.stderr
    assert result.stderr.count("boom") == 2


USAGE = [
    pytest.param(["run"], "Missing argument", id="no path"),
    pytest.param(["run", "NEWS", "--colour"], "No such option", id="unknown option"),
    pytest.param(["walk"], "No such command", id="unknown command"),
    pytest.param(["run", "NEWS", "-o", "out.xlsx"], "must end in .jsonl, .csv, .parquet", id="unknown suffix"),
    pytest.param(["run", "NEWS", "-o", "absent/out.jsonl"], "cannot be written", id="unwritable output"),
    pytest.param(["run", "NEWS", "--lang", "de"], "language 'de' is not read", id="language"),
    pytest.param(["run", "NEWS", "--published", "1/5/26"], "write it as YYYY-MM-DD", id="date"),
    pytest.param(["run", "NEWS", "--published", "1404-11-14"], "not a Gregorian date", id="Jalali date"),
    pytest.param(["run", "NEWS", "--published", ""], "--published '': not a Gregorian date", id="no date"),
    pytest.param(["run", "NEWS", "--encoding", "klingon"], "klingon", id="encoding"),
    pytest.param(["run", "NEWS", "--engine", "magic"], "engine 'magic' is not known", id="engine"),
    pytest.param(["run", "NEWS", "--jobs", "0"], "Invalid value for '--jobs'", id="jobs"),
    pytest.param(["run", "NEWS", "--ontology", "absent.toml"], "absent.toml: cannot be read", id="no ontology"),
    pytest.param(["run", "NEWS", "-o", "NEWS/out.jsonl", "--ontology", "BAD"], "bad.toml:2", id="bad ontology"),
    pytest.param(["show", "absent.jsonl"], "absent.jsonl: cannot be read", id="nothing to show"),
    pytest.param(["show", "NEWS/army.txt"], "line 1: not a line of JSON", id="not ours to show"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "message"), USAGE)
def test_bad_usage_is_one_line_and_exit_code_2(
    news: Path, arguments: list[str], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(news.parent)
    Path("bad.toml").write_text('[kinds.drills]\nnouns.de = ["Übung"]\n', encoding="utf-8")
    result = call(*[argument.replace("NEWS", "news").replace("BAD", "bad.toml") for argument in arguments])
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("error: ")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert sorted(path.name for path in news.iterdir()) == ["army.txt", "troops.txt"]


def test_an_output_that_is_also_an_input_is_refused(output: Path) -> None:
    before = output.read_bytes()
    result = call("run", output, "-o", output)
    assert (result.exit_code, output.read_bytes()) == (2, before)
    assert "is also an input" in result.stderr


class TestInterrupted:
    @pytest.fixture(autouse=True)
    def _interrupted_after_the_first(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def run(sources: Iterator[Article | ArticleError], *_: object) -> Iterator[Extraction | ArticleError]:
            first = next(iter(sources))
            assert isinstance(first, Article)
            yield pipeline.extract(first)
            raise KeyboardInterrupt

        monkeypatch.setattr(pipeline, "run", run)

    def test_finished_lines_stay(self, news: Path) -> None:
        result = call("run", news)
        assert result.exit_code == 130
        assert len(lines(result)) == 1
        assert result.stderr.startswith("interrupted: 1 article,")

    def test_the_old_file_stays(self, news: Path, output: Path) -> None:
        before = output.read_bytes()
        result = call("run", news, "-o", output)
        assert (result.exit_code, output.read_bytes()) == (130, before)
        assert "was left as it was" in result.stderr
        assert [path.name for path in output.parent.iterdir() if path.name.startswith(".")] == []


class TestProcess:
    """The same through a real process, where signals and pipes are real."""

    def test_ctrl_c(self) -> None:
        record = json.dumps({"text": ENGLISH}) + "\n"
        with subprocess.Popen(
            [*COMMAND, "run", "-", "--format", "jsonl"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        ) as process:  # fmt: skip
            assert process.stdin
            assert process.stdout
            process.stdin.write(record * 2)
            process.stdin.flush()
            first = process.stdout.readline()
            process.send_signal(signal.SIGINT)
            rest, talk = process.communicate(timeout=60)
        assert process.returncode == 130
        assert "Traceback" not in talk
        for line in [first, *rest.splitlines(keepends=True)]:
            assert line.endswith("\n")
            from_json(line)

    def test_a_polite_kill_leaves_no_temporary_file(self, tmp_path: Path) -> None:
        with subprocess.Popen(
            [*COMMAND, "run", "-", "-o", "out.jsonl"], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=tmp_path
        ) as process:
            deadline = time.monotonic() + 60
            while not list(tmp_path.iterdir()) and time.monotonic() < deadline:
                time.sleep(0.02)
            assert list(tmp_path.iterdir()), "the command never started to write"
            process.terminate()
        assert process.returncode == 143
        assert list(tmp_path.iterdir()) == []

    def test_ctrl_c_ends_several_processes(self, tmp_path: Path) -> None:
        (tmp_path / "news.jsonl").write_text((json.dumps({"text": ENGLISH * 40}) + "\n") * 400, encoding="utf-8")
        with subprocess.Popen(
            [*COMMAND, "run", "news.jsonl", "--jobs", "3"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path, start_new_session=True,
        ) as process:  # fmt: skip
            assert process.stdout
            process.stdout.readline()
            os.killpg(process.pid, signal.SIGINT)  # as a terminal does
            _, talk = process.communicate(timeout=60)
        assert process.returncode == 130
        assert talk.startswith("interrupted: ")
        assert talk.count("\n") == 1

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
    @pytest.mark.parametrize("arguments", [["kinds"], ["kinds", "--json"], ["--help"], ["run", "a.txt"]], ids=" ".join)
    def test_a_full_disk_behind_stdout(self, tmp_path: Path, arguments: list[str]) -> None:
        (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
        with Path("/dev/full").open("w", encoding="utf-8") as full:
            done = subprocess.run([*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, cwd=tmp_path)
        assert done.returncode == 1
        assert done.stderr.startswith("error: standard output: cannot be written (No space left on device)")
        assert done.stderr.count("\n") == 1

    @pytest.mark.parametrize(
        ("command", "code", "stdout", "stderr"),
        [
            ("run a.txt >&-", 1, "", "error: standard output: cannot be written (it is closed)"),
            ("run a.txt -o out.jsonl >&-", 0, "", "1 article"),
            ("run a.txt missing.txt 2>&-", 1, '{"schema"', ""),
        ],
    )
    def test_closed_streams(self, tmp_path: Path, command: str, code: int, stdout: str, stderr: str) -> None:
        (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
        shell = ["sh", "-c", f'"$0" "$1" "$2" {command}', *COMMAND]
        done = subprocess.run(shell, capture_output=True, text=True, cwd=tmp_path, check=False)
        assert done.returncode == code
        for found, start in ((done.stdout, stdout), (done.stderr, stderr)):
            assert found.startswith(start)
            assert found.count("\n") == bool(start)

    @pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
    def test_a_stdout_without_arabic_gets_escapes(self, tmp_path: Path, encoding: str) -> None:
        (tmp_path / "out.jsonl").write_bytes(json_line(pipeline.extract(Article.of(ARABIC, id="a"))))
        done = [
            subprocess.run(
                [*COMMAND, "show", "out.jsonl", *more],
                capture_output=True, cwd=tmp_path, check=True, env={**os.environ, "PYTHONIOENCODING": encoding},
            ).stdout.decode(encoding)
            for more in ([], ["--json"])
        ]  # fmt: skip
        assert "2500 \\u062c\\u0646\\u062f\\u064a" in done[0]
        assert json.loads(done[1].splitlines()[0])["evidence"] == "نحو 2500 جندي"

    @pytest.mark.parametrize("more", [[], ["--json"]], ids=["tables", "json"])
    def test_a_reader_that_goes_away_is_not_an_error(self, tmp_path: Path, more: list[str]) -> None:
        (tmp_path / "big.jsonl").write_bytes(json_line(FULL) * 2000)
        reader, writer = os.pipe()
        with subprocess.Popen(
            [*COMMAND, "show", "big.jsonl", *more], stdout=writer, stderr=subprocess.PIPE, cwd=tmp_path
        ) as process:
            os.close(writer)
            assert os.read(reader, 10)
            os.close(reader)
            assert process.stderr
            talk = process.stderr.read()
        assert (process.returncode, talk) == (141, b"")

    def test_help_and_version_answer_at_once(self) -> None:
        before = os.times()
        version = subprocess.run([*COMMAND, "--version"], capture_output=True, text=True, check=True)
        assert version.stdout == f"hasila {extract.__version__}\n"
        after = os.times()
        seconds = after.children_user + after.children_system - before.children_user - before.children_system
        assert seconds < 2  # 0.3 s on an idle machine; `evals bench` measures it


class TestShow:
    def test_figures_and_events(self, output: Path) -> None:
        result = call("show", output)
        assert result.exit_code == 0
        for part in ("personnel", "2,500 km", "approximate", "of United States", "in Iraq", "when 2025", "handover"):
            assert part in result.stdout

    def test_one_kind(self, output: Path) -> None:
        result = call("show", output, "--kind", "killed")
        assert "killed" in result.stdout
        assert "personnel" not in result.stdout

    def test_an_event_type_is_a_kind_too(self, output: Path) -> None:
        result = call("show", output, "-k", "handover")
        assert "planned" in result.stdout
        assert "killed" not in result.stdout

    def test_nothing_of_a_kind_is_an_answer(self, output: Path) -> None:
        result = call("show", output, "--kind", "wounded")
        assert (result.exit_code, result.stdout) == (0, "nothing to show\n")

    def test_a_kind_that_there_is_not_is_a_slip_of_the_pen(self, output: Path) -> None:
        result = call("show", output, "--kind", "woundead")
        assert result.exit_code == 2
        assert "--kind woundead: no such kind" in result.stderr

    def test_kinds_choose_nothing_among_what_was_left_out(self, output: Path) -> None:
        assert call("show", output, "--rejected", "--kind", "killed").exit_code == 2

    def test_what_was_left_out(self, output: Path) -> None:
        result = call("show", output, "--rejected")
        assert "left out because" in result.stdout
        assert "personnel" not in result.stdout

    def test_json_rows(self, output: Path) -> None:
        rows = [json.loads(line) for line in call("show", output, "--json").stdout.splitlines()]
        assert [row["record"] for row in rows] == ["figure", "event", "figure"]
        assert rows[0]["when_first"] == "2025-01-01"

    def test_standard_input(self, output: Path) -> None:
        assert "personnel" in call("show", "-", stdin=output.read_bytes()).stdout

    def test_markup_in_an_article_is_text(self, tmp_path: Path) -> None:
        path = tmp_path / "out.jsonl"
        path.write_bytes(json_line(extraction(figure(evidence="[bold]12[/bold] :boom: [/]"))))
        assert "[bold]12[/bold] :boom: [/]" in call("show", path).stdout


HOSTILE = "12\x1b[2J\x1b]0;owned\x07\x9b31m\u202e\u2066\r\x00\x7f soldiers"


@pytest.mark.parametrize("command", [["show"], ["show", "--rejected"], ["show", "--json"]], ids=" ".join)
def test_nothing_that_a_terminal_obeys_is_printed(tmp_path: Path, command: list[str]) -> None:
    record = extraction(
        figure(evidence=HOSTILE, party=entity(HOSTILE)),
        events=(event(evidence=HOSTILE, actors=(entity(HOSTILE, name=HOSTILE),)),),
        id=HOSTILE,
    )
    path = tmp_path / "out.jsonl"
    path.write_bytes(json_line(record))
    shown = call(*command, path).stdout
    assert not set("\x1b\x07\x9b\u202e\u2066\r\x00\x7f") & set(shown)


def test_a_hostile_file_name_is_shown_harmless(tmp_path: Path) -> None:
    result = call("run", tmp_path / "a\x1b[31m\u202eb.txt")
    assert result.exit_code == 1
    assert not set("\x1b\u202e") & set(result.stderr)


VISIBLE = [
    pytest.param("2,500 جندي", "2,500 جندي", id="plain"),
    pytest.param("می\u200cشود", "می\u200cشود", id="ZWNJ stays"),
    pytest.param("a\tb\r\nc\u2028d", "a b c d", id="line breaks"),
    pytest.param("\x1b[31m", "<U+001B>[31m", id="escape"),
    pytest.param("\x9b31m", "<U+009B>31m", id="C1"),
    pytest.param("\u202eabc\u2069", "<U+202E>abc<U+2069>", id="bidi override and isolate"),
    pytest.param("\u200f12\u200e\ufeff", "12", id="marks"),
    pytest.param("\U000e0041", "<U+E0041>", id="tag"),
    pytest.param("\ud800", "<U+D800>", id="lone surrogate"),
]


@pytest.mark.parametrize(("text", "expected"), VISIBLE)
def test_visible(text: str, expected: str) -> None:
    assert visible(text) == expected


def test_right_to_left_lines_are_isolated_and_others_are_not() -> None:
    assert isolated("says الجيش") == "\u2068says الجيش\u2069"
    assert isolated("12 km") == "12 km"


class TestCatalogue:
    def test_kinds(self) -> None:
        result = call("kinds")
        for name in ("personnel", "airstrikes", "withdrawal", "ceasefire"):
            assert f"\n{name} " in result.stdout

    def test_kinds_as_json(self, tmp_path: Path) -> None:
        own = tmp_path / "own.toml"
        own.write_text('[kinds.drills]\ndefinition = "exercises"\nnouns.en = ["drill / drills"]\n', encoding="utf-8")
        lists = json.loads(call("kinds", "--json", "--ontology", own).stdout)
        assert {"kind": "drills", "ar": 0, "fa": 0, "en": 1, "definition": "exercises"} in lists["figures"]
        assert {"type", "acled", "plover", "definition"} == set(lists["events"][0])

    def test_schema(self) -> None:
        contract = json.loads(call("schema").stdout)
        assert contract["title"] == "Extraction"
        assert "personnel" in contract["$defs"]["Figure"]["properties"]["kind"]["enum"]

    def test_columns(self) -> None:
        rows = [line.split("\t") for line in call("schema", "--columns").stdout.splitlines()]
        assert ["figures", "value", "number"] in [row[:3] for row in rows]
        assert all(len(row) == 4 for row in rows)
