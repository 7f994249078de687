"""Settles triggers that share a sentence by the codebook: one trigger a happening, and deaths go with their attack.

"شن هجوماً ... استهدف" and "held talks at a meeting" tell one happening twice; "five were killed in a raid" is the raid.
Later sentences about the same happening stay in: merging across sentences needs dates and actors, which come later.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from extract.events.cues import words
from extract.events.grammar import Grammar, stops
from extract.events.trigger import Form, Trigger
from extract.text import Tokens

_VIOLENT = frozenset(("attack", "airstrike", "shelling", "bombing", "operation"))
_TEXTS = frozenset(("agreement", "ceasefire"))  # types of what is written, and cited or broken later
_SPECIFIC = frozenset(("airstrike", "shelling", "bombing", "operation"))
_REACH = 7  # tokens between two triggers of one type that still tell one happening
_MANIFOLD = frozenset(("statement", "other", "appointment", "judgment"))  # types of many different deeds
_ARTICLES = {"en": frozenset(("a", "an")), "fa": words("یک آن")}  # before a victim who is nobody in particular
_AGE = frozenset(("aged", "age", "عمره", "عمرها", "العمر"))
_COMMAS = frozenset(",،")
_THAT = words("أن إن وأن وإن بينما فيما که that while but مقابل مقارنة مقایسه compared versus")
_NEIGHBOURS = 3  # triggers on either side that are compared
_VAGUE_REACH = 12  # tokens between an unspecified attack and the strike that it is
_INCLUDED_REACH = 10
_COUNT_REACH = 6  # tokens around "killed" in which a count of victims is sought
_PERSIAN_REACH = 16  # the verb closes the clause that its subject opens
_ACCIDENT_REACH = 20
_MEANS_REACH = 6  # tokens around "killed" in which the weapon is sought
_LEADERS_REACH = 12
_IN = frozenset(("في",))
_CITED_REACH = 4
_PROVISION_REACH = 5  # "Article 4 of the NATO treaty"
_LAW_REACH = 16  # the Persian verb closes the sentence that "under article 8" opens
_CHARGES_REACH = 8
_VICTIM_REACH = 4
_ANYONE = frozenset("soldier policeman officer guard civilian driver farmer worker woman man child boy girl".split())
_STOPPING = frozenset(("halt", "stop", "end", "cease", "prevent", "avoid", "avert"))
_APART = frozenset(("separate", "separately", "elsewhere"))
_OPENING = 6
_FRAME_REACH = 5
_KNOWN = frozenset(("the", "its", "their", "that", "this"))
_QUESTION = frozenset("?؟")
_JOINED = 3  # tokens between a noun and its light verb that one trigger may cover
_THREAT_REACH = 5  # Arabic: tokens from a threat, past its subject, to what it threatens with
_YIELD_REACH = 10  # tokens from a demand to the deed demanded
_MEMORY = 3  # sentences in which deaths still belong to the violence told before them


def settle(tokens: Tokens, triggers: list[Trigger], grammar: Grammar) -> list[Trigger]:
    """`triggers` without the ones that repeat another of the same sentence."""
    kept: list[Trigger] = []
    violence = disaster = -_MEMORY - 1  # numbers of the last sentences with violence and with an accident
    for number, group in _by_sentence(tokens, triggers):
        group = _distinct(tokens, _asserted(tokens, group, grammar))
        violent = any(trigger.type in _VIOLENT for trigger in group)
        mishap = any(_is_mishap(tokens, trigger, grammar) for trigger in group)
        recent = violent or (number - violence <= _MEMORY and not _is_apart(tokens, group))
        for trigger in group:
            if trigger.type == "other" and recent and grammar.among(tokens.forms[trigger.first], grammar.accidents):
                continue  # the fire that the strike started
            if trigger.type == "other" and grammar.among(tokens.forms[trigger.first], grammar.accidents):
                disaster = number
            if trigger.type == "killing":
                if not recent and number - disaster <= _MEMORY and _counted(tokens.forms, trigger, grammar):
                    continue  # the dead of the earthquake just told
                death = None if mishap else _death(tokens, trigger, grammar, recent, violent)
                if death is None:
                    continue
                trigger = death
                violent = recent = violent or trigger.type != "killing"
            kept.append(trigger)
        if violent:
            violence = number
    return kept


def _death(tokens: Tokens, trigger: Trigger, grammar: Grammar, recent: bool, violent: bool) -> Trigger | None:
    """Deaths by the codebook: the means that kills makes the type, a mere count belongs to the violence just told, and
    only a named or described victim makes a `killing`.
    """
    if _accident(tokens, trigger, grammar):
        return None
    means = None if violent else _means(tokens, trigger, grammar)
    if means is not None:
        return replace(trigger, type=means)
    if not _counted(tokens.forms, trigger, grammar):
        return None if recent and _nameless(tokens, trigger, grammar) else trigger
    if _of_leaders(tokens, trigger, grammar):
        return trigger
    return None if recent else replace(trigger, type="attack")


def _is_apart(tokens: Tokens, group: list[Trigger]) -> bool:
    """ "In a separate incident": what follows does not belong to the violence just told."""
    first, stop = tokens.sentence(group[0].first)
    return not _APART.isdisjoint(tokens.forms[first : min(stop, first + _OPENING)])


def _is_mishap(tokens: Tokens, trigger: Trigger, grammar: Grammar) -> bool:
    """An explosion that no bomb caused ("a blast at a fireworks plant"): its dead are its figures."""
    return trigger.type == "other" and grammar.among(tokens.forms[trigger.first], grammar.means["bombing"])


def _nameless(tokens: Tokens, trigger: Trigger, grammar: Grammar) -> bool:
    """ "A dock worker was killed", "یک کارگر کشته شد": a victim of the attack just told, not described further."""
    articles = _ARTICLES.get(grammar.lang)
    if articles is None:
        return False
    if grammar.lang == "en" and not trigger.passive and trigger.form is not Form.NOUN:  # "killing an elderly woman"
        opening = tokens.forms[trigger.stop : trigger.stop + 1]
        near = tokens.forms[trigger.stop : trigger.stop + _VICTIM_REACH]
        anyone = not articles.isdisjoint(opening) or not _ANYONE.isdisjoint(near)
        return anyone and not _of_leaders(tokens, trigger, grammar)
    before = tokens.forms[max(0, trigger.first - _COUNT_REACH) : trigger.first]
    if not _COMMAS.isdisjoint(before) or articles.isdisjoint(before):
        return False
    return trigger.passive or grammar.lang == "fa"


def _means(tokens: Tokens, trigger: Trigger, grammar: Grammar) -> str | None:
    """The type of "its aircraft killed", "a mine killed": what stands close before the verb, or after a passive,
    though not in a title ("قائد المدفعية").
    """
    if not trigger.form.verbal:
        return None
    first, stop = tokens.sentence(trigger.first)
    near = tokens.forms[max(first, trigger.first - _MEANS_REACH) : min(stop, trigger.stop + _MEANS_REACH)]
    for kind, words_ in grammar.means.items():
        if any(
            grammar.among(form, words_) and not (at and grammar.among(near[at - 1], grammar.leaders))
            for at, form in enumerate(near)
        ):
            return kind
    return None


def _of_leaders(tokens: Tokens, trigger: Trigger, grammar: Grammar) -> bool:
    """ "34 members of the group, among them three commanders": a count that describes some of its victims."""
    _, stop = tokens.sentence(trigger.first)
    after = tokens.forms[trigger.stop : min(stop, trigger.stop + _LEADERS_REACH)]
    return any(grammar.among(form, grammar.leaders) for form in after)


def _asserted(tokens: Tokens, group: list[Trigger], grammar: Grammar) -> list[Trigger]:
    """Without the triggers that a question asks about, that "without" takes away, or that cite a text's provisions."""
    forms = tokens.forms
    _, stop = tokens.sentence(group[0].first)
    if any(form in _QUESTION for form in forms[stop - 2 : stop]):
        return []
    kept: list[Trigger] = []
    for at, trigger in enumerate(group):
        if trigger.type == "judgment" and trigger.form is Form.PRESENT and _cited(forms, trigger, grammar, _LAW_REACH):
            continue  # "shall be fined under article 8": what a law threatens
        if trigger.form is Form.NOUN:
            if _unasserted(forms, trigger, grammar):
                continue
            if any(form in grammar.without for form in forms[max(0, trigger.first - 2) : trigger.first]):
                continue
            following = group[at + 1] if at + 1 < len(group) else None
            told = (
                following is not None
                and following.type == trigger.type
                and following.first - trigger.stop <= _CITED_REACH
            )
            if trigger.type in _TEXTS and not told and _cited(forms, trigger, grammar, _PROVISION_REACH):
                continue
            if trigger.type in _TEXTS and _is_frame(forms, trigger.first):
                continue
            if trigger.type in _VIOLENT and _is_to_stop(forms, trigger.first):
                continue
        kept.append(trigger)
    return kept


