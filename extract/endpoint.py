"""A model behind an OpenAI-compatible endpoint: what it is asked with, and the client that asks it.

Requests go through an onion of transports: the cache around the retry loop around the network. So instructor checks a
cached reply as it checks a fresh one, and neither it nor the SDK ever retries.
"""

import logging
import os
import re
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from extract.errors import EndpointError, ModelFailure

if TYPE_CHECKING:
    from ssl import SSLContext

    import httpx2

OPENAI = "https://api.openai.com/v1"
Mode = Literal["json_schema", "md_json"]
Create = Callable[..., Awaitable[Any]]  # asks one question, and answers with an instance of its `response_model`


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """Which model answers, and how it is asked.

    The first group decides the answers and is part of a run's signature; the second only how fast and how patiently
    they are asked for. `base_url` None is OPENAI_BASE_URL, else OpenAI itself; the key comes from OPENAI_API_KEY.
    `prompt` is a released version or the path of a file. `timeout` (one attempt) and `deadline` (all attempts of one
    request) are seconds; `rpm` and `tpm` are limits a minute for all workers together. `cache` is a file, None is none.
    """

    model: str
    base_url: str | None = None
    prompt: str = "v3"
    mode: Mode = "json_schema"
    temperature: float = 0.0
    seed: int | None = 0
    max_tokens: int = 2000
    reasks: Literal[0, 1] = 1
    fallback: Literal["rules"] | None = None

    concurrency: int = 8
    rpm: int | None = None
    tpm: int | None = None
    timeout: float = 120.0
    deadline: float = 600.0
    cache: Path | None = None


def base_url(settings: ModelSettings) -> str | None:
    """Where the API is; None is OpenAI's own."""
    return settings.base_url or os.environ.get("OPENAI_BASE_URL") or None


def address(settings: ModelSettings) -> str:
    """The base URL that is asked. It may hold a password: `public_url` gives what can be shown."""
    return base_url(settings) or OPENAI


def public_url(url: str) -> str:
    """`url` without user, password, query and fragment, any of which may hold a key."""
    from urllib.parse import urlsplit

    parts = urlsplit(url)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{host}{port}{parts.path}"


def api_key(settings: ModelSettings, needed: bool = True) -> str:
    """The key from the environment. A server of one's own often needs none; else EndpointError is raised."""
    key = os.environ.get("OPENAI_API_KEY", "").strip()
    if key:
        return key
    if needed and base_url(settings) is None:
        raise EndpointError(
            "no endpoint to ask: set OPENAI_API_KEY for OpenAI, or give --base-url for a server of yours"
        )
    return "none"


def check_endpoint(settings: ModelSettings) -> None:
    """Raise EndpointError for settings with which nobody could be asked, before anything is read or sent."""
    if not api_key(settings).isascii():
        raise EndpointError("OPENAI_API_KEY: holds letters that no key has; set it to the key that the provider shows")
    url = base_url(settings)
    if url is not None and not _is_address(url):
        shown = re.sub("//[^/]*@", "//***@", url)  # a password may stand there
        raise EndpointError(f"--base-url {shown}: not a URL; write it as http://127.0.0.1:8080/v1")
    if not settings.model.strip():
        raise EndpointError("no model is named; give --model")


def _is_address(url: str) -> bool:
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets without an end, a port that is none
        return False


@asynccontextmanager
async def open_client(
    settings: ModelSettings, transport: "httpx2.AsyncBaseTransport", sends: bool = True
) -> "AsyncGenerator[Create]":
    """instructor's function that asks, over `transport`. That owns all patience: nothing above retries or times out."""
    import httpx2
    import instructor
    from openai import AsyncOpenAI
    from openai.types.chat import ChatCompletion

    logging.getLogger("instructor").setLevel(logging.CRITICAL)  # it logs whole replies; failures are named by us
    async with httpx2.AsyncClient(transport=transport, timeout=None) as http:
        client = AsyncOpenAI(
            api_key=api_key(settings, needed=sends),
            base_url=base_url(settings),
            max_retries=0,
            timeout=None,
            http_client=http,
        )

        async def create(**body: Any) -> ChatCompletion:
            # The SDK's own `create` walks through every message and schema to rename keys that ours do not have, which
            # is most of what a question costs; the order of keys is the one that it sends.
            ordered = {name: body.pop(name) for name in ("messages", "model")} | dict(sorted(body.items()))
            return await client.post("/chat/completions", cast_to=ChatCompletion, body=ordered)

        mode = {"json_schema": instructor.Mode.JSON_SCHEMA, "md_json": instructor.Mode.MD_JSON}[settings.mode]
        yield instructor.patch(create=create, mode=mode)


@asynccontextmanager
async def network(settings: ModelSettings) -> "AsyncGenerator[httpx2.AsyncBaseTransport]":
    """The transports that reach the endpoint: cache, then retry loop and limiter, then the network."""
    import httpx2

    from extract.cache import CachedTransport, Store
    from extract.retry import Limiter, Policy, RetryingTransport

    # One connection for each worker, and no waiting for a free one: the workers are the limit.
    limits = httpx2.Limits(max_connections=settings.concurrency, max_keepalive_connections=settings.concurrency)
    policy = Policy(timeout=settings.timeout, deadline=settings.deadline)
    wire = httpx2.AsyncHTTPTransport(verify=_certificates(), limits=limits, proxy=_proxy(address(settings)))
    patient = RetryingTransport(policy, Limiter(settings.rpm, settings.tpm), wire)
    async with patient:
        if settings.cache is None:
            yield patient
        else:
            with Store.open(settings.cache) as store:
                yield CachedTransport(store, patient)


@cache
def _certificates() -> "SSLContext":
    """Whom to trust; reading the certificates takes longer than asking a model on this machine."""
    import httpx2

    return httpx2.create_ssl_context()


def _proxy(url: str) -> str | None:
    """The proxy that the environment names for `url`; a transport of one's own does not look there by itself."""
    from urllib.parse import urlsplit
    from urllib.request import getproxies, proxy_bypass

    parts = urlsplit(url)
    return None if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme)


@asynccontextmanager
async def caught(settings: ModelSettings, bodies: list[bytes]) -> "AsyncGenerator[Create]":
    """One whose requests go no further than the list `bodies`; each ends in a ModelFailure."""
    import httpx2

    def catch(request: httpx2.Request) -> httpx2.Response:
        bodies.append(request.content)
        raise ModelFailure("not_sent", "only what would be sent was asked for")

    async with open_client(settings, httpx2.MockTransport(catch), sends=False) as create:
        yield create
