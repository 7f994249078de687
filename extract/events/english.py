"""English triggers: inflects verbs and nouns, and tells a verb from a noun and a passive from an active by context.

English writes "strike" for noun, verb and infinitive alike, so a form's reading is settled by the few words before it;
where they leave it open the noun is taken, which is what a headline or a summary mostly means.
"""

from collections.abc import Iterator, Mapping

from extract.events.grammar import ONLY_NOUN, Grammar, Reading, Use, stops
from extract.events.lexicon import Entry, EventLexicon
from extract.events.trigger import Form

_PARTICLE_GAP = 4  # "handed the sprawling base over"
_PREPOSITIONS = frozenset(("on", "upon", "for"))  # alone after the verb they stay beside it, as particles need not
_INTRANSITIVE = frozenset(("go", "come"))  # nothing stands between "went" and "off"
_VOWELS = frozenset("aeiou")
_SIBILANT_PLURALS = ("ses", "xes", "zes", "ches", "shes", "oes")
# Present tenses that news has mostly as plurals.
_PLURALS = frozenset(
    "supplies ships rations grants orders offers raises drops houses shelters moves shifts crowds streams packs piles "
    "ferries trucks airdrops loans cuts bans rallies marches returns visits jails".split()
)
_ONLY_PRESENT = frozenset((Form.PRESENT,))
_BALLOTS = frozenset(("vote", "votes"))
BE = frozenset("is are was were be been being am 's 're gets got get getting".split())
HAVE = frozenset("has have had having 've".split())
MODALS = frozenset("to wo ca will would could can cannot may might must should shall 'll".split())
_SUBJECTS = frozenset("they we i you he she it who which not never also then reportedly jointly".split())
_DETERMINERS = frozenset(
    "the a an this that these those his her its their our my any some all many several more most no every each another "
    "new recent recently newly other such of for with by from among both between previously over large".split()
)
_OWNERS = frozenset("the a an its their his her our my your own".split())
_NOUN_OPENERS = _OWNERS | frozenset(
    "- of in from at into behind inside near with without during million billion trillion".split()
)
_OBJECT_OPENERS = frozenset("the a an its their his".split())
_ANOTHER = frozenset("further second another next previous new".split())
_FEW = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety".split()
)
_PEOPLE = frozenset("men women people children police".split())
_NUMBERS = _FEW | {"dozen", "dozens", "hundreds"}
_ABOUT = frozenset("about some around roughly nearly almost over more up at an approximately troops soldiers".split())
_MANY = frozenset("men gunmen policemen militiamen troops police people forces".split())  # subjects of headlines
_SCALES = frozenset("hundred thousand million billion dozen".split())
STATIONED = frozenset("stationed deployed based posted garrisoned".split())
_SAYS = frozenset(
    "said says say told tell adds know knew think thinks thought believe believes hope hopes fear so".split()
)
_QUOTES = frozenset(('"', "'"))
_VAGUE = frozenset("scores several thousands".split())
_OPENERS = frozenset(  # words that may follow a participle that tells a happening ("two killed in a blast")
    "in on at by as when after before during and or near over for from with while outside inside following amid".split()
)
_UPROOTED = frozenset(
    "people persons families civilians residents villagers women children palestinians syrians".split()
)
_SHELTERING = frozenset("sheltering housing hosting".split())
_SHELTERS = frozenset(
    "monastery school church mosque building tent hospital house home camp compound shelter centre center hall site "
    "area district town village city block university facility hotel convent".split()
)
_ADVERBS = frozenset("not n't never also then now since already still all both later again just only soon".split())


_DAYS = frozenset(
    "on late early monday tuesday wednesday thursday friday saturday sunday yesterday january february march april may "
    "june july august september october november december jan feb aug sept oct nov dec".split()
)
_LAUNCHES = frozenset("launch launches launched launching".split())
_ATTACKS = frozenset("attack attacks strike strikes raid raids assault assaults offensive operation operations".split())
_TOWARDS = frozenset("at on against toward towards into from".split())
_LAUNCH_REACH = 8
_LEAVES, _DEPARTURES = frozenset("leave leaves leaving left".split()), frozenset(("withdrawal", "displacement"))
_STATES = frozenset(
    "dead wounded injured hurt maimed homeless stranded missing hospitalised hospitalized displaced trapped orphaned "
    "unconscious blinded ruined".split()
)
_STATE_REACH = 16
_NEW_CLAUSE = frozenset(
    "where when after before who which that because as while since until was were is are has had".split()
)


