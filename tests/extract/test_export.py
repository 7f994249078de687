"""Writing records and reading them back: formats, atomic files, spreadsheet safety, and what a broken file says."""

import csv
import errno
import json
import os
import stat
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import FULL, FULL_FIGURE, YEAR, extraction, figure, quote

from extract import export
from extract.errors import MissingExtra, OutputError, UsageError
from extract.export import defused, json_line, open_output
from extract.flat import EVENT_COLUMNS, FIGURE_COLUMNS, event_rows, figure_rows
from extract.readback import events_frame, figures_frame, load
from extract.schema import Extraction, Qualifier
from extract.wire import from_json

SUFFIXES = (".jsonl", ".csv", ".parquet")


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def write(path: Path, *records: Extraction) -> None:
    with open_output(path) as put:
        for record in records:
            put(record)


def write_and(stop: type[BaseException], path: Path) -> None:
    with open_output(path) as put:
        put(FULL)
        raise stop


def csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


class TestJsonLines:
    def test_comes_back_as_it_was(self, tmp_path: Path) -> None:
        write(tmp_path / "out.jsonl", FULL, extraction(id="a2"))
        assert list(load(tmp_path / "out.jsonl")) == [FULL, extraction(id="a2")]

    def test_is_utf8_with_arabic_as_itself(self) -> None:
        assert "نحو 2500 جندي".encode() in json_line(FULL)

    def test_numbers_are_json_numbers(self) -> None:
        record = extraction(figure(value=Decimal("2.5"), low=Decimal("2.50"), high=Decimal(3)))
        (shown,) = json.loads(json_line(record))["figures"]
        assert (shown["value"], shown["low"], shown["high"]) == (2.5, 2.5, 3)

    @pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85", "\x9b", "\u202e", "\u2066", "\u200f", "\x1b"])
    def test_a_character_that_disturbs_is_an_escape_and_comes_back(self, character: str) -> None:
        record = extraction(figure(evidence=f"12{character}km"))
        line = json_line(record)
        assert character.encode() not in line
        assert line.decode().splitlines() == [line.decode()[:-1]]
        assert from_json(line) == record

    def test_zero_width_non_joiner_stays_readable(self) -> None:
        assert "می\u200cشود".encode() in json_line(extraction(figure(evidence="می\u200cشود")))

    @given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
    def test_any_quote_survives(self, text: str) -> None:
        record = extraction(figure(evidence=text))
        line = json_line(record)
        assert line.count(b"\n") == 1
        assert from_json(line) == record

    @given(st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=10**12, places=3))
    def test_any_value_survives(self, value: Decimal) -> None:
        record = extraction(figure(value=value))
        assert from_json(json_line(record)).figures[0].value == value

    def test_the_same_records_give_the_same_bytes(self, tmp_path: Path) -> None:
        for name in ("one", "two"):
            write(tmp_path / f"{name}.jsonl", FULL)
        assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


