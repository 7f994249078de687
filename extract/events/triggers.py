"""Finds the triggers of events: one pass over the tokens, a dictionary look-up each, work only where a word is known.

A token may be read in several ways ("تسلم" of a base, of prisoners, of families); the entry whose conditions hold and
whose words reach furthest wins, and among equals the one whose required neighbour stands nearest.
"""

from functools import cache
from typing import NamedTuple, cast

from extract.events.grammar import Grammar, Reading, Use, stops
from extract.events.lexicon import LANGUAGES, EventLexicon, load_events
from extract.events.settle import settle
from extract.events.trigger import Form, Trigger
from extract.tables import kept
from extract.text import Tokens

__all__ = ["find_triggers", "load_events"]

# Reach in tokens of an entry's conditions; the grammars say how far back a required word may stand.
_WITH, _NOT, _NOT_AFTER, _AFTER = 10, 3, 1, 5
_SUPPORT = 4
_FARTHEST = 20
_COMPACT = 3  # a trigger of so many tokens has no room for another inside it
_RELATIVES = frozenset(("الذي", "التي", "الذين", "كه", "which", "that", "who"))
_ENDS = frozenset(".!?؟؛\n")


def find_triggers(tokens: Tokens, lang: str, lexicon: EventLexicon | None = None) -> list[Trigger]:
    """The triggers among `tokens`, in order, those that tell one happening twice within a sentence left out.

    Without a lexicon it is the shipped one, which then need not be read while its grammar is kept.
    """
    grammar = _shipped_grammar(lang) if lexicon is None else grammar_of(lexicon, lang)
    forms = tokens.forms
    readings = {form: options for form in tokens.vocabulary if (options := grammar.readings(form))}
    found: list[Trigger] = []
    covered = 0
    told: set[str] = set()  # lemmas whose conditions held before: "the release" needs no prisoners any more
    for index, options in [(index, readings[form]) for index, form in enumerate(forms) if form in readings]:
        if index < covered:
            continue
        trigger = _read(grammar, forms, index, options, told)
        if trigger is not None:
            found.append(trigger)
            told.add(trigger.lemma)
            if trigger.stop - index <= _COMPACT:
                covered = trigger.stop
    return settle(tokens, found, grammar)


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
        raise ValueError(f"language {lang!r} is not read; use one of {', '.join(LANGUAGES)}")
    return Inflected(lexicon)


_Rank = tuple[int, bool, bool, int, bool]


class _Candidate(NamedTuple):
    reading: Reading
    use: Use
    nearness: int  # 0 without a required word, else smaller the farther it stands

    def rank(self) -> "_Rank":
        entry = self.reading.entry
        words = len(self.reading.rest) + bool(self.reading.light)
        return (words, bool(entry.after), entry.type != "attack", self.nearness, self.use.form.verbal)


def _read(
    grammar: Grammar, forms: list[str], index: int, options: tuple[Reading, ...], told: set[str]
) -> Trigger | None:
    best: _Candidate | None = None
    rank: _Rank | None = None
    following = forms[index + 1] if index + 1 < len(forms) else ""
    for reading in options:
        if reading.rest and not reading.gap and following not in reading.rest[0] and following != "-":
            continue  # most phrases fail here, and cheaply
        candidate = _candidate(grammar, forms, index, reading, options, told)
        if candidate is not None and (rank is None or candidate.rank() > rank):
            best, rank = candidate, candidate.rank()
    return None if best is None else _trigger(grammar, forms, index, best)


def _trigger(grammar: Grammar, forms: list[str], index: int, best: _Candidate) -> Trigger:
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
        definite=not use.form.verbal and grammar.points(forms, index, best.reading),
        vague=entry.vague,
        swallows=entry.swallows,
        parries=entry.parries,
        yields=entry.yields,
        purpose=best.reading.preposition == "ل" and not best.reading.definite,
    )


def _candidate(
    grammar: Grammar, forms: list[str], index: int, reading: Reading, options: tuple[Reading, ...], told: set[str]
) -> _Candidate | None:
    stop = _phrase_end(forms, index + 1, reading)
    if stop is None:
        return None
    use = grammar.use(forms, index, stop, reading, options)
    if use is None:
        return None
    nearness = _conditions(grammar, forms, index, use, reading, told)
    return None if nearness is None else _Candidate(reading, use, nearness)


def _phrase_end(forms: list[str], at: int, reading: Reading) -> int | None:
    """Where the phrase of a reading ends, when its further words stand at token `at` and after."""
    for words in reading.rest:
        limit = min(at + reading.gap, len(forms) - 1)
        if at < len(forms) and forms[at] == "-" and "-" not in words:
            at += 1
            limit += 1
        while at < limit and forms[at] not in words and not stops(forms, at) and forms[at] != "and":
            at += 1
        if at >= len(forms) or forms[at] not in words:
            return None
        at += 1
    return at


def _conditions(
    grammar: Grammar, forms: list[str], index: int, use: Use, reading: Reading, told: set[str]
) -> int | None:
    """None if the entry's conditions fail, else how near its required word stands."""
    entry, stop = reading.entry, use.stop
    if not use.form.verbal and not _free(grammar, forms, index, stop, entry.weak):
        return None
    if entry.bars and _ahead(grammar, forms, stop, entry.bars, _NOT):
        return None
    over = _NOT_AFTER + (index > 0 and forms[index - 1] in _RELATIVES)
    if entry.not_after and _behind(grammar, forms, index, entry.not_after, over):
        return None
    if entry.after and not _behind(grammar, forms, index, entry.after, _AFTER):
        return None
    if not entry.needs:
        return 0
    ahead = _ahead(grammar, forms, index + 1, entry.needs, _WITH + stop - index - 1)
    behind = _behind(grammar, forms, index, entry.needs, grammar.reach_back(use.form, reading.definite))
    if not ahead and not behind:
        return 0 if entry.lemma in told and use.form is Form.NOUN and grammar.recalls(forms, index, reading) else None
    return _FARTHEST - min(ahead or _FARTHEST, (behind or _FARTHEST) + 2)


def _free(grammar: Grammar, forms: list[str], index: int, stop: int, weak: bool) -> bool:
    """Whether a noun stands for a happening: no part of a name or topic ("لجنة إنهاء المهمة", "attack helicopter")."""
    before = forms[index - 1] if index else ""
    if grammar.heads_name(before) or (stop < len(forms) and forms[stop] in grammar.tails):
        return False
    if not weak:
        return True
    reach = 2 * _SUPPORT if grammar.lang == "fa" else _SUPPORT  # the light verb follows, at the end of its clause
    near = forms[max(0, index - _SUPPORT) : index] + forms[stop : stop + reach]
    return not grammar.supports.isdisjoint(near)


def _ahead(grammar: Grammar, forms: list[str], at: int, words: frozenset[str], reach: int) -> int:
    """1-based distance to the first of `words` from token `at` on, 0 if none stands within reach."""
    bare = grammar.bare
    for distance, form in enumerate(forms[at : at + reach], 1):
        if form in _ENDS and stops(forms, at + distance - 1):
            return 0
        if not words.isdisjoint(bare.get(form) or grammar.stripped(form)):
            return distance
    return 0


def _behind(grammar: Grammar, forms: list[str], index: int, words: frozenset[str], reach: int) -> int:
    bare = grammar.bare
    for distance, form in enumerate(reversed(forms[max(0, index - reach) : index]), 1):
        if form in _ENDS and stops(forms, index - distance):
            return 0
        if not words.isdisjoint(bare.get(form) or grammar.stripped(form)):
            return distance
    return 0
