"""Finds the triggers of events: one pass over the tokens, a dictionary look-up each, work only where a word is known.

A token may be read in several ways ("تسلم" of a base, of prisoners, of families); the entry whose conditions hold and
whose words reach furthest wins, and among equals the one whose required neighbour stands nearest.
"""

from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast

from extract.events.cues import past_aside
from extract.events.grammar import Grammar, Option, Reading, Use, stops
from extract.events.lexicon import Entry, EventLexicon, load_events
from extract.events.settle import settle
from extract.events.surroundings import Surroundings
from extract.events.trigger import Form, Trigger
from extract.ontology import LANGS
from extract.tables import kept
from extract.text import Tokens

if TYPE_CHECKING:
    from extract.events.persian import Persian

__all__ = ["find_triggers", "is_persian_verb", "load_events"]

# Reach in tokens of an entry's conditions; the grammars say how far back a required word may stand.
_WITH, _NOT, _NOT_AFTER, _NOT_BEHIND = 10, 3, 1, 6
_SUPPORT = 4
_FARTHEST = 20
_FAR = 18  # tokens back to what a verb comes after, where a whole object may stand between
_COMPACT = 3  # a trigger of so many tokens has no room for another inside it
_RELATIVES = frozenset(("الذي", "التي", "الذين", "كه", "which", "that", "who"))
# Nothing of a phrase stands past these: "carrying 230 passengers keeled over off Mindanao" carries nobody off.
_GAP_WALLS = frozenset(
    "and over off up down who which that was were is are has had said says began after before while when by".split()
)


def find_triggers(tokens: Tokens, lang: str, lexicon: EventLexicon | None = None) -> list[Trigger]:
    """The triggers among `tokens`, in order, those that tell one happening twice within a sentence left out.

    Without a lexicon it is the shipped one, which then need not be read while its grammar is kept.
    """
    grammar = _shipped_grammar(lang) if lexicon is None else grammar_of(lexicon, lang)
    return settle(tokens, _Finder(grammar, tokens).triggers(), grammar)


def is_persian_verb(form: str) -> bool:
    """Whether a folded Persian token is surely a verb or a perfect participle, and no noun: گریختند, گرفته, برود."""
    return cast("Persian", _shipped_grammar("fa")).is_surely_verb(form)


def grammar_of(lexicon: EventLexicon, lang: str) -> Grammar:
    """The inflected lexicon of one language, built on first use and kept with the lexicon."""
    grammar = lexicon.grammars.get(lang)
    if grammar is None:
        grammar = lexicon.grammars[lang] = _built(lexicon, lang)
    return cast("Grammar", grammar)


@cache
def _shipped_grammar(lang: str) -> Grammar:
    return kept(f"events-{lang}", lambda: _built(load_events(), lang))


def _built(lexicon: EventLexicon, lang: str) -> Grammar:
    """The grammar of `lang`, which is imported with the first text of that language."""
    if lang == "ar":
        from extract.events.arabic import Arabic as Inflected
    elif lang == "fa":
        from extract.events.persian import Persian as Inflected
    elif lang == "en":
        from extract.events.english import English as Inflected
    else:
        raise ValueError(f"language {lang!r} is not read; use one of {', '.join(LANGS)}")
    return Inflected(lexicon)


_Rank = tuple[int, bool, bool, int, bool, bool]


class _Candidate(NamedTuple):
    reading: Reading
    use: Use
    nearness: int  # 0 without a required word, else smaller the farther it stands

    def rank(self) -> "_Rank":
        entry = self.reading.entry
        words = len(self.reading.rest) + bool(self.reading.light)
        form = self.use.form
        told = form is Form.PAST  # "تسلم الصليب الأحمر رفات": received, rather than hands over
        return (words, bool(entry.after), entry.type != "attack", self.nearness, form.verbal, told)


