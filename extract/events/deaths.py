"""Deaths by the codebook: a count of dead is a figure of the attack or accident that it tells of, and only a named or
described victim makes a `killing` of its own.
"""

from dataclasses import replace

from extract.events.cues import words
from extract.events.grammar import Grammar, stops
from extract.events.trigger import Form, Trigger
from extract.text import COMMAS, Tokens

_ONE = (["a"], ["an"])
_AGE = frozenset(("aged", "age", "عمره", "عمرها", "العمر"))
_BY_A = (["در"], ["با"], ["طي"], ["به"], ["از"])  # Persian: «در یک کمین»
_INCLUDED_REACH = 10
_COUNT_REACH = 6  # tokens around "killed" in which a count of victims is sought
_LAST_REACH = 16  # the same before a verb that closes the clause which its subject opens
_ACCIDENT_REACH = 20
_MEANS_REACH = 6  # tokens around "killed" in which the weapon is sought
_LEADERS_REACH = 12
_VICTIM_REACH = 4
_NAMED = frozenset(("named", "known", "nicknamed", "alias", "identified"))
_ASSASSINATED = "ar:killing:اغتال"  # in the active, its subject comes first: "اغتال مسلحون ضابطا"
_FELLED = "ar:killing:أردى"  # "أردى مسلحون الحارس قتيلا": "dead" counts nobody
# However many were executed: the state kills, and the charge describes them.
_EXECUTED = frozenset(
    ("ar:killing:أعدم", "en:killing:put to death", "fa:killing:به دار آویختن", "fa:killing:به اجرا درآمدن")
)
# Arabic victims of the violence told in the sentence of whom nothing more is said.
_ANYBODY = words("مواطن مواطنا مواطنة شخص مدني مدنيا مدنية طفل طفلا طفلة امرأة رجل رجلا شاب شابا سائقها")
_DEAD = words("قتيلا قتيلة")
_GUNMEN = words("مسلحون مسلحين عناصر مسلحان")
# Arabic: the wounded told behind the dead with a verb of their own ("فاستشهد سائقها وأصيب ثلاثة").
_WOUNDED = words("وأصيب وأصيبت وجرح وجرحت وأصيبوا وإصابة وأصاب")
# Arabic: a bus that overturned or fell, rather than a coup or a town.
_OVERTURNED = words(
    "انقلاب بانقلاب انقلبت انقلب لانقلاب وانقلاب وانقلبت سقوط بسقوط لسقوط سقطت وسقوط تدهور بتدهور تدهورت هوت انحراف "
    "انحرفت"
)
_CRAFT = words("حافلة حافلتهم سيارة سيارتهم شاحنة قارب قاربهم مركب زورق عبارة مركبة صهريج جرار باص قطار آلية")
_AMONG = words("جمله شامل")
_CULPRITS = frozenset("bomber bombers attacker attackers assailant assailants gunman gunmen".split())
_ANYONE = frozenset("soldier policeman officer guard civilian driver farmer worker woman man child boy girl".split())


def death_of(tokens: Tokens, trigger: Trigger, grammar: Grammar, recent: bool, violent: bool) -> Trigger | None:
    """Deaths by the codebook: the means that kills makes the type, a mere count belongs to the violence just told, and
    only a named or described victim makes a `killing`.
    """
    if _accident(tokens, trigger, grammar):
        return None
    if trigger.lemma in _EXECUTED:
        return trigger
    means = None if violent else _means(tokens, trigger, grammar)
    if means is not None:
        return replace(trigger, type=means)
    if not is_counted(tokens.forms, trigger, grammar):
        if violent and not _ANYBODY.isdisjoint(tokens.forms[trigger.stop : trigger.stop + 1]):
            return None  # "غارة أدت إلى استشهاد مواطن"
        return None if recent and _nameless(tokens, trigger, grammar) else trigger
    if _of_leaders(tokens, trigger, grammar):
        return trigger
    return None if recent else replace(trigger, type="attack")


def is_mishap(tokens: Tokens, trigger: Trigger, grammar: Grammar) -> bool:
    """An explosion that no bomb caused ("a blast at a fireworks plant"): its dead are its figures."""
    return trigger.type == "other" and grammar.among(tokens.forms[trigger.first], grammar.means["bombing"])


def _nameless(tokens: Tokens, trigger: Trigger, grammar: Grammar) -> bool:
    """ "A dock worker was killed", "یک کارگر کشته شد": a victim of the attack just told, not described further."""
    if grammar.lang == "en" and not trigger.passive and trigger.form is not Form.NOUN:  # "killing an elderly woman"
        opening = tokens.forms[trigger.stop : trigger.stop + 1]
        near = tokens.forms[trigger.stop : trigger.stop + _VICTIM_REACH]
        anyone = not grammar.articles.isdisjoint(opening) or not _ANYONE.isdisjoint(near)
        named = _NAMED & set(tokens.forms[trigger.stop : trigger.stop + _LEADERS_REACH])
        culprit = opening == ["the"] and not _CULPRITS.isdisjoint(
            near[1:2]
        )  # "a car bomb went off, killing the bomber"
        return (anyone or culprit) and not named and not _of_leaders(tokens, trigger, grammar)
    before = tokens.forms[max(0, trigger.first - _COUNT_REACH) : trigger.first]
    if grammar.lang == "en" and any(grammar.among(form, grammar.leaders) for form in before):
        return False
    if grammar.lang == "fa":
        return _is_anybody(before, grammar)
    if not COMMAS.isdisjoint(before) or grammar.articles.isdisjoint(before):
        return False
    return trigger.passive or grammar.verb_last


