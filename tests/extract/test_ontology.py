"""A user's own lexicon file: what it adds takes effect in three languages, and what is wrong in it is said with its line."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from extract import Article, Extraction, OntologyError, Settings, UsageError, cli, extract, run
from extract.ontology import Ontology, load_ontology
from extract.ontology.lexicon import load_lexicon

LOOMS = """\
# What a weavers' union counts.
[kinds.looms]
definition = "Looms that weave."
[kinds.looms.nouns]
ar = ["نول / أنوال", "مغزل / مغازل"]
fa = ["دستگاه بافندگی", "دوک"]
en = ["loom", "spindle"]

[kinds.personnel.nouns]
en = ["weaver"]

[kinds.killed.before]
en = ["unravelled"]

[units.cubit]
kind = "distance"
ar = ["ذراع / أذرع"]
fa = ["ذراع"]
en = ["cubit"]

[currencies.XTH]
en = ["thaler"]
symbols = ["₮"]

[qualifiers.approximate.before]
en = ["something like"]

[vague]
en = ["oodles"]
"""


@pytest.fixture
def looms(tmp_path: Path) -> Path:
    path = tmp_path / "looms.toml"
    path.write_text(LOOMS, encoding="utf-8")
    return path


def told(text: str, lang: str, ontology: Path | None) -> list[tuple[str, str, str | None, str]]:
    record = extract(Article.of(text, lang=lang), Settings(ontology=ontology))
    return [(f.kind, str(f.qualifier), f.unit, f.evidence.text) for f in record.figures]


ADDED = [
    ("ar", "a noun", "في المصنع 12 نولا", ("looms", "exact", None, "12 نولا")),
    ("ar", "its plural", "في المصنع خمسة أنوال", ("looms", "exact", None, "خمسة أنوال")),
    ("ar", "its dual", "في المصنع نولان", ("looms", "exact", None, "نولان")),
    ("ar", "what a unit measures", "طوله 12 ذراعا", ("distance", "exact", None, "12 ذراعا")),
    ("fa", "a noun of two words", "۱۲ دستگاه بافندگی", ("looms", "exact", None, "۱۲ دستگاه بافندگی")),
    ("fa", "with a qualifier", "حدود ۱۲ دوک", ("looms", "approximate", None, "حدود ۱۲ دوک")),
    ("en", "a regular plural", "at least 12 looms", ("looms", "at_least", None, "at least 12 looms")),
    ("en", "behind a modifier", "12 wooden spindles", ("looms", "exact", None, "12 wooden spindles")),
    ("en", "a noun of a known kind", "12 weavers left", ("personnel", "exact", None, "12 weavers")),
    ("en", "a word of fate", "The blast unravelled 12 weavers", ("killed", "exact", None, "12 weavers")),
    ("en", "what a unit measures", "12 cubits", ("distance", "exact", None, "12 cubits")),
    ("en", "a currency", "12 thalers", ("money", "exact", "XTH", "12 thalers")),
    ("en", "its sign", "₮12", ("money", "exact", "XTH", "₮12")),
    ("en", "a qualifier", "something like 12 looms", ("looms", "approximate", None, "something like 12 looms")),
    ("en", "a vague word", "oodles of looms", ("looms", "vague", None, "oodles of looms")),
]


@pytest.mark.parametrize(("lang", "_", "text", "expected"), ADDED, ids=[f"{lang}: {name}" for lang, name, *_ in ADDED])
def test_what_is_added_takes_effect(
    lang: str, _: str, text: str, expected: tuple[str, str, str | None, str], looms: Path
) -> None:
    assert told(text, lang, looms) == [expected]
    assert told(text, lang, None) != [expected], "and only where the file is given"


def test_what_is_shipped_stays(looms: Path) -> None:
    shipped, added = load_ontology(), load_ontology(looms)
    assert added.kinds.keys() - shipped.kinds.keys() == {"looms"}
    assert set(shipped.kinds["personnel"].nouns["en"]) < set(added.kinds["personnel"].nouns["en"])
    assert added.kinds["personnel"].persons
    assert told("37 operations and 2,500 troops", "en", looms) == told("37 operations and 2,500 troops", "en", None)


def test_a_record_says_which_ontology_made_it(looms: Path, tmp_path: Path) -> None:
    article = Article.of("12 looms", lang="en")
    other = tmp_path / "other.toml"
    other.write_text(LOOMS + "\n", encoding="utf-8")
    made = {extract(article, Settings(ontology=path)).provenance.ontology for path in (None, looms, other)}
    assert len(made) == 3


def test_several_processes_know_it_too(looms: Path) -> None:
    articles = [Article.of("12 looms", id=str(number), lang="en") for number in range(2)]
    records = [item for item in run(articles, Settings(ontology=looms), jobs=2) if isinstance(item, Extraction)]
    assert [figure.kind for record in records for figure in record.figures] == ["looms", "looms"]


def test_lexicons_of_two_files_stand_side_by_side(looms: Path) -> None:
    assert "loom" in load_lexicon("en", looms).nouns
    assert "loom" not in load_lexicon("en").nouns


def load(content: str | bytes, folder: Path) -> Ontology:
    path = folder / "mine.toml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return load_ontology(path)


MALFORMED = [
    pytest.param("\n[kinds.looms\n", "not valid TOML: Expected ']'", ":2:", id="TOML: a bracket"),
    pytest.param("[kinds.looms.nouns]\nen = ['loom'\n", "not valid TOML: Unclosed array", ":2:", id="TOML: a list"),
    pytest.param("a = 1\na = 2\n", "not valid TOML: Cannot overwrite a value", ":2:", id="TOML: a key twice"),
    pytest.param(f"a = {'[' * 5000}", "nested too deeply to be a lexicon", ":1:", id="TOML: lists in lists"),
    pytest.param("\n\n[knds.looms]\n", "knds: unknown section; use one of counters", ":3:", id="an unknown section"),
    pytest.param("[kinds.looms]\nnoun = 1\n", "unknown key 'noun'; use definition", ":2:", id="an unknown key"),
    pytest.param("[kinds.looms.nouns]\nfr = ['a']\n", "unknown key 'fr'; use one of ar, fa, en", ":2:", id="a language"),
    pytest.param("[vague]\nfr = ['a']\n", "unknown key 'fr'; use one of ar, fa, en", ":2:", id="a language, elsewhere"),
    pytest.param("[qualifiers.maybe]\n", "unknown qualifier; use one of approximate", ":1:", id="an unknown qualifier"),
    pytest.param(
        "[qualifiers.approximate.front]\nen = ['a']\n", "unknown key 'front'; use before or after", ":1:", id="a side"
    ),
    pytest.param(
        "[units.cubit]\nkind = 'distance'\nword = ['a']\n", "unknown key 'word'; use one of ar, fa, en, bare", ":3:",
        id="an unknown key of a unit",
    ),
    pytest.param("kinds = 3\n", "kinds: a table is needed", ":1:", id="a number for a section"),
    pytest.param("[kinds]\nlooms = 3\n", "kinds.looms: a table is needed", ":2:", id="a number for a kind"),
    pytest.param("[kinds.looms]\nnouns = ['loom']\n", "a table is needed", ":2:", id="a list for the languages"),
    pytest.param("[kinds.looms.nouns]\nen = 'loom'\n", "a list of strings is needed", ":2:", id="a string for a list"),
    pytest.param("[kinds.looms.nouns]\nen = ['a', 3]\n", "3 is not a word", ":2:", id="a number for a word"),
    pytest.param("[kinds.looms.nouns]\nen = ['a', ' ']\n", "' ' is not a word", ":2:", id="an empty word"),
    pytest.param("[kinds.looms]\n\npersons = 1\n", "persons: true or false is needed", ":3:", id="a number for a yes"),
    pytest.param("[kinds.looms]\ndefinition = 3\n", "definition: a string is needed", ":2:", id="a number for a text"),
    pytest.param("[units.cubit]\nen = ['cubit']\n", "a unit needs its kind", ":1:", id="a unit of no kind"),
    pytest.param(
        "[units.cubit]\nkind = 'distnce'\nen = ['a']\n", "no kind is named 'distnce'", ":2:", id="a unit of a kind unknown"
    ),
    pytest.param("[currencies.XTH]\nsymbols = '$'\n", "a list of strings is needed", ":2:", id="a string for the signs"),
    pytest.param(b"[kinds.looms]\n# \xe9\n", "not UTF-8 at byte 16; save the file as UTF-8", ":2:", id="not UTF-8"),
    pytest.param("[kinds.looms]\n".encode("utf-16"), "not UTF-8 at byte 0", ":1:", id="UTF-16"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "what", "line"), MALFORMED)
def test_what_is_malformed_is_said_with_file_and_line(
    content: str | bytes, what: str, line: str, tmp_path: Path
) -> None:
    with pytest.raises(OntologyError) as failure:
        load(content, tmp_path)
    message = str(failure.value)
    assert message.startswith(str(tmp_path / "mine.toml"))
    assert what in message
    assert line in message
    assert "\n" not in message


WELL_FORMED = [
    pytest.param("", id="nothing"),
    pytest.param(b"\xef\xbb\xbf[kinds.looms]\n", id="a byte-order mark"),
    pytest.param("[kinds.looms]\r\ndefinition = 'x'\r\n", id="line ends of Windows"),
    pytest.param('kinds.looms.nouns.en = ["loom"]\n', id="dotted keys"),
    pytest.param('[kinds]\nlooms = { nouns = { en = ["loom"] } }\n', id="inline tables"),
    pytest.param("[kinds.looms]\n[units.cubit]\nkind = 'looms'\nen = ['cubit']\n", id="a unit of a kind of its own"),
]


@pytest.mark.parametrize("content", WELL_FORMED)
def test_what_is_well_formed_is_read(content: str | bytes, tmp_path: Path) -> None:
    assert load(content, tmp_path).kinds.keys() >= load_ontology().kinds.keys()


@pytest.mark.parametrize("name", ["absent.toml", "."], ids=["absent", "a folder"])
def test_a_file_that_cannot_be_read(name: str, tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"cannot be read .*; give --ontology a TOML file"):
        load_ontology(tmp_path / name)


def test_a_malformed_file_ends_the_run_before_any_article(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("[knds.looms]\n", encoding="utf-8")
    wrong = Settings(ontology=tmp_path / "mine.toml")
    article = Article.of("12 looms", lang="en")
    with pytest.raises(UsageError, match=r"mine\.toml:1: knds"):
        run([article], wrong)
    with pytest.raises(UsageError, match=r"mine\.toml:1: knds"):
        extract(article, wrong)


def test_the_command_exits_with_2_and_one_line(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("[kinds.looms]\nnoun = 1\n", encoding="utf-8")
    (tmp_path / "news.txt").write_text("12 looms were sold.", encoding="utf-8")
    result = CliRunner().invoke(
        cli.app, ["run", str(tmp_path / "news.txt"), "--lang", "en", "--ontology", str(tmp_path / "mine.toml")]
    )
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert "mine.toml:2: kinds.looms.noun: unknown key 'noun'" in result.stderr


def test_the_command_counts_what_the_file_adds(looms: Path, tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("The union sold 12 looms.", encoding="utf-8")
    result = CliRunner().invoke(cli.app, ["run", str(tmp_path / "news.txt"), "--lang", "en", "--ontology", str(looms)])
    assert (result.exit_code, '"kind":"looms"' in result.stdout) == (0, True)
