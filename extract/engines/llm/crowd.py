"""Works on many articles at once, one event loop for all, and hands the results out in the order of the articles."""

import asyncio
import signal
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Generator, Iterable, Iterator
from contextlib import AsyncExitStack, contextmanager
from threading import current_thread, main_thread
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from extract.engines.llm.ask import Asker

if TYPE_CHECKING:
    from extract.endpoint import ModelSettings

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")
_AHEAD = 4  # articles read ahead for each that is asked about, so that a slow one holds up no other; memory stays flat


def in_order(sources: Iterable[S], settings: "ModelSettings", work: Callable[[S, Asker], Awaitable[T]]) -> Iterator[T]:
    """What `work` makes of each source, streaming. What it raises ends the iteration; the work begun is cancelled.

    The loop turns only while the next result is waited for. Raises EndpointError where nobody answers at all.
    """
    with asyncio.Runner() as runner:
        crowd = _Crowd(settings, work)

        loop = runner.get_loop()

        def turn(step: Coroutine[Any, Any, R]) -> R:
            with _hearing(loop, crowd.interrupt):
                return loop.run_until_complete(step)

        turn(crowd.open())
        pending: deque[asyncio.Task[T]] = deque()
        try:
            for source in sources:
                pending.append(turn(crowd.begin(source)))
                while pending and (pending[0].done() or len(pending) >= settings.concurrency * _AHEAD):
                    yield turn(crowd.result(pending.popleft()))
            while pending:
                yield turn(crowd.result(pending.popleft()))
        except asyncio.CancelledError:
            raise KeyboardInterrupt from None
        finally:
            turn(crowd.close(pending))


class _Crowd(Generic[S, T]):
    """The open client, and the places for those who may ask at the same time."""

    def __init__(self, settings: "ModelSettings", work: Callable[[S, Asker], Awaitable[T]]) -> None:
        self._settings, self._work = settings, work
        self._places = asyncio.Semaphore(settings.concurrency)
        self._open = AsyncExitStack()

    async def open(self) -> None:
        from extract.endpoint import network, open_client

        self._interrupted: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        transport = await self._open.enter_async_context(network(self._settings))
        self._asker = Asker(
            self._settings, await self._open.enter_async_context(open_client(self._settings, transport))
        )

    async def begin(self, source: S) -> asyncio.Task[T]:
        return asyncio.create_task(self._one(source))

    async def _one(self, source: S) -> T:
        async with self._places:
            return await self._work(source, self._asker)

    async def result(self, task: asyncio.Task[T]) -> T:
        """What `task` comes to. Raises CancelledError, and cancels it, once there was a Ctrl-C."""
        await asyncio.wait((task, self._interrupted), return_when=asyncio.FIRST_COMPLETED)
        if self._interrupted.done():
            task.cancel()
            raise asyncio.CancelledError
        return await task

    def interrupt(self) -> None:
        """Ctrl-C: nobody waits any longer."""
        if not self._interrupted.done():
            self._interrupted.set_result(None)

    async def close(self, left: Iterable[asyncio.Task[T]]) -> None:
        """Cancel what nobody will wait for, whatever it would have come to."""
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        await self._open.aclose()


@contextmanager
def _hearing(loop: asyncio.AbstractEventLoop, interrupt: Callable[[], None]) -> Generator[None]:
    """Have Ctrl-C call `interrupt` between two steps of the loop, which runs inside this block.

    Raised where it falls, KeyboardInterrupt may end in the middle of any task, where tenacity swallows it. Outside of
    the loop Ctrl-C is what it always is, and where somebody else sees to it, it stays theirs.
    """
    ours = current_thread() is main_thread() and signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if not ours:
        yield
        return

    def hear(_signal: int, _frame: object) -> None:
        loop.call_soon_threadsafe(interrupt)

    signal.signal(signal.SIGINT, hear)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
