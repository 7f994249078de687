"""Who and whom of a Persian trigger: subject, object and marked phrases all stand before the verb."""

from bisect import bisect_left

from extract.engines.phrases import Phrase
from extract.engines.role_reader import REACH, Filled, RoleReader
from extract.engines.speakers import says_until
from extract.events import VIOLENT, Form, Role
from extract.events.beside import follows_text
from extract.events.realis_persian_nouns import ASKING
from extract.events.realis_persian_verbs import CARRIED_OUT, tense_of
from extract.mentions.agents import Agent
from extract.ontology.words import words
from extract.text import fold_word

_OBJECT = "را"
_THAT, _OF = "كه", "از"
_OPENERS = frozenset(("يك", "اين", "ان", "چند"))  # open an object behind the subject
_DONE = frozenset("انجام داد دادند كرد كردند داده دادهاند".split())
_UNDERGONE = ("گرفت", "ميگيرد")  # «هدف حمله قرار گرفت»
_BECAME = ("شد", "ميشو", "امد")
_BEFALLS = ("شد", "ميشو", "گرديد", "افتاد")  # a verb whose subject does nothing
_OBJECT_REACH = 6  # tokens from a noun over its genitive to را
_SUFFERED = frozenset(("abduction", "killing", "arrest", "detainee_transfer", "sanctions", "judgment"))
_CITING = frozenset(("به", word) for word in ("گفته", "گزارش", "نوشته", "اعلام", "نقل"))
_RESPONSIBILITY = frozenset(("مسيوليت", "مسووليت", "مسيووليت"))
_TAKEN_ON = frozenset(fold_word("عهده برعهده گردن دوش پذیرفت پذیرفته پذیرفتند پذیرفته‌اند قبول").split())
_UNDER = "تحت"  # «تحت اشغال نیروهای خارجی»: who stands behind does it
_SOME = frozenset(
    fold_word("شمار تعداد گروه بخش عده جمع شماری تعدادی گروهی بخشی عده‌ای جمعی یکی برخی بسیاری دو").split()
)
_LONGEST_SUBJECT = 8  # tokens
_PUTS = frozenset(fold_word("اعلام ذکر عنوان برآورد گزارش").split())
_NEAR = 2  # tokens from a body to the name that ends it: «وزارت خارجه قطر»


