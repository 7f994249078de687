"""The phrases around a trigger that a preposition marks: by whom, with whom, against whom or what."""

from collections.abc import Collection, Iterator

from extract.engines.asides import past_date
from extract.engines.phrases import Phrase, Phrases
from extract.events import VIOLENT, Trigger
from extract.mentions import Mentions
from extract.ontology.words import words

_BY: dict[
    str, dict[str, frozenset[str]]
] = {  # the first word of what marks a doer, and the second, "" where there is none
    "ar": {
        "من": frozenset(("قبل", "جانب")),
        "علي": frozenset(("يد", "ايدي", "يدي")),
        **dict.fromkeys(("بواسطه", "برصاص", "بنيران"), frozenset(("",))),
    },
    "fa": {"توسط": frozenset(("",)), "از": frozenset(("سوي", "جانب")), "به": frozenset(("دست", "وسيله"))},
    "en": {"by": frozenset(("",))},
}
_ONE = ["واحد"]  # "من جانب واحد": unilaterally
_WITH = {"ar": frozenset(("مع",)), "fa": frozenset(("با",)), "en": frozenset(("with",))}
_AT = {  # what violence is turned on, beside what `words.toml` has as "against"
    "ar": frozenset("باتجاه صوب نحو".split()),
    "fa": frozenset(("به",)),
    "en": frozenset(("at", "toward", "towards")),
}
TO = {"ar": ("الي", "لفايده", "لصالح"), "fa": ("به",), "en": ("to", "for")}
FROM = {"ar": ("من",), "fa": ("از",), "en": ("from",)}
_TOWARDS = frozenset(("سوي", "سمت", "طرف"))  # «به سوی»
# Words that may stand between a verbal noun and what it is turned on: who does it, and that he does.
_BETWEEN = frozenset("by of the a an its their some من قبل الذي التي كه توسط از سوي".split())
_GROUND = frozenset(
    "border frontier coast road front outskirts ground sea "
    "حدود الحدود خلفيه اساس اثر متن الاقل بعد مدي مقربه طول مرا جبهه جبهات يد ايدي دفعات مرحله مراحل "
    "پايه سر اثر فراز گفته گزارش نقل دست عنوان دليل علت منظور ويژه طور صورت شدت سوي".split()
)
_GOT = ("امد", "اورد", "گرفت", "داد", "ميا", "يافت")
_PEERS = ("counterpart", "نظير", "همتا")
_FOR = frozenset(("علي", "براي"))  # to whom aid is given out
_AND = frozenset(("and", ","))
_TOLD_BY = frozenset(  # before "by": who only tells of the deed
    "described condemned seen witnessed reported announced filmed recorded confirmed denounced welcomed criticised "
    "criticized documented verified quoted followed preceded met brokered mediated monitored "
    "manned guarded controlled held run owned used occupied".split()
)
_DEEDS = frozenset("attack attacks raid raids strike strikes shelling bombing bombings violence abuses".split())
_EACH = (["هر"], ["كل"], ["each"], ["every"])
_REACH, _FAR = 14, 8  # tokens to a marked doer; to what a noun is turned on
_FARTHEST = 30  # tokens from a handover to its sides, behind the base and where that lies
_BACK = 40  # tokens before a Persian trigger; only a sentence without marks has more
_CLOSE = 4  # tokens between what a Persian verb is turned on and the verb


