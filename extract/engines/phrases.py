"""Noun phrases by position: what stands right behind a token, or opens a stretch of words.

No parser: a phrase runs on over content words until a function word, a mark, a number, a date or a verb, and in Arabic
until the noun that closes a construct. A phrase that a figure opens is the figure's noun.
"""

from typing import NamedTuple

from extract.events import is_persian_verb
from extract.events.realis_persian_verbs import tense_of
from extract.mentions import Mentions
from extract.mentions.agents import Agent
from extract.mentions.quantity import Quantity
from extract.ontology.phrases import STEMS
from extract.ontology.words import joined_words, words
from extract.proposals import Named
from extract.text import fold_word

_LONGEST = 6  # tokens
_SKIPPED = 12  # tokens of prepositional phrases before a subject
_DETERMINERS = frozenset("the a an its their his her our these those this that all some both".split())
# Words that open no phrase though no function words: adverbs, light nouns, auxiliaries, pronouns.
_NO_HEADS = frozenset((
    "again", "back", "together", "following", "قرار", "ممكن",
    "يكي", "حينها", "انذاك", "يزال", "تزال", "زال", "زالت", "اننا", "انهم",
    "ادامه", "صورت", "اثناء", "مجددا", "احدي", "شخصيا", "افزود", "افزودند", "گفتند", "ميگويد", "ميگويند", "تاكنون",
    "اعلن", "واعلن", "اعلنت", "واعلنت", "اكد", "واكد", "اكدت", "واكدت", "افاد", "وافاد", "افادت", "وافادت",
    "قال", "وقال", "قالت", "وقالت", "اوضح", "واوضح", "اوضحت", "واوضحت", "اضاف", "واضاف", "اضافت", "واضافت",
    "اشار", "واشار", "اشارت", "واشارت", "ونفي", "ونفت",
    "بعدما", "عندما", "حينما", "ريثما", "نفسه", "نفسها", "انفسهم", "himself", "herself", "themselves", "itself",
    "انتظار", "احتمال", "نشان", "بارها", "همواره", "هنوز",
))  # fmt: skip
_DOERS = frozenset("توسط برصاص بنيران بواسطه".split())  # what follows them did it
PERSONS = frozenset("killed wounded casualties detained missing displaced people families personnel fighters".split())
_AND_FATES = frozenset(("واصابه", "وجرح", "ومقتل", "وفقدان"))
_RANKED = frozenset("first last next other remaining another additional further latest".split())
_PEOPLE = frozenset(("people", "men", "women", "children", "police"))
_MANY_MEN = frozenset(
    "police troops forces soldiers rebels gunmen militants fighters protesters officials authorities attackers "
    "insurgents assailants militiamen militias factions guards officers residents terrorists villagers".split()
)
_TOWARDS = frozenset(("شمالي", "جنوبي", "شرقي", "غربي"))
_LINKS = frozenset(("of", "'s"))  # go on inside an English phrase
_NO_ENDS = (
    _LINKS
    | _DETERMINERS
    | {"-"}
    | frozenset("overnight twice again together late early outside inside previously recently".split())
)
_PERSONS_IN_ED = frozenset("displaced wounded injured accused armed kidnapped uprooted detained".split())
_PREPOSED = frozenset("in at from to into for on with by".split())
_VERBS = frozenset(
    "left came began killed wounded injured took went told sank rose fell grew sent saw said met held made gave found "
    "lost won kept kills injures destroys hit struck انجام داد دادند".split()
)  # end a phrase
_SAYS = frozenset("says estimates reports warns claims believes confirms announces adds".split())
_OVER = frozenset("that over more about at around nearly almost some it they".split())
_DONE_BY = frozenset("by towards toward into during".split())  # "a checkpoint | manned by troops"
_HEADLINES = frozenset("kill wound injure target destroy leave".split())  # verbs behind a plural: "strikes | kill six"
# Persian.
_MANY, _SHORT, _MOST = "ها", 4, "ترين"
_RANKS = frozenset(
    fold_word(
        "آخرین نخستین اولین دومین سومین چهارمین پنجمین ششمین هفتمین هشتمین نهمین دهمین یازدهمین دوازدهمین بیستمین"
    ).split()
)
# Arabic verbs of outcome and of lying somewhere, which no noun phrase runs over: "غارات على القطاع أسفرت عن".
_OUTCOMES = frozenset(
    fold_word(
        "أسفر أسفرت أسفرا أسفروا يسفر تسفر أدى أدت يؤدي تؤدي خلف خلفت خلفا خلفتا يخلف تخلف أوقع أوقعت "
        "يوقع توقع تسبب تسببت يتسبب تتسبب أودى أودت يودي تودي ألحق ألحقت يلحق تلحق أحدث أحدثت تسيطر "
        "يسيطر يسيطرون تخضع يخضع تضم يضم تؤوي يؤوي يأوي تأوي تعد يعد تعتبر يعتبر تعرض تعرضت يأويان "
        "تأويان تقطنها يقطنها"
    ).split()
)
_MOMENTS = frozenset(
    fold_word(
        "ساعاتی ساعتی دقایقی لحظاتی لحظه‌ای کمی اندکی مدتی چندی روزی "
        "minutes hours hour day days week weeks month months year years moments shortly soon"
    ).split()
)
_LATER = frozenset(("بعد", "later", "earlier", "afterwards", "afterward"))
_GOVERNED = ("بال", "لل", "وبال", "ولل")
_CLITICS = ("وال", "بال", "لل", "فال")
_PLURAL = 4  # letters of the shortest Arabic plural in ون
_MONEY = frozenset(("money", "percent", "weight", "distance", "area", "duration", "age"))


