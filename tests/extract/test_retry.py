"""Every way a server may fail, on real sockets: what is tried again, what is not, how long it takes, what it is called.

The replies are written for the test. Waits between attempts are skipped unless the waiting itself is tested.
"""

import asyncio
import gzip
import re
import time
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

import httpx2
import openai
import pytest
from asking import BODY, KEY, QUICK, ask

from evals.scripted import Reply, serve
from extract.errors import EndpointError, HasilaError, ModelFailure
from extract.retry import LONGEST_REPLY, Limiter, Policy, RetryingTransport, estimated_tokens, server_wait

GOOD = {"choices": [{"message": {"content": "12"}}]}
NOW = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)


def says(message: str, **more: Any) -> dict[str, Any]:
    return {"error": {"message": message, **more}}


# What passes.


@pytest.mark.parametrize(
    "trouble",
    [
        Reply(429, says("slow down")),
        Reply(408),
        Reply(409),
        Reply(500),
        Reply(502, "<html>bad gateway</html>", {"content-type": "text/html"}),
        Reply(503),
        Reply(529),
        Reply(fault="drop"),
        Reply(fault="cut"),
        Reply(200, says("upstream failed", code=502)),
        Reply(200, "not JSON"),
        Reply(200, "[" * 100_000),
        Reply(200, '{"a": ' + "9" * 5000 + "}"),
        Reply(200, b"\xff\xfe"),
        Reply(200, "[1, 2]"),
    ],
    ids=lambda reply: f"{reply.status}{reply.fault}",
)
def test_what_passes_is_tried_again(trouble: Reply) -> None:
    with serve([trouble, Reply(body=GOOD)]) as server:
        asked = ask(server.url)
    assert (asked.reply, asked.error) == (GOOD, None)
    assert (len(server.seen), asked.usage.attempts, len(asked.waits)) == (2, 2, 1)
    assert server.seen[0].body == server.seen[1].body


