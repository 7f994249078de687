"""The lexicon file: what ships is complete, and what is malformed is refused with its line."""

from pathlib import Path

import pytest

from extract.errors import OntologyError
from extract.events import Role, load_events
from extract.ontology import LANGS

TYPES = (
    "withdrawal handover deployment operation airstrike shelling bombing attack killing arrest abduction "
    "detainee_transfer repatriation disarmament ceasefire agreement talks training mission_end appointment "
    "legislation protest judgment sanctions aid displacement statement other"
).split()
# Sub-event types of the ACLED codebook and event types of PLOVER that an entry of ours may name.
ACLED = (
    "|Armed clash|Air/drone strike|Shelling/artillery/missile attack|Remote explosive/landmine/IED|Attack|"
    "Abduction/forced disappearance|Peaceful protest|Agreement|Arrests|Other|Change to group/activity|"
    "Headquarters or base established|Non-violent transfer of territory"
).split("|")
PLOVER = (
    "|AGREE|CONSULT|SUPPORT|CONCEDE|COOPERATE|AID|RETREAT|REQUEST|ACCUSE|REJECT|THREATEN|PROTEST|SANCTION|MOBILIZE|"
    "COERCE|ASSAULT"
).split("|")
VALID = """
[words.en]
bases = "base camp"
[types.handover]
definition = "A base changes hands."
en = '''
hand over | handover {with @bases}
'''
"""


def test_types_are_the_closed_list_of_the_codebook() -> None:
    assert list(load_events().types) == TYPES


@pytest.mark.parametrize("name", TYPES)
def test_a_type_has_definition_codes_and_words_in_every_language(name: str) -> None:
    lexicon = load_events()
    kind = lexicon.types[name]
    assert kind.definition.endswith(".")
    assert kind.acled in ACLED
    assert kind.plover in PLOVER
    for lang in LANGS:
        entries = [entry for entry in lexicon.entries[lang] if entry.type == name]
        assert sum(len(column) for entry in entries for column in entry.columns) >= 3, (name, lang)


def test_the_lexicon_is_read_once() -> None:
    assert load_events() is load_events()


def test_roles_follow_the_entry_before_the_type() -> None:
    entries = {entry.lemma: entry for entry in load_events().entries["ar"]}
    assert entries["ar:withdrawal:انسحب"].voice.genitive is Role.ACTOR
    assert entries["ar:withdrawal:سحب"].voice.object is Role.TARGET


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            ("hand over", "hand over | x | y"),
            "line 7: entry 'hand over | x | y | handover {with @bases}' has 4 columns",
        ),
        (("{with @bases}", "{with @basis}"), "line 7: entry .* names the word list @basis, which \\[words.en\\] lacks"),
        (("{with @bases}", "{width 3}"), "line 7: entry .*: option 'width 3' is not understood"),
        (("{with @bases}", "{with @bases"), "line 7: entry .* has no closing brace"),
        (("{with @bases}", "{subject hero}"), "'hero' is not a role; use actor, target, place, none"),
        (("definition", "meaning"), "line 4: \\[types.handover\\] has no key 'meaning'"),
        (('"A base changes hands."', "3"), "line 4: \\[types.handover\\] definition must be a string"),
        (('"A base changes hands."', '""'), "line 4: \\[types.handover\\] needs a definition"),
        (('"base camp"', "3"), "line 3: \\[words.en\\] bases must be a string"),
        (("[types.handover]", "[types.handover"), "at line 4"),
        (("[types.handover]", "[typ.handover]"), "no event types"),
        (("hand over | handover {with", "| {with"), "names no word"),
    ],
)
def test_a_malformed_file_is_refused_with_its_line(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    path = tmp_path / "events.toml"
    path.write_text(VALID.replace(*change), encoding="utf-8")
    with pytest.raises(OntologyError, match=message) as caught:
        load_events(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_of_ones_own_is_read(tmp_path: Path) -> None:
    path = tmp_path / "events.toml"
    path.write_text(VALID, encoding="utf-8")
    assert [entry.lemma for entry in load_events(path).entries["en"]] == ["en:handover:hand over"]


def test_a_missing_or_undecodable_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="cannot be read"):
        load_events(tmp_path / "none.toml")
    path = tmp_path / "latin.toml"
    path.write_bytes(b"[types.x]\ndefinition = '\xe9'\n")
    with pytest.raises(OntologyError, match="not UTF-8"):
        load_events(path)
