"""What all languages share in reading the places around one trigger: verbal nouns, marked phrases, what fits a role."""

from abc import ABC, abstractmethod
from bisect import bisect_left
from dataclasses import replace

from extract.engines.complements import FROM, TO, Complements
from extract.engines.nearby import named
from extract.engines.phrases import Phrase, Phrases
from extract.events import VIOLENT, Form, Role, Trigger
from extract.mentions import Mentions
from extract.mentions.agents import Agent
from extract.mentions.head import HARMED
from extract.ontology.words import words
from extract.proposals import Named

REACH = 14  # tokens from a verb to its subject
_BETWEEN = frozenset(("between", "بين", "ميان"))
_AND = frozenset(("and", "و"))
_JOINT = frozenset(("talks", "agreement", "detainee_transfer", "ceasefire", "training"))
_SHORTEST = 3  # letters
_FATES = (["مقتل"], ["واصابه"], ["اصابه"], ["استشهاد"], ["وفاه"])  # whose genitive is the victim
_SANCTIONS = ("عقوب", "sanction", "تحريم", "حظر")  # what is imposed is no target
_TELLING = 3  # tokens from a speaker to what is announced: "الجيش يعلن انسحاب"
_AFTERWARDS = frozenset(("after", "before", "following", "amid", "despite", "over"))
_MUTUAL = (
    "clash",
    "fight",
    "gunfight",
    "battle",
    "gun",
    "firefight",
    "اشتباك",
    "الاشتباك",
    "معارك",
    "مواجه",
    "درگير",
    "نبرد",
)
_OF_MISSION = frozenset(("of", "the", "its"))
_CLAIMS = ("claim", "responsib", "تبنى", "أعلن", "ادعى", "عهده", "گردن", "پذیر", "گرفت")
_CARRIERS_OF_AID = frozenset(
    "قافله قوافل قافلتان شاحنه شاحنات طايره طايرات سفينه convoy convoys truck trucks lorry lorries "
    "كاروان كاميون كاميونها محموله".split()
)
_FIRED = frozenset("launched launch launching fired fire firing sent sending lobbed hurled".split())
_PENALTIES = frozenset("sentence sentences verdict verdicts ruling rulings term terms warrant warrants death".split())
_NO_DOERS = frozenset(  # English: what tells of deeds and does none
    "action actions move moves decision decisions measure measures step steps plan plans war conflict attack attacks "
    "agreement deal law vote report reports incident blast explosion fire truce ceasefire crisis violence fighting "
    "clashes tensions unrest strike strikes airstrikes raid raids bombardment shelling "
    "mission missions presence round rounds batch batches wave waves phase phases".split()
)
_HARM = frozenset("injury injuries casualties death deaths fatalities damage losses".split())
_DUTIES = (
    "مسووليه",
    "مسيوليه",
    "مسووليت",
    "مسيوليت",
    "السيطره",
    "قياده",
    "responsibility",
    "control",
    "command",
    "security",
)
_MUNITIONS = tuple(
    "قذيف قذايف صاروخ صواريخ رشقات قنبل قنابل rocket missile shell mortar bomb grenade "
    "موشك راكت گلوله خمپاره بمب نارنجك كمربند".split()
)
_GRIP = frozenset(("كنترل", "اختيار", "تصرف", "دست"))  # Persian: «به کنترل | ارتش درآمد»
_DEEDS = frozenset(("attacks", "airstrikes", "operations", "agreements"))  # "four ISIS attacks": who did them acts
_MISSIONS = frozenset("مهمه مهام مهمات ماموريت ماموريتهاي mission mandate operations work".split())
_WEAPONS = frozenset(("equipment",))
_AIMED = VIOLENT | {"sanctions"}  # types that are turned on somebody

Filled = dict[Role, list[Phrase | Agent]]


