"""Recordings: real traffic from a local server is kept and replayed with the network closed, and nothing else is.

The answers in these tests are written by us: the server here gives the least that the request's own schema takes.
"""

import asyncio
import gzip
import hashlib
import json
import shlex
import socket
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx2
import pytest
from goldset import figure, gold_article, write_gold
from typer.testing import CliRunner, Result

from evals import cli
from evals.recordings.cassettes import (
    load_cassette,
)
from evals.recordings.record import Progress
from evals.scripted import completion
from extract.engines.llm.examples import check_prompt
from extract.prompts import load_prompt

KEY = "sk-test-0123456789abcdefghij"
HEAD = '+++\nstrategy = "{}"\nslots = []\nlanguages = ["ar", "en"]\n+++\n# System\nSay what each is.\n{{{{kinds}}}}\n'


def test_the_time_left() -> None:
    assert Progress(4, 2, 2, 240.0).line("v3 a", "1 answers") == "2/4 v3 a: 1 answers, about 4 min left"
    assert Progress(200, 100, 10, 600.0).line("a", "x").endswith("about 1 h 40 min left")
    assert Progress(2, 2, 2, 1.0).line("a", "x") == "2/2 a: x"


@dataclass
class Model:
    """A server that answers as `answer` says: (status, headers, body). It keeps what it was asked."""

    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    answer: Callable[[dict[str, Any]], tuple[int, dict[str, str], bytes]] = lambda body: answered(completion(body))


def answered(reply: Any, status: int = 200, **headers: str) -> tuple[int, dict[str, str], bytes]:
    return status, headers, json.dumps(reply, ensure_ascii=False).encode()


@contextmanager
def serving(model: Model) -> Iterator[None]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            model.asked.append(body)
            model.keys.append(self.headers["authorization"])
            status, headers, reply = model.answer(body)
            self.reply(status, {"Set-Cookie": "session=1", "openai-organization": "org-1", **headers}, reply)

        def do_GET(self) -> None:
            models = {"data": [{"id": "/home/somebody/m.gguf", "meta": {"n_params": 1500}}]}
            found = models if self.path == "/v1/models" else {"build_info": "b1", "model_path": "/home/somebody/m.gguf"}
            self.reply(200, {}, json.dumps(found).encode())

        def reply(self, status: int, headers: dict[str, str], body: bytes) -> None:
            self.send_response(status)
            for name, value in {"Content-Type": "application/json", **headers, "Content-Length": len(body)}.items():
                self.send_header(name, str(value))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    model.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Generator[Model]:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    found = Model()
    with serving(found):
        yield found


def furnish(folder: Path) -> Path:
    """A gold set of three articles, one of them in test, and two prompts."""
    arabic = "قال الجيش إن نحو 300 جندي غادروا القاعدة يوم 3 مارس 2026."
    soldiers = figure("نحو 300 جندي", "personnel", 300, text=arabic, qualifier="approximate", low=None, high=None)
    english = "The ministry said 7 people were held on Monday."
    write_gold(
        folder / "gold",
        [gold_article(), gold_article("leaving", (soldiers,), (), text=arabic, lang="ar")],
        [gold_article("held", (), (), text=english)],
    )
    for name, strategy in (("free", "freeform"), ("guided", "guided")):
        (folder / f"{name}.md").write_text(HEAD.format(strategy), encoding="utf-8")
    return folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A furnished folder to work in."""
    reread_prompts()
    monkeypatch.chdir(furnish(tmp_path))
    return tmp_path


def reread_prompts() -> None:
    """A process reads a prompt's file once."""
    load_prompt.cache_clear()
    check_prompt.cache_clear()


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Model]:
    """A furnished folder with the recording "tiny" of dev by both prompts, and the model as it was; not to be changed."""
    reread_prompts()
    folder, model = furnish(tmp_path_factory.mktemp("once")), Model()
    with serving(model), pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("OPENAI_API_KEY", KEY)
        patch.delenv("OPENAI_BASE_URL", raising=False)
        assert record(model, prompt=("free.md", "guided.md")).exit_code == 0
    return folder, model


@pytest.fixture
def recorded(once: tuple[Path, Model], monkeypatch: pytest.MonkeyPatch) -> Model:
    """The model of a recording that is in the working folder; nobody answers any more."""
    reread_prompts()
    monkeypatch.chdir(once[0])
    return once[1]


