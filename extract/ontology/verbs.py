"""Principal parts of verbs (`verbs.toml`), from which the code inflects them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def load_verbs() -> Mapping[str, Mapping[str, str]]:
    """By language: irregular past and participle of English base forms, present stems of Persian infinitives."""
    import tomllib  # not needed while the tables are kept

    return tomllib.loads(Path(__file__).with_name("verbs.toml").read_text(encoding="utf-8"))
