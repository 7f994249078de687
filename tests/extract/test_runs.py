"""A run that asks a model can end at any moment: what was answered is kept, nothing is asked twice, nothing is mixed up.

The model is played by `Answers` here, whose records we wrote; `test_llm_cli.py` has the whole command and real sockets.
"""

import errno
import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from records import FULL, extraction

from extract import runs
from extract.article import Article
from extract.endpoint import ModelSettings
from extract.errors import ArticleError, EndpointError, JournalError, OutputError, UsageError
from extract.journal import Entry, journal_of, key_of, open_journal
from extract.manifest import Account
from extract.pipeline import Outcome, Settings
from extract.prices import Price, load_price
from extract.progress import Tally
from extract.runs import Plan, open_run, signature_of
from extract.schema import Extraction, Rejection, Status
from extract.usage import Usage

SETTINGS = Settings("llm", llm=ModelSettings("m", "http://user:secret@127.0.0.1:1/v1?key=secret"))
SIGNATURE: dict[str, object] = {"model": "m", "prompt": "v3@0123", "seed": 0}
USAGE = Usage(requests=2, cached=1, attempts=3, prompt_tokens=400, completion_tokens=50, seconds=1.25)
BROKEN = ArticleError("absent.txt", "no such file", "check the path")


def article(name: str, text: str = "The army lost 12 soldiers.") -> Article:
    return Article.of(text, id=name, lang="en")


def record(name: str, **more: object) -> Extraction:
    return replace(FULL, article=replace(FULL.article, id=name), **more)


def entry(name: str) -> Entry:
    return Entry(key_of(article(name)), USAGE, record(name))


ARTICLES = [article(f"a{number}") for number in range(6)]
KEYS = [key_of(source) for source in ARTICLES]


def write_journal(output: Path, names: Iterable[str], signature: dict[str, object] = SIGNATURE) -> list[bytes]:
    """A journal as an interrupted run leaves it; its lines."""
    with open_journal(output, signature, resume=False) as journal:
        for name in names:
            journal.add(entry(name))
    return journal.path.read_bytes().splitlines(keepends=True)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "out.jsonl"


DAMAGED = [
    pytest.param(lambda lines: [lines[0], lines[1][:-9], *lines[2:]], 2, id="torn"),
    pytest.param(lambda lines: [lines[0], b'{"key":"k"}\n', *lines[2:]], 2, id="foreign"),
    pytest.param(lambda lines: [*lines[:2], b"\n", *lines[2:]], 3, id="blank"),
    pytest.param(lambda lines: [*lines[:2], lines[2].replace(b'"kind"', b'"Kind"'), lines[3]], 3, id="changed"),
]


