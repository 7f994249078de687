"""What an English report only mentions in passing behind its lead: "the vote" of which it tells nothing, a welcome.

Elsewhere such a mention tells again what stands before it, and is merged with that; where nothing does, no reader would
call it a happening of this article.
"""

from extract.engines.sameness import Draft
from extract.events import Form
from extract.mentions import Mentions
from extract.schema import Realis

_LEAD = 2  # sentences
_FRAMES = frozenset(("talks", "agreement", "legislation", "sanctions", "attack", "operation", "protest"))
_ENDS = frozenset((",", ".", ";", "and", "but", '"', "”"))
_OPINIONS = tuple(
    f"en:statement:{verb}" for verb in ("welcome", "hail", "applaud", "express", "voice concern", "voice alarm")
)


def is_in_passing(mentions: Mentions, draft: Draft) -> bool:
    """Whether a mention behind the lead, told nowhere else, is a bare definite noun or an opinion among remarks."""
    trigger, told = draft.trigger, draft.proposal
    if trigger.lang != "en" or told.realis is not Realis.OCCURRED or told.mentions or draft.in_headline:
        return False
    if _is_lead(mentions, trigger.first):
        return False
    if trigger.type == "statement":
        return trigger.lemma.startswith(_OPINIONS)
    bare = trigger.form is Form.NOUN and trigger.definite and not told.figures and trigger.type in _FRAMES
    closed = mentions.tokens.form(trigger.stop) in _ENDS
    return bare and (closed or (told.when is None and told.place is None))


def _is_lead(mentions: Mentions, index: int) -> bool:
    """Whether the token stands in the first sentences of the body."""
    tokens, at = mentions.tokens, mentions.body_start
    for _ in range(_LEAD):
        at = tokens.sentence(at)[1] if at < len(tokens) else at
    return index < at
