"""Persian triggers: finds compound verbs in all their tenses, and takes plural and other endings off nouns.

A compound verb is a word and a light verb that may stand apart ("تحویل خواهند گرفت", "خارج نشده‌اند"), so the nonverbal
part is looked up and the verb sought after it. An entry with کردن or دادن also reads its passive with شدن; ".." in an
entry lets other words stand before کردن or شدن ("وارد .. شدن"), which else must follow at once.
"""

from collections.abc import Mapping

from extract.events.cues import words
from extract.events.grammar import STOPS, Grammar, Reading, Use, fold_all
from extract.events.lexicon import Entry, EventLexicon
from extract.events.trigger import Form
from extract.ontology.conjugation import WILL, WILL_NOT, Verb, apart, conjugated, preverb_of
from extract.text import fold_word

_LIGHT_GAP = 4
_MI = fold_word("می")
_NEMI = fold_word("نمی")
_NOUN_ENDINGS = tuple(
    fold_word(ending) for ending in ("هایشان", "هایی", "های", "ها", "هاي", "شان", "ات", "ای", "یی", "ش", "ی")
)
_PASSIVE = "شدن"
_OBJECT = "را"
_ONE_OF = fold_word("یکی")  # points one out, where یک counts
_INDEFINITE = fold_word("ی")
_ACTIVE = ("کردن", "دادن")  # whose passive is شدن with the same word
_COMMON = ("کردن", "شدن")
_FORMAL = {"نمودن": "کردن", "گردیدن": "شدن", "گشتن": "شدن"}  # as in Dari and in official Persian
_AFTER_VERB = frozenset(map(fold_word, "و که تا اما ولی".split())) | {'"', ")"}
_DO, _BUILT = "کردن", "ساخت"
_NAMES = {"ساختن": ("ساختن", "کردن")}  # also "build", so it keeps its own name: مستقر ساختن, دیوار ساختن
_OPEN = words("از به و")  # خارج از عراق شدند، کشته و زخمی شدند
_PARTS = WILL | WILL_NOT | {_MI, _NEMI}
_ALSO_NOUNS = words("بازگشت برگشت پرداخت")
_COMPLEMENTS = {  # words with which a light verb is a verb of its own
    "گرفتن": words("قرار تصمیم بهره نتیجه آرام"),
    "دادن": words("قرار خبر گزارش هشدار پاسخ ادامه نشان قول اطلاع توضیح پایان خاتمه اجازه دستور فرمان"),
}
_SHORTEST_VERB = 3  # letters
_PARTICIPLE_NOUNS = words("کشته بنده رانده مانده نوشته خواسته یافته گذشته پرونده")
_PASSIVE_GAP = 3  # "تحویل داده خواهد شد"
_BECOME = frozenset(
    fold_word("خواستار خواهان مدعی موفق یادآور متوجه متعهد نگران مانع باعث موجب سبب قادر ناچار مجبور متذکر").split()
)
_FINITE_ENDS = frozenset(fold_word("شد شدند کرد کردند داد دادند گفت گفتند است بود که").split())
_LONGEST_OBJECT = 14  # tokens


