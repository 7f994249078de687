"""Reading: every input gives its articles or one clear line, in a stable order, and one failure costs no other."""

import io
import json
import os
import tracemalloc
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from extract.article import Article, Fields, ReadOptions, read
from extract.errors import ArticleError, UsageError

TEXT = "The army said that 12 soldiers had left the base and that the rest of them would follow."
ARABIC = "قال الجيش إن 12 جنديا غادروا القاعدة في الليل، وإن الباقين سيغادرون في نهاية الأسبوع."


def articles(paths: Iterable[str | Path], options: ReadOptions | None = None) -> list[Article]:
    found = list(read(paths, options))
    assert [item for item in found if isinstance(item, ArticleError)] == []
    return [item for item in found if isinstance(item, Article)]


def outcome(paths: Iterable[str | Path], options: ReadOptions | None = None) -> list[str]:
    """The ids of the articles and the messages of the errors, in order."""
    return [item.id if isinstance(item, Article) else str(item) for item in read(paths, options)]


def write(path: Path, *records: object) -> Path:
    lines = [record if isinstance(record, str) else json.dumps(record, ensure_ascii=False) for record in records]
    path.write_bytes("".join(line + "\n" for line in lines).encode("utf-8", "surrogatepass"))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles of every format, in folders, among files that are none."""
    root = tmp_path / "in"
    (root / "b" / "deep").mkdir(parents=True)
    (root / "a.txt").write_text(TEXT)
    (root / "c.json").write_text(json.dumps({"text": TEXT, "id": "C"}))
    (root / "b" / "x.txt").write_text(ARABIC, encoding="utf-8")
    (root / "b" / "deep" / "y.jsonl").write_text(json.dumps({"text": TEXT}) + "\n")
    (root / "d.HTM").write_text(
        f"<html><body><article><p>{TEXT * 3}</p><p>{TEXT[::-1]} the</p></article></body></html>"
    )
    (root / "noext").write_text(TEXT)
    for name in (".hidden.txt", "README.md", "sources.toml", "table.csv"):
        (root / name).write_text("not an article 12")
    return root


class TestSources:
    def test_a_folder_in_name_order_with_the_folders_after_the_files(self, folder: Path) -> None:
        assert [article.id for article in articles([folder])] == ["a", "C", "d", "noext", "x", "y#1"]

    def test_two_runs_give_the_same(self, folder: Path) -> None:
        assert articles([folder]) == articles([folder])

    def test_a_file_that_is_named_is_read_whatever_its_suffix(self, tmp_path: Path) -> None:
        (tmp_path / "a.md").write_text(TEXT)
        assert articles([tmp_path / "a.md"])[0].text == TEXT

    def test_one_path_need_not_be_in_a_list(self, folder: Path) -> None:
        assert outcome(str(folder / "a.txt")) == ["a"]
        assert outcome(folder / "a.txt") == ["a"]

    @pytest.mark.parametrize(
        ("pattern", "ids"),
        [
            pytest.param("*.txt", ["a"], id="one folder"),
            pytest.param("**/*.txt", ["a", "x"], id="all folders"),
            pytest.param("b*", ["x", "y#1"], id="a folder that matches is walked"),
            pytest.param("[ac].*", ["a", "C"], id="a class"),
        ],
    )
    def test_a_pattern(self, folder: Path, pattern: str, ids: list[str]) -> None:
        assert outcome([str(folder / pattern)]) == ids

    def test_a_file_whose_name_looks_like_a_pattern(self, tmp_path: Path) -> None:
        (tmp_path / "a[1].txt").write_text(TEXT)
        assert outcome([tmp_path / "a[1].txt"]) == ["a[1]"]

    def test_a_loop_of_links_ends(self, folder: Path) -> None:
        (folder / "b" / "loop").symlink_to(folder)
        assert len(articles([folder])) == 6

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
    def test_a_pipe_in_a_folder_does_not_hang_the_run(self, folder: Path) -> None:
        os.mkfifo(folder / "pipe.txt")
        assert len(articles([folder])) == 6

    @pytest.mark.skipif(os.name != "posix", reason="file names are bytes on POSIX alone")
    def test_a_name_that_is_no_text_can_still_be_written(self, tmp_path: Path) -> None:
        path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff\x1b[31m.txt"))
        path.write_text(TEXT)
        (article,) = articles([tmp_path])
        assert article.id == r"a\xff\x1b[31m"
        assert article.origin.isprintable()
        article.id.encode("utf-8")


class TestIds:
    def test_the_files_name_or_the_line(self, tmp_path: Path) -> None:
        write(tmp_path / "n.jsonl", {"text": TEXT}, "", {"text": TEXT, "id": 7}, {"text": TEXT, "id": ""})
        assert [article.id for article in articles([tmp_path])] == ["n#1", "7", "n#4"]

    def test_two_files_of_one_name_are_told_apart_by_their_paths(self, tmp_path: Path) -> None:
        for name in ("a/x.txt", "b/x.txt", "b/x.json"):
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(json.dumps({"text": TEXT}) if name.endswith("json") else TEXT)
        first, second, third = outcome([tmp_path])
        assert first == "x"
        assert second.endswith("b/x.json")
        assert third.endswith("b/x.txt")

    def test_one_file_given_twice(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(TEXT)
        first, second, third = outcome([tmp_path / "a.txt"] * 3)
        assert first == "a"
        assert second == str(tmp_path / "a.txt")
        assert "was given twice; give each article once" in third


class TestText:
    @pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1256", "iso8859-6"])
    def test_offsets_are_those_of_the_decoded_file(self, tmp_path: Path, codec: str) -> None:
        text = f" date 2026-01-02 {ARABIC}\r\n\r\nشارك 25\r\n"
        raw = text.encode(codec)
        (tmp_path / "a.txt").write_bytes(raw)
        (article,) = articles([tmp_path / "a.txt"])
        assert article.text == text
        assert article.sha256 == sha256(raw).hexdigest()
        assert article.published == date(2026, 1, 2)
        assert [span.of(text) for span in article.excluded] == [" date 2026-01-02", "شارك 25"]

    def test_a_page_saved_as_text_is_a_page(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(f"\n<!DOCTYPE html><html><body><p>{TEXT}</p><p>{TEXT} Again.</p></body></html>")
        assert "<" not in articles([tmp_path])[0].text

    def test_overrides(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes(f" date 2026-01-02 {ARABIC}".encode("cp1256"))
        options = ReadOptions(lang="fa", published=date(2020, 1, 1), encoding="cp1256")
        (article,) = articles([tmp_path], options)
        assert (article.lang, article.published, article.encoding) == ("fa", date(2020, 1, 1), "cp1256")


class TestJson:
    def test_a_record(self, tmp_path: Path) -> None:
        record = {
            "id": "r1", "title": "Titel", "text": f"\ufeff{TEXT}\r\n", "source": "Wire",
            "published": "2026-01-02T10:00:00Z", "lang": "en-GB", "more": {"a": [1, None]},
        }  # fmt: skip
        (article,) = articles([write(tmp_path / "a.json", record)])
        assert article.text == record["text"]
        assert (article.id, article.title, article.source, article.lang) == ("r1", "Titel", "Wire", "en")
        assert article.published == date(2026, 1, 2)
        assert article.sha256 == sha256(article.text.encode()).hexdigest()

    def test_a_list_of_records(self, tmp_path: Path) -> None:
        write(tmp_path / "a.json", [{"text": TEXT}, 5, {"text": TEXT, "id": "b"}])
        first, second, third = outcome([tmp_path])
        assert (first, third) == ("a#1", "b")
        assert "a.json#2: is a number, not a record" in second

    @pytest.mark.parametrize(
        ("record", "options"),
        [
            pytest.param({"body": TEXT}, Fields(), id="body"),
            pytest.param({"content": TEXT, "text": None}, Fields(), id="content"),
            pytest.param({"maintext": TEXT, "text": "12"}, Fields(text="maintext"), id="a name of one's own"),
        ],
    )
    def test_the_text_field(self, tmp_path: Path, record: dict[str, str], options: Fields) -> None:
        (article,) = articles([write(tmp_path / "a.json", record)], ReadOptions(fields=options))
        assert article.text == TEXT

    def test_a_field_that_was_named_is_not_guessed(self, tmp_path: Path) -> None:
        write(tmp_path / "a.json", {"body": TEXT})
        (message,) = outcome([tmp_path], ReadOptions(fields=Fields(text="story")))
        assert "a.json: has no text (field 'story'); name the field that holds it with --text-field" in message

    def test_other_fields_have_usual_names_too(self, tmp_path: Path) -> None:
        record = {
            "text": TEXT,
            "headline": "H",
            "date": "2026-01-02",
            "source": {"id": None, "name": "Wire"},
            "language": "en",
        }
        (article,) = articles([write(tmp_path / "a.json", record)])
        assert (article.title, article.published, article.source) == ("H", date(2026, 1, 2), "Wire")

    @pytest.mark.parametrize("value", ["31-31-2026", "soon", 1767744000, ["2026-01-02"], True])
    def test_a_date_that_is_none_is_remarked_on(self, tmp_path: Path, value: object) -> None:
        (article,) = articles([write(tmp_path / "a.json", {"text": TEXT, "published": value})])
        assert article.published is None
        assert len(article.notes) == 1
        assert "is not a date" in article.notes[0]

    def test_a_language_that_does_not_fit_is_remarked_on(self, tmp_path: Path) -> None:
        (article,) = articles([write(tmp_path / "a.json", {"text": ARABIC, "lang": "en"})])
        assert article.lang == "ar"
        assert article.notes == ("declared language 'en' does not fit the text, which is read as ar",)


class TestJsonLines:
    def test_lines_end_at_the_newline_alone(self, tmp_path: Path) -> None:
        text = f"{TEXT}\u2028{TEXT}\x85{TEXT}\u2029"
        (tmp_path / "a.jsonl").write_bytes(
            b"\xef\xbb\xbf" + json.dumps({"text": text}, ensure_ascii=False).encode() + b"\r\n\r\n"
        )
        (article,) = articles([tmp_path])
        assert article.text == text
        assert article.encoding == "utf-8-sig"

    def test_a_last_line_without_its_newline(self, tmp_path: Path) -> None:
        (tmp_path / "a.jsonl").write_text(json.dumps({"text": TEXT}))
        assert len(articles([tmp_path])) == 1

    def test_a_bad_record_is_named_by_its_line_and_the_others_are_read(self, tmp_path: Path) -> None:
        path = write(
            tmp_path / "a.jsonl",
            {"id": "1", "text": TEXT},
            '{"id": "2", "text": "cut',
            {"id": "3"},
            {"id": "4", "text": " \n"},
            {"id": "5", "text": 12},
            {"id": "1", "text": TEXT},
            '{"id": "7", "text": "a", "text": "b"}',
            '{"id": "8", "text": "The \\ud800 of the and that"}',
            '"text"',
            {"id": "10", "text": "Die Armee teilte mit, dass zwölf Soldaten bei dem Angriff getötet wurden."},
            {"id": ["11"], "text": TEXT},
            '{"id": "12", "n": ' + "9" * 5_000 + ', "text": "x"}',
            "[" * 100_000,
            '{"id": "14", "text": "a \\u0000 b of the"}',
            {"schema": "hasila/1", "article": {"id": "a"}, "figures": []},
            {"id": "15", "text": TEXT},
        )
        messages = [
            "has no text (field 'text')",
            "has no text (field 'text')",
            "has a number for a text (field 'text')",
            f"has the id '1' of {path}:1; give each article once",
            "is not valid JSON (the key 'text' occurs twice); mend the record",
            r"holds half a surrogate pair (\ud800) at character 4",
            "is a string, not a record",
            "is in German, which is not read",
            "has a list for an id",
        ]
        found = outcome([path])
        assert found[0] == "1"
        assert f"{path}:2: is not valid JSON (" in found[1]
        for number, (said, item) in enumerate(zip(messages, found[2:11], strict=True), 3):
            assert item.startswith(f"{path}:{number}: ")
            assert said in item
        assert ":12: is not valid JSON (a number of 5000 digits); mend" in found[11]
        assert ":13: is " in found[12]
        assert ":14: holds NUL characters" in found[13]
        assert ":15: is what extract run has written, no article" in found[14]
        assert found[15] == "15"
        assert all(len(item.splitlines()) == 1 for item in found)

    def test_the_cap_is_on_the_record(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.jsonl", {"text": TEXT}, {"text": TEXT * 100}, *[{"text": TEXT}] * 20)
        found = outcome([path], ReadOptions(max_bytes=1_000))
        assert len(found) == 22
        assert f"{path}:2: is over the cap of 1000 bytes; raise the cap with --max-bytes" in found[1]
        assert found[21] == "a#22"

    def test_a_record_of_exactly_the_cap(self, tmp_path: Path) -> None:
        line = json.dumps({"text": TEXT})
        path = write(tmp_path / "a.jsonl", line, line)
        assert len(articles([path], ReadOptions(max_bytes=len(line)))) == 2
        assert "over the cap" in outcome([path], ReadOptions(max_bytes=len(line) - 1))[0]

    def test_memory_does_not_grow_with_the_file(self, tmp_path: Path) -> None:
        def peak(count: int) -> int:
            path = write(tmp_path / f"{count}.jsonl", *[{"text": TEXT * 5}] * count, {"text": "x" * 3_000_000})
            stream = read([path], ReadOptions(max_bytes=10_000))
            next(stream)
            tracemalloc.start()
            for _ in stream:
                pass
            found = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            return found

        assert peak(4_000) < peak(40) + 1_500_000  # the ids of the run are kept, the articles are not

    @pytest.mark.parametrize("codec", ["utf-16", "utf-32"])
    def test_wide_encodings_are_refused_once(self, tmp_path: Path, codec: str) -> None:
        (tmp_path / "a.jsonl").write_bytes((json.dumps({"text": TEXT}) + "\n").encode(codec) * 3)
        (message,) = outcome([tmp_path])
        assert "UTF-16 or UTF-32" in message
        assert "iconv" in message
        assert len(outcome([tmp_path], ReadOptions(encoding=codec))) == 1


class TestStandardInput:
    @pytest.mark.parametrize(
        ("raw", "ids"),
        [
            pytest.param(TEXT.encode(), ["stdin"], id="text"),
            pytest.param(b"\xef\xbb\xbf" + ARABIC.encode(), ["stdin"], id="text with a mark"),
            pytest.param(b"[Meridian] " + TEXT.encode(), ["stdin"], id="text that opens with a bracket"),
            pytest.param(json.dumps({"text": TEXT, "id": "a"}).encode(), ["a"], id="one record"),
            pytest.param(json.dumps({"text": TEXT, "id": "a"}, indent=1).encode(), ["a"], id="one record over lines"),
            pytest.param(f'{{"id": "a",\n"text": "{TEXT}"}}'.encode(), ["a"], id="one record over two lines"),
            pytest.param((json.dumps({"text": TEXT}) + "\n").encode() * 2, ["stdin#1", "stdin#2"], id="JSON Lines"),
            pytest.param(json.dumps([{"text": TEXT}] * 2).encode(), ["stdin#1", "stdin#2"], id="a list"),
            pytest.param(
                f"<html><body><p>{TEXT}</p><p>{TEXT} Again.</p></body></html>".encode(), ["stdin"], id="a page"
            ),
        ],
    )
    def test_what_it_is_shows_at_its_beginning(
        self, monkeypatch: pytest.MonkeyPatch, raw: bytes, ids: list[str]
    ) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(raw))))
        found = articles(["-"])
        assert [article.id for article in found] == ids
        assert all(article.sha256 == sha256(article.text.encode()).hexdigest() for article in found)

    def test_a_broken_first_line_does_not_cost_the_second(self, monkeypatch: pytest.MonkeyPatch) -> None:
        raw = b'{"text": "cut\n' + json.dumps({"text": TEXT}).encode()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
        first, second = outcome(["-"])
        assert first.startswith("standard input:1: is not valid JSON")
        assert second == "stdin#2"

    def test_the_format_may_be_said(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"a": of the and that}')))
        assert outcome(["-"], ReadOptions(format="txt")) == ["stdin"]

    def test_nothing_comes(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
        assert outcome(["-"]) == ["standard input: is empty; give a file with an article in it"]
        monkeypatch.setattr("sys.stdin", None)
        assert outcome(["-"]) == ["standard input: is closed; pipe an article into the command, or name a file"]


class TestBadInput:
    @pytest.mark.parametrize(
        ("name", "raw", "said"),
        [
            pytest.param("a.txt", b"", "is empty; give", id="empty file"),
            pytest.param("a.txt", b"\xef\xbb\xbf \r\n", "is empty", id="blank file"),
            pytest.param("a.html", b"", "is empty", id="empty page"),
            pytest.param("a.jsonl", b"\n\n", "is empty; give a file with a record on each line", id="no line"),
            pytest.param("a.json", b"[]", "holds no record", id="no record"),
            pytest.param("a.json", b"{} {}", "name it .jsonl", id="JSON Lines called JSON"),
            pytest.param("a.json", b'{"text": }', "is not valid JSON (Expecting value, column 10)", id="broken JSON"),
            pytest.param("a.json", b"[" * 200_000, "is ", id="deep JSON"),
            pytest.param("a.txt", b"a \0 b", "NUL bytes", id="NUL"),
            pytest.param("a.txt", b"%PDF-1.7", "is a PDF, not text; convert it with pdftotext", id="PDF called text"),
            pytest.param("a.pdf", b"%PDF-1.7", "is a PDF", id="PDF in a folder"),
            pytest.param("a.png", b"\x89PNG\r\n\x1a\n", "is a PNG image", id="image"),
            pytest.param("a.jsonl", b"\x1f\x8b\x08\n\n\n", "gzip", id="gzip called JSON Lines"),
            pytest.param("a.txt", b"\xc3\x28\xa0\xa1" * 9, "--encoding", id="no encoding"),
            pytest.param("a.txt", TEXT.encode() * 100, "is over the cap of 5000 bytes", id="too big"),
            pytest.param(
                "a.txt", "L'armée a dit que des soldats sont morts hier soir.".encode(), "French", id="language"
            ),
        ],
    )
    def test_one_line_and_the_others_go_on(self, tmp_path: Path, name: str, raw: bytes, said: str) -> None:
        (tmp_path / name).write_bytes(raw)
        (tmp_path / "z.txt").write_text(TEXT)
        message, after = outcome([tmp_path], ReadOptions(max_bytes=5_000))
        assert message.startswith(f"{tmp_path / name}")
        assert said in message
        assert len(message.splitlines()) == 1
        assert "; " in message
        assert after == "z"

    @pytest.mark.parametrize(
        ("path", "said"),
        [
            pytest.param("missing.txt", "no such file or folder; check the path", id="missing"),
            pytest.param("empty", "the folder holds no article; put .txt", id="empty folder"),
            pytest.param("*.xyz", "the pattern matches no file", id="pattern"),
            pytest.param("a\0b", "no such file or folder", id="NUL in the path"),
            pytest.param("x" * 5_000, "cannot be read", id="a path too long"),
            pytest.param("broken.txt", "cannot be read (No such file", id="a broken link"),
        ],
    )
    def test_paths(self, tmp_path: Path, path: str, said: str) -> None:
        (tmp_path / "empty").mkdir()
        (tmp_path / "empty" / "code.py").write_text("12")
        (tmp_path / "broken.txt").symlink_to("nowhere")
        (tmp_path / "z.txt").write_text(TEXT)
        message, after = outcome([f"{tmp_path}/{path}", tmp_path / "z.txt"])
        assert said in message
        assert message.isprintable()
        assert after == "z"

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
    def test_a_file_that_may_not_be_read(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(TEXT)
        (tmp_path / "a.txt").chmod(0)
        assert "cannot be read (Permission denied)" in outcome([tmp_path])[0]

    @pytest.mark.parametrize(
        ("name", "value", "said"),
        [
            ("lang", "fr", "use one of ar, fa, en"),
            ("format", "pdf", "use one of txt, html, json, jsonl"),
            ("encoding", "klingon", "encoding 'klingon' is not known"),
            ("encoding", "rot13", "is not known"),
            ("max_bytes", 0, "--max-bytes"),
        ],
    )
    def test_options_that_do_not_exist_are_a_wrong_call(self, name: str, value: object, said: str) -> None:
        with pytest.raises(UsageError, match=said):
            ReadOptions(**{name: value})  # type: ignore[arg-type]
