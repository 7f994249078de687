"""Who did it and to whom: the phrases in the subject's, the object's and the genitive's place of a trigger.

Each language has its own order: Arabic verb, subject, object; Persian subject, object, verb; English between. Where no
phrase stands in its place, a known agent of the clause is taken, as the mentions list them.
"""

from extract.engines.phrases import Phrase, Phrases
from extract.engines.role_reader import RoleReader
from extract.engines.roles_arabic import ArabicRoles
from extract.engines.roles_english import EnglishRoles
from extract.engines.roles_persian import PersianRoles
from extract.events import Form, Role, Trigger
from extract.mentions import Mentions
from extract.proposals import Named

# Types whose object is the thing done or given, which is told by figures and place, not a target.
_NO_TARGET = frozenset((
    "talks", "agreement", "legislation", "deployment", "withdrawal", "protest", "ceasefire",
    "repatriation", "handover", "disarmament",
))  # fmt: skip
_MOVED = frozenset(("withdrawal", "deployment", "repatriation"))  # whose forces are the actors, whoever moves them
_READERS: dict[str, type[RoleReader]] = {"ar": ArabicRoles, "fa": PersianRoles, "en": EnglishRoles}


def find_roles(
    mentions: Mentions, phrases: Phrases, trigger: Trigger, first: int, stop: int
) -> dict[Role, tuple[Named, ...]]:
    """Actors and targets of `trigger`, whose clause is the tokens `[first, stop)`."""
    reader = _READERS[mentions.lang](mentions, phrases, trigger, first, stop)
    nominal = trigger.form in (Form.NOUN, Form.PARTICIPLE) and trigger.verb < 0
    filled = reader.noun() if nominal else reader.verb()
    reader.add_marked(filled)
    reader.fall_back(filled)
    if trigger.type == "mission_end":
        reader.end_mission(filled)
    if trigger.type in _NO_TARGET:
        found = filled.get(Role.TARGET, [])
        if trigger.type == "talks" and not trigger.passive and len(filled.get(Role.ACTOR, [])) == 1 and found:
            filled[Role.ACTOR] += [one for one in found if not isinstance(one, Phrase) or reader.may_meet(one)]
        moved = [one for one in filled.pop(Role.TARGET, []) if not isinstance(one, Phrase) or phrases.is_person(one)]
        if trigger.type in _MOVED and trigger.passive and moved:
            filled.setdefault(Role.ACTOR, moved)
    return {
        role: tuple(reader.named(one) for one in found)
        for role, found in filled.items()
        if role is not Role.NONE and found
    }
