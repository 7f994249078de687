"""Who and whom of an Arabic trigger: subject and object behind the verb, or the noun that a masdar governs."""

from functools import cache

from extract.engines.asides import past_date
from extract.engines.phrases import Phrase
from extract.engines.role_reader import REACH, Filled, RoleReader
from extract.events import VIOLENT, Form, Role, Trigger
from extract.mentions.agents import Agent
from extract.mentions.head import HARMED
from extract.ontology.words import words
from extract.text import fold_word

_OPENERS = frozenset(("ان", "انه", "،", "بان", "وان", "لان", "كان"))  # what a subject before its verb stands behind
_WAW_WORDS = tuple("وزار وزير وزرا وفد وفود وحد وكال والد ولاي وسيط وسطا وجها واشنطن".split())
_IT = frozenset("انه انها بانه بانها وانه وانها فانه فانها".split())  # the speaker, in front of a verb
_CALLS = frozenset("دعا دعت يدعو تدعو طالب طالبت يطالب تطالب حث حثت يحث تحث ناشد ناشدت يناشد تناشد".split())
_EACH = frozenset(("كل", "جميع", "معظم"))
_HAVE = frozenset(("قد", "لن", "لم", "سوف"))
# Done to somebody, who stands behind the verb as well as its subject may.
_UNDERGONE = VIOLENT | {"arrest", "abduction", "killing", "detainee_transfer", "other"}
_CHAIN = 4  # verbs in a row that share their subject
_NEAR = 4  # tokens
_SHORTEST = 3  # letters
_INSIDE = frozenset(("النار", "نار", "القبض", "قبض", "سراح"))  # close a verb that its subject parts
_AMONG = frozenset(("من", "في", "ضمن"))  # between a subject and its object they say whose or where it is
# Accuses somebody else, who is named behind the accuser, or alone where nobody says who accuses.
_ACCUSES = frozenset("اتهم اتهمت اتهموا يتهم تتهم يتهمون متهما متهمين اتهام".split())
_ACCUSING = ("اتهم", "يتهم", "تتهم", "متهم")
# Verbs that carry out the deed which their object names.
_CARRY_OUT = frozenset("شن شنت يشن تشن نفذ نفذت ينفذ تنفذ ارتكب ارتكبت اجري اجرت".split())
_PRONOUNS = ("ه", "ها", "هم", "هما")
_UPON, _PENALTY_REACH = frozenset(("علي", "بحق")), 3  # tokens over "بالسجن"
_HIT = frozenset("استهدف استهدفت طال طالت اصاب اصابت".split())  # "قصف نفذه الجيش استهدف مواقع"
_DEFENDING = ["دفاعا", "عن", "النفس"]
_EXPOSED = frozenset("تعرض تعرضت تعرضوا تعرضا يتعرض تتعرض يتعرضون".split())
_TWO = frozenset(fold_word("وزيرا رئيسا قائدا زعيما مبعوثا ممثلا سفيرا مسؤولا مندوبا ملكا طرفا جانبا").split())
_PERSONS = frozenset(("arrest", "abduction", "killing", "detainee_transfer"))  # of persons, and of no kind of their own


