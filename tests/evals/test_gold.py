"""The gold set is checked when it is loaded, and an error names file, article and label in one line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from goldset import TEXT, figure, gold_article, write_gold, write_splits

from evals.errors import GoldError
from evals.gold import load_gold
from evals.labels import Kinds

KINDS = Kinds(frozenset({"killed", "wounded"}), frozenset({"operation"}))


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write_gold(tmp_path, [gold_article()], [gold_article("other", text="Other: " + TEXT, figures=(), events=())])


def change(gold: Path, edit: Callable[[dict[str, Any]], object], name: str = "raid") -> None:
    path = gold / "articles" / f"{name}.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    edit(data)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def test_splits(gold: Path) -> None:
    assert [article.id for article in load_gold(gold, "dev", KINDS).articles] == ["raid"]
    assert [article.id for article in load_gold(gold, "test", KINDS).articles] == ["other"]
    assert [article.id for article in load_gold(gold).articles] == ["other", "raid"]
    assert load_gold(gold, "dev").split_of == {"raid": "dev", "other": "test"}


def test_a_digest_names_texts_and_labels(gold: Path) -> None:
    before = load_gold(gold).digest
    change(gold, lambda data: data.update(notes="hard", annotators=["somebody"], provenance="elsewhere"))
    assert load_gold(gold).digest == before, "notes are no labels"
    change(gold, lambda data: data["figures"][0].update(kind="wounded"))
    assert load_gold(gold).digest != before
    assert load_gold(gold, "test").digest != load_gold(gold, "dev").digest


def put(*path: str | int, value: Any) -> Callable[[dict[str, Any]], object]:
    def edit(data: dict[str, Any]) -> None:
        place: Any = data
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = value

    return edit


BROKEN = [
    pytest.param(
        put("figures", 0, "evidence", "start", value=15) , "f1.evidence: .*cannot span", id="offsets of another length"
    ),
    pytest.param(
        put("figures", 0, "evidence", value={"text": "12 soldiers", "start": 15, "end": 26}),
        r"raid.json: article 'raid': f1.evidence: the text has '2 soldiers ' at \[15, 26\), not '12 soldiers'",
        id="wrong offset",
    ),
    pytest.param(
        put("events", 0, "place", value={"text": "port of Tarsa", "start": 0, "end": 13}),
        "article 'raid': e1.place: the text has",
        id="wrong offset in a slot",
    ),
    pytest.param(
        put("figures", 0, "kind", value="soldiers"),
        "raid.json: article 'raid': f1: unknown kind 'soldiers'; `extract kinds` lists them",
        id="unknown kind",
    ),
    pytest.param(put("events", 0, "type", value="raid"), "e1: unknown type 'raid'", id="unknown type"),
    pytest.param(put("events", 0, "realis", value="maybe"), "raid.json: e1.realis: ", id="unknown realis"),
    pytest.param(put("figures", 1, "qualifier", value="circa"), "raid.json: f2.qualifier: ", id="unknown qualifier"),
    pytest.param(put("figures", 1, "id", value="f1"), "article 'raid': f1: 2 labels have this id", id="duplicate id"),
    pytest.param(put("events", 0, "id", value="f2"), "article 'raid': f2: 2 labels have this id", id="shared id"),
    pytest.param(
        lambda data: data["figures"].append({**data["figures"][0], "id": "f9"}),
        "f1: the same quote is labelled killed twice",
        id="labelled twice",
    ),
    pytest.param(
        lambda data: data["events"].append({**data["events"][0], "id": "e9"}),
        "e1: the same trigger is labelled operation twice",
        id="event labelled twice",
    ),
    pytest.param(put("events", 0, "figures", value=["f7"]), "e1: is measured by 'f7', which is no figure", id="no figure"),
    pytest.param(put("figures", 0, "high", value=None), "f1: value 12, low 12, high None do not suit", id="bounds"),
    pytest.param(put("sha256", value="0" * 64), "'raid': the text does not match its sha256", id="sha256"),
    pytest.param(put("text", value=TEXT + " "), "'raid': the text does not match its sha256", id="text edited"),
    pytest.param(put("lang", value="de"), "raid.json: lang: Input should be 'ar', 'fa' or 'en'", id="language"),
    pytest.param(put("author", value="me"), "raid.json: author: Extra inputs", id="unknown key"),
    pytest.param(put("figures", 0, "note", value="?"), "raid.json: f1.note: ", id="unknown key of a label"),
    pytest.param(
        put("figures", 0, "when", value={
            "first": "2026-02-02", "last": "2026-02-01", "precision": "day",
            "evidence": {"text": "Monday", "start": 99, "end": 105},
        }),
        "f1.when: ends on 2026-02-01, before it begins",
        id="period turned round",
    ),
    pytest.param(
        put("figures", 0, "when", value={
            "first": None, "last": None, "precision": "noon", "evidence": {"text": "Monday", "start": 99, "end": 105},
        }),
        "f1.when: unknown precision 'noon'",
        id="unknown precision",
    ),
    pytest.param(put("id", value="other"), "2 articles have the id 'other'", id="article id twice"),
    pytest.param(put("text", value=None), "article 'raid' has no text; keep it under standoff/", id="no text"),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "message"), BROKEN)
def test_an_error_names_file_article_and_label(gold: Path, edit: Any, message: str) -> None:
    change(gold, edit)
    with pytest.raises(GoldError, match=message) as raised:
        load_gold(gold, "dev", KINDS)
    assert "\n" not in str(raised.value)
    assert str(gold) in str(raised.value)


def test_a_text_that_occurs_twice(tmp_path: Path) -> None:
    write_gold(tmp_path, [gold_article(), gold_article("again")])
    with pytest.raises(GoldError, match="2 articles have the sha256"):
        load_gold(tmp_path)


def test_not_json(gold: Path) -> None:
    (gold / "articles" / "raid.json").write_text("{", encoding="utf-8")
    with pytest.raises(GoldError, match=r"raid\.json: Invalid JSON"):
        load_gold(gold)


SPLITS = [
    pytest.param(["raid"], [], "article 'other' is in no split", id="in no split"),
    pytest.param(["raid", "other"], ["other"], "article 'other' is listed twice", id="in both"),
    pytest.param(["raid", "raid"], ["other"], "article 'raid' is listed twice", id="twice in one"),
    pytest.param(["raid", "gone"], ["other"], "lists 'gone', which is no article here", id="no such article"),
]


@pytest.mark.parametrize(("dev", "test", "message"), SPLITS)
def test_splits_must_fit(gold: Path, dev: list[str], test: list[str], message: str) -> None:
    write_splits(gold, dev, test)
    with pytest.raises(GoldError, match=rf"splits\.toml: {message}"):
        load_gold(gold)


def test_a_story_stays_in_one_split(tmp_path: Path) -> None:
    second = gold_article("second", (), (), text="The same raid, told again.", story="raid")
    write_gold(tmp_path, [gold_article()], [second])
    with pytest.raises(GoldError, match="article 'second': its story 'raid' is in both splits"):
        load_gold(tmp_path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(None, "missing; it lists which articles are dev", id="absent"),
        pytest.param("[dev", "not valid TOML", id="not TOML"),
        pytest.param('[dev]\narticles = ["raid"]\n', "test: Field required; write", id="a split missing"),
        pytest.param("dev = 1\n[test]\narticles = []\n", "dev: .*; write", id="not a table"),
    ],
)
def test_a_splits_file_of_another_form(gold: Path, content: str | None, message: str) -> None:
    path = gold / "splits.toml"
    path.unlink()
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=rf"splits\.toml: {message}"):
        load_gold(gold)


def test_an_unknown_split(gold: Path) -> None:
    with pytest.raises(GoldError, match="split 'train' is not known; use one of dev, test or all"):
        load_gold(gold, "train")


def test_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="holds no gold articles"):
        load_gold(tmp_path)


BOUNDS = [
    ("exact", 12, 12, 12, True),
    ("exact", 12, None, None, False),
    ("approximate", 12, None, None, True),
    ("approximate", 12, 12, 12, False),
    ("at_least", 12, 12, None, True),
    ("more_than", 12, 12, None, True),
    ("more_than", 12, None, 12, False),
    ("at_most", 12, None, 12, True),
    ("less_than", 12, None, 12, True),
    ("less_than", None, None, 12, False),
    ("range", None, 10, 15, True),
    ("range", None, 15, 10, False),
    ("range", 12, 10, 15, False),
    ("vague", None, None, None, True),
    ("vague", 12, None, None, False),
]


@pytest.mark.parametrize(("qualifier", "value", "low", "high", "fine"), BOUNDS)
def test_bounds_follow_from_the_qualifier(
    tmp_path: Path, qualifier: str, value: float, low: float, high: float, fine: bool
) -> None:
    label = figure("12 soldiers", "killed", value, low=low, high=high, qualifier=qualifier)
    write_gold(tmp_path, [gold_article(figures=(label,), events=())])
    if fine:
        assert load_gold(tmp_path).articles[0].figures == (label,)
    else:
        with pytest.raises(GoldError, match=f"do not suit the qualifier {qualifier}"):
            load_gold(tmp_path)