def _unasserted(forms: list[str], trigger: Trigger, grammar: Grammar) -> bool:
    """Whether a noun only says what somebody failed in ("فشل في انتخاب"), vows besides, or is charged with."""
    before = forms[trigger.first - 1] if trigger.first else ""
    near = forms[max(0, trigger.first - _CITED_REACH) : trigger.first]
    return (
        (before in _IN and not grammar.failures.isdisjoint(near))
        or (trigger.type != "aid" and not grammar.vows.isdisjoint(near))
        or _charged(forms, trigger.first, grammar)
    )


def _charged(forms: list[str], index: int, grammar: Grammar) -> bool:
    """ "بتهم من بينها إضرام النار": what stands in a list of charges."""
    for at in range(index - 1, max(0, index - _CHARGES_REACH) - 1, -1):
        if stops(forms, at):
            return False
        if grammar.charges and grammar.among(forms[at], grammar.charges):
            return True
    return False


def _cited(forms: list[str], trigger: Trigger, grammar: Grammar, reach: int) -> bool:
    """ "Article 4 of the treaty", "البند الثاني من اتفاق", "خرق لاتفاق": a text quoted or broken, not concluded."""
    first = trigger.first
    return any(grammar.among(form, grammar.provisions) for form in forms[max(0, first - reach) : first])


