"""English happenings that are only talked about: habits, charges, any deal, what is to stop, what only says which."""

from itertools import pairwise

from extract.events.cues import words
from extract.events.grammar import stops
from extract.events.trigger import TEXTS, VIOLENT, Form, Trigger
from extract.text import COMMAS

# Reaches are tokens before the trigger, or behind it for what is usual.
_CHARGES_REACH = 8
_STOPPING = frozenset(("halt", "stop", "end", "cease", "prevent", "avoid", "avert"))
_BREACHES = frozenset(("violation", "violations", "breach", "breaches"))
_FRAME_REACH = 5
_KNOWN = frozenset(("the", "its", "their", "that", "this"))
_DATED_REACH = 4  # "since the 2021 military coup"
_YEAR = 4  # digits
_CHARGES = words("warrant warrants charged charges indicted indictment convicted conviction")
_DENYING = frozenset("denied denies deny denying rejected dismissed not no never n't without".split())
_OFTEN = frozenset("often regularly frequently routinely usually typically commonly sometimes".split())
_USUAL = frozenset("frequent common rare routine commonplace regular typical".split())
_TOLD = frozenset("held came took made saw met led went was were been".split())
_HABIT_REACH = 6
_ABSTRACT = frozenset(
    "importance value respect support critic critics opponent opponents supporter supporters supportive veteran "
    "veterans history language principle principles spirit culture advocate advocates".split()
)
_ACCUSE = "en:statement:accuse"
_AUXILIARIES = frozenset("is are was were be been being".split())
_ABSTRACT_REACH = 4
_SERVED_REACH = 6
_SERVING = frozenset(("serve", "serves", "served", "serving"))  # "is serving a 12-year sentence"


def is_idle(forms: list[str], trigger: Trigger) -> bool:
    """Whether an English trigger names nothing that is told for itself. `forms` are the text's folded tokens."""
    if _is_accused(forms, trigger) or _is_habit(forms, trigger):
        return True
    if trigger.form is not Form.NOUN:
        return False
    if trigger.type in TEXTS and (_is_frame(forms, trigger.first) or _is_breached(forms, trigger)):
        return True
    if trigger.type in VIOLENT and (_is_to_stop(forms, trigger.first) or _is_such(forms, trigger)):
        return True
    if trigger.type == "judgment" and not _SERVING.isdisjoint(
        forms[max(0, trigger.first - _SERVED_REACH) : trigger.first]
    ):
        return True
    named = trigger.type in VIOLENT | {"killing"} and _is_charge(forms, trigger.first)
    return named or _is_abstract(forms, trigger)


def _is_accused(forms: list[str], trigger: Trigger) -> bool:
    """ "Four companies accused of supplying fighters": it says which, and tells neither the charge nor the deed."""
    if trigger.lemma == _ACCUSE and forms[trigger.stop : trigger.stop + 1] == ["of"]:
        return forms[trigger.first - 1] not in _AUXILIARIES
    charged = forms[max(0, trigger.first - 2) : trigger.first] == ["accused", "of"]
    return charged and forms[max(0, trigger.first - 3)] not in _AUXILIARIES


def _is_habit(forms: list[str], trigger: Trigger) -> bool:
    """ "Often carries out bombings", "attacks on convoys are frequent": what is usual, and not told of any day."""
    first = trigger.first
    if trigger.form is Form.NOUN:
        after = forms[trigger.stop : trigger.stop + _HABIT_REACH]
        at = next((at for at, form in enumerate(after[:-1]) if form in ("are", "is") or form in COMMAS), -1)
        if at >= 0 and after[at] not in COMMAS and after[at + 1] in _USUAL and forms[trigger.stop - 1].endswith("s"):
            return True
    elif trigger.form is not Form.PRESENT:
        return False
    near = forms[max(0, first - _HABIT_REACH) : first]
    at = next((at for at in range(len(near) - 1, -1, -1) if near[at] in _OFTEN), None)
    if at is None or any(stops(near, between) for between in range(at, len(near))):
        return False
    told = near[at + 1 : at + 2]  # the verb that carries the noun: "often carries", not "often carried"
    return trigger.form is Form.PRESENT or (told != [] and not told[0].endswith("ed") and told[0] not in _TOLD)


def _is_abstract(forms: list[str], trigger: Trigger) -> bool:
    """A deed that is only talked about: "any deal", "the importance of dialogue", "a critic of the deal"."""
    before = forms[max(0, trigger.first - _ABSTRACT_REACH) : trigger.first]
    about = any(noun in _ABSTRACT and link in ("of", "for") for noun, link in pairwise(before))
    return about or _is_manner(forms, trigger) or _is_any(forms, trigger)


def _is_manner(forms: list[str], trigger: Trigger) -> bool:
    """ "Quit in protest at the bill"; "since the 2021 coup" only dates what is told."""
    before = forms[max(0, trigger.first - _DATED_REACH) : trigger.first]
    if trigger.type == "protest" and forms[trigger.first : trigger.stop] == ["protest"]:
        return before[-1:] == ["in"]
    return "since" in before and any(form.isdigit() and len(form) == _YEAR for form in before[before.index("since") :])


def _is_any(forms: list[str], trigger: Trigger) -> bool:
    """ "Any deal must cover missiles": none is meant; but "denied any deal"."""
    near = forms[max(0, trigger.first - _FRAME_REACH) : trigger.first]
    return trigger.type == "agreement" and "any" in near[-2:] and _DENYING.isdisjoint(near)


def _is_charge(forms: list[str], index: int) -> bool:
    """ "A warrant for murder and torture", "charged with two killings": crimes named, not told."""
    near = forms[max(0, index - _CHARGES_REACH) : index]
    at = next((at for at in range(len(near) - 1, -1, -1) if near[at] in _CHARGES), None)
    return at is not None and not any(stops(near, between) for between in range(at, len(near)))


def _is_frame(forms: list[str], index: int) -> bool:
    """ "Under the Doha deal", "under the ceasefire": what is told elsewhere only frames here."""
    before = forms[max(0, index - _FRAME_REACH) : index]
    return "under" in before and not _KNOWN.isdisjoint(before[before.index("under") + 1 :][:1])


def _is_breached(forms: list[str], trigger: Trigger) -> bool:
    """ "34 ceasefire violations": the truce only says what was broken."""
    return not _BREACHES.isdisjoint(forms[trigger.stop : trigger.stop + 1])


def _is_to_stop(forms: list[str], index: int) -> bool:
    """ "Agreed to halt drone strikes": what is to end is not told for itself."""
    return any(forms[at] in _STOPPING and forms[at - 1] == "to" for at in range(max(1, index - 2), index))


def _is_such(forms: list[str], trigger: Trigger) -> bool:
    """ "Protested at such incursions": deeds of a kind, none of them told."""
    return forms[trigger.first - 1 : trigger.first] == ["such"] and forms[trigger.stop - 1].endswith("s")