class ArabicRoles(RoleReader):
    """Reads an Arabic trigger."""

    joined = 0  # verbs behind this one that ask it for their subject

    def verb(self) -> Filled:
        told = self._told_otherwise()
        return self._by_order() if told is None else told

    def _told_otherwise(self) -> Filled | None:
        """Where subject and object do not stand in their own places behind the verb."""
        sentenced = self._sentenced()
        if sentenced is not None:
            return {Role.TARGET: [sentenced]}
        if self._is_carried(self._trigger.stop):
            return self.noun()  # "قصف نفذه الطيران": a noun after all
        if self._trigger.voice.subject is not Role.ACTOR or self._trigger.passive:
            return None
        if self._is_told_by_noun():
            return self._with_object()
        if self._stands_for_speaker():
            return self._with_object(self._speaker())
        return self._with_object(*self._subject_told_before()) if self._shares_subject() else None

    def _by_order(self) -> Filled:
        """The subject behind the verb or before it, and the object behind both."""
        trigger, filled = self._trigger, Filled()
        subject, at = self._subject_before(), trigger.stop
        before = subject is not None
        if subject is None:
            subject = self._parted() or self._subject_after()
            at = max(at, subject.stop) if subject is not None else self._over_adverbs(at)
        at = past_date(self._mentions, at, self._end)
        passive = trigger.passive or self._has_damma() or self._is_hollow_passive() or self._is_done_by(at)
        passive = passive or (not before and self._befell(subject, at))
        role = trigger.voice.object if passive and not trigger.passive else trigger.voice.subject
        if trigger.passive and before and any(True for _ in self._mentions.quantities_between(at, at + 1)):
            passive, role = False, trigger.voice.object  # "الطرفان يتبادلان 250 أسيرا": an object follows
        self._add(filled, role, subject)
        last = self._join(filled, role, subject)
        at = max(at, last.stop) if last is not None else at
        if not passive:
            target = self._object(at)
            if target is not None and not self._happens(target):
                self._add(filled, trigger.voice.subject if trigger.passive else trigger.voice.object, target)
        return filled

    def noun(self) -> Filled:
        filled = super().noun()
        sufferer = self._sufferer() or self._sentenced()
        if sufferer is not None:
            filled[Role.TARGET] = [sufferer]
        return filled

    def _sentenced(self) -> Phrase | None:
        """Whom a judgment falls upon: "حكم على 400 شخص", "أحكام بالسجن بحق عشرة"."""
        trigger = self._trigger
        near = range(trigger.stop, min(self._end - 1, trigger.stop + _PENALTY_REACH))
        upon = next((at for at in near if self._forms[at] in _UPON), None) if trigger.type == "judgment" else None
        return None if upon is None else self._phrases.after(upon + 1, self._end)

    def fall_back(self, filled: Filled) -> None:
        if self._sufferer() is not None:
            return  # who is named before it suffers it
        accuser = self._accuser()
        if accuser is None:
            super().fall_back(filled)
            if Role.ACTOR not in filled and self._trigger.voice.subject is Role.ACTOR:
                self._add(filled, Role.ACTOR, self._before_day())
        elif Role.ACTOR not in filled:
            self._add(filled, Role.ACTOR, self._accused(accuser))

    def _before_day(self) -> Phrase | None:
        """ "شنت القوات، مساء الخميس، غارات": who stands behind the verb that a day parts from its deed."""
        opened, low = self._first - 1, self._mentions.tokens.sentence(self._trigger.first)[0]
        if opened < low or past_date(self._mentions, opened, self._end) != self._trigger.first:
            return None
        near = range(opened - 1, max(low, opened - REACH) - 1, -1)
        verb = next((at for at in near if self._forms[at].removeprefix("و") in _CARRY_OUT), None)
        phrase = self._phrases.after(verb + 1, opened) if verb is not None else None
        return phrase if phrase is not None and phrase.first == (verb or 0) + 1 else None

    def _accuser(self) -> int | None:
        """The verb of accusing before "بقتل": who stands right behind it accuses, and does nothing himself."""
        first, low = self._trigger.first, self._mentions.tokens.sentence(self._trigger.first)[0]
        of = first if self._forms[first].startswith("ب") else first - 1  # "بقتل", "بشن غارات"
        if self._trigger.form is not Form.NOUN or of < low or not self._forms[of].startswith("ب"):
            return None
        return next((at for at in range(of - 1, max(low, of - REACH) - 1, -1) if self._accuses(at)), None)

    def _accuses(self, at: int) -> bool:
        form = self._forms[at].lstrip("وف")
        return form in _ACCUSES or (form.endswith(_PRONOUNS) and form.startswith(_ACCUSING))

    def _accused(self, at: int) -> Agent | None:
        """ "اتهم الجيش الحركة بقتل": the last agent before the deed, unless a pronoun on the verb is the accused."""
        if self._forms[at].endswith(_PRONOUNS):
            return None
        agents = self._mentions.agents_between(at + 1, self._trigger.first)
        own = [one for one in agents if self._forms[one.first - 1] != "من"]
        return own[-1] if own else None

    def _sufferer(self) -> Phrase | None:
        """ "تعرضت القاعدة أمس لهجوم": whoever is exposed to a deed is its target."""
        first = self._trigger.first
        if not self._forms[first].startswith("ل"):
            return None
        for at in range(first - 1, max(self._mentions.tokens.sentence(first)[0], first - REACH) - 1, -1):
            if self._forms[at].removeprefix("و") in _EXPOSED:
                return self._phrases.after(at + 1, first)
        return None

    def _is_hollow_passive(self) -> bool:
        """ "اغتيل" of اغتال, "أقيل" of أقال: the passive of a hollow verb shows in its letters."""
        trigger = self._trigger
        if trigger.form is not Form.PAST:
            return False
        form = self._forms[trigger.at].removeprefix("و").removeprefix("ف").removesuffix("وا").removesuffix("ت")
        return form == _hollow_passive(trigger.lemma)

    def _only_tells(self, agent: Agent) -> bool:
        """Also who calls for the deed ("دعا المجلس إلى هدنة"), and who belongs to another deed told before ("مقتل قيادي
        في التنظيم واعتقال ثلاثة").
        """
        told = self._mentions.triggers_between(self._first, agent.first)
        done_to = self._trigger.type in _UNDERGONE
        if done_to and any(not one.form.verbal and one.type != self._trigger.type for one in told):
            return True
        return self._forms[agent.first - 1].removeprefix("و") in _CALLS or super()._only_tells(agent)

    def _befell(self, subject: Phrase | None, at: int) -> bool:
        """ "اعتقل خمسة أشخاص في الميناء": those counted behind the verb suffered it, unless an object follows them."""
        if subject is None or subject.quantity is None or self._trigger.type not in _UNDERGONE:
            return False
        if subject.quantity.kind not in HARMED:
            return False
        of_some = self._mentions.tokens.form(subject.quantity.count.stop) == "من"  # "ثلاثة من قادة التنظيم"
        return of_some or self._object(at) is None

    def _is_done_by(self, at: int) -> bool:
        """ "اختطفوا على يد مسلحين": the doer behind the subject shows the passive that the letters hide."""
        return self._trigger.type in _UNDERGONE and self._marked.by_at(at) is not None

    def _with_object(self, *actors: Phrase | Agent | None) -> Filled:
        """The places of a verb whose subject was told before it: only its object stands behind it."""
        filled = Filled()
        self._add(filled, Role.ACTOR, *actors)
        target = self._object(past_date(self._mentions, self._trigger.stop, self._end))
        if target is not None and not self._happens(target):
            self._add(filled, self._trigger.voice.object, target)
        return filled

    def _is_told_by_noun(self) -> bool:
        """ "القصف الذي استهدف السوق": the noun itself is the subject, unless the verb points back at it: "شنه"."""
        trigger = self._trigger
        return trigger.verb > trigger.first and not self._forms[trigger.verb].endswith(("ه", "ها"))

    def _stands_for_speaker(self) -> bool:
        """ "أعلن الجيش أنه صد": the pronoun in front of the verb is its subject."""
        at = self._trigger.first - 1
        while at > self._first and self._forms[at] in _HAVE:
            at -= 1
        return at >= 0 and self._forms[at] in _IT

    def _shares_subject(self) -> bool:
        """ "وفرقت الشرطة المحتجين واعتقلت 12 منهم": a verb joined to the one before, with no doer of its own."""
        trigger = self._trigger
        if self._forms[trigger.first][0] != "و" or trigger.type not in _UNDERGONE or not trigger.form.finite:
            return False
        told = self._told_before()
        if told is None or told.passive or told.voice.subject is not Role.ACTOR:
            return False
        following = self._phrases.after(self._over_adverbs(trigger.stop), self._end)
        return following is None or self._phrases.agent(following) is None

    def _told_before(self) -> Trigger | None:
        """The last verb before the trigger in its sentence."""
        low, _ = self._mentions.tokens.sentence(self._trigger.first)
        told = self._mentions.triggers_between(max(low, self._trigger.first - 2 * REACH), self._trigger.first)
        return next((one for one in reversed(told) if one.form.finite), None)

    def _subject_told_before(self) -> list[Phrase | Agent]:
        told = self._told_before()
        if told is None or told.first == self._trigger.first or self.joined >= _CHAIN:
            return []
        reader = ArabicRoles(self._mentions, self._phrases, told, self._first, self._trigger.first)
        reader.joined = self.joined + 1
        return reader.verb().get(Role.ACTOR, [])

    def govern(self, filled: Filled) -> None:
        at = self._trigger.stop
        role = self._trigger.voice.genitive
        carriers = words("carriers", "ar")
        carrier = next((one for one in range(at, min(self._end, at + _NEAR)) if self._forms[one] in carriers), -1)
        if carrier >= 0:
            doer = self._phrases.after(carrier + 1, self._end)
            self._add(filled, Role.ACTOR, doer)
            hit = doer.stop if doer is not None else self._end
            if hit < self._end and self._forms[hit] in _HIT and self._trigger.type in VIOLENT:
                self._add(filled, Role.TARGET, self._phrases.after(hit + 1, self._end))
            return
        phrase = self._genitive(at, self._forms[at] if at < self._end else "")
        if phrase is not None:
            self._of(filled, phrase, role)
        else:
            self._add(filled, role, self._agent_near())

    def _is_carried(self, at: int) -> bool:
        return at < self._end and self._forms[at] in words("carriers", "ar")

    def _parted(self) -> Phrase | None:
        """ "أطلق مسلحون النار", "ألقت الشرطة القبض على": the subject between the words of one verb."""
        first, stop = self._trigger.first + 1, self._trigger.stop
        limit = next((at for at in range(first, stop) if self._forms[at] in _INSIDE), stop - 1)
        return self._phrases.after(first, limit) if first < limit and limit < stop else None

    def _subject_after(self) -> Phrase | None:
        at = self._over_adverbs(self._trigger.stop)
        at += at < self._end and self._forms[at] in _EACH
        subject = self._phrases.after(at, self._end)
        if subject is None and self._trigger.voice.subject is Role.ACTOR:
            return self._people_after(at)
        return subject

    def _over_adverbs(self, at: int) -> int:
        while at < self._end:
            behind = self._over_defence(at)
            if behind == at and not self._is_adverb(at):
                break
            at = max(behind, at + 1)
        return at

    def _over_defence(self, at: int) -> int:
        """Behind "in self-defence", which is neither subject nor object."""
        return at + len(_DEFENDING) if self._forms[at : at + len(_DEFENDING)] == _DEFENDING else at

    def _object(self, at: int) -> Phrase | None:
        """The object behind the subject and what says whose or where that is: "وحدات من الدرك", "مسلحون في الجنوب"."""
        at = self._over_defence(at)
        for _ in range(2):
            if at < self._end and self._forms[at] in _AMONG:
                among = self._phrases.after(at + 1, self._end)
                if among is None:
                    return None
                at = among.stop
        at += at < self._end and self._forms[at] in words("governed", "ar")
        return None if at < self._end and self._phrases.is_within(at) else self._phrases.after(at, self._end)

    def _agent_near(self) -> Agent | None:
        """ "قتل ما يسمى أبو خديجة": an agent a few words on, with no mark between."""
        at = self._trigger.stop
        agents = self._mentions.agents_between(at, at + _NEAR)
        if not agents or not all(form.isalpha() for form in self._forms[at : agents[0].first]):
            return None
        if self._is_place(Phrase(agents[0].first, agents[0].stop)):
            return None
        between = [form for form in self._forms[at : agents[0].first] if form != "ما"]
        return agents[0] if words("stops", "ar").isdisjoint(between) else None

    def _subject_before(self) -> Phrase | None:
        """ "إن الجيش قصف", "القوة ضبطت": a noun right before the verb, read from the start of its clause."""
        at = self._trigger.first
        if self._trigger.verb > at:
            return None  # "تنفيذا لاتفاق أبرمته": the noun opens what the verb closes
        while at > self._first and self._forms[at - 1] in ("قد", "وقد", "فقد"):
            at -= 1
        if at <= self._first or self._forms[at - 1] in words("stops", "ar") or not self._forms[at - 1][0].isalpha():
            return None
        if self._forms[self._trigger.first][0] in "وف" and self._trigger.first == self._first:
            return None
        low = at
        while low > max(self._first, at - REACH) and self._forms[low - 1] not in _OPENERS:
            low -= 1
        return self._joined_clause(low, at) or self._phrases.opening(low, at)

    def _joined_clause(self, low: int, at: int) -> Phrase | None:
        """ "الحكومة ترفع الأجور | والبرلمان يصوت": the definite subject of the second of two clauses without a mark."""
        if self._forms[self._trigger.first].endswith(("ان", "ون", "وا", "ا")):
            return None  # both do it
        begin = at - 1
        while begin > low and self._forms[begin].startswith("ال"):
            begin -= 1
        if begin <= low or not self._forms[begin].startswith("وال") or self._phrases.is_whole(begin):
            return None
        return Phrase(begin, at, cut=1)

    def _is_adverb(self, at: int) -> bool:
        """An indefinite accusative ("طوعا", "مجددا") is no subject; a name may end in the same letter."""
        form = self._forms[at]
        if form in _TWO and self._forms[at + 1 : at + 2] and self._forms[at + 1].startswith("ال"):
            return False  # "وزيرا الخارجية": two in a construct
        names = self._mentions.agents_between(at, at + 1)
        return form.endswith("ا") and len(form) > _SHORTEST and not form.startswith("ال") and not names

    def _people_after(self, at: int) -> Phrase | None:
        """ "عاد إلى سوريا ما يزيد على 27 ألف لاجئ": the subject stands behind prepositional phrases, and is counted."""
        for _, quantity in self._mentions.quantities_between(at, min(self._stop, at + REACH)):
            return self._phrases.after(quantity.first, self._end)
        return None

    def _has_damma(self) -> bool:
        """A written damma on the first letters shows the passive, which folding hides: سُلّم، يُفتح."""
        folded = self._mentions.tokens.folded
        span = folded.origin(
            self._mentions.tokens.starts[self._trigger.at], self._mentions.tokens.ends[self._trigger.at]
        )
        return "\u064f" in folded.original[span.start : span.start + 3]

    def _genitive(self, at: int, following: str) -> Phrase | None:
        """What a verbal noun governs, over adjectives and the preposition that goes with it."""
        if following in words("governed", "ar"):
            from_place = following == "من" and self._trigger.voice.genitive is Role.ACTOR
            return None if from_place else self._phrases.after(at + 1, self._end)
        definite = self._trigger.definite or self._forms[at - 1].startswith("ال")
        skipped = at
        while at < self._end and self._describes(at, definite):
            at += 1
        following = self._forms[at] if at < self._end else ""
        if following.startswith("و") and not following.startswith(_WAW_WORDS):
            return None
        if following[:1] == "ل" and len(following) > _SHORTEST and (definite or at > skipped):
            phrase = self._phrases.after(at, self._end)
            return None if phrase is None or self._happens(phrase) else phrase._replace(cut=int(phrase.first == at))
        if at > skipped or definite:
            return None  # a noun with an adjective or article governs nothing
        phrase = self._phrases.after(at, self._end)
        return phrase if phrase is not None and self._stands(phrase) else None

    def _describes(self, at: int, definite: bool) -> bool:
        """Whether token `at` is the verbal noun's adjective. Who is arrested or killed may look like one: "صحفي"."""
        return (definite or self._trigger.type not in _PERSONS) and _is_adjective(self._forms[at], definite)


@cache
def _hollow_passive(lemma: str) -> str | None:
    """The passive of a lexicon entry's first word if it is a hollow verb."""
    verb = fold_word(lemma.rsplit(":", 1)[-1]).split(" ")[0]
    return verb[:-2] + "ي" + verb[-1] if len(verb) > _SHORTEST and verb[-2] == "ا" else None


def _is_adjective(form: str, definite: bool) -> bool:
    """An adjective agrees with its noun: with article behind a definite one, else a nisba or an accusative."""
    if definite:
        return form.startswith("ال")
    return not form.startswith("ال") and len(form) > _SHORTEST and form.endswith(("يا", "يه", "ي", "ا"))
