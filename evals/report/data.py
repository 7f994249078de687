"""Results for a program: one JSON object, or CSV through pandas. Undefined is null or an empty cell, never 0.

Both may be printed on a terminal. JSON escapes what a terminal would obey; CSV has no escapes, so there it is replaced.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib import import_module
from typing import Any

from extract.export import defused, safe_json
from extract.terminal import visible


def as_json(head: Mapping[str, object], **tables: Sequence[Any]) -> str:
    """`head`, and under each name the rows of a table (dataclasses)."""
    rows = {name: [asdict(row) for row in table] for name, table in tables.items()}
    return safe_json(json.dumps({**head, **rows}, indent=1, ensure_ascii=False))


def as_csv(rows: Sequence[Any]) -> str:
    """Dataclasses as CSV, a column a field; lists are one JSON cell, and no cell is a formula to a spreadsheet."""
    pandas: Any = import_module("pandas")
    cells = [{name: _cell(value) for name, value in asdict(row).items()} for row in rows]
    return str(pandas.DataFrame(cells).to_csv(index=False))


def _cell(value: object) -> object:
    if isinstance(value, list | tuple):
        value = json.dumps(value, ensure_ascii=False)
    return defused(visible(value)) if isinstance(value, str) else value
