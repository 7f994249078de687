"""The only retry loop of the project, and the limits that all workers keep together: a layer of the HTTP transport.

Below the SDK and instructor, so that neither retries by itself and both see one reply or one named error. Every way
that a server may fail becomes a `ModelFailure` (this request) or an `EndpointError` (every request: the key, the
model, the base URL, the account). What a server says is quoted, never trusted: short, printable and without the key.
"""

import asyncio
import json
import random
import re
import time
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, cast

import httpx2
from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_result,
    stop_after_attempt,
    stop_before_delay,
    wait_random_exponential,
)

from extract.errors import EndpointError, HasilaError, ModelFailure
from extract.usage import METER

LONGEST_REPLY = 10_000_000  # bytes, unpacked; a reply of 10,000 tokens has about 50,000
_LONGEST_QUOTE = 200  # characters of a server's own message
_MINUTE = 60.0
_CONNECT = 10.0  # seconds until an address counts as silent; a model may think for minutes, a connection may not
_BACKOFF = wait_random_exponential(multiplier=1, max=30, min=0.25)

Sleep = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Policy:
    """How patient one request is, in seconds: `timeout` for an attempt with its body, `deadline` for all attempts and
    the waits between them, `longest_wait` for what a server may ask for in Retry-After.

    The deadline begins when the limiter first lets the request go: a queue of our own making is not the server's fault.
    """

    attempts: int = 5
    timeout: float = 120.0
    deadline: float = 600.0
    longest_wait: float = 60.0


