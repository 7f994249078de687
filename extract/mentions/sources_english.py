"""English attributions: who stands before "said", behind "..., said", or is quoted by another.

The speaker is cut down to a name and an office: without the day on which he spoke ("On Monday the army said"), the
helpers of the verb ("has also said"), a relative clause ("officials who asked not to be named") and whatever else he
did ("condemned the attack and said").
"""

from collections.abc import Sequence

from extract.mentions.speaker import (
    CARRIED,
    LONGEST,
    Source,
    is_punctuation,
    reporting_at,
    run,
    with_quoted_name,
)
from extract.ontology.lexicon import Lexicon
from extract.ontology.words import words
from extract.text import DASHES, Tokens

_OPEN_NOUN = frozenset(("the", "a", "an", "his", "her", "its", "their"))
_CLAIMING, _LIVES_REACH = frozenset(("claims", "claimed", "claiming")), 6
_NO_SPEAKERS = frozenset(("no", "nobody", "none", "neither", "per"))  # "No group has claimed it", "as per reports"
_BEFORE_ADJECTIVES = frozenset("of the a an its their his her with by for two three several many other".split())
_HELPERS = frozenset(
    "has have had is was were been being also later then earlier now recently previously already further reportedly "
    "repeatedly publicly initially separately meanwhile still again only just did does do would itself himself "
    "themselves".split()
)
_PASSIVE = frozenset(("is", "was", "were", "are", "been", "being"))
_SUBORDINATING = frozenset(("after", "because", "while", "although", "though", "once"))
_QUOTES = frozenset(("quoted", "quotes", "quoting", "cited", "cites", "citing"))
_BEFORE_DAY = frozenset("on in late early earlier since by at".split())
_RELATIVES = frozenset(("who", "which", "that"))
_CHANNELS = frozenset(("statement", "statements", "interview", "post", "briefing", "communique"))
_INTO_CHANNEL = frozenset(("in", "through", "via"))
_CHANNEL_REACH = 5  # "in a joint written statement"
_PAST = frozenset(
    "met held told made took went gave saw left sent began found won led put read wrote spoke flew drew paid".split()
)
_LONGEST_NAME = 7  # tokens, hyphens among them
_LONGEST_DEED = 60  # tokens from the start of a sentence to "saying"
_SHORTEST = 5  # letters of a past tense in -ed


def english(
    tokens: Tokens, first: int, stop: int, openings: list[int], lexicon: Lexicon, *, covered: Sequence[str]
) -> Source | str | None:
    """The speaker of the sentence `[first, stop)`, `CARRIED` where it is the one named before."""
    for index in openings:
        after = reporting_at(tokens, index, lexicon)
        if after is None:
            continue
        found = _behind(tokens, index, after, stop) or _before(tokens, first, index, after, stop, covered)
        if found is not None:
            return found
    return None


def _behind(tokens: Tokens, index: int, after: int, stop: int) -> Source | None:
    """Who stands behind the word at `index`: "according to", "were reported by", "quoted an official as saying"."""
    forms = tokens.forms
    passive = _is_passive(forms, index)
    if forms[index] == "according":
        found = _named_behind(tokens, after, stop)
        return with_quoted_name(tokens, found) if found is not None else None
    if passive and tokens.form(after) == "by":
        return _named_behind(tokens, after + 1, stop)
    if not passive and forms[index] in _QUOTES and "as" in forms[after : after + LONGEST]:
        end = run(tokens, after, min(stop, after + LONGEST), lambda at: forms[at] == "as")
        return Source(tokens.starts[after], tokens.ends[end - 1]) if end > after else None
    return None


