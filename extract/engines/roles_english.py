"""Who and whom of an English trigger: the subject before the verb, the object behind it."""

from extract.engines.complements import FROM
from extract.engines.phrases import Phrase
from extract.engines.role_reader import REACH, Filled, RoleReader
from extract.events import STRIKES, VIOLENT, Form, Role, Trigger
from extract.mentions.agents import Agent

_WALLS = frozenset(
    "that said says say when while which who whom whose because after before but as where if since until though "
    "although ; : / ( ) . - ,".split()
) | {"\n", '"'}
_RELATIVES = frozenset(("who", "which", "that", "whom"))
_TELLS = frozenset(
    "said says say tell tells told claims adds reports alleges insists believes shows show suggests".split()
)
_HELPERS = frozenset(
    "is are was were be been being has have had having will would could may might should must shall to not also do "
    "does did already still since later now all both then reportedly".split()
)
_AUXILIARIES = _HELPERS - frozenset(  # the others open a clause too: "Hours later rebels fired", "All forces left"
    "also already still since later now all both then reportedly".split()
)
_GOVERNORS = frozenset(  # verbs before "to" whose subject does the deed
    "plan plans planned planning intend intends intended intending hope hopes hoped hoping want wants wanted agree "
    "agrees agreed vow vows vowed vowing pledge pledges pledged pledging promise promises promised refuse refuses "
    "refused refusing fail fails failed failing try tries tried trying begin begins began begun start starts started "
    "continue continues continued threaten threatens threatened threatening decide decides decided aim aims aimed "
    "propose proposes proposed proposing seek seeks sought prepare prepares prepared preparing manage manages managed "
    "managing need needs needed expect expects expected attempt attempts attempted attempting offer offers offered "
    "struggle struggles struggled set due ready poised able unable".split()
)
_CARRIED = frozenset(
    "begin begins began start starts started launch launched conduct conducted hold held stage staged mount mounted "
    "sign signed complete completed carry carried reach reached order orders ordered".split()
)
_SUFFERED = frozenset(
    ("arrest", "abduction", "killing", "judgment", "detainee_transfer")
)  # what a headline tells in a bare participle
_NO_OBJECT = frozenset("in at near over during outside inside amid for on as again".split())
_AS_SUBJECT = (["which"], ["that"])
_HITTING, _HIT = frozenset(("targeting", "hitting", "striking")), frozenset(("targeted", "hit", "struck", "targets"))
_ASIDES = frozenset(("a", "an", "the", "aged"))
_COURTS = frozenset("court courts judge judges jury tribunal panel prosecutors prosecutor".split())
_ACCUSES = ("accus", "convict", "acquit", "suspect")
_OPENERS = frozenset("the a an its their his".split())


