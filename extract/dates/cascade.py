"""A small cascade of finite-state rules over words of time.

Words become nodes, each of a kind; a rule is a pattern of kinds, and what it matches becomes one node with a meaning,
which the next pass may build on. Patterns are compiled to regular expressions over one character a kind, so matching
costs a dict lookup once a shape has been seen. They are bounded in length and looked up in a window, hence linear.

A pattern is words parted by blanks: `kind`, `kind|kind`, `name:kind` to capture, a trailing `?` for optional, brackets
`( ... )` or `( ... )?`, `<kind` and `<!kind` for what must or must not stand before, `>kind` and `>!kind` after. Its
first captured or plain word is never optional, so that rules are indexed by it.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from extract.dates.context import Context
from extract.dates.model import Precision, Reading

_BEHIND = 2  # nodes that a pattern may look back
_WINDOW = 26  # no pattern is longer
_SHAPES = 8192  # remembered per pass


class Duration(NamedTuple):
    """A length of time: calendar months, days and working days, each as said.

    `vague` is the unit that is only vaguely counted ("a few weeks"), or ""; `sub_day` has hours or less, and
    `hours` counts those that are told alone.
    """

    months: int
    days: int
    precision: Precision
    vague: str = ""
    sub_day: bool = False
    working_days: int = 0
    hours: int = 0


Meaning = Reading | Duration


class Node(NamedTuple):
    """One word of time, or what a rule has made of several.

    `first`/`stop` are tokens, `start`/`end` folded characters; a clitic is a node of its own with no token of its own.
    """

    kind: str
    first: int
    stop: int
    start: int
    end: int
    value: int = 0
    tag: str = ""
    meaning: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """`pattern` becomes a node of `kind` if `build` finds a meaning; the part named `keep` lends its value and tag."""

    kind: str
    pattern: str
    build: Callable[["Match"], Meaning | None]
    keep: str = ""


class Match:
    """What a pattern has matched: its parts by name, and the context that builders ask."""

    __slots__ = ("_at", "_groups", "context", "nodes", "stop")

    def __init__(self, nodes: list[Node], at: int, stop: int, groups: Mapping[str, int], context: Context) -> None:
        self.nodes = nodes
        self.stop = stop
        self.context = context
        self._at = at
        self._groups = groups

    def __getitem__(self, name: str) -> Node:
        return self.nodes[self._at + self._groups[name]]

    def get(self, name: str) -> Node | None:
        """The part captured as `name`, or None where it was optional and absent."""
        offset = self._groups.get(name)
        return None if offset is None else self.nodes[self._at + offset]

    def reading(self, name: str) -> Reading:
        """The part's meaning, which must be a reading."""
        meaning = self[name].meaning
        if not isinstance(meaning, Reading):
            raise TypeError(f"part {name} has no reading")
        return meaning

    def duration(self, name: str) -> Duration:
        """The part's meaning, which must be a duration."""
        meaning = self[name].meaning
        if not isinstance(meaning, Duration):
            raise TypeError(f"part {name} has no duration")
        return meaning

    @property
    def before(self) -> str:
        """The kind of the node before the match, "" at the start of a stretch."""
        return self.behind(1)

    def behind(self, steps: int) -> str:
        """The kind of the node `steps` before the match, or ""."""
        return self.nodes[self._at - steps].kind if self._at >= steps else ""

    @property
    def after(self) -> str:
        """The kind of the node after the match, "" at the end of a stretch."""
        return self.nodes[self.stop].kind if self.stop < len(self.nodes) else ""

    @property
    def first_token(self) -> int:
        """First token of the match."""
        return self.nodes[self._at].first

    @property
    def stop_token(self) -> int:
        """The token after the match."""
        return self.nodes[self.stop - 1].stop


class Alphabet:
    """One character for each kind of node, and names for unions of kinds."""

    def __init__(self, kinds: Iterable[str], classes: Mapping[str, str]) -> None:
        self.codes = {kind: chr(0x4E00 + index) for index, kind in enumerate(kinds)}
        self._classes = classes

    def spell(self, nodes: list[Node]) -> str:
        """The kinds of `nodes`, one character each."""
        codes = self.codes
        return "".join([codes[node.kind] for node in nodes])

    def characters(self, union: str) -> str:
        """The characters of `kind|class|...`."""
        found = ""
        for name in union.split("|"):
            found += self.codes[name] if name in self.codes else self.characters(self._classes[name])
        return found