class English(Grammar):
    """Readings of English tokens."""

    lang = "en"
    demonstratives = frozenset("the this that these those its their his her".split())
    articles = frozenset(("a", "an"))
    twins = frozenset(("and",))
    clauses = frozenset(("retaliation", "response", "revenge"))  # for another's deed

    def prepare(self, lexicon: EventLexicon) -> None:
        self._irregular: Mapping[str, str] = lexicon.verbs[self.lang]

    def inflect(self, entry: Entry) -> None:
        verbs, nouns = entry.columns
        for phrase in verbs:
            head, *rest = phrase.split()
            words = tuple(frozenset((word,)) for word in rest)
            parted = bool(rest) and head not in _INTRANSITIVE and (len(rest) > 1 or rest[0] not in _PREPOSITIONS)
            for form, kind in self._conjugate(head):
                if entry.only_past and kind not in (Form.PAST, Form.PARTICIPLE):
                    continue
                self.add((form,), Reading(entry, kind, words, _PARTICLE_GAP if parted else 0))
        for phrase in nouns:
            head, *rest = phrase.lower().replace("-", " - ").split()
            if rest:
                words = [frozenset((word,)) for word in rest[:-1]] + [frozenset((rest[-1], plural(rest[-1])))]
                self.add((head,), Reading(entry, Form.NOUN, tuple(words)))
            else:
                self.add((head, plural(head)), Reading(entry, Form.NOUN))

    def _conjugate(self, base: str) -> Iterator[tuple[str, Form]]:
        past, *participle = self._irregular.get(base, "").split() or [_suffixed(base, "ed")]
        yield base, Form.INFINITIVE
        yield plural(base), Form.PRESENT
        yield past, Form.PAST
        for form in participle:
            if form != past:
                yield form, Form.PARTICIPLE
        doubled = base + base[-1]  # "transferred", so "transferring"
        yield doubled + "ing" if past == doubled + "ed" else _suffixed(base, "ing"), Form.PRESENT

    def analyse(self, form: str) -> tuple[Reading, ...]:
        if form.endswith("'s"):
            return tuple(r for r in self.entered(form[:-2]) if r.form is Form.NOUN)
        return ()

    def rivals(self, readings: tuple[Reading, ...]) -> list[frozenset[Form]]:
        """Also, of verbs, only forms of the same entry: "left" may be past or participle."""
        return [
            frozenset(
                other.form
                for other in readings
                if bool(other.rest) == bool(reading.rest)
                and (other.entry is reading.entry or (other.form is Form.NOUN and not other.rest))
            )
            for reading in readings
        ]

    def use(self, forms: list[str], index: int, stop: int, reading: Reading, rivals: frozenset[Form]) -> Use | None:
        is_noun = reading.form is Form.NOUN
        if is_noun and reading.rest:
            return Use(stop, Form.NOUN)
        verbal = rivals != ONLY_NOUN and (Form.NOUN not in rivals or _verb_here(forms, index, rivals))
        if is_noun == verbal:
            return None
        if is_noun:
            return None if _is_tally(forms, index) else Use(stop, Form.NOUN)
        if forms[index] in _LAUNCHES and forms[index - 1] != "to" and _carries_attack(forms, stop):
            return None
        if forms[index] in _LEAVES and reading.entry.type in _DEPARTURES and _in_a_state(forms, stop):
            return None
        if reading.rest and forms[index] in HAVE and (not _holds_count(forms, index) or _says_how(forms, stop)):
            return None
        shape = _verb_use(forms, index, rivals)
        return None if shape is None else Use(stop, *shape)

    def points(self, forms: list[str], index: int, reading: Reading) -> bool:
        """An adjective may stand between: "the deadly raid", "the third attack"."""
        before = forms[max(0, index - 2) : index]
        return any(form in self.demonstratives for form in before)

    def recalls(self, forms: list[str], index: int, reading: Reading) -> bool:
        return self.points(forms, index, reading) or (index > 0 and forms[index - 1] in _ANOTHER)

    def reach_back(self, form: Form, pointing: bool) -> int:
        return 10

    def strip(self, form: str) -> tuple[str, ...]:
        found = [form]
        if form.endswith("'s"):
            found.append(form[:-2])
        elif form.endswith("'"):
            found.append(form[:-1])
        if form.endswith("ies"):
            found.append(form[:-3] + "y")
        elif form.endswith("es"):
            found.append(form[:-1])
            if form.endswith(_SIBILANT_PLURALS):  # not "aides", of which "aid" is no part
                found.append(form[:-2])
        elif form.endswith("s"):
            found.append(form[:-1])
        return tuple(found)