def call(*arguments: str) -> Result:
    return CliRunner().invoke(cli.app, list(arguments))


def record(model: Model, *more: str, prompt: tuple[str, ...] = ("guided.md",)) -> Result:
    options = ["--model", "m", "--base-url", model.url, "--max-tokens", "99", "--prompt", *prompt]
    return call("record", "tiny", *options, *more)


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """No socket connects; the list holds where somebody tried to go."""
    tried: list[Any] = []

    def refuse(_: socket.socket, address: Any) -> None:
        tried.append(address)
        raise OSError("the network is closed")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    return tried


def test_the_network_is_closed_where_the_tests_say_so(model: Model, closed: list[Any]) -> None:
    """Else the tests below would prove nothing."""

    async def ask() -> None:
        async with httpx2.AsyncHTTPTransport() as network:
            await network.handle_async_request(httpx2.Request("POST", model.url))

    with pytest.raises(httpx2.ConnectError):
        asyncio.run(ask())
    assert len(closed) == 1


@pytest.mark.parametrize("prompt", ["guided.md", "free.md"])
def test_a_replay_is_what_the_model_said(home: Path, model: Model, request: pytest.FixtureRequest, prompt: str) -> None:
    options = ["--model", "m", "--base-url", model.url, "--max-tokens", "99", "--prompt", prompt, "--no-cache"]
    live = call("run", "--engine", "llm", *options, "-o", "live", "--json")
    assert live.exit_code == 0, live.stderr
    assert record(model, prompt=(prompt,)).exit_code == 0
    asked = len(model.asked)
    tried = request.getfixturevalue("closed")
    replayed = call("run", "--recorded", "tiny", "--prompt", prompt, "-o", "replayed", "--json")
    assert replayed.exit_code == 0, replayed.stderr
    assert json.loads(replayed.stdout) == json.loads(live.stdout)
    assert Path("replayed/predictions.jsonl").read_bytes() == Path("live/predictions.jsonl").read_bytes()
    assert (len(model.asked), tried) == (asked, [])


def test_cassettes_hold_what_was_said_and_no_more(home: Path, model: Model) -> None:
    model.answer = lambda body: (
        200, {"Content-Encoding": "gzip"}, gzip.compress(json.dumps(completion(body), ensure_ascii=False).encode())
    )  # fmt: skip
    result = record(model, prompt=("free.md", "guided.md"))
    assert result.exit_code == 0, result.stderr
    assert set(model.keys) == {f"Bearer {KEY}"}, "the key was used"
    files = sorted(str(path.relative_to("recordings/tiny")) for path in Path("recordings").rglob("*.yaml"))
    assert files == [f"{prompt}/{article}.yaml" for prompt in ("free", "guided") for article in ("leaving", "raid")]
    written = Path("recordings/tiny/guided/leaving.yaml").read_text(encoding="utf-8")
    assert "قال الجيش إن" in written
    for secret in (KEY, "session=1", "org-1", "authorization", "gzip"):
        assert secret not in written
    assert {path.name[0] for path in Path("recordings").rglob("*.*")} - {"l", "r", "m"} == set(), "no drafts left"


def test_the_manifest_says_what_was_recorded(home: Path, model: Model) -> None:
    Path("m.gguf").write_bytes(b"weights")
    more = ("--model-file", "m.gguf", "--server", "llama.cpp b1", "--note", "machine=2 cores")
    assert record(model, *more).exit_code == 0
    assert record(model, "--split", "test", "--note", "by=us").exit_code == 0
    data = json.loads(Path("recordings/tiny/manifest.json").read_text(encoding="utf-8"))
    assert data["sampling"] == {
        "model": "m", "base_url": model.url, "mode": "json_schema", "temperature": 0, "seed": 0, "max_tokens": 99,
        "reasks": 1,
    }  # fmt: skip
    assert data["server"] == {
        "model_sha256": hashlib.sha256(b"weights").hexdigest(),
        "stated": "llama.cpp b1",
        "reported": {"model": "m.gguf", "n_params": 1500, "build": "b1"},
    }
    assert data["notes"] == {"machine": "2 cores", "by": "us"}
    assert data["prompts"]["guided"]["splits"] == {"dev": ["leaving", "raid"], "test": ["held"]}
    assert "somebody" not in json.dumps(data), "a server's own folders are nobody's business"


