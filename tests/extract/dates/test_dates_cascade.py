"""The pattern language of the rules, and that every rule and word fits it."""

import pytest

from extract.dates.alphabet import ALPHABET
from extract.dates.cascade import Alphabet, Match, Node, Pass, Rule
from extract.dates.context import Context
from extract.dates.grammar import passes
from extract.dates.model import Calendar, Precision, Reading
from extract.dates.vocabulary import vocabulary
from extract.text import tokenize

SMALL = Alphabet(["a", "b", "c", "ab", "other"], {"either": "a|b"})
CONTEXT = Context(tokenize(""), vocabulary("en"), None, Calendar.GREGORIAN)
MEANING = Reading(None, None, Precision.DAY)


def nodes(kinds: str) -> list[Node]:
    return [Node(kind, index, index + 1, index, index + 1, value=index) for index, kind in enumerate(kinds.split())]


def rewritten(pattern: str, kinds: str) -> str:
    rules = Pass(SMALL, [Rule("ab", pattern, lambda match: MEANING)])
    found = nodes(kinds)
    return " ".join(node.kind for node in rules.rewrite(found, SMALL.spell(found), CONTEXT)[0])


PATTERNS = [
    ("a b", "a b c", "ab c"),
    ("a b?", "a c a b", "ab c ab"),
    ("either c", "a c b c", "ab ab"),
    ("a|b c", "b c", "ab"),
    ("a ( b c )? a", "a b c a a a", "ab ab"),
    ("<c a", "a c a", "a c ab"),
    ("<!c a", "a c a", "ab c a"),
    ("a >b", "a b a c", "ab b a c"),
    ("a >!b", "a b a c", "a b ab c"),
]


@pytest.mark.parametrize(("pattern", "kinds", "expected"), PATTERNS)
def test_patterns(pattern: str, kinds: str, expected: str) -> None:
    assert rewritten(pattern, kinds) == expected


def test_the_longest_match_wins_then_the_first_rule_then_the_next_that_finds_a_meaning() -> None:
    def refuse(match: Match) -> None:
        return None

    def run(*rules: Rule) -> list[str]:
        found = nodes("a b c")
        return [node.kind for node in Pass(SMALL, rules).rewrite(found, SMALL.spell(found), CONTEXT)[0]]

    def take(match: Match) -> Reading:
        return MEANING

    assert run(Rule("c", "a", take), Rule("ab", "a b", take)) == ["ab", "c"]
    assert run(Rule("c", "a b", take), Rule("ab", "a b", take)) == ["c", "c"]
    assert run(Rule("c", "a b c", refuse), Rule("ab", "a b", take)) == ["ab", "c"]
    assert run(Rule("c", "a b c", refuse)) == ["a", "b", "c"]


def test_what_is_made_spans_its_parts_and_keeps_the_value_asked_for() -> None:
    found = nodes("c a b")
    made, _ = Pass(SMALL, [Rule("ab", "a x:b", lambda match: MEANING, keep="x")]).rewrite(
        found, SMALL.spell(found), CONTEXT
    )
    assert made[1] == Node("ab", 1, 3, 1, 3, value=2, meaning=MEANING)


def test_a_stretch_longer_than_any_pattern_is_read_all_the_same() -> None:
    assert rewritten("<c a b", "c a b " * 40) == " ".join(["c ab"] * 40)


def test_a_word_that_is_no_kind_is_refused_with_its_pattern() -> None:
    with pytest.raises(ValueError, match="'x:y:z' in the pattern 'a x:y:z' is no kind of node"):
        rewritten("a x:y:z", "a b")


@pytest.mark.parametrize("lang", ["ar", "fa", "en"])
def test_every_rule_compiles_and_every_word_has_a_kind(lang: str) -> None:
    for each in passes(lang):
        found = nodes("other")
        assert each.rewrite(found, ALPHABET.spell(found), CONTEXT)[0] == found
    words = vocabulary(lang)
    kinds = {entry.kind for entries in words.entries.values() for entry in entries}
    kinds |= {clitic for entries in words.entries.values() for entry in entries for clitic in entry.clitics}
    assert kinds <= set(ALPHABET.codes)
