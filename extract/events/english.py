"""English triggers: inflects verbs and nouns, and tells a verb from a noun and a passive from an active by context.

English writes "strike" for noun, verb and infinitive alike, so a form's reading is settled by the few words before it;
where they leave it open the noun is taken, which is what a headline or a summary mostly means.
"""

from collections.abc import Iterator, Mapping

from extract.events.grammar import Grammar, Reading
from extract.events.lexicon import Entry, EventLexicon
from extract.events.trigger import Form

_PARTICLE_GAP = 4  # "handed the sprawling base over"
_VOWELS = frozenset("aeiou")
BE = frozenset("is are was were be been being am 's 're gets got get getting".split())
HAVE = frozenset("has have had having 've".split())
MODALS = frozenset("to will would could can cannot may might must should shall 'll".split())
_SUBJECTS = frozenset("they we i you he she it who which not never also then reportedly jointly".split())
_DETERMINERS = frozenset(
    "the a an this that these those his her its their our my any some all many several more most no every each another "
    "new recent recently newly other such of for with by from among both between previously over large".split()
)
_ADVERBS = frozenset("not n't never also then now since already still all both later reportedly allegedly "
                     "immediately recently officially fully completely again just only being been".split())  # fmt: skip


class English(Grammar):
    """Readings of English tokens."""

    lang = "en"

    def prepare(self, lexicon: EventLexicon) -> None:
        self._irregular: Mapping[str, str] = lexicon.verbs[self.lang]

    def inflect(self, entry: Entry) -> None:
        verbs, nouns = entry.columns
        for phrase in verbs:
            head, *rest = phrase.split()
            words = tuple(frozenset((word,)) for word in rest)
            for form, kind in self._conjugate(head):
                if entry.only_past and kind not in (Form.PAST, Form.PARTICIPLE):
                    continue
                self.add((form,), Reading(entry, kind, words, _PARTICLE_GAP if rest else 0))
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
        yield _suffixed(base, "ing"), Form.PRESENT

    def analyse(self, form: str) -> tuple[Reading, ...]:
        if form.endswith("'s"):
            return tuple(r for r in self.table.get(form[:-2], ()) if r.form is Form.NOUN)
        return ()

    def strip(self, form: str) -> tuple[str, ...]:
        found = [form]
        if form.endswith("'s"):
            found.append(form[:-2])
        elif form.endswith("'"):
            found.append(form[:-1])
        if form.endswith("ies"):
            found.append(form[:-3] + "y")
        elif form.endswith("es"):
            found += (form[:-1], form[:-2])
        elif form.endswith("s"):
            found.append(form[:-1])
        return tuple(found)


def plural(word: str) -> str:
    """Plural of a noun, and third person of a verb: they are spelled alike."""
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


def shape(
    forms: list[str], index: int, stop: int, reading: Reading, readings: tuple[Reading, ...]
) -> tuple[Form, bool] | None:
    """How the phrase at `index` is used: its form and whether it is passive; None where this reading does not stand.

    `readings` are all that the same entry offers for this token.
    """
    if reading.rest and reading.form is Form.NOUN:
        return Form.NOUN, False
    kinds = {other.form for other in readings if bool(other.rest) == bool(reading.rest)}
    before = forms[index - 1] if index else ""
    if Form.NOUN in kinds and not _verb_here(forms, index, kinds, before):
        return (Form.NOUN, False) if reading.form is Form.NOUN else None
    if reading.form is Form.NOUN:
        return None
    if Form.PAST in kinds or Form.PARTICIPLE in kinds:
        return _past_use(forms, index, before, Form.PARTICIPLE in kinds)
    if forms[index].endswith("ing"):
        helper = _helper(forms, index)
        if helper in BE:
            return (Form.PAST if helper in ("was", "were") else Form.PRESENT), False
        return Form.PARTICIPLE, False
    if Form.INFINITIVE in kinds:
        return Form.INFINITIVE if before in MODALS or _helper(forms, index) in MODALS else Form.PRESENT, False
    return Form.PRESENT, False


def _verb_here(forms: list[str], index: int, kinds: set[Form], before: str) -> bool:
    after = forms[index + 1] if index + 1 < len(forms) else ""
    if Form.INFINITIVE in kinds:
        return before in MODALS or before in _SUBJECTS
    if Form.PRESENT in kinds:
        return before in _SUBJECTS or (
            after in ("the", "a", "an", "its", "their", "his") and before not in _DETERMINERS
        )
    return not kinds <= {Form.NOUN}


def _past_use(forms: list[str], index: int, before: str, participle: bool) -> tuple[Form, bool] | None:
    helper = _helper(forms, index)
    if helper in BE:
        return Form.PAST, True
    if helper in HAVE:
        return Form.PAST, forms[index - 1] == "been"
    if before in _DETERMINERS or before == "-":
        return None  # "the displaced families", "recently released prisoners"
    after = forms[index + 1] if index + 1 < len(forms) else ""
    if participle or after == "by":
        return Form.PARTICIPLE, True
    return Form.PAST, False


def _helper(forms: list[str], index: int) -> str:
    """The auxiliary that governs the verb at `index`, over adverbs: "were later reportedly released"."""
    at = index - 1
    while at >= 0 and index - at <= 4:
        form = forms[at]
        if form == "been" or form == "being":
            return form
        if form in BE or form in HAVE or form in MODALS:
            return form
        if not (form in _ADVERBS or form.endswith("ly")):
            return ""
        at -= 1
    return ""