def test_recording_goes_on_where_it_stopped(home: Path, model: Model) -> None:
    """The server fails for one article; the next call asks for that one alone."""

    def overloaded(body: dict[str, Any]) -> tuple[int, dict[str, str], bytes]:
        if "300" in str(body["messages"]):
            return answered({"error": {"message": "overloaded"}}, 429, **{"Retry-After": "3600"})
        return answered(completion(body))

    model.answer = overloaded
    first = record(model)
    assert first.exit_code == 1
    assert "1/2 guided leaving: not recorded, since the server failed" in first.stderr
    assert "not recorded: 1 of 2; the same command goes on with them" in first.stderr
    assert [path.stem for path in Path("recordings").rglob("*.yaml")] == ["raid"]
    assert call("run", "--recorded", "tiny", "--prompt", "guided.md").exit_code == 2, "no silent half"
    model.answer = lambda body: answered(completion(body))
    model.asked.clear()
    second = record(model)
    assert second.exit_code == 0, second.stderr
    assert "guided raid: recorded already" in second.stderr
    assert len(model.asked) == 1
    assert "300" in str(model.asked[0]["messages"])
    assert call("run", "--recorded", "tiny", "--prompt", "guided.md").exit_code == 0


def test_troubles_on_the_way_are_not_kept(home: Path, model: Model) -> None:
    troubles = [answered({}, 500), answered({}, 429, **{"Retry-After": "0"})]
    model.answer = lambda body: troubles.pop() if troubles else answered(completion(body))
    assert record(model, "--split", "test").exit_code == 0
    assert len(model.asked) == 3
    assert [one.status for one in load_cassette(Path("recordings/tiny/guided/held.yaml"))] == [200]


def test_a_failure_by_the_models_own_doing_is_kept(home: Path, model: Model) -> None:
    def cut_off(body: dict[str, Any]) -> tuple[int, dict[str, str], bytes]:
        reply = completion(body, "Certainly! Let me think about")
        reply["choices"][0]["finish_reason"] = "length"
        return answered(reply)

    model.answer = cut_off
    result = record(model, "--split", "test")
    assert result.exit_code == 0, result.stderr
    assert "the article failed: reply_truncated" in result.stderr
    replayed = call("run", "--recorded", "tiny", "--prompt", "guided.md", "--split", "test")
    assert replayed.exit_code == 0
    assert "note: article 'held' counts as all missed: held: reply_truncated" in replayed.stderr


def test_a_key_that_the_server_echoes_is_not_written(home: Path, model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "plain-looking-key")
    model.answer = lambda body: answered({**completion(body), "echo": "plain-looking-key"})
    result = record(model)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "holds what looks like an API key" in result.stderr
    assert "plain-looking-key" not in result.stderr
    assert list(Path("recordings").rglob("*.yaml")) == []


def edit_prompt() -> None:
    Path("guided.md").write_text(HEAD.format("guided").replace("Say what", "Tell what"), encoding="utf-8")
    reread_prompts()


MISSES = [
    pytest.param(
        edit_prompt,
        ["the request changed at messages[0].content: “Tell what each is.", "recorded was “Say what each is."],
        id="an edited prompt",
    ),
    pytest.param(
        lambda: Path("recordings/tiny/guided/raid.yaml").unlink(), ["no cassette for raid, or "], id="a lost cassette"
    ),
]


@pytest.mark.parametrize(("change", "parts"), MISSES)
@pytest.mark.parametrize(
    "command", [["run", "--prompt", "guided.md"], ["compare", "rules", "guided.md", "--split", "dev"]]
)
def test_a_miss_is_an_error_and_never_a_call(
    home: Path,
    model: Model,
    request: pytest.FixtureRequest,
    change: Callable[[], object],
    parts: list[str],
    command: list[str],
) -> None:
    assert record(model).exit_code == 0
    asked = len(model.asked)
    change()
    tried = request.getfixturevalue("closed")
    result = call(*command, "--recorded", "tiny")
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = [line for line in result.stderr.splitlines() if line.startswith("error: ")]
    for part in [*parts, f"evals record tiny --model m --base-url {model.url}", "--max-tokens 99", "--split dev"]:
        assert part in line
    assert (len(model.asked), tried) == (asked, [])


