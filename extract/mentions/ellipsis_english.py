"""English: those counted before are counted again, added up or added to by a number that has no noun of its own.

`elliptic` in ellipsis.py asks these questions beside those that all languages share.
"""

from extract.mentions.counts import Count
from extract.mentions.head import FATES, Head, known
from extract.mentions.hedges import find_hedge
from extract.mentions.quantity import Quantity
from extract.mentions.scene import AND, Scene
from extract.text import Tokens

DEFINITE = frozenset(("the", "those", "these", "them"))
_JOINS = frozenset(("and", "but", "while", ",", ";", "another"))
_ARE = frozenset("are were have had was is remain remained".split())
_HAS, _WHILE = frozenset(("has", "have", "had")), frozenset(("while", "whereas", "and", "but"))
_HAS_REACH = 8  # tokens from "while" to the number
_WILL_BE = _ARE | {"will", "would", "remain", "remained"}
_THOSE = tuple([word, ","] for word in ("them", "these", "those", "whom"))
_DOWNED = frozenset("intercepted shot downed destroyed neutralised neutralized jammed disabled suppressed".split())
_SUMS = frozenset("total number figure tally count strength".split())
_BRINGING = frozenset("bringing brings bring brought taking takes raising raises raised pushing lifting".split())
_SUM_REACH = 7  # tokens in which a sum is said to be brought to its number
STATIONED = frozenset(("personnel", "fighters", "people", "families", "sites", "equipment"))  # kinds told by place
_BEFELL = frozenset(
    "affected infected vaccinated stranded trapped rescued hospitalised hospitalized starving gathered marched rallied "
    "protested attended reached arrived crossed".split()
)
_BEEN = frozenset("have has had been were are remain remained be being".split())
_BEFELL_REACH = 4  # tokens from a number to what befell those counted
_FURTHER, _MORE = frozenset(("further", "additional", "extra")), (["more"],)
_CLOSING = frozenset((".", ",", ";", "\n", "", "in", "at", "on", "from", "and"))
_NUMBERS_THEM = frozenset(("number", "numbered", "total", "totalled", "totaled"))
_RELATIVES = frozenset(("who", "which"))
_LIVING = frozenset(("killed", "wounded", "casualties", "missing", "people", "families", "displaced", "detained"))


def further(scene: Scene, count: Count, previous: Quantity | None) -> Head | None:
    """English: "about 5,000 troops, and its allies a further 2,500"; "displaced families, who number over 265,000";
    "killed nine people and trapped thousands of others".
    """
    tokens = scene.tokens
    first = tokens.sentence(count.first)[0]
    if previous is not None and previous.first >= first and previous.unit is None:
        more = tokens.forms[count.first - 1] in _FURTHER or tokens.forms[count.stop : count.stop + 1] in _MORE
        if more and tokens.form(count.stop + 1 - (tokens.form(count.first - 1) in _FURTHER)) in _CLOSING:
            return Head("people" if previous.kind in FATES else previous.kind, count.stop, count.end)
        if count.vague and tokens.forms[count.stop : count.stop + 2] == ["of", "others"] and previous.kind in _LIVING:
            place = (tokens.starts[count.stop + 1], tokens.ends[count.stop + 1])
            return Head("people", count.stop + 2, place[1], None, place, (count.stop + 1, count.stop + 2))
    at = find_hedge(scene, count, None).first - 1
    if tokens.form(at) in _NUMBERS_THEM and tokens.form(at - 1) in _RELATIVES:
        at -= 2 + (tokens.form(at - 2) == ",")
        found = known(tokens, at, scene.lexicon) if at >= first else None
        return Head(found[2].kind, count.stop, count.end) if found is not None else None
    return None


def of_nobody(scene: Scene, count: Count, previous: Quantity | None) -> Head | None:
    """ "More than 2 million have been affected", "Of the dead, 412 were women": no noun stands beside the number."""
    kind = _befell_them(scene.tokens, count, previous) or _of_group(scene, count)
    return Head(kind, count.stop, count.end) if kind is not None else None


def _befell_them(tokens: Tokens, count: Count, previous: Quantity | None) -> str | None:
    """ "More than 2 million have been affected": what befalls persons, of whom the sentence has no noun."""
    if previous is not None and previous.first >= tokens.sentence(count.first)[0]:
        return None
    for at in range(count.stop, min(count.stop + _BEFELL_REACH, len(tokens.forms))):
        if tokens.forms[at] in _BEFELL:
            return "people" if at > count.stop else None
        if tokens.forms[at] not in _BEEN and not tokens.forms[at].endswith("ly"):
            return None
    return None