class TestTables:
    def test_every_slot_has_a_column(self) -> None:
        (figure_row,), (event_row,) = figure_rows(FULL), event_rows(FULL)
        assert None in figure_row  # a figure that is approximate has no bounds ...
        empty = [c.name for c, cell in zip(FIGURE_COLUMNS, figure_row, strict=True) if cell is None]
        assert empty == ["low", "high", "source_name"]
        assert [c.name for c, cell in zip(EVENT_COLUMNS, event_row, strict=True) if cell is None] == [
            "target_isos",
            "source_name",
        ]

    def test_csv_holds_one_row_a_figure_and_the_events_in_a_second_file(self, tmp_path: Path) -> None:
        write(tmp_path / "out.csv", FULL)
        (row,) = csv_rows(tmp_path / "out.csv")
        assert list(row) == [column.name for column in FIGURE_COLUMNS]
        assert row["article_id"] == "a1"
        assert (row["value"], row["low"], row["qualifier"], row["unit"]) == ("2500", "", "approximate", "km")
        assert (row["party"], row["party_name"], row["party_iso"]) == ("الأميركية", "United States", "US")
        assert (row["when"], row["when_first"], row["when_last"]) == ("خلال 2025", "2025-01-01", "2025-12-31")
        assert (row["evidence"], row["start"], row["end"]) == ("نحو 2500 جندي", "3", "16")
        assert row["flags"] == "mixed digits | hidden characters"
        (event,) = csv_rows(tmp_path / "out.events.csv")
        assert (event["type"], event["actors"], event["figures"]) == ("handover", "القوات العراقية | الجيش", "f1")
        assert event["actor_names"] == "Iraq | "  # positions tell which actor a name belongs to

    def test_csv_is_rfc_4180(self, tmp_path: Path) -> None:
        write(tmp_path / "out.csv", extraction(figure(evidence='12 "heavy", armed')))
        content = (tmp_path / "out.csv").read_bytes()
        assert not content.startswith(b"\xef\xbb\xbf")
        assert content.endswith(b"\r\n")
        assert b'"12 ""heavy"", armed"' in content

    def test_parquet_is_typed(self, tmp_path: Path) -> None:
        parquet = pytest.importorskip("pyarrow.parquet", reason="the extra `parquet` is not installed")
        write(tmp_path / "out.parquet", FULL)
        table = parquet.read_table(tmp_path / "out.parquet")
        (row,) = table.to_pylist()
        assert (row["value"], row["low"], row["start"]) == (2500.0, None, 3)
        assert row["when_first"] == date(2025, 1, 1)
        assert table.schema.field("value").metadata[b"meaning"].startswith(b"the number as written")
        assert parquet.read_table(tmp_path / "out.events.parquet").num_rows == 1

    def test_parquet_writes_row_groups(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        parquet = pytest.importorskip("pyarrow.parquet", reason="the extra `parquet` is not installed")
        monkeypatch.setattr(export, "ROW_GROUP", 2)
        write(tmp_path / "out.parquet", *[FULL] * 5)
        assert parquet.ParquetFile(tmp_path / "out.parquet").num_row_groups == 3

    def test_parquet_without_pyarrow_says_what_to_install(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
        with pytest.raises(MissingExtra, match=r"pip install 'hasila\[parquet\]'"):
            write(tmp_path / "out.parquet", FULL)
        assert files(tmp_path) == {}

    @pytest.mark.parametrize("suffix", [".csv", ".parquet"])
    def test_nothing_found_is_an_empty_table(self, tmp_path: Path, suffix: str) -> None:
        if suffix == ".parquet":
            pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")
        write(tmp_path / f"out{suffix}", extraction())
        assert set(files(tmp_path)) == {f"out{suffix}", f"out.events{suffix}"}

    def test_a_number_too_large_for_a_float_column_does_no_harm(self, tmp_path: Path) -> None:
        write(tmp_path / "out.csv", extraction(figure(value=Decimal(10) ** 400)))
        assert csv_rows(tmp_path / "out.csv")[0]["value"] == "inf"


FORMULAS = [
    pytest.param("=1+1", "'=1+1", id="equals"),
    pytest.param("+12 km", "'+12 km", id="plus"),
    pytest.param("-12 %", "'-12 %", id="minus"),
    pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
    pytest.param("\t=1+1", "' =1+1", id="after a tab"),
    pytest.param("\r\n=1+1", "' =1+1", id="after a line break"),
    pytest.param("  =1+1", "'  =1+1", id="after blanks"),
    pytest.param("＝1+1", "'＝1+1", id="full width"),
    pytest.param("12\x0031\x1b[0m", "12 31 [0m", id="controls"),
    pytest.param("a\r\nb\tc", "a b c", id="line breaks inside"),
    pytest.param("12 = 12", "12 = 12", id="sign inside"),
    pytest.param("نحو 12", "نحو 12", id="plain"),
]


@pytest.mark.parametrize(("text", "expected"), FORMULAS)
def test_formula_cells_are_defused(text: str, expected: str) -> None:
    assert defused(text) == expected


def test_numbers_are_not_taken_for_formulas(tmp_path: Path) -> None:
    write(tmp_path / "out.csv", extraction(figure(value=Decimal(-5), evidence="-5 degrees")))
    (row,) = csv_rows(tmp_path / "out.csv")
    assert (row["value"], row["evidence"]) == ("-5", "'-5 degrees")


@pytest.mark.parametrize("suffix", SUFFIXES)
class TestAtomicFiles:
    @pytest.fixture(autouse=True)
    def _with_pyarrow(self, suffix: str) -> None:
        if suffix == ".parquet":
            pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")

    @pytest.fixture
    def target(self, tmp_path: Path, suffix: str) -> Path:
        target = tmp_path / f"out{suffix}"
        write(target, extraction(figure(evidence="the old one")))
        return target

    @pytest.mark.parametrize("stop", [ValueError, KeyboardInterrupt, SystemExit])
    def test_an_error_keeps_the_old_output(self, target: Path, stop: type[BaseException]) -> None:
        before = files(target.parent)
        with pytest.raises(stop):
            write_and(stop, target)
        assert files(target.parent) == before

    def test_nothing_appears_before_the_end(self, tmp_path: Path, suffix: str) -> None:
        target = tmp_path / f"fresh{suffix}"
        with open_output(target) as put:
            put(FULL)
            assert not target.exists()
        assert target.exists()

    def test_a_full_disk_is_one_line_and_keeps_the_old_output(
        self, target: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(_descriptor: int) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        before = files(target.parent)
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(OutputError, match=r"No space left on device") as raised:
            write(target, FULL)
        assert "\n" not in str(raised.value)
        assert files(target.parent) == before

    def test_no_temporary_file_stays(self, target: Path) -> None:
        write(target, FULL)
        assert not [name for name in files(target.parent) if name.startswith(".")]

    def test_the_mode_of_the_old_file_is_kept(self, target: Path) -> None:
        target.chmod(0o640)
        write(target, FULL)
        assert stat.S_IMODE(target.stat().st_mode) == 0o640

    def test_a_symbolic_link_stays_one(self, target: Path) -> None:
        link = target.with_name(f"link{target.suffix}")
        link.symlink_to(target)
        write(link, FULL)
        assert link.is_symlink()
        assert target.read_bytes() == link.read_bytes()

    def test_a_missing_folder_is_found_before_any_work(self, tmp_path: Path, suffix: str) -> None:
        with pytest.raises(UsageError, match=r"cannot be written \(No such file or directory\)"):
            write(tmp_path / "absent" / f"out{suffix}")

    def test_a_folder_in_its_place_is_found_before_any_work(self, tmp_path: Path, suffix: str) -> None:
        (tmp_path / f"out{suffix}").mkdir()
        with pytest.raises(UsageError, match="is not a file"):
            write(tmp_path / f"out{suffix}")


def test_a_disk_that_fills_while_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def __init__(self, files: list[BinaryIO]) -> None: ...
        def write(self, record: Extraction) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        def finish(self) -> None: ...
        def abandon(self) -> None: ...

    monkeypatch.setitem(export._FORMATS, ".jsonl", export._Format(Full, 1))
    with pytest.raises(OutputError, match=r"out\.jsonl: writing failed \(No space left on device\)"):
        write(tmp_path / "out.jsonl", FULL)
    assert files(tmp_path) == {}


@pytest.mark.parametrize("name", ["out", "out.json", "out.txt", "out.xlsx", ".jsonl"])
def test_an_unknown_suffix_lists_the_known_ones(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"must end in \.jsonl, \.csv, \.parquet"):
        write(tmp_path / name, FULL)


GOOD = json_line(FULL)
NEWER = GOOD.replace(b"hasila/1", b"hasila/2")
MOVED = json_line(extraction(figure())).replace(b'"start":3', b'"start":4')
BROKEN = [
    pytest.param(b"{not json}\n", r"line 2: not a line of JSON;", id="not JSON"),
    pytest.param(b"[" * 100_000 + b"\n", r"line 2: not a line of JSON;", id="nested beyond reason"),
    pytest.param(GOOD[:50], r"line 2: not a line of JSON \(the file ends in the middle of it\)", id="cut short"),
    pytest.param(b"[1, 2]\n", r"line 2: not a record of `extract run`", id="a list"),
    pytest.param(b'{"text": "x"}\n', r"line 2: not a record of `extract run`", id="another tool's record"),
    pytest.param(NEWER, r"line 2: written as hasila/2, this version reads hasila/1", id="newer"),
    pytest.param(MOVED, r"line 2: figures\.0\.evidence: .*cannot span", id="offsets moved"),
    pytest.param(GOOD.replace(b'"kind"', b'"sort"'), r"line 2: figures\.0\.kind: Field required", id="renamed"),
    pytest.param(b"\xff\xfe\n", r"line 2: not a line of JSON", id="not UTF-8"),
    pytest.param(b"[" * 100_000 + b"\n", r"line 2: not a line of JSON", id="nested too deeply"),
]


@pytest.mark.parametrize(("line", "message"), BROKEN)
def test_a_broken_line_is_named(tmp_path: Path, line: bytes, message: str) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(GOOD + line)
    records = load(path)
    assert next(records) == FULL  # what stands before it can be read
    with pytest.raises(UsageError, match=message) as raised:
        next(records)
    assert "\n" not in str(raised.value)
    assert str(path) in str(raised.value)


def test_a_missing_file_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        load(tmp_path / "absent.jsonl")


def test_blank_lines_and_a_missing_last_line_feed_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_bytes(b"\n" + GOOD + b"\r\n\n" + GOOD[:-1])
    assert list(load(tmp_path / "out.jsonl")) == [FULL, FULL]


class TestFrames:
    def test_figures(self) -> None:
        frame = figures_frame([FULL, extraction(figure(value=None, qualifier=Qualifier.VAGUE), id="a2")])
        assert list(frame.columns) == [column.name for column in FIGURE_COLUMNS]
        assert list(frame["article_id"]) == ["a1", "a2"]
        assert frame["value"].sum() == 2500
        assert frame["value"].isna().tolist() == [False, True]
        assert frame["when_first"].dt.year.tolist()[0] == 2025
        assert str(frame.dtypes["start"]) == "Int64"

    def test_events(self) -> None:
        frame = events_frame([FULL])
        assert frame.loc[0, "place_name"] == "Ain al-Asad"

    def test_dates_beyond_nanoseconds(self) -> None:
        early = replace(FULL_FIGURE, when=replace(YEAR, first=date(622, 7, 16)))
        assert figures_frame([extraction(early)])["when_first"].dt.year.tolist() == [622]

    def test_no_records_keep_the_columns(self) -> None:
        assert list(events_frame([]).columns) == [column.name for column in EVENT_COLUMNS]

    def test_csv_and_frame_say_the_same(self, tmp_path: Path) -> None:
        write(tmp_path / "out.csv", FULL)
        (row,) = csv_rows(tmp_path / "out.csv")
        (cells,) = figure_rows(FULL)
        assert [str(cell) if cell is not None else "" for cell in cells] == list(row.values())


def test_a_quote_must_fit_its_offsets() -> None:
    with pytest.raises(ValueError, match="cannot span"):
        replace(quote("abc"), end=4)