class _Finder:
    """Reads one text for triggers."""

    __slots__ = ("_around", "_forms", "_grammar", "_tokens", "_told")

    def __init__(self, grammar: Grammar, tokens: Tokens) -> None:
        self._grammar = grammar
        self._forms = tokens.forms
        self._tokens = tokens
        self._around = Surroundings(grammar, tokens)
        self._told: set[str] = set()  # lemmas whose conditions held before: "the release" needs no prisoners any more

    def triggers(self) -> list[Trigger]:
        """The triggers, in order; a short one lets none begin inside it."""
        known = self._grammar.known_among(self._tokens.vocabulary)
        following = [*self._forms[1:], ""]
        found: list[Trigger] = []
        covered = 0
        closing = -1  # the light verb of the last Persian compound: no trigger of its own
        for index in self._tokens.where(known):
            free = index >= covered and index != closing
            options = known[self._forms[index]].before(following[index]) if free else ()
            trigger = self._read(index, options) if options else None
            if trigger is not None:
                found.append(trigger)
                self._told.add(trigger.lemma)
                if trigger.stop - index <= _COMPACT:
                    covered = trigger.stop
                if trigger.lang == "fa" and trigger.form.finite:
                    closing = max(closing, trigger.stop - 1)
        return found

    def _read(self, index: int, options: tuple[Option, ...]) -> Trigger | None:
        best: _Candidate | None = None
        rank: _Rank | None = None
        forms = self._forms
        for reading, rivals in options:
            stop = _phrase_end(forms, index + 1, reading) if reading.rest else index + 1
            if stop is None or not self._may_hold(index, stop, reading.entry):
                continue
            use = self._grammar.use(forms, index, stop, reading, rivals)
            nearness = None if use is None else self._conditions(index, use, reading)
            if use is None or nearness is None:
                continue
            candidate = _Candidate(reading, use, nearness)
            candidate_rank = candidate.rank()
            if rank is None or candidate_rank > rank:
                best, rank = candidate, candidate_rank
        return None if best is None else self._trigger(index, best)

    def _trigger(self, index: int, best: _Candidate) -> Trigger:
        entry, use = best.reading.entry, best.use
        return Trigger(
            first=index,
            stop=use.stop,
            type=entry.type,
            form=use.form,
            lemma=entry.lemma,
            voice=entry.voice.passive() if use.passive else entry.voice,
            passive=use.passive,
            negated=use.negated,
            definite=not use.form.verbal and self._grammar.points(self._forms, index, best.reading),
            vague=entry.vague,
            swallows=entry.swallows,
            parries=entry.parries,
            yields=entry.yields,
            purpose=best.reading.preposition == "ل" and not best.reading.definite,
        )

    def _may_hold(self, index: int, stop: int, entry: Entry) -> bool:
        """Whether the words that `entry` cannot do without stand anywhere near. Most entries fail here, and cheaply."""
        around, grammar = self._around, self._grammar
        widest = _FAR if entry.far else grammar.widest
        if entry.after and not around.any(entry.after, index - widest, index):
            return False
        return (
            not entry.needs
            or around.any(entry.needs, index - widest, stop + grammar.farthest + _WITH)
            or entry.lemma in self._told
        )

    def _conditions(self, index: int, use: Use, reading: Reading) -> int | None:
        """None if the entry's conditions fail, else how near its required word stands."""
        entry, stop, forms, grammar, around = reading.entry, use.stop, self._forms, self._grammar, self._around
        far = _FAR if entry.far else 0
        if not use.form.verbal and not _free(grammar, forms, index, stop, entry.weak):
            return None
        if entry.bars and around.ahead(entry.bars, stop, _NOT):
            return None
        if entry.bars and reading.light_gap and around.ahead(entry.bars, index + 1, stop - index - 1):
            return None  # «راهی خانه شد»: between a Persian verb's words
        over = _NOT_AFTER + (index > 0 and forms[index - 1] in _RELATIVES)
        if entry.not_after and around.behind(entry.not_after, index, over):
            return None
        if entry.not_behind and around.behind(entry.not_behind, index, far or _NOT_BEHIND):
            return None
        if entry.after and not around.behind(entry.after, index, far or grammar.reach_after(use.form)):
            return None
        if not entry.needs:
            return 0
        ahead = around.ahead(entry.needs, index + 1, _WITH + stop - index - 1)
        behind = around.behind(entry.needs, index, far or grammar.reach_back(use.form, reading.definite))
        if not ahead and not behind:
            told = entry.lemma in self._told and use.form is Form.NOUN and grammar.recalls(forms, index, reading)
            return 0 if told else None
        return _FARTHEST - min(ahead or _FARTHEST, (behind or _FARTHEST) + 2)


def _phrase_end(forms: list[str], at: int, reading: Reading) -> int | None:
    """Where the phrase of a reading ends, when its further words stand at token `at` and after."""
    for words in reading.rest:
        limit = min(at + reading.gap, len(forms) - 1)
        if at < len(forms) and forms[at] == "-" and "-" not in words:
            at += 1
            limit += 1
        while at < limit and forms[at] not in words and forms[at] not in _GAP_WALLS:
            if stops(forms, at):
                over = past_aside(forms, at) if reading.entry.lemma.startswith("ar:") else -1
                if over < 0:
                    break
                limit = min(limit + over - at, len(forms) - 1)
                at = over - 1
            at += 1
        if at >= len(forms) or forms[at] not in words:
            return None
        at += 1
    return at


def _free(grammar: Grammar, forms: list[str], index: int, stop: int, weak: bool) -> bool:
    """Whether a noun stands for a happening: no part of a name or topic ("لجنة إنهاء المهمة", "attack helicopter")."""
    before = forms[index - 1] if index else ""
    carried = index > 1 and forms[index - 2] in grammar.carriers
    if (grammar.heads_name(before) and not carried) or (stop < len(forms) and forms[stop] in grammar.tails):
        return False
    if not weak:
        return True
    reach = 2 * _SUPPORT if grammar.verb_last else _SUPPORT  # the light verb follows, at the end of its clause
    near = forms[max(0, index - _SUPPORT) : index] + forms[stop : stop + reach]
    return not grammar.supports.isdisjoint(near)