def test_the_command_that_records_again_is_the_one_that_recorded(home: Path, model: Model) -> None:
    how = ["--seed", "7", "--reasks", "0", "--temperature", "0.5", "--max-tokens", "900", "--mode", "md_json"]
    assert record(model, *how).exit_code == 0
    edit_prompt()
    missed = call("run", "--recorded", "tiny", "--prompt", "guided.md").stderr
    again = shlex.split(missed.partition("to record it again: evals ")[2].splitlines()[0])
    assert again[:2] == ["record", "tiny"]
    result = call(*again)
    assert result.exit_code == 0, result.stderr  # it says so when a setting differs from what is recorded


def test_an_edited_prompt_is_recorded_anew(home: Path, model: Model) -> None:
    assert record(model).exit_code == 0
    assert record(model, "--split", "test").exit_code == 0
    edit_prompt()
    assert record(model).exit_code == 0
    data = json.loads(Path("recordings/tiny/manifest.json").read_text(encoding="utf-8"))
    assert list(data["prompts"]["guided"]["splits"]) == ["dev"], "what the old text gave in test is no recording of it"
    assert call("run", "--recorded", "tiny", "--prompt", "guided.md").exit_code == 0


def test_versions_and_rules_beside_each_other(recorded: Model, closed: list[Any]) -> None:
    systems = ["free.md", "guided.md", "rules", "--recorded", "tiny", "--split", "dev"]
    result = call("compare", *systems, "--json")
    assert result.exit_code == 0, result.stderr
    free, guided, rules = json.loads(result.stdout)["systems"]
    assert [free["name"], guided["name"], rules["name"]] == ["free", "guided", "rules"]
    assert rules["prompt_tokens"] is rules["tokens_per_figure"] is None
    spent = [completion(body)["usage"] for body in recorded.asked]
    for tokens in ("prompt_tokens", "completion_tokens"):
        assert free[tokens] + guided[tokens] == sum(usage[tokens] for usage in spent)
    table = call("compare", *systems).stdout
    for part in ("prompt tokens", "tokens/figure", "rejected because", "rules: gold "):
        assert part in table
    assert not closed


def test_mistakes_of_a_replay(recorded: Model) -> None:
    result = call("show", "free.md", "--recorded", "tiny", "--split", "dev", "--errors", "--json")
    assert result.exit_code == 0, result.stderr
    mistakes = json.loads(result.stdout)["mistakes"]
    assert {(m["article"], m["quote"]) for m in mistakes} >= {("raid", "12 soldiers"), ("leaving", "نحو 300 جندي")}


BAD = [
    pytest.param(["run", "--recorded", "gone", "--prompt", "free.md"], "gone: no such recording; there are tiny", id="name"),
    pytest.param(["run", "--recorded", "../x", "--prompt", "free.md"], "recording '../x': use letters", id="path"),
    pytest.param(["run", "--recorded", "tiny"], "--recorded needs a prompt version", id="no prompt"),
    pytest.param(["run", "--recorded", "tiny", "--prompt", "v999"], "prompt 'v999' is not known", id="prompt"),
    pytest.param(["run", "--recorded", "tiny", "--prompt", "guided.md", "--model", "x"], "--model has no effect with --recorded", id="model"),
    pytest.param(["run", "--recorded", "tiny", "--prompt", "v1"], "prompt v1 is not recorded, but free, guided", id="other"),
    pytest.param(
        ["compare", "rules", "guided.md", "--recorded", "tiny"],
        "prompt guided is not recorded on 1 of the 3 articles of all (held); choose what is (dev) with --split",
        id="split",
    ),
    pytest.param(["record", "tiny", "--model", "m", "--base-url", "http://127.0.0.1:9/v1"], "no prompt version", id="none"),
    pytest.param(["record", "tiny", "--prompt", "guided.md"], "needs a model", id="no model"),
    pytest.param(["record", "tiny", "--model", "m", "--prompt", "guided.md", "--note", "x"], "--note x: write it as", id="note"),
    pytest.param(
        ["record", "tiny", "--model", "other", "--base-url", "http://127.0.0.1:9/v1", "--prompt", "guided.md"],
        "recordings/tiny: was recorded with model m, not other; record under another name",
        id="another model",
    ),
    pytest.param(["run", "--model", "m"], "--model is for --engine llm", id="an option of the other engine"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "message"), BAD)
def test_bad_calls_are_one_line(recorded: Model, arguments: list[str], message: str) -> None:
    result = call(*arguments)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert message in result.stderr
