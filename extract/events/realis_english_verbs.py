"""English realis of a verb: the helpers and adverbs before it, and what governs its "to".

"would" is a plan told in reported speech ("said it would withdraw") and a supposition elsewhere.
"""

from extract.events.cues import WALLS, Realis, cue_table, nearest_before, words
from extract.events.trigger import Form, Trigger

_REPORT_REACH = 40
_AUXILIARY_REACH = 5
_GOVERNOR_REACH = 14  # "asked for the border to be reopened"
CLAUSE_WALLS = WALLS | words("who which whose while whereas but although though because where")
_TO = cue_table(
    occurred="prompting prompted prompts forcing forces causing caused causes compelling driving pushing leading "
    "managed forced helped began led continued compelled used able proceeded went moved allowed permitted",
    ongoing="continue continues continuing begins begin beginning started starting begun",
    planned="plans plan planned planning expected expects expect set scheduled due prepares preparing prepare "
    "prepared agreed agree agrees decided decides ordered orders order intends intend intended vowed vows pledged "
    "pledges promised about poised deal agreement decision mission aims aimed wants supposed slated ready will",
    denied="refused refuses refusing refuse failed fails failing fail decline declines declined unable unwilling "
    "impossible not never denied yet",
    hypothetical="urged urges urging asked asks called calls calling demanded demands demanding threatened threatens "
    "threatening want wanted hopes hoped hoping trying try tried seeks seeking attempt attempts attempted attempting "
    "need needs could would may might pressure proposal proposed offered offers offer likely if pressed considering "
    "request requests requested plot plots plotted plotting conspiring conspired chance unclear",
)
_REPORTING = words(
    "said says say announced confirmed promised pledged vowed told added insisted declared stated reported according "
    "agreed decided statement"
)
_PROMISED = words("pledged promised pledges promises")
_BELIEVED = words(
    "believed reported said thought alleged known appears appear appeared seems seem claimed claims claim understood "
    "suspected accused presumed admitted found estimated rumoured rumored confirmed"
)
NOT = words("not never cannot neither nor")
FUTURE = words("will shall 'll won't")
_DOUBT = words("could may might can should must couldn't")
_IF = words("if provided unless whether lest")
SOON = words("next tomorrow coming upcoming soon")
_SOON_REACH = 8
_LINKS = words(
    "is are was were be been being has have had to not also now still already jointly reportedly soon never so both "
    "all only"
)
_BEFORE_MONTH = words("in on by since until till from last next early late mid this of -")
_WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
_MONTHS = words(
    "january february march april may june july august september october november december spring summer autumn"
)
_UNDER = (["under", "the"], ["under", "a"], ["under", "this"])  # "Under the plan, troops would leave"
_DEALS = words("plan deal agreement accord terms schedule timetable pact truce ceasefire arrangement")
DENIED = words("denied denies deny denying")
_REFUTED = DENIED | words("rejected rejects dismissed dismisses refuted refutes disputed disputes rebutted")
_REPORTS = words(
    "reports report claims claim allegations allegation rumours rumors suggestions suggestion accusations accusation "
    "assertions assertion speculation"
)
_DENIAL_WALLS = CLAUSE_WALLS | words("that after before when since until if as saying said")
_DENIAL_REACH = 16
_PRONOUNS = words("it he she they we")
_NEW_SUBJECTS = words("the a an its their his her they it he she police")
NOW = words("is are 's 're")
_WERE = words("was were")
_SAID = words("said says told added")
_CALENDAR_REACH = 8
_HELPERS = words(
    "is are was were be been being am has have had having do does did will would could may might can should must "
    "shall to"
)


def verb(forms: list[str], trigger: Trigger, first: int, stop: int) -> Realis:
    """Realis of a verb in the sentence `[first, stop)`."""
    chain = auxiliaries(forms, trigger.at, first)
    if _is_denied(forms, trigger.at - len(chain), first):
        return Realis.DENIED
    helped = by_helpers(forms, trigger.at, chain, first)
    if helped is not None:
        return helped
    if trigger.type == "deployment" and forms[trigger.at] in _PROMISED:
        return Realis.PLANNED  # "has promised 600 policemen"
    if trigger.form is Form.PAST:
        now = not NOW.isdisjoint(chain)
        stands = trigger.type == "deployment" and trigger.passive and now
        if not _WERE.isdisjoint(chain) and forms[trigger.at].endswith("ing") and not trigger.passive:
            said = not _SAID.isdisjoint(forms[first:stop])
            return Realis.ONGOING if said else Realis.OCCURRED  # "said units were combing the forest"
        return Realis.ONGOING if stands or (now and "being" in chain) else Realis.OCCURRED
    if is_soon(forms, trigger.stop, stop):
        return Realis.PLANNED
    if not chain and _headline(forms, first, stop):
        return Realis.OCCURRED
    return Realis.PLANNED if not chain and _on_schedule(forms, trigger.stop, stop) else Realis.ONGOING


