"""`extract run --engine llm` as a user meets it, against a local server on a real socket whose replies we wrote.

A run may be killed, interrupted or fill the disk: with --resume it ends with the bytes of a run that nothing disturbed,
and the server sees no finished article twice.
"""

import gc
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from string import ascii_lowercase

import pytest
from typer.testing import CliRunner, Result

from evals.scripted import Reply, Seen, Server, serve
from extract import cli
from extract.preview import tokens
from extract.readback import load

KEY = "sk-proj-Zq81TheKeyThatMustNotBeSeen"
COMMAND = [sys.executable, "-c", "from extract.cli import main; main()"]
JOURNAL = Path(".out.jsonl.journal")
POST = re.compile(r"\bQ[a-z]{2}\b")
POSTS = [f"Q{first}{second}" for first in "abcdefgh" for second in ascii_lowercase]


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    monkeypatch.chdir(tmp_path)


def write_news(count: int) -> None:
    """Articles of one sentence each, which can be told apart by the post that they name."""
    records = [
        {"id": post, "published": "2026-01-05", "text": f"The army lost {number + 2} soldiers at post {post}, it said."}
        for number, post in enumerate(POSTS[:count])
    ]
    Path("news.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")


@pytest.fixture
def news() -> None:
    write_news(6)


class Desk:
    """A server whose rule may be changed while it runs, since a journal is bound to its server's address."""

    def __init__(self) -> None:
        self.rule: Callable[[Seen], Reply] = answering
        self.server: Server

    def asked(self) -> Counter[str]:
        """How often it was asked about each article since this was last called."""
        posts = Counter(map(post_of, self.server.seen))
        self.server.seen.clear()
        return posts

    def run(self, *more: str) -> Result:
        return call(*self.command(*more))

    def command(self, *more: str) -> list[str]:
        where = ["--base-url", self.server.url, "--no-cache"]
        return ["run", "news.jsonl", "--engine", "llm", "--model", "m", *where, *more]


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    with serve(lambda seen: desk.rule(seen)) as desk.server:
        yield desk


def post_of(seen: Seen) -> str:
    """The article that a request is about."""
    return POST.findall(seen.json()["messages"][-1]["content"])[-1]


def answering(_: Seen) -> Reply:
    return Reply()


def refusing(*posts: str, body: object = None) -> Callable[[Seen], Reply]:
    """Answers all but the articles `posts`, whose requests are bad."""
    bad = Reply(400, body or {"error": {"message": "bad"}})
    return lambda seen: bad if post_of(seen) in posts else Reply()


def stuck_after(count: int) -> Callable[[Seen], Reply]:
    """Answers the first `count` articles and leaves the others without an answer."""
    answered: set[str] = set()

    def rule(seen: Seen) -> Reply:
        answered.update([post_of(seen)] if len(answered) < count else [])
        return Reply(fault="" if post_of(seen) in answered else "hang")

    return rule


def call(*given: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli.app, list(given), input=stdin)