class TestJournal:
    def test_what_was_added_is_there_when_it_is_opened_again(self, output: Path) -> None:
        write_journal(output, ["a0", "a1"])
        with open_journal(output, SIGNATURE, resume=True) as journal:
            assert (len(journal), KEYS[0] in journal, KEYS[2] in journal) == (2, True, False)
            assert journal[KEYS[1]] == entry("a1")
            journal.add(entry("a2"))
        with open_journal(output, SIGNATURE, resume=True) as journal:
            assert [journal[key].record.article.id for key in KEYS[:3]] == ["a0", "a1", "a2"]

    def test_an_article_is_on_the_disk_at_once(self, output: Path) -> None:
        with open_journal(output, SIGNATURE, resume=False) as journal:
            journal.add(entry("a0"))
            assert journal.path.read_bytes().endswith(b"}\n")

    def test_it_is_gone_when_the_run_is_done_or_finished_nothing(self, output: Path) -> None:
        with open_journal(output, SIGNATURE, resume=False) as journal:
            pass
        assert not journal.path.exists()
        with open_journal(output, SIGNATURE, resume=False) as journal:
            journal.add(entry("a0"))
            journal.done = True
        assert not journal.path.exists()

    def test_without_resume_it_is_kept_from_being_lost(self, output: Path) -> None:
        lines = write_journal(output, ["a0"])
        with pytest.raises(JournalError, match=r"unfinished run.*add --resume.*or delete"):
            write_journal(output, ["a1"])
        assert journal_of(output).read_bytes() == b"".join(lines)

    @pytest.mark.parametrize("cut", [1, 2, 40, -1])
    def test_a_last_line_half_written_is_dropped(self, output: Path, cut: int) -> None:
        lines = write_journal(output, ["a0", "a1"])
        journal_of(output).write_bytes(b"".join(lines[:2]) + lines[2][:cut])
        with open_journal(output, SIGNATURE, resume=True) as journal:
            assert (journal.torn, len(journal)) == (True, 1)
            journal.add(entry("a1"))
        assert journal_of(output).read_bytes() == b"".join(lines)

    @pytest.mark.parametrize("cut", [0, 1, 25, -1])
    def test_a_first_line_half_written_is_a_run_that_finished_nothing(self, output: Path, cut: int) -> None:
        (head, _) = write_journal(output, ["a0"])
        journal_of(output).write_bytes(head[:cut])
        assert len(write_journal(output, ["a0"])) == 2

    @pytest.mark.parametrize(("damage", "number"), DAMAGED)
    def test_damage_before_the_last_line_is_an_error(
        self, output: Path, damage: Callable[[list[bytes]], list[bytes]], number: int
    ) -> None:
        lines = damage(write_journal(output, ["a0", "a1", "a2"]))
        journal_of(output).write_bytes(b"".join(lines))
        with (
            pytest.raises(JournalError, match=rf"\.out\.jsonl\.journal, line {number}: is damaged"),
            open_journal(output, SIGNATURE, resume=True),
        ):
            pass
        assert journal_of(output).read_bytes() == b"".join(lines)

    @pytest.mark.parametrize("content", [b"my notes", b"{}\n", b'{"format":"hasila-journal/2"}\n{}\n', b"[1]\n\xff\n"])
    @pytest.mark.parametrize("resume", [False, True])
    def test_another_file_of_that_name_is_left_alone(self, output: Path, content: bytes, resume: bool) -> None:
        journal_of(output).write_bytes(content)
        with pytest.raises(JournalError, match="not a journal"), open_journal(output, SIGNATURE, resume):
            pass
        assert journal_of(output).read_bytes() == content

    def test_other_settings_are_named(self, output: Path) -> None:
        write_journal(output, ["a0"])
        other = SIGNATURE | {"model": "n", "prompt": "v2@4567"}
        with pytest.raises(JournalError) as raised, open_journal(output, other, resume=True):
            pass
        assert "model was 'm' and is 'n', prompt was 'v3@0123' and is 'v2@4567';" in str(raised.value)

    def test_other_inputs_are_named(self, output: Path) -> None:
        write_journal(output, ["a0", "a1", "a2"])
        with open_journal(output, SIGNATURE, resume=True) as journal:
            journal.check_inputs(KEYS)
            with pytest.raises(JournalError, match="2 of its articles, 'a1' first, are not among the inputs"):
                journal.check_inputs(KEYS[:1])

    def test_one_run_at_a_time(self, output: Path) -> None:
        pytest.importorskip("fcntl", reason="no locks on this system")
        with open_journal(output, SIGNATURE, resume=False):
            with pytest.raises(UsageError, match="another run is writing it"):
                write_journal(output, ["a0"])
            link = output.with_name("link.jsonl")
            link.symlink_to(output)
            with pytest.raises(UsageError, match="another run is writing it"):
                write_journal(link, ["a0"])
        assert len(write_journal(output, ["a0"])) == 2

    def test_a_place_that_cannot_be_written(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match=r"out\.jsonl: cannot be written \(No such file"):
            write_journal(tmp_path / "absent" / "out.jsonl", ["a0"])

    def test_a_disk_that_fills_in_the_middle_of_a_line(self, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write = os.write
        with open_journal(output, SIGNATURE, resume=False) as journal:
            journal.add(entry("a0"))
            before = journal.path.read_bytes()

            def full(descriptor: int, data: bytes) -> int:
                if len(data) < 100:
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                return write(descriptor, data[: len(data) - 50])

            monkeypatch.setattr(os, "write", full)
            with pytest.raises(OutputError, match=r"writing failed \(No space left on device\).*--resume"):
                journal.add(entry("a1"))
            monkeypatch.undo()
            assert journal.path.read_bytes() == before
            journal.add(entry("a1"))
        with open_journal(output, SIGNATURE, resume=True) as journal:
            assert (len(journal), journal.torn) == (2, False)


OTHERS = [
    pytest.param({"id": "other"}, id="id"),
    pytest.param({"text": "The army lost 13 soldiers."}, id="text"),
    pytest.param({"lang": "fa"}, id="language"),
    pytest.param({"published": date(2026, 1, 5)}, id="date"),
    pytest.param({"title": "Losses"}, id="title"),
    pytest.param({"source": "Wire"}, id="source"),
    pytest.param({"sha256": "0" * 64}, id="bytes"),
    pytest.param({"notes": ("odd",)}, id="notes"),
]


@pytest.mark.parametrize("change", OTHERS)
def test_an_article_read_otherwise_has_another_key(change: dict[str, object]) -> None:
    assert key_of(replace(ARTICLES[0], **change)) != KEYS[0]


def test_an_article_that_moved_has_the_same_key() -> None:
    assert key_of(replace(ARTICLES[0], origin="elsewhere/a0.txt")) == KEYS[0]


def test_a_signature_holds_no_secret_and_all_that_decides() -> None:
    signature = signature_of(SETTINGS)
    assert signature["base_url"] == "http://127.0.0.1:1/v1"
    assert "secret" not in json.dumps(signature)
    assert str(signature["prompt"]).startswith("v3@")


class Answers:
    """Plays the model: answers every article but those in `fails`, and breaks off before article `stop`."""

    def __init__(self, fails: Iterable[str] = (), stop: str = "", error: BaseException | None = None) -> None:
        self.asked: list[str] = []
        self._fails, self._stop = set(fails), stop
        self._error = error or KeyboardInterrupt()

    def __call__(
        self, sources: Iterable[Article | ArticleError], settings: Settings, finished: Callable[[Outcome], None]
    ) -> Iterator[Outcome]:
        waiting: list[Outcome] = []
        for source in sources:  # three are read ahead, and done in the reverse order
            waiting.append(self._answer(source, finished))
            if len(waiting) == 3:
                yield from waiting
                waiting.clear()
        yield from waiting

    def _answer(self, source: Article | ArticleError, finished: Callable[[Outcome], None]) -> Outcome:
        if isinstance(source, ArticleError):
            return Outcome(source, source, Usage())
        if source.id == self._stop:
            raise self._error
        self.asked.append(source.id)
        failed = ArticleError(source.id, "timed_out: no answer in 5 s", "run again")
        outcome = Outcome(source, failed if source.id in self._fails else record(source.id), USAGE)
        finished(outcome)
        return outcome


@pytest.fixture
def play(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Answers]:
    def played(**how: object) -> Answers:
        answers = Answers(**how)  # type: ignore[arg-type]
        monkeypatch.setattr(runs, "outcomes", answers)
        return answers

    return played


def go(output: Path | None, sources: Iterable[Article | ArticleError] = ARTICLES, **more: object) -> list[str]:
    """Make the run; the ids of its records, "-" for an error."""
    with open_run(Plan(SETTINGS, lambda: iter(list(sources)), again=True, output=output, **more)) as run:
        return [result.article.id if isinstance(result, Extraction) else "-" for result in run.results()]


ALL = [source.id for source in ARTICLES]


STATUSES = [
    pytest.param({"status": Status.PARTIAL, "error": "timed_out"}, False, id="left to the rules"),
    pytest.param({"status": Status.PARTIAL}, True, id="cut off"),
    pytest.param({}, True, id="ok"),
]


class TestRun:
    @pytest.mark.parametrize("stop", ALL)
    def test_resumed_wherever_it_ended_it_gives_all_in_order_and_asks_for_the_rest(
        self, output: Path, play: Callable[..., Answers], stop: str
    ) -> None:
        first = play(stop=stop)
        with pytest.raises(KeyboardInterrupt):
            go(output)
        second = play()
        assert go(output, resume=True) == ALL
        assert first.asked + second.asked == ALL
        assert not journal_of(output).exists()

    def test_articles_before_between_and_after_those_answered(self, output: Path, play: Callable[..., Answers]) -> None:
        play(fails=["a0", "a3", "a5"])
        assert go(output) == ["-", "a1", "a2", "-", "a4", "-"]
        again = play()
        assert go(output, resume=True) == ALL
        assert again.asked == ["a0", "a3", "a5"]

    def test_when_everything_was_answered_nobody_is_asked(self, output: Path, play: Callable[..., Answers]) -> None:
        play(stop="a5")
        with pytest.raises(KeyboardInterrupt):
            go(output)
        nobody = play()
        assert go(output, ARTICLES[:5], resume=True) == ALL[:5]
        assert nobody.asked == []

    def test_a_file_that_cannot_be_read_keeps_its_place_and_the_journal(
        self, output: Path, play: Callable[..., Answers]
    ) -> None:
        play()
        assert go(output, [ARTICLES[0], BROKEN, ARTICLES[1]]) == ["a0", "-", "a1"]
        assert journal_of(output).exists()
        mended = play()
        assert go(output, [ARTICLES[0], ARTICLES[2], ARTICLES[1]], resume=True) == ["a0", "a2", "a1"]
        assert mended.asked == ["a2"]

    @pytest.mark.parametrize(("more", "kept"), STATUSES)
    def test_an_answer_is_kept_and_the_fallback_is_not(
        self, output: Path, monkeypatch: pytest.MonkeyPatch, more: dict[str, object], kept: bool
    ) -> None:
        def outcomes(
            sources: Iterable[Article], settings: Settings, finished: Callable[[Outcome], None]
        ) -> Iterator[Outcome]:
            for source in sources:
                outcome = Outcome(source, record(source.id, **more if source.id == "a1" else {}), USAGE)
                finished(outcome)
                yield outcome

        monkeypatch.setattr(runs, "outcomes", outcomes)
        assert go(output) == ALL
        assert journal_of(output).exists() is not kept

    def test_an_endpoint_that_refuses_everybody_leaves_no_journal(
        self, output: Path, play: Callable[..., Answers]
    ) -> None:
        play(stop="a0", error=EndpointError("the key is wrong"))
        with pytest.raises(EndpointError):
            go(output)
        assert list(output.parent.iterdir()) == []

    def test_other_inputs_are_refused_before_anybody_is_asked(self, output: Path, play: Callable[..., Answers]) -> None:
        play(stop="a3")
        with pytest.raises(KeyboardInterrupt):
            go(output)
        nobody = play()
        with pytest.raises(JournalError, match="its article 'a0' is not among the inputs"):
            go(output, ARTICLES[1:], resume=True)
        assert nobody.asked == []
        assert go(output, resume=True) == ALL

    def test_resume_without_a_journal_starts_from_the_first(self, output: Path, play: Callable[..., Answers]) -> None:
        answers = play()
        assert go(output, resume=True) == ALL
        assert answers.asked == ALL

    @pytest.mark.parametrize(
        ("plan", "message"),
        [
            pytest.param({"resume": True}, "--resume needs -o FILE", id="stdout"),
            pytest.param({"resume": True, "output": "out.jsonl", "again": False}, "save them to a file", id="a pipe"),
            pytest.param({"output": "out.xlsx"}, "must end in", id="unknown suffix"),
        ],
    )
    def test_plans_that_cannot_be(self, tmp_path: Path, plan: dict[str, object], message: str) -> None:
        if "output" in plan:
            plan = plan | {"output": tmp_path / str(plan["output"])}
        with (
            pytest.raises(UsageError, match=message),
            open_run(Plan(SETTINGS, lambda: iter(()), **{"again": True, **plan})),
        ):
            pass
        assert list(tmp_path.iterdir()) == []

    def test_the_number_of_articles_is_known_when_it_is_asked_for(
        self, output: Path, play: Callable[..., Answers]
    ) -> None:
        play()
        for again, count, expected in [(True, True, 6), (True, False, None), (False, True, None)]:
            with open_run(Plan(SETTINGS, lambda: iter(ARTICLES), again=again, count=count)) as run:
                assert run.account.expected == expected


class TestManifest:
    def test_it_tells_what_the_run_came_to(self, output: Path, play: Callable[..., Answers]) -> None:
        play(fails=["a1"])
        go(output, price=Price(Decimal("0.5"), Decimal(2), "USD"))
        manifest = json.loads((output.parent / "out.jsonl.manifest.json").read_bytes())
        assert manifest["format"] == "hasila-manifest/1"
        assert manifest["settings"] == signature_of(SETTINGS)
        assert manifest["counts"] == {"ok": 5, "partial": 0, "failed": 1, "resumed": 0}
        assert manifest["total"] == {
            "requests": 12, "cached": 6, "attempts": 18, "prompt_tokens": 2400, "completion_tokens": 300, "seconds": 7.5
        }  # fmt: skip
        assert manifest["cost"] == {"amount": 0.0018, "currency": "USD"}
        assert manifest["failed"] == [{"article": "a1", "reason": "a1: timed_out: no answer in 5 s; run again"}]
        assert [row["article"] for row in manifest["articles"]] == ALL
        assert manifest["articles"][0]["prompt_tokens"] == 400
        assert manifest["rejected"] == {"date": 5}

    def test_a_resumed_run_counts_what_was_paid_before(self, output: Path, play: Callable[..., Answers]) -> None:
        play(stop="a4")
        with pytest.raises(KeyboardInterrupt):
            go(output)
        play()
        go(output, resume=True)
        manifest = json.loads((output.parent / "out.jsonl.manifest.json").read_bytes())
        assert (manifest["total"]["prompt_tokens"], manifest["counts"]["resumed"]) == (2400, 4)
        assert manifest["started"] <= manifest["finished"]
        assert manifest["cost"] is None

    def test_a_run_that_broke_off_leaves_the_old_one(self, output: Path, play: Callable[..., Answers]) -> None:
        place = output.parent / "out.jsonl.manifest.json"
        place.write_bytes(b"old")
        play(stop="a4")
        with pytest.raises(KeyboardInterrupt):
            go(output)
        assert place.read_bytes() == b"old"


PRICES = 'currency = "USD"\n[models."gpt-4o-mini"]\ninput = 0.15\noutput = 0.60\n'


class TestPrices:
    @pytest.mark.parametrize(
        "text",
        [PRICES, PRICES.split("\n", 1)[1] + 'currency = "USD"\n', "\ufeff" + PRICES + "[models.other]\ninput = 1\n"],
        ids=["one currency", "a model's own", "other models are not looked at"],
    )
    def test_the_price_of_a_model(self, tmp_path: Path, text: str) -> None:
        path = tmp_path / "prices.toml"
        path.write_text(text, encoding="utf-8")
        price = load_price(path, "gpt-4o-mini")
        assert price == Price(Decimal("0.15"), Decimal("0.60"), "USD")
        assert price.of(Usage(prompt_tokens=1_000_000, completion_tokens=500_000)) == Decimal("0.45")

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            pytest.param("models = ", "not valid TOML", id="not TOML"),
            pytest.param("", "has no price for the model 'gpt-4o-mini'", id="empty"),
            pytest.param(PRICES.replace("mini", "maxi"), "known: gpt-4o-maxi", id="another model"),
            pytest.param("models = 3", "models is not a table", id="models not a table"),
            pytest.param('[models]\n"gpt-4o-mini" = 3', "is not a table", id="model not a table"),
            pytest.param(PRICES.replace("0.15", "-1"), r'models\."gpt-4o-mini"\.input is -1;', id="negative"),
            pytest.param(PRICES.replace("0.15", "nan"), "input is NaN", id="not a number"),
            pytest.param(PRICES.replace("0.15", "true"), "input is True", id="a boolean"),
            pytest.param(PRICES.replace("0.15", '"cheap"'), "input is 'cheap'", id="words"),
            pytest.param(PRICES.replace("output", "out"), "output is None", id="a price is missing"),
            pytest.param(PRICES + "cached = 1", "cached is not known", id="unknown key"),
            pytest.param("curency = 1\n" + PRICES, "curency is not known", id="unknown key at the top"),
            pytest.param(PRICES.split("\n", 1)[1], "currency is None", id="no currency"),
        ],
    )
    def test_a_malformed_table(self, tmp_path: Path, text: str, message: str) -> None:
        path = tmp_path / "prices.toml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(UsageError, match=message) as raised:
            load_price(path, "gpt-4o-mini")
        assert str(raised.value).startswith(str(path))
        assert "\n" not in str(raised.value)

    def test_a_missing_table(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match="cannot be read"):
            load_price(tmp_path / "absent.toml", "m")