def is_soon(forms: list[str], at: int, stop: int) -> bool:
    """Whether the words behind token `at` set a time to come: "next week", but not "a blast, and soon we saw"."""
    ahead = forms[at : min(stop, at + _SOON_REACH)]
    return not SOON.isdisjoint(ahead[: ahead.index("and")] if "and" in ahead else ahead)


def _is_denied(forms: list[str], start: int, first: int) -> bool:
    """Whether the clause whose verb phrase starts at token `start` is what somebody denied: "denied that its jets had
    hit a school", "denied reports that he was killed", "denied having met the envoy".
    """
    if forms[start - 1 : start] and forms[start - 1] in DENIED:
        return start > first
    for at in range(start - 1, max(first, start - _DENIAL_REACH), -1):
        if forms[at] in ("and", "but") and forms[at + 1] in _NEW_SUBJECTS:
            return False
        if forms[at] in DENIED and forms[at + 1] in _PRONOUNS:
            return True  # "denied it had agreed"
        if forms[at] in _DENIAL_WALLS:
            before, earlier = forms[at - 1], forms[at - 2] if at > 1 else ""
            return forms[at] == "that" and (before in DENIED or (before in _REPORTS and earlier in _REFUTED))
    return False


def by_helpers(forms: list[str], at: int, chain: list[str], first: int) -> Realis | None:
    """What the helpers `chain` right before the verb at token `at`, and what governs them, say of it."""
    start = at - len(chain)
    negated = any(word in NOT or word.endswith("n't") for word in chain) or "no" in forms[max(first, start - 3) : start]
    if "would" in chain or "wouldn't" in chain:
        settled = is_reported(forms, start, first) or (
            forms[first : first + 2] in _UNDER and forms[first + 2] in _DEALS
        )
        reported = Realis.PLANNED if settled else Realis.HYPOTHETICAL
        return Realis.DENIED if negated else reported
    if nearest_before(forms, start, max(first, start - 8), dict.fromkeys(_IF, Realis.HYPOTHETICAL)):
        return Realis.HYPOTHETICAL
    if any(word in FUTURE for word in chain):
        return Realis.DENIED if negated else Realis.PLANNED
    if any(word in _DOUBT for word in chain):
        return Realis.HYPOTHETICAL
    if negated:
        return Realis.DENIED
    if "to" in chain:
        if "have" in chain[chain.index("to") :] and forms[start - 1] in _BELIEVED:
            return Realis.OCCURRED  # "is believed to have killed"
        governor = nearest_before(
            forms, at - chain[::-1].index("to") - 1, max(first, start - _GOVERNOR_REACH), _TO, CLAUSE_WALLS
        )
        return governor[1] if governor else Realis.PLANNED
    return Realis.HYPOTHETICAL if chain[-1:] == ["be"] else None  # "demanded that the border be closed"


def is_reported(forms: list[str], index: int, first: int) -> bool:
    """Whether the "would" at `index` is a future told in reported speech."""
    return any(word in _REPORTING for word in forms[max(first, index - _REPORT_REACH) : index])


def auxiliaries(forms: list[str], index: int, first: int) -> list[str]:
    """The helpers and adverbs right before a verb, in order: "has not yet been", "is expected to" gives "to"."""
    at = index
    while at > first and index - at < _AUXILIARY_REACH:
        word = forms[at - 1]
        if not (word in _HELPERS or word in _LINKS or word in NOT or word.endswith(("n't", "ly"))):
            break
        if is_month(forms, at - 1):
            break  # "the reporter held since May was freed"
        at -= 1
    return forms[at:index]


def is_month(forms: list[str], index: int) -> bool:
    """Whether the "may" at `index` is the month: "on May 12", "in early May"."""
    if forms[index] != "may":
        return False
    following = forms[index + 1] if index + 1 < len(forms) else ""
    return following.isdigit() or (index > 0 and (forms[index - 1] in _BEFORE_MONTH or forms[index - 1].isdigit()))


def _headline(forms: list[str], first: int, stop: int) -> bool:
    """A line without final punctuation near the top: its present tense tells what happened."""
    return first < 60 and stop - first <= 25 and forms[stop - 1] == "\n" and forms[stop - 2 : stop - 1] != ["."]


def _on_schedule(forms: list[str], start: int, stop: int) -> bool:
    """ "The mandate expires on Friday", "its mission ends in June": a present that tells what the calendar holds."""
    for at in range(start, min(stop, start + _CALENDAR_REACH)):
        if forms[at] in CLAUSE_WALLS:
            return False
        following = forms[at + 1] if at + 1 < stop else ""
        if (forms[at] == "on" and following in _WEEKDAYS) or (forms[at] in ("on", "in") and following in _MONTHS):
            return True
    return False
