"""English realis of a noun: the frame that it stands in, the word that governs it, and the verbs around it."""

from itertools import pairwise

from extract.events.cues import Realis, cue_table, nearest_before, words
from extract.events.realis_english_verbs import (
    CLAUSE_WALLS,
    DENIED,
    FUTURE,
    NOT,
    NOW,
    auxiliaries,
    by_helpers,
    is_month,
    is_reported,
    is_soon,
)
from extract.events.trigger import TEXTS, Form, Trigger

_REACH = 7
_NO_REACH = 3  # "no new attack", but not "showed no emotion at the verdict"
_CUES = cue_table(
    occurred="after following since during carried conducted launched completed complete saw suffered managed held "
    "despite claimed condemned from over against",
    ongoing="ongoing continuing continued continues continue amid underway began begun resumed holding conducting "
    "staging waging kicked pressing",
    planned="planned upcoming scheduled expected pending imminent plan plans planning plot plots plotted plotting "
    "prepare prepares prepared preparing preparations intend intends intended ahead agreed agree agrees "
    "decision decided decides forthcoming awaiting await awaits gearing slated promised promise pledged "
    "pledge ordered order orders set vowed looming future stipulates envisages foresees envisions provides",
    denied="denied denies deny denying no without never rejected rejects reject rejecting prevent prevents prevented "
    "preventing foiled thwarted averted cancelled canceled refused refuses avoid avoided halted ruled rules ruling",
    hypothetical="possible potential proposed proposal proposals threat threats threatened threatening threatens "
    "threaten call calls called calling demand demands demanding demanded urge urges urged urging fear fears "
    "asked asks asking feared risk risks prospect could may might would if seeking seek seeks sought hope hopes "
    "hoped hoping possibility likelihood efforts effort should must considering consider discuss discussed "
    "discussing unless wants want wanted until possibly whether request requested propose proposes need "
    "ready warned warning warns offered offers offer offering close closer nearing verge brink weighing mulling weighs "
    "mulls eyeing mull weigh",
)
_ANNOUNCED = words("announced announces announce organise organize convene")
_AGREED = words("agreed agree agrees decided decide set bent intent")
_ABOUT = words("on about towards toward")
_COMMITTED = words("committed commit commits commitment committing agreed pledged themselves itself")
_OPEN = words("open close closer opposed objected objects averse limited")
_MOOTED = words("proposed mooted suggested sought demanded floated envisaged")
_CALLS = words("call calls called calling")  # "called for a truce", but not "called the raid illegal"
_FOR = words("for on upon")
_RULES = words("ruled rules ruling")  # "ruled out a visit", but not "ruled the strike illegal"
_AGREED_ON = frozenset(("withdrawal", "mission_end", "handover", "deployment", "repatriation", "disarmament"))
_ON, _ON_REACH = words("on for over about regarding concerning"), 5
_MEANS = words("signal indicate mean imply constitute entail amount foresee")
_DEALS = words("agreement deal understanding accord plan timetable schedule roadmap framework")
_TALKS = words("talks negotiations discussions consultations dialogue")
_CLOSE = words("close closer")  # "close to a deal"
_UPON = words("over against")  # "threatened to strike over the deal": it is there
_DEFINITE = words("the its their his her this that these those")
_WATCH = words("monitor observe oversee supervise verify police facilitate investigate probe protect escort attend")
_VOTES = words("election elections referendum by-election poll polls strike strikes rally walkout demonstration")
_TRIPS = words("visit trip tour")
_GOES_ON = words("continues continue entered enters")  # "the strike entered its third week"
_BEFORE = words("before ahead")
_A = words("a an snap early fresh new")
_CALLED_OFF = words("postponed cancelled canceled scrapped shelved")
_PART_IN = words("involvement role responsibility part hand complicity links link ties knowledge connection blame")
_OPENS = words("opens begins starts resumes reopens")
_ARE = words("is are was were")
_BEEN = words("is are was were be been")
_OPEN_QUOTES = frozenset("\"“'‘")
_JUDGED = words("is would will could may might can must should")
_WERE = words("was were")
_SUBJECT_REACH = 8
_HOLDING_REACH = 5
_CARRY_REACH = 5
_TRIP_REACH = 6
_CALLED_REACH = 4
_CARRIERS = words(  # base forms alone: past forms tell of themselves that it happened
    "hold begin start launch open stage convene resume conduct carry lead attend join impose sign lodge file deliver "
    "send undergo receive make provide mount undertake announce declare reach extend renew prolong"
)


