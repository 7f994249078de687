"""The cache of replies: a hit makes no call, a failure is never kept, and no file that it finds brings a run down.

The replies are written for the test; the server is real.
"""

import asyncio
import logging
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx2
import pytest
from asking import BODY, KEY, ask

from evals.scripted import Reply, Seen, completion, serve
from extract import Article, ArticleError, Settings, extract
from extract.cache import CachedTransport, Store, default_store, digest_of
from extract.endpoint import ModelSettings
from extract.errors import UsageError

GOOD = {"choices": [{"message": {"content": "قُتل 12"}}]}
URL = httpx2.URL("http://127.0.0.1:1/v1/chat/completions")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "replies.sqlite"


def test_a_hit_makes_no_call(path: Path) -> None:
    with serve([Reply(body=GOOD)]) as server:
        first, second = ask(server.url, cache=path), ask(server.url, cache=path)
    assert first.reply == second.reply == GOOD
    assert (first.usage.attempts, first.usage.cached) == (1, 0)
    assert (second.usage.attempts, second.usage.cached) == (0, 1)
    assert len(server.seen) == 1


@pytest.mark.parametrize(("content", "finish"), [("I am sorry.", "stop"), ('{"f1": {"te', "length")])
def test_a_reply_that_cannot_be_used_is_asked_for_anew(path: Path, content: str, finish: str) -> None:
    """That it cannot is seen only where it is read, so for a moment it was kept."""

    def answer(seen: Seen) -> Reply:
        said = completion(seen.json(), content)
        said["choices"][0]["finish_reason"] = finish
        return Reply(body=said)

    article = Article.of("Rebels killed 45 villagers.", id="a", lang="en")
    with serve(answer) as server:
        model = ModelSettings("m", server.url, prompt="v3", cache=path, reasks=0)
        for _ in range(2):
            with pytest.raises(ArticleError):
                extract(article, Settings("llm", llm=model))
    assert len(server.seen) == 2


def test_a_hit_needs_no_server(path: Path) -> None:
    with serve([Reply(body=GOOD)]) as server:
        ask(server.url, cache=path)
    assert ask(server.url, cache=path, key="another").reply == GOOD


@pytest.mark.parametrize(
    "failure",
    [
        Reply(500),
        Reply(429, {"error": {"message": "slow down"}}),
        Reply(400),
        Reply(401),
        Reply(200, {"error": {"message": "upstream failed", "code": 502}}),
        Reply(200, "not JSON"),
        Reply(200, "<html>"),
        Reply(fault="drop"),
        Reply(fault="cut"),
    ],
    ids=lambda reply: f"{reply.status}{reply.fault}",
)
def test_a_failure_is_never_kept(failure: Reply, path: Path) -> None:
    with serve(lambda _: failure) as server:
        assert ask(server.url, cache=path).error is not None
    with sqlite3.connect(path) as file:
        assert file.execute("SELECT count(*) FROM replies").fetchone() == (0,)
    file.close()


@pytest.mark.parametrize(
    "reply", [Reply(500, {"a": 1}), Reply(201, {}), Reply(200, "x", {"content-type": "text/plain"})]
)
def test_only_good_json_is_kept_whatever_is_below(reply: Reply, path: Path) -> None:
    async def twice(url: str) -> None:
        with Store.open(path) as store:
            transport = CachedTransport(store, httpx2.AsyncHTTPTransport())
            async with httpx2.AsyncClient(transport=transport) as client:
                assert [(await client.post(url, json=BODY)).status_code for _ in range(2)] == [reply.status] * 2

    with serve(lambda _: reply) as server:
        asyncio.run(twice(server.url))
    assert len(server.seen) == 2


@pytest.mark.parametrize(
    "body",
    [
        {**BODY, "model": "other"},
        {**BODY, "max_tokens": 6},
        {**BODY, "messages": [{"role": "user", "content": "كم عدد الجرحى؟"}]},
        dict(reversed(BODY.items())),
    ],
    ids=["model", "sampling", "text", "order"],
)
def test_another_question_is_asked(body: dict[str, Any], path: Path) -> None:
    with serve(lambda _: Reply(body=GOOD)) as server:
        ask(server.url, cache=path)
        assert ask(server.url, cache=path, body=body).usage.cached == 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (b'{"a": 1, "b": [2]}', b'{"a":1,"b":[2]}', True),
        ('{"a": "ق"}'.encode(), rb'{"a": "\u0642"}', True),
        (rb'{"a": "\ud800"}', rb'{"a": "\ud801"}', False),
        (b'{"a": 1, "b": 2}', b'{"b": 2, "a": 1}', False),
        (b'{"a": 1}', b'{"a": 1.0}', False),
        (b"not JSON", b"not JSON", True),
        (b"not JSON", b"not json", False),
        (b"[" * 100_000, b"[" * 99_999, False),
    ],
)
def test_the_digest_looks_through_spelling_only(one: bytes, other: bytes, same: bool) -> None:
    assert (digest_of("POST", URL, one) == digest_of("POST", URL, other)) is same