@pytest.mark.parametrize(
    ("trouble", "name", "words"),
    [
        (Reply(429, says("slow down")), "rate_limited", "HTTP 429: slow down"),
        (Reply(500, {"error": "out of memory"}), "server_error", "HTTP 500: out of memory"),
        (Reply(503, {"detail": "loading"}), "server_error", "HTTP 503: loading"),
        (Reply(408), "timed_out", "HTTP 408"),
        (Reply(fault="drop"), "connection_failed", "broke off"),
        (Reply(fault="cut"), "connection_failed", "broke off"),
        (Reply(200, "12 killed"), "reply_not_json", "not a JSON object"),
        (Reply(200, says("upstream failed", code=429)), "rate_limited", "upstream failed"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_last_failure_is_named(trouble: Reply, name: str, words: str) -> None:
    with serve(lambda _: trouble) as server:
        asked = ask(server.url)
    assert isinstance(asked.error, ModelFailure)
    assert asked.error.name == name
    assert words in str(asked.error)
    assert str(asked.error).endswith("after 3 attempts")
    assert (len(server.seen), asked.usage.attempts) == (3, 3)


def test_waits_grow_and_vary() -> None:
    with serve(lambda _: Reply(500)) as server:
        waits = [ask(server.url, Policy(attempts=6)).waits for _ in range(4)]
    assert all(0.25 <= wait <= 2**number for run in waits for number, wait in enumerate(run))
    assert len({round(wait, 6) for run in waits for wait in run}) == 20
    assert sum(run[4] for run in waits) > sum(run[0] for run in waits)


# What does not pass.


@pytest.mark.parametrize(
    ("trouble", "error", "words"),
    [
        (Reply(400, says("context too long")), ModelFailure, "bad_request: the server refuses the request (HTTP 400: context too long)"),
        (Reply(422, {"detail": "bad schema"}), ModelFailure, "bad_request"),
        (Reply(400, says("no such model", code="model_not_found")), EndpointError, "--model"),
        (Reply(401, says("bad key")), EndpointError, "OPENAI_API_KEY"),
        (Reply(403, "<html>no</html>", {"content-type": "text/html"}), EndpointError, "OPENAI_API_KEY"),
        (Reply(404, {"error": "model 'm' not found"}), EndpointError, "does not know the model, or has no API there (HTTP 404: model 'm' not found)"),
        (Reply(405), EndpointError, "--base-url"),
        (Reply(301, "", {"location": "https://example.org/v1"}), EndpointError, "redirect (HTTP 301)"),
        (Reply(404, "<html>", {"content-type": "text/html"}), EndpointError, "web page (HTTP 404)"),
        (Reply(200, "<!doctype html>", {"content-type": "text/html"}), EndpointError, "usually ends in /v1"),
        (Reply(200, "\n<html>"), EndpointError, "web page"),
        (Reply(429, says("pay up", code="insufficient_quota")), EndpointError, "quota is used up (HTTP 429: pay up)"),
        (Reply(429, says("pay up", type="insufficient_quota"), {"retry-after": "1"}), EndpointError, "quota"),
        (Reply(402, says("Insufficient Balance")), EndpointError, "Insufficient Balance"),
        (Reply(400, says("odd", code=["model_not_found"])), ModelFailure, "bad_request"),
        (Reply(200, {"choices": ["x" * LONGEST_REPLY]}), ModelFailure, "reply_too_large"),
    ],
    ids=lambda value: value.split(":")[0] if isinstance(value, str) else "",
)  # fmt: skip
def test_what_does_not_pass_is_asked_once(trouble: Reply, error: type[HasilaError], words: str) -> None:
    with serve(lambda _: trouble) as server:
        asked = ask(server.url)
    assert isinstance(asked.error, error)
    assert words in str(asked.error)
    assert (len(server.seen), asked.waits) == (1, [])


def test_a_packed_reply_counts_unpacked() -> None:
    bomb = gzip.compress(b" " * (LONGEST_REPLY + 1))
    with serve([Reply(body=bomb, headers={"content-encoding": "gzip"})]) as server:
        assert ask(server.url).error.name == "reply_too_large"
    with serve([Reply(body=gzip.compress(b'{"choices": [1]}'), headers={"content-encoding": "gzip"})]) as server:
        assert ask(server.url).reply == {"choices": [1]}


def test_where_nothing_ever_answered_the_base_url_is_wrong() -> None:
    asked = ask("http://someone:password@127.0.0.1:9/v1")
    assert isinstance(asked.error, EndpointError)
    assert str(asked.error).startswith(
        "http://127.0.0.1:9/v1/chat/completions: nothing answers there; check --base-url"
    )
    assert asked.usage.attempts == 3


def test_a_server_that_went_away_costs_one_request() -> None:
    async def twice() -> HasilaError:
        transport = RetryingTransport(Policy(attempts=1), Limiter(), httpx2.AsyncHTTPTransport())
        async with httpx2.AsyncClient(transport=transport) as client:
            with serve([Reply(body=GOOD, headers={"connection": "close"})]) as server:
                await client.post(server.url, json=BODY)
            with pytest.raises(HasilaError) as raised:
                await client.post(server.url, json=BODY)
        return raised.value

    assert str(asyncio.run(twice())) == "connection_failed: no connection, after 1 attempt"


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/v1", "gopher://127.0.0.1/v1"])
def test_a_url_that_is_not_http_is_bad_usage(url: str) -> None:
    asked = ask(url)
    assert isinstance(asked.error, EndpointError)
    assert "check --base-url" in str(asked.error)


# How long it takes.


def test_retry_after_is_waited_for() -> None:
    with serve([Reply(429, headers={"retry-after": "2"}), Reply(body=GOOD)]) as server:
        asked = ask(server.url, sleep=asyncio.sleep)
    assert asked.reply == GOOD
    assert len(server.seen) == 2
    assert 2 <= server.seen[1].at - server.seen[0].at < 3


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    "headers",
    [{"retry-after": "6"}, {"retry-after-ms": "5001"}, {"retry-after": "9" * 400}, {"retry-after": "Sun, 22 Nov 2099 12:00:00 GMT"}],
    ids=["seconds", "milliseconds", "endless", "date"],
)  # fmt: skip
def test_a_wait_beyond_the_cap_is_refused_without_waiting(status: int, headers: dict[str, str]) -> None:
    with serve([Reply(status, headers=headers)]) as server:
        asked = ask(server.url, sleep=asyncio.sleep)
    assert isinstance(asked.error, ModelFailure)
    assert asked.error.name == "retry_after_too_long"
    assert (len(server.seen), asked.waits) == (1, [])
    assert asked.seconds < 2


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, None),
        ({"retry-after": "2"}, 2),
        ({"retry-after": " 2.5 "}, 2.5),
        ({"retry-after": "0"}, 0),
        ({"retry-after-ms": "1500"}, 1.5),
        ({"retry-after-ms": "1500", "retry-after": "2"}, 1.5),
        ({"retry-after-ms": "soon", "retry-after": "2"}, 2),
        ({"retry-after": format_datetime(NOW.replace(second=30), usegmt=True)}, 30),
        ({"retry-after": "Sun, 22 Nov 2026 12:00:30 -0000"}, 30),
        ({"retry-after": format_datetime(NOW.replace(year=2025), usegmt=True)}, 0),
        ({"retry-after": "-1"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "99 Nov 99999 99:99:99 GMT"}, None),
        ({"retry-after": "٢"}, None),
    ],
)
def test_what_a_server_asks_for(headers: dict[str, str], expected: float | None) -> None:
    assert server_wait(headers, NOW) == expected