class RoleReader(ABC):
    """Reads the places around one trigger, whose clause is the tokens `[first, stop)`."""

    def __init__(self, mentions: Mentions, phrases: Phrases, trigger: Trigger, first: int, stop: int) -> None:
        self._mentions = mentions
        self._forms = mentions.tokens.forms
        self._phrases = phrases
        self._trigger = trigger
        self._first, self._stop = first, max(stop, trigger.stop)
        self._end = mentions.tokens.sentence(trigger.first)[1]
        self._marked = Complements(mentions, phrases, trigger, first, self._stop)

    @abstractmethod
    def verb(self) -> Filled:
        """What stands in the places of subject and object."""

    @abstractmethod
    def govern(self, filled: Filled) -> None:
        """Add what a verbal noun governs as its genitive."""

    def noun(self) -> Filled:
        """A verbal noun: what it governs, and what "by", "against" and "between" bring in."""
        trigger, lang, filled = self._trigger, self._mentions.lang, Filled()
        at = trigger.stop
        following = self._forms[at] if at < self._end else ""
        against = words("against", lang)
        if following in _BETWEEN:
            self._add(filled, Role.ACTOR, *self._pair(at + 1))
        elif following in against and (lang != "ar" or following not in words("governed", lang)):
            self._add(filled, Role.TARGET, self._marked.hit(self._phrases.after(at + 1, self._end)))
        else:
            self.govern(filled)
        if not filled:
            self._govern_own(filled)
        if Role.TARGET not in filled:
            self._add(filled, Role.TARGET, self._behind(against))
        return filled

    def _govern_own(self, filled: Filled) -> None:
        """The genitive whose head the trigger's own words hold: «خروج نیروهای ائتلاف»."""
        first, stop = self._trigger.first, self._trigger.stop
        own = self._mentions.agents_between(first + 1, stop)
        if self._mentions.lang != "en" and own and own[-1].stop >= stop:
            phrase = self._phrases.after(own[-1].first, self._end)
            if phrase is not None and phrase.stop > stop:
                self._of(filled, phrase, self._trigger.voice.genitive)

    def _speaker(self) -> Agent | None:
        """The body that speaks in the sentence, for which a pronoun stands: "The army said it had bombed"."""
        source = self._mentions.sources.get(self._mentions.tokens.sentence(self._trigger.first)[0])
        if source is None:
            return None
        first = bisect_left(self._mentions.tokens.starts, source.start)
        agents = self._mentions.agents_between(max(0, first - 1), first + 2)
        agent = next((one for one in agents if one.first == first or one.end == source.end), None)
        return None if agent is None else replace(agent, start=source.start, end=max(agent.end, source.end))

    def add_marked(self, filled: Filled) -> None:
        """Add the doer behind "by", the partner behind "with", and what violence is turned on."""
        trigger = self._trigger
        doer = self._marked.by() if Role.ACTOR not in filled or trigger.voice.subject is Role.TARGET else None
        if doer is not None and not self._taken(filled, doer):
            self._add(filled, Role.ACTOR, doer)
        if trigger.type in _JOINT and len(filled.get(Role.ACTOR, ())) == 1:
            partner = self._marked.partner()
            if partner is not None and not self._taken(filled, partner):
                self._add(filled, Role.ACTOR, partner)
        if trigger.type == "handover":
            self._add_sides(filled)
        if trigger.type == "aid":
            self._add_recipient(filled)
        aimed = trigger.type in _AIMED and not trigger.parries and not self._is_mutual()
        if aimed and self._aims(filled.get(Role.TARGET, [])):
            target = self._turned_on()
            if target is not None and not self._taken({Role.ACTOR: filled.get(Role.ACTOR, [])}, target):
                filled[Role.TARGET] = [target]

    def _is_mutual(self) -> bool:
        """Whether both sides fight: a clash is turned on nobody."""
        return self._trigger.type == "attack" and self._forms[self._trigger.first].startswith(_MUTUAL)

    def _add_sides(self, filled: Filled) -> None:
        """Who receives a base and who gives it; "responsibility" itself does nothing."""
        actors = [one for one in filled.pop(Role.ACTOR, []) if not self._forms[one.first].endswith(_DUTIES)]
        if self._mentions.lang == "fa":  # «پایگاه به ارتش واگذار شد»: the base is the place
            actors = [one for one in actors if not (isinstance(one, Phrase) and self._phrases.is_site(one))]
        for marks in (TO, FROM):
            side = self._marked.side(marks[self._mentions.lang])
            if side is not None and self._forms[side.first] in _GRIP and side.stop > side.first + 1:
                side = side._replace(first=side.first + 1)
            if side is not None and not self._taken({Role.ACTOR: actors}, side):
                actors.append(side)
        self._add(filled, Role.ACTOR, *actors)

    def _add_recipient(self, filled: Filled) -> None:
        """Aid is given to persons; what is given is no target."""
        targets = [
            one for one in filled.pop(Role.TARGET, []) if isinstance(one, Phrase) and self._phrases.is_recipient(one)
        ]
        recipient = self._marked.recipient()
        if recipient is not None and not self._taken(filled, recipient):
            targets = [recipient]
        self._add(filled, Role.TARGET, *targets)

    def _aims(self, targets: list[Phrase | Agent]) -> bool:
        """Whether the target is still to be found: none is told, or only the weapon that flew."""
        return all(isinstance(one, Phrase) and self._is_weapon(one) for one in targets)

    def _is_weapon(self, phrase: Phrase) -> bool:
        return self._is_munition(phrase) or (phrase.quantity is not None and phrase.quantity.kind in _WEAPONS)

    def _is_munition(self, phrase: Phrase) -> bool:
        """Whether the phrase is what was fired or thrown, which neither acts nor is aimed at."""
        head = self._forms[self._phrases.head(phrase)]
        return self._trigger.type in VIOLENT and head.removeprefix("ال").startswith(_MUNITIONS)

    def _turned_on(self) -> Phrase | None:
        return self._marked.turned_on(self._trigger.stop, over_list=self._forms[self._trigger.at] in _FIRED)

    def _taken(self, filled: Filled, phrase: Phrase | Agent) -> bool:
        return any(phrase.first < one.stop and one.first < phrase.stop for found in filled.values() for one in found)

    def fall_back(self, filled: Filled) -> None:
        """Known agents of the clause where no phrase stood in its place."""
        if Role.ACTOR in filled or self._trigger.voice.subject is not Role.ACTOR:
            return
        if self._trigger.form not in (Form.NOUN, Form.PARTICIPLE) and self._trigger.verb <= self._trigger.first:
            return
        own = self._mentions.agents_between(self._trigger.first, self._trigger.stop)
        if own and own[0].stop < self._trigger.stop:
            if self._forms[own[0].first - 1] in words("against", self._mentions.lang):
                self._add(filled, Role.TARGET, own[0])  # «تحریم‌هایی علیه ایران وضع کرد»
                return
            self._add(filled, Role.ACTOR, own[0])  # "Israeli strike"
            return
        if self._is_spoken_of():
            return
        taken = [phrase for found in filled.values() for phrase in found]
        before = [
            agent
            for agent in self._mentions.agents_between(self._first, self._trigger.first)
            if self._free(agent, taken)
            and not (self._suffers(agent) or self._only_tells(agent) or self._comes_later(agent))
        ]
        if before:
            doer = before[-1] if self._mentions.lang == "en" else before[0]
            self._add(filled, Role.ACTOR, *self._joined_before(doer, before), self._counted(doer))

    def _comes_later(self, agent: Agent) -> bool:
        """Whether an agent is of what followed: "Minister expels envoys after raid"."""
        between = self._forms[agent.stop : self._trigger.first]
        return self._mentions.lang == "en" and not _AFTERWARDS.isdisjoint(between)

    def _is_spoken_of(self) -> bool:
        """Whether a statement takes a stand on the deed, which whoever makes it did not do: "condemned the attack". A
        claim of responsibility is none.
        """
        return any(
            one.type == "statement" and one.form.finite and not any(claim in one.lemma for claim in _CLAIMS)
            for one in self._mentions.triggers_between(self._first, self._stop)
        )

    def _joined_before(self, doer: Agent, before: list[Agent]) -> list[Agent]:
        """The first of two who act together: "Israel and Hamas agreed to a truce"."""
        if self._trigger.type not in _JOINT or self._mentions.lang != "en":
            return []
        return [one for one in before if self._forms[one.stop : doer.first] == ["and"]]

    def _only_tells(self, agent: Agent) -> bool:
        """Whether an agent is the sentence's speaker, and the trigger not the very thing announced. Persian is left
        alone: merging leans on the actor there, and recorded requests on merging.
        """
        source = self._mentions.sources.get(self._mentions.tokens.sentence(self._trigger.first)[0])
        if self._mentions.lang == "fa" or source is None or not source.start <= agent.start < source.end:
            return False
        starts = self._mentions.tokens.starts
        if self._forms[agent.stop : agent.stop + 1] in (["said"], ["says"]):
            return True  # "the army said three raids ...", unlike "announced a raid"
        return source.end <= starts[max(0, self._trigger.first - _TELLING)]

    def _counted(self, agent: Agent) -> Phrase | Agent:
        """The counted persons that an agent only describes: "2,000 American soldiers"."""
        for _, quantity in self._mentions.quantities_between(max(0, agent.first - _SHORTEST), agent.stop):
            noun = quantity.noun_tokens
            if noun is not None and noun[0] <= agent.first <= noun[1] and quantity.kind not in _DEEDS:
                return Phrase(noun[0], noun[1], quantity)
        return agent

    def _suffers(self, agent: Agent) -> bool:
        """Whether an agent is of the persons counted as killed or wounded: "two Syrian soldiers died in an attack"."""
        if self._forms[agent.first - 1 : agent.first] in _FATES:
            return True
        return any(
            quantity.kind in HARMED and agent.first <= (quantity.noun_tokens or (0, quantity.stop))[1]
            for _, quantity in self._mentions.quantities_between(max(0, agent.first - _SHORTEST), agent.stop)
        )

    def end_mission(self, filled: Filled) -> None:
        """The mission of a force ends: the force is the target, and no mission acts."""
        filled[Role.ACTOR] = [one for one in filled.get(Role.ACTOR, []) if self._forms[one.first] not in _MISSIONS]
        at, of = self._trigger.stop, self._forms
        while at < self._end and (of[at] in _MISSIONS or of[at] in _OF_MISSION):
            at += 1
        named = at > self._trigger.stop or self._forms[at - 1] in _MISSIONS
        phrase = self._phrases.after(at, self._end) if named and self._mentions.lang != "fa" else None
        targets = [phrase] if phrase is not None and self._phrases.agent(phrase) is not None else []
        filled[Role.ACTOR] = [one for one in filled[Role.ACTOR] if not self._taken({Role.TARGET: [*targets]}, one)]
        filled[Role.TARGET] = [*targets]

    def may_meet(self, phrase: Phrase) -> bool:
        """Whether who is met is a party to the meeting: "met his counterpart"."""
        return not self._is_place(phrase) and (self._phrases.is_person(phrase) or self._marked.is_peer(phrase))

    def named(self, one: Phrase | Agent) -> Named:
        """What fills a role, as a quote."""
        return self._phrases.named(one) if isinstance(one, Phrase) else named(self._mentions, one)

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

    def _of(self, filled: Filled, phrase: Phrase, role: Role) -> None:
        """The noun that a verbal noun governs. Only who can act is an actor."""
        if role is Role.ACTOR:
            agent = self._phrases.agent(phrase)
            named = agent is not None and (agent.first == phrase.first or self._closes(agent, phrase))
            if phrase.quantity is None and not named and not (self._is_place(phrase) and self._stands(phrase)):
                return
        fits = role is Role.ACTOR or not self._is_place(phrase) or self._stands(phrase)
        self._add(filled, role, phrase if fits else None)
        if role is Role.ACTOR:
            self._join(filled, role, phrase)

    def _closes(self, agent: Agent, phrase: Phrase) -> bool:
        """Whether an agent is the head of an English phrase: "the US-led | forces"."""
        return self._mentions.lang == "en" and agent.stop == phrase.stop

    def _pair(self, at: int) -> tuple[Phrase | None, Phrase | None]:
        one = self._phrases.after(at, self._end)
        return one, self._partner(one)

    def _behind(self, marks: frozenset[str]) -> Phrase | None:
        """The agent that a preposition marks: "against", "ضد", "علیه"."""
        for at in range(self._trigger.stop, min(self._stop, self._trigger.stop + REACH)):
            if self._forms[at] in marks:
                phrase = self._marked.hit(self._phrases.after(at + 1, self._end))
                if phrase is not None and self._phrases.agent(phrase) is not None:
                    return phrase
        return None

    def _stands(self, phrase: Phrase) -> bool:
        """Whether a phrase may stand behind a verbal noun as its genitive: no happening, no place unless one of two
        sides or a building struck.
        """
        if self._happens(phrase):
            return False
        if not self._is_place(phrase):
            return True
        role, kind = self._trigger.voice.genitive, self._trigger.type
        if kind in VIOLENT:
            return role is Role.TARGET and not self._is_town(phrase)
        return kind in _JOINT and self._partner(phrase) is not None

    def _is_town(self, phrase: Phrase) -> bool:
        """Whether the phrase names a known place, which tells where rather than whom."""
        return any(place.name is not None for place in self._mentions.places_between(phrase.first, phrase.stop))

    def _free(self, agent: Agent, taken: list[Phrase | Agent]) -> bool:
        if self._forms[agent.first - 1 : agent.first] in (["told"], ["tells"], ["no"]):
            return False  # "told CNN that the raid ...", "no group has claimed it"
        if self._forms[agent.stop : agent.stop + 1] in (["-"], ["–"], ["/"]):
            return False  # a dateline
        return all(agent.stop <= one.first or one.stop <= agent.first for one in taken)

    def _add(self, filled: Filled, role: Role, *found: Phrase | Agent | None) -> None:
        for one in found:
            if one is None or role in (Role.NONE, Role.PLACE):
                continue
            if isinstance(one, Phrase) and role is Role.ACTOR and self._is_munition(one):
                own = self._phrases.agent(one)  # "Russian missiles"
                if own is not None and own.name is not None:
                    filled.setdefault(role, []).append(own)
                continue
            if isinstance(one, Phrase) and not self._fits(one, role):
                if role is Role.TARGET and self._trigger.type == "other" and self._phrases.is_site(one):
                    filled.setdefault(Role.PLACE, []).append(one)  # "seized the town of Sake"
                continue
            filled.setdefault(role, []).append(one)

    def _fits(self, phrase: Phrase, role: Role) -> bool:
        """Things seized, opened or put off are told by figures; a mine or bomb does not act, a deed is no target."""
        if role is Role.TARGET and self._trigger.type == "sanctions":
            return not any(form.startswith(_SANCTIONS) for form in self._forms[phrase.first : phrase.stop])
        if role is Role.ACTOR and self._mentions.lang == "en" and self._forms[self._phrases.head(phrase)] in _NO_DOERS:
            return False
        if self._forms[self._trigger.at] in _FIRED and self._is_weapon(phrase):
            return False  # "40 drones launched at the port", "fired rockets toward the town"
        if role is Role.TARGET and self._forms[self._phrases.head(phrase)] in _HARM:
            return False  # "causing two injuries"
        if role is Role.TARGET and self._trigger.type == "judgment" and self._mentions.lang == "en":
            return self._forms[self._phrases.head(phrase)] not in _PENALTIES
        if role is Role.ACTOR and self._trigger.type == "aid":  # a convoy is what is sent
            carried = phrase.quantity is not None and phrase.quantity.kind in ("equipment", "batches")
            return not carried and _CARRIERS_OF_AID.isdisjoint(self._forms[phrase.first : phrase.stop])
        if role is Role.TARGET and self._trigger.type == "displacement" and self._is_place(phrase):
            return self._phrases.is_person(phrase)  # "fled Kidal"
        called = self._trigger.type == "statement" and self._trigger.stop - self._trigger.first > 1  # "calls on"
        if role is Role.TARGET and self._trigger.type in ("other", "statement") and not called:
            return self._phrases.is_person(phrase) and not self._phrases.is_site(phrase)
        return not (role is Role.ACTOR and self._trigger.type == "bombing" and not self._phrases.is_person(phrase))

    def _join(self, filled: Filled, role: Role, one: Phrase | None) -> Phrase | None:
        """Add the second of two that `one` begins, and give the last of them."""
        partner = self._partner(one)
        if partner is not None and self._happens(partner):
            return one
        joint = role is Role.ACTOR and self._trigger.type in _JOINT
        counted = role is Role.TARGET and partner is not None and self._phrases.is_person(partner)
        if partner is None or not (joint or counted or self._phrases.agent(partner) is not None):
            return one
        self._add(filled, role, partner)
        return partner

    def _partner(self, phrase: Phrase | None) -> Phrase | None:
        """The second of two who act together: "بغداد ودمشق", "دولت یمن و انصارالله"."""
        if phrase is None or phrase.stop >= self._end or phrase.quantity is not None:
            return None
        follows = self._forms[phrase.stop]
        if follows in _AND:
            return self._phrases.after(phrase.stop + 1, self._end)
        if self._mentions.lang != "ar" or self._phrases.is_whole(phrase.stop):
            return None  # "واشنطن"
        if follows.startswith("و") and len(follows) > _SHORTEST:
            partner = self._phrases.after(phrase.stop, self._end)
            return None if partner is None else partner._replace(cut=int(partner.first == phrase.stop))
        return None
