"""A folded view of a text, its tokens and its sentences, all tied to offsets in the original.

Arabic-script copy spells one word many ways (hamza, ya and kaf variants, tatweel, vowel marks, zero-width joiners), so
rules and lexicon meet on a *folded* copy. Folding replaces most characters one for one; the few that vanish (marks,
tatweel, zero-width and bidi controls) or expand (lam-alef ligatures) are kept in a short list of shifts, so mapping
back to the original costs one bisection. `str.lower` and NFKC are not used on whole texts: both may change lengths.
"""

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate, chain
from operator import add

from extract.span import Span

COMMAS = frozenset(",،")
DASHES = frozenset("-–—")
EM_DASH = "—"
QUESTION_MARKS = frozenset("?؟")
ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
BIDI_CONTROLS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
TATWEEL = "\u0640"


def _table() -> dict[str, str]:
    table: dict[int, str] = {}
    for code in range(0x250):  # Latin; only letters whose lower case is one character long
        lower = chr(code).lower()
        if len(lower) == 1:
            table[code] = lower
    for code in (*range(0xFB50, 0xFDFC), *range(0xFE70, 0xFEFD)):  # presentation forms, as PDFs give them
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and not unicodedata.combining(plain):
            table[code] = plain
    one_for_one = {
        "أإآٱٲٳٵ": "ا",
        "ؤٶۇۆۈۋ": "و",
        "ىئیېےۍێ": "ي",
        "ةۀہھەۂۃ": "ه",
        "کڪګڭ": "ك",
        "٪": "%",
        "‐‑‒–—―−": "-",
        "«»“”„‟″": '"',
        "’‘‛′ʼ": "'",
    }
    for sources, target in one_for_one.items():
        for source in sources:
            table[ord(source)] = target
    for start in (0x0660, 0x06F0, 0xFF10):  # Arabic-Indic, Persian, full-width
        for digit in range(10):
            table[start + digit] = str(digit)
    # Presentation forms become base letters that fold further (ﺃ -> أ -> ا).
    folded = {chr(code): table.get(ord(to), to) for code, to in table.items()}
    return {char: to for char, to in folded.items() if char != to}


_ONE_FOR_ONE = _table()  # what it folds to, it does not fold further
_FOLDS = re.compile(f"[{re.escape(''.join(_ONE_FOR_ONE))}]")


def _plain(text: str) -> str:
    """`text` folded one for one. A text has few different characters, so replacing each in turn beats `translate`."""
    if text.isascii():
        return text.lower()
    for char in set(_FOLDS.findall(text)):
        text = text.replace(char, _ONE_FOR_ONE[char])
    return text


_EXPAND = {"ﻻ": "لا", "ﻷ": "لا", "ﻹ": "لا", "ﻵ": "لا", "ﻼ": "لا", "ﻸ": "لا", "ﻺ": "لا", "ﻶ": "لا"}
_VANISH = re.compile(f"[{MARKS}{TATWEEL}{ZERO_WIDTH}{BIDI_CONTROLS}]+|[{''.join(_EXPAND)}]")
# Vowel marks and tatweel, which belong to the letter before them.
_TRAILERS = frozenset(re.findall(f"[{MARKS}{TATWEEL}]", "".join(map(chr, range(0x600, 0x700)))))


