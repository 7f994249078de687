"""Where a request differs from the recorded one that is most like it, in words."""

import json
import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple, cast

_AROUND = 30  # characters shown before a difference, and twice as many from there on
_ABSENT = "nothing"


class Asked(NamedTuple):
    """A recorded request: its cassette and its JSON."""

    path: Path
    body: str


def difference(body: bytes, recorded: Sequence[Asked]) -> str:
    """The first place where `body` is not what was recorded, and the cassette that it is compared with."""
    if not recorded:
        return "nothing is recorded"
    asked = _json(body)
    words = _words(asked)
    closest = max(recorded, key=lambda one: _likeness(words, _words(_json(one.body))))
    now, then = dict(_leaves(asked)), dict(_leaves(_json(closest.body)))
    for place in sorted({**now, **then}, key=_settings_first):
        if place not in now or place not in then or repr(now[place]) != repr(then[place]):
            shown, was = _shown(now.get(place), then.get(place))
            return f"{closest.path}: the request changed at {place or 'its body'}: {shown}; recorded was {was}"
    moved = next((place for place, other in zip(now, then, strict=True) if place != other), None)
    return f"{closest.path}: " + (
        f"the request changed its order at {moved}" if moved else "it was for another address"
    )


def _json(body: bytes | str) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return body if isinstance(body, str) else body.decode("utf-8", "replace")


def _words(body: Any) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", json.dumps(body, ensure_ascii=False)))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)


def _leaves(value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Every string, number ... of `value`, with its place as in "messages[0].content"."""
    if isinstance(value, dict) and value:
        for key, part in cast("dict[str, Any]", value).items():
            yield from _leaves(part, f"{place}.{key}" if place else key)
    elif isinstance(value, list) and value:
        for number, part in enumerate(cast("list[Any]", value)):
            yield from _leaves(part, f"{place}[{number}]")
    else:
        yield place, value


def _settings_first(place: str) -> tuple[bool, bool]:
    """The model and the sampling are told before messages and schemas, as they explain more."""
    return place != "model", not place.isidentifier()


def _shown(now: Any, then: Any) -> tuple[str, str]:
    if not isinstance(now, str) or not isinstance(then, str):
        return _short(now), _short(then)
    parts = enumerate(zip_longest(now, then))
    start = max(0, next(number for number, (one, other) in parts if one != other) - _AROUND)
    return _cut(now, start), _cut(then, start)


def _short(value: Any) -> str:
    return _ABSENT if value is None else _cut(value, 0) if isinstance(value, str) else json.dumps(value)


def _cut(text: str, start: int) -> str:
    end = start + 3 * _AROUND
    return f"“{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}”"
