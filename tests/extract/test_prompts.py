"""Prompt versions: the released ones never change, and what a user may get wrong in a file of their own."""

import hashlib
from importlib import resources
from pathlib import Path

import pytest

from extract import UsageError
from extract.engines.llm.examples import check_prompt
from extract.prompts import load_prompt, lock, released

GOOD = """+++
strategy = "freeform"
slots = ["place"]
languages = ["en"]
+++

# System

Read it. {{kinds}}

# Example en

## Article 2026-03-04

Rebels killed 45 villagers in Kaya.

## Reply

```json
{"figures": [{"quote": "45 villagers", "value": 45, "kind": "killed", "place": "Kaya"}], "events": []}
```
"""


def test_a_released_version_never_changes() -> None:
    files = resources.files("extract.prompts")
    now = {name: hashlib.sha256((files / f"{name}.md").read_bytes()).hexdigest() for name in released()}
    changed = [name for name, digest in lock().items() if now.get(name) != digest]
    assert not changed, f"{changed} were released and must not change; put the new text into a new version"
    assert now.keys() == lock().keys(), "a new version is released by adding its digest to LOCK.json"


@pytest.mark.parametrize("name", released())
def test_every_example_of_a_released_version_grounds(name: str) -> None:
    check_prompt(name)


def test_the_released_versions() -> None:
    prompts = [load_prompt(name) for name in released()]
    assert [(prompt.name, prompt.strategy, len(prompt.examples)) for prompt in prompts[:3]] == [
        ("v1", "freeform", 0),
        ("v2", "freeform", 3),
        ("v3", "guided", 3),
    ]
    assert all(prompt.languages == ("ar", "fa", "en") for prompt in prompts)


def test_a_file_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "mine.md"
    path.write_text(GOOD.replace("\n", "\r\n"), encoding="utf-8-sig")
    check_prompt(str(path))
    assert load_prompt(str(path)).label.startswith("mine@")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("+++\n", "", "no head"),
        ('"freeform"', '"clairvoyant"', "strategy 'clairvoyant' is not known; use one of freeform, guided"),
        ('"freeform"', "freeform", "not valid TOML"),
        ('["place"]', '["colour"]', "slots must be a list of some of noun, party"),
        ('["place"]', "3", "slots must be a list"),
        ('["en"]', "[]", "languages must be a list of some of ar, fa, en"),
        ("slots =", "slits =", "must hold strategy, slots and languages"),
        ("# System", "# Systems", "exactly one section '# System'"),
        ("# System", "words\n\n# System", "nothing before the first section"),
        ("## Article 2026-03-04", "## Article", "needs '## Article YYYY-MM-DD'"),
        ("2026-03-04", "2026-13-04", "cannot be read"),
        ("[]}", "[}", "cannot be read"),
        ('"value": 45', '"value": 54', "does not ground: value_not_in_quote"),
        ("45 villagers in", "46 villagers in", "does not ground: quote_not_found"),
        ('"killed",', '"dragons",', "does not ground: unknown_kind"),
        ('"Kaya"}', '"Laya"}', "does not ground: slot_not_found"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_in_a_line(old: str, new: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.md"
    assert old in GOOD
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(UsageError, match="mine") as caught:
        check_prompt(str(path))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["v999", "nosuch.md", ""])
def test_a_name_that_is_no_prompt(name: str) -> None:
    with pytest.raises(UsageError, match=r"give --prompt|is not known|cannot be read"):
        load_prompt(name)
