"""Agents: the persons, forces, groups and bodies that may do something or have it done to them.

A known name that is no place, a country or capital in the subject's place, or a noun for persons ("gunmen", "القوات").
Neighbouring pieces of one phrase ("Iraqi security forces") are one agent.
"""

from functools import cache

from extract.frozen import frozen
from extract.mentions.head import ARMED
from extract.mentions.places import Place, only_describes
from extract.names import NameMention
from extract.ontology.lexicon import Lexicon
from extract.ontology.phrases import STEMS, Stem
from extract.ontology.spotter import Spotter
from extract.ontology.words import words
from extract.text import Tokens


@frozen
class Agent:
    """An agent at the tokens `[first, stop)`, folded characters `[start, end)`, with its canonical name where known."""

    first: int
    stop: int
    start: int
    end: int
    name: str | None = None
    iso: str | None = None


def find_agents(tokens: Tokens, names: list[NameMention], places: list[Place], lexicon: Lexicon) -> list[Agent]:
    """The agents among `tokens`, in order, not overlapping. A located place ("in Iraq") is none."""
    located = {index for place in places if place.located for index in range(place.first, place.stop)}
    pieces = [
        Agent(name.first, name.stop, name.start, name.end, name.name.canonical, name.name.iso)
        for name in names
        if name.first not in located
        and (name.adjective or name.name.actor)
        and not (name.name.place and only_describes(tokens, name, lexicon.lang))
    ]
    pieces += _nouns(tokens, lexicon)
    pieces += _by_name(tokens)
    states = {name.first for name in names if name.name.type in ("country", "capital") and not name.adjective}
    pieces.sort(key=lambda agent: (agent.first, -agent.stop))
    agents: list[Agent] = []
    for piece in pieces:
        last = agents[-1].stop if agents else -1
        apart = piece.first in states and agents != [] and _ends_before(tokens, agents[-1], piece, states)
        if piece.first < last or (piece.first == last and not (apart or _conjoined(tokens, piece))):
            agents[-1] = _joined(agents[-1], piece)
        else:
            agents.append(piece)
    return agents


def _ends_before(tokens: Tokens, one: Agent, state: Agent, states: set[int]) -> bool:
    """Whether an agent ends before the state behind it: "كييف موسكو", "الوزير واشنطن"."""
    return one.first in states or tokens.forms[state.first - 1].startswith("ال")


def _conjoined(tokens: Tokens, piece: Agent) -> bool:
    """ "إيران وتركيا": attached to its conjunction, so another agent than the one before."""
    return piece.start > tokens.starts[piece.first] and tokens.forms[piece.first][0] == "و"


def _joined(one: Agent, other: Agent) -> Agent:
    stop, end = max((one.stop, one.end), (other.stop, other.end))
    return Agent(one.first, stop, one.start, end, one.name or other.name, one.iso or other.iso)


def _nouns(tokens: Tokens, lexicon: Lexicon) -> list[Agent]:
    return [
        Agent(index, index + 1, _article(tokens, index, stem.cut, stem.definite), tokens.ends[index])
        for index, stem in _bodies(lexicon).find(tokens)
        if lexicon.lang != "ar" or not _describes(tokens, index, stem)
    ]


def _describes(tokens: Tokens, index: int, stem: Stem) -> bool:
    """ "التعاون العسكري", "التنظيمات الإرهابية": Arabic adjectives follow their noun, and agree with it."""
    if not stem.definite or stem.prefix.startswith("و") or stem.word not in words("martial", "ar"):
        return False
    return tokens.form(index - 1).startswith(("ال", "لل", "بال", "وال", "كال"))


@cache
def _bodies(lexicon: Lexicon) -> Spotter[Stem]:
    """Spots the words for bodies and for persons under arms; the reading that is one."""
    lang = lexicon.lang
    bodies, stems, members = words("bodies", lang), STEMS[lang], words("members", lang)

    def armed(form: str, word: str) -> bool:
        noun = lexicon.nouns.at((form,), 0, word) if word not in members else None
        return noun is not None and noun[1].kind in ARMED

    def reading(form: str) -> Stem | None:
        for stem in stems(form):
            if not (stem.prefix in ("", "و", "ل", "ول") or stem.definite):
                continue
            if stem.word in bodies or armed(form, stem.word):
                return stem
        return None

    return Spotter(reading)


_FATHER_OF = frozenset(("ابو", "ابي", "ابا"))


def _by_name(tokens: Tokens) -> list[Agent]:
    """Persons known by a teknonym ("أبو خديجة"), which no lexicon can list."""
    forms = tokens.forms
    if tokens.vocabulary.isdisjoint(_FATHER_OF):
        return []
    return [
        Agent(index, index + 2, tokens.starts[index], tokens.ends[index + 1])
        for index in range(len(forms) - 1)
        if forms[index] in _FATHER_OF and forms[index + 1].isalpha() and len(forms[index + 1]) > 2
    ]


def _article(tokens: Tokens, index: int, cut: int, definite: bool) -> int:
    """Where the quote begins: the article belongs to it, attached particles do not."""
    start = tokens.starts[index] + cut
    return start - 2 if definite and tokens.folded.text[start - 2 : start] == "ال" else start
