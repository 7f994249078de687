"""Run folders: whole or not at all, the same bytes on a rerun, and everything that made a score in its signature."""

import json
from pathlib import Path

import pytest
from goldset import FIGURES, gold_article, numbered, prediction, write_gold

from evals import runs
from evals.errors import GoldError, UnmeasuredError
from evals.gold import Gold, load_gold
from evals.intervals import score_interval
from evals.runs import MANIFEST, PREDICTIONS, SCORES, code_version, load_run, run_engine, save, score_file
from evals.sources import open_run
from evals.stats import SEED
from evals.summary import ALL, Score, article_counts, summarise
from extract import pipeline
from extract.errors import UsageError
from extract.export import json_line
from extract.pipeline import Settings
from extract.readback import load
from extract.schema import Extraction, Status


@pytest.fixture
def gold(tmp_path: Path) -> Gold:
    other = gold_article("other", (), (), text="Nothing of note happened in Tarsa.")
    return load_gold(write_gold(tmp_path / "gold", [gold_article()], [other]), "dev")


def predictions(path: Path, *records: Extraction) -> Path:
    path.write_bytes(b"".join(map(json_line, records)))
    return path


class TestFolders:
    def test_what_was_saved_is_loaded(self, gold: Gold, tmp_path: Path) -> None:
        run, records = run_engine(gold, Settings())
        save(run, records, tmp_path / "runs" / "one")
        again = load_run(tmp_path / "runs" / "one")
        assert (again.name, again.manifest, again.rows) == ("one", run.manifest, run.rows)
        assert again.predictions is not None
        assert list(load(again.predictions)) == records
        assert sorted(path.name for path in (tmp_path / "runs").iterdir()) == ["one"], "no drafts are left"

    def test_a_rerun_gives_the_same_bytes(self, gold: Gold, tmp_path: Path) -> None:
        for name in ("one", "two"):
            save(*run_engine(gold, Settings()), tmp_path / name)
        for file in (PREDICTIONS, SCORES):
            assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()

    def test_an_older_run_is_replaced_whole(self, gold: Gold, tmp_path: Path) -> None:
        folder = tmp_path / "one"
        save(*run_engine(gold, Settings()), folder)
        (folder / "stray").touch()
        save(*run_engine(gold, Settings()), folder)
        assert sorted(path.name for path in folder.iterdir()) == sorted((PREDICTIONS, SCORES, MANIFEST))

    def test_a_folder_that_is_no_run_is_left_alone(self, gold: Gold, tmp_path: Path) -> None:
        (tmp_path / "notes").mkdir()
        with pytest.raises(UsageError, match="exists and is not a run folder; choose another"):
            save(*run_engine(gold, Settings()), tmp_path / "notes")

    def test_a_place_that_cannot_be_written(self, gold: Gold, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(UsageError, match="cannot be written"):
            save(*run_engine(gold, Settings()), tmp_path / "file" / "run")

    def test_a_crash_while_writing_keeps_the_old_run(
        self, gold: Gold, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        run, records = run_engine(gold, Settings())
        save(run, records, tmp_path / "one")

        def full(_: object) -> bytes:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(runs, "json_line", full)
        with pytest.raises(UsageError, match="No space left"):
            save(run, records, tmp_path / "one")
        assert load_run(tmp_path / "one").rows == run.rows
        assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []

    @pytest.mark.parametrize(
        ("file", "content"),
        [(MANIFEST, "{}"), (MANIFEST, "{"), (SCORES, "{}"), (SCORES, '{"columns": ["a"], "rows": []}'), (SCORES, "[")],
    )
    def test_a_folder_of_another_form(self, gold: Gold, tmp_path: Path, file: str, content: str) -> None:
        save(*run_engine(gold, Settings()), tmp_path / "one")
        (tmp_path / "one" / file).write_text(content, encoding="utf-8")
        with pytest.raises(UsageError, match="one: not a run folder that this version reads"):
            load_run(tmp_path / "one")

    def test_a_file_missing(self, tmp_path: Path) -> None:
        (tmp_path / "one").mkdir()
        with pytest.raises(UsageError, match=r"manifest\.json: cannot be read"):
            load_run(tmp_path / "one")


class TestSignatures:
    def test_everything_that_makes_a_score(self, gold: Gold) -> None:
        signature = run_engine(gold, Settings())[0].manifest.signature
        assert (signature.gold, signature.split, signature.engine) == (gold.digest, "dev", "rules")
        assert (signature.model, signature.prompt, signature.seed) == (None, None, SEED)
        assert signature.code == code_version()
        assert str(signature).startswith(f"gold {gold.digest} | split dev | engine rules | ontology ")

    def test_the_tolerance_is_part_of_it(self, gold: Gold) -> None:
        assert "tolerance 0.01" in str(run_engine(gold, Settings(), 0.01)[0].manifest.signature)

    def test_the_default_folder_follows_it(self, gold: Gold) -> None:
        one, two = run_engine(gold, Settings())[0], run_engine(gold, Settings(), 0.01)[0]
        assert runs.default_folder(one).name.startswith("dev-rules-")
        assert runs.default_folder(one) != runs.default_folder(two)


class TestEngines:
    def test_an_article_that_fails_counts_as_all_missed(self, gold: Gold, monkeypatch: pytest.MonkeyPatch) -> None:
        def crash(_: object) -> None:
            raise RuntimeError("no answer")

        monkeypatch.setattr(pipeline.rules, "propose", crash)
        run, records = run_engine(gold, Settings())
        assert records == []
        assert "no answer" in (run.manifest.articles[0].failed or "")
        assert article_counts(run, "figures", "lenient", run.manifest.articles) == [(0, 0, 2)]

    def test_an_unknown_engine(self, gold: Gold) -> None:
        with pytest.raises(UsageError, match="engine 'magic' is not known"):
            run_engine(gold, Settings("magic"))

    def test_an_empty_split_cannot_be_measured(self, tmp_path: Path) -> None:
        gold = load_gold(write_gold(tmp_path, [gold_article()]), "test")
        with pytest.raises(UnmeasuredError, match="split 'test' has no articles"):
            run_engine(gold, Settings())


class TestPredictionFiles:
    def test_a_perfect_one(self, gold: Gold, tmp_path: Path) -> None:
        run, _ = score_file(predictions(tmp_path / "mine.jsonl", prediction()), gold)
        assert run.name == "mine"
        assert run.manifest.articles[0].failed is None
        assert article_counts(run, "figures", "strict", run.manifest.articles) == [(2, 0, 0)]

    def test_a_missing_article_counts_as_all_missed(self, gold: Gold, tmp_path: Path) -> None:
        run, _ = score_file(predictions(tmp_path / "mine.jsonl"), gold)
        assert run.manifest.articles[0].failed == "no prediction"
        assert article_counts(run, "figures", "strict", run.manifest.articles) == [(0, 0, 2)]

    def test_a_failed_article_counts_as_all_missed(self, gold: Gold, tmp_path: Path) -> None:
        record = prediction(status=Status.FAILED, error="no answer", figures=(), events=())
        run, _ = score_file(predictions(tmp_path / "mine.jsonl", record), gold)
        assert run.manifest.articles[0].failed == "no answer"

    def test_articles_of_the_other_split_are_set_aside(self, gold: Gold, tmp_path: Path) -> None:
        run, records = score_file(predictions(tmp_path / "mine.jsonl", prediction(), prediction("other")), gold)
        assert [record.article.id for record in records] == ["raid"]
        assert any("about gold articles outside dev: 1" in note for note in run.manifest.notes)

    @pytest.mark.parametrize(
        ("records", "message"),
        [
            pytest.param([prediction("stray")], "article 'stray' is not in the gold", id="another article"),
            pytest.param([prediction(), prediction()], "article 'raid' comes twice", id="twice"),
        ],
    )
    def test_what_does_not_belong(self, gold: Gold, tmp_path: Path, records: list[Extraction], message: str) -> None:
        with pytest.raises(GoldError, match=rf"mine\.jsonl: {message}"):
            score_file(predictions(tmp_path / "mine.jsonl", *records), gold)

    @pytest.mark.parametrize(
        ("line", "message"),
        [
            pytest.param(b'{"schema": "hasila/1", "arti', r"line 2: not a line of JSON", id="broken line"),
            pytest.param(b'{"schema": "hasila/2"}', r"line 2: written as hasila/2", id="newer schema"),
        ],
    )
    def test_lines_that_cannot_be_read(self, gold: Gold, tmp_path: Path, line: bytes, message: str) -> None:
        path = predictions(tmp_path / "mine.jsonl", prediction())
        path.write_bytes(path.read_bytes() + line)
        with pytest.raises(UsageError, match=message):
            score_file(path, gold)

    def test_other_bytes_are_told(self, gold: Gold, tmp_path: Path) -> None:
        record = prediction()
        path = predictions(tmp_path / "mine.jsonl", record)
        path.write_text(path.read_text(encoding="utf-8").replace(record.article.sha256, "0" * 64), encoding="utf-8")
        run, _ = score_file(path, gold)
        assert any("other bytes than the labelled text" in note for note in run.manifest.notes)


class TestNames:
    def test_the_latest_run_of_a_prompt_or_an_engine(
        self, gold: Gold, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        for name, prompt in (("one", "v2@1a2b"), ("two", "v3@3c4d")):
            record = json.loads(json_line(prediction()))
            record["provenance"].update(engine="llm", prompt=prompt)
            path = tmp_path / f"{name}.jsonl"
            path.write_text(json.dumps(record), encoding="utf-8")
            save(*score_file(path, gold), Path(".evals", name))

        def asked() -> Gold:
            raise AssertionError("a run folder needs no gold")

        assert open_run("v2", "all", asked).manifest.signature.prompt == "v2@1a2b"
        assert open_run("v3@3c4d", "dev", asked).manifest.signature.prompt == "v3@3c4d"
        assert open_run("llm", "dev", asked).manifest.signature.prompt == "v3@3c4d"
        with pytest.raises(UsageError, match="v3: no such folder or file, and no run of an engine or prompt"):
            open_run("v3", "test", asked)


def by_name(scores: list[Score]) -> dict[tuple[str, str, str, str], Score]:
    return {(s.objects, s.level, s.lang, s.group): s for s in scores}


class TestSummaries:
    def test_languages_kinds_and_macro(self, tmp_path: Path) -> None:
        pairs = [numbered("a", 4, 4), numbered("b", 4, 2, spurious=1), numbered("c", 2, 2, lang="fa")]
        gold = load_gold(write_gold(tmp_path / "gold", [article for article, _ in pairs]), "dev")
        run, _ = score_file(predictions(tmp_path / "p.jsonl", *(p for _, p in pairs)), gold)
        scores = by_name(summarise(run.rows, run.manifest.articles))
        whole, english = scores["figures", "lenient", ALL, ALL], scores["figures", "lenient", "en", ALL]
        assert (whole.gold, whole.predicted, whole.tp, whole.fp, whole.fn, whole.errors) == (10, 9, 8, 1, 2, 3)
        assert (english.articles, english.tp, english.f1) == (2, 6, pytest.approx(12 / 15))
        assert (whole.f1_low, whole.f1_high) == tuple(
            getattr(score_interval([(4, 0, 0), (2, 1, 2), (2, 0, 0)]), side) for side in ("low", "high")
        )
        assert scores["figures", "lenient", "fa", ALL].f1_low is None, "one article"
        assert scores["events", "lenient", ALL, ALL].f1 is None, "vacuous, not 0"
        words = sum(article.words for article in run.manifest.articles)
        assert whole.false_per_1000_words == pytest.approx(1000 / words)

    def test_macro_weighs_kinds_alike(self, gold: Gold, tmp_path: Path) -> None:
        run, _ = score_file(predictions(tmp_path / "p.jsonl", prediction(figures=FIGURES[:1])), gold)
        whole = by_name(summarise(run.rows, run.manifest.articles))["figures", "strict", ALL, ALL]
        assert (whole.f1, whole.macro) == (pytest.approx(2 / 3), pytest.approx((1 + 0) / 2))

    def test_slots_together_and_each(self, gold: Gold, tmp_path: Path) -> None:
        run, _ = score_file(predictions(tmp_path / "p.jsonl", prediction()), gold)
        scores = by_name(summarise(run.rows, run.manifest.articles))
        each = [s.tp for (objects, level, *_), s in scores.items() if objects == "figures" and level.startswith("slot:")
                and s.group == ALL and s.lang == ALL]  # fmt: skip
        assert scores["figures", "slots", ALL, ALL].tp == sum(each) > 0

    def test_the_order_is_fixed(self, gold: Gold) -> None:
        run, _ = run_engine(gold, Settings())
        rows = list(run.rows)
        assert summarise(rows, run.manifest.articles) == summarise(rows[::-1], run.manifest.articles)
