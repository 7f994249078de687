"""Works on many articles at once, one event loop for all, and hands the results out in the order of the articles."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Generic, TypeVar

from extract.engines.llm.ask import Asker

if TYPE_CHECKING:
    from extract.endpoint import ModelSettings

S = TypeVar("S")
T = TypeVar("T")
_AHEAD = 4  # articles read ahead for each that is asked about, so that a slow one holds up no other; memory stays flat


def in_order(sources: Iterable[S], settings: "ModelSettings", work: Callable[[S, Asker], Awaitable[T]]) -> Iterator[T]:
    """What `work` makes of each source, streaming. What it raises ends the iteration; the work begun is cancelled.

    The loop turns only while the next result is waited for. Raises EndpointError where nobody answers at all.
    """
    with asyncio.Runner() as runner:
        crowd = _Crowd(settings, work)
        runner.run(crowd.open())
        pending: deque[asyncio.Task[T]] = deque()
        try:
            for source in sources:
                pending.append(runner.run(crowd.begin(source)))
                while pending and (pending[0].done() or len(pending) >= settings.concurrency * _AHEAD):
                    yield runner.run(_result(pending.popleft()))
            while pending:
                yield runner.run(_result(pending.popleft()))
        finally:
            runner.run(crowd.close(pending))


class _Crowd(Generic[S, T]):
    """The open client, and the places for those who may ask at the same time."""

    def __init__(self, settings: "ModelSettings", work: Callable[[S, Asker], Awaitable[T]]) -> None:
        self._settings, self._work = settings, work
        self._places = asyncio.Semaphore(settings.concurrency)
        self._open = AsyncExitStack()

    async def open(self) -> None:
        from extract.endpoint import network, open_client

        transport = await self._open.enter_async_context(network(self._settings))
        self._asker = Asker(
            self._settings, await self._open.enter_async_context(open_client(self._settings, transport))
        )

    async def begin(self, source: S) -> asyncio.Task[T]:
        return asyncio.create_task(self._one(source))

    async def _one(self, source: S) -> T:
        async with self._places:
            return await self._work(source, self._asker)

    async def close(self, left: Iterable[asyncio.Task[T]]) -> None:
        """Cancel what nobody will wait for, whatever it would have come to."""
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        await self._open.aclose()


async def _result(task: asyncio.Task[T]) -> T:
    return await task
