"""The clause around a token: what an event quotes as its evidence.

Cheap and robust before clever: a sentence is cut at strong marks, at quotation marks around speech (not around names),
at commas, and before words that open a clause (which, بينما, که). A piece too short to say anything takes its neighbour
in, one too long is cut to a window, so evidence is never a single word and never a paragraph. All work is bounded by
that window.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from enum import Enum, auto
from itertools import islice

from extract.events.beside import OPENERS, opens_at
from extract.events.cues import words
from extract.ontology.spotter import Spotter
from extract.text import DASHES, Tokens

_SHORTEST = 5  # words; a shorter clause takes its neighbour in
_LONGEST = 40  # tokens
_DATELINE = 14  # tokens: "LAGOS, Nov. 12 (Agency) -"
_TOWN = 3  # letters of the shortest town in capitals
_NAME = 6  # tokens between quotation marks that may still be a name
_STRONG = frozenset("!?؟؛;…\n")  # a full stop inside a sentence belongs to an abbreviation
_WEAK = frozenset(",،:()[]")
_OPENERS = words(
    # Arabic
    "حيث بينما فيما لكن ولكن إذ كما الذي التي الذين والذي والتي حين عندما بعدما أن بأن إن لأن مما وأن وأنه وأنها "
    "مؤكدا مشيرا موضحا مضيفا لافتا معتبرا مبينا وقال وقالت وأكد وأكدت وأضاف وأوضح وأشار وذكر وأعلن وأعلنت وكان وكانت "
    "وقد ولم ولن رغم وذلك "
    # Persian
    "که اما ولی زیرا چون هنگامی درحالی درحالیکه همچنین "
    # English
    "which who whose where while but although though because when unless if whereas"
)
_TEMPORAL = frozenset(("after", "before", "since"))
_THAT, _BEFORE_IT = "ان", words("در از با برای")  # Persian «در آن سوی مرز»; Arabic أن is written alike, folded
_AND_VERB = tuple("و" + verb for verb in ("يت", "تت", "سي", "ست", "قال", "اكد", "اضاف", "اوضح", "اشار"))
_PERSIAN_ENDS = words(
    "است شد شدند کرد کردند شده کرده داد دادند بود بودند می‌شود می‌کند دارد دارند هستند گرفت گرفتند یافت "
    "یافتند باخت باختند رفت رفتند آمد آمدند زد زدند گفت گفتند رسید رسیدند داشت داشتند"
)
_PERSIAN_BEFORE = frozenset(("بر", "به", "در"))
_PERFECT = "هاند"  # «بازگشته‌اند», its ZWNJ gone


def clause(tokens: Tokens, index: int, stop: int | None = None) -> tuple[int, int]:
    """The one clause that `Clauses.around` gives; for many of a text, ask that."""
    return Clauses(tokens).around(index, stop)


class Clauses:
    """The clauses of one text."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._begins = list(_begins(tokens))
        self._known: dict[tuple[int, int], tuple[int, int]] = {}  # an event, its figures and its dates ask for the same
        self._bodies: dict[int, int] = {}

    def around(self, index: int, stop: int | None = None) -> tuple[int, int]:
        """Token range `[first, stop)` of the clause around the tokens `[index, stop)`, by default around `index`."""
        end = max(index + 1, stop if stop is not None else 0)
        found = self._known.get((index, end))
        if found is None:
            found = self._known[index, end] = self._found(index, end)
        return found

    def _found(self, index: int, end: int) -> tuple[int, int]:
        forms = self._tokens.forms
        low, high = self._tokens.sentence(index)
        body = self.behind_dateline(low)
        low, high = max(body if body <= index else low, index - _LONGEST), min(max(high, end), end + _LONGEST)
        left, right = self._backward(index, low), self._forward(end, high)
        while _is_short(forms, left, right):
            if right < high and not _strong(forms, right):
                right = self._forward(right + 1, high)
            elif left > low and not _strong(forms, left):
                left = self._backward(left - 1, low)
            else:
                break
        if right - left > _LONGEST:
            left, right = max(left, index - _LONGEST // 3), min(right, max(end, index + 2 * _LONGEST // 3))
        return _trimmed(forms, left, right, index, end)

    def behind_dateline(self, first: int) -> int:
        """The token behind the dateline that opens the sentence at token `first`, or `first` where none does."""
        found = self._bodies.get(first)
        if found is None:
            found = self._bodies[first] = _dateline(self._tokens, first) or first
        return found

    def _backward(self, at: int, low: int) -> int:
        """The last beginning of a clause up to token `at`, behind `low`; else `low`."""
        found = bisect_right(self._begins, at)
        return max(self._begins[found - 1], low) if found else low

    def _forward(self, at: int, high: int) -> int:
        """The first beginning of a clause from token `at` on, before `high`; else `high`."""
        found = bisect_left(self._begins, at)
        return min(self._begins[found], high) if found < len(self._begins) else high


def _begins(tokens: Tokens) -> Iterator[int]:
    """The tokens at which a clause begins, in order; some twice."""
    forms = tokens.forms
    for at, opens in _CUES.find(tokens):
        if opens is _Opens.BEHIND:
            yield at + 1
        elif opens is _Opens.QUOTE:
            if _speech(forms, at):
                yield from (at, at + 1)
        elif opens is _Opens.BESIDE:
            if (phrase := opens_at(forms, at)) > 0 and not _is_inside(forms, phrase):
                yield phrase
        elif at and forms[at - 1] != '"' and _opens_here(forms, at, opens):
            yield at


def _is_inside(forms: list[str], at: int) -> bool:
    """Whether the phrase at a token stands within a Persian clause, between its subject and its verb: «نیروها بر اساس
    توافق بغداد را ترک کردند».
    """
    before = at - 1 - (forms[at - 1] == "و")
    return forms[at] in _PERSIAN_BEFORE and forms[before] not in _WEAK and forms[before] not in _PERSIAN_ENDS


def _opens_here(forms: list[str], at: int, opens: "_Opens") -> bool:
    if opens is _Opens.TEMPORAL:
        return not (at + 1 < len(forms) and forms[at + 1][0].isdigit())
    if forms[at] == _THAT and forms[at - 1] in _BEFORE_IT:
        return False
    if opens is not _Opens.AND:
        return True
    return forms[at - 1] in _PERSIAN_ENDS or forms[at - 1].endswith(_PERFECT)


def _dateline(tokens: Tokens, first: int) -> int | None:
    """Where the sentence at token `first` goes on behind "LAGOS, Nov. 12 (Agency) -": a town in capitals, and a dash
    with blanks around it, with nothing but names, figures and marks between ("NATO jets hit the town - ...").
    """
    town = tokens.span(first, first + 1).of(tokens.folded.original) if tokens.forms[first].isascii() else ""
    if len(town) < _TOWN or not town.isupper():
        return None
    for at in range(first + 1, min(first + _DATELINE, tokens.sentence(first)[1] - 1)):
        if tokens.folded.original[tokens.span(at, at + 1).start].islower():
            return None
        if tokens.forms[at] in DASHES and not tokens.joined(at - 1) and not tokens.joined(at):
            return at + 1
    return None


class _Opens(Enum):
    """How a token may begin a clause."""

    BEHIND = auto()  # a mark: the clause begins behind it
    QUOTE = auto()  # on either side, where it quotes speech
    WORD = auto()
    TEMPORAL = auto()  # unless a date follows
    BESIDE = auto()  # with the words around it: "in response to", "وفقاً للاتفاق"
    AND = auto()  # only behind a verb that closes a Persian clause


def _cue(form: str) -> _Opens | None:
    if form in _STRONG or form in _WEAK:
        return _Opens.BEHIND
    if form == '"':
        return _Opens.QUOTE
    if form in _OPENERS or (form.startswith(_AND_VERB) and len(form) > 4):
        return _Opens.WORD
    if form in _TEMPORAL:
        return _Opens.TEMPORAL
    if form in OPENERS:
        return _Opens.BESIDE
    return _Opens.AND if form == "و" else None


_CUES = Spotter(_cue)


def _speech(forms: list[str], mark: int) -> bool:
    """Whether the quotation mark at a token opens or closes speech; a short quotation is a name."""
    near = forms[max(0, mark - _NAME) : mark] + forms[mark + 1 : mark + 1 + _NAME]
    return '"' not in near


def _strong(forms: list[str], at: int) -> bool:
    return forms[at] in _STRONG or forms[at - 1] in _STRONG


def _is_short(forms: list[str], left: int, right: int) -> bool:
    """Whether fewer than the least words of a clause are among the tokens."""
    return next(islice(filter(str.isalnum, forms[left:right]), _SHORTEST - 1, None), None) is None


def _trimmed(forms: list[str], left: int, right: int, index: int, end: int) -> tuple[int, int]:
    """Without the punctuation at either end, the trigger itself untouched."""
    while left < index and not forms[left][0].isalnum():
        left += 1
    while right > end and not forms[right - 1][0].isalnum() and forms[right - 1] != "%":
        right -= 1
    return left, right