class Pass:
    """Rules tried together: at each node the longest match wins, then the rule that stands first."""

    def __init__(self, alphabet: Alphabet, rules: Iterable[Rule]) -> None:
        self._alphabet = alphabet
        self._rules = tuple(rules)
        self._plans: dict[str, list[_Place]] = {}

    @cached_property
    def _by_first(self) -> dict[str, list[tuple[str, Rule]]]:
        """Regular expressions and rules by the first character they match; `re` compiles them when first used."""
        index: dict[str, list[tuple[str, Rule]]] = {}
        for rule in self._rules:
            regex, firsts = _translated(rule.pattern, self._alphabet)
            for character in firsts:
                index.setdefault(character, []).append((regex, rule))
        return index

    def rewrite(self, nodes: list[Node], letters: str, context: Context) -> tuple[list[Node], str]:
        """`nodes`, whose kinds are `letters`, with every match replaced by the node it makes."""
        plan = self._plan(letters)
        if not plan:
            return nodes, letters
        rewritten: list[Node] = []
        done = 0
        for at, candidates in plan:
            if at < done:
                continue
            for candidate in candidates:
                stop = at + candidate.length
                match = Match(nodes, at, stop, candidate.groups, context)
                meaning = candidate.rule.build(match)
                if meaning is not None:
                    rewritten += nodes[done:at]
                    rewritten.append(_made(match, candidate.rule, meaning, nodes[at], nodes[stop - 1]))
                    done = stop
                    break
        if not done:
            return nodes, letters
        rewritten += nodes[done:]
        return rewritten, self._alphabet.spell(rewritten)

    def matches(self, letters: str) -> bool:
        """Whether some rule's pattern matches somewhere among nodes of these kinds."""
        return bool(self._plan(letters))

    def _plan(self, letters: str) -> list["_Place"]:
        """Where in a stretch of these kinds some rule matches; long stretches are put together from windows."""
        if len(letters) > _WINDOW:
            return [
                _Place(at, candidates)
                for at, letter in enumerate(letters)
                if letter in self._by_first
                and (candidates := self._window(letters[max(0, at - _BEHIND) : at + _WINDOW], min(at, _BEHIND)))
            ]
        plan = self._plans.get(letters)
        if plan is None:
            plan = [_Place(at, found) for at in range(len(letters)) if (found := self._matches(letters, at))]
            self._remember(letters, plan)
        return plan

    def _window(self, window: str, at: int) -> list["_Candidate"]:
        key = f"{at}{window}"
        known = self._plans.get(key)
        if known is None:
            known = [_Place(0, self._matches(window, at))]
            self._remember(key, known)
        return known[0].candidates

    def _remember(self, key: str, plan: list["_Place"]) -> None:
        if len(self._plans) >= _SHAPES:
            self._plans.clear()
        self._plans[key] = plan

    def _matches(self, letters: str, at: int) -> list["_Candidate"]:
        found: list[_Candidate] = []
        for regex, rule in self._by_first.get(letters[at], ()):
            match = _compiled(regex).match(letters, at)
            if match and match.end() > at:
                groups = {name: match.start(name) - at for name, part in match.groupdict().items() if part is not None}
                found.append(_Candidate(match.end() - at, rule, groups))
        found.sort(key=lambda candidate: -candidate.length)
        return found


def _made(match: Match, rule: Rule, meaning: Meaning, first: Node, last: Node) -> Node:
    kept = match.get(rule.keep) or _BLANK
    return Node(rule.kind, first.first, last.stop, first.start, last.end, kept.value, kept.tag, meaning)


class _Candidate(NamedTuple):
    length: int
    rule: Rule
    groups: dict[str, int]


class _Place(NamedTuple):
    at: int
    candidates: list[_Candidate]


_BLANK = Node("", 0, 0, 0, 0)
_WORD = re.compile(r"(?P<look>[<>]!?)?(?:(?P<name>\w+):)?(?P<union>[a-z_][\w.|]*)(?P<optional>\??)\Z")
_LOOK = {"<": "?<=", "<!": "?<!", ">": "?=", ">!": "?!"}


@cache
def _compiled(regex: str) -> re.Pattern[str]:
    return re.compile(regex)


def _translated(pattern: str, alphabet: Alphabet) -> tuple[str, str]:
    """The regular expression of a pattern, and the characters it may begin with."""
    pieces: list[str] = []
    firsts = ""
    for word in pattern.split():
        if word in ("(", ")", ")?", "|"):
            pieces.append("(?:" if word == "(" else word)
            continue
        part = _WORD.match(word)
        if part is None:
            raise ValueError(f"{word!r} in the pattern {pattern!r} is no kind of node")
        characters = alphabet.characters(part["union"])
        piece = f"[{characters}]"
        if part["look"]:
            pieces.append(f"({_LOOK[part['look']]}{piece})")
            continue
        firsts = firsts or characters
        name = f"?P<{part['name']}>" if part["name"] else "?:"
        pieces.append(f"({name}{piece}){part['optional']}")
    return "".join(pieces), firsts
