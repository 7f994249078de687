"""Who did it and to whom: the phrases in the subject's, the object's and the genitive's place of a trigger.

Each language has its own order: Arabic verb, subject, object; Persian subject, object, verb; English between. Where no
phrase stands in its place, a known agent of the clause is taken, as the mentions list them.
"""

from extract.engines.phrases import Phrase, Phrases
from extract.events import Form, Role, Trigger
from extract.mentions import Mentions
from extract.mentions.agents import Agent
from extract.ontology.words import words
from extract.proposals import Named

_ENGLISH_WALLS = frozenset(
    "that said says when while which who whom whose because after before but as where if ; : ( ) . - ,".split()
) | {"\n", '"'}
_RELATIVES = frozenset(("who", "which", "that", "whom"))
_HELPERS = frozenset(
    "is are was were be been being has have had having will would could may might should must shall to not also do "
    "does did already still since later now all both then reportedly".split()
)
_GOVERNORS = frozenset(  # verbs before "to" whose subject does the deed
    "plan plans planned planning intend intends intended intending hope hopes hoped hoping want wants wanted agree "
    "agrees agreed vow vows vowed vowing pledge pledges pledged pledging promise promises promised refuse refuses "
    "refused refusing fail fails failed failing try tries tried trying begin begins began begun start starts started "
    "continue continues continued threaten threatens threatened threatening decide decides decided aim aims aimed "
    "seek seeks sought prepare prepares prepared preparing manage manages managed managing need needs needed "
    "expect expects expected attempt attempts attempted attempting offer offers offered struggle struggles struggled "
    "set due ready poised able unable".split()
)
_REACH = 14  # tokens from a verb to its subject
_ARABIC_PREPOSITIONS = frozenset(("عن", "علي", "من", "ب", "ل"))
_BETWEEN = frozenset(("between", "بين", "ميان"))
_AND = frozenset(("and", "و"))
_JOINT = frozenset(("talks", "agreement", "detainee_transfer", "ceasefire", "training"))
# Types whose object is the thing done or given, which is told by figures and place, not a target.
_NO_TARGET = frozenset((
    "talks", "agreement", "legislation", "deployment", "withdrawal", "mission_end", "aid", "protest", "ceasefire",
    "repatriation", "handover", "disarmament",
))  # fmt: skip
_STRIKES = frozenset(("airstrike", "shelling", "bombing"))
_GROUND = frozenset("border frontier coast road front outskirts ground sea پايه اساس اثر سر".split())
_CARRIED = frozenset(
    "begin begins began start starts started launch launched conduct conducted hold held stage staged mount mounted "
    "sign signed complete completed carry carried reach reached".split()
)
_WAW_WORDS = tuple("وزار وزير وزرا وفد وفود وحد وكال والد ولاي وسيط وسطا وجها واشنطن".split())
_NEAR = 4  # tokens
_SHORTEST = 3  # letters

Filled = dict[Role, list[Phrase | Agent]]


def find_roles(
    mentions: Mentions, phrases: Phrases, trigger: Trigger, first: int, stop: int
) -> dict[Role, tuple[Named, ...]]:
    """Actors and targets of `trigger`, whose clause is the tokens `[first, stop)`."""
    reader = _Reader(mentions, phrases, trigger, first, stop)
    filled = reader.noun() if trigger.form in (Form.NOUN, Form.PARTICIPLE) and trigger.verb < 0 else reader.verb()
    reader.fall_back(filled)
    if trigger.type in _NO_TARGET:
        filled.pop(Role.TARGET, None)
    return {
        role: tuple(reader.named(one) for one in found)
        for role, found in filled.items()
        if role not in (Role.NONE, Role.PLACE) and found
    }


