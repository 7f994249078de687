"""JSON and JSON Lines: bytes to records, one bad record at a time.

Lines end at "\\n" alone: U+2028 and U+0085 may stand inside a JSON string. Duplicate keys are refused, because which of
two texts was meant cannot be known.
"""

import json
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple, cast

from extract.article.options import FALLBACKS, Fields
from extract.errors import ArticleError

_DEFAULTS = Fields()
_CHUNK = 1 << 16
_MOST_DIGITS = 1_000  # ids and stamps have some twenty; Python itself converts no more than 4,300


class Record(NamedTuple):
    """One article of a JSON file, its values checked but not yet understood; None where a field is absent."""

    text: str
    title: str | None
    id: str | None
    published: str | None
    source: str | None
    lang: str | None


def lines(stream: BinaryIO, cap: int) -> Iterator[tuple[int, bytes | None]]:
    """The lines of `stream` with their numbers, without loading more than one; None for a line longer than `cap`."""
    number = 0
    while line := stream.readline(cap + 1):
        number += 1
        if len(line) <= cap or line.endswith(b"\n"):
            yield number, line
            continue
        while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
            pass
        yield number, None


def parse(text: str, where: str) -> object:
    """The JSON value in `text`. Raises ArticleError for anything that is not one, or names a key twice."""
    try:
        return json.loads(text, object_pairs_hook=_unique, parse_int=_whole)
    except RecursionError:
        raise ArticleError(where, "is JSON nested too deeply to be an article", "flatten the record") from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno} column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        mend = (
            "one object a line makes it JSON Lines: name it .jsonl" if error.msg == "Extra data" else "mend the record"
        )
        raise ArticleError(where, f"is not valid JSON ({error.msg}, {place})", mend) from None
    except ValueError as error:
        raise ArticleError(where, f"is not valid JSON ({error})", "mend the record") from None


def _whole(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError(f"a number of {len(digits)} digits")
    return int(digits)


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))
        raise ValueError(f"the key {twice[:40]!r} occurs twice")
    return found


def to_record(value: object, fields: Fields, where: str) -> Record:
    """The record in a JSON value. Raises ArticleError when it is not an object with a text."""
    if not isinstance(value, dict):
        raise ArticleError(where, f"is {_kind(value)}, not a record", 'give an object such as {"text": "..."}')
    data = cast("dict[str, object]", value)
    if str(data.get("schema", "")).startswith("hasila/"):
        raise ArticleError(
            where, "is what extract run has written, no article", "keep outputs (-o) apart from the inputs"
        )
    text = _first(data, "text", fields.text)
    if not isinstance(text, str) or not text.strip():
        what = "has no text" if text is None or isinstance(text, str) else f"has {_kind(text)} for a text"
        raise ArticleError(where, f"{what} (field {fields.text!r})", "name the field that holds it with --text-field")
    return Record(
        text=text,
        title=_string(_first(data, "title", fields.title)),
        id=_identity(_first(data, "id", fields.id), where),
        published=_string(_first(data, "published", fields.published)),
        source=_string(_named(_first(data, "source", fields.source))),
        lang=_string(_first(data, "lang", fields.lang)),
    )


def _first(data: dict[str, object], field: str, name: str) -> object:
    names = (name, *FALLBACKS[field]) if name == getattr(_DEFAULTS, field) else (name,)
    return next((data[name] for name in names if data.get(name) is not None), None)


def _string(value: object) -> str | None:
    if value is None or value == "":
        return None
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)[:200]


def _named(value: object) -> object:
    """News interfaces give a source as an object with a name."""
    return cast("dict[str, object]", value).get("name") if isinstance(value, dict) else value


def _identity(value: object, where: str) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ArticleError(where, f"has {_kind(value)} for an id", "an id is a string or a whole number")
    return str(value)


_KINDS: dict[type, str] = {
    dict: "an object", list: "a list", str: "a string", bool: "true or false", int: "a number", float: "a number",
    type(None): "null",
}  # fmt: skip


def _kind(value: object) -> str:
    return _KINDS[type(value)]