def test_a_date_is_waited_for() -> None:
    until = format_datetime(datetime.now(UTC).replace(microsecond=0), usegmt=True)
    with serve([Reply(429, headers={"retry-after": until}), Reply(body=GOOD)]) as server:
        assert ask(server.url).reply == GOOD


@pytest.mark.parametrize("fault", ["hang", "trickle"])
def test_an_attempt_has_its_time_and_so_have_all(fault: Any) -> None:
    slow = Reply(body={"choices": ["x" * 1000]}, fault=fault)
    with serve(lambda _: slow) as server:
        one = ask(server.url, Policy(attempts=2, timeout=0.3, deadline=20))
        assert one.error.name == "timed_out"
        assert "0.3 s, after 2 attempts" in str(one.error)
        assert 0.6 <= one.seconds < 1.6
        all_of_them = ask(server.url, Policy(attempts=9, timeout=20, deadline=0.5))
        assert all_of_them.error.name == "timed_out"
        assert "deadline of 0.5 s" in str(all_of_them.error)
        assert 0.5 <= all_of_them.seconds < 1.5


def test_patience_is_the_policys_and_not_the_clients() -> None:
    with serve([Reply(body=GOOD, delay=0.3)]) as server:
        asked = ask(server.url)
    assert (asked.reply, asked.usage.attempts) == (GOOD, 1)


def test_a_wait_that_would_pass_the_deadline_is_not_begun() -> None:
    with serve(lambda _: Reply(503, headers={"retry-after": "4"})) as server:
        asked = ask(server.url, Policy(attempts=9, deadline=3, longest_wait=5), sleep=asyncio.sleep)
    assert asked.error.name == "server_error"
    assert (len(server.seen), asked.waits) == (1, [])
    assert asked.seconds < 2


def test_the_sdk_retries_nothing_itself() -> None:
    async def through_the_sdk(url: str) -> BaseException | None:
        transport = RetryingTransport(Policy(attempts=1), Limiter(), httpx2.AsyncHTTPTransport())
        http = httpx2.AsyncClient(transport=transport)
        async with openai.AsyncOpenAI(api_key=KEY, base_url=url, max_retries=0, http_client=http) as client:
            with pytest.raises(openai.APIConnectionError) as raised:
                await client.chat.completions.create(model="m", messages=[{"role": "user", "content": "?"}])
        return raised.value.__cause__

    with serve(lambda _: Reply(500)) as server:
        cause = asyncio.run(through_the_sdk(server.url))
    assert isinstance(cause, ModelFailure)
    assert len(server.seen) == 1


# What is said.

AZURE = "abc/def+0123456789=="


@pytest.mark.parametrize(
    ("key", "reply"),
    [
        (KEY, Reply(401, says(f"Incorrect API key provided: {KEY}."))),
        (KEY, Reply(401, says("Incorrect API key provided: sk-proj-Zq*************Seen."))),
        (KEY, Reply(400, says(f"headers were Authorization: Bearer {KEY}"))),
        (KEY, Reply(400, says("x" * 190 + KEY))),
        (KEY, Reply(500, {"error": KEY})),
        (KEY, Reply(429, says(KEY), {"retry-after": "999"})),
        (KEY, Reply(401, says(KEY.replace("T", "\u200b\x00T")))),
        (AZURE, Reply(401, '{"error": {"message": "' + AZURE.replace("/", "\\/") + '"}}')),
        (AZURE, Reply(401, says(AZURE))),
    ],
)
def test_a_key_that_the_server_echoes_is_blanked(key: str, reply: Reply) -> None:
    with serve(lambda _: reply) as server:
        error = ask(server.url, key=key).error
    seen: BaseException | None = error
    while seen is not None:
        assert not re.search(r"Zq|ThatMust|abc/|0123456", f"{seen} {seen!r}")
        seen = seen.__cause__ or seen.__context__


def test_a_key_in_a_good_reply_is_blanked_too() -> None:
    with serve([Reply(body={"choices": [f"Bearer {KEY}"]})]) as server:
        assert ask(server.url).reply == {"choices": ["Bearer [key]"]}