class Persian(Grammar):
    """Readings of Persian tokens, and the verbs that compounds are completed with."""

    lang = "fa"
    demonstratives = words("این آن همین همان")
    verb_last = True
    widest = 16
    farthest = _LIGHT_GAP + 8  # with the passive of its light verb
    articles = words("یک آن")

    def prepare(self, lexicon: EventLexicon) -> None:
        self.verbs: dict[str, tuple[Verb, ...]] = {}
        self._stems: Mapping[str, str] = lexicon.verbs[self.lang]
        for infinitive, stems in self._stems.items():
            for form, verb in conjugated(infinitive, stems):
                for name in _NAMES.get(infinitive, (_FORMAL.get(infinitive, infinitive),)):
                    known = self.verbs.get(form, ())
                    if (named := verb._replace(infinitive=name)) not in known:
                        self.verbs[form] = (*known, named)

    def inflect(self, entry: Entry) -> None:
        verbs, nouns = entry.columns
        for phrase in verbs:
            *rest, infinitive = phrase.split()
            infinitive = _FORMAL.get(infinitive, infinitive)
            if rest:
                self._compound(entry, rest, infinitive)
            elif infinitive in self._stems:
                for form, verb in conjugated(infinitive, self._stems[infinitive]):
                    self.add((form,), Reading(entry, verb.form, negated=verb.negated, light=infinitive))
                self._apart(entry, infinitive)
            else:  # a predicate that headlines leave without its verb: "مستقر", "خواستار"
                self.add((fold_word(infinitive),), Reading(entry, Form.PARTICIPLE))
        for phrase in nouns:
            head, *rest = phrase.split()
            words = tuple(_spellings(word, entry.only_lemma) for word in rest)
            forms = (fold_word(head),) if rest else _spellings(head, entry.only_lemma)
            self.add(forms, Reading(entry, Form.NOUN, words))

    def _apart(self, entry: Entry, infinitive: str) -> None:
        for head, following, form, negated in apart(infinitive, self._stems[infinitive]):
            self.add((head,), Reading(entry, form, (following,), negated=negated))
            if form is Form.FUTURE:  # "باز خواهند گشت"
                preverb, will = preverb_of(infinitive, self._stems[infinitive]), WILL_NOT if negated else WILL
                self.add((fold_word(preverb),), Reading(entry, form, (will, following), negated=negated))

    def _compound(self, entry: Entry, parts: list[str], infinitive: str) -> None:
        gap = _LIGHT_GAP if infinitive not in _COMMON or parts[-1] == ".." else 0
        head, *rest = (fold_word(part) for part in parts if part != "..")
        reading = Reading(entry, Form.PAST, tuple(frozenset((word,)) for word in rest), light=infinitive, light_gap=gap)
        self.add((head,), reading)
        if not rest:  # joined spellings: کشته‌شدن، خارج‌شده
            joined = head + fold_word(infinitive)
            self.add((joined,), Reading(entry, Form.NOUN))

    def is_surely_verb(self, form: str) -> bool:
        """Whether a form is a verb or perfect participle that is no noun besides, as a past stem may be (گفت، شکست)."""
        if len(form) <= _SHORTEST_VERB or form in _PARTICIPLE_NOUNS:
            return False
        sure = (Form.PRESENT, Form.SUBJUNCTIVE)
        return any(verb.form in sure or form.endswith(("ند", "ه")) for verb in self.verbs.get(form, ()))

    def analyse(self, form: str) -> tuple[Reading, ...]:
        return ()

    def strip(self, form: str) -> tuple[str, ...]:
        found = [form]
        if form == _ONE_OF:
            return (form,)
        for ending in _NOUN_ENDINGS:
            if form.endswith(ending) and len(form) - len(ending) >= 2:
                found.append(form[: -len(ending)])
        return tuple(found)

    def rivals(self, readings: tuple[Reading, ...]) -> list[frozenset[Form]]:
        return [frozenset()] * len(readings)  # what a Persian word is shows in its form

    def use(self, forms: list[str], index: int, stop: int, reading: Reading, rivals: frozenset[Form]) -> Use | None:
        if reading.form is Form.PAST and forms[index] in _ALSO_NOUNS and not _ends_clause(forms, stop):
            return None  # «آغاز بازگشت ۵۰ خانواده»: the verb would close its clause
        if not reading.rest and self._belongs_before(forms, index):
            return None  # «از کمک لاهور خبر داد»
        if not reading.light:
            return Use(stop, reading.form, negated=reading.negated)
        simple = next((verb for verb in self.verbs.get(forms[index], ()) if verb.infinitive == reading.light), None)
        if simple is not None and not reading.rest:
            return self._finish(forms, index, simple)
        use = self._complete(forms, stop, reading.light, reading.light_gap)
        if (
            use is not None
            and use.stop > stop + 1
            and (use.passive or reading.light == _PASSIVE)
            and _is_anothers(forms, index)
        ):
            return None
        return use

    def _belongs_before(self, forms: list[str], index: int) -> bool:
        """Whether the verb at `index` is the light verb of the word before it."""
        before = forms[index - 1] if index else ""
        return any(before in _COMPLEMENTS.get(verb.infinitive, ()) for verb in self.verbs.get(forms[index], ()))

    def points(self, forms: list[str], index: int, reading: Reading) -> bool:
        """Also "حمله را محکوم کردند": را marks a known object, unless the noun is made indefinite."""
        return super().points(forms, index, reading) or (
            forms[index + 1 : index + 2] == [_OBJECT] and not forms[index].endswith(_INDEFINITE)
        )

    def recalls(self, forms: list[str], index: int, reading: Reading) -> bool:
        return True  # a bare Persian noun is definite

    def reach_back(self, form: Form, pointing: bool) -> int:
        return 16  # the verb closes its clause

    def reach_after(self, form: Form) -> int:
        return 7 if form.finite else 5  # adverbs stand between an object and its verb

    def _complete(self, forms: list[str], start: int, infinitive: str, gap: int) -> Use | None:
        """The verb that completes a compound from token `start` on."""
        for at in range(start, min(start + _LIGHT_GAP + 1, len(forms))):
            if forms[at] in STOPS or forms[at] == '"':
                return None
            for verb in self.verbs.get(forms[at], ()):
                if infinitive == _DO and forms[at] == _BUILT and not _ends_clause(forms, at + 1):
                    continue  # "توافق ساخت کشتی": to build
                near = at - 1 - (forms[at - 1] in _PARTS)
                if near >= start and forms[near] in _COMPLEMENTS.get(infinitive, ()):
                    continue  # «هدف پهپاد قرار گرفت», «از کمک دولت خبر داد»: its word stands nearer
                if verb.infinitive == infinitive and (gap or _close(forms, start, at)):
                    return self._finish(forms, at, verb)
                if verb.infinitive == _PASSIVE and infinitive in _ACTIVE and _close(forms, start, at):
                    return self._finish(forms, at, verb)._replace(passive=True)
        return None

    def _finish(self, forms: list[str], at: int, verb: Verb) -> Use:
        """Tense of the verb at `at` with the words around it: خواهد before, می apart, شدن after a participle."""
        if verb.participle and verb.infinitive != _PASSIVE:
            passive = self._passive(forms, at, verb)
            if passive is not None:
                return passive
        before = forms[at - 1] if at else ""
        if before in WILL or before in WILL_NOT:
            return Use(at + 1, Form.FUTURE, negated=before in WILL_NOT)
        if before in (_MI, _NEMI):
            form = Form.PAST if verb.form is Form.PAST else Form.PRESENT
            return Use(at + 1, form, negated=before == _NEMI)
        return Use(at + 1, verb.form, negated=verb.negated)

    def _passive(self, forms: list[str], at: int, verb: Verb) -> Use | None:
        """کشته خواهد شد، تحویل داده نمی‌شود: the participle at `at` with a form of شدن close after it."""
        for after in range(at + 1, min(at + 1 + _PASSIVE_GAP, len(forms))):
            for helper in self.verbs.get(forms[after], ()):
                if helper.infinitive == _PASSIVE:
                    use = self._finish(forms, after, helper)
                    return use._replace(passive=True, negated=use.negated or verb.negated)
            if forms[after] not in _PARTS:
                return None
        return None


