"""The realis values, and how their cue words are looked up: one table a language, the nearest first, up to a wall."""

from collections.abc import Iterator, Mapping, Set

from extract.schema import Realis
from extract.text import COMMAS, fold_word

WALLS = frozenset('.!?؟؛;:،,\n"()[]…')
_ASIDE = 5  # tokens of a dated aside between commas


def cue_table(
    occurred: str = "", ongoing: str = "", planned: str = "", denied: str = "", hypothetical: str = ""
) -> dict[str, Realis]:
    """Folded cue word -> realis, from blank-separated lists."""
    lists = {
        Realis.OCCURRED: occurred,
        Realis.ONGOING: ongoing,
        Realis.PLANNED: planned,
        Realis.DENIED: denied,
        Realis.HYPOTHETICAL: hypothetical,
    }
    return {word: realis for realis, words in lists.items() for word in fold_word(words).split()}


def words(text: str) -> frozenset[str]:
    """Folded words of a blank-separated list."""
    return frozenset(fold_word(text).split())


def nearest_before(
    forms: list[str], index: int, floor: int, cues: Mapping[str, Realis], walls: Set[str] = WALLS
) -> tuple[int, Realis] | None:
    """The cue closest before token `index`, not before `floor` and not across a wall: its position and meaning."""
    for at in range(index - 1, floor - 1, -1):
        form = forms[at]
        if form in cues:
            return at, cues[form]
        if form in walls and not _initial(forms, at):
            return None
    return None


# Arabic words that several questions turn on.
WEEKDAYS = words("السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة")
DENIES = words("نفى نفت ينفي تنفي نفوا")
DENYING = DENIES | words("نفي نافيا نافية")
PLOTS = words("مخطط مخططا مخططات مخططين خطة عملية عمليات")  # what is foiled before it was tried
_ASIDE_WORDS = WEEKDAYS | words("اليوم أمس يوم مساء صباح ليل ظهر عصر فجر الماضي الجاري")


def backwards(forms: list[str], index: int, floor: int) -> Iterator[int]:
    """Positions before `index` down to `floor`, nearest first. Dated asides ("استبعد الوزير، الأربعاء، عقد لقاء")
    are passed over and do not count.
    """
    at = index - 1
    while at >= max(0, floor):
        aside = _aside(forms, at) if forms[at] in COMMAS else -1
        if aside >= 0:
            floor -= at - aside + 1
            at = aside - 1
            continue
        yield at
        at -= 1


def _aside(forms: list[str], at: int) -> int:
    """Where the aside of nothing but days begins that the comma at `at` ends, -1 if none does."""
    for start in range(at - 1, max(-1, at - _ASIDE), -1):
        if forms[start] in COMMAS:
            return start if start < at - 1 else -1
        if forms[start] not in _ASIDE_WORDS:
            return -1
    return -1


def past_aside(forms: list[str], at: int) -> int:
    """The token behind the aside of nothing but days that the comma at `at` opens, -1 if none does."""
    if forms[at] not in COMMAS:
        return -1
    for end in range(at + 1, min(at + _ASIDE + 1, len(forms))):
        if forms[end] in COMMAS:
            return end + 1 if end > at + 1 else -1
        if forms[end] not in _ASIDE_WORDS:
            return -1
    return -1


def any_after(forms: list[str], start: int, stop: int, sought: Set[str], walls: Set[str] = WALLS) -> int:
    """Position of the first of `sought` from token `start` on, before `stop` and before any wall; -1 if none."""
    for at in range(start, min(stop, len(forms))):
        if forms[at] in sought:
            return at
        if forms[at] in walls and not _initial(forms, at):
            return -1
    return -1


def _initial(forms: list[str], at: int) -> bool:
    """The full stops of "U.S." part nothing."""
    return forms[at] == "." and at > 0 and len(forms[at - 1]) == 1 and forms[at - 1].isalpha()