class Phrase(NamedTuple):
    """The tokens `[first, stop)`, and the figure that opens them, if any."""

    first: int
    stop: int
    quantity: Quantity | None = None
    cut: int = 0  # letters of an attached preposition before it


def _parts(before: str, form: str) -> bool:
    """Whether a Persian noun phrase begins at `form`: a plural without ی governs nothing, and a rank opens its phrase
    («پهپادها پایگاه را», «آمریکا آخرین پایگاه خود»).
    """
    return (before.endswith(_MANY) and len(before) > _SHORT) or form in _RANKS or form.endswith(_MOST)


class Phrases:
    """Finds the noun phrases of one article."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._tokens = mentions.tokens
        self._lang = mentions.lang
        self._stops = words("stops", mentions.lang)
        self._carriers = words("carriers", self._lang)
        self._prepositions = words("prepositions", mentions.lang)
        self._figures = {quantity.first: quantity for quantity in mentions.quantities}
        self.countries = frozenset(name.name.canonical for name in mentions.names if name.name.type == "country")
        states = ("country", "capital")
        named = [one for one in mentions.names if one.name.type in states and not one.adjective]
        self._behind_country = {one.stop for one in named}
        self._states = {one.first for one in named if one.start == mentions.tokens.starts[one.first]}
        self._names = {at for name in mentions.names for at in range(name.first, name.stop)}
        self._whole = {one.first for one in mentions.names if one.start == mentions.tokens.starts[one.first]}
        self._deeds = {trigger.first for trigger in mentions.triggers if not trigger.form.verbal}
        self._conjoined = {agent.first for agent in mentions.agents if self._is_conjoined(agent)}
        self._sites = joined_words(self._lang, "places", "sites")
        self._verbs = {trigger.at for trigger in mentions.triggers if trigger.form.verbal}

    def after(self, at: int, limit: int) -> Phrase | None:
        """The phrase that begins at token `at`, before `limit`."""
        forms = self._tokens.forms
        limit = min(limit, len(forms))
        while at < limit and forms[at] in _DETERMINERS and at not in self._figures:  # "some 7.9 million"
            at += 1
        at += at + 1 < limit and forms[at] in _RANKED and at + 1 in self._figures  # "the first 39 prisoners"
        at += 2 * (at + 2 < limit and forms[at : at + 2] == ["total", "of"] and at + 2 in self._figures)
        quantity = self._figures.get(at)
        if quantity is not None:
            return self._counted(quantity)
        stop = at
        longest = (
            _LONGEST + 2 * sum(map(self.joins, range(at, min(limit, at + _LONGEST))))
            if self._lang == "en"
            else _LONGEST
        )
        while stop < min(limit, at + longest) and self._goes_on(at, stop):
            stop += 1
        while stop < limit - 1 and stop > at and self.joins(stop):
            stop += 2  # "Prime Minister Shia al | -Sudani"
        while stop > at and forms[stop - 1] in _NO_ENDS:
            stop -= 1
        return Phrase(at, stop) if stop > at else None

    def site(self, at: int, limit: int) -> Phrase | None:
        """The phrase at a token that carries its preposition: "بمدينة أم روابة"."""
        stop = at + 1
        while stop < min(limit, at + _LONGEST) and self._goes_on(at, stop):
            stop += 1
        return Phrase(at, stop)

    def opening(self, at: int, limit: int) -> Phrase | None:
        """The first phrase of the tokens `[at, limit)` that no preposition governs: the subject's place."""
        forms = self._tokens.forms
        last = min(limit, at + _SKIPPED)
        while at < last:
            quantity = self._figures.get(at)
            if quantity is not None and quantity.kind in _MONEY:
                at = quantity.stop
                continue
            if self._governed(at) and quantity is None:  # "about 300 soldiers"
                governed = self.after(at + 1, limit)
                at = governed.stop if governed is not None else at + 1
                continue
            if forms[at] in _MOMENTS and not _LATER.isdisjoint(forms[at + 1 : at + 2]):
                at += 2  # «ساعاتی بعد نیروها ...», "Hours later rebels ..."
                continue
            found = self.after(at, limit) if self._mentions.covered[at] == "" else None
            if found is not None and found.stop > at:
                return None if self._is_bare_verb(found) else found
            at += 1
            if at < len(forms) and forms[at - 1] in ("،", ","):
                last = min(limit, at + _SKIPPED)
        return None

    def _is_bare_verb(self, phrase: Phrase) -> bool:
        """Whether one English word in the past is all that a phrase holds: "He also | explained that ..."."""
        form = self._tokens.forms[phrase.first]
        past = (form.endswith("ed") and form not in _PERSONS_IN_ED) or form in _VERBS
        alone = phrase.stop - phrase.first == 1 and phrase.quantity is None
        return past and alone and self._lang == "en" and not self._is_capital(phrase.first)

    def before(self, at: int, floor: int) -> Phrase | None:
        """The phrase that ends right before token `at`."""
        first = at
        while first > max(floor, at - _LONGEST) and (
            (self._is_content(first - 1) and not (first < at and self._begins_another(first - 1, first)))
            or (self.joins(first - 1) and first < at)
            or (self._tokens.forms[first - 1].isdigit() and self.joins(first - 2) and first < at)  # "F-16 jets"
            or (self._lang == "en" and self._tokens.forms[first - 1] == "of" and first < at)
        ):
            first -= 1
        for index in range(max(floor, first - _LONGEST), at):
            quantity = self._figures.get(index)
            if quantity is not None and index <= first <= quantity.stop:
                return self._counted(quantity)
        while first < at - 1 and self._is_capital(at - 1) and not self._is_capital(first):
            first += 1  # "buried Dr Adams"
        return Phrase(first, at) if first < at else None

    def _is_capital(self, at: int) -> bool:
        tokens = self._tokens
        return self._lang == "en" and tokens.span(at, at + 1).of(tokens.folded.original)[:1].isupper()

    def is_person(self, phrase: Phrase) -> bool:
        """Whether the phrase counts persons or names an agent."""
        return self.agent(phrase) is not None or (phrase.quantity is not None and phrase.quantity.kind in PERSONS)

    def head(self, phrase: Phrase) -> int:
        """The token of the phrase's noun: the last in English, the first elsewhere."""
        return phrase.stop - 1 if self._lang == "en" else phrase.first

    def is_of(self, at: int, nouns: frozenset[str]) -> bool:
        """Whether a reading of token `at` is one of `nouns`."""
        return any(stem.word in nouns for stem in STEMS[self._lang](self._tokens.forms[at]))

    def heads(self, phrase: Phrase) -> list[int]:
        """The nouns that a phrase may be named by; in English also those before "of"."""
        if self._lang != "en":
            return [phrase.first]
        forms = self._tokens.forms
        return [at for at in range(phrase.first, phrase.stop) if at + 1 == phrase.stop or forms[at + 1] == "of"]

    def is_recipient(self, phrase: Phrase) -> bool:
        """Whether the phrase tells persons to whom something is given, counted and named or not: "the displaced"."""
        return self.is_person(phrase) or self.is_of(self.head(phrase), words("recipients", self._lang))

    def is_site(self, phrase: Phrase) -> bool:
        """Whether the phrase is a site or a town: "the town of Sake", "المعبر"."""
        return self.is_of(self.heads(phrase)[0], self._sites)

    def is_within(self, at: int) -> bool:
        """Whether a site with the preposition written onto it stands at token `at`: "بريف القنيطرة"."""
        stems = STEMS["ar"](self._tokens.forms[at]) if self._lang == "ar" else ()
        return any(stem.prefix.endswith("ب") and stem.word in self._sites for stem in stems)

    def is_whole(self, at: int) -> bool:
        """Whether the word at token `at` begins a name with its first letter: the و of واشنطن joins nothing."""
        return at in self._whole

    def counted(self, at: int) -> Phrase | None:
        """The counted phrase that begins at token `at`."""
        quantity = self._figures.get(at)
        return self._counted(quantity) if quantity is not None else None

    def named(self, phrase: Phrase) -> Named:
        """The phrase as a quote, with the canonical name of the agent in it."""
        tokens = self._tokens
        agent = self.agent(phrase)
        start, end = tokens.starts[phrase.first], tokens.ends[phrase.stop - 1]
        if agent is not None:
            start, end = min(start, agent.start) if agent.first <= phrase.first else start, max(end, agent.end)
        span = tokens.folded.origin(start + phrase.cut, end)
        return Named(span, agent.name, agent.iso) if agent is not None else Named(span)

    def agent(self, phrase: Phrase) -> Agent | None:
        """The agent that the phrase names or describes."""
        found = self._mentions.agents_between(max(0, phrase.first - 1), phrase.stop)
        return next((agent for agent in found if agent.stop > phrase.first), None)

    def _counted(self, quantity: Quantity) -> Phrase | None:
        if quantity.kind in _MONEY:
            return None
        first, stop = quantity.noun_tokens or (quantity.first, quantity.stop)
        if self._lang == "en" and self._tokens.forms[stop - 1] in words("others", "en"):
            first = quantity.first  # "two more"
        return Phrase(first, stop, quantity)

    def _goes_on(self, first: int, at: int) -> bool:
        """Whether the phrase that began at `first` still covers token `at`."""
        form = self._tokens.forms[at]
        if at > first and (self.joins(at) or (form.isdigit() and self.joins(at - 1))):  # "an MQ-9 drone"
            return True
        if self._lang == "en" and at > first and (form in _LINKS or form in _DETERMINERS):
            return self._tokens.forms[at - 1] == "of" or form in _LINKS
        if not self._is_content(at) or self._begins_another(first, at):
            return False
        if self._lang != "ar" or at == first:
            return (self._lang != "ar" or not form.startswith(_GOVERNED)) and (at == first or not self._is_verb(at))
        if self._is_apart(at) or form in self._carriers:  # "الوزير | واشنطن", "هجوم | شنته روسيا"
            return False
        if at in self._conjoined or at in self._behind_country or self._opens_object(at):
            return False
        if at in self._deeds and form.startswith(("ب", "ل")) and form[1:2] != "ل":
            return False  # "موسكو بقصف مستشفى"
        if form in _TOWARDS or (form[0] == "و" and (at in self._deeds or form in _AND_FATES)):
            return False  # "مسلحين شرقي البلاد", "مهاجم وإصابة اثنين"
        before = self._tokens.forms[at - 1]
        if form.endswith("ا") and not before.endswith("ا") and not form.startswith("ال") and at not in self._names:
            return False  # an accusative opens the object
        return not form.startswith(_CLITICS) and (form.startswith("ال") or not before.startswith("ال"))

    def _is_verbs_noun(self, at: int) -> bool:
        """Whether a Persian word belongs to the verb behind it: «اسرائیل | خبر داد», «کمپ جدعه | حضور دارند»."""
        forms = self._tokens.forms
        if forms[at] not in words("predicates", "fa") or at in self._names:
            return False
        return at + 1 < len(forms) and tense_of(forms, at + 1) is not None

    def _is_verb(self, at: int) -> bool:
        """Whether a word inside an English phrase is the verb behind its noun: "Police fired tear gas"; or a
        Persian one part of the verb.
        """
        if self._lang == "fa":
            return self._tokens.forms[at] in _VERBS or self._is_verbs_noun(at)
        form, before = self._tokens.forms[at], self._tokens.forms[at - 1]
        if self.joins(at - 1):
            return False  # "a rebel-held town"
        if self._lang == "en" and form.endswith("ing") and not self._is_capital(at):
            acts = self._tokens.form(at + 1) in _PREPOSED or (at + 1 < len(self._tokens) and self._is_capital(at + 1))
            if (acts and (before.endswith("s") or before in _PEOPLE)) or self._opens_phrase(at + 1):
                return True  # "a convoy | carrying the governor", "families | arriving in Tawila"
        past = self._lang == "en" and form.endswith("ed") and not self._is_capital(at)
        if form in _HEADLINES and (before.endswith("s") or before in _PEOPLE):
            return True
        if self._lang == "en" and form in _SAYS and (self._opens_phrase(at + 1) or self._tokens.form(at + 1) in _OVER):
            return True  # "the agency | estimates over 8,000 people fled"
        behind = self._opens_phrase(at + 1) or self._tokens.form(at + 1) in _DONE_BY
        return form in _VERBS or (past and (behind or before in _MANY_MEN or at - 1 in self._names))

    def _opens_phrase(self, at: int) -> bool:
        return self._tokens.form(at) in _DETERMINERS or at in self._figures

    def _is_apart(self, at: int) -> bool:
        """Whether a state stands right behind a definite noun, whose genitive it cannot be, unless it names it."""
        before = self._tokens.forms[at - 1]
        return (
            at in self._states
            and before.startswith("ال")
            and before[2:] not in self._sites
            and at - 1 not in self._names
        )

    def _begins_another(self, first: int, at: int) -> bool:
        return self._lang == "fa" and at > first and _parts(self._tokens.forms[at - 1], self._tokens.forms[at])

    def may_hold(self, at: int) -> bool:
        """Whether token `at` may be part of a phrase, counted or not."""
        return self._is_content(at) or at in self._figures or self._mentions.covered[at] != ""

    def is_named(self, at: int) -> bool:
        """Whether token `at` belongs to a name."""
        return at in self._names

    def joins(self, at: int) -> bool:
        """Whether token `at` is a hyphen inside an English word: "US-led", "Aita al-Shaab"."""
        return self._lang == "en" and self._tokens.is_hyphen(at)

    def _is_conjoined(self, agent: Agent) -> bool:
        """ "وتركيا" behind "إيران": another phrase begins."""
        tokens = self._tokens
        return self._lang == "ar" and agent.start > tokens.starts[agent.first] and tokens.forms[agent.first][0] == "و"

    def _opens_object(self, at: int) -> bool:
        """Whether a noun with article is no adjective of the definite one before: "قصف الجيش البلدة"."""
        form, before = self._tokens.forms[at], self._tokens.forms[at - 1]
        if form.startswith("ال") and at not in self._names and _disagrees(form, before):
            return True
        if not form.startswith("ال") or not (before.startswith("ال") or at - 1 in self._names) or at in self._names:
            return False
        return at in self._deeds or form[2:] in self._sites

    def _is_content(self, at: int) -> bool:
        form = self._tokens.forms[at]
        return (
            (form[0].isalpha() or (form == "." and at in self._names))  # "the U.S. Army"
            and (form not in self._stops or at in self._names)
            and form not in _NO_HEADS
            and form not in _DOERS
            and not (self._lang == "ar" and form in _OUTCOMES and at not in self._names)
            and self._mentions.covered[at] == ""
            and at not in self._verbs
            and at not in self._figures
            and not (self._lang == "fa" and is_persian_verb(form))
        )

    def _governed(self, at: int) -> bool:
        form = self._tokens.forms[at]
        return form in self._prepositions or (self._lang == "ar" and form.startswith(("بال", "لل")))


def _disagrees(form: str, before: str) -> bool:
    """Whether an Arabic noun with article cannot go on from the word before it: the adjective of a feminine, or of a
    plural of things, is feminine ("الشرطة الحاجز"); a plural that keeps its ن has no genitive ("مسلحون القرية").
    """
    if before.startswith("ال"):
        return before.endswith(("ه", "ات")) and not form.endswith(("ه", "ي", "ا", "ات"))
    return before.endswith("ون") and len(before) > _PLURAL