def _close(forms: list[str], start: int, at: int) -> bool:
    """Whether کردن or شدن at `at` still belongs to the word before `start`: both verbs serve any noun nearer by."""
    between = forms[start:at]
    return all(form in _PARTS for form in between) or (between[0] in _OPEN and len(between) <= 2)


def _is_anothers(forms: list[str], index: int) -> bool:
    """«خواستار تحقیق درباره حمله به بیمارستان شد»: whether the شد behind belongs to a word before token `index`."""
    for at in range(index - 1, max(-1, index - _LONGEST_OBJECT), -1):
        if forms[at] in _BECOME:
            return True
        if forms[at] in STOPS or forms[at] in _FINITE_ENDS:
            return False
    return False


def _ends_clause(forms: list[str], at: int) -> bool:
    return at >= len(forms) or forms[at] in STOPS or forms[at] in _AFTER_VERB


def _spellings(word: str, only_lemma: bool) -> frozenset[str]:
    """A noun with plural and indefinite endings, joined or not (ZWNJ is gone by now)."""
    endings = ["", "ها", "های", "هایی", "هایشان", "شان"]
    if not only_lemma:
        endings += ["ای", "ی", "اش"] if word.endswith("ه") else ["ی", "ش"]
        endings += ["یی"] if word.endswith(("و", "ا")) else []  # گفت‌وگویی
    return frozenset(fold_all(word + ending for ending in endings))