def _carries_attack(forms: list[str], at: int) -> bool:
    """ "Launched scores of drone and missile attacks": what is launched is the happening, not what flew in it."""
    for form in forms[at : at + _LAUNCH_REACH]:
        if form in _ATTACKS:
            return True
        if not form.isalnum() or form in _TOWARDS:
            return False
    return False


def _in_a_state(forms: list[str], at: int) -> bool:
    """ "Leaving a soldier and at least nine civilians dead": nobody departs."""
    for index in range(at, min(at + _STATE_REACH, len(forms))):
        if forms[index] in _STATES:
            return True
        if forms[index] in _NEW_CLAUSE or stops(forms, index):
            return False
    return False


def _holds_count(forms: list[str], index: int) -> bool:
    """ "Has 4,000 soldiers in the country", "has had some troops", but not "has killed 20 soldiers"."""
    after = forms[index + 1] if index + 1 < len(forms) else ""
    return after[:1].isdigit() or after in _NUMBERS or after in _VAGUE or after in _ABOUT


def _says_how(forms: list[str], stop: int) -> bool:
    """ "Has 2,000 troops stationed there": the full verb tells of them."""
    return not STATIONED.isdisjoint(forms[stop : stop + 1])


def _is_tally(forms: list[str], index: int) -> bool:
    """ "Elected by 64 votes" measures, and tells of no vote."""
    return forms[index] in _BALLOTS and index > 0 and (forms[index - 1].isdigit() or forms[index - 1] in _FEW)


def plural(word: str) -> str:
    """Plural of a noun, and third person of a verb: they are spelled alike."""
    if word == "have":
        return "has"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _suffixed(base: str, ending: str) -> str:
    if base.endswith("e"):
        return base + "d" if ending == "ed" else (base if base.endswith("ee") else base[:-1]) + ending
    if ending == "ed" and base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    if _doubles(base):
        return base + base[-1] + ending
    return base + ending


def _doubles(base: str) -> bool:
    """stop, plan, ban: one short syllable that ends in consonant, vowel, consonant."""
    if len(base) < 3 or base[-1] in _VOWELS or base[-1] in "wxy" or base[-2] not in _VOWELS or base[-3] in _VOWELS:
        return False
    return sum(letter in _VOWELS for letter in base) == 1


def _verb_here(forms: list[str], index: int, kinds: frozenset[Form]) -> bool:
    """Whether a spelling that is both verb and noun is the verb."""
    before = forms[index - 1] if index else ""
    after = forms[index + 1] if index + 1 < len(forms) else ""
    if Form.INFINITIVE in kinds:
        many = before in _MANY or (before.endswith("s") and not before.endswith(("ss", "us", "'s")))
        counted = after.isdigit() or after in _NUMBERS or after in _VAGUE or after in _OBJECT_OPENERS
        return before in MODALS or before in _SUBJECTS or (many and counted)  # "gangs massacre dozens"
    if Form.PRESENT in kinds:
        return before in _SUBJECTS or (after in _OBJECT_OPENERS and before not in _DETERMINERS)
    return True


