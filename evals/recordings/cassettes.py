"""Cassettes: what was asked and answered about one article, in vcrpy's own file format, read and written with care.

Requests are kept as indented JSON, so that a changed prompt is a readable change of lines; replies are kept as they
came. A cassette is public: it is refused, when read and before it is written, for a header that is not on the lists
below, for anything like a secret, and for a YAML tag that is more than plain data.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from evals.recordings.errors import RecordingError
from extract.cache import canonical
from extract.endpoint import public_url
from extract.errors import MissingExtra, OutputError
from extract.export import safe_json
from extract.files import write_whole

REQUEST_HEADERS = frozenset({"accept", "content-type"})
RESPONSE_HEADERS = frozenset({"content-type"})
_DEEPEST = 10  # ours go down to 6: file, interactions, interaction, request, headers, header
_SHORTEST_KEY = 8  # characters: a shorter key is a placeholder for a local server, and an ordinary word at that

_SECRET = re.compile(
    r"""\b(?:sk|pk|rk)-[A-Za-z0-9_-]{16,} | \b(?:gh[oprsu]|hf|gsk)_[A-Za-z0-9]{20,}
    | \bAKIA[0-9A-Z]{16}\b | \bAIza[0-9A-Za-z_-]{30,} | \bxox[abprs]-[A-Za-z0-9-]{10,}
    | \beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\. | -----BEGIN\ [A-Z ]*PRIVATE\ KEY
    | \b(?i:bearer)\s+[A-Za-z0-9._~+/-]{16,}""",
    re.VERBOSE,
)
_BEYOND_PLANE_0 = re.compile("[\U00010000-\U0010ffff\ufeff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer. `reply` is bytes where the answer is not UTF-8."""

    method: str
    url: str
    body: str
    request_headers: Mapping[str, str]
    status: int
    reason: str
    response_headers: Mapping[str, Sequence[str]]
    reply: str | bytes


@lru_cache(maxsize=4096)
def digest_of(body: bytes) -> str:
    """The digest that requests are matched on: of the JSON in `body`, however it is laid out.

    The order of keys counts: a model fills in a schema's properties in the order in which they stand.
    """
    return hashlib.sha256(canonical(body).encode()).hexdigest()


def readable(body: bytes) -> str:
    """A request's JSON laid out to be read; what YAML could only hold as an escaped string is escaped in the JSON."""
    try:
        text = safe_json(json.dumps(json.loads(body), ensure_ascii=False, indent=1))
    except ValueError:
        return body.decode("utf-8", "replace")
    return _BEYOND_PLANE_0.sub(lambda match: json.dumps(match[0])[1:-1], text)


def cassette_path(folder: Path, prompt: str, article: str) -> Path:
    """Where the exchanges about one article and with one prompt version are."""
    return folder / prompt / f"{article}.yaml"


def load_cassette(path: Path) -> list[Exchange]:
    """The exchanges of one cassette. Raises RecordingError, in one line, for a file that is not as it must be."""
    yaml = _yaml()
    try:
        text = path.read_text(encoding="utf-8")
        _refuse_secrets(path, text)
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        _refuse_depth(path, yaml, text, loader)
        data = yaml.load(text, Loader=loader)
    except OSError as error:
        raise RecordingError(f"{path}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise _wrong(path, "is not UTF-8") from None
    except yaml.YAMLError as error:
        raise _wrong(path, f"is not plain YAML ({_yaml_problem(error)})") from None
    try:
        return list(_exchanges(path, data))
    except (KeyError, TypeError, ValueError, AttributeError):
        raise _wrong(path, "is not a cassette that this version reads") from None


def dump_cassette(path: Path, exchanges: Sequence[Exchange]) -> bytes:
    """The file's bytes for `exchanges`. Raises RecordingError for what may not be public; `path` is for the message."""
    yaml = _yaml()
    data = {"version": 1, "interactions": [_plain(path, exchange) for exchange in exchanges]}
    text = yaml.dump(data, Dumper=_dumper(), allow_unicode=True, width=2**30, sort_keys=False)
    _refuse_secrets(path, text)
    return str(text).encode()


def keep(path: Path, data: bytes) -> None:
    """Write a file of a recording, whole or not at all. Raises OutputError."""
    try:
        write_whole(path, data)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); make room or choose another place") from None


