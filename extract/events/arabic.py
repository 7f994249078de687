"""Arabic triggers: inflects verbs, verbal nouns and participles, and takes clitics off a token.

An entry gives past, present, verbal noun and participle, third person masculine. Endings are added in normal spelling
and folded afterwards, because folding hides what inflection needs to see (بدأ keeps its أ before ت, أجرى loses its ى).
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from extract.events.cues import WALLS, WEEKDAYS, backwards, words
from extract.events.grammar import ONLY_NOUN, Grammar, Reading, Use, fold_all
from extract.events.lexicon import Entry
from extract.events.trigger import Form
from extract.text import fold_word

_PHRASE_GAP = 5  # verb, subject, object: "أطلقت السلطات المحلية في المدينة سراح"
_PRONOUNS = ("هما", "كما", "ها", "هم", "هن", "نا", "كم", "ه")
_BARE = 2  # letters of the shortest verbs: عد، آل
_SHORTEST = 3  # letters that must remain when clitics are taken off
# After these a spelling that could be verb or verbal noun is the noun: prepositions and nouns that govern it ...
_NOMINAL = words(
    "في من على إلى عن بعد قبل خلال إثر جراء بسبب منذ رغم وسط أثناء عقب نتيجة ضد مع دون حول بين عبر تحت أو غير سوى بدون "
    "ضرورة بضرورة وجوب أهمية بأهمية إمكانية احتمال احتمالات مقترح خطة مبادرة فكرة سبل آليات مسألة "
    "غداة قبيل فور بهدف بغية "
    "وعن ومن وفي كل أي أول آخر بدء إعلان تنفيذ محاولة أكبر أعنف هذا هذه ذلك عمليات عملية مراسم اتفاق قرار عدم بشأن "
    # ... and verbs that take it as subject or object
    "تم يتم ستتم سيتم تتم جرى يجري تجري جرت نفذ نفذت ينفذ تنفذ شن شنت يشن تشن شهد شهدت يشهد تشهد ستشهد بدأ بدأت يبدأ "
    "أعلن أعلنت يعلن أكد أكدت نفى نفت ينفي استمر تواصل يتواصل يستمر واصل واصلت يواصل تواصلت استمرت أدان أدانت رفض "
    "رفضت شمل يشمل توقف توقفت وقف أوقف قرر قررت استأنف استأنفت تشمل تتضمن يتضمن طال تلا أنهى أنهت أكمل أكملت تكمل منع"
)
# Verbs and verbal nouns of intent and of talk: their object, which may stand behind their subject, is a verbal noun.
_GOVERNING = words(
    "يعتزم تعتزم اعتزام يعتزمون ينوي تنوي ينوون نية بحث يبحث تبحث بحثا بحثت ناقش ناقشت ناقشا يناقش تناقش يدرس تدرس درس "
    "درست دراسة مناقشة اقترح اقترحت يقترح تقترح يخطط تخطط طلب طلبت يطلب تطلب نفوا رفضوا يستبعد تستبعد قررا قرروا "
    "تناول تناولت توقع توقعت يتوقع تتوقع قرر قررت يقرر تقرر "
    "ربط ربطت يربط تربط رهن رهنت اشترط اشترطت "
    "استبعد استبعدت استبعدوا نفى نفت ينفي تنفي رفض رفضت يرفض ترفض أرجأ أرجأت أجل أجلت ألغى ألغت استأنف استأنفت "
    "بدأ بدأت بدأوا شرع شرعت شرعوا باشر باشرت باشروا واصل واصلت يواصل تواصل أنهى أنهت أكمل أكملت"
)
_GOVERNED_REACH = 5
_NEXT = words("ثم فيما بينما حين عندما بعد قبل")  # another clause begins
_WAW_NOUNS = words("وصول وساطة وقوع وجود ولادة وفاة وداع")
_AFTER_TALK = words("بعد قبل رفض عقب إثر رغم")  # "بعد بحث طويل قتل الجنود": the talk is over
# فجر is also the dawn of a day: "دهمت الشرطة فجر الثلاثاء منزلا", "هاجموا فجرا".
_DAWN = words("فجر فجرا")
_DAYS = WEEKDAYS | words("اليوم أمس يوم هذا غد")
_BLOWN_UP = ("نفس", "انفس", "حزام", "عبو", "سيار")  # what two bombers blow up: "فجرا نفسيهما"
_SHORT_VERBS = words("وشن فشن وحل فحل وسن")  # a conjunction before a verb of two letters
_VERBAL = words("لم لن لا قد سوف أن ما وقد لقد فقد كان وكان الذي التي كانت الذين حيث عندما")
_OUTBREAKS = words("اندلعت اندلع تجددت تجدد دارت نشبت وقعت انفجرت اشتعلت تجدد اندلاع نشوب")
_THAT = "ان"
_POINTS = words("بعد قبل منذ إلى سبق بمجرد لولا")
_TELLS = words("قال قالت أعلن أعلنت أكد أكدت أضاف أضافت أوضح أوضحت ذكر ذكرت يقول تقول اعتبر اعتبرت يرى ترى مؤكدا مضيفا")
_AUXILIARIES = words("تم يتم ستتم سيتم تتم جرى يجري تجري جرت سيجري ستجري يعاد تعاد أعيد أعيدت سيعاد ستعاد")


class Arabic(Grammar):
    """Readings of Arabic tokens."""

    lang = "ar"
    carriers = words("شن شنت وشن وشنت يشن تشن نفذ نفذت ونفذ ونفذت ينفذ تنفذ")
    demonstratives = words("هذا هذه ذلك تلك")
    clauses = words("فيما بينما وقال وقالت وأضاف وأضافت وأكد وأكدت وأشار وأشارت وأوضح وأوضحت وذكر وذكرت رداً")

    def inflect(self, entry: Entry) -> None:
        past, present, nouns, participles = entry.columns
        for phrase in past:
            self._phrase(entry, phrase, Form.PAST, _past)
        for phrase in present:
            self._phrase(entry, phrase, Form.PRESENT, _present)
            self._phrase(entry, phrase, Form.FUTURE, lambda verb: ("س" + form for form in _present(verb)))
        for phrase in nouns:
            self._phrase(entry, phrase, Form.NOUN, _noun)
        for phrase in participles:
            self._phrase(entry, phrase, Form.PARTICIPLE, _participle)

    def _phrase(self, entry: Entry, phrase: str, form: Form, inflect: Callable[[str], Iterator[str]]) -> None:
        head, *rest = phrase.split()
        reading = Reading(
            entry, form, tuple(_spellings(word) for word in rest), _PHRASE_GAP if rest and form.verbal else 0
        )
        self.add(fold_all(inflect(head)), reading)

    def readings(self, form: str) -> tuple[Reading, ...]:
        # "العودة الطوعية" is an entry, but so is عودة
        return self.analyse(form) if form.startswith("ال") else super().readings(form)

    def analyse(self, form: str) -> tuple[Reading, ...]:
        whole: tuple[Reading, ...] = ()
        for stem, preposition, article in _prefixes(form):
            if stem in self.ignored:
                return ()
            found = tuple(
                reading._replace(preposition=preposition, definite=article)
                for reading in self.entered(stem)
                if _fits(reading.form, preposition, article)
            )
            if found and stem.startswith("ال"):
                whole = found
            elif found:
                return whole + found
            elif not article:
                found = tuple(self._owned(stem, preposition))
                if found:
                    return whole + found
        return whole

    def _owned(self, stem: str, preposition: str) -> Iterator[Reading]:
        """Readings of a stem that carries a pronoun: a noun's owner or a verb's object."""
        for pronoun in _PRONOUNS:
            if not stem.endswith(pronoun) or len(stem) - len(pronoun) < _SHORTEST:
                continue
            base = stem[: -len(pronoun)]
            for word in (base, base[:-1] + "ه" if base.endswith("ت") else "", *_hamza(base), base + "ا"):
                for reading in self.entered(word):
                    if word != base and reading.form.verbal != (word == base + "ا"):
                        continue  # only verbs drop an alif ("اختطفوها"), only nouns change their ending
                    if not reading.rest and _fits(reading.form, preposition, article=False):
                        yield reading._replace(preposition=preposition, definite=not reading.form.verbal)
            return

    def use(self, forms: list[str], index: int, stop: int, reading: Reading, rivals: frozenset[Form]) -> Use | None:
        if _is_dawn(forms, index):
            return None
        is_noun = reading.form is Form.NOUN
        if reading.form.finite and _is_counted_noun(forms, index):
            return None
        rivalled = rivals != ONLY_NOUN if is_noun else Form.NOUN in rivals
        if rivalled and is_noun != _noun_here(forms, index, stop, reading):
            return None
        return Use(stop, reading.form, reading.form.verbal and _passive(forms, stop))

    def points(self, forms: list[str], index: int, reading: Reading) -> bool:
        """Clashes that "broke out" are new ones, for all their article."""
        return super().points(forms, index, reading) and not (index and forms[index - 1] in _OUTBREAKS)

    def reach_back(self, form: Form, pointing: bool) -> int:
        return 6 if form.verbal or pointing else 2  # what a verbal noun governs follows it

    def heads_name(self, form: str) -> bool:
        return not form.startswith(("ال", "وال", "بال", "لل")) and self.among(
            form, self.heads
        )  # a construct has no article

    def strip(self, form: str) -> tuple[str, ...]:
        found: list[str] = []
        for stem, _, _ in ((form, "", False), *_prefixes(form)):
            found.append(stem)
            if stem.endswith("ا"):
                found.append(stem[:-1])
            for pronoun in _PRONOUNS:
                if stem.endswith(pronoun) and len(stem) - len(pronoun) >= _SHORTEST - 1:
                    base = stem[: -len(pronoun)]
                    found.append(base)
                    if base.endswith("ت"):
                        found.append(base[:-1] + "ه")
                    break
        return tuple(found)


def _fits(form: Form, preposition: str, article: bool) -> bool:
    if form is Form.NOUN:
        return True
    if form is Form.PARTICIPLE:
        return preposition != "ك"
    return not article and (not preposition or (preposition == "ل" and form is Form.PRESENT))


def _hamza(base: str) -> tuple[str, ...]:
    """لقائه: the hamza of لقاء takes a seat before a pronoun, and folds to ي."""
    return (base[:-1] + "ء",) if base.endswith("اي") else ()


def _prefixes(form: str) -> Iterator[tuple[str, str, bool]]:
    """Ways to take conjunction, preposition and article off: `(stem, preposition, article)`, fewest letters first."""
    heads = [form]
    if form[:1] in ("و", "ف") and (len(form) > _SHORTEST or form in _SHORT_VERBS):
        heads.append(form[1:])
    for head in heads:
        yield head, "", False
        if head.startswith("ال") and len(head) >= _SHORTEST + 2:
            yield head[2:], "", True
        elif head[:1] in ("ب", "ل", "ك") and len(head) > _SHORTEST:
            yield head[1:], head[0], False
            if head.startswith("لل"):
                yield head[2:], "ل", True
            elif head[1:3] == "ال":
                yield head[3:], head[0], True


def _is_dawn(forms: list[str], index: int) -> bool:
    form = forms[index]
    if form not in _DAWN or index + 1 >= len(forms):
        return False
    after = forms[index + 1]
    return after in _DAYS or (form.endswith("ا") and not after.startswith(_BLOWN_UP))


def _is_counted_noun(forms: list[str], index: int) -> bool:
    """ "95 صوتا": an accusative right behind its number is what is counted, no dual of a verb."""
    return bool(index) and forms[index].endswith("ا") and forms[index - 1][0].isdigit()


def _governed(forms: list[str], index: int) -> bool:
    """ "تعتزم ألمانيا نشر", "لبحث نشر": whether a verb of intent or talk stands before, in the same clause."""
    if forms[index][0] == "و" and len(forms[index]) > _SHORTEST and forms[index] not in _WAW_NOUNS:
        return False  # "ناقش البرلمان القانون وقصف الجيش البلدة"
    for at in backwards(forms, index, index - _GOVERNED_REACH):
        form = forms[at]
        if at and forms[at - 1] in _AFTER_TALK:
            return False
        if form in _GOVERNING or form.removeprefix("ل") in _GOVERNING or form.removeprefix("و") in _GOVERNING:
            return True
        if form in WALLS or form in _VERBAL or form in _NEXT:
            return False
    return False


def _noun_here(forms: list[str], index: int, stop: int, reading: Reading) -> bool:
    """Whether a spelling that is both verb and verbal noun is the noun.

    قصف is "he shelled" and "shelling", تسلم "she receives" and "receiving": after a preposition or a light verb, and
    before an adjective without article, it is the noun.
    """
    before = forms[index - 1] if index else ""
    after = forms[stop] if stop < len(forms) else ""
    if before == _THAT and _is_told_that(forms, index - 1):
        return True
    if before in _VERBAL:
        return False
    if reading.preposition in ("ب", "ك") or before in _NOMINAL or before.startswith(("لل", "بال")):
        return True
    if any(form in _AUXILIARIES for form in forms[max(0, index - 5) : index]) or _governed(forms, index):
        return True
    return bool(before) and after.endswith("ي") and not after.startswith("ال") and after not in _NOMINAL


def _is_told_that(forms: list[str], at: int) -> bool:
    """ "قال الوزير إن قصف المدينة": a verb in the past follows "after that", never "said that"."""
    if at and forms[at - 1] in _POINTS:
        return False
    return any(form.removeprefix("و") in _TELLS for form in forms[max(0, at - _GOVERNED_REACH) : at])


def _passive(forms: list[str], stop: int) -> bool:
    """The spelling hides the passive; an agent phrase or a bare count right after the verb gives it away."""
    ahead = forms[stop : stop + 8]
    if ahead and ahead[0].isdigit():
        return True
    return ("قبل" in ahead or "يد" in ahead or "ايدي" in ahead) and any(
        (one == "من" and two == "قبل") or (one == "علي" and two in ("يد", "ايدي")) for one, two in pairwise(ahead)
    )


def _past(verb: str) -> Iterator[str]:
    """He, she, they (masculine), the two, we: the persons that news tells of."""
    yield verb
    if len(verb) > _SHORTEST and verb[-2] == "ا":  # hollow verbs, in the passive: أعيد، اغتيل
        stem = verb[:-2] + "ي" + verb[-1]
        yield from (stem, stem + "ت", stem + "تا", stem + "ا", stem + "وا")
    elif len(verb) > _SHORTEST and verb[1] == "ا":  # فاعل, in the passive: حوصر، عوقب
        stem = verb[0] + "و" + verb[2:]
        yield from (stem, stem + "ت", stem + "وا")
    if verb.endswith(("ى", "ي")):
        stem = verb[:-1]
        yield from (stem + "ت", stem + "وا", stem + "يا", stem + "تا", stem + "ينا")
        yield from (stem + "يت", stem + "يتا")  # in the passive: أُجليت، أُخليتا
    elif verb.endswith("ا"):
        stem = verb[:-1]
        yield from (stem + "ت", stem + "وا", stem + "تا", stem + "ونا")
    else:
        yield from (verb + "ت", verb + "وا", verb + "تا", verb + "نا")
        if len(verb) > _BARE:  # the dual of آل would read like إلا
            yield verb + "ا"


def _present(verb: str) -> Iterator[str]:
    """The same persons; a weak final letter falls before ون and in the jussive ("لم يجر")."""
    stem = verb[1:]
    for person in ("ي", "ت", "ن"):
        yield person + stem
    weak = stem.endswith(("ى", "ي", "و"))
    short = stem[:-1] if weak else stem
    for person in ("ي", "ت"):
        yield person + short + "ون"
        yield person + short + "وا"
        yield person + (short + "ي" if stem.endswith("ى") else stem) + "ان"
        yield person + (short + "ي" if stem.endswith("ى") else stem) + "ا"
        if weak and len(short) >= _SHORTEST:
            yield person + short


def _noun(noun: str) -> Iterator[str]:
    """Singular with its accusative, dual, and the sound plural that verbal nouns take; broken plurals are entries."""
    yield noun
    if noun.endswith(("ة", "ه")):
        stem = noun[:-1]
        yield from (stem + "ت", stem + "تان", stem + "تين", stem + "ات", stem + "تا", stem + "تي")
    elif noun.endswith("ات"):
        return
    elif noun.endswith("ى"):
        yield from (noun[:-1] + "يات", noun[:-1] + "يان")
    else:
        yield from (noun + "ا", noun + "ان", noun + "ين", noun + "ات")


def _participle(word: str) -> Iterator[str]:
    yield from (word, word + "ة", word + "ا", word + "ون", word + "ين", word + "ات", word + "ان")


@cache
def _spellings(word: str) -> frozenset[str]:
    """A later word of a phrase: with article, preposition, accusative or pronoun."""
    base = fold_word(word)
    stem = base[:-1] + "ت" if word.endswith("ة") else base
    plain = {base, base + "ا", *(stem + pronoun for pronoun in ("ه", "ها", "هم", "هما", "نا"))}
    forms = {*plain, "ال" + base, "لل" + base, "بال" + base, "وال" + base}
    forms |= {preposition + form for form in plain for preposition in "لبو"}
    return frozenset(forms)
