"""A model's reply: JSON that is read with suspicion, then checked item by item, so that one bad item costs no other.

`Reply` is what instructor is given as the response model. The schema it sends is built for the article at hand
(`CONTRACT`), and instructor's validation ends here, in `model_validate_json`.
"""

import json
from collections.abc import Mapping
from contextvars import ContextVar
from decimal import Decimal
from typing import Any, NoReturn, cast

from instructor import OpenAISchema

from extract.errors import ModelFailure

_DEEPEST = 16  # levels; our own schemas have 4
_LONGEST_NUMBER = 40  # digits


# Every task asks its own question, so one class serves all; a class for each article would cost more than asking.
CONTRACT: ContextVar[Mapping[str, Any]] = ContextVar("CONTRACT")


class Reply(OpenAISchema):  # of any other model instructor would make a class with this base for every question
    """The reply to one request: a JSON object that keeps to nothing yet."""

    data: dict[str, Any]

    @classmethod
    def model_json_schema(cls, *_: Any, **__: Any) -> dict[str, Any]:
        """The schema that the endpoint is sent: that of the question which the running task asks."""
        return dict(CONTRACT.get())

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **_: Any) -> "Reply":
        """The reply that `json_data` holds. Raises ModelFailure where it is not one JSON object."""
        text = json_data if isinstance(json_data, str) else bytes(json_data).decode("utf-8", "replace")
        return cls.model_construct(data=parse(text))


def parse(text: str) -> dict[str, Any]:
    """The JSON object in `text`, numbers as Decimals.

    Refused, as ModelFailure, are what JSON does not have (NaN), keys that come twice, deep nests and endless numbers.
    """
    if _depth(text) > _DEEPEST:
        _refuse("is nested too deeply")
    try:
        data = json.loads(
            text, parse_int=_number, parse_float=_number, parse_constant=_constant, object_pairs_hook=_once
        )
    except ValueError as error:
        _refuse(f"is not JSON ({error})")
    if not isinstance(data, dict):
        _refuse("is no JSON object")
    return cast("dict[str, Any]", data)


def _refuse(what: str) -> NoReturn:
    raise ModelFailure("reply_not_json", f"the model's reply {what}")


def _depth(text: str) -> int:
    depth = deepest = 0
    for char in text:  # brackets inside strings count too, which errs on the safe side: a reply quotes few words
        if char in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif char in "]}":
            depth -= 1
    return deepest


def _number(digits: str) -> Decimal:
    if len(digits) > _LONGEST_NUMBER:
        raise ValueError(f"a number of {len(digits)} characters")
    return Decimal(digits)


def _constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) < len(pairs):
        raise ValueError("a key comes twice")
    return data


def whole_items(text: str) -> str | None:
    """A reply that was cut off, without its last and incomplete item, closed so that it is JSON again.

    None where not even one item came through. What stands before the object ("```json") is left out.
    """
    begin = max(0, text.find("{"))
    stack: list[str] = []
    kept, closing = 0, ""
    in_string = escaped = False
    for index, char in enumerate(text[begin:], begin):
        if in_string:
            in_string = escaped or char != '"'
            escaped = char == "\\" and not escaped
        elif char == '"':
            in_string = True
        elif char in "{[":
            stack.append("}" if char == "{" else "]")
            if len(stack) > _DEEPEST:
                return None
        elif char in "}]":
            if not stack or stack.pop() != char:
                return None
            if char == "}" and stack:
                kept, closing = index + 1, "".join(reversed(stack))
    return text[begin:kept] + closing if kept else None
