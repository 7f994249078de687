"""Tables kept between runs: what is kept comes back, and nothing that may have changed or broken is ever used."""

import gc
import os
from pathlib import Path

import pytest

from extract import tables
from extract.tables import kept


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HASILA_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


class Builder:
    """Counts how often a table was built."""

    def __init__(self, table: object) -> None:
        self.table = table
        self.builds = 0

    def __call__(self) -> object:
        self.builds += 1
        return self.table


@pytest.mark.parametrize("table", [{"قتل": ("killed", 2)}, None, []], ids=["a table", "None", "an empty one"])
def test_a_table_is_built_once(folder: Path, table: object) -> None:
    build = Builder(table)
    assert [kept("words", build), kept("words", build)] == [table, table]
    assert build.builds == 1


def test_what_it_was_built_from_counts(folder: Path) -> None:
    kept("words", Builder("old"), b"one file")
    assert kept("words", Builder("new"), b"another file") == "new"


def test_a_changed_package_counts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept("words", Builder("old"))
    monkeypatch.setattr(tables, "_package", lambda: b"a file was edited")
    assert kept("words", Builder("new")) == "new"


def test_an_edited_file_changes_the_package(tmp_path: Path) -> None:
    (tmp_path / "names").mkdir()
    file = tmp_path / "names" / "words.toml"
    file.write_text("a = 1")
    before = list(tables._files(tmp_path))
    os.utime(file, ns=(1, 1))
    assert list(tables._files(tmp_path)) != before


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 100], ids=["empty", "short", "foreign"])
def test_a_damaged_file_is_written_anew(folder: Path, damage: bytes) -> None:
    kept("words", Builder("table"))
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage)
    assert kept("words", Builder("table")) == "table"
    assert file.read_bytes() == whole


def test_a_file_cut_short_is_written_anew(folder: Path) -> None:
    kept("words", Builder("table"))
    (file,) = folder.iterdir()
    file.write_bytes(file.read_bytes()[:-3])
    assert kept("words", Builder("table")) == "table"


def test_a_folder_that_cannot_be_made_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("HASILA_CACHE", str(tmp_path / "file" / "cache"))
    assert kept("words", Builder("table")) == "table"


def test_a_table_that_cannot_be_kept_does_no_harm(folder: Path) -> None:
    table = kept("words", lambda: lambda: "code")
    assert table() == "code"
    assert list(folder.iterdir()) == []


def test_off_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HASILA_CACHE", "off")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    build = Builder("table")
    kept("words", build)
    kept("words", build)
    assert build.builds == 2
    assert list(tmp_path.iterdir()) == []


def test_an_error_of_the_builder_passes_through_and_leaves_the_collector_on(folder: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        kept("words", lambda: 1 // 0)
    assert gc.isenabled()