class EnglishRoles(RoleReader):
    """Reads an English trigger."""

    def verb(self) -> Filled:
        trigger, filled = self._trigger, Filled()
        subject, antecedent = self._subject()
        passive, voice = trigger.passive, trigger.voice
        if not passive and self._lacks_auxiliary(subject):
            passive, voice = True, voice.passive()
            subject = self._described(subject) or subject
        if subject is None and not passive:
            self._add(filled, voice.subject, self._speaker_meant() or self._shared_subject())
        self._add(filled, voice.subject, subject)
        self._join(filled, voice.subject, subject)
        if passive:
            self._add(filled, voice.object, self._marked.by())
        else:
            object_ = antecedent or self._phrases.after(self._over_second(), self._end)
            self._add(filled, voice.object, self._without_charge(object_))
        if passive and self._between() >= 0:
            self._add(filled, Role.ACTOR, *self._pair(self._between() + 1))
        return filled

    def _described(self, subject: Phrase | None) -> Phrase | None:
        """Whom a participle behind the object of another verb describes: "freed 88 people | jailed in 2024"."""
        trigger = self._trigger
        told = self._mentions.triggers_between(subject.stop, trigger.first) if subject is not None else []
        if not any(one.form.finite for one in told) or self._forms[trigger.first - 1] in ("and", ","):
            return None
        return self._phrases.before(trigger.first, told[-1].stop)

    def _shared_subject(self) -> Phrase | Agent | None:
        """The doer of the verb before, to which "and" joins this one: "police seized rifles and arrested two men"."""
        trigger = self._trigger
        if trigger.voice.subject is not Role.ACTOR or self._forms[trigger.first - 1 : trigger.first] != ["and"]:
            return None
        low = max(self._mentions.tokens.sentence(trigger.first)[0], trigger.first - 2 * REACH)
        told = [one for one in self._mentions.triggers_between(low, trigger.first) if one.form.finite]
        if not told or told[-1].passive or told[-1].voice.subject is not Role.ACTOR:
            return None
        before = EnglishRoles(self._mentions, self._phrases, told[-1], self._first, trigger.first)._subject()[0]
        return before if before is None or self._phrases.is_person(before) else None

    def _speaker_meant(self) -> Agent | None:
        """Whom the pronoun before the verb stands for: "The army said it had ...", "Police said they ..."."""
        pronoun = self._forms[self._helped_from(self._trigger.at) - 1]
        agent = self._speaker() if pronoun in ("it", "they") else None
        if agent is None:
            return None
        many = self._forms[agent.stop - 1].endswith("s") or self._forms[agent.stop - 1] == "police"
        return agent if many is (pronoun == "they") else None

    def _without_charge(self, phrase: Phrase | None) -> Phrase | None:
        """Who is accused, without of what: "accused the government of Chad | of arming rebels"."""
        if phrase is None or not self._forms[self._trigger.at].startswith(_ACCUSES):
            return phrase
        ofs = [at for at in range(phrase.first + 1, phrase.stop) if self._forms[at] == "of"]
        if not ofs:
            return phrase
        deed = self._forms[ofs[-1] + 1].endswith("ing")
        owned = not deed and self._mentions.agents_between(ofs[-1] + 1, ofs[-1] + 3)
        return phrase if owned else phrase._replace(stop=ofs[-1])

    def _over_second(self) -> int:
        """The token behind the trigger and the verb joined to it, which has the same object: "shot and wounded"."""
        at = self._trigger.stop
        joined = self._forms[at : at + 1] == ["and"] and at + 1 < self._end
        return at + 2 if joined and self._forms[at + 1].endswith("ed") else at

    def noun(self) -> Filled:
        """Also "the convoy came under attack from rebels", whose subject is the target, and "they stormed the town,
        killing 12".
        """
        told = self._goes_on_from()
        if told is not None:
            return self._goes_on(told)
        filled, first = super().noun(), self._trigger.first
        if first < 2 or self._forms[first - 1] != "under":
            return filled
        doer = self._marked.side(FROM["en"]) if Role.ACTOR not in filled else None
        self._add(filled, Role.ACTOR, doer)
        self._add(filled, Role.TARGET, self._phrases.opening(self._first, first - 1))
        return filled

    def _turned_on(self) -> Phrase | None:
        """Also what a relative clause or a participle says was hit: "a strike which targeted a car"."""
        at, forms = self._trigger.stop, self._forms
        at += forms[at : at + 1] == [","]
        relative = forms[at : at + 1] in _AS_SUBJECT
        at += relative
        hit = not self._trigger.form.verbal and at + 1 < self._end and forms[at] in (_HIT if relative else _HITTING)
        return self._phrases.after(at + 1, self._end) if hit else super()._turned_on()

    def _goes_on_from(self) -> Trigger | None:
        """The verb whose doer a participle behind a comma shares: "Gunmen stormed the town, killing 12 and abducting
        six".
        """
        trigger, forms = self._trigger, self._forms
        at = trigger.first - 1
        if trigger.form is not Form.PARTICIPLE or trigger.voice.subject is not Role.ACTOR or at < 1:
            return None
        if forms[at] == "and":
            at = next((comma for comma in range(at, max(0, at - REACH), -1) if forms[comma] == ","), 0)
        if forms[at] != "," or not (forms[at + 1].endswith("ing") and forms[trigger.first].endswith("ing")):
            return None
        low, _ = self._mentions.tokens.sentence(trigger.first)
        verbs = [one for one in self._mentions.triggers_between(low, at) if one.form.finite]
        return verbs[-1] if verbs and verbs[-1].voice.subject is Role.ACTOR and not verbs[-1].passive else None

    def _goes_on(self, told: Trigger) -> Filled:
        filled = EnglishRoles(self._mentions, self._phrases, told, self._first, self._trigger.first).verb()
        filled = {Role.ACTOR: filled.get(Role.ACTOR, [])}
        object_ = self._phrases.after(self._over_second(), self._end)
        if object_ is not None and not self._is_munition(object_):
            self._add(filled, self._trigger.voice.object, object_)
        return filled

    def govern(self, filled: Filled) -> None:
        """English bombs and shells "of" a target; a gerund has an object: "accused of shelling a hospital"."""
        trigger, at = self._trigger, self._trigger.stop
        role = Role.TARGET if trigger.type in STRIKES else trigger.voice.genitive
        following = self._forms[at] if at < self._end else ""
        if following == "of":
            phrase = self._phrases.after(at + 1, self._end)
            if phrase is not None:
                self._of(filled, phrase, role)
        elif following in _OPENERS and self._forms[at - 1].endswith("ing") and trigger.type in VIOLENT:
            self._add(filled, Role.TARGET, self._phrases.after(at, self._end))

    def fall_back(self, filled: Filled) -> None:
        """The subject of a verb that carries the noun ("the army launched a raid"), else an agent before it."""
        trigger = self._trigger
        idle = Role.ACTOR in filled or trigger.voice.subject is not Role.ACTOR
        near = range(max(0, trigger.first - 5), trigger.first)
        carried = next((at for at in near if self._forms[at] in _CARRIED), -1)
        if not idle and carried >= 0:
            subject = self._phrases.opening(self._behind_that(carried), carried)
            subject = subject or self._phrases.opening(self._first, carried)
            if subject is not None and subject.stop < trigger.first:
                self._add(filled, Role.ACTOR, subject)
                self._join(filled, Role.ACTOR, subject)
                return
        super().fall_back(filled)

    def _behind_that(self, stop: int) -> int:
        """Where what somebody said begins before token `stop`: "the cell reported that | jets had carried out ..."."""
        thats = (at for at in range(stop - 1, self._first, -1) if self._forms[at] == "that" and self._tells(at - 1))
        return next(thats, self._first - 1) + 1

    def _subject(self) -> tuple[Phrase | None, Phrase | None]:
        """The phrase that opens the verb's clause, and what its relative pronoun stands for as object."""
        end = self._helped_from(self._trigger.at)
        if self._forms[end : end + 1] == ["to"] and end and self._forms[end - 1] in _GOVERNORS:
            end = self._helped_from(end - 1)  # "Ukraine plans to swap"
        low, floor = end, max(self._mentions.tokens.sentence(self._trigger.first)[0], end - REACH)
        while low > floor and not self._is_wall(low - 1):
            low -= 1
        while low == floor > 0 and self._phrases.is_named(low) and self._phrases.is_named(low - 1):
            low = floor = low - 1  # not in the middle of "U.S."
        wall = self._forms[low - 1] if low else ""
        parted = not wall or wall in _WALLS
        low += wall == "," and low < end and self._forms[low].endswith("ing")  # "forcing thousands to flee"
        subject = self._phrases.opening(low, end) if parted else None  # else what stands there is in mid-clause
        last = low - 1 - (low > 1 and self._forms[low - 2] == ",")  # "the convoy, which was hit"
        if wall in _RELATIVES and last < low - 1:
            last = self._over_aside(last)
        relative = wall in _RELATIVES and not (wall == "that" and self._tells(low - 2))
        antecedent = self._phrases.before(last, max(0, last - REACH)) if relative else None
        subject = self._nearer(subject, end) if subject is not None else None
        if subject is not None and self._forms[self._trigger.at - 1] == "and" and self._is_object(low, subject):
            subject = None  # "had destroyed a hideout and | seized rifles"
        if subject is not None and self._forms[subject.first - 1] in _AUXILIARIES:
            subject = None  # the verb before: "had rescued five women and seized rifles"
        return (subject, antecedent) if subject is not None else (antecedent, None)

    def _is_wall(self, at: int) -> bool:
        """Whether no subject reaches over token `at`; the full stops of "U.S." and hyphens part nothing."""
        return self._forms[at] in _WALLS and not (self._phrases.joins(at) or self._phrases.is_named(at))

    def _is_object(self, low: int, phrase: Phrase) -> bool:
        """Whether a verb stands before the phrase, and only an article between."""
        told = [one for one in self._mentions.triggers_between(low, phrase.first) if one.form.finite]
        return bool(told) and phrase.first - told[-1].stop <= 1

    def _nearer(self, subject: Phrase, end: int) -> Phrase:
        """The subject, or where a verb has already told of it, the one that "and" opens: "police fired and the car |
        exploded".
        """
        told = [one for one in self._mentions.triggers_between(subject.stop, end) if one.form.finite]
        own = self._phrases.before(end, told[-1].stop) if told else None
        joined = own is not None and "and" in self._forms[max(told[-1].stop, own.first - 2) : own.first]
        return own if own is not None and joined else subject

    def _tells(self, at: int) -> bool:
        """Whether "that" behind token `at` opens what somebody said: "claimed that the militia had shot down ..."."""
        return self._forms[at] in _TELLS or self._forms[at].endswith("ed")

    def _over_aside(self, last: int) -> int:
        """Where a name ends that an aside says more of: "Dr Adams, a surgeon aged 36, who was killed"."""
        for at in range(last - 2, max(0, last - REACH), -1):
            if self._forms[at] == ",":
                return at if self._forms[at + 1] in _ASIDES else last
        return last

    def _lacks_auxiliary(self, subject: Phrase | None) -> bool:
        """A headline's participle, behind which no object can stand: "Journalist detained in Istanbul", "Ports hit"."""
        trigger = self._trigger
        if trigger.form is not Form.PAST or self._helped_from(trigger.at) < trigger.at:
            return False
        struck = trigger.type in VIOLENT and subject is not None and self._is_place(subject)
        behind = self._forms[trigger.stop] if trigger.stop < self._end else ""
        if self._forms[trigger.at] == "targeted" and behind in ("in", "by"):
            return True
        if trigger.type not in _SUFFERED and not struck:
            return False
        if self._phrases.counted(trigger.stop) is not None or self._is_court(subject):
            return False  # "sentenced | at least 16 officials", "the court ruled on Monday"
        return behind in _NO_OBJECT or not behind.isalnum() or (behind == "to" and trigger.type == "judgment")

    def _is_court(self, subject: Phrase | None) -> bool:
        """Whether who judges stands before a judgment."""
        if subject is None or self._trigger.type != "judgment":
            return False
        return not _COURTS.isdisjoint(self._forms[subject.first : subject.stop])

    def _helped_from(self, end: int) -> int:
        """The first of the helpers and adverbs right before token `end`, an English verb."""
        while end > 0 and (self._forms[end - 1] in _HELPERS or self._forms[end - 1].endswith("ly")):
            end -= 1
        return end

    def _between(self) -> int:
        return next((at for at in range(self._trigger.stop, self._stop) if self._forms[at] == "between"), -1)
