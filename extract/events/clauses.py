"""The clause around a token: what an event quotes as its evidence.

Cheap and robust before clever: a sentence is cut at strong marks, at quotation marks around speech (not around names),
at commas, and before words that open a clause (which, بينما, که). A piece too short to say anything takes its neighbour
in, one too long is cut to a window, so evidence is never a single word and never a paragraph. All work is bounded by
that window.
"""

from extract.events.cues import words
from extract.text import Tokens

_SHORTEST = 5  # words; a shorter clause takes its neighbour in
_LONGEST = 40  # tokens
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
_AND_VERB = tuple("و" + verb for verb in ("يت", "تت", "سي", "ست", "قال", "اكد", "اضاف", "اوضح", "اشار"))
_PERSIAN_ENDS = words(
    "است شد شدند کرد کردند شده کرده داد دادند بود بودند می‌شود می‌کند دارد دارند هستند گرفت گرفتند یافت "
    "یافتند باخت باختند رفت رفتند آمد آمدند زد زدند گفت گفتند رسید رسیدند داشت داشتند"
)


def clause(tokens: Tokens, index: int, stop: int | None = None) -> tuple[int, int]:
    """Token range `[first, stop)` of the clause around the tokens `[index, stop)`, by default around token `index`."""
    forms = tokens.forms
    end = max(index + 1, stop if stop is not None else 0)
    low, high = tokens.sentence(index)
    low, high = max(low, index - _LONGEST), min(max(high, end), end + _LONGEST)
    left, right = _backward(forms, index, low), _forward(forms, end, high)
    while _size(forms, left, right) < _SHORTEST:
        if right < high and not _strong(forms, right):
            right = _forward(forms, right + 1, high)
        elif left > low and not _strong(forms, left):
            left = _backward(forms, left - 1, low)
        else:
            break
    if right - left > _LONGEST:
        left, right = max(left, index - _LONGEST // 3), min(right, max(end, index + 2 * _LONGEST // 3))
    return _trimmed(forms, left, right, index, end)


def _backward(forms: list[str], at: int, low: int) -> int:
    while at > low and not _begins(forms, at):
        at -= 1
    return at


def _forward(forms: list[str], at: int, high: int) -> int:
    while at < high and not _begins(forms, at):
        at += 1
    return at


def _begins(forms: list[str], at: int) -> bool:
    """Whether a clause begins at token `at`."""
    form, before = forms[at], forms[at - 1]
    if before in _STRONG or before in _WEAK:
        return True
    if before == '"' or form == '"':
        return _speech(forms, at if form == '"' else at - 1)
    if form in _OPENERS:
        return True
    if form in _TEMPORAL:
        following = forms[at + 1] if at + 1 < len(forms) else ""
        return not following[:1].isdigit()
    return (form.startswith(_AND_VERB) and len(form) > 4) or (form == "و" and before in _PERSIAN_ENDS)


def _speech(forms: list[str], mark: int) -> bool:
    """Whether the quotation mark at a token opens or closes speech; a short quotation is a name."""
    near = forms[max(0, mark - _NAME) : mark] + forms[mark + 1 : mark + 1 + _NAME]
    return '"' not in near


def _strong(forms: list[str], at: int) -> bool:
    return forms[at] in _STRONG or forms[at - 1] in _STRONG


def _size(forms: list[str], left: int, right: int) -> int:
    return sum(form.isalnum() for form in forms[left:right])


def _trimmed(forms: list[str], left: int, right: int, index: int, end: int) -> tuple[int, int]:
    """Without the punctuation at either end, the trigger itself untouched."""
    while left < index and not forms[left][0].isalnum():
        left += 1
    while right > end and not forms[right - 1][0].isalnum() and forms[right - 1] != "%":
        right -= 1
    return left, right