class Complements:
    """Looks for marked phrases around one trigger, in the clause of the tokens `[first, stop)`."""

    def __init__(self, mentions: Mentions, phrases: Phrases, trigger: Trigger, first: int, stop: int) -> None:
        self._mentions = mentions
        self._lang = mentions.lang
        self._forms = mentions.tokens.forms
        self._phrases = phrases
        self._trigger = trigger
        self._low, self._stop = max(first, trigger.first - _BACK), stop
        self._end = mentions.tokens.sentence(trigger.first)[1]
        against = words("against", self._lang)
        self._against = against | _AT[self._lang] if trigger.type in VIOLENT else against

    def by(self) -> Phrase | None:
        """Who does it: "by the army", "من قبل الجيش", «توسط ارتش», which may stand before its verb in Persian."""
        start = self._trigger.stop
        ranges = [range(start, min(self._stop, start + _REACH))]
        if self._lang == "fa":
            ranges.append(range(self._low, self._trigger.first))
        for at in (at for one in ranges for at in one):
            if at > start and (self._forms[at - 1] in _TOLD_BY or self._is_of_another(at)):
                continue  # "the raids were described by residents", "deployed to stop attacks by rebels"
            phrase = self.by_at(at)
            if phrase is not None:
                return phrase
        return None

    def _is_of_another(self, at: int) -> bool:
        """Whether another happening's word stands right before the mark at token `at`."""
        if self._trigger.type not in VIOLENT and self._forms[at - 1] in _DEEDS:
            return True
        return any(one.stop == at for one in self._mentions.triggers_between(max(self._trigger.stop, at - 3), at))

    def by_at(self, at: int) -> Phrase | None:
        """The doer whose mark stands right at token `at`."""
        forms = self._forms
        second = _BY[self._lang].get(forms[at]) if at < len(forms) else None
        if second is None:
            return None
        alone = "" in second
        if not alone and (forms[at + 1 : at + 2] == [] or forms[at + 1] not in second):
            return None
        phrase = self._phrases.after(at + 1 + (not alone), self._end)
        return phrase if phrase is not None and self._may_act(phrase, alone) else None

    def _may_act(self, phrase: Phrase, alone: bool) -> bool:
        """A preposition of two words brings in nothing but a doer; "by" may bring in a day or a means."""
        if self._lang == "fa":
            return not self._forms[phrase.first].startswith(_GOT)  # «به دست آمد»
        if alone:
            return self._phrases.is_person(phrase)
        return self._forms[phrase.first : phrase.stop] != _ONE

    def partner(self) -> Phrase | None:
        """With whom: an agent or a peer, before a Persian verb and behind any other trigger."""
        start = self._trigger.stop
        near = range(start, min(self._end, start + _REACH))
        if self._lang == "fa":
            near = range(self._trigger.first - 1, self._low - 1, -1)
        for at in near:
            if self._forms[at] in _WITH[self._lang]:
                phrase = self._phrases.after(at + 1, self._end)
                if phrase is not None and (self._phrases.agent(phrase) is not None or self.is_peer(phrase)):
                    return phrase
            elif not self._forms[at][0].isalpha():
                break
        return None

    def is_peer(self, phrase: Phrase) -> bool:
        """Whether the phrase names somebody as a counterpart: "his Turkish counterpart"."""
        return self._forms[phrase.first].startswith(_PEERS) or self._forms[phrase.stop - 1].startswith(_PEERS)

    def turned_on(self, at: int, *, over_list: bool = False) -> Phrase | None:
        """What a deed is turned on, behind a preposition a few words on from token `at`: "raid by rebels on a car".

        With `over_list` also over what is fired: "fired six drones and two missiles at the port".
        """
        for mark in self._outside_dates(at, _REACH if over_list else _FAR):
            form = self._forms[mark]
            if over_list and form in _AND and self._phrases.may_hold(mark + 1):
                continue
            if self._forms[mark - 1] == "blamed":
                return None  # "an attack blamed on rebels" is theirs
            if form in self._against and form not in _BETWEEN:
                return self.hit(self._phrases.after(self._over(mark), self._end))
            if form not in _BETWEEN and not self._phrases.may_hold(mark):
                return None
        return None

    def _outside_dates(self, at: int, reach: int) -> Iterator[int]:
        """The tokens from `at` on, in Arabic over the day of the deed: "فرضت لندن، الجمعة، عقوبات على"."""
        while at < self._end and reach > 0:
            behind = past_date(self._mentions, at, self._end) if self._lang == "ar" else at
            if behind > at:
                at = behind
                continue
            yield at
            at, reach = at + 1, reach - 1

    def before(self) -> Phrase | None:
        """What a Persian verb is turned on, between its subject and itself: «به پایگاه حمله کردند»."""
        for mark in range(self._trigger.first - 1, self._low - 1, -1):
            if self._forms[mark] in self._against:
                found = self.hit(self._phrases.after(self._over(mark), self._trigger.first))
                if found is not None and found.stop + _CLOSE >= self._trigger.first:
                    return found
        return None

    def _over(self, mark: int) -> int:
        """The token behind the preposition at `mark`, which may have two words."""
        return (
            mark
            + 1
            + (self._lang == "fa" and self._forms[mark + 1 : mark + 2] != [] and self._forms[mark + 1] in _TOWARDS)
        )

    def hit(self, phrase: Phrase | None) -> Phrase | None:
        """What stands behind "on" or "بر", unless that says where, when or why."""
        if phrase is None:
            return None
        told = self._forms[phrase.first : phrase.stop + 2]
        if self._lang == "en":  # "a border post" is hit, "the border of Chad" is where it is
            told = self._forms[phrase.first : phrase.stop]
            told = (told[: told.index("of")] if "of" in told else told)[-1:]
        return phrase if _GROUND.isdisjoint(told) else None

    def side(self, marks: Collection[str]) -> Phrase | None:
        """The agent that one of `marks` brings in: who receives ("to the police") or gives ("from the army")."""
        reach = _FARTHEST if self._trigger.type == "handover" else _REACH
        near = range(self._trigger.stop, min(self._stop, self._trigger.stop + reach))
        if self._lang == "fa":
            near = range(self._low, self._trigger.first)
        for at in near:
            if self._forms[at] in marks:
                phrase = self._phrases.after(at + 1, self._end)
                if phrase is not None and self._phrases.is_person(phrase):
                    return phrase
        return None

    def recipient(self) -> Phrase | None:
        """To whom something is given: "to 500 families", "على الأسر", "لنحو ألف شخص", «به خانواده‌ها»."""
        start, stop = self._trigger.stop, min(self._stop, self._trigger.stop + _REACH)
        near = range(self._low, self._trigger.first) if self._lang == "fa" else range(start, stop)
        for at in near:
            phrase = self._given_to(at)
            if phrase is not None and self._phrases.is_recipient(phrase):
                return phrase
        return None

    def _given_to(self, at: int) -> Phrase | None:
        """What the preposition at token `at`, or the one written onto it, governs."""
        form = self._forms[at]
        if form in TO[self._lang] or form in _FOR:
            at += self._forms[at + 1 : at + 2] in _EACH
            return self._phrases.counted(at) or self._phrases.after(at + 1, self._end)
        if self._lang != "ar" or form[0] != "ل":
            return None
        phrase = self._phrases.site(at, self._end) if form.startswith("لل") else self._phrases.after(at, self._end)
        if phrase is None or phrase.quantity is not None:
            return phrase
        return phrase._replace(cut=2 if form.startswith("لل") else 1)