def _is_frame(forms: list[str], index: int) -> bool:
    """ "Under the Doha deal", "under the ceasefire": what is told elsewhere only frames here."""
    before = forms[max(0, index - _FRAME_REACH) : index]
    return "under" in before and not _KNOWN.isdisjoint(before[before.index("under") + 1 :][:1])


def _is_to_stop(forms: list[str], index: int) -> bool:
    """ "Agreed to halt drone strikes": what is to end is not told for itself."""
    return any(forms[at] in _STOPPING and forms[at - 1] == "to" for at in range(max(1, index - 2), index))


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


def _distinct(tokens: Tokens, group: list[Trigger]) -> list[Trigger]:
    kept: list[Trigger] = []
    last: dict[str, Trigger] = {}  # of each type; looking at neighbours only keeps this linear in any text
    for at, trigger in enumerate(group):
        same = last.get(trigger.type)
        if same is not None and _repeats(tokens.forms, same, trigger):
            if kept and kept[-1] is same:
                kept[-1] = last[trigger.type] = _joined(tokens.forms, same, trigger)
            continue
        if trigger.vague and _outdone(group, at):
            continue
        previous = kept[-1] if kept else None
        if previous is not None and _content(tokens.forms, previous, trigger):
            continue
        if (
            previous is not None
            and previous.yields
            and not trigger.form.finite
            and trigger.first - previous.stop <= _YIELD_REACH
        ):
            kept.pop()
        if previous is not None and _content(tokens.forms, trigger, previous):
            kept.pop()
        if trigger.type == "ceasefire" and previous is not None and _names(previous, trigger):
            kept.pop()
        kept.append(trigger)
        last[trigger.type] = trigger
    return kept


def _joined(forms: list[str], one: Trigger, other: Trigger) -> Trigger:
    """A noun with the verb that carries it out: "sanctions were imposed", "تحریم‌ها را تصویب کند"."""
    if one.form is Form.NOUN is other.form and other.first == one.stop:
        return replace(one, stop=other.stop)  # "دور پنجم رایزنی‌ها"
    if one.form.verbal and other.form is Form.NOUN and other.first - one.stop <= int(one.lemma.startswith("en:")):
        return replace(one, stop=other.stop)  # "imposed sanctions", "فرض عقوبات"
    if other.form.finite and "را" in forms[one.stop : other.first]:
        return replace(other, definite=one.definite)  # "لایحه را تصویب کردند": the verb tells what was done to it
    if one.form is not Form.NOUN or not other.form.verbal or other.first - one.stop > _JOINED:
        return one
    if any(stops(forms, at) for at in range(one.stop, other.first)):
        return one
    return replace(other, first=one.first, verb=other.first)