def _exchanges(path: Path, data: Any) -> Iterator[Exchange]:
    if data.keys() != {"version", "interactions"}:
        raise ValueError
    for pair in data["interactions"]:
        request, response = pair["request"], pair["response"]
        status, reply = response["status"], response["body"]["string"]
        if not isinstance(request["body"], str) or not isinstance(reply, str | bytes):
            raise TypeError
        exchange = Exchange(
            method=str(request["method"]),
            url=str(request["uri"]),
            body=request["body"],
            request_headers={str(name): str(value) for name, (value,) in request["headers"].items()},
            status=int(status["code"]),
            reason=str(status["message"] or ""),
            response_headers={str(name): [str(v) for v in values] for name, values in response["headers"].items()},
            reply=reply,
        )
        _check(path, exchange)
        yield exchange


def _plain(path: Path, exchange: Exchange) -> dict[str, Any]:
    """vcrpy's layout of one interaction."""
    _check(path, exchange)
    return {
        "request": {
            "method": exchange.method,
            "uri": exchange.url,
            "headers": {name: [value] for name, value in exchange.request_headers.items()},
            "body": exchange.body,
        },
        "response": {
            "status": {"code": exchange.status, "message": exchange.reason},
            "headers": {name: list(values) for name, values in exchange.response_headers.items()},
            "body": {"string": exchange.reply},
        },
    }


def _check(path: Path, exchange: Exchange) -> None:
    for side, names, allowed in (
        ("request", exchange.request_headers, REQUEST_HEADERS),
        ("response", exchange.response_headers, RESPONSE_HEADERS),
    ):
        foreign = sorted(name for name in names if name.lower() not in allowed)
        if foreign:
            raise _wrong(path, f"holds the {side} header {foreign[0]!r}, which cassettes may not")
    if exchange.url != public_url(exchange.url):
        raise _wrong(path, "holds a URL with a user or a query, which may be a secret")
    if exchange.status in (408, 429) or exchange.status >= 500:
        raise _wrong(path, f"holds an answer {exchange.status}, which would be replayed for ever")


def _refuse_secrets(path: Path, text: str) -> None:
    key = os.environ.get("OPENAI_API_KEY", "").strip()
    if _SECRET.search(text) or (len(key) >= _SHORTEST_KEY and key in text):
        raise _wrong(path, "holds what looks like an API key or another secret")


def _refuse_depth(path: Path, yaml: Any, text: str, loader: Any) -> None:
    """libyaml builds nested nodes by recursion in C, and a file made for it would take the process down."""
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise _wrong(path, "is nested too deeply")


def _wrong(path: Path, what: str) -> RecordingError:
    return RecordingError(f"{path}: {what}; delete it and record it again with `evals record`")


def _yaml() -> Any:
    try:
        return import_module("yaml")
    except ModuleNotFoundError:
        raise MissingExtra("recordings", "a recording") from None


def _yaml_problem(error: Any) -> str:
    mark, problem = getattr(error, "problem_mark", None), getattr(error, "problem", None)
    place = f", line {mark.line + 1}" if mark else ""
    return " ".join(str(problem or error).split())[:120] + place


@lru_cache(maxsize=1)
def _dumper() -> Any:
    """Plain data only; text of several lines as a block, which is how a person reads it."""
    yaml = _yaml()
    dumper: Any = type("Dumper", (getattr(yaml, "CSafeDumper", yaml.SafeDumper),), {})

    def text(dumper: Any, value: str) -> Any:
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)

    dumper.add_representer(str, text)
    return dumper
