"""Settles triggers by the codebook: one trigger a happening, and deaths go with their attack.

What one sentence tells twice is told once (`distinct.py`); "five were killed in a raid" is the raid. Later sentences
about the same happening stay in: merging across sentences needs dates and actors, which come later.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from extract.events.asserted import asserted
from extract.events.deaths import death_of, is_counted, is_mishap
from extract.events.distinct import distinct
from extract.events.grammar import Grammar
from extract.events.trigger import VIOLENT, Form, Trigger
from extract.text import Tokens

_MEMORY = 3  # sentences in which deaths still belong to the violence told before them
_APART = frozenset(("separate", "separately", "elsewhere"))
_OPENING = 6
_STRIKES = frozenset(("strike", "strikes"))


def settle(tokens: Tokens, triggers: list[Trigger], grammar: Grammar) -> list[Trigger]:
    """`triggers` without those that repeat another of the same sentence, assert nothing, or only tell the dead of an
    accident; deaths told after violence are an attack.
    """
    kept: list[Trigger] = []
    violence = disaster = -_MEMORY - 1  # numbers of the last sentences with violence and with an accident
    for number, group in _by_sentence(tokens, _by_workers(tokens.forms, triggers)):
        group = distinct(tokens, asserted(tokens, group, grammar), grammar)
        group = [one for at, one in enumerate(group) if not _is_dealt_by(tokens, one, group[at + 1 : at + 2], grammar)]
        if not group:
            continue
        violent = any(trigger.type in VIOLENT for trigger in group)
        mishap = any(is_mishap(tokens, trigger, grammar) for trigger in group)
        recent = violent or (number - violence <= _MEMORY and not _is_apart(tokens, group))
        for trigger in group:
            if trigger.type == "other":
                told = tokens.forms[trigger.first : trigger.stop]
                strikes = told[0] in grammar.mishaps or any(grammar.among(form, grammar.accidents) for form in told)
                near = number - disaster <= _MEMORY
                if (recent and strikes) or (near and not strikes and _follows(tokens, trigger, grammar)):
                    continue  # the fire that the strike started, the houses that the flood took
                disaster = number if strikes else disaster
            if trigger.type == "killing":
                if not recent and number - disaster <= _MEMORY and is_counted(tokens.forms, trigger, grammar):
                    continue  # the dead of the earthquake just told
                death = None if mishap else death_of(tokens, trigger, grammar, recent, violent)
                if death is None:
                    continue
                trigger = death
                violent = violent or trigger.type != "killing"
                recent = recent or violent
            kept.append(trigger)
        if violent:
            violence = number
    return kept


def _by_workers(forms: list[str], triggers: list[Trigger]) -> list[Trigger]:
    """`triggers`, where English "the strike" behind a strike of workers, and no violence since, is theirs."""
    told = False
    settled: list[Trigger] = []
    for trigger in triggers:
        strikes = not _STRIKES.isdisjoint(forms[trigger.first : trigger.stop])
        if told and strikes and trigger.type == "airstrike" and trigger.form is Form.NOUN:
            trigger = replace(trigger, type="protest")
        told = (told and trigger.type not in VIOLENT) or (strikes and trigger.type == "protest")
        settled.append(trigger)
    return settled


def _is_apart(tokens: Tokens, group: list[Trigger]) -> bool:
    """ "In a separate incident": what follows does not belong to the violence just told."""
    first, stop = tokens.sentence(group[0].first)
    return not _APART.isdisjoint(tokens.forms[first : min(stop, first + _OPENING)])


def _follows(tokens: Tokens, trigger: Trigger, grammar: Grammar) -> bool:
    """Whether a deed of nobody belongs to the disaster just told: what it wrecked, or the search that it called for."""
    word = tokens.forms[trigger.first]
    return grammar.among(word, grammar.aftermath) or (not trigger.form.finite and grammar.among(word, grammar.rescues))


def _is_dealt_by(tokens: Tokens, trigger: Trigger, behind: list[Trigger], grammar: Grammar) -> bool:
    """ "جرفت السيول عشرات المنازل": the disaster right behind the verb of what it wrecked is the happening."""
    if not behind or behind[0].first != trigger.stop or not trigger.form.finite or trigger.type != "other":
        return False
    told = tokens.forms[behind[0].first : behind[0].stop]
    wrecks = grammar.among(tokens.forms[trigger.first], grammar.aftermath)
    return wrecks and any(grammar.among(form, grammar.accidents) for form in told)


def _by_sentence(tokens: Tokens, triggers: list[Trigger]) -> Iterator[tuple[int, list[Trigger]]]:
    """Triggers grouped by the number of their sentence."""
    group: list[Trigger] = []
    current = -1
    for trigger in triggers:
        number = bisect_right(tokens.sentence_starts, trigger.first) - 1
        if number != current and group:
            yield current, group
            group = []
        current = number
        group.append(trigger)
    if group:
        yield current, group