def _of_group(scene: Scene, count: Count) -> str | None:
    """ "Of the dead, 412 were women": the kind of those named at the sentence's opening."""
    tokens = scene.tokens
    start = tokens.sentence(count.first)[0]
    opening = tokens.forms[start : count.first]
    if len(opening) not in (4, 5) or opening[0] != "of" or opening[1] not in DEFINITE or opening[-1] != ",":
        return None
    noun = known(tokens, start + 2, scene.lexicon)
    if noun is not None and noun[0] == count.first - 1 and noun[2].persons:
        return noun[2].kind
    fate = scene.lexicon.befell_after.at(tokens.forms, start + 2)
    return fate[1] if fate is not None and fate[0] == count.first - 1 else None


def goes_back(scene: Scene, count: Count, previous: Quantity) -> str | None:
    """English: the kind of those counted before, which a number without a noun counts again, adds up or adds to."""
    tokens, first = scene.tokens, find_hedge(scene, count, None).first
    if (
        _is_part(tokens, count, previous)
        or _is_sum(tokens, count, previous)
        or _has_too(tokens, first, count, previous)
    ):
        return previous.kind
    if not _goes_on(tokens, first, count, previous):
        return None
    return "people" if previous.kind in FATES else previous.kind  # "six perished and 11 were pulled alive"


def _is_part(tokens: Tokens, count: Count, previous: Quantity) -> bool:
    """ "Of whom 412 were women", "Of them, 31 are children", "the remaining 16 are held": so many of those before."""
    forms = tokens.forms
    if forms[max(0, count.first - 2) : count.first] in (["of", "whom"], ["of", "which"], ["of", "them"]):
        return True
    if tokens.form(count.first - 1) == "remaining":
        return tokens.form(count.stop) in _ARE
    if previous.kind == "equipment" and _is_brought_down(tokens, count, previous):
        return True
    start = tokens.sentence(count.first)[0]
    opening = forms[start : count.first]
    rescued = opening[1:2] == ["those"] and opening[3:] == [","]  # "Of those rescued, two were hurt"
    if opening[:1] != ["of"] or not (rescued or opening[1:3] in _THOSE) or tokens.form(count.stop) not in _WILL_BE:
        return False
    return rescued or len(opening) == 3 or opening[-1] in (*AND, ",")  # "Of these, 17 are clerks and seven are ..."


def _is_brought_down(tokens: Tokens, count: Count, previous: Quantity) -> bool:
    """ "Russia launched 40 drones. Twelve were intercepted": of those that flew in this sentence or the one before."""
    first, _ = tokens.sentence(count.first)
    near = previous.first >= tokens.sentence(max(0, first - 1))[0]
    behind = tokens.forms[count.stop : count.stop + 2]
    return near and behind[:1] in (["was"], ["were"]) and not _DOWNED.isdisjoint(behind)


def _is_sum(tokens: Tokens, count: Count, previous: Quantity) -> bool:
    """ "800 more troops, bringing the total to about 14,000"."""
    first, _ = tokens.sentence(count.first)
    near = tokens.forms[max(first, previous.stop, count.first - _SUM_REACH) : count.first]
    return previous.first >= first and not _SUMS.isdisjoint(near) and not _BRINGING.isdisjoint(near)


def _has_too(tokens: Tokens, first: int, count: Count, previous: Quantity) -> bool:
    """ "The army has 5,000 troops there, while its allies have about 2,500": another has as many of the same. The count
    begins at token `first` with its qualifier.
    """
    low = max(previous.stop, first - _HAS_REACH)
    same = previous.first >= tokens.sentence(count.first)[0] and previous.kind in STATIONED
    has = tokens.form(first - 1) in _HAS and not _WHILE.isdisjoint(tokens.forms[low : first - 1])
    return same and has and tokens.form(count.stop) in _CLOSING


def _goes_on(tokens: Tokens, first: int, count: Count, previous: Quantity) -> bool:
    """ "Twelve tanks were destroyed and about 14 were damaged": more of those that the sentence has just counted. The
    count begins at token `first` with its qualifier.
    """
    if previous.first < tokens.sentence(count.first)[0] or previous.noun is None or count.vague:
        return False
    after = tokens.forms[count.stop : count.stop + 2]
    return tokens.form(first - 1) in _JOINS and after[:1] != [] and after[0] in _ARE