class Folded:
    """A folded text and the way back: `text` is folded, `original` is not, `origin(i, j)` maps a range back."""

    __slots__ = ("_at", "_same", "_shift", "original", "text")

    def __init__(self, original: str) -> None:
        self.original = original
        plain = _plain(original)
        self._at = [0]  # folded positions from which ...
        self._shift = [0]  # ... this much is added to reach the original
        self._same = _VANISH.search(plain) is None  # every position is the original's
        if self._same:
            self.text = plain
            return
        pieces: list[str] = []
        done = length = 0
        for match in _VANISH.finditer(plain):
            start, end = match.span()
            expansion = _EXPAND.get(plain[start:end], "")
            pieces.append(plain[done:start])
            pieces.append(expansion)
            length += start - done
            if expansion:  # every letter after the first still points at the one ligature
                self._at.append(length + 1)
                self._shift.append(start - length - 1)
                length += len(expansion)
            else:
                self._at.append(length)
                self._shift.append(end - length)
            done = end
        pieces.append(plain[done:])
        self.text = "".join(pieces)

    def offset(self, index: int) -> int:
        """Original offset of the folded character at `index`."""
        return index + self._shift[bisect_right(self._at, index) - 1]

    def origin(self, start: int, end: int) -> Span:
        """Original span of the non-empty folded range `[start, end)`.

        Vowel marks and tatweel on the last letter belong to it, so a quote never ends inside a written letter.
        """
        if self._same:
            return Span(start, end)
        at, shift = self._at, self._shift
        stop = end + shift[bisect_right(at, end - 1) - 1]
        while self.original[stop : stop + 1] in _TRAILERS:
            stop += 1
        return Span(start + shift[bisect_right(at, start) - 1], stop)


def fold(text: str) -> Folded:
    """Folded view of `text`, which may be of any length; cost is linear."""
    return Folded(text)


def fold_word(word: str) -> str:
    """Folded form of a lexicon entry, comparable with `Tokens.forms`."""
    return Folded(word).text


# A digit cluster keeps its inner separators ("2,500", "5.56", "192.168.1.2"); numbers.digits judges what it means.
# Words keep an inner apostrophe ("Sana'a", "soldier's"). A run of blanks that holds a line break is one "\n" token.
# Each match takes the blanks behind its token along, so that the lengths of the matches are all that places need.
_TOKEN = re.compile(r"(?:[0-9]+(?:[.,٫٬،'][0-9]+)*|[^\W\d_]+(?:'[^\W\d_]+)*|\n\s*|\S)[^\S\n]*")
_BLANKS = re.compile(r"[^\S\n]*")
_NEAR = 200  # tokens to either side; only a text without punctuation has longer sentences


class Tokens:
    """The tokens of a folded text as parallel lists.

    `forms[i]` is the folded token, `starts[i]`/`ends[i]` its range in the folded text. `"\\n"` stands for a line break.
    Positions past either end read as the empty form through `form`.
    """

    __slots__ = ("__dict__", "ends", "folded", "forms", "starts")

    def __init__(self, folded: Folded) -> None:
        self.folded = folded
        pieces = _TOKEN.findall(folded.text)
        blanks = _BLANKS.match(folded.text)
        forms = {piece: piece.rstrip() or "\n" for piece in set(pieces)}  # one string for all places of a word
        self.forms: list[str] = [forms[piece] for piece in pieces]
        self.starts: list[int] = list(accumulate(map(len, pieces), initial=blanks.end() if blanks else 0))
        self.starts.pop()  # where the text ends
        self.ends: list[int] = list(map(add, self.starts, map(len, self.forms)))

    def __len__(self) -> int:
        return len(self.forms)

    def form(self, index: int) -> str:
        """The folded token at `index`, or "" outside the text."""
        forms = self.forms
        return forms[index] if 0 <= index < len(forms) else ""

    def joined(self, index: int) -> bool:
        """Whether nothing stands between token `index` and the one after it."""
        if index + 1 >= len(self.forms) or self.ends[index] != self.starts[index + 1]:
            return False
        return not (self._em_dashed and (self._parts(index) or self._parts(index + 1)))

    def is_hyphen(self, index: int) -> bool:
        """Whether token `index` is a hyphen that joins two words into one: "US-led", "Aita al-Shaab"."""
        return (
            0 < index < len(self.forms) and self.forms[index] == "-" and self.joined(index - 1) and self.joined(index)
        )

    @cached_property
    def _em_dashed(self) -> bool:
        return EM_DASH in self.folded.original

    def _parts(self, index: int) -> bool:
        """Whether a token is an em dash, which parts words that it touches: "families—comprising"."""
        return self.forms[index] == "-" and self.span(index, index + 1).of(self.folded.original) == EM_DASH

    def span(self, first: int, stop: int) -> Span:
        """Original span of the tokens `[first, stop)`, which must not be empty."""
        return self.folded.origin(self.starts[first], self.ends[stop - 1])

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each form stands."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for index, form in enumerate(self.forms):
            places[form].append(index)
        return dict(places)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The different forms among the tokens."""
        return frozenset(self._places)

    def where(self, forms: Iterable[str]) -> list[int]:
        """The tokens of these different forms of the text, in order: most rules know a word by its form alone."""
        places = self._places
        return sorted(chain.from_iterable([places[form] for form in forms]))

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Token ranges `[first, stop)` of the sentences, in order, leaving no token out."""
        return _sentences(self)

    @cached_property
    def _sentence_of(self) -> list[tuple[int, int]]:
        """The sentence of each token."""
        found: list[tuple[int, int]] = []
        for first, stop in self.sentences:
            found += [(first, stop)] * (stop - first)
        return found

    @cached_property
    def sentence_starts(self) -> list[int]:
        """First token of each sentence, for bisection."""
        return [first for first, _ in self.sentences]

    def sentence(self, index: int) -> tuple[int, int]:
        """Token range of the sentence that holds token `index`."""
        return self._sentence_of[index] if 0 <= index < len(self.forms) else self.sentences[-1]

    def near(self, index: int) -> tuple[int, int]:
        """The part of that sentence that is near token `index`: all of it, but in a text without punctuation."""
        first, stop = self.sentence(index)
        return max(first, index - _NEAR), min(stop, index + _NEAR)


