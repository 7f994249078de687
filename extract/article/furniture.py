"""Which lines of a page are not the article: buttons, counters, notices, lists of links to other articles.

The words are data (`ontology/furniture.toml`); this file is their grammar. It would rather leave a button standing than
lose a sentence: only short lines are compared, a line must match as a whole or be cut off by a sign, and whatever reads
like a paragraph is kept wherever it stands.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from extract.ontology.phrases import Phrases
from extract.span import Span
from extract.tables import kept
from extract.text import Tokens, fold_word, tokenize

_WORDS = Path(__file__).parent.parent / "ontology" / "furniture.toml"
_PARAGRAPH = 140  # a line this long, or a sentence of _SENTENCE with its full stop, is article
_SENTENCE = 40
_WRAPPED = 100  # if no line is longer, the text was broken by width, and a paragraph is a run of lines
_LABELLED = 6  # words that may follow a label: "Photo: Ahmad al-Rubaye / AFP" is a credit, more is a caption
_OPENED = 12
_COUNTS = frozenset("km")  # "1.1K"
_NOTICE = 400
_MARKS_AND_JOINERS = "\u064b-\u065f\u0670\u200c\u200d"
_FIRST_WORD = re.compile(rf"(?<!\d)[^\W\d_](?:[^\W\d_]|[{_MARKS_AND_JOINERS}])*")
_LINE = re.compile(r"\S[^\n]*")
_FULL_STOP = re.compile(r"(?<![.…])[.۔]['\"»”’)\]\u200e\u200f]*\Z")
_CUTS = frozenset(":|-/><·•←→")
_LABEL_CUTS = _CUTS | {"©", "("}


class _Roles(NamedTuple):
    """What a phrase may do; the names are those of the data file."""

    button: bool = False
    stamp: bool = False
    label: bool = False
    opener: bool = False
    heading: bool = False
    link: bool = False

    def joined(self, other: "_Roles") -> "_Roles":
        """Both phrases' roles, where languages or lists share a spelling."""
        return _Roles(*(mine or theirs for mine, theirs in zip(self, other, strict=True)))


_LISTS = {
    "buttons": _Roles(button=True),
    "stamps": _Roles(stamp=True),
    "labels": _Roles(label=True),
    "openers": _Roles(opener=True),
    "headings": _Roles(heading=True),
    "links": _Roles(heading=True, link=True),
}


class _Line(NamedTuple):
    span: Span
    text: str
    prose: bool
    follows: bool  # no blank line above

    def full(self) -> bool:
        """Whether it is long enough to be a line of a paragraph that was broken by width."""
        return len(self.text) > _SENTENCE


def find_furniture(text: str) -> list[Span]:
    """The ranges of `text` that are page furniture, in order and apart."""
    spans: list[Span] = []
    seen_article = under_heading = False
    for line in _with_wrapped_prose(_lines(text)):
        kind = _kind(line)
        if line.prose and not kind:
            seen_article, under_heading = True, False
        elif kind == "heading" and seen_article:
            # What a heading stands over is links, up to the next paragraph. Above the article ("Latest news" in the
            # page's head) it stands over the article's own headline.
            under_heading = True
        if kind or under_heading:
            spans.append(line.span)
    return spans


def _lines(text: str) -> list[_Line]:
    """The lines that are not blank, without the blanks around them."""
    lines: list[_Line] = []
    above = 0
    for match in _LINE.finditer(text):
        line = match.group().rstrip()
        start = match.start()
        prose = len(line) >= _PARAGRAPH or (len(line) >= _SENTENCE and _FULL_STOP.search(line) is not None)
        follows = bool(lines) and text.count("\n", above, start) < 2
        above = start + len(line)
        lines.append(_Line(Span(start, above), line, prose, follows))
    return lines


