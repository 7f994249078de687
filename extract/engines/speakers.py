"""Who says what a sentence tells: its speaker, or that of the heading above its list."""

from bisect import bisect_left

from extract.engines.nearby import WALLS, Nearby
from extract.events import Trigger
from extract.mentions.speaker import Source
from extract.proposals import Named
from extract.text import fold_word

_CONTRAST_REACH = 3  # tokens from "while" over the verb of saying to the speaker
_CONTRASTS = frozenset("بينما فيما لكن ولكن while whereas but اما ولي".split())
_NEXT_TELLS = [[",", "and"], [",", "but"]]  # "The state gave $3 million, and the agency said it had ..."
_THAT = frozenset(("ان", "انه", "انها", "بان", "بانه", "بانها"))
_SAYS = frozenset(fold_word("گفت گفتند گفته گوید می‌گوید می‌گویند گویند افزود افزودند نوشت").split())
_SAYS_WITH = frozenset(fold_word("اعلام تأکید تاکید اظهار تصریح خبر گزارش").split())
_DID = frozenset(fold_word("کرد کردند کرده داد دادند داده داشت داشتند می‌کند می‌دهد نمود").split())
_APART = WALLS | {"را"}  # what parts a Persian speaker from his verb, and the object of another verb
_TO_VERB = 14  # tokens from a Persian speaker to his verb
_LONGEST_SPEAKER, _TO_THAT = 20, 5  # tokens of a sentence's opening, and from a place to "that"


class Speakers:
    """Looks up the speakers of one article."""

    def __init__(self, nearby: Nearby) -> None:
        self._nearby = nearby
        self._tokens = nearby.tokens
        self._sources = nearby.mentions.sources
        self._named: dict[tuple[int, bool], Named | None] = {}  # by the first token of a sentence

    def of(self, first: int, in_list: bool = False) -> Named | None:
        """The speaker of the sentence, or of the one that introduces the list it stands in."""
        low, _ = self._tokens.sentence(first)
        if self._contrasts(first, low) or self._names_speaker(first, low):
            return None
        if (low, in_list) not in self._named:
            self._named[low, in_list] = self._named_speaker(low, in_list)
        return self._named[low, in_list]

    def of_event(self, trigger: Trigger) -> Named | None:
        """Who tells of a happening; what a statement itself declares, nobody tells of it."""
        source = self._sources.get(self._tokens.sentence(trigger.first)[0])
        if trigger.type == "statement" and source is not None and (source.voice or self._speaks(source, trigger)):
            return None
        return self.of(trigger.first, in_list=True)

    def spoken(self, index: int) -> bool:
        """Whether token `index` belongs to the speaker: to the name, or to what stands before "that" ("قالت مصادر في
        الحسكة إن").
        """
        low, _ = self._tokens.sentence(index)
        source = self._sources.get(low)
        if source is None or self._tokens.starts[index] < source.start or low + _LONGEST_SPEAKER < index:
            return False
        if self._tokens.starts[index] < source.end:
            return True
        forms, end = self._tokens.forms, bisect_left(self._tokens.starts, source.end)
        if self._nearby.mentions.lang == "fa":  # «یک منبع محلی در حسکه به رسانه‌ها گفت»: up to his verb
            near = range(end, min(len(forms) - 1, end + _TO_VERB))
            verb = next((at for at in near if _says(forms[at], forms[at + 1])), end)
            return index < verb and _APART.isdisjoint(forms[end:verb])
        return not _THAT & set(forms[end : index + 1]) and bool(_THAT & set(forms[index + 1 : index + 1 + _TO_THAT]))

    def _speaks(self, source: Source, trigger: Trigger) -> bool:
        """Whether the words of a statement are those that attribute it: "The affiliate claimed the ambush"."""
        starts = self._tokens.starts
        after = trigger.stop < len(starts) and source.start == starts[trigger.stop]
        return after or 0 <= starts[trigger.first] - source.end <= 1

    def _names_speaker(self, index: int, low: int) -> bool:
        """Whether the token at `index` is of the speaker's own name: "two security sources said"."""
        source = self._sources.get(low)
        return source is not None and source.start <= self._tokens.starts[index] < source.end

    def _contrasts(self, index: int, low: int) -> bool:
        """Whether the speaker of the sentence is set against what stands at token `index`: "parties signed a charter,
        while a spokesman denied ...", but not "they fired while retreating, the army said".
        """
        source = self._sources.get(low)
        if source is None or source.start <= self._tokens.starts[index]:
            return False
        at = bisect_left(self._tokens.starts, source.start)
        if self._tokens.forms[max(index, at - 2) : at] in _NEXT_TELLS:
            return True
        for form in reversed(self._tokens.forms[max(index, at - _CONTRAST_REACH) : at]):
            if form in _CONTRASTS or form in WALLS:
                return form in _CONTRASTS
        return False

    def _named_speaker(self, low: int, in_list: bool) -> Named | None:
        source = self._sources.get(low)
        if source is None and in_list:
            speakers = (self._sources.get(above) for above, _ in self._nearby.above(low))
            source = next((speaker for speaker in speakers if speaker), None)
        return Named(self._tokens.folded.origin(source.start, source.end)) if source is not None else None


def says_until(forms: list[str], at: int) -> int:
    """The token behind the Persian verb of saying at token `at` («خبر داد»), `at` itself where none is."""
    if not _says(forms[at], forms[at + 1]):
        return at
    return at + 1 + (forms[at] in _SAYS_WITH)


def _says(form: str, after: str) -> bool:
    """Whether a Persian verb of saying begins at `form`, before `after`: «گفت», «اعلام کرد», but not «گفت وگو»."""
    if form in _SAYS_WITH:
        return after in _DID
    return form in _SAYS and after != "و" and not after.startswith("وگو")
