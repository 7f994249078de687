"""The entries of a names file, one by one, each with the line it stands on.

The files are TOML, but `tomllib` needs about 0.1 s for them, most of a one-article run. So files whose every line has
the plain form "key = { field = ..., ... }" or "key = [...]" are read by two regular expressions, and any other file by
`tomllib`, whose errors name the line. A test holds that both readings of the shipped files are equal.
"""

import re
from typing import Any, NamedTuple, cast

from extract.errors import OntologyError

NESTED = frozenset({"patterns", "homographs", "contexts"})  # tables of tables
Field = str | bool | list[str]

_LIST = r'\[(?:"[^"\\]*"(?:, (?=")|(?=\])))*\]'
_VALUE = rf'(?:"[^"\\]*"|{_LIST}|true|false)'
_HEADER = re.compile(r"\[([a-z_]+(?:\.[a-z]+)?)\]\s*")
_ENTRY = re.compile(
    r'(?:"([^"\\]+)"|([A-Za-z0-9_-]+)) = '
    rf"(?:\{{ ((?:[a-z]+ = {_VALUE}(?:, (?=[a-z])|(?= \}})))+) \}}|({_LIST}))\s*"
)
_FIELD = re.compile(rf"([a-z]+) = ({_VALUE})")


class Row(NamedTuple):
    """One entry: the table it stands in ("cities", "homographs.ar"), its key, its fields or list, its line."""

    table: str
    key: str
    value: dict[str, Field] | list[str]
    line: int


def read_rows(text: str, where: str) -> list[Row]:
    """The entries of the names file `text`, in order; `where` names the file in errors."""
    rows = plain_rows(text)
    return toml_rows(text, where) if rows is None else rows


def plain_rows(text: str) -> list[Row] | None:
    """The entries of a file in the plain form, or None when some line is not in it."""
    rows: list[Row] = []
    seen: set[tuple[str, str]] = set()
    table = ""
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line[0] == "#":
            continue
        if line[0] == "[":
            header = _HEADER.fullmatch(line)
            if header is None or (header[1], "") in seen:
                return None
            table = header[1]
            seen.add((table, ""))
            continue
        entry = _ENTRY.fullmatch(line)
        if entry is None or not table:
            return None
        quoted, bare, fields, items = entry.groups()
        key: str = quoted or bare
        value = _fields(fields) if items is None else _strings(items)
        if value is None or (table, key) in seen:
            return None
        seen.add((table, key))
        rows.append(Row(table, key, value, number))
    return rows


def _fields(body: str) -> dict[str, Field] | None:
    pairs: list[tuple[str, str]] = _FIELD.findall(body)
    fields = {name: _value(value) for name, value in pairs}
    return fields if len(fields) == len(pairs) else None


def _value(value: str) -> Field:
    if value[0] == '"':
        return value[1:-1]
    return _strings(value) if value[0] == "[" else value == "true"


def _strings(items: str) -> list[str]:
    return items[2:-2].split('", "') if len(items) > 2 else []


def toml_rows(text: str, where: str) -> list[Row]:
    """The entries of any TOML file of the right shape; OntologyError otherwise."""
    import tomllib  # not needed for the shipped files

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise OntologyError(f"{where}: not valid TOML: {error}") from None
    rows: list[Row] = []
    for name, content in data.items():
        tables = {f"{name}.{key}": value for key, value in _table(content, where, name).items()}
        if name not in NESTED:
            tables = {name: content}
        for table, entries in tables.items():
            for key, value in _table(entries, where, table).items():
                line = _line(text, table, key)
                if not isinstance(value, dict | list):
                    raise OntologyError(f"{where}:{line}: {key}: an entry is a list of spellings or {{ ... }}")
                rows.append(Row(table, key, cast("dict[str, Field] | list[str]", value), line))
    return rows


def _table(value: Any, where: str, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise OntologyError(f"{where}: {name}: a table is needed; write [{name}] and its entries below")
    return cast("dict[str, Any]", value)


def _line(text: str, table: str, key: str) -> int:
    """The line of `key` in `table`; of the key anywhere, or 1, when the table is written some other way."""
    entry = re.compile(rf'\s*["\']?{re.escape(key)}["\']?\s*=')
    inside = False
    found = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip().startswith("["):
            inside = line.strip() == f"[{table}]"
        elif entry.match(line):
            if inside:
                return number
            found = found or number
    return found or 1