class TestTally:
    def test_the_summary_of_a_model(self, capsys: pytest.CaptureFixture[str]) -> None:
        reasons = ["duplicate"] * 3 + ["not_a_figure"] * 5 + ["quote_not_found"] * 2 + ["date"]
        rejected = tuple(Rejection(reason=reason, evidence=None) for reason in reasons)
        tally = Tally(account=Account(price=Price(Decimal(1), Decimal(2), "USD"), resumed=1))
        fallen = extraction(id="a2", status=Status.PARTIAL, error="timed_out: no answer")
        for result in (extraction(id="a1", rejected=rejected), fallen, ArticleError("a3", "failed", "try again")):
            tally.account.add(result, USAGE)
            tally.add(result)
        assert str(tally) == (
            "2 articles, 0 figures, 0 events; 11 rejected (5 not_a_figure, 3 duplicate, 2 quote_not_found, 1 others); "
            "1,350 tokens (0.0015 USD); 1 from the journal; 1 left to the rules; 1 failed"
        )
        assert capsys.readouterr().err == "warning: a2: timed_out: no answer\nerror: a3: failed; try again\n"

    @pytest.mark.parametrize(
        ("expected", "resumed", "left"),
        [
            pytest.param(6, 0, "; 1:00 left", id="two in half a minute, four to go"),
            pytest.param(6, 1, "; 2:00 left", id="what was resumed took no time"),
            pytest.param(None, 0, "", id="nobody knows how many"),
            pytest.param(6, 2, "", id="nobody was asked yet"),
            pytest.param(602, 0, "; 2:30:00 left", id="hours"),
        ],
    )
    def test_the_line_beside_the_bar(self, expected: int | None, resumed: int, left: str) -> None:
        tally = Tally(account=Account(expected=expected, resumed=resumed))
        for name in ("a1", "a2"):
            tally.account.add(record(name), USAGE)
            tally.add(record(name))
        assert tally.progress(30) == f"2 ok, 0 failed, 2 rejected; 900 tokens{left}"