def _with_wrapped_prose(lines: list[_Line]) -> list[_Line]:
    """The lines, with every line of a wrapped paragraph marked as prose if the text was broken by width.

    A full stop ends a paragraph; the full lines right above it belong to it.
    """
    if any(len(line.text) > _WRAPPED for line in lines):
        return lines
    marked: list[_Line] = []
    below = False  # whether the line below is prose that goes on from this one
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        last = line.follows and lines[index - 1].full() and _FULL_STOP.search(line.text) is not None
        prose = line.prose or last or (below and line.full())
        marked.append(line._replace(prose=prose))
        below = prose and line.follows
    return marked[::-1]


def _kind(line: _Line) -> str:
    """What the line is by its words: "heading", "line" (furniture by itself) or "" (not furniture)."""
    if line.text.startswith("©"):
        return "line" if len(line.text) <= _NOTICE else ""
    if len(line.text) >= _PARAGRAPH:
        return ""
    first = _FIRST_WORD.search(line.text)
    if first is None or _folded(first.group()) not in _phrases():
        return ""
    return _by_words(line.text, line.prose)


@lru_cache(maxsize=4_096)  # a site prints the same buttons on every page
def _by_words(line: str, prose: bool) -> str:
    tokens = tokenize(line)
    index = next((i for i, form in enumerate(tokens.forms) if _is_word(form)), len(tokens))
    found = _phrases().at(tokens.forms, index) if index < len(tokens) else None
    return _judge(tokens, index, prose, *found) if found else ""


def _judge(tokens: Tokens, index: int, prose: bool, stop: int, roles: _Roles) -> str:
    rest = tokens.forms[stop:]
    words = sum(map(_is_word, rest))
    if roles.opener and not index and words <= _OPENED and not any(form[0].isdigit() for form in rest):
        return "line"
    if prose:
        return ""
    if (roles.button or roles.heading) and _only_buttons(tokens.forms, index):
        return "heading" if roles.heading else "line"
    if index or not rest:  # whatever stands before a label makes it a statement
        return ""
    cut = "" if rest[0] == "-" and tokens.joined(stop - 1) and tokens.joined(stop) else rest[0]
    if roles.link and cut in _CUTS:
        return "line"
    if words > _LABELLED:
        return ""
    stamped = roles.stamp and (cut == ":" or cut[:1].isdigit())
    return "line" if stamped or (roles.label and cut in _LABEL_CUTS) else ""


def _is_word(form: str) -> bool:
    return form[0].isalpha() and form not in _COUNTS


def _only_buttons(forms: list[str], index: int) -> bool:
    phrases = _phrases()
    while index < len(forms):
        if not _is_word(forms[index]):
            index += 1
            continue
        found = phrases.at(forms, index)
        if found is None or not (found[1].button or found[1].heading):
            return False
        index = found[0]
    return True


@lru_cache(maxsize=8_192)
def _folded(word: str) -> str:
    return fold_word(word)


@cache
def _phrases() -> Phrases[_Roles]:
    return kept("furniture", _read)


def _read() -> Phrases[_Roles]:
    import tomllib  # not needed while the tables are kept

    data = tomllib.loads(_WORDS.read_text("utf-8"))
    roles: dict[tuple[str, ...], _Roles] = {}
    for lists in data.values():
        for name, words in lists.items():
            for sequence in _sequences(words):
                roles[sequence] = roles.get(sequence, _Roles()).joined(_LISTS[name])
    phrases: Phrases[_Roles] = Phrases()
    for sequence, role in roles.items():
        phrases.add(sequence, role)
    return phrases


def _sequences(words: list[str]) -> Iterator[tuple[str, ...]]:
    """The tokens of every phrase; Persian copy has a blank, or nothing, where a half-space should be."""
    apart = [word.replace("\u200c", " ") for word in words if "\u200c" in word]
    sequence: list[str] = []
    for form in [*tokenize("\n".join(words + apart)).forms, "\n"]:  # all at once: tokenizing has a price per call
        if form != "\n":
            sequence.append(form)
        else:
            yield tuple(sequence)
            sequence = []
