"""One question to a server, through our transports, as the SDK puts it; what it costs and how long it takes."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import httpx2

from extract.cache import CachedTransport, Store
from extract.errors import HasilaError
from extract.retry import Limiter, Policy, RetryingTransport
from extract.usage import METER, Usage

KEY = "sk-proj-Zq81TheKeyThatMustNotBeSeen"
BODY = {"model": "m", "max_tokens": 5, "messages": [{"role": "user", "content": "كم عدد القتلى؟"}]}
QUICK = Policy(attempts=3, timeout=5, deadline=20, longest_wait=5)


@dataclass(frozen=True, slots=True)
class Asked:
    """How asking went: the reply's JSON or the error, the meter, seconds, and the waits between attempts."""

    reply: Any
    error: HasilaError | None
    usage: Usage
    seconds: float
    waits: list[float]


def ask(
    url: str,
    policy: Policy = QUICK,
    *,
    key: str = KEY,
    body: Any = BODY,
    cache: Path | None = None,
    sleep: Callable[[float], Awaitable[None]] | None = None,
) -> Asked:
    """Ask once. Waits between attempts are noted and skipped unless `sleep` is given."""
    waits: list[float] = []

    async def noted(seconds: float) -> None:
        waits.append(seconds)
        if sleep is not None:
            await sleep(seconds)

    async def once(store: Store | None) -> Asked:
        transport: httpx2.AsyncBaseTransport = RetryingTransport(
            policy, Limiter(), httpx2.AsyncHTTPTransport(), sleep=noted
        )
        if store is not None:
            transport = CachedTransport(store, transport)
        usage, start = Usage(), time.perf_counter()
        METER.set(usage)
        # A client's own timeouts are not to count, so here they are too short for anything.
        async with httpx2.AsyncClient(transport=transport, timeout=0.001) as client:
            try:
                reply = await client.post(
                    f"{url}/chat/completions", json=body, headers={"authorization": f"Bearer {key}"}
                )
                result, error = reply.json(), None
            except HasilaError as raised:
                result, error = None, raised
        return Asked(result, error, replace(usage), time.perf_counter() - start, waits)

    with nullcontext() if cache is None else Store.open(cache) as store:
        return asyncio.run(once(store))