class Limiter:
    """Keeps any minute within `rpm` requests and `tpm` tokens, for all workers together, first come first served.

    A sliding window and not a bucket: a full bucket and its refill together let almost twice the limit through in the
    first minute. Belongs to one event loop.
    """

    def __init__(
        self,
        rpm: int | None = None,
        tpm: int | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._rpm, self._tpm = rpm or float("inf"), tpm or float("inf")
        self._unlimited = not rpm and not tpm
        self._clock, self._sleep = clock, sleep
        self._sent: deque[tuple[float, int]] = deque()  # when and how many tokens, within the last minute
        self._tokens = 0
        self._gate = asyncio.Lock()  # its waiters are served in order, so a small request cannot overtake a large one

    async def turn(self, body: bytes) -> None:
        """Wait until a request with this body may be sent, and count it.

        Raises ModelFailure("over_token_limit") for one that no minute has room for.
        """
        if self._unlimited:
            return
        tokens = estimated_tokens(body)
        if tokens > self._tpm:
            what = f"about {tokens:,} tokens are more than the limit of {self._tpm:,} a minute"
            raise ModelFailure("over_token_limit", f"{what}; raise --tpm or lower --max-tokens")
        async with self._gate:
            while (wait := self._wait(tokens)) > 0:
                await self._sleep(wait)
            self._sent.append((self._clock(), tokens))
            self._tokens += tokens

    def _wait(self, tokens: int) -> float:
        """Seconds until there may be room: 0, or until the oldest request is a minute old."""
        now = self._clock()
        while self._sent and self._sent[0][0] + _MINUTE <= now:
            self._tokens -= self._sent.popleft()[1]
        if len(self._sent) < self._rpm and self._tokens + tokens <= self._tpm:
            return 0.0
        return self._sent[0][0] + _MINUTE - now


def estimated_tokens(body: bytes) -> int:
    """Tokens that a request may cost: a quarter of its bytes, which is high for English and near for Arabic, and all
    that the reply is allowed.
    """
    request = _object(body) or {}
    allowed = request.get("max_completion_tokens") or request.get("max_tokens")
    return len(body) // 4 + (allowed if isinstance(allowed, int) else 0)


@dataclass(frozen=True, slots=True)
class _Trouble:
    """Why an attempt brought no reply. `error` is what to raise if it was the last one; `wait` is what the server asks
    for, in seconds.
    """

    error: HasilaError
    again: bool = False
    wait: float | None = None
    unconnected: bool = False


class RetryingTransport(httpx2.AsyncBaseTransport):
    """Sends through `inner` until there is a reply, or none to be had by `policy`.

    The reply is read whole and is a JSON object. Raises ModelFailure or EndpointError, whose text holds no key.
    """

    def __init__(
        self, policy: Policy, limiter: Limiter, inner: httpx2.AsyncBaseTransport, *, sleep: Sleep = asyncio.sleep
    ) -> None:
        self._policy, self._limiter, self._inner, self._sleep = policy, limiter, inner, sleep
        self._reached = False  # whether anything ever answered here

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """One request with all its attempts."""
        body = await request.aread()
        await self._limiter.turn(body)

        async def pause(seconds: float) -> None:
            await self._sleep(seconds)
            await self._limiter.turn(body)

        policy = self._policy
        retrying = AsyncRetrying(
            sleep=pause,
            retry=retry_if_result(_worth_another),
            wait=_wait,
            stop=stop_after_attempt(policy.attempts) | stop_before_delay(policy.deadline),
            retry_error_callback=_last,
        )
        try:
            async with asyncio.timeout(policy.deadline):
                outcome: httpx2.Response | _Trouble = await retrying(self._attempt, request)
        except TimeoutError:
            what = f"no reply within the deadline of {policy.deadline:g} s"
            outcome = _Trouble(ModelFailure("timed_out", what), again=True)
        # Raised out here, where no other exception is being handled: one of the HTTP library's may hold the key.
        if isinstance(outcome, _Trouble):
            raise self._final(outcome, request, retrying.statistics["attempt_number"])
        return outcome

    async def aclose(self) -> None:
        """Close the connections."""
        await self._inner.aclose()

    async def _attempt(self, request: httpx2.Request) -> "httpx2.Response | _Trouble":
        meter = METER.get()
        if meter is not None:
            meter.attempts += 1
        limits = {"connect": min(_CONNECT, self._policy.timeout), "read": None, "write": None, "pool": None}
        request.extensions["timeout"] = limits  # the rest is one clock for the whole attempt, and not one a read
        try:
            async with asyncio.timeout(self._policy.timeout):
                reply = await self._exchange(request)
        except (TimeoutError, httpx2.RequestError) as error:
            return _unanswered(error, request, self._policy)
        self._reached = True
        if reply is None:
            what = f"the reply is longer than {LONGEST_REPLY / 1e6:g} MB; see what runs behind the base URL"
            return _Trouble(ModelFailure("reply_too_large", what))
        return _judged(reply, self._policy)

    async def _exchange(self, request: httpx2.Request) -> httpx2.Response | None:
        """The reply with its body, unpacked and with our own key blanked; None when it is too long."""
        reply = await self._inner.handle_async_request(request)
        body = bytearray()
        try:
            async for chunk in reply.aiter_bytes():
                body += chunk
                if len(body) > LONGEST_REPLY:
                    return None
        finally:
            await reply.aclose()
        content = bytes(body)
        for secret in _secrets(request):
            content = content.replace(secret.encode(), b"[key]")
        headers = [(name, value) for name, value in reply.headers.multi_items() if name not in _OF_THE_WIRE]
        return httpx2.Response(reply.status_code, headers=headers, content=content, request=request)

    def _final(self, trouble: _Trouble, request: httpx2.Request, attempts: int) -> HasilaError:
        if trouble.unconnected and not self._reached:
            what = f"{_where(request)}: nothing answers there"
            return EndpointError(f"{what}; check --base-url, and that the server is running")
        if trouble.again and isinstance(trouble.error, ModelFailure):
            tries = "1 attempt" if attempts == 1 else f"{attempts} attempts"
            return ModelFailure(trouble.error.name, f"{trouble.error.what}, after {tries}")
        return trouble.error


_OF_THE_WIRE = frozenset(("content-encoding", "content-length", "transfer-encoding"))


def _worth_another(outcome: "httpx2.Response | _Trouble") -> bool:
    return isinstance(outcome, _Trouble) and outcome.again


def _last(state: RetryCallState) -> "_Trouble":
    return cast("_Trouble", state.outcome and state.outcome.result())


def _wait(state: RetryCallState) -> float:
    """As long as the server asks, and a little longer, so that workers told the same do not return as one."""
    asked = _last(state).wait
    if asked:
        return asked + random.uniform(0, min(1.0, asked / 10))  # noqa: S311 - spreads load, no secret
    return _BACKOFF(state)


def server_wait(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds that `retry-after-ms` or Retry-After (seconds, or an HTTP date) ask for; None when they say nothing."""
    for name, unit in (("retry-after-ms", 1000), ("retry-after", 1)):
        if re.fullmatch(r"[0-9]+(\.[0-9]*)?", headers.get(name, "").strip()):
            return float(headers[name]) / unit
    try:
        until = parsedate_to_datetime(headers.get("retry-after", ""))
    except ValueError:
        return None
    return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - now).total_seconds())


def _unanswered(error: Exception, request: httpx2.Request, policy: Policy) -> _Trouble:
    """No reply at all, or a part of one. The exception's own text is left out: it may hold headers."""
    if isinstance(error, httpx2.ConnectError | httpx2.ConnectTimeout):
        return _Trouble(ModelFailure("connection_failed", "no connection"), again=True, unconnected=True)
    if isinstance(error, TimeoutError | httpx2.TimeoutException):
        return _Trouble(ModelFailure("timed_out", f"no whole reply within {policy.timeout:g} s"), again=True)
    if isinstance(error, httpx2.UnsupportedProtocol | httpx2.LocalProtocolError):
        what = "cannot be asked over HTTP: the base URL or the key holds what does not belong there"
        return _Trouble(EndpointError(f"{_where(request)} {what}; check --base-url and OPENAI_API_KEY"))
    return _Trouble(ModelFailure("connection_failed", "the connection broke off before the whole reply"), again=True)


def _judged(reply: httpx2.Response, policy: Policy) -> httpx2.Response | _Trouble:
    """`reply` itself if it is one, else what is wrong with it."""
    data, status = _object(reply.content), reply.status_code
    if reply.has_redirect_location:  # a key goes nowhere but where it was meant to
        what = f"{_where(reply.request)} answers with a redirect (HTTP {status})"
        return _Trouble(EndpointError(f"{what}; give the address that it points to as --base-url"))
    if reply.is_success and data is not None:
        if data.get("choices") or not data.get("error"):
            reply.headers["content-type"] = "application/json"  # some servers say text/plain
            return reply
        code = _error(data).get("code")  # routers report the failure of a server behind them in a reply of status 200
        status = code if isinstance(code, int) and 400 <= code < 600 else 500
    return _refused(reply, status, _error(data), policy)


def _refused(reply: httpx2.Response, status: int, error: Mapping[str, Any], policy: Policy) -> _Trouble:
    where, said = _where(reply.request), _said(status, error, reply.request)
    hopeless = next((_HOPELESS[name] for name in (error.get("code"), error.get("type"), status) if _known(name)), None)
    again = status in _PASSING or status >= 500
    if _is_page(reply) and not again and status not in (401, 403):
        what = f"{where} answers with a web page (HTTP {status}) and not with JSON"
        return _Trouble(EndpointError(f"{what}; the base URL usually ends in /v1: check --base-url"))
    if hopeless:
        return _Trouble(EndpointError(f"{where} {hopeless.format(said)}"))
    if status < 300:
        what = f"the server's reply (HTTP {status}) is not a JSON object"
        return _Trouble(ModelFailure("reply_not_json", what), again=True)
    if not again:
        return _Trouble(ModelFailure("bad_request", f"the server refuses the request ({said})"))
    wait = server_wait(reply.headers, datetime.now(UTC))
    if wait is not None and wait > policy.longest_wait:
        what = f"the server asks to wait {wait:,.0f} s ({said}), longer than {policy.longest_wait:g} s; run again then"
        return _Trouble(ModelFailure("retry_after_too_long", what))
    return _Trouble(ModelFailure(_PASSING.get(status, "server_error"), said), again=True, wait=wait)


# What another attempt may mend: request timeout, conflict of two writers, "too early", rate limit; and all from 500 on.
_PASSING = {408: "timed_out", 409: "server_error", 425: "server_error", 429: "rate_limited"}
_KEY = "refuses the key ({}); set OPENAI_API_KEY to one that is valid there"
_PLACE = "does not know the model, or has no API there ({}); check --model and --base-url"
_QUOTA = "answers no more: the account's quota is used up ({}); top it up or use another key"
# What no other article would fare better with, by HTTP status and by the error's own code or type.
_HOPELESS: dict[object, str] = {
    401: _KEY,
    402: _QUOTA,
    403: _KEY,
    404: _PLACE,
    405: _PLACE,
    "billing_hard_limit_reached": _QUOTA,
    "insufficient_quota": _QUOTA,
    "invalid_api_key": _KEY,
    "model_not_found": _PLACE,
}


def _known(name: object) -> bool:
    return isinstance(name, int | str) and name in _HOPELESS


def _object(body: bytes) -> dict[str, Any] | None:
    """The JSON object in `body`; None when there is none (also for numbers and nesting beyond what Python reads)."""
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return cast("dict[str, Any]", data) if isinstance(data, dict) else None


def _error(data: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """The error that a reply reports, in the shapes of OpenAI (`error.message`), Ollama (`error`) and vLLM."""
    error: Any = (data or {}).get("error") or data or {}
    return cast("Mapping[str, Any]", error) if isinstance(error, dict) else {"message": error}


def _said(status: int, error: Mapping[str, Any], request: httpx2.Request) -> str:
    """The status and the server's own words, without keys (JSON may have escaped one) and controls, cut short."""
    words = next((w for w in (error.get("message"), error.get("detail")) if isinstance(w, str)), "")
    words = " ".join("".join(c for c in words[:10_000] if c.isprintable() or c.isspace()).split())
    for secret in _secrets(request):
        words = words.replace(secret, "[key]")
    words = _KEYLIKE.sub("[key]", words)
    if len(words) > _LONGEST_QUOTE:
        words = f"{words[: _LONGEST_QUOTE - 1]}…"
    return f"HTTP {status}: {words}" if words else f"HTTP {status}"


_KEYLIKE = re.compile(r"\bsk-[\w*.-]+|(?<=Bearer )\S+")


def _secrets(request: httpx2.Request) -> list[str]:
    """What must not come back. Shorter than eight is no key but a word that local servers are given, as "none"."""
    values = [request.headers.get(name, "").rpartition(" ")[2] for name in ("authorization", "api-key", "x-api-key")]
    return [value for value in (*values, request.url.password) if len(value) >= 8]


def _is_page(reply: httpx2.Response) -> bool:
    return "text/html" in reply.headers.get("content-type", "") or reply.content.lstrip()[:1] == b"<"


def _where(request: httpx2.Request) -> str:
    """The URL without what may be secret in it: user, password, query."""
    return str(request.url.copy_with(username=None, password=None, query=None, fragment=None))