def test_the_digest_names_the_place_and_no_password() -> None:
    assert digest_of("POST", URL, b"{}") != digest_of("GET", URL, b"{}")
    assert digest_of("POST", URL, b"{}") != digest_of("POST", URL.copy_with(path="/v2"), b"{}")
    assert digest_of("POST", URL, b"{}") == digest_of("POST", URL.copy_with(userinfo=b"me:secret"), b"{}")


def test_no_key_and_no_question_is_in_the_file(path: Path) -> None:
    with serve(lambda _: Reply(body={"choices": [KEY]})) as server:
        ask(server.url, cache=path)
    kept = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"choices" in kept
    assert KEY.encode() not in kept
    assert "القتلى".encode() not in kept


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX")
def test_only_the_user_may_read_it(path: Path) -> None:
    path.parent.mkdir()
    path.touch(0o644)
    with Store.open(path) as store:
        store.put(b"a", b"{}")
        assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}
        assert len(list(path.parent.iterdir())) == 3  # with SQLite's companions


def test_what_was_put_is_got(path: Path) -> None:
    with Store.open(path) as store:
        assert store.get(b"a") is None
        store.put(b"a", b"{}")
        store.put(b"a", b"[]")
    with Store.open(path) as store:
        assert store.get(b"a") == b"[]"
        assert store.get(b"b") is None


def foreign(path: Path) -> None:
    file = sqlite3.connect(path)
    file.execute("CREATE TABLE bookmarks (url)")
    file.close()


def newer(path: Path) -> None:
    Store.open(path).close()
    file = sqlite3.connect(path)
    file.execute("PRAGMA user_version = 99")
    file.close()


@pytest.mark.parametrize(
    "damage",
    [foreign, newer, lambda path: path.write_text("notes of mine\n" * 99), Path.mkdir],
    ids=["foreign", "newer", "text", "folder"],
)
def test_a_file_that_is_no_cache_is_left_alone(damage: Any, tmp_path: Path) -> None:
    path = tmp_path / "replies.sqlite"
    damage(path)
    before = path.is_file() and path.read_bytes()
    with pytest.raises(UsageError, match=r"replies.sqlite: cannot hold the cache .*--no-cache$") as raised:
        Store.open(path)
    assert "\n" not in str(raised.value)
    assert before == (path.is_file() and path.read_bytes())


def test_damage_that_shows_later_costs_the_cache_and_not_the_article(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with Store.open(path) as store:
        store.put(b"a", b"{}")
        file = sqlite3.connect(path)
        file.execute("DROP TABLE replies")
        file.close()
        assert store.get(b"a") is None
        store.put(b"b", b"{}")
        assert store.get(b"b") is None
    (told,) = caplog.records
    assert (told.levelno, told.name) == (logging.WARNING, "hasila")
    assert "not cached any more" in told.getMessage()


WRITER = """
import sys
from pathlib import Path
from extract.cache import Store
name = sys.argv[2]
with Store.open(Path(sys.argv[1])) as store:
    for number in range(200):
        store.put(f"{name}-{number}".encode(), name.encode())
        assert store.get(f"{name}-{number}".encode()) == name.encode()
"""


def test_several_processes_write_at_once(path: Path) -> None:
    processes = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), str(n)], stderr=subprocess.PIPE, text=True)
        for n in range(4)
    ]
    said = [process.communicate()[1] for process in processes]
    assert said == [""] * 4
    with Store.open(path) as store:
        assert all(store.get(f"{n}-{number}".encode()) for n in range(4) for number in range(200))


def test_tasks_share_one_store(path: Path) -> None:
    async def many(url: str) -> list[Any]:
        with Store.open(path) as store:
            transport = CachedTransport(store, httpx2.AsyncHTTPTransport())
            async with httpx2.AsyncClient(transport=transport) as client:
                replies = await asyncio.gather(*(client.post(url, json={**BODY, "seed": n}) for n in range(50)))
        return [reply.json() for reply in replies]

    with serve(lambda seen: Reply(body={"choices": [seen.json()["seed"]]})) as server:
        first = asyncio.run(many(server.url))
        assert asyncio.run(many(server.url)) == first == [{"choices": [n]} for n in range(50)]
    assert len(server.seen) == 50


@pytest.mark.parametrize(
    ("named", "expected"),
    [("off", None), ("OFF", None), ("/somewhere", Path("/somewhere/replies.sqlite"))],
)
def test_the_place_follows_the_rule_of_the_tables(
    named: str, expected: Path | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HASILA_CACHE", named)
    assert default_store() == expected
