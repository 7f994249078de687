"""The benchmark of asking a model measures what it says, and the scripted server answers what it is asked."""

import json
import sys
import time
from collections import Counter
from typing import Any

import httpx2
import pytest

from evals import bench_llm
from evals.bench_llm import HEADS, LlmReport, LlmSample, dispatches, rows
from evals.errors import UnmeasuredError
from evals.scripted import Reply, completion, least, serve, serving

FEW = LlmSample(320, 32, 0.2, seconds=2.2, cpu_seconds=1.6, peak_mb=160.0, start_up=1.5)
MANY = LlmSample(5_000, 32, 0.0, seconds=30.0, cpu_seconds=25.0, peak_mb=168.0, start_up=1.5)


# The numbers.


def test_what_a_sample_says() -> None:
    assert FEW.ideal == pytest.approx(2.0)
    assert FEW.ratio == pytest.approx(1.1)
    assert FEW.overhead_ms == pytest.approx(5.0)
    assert (MANY.ideal, MANY.ratio) == (0, 0)


def test_the_report_as_a_table_and_as_data() -> None:
    report = LlmReport(FEW, MANY)
    timed, many = rows(report)
    assert timed == ("320", "32", "200 ms", "2.00", "2.20", "1.10", "1.50", "5.0", "160")
    assert many == ("5,000", "32", "0 ms", "", "30.00", "", "1.50", "5.0", "168")
    assert len(HEADS) == len(timed)
    data = json.loads(report.as_json())
    assert data["memory_growth"] == 1.05
    assert [(s["articles"], s["ratio"], s["overhead_ms"]) for s in data["samples"]] == [
        (320, 1.1, 5.0),
        (5_000, 0.0, 5.0),
    ]


def test_the_dispatches_are_short_and_all_different() -> None:
    made = list(dispatches(5_000))
    assert len({article.text for article in made}) == len({article.id for article in made}) == 5_000
    assert Counter(article.lang for article in made) == {"ar": 1667, "fa": 1667, "en": 1666}
    assert all(280 < len(article.text) < 380 for article in made)
    assert list(dispatches(30)) == made[:30]


def test_a_measurement_in_its_own_process() -> None:
    said: list[str] = []
    report = bench_llm.bench_llm(said.append, sizes=(6, 12), concurrency=3, latency=0.1, repeats=1)
    assert (report.timed.articles, report.many.articles) == (6, 12)
    assert report.timed.ideal == pytest.approx(0.2)
    assert report.timed.ratio >= 1
    assert report.timed.start_up > 0.1
    assert report.timed.cpu_seconds > 0
    assert len(said) == 2


def test_a_measurement_that_fails_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(UnmeasuredError, match=r"^measuring 3 articles with a model failed: exit code 1$"):
        bench_llm._measure("http://127.0.0.1:9/v1", 3, 1, 0)


def test_an_article_that_fails_is_no_measurement() -> None:
    with serve(lambda _: Reply(400)) as server, pytest.raises(UnmeasuredError, match="bad_request"):
        bench_llm.measure(server.url, 3, 2, 0)


def test_a_server_of_its_own_ends_with_the_block() -> None:
    with serving(0) as url:
        assert httpx2.post(url, json={}).json()["choices"]
    with pytest.raises(httpx2.ConnectError):
        httpx2.post(url, json={})


# The server's own answers.

PERSON = {
    "type": "object",
    "properties": {"name": {"type": "string"}, "age": {"type": "integer"}},
    "required": ["name"],
}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"const": "قتل"}, "قتل"),
        ({"enum": ["killed", "wounded"]}, "killed"),
        ({"type": "string"}, ""),
        ({"type": "string", "minLength": 3}, "---"),
        ({"type": "integer", "minimum": 4}, 4),
        ({"type": "number"}, 0),
        ({"type": "boolean"}, False),
        ({"type": "null"}, None),
        ({"type": ["string", "null"]}, ""),
        ({"type": "array", "items": {"type": "integer"}}, []),
        ({"type": "array", "items": {"type": "integer"}, "minItems": 2}, [0, 0]),
        ({"type": "array", "prefixItems": [{"const": 1}], "items": PERSON, "minItems": 2}, [1, {"name": ""}]),
        ({"anyOf": [{"type": "null"}, PERSON]}, None),
        ({"oneOf": [PERSON, {"type": "null"}]}, {"name": ""}),
        (PERSON, {"name": ""}),
        ({"$ref": "#/$defs/person", "$defs": {"person": PERSON}}, {"name": ""}),
        ({}, {}),
    ],
)
def test_the_least_that_a_schema_takes(schema: dict[str, Any], expected: Any) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    assert least(schema, schema) == expected
    jsonschema.validate(expected, schema)


def test_a_completion_answers_its_request() -> None:
    asked = {
        "model": "m",
        "messages": [{"role": "user", "content": "?"}],
        "response_format": {"json_schema": {"schema": PERSON}},
    }
    answered = completion(asked)
    assert json.loads(answered["choices"][0]["message"]["content"]) == {"name": ""}
    assert (answered["model"], answered["usage"]["completion_tokens"]) == ("m", 3)
    assert answered["usage"]["total_tokens"] == answered["usage"]["prompt_tokens"] + 3
    assert completion(asked, "no")["choices"][0]["message"]["content"] == "no"


def test_a_script_is_followed_and_then_the_default_answers() -> None:
    script = [Reply(503, "later", {"x-mark": "1"}), Reply(body={"a": 1}, delay=0.2)]
    with serve(script) as server, httpx2.Client() as client:
        first, second, third = (client.post(f"{server.url}/x", json={"n": n}) for n in range(3))
    assert (first.status_code, first.text, first.headers["x-mark"]) == (503, "later", "1")
    assert second.json() == {"a": 1}
    assert second.elapsed.total_seconds() >= 0.2
    assert third.json()["choices"]
    assert [(seen.method, seen.path, seen.json()) for seen in server.seen] == [
        ("POST", "/v1/x", {"n": n}) for n in range(3)
    ]


@pytest.mark.parametrize("fault", ["drop", "cut", "hang", "trickle"])
def test_faults(fault: Any) -> None:
    with serve([Reply(body="x" * 200, fault=fault)]) as server, pytest.raises(httpx2.TransportError) as raised:
        read_for(0.3, server.url)
    broken = isinstance(raised.value, httpx2.RemoteProtocolError)
    assert broken is (fault in ("drop", "cut"))


def read_for(seconds: float, url: str) -> None:
    with httpx2.stream("POST", url, json={}, timeout=seconds) as reply:
        end = time.perf_counter() + seconds
        for _ in reply.iter_bytes():
            if time.perf_counter() > end:
                raise httpx2.ReadTimeout("still trickling")