class PersianRoles(RoleReader):
    """Reads a Persian trigger."""

    def verb(self) -> Filled:
        trigger, filled = self._trigger, Filled()
        if trigger.form is Form.INFINITIVE:
            return self.noun()
        if self._is_sum():
            return filled
        duty = self._claimed()
        if duty is not None:
            self._add(filled, Role.ACTOR, self._claimant(duty))
            return filled
        target = self._object()
        subject = self._phrases.opening(self._behind_speaker(), trigger.first)
        if subject is not None and target is not None and subject.stop > target.first:
            border = self._border(subject.first, target.stop) if target.quantity is None else target.first
            border = target.first if border is None else border
            subject = Phrase(subject.first, border) if subject.first < border else None
            target = target._replace(first=border) if target.quantity is None else target
        subject = self._with_partitive(subject)
        passive = self._is_undergone() or self._is_passive_lemma()
        self._add(filled, trigger.voice.object if passive else trigger.voice.subject, subject)
        self._join(filled, trigger.voice.object if passive else trigger.voice.subject, subject)
        if subject is None and not passive:
            self._add(filled, Role.ACTOR, self._announcer() or self._before_comma())
        if target is not None and not self._happens(target):
            self._add(filled, trigger.voice.object, target)
        return filled

    def _before_comma(self) -> Phrase | None:
        """The subject that a comma parts from what it does: «گروه انصار، پایگاه را هدف قرار داد»."""
        first, low = self._first, self._mentions.tokens.sentence(self._trigger.first)[0]
        if self._trigger.voice.subject is not Role.ACTOR or self._forms[first - 1 : first] not in (["،"], [","]):
            return None
        told = any(tense_of(self._forms, at) is not None for at in range(low, first - 1))
        if told or not 0 < first - 1 - low <= _LONGEST_SUBJECT:
            return None
        subject = self._phrases.opening(low, first - 1)
        if subject is None or subject.first != low:
            return None
        return subject if subject.stop - subject.first > 1 or self._phrases.agent(subject) is not None else None

    def _is_sum(self) -> bool:
        """«آمار قربانیان را ده کشته اعلام کرد»: the dead are what somebody puts their number at."""
        trigger = self._trigger
        counted = trigger.type in VIOLENT and self._forms[trigger.stop : trigger.stop + 1]
        return bool(counted) and counted[0] in _PUTS and self._phrases.counted(trigger.first - 1) is not None

    def _with_partitive(self, subject: Phrase | None) -> Phrase | None:
        """«شمار زیادی | از نیروهای آمریکایی»: the subject with whom it is a part of."""
        if subject is None or subject.quantity is not None or self._forms[subject.first] not in _SOME:
            return subject
        if self._forms[subject.stop : subject.stop + 1] != [_OF] or subject.stop >= self._trigger.first:
            return subject
        whole = self._phrases.after(subject.stop + 1, self._trigger.first)
        return subject if whole is None else subject._replace(stop=whole.stop)

    def _claimed(self) -> int | None:
        """The token of "responsibility" where the verb claims it: «مسئولیت حمله را بر عهده گرفت»."""
        trigger = self._trigger
        if trigger.type != "statement" or not _TAKEN_ON.intersection(self._forms[trigger.first : trigger.stop]):
            return None
        return next((at for at in range(self._first, trigger.first) if self._forms[at] in _RESPONSIBILITY), None)

    def _claimant(self, duty: int) -> Phrase | None:
        """Who claims, before the responsibility or behind its marker: «مسئولیت این حمله را داعش پذیرفت»."""
        before = self._phrases.opening(self._behind_speaker(), duty)
        if before is not None and before.first < duty:
            rest = self._forms[before.stop : duty]
            named = len(rest) <= _NEAR and all(form.isalpha() for form in rest)
            return before._replace(stop=duty) if named and words("prepositions", "fa").isdisjoint(rest) else before
        marker = next((at for at in range(duty, self._trigger.first) if self._forms[at] == _OBJECT), None)
        return None if marker is None else self._phrases.opening(marker + 1, self._trigger.first)

    def _announcer(self) -> Agent | None:
        """Who tells of his own deed: «ارتش اعلام کرد پایگاه را بمباران کرد»."""
        trigger = self._trigger
        suffered = trigger.passive or self._forms[trigger.stop - 1].startswith(_BEFALLS)
        if suffered or trigger.voice.subject is not Role.ACTOR or self._behind_speaker() == self._first:
            return None
        return self._speaker()

    def noun(self) -> Filled:
        """Also «پایگاه هدف حمله پهپادی قرار گرفت», whose subject is the target."""
        if not self._is_undergone():
            return super().noun()
        filled = Filled()
        self._add(filled, Role.TARGET, self._phrases.opening(self._behind_speaker(), self._trigger.first))
        return filled

    def _behind_speaker(self) -> int:
        """Where the clause begins behind who says so: «سازمان ملل می‌گوید هزار نفر آواره شدند»."""
        for at in range(self._trigger.first - 1, self._first, -1):
            stop = says_until(self._forms, at)
            if stop > at and stop <= self._trigger.first:
                return max(stop, self._behind_cited())
        return self._behind_cited()

    def _behind_cited(self) -> int:
        """«به گفته سازمان ملل | ۱۲ نفر کشته شدند»: behind who is only cited."""
        tokens = self._mentions.tokens
        source = self._mentions.sources.get(tokens.sentence(self._trigger.first)[0])
        if source is None:
            return self._first
        first, stop = bisect_left(tokens.starts, source.start), bisect_left(tokens.starts, source.end)
        cited = first >= 2 and (self._forms[first - 2], self._forms[first - 1]) in _CITING
        return stop if cited and self._first < stop <= self._trigger.first else self._first

    def govern(self, filled: Filled) -> None:
        """The genitive; or the doer in a relative clause: «حمله‌ای که گروه به پاسگاه انجام داد»."""
        trigger, at = self._trigger, self._trigger.stop
        following = self._forms[at] if at < self._end else ""
        if following == _THAT:
            subject = self._phrases.after(at + 1, self._end)
            if subject is not None and not _DONE.isdisjoint(
                self._forms[subject.stop : min(self._end, subject.stop + REACH)]
            ):
                self._add(filled, Role.ACTOR, subject)
            return
        phrase = self._phrases.after(self._past_adjectives(at), self._end)
        if phrase is not None and self._stands(phrase):
            under = self._forms[trigger.first - 1 : trigger.first] == [_UNDER]
            self._of(filled, phrase, Role.ACTOR if under else trigger.voice.genitive)

    def _past_adjectives(self, at: int) -> int:
        """The token behind the adjectives of a deed: «حمله تازه | شورشیان», «خروج سریع | نیروها»."""
        while at < self._end - 1 and self._forms[at] in words("deed_adjectives", "fa"):
            at += 1
        return at

    def fall_back(self, filled: Filled) -> None:
        by_text = follows_text(self._forms, self._trigger)
        if not (by_text or self._is_judged() or self._is_undergone() or self._is_asked_about()):
            super().fall_back(filled)

    def _is_asked_about(self) -> bool:
        """«وزیر خواستار تحقیق درباره حمله شد»: who demands something did not do it."""
        return not ASKING.isdisjoint(self._forms[self._first : self._trigger.first])

    def _is_judged(self) -> bool:
        """«ناتو این حمله را محکوم کرد», «از این حمله ابراز نگرانی کرد»: who speaks of it did not do it."""
        trigger, forms = self._trigger, self._forms
        if not trigger.definite:
            return False
        if trigger.first >= 2 and forms[trigger.first - 2] in words("prepositions", "fa"):
            return True
        if _OBJECT not in forms[trigger.stop : min(self._end, trigger.stop + _OBJECT_REACH)]:
            return False
        verb = next((at for at in range(trigger.stop, self._end) if tense_of(forms, at) is not None), -1)
        return verb > 0 and forms[verb - 1] not in CARRIED_OUT

    def _turned_on(self) -> Phrase | None:
        if self._trigger.form.finite:
            return self._marked.before()
        return super()._turned_on()

    def _object(self) -> Phrase | None:
        """The phrase before را, or before the preposition inside it: «مواضع ارتش در جنوب را»."""
        first = self._trigger.first
        marker = next((at for at in range(first - 1, self._first - 1, -1) if self._forms[at] == _OBJECT), None)
        if marker is None:
            return None
        target = self._phrases.before(marker, self._first)
        while target is not None and target.first - 1 > self._first:
            target = self._first_of_places(target)
            if self._forms[target.first - 1] not in words("prepositions", "fa"):
                break
            outer = self._phrases.before(target.first - 1, self._first)
            if outer is None:
                break
            if (
                self._phrases.opening(self._first, outer.stop) == outer
                and self._border(outer.first, outer.stop) is None
            ):
                return self._behind_place(target)
            target = outer
        return target

    def _first_of_places(self, phrase: Phrase) -> Phrase:
        """The first of places in a row: «کشتی‌ها در دریای سرخ | و خلیج عدن را»."""
        if self._forms[phrase.first - 1] != "و" or not self._is_place(phrase):
            return phrase
        before = self._phrases.before(phrase.first - 1, self._first)
        return before if before is not None and before.first > self._first and self._is_place(before) else phrase

    def _behind_place(self, phrase: Phrase) -> Phrase:
        """The object without the place before it: «دادگاه در تهران وزیر پیشین را محکوم کرد»."""
        for place in self._mentions.places_between(phrase.first, phrase.stop):
            if place.stop < phrase.stop:
                return phrase._replace(first=place.stop)
        return phrase

    def _border(self, low: int, high: int) -> int | None:
        """Where the object begins in «ارتش ترکیه مواضع کردها را»: behind the agent that opens the stretch."""
        for at in range(low + 1, min(high, low + REACH) - 1):
            if self._forms[at] in _OPENERS:
                return at
        agents = self._mentions.agents_between(low, min(high, low + REACH))
        if not agents or agents[0].first > low + 1:
            return None
        stop = agents[0].stop
        if agents[0].name is None:
            stop = next((one.stop for one in agents[1:] if one.first <= stop + _NEAR and one.name), stop)
        return stop if stop < high else None

    def _is_undergone(self) -> bool:
        """Whether the light verb makes the subject the one that suffers: «هدف حمله قرار گرفت»."""
        trigger = self._trigger
        light = self._forms[trigger.first : min(self._end, trigger.stop + _NEAR)]  # «مورد حمله قرار گرفت»
        return trigger.type in VIOLENT and "قرار" in light and any(form.startswith(_UNDERGONE) for form in light)

    def _is_passive_lemma(self) -> bool:
        """Whether the verb, though no passive of the grammar, is what befalls somebody: «به دام افتادند»."""
        trigger = self._trigger
        if trigger.type not in _SUFFERED or trigger.passive:
            return False
        acted = trigger.voice.subject is Role.ACTOR and trigger.voice.object is Role.TARGET
        return acted and self._forms[trigger.stop - 1].startswith(_BEFALLS)

    def _fits(self, phrase: Phrase, role: Role) -> bool:
        """What was built, found or finished did not do it: «دیوار ساخته شده», «مواد به دست آمده است»."""
        if role is Role.ACTOR and phrase.quantity is not None and phrase.quantity.kind == "agreements":
            return False  # «امضای هفت سند»
        if role is Role.ACTOR and self._trigger.type == "other" and self._became():
            return self._phrases.is_person(phrase)
        return super()._fits(phrase, role)

    def _became(self) -> bool:
        return any(form.startswith(_BECAME) for form in self._forms[self._trigger.first : self._trigger.stop])
