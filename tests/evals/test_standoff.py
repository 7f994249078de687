"""Stand-off gold: labels without a word of their text, checked as they are and joined where the text is.

Set HASILA_TEXTS to the folder that holds the texts of the shipped labels.
"""

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest

from evals.errors import GoldError
from evals.gold import load_gold, read_article, read_standoff
from evals.labels import Kinds, quotes
from evals.standoff import with_text

TEXT = "الكتيبة تنسحب: غادر نحو 300 جندي بلدة سدرة 🚚 يوم 5 آذار 2026."
KINDS = Kinds(frozenset({"personnel"}), frozenset({"withdrawal"}))
SHIPPED = Path(__file__).parents[2] / "gold" / "standoff"
SEEDS = Path(os.environ.get("HASILA_TEXTS", Path(__file__).resolve().parents[3] / "shared" / "seeds"))


def at(quote: str) -> dict[str, int]:
    start = TEXT.index(quote)
    return {"start": start, "end": start + len(quote)}


def labels(**figure: Any) -> dict[str, Any]:
    soldiers = {"id": "f1", "kind": "personnel", "value": 300, "low": None, "high": None, "qualifier": "approximate"}
    slots = {"noun": at("جندي"), "place": at("سدرة"), "evidence": at("نحو 300 جندي")}
    when = {"first": "2026-03-05", "last": "2026-03-05", "precision": "day", "evidence": at("5 آذار 2026")}
    leaving = {"id": "e1", "type": "withdrawal", "realis": "occurred", "trigger": at("غادر"), "when": when}
    return {
        "id": "sidra",
        "lang": "ar",
        "story": "sidra",
        "provenance": "written for this test",
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "figures": [soldiers | slots | figure],
        "events": [leaving | {"figures": ["f1"], "evidence": at("غادر نحو 300 جندي بلدة سدرة")}],
    }


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    (folder / "standoff").mkdir(parents=True)
    (folder / "splits.toml").write_text("[dev]\narticles = []\n[test]\narticles = []\n", encoding="utf-8")
    write(folder, labels())
    return folder


def write(gold: Path, content: dict[str, Any]) -> Path:
    path = gold / "standoff" / "sidra.json"
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "whatever its name.txt").write_text(TEXT, encoding="utf-8")
    return folder


def test_every_quote_gets_its_words_where_the_text_is(gold: Path, texts: Path) -> None:
    (article,) = load_gold(gold, kinds=KINDS, texts=texts).articles
    (figure,), (event,) = article.figures, article.events
    assert article.text == TEXT
    assert figure.evidence.text == "نحو 300 جندي"
    assert figure.noun is not None
    assert figure.noun.text == "جندي"
    assert event.when is not None
    assert event.when.evidence.text == "5 آذار 2026"
    assert event.evidence.text == "غادر نحو 300 جندي بلدة سدرة"


@pytest.mark.parametrize("there", [False, True], ids=["no folder of texts", "another text in it"])
def test_without_its_text_an_article_is_left_out_and_said_so(gold: Path, tmp_path: Path, there: bool) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text(TEXT + " ", encoding="utf-8")
    loaded = load_gold(gold, texts=other if there else None)
    assert loaded.articles == ()
    assert "left out" in loaded.skipped[0]


def test_a_joined_article_has_the_digest_of_the_same_labels_shipped_whole(gold: Path, texts: Path) -> None:
    (article,) = load_gold(gold, texts=texts).articles
    whole = texts / "sidra.json"
    whole.write_text(article.model_dump_json(), encoding="utf-8")
    assert read_article(whole).digest == article.digest


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (labels(kind="soldiers"), "f1: unknown kind 'soldiers'"),
        (labels(low=300), "f1: value 300, low 300, high None do not suit the qualifier approximate"),
        (labels(noun={"start": 9, "end": 9}), "f1.noun"),
        (labels(noun={"start": 9, "end": 10**12}), "f1.noun"),
        (labels(noun=at("جندي") | {"text": "جندي"}), "f1.noun: quotes the text"),
        (labels() | {"text": TEXT}, "has a text"),
    ],
    ids=["unknown kind", "wrong bounds", "empty quote", "enormous quote", "quoted words", "text"],
)
def test_labels_are_checked_without_the_text(gold: Path, content: dict[str, Any], said: str) -> None:
    path = write(gold, content)
    with pytest.raises(GoldError, match=r"sidra\.json: .*" + said):
        read_standoff(path, KINDS)


def test_what_is_no_json_is_told_in_one_line(gold: Path) -> None:
    path = gold / "standoff" / "sidra.json"
    path.write_text('{"id": "sidra",', encoding="utf-8")
    with pytest.raises(GoldError, match=r"sidra\.json: Invalid JSON"):
        read_standoff(path)


def test_offsets_outside_the_text_name_their_label(gold: Path, texts: Path) -> None:
    write(gold, labels(noun={"start": 60, "end": 90}))
    with pytest.raises(GoldError, match=r"sidra.*: f1\.noun: ends at 90, but the text has \d+ characters"):
        load_gold(gold, texts=texts)


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.json")), ids=lambda path: path.stem)
def test_the_shipped_files_hold_no_words_of_their_texts(path: Path) -> None:
    article = read_standoff(path)
    assert article.figures or article.events
    assert article.title is None


@pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the texts of the real articles are not here: {SEEDS}")
def test_the_shipped_labels_fit_their_texts() -> None:
    texts = {
        hashlib.sha256(path.read_bytes()).hexdigest(): path.read_text(encoding="utf-8") for path in SEEDS.iterdir()
    }
    for path in SHIPPED.glob("*.json"):
        labels = read_standoff(path)
        article = with_text(str(path), labels, texts[labels.sha256])
        assert all(quote.text == quote.text.strip() for _, quote in quotes(article))
