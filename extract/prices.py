"""A user's price table: what a model's tokens cost.

    currency = "USD"

    [models."gpt-4o-mini"]
    input = 0.15    # per million tokens
    output = 0.60

A model may name a currency of its own.
"""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

from extract.errors import UsageError
from extract.usage import Usage

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Price:
    """What a million tokens of one model cost."""

    input: Decimal
    output: Decimal
    currency: str

    def of(self, usage: Usage) -> Decimal:
        """The cost of `usage`, to the millionth of the currency."""
        cost = self.input * usage.prompt_tokens + self.output * usage.completion_tokens
        return (cost / _MILLION).quantize(Decimal("0.000001"))


def load_price(path: Path, model: str) -> Price:
    """The price of `model` in the table `path`. Raises UsageError when the file is malformed or does not name it."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"), parse_float=Decimal)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}); give --prices a TOML file") from None
    except ValueError as error:  # not TOML, or not UTF-8
        raise UsageError(f"{path}: not valid TOML: {error}") from None
    models = _table(path, "models", table.pop("models", {}))
    currency = table.pop("currency", None)
    _refuse(path, table)
    if model not in models:
        known = ", ".join(models) or "none"
        raise UsageError(f'{path}: has no price for the model {model!r} (known: {known}); add [models."{model}"]')
    where = f'models."{model}"'
    row = dict(_table(path, where, models[model]))
    price = Price(
        _amount(path, f"{where}.input", row.pop("input", None)),
        _amount(path, f"{where}.output", row.pop("output", None)),
        _currency(path, row.pop("currency", currency)),
    )
    _refuse(path, row, f"{where}.")
    return price


def _table(path: Path, where: str, value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UsageError(f'{path}: {where} is not a table; write [models."NAME"] with input and output below it')
    return cast("dict[str, Any]", value)


def _amount(path: Path, where: str, value: object) -> Decimal:
    number = Decimal(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else None
    if number is None or not number.is_finite() or number < 0:
        shown = value if isinstance(value, Decimal) else repr(value)
        raise UsageError(f"{path}: {where} is {shown}; write the price of a million tokens, as 0.15")
    return number


def _currency(path: Path, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise UsageError(f'{path}: currency is {value!r}; write it at the top of the file, as currency = "USD"')
    return value


def _refuse(path: Path, rest: dict[str, Any], where: str = "") -> None:
    if rest:
        raise UsageError(f"{path}: {where}{next(iter(rest))} is not known; use models, input, output and currency")