class _Reader:
    """Reads the places around one trigger."""

    def __init__(self, mentions: Mentions, phrases: Phrases, trigger: Trigger, first: int, stop: int) -> None:
        self._mentions = mentions
        self._forms = mentions.tokens.forms
        self._phrases = phrases
        self._trigger = trigger
        self._first, self._stop = first, max(stop, trigger.stop)
        self._end = mentions.tokens.sentence(trigger.first)[1]

    def verb(self) -> Filled:
        return {"ar": self._arabic, "fa": self._persian, "en": self._english}[self._mentions.lang]()

    def noun(self) -> Filled:
        """A verbal noun: what it governs, and what "by", "against" and "between" bring in."""
        trigger, lang, filled = self._trigger, self._mentions.lang, Filled()
        at = trigger.stop
        following = self._forms[at] if at < self._end else ""
        against = words("against", lang)
        if following in _BETWEEN:
            self._add(filled, Role.ACTOR, *self._pair(at + 1))
        elif lang == "en" and following == "of":
            self._of(filled, self._phrases.after(at + 1, self._end))
        elif following in against and (lang != "ar" or following not in _ARABIC_PREPOSITIONS):
            self._add(filled, Role.TARGET, self._hit(self._phrases.after(at + 1, self._end)))
        elif lang != "en":
            self._of(filled, self._genitive(at, following))
        for mark, role in (("by", trigger.voice.subject), ("against", Role.TARGET)):
            if role not in filled:
                self._add(filled, role, self._behind(words(mark, lang)))
        return filled

    def _of(self, filled: Filled, phrase: Phrase | None) -> None:
        """The noun that a verbal noun governs. Only who can act is an actor; English bombs and shells "of" a target."""
        role = self._trigger.voice.genitive
        if phrase is None:
            self._add(filled, role, self._agent_near() if self._mentions.lang == "ar" else None)
            return
        if self._mentions.lang == "en" and self._trigger.type in _STRIKES:
            role = Role.TARGET
        if role is Role.ACTOR:
            agent = self._phrases.agent(phrase)
            if phrase.quantity is None and (agent is None or agent.first != phrase.first):
                return
        self._add(filled, role, phrase if role is Role.ACTOR or not self._is_place(phrase) else None)
        if role is Role.ACTOR and self._trigger.type in _JOINT:
            self._add(filled, role, self._partner(phrase))

    def _agent_near(self) -> Agent | None:
        """ "قتل ما يسمى أبو خديجة": an agent a few words on, with no mark between."""
        at = self._trigger.stop
        agents = self._mentions.agents_between(at, at + _NEAR)
        if not agents or not all(form.isalpha() for form in self._forms[at : agents[0].first]):
            return None
        return (
            None
            if any(form in words("stops", "ar") - {"ما"} for form in self._forms[at : agents[0].first])
            else agents[0]
        )

    def _hit(self, phrase: Phrase | None) -> Phrase | None:
        """What stands behind "on" or "بر", unless that says where or why."""
        if phrase is None or not _GROUND.isdisjoint(self._forms[phrase.first : phrase.stop + 2]):
            return None
        return phrase

    def fall_back(self, filled: Filled) -> None:
        """Known agents of the clause where no phrase stood in its place."""
        if Role.ACTOR in filled or self._trigger.voice.subject is not Role.ACTOR:
            return
        taken = [phrase for found in filled.values() for phrase in found]
        before = [
            agent
            for agent in self._mentions.agents_between(self._first, self._trigger.first)
            if self._free(agent, taken)
        ]
        carried = self._mentions.lang == "en" and not _CARRIED.isdisjoint(
            self._forms[max(0, self._trigger.first - 5) : self._trigger.first]
        )
        if carried:
            subject = self._phrases.opening(self._first, self._trigger.first)
            if subject is not None and subject.stop < self._trigger.first:
                self._add(filled, Role.ACTOR, subject)
                return
        if before and self._trigger.form in (Form.NOUN, Form.PARTICIPLE):
            self._add(filled, Role.ACTOR, before[-1] if self._mentions.lang == "en" else before[0])

    def named(self, one: Phrase | Agent) -> Named:
        if isinstance(one, Phrase):
            return self._phrases.named(one)
        return Named(self._mentions.tokens.folded.origin(one.start, one.end), one.name, one.iso)

    def _arabic(self) -> Filled:
        trigger, filled = self._trigger, Filled()
        subject = self._arabic_subject_before()
        at = trigger.stop
        if subject is None:
            while at < self._end and self._is_adverb(at):
                at += 1
            subject = self._phrases.after(at, self._end)
            if subject is None and self._trigger.voice.subject is Role.ACTOR:
                subject = self._people_after(at)
            at = subject.stop if subject is not None else at
        passive = trigger.passive or self._has_damma()
        self._add(filled, trigger.voice.object if passive and not trigger.passive else trigger.voice.subject, subject)
        self._join(filled, subject)
        if not passive:
            at += self._forms[at : at + 1] != [] and self._forms[at] in _ARABIC_PREPOSITIONS
            self._add(filled, trigger.voice.object, self._phrases.after(at, self._end))
        return filled

    def _arabic_subject_before(self) -> Phrase | None:
        """ "إن الجيش قصف", "القوة ضبطت": a noun right before the verb, read from the start of its clause."""
        at = self._trigger.first
        while at > self._first and self._forms[at - 1] in ("قد", "وقد"):
            at -= 1
        if at <= self._first or self._forms[at - 1] in words("stops", "ar") or not self._forms[at - 1][0].isalpha():
            return None
        if self._forms[self._trigger.first][0] in "وف" and self._trigger.first == self._first:
            return None
        low = at
        while low > max(self._first, at - _REACH) and self._forms[low - 1] not in (
            "ان",
            "انه",
            "،",
            "بان",
            "وان",
            "لان",
            "كان",
        ):
            low -= 1
        return self._phrases.opening(low, at)

    def _is_adverb(self, at: int) -> bool:
        """An indefinite accusative ("طوعا", "مجددا") is no subject; a name may end in the same letter."""
        form = self._forms[at]
        names = self._mentions.agents_between(at, at + 1)
        return form.endswith("ا") and len(form) > _SHORTEST and not form.startswith("ال") and not names

    def _people_after(self, at: int) -> Phrase | None:
        """ "عاد إلى سوريا ما يزيد على 27 ألف لاجئ": the subject stands behind prepositional phrases, and is counted."""
        for _, quantity in self._mentions.quantities_between(at, min(self._stop, at + _REACH)):
            return self._phrases.after(quantity.first, self._end)
        return None

    def _has_damma(self) -> bool:
        """A written damma on the first letters shows the passive, which folding hides: سُلّم، يُفتح."""
        folded = self._mentions.tokens.folded
        span = folded.origin(
            self._mentions.tokens.starts[self._trigger.at], self._mentions.tokens.ends[self._trigger.at]
        )
        return "\u064f" in folded.original[span.start : span.start + 3]

    def _persian(self) -> Filled:
        trigger, filled = self._trigger, Filled()
        marker = next((at for at in range(trigger.first - 1, self._first - 1, -1) if self._forms[at] == "را"), None)
        target = self._phrases.before(marker, self._first) if marker is not None else None
        subject = self._phrases.opening(self._first, trigger.first)
        if subject is not None and target is not None and subject.stop > target.first:
            subject = Phrase(subject.first, target.first) if subject.first < target.first else None
        self._add(filled, trigger.voice.subject, subject)
        self._join(filled, subject)
        self._add(filled, trigger.voice.object, target)
        return filled

    def _english(self) -> Filled:
        trigger, filled = self._trigger, Filled()
        end = self._helped_from(trigger.at)
        if self._forms[end : end + 1] == ["to"] and end and self._forms[end - 1] in _GOVERNORS:
            end = self._helped_from(end - 1)  # "Ukraine plans to swap"
        low = end
        while low > max(0, end - _REACH) and self._forms[low - 1] not in _ENGLISH_WALLS:
            low -= 1
        wall = self._forms[low - 1] if low else ""
        subject = self._phrases.opening(low, end)
        antecedent = self._phrases.before(low - 1, max(0, low - _REACH)) if wall in _RELATIVES else None
        if subject is not None and self._forms[subject.first - 1] in _HELPERS:
            subject = None  # the verb before: "had rescued five women and seized rifles"
        if subject is None:
            subject, antecedent = antecedent, None
        self._add(filled, trigger.voice.subject, subject)
        if trigger.passive:
            self._add(filled, trigger.voice.object, self._behind(words("by", "en")))
        else:
            self._add(filled, trigger.voice.object, antecedent or self._phrases.after(trigger.stop, self._end))
        if trigger.passive and self._forms_between("between") >= 0:
            self._add(filled, Role.ACTOR, *self._pair(self._forms_between("between") + 1))
        return filled

    def _helped_from(self, end: int) -> int:
        """The first of the helpers and adverbs right before token `end`, an English verb."""
        while end > 0 and (self._forms[end - 1] in _HELPERS or self._forms[end - 1].endswith("ly")):
            end -= 1
        return end

    def _join(self, filled: Filled, subject: Phrase | None) -> None:
        if self._trigger.type in _JOINT and self._trigger.voice.subject is Role.ACTOR:
            self._add(filled, Role.ACTOR, self._partner(subject))

    def _forms_between(self, word: str) -> int:
        return next((at for at in range(self._trigger.stop, self._stop) if self._forms[at] == word), -1)

    def _genitive(self, at: int, following: str) -> Phrase | None:
        """What an Arabic or Persian verbal noun governs, over adjectives and the preposition that goes with it."""
        if self._mentions.lang == "ar":
            if following in _ARABIC_PREPOSITIONS:
                from_place = following == "من" and self._trigger.voice.genitive is Role.ACTOR
                return None if from_place else self._phrases.after(at + 1, self._end)
            definite = self._trigger.definite or self._forms[at - 1].startswith("ال")
            skipped = at
            while at < self._end and _is_adjective(self._forms[at], definite):
                at += 1
            following = self._forms[at] if at < self._end else ""
            if following.startswith("و") and not following.startswith(_WAW_WORDS):
                return None
            if following[:1] == "ل" and len(following) > _SHORTEST and (definite or at > skipped):
                phrase = self._phrases.after(at, self._end)
                return None if phrase is None or self._happens(phrase) else phrase._replace(cut=1)
            if at > skipped or definite:
                return None  # a noun with an adjective or article governs nothing
        phrase = self._phrases.after(at, self._end)
        return None if phrase is not None and (self._is_place(phrase) or self._happens(phrase)) else phrase

    def _happens(self, phrase: Phrase) -> bool:
        """Whether the phrase is itself a happening: "عمليات مكافحة", "اتفاق لإنهاء"."""
        return any(
            trigger.first == phrase.first for trigger in self._mentions.triggers_between(phrase.first, phrase.stop)
        )

    def _is_place(self, phrase: Phrase) -> bool:
        """Whether the phrase is a town or site: talks of Muscat are held there."""
        return any(
            place.first < phrase.stop and phrase.first < place.stop and place.name not in self._phrases.countries
            for place in self._mentions.places_between(phrase.first - 1, phrase.stop)
        )

    def _pair(self, at: int) -> tuple[Phrase | None, Phrase | None]:
        one = self._phrases.after(at, self._end)
        if one is None or one.stop >= self._end:
            return one, None
        follows = self._forms[one.stop]
        if follows in _AND:
            return one, self._phrases.after(one.stop + 1, self._end)
        return one, self._phrases.after(one.stop, self._end) if follows.startswith("و") else None

    def _behind(self, marks: frozenset[str]) -> Agent | Phrase | None:
        """The phrase that a preposition marks: "by the army", "من قبل الجيش", "توسط ارتش"; "against", "ضد", "علیه"."""
        for at in range(self._trigger.stop, min(self._stop, self._trigger.stop + _REACH)):
            if self._forms[at] in marks:
                phrase = self._phrases.after(at + 1, self._end)
                if phrase is not None and self._phrases.agent(phrase) is not None:
                    return phrase
        return None

    def _free(self, agent: Agent, taken: list[Phrase | Agent]) -> bool:
        if self._forms[agent.stop : agent.stop + 1] in (["-"], ["–"], ["/"]):
            return False  # a dateline
        return all(agent.stop <= one.first or one.stop <= agent.first for one in taken)

    def _add(self, filled: Filled, role: Role, *found: Phrase | Agent | None) -> None:
        for one in found:
            if one is None or role in (Role.NONE, Role.PLACE):
                continue
            if isinstance(one, Phrase) and not self._fits(one, role):
                continue
            filled.setdefault(role, []).append(one)

    def _fits(self, phrase: Phrase, role: Role) -> bool:
        """Things seized, opened or put off are told by figures; a mine or bomb does not act."""
        if role is Role.TARGET and self._trigger.type == "other":
            return self._phrases.is_person(phrase)
        return not (role is Role.ACTOR and self._trigger.type == "bombing" and not self._phrases.is_person(phrase))

    def _partner(self, phrase: Phrase | None) -> Phrase | None:
        """The second of two who act together: "بغداد ودمشق", "دولت یمن و انصارالله"."""
        if phrase is None or phrase.stop >= self._end or phrase.quantity is not None:
            return None
        follows = self._forms[phrase.stop]
        if follows in _AND:
            return self._phrases.after(phrase.stop + 1, self._end)
        if follows.startswith("و") and len(follows) > _SHORTEST and self._mentions.lang == "ar":
            partner = self._phrases.after(phrase.stop, self._end)
            return None if partner is None else partner._replace(cut=1)
        return None


def _is_adjective(form: str, definite: bool) -> bool:
    """An adjective agrees with its noun: with article behind a definite one, else a nisba or an accusative."""
    if definite:
        return form.startswith("ال")
    return not form.startswith("ال") and len(form) > _SHORTEST and form.endswith(("يا", "يه", "ي", "ا"))