def test_a_word_in_place_of_a_key_changes_no_reply() -> None:
    with serve([Reply(body={"choices": ["none were killed"]})]) as server:
        assert ask(server.url, key="none").reply == {"choices": ["none were killed"]}


def test_a_key_that_no_header_can_hold_is_not_shown() -> None:
    asked = ask("http://127.0.0.1:9/v1", key=f"{KEY}\n")
    assert isinstance(asked.error, EndpointError)
    assert KEY not in f"{asked.error}{asked.error.__context__!r}{asked.error.__cause__!r}"


def test_a_message_is_one_short_printable_line() -> None:
    with serve([Reply(400, says("a\nb\x1b[31m\u202e{} " + "ü" * 5000))]) as server:
        error = str(ask(server.url).error)
    assert re.search(r"a b\[31m\{\} ü+…\)$", error)
    assert len(error) < 300


# Limits.


class Clock:
    """Time that passes only while somebody sleeps."""

    now = 0.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)


def turns(bodies: list[bytes], **limits: int) -> list[tuple[int, float]]:
    """Which request went when, for a burst of tasks."""
    clock, gone = Clock(), []

    async def one(limiter: Limiter, number: int, body: bytes) -> None:
        await limiter.turn(body)
        gone.append((number, clock.now))

    async def burst() -> None:
        limiter = Limiter(clock=clock, sleep=clock.sleep, **limits)
        await asyncio.gather(*(one(limiter, number, body) for number, body in enumerate(bodies)))

    asyncio.run(burst())
    return gone


def test_requests_a_minute_hold_over_a_burst() -> None:
    gone = turns([b"{}"] * 35, rpm=10)
    assert [number for number, _ in gone] == list(range(35))
    assert [when for _, when in gone] == [0.0] * 10 + [60.0] * 10 + [120.0] * 10 + [180.0] * 5


def test_tokens_a_minute_hold_in_every_minute() -> None:
    sizes = [400, 1600, 4000, 40, 2000, 3600, 400, 800, 1200, 4000] * 3
    gone = turns([b" " * size for size in sizes], tpm=1000)
    assert [number for number, _ in gone] == list(range(len(sizes))), "a small request overtook a large one"
    for _, start in gone:
        assert sum(sizes[number] // 4 for number, when in gone if start <= when < start + 60) <= 1000


def test_both_limits_hold_together() -> None:
    gone = turns([b" " * 400] * 12, rpm=5, tpm=300)
    assert [when for _, when in gone] == [0.0] * 3 + [60.0] * 3 + [120.0] * 3 + [180.0] * 3


def test_no_limit_is_no_wait() -> None:
    assert {when for _, when in turns([b"{}"] * 1000)} == {0.0}


def test_a_request_that_no_minute_has_room_for_fails_by_name() -> None:
    with pytest.raises(ModelFailure, match=r"over_token_limit: .*1,001 tokens .* limit of 1,000 .* raise --tpm"):
        asyncio.run(Limiter(tpm=1000).turn(b" " * 4004))


def test_a_worker_that_gives_up_holds_nobody_up() -> None:
    async def scene() -> float:
        limiter = Limiter(rpm=1)
        await limiter.turn(b"{}")
        waiting = [asyncio.create_task(limiter.turn(b"{}")) for _ in range(3)]
        await asyncio.sleep(0)
        for task in waiting:
            task.cancel()
        start = time.perf_counter()
        await asyncio.gather(*waiting, return_exceptions=True)
        return time.perf_counter() - start

    assert asyncio.run(scene()) < 1


def test_every_attempt_counts_against_the_limit() -> None:
    clock = Clock()

    async def scene(url: str) -> None:
        limiter = Limiter(rpm=1, clock=clock, sleep=clock.sleep)
        transport = RetryingTransport(QUICK, limiter, httpx2.AsyncHTTPTransport(), sleep=clock.sleep)
        async with httpx2.AsyncClient(transport=transport) as client:
            await client.post(url, json=BODY)

    with serve([Reply(500), Reply(500), Reply(body=GOOD)]) as server:
        asyncio.run(scene(server.url))
    assert clock.now == 120
    assert len(server.seen) == 3


@pytest.mark.parametrize(
    ("body", "tokens"),
    [
        (b'{"max_tokens": 50}', 4 + 50),
        (b'{"max_completion_tokens": 50}', 7 + 50),
        (b'{"max_tokens": null}', 5),
        (b'{"max_tokens": "many"}', 5),
        (b"not JSON", 2),
        (b"", 0),
    ],
)
def test_tokens_are_estimated_from_the_body(body: bytes, tokens: int) -> None:
    assert estimated_tokens(body) == tokens
