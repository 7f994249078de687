"""Words that are not of the clause around them: asides that only say when ("سلمت القوات، أمس الثلاثاء، القاعدة"),
behind which it goes on, and what is only talked about, whose day and place are not those of the talks.
"""

from extract.events import Clauses, Form, Trigger
from extract.mentions import Mentions
from extract.text import COMMAS

_WHEN = frozenset("في يوم مساء صباح ليل فجر ظهر عصر منذ اليوم امس غدا روز در شب on late early in the of".split())
_THAT = frozenset("ان انه انها انهم بان بانه بانها وان الذي التي الذين حيث فيما بينما لكن كه that which who".split())
_LONGEST = 8  # tokens
# Between a verb and the happening that it is only about: when and where one talks is not when and where that happens.
_ABOUT = frozenset(
    "لبحث بحث لمناقشه مناقشه بشان حول لدراسه ليناقش ليناقشوا درباره پيرامون خصوص بررسي "
    "discuss discussing about regarding over concerning".split()
)
_BETWEEN = frozenset("the a an any possible further امكانيه احتمال مساله ملف قضيه سبل اليه مسيله موضوع چگونگي".split())
_MATTERS = frozenset("سبل تطورات اوضاع ملف".split())
_ABOUT_REACH = 3  # tokens
_STAND_REACH = 8  # tokens between a verb and what it takes a stand on


def past_date(mentions: Mentions, at: int, limit: int) -> int:
    """The token behind the date at token `at`, and behind the commas on either side of it; `at` where none stands."""
    forms, covered = mentions.tokens.forms, mentions.covered
    opened = at < limit and forms[at] in COMMAS
    end = at + opened
    dated = False
    while end < min(limit, at + _LONGEST) and (covered[end] in ("date", "time") or forms[end] in _WHEN):
        dated = dated or covered[end] != ""
        end += 1
    if not dated or (opened and (end >= limit or forms[end] not in COMMAS)):
        return at
    return end + opened


def before_date(mentions: Mentions, at: int, floor: int) -> int:
    """The token behind the last word before a date between commas that ends right before token `at`; else `at`."""
    forms = mentions.tokens.forms
    if at - 1 <= floor or forms[at - 1] not in COMMAS:
        return at
    for opened in range(at - 2, max(floor, at - 2 - _LONGEST), -1):
        if forms[opened] in COMMAS:
            return opened if past_date(mentions, opened, at) == at else at
    return at


def over_dates(mentions: Mentions, clauses: Clauses, first: int, stop: int) -> tuple[int, int]:
    """The clause `[first, stop)` with what it is only parted from by the date between commas at either end of it."""
    low, high = mentions.tokens.sentence(first)
    beyond = past_date(mentions, stop, high)
    if stop < high and before_date(mentions, stop + 1, first) <= stop:
        beyond = stop + 1
    if stop < beyond < high and mentions.tokens.forms[beyond] not in _THAT:
        stop = max(stop, clauses.around(beyond)[1])
    before = before_date(mentions, first, low)
    if before < first and mentions.tokens.forms[first] not in _THAT:
        first = min(first, clauses.around(before - 1)[0])
    return first, stop


def topic_start(mentions: Mentions, trigger: Trigger) -> int:
    """The token behind "to discuss" or "بشأن" where the trigger names what is only talked about, else 0."""
    forms, at = mentions.tokens.forms, trigger.first
    if trigger.form is not Form.NOUN:
        return 0
    for before in range(at - 1, max(-1, at - 1 - _ABOUT_REACH), -1):
        if forms[before] in _ABOUT:
            return before + 1
        if forms[before] not in _BETWEEN:
            break
    return 0


def is_judged(mentions: Mentions, trigger: Trigger) -> bool:
    """Whether a statement takes a stand on the deed that the trigger names: "parties in Yerevan condemned the deal".
    What stands before the verb then tells where and when it was said.
    """
    if trigger.form is not Form.NOUN:
        return False
    at = trigger.first
    near = (trigger.stop, trigger.stop + _STAND_REACH) if mentions.lang == "fa" else (max(0, at - _STAND_REACH), at)
    low, high = mentions.tokens.sentence(at)
    told = mentions.triggers_between(max(low, near[0]), min(high, near[1]))
    if not told:
        return False
    verb = told[0] if mentions.lang == "fa" else told[-1]
    return verb.type == "statement" and verb.form.finite


def topic_of(mentions: Mentions, trigger: Trigger, stop: int) -> int:
    """Where talks come to what they are about, before token `stop`; else `stop`. Persian says it before its verb."""
    if trigger.type != "talks" or mentions.lang == "fa":
        return stop
    forms = mentions.tokens.forms
    return next((at for at in range(trigger.stop, stop) if forms[at] in _ABOUT or forms[at] in _MATTERS), stop)
