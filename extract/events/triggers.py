"""Finds the triggers of events: one pass over the tokens, a dictionary look-up each, work only where a word is known.

A token may be read in several ways ("تسلم" of a base, of prisoners, of families); the entry whose conditions hold and whose
words reach furthest wins, and among equals the one whose required neighbour stands nearest.
"""

from typing import NamedTuple, cast

from extract.events import english
from extract.events.arabic import Arabic, shape_arabic
from extract.events.english import English
from extract.events.grammar import Grammar, Reading, stops
from extract.events.lexicon import EventLexicon, load_events
from extract.events.persian import Persian
from extract.events.settle import settle
from extract.events.trigger import Form, Trigger
from extract.text import Tokens

__all__ = ["find_triggers", "load_events"]

_GRAMMARS: dict[str, type[Grammar]] = {"ar": Arabic, "fa": Persian, "en": English}
_WITH_AFTER = 8  # tokens in which a required word is sought after the trigger ...
_WITH_BEFORE = {"ar": 6, "fa": 16, "en": 8}  # ... and before it; the Persian verb closes its clause
_ADJACENT = 2  # an Arabic verbal noun is followed by what it governs; before it stands at most an apposition
_NOT_AFTER = 3
_BEFORE = 2  # reach of `notafter`
_AFTER = 5  # reach of `after`
_ENDS = frozenset("!?؟؛\n")
_NEAR_COST = {True: 0, False: 3}  # a required word behind the trigger is worth less than one ahead
_DEFINITE = {
    "ar": frozenset(("هذا", "هذه", "ذلك", "تلك")),
    "fa": frozenset(("اين", "ان", "همين", "همان")),
    "en": frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "her")),
}


def find_triggers(tokens: Tokens, lang: str, lexicon: EventLexicon) -> list[Trigger]:
    """The triggers among `tokens`, in order, those that tell one happening twice within a sentence left out."""
    grammar = grammar_of(lexicon, lang)
    forms = tokens.forms
    known = grammar.known
    found: list[Trigger] = []
    covered = 0
    for index, form in enumerate(forms):
        options = known.get(form)
        if options is None:
            options = grammar.readings(form)
        if not options or index < covered:
            continue
        trigger = _read(grammar, forms, index, options)
        if trigger is not None:
            found.append(trigger)
            if trigger.stop - index <= 3:
                covered = trigger.stop
    return settle(tokens, found, grammar)


def grammar_of(lexicon: EventLexicon, lang: str) -> Grammar:
    """The inflected lexicon of one language, built on first use and kept with the lexicon."""
    grammar = lexicon.grammars.get(lang)
    if grammar is None:
        if lang not in _GRAMMARS:
            raise ValueError(f"language {lang!r} is not read; use one of {', '.join(_GRAMMARS)}")
        grammar = lexicon.grammars[lang] = _GRAMMARS[lang](lexicon)
    return cast("Grammar", grammar)


class _Candidate(NamedTuple):
    reading: Reading
    stop: int
    form: Form
    passive: bool
    negated: bool
    nearness: int  # 0 without a required word, else smaller the farther it stands


def _read(grammar: Grammar, forms: list[str], index: int, options: tuple[Reading, ...]) -> Trigger | None:
    best: _Candidate | None = None
    following = forms[index + 1] if index + 1 < len(forms) else ""
    for reading in options:
        if reading.rest and not reading.gap and following not in reading.rest[0] and following != "-":
            continue  # most phrases fail here, and cheaply
        candidate = _candidate(grammar, forms, index, reading, options)
        if candidate is not None and (best is None or _rank(candidate) > _rank(best)):
            best = candidate
    if best is None:
        return None
    entry = best.reading.entry
    before = forms[index - 1] if index else ""
    return Trigger(
        first=index,
        stop=best.stop,
        type=entry.type,
        form=best.form,
        lemma=entry.lemma,
        voice=entry.voice.passive() if best.passive else entry.voice,
        passive=best.passive,
        negated=best.negated,
        definite=not best.form.verbal and (best.reading.definite or before in _DEFINITE[grammar.lang]),
        vague=entry.vague,
        purpose=best.reading.preposition == "ل" and not best.reading.definite,
    )


