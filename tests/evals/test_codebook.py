"""The codebook knows every kind and type that the ontology knows, with an example in each language."""

import re
from pathlib import Path

import pytest

from extract.catalogue import event_types, figure_kinds
from extract.schema import Qualifier, Realis

CODEBOOK = Path(__file__).parents[2] / "gold" / "CODEBOOK.md"
LETTERS = {"ar": re.compile(r"[\u0621-\u064a]"), "fa": re.compile(r"[\u0621-\u06cc]"), "en": re.compile(r"[A-Za-z]")}
SECTIONS = {
    "Kinds": [row.kind for row in figure_kinds(None)],
    "Qualifiers": list(Qualifier),
    "Types": [row.type for row in event_types()],
    "Realis": list(Realis),
}


def rows(section: str) -> dict[str, list[str]]:
    """The section's table: its last three cells by what its first one names."""
    text = CODEBOOK.read_text(encoding="utf-8").split(f"\n### {section}\n")[1].split("\n#")[0]
    lines = [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.split("\n") if line.startswith("| `")]
    return {cells[0].strip("`"): cells[-3:] for cells in lines}


@pytest.mark.parametrize("section", SECTIONS)
def test_every_name_is_told_once_and_no_other(section: str) -> None:
    assert sorted(rows(section)) == sorted(SECTIONS[section])


@pytest.mark.parametrize("section", SECTIONS)
def test_every_name_has_one_marked_example_in_each_language(section: str) -> None:
    for name, examples in rows(section).items():
        for lang, example in zip(LETTERS, examples, strict=True):
            (marked,) = re.findall(r"\*\*(.+?)\*\*", example)
            assert LETTERS[lang].search(example), (name, lang)
            assert marked.strip() == marked