def _is_anybody(before: list[str], grammar: Grammar) -> bool:
    """Persian: «، یک افسر پلیس کشته شد», unlike «فرمانده پلیس در یک کمین کشته شد»."""
    clause = before[max((at + 1 for at, form in enumerate(before) if form in COMMAS), default=0) :]
    return any(form in grammar.articles and clause[at - 1 : at] not in _BY_A for at, form in enumerate(clause))


def _means(tokens: Tokens, trigger: Trigger, grammar: Grammar) -> str | None:
    """The type of "its aircraft killed", "a mine killed": what stands close before the verb, or after a passive,
    though not in a title ("قائد المدفعية").
    """
    if not trigger.form.verbal:
        return None
    first, stop = tokens.sentence(trigger.first)
    low = max(first, trigger.first - _MEANS_REACH)
    if grammar.lang == "en" and not trigger.passive:  # "a bomb planted under a tree outside a shop had killed"
        far = max(first, trigger.first - 2 * _MEANS_REACH)
        while low > far and not stops(tokens.forms, low - 1):
            low -= 1
    near = tokens.forms[low : min(stop, trigger.stop + _MEANS_REACH)]
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


def _accident(tokens: Tokens, trigger: Trigger, grammar: Grammar) -> bool:
    """Whether the sentence tells of deaths in a crash, a flood or an earthquake."""
    first, stop = tokens.sentence(trigger.first)
    near = tokens.forms[max(first, trigger.first - _ACCIDENT_REACH) : min(stop, trigger.stop + _ACCIDENT_REACH)]
    return any(
        grammar.among(form, grammar.accidents) or (form in _OVERTURNED and _is_craft(near[at + 1 : at + 2], grammar))
        for at, form in enumerate(near)
    )


def _is_craft(forms: list[str], grammar: Grammar) -> bool:
    return any(grammar.among(form, _CRAFT) for form in forms)


def is_counted(forms: list[str], trigger: Trigger, grammar: Grammar) -> bool:
    """Whether the dead are told as a count, beside or before the trigger, rather than by name or description."""
    back = _LAST_REACH if grammar.verb_last and trigger.form.verbal else _COUNT_REACH
    if grammar.lang == "fa" and not _AMONG.isdisjoint(forms[max(0, trigger.first - _INCLUDED_REACH) : trigger.first]):
        return True  # «شش تن، از جمله یک کودک، کشته شدند»
    if grammar.lang == "en" and trigger.passive:  # "was killed at the entrance to Ward 4": the victims stand before
        if "including" in forms[max(0, trigger.first - _INCLUDED_REACH) : trigger.first]:
            return True  # "36 people, including four children, were killed"
        return _count(forms, trigger.first - 1, -1, back, grammar)
    if grammar.lang == "en" and trigger.form is Form.PAST and forms[trigger.stop : trigger.stop + 1] in _ONE:
        return False  # "militants beheaded a village chief": the count before is who did it
    inside = range(trigger.first + 1, trigger.stop)  # "لقي 17 شخصا حتفهم"
    if any(forms[at].isdigit() or grammar.among(forms[at], grammar.counts) for at in inside):
        return True
    stop = trigger.stop
    if trigger.lemma == _FELLED and not _DEAD.isdisjoint(forms[stop : stop + _COUNT_REACH]):
        reach = next(at for at, form in enumerate(forms[stop:]) if form in _DEAD)
        return _count(forms, stop, 1, reach, grammar)
    if trigger.lemma == _ASSASSINATED and trigger.form is Form.PAST and not _GUNMEN.isdisjoint(forms[stop : stop + 1]):
        stop += 1
    if grammar.verb_last and trigger.form.finite:  # what follows befell others
        return _count(forms, trigger.first - 1, -1, back, grammar)
    return _count(forms, stop, 1, _COUNT_REACH, grammar) or _count(forms, trigger.first - 1, -1, back, grammar)


def _count(forms: list[str], at: int, step: int, reach: int, grammar: Grammar) -> bool:
    for _ in range(reach):
        if not 0 <= at < len(forms) or stops(forms, at) or (step > 0 and forms[at] in _WOUNDED):
            return False
        if forms[at].isdigit() and forms[at - 1] in _AGE:
            at += step
            continue
        if forms[at].isdigit() or grammar.among(forms[at], grammar.counts):
            unit = forms[at + 1] if at + 1 < len(forms) else ""
            return not grammar.among(unit, grammar.times)
        at += step
    return False