def noun(forms: list[str], trigger: Trigger, first: int, stop: int) -> Realis:
    """Realis of a noun, or of a participle without its helper, in the sentence `[first, stop)`."""
    framed = (
        _framed(forms, trigger, first) or _agreed_on(forms, trigger, first) or _not_meant(forms, trigger.first, first)
    )
    if framed is not None:
        return framed
    at, told = _governor(forms, trigger, first)
    if at > first and (forms[at - 1] in NOT or forms[at - 1].endswith("n't")) and told is not Realis.HYPOTHETICAL:
        return Realis.DENIED if told is not Realis.DENIED else Realis.HYPOTHETICAL
    if told is not None and _says_nothing(forms, trigger, first, at, told):
        told = None
    elif at > first and forms[at].endswith("ing") and forms[at - 1] in DENIED:
        return Realis.DENIED  # "denied holding talks"
    if told is Realis.HYPOTHETICAL and forms[at] == "would" and is_reported(forms, at, first):
        told = Realis.PLANNED
    if told is Realis.DENIED or told is Realis.HYPOTHETICAL:
        return told
    return _supported(forms, trigger, first, stop, told)


def _supported(forms: list[str], trigger: Trigger, first: int, stop: int, told: Realis | None) -> Realis:
    """What the verbs around a noun say, else its governor `told`."""
    near = forms[max(first, trigger.first - _REACH) : trigger.first]
    if "any" in near[-2:] and NOT.isdisjoint(near) and not any(form.endswith("n't") for form in near):
        return Realis.HYPOTHETICAL  # "will verify any pause in hostilities"
    after = _holds(forms, trigger, stop) or _proposed(forms, trigger, stop) or _predicate(forms, trigger.stop, stop)
    if after is not None:
        return after
    carried = _carried(forms, trigger.first, first)
    if carried is not None:
        return carried
    if is_soon(forms, trigger.stop, stop):
        return Realis.PLANNED
    return told if told is not None else Realis.OCCURRED


def _framed(forms: list[str], trigger: Trigger, first: int) -> Realis | None:
    """What a few fixed frames tell of a noun at once: "are on strike", "called a snap election", "is on a visit"."""
    if (trigger.type == "protest" or forms[trigger.first] == "trial") and _is_on(forms, trigger.first):
        return Realis.ONGOING
    if trigger.type == "protest" and _is_announced(forms, trigger.first, first):
        return Realis.PLANNED
    if forms[trigger.first].endswith("ing") and forms[trigger.first - 1] in _ABOUT and trigger.first > first:
        agreed = trigger.first - 2 >= first and forms[trigger.first - 2] in _AGREED
        return Realis.PLANNED if agreed else Realis.HYPOTHETICAL  # "a vote on resuming talks"
    if trigger.form is Form.PARTICIPLE and _is_subject(forms, trigger, first):
        return Realis.HYPOTHETICAL
    governed = _gerund(forms, trigger, forms[max(first, trigger.first - 2) : trigger.first])
    if governed is not None:
        return governed
    called = trigger.type != "airstrike" and not _VOTES.isdisjoint(forms[trigger.first : trigger.stop])
    if called and _is_called(forms, trigger.first, first):
        return Realis.PLANNED
    if forms[trigger.stop - 1] in _TRIPS and _is_away(forms, trigger.first, first):
        return Realis.ONGOING
    return None


def _gerund(forms: list[str], trigger: Trigger, before: list[str]) -> Realis | None:
    """What the verb and preposition `before` a gerund tell of it."""
    if before[1:] == ["from"] and before[0].startswith("refrain"):
        return Realis.DENIED  # "will refrain from entering the city"
    if not forms[trigger.first].endswith("ing") or before[1:] != ["to"]:
        return None
    if before[0] in _COMMITTED:
        return Realis.PLANNED  # "committed to releasing the prisoners"
    return Realis.HYPOTHETICAL if before[0] in _OPEN else None  # "open to releasing them"


