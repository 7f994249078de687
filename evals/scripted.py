"""A local server that answers as the script says: real sockets, for tests of faults and for the benchmark.

It speaks as much HTTP/1.1 as an OpenAI-compatible endpoint needs. Without a script, every question gets a completion
that is valid for the question's own JSON schema and says as little as the schema allows. It runs in a thread
(`with serve(script) as server`) or, so that it does not share its caller's processor, in a process of its own
(`with serving(latency) as url`).
"""

import asyncio
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal, cast

_TRICKLE = 0.05  # seconds between two bytes of a body that trickles
_NEVER = 3600.0


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer. `body` None is the default completion; anything but text or bytes is sent as JSON.

    `delay` is seconds before the first byte. Faults: "hang" never answers, "drop" closes without an answer, "cut"
    closes in the middle of the body, "trickle" sends the body a byte at a time.
    """

    status: int = 200
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    delay: float = 0.0
    fault: Literal["", "hang", "drop", "cut", "trickle"] = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """One request as it arrived; `at` is on the clock of `time.monotonic`."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes
    at: float

    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


Script = Sequence[Reply] | Callable[[Seen], Reply]


class Server:
    """What a running server is and has seen. `url` is the base URL for the SDK."""

    def __init__(self, script: Script = ()) -> None:
        self.url = ""
        self.seen: list[Seen] = []
        self._script = script

    async def start(self, port: int = 0) -> asyncio.Server:
        """Listen on this machine; port 0 is any free one."""
        server = await asyncio.start_server(self._serve, "127.0.0.1", port)
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
        return server

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await _answer(writer, *self._scripted(await _request(reader))):
                pass
            writer.close()
            await writer.wait_closed()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):  # the client left, or we stop
            writer.transport.abort()

    def _scripted(self, seen: Seen) -> tuple[Reply, Seen]:
        """The next reply; when a list is used up, the default ones."""
        self.seen.append(seen)
        if callable(self._script):
            return self._script(seen), seen
        number = len(self.seen) - 1
        return self._script[number] if number < len(self._script) else Reply(), seen


@contextmanager
def serve(script: Script = ()) -> Generator[Server]:
    """A server in a thread, until the block ends."""
    server, started = Server(script), Future[Callable[[], object]]()

    async def live() -> None:
        listening, over, loop = await server.start(), asyncio.Event(), asyncio.get_running_loop()
        started.set_result(lambda: loop.call_soon_threadsafe(over.set))
        await over.wait()
        listening.close()

    # The end of `asyncio.run` cancels the connections that are still open.
    thread = threading.Thread(target=lambda: asyncio.run(live()))
    thread.start()
    stop = started.result(timeout=10)
    try:
        yield server
    finally:
        stop()
        thread.join()


@contextmanager
def serving(latency: float) -> Generator[str]:
    """The base URL of a server in its own process, which answers everything after `latency` seconds."""
    command = [sys.executable, "-m", "evals.scripted", str(latency)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own module
        try:
            assert process.stdout is not None  # noqa: S101 - it is a pipe, as asked for
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


async def _request(reader: asyncio.StreamReader) -> Seen:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.rstrip().split("\r\n")
    method, path, _ = first.split(" ")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Seen(method, path, headers, body, time.monotonic())


async def _answer(writer: asyncio.StreamWriter, reply: Reply, seen: Seen) -> bool:
    """Send `reply`; whether the connection stays open."""
    if reply.fault == "drop":
        return False
    await asyncio.sleep(_NEVER if reply.fault == "hang" else reply.delay)
    body = _bytes(completion(seen.json()) if reply.body is None else reply.body)
    headers = {"content-type": "application/json", **reply.headers, "content-length": str(len(body))}
    lines = [f"HTTP/1.1 {reply.status} Scripted", *(f"{name}: {value}" for name, value in headers.items())]
    head = "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"
    if reply.fault == "trickle":
        writer.write(head)
        for byte in body:
            writer.write(bytes([byte]))
            await writer.drain()
            await asyncio.sleep(_TRICKLE)
        return True
    writer.write(head + (body[: len(body) // 2] if reply.fault == "cut" else body))
    await writer.drain()
    return reply.fault != "cut"


def _bytes(body: Any) -> bytes:
    if isinstance(body, bytes):
        return body
    return (body if isinstance(body, str) else json.dumps(body, ensure_ascii=False)).encode()


def completion(request: Mapping[str, Any], content: str | None = None) -> dict[str, Any]:
    """A chat completion that answers `request` with `content`, by default with the least that its schema takes."""
    if content is None:
        schema = request.get("response_format", {}).get("json_schema", {}).get("schema", {})
        content = json.dumps(least(schema, schema), ensure_ascii=False)
    asked, answered = len(json.dumps(request.get("messages", ""), ensure_ascii=False)) // 4, len(content) // 4
    return {
        "id": "chatcmpl-scripted",
        "object": "chat.completion",
        "created": 0,
        "model": request.get("model", "scripted"),
        "choices": [{"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": asked, "completion_tokens": answered, "total_tokens": asked + answered},
    }


def least(schema: Mapping[str, Any], root: Mapping[str, Any]) -> Any:
    """The least value that `schema` takes: what is fixed, the first choice, the required properties, the shortest list.

    `root` is the whole schema, for references. Patterns and formats of strings are not looked at.
    """
    if "$ref" in schema:
        return least(_referred(schema["$ref"], root), root)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    for choice in ("anyOf", "oneOf"):
        if choice in schema:
            return least(schema[choice][0], root)
    return _least_of_type(schema, root)


def _least_of_type(schema: Mapping[str, Any], root: Mapping[str, Any]) -> Any:
    kind = schema.get("type", "object")
    if isinstance(kind, list):
        kind = cast("list[str]", kind)[0]
    if kind == "object":
        return {name: least(schema["properties"][name], root) for name in schema.get("required", ())}
    if kind == "array":
        fixed = [least(item, root) for item in schema.get("prefixItems", ())]
        return fixed + [least(schema["items"], root) for _ in range(len(fixed), schema.get("minItems", 0))]
    if kind == "string":
        return "-" * schema.get("minLength", 0)
    return {"integer": schema.get("minimum", 0), "number": schema.get("minimum", 0), "boolean": False}.get(kind)


def _referred(reference: str, root: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Any = root
    for step in reference.removeprefix("#/").split("/"):
        found = found[step]
    return found


async def _alone(latency: float) -> None:
    server = Server(lambda _: Reply(delay=latency))
    listening = await server.start()
    print(server.url, flush=True)
    await listening.serve_forever()


if __name__ == "__main__":
    asyncio.run(_alone(float(sys.argv[1])))