def _before(
    tokens: Tokens, first: int, index: int, after: int, stop: int, covered: Sequence[str]
) -> Source | str | None:
    """The subject of the verb at `index`; behind the quotation it may follow the verb."""
    forms = tokens.forms
    if (
        forms[index] == "according"
        or _is_adjective(tokens, index)
        or (_is_passive(forms, index) and forms[index] not in _QUOTES)
    ):
        return None  # "12 deaths were also reported"
    if forms[index] in _CLAIMING and (
        tokens.form(after)[:1].isdigit() or "lives" in forms[after : after + _LIVES_REACH]
    ):
        return None  # "the outbreak claims 28 lives"
    if forms[index].endswith("ing"):
        return None if tokens.form(after) == "to" else _doer(tokens, first, index, covered)  # "adding to fears of war"
    begin = _begin(tokens, first, index, covered)
    if begin < index and begin > first and forms[begin - 1] == "," and _HELPERS.issuperset(forms[begin:index]):
        return _apposition(tokens, first, begin)  # "Ali Saad, a researcher, was quoted as saying"
    if begin == index and index > first and forms[index - 1] in (",", '"'):
        behind = _inverted(tokens, after, stop)
        return behind if forms[index - 1] == '"' else _apposition(tokens, first, index) or behind
    if begin == index or index - begin >= LONGEST:
        return None  # too long for a speaker: "adds 20 percent to ..." at the end of a clause
    if forms[begin] in words("pronouns", "en") or _is_past(tokens, begin):
        aside = begin > first and is_punctuation(forms[begin - 1]) and forms[begin - 1] in DASHES
        return None if aside else CARRIED  # "... and demanded 12 trucks, he said"; but "the rebels fire - they say ..."
    if forms[begin : begin + 2] == ["the", "number"] or forms[begin] in _NO_SPEAKERS:
        return None
    if begin == index - 1 and (forms[begin] in _OPEN_NOUN or forms[begin][0].isdigit()):
        return None  # "the confirmed toll", "132 confirmed cases"
    return _named_before(tokens, first, begin) or Source(
        tokens.starts[begin], tokens.ends[_end(tokens, begin, index, covered) - 1]
    )


def _named_before(tokens: Tokens, first: int, begin: int) -> Source | None:
    """ "Ali Saad, deputy head of the agency | said": the name that opens the sentence before its office at `begin`."""
    comma = begin - 1
    if not first < comma - 1 < first + _LONGEST_NAME or tokens.forms[comma] != "," or _is_capital(tokens, begin):
        return None
    name = range(first, comma)
    if not words("stops", "en").isdisjoint((tokens.forms[first], tokens.forms[begin])) or not all(
        _is_of_name(tokens, at) for at in name
    ):
        return None
    return Source(tokens.starts[first], tokens.ends[comma - 1])


def _is_of_name(tokens: Tokens, at: int) -> bool:
    return tokens.forms[at] in ("-", "al") or (tokens.forms[at].isalpha() and _is_capital(tokens, at))


def _is_adjective(tokens: Tokens, index: int) -> bool:
    """ "Iraq's declared victory", "a number of alleged hideouts": a participle inside a noun phrase tells nothing."""
    before = tokens.forms[index - 1] if index else ""
    inside = before in _BEFORE_ADJECTIVES or before.endswith("'s")
    return inside and tokens.forms[index].endswith("ed") and tokens.form(index + 1).isalpha()


def _begin(tokens: Tokens, first: int, index: int, covered: Sequence[str]) -> int:
    """Where the phrase before the verb at `index` begins, behind conjunctions and the day of speaking."""
    begin = index
    while begin > first and index - begin < LONGEST and not _parts(tokens, begin - 1):
        begin -= 1
    return _behind_opening(tokens, begin, index, covered)


def _parts(tokens: Tokens, at: int) -> bool:
    """Punctuation or what opens a clause ("it came after | the army announced"), but no full stop: one inside a
    sentence is of an abbreviation ("Col. Ahmed Ali"); and no hyphen.
    """
    form = tokens.forms[at]
    return form in _SUBORDINATING or (form != "." and is_punctuation(form) and not tokens.is_hyphen(at))


def _is_passive(forms: Sequence[str], index: int) -> bool:
    """Whether helpers right before the verb make it a passive: "were also | reported"."""
    while index and forms[index - 1] in _HELPERS:
        index -= 1
        if forms[index] in _PASSIVE:
            return True
    return False


def _behind_opening(tokens: Tokens, begin: int, stop: int, covered: Sequence[str]) -> int:
    forms = tokens.forms
    while begin < stop and (
        _is_dated(covered, begin, stop)
        or (forms[begin] in _BEFORE_DAY and _is_dated(covered, begin + 1, stop))
        or forms[begin] in words("speaker_starts", "en")
    ):
        begin += 1
    return begin


def _is_dated(covered: Sequence[str], at: int, stop: int) -> bool:
    return at < stop and covered[at] in ("date", "time")