def _agreed_on(forms: list[str], trigger: Trigger, first: int) -> Realis | None:
    """ "An agreement on the withdrawal of troops", "talks about a handover": what is settled or only talked about."""
    low = max(first, trigger.first - _ON_REACH) if trigger.type in _AGREED_ON else trigger.first
    for on in range(trigger.first - 1, low, -1):
        if forms[on] in _ON:
            if forms[on - 1] in _DEALS:
                return Realis.PLANNED
            return Realis.HYPOTHETICAL if forms[on - 1] in _TALKS else None
    return None


def _not_meant(forms: list[str], index: int, first: int) -> Realis | None:
    """ "The deal does not signal a full withdrawal"."""
    for at in range(index - 1, max(first, index - _ON_REACH), -1):
        if forms[at] in _MEANS:
            return Realis.DENIED if forms[at - 1] in NOT or forms[at - 1].endswith("n't") else None
    return None


def _governor(forms: list[str], trigger: Trigger, first: int) -> tuple[int, Realis | None]:
    """The nearest cue before a noun, and what it tells; (-1, None) without one."""
    before = nearest_before(forms, trigger.first, max(first, trigger.first - _REACH), _CUES, CLAUSE_WALLS)
    return before if before is not None else (-1, None)


def _says_nothing(forms: list[str], trigger: Trigger, first: int, at: int, told: Realis) -> bool:
    """Whether the cue at token `at` tells nothing of the noun: the month of May, "called it a raid", "denied any part
    in the raid", "the swap planned under a treaty", "halted the search", which was under way.
    """
    between = forms[at + 1 : trigger.first]
    return (
        is_month(forms, at)
        or (forms[at] in _CALLS and _FOR.isdisjoint(between))
        or (forms[at] in _RULES and between[:1] != ["out"])
        or (forms[at] == "provides" and between[:1] != ["for"])
        or (forms[at] == "set" and between[:1] != ["to"] and between[:1] != ["for"])
        or (forms[at] in _CLOSE and between[:1] != ["to"])
        or (between[:1] == ["to"] and len(between) > 2 and between[1] in _WATCH and between[2] in _DEFINITE)
        or (forms[at] in _UPON and _DEFINITE.isdisjoint(between[:1]))
        or (told is Realis.DENIED and "in" in forms[trigger.first - 2 : trigger.first])
        or (forms[at] == "halted" and not _DEFINITE.isdisjoint(between[:1]))
        or (forms[at] == "no" and trigger.first - at > _NO_REACH)
        or (told is Realis.DENIED and not _PART_IN.isdisjoint(between))
        or (trigger.type in TEXTS and "under" in forms[max(first, trigger.first - 2) : trigger.first])
    )


def _is_subject(forms: list[str], trigger: Trigger, first: int) -> bool:
    """ "Lifting sanctions is the key", "said that closing the border would help": an act weighed, not told."""
    at = trigger.first
    if not forms[at].endswith("ing") or (at > first and forms[at - 1] != "that" and forms[at - 1] not in _OPEN_QUOTES):
        return False
    judged = _JUDGED | _WERE if at > first and forms[at - 1] == "that" else _JUDGED
    for form in forms[trigger.stop : trigger.stop + _SUBJECT_REACH]:
        if form in CLAUSE_WALLS or form in judged:
            return form in judged
    return False


def _is_on(forms: list[str], index: int) -> bool:
    """ "Nurses are on strike", "five officers are on trial"."""
    return index > 1 and forms[index - 1] == "on" and forms[index - 2] in NOW


def _is_announced(forms: list[str], index: int, first: int) -> bool:
    """ "Announced a march on Sunday", "called for nationwide protests": people are asked to come."""
    near = forms[max(first, index - _CALLED_REACH) : index]
    asked = any(one in _CALLS and other == "for" for one, other in pairwise(near))
    return asked or (not _ANNOUNCED.isdisjoint(near) and not _A.isdisjoint(near))