@contextmanager
def started(*given: str, by: Sequence[str] = ()) -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen([*by, *COMMAND, *given], stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def wait_for(reached: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + 60
    while not reached():
        assert time.monotonic() < deadline, f"never came: {what}"
        time.sleep(0.01)


def journalled() -> int:
    """Articles in the journal."""
    return JOURNAL.read_bytes().count(b"\n") - 1 if JOURNAL.exists() else 0


@pytest.fixture
def clean(news: None, desk: Desk) -> bytes:
    """What a run that nothing disturbs writes."""
    assert desk.run("-o", "clean.jsonl").exit_code == 0
    assert desk.asked() == Counter(POSTS[:6])
    return Path("clean.jsonl").read_bytes()


def ids(output: str = "out.jsonl") -> list[str]:
    return [record.article.id for record in load(output)]


def test_records_in_input_order_and_an_account_of_the_run(news: None, desk: Desk) -> None:
    result = desk.run("-o", "out.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert ids() == POSTS[:6]
    assert {(record.provenance.engine, record.provenance.model) for record in load("out.jsonl")} == {("llm", "m")}
    assert re.fullmatch(r"6 articles, .* events?; 0 rejected; [\d,]+ tokens; 0 failed\n", result.stderr)
    manifest = json.loads(Path("out.jsonl.manifest.json").read_bytes())
    assert manifest["counts"] == {"ok": 6, "partial": 0, "failed": 0, "resumed": 0}
    assert manifest["total"]["attempts"] == len(desk.server.seen) == 6
    assert sorted(path.name for path in Path().iterdir()) == ["news.jsonl", "out.jsonl", "out.jsonl.manifest.json"]


def test_on_stdout_nothing_is_kept(news: None, desk: Desk) -> None:
    result = desk.run()
    assert [json.loads(line)["article"]["id"] for line in result.stdout.splitlines()] == POSTS[:6]
    assert [path.name for path in Path().iterdir()] == ["news.jsonl"]


def test_the_cost_by_a_price_table(news: None, desk: Desk) -> None:
    Path("prices.toml").write_text('currency = "USD"\n[models.m]\ninput = 1000\noutput = 1000\n', encoding="utf-8")
    result = desk.run("-o", "out.jsonl", "--prices", "prices.toml")
    manifest = json.loads(Path("out.jsonl.manifest.json").read_bytes())
    tokens = manifest["total"]["prompt_tokens"] + manifest["total"]["completion_tokens"]
    assert manifest["cost"] == {"amount": tokens / 1000, "currency": "USD"}
    assert f"{tokens:,} tokens ({tokens / 1000:,.4f} USD)" in result.stderr


def test_one_of_a_hundred_fails_and_only_that_one_is_asked_again(desk: Desk) -> None:
    write_news(100)
    desk.rule = refusing("Qbc")
    result = desk.run("-o", "out.jsonl", "--concurrency", "16")
    assert result.exit_code == 1
    assert len(ids()) == 99
    failure, hint, summary = result.stderr.splitlines()
    assert failure.startswith("error: Qbc: bad_request")
    assert "keeps 99 finished articles; the same command with --resume asks about the others only" in hint
    assert summary.endswith("; 1 failed")
    (failed,) = json.loads(Path("out.jsonl.manifest.json").read_bytes())["failed"]
    assert failed["article"] == "Qbc"
    desk.rule = answering
    desk.asked()
    again = desk.run("-o", "out.jsonl", "--resume")
    assert (again.exit_code, desk.asked()) == (0, Counter(["Qbc"]))
    assert "99 from the journal; 0 failed" in again.stderr
    assert ids() == POSTS[:100]
    assert not JOURNAL.exists()


def test_what_falls_back_on_the_rules_says_so_and_can_be_asked_again(desk: Desk, clean: bytes) -> None:
    desk.rule = refusing("Qac")
    result = desk.run("-o", "out.jsonl", "--fallback", "rules")
    assert result.exit_code == 0
    assert "warning: Qac: " in result.stderr
    assert "1 left to the rules; 0 failed" in result.stderr
    record = list(load("out.jsonl"))[2]
    assert (record.provenance.engine, record.status) == ("rules", "partial")
    desk.rule = answering
    desk.asked()
    assert desk.run("-o", "out.jsonl", "--fallback", "rules", "--resume").exit_code == 0
    assert desk.asked() == Counter(["Qac"])
    assert Path("out.jsonl").read_bytes() == clean


STOPPED = [
    pytest.param(signal.SIGKILL, -9, id="kill -9"),
    pytest.param(signal.SIGTERM, 143, id="a polite kill"),
    pytest.param(signal.SIGINT, 130, id="Ctrl-C"),
]


@pytest.mark.parametrize(("how", "code"), STOPPED)
def test_a_run_that_was_stopped_goes_on_where_it_was(desk: Desk, clean: bytes, how: signal.Signals, code: int) -> None:
    Path("out.jsonl").write_bytes(b"old")
    desk.rule = stuck_after(3)
    with started(*desk.command("-o", "out.jsonl", "--concurrency", "4")) as process:
        wait_for(lambda: journalled() == 3 or process.poll() is not None, "three articles in the journal")
        process.send_signal(how)
        _, talk = process.communicate(timeout=60)
    assert (process.returncode, Path("out.jsonl").read_bytes()) == (code, b"old"), talk
    if how != signal.SIGKILL:
        assert "Traceback" not in talk, talk
        assert "keeps 3 finished articles; the same command with --resume" in talk
        assert not list(Path().glob(".*.tmp"))
    if how == signal.SIGINT:
        assert re.search(r"^interrupted: .*; out.jsonl was left as it was$", talk, re.MULTILINE)
    desk.rule = answering
    desk.asked()
    result = desk.run("-o", "out.jsonl", "--resume")
    assert (result.exit_code, Path("out.jsonl").read_bytes()) == (0, clean)
    assert (len(desk.server.seen), set(desk.asked().values())) == (3, {1})
    assert not JOURNAL.exists()


def test_a_background_job_of_a_script_hears_a_polite_kill_and_no_ctrl_c(desk: Desk, clean: bytes) -> None:
    """A shell without job control starts such jobs with Ctrl-C ignored."""
    desk.rule = stuck_after(3)
    command = desk.command("-o", "out.jsonl", "--concurrency", "4")
    with started(*command, by=("sh", "-c", 'trap "" INT; exec "$@"', "sh")) as process:
        wait_for(lambda: journalled() == 3 or process.poll() is not None, "three articles in the journal")
        process.send_signal(signal.SIGINT)
        time.sleep(1)
        assert process.poll() is None, process.communicate()[1]
        process.send_signal(signal.SIGTERM)
        _, talk = process.communicate(timeout=60)
    assert process.returncode == 143, talk
    assert "Traceback" not in talk, talk
    desk.rule = answering
    result = desk.run("-o", "out.jsonl", "--resume")
    assert (result.exit_code, Path("out.jsonl").read_bytes()) == (0, clean)


def test_a_disk_that_fills_keeps_the_old_output_and_what_was_paid_for(desk: Desk, clean: bytes) -> None:
    resource = pytest.importorskip("resource", reason="no limits on this system")
    Path("out.jsonl").write_bytes(b"old")
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    # No file may grow over this size, which ends as on a full disk.
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(clean) // 2, usual[1]))
    try:
        result = desk.run("-o", "out.jsonl", "--concurrency", "1")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert (result.exit_code, Path("out.jsonl").read_bytes()) == (1, b"old")
    assert re.search(r"^error: .*journal: writing failed \(File too large\)", result.stderr, re.MULTILINE)
    assert "Traceback" not in result.stderr
    done = journalled()
    assert done > 0
    desk.asked()
    assert desk.run("-o", "out.jsonl", "--resume").exit_code == 0
    assert (Path("out.jsonl").read_bytes(), desk.asked().total()) == (clean, 6 - done)


@pytest.fixture
def unfinished(news: None, desk: Desk) -> list[bytes]:
    """A journal that holds five of six articles; its lines."""
    desk.rule = refusing("Qab")
    assert desk.run("-o", "out.jsonl").exit_code == 1
    desk.rule = answering
    desk.asked()
    return JOURNAL.read_bytes().splitlines(keepends=True)


def test_a_last_line_half_written_is_dropped_with_a_warning(desk: Desk, clean: bytes, unfinished: list[bytes]) -> None:
    JOURNAL.write_bytes(b"".join(unfinished)[:-30])
    result = desk.run("-o", "out.jsonl", "--resume")
    assert result.exit_code == 0
    assert "journal: the last line was half written; its article is asked about again" in result.stderr
    assert desk.asked().total() == 2
    assert Path("out.jsonl").read_bytes() == clean


REFUSED = [
    pytest.param([], "keeps what an unfinished run has paid for; add --resume", id="forgot --resume"),
    pytest.param(["--resume", "--model", "n"], "model was 'm' and is 'n'", id="another model"),
    pytest.param(["--resume", "--prompt", "v1"], "prompt was 'v3@", id="another prompt"),
    pytest.param(["--resume", "--seed", "7"], "seed was 0 and is 7", id="another seed"),
    pytest.param(["--resume", "--fallback", "rules"], "fallback was None and is 'rules'", id="another fallback"),
    pytest.param(["--resume", "--ontology", "own.toml"], "ontology was ", id="another ontology"),
    pytest.param(["--resume", "--lang", "fa"], "5 of its articles, ", id="inputs read otherwise"),
]


def refused(desk: Desk, message: str, *more: str) -> None:
    """A run that ends before any call with one line of trouble and without touching a file."""
    before = {path: path.read_bytes() for path in Path().iterdir()}
    result = desk.run("-o", "out.jsonl", *more)
    assert (result.exit_code, desk.server.seen) == (2, [])
    assert result.stderr.startswith("error: ")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert {path: path.read_bytes() for path in Path().iterdir()} == before


@pytest.mark.parametrize(("more", "message"), REFUSED)
def test_a_journal_of_another_run_is_refused_before_any_call(
    desk: Desk, unfinished: list[bytes], more: list[str], message: str
) -> None:
    Path("own.toml").write_text('[kinds.drills]\ndefinition = "exercises"\nnouns.en = ["drill / drills"]\n')
    refused(desk, message, *more)


def test_a_journal_of_other_inputs_is_refused_before_any_call(desk: Desk, unfinished: list[bytes]) -> None:
    write_news(3)
    refused(desk, "3 of its articles, 'Q", "--resume")


def test_a_journal_torn_in_the_middle_is_refused_before_any_call(desk: Desk, unfinished: list[bytes]) -> None:
    JOURNAL.write_bytes(b"".join([*unfinished[:2], unfinished[2][:50], *unfinished[3:]]))
    refused(desk, "journal, line 3: is damaged", "--resume")


def test_two_runs_cannot_write_one_output(desk: Desk, unfinished: list[bytes]) -> None:
    fcntl = pytest.importorskip("fcntl", reason="no locks on this system")
    with JOURNAL.open("rb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        refused(desk, "out.jsonl: another run is writing it", "--resume")


LLM = ["run", "absent.jsonl", "--engine", "llm"]
HERE = ["--base-url", "http://127.0.0.1:1/v1"]
USAGE = [
    pytest.param(["run", "absent.jsonl", "--model", "m"], "--model is for --engine llm", id="a model for the rules"),
    pytest.param(["run", "absent.jsonl", "--resume"], "--resume is for --engine llm", id="--resume with the rules"),
    pytest.param(["run", "absent.jsonl", "--no-cache"], "--no-cache is for --engine llm", id="--no-cache with the rules"),
    pytest.param(["run", "absent.jsonl", "--temperature", "0"], "--temperature is for --engine llm", id="a zero is given too"),
    pytest.param([*LLM], "--engine llm needs a model", id="no model"),
    pytest.param([*LLM, *HERE, "--model", " "], "no model is named", id="a blank model"),
    pytest.param([*LLM, "--model", "m"], "set OPENAI_API_KEY", id="no key and no base URL"),
    pytest.param([*LLM, "--model", "m", "--base-url", "localhost:8080"], "not a URL", id="no URL"),
    pytest.param([*LLM, "--model", "m", *HERE, "--prompt", "v99"], "prompt 'v99' is not known", id="unknown prompt"),
    pytest.param([*LLM, "--model", "m", *HERE, "--prompt", "bad.md"], "bad.md", id="a prompt without a head"),
    pytest.param([*LLM, "--model", "m", *HERE, "--mode", "tools"], "Invalid value for '--mode'", id="unknown mode"),
    pytest.param([*LLM, "--model", "m", *HERE, "--fallback", "luck"], "Invalid value for '--fallback'", id="unknown fallback"),
    pytest.param([*LLM, "--model", "m", *HERE, "--timeout", "nan"], "--timeout", id="not a number"),
    pytest.param([*LLM, "--model", "m", *HERE, "--deadline", "inf"], "--deadline inf", id="no end"),
    pytest.param([*LLM, "--model", "m", *HERE, "--concurrency", "0"], "Invalid value for '--concurrency'", id="nobody works"),
    pytest.param([*LLM, "--model", "m", *HERE, "--jobs", "2"], "--jobs is for the rules", id="processes"),
    pytest.param([*LLM, "--model", "m", *HERE, "--resume"], "--resume needs -o FILE", id="resume stdout"),
    pytest.param([*LLM, "-", "--model", "m", *HERE, "--resume", "-o", "out.jsonl"], "save them to a file", id="resume stdin"),
    pytest.param([*LLM, "--model", "m", *HERE, "-o", "out.xlsx"], "must end in .jsonl", id="unknown suffix"),
    pytest.param([*LLM, "--model", "m", *HERE, "-o", "absent/out.jsonl"], "absent/out.jsonl: cannot be written", id="unwritable"),
    pytest.param([*LLM, ".", "--model", "m", *HERE, "-o", "out.jsonl"], "inside the input folder", id="among the inputs"),
    pytest.param([*LLM, "--model", "m", "--base-url", "http://[::1"], "not a URL", id="half an address"),
    pytest.param([*LLM, "--model", "m", "--base-url", "http://h:port/v1"], "not a URL", id="no port"),
    pytest.param([*LLM, "--model", "m", "--base-url", "http://"], "not a URL", id="no host"),
    pytest.param([*LLM, "--model", "m", *HERE, "--prices", "absent.toml"], "absent.toml: cannot be read", id="no prices"),
    pytest.param(["prompts", "show", "v99", "--article", "bad.md"], "prompt 'v99' is not known", id="no prompt to show"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "message"), USAGE)
def test_bad_usage_is_one_line_before_anything_is_read(
    given: list[str], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")
    Path("bad.md").write_text("Read the article.\n", encoding="utf-8")
    result = call(*given)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: ")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert [path.name for path in Path().iterdir()] == ["bad.md"]


def test_a_key_that_cannot_be_sent_is_bad_usage(news: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "ключ")
    result = call(*LLM, "--model", "m", *HERE)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: OPENAI_API_KEY: holds letters that no key has")


ENDPOINTS = [
    pytest.param(Reply(401, {"error": {"message": "no"}}), id="wrong key"),
    pytest.param(Reply(404, {"error": {"message": "no such model"}}), id="unknown model"),
    pytest.param(Reply(200, "<html>Hello</html>", {"content-type": "text/html"}), id="a web page"),
    pytest.param(Reply(429, {"error": {"code": "insufficient_quota", "message": "pay"}}), id="no quota"),
]


@pytest.mark.parametrize("reply", ENDPOINTS)
def test_an_endpoint_that_serves_nobody_ends_the_run_with_one_line(
    news: None, desk: Desk, reply: Reply, caplog: pytest.LogCaptureFixture
) -> None:
    desk.rule = lambda _: reply
    result = desk.run("-o", "out.jsonl")
    gc.collect()  # a task whose error nobody looked at says so when it goes
    assert (result.exit_code, result.stderr.count("\n"), caplog.text) == (2, 1, "")
    assert result.stderr.startswith("error: ")
    assert [path.name for path in Path().iterdir()] == ["news.jsonl"]


def test_a_run_to_resume_that_never_began_begins(news: None, desk: Desk) -> None:
    result = desk.run("-o", "out.jsonl", "--resume")
    assert result.exit_code == 0
    assert result.stderr.startswith("out.jsonl: no run to go on with is there; every article is asked about\n")


@pytest.mark.parametrize("where", ["environment", "password"])
def test_the_key_is_in_no_file_and_no_line(news: None, desk: Desk, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    monkeypatch.setenv("HASILA_CACHE", str(Path("cache").resolve()))
    desk.rule = refusing("Qab", body={"error": {"message": f"Incorrect API key provided: {KEY}"}})
    given = [part for part in desk.command("-o", "out.jsonl") if part != "--no-cache"]
    if where == "password":
        given[given.index(desk.server.url)] = desk.server.url.replace("//", f"//user:{KEY}@")
    result = call(*given)
    assert result.exit_code == 1
    sent = [seen.headers["authorization"] for seen in desk.server.seen]
    assert set(sent) == {
        f"Bearer {KEY}" if where == "environment" else f"Basic {b64encode(f'user:{KEY}'.encode()).decode()}"
    }
    files = [path for path in Path().rglob("*") if path.is_file()]
    assert {"out.jsonl", ".out.jsonl.journal", "out.jsonl.manifest.json", "replies.sqlite"} <= {f.name for f in files}
    for content in (result.output.encode(), *(path.read_bytes() for path in files)):
        assert KEY.encode() not in content


def test_standard_input_needs_no_journal(news: None, desk: Desk) -> None:
    given = ["-" if part == "news.jsonl" else part for part in desk.command("-o", "out.jsonl", "--format", "jsonl")]
    desk.rule = refusing("Qab")
    result = call(*given, stdin=Path("news.jsonl").read_text(encoding="utf-8"))
    assert result.exit_code == 1
    assert "--resume" not in result.stderr
    assert len(ids()) == 5
    assert not JOURNAL.exists()


class TestPrompts:
    def test_the_released_versions(self) -> None:
        head, *rows = call("prompts").stdout.splitlines()
        assert head.split() == ["version", "strategy", "slots", "languages", "digest"]
        assert [row.split()[:2] for row in rows][:3] == [["v1", "freeform"], ["v2", "freeform"], ["v3", "guided"]]

    def test_as_json(self) -> None:
        rows = [json.loads(line) for line in call("prompts", "--json").stdout.splitlines()]
        assert {"version": "v3", "strategy": "guided", "languages": "ar fa en"}.items() <= rows[2].items()
        assert re.fullmatch("[0-9a-f]{8}", rows[2]["digest"])

    @pytest.mark.parametrize("prompt", ["v1", "v2", "v3"])
    @pytest.mark.parametrize("mode", ["json_schema", "md_json"])
    def test_what_is_shown_is_what_is_sent(self, desk: Desk, prompt: str, mode: str) -> None:
        write_news(1)
        how = ["--prompt", prompt, "--mode", mode, "--max-tokens", "300", "--seed", "5"]
        desk.run(*how)
        same = ["--model", "m", "--base-url", desk.server.url, *how[2:]]
        shown = call("prompts", "show", prompt, "--article", "news.jsonl", *same, "--json")
        assert json.loads(shown.stdout) == desk.server.seen[0].json()

    def test_as_text(self) -> None:
        write_news(2)
        text = call("prompts", "show", "v3", "--article", "news.jsonl", *HERE).stdout
        assert 'model "MODEL"' in text
        assert "\n== system\n" in text
        assert "\n== schema of the reply\n" in text
        for post in POSTS[:2]:
            assert f"soldiers at post {post}" in text
        assert len(re.findall(r"^about [\d,]+ tokens$", text, re.MULTILINE)) == 2

    def test_an_article_that_cannot_be_read(self) -> None:
        result = call("prompts", "show", "v3", "--article", "absent.txt", *HERE)
        assert (result.exit_code, result.stdout) == (1, "")
        assert "absent.txt: no such file" in result.stderr

    def test_nothing_that_a_terminal_obeys_is_printed(self) -> None:
        Path("a.txt").write_text("Five soldiers \x1b[2J\u202e died, 12 more fell.", encoding="utf-8")
        for more in ([], ["--json"]):
            shown = call("prompts", "show", "v1", "--article", "a.txt", *HERE, *more).stdout
            assert "soldiers" in shown
            assert not set("\x1b\u202e") & set(shown)


@pytest.mark.parametrize(
    ("content", "size"),
    [("x" * 400, 100), ("ج" * 400, 200), ("ج" * 100 + "x" * 100, 75), ([{"type": "text", "text": "x" * 40}], 10)],
)
def test_the_estimate_of_tokens(content: object, size: int) -> None:
    assert tokens({"messages": [{"role": "user", "content": content}]}) == size


def test_a_watched_run_draws_a_bar(news: None, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "160")
    terminal, line = pty.openpty()
    drawn: list[bytes] = []

    def watch() -> None:
        with suppress(OSError):  # the other end is closed
            while chunk := os.read(terminal, 10_000):
                drawn.append(chunk)

    watcher = threading.Thread(target=watch)
    watcher.start()
    with os.fdopen(line, "w", encoding="utf-8") as stderr:
        monkeypatch.setattr(sys, "stderr", stderr)
        with pytest.raises(SystemExit) as ended:
            cli.app(desk.command("-o", "out.jsonl"))
    watcher.join()
    os.close(terminal)
    assert ended.value.code == 0
    assert re.search(rb"6 ok, 0 failed, 0 rejected; [1-9][\d,]* tokens; 0:00 left", b"".join(drawn))
    assert b"".join(drawn).endswith(b"; 0 failed\r\n")