def _verb_use(forms: list[str], index: int, kinds: frozenset[Form]) -> tuple[Form, bool] | None:
    """Form and voice of a verb; None where a participle only describes a noun."""
    if Form.PAST in kinds or Form.PARTICIPLE in kinds:
        return _past_use(forms, index, Form.PARTICIPLE in kinds)
    if Form.INFINITIVE in kinds and index and forms[index - 1] in _NOUN_OPENERS:
        return None  # "its own blacklist", "out of jail": a noun, whether or not the lexicon has that noun
    if Form.INFINITIVE in kinds and index and forms[index - 1] in _QUOTES:
        return None  # chanted "free them all"
    helper = _helper(forms, index)
    if forms[index] in _SHELTERING and helper not in BE and _is_shelter(forms[index - 1] if index else ""):
        return None  # "a monastery sheltering the displaced"
    if forms[index].endswith("ing"):
        if _describes(forms, index):
            return None
        if helper in BE:
            return (Form.PAST if helper in ("was", "were") else Form.PRESENT), False
        return Form.PARTICIPLE, False
    if Form.INFINITIVE in kinds and helper in MODALS:
        return Form.INFINITIVE, False
    if forms[index] in _PLURALS and not _verb_here(forms, index, _ONLY_PRESENT):
        return None  # "tonnes of medical supplies"
    return Form.PRESENT, False


def _describes(forms: list[str], index: int) -> bool:
    """ "The remaining 200 soldiers", "the visiting minister", but not "the closing of the camp"."""
    before = forms[index - 1] if index else ""
    after = forms[index + 1] if index + 1 < len(forms) else ""
    return before in _OBJECT_OPENERS and after != "of" and (after[:1].isalnum())


def _is_shelter(form: str) -> bool:
    return form in _SHELTERS or form.removesuffix("s") in _SHELTERS or form.removesuffix("es") in _SHELTERS


def _past_use(forms: list[str], index: int, participle: bool) -> tuple[Form, bool] | None:
    before = forms[index - 1] if index else ""
    helper = _helper(forms, index)
    if helper in BE:
        return Form.PAST, True
    if helper in HAVE:
        return Form.PAST, forms[index - 1] == "been"
    after = forms[index + 1] if index + 1 < len(forms) else ""
    floats = before in ("each", "all") and (after.isdigit() or after in _OWNERS or after in _NUMBERS)
    if forms[index] == "displaced" and after in _UPROOTED and before.endswith("ing"):
        return None  # "sheltering displaced families"
    counted = before in _SCALES and after.endswith("s") and after not in _OPENERS  # "a million displaced Iraqis"
    number = before.isdigit() and not _ends_name(forms, index - 1)
    if (
        (before in _DETERMINERS and not floats and not _is_relative(forms, index - 1))
        or before == "-"
        or number
        or counted
    ):
        return None  # "the displaced families", "150 captured soldiers", but "they each returned 150 prisoners"
    if before in _FEW and (after.endswith("s") or after in _PEOPLE) and after not in _OWNERS:
        return None  # "two captured pilots", but "three shot dead", "ten killed Monday"
    if participle or _by_whom(forms, index):
        return Form.PARTICIPLE, True
    return Form.PAST, False


def _by_whom(forms: list[str], index: int) -> bool:
    """Whether "by" follows, over the day: "a ship struck June 12 by a missile"."""
    at = index + 1
    while at < min(len(forms), index + 4) and (forms[at].isdigit() or forms[at] in _DAYS):
        at += 1
    return at < len(forms) and forms[at] == "by"


def _is_relative(forms: list[str], at: int) -> bool:
    """ "A team that visited the city", but not "said that displaced families", "that captured tank"."""
    if forms[at] != "that" or at == 0:
        return False
    noun = forms[at - 1]
    return noun.isalpha() and noun not in _SAYS and not noun.endswith("ed") and noun not in BE


def _ends_name(forms: list[str], index: int) -> bool:
    """The number of "M23", "the G7": who does it, and no count of anything."""
    letter = forms[index - 1] if index else ""
    return len(letter) == 1 and letter.isalpha() and letter != "a"


def _helper(forms: list[str], index: int) -> str:
    """The auxiliary that governs the verb at `index`, over adverbs: "were later reportedly released"."""
    at = index - 1
    while at >= 0 and index - at <= 4:
        form = forms[at].removesuffix("n't")
        if form in BE or form in HAVE or form in MODALS:
            return form
        if not (form in _ADVERBS or form.endswith("ly")):
            return ""
        at -= 1
    return ""
