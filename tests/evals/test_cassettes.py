"""Cassettes: the file, what may be in it, how requests are matched, and what a miss says.

The exchanges in these tests are written by us; the last test checks what real models said, under `recordings/`.
"""

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from evals import cli
from evals.recordings.cassettes import (
    REQUEST_HEADERS,
    RESPONSE_HEADERS,
    Exchange,
    digest_of,
    dump_cassette,
    load_cassette,
    readable,
)
from evals.recordings.differences import Asked, difference
from evals.recordings.errors import RecordingError
from extract.endpoint import public_url

KEY = "sk-test-0123456789abcdefghij"
COMMITTED = Path(__file__).parents[2] / "recordings"


# --- the file --------------------------------------------------------------------------------------------------------

SAID = "قال الجيش\u200cالعراقي \u200fإن 12 جنديا 🚁\u2028 قتلوا\x85 \ufeff"


def exchange(said: str = SAID, **changes: Any) -> Exchange:
    body = readable(json.dumps({"model": "m", "messages": [{"role": "user", "content": said}]}).encode())
    reply = json.dumps({"choices": [{"message": {"content": said}}]}, ensure_ascii=False)
    url = "http://127.0.0.1:1/v1/chat/completions"
    made = Exchange("POST", url, body, {"accept": "*/*"}, 200, "OK", {"content-type": ["application/json"]}, reply)
    return replace(made, **changes)


def test_a_cassette_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(dump_cassette(path, [exchange(), exchange("بغداد")]))
    assert load_cassette(path) == [exchange(), exchange("بغداد")]
    assert json.loads(load_cassette(path)[0].body)["messages"][0]["content"] == SAID


def test_a_cassette_is_readable_and_plain_vcrpy(tmp_path: Path) -> None:
    written = dump_cassette(tmp_path / "a.yaml", [exchange("قال\u200cالجيش"), exchange()]).decode()
    assert "قال\u200cالجيش" in written
    assert "\\u06" not in written
    assert "!!" not in written
    assert 'body: |-\n      {\n       "model": "m",' in written
    serialize = pytest.importorskip("vcr.serialize")
    requests, responses = serialize.deserialize(written, pytest.importorskip("vcr.serializers.yamlserializer"))
    assert [request.method for request in requests] == ["POST", "POST"]
    assert json.loads(responses[1]["body"]["string"])["choices"][0]["message"]["content"] == SAID


PAIRS = [
    pytest.param(b'{"a": 1, "b": "\\u0642"}', '{"a":1,"b":"ق"}'.encode(), True, id="laid out otherwise"),
    pytest.param(b'{"a": 1, "b": 2}', b'{"b": 2, "a": 1}', False, id="a schema's order steers the model"),
    pytest.param(b'{"a": 1}', b'{"a": 1.0}', False, id="another number"),
    pytest.param(b'{"a": "x"}', b'{"a": "x "}', False, id="a blank more"),
    pytest.param(b"not json", b"not json", True, id="no JSON"),
]


@pytest.mark.parametrize(("one", "other", "same"), PAIRS)
def test_requests_are_matched_on_what_their_json_means(one: bytes, other: bytes, same: bool) -> None:
    assert (digest_of(one) == digest_of(other)) is same


REFUSED = [
    pytest.param(exchange(request_headers={"authorization": "x"}), "request header 'authorization'", id="request"),
    pytest.param(exchange(response_headers={"Set-Cookie": ["x"]}), "response header 'Set-Cookie'", id="response"),
    pytest.param(exchange(url="http://h/v1?api-key=1"), "a user or a query", id="query"),
    pytest.param(exchange(url="http://me:pass@h/v1"), "a user or a query", id="user"),
    pytest.param(exchange(status=503), "an answer 503", id="server error"),
    pytest.param(exchange(status=429), "an answer 429", id="rate limit"),
    pytest.param(exchange("key " + KEY), "looks like an API key", id="key"),
    pytest.param(exchange(reply="Bearer abcdefghijklmnop1234"), "looks like an API key", id="bearer"),
    pytest.param(exchange(reply="my own-secret key"), "looks like an API key", id="the key in use"),
]


@pytest.mark.parametrize(("bad", "message"), REFUSED)
def test_what_may_not_be_public_is_neither_written_nor_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bad: Exchange, message: str
) -> None:
    path = tmp_path / "a.yaml"
    monkeypatch.setenv("OPENAI_API_KEY", "own-secret")
    with pytest.raises(RecordingError, match=message) as refusal:
        dump_cassette(path, [bad])
    assert not {"own-secret", KEY} & set(str(refusal.value).split())
    request = {"method": "POST", "uri": bad.url, "body": bad.body, "headers": _lists(bad.request_headers)}
    response = {
        "status": {"code": bad.status, "message": "OK"},
        "headers": _lists(bad.response_headers),
        "body": {"string": bad.reply},
    }
    path.write_text(yaml.safe_dump({"version": 1, "interactions": [{"request": request, "response": response}]}))
    with pytest.raises(RecordingError, match=message):
        load_cassette(path)


def _lists(headers: Any) -> dict[str, list[str]]:
    return {name: value if isinstance(value, list) else [value] for name, value in headers.items()}