def _rank(candidate: _Candidate) -> tuple[int, bool, int, bool]:
    words = len(candidate.reading.rest) + bool(candidate.reading.light)
    asked = bool(candidate.reading.entry.after)
    return (words, asked, candidate.nearness, candidate.form.verbal)


def _candidate(
    grammar: Grammar, forms: list[str], index: int, reading: Reading, options: tuple[Reading, ...]
) -> _Candidate | None:
    stop = _phrase_end(forms, index + 1, reading)
    if stop is None:
        return None
    form, passive, negated = reading.form, False, reading.negated
    if isinstance(grammar, Persian):
        if reading.light and form is not Form.NOUN:
            completed = grammar.verb_at(forms, index, stop, reading)
            if completed is None:
                return None
            stop, form, passive, negated = completed
    else:
        shape = english.shape if isinstance(grammar, English) else shape_arabic
        same = tuple(option for option in options if option.entry is reading.entry)
        shaped = shape(forms, index, stop, reading, same)
        if shaped is None:
            return None
        form, passive = shaped
    nearness = _conditions(grammar, forms, index, stop, reading, form)
    return None if nearness is None else _Candidate(reading, stop, form, passive, negated, nearness)


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


def _conditions(grammar: Grammar, forms: list[str], index: int, stop: int, reading: Reading, form: Form) -> int | None:
    """None if the entry's conditions fail, else how near its required word stands."""
    entry = reading.entry
    nominal = not form.verbal
    if nominal and _named(grammar, forms, index, stop):
        return None
    if entry.bars and _ahead(grammar, forms, stop, entry.bars, _NOT_AFTER):
        return None
    if entry.not_after and _behind(grammar, forms, index, entry.not_after, _BEFORE):
        return None
    if entry.after and not _behind(grammar, forms, index, entry.after, _AFTER):
        return None
    if entry.weak and nominal and not _supported(grammar, forms, index, stop):
        return None
    if not entry.needs:
        return 0
    ahead = _ahead(grammar, forms, index + 1, entry.needs, _WITH_AFTER + stop - index - 1)
    reach = _WITH_BEFORE[grammar.lang] if form.verbal or grammar.lang != "ar" else _ADJACENT
    behind = _behind(grammar, forms, index, entry.needs, reach)
    if not ahead and not behind:
        return None
    return 20 - min(ahead or 20, (behind or 20) + 2)


def _named(grammar: Grammar, forms: list[str], index: int, stop: int) -> bool:
    """Whether the noun is part of a name or topic: "لجنة إنهاء المهمة", "attack helicopter"."""
    before = forms[index - 1] if index else ""
    after = forms[stop] if stop < len(forms) else ""
    return (before in grammar.heads or grammar.among(before, grammar.heads)) or after in grammar.tails


def _supported(grammar: Grammar, forms: list[str], index: int, stop: int) -> bool:
    near = forms[max(0, index - 4) : index] + forms[stop : stop + (8 if grammar.lang == "fa" else 4)]
    return any(form in grammar.supports for form in near)


def _ahead(grammar: Grammar, forms: list[str], at: int, words: frozenset[str], reach: int) -> int:
    """1-based distance to the first of `words` from token `at` on, 0 if none stands within reach."""
    for here in range(at, min(at + reach, len(forms))):
        if _ends(forms, here):
            return 0
        if grammar.among(forms[here], words):
            return here - at + 1
    return 0


def _behind(grammar: Grammar, forms: list[str], index: int, words: frozenset[str], reach: int) -> int:
    for here in range(index - 1, max(-1, index - reach - 1), -1):
        if _ends(forms, here):
            return 0
        if grammar.among(forms[here], words):
            return index - here
    return 0


def _ends(forms: list[str], at: int) -> bool:
    return forms[at] in _ENDS or (forms[at] == "." and stops(forms, at))
