"""What the event layer finds: triggers, the words that tell a happening, with the roles their grammar gives out.

A trigger knows its tokens, not its slots: `voice` says which side of the trigger names the doer, and the engine fills
in who that is.
"""

from enum import StrEnum
from typing import NamedTuple

from extract.frozen import frozen
from extract.ontology.form import Form

STRIKES = frozenset(("airstrike", "shelling", "bombing"))  # types of violence told by its means
VIOLENT = STRIKES | {"operation", "attack"}  # types of violence that may kill
TEXTS = frozenset(("agreement", "ceasefire"))  # types of what is written, and cited or broken later


class Role(StrEnum):
    """What a noun beside a trigger is to the happening."""

    ACTOR = "actor"
    TARGET = "target"
    PLACE = "place"
    NONE = "none"


class Voice(NamedTuple):
    """Roles by position: of the subject, of the direct object, and of the noun that a verbal noun governs.

    "withdrawal of X" and "انسحاب X" name the actor where "arrest of X" and "اعتقال X" name the target.
    """

    subject: Role = Role.ACTOR
    object: Role = Role.TARGET
    genitive: Role = Role.ACTOR

    def passive(self) -> "Voice":
        """The same happening told in the passive: subject and object change places, `object` is the agent phrase."""
        return Voice(self.object, self.subject, self.genitive)


@frozen
class Trigger:
    """A trigger among the tokens of a text.

    `first`/`stop` is its token range; a verb parted from its particle or light verb ("handed the base over") covers
    what stands between. `lemma` names the lexicon entry, equal for all forms of one word. `voice` already reflects the
    passive.
    """

    first: int
    stop: int
    type: str
    form: Form
    lemma: str
    voice: Voice
    passive: bool = False
    negated: bool = False  # by its own morphology (نشد، نمی‌شود); particles before it are read by `realis`
    definite: bool = False  # "the attack", الهجوم, این حمله: likely a happening already told
    vague: bool = False  # "targeted", "hit": gives way to a trigger that says what kind of attack it was
    swallows: bool = False  # a threat: the deed named right beside it is its content, no happening of its own
    parries: bool = False  # weapons on their way are stopped
    yields: bool = False  # gives way to the deed that it asks for
    verb: int = -1  # token of the verb, where a noun before it opens the trigger ("sanctions were imposed")
    purpose: bool = False  # Arabic ل before a verb, or a verbal noun without article: "لتسلّم القاعدة"

    @property
    def lang(self) -> str:
        """The language whose lexicon holds the entry, with which its name begins."""
        return self.lemma[:2]

    @property
    def at(self) -> int:
        """The token whose neighbours tell tense and mood."""
        return self.first if self.verb < 0 else self.verb