def _is_away(forms: list[str], index: int, first: int) -> bool:
    """ "The president is on a three-day visit to India"."""
    return any(
        forms[at] == "on" and forms[at - 1] in NOW for at in range(index - 1, max(first + 1, index - _TRIP_REACH), -1)
    )


def _is_called(forms: list[str], index: int, first: int) -> bool:
    """ "Called a snap election", "four months before a general election": a vote to come."""
    near = forms[max(first, index - _CALLED_REACH) : index]
    called = next((at for at, form in enumerate(near) if form in _CALLS or form in _BEFORE), None)
    return called is not None and not _FOR.intersection(near[called:]) and not _A.isdisjoint(near[called:])


def _carried(forms: list[str], index: int, first: int) -> Realis | None:
    """What is said of the verb that carries the noun out: "is to begin consultations", "will lodge a protest"."""
    for at in range(index - 1, max(first, index - _CARRY_REACH) - 1, -1):
        if forms[at] in CLAUSE_WALLS:
            return None
        if forms[at] in _CARRIERS:
            return by_helpers(forms, at, auxiliaries(forms, at, first), first)
    return None


def _in_force(forms: list[str], at: int) -> bool:
    """ "The embargo has been in place since May", "talks are being held"."""
    if forms[at] in NOW and forms[at + 1 : at + 2] == ["being"]:
        return True
    return forms[at] == "in" and at + 1 < len(forms) and forms[at + 1] in ("place", "force")


def _is_due(forms: list[str], at: int) -> bool:
    """ "The games are due on Monday", "are to start on Monday"."""
    following = forms[at + 1] if at + 1 < len(forms) else ""
    is_to = forms[at] in _ARE and following == "to" and forms[at + 2 : at + 3] != ["blame"]
    off = forms[at] in _BEEN and following in _CALLED_OFF  # a thing called off had been planned
    return is_to or off or following in ("expected", "scheduled", "planned", "due", "set", "slated")


def _holds(forms: list[str], trigger: Trigger, stop: int) -> Realis | None:
    """ "The truce is holding", "appears to be holding"."""
    if trigger.type != "ceasefire":
        return None
    near = forms[trigger.stop : min(stop, trigger.stop + _HOLDING_REACH)]
    return Realis.ONGOING if "holding" in near and CLAUSE_WALLS.isdisjoint(near[: near.index("holding")]) else None


def _proposed(forms: list[str], trigger: Trigger, stop: int) -> Realis | None:
    """ "A truce proposed by Washington", "a bill that would raise taxes"."""
    after = forms[trigger.stop : min(stop, trigger.stop + 2)]
    if trigger.form is Form.NOUN and after[:1] and after[0] in _MOOTED:
        return Realis.HYPOTHETICAL
    drafted = trigger.type == "legislation" and after in (["that", "would"], ["which", "would"])
    return Realis.HYPOTHETICAL if drafted else None


def _predicate(forms: list[str], start: int, stop: int) -> Realis | None:
    """What the verb says of which the noun is the subject: "the pullout will begin", "the raid did not take place"."""
    for at in range(start, min(stop, start + 6)):
        form = forms[at]
        if form in CLAUSE_WALLS or form in ("that", "after", "before", "when", "said", "says"):
            return None
        following = forms[at + 1] if at + 1 < len(forms) else ""
        if form in FUTURE and following in ("continue", "resume", "remain"):
            return Realis.ONGOING
        if form in FUTURE or _is_due(forms, at):
            return Realis.DENIED if following == "not" or form == "won't" else Realis.PLANNED
        if form in ("would", "could", "may", "might", "can", "should") and not is_month(forms, at):
            return Realis.HYPOTHETICAL
        if following in ("ongoing", "underway", "continuing", "raging") or form in _GOES_ON or _in_force(forms, at):
            return Realis.ONGOING
        if form in _OPENS and following in ("on", "next"):
            return Realis.PLANNED  # "the trial opens on Monday"
        if following in ("possible", "unlikely", "likely", "conceivable"):
            return Realis.HYPOTHETICAL
        negated = form in ("did", "has", "have", "was", "were") and following in ("not", "yet")  # "has yet to start"
        if negated or form == "never" or (form == "failed" and following == "to"):
            return Realis.DENIED
    return None