BROKEN = [
    pytest.param(b"!!python/object/apply:os.system ['touch owned']", "is not plain YAML .*python", id="python"),
    pytest.param(b"version: 1\ninteractions: !!python/tuple []", "is not plain YAML", id="python tuple"),
    pytest.param(b"version: [", "is not plain YAML", id="torn"),
    pytest.param(b"- 1", "is not a cassette", id="a list"),
    pytest.param(b"", "is not a cassette", id="empty"),
    pytest.param(b"version: 1\ninteractions:\n- request: 1", "is not a cassette", id="other shape"),
    pytest.param(b"[" * 100_000, "is nested too deeply|is not plain YAML", id="deep"),
    pytest.param("version: ق".encode("cp1256"), "is not UTF-8", id="another encoding"),
]


@pytest.mark.parametrize(("content", "message"), BROKEN)
def test_a_file_that_is_no_cassette_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_bytes(content)
    with pytest.raises(RecordingError, match=message) as refusal:
        load_cassette(Path("a.yaml"))
    assert "\n" not in str(refusal.value)
    assert not Path("owned").exists()


@pytest.mark.parametrize(
    ("url", "public"),
    [
        ("https://user:pass@host:8/v1?key=1#x", "https://host:8/v1"),
        ("http://[::1]:8080/v1", "http://[::1]:8080/v1"),
        ("https://host/openai/v1", "https://host/openai/v1"),
    ],
)
def test_urls_lose_what_may_be_secret(url: str, public: str) -> None:
    assert public_url(url) == public


# --- what changed ----------------------------------------------------------------------------------------------------

REQUEST: dict[str, Any] = {
    "messages": [{"role": "system", "content": "Find the figures."}, {"role": "user", "content": "12 killed"}],
    "model": "m",
    "response_format": {"json_schema": {"schema": {"properties": {"f1": {"const": "12"}}}}},
    "temperature": 0.0,
}

CHANGES: list[Any] = [
    pytest.param({"model": "n"}, "at model: “n”; recorded was “m”", id="model"),
    pytest.param({"model": "n", "messages": []}, "at model: ", id="the model before all else"),
    pytest.param({"temperature": 0.5}, "at temperature: 0.5; recorded was 0.0", id="sampling"),
    pytest.param({"seed": 7}, "at seed: 7; recorded was nothing", id="a setting more"),
    pytest.param(
        {"messages": [{"role": "system", "content": "Find all figures."}, REQUEST["messages"][1]]},
        "at messages[0].content: “Find all figures.”; recorded was “Find the figures.”",
        id="prompt",
    ),
    pytest.param(
        {"messages": REQUEST["messages"][:1]}, "at messages[1].role: nothing; recorded was “user”", id="a message less"
    ),
    pytest.param(
        {"response_format": {"json_schema": {"schema": {"properties": {"f1": {"const": "13"}}}}}},
        "at response_format.json_schema.schema.properties.f1.const: “13”; recorded was “12”",
        id="schema",
    ),
]


@pytest.mark.parametrize(("change", "words"), CHANGES)
def test_a_miss_says_what_changed_beside_the_likeliest_request(change: dict[str, Any], words: str) -> None:
    other = {**REQUEST, "messages": [{"role": "user", "content": "Nothing of the kind was said there."}]}
    recorded = [Asked(Path("b.yaml"), json.dumps(other)), Asked(Path("a.yaml"), json.dumps(REQUEST))]
    found = difference(json.dumps({**REQUEST, **change}).encode(), recorded)
    assert found.startswith("a.yaml: the request changed ")
    assert words in found


def test_a_miss_that_is_only_another_order() -> None:
    turned = dict(reversed(REQUEST.items()))
    found = difference(json.dumps(turned).encode(), [Asked(Path("a.yaml"), json.dumps(REQUEST))])
    assert found == "a.yaml: the request changed its order at temperature"


# --- what is committed -----------------------------------------------------------------------------------------------


@pytest.mark.skipif(not COMMITTED.is_dir(), reason="no recordings/ folder: nothing is recorded yet")
def test_every_committed_cassette_is_readable_and_holds_nothing_private() -> None:
    paths = sorted(COMMITTED.rglob("*.yaml"))
    assert paths
    home = str(Path.home())
    for path in paths:
        exchanges = load_cassette(path)
        assert exchanges, path
        for one in exchanges:
            assert {name.lower() for name in one.request_headers} <= REQUEST_HEADERS, path
            assert {name.lower() for name in one.response_headers} <= RESPONSE_HEADERS, path
            assert (one.method, one.status) == ("POST", 200), path
            assert isinstance(one.reply, str), path
        text = path.read_text(encoding="utf-8")
        assert "\\u06" not in text, path
        assert home + os.sep not in text, path


@pytest.mark.skipif(not COMMITTED.is_dir(), reason="no recordings/ folder: nothing is recorded yet")
def test_the_readme_tells_what_the_committed_replies_score(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(COMMITTED.parent)
    how = ["--recorded", "qwen2.5-coder-1.5b", "--split", "test"]
    result = CliRunner().invoke(cli.app, ["compare", "v1", "v2", "v3", "v4", *how])
    assert result.exit_code == 0, result.stderr
    readme = Path("README.md").read_text(encoding="utf-8")
    for version in ("v1", "v2", "v3", "v4"):
        row = next(line for line in result.stdout.splitlines() if line.startswith(version)).split()
        f1, tokens, rejected = float(row[3]), row[-2], row[-1]
        (told,) = [line for line in readme.splitlines() if line.startswith(f"| {version}:")]
        assert f"| {f1:.2f} [" in told
        assert f"| {tokens} | {rejected} |" in told