def tokenize(text: str) -> Tokens:
    """Tokens of `text`; offsets lead back to `text` itself."""
    return Tokens(Folded(text))


_ENDERS = frozenset(".!?؟؛;۔…\n")
_CLOSERS = frozenset("\"')]}")
# Abbreviations after which a full stop ends nothing. Single letters ("U.S.", "د.") are handled by their length.
_ABBREVIATIONS = frozenset(
    "gen lt col maj sgt capt cmdr adm brig mr mrs ms dr prof st no nos vs etc inc ltd co corp approx est dept gov sen "
    "rep pres mt ft jan feb mar apr jun jul aug sep sept oct nov dec".split()
)

_OPENING = frozenset(
    "the he she it they we but and in on at a an his her its their this these that those there as after before when "
    "while if for from with however meanwhile some more most several no".split()
)


def _sentences(tokens: Tokens) -> list[tuple[int, int]]:
    forms = tokens.forms
    total = len(forms)
    sentences: list[tuple[int, int]] = []
    first = 0
    for at in tokens.where(tokens.vocabulary & _ENDERS):
        if at < first or (forms[at] == "." and not _full_stop(tokens, at)):
            continue
        index = at + 1
        while index < total and (forms[index] in _ENDERS or (forms[index] in _CLOSERS and tokens.joined(index - 1))):
            index += 1
        sentences.append((first, index))
        first = index
    if first < total:
        sentences.append((first, total))
    return sentences


def _full_stop(tokens: Tokens, index: int) -> bool:
    before = tokens.form(index - 1)
    if len(before) == 1 and before.isalpha() and tokens.joined(index) and tokens.form(index + 1) == "-":
        return False  # "U.S.-led"
    if tokens.joined(index) and tokens.form(index + 1) not in _CLOSERS and tokens.form(index + 1) not in _ENDERS:
        return not (before.isalpha() and tokens.form(index + 1).isalpha())  # "U.S", "gov.uk"
    if before in _ABBREVIATIONS or (len(before) == 1 and before.isalpha()):
        return index + 1 >= len(tokens) or tokens.form(index + 1) in _ENDERS or _opens_sentence(tokens, index)
    return True


def _opens_sentence(tokens: Tokens, index: int) -> bool:
    """Whether a function word with a capital follows the initials that end at token `index`: "at 7 p.m. The fire"."""
    initials = len(tokens.form(index - 1)) == 1 and tokens.form(index - 2) == "."
    if not initials or tokens.form(index + 1) not in _OPENING:
        return False
    return tokens.span(index + 1, index + 2).of(tokens.folded.original)[:1].isupper()
