"""What is on the wire, on tape: vcrpy listens while a model answers, and answers in its place afterwards.

vcrpy patches the HTTP client of the whole process, so one tape is open at a time, and whoever records reads one article
after the other. A replay puts all cassettes of a prompt version on one tape, and articles are read side by side.
"""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from evals.recordings.cassettes import REQUEST_HEADERS, RESPONSE_HEADERS, Exchange, digest_of, readable
from evals.recordings.differences import Asked, difference
from evals.recordings.errors import RecordingMiss
from extract.endpoint import public_url
from extract.errors import MissingExtra

_NOT_HTTPX2 = ("httplib", "requests", "boto3", "urllib3", "httplib2", "tornado", "aiohttp", "httpx")


@dataclass(frozen=True, slots=True)
class Tape:
    """Exchanges to be replayed, each with the cassette that it comes from. `again` is the command that records anew,
    `absent` are articles without a cassette: they needed no question, or it is lost.
    """

    exchanges: Sequence[tuple[Path, Exchange]]
    again: str = ""
    absent: Sequence[str] = ()

    def miss(self, body: bytes) -> RecordingMiss:
        """What to say of a request that is not on the tape."""
        lost = f"no cassette for {', '.join(self.absent[:3])}, or " if self.absent else ""
        changed = difference(body, [Asked(path, exchange.body) for path, exchange in self.exchanges])
        return RecordingMiss(f"{lost}{changed}; to record it again: {self.again}")


@dataclass(slots=True)
class Recorded:
    """What one article's questions brought, without the answers that only say that the server was in trouble."""

    exchanges: list[Exchange] = field(default_factory=list[Exchange])


@contextmanager
def recording() -> Generator[Recorded]:
    """Everything that is asked inside the block goes to the network, and is on the tape when the block ends well."""
    recorded = Recorded()

    def keep(saved: dict[str, Any]) -> None:
        pairs = zip(saved["requests"], saved["responses"], strict=True)
        recorded.exchanges = [_exchange(request, response) for request, response in pairs]

    with _cassette([], "all", _public_request, keep):
        yield recorded


@contextmanager
def replaying(tape: Tape) -> Generator[None]:
    """Nothing that is asked inside the block goes to the network; the tape answers.

    Raises RecordingMiss, if not before then when the block ends, if something was asked that is not on the tape.
    """
    known = {(e.method, urlsplit(e.url).path, digest_of(e.body.encode())) for _, e in tape.exchanges}
    missed: list[RecordingMiss] = []

    def known_request(request: Any) -> Any:
        request = _public_request(request)
        body = request.body or b""
        if (request.method, request.path, digest_of(body)) not in known:
            if not missed:
                missed.append(tape.miss(body))
            raise missed[0]
        return request

    with _cassette([exchange for _, exchange in tape.exchanges], "none", known_request):
        yield
    if missed:  # whoever asked may have taken it for the failure of one article
        raise missed[0]


def _cassette(exchanges: Sequence[Exchange], mode: str, before_request: Any, keep: Any = None) -> Any:
    try:
        vcr = import_module("vcr")
    except ModuleNotFoundError:
        raise MissingExtra("recordings", "a recording") from None
    recorder: Any = vcr.VCR()
    recorder.register_matcher("digest", _same_body)
    return recorder.use_cassette(
        path="in memory",
        persister=_memory(exchanges, keep),
        record_mode=mode,
        match_on=("method", "path", "digest"),
        before_record_request=before_request,
        before_record_response=_lasting,
        decode_compressed_response=True,
        allow_playback_repeats=True,  # the same question has the same answer
        skip_patchers=_NOT_HTTPX2,
    )


def _memory(exchanges: Sequence[Exchange], keep: Any) -> Any:
    """vcrpy's store: files are read, checked and written by `cassettes`, so here are only objects."""

    class Memory:
        @staticmethod
        def load_cassette(_path: Any, serializer: Any) -> tuple[list[Any], list[Any]]:
            return [_vcr_request(exchange) for exchange in exchanges], [_vcr_response(e) for e in exchanges]

        @staticmethod
        def save_cassette(_path: Any, saved: dict[str, Any], serializer: Any) -> None:
            keep(saved)

    return Memory


def _same_body(one: Any, other: Any) -> None:
    # The digests are cached, as a tape is searched from its start for every request.
    if digest_of(one.body or b"") != digest_of(other.body or b""):
        raise AssertionError("other body")


def _public_request(request: Any) -> Any:
    request.uri = public_url(request.uri)
    request.headers = {n: v for n, v in request.headers.items() if n.lower() in REQUEST_HEADERS}
    return request


def _lasting(response: Any) -> Any:
    """The response with the headers that may be kept, or None for trouble that would be replayed for ever."""
    if response["status"]["code"] in (408, 429) or response["status"]["code"] >= 500:
        return None
    headers = {name: values for name, values in response["headers"].items() if name.lower() in RESPONSE_HEADERS}
    return {**response, "headers": headers}


def _exchange(request: Any, response: Any) -> Exchange:
    reply: bytes = response["body"]["string"]
    try:
        text: str | bytes = reply.decode()
    except UnicodeDecodeError:
        text = reply
    return Exchange(
        method=str(request.method),
        url=str(request.uri),
        body=readable(request.body or b""),
        request_headers=dict(request.headers),
        status=int(response["status"]["code"]),
        reason=str(response["status"]["message"] or ""),
        response_headers=response["headers"],
        reply=text,
    )


def _vcr_request(exchange: Exchange) -> Any:
    request: Any = import_module("vcr.request")
    return request.Request(exchange.method, exchange.url, exchange.body.encode(), dict(exchange.request_headers))


def _vcr_response(exchange: Exchange) -> Any:
    reply = exchange.reply.encode() if isinstance(exchange.reply, str) else exchange.reply
    return {
        "status": {"code": exchange.status, "message": exchange.reason},
        "headers": {name: list(values) for name, values in exchange.response_headers.items()},
        "body": {"string": reply},
    }