def _repeats(forms: list[str], one: Trigger, other: Trigger) -> bool:
    """Whether `other`, of the same type, tells the happening of `one` again: close by, and in the same clause."""
    if other.stop <= one.stop:
        return True  # inside a phrase: "بسطت القوات سيطرتها"
    if one.lemma.startswith("fa:") and one.form.finite and not (other.form.finite and other.first - one.stop <= 1):
        return False  # a Persian verb closes its clause; only a verb joined to it by "and" goes on
    if (
        other.first - one.stop > _REACH
        or (one.type in _MANIFOLD and one.lemma != other.lemma and not _metes_out(forms, one, other))
        or (one.parries is not other.parries)
    ):
        return False
    between = range(one.stop, other.first)
    if any(stops(forms, at) and forms[at] not in _COMMAS for at in between) or any(
        forms[at] in _THAT for at in between
    ):
        return False
    # After a comma a noun mostly stands in apposition, a verb in a clause of its own.
    return not (other.form.finite and any(forms[at] in _COMMAS for at in between))


def _metes_out(forms: list[str], verdict: Trigger, penalty: Trigger) -> bool:
    """ "حكمت المحكمة عليهما بالإعدام": one verdict is one judgment."""
    return (
        verdict.type == "judgment"
        and verdict.lemma.startswith("ar:")
        and penalty.form is Form.NOUN
        and (penalty.first == verdict.stop or forms[penalty.first].startswith("ب"))
    )


def _content(forms: list[str], threat: Trigger, deed: Trigger) -> bool:
    """Whether `deed` is only what is threatened: "هدد بقصف", "لوّح الوزير باستئناف القتال", "به حمله تهدید کرد"."""
    if not threat.swallows or deed.form.finite:
        return False
    distance = max(deed.first - threat.stop, threat.first - deed.stop)
    if distance <= 1:
        return True
    if not threat.lemma.startswith("ar:") or not 0 < deed.first - threat.stop <= _THREAT_REACH:
        return False
    return any(form.startswith("ب") for form in forms[deed.first - 1 : deed.first + 1])


def _outdone(group: list[Trigger], at: int) -> bool:
    """Whether a neighbour says more precisely what the vague trigger at `at` tells."""
    vague = group[at]
    for one in group[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1]:
        distance = max(one.first - vague.stop, vague.first - one.stop)
        if one.type in _SPECIFIC and not one.vague and distance <= _VAGUE_REACH:
            return True
    return False


def _names(agreement: Trigger, truce: Trigger) -> bool:
    """اتفاق وقف إطلاق النار: the agreement is the truce itself."""
    return agreement.type == "agreement" and agreement.form is Form.NOUN and truce.first - agreement.stop <= 1


def _accident(tokens: Tokens, trigger: Trigger, grammar: Grammar) -> bool:
    """Whether the sentence tells of deaths in a crash, a flood or an earthquake."""
    first, stop = tokens.sentence(trigger.first)
    near = tokens.forms[max(first, trigger.first - _ACCIDENT_REACH) : min(stop, trigger.stop + _ACCIDENT_REACH)]
    return any(grammar.among(form, grammar.accidents) for form in near)


def _counted(forms: list[str], trigger: Trigger, grammar: Grammar) -> bool:
    """Whether the dead are told as a count, beside or before the trigger, rather than by name or description."""
    back = _PERSIAN_REACH if grammar.lang == "fa" and trigger.form.verbal else _COUNT_REACH
    if grammar.lang == "en" and trigger.passive:  # "was killed at the entrance to Ward 4": the victims stand before
        if "including" in forms[max(0, trigger.first - _INCLUDED_REACH) : trigger.first]:
            return True  # "36 people, including four children, were killed"
        return _count(forms, trigger.first - 1, -1, back, grammar)
    inside = range(trigger.first + 1, trigger.stop)  # "لقي 17 شخصا حتفهم"
    if any(forms[at].isdigit() or grammar.among(forms[at], grammar.counts) for at in inside):
        return True
    return _count(forms, trigger.stop, 1, _COUNT_REACH, grammar) or _count(forms, trigger.first - 1, -1, back, grammar)


def _count(forms: list[str], at: int, step: int, reach: int, grammar: Grammar) -> bool:
    for _ in range(reach):
        if not 0 <= at < len(forms) or stops(forms, at):
            return False
        if forms[at].isdigit() and forms[at - 1] in _AGE:
            at += step
            continue
        if forms[at].isdigit() or grammar.among(forms[at], grammar.counts):
            unit = forms[at + 1] if at + 1 < len(forms) else ""
            return not grammar.among(unit, grammar.times)
        at += step
    return False