def _end(tokens: Tokens, begin: int, index: int, covered: Sequence[str]) -> int:
    """Where the speaker ends whose phrase is the tokens `[begin, index)`, the verb behind it left out."""
    forms = tokens.forms
    end = _without_helpers(tokens, begin, index, covered)
    if forms[end - 1] in ("and", "but", "then"):
        end = next((at for at in range(begin + 1, end - 1) if _is_past(tokens, at)), end - 1)
        end = _without_helpers(tokens, begin, max(end, begin + 1), covered)
    for at in range(begin + 1, end):
        channel = forms[at] in _INTO_CHANNEL and not _CHANNELS.isdisjoint(forms[at + 1 : min(end, at + _CHANNEL_REACH)])
        if channel or (forms[at] in _RELATIVES and not _is_capital(tokens, at)):  # the WHO
            return at
    return end


def _is_capital(tokens: Tokens, at: int) -> bool:
    return tokens.folded.original[tokens.span(at, at + 1).start].isupper()


def _doer(tokens: Tokens, first: int, index: int, covered: Sequence[str]) -> Source | str | None:
    """ "The UN deplored the killings, saying ...": the subject of the verb that opens the sentence."""
    if index - first > _LONGEST_DEED:
        return None
    begin = _behind_opening(tokens, first, index, covered)
    verb = next((at for at in range(begin + 1, min(index, begin + LONGEST)) if _is_past(tokens, at)), None)
    if verb is None or any(_parts(tokens, at) for at in range(begin, verb)):
        return None
    if tokens.forms[begin] in words("pronouns", "en"):
        return CARRIED
    return Source(tokens.starts[begin], tokens.ends[_end(tokens, begin, verb, covered) - 1])


def _without_helpers(tokens: Tokens, begin: int, end: int, covered: Sequence[str]) -> int:
    """`end` moved back over the helpers of a verb and the day before it ("the army on Monday also said")."""
    forms = tokens.forms
    while end > begin + 1:
        on_day = forms[end - 1] in _BEFORE_DAY and _is_dated(covered, end, end + 1)
        if not on_day and not _is_dated(covered, end - 1, end) and forms[end - 1] not in _HELPERS:
            break
        end -= 1
    return end


def _is_past(tokens: Tokens, at: int) -> bool:
    """Whether the word at token `at` looks like a verb in the past, no name ("United") or adjective ("the armed")."""
    form = tokens.forms[at]
    past = form in _PAST or (form.endswith("ed") and len(form) >= _SHORTEST)
    if not past or tokens.forms[at - 1] in _OPEN_NOUN:
        return False
    span = tokens.span(at, at + 1)
    return tokens.folded.original[span.start].islower()


def _named_behind(tokens: Tokens, after: int, stop: int) -> Source | None:
    ends = words("speaker_ends", "en")
    end = run(tokens, after, min(stop, after + LONGEST), lambda at: tokens.forms[at] in ends)
    return Source(tokens.starts[after], tokens.ends[end - 1]) if end > after else None


def _inverted(tokens: Tokens, after: int, stop: int) -> Source | None:
    """ "..., said the ministry": the speaker behind the verb."""
    form = tokens.form(after)
    if after >= stop or form[0].isdigit() or (form in words("stops", "en") and form not in _OPEN_NOUN):
        return None  # "estimated 1,100 people", "said on Monday"
    return _named_behind(tokens, after, stop)


def _apposition(tokens: Tokens, first: int, index: int) -> Source | None:
    """ "Saad Maan, the ministry's spokesman, said": the name before the apposition."""
    comma = index - 1
    while comma > first and tokens.forms[comma - 1] != ",":
        comma -= 1
    begin = comma - 1
    while begin > first and (tokens.is_hyphen(begin - 1) or not is_punctuation(tokens.forms[begin - 1])):
        begin -= 1
    if comma - 1 <= first or comma - begin > LONGEST:
        return None
    aside = tokens.forms[comma : index - 1]
    clause = next((at for at, form in enumerate(aside) if at and form in _RELATIVES), len(aside))
    if tokens.forms[begin].endswith("ing") and tokens.form(begin + 1) in ("to", "at", "in"):
        return Source(tokens.starts[comma], tokens.ends[index - 2])  # "Speaking to reporters, Gen. Saleh, said"
    told = aside[0] not in _RELATIVES and not words("auxiliaries", "en").isdisjoint(aside[:clause])
    if told or tokens.forms[begin] in words("stops", "en") - _OPEN_NOUN:
        return None  # "As the waters recede, more bodies are found, said officials"
    return Source(tokens.starts[begin], tokens.ends[comma - 2])
