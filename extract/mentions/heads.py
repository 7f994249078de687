"""What a count measures: the percent sign, currency, unit or noun beside it.

The three languages differ in where that stands. Arabic counts a noun right after the number ("37 عملية"), or a
definite one before it ("الدول الست"); Persian puts counters between ("۱۰ فروند پهپاد"); English puts modifiers ("37
joint security operations").
"""

from dataclasses import dataclass, replace
from typing import TypeVar

from extract.mentions.counts import Count
from extract.ontology import Unit
from extract.ontology.lexicon import Lexicon, Noun
from extract.ontology.phrases import STEMS, Phrases, Stem, arabic_cases, stems_at
from extract.ontology.words import words
from extract.text import Tokens

T = TypeVar("T")
FATES = frozenset(("killed", "wounded", "casualties", "detained", "missing", "displaced"))
_REACH = 6  # tokens from an English number to its noun
_LABEL_REACH = 10  # tokens from a bare number back to its label
_PERCENT = {
    "ar": (("%",), ("في", "الميه"), ("في", "المايه"), ("في", "المءه"), ("بالميه",), ("بالمايه",), ("بالمءه",)),
    "fa": (("%",), ("درصد",), ("در", "صد"), ("درصدي",)),
    "en": (("%",), ("percent",), ("per", "cent"), ("percentage", "points"), ("percentage", "point"), ("pct",)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """What is measured: `kind` and `unit`; `noun` is a token range with its folded start, null for units.

    `stop`/`end` close the evidence on the right; for a head before the number they are the count's own.
    `known` is false where the noun is in no lexicon and was only taken to be one.
    """

    kind: str
    stop: int
    end: int
    unit: str | None = None
    noun: tuple[int, int] | None = None  # folded characters
    noun_tokens: tuple[int, int] | None = None
    persons: bool = False
    known: bool = True
    first: int | None = None  # where the head stands before the number


def find_head(tokens: Tokens, count: Count, lexicon: Lexicon) -> Head | None:
    """What `count` measures, as the words after it say, or failing that the words before it."""
    if count.dual is not None:
        return _dual(count)
    found = (
        _percent(tokens, count, lexicon.lang)
        or _symbol(tokens, count, lexicon)
        or _unit(tokens, count, lexicon)
        or _noun(tokens, count, lexicon)
    )
    return found


def _dual(count: Count) -> Head:
    if isinstance(count.dual, Noun):
        place = (count.start, count.end)
        return Head(count.dual.kind, count.stop, count.end, None, place, (count.first, count.stop), count.dual.persons)
    assert count.dual is not None  # noqa: S101  (the caller asked; this tells the type checker)
    return Head(count.dual.kind, count.stop, count.end, count.dual.code)


def _percent(tokens: Tokens, count: Count, lang: str) -> Head | None:
    forms = tokens.forms
    for phrase in _PERCENT[lang]:
        if tuple(forms[count.stop : count.stop + len(phrase)]) == phrase:
            stop = count.stop + len(phrase)
            return Head("percent", stop, tokens.ends[stop - 1], "percent")
    before = forms[count.first - 1] if count.first else ""
    if before == "%" and lang != "en":  # "%20" as right-to-left copy often has it
        return Head("percent", count.stop, count.end, "percent", first=count.first - 1)
    return None


def _symbol(tokens: Tokens, count: Count, lexicon: Lexicon) -> Head | None:
    """A currency sign or code before or after the number ("$2.5 million", "USD 5m", "15€")."""
    found = lexicon.symbols.before(tokens.forms, count.first, lambda form: (form,))
    if found is not None:
        first, unit = found
        # "$5 million dollars" and "$ 5 million US": take a currency word along when it follows.
        word = _unit(tokens, count, lexicon)
        stop, end = (word.stop, word.end) if word is not None and word.kind == "money" else (count.stop, count.end)
        return Head("money", stop, end, unit.code, first=first)
    after = lexicon.symbols.at(tokens.forms, count.stop) if count.stop < len(tokens) else None
    if after is not None:
        return Head("money", after[0], tokens.ends[after[0] - 1], after[1].code)
    return None


def _unit(tokens: Tokens, count: Count, lexicon: Lexicon) -> Head | None:
    index = count.stop
    if tokens.form(index) == "-" and tokens.joined(index - 1) and tokens.joined(index):
        index += 1  # "30-day"
    if lexicon.lang == "ar" and tokens.form(index) == "من":
        index += 1  # "ملايين من الدولارات", "2.5 مليون من الدولارات"
    for word in _unit_words(tokens.form(index), lexicon.lang):
        found = counted(tokens, index, word, lexicon, lexicon.units)
        if found is not None:
            stop, unit = found
            return _with_rate(tokens, Head(unit.kind, stop, tokens.ends[stop - 1], unit.code or _bare(unit, lexicon)))
    return None


def _unit_words(form: str, lang: str) -> list[str]:
    words = [stem.word for stem in STEMS[lang](form) if not stem.prefix] if form else []
    if lang == "fa" and form.endswith("ه"):
        words.append(form[:-1])  # "۱۱ ساله", "سه‌روزه"
    return words


def _bare(unit: Unit, lexicon: Lexicon) -> str | None:
    """The currency of a bare word ("دينار"): known only where it can mean one."""
    return unit.codes[0] if len(unit.codes) == 1 else None


def _with_rate(tokens: Tokens, head: Head) -> Head:
    """A speed or another rate ("60 km/h", "200 kilometres per hour") is no distance."""
    joined_slash = tokens.form(head.stop) == "/" and tokens.form(head.stop + 1).isalpha()
    spelled = tokens.form(head.stop) in ("per", "بر") or tokens.form(head.stop + 1) == "الساعه"
    if head.kind == "distance" and (joined_slash or spelled):
        return Head("other", head.stop, head.end, head.unit)
    return head


def _noun(tokens: Tokens, count: Count, lexicon: Lexicon) -> Head | None:
    finder = {"ar": _arabic_noun, "fa": _persian_noun, "en": _english_noun}[lexicon.lang]
    return finder(tokens, count, lexicon)


def _known(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[int, Stem, Noun] | None:
    """The lexicon noun that starts at token `index` without an attached particle: (stop, reading, noun)."""
    best: tuple[int, Stem, Noun] | None = None
    for stem in STEMS[lexicon.lang](tokens.forms[index]) if index < len(tokens) else ():
        found = None if stem.prefix else counted(tokens, index, stem.word, lexicon, lexicon.nouns)
        if found is not None and (best is None or found[0] > best[0]):
            best = (found[0], stem, found[1])
    return best


def counted(tokens: Tokens, index: int, word: str, lexicon: Lexicon, table: Phrases[T]) -> tuple[int, T] | None:
    """The entry of `table` at token `index` read as `word`, an Arabic noun also in the cases that counting puts it in."""
    found = table.at(tokens.forms, index, word)
    if found is not None or lexicon.lang != "ar":
        return found
    cases = [table.at(tokens.forms, index, base) for base, _ in arabic_cases(word)]
    return max((case for case in cases if case is not None), key=lambda case: case[0], default=None)


def _as_head(tokens: Tokens, first: int, stop: int, noun: Noun, cut: int = 0) -> Head:
    start, end = tokens.starts[first] + cut, tokens.ends[stop - 1]
    return Head(noun.kind, stop, end, None, (start, end), (first, stop), noun.persons)


def _guessed(tokens: Tokens, first: int, stop: int) -> Head:
    start, end = tokens.starts[first], tokens.ends[stop - 1]
    return Head("other", stop, end, None, (start, end), (first, stop), known=False)


def _is_word(form: str) -> bool:
    return len(form) > 1 and form[0].isalpha()


def _arabic_noun(tokens: Tokens, count: Count, lexicon: Lexicon) -> Head | None:
    after_noun = _vague_after_noun(tokens, count, lexicon)
    if after_noun is not None:
        return after_noun
    index = count.stop
    form = tokens.form(index)
    if form == "من":  # "خمسة من الجنود", "آلاف من النازحين", "ثلاثة من كبار القادة"
        index += 1
        stripped = tokens.form(index).removeprefix("ال")
        if tokens.form(index) in words("of_openers", lexicon.lang) or stripped in words("of_openers", lexicon.lang):
            index += 1
    elif form in ("بين", "ما"):
        return _killed_and_wounded(tokens, index, lexicon)
    if tokens.form(index) == '"':
        index += 1
    found = _known(tokens, index, lexicon)
    if found is not None:
        return _with_members(tokens, _as_head(tokens, index, found[0], found[2]), lexicon)
    before = _definite_noun_before(tokens, count, lexicon)
    if before is not None:
        return before
    form = tokens.form(index)
    definite_allowed = index > count.stop or count.vague
    if not _is_word(form) or form in words("stops", "ar") or form in words("others", "ar") or form in lexicon.reporting:
        return None
    if form.startswith("ال") and not definite_allowed:
        return None
    if form[0] == "و" and any(s.prefix and (s.word in lexicon.nouns or s.definite) for s in STEMS["ar"](form)):
        return None
    return _guessed(tokens, index, index + 1) if not _is_verb_of_fate(tokens, index, lexicon) else None


def _is_verb_of_fate(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    form = tokens.form(index)
    return any(
        table.at(tokens.forms, index, stem.word) is not None
        for table in (lexicon.befell_before, lexicon.befell_after)
        for stem in STEMS[lexicon.lang](form)
    )


def _killed_and_wounded(tokens: Tokens, index: int, lexicon: Lexicon) -> Head | None:
    """ "50 شخصا بين قتيل وجريح": both, in one number."""
    index += 1 if tokens.form(index) == "ما" else 0
    one = _known(tokens, index + 1, lexicon)
    if tokens.form(index) != "بين" or one is None:
        return None
    for stem in STEMS["ar"](tokens.form(one[0])):
        other = lexicon.nouns.at(tokens.forms, one[0], stem.word) if one[0] < len(tokens) else None
        if stem.prefix == "و" and other is not None and {one[2].kind, other[1].kind} == {"killed", "wounded"}:
            return _as_head(tokens, index + 1, other[0], Noun("casualties", persons=True))
    return None


def _vague_after_noun(tokens: Tokens, count: Count, lexicon: Lexicon) -> Head | None:
    """ "دولا عدة", "مرات عدة": the vague word follows an indefinite noun."""
    index = count.first - 1
    if not count.vague or index < 0 or tokens.forms[count.stop - 1] not in ("عده", "عديده"):
        return None
    for stem in STEMS["ar"](tokens.forms[index]):
        found = None if stem.definite else counted(tokens, index, stem.word, lexicon, lexicon.nouns)
        if found is not None and found[0] == count.first:
            head = _as_head(tokens, index, count.first, found[1], stem.cut)
            return replace(head, stop=count.stop, end=count.end, first=index)
    return None


def _definite_noun_before(tokens: Tokens, count: Count, lexicon: Lexicon) -> Head | None:
    """ "الدول الست": a definite noun before a definite numeral; "دولة واحدة": a noun before one."""
    numeral = count.numeral
    if numeral is None or count.first == 0:
        return None
    is_definite = tokens.forms[count.first][: count.start - tokens.starts[count.first]].endswith(("ال", "لل"))
    is_definite = is_definite or tokens.forms[count.first].startswith("ال")
    is_one = numeral.value == 1
    if not is_definite and not is_one:
        return None
    index = count.first - 1
    for stem in STEMS["ar"](tokens.forms[index]):
        found = lexicon.nouns.at(tokens.forms, index, stem.word)
        if found is not None and found[0] == count.first and stem.definite == is_definite:
            start = tokens.starts[index] + (stem.cut - 2 if stem.definite and stem.cut >= 2 else stem.cut)
            head = _as_head(tokens, index, count.first, found[1], max(0, start - tokens.starts[index]))
            return replace(head, stop=count.stop, end=count.end, first=index)
    return None


_OF = {"ar": "من", "fa": "از", "en": "of"}


def _with_members(tokens: Tokens, head: Head, lexicon: Lexicon) -> Head:
    """ "12 عنصرا من الشرطة", "۵ نفر از نیروهای ارتش", "three members of the police": the kind of who they belong to."""
    assert head.noun_tokens is not None  # noqa: S101  (only called on noun heads)
    if tokens.forms[head.noun_tokens[0]].removeprefix("ال") not in words("members", lexicon.lang):
        return head
    index = head.stop
    if tokens.form(index) == _OF[lexicon.lang]:
        index += 1
        while tokens.form(index) in words("determiners", lexicon.lang) or tokens.form(index) in words(
            "of_openers", lexicon.lang
        ):
            index += 1
    elif lexicon.lang == "en":
        return head
    found = _known(tokens, index, lexicon)
    if found is None or not found[2].persons or found[2].kind not in ("personnel", "fighters"):
        return head
    return Head(found[2].kind, head.stop, head.end, None, head.noun, head.noun_tokens, persons=True)


def _persian_noun(tokens: Tokens, count: Count, lexicon: Lexicon) -> Head | None:
    index = count.stop
    counter = lexicon.counters.at(tokens.forms, index) if index < len(tokens) else None
    if counter is not None:
        found = _known(tokens, counter[0], lexicon)
        if found is not None:
            return _as_head(tokens, counter[0], found[0], found[2])
    if tokens.form(index) == "از" and tokens.form(index + 1) not in words("stops", "fa"):
        index += 1  # "۵ تن از" has its counter; "ده‌ها از نیروها" has none
    found = _known(tokens, index, lexicon)
    if found is not None:
        return _with_members(tokens, _as_head(tokens, index, found[0], found[2]), lexicon)
    if (
        counter is not None
        and _is_word(tokens.form(counter[0]))
        and tokens.form(counter[0]) not in words("stops", "fa")
    ):
        return _guessed(tokens, counter[0], counter[0] + 1)
    form = tokens.form(index)
    if (
        not _is_word(form)
        or form in words("stops", "fa")
        or form in words("others", "fa")
        or _is_verb_of_fate(tokens, index, lexicon)
    ):
        return None
    return _guessed(tokens, index, index + 1)


def _english_noun(tokens: Tokens, count: Count, lexicon: Lexicon) -> Head | None:
    index = count.stop
    if tokens.form(index) == "of":
        index += 1
        while tokens.form(index) in words("determiners", lexicon.lang):
            index += 1
    stop = min(len(tokens), index + _REACH)
    guess: int | None = None
    found: Head | None = None
    while index < stop:
        form = tokens.forms[index]
        known = _known(tokens, index, lexicon)
        if known is not None and found is not None and known[2].kind in FATES:
            break  # "12 rebels killed three soldiers"
        if known is not None:
            found = _with_members(tokens, _as_head(tokens, index, known[0], known[2]), lexicon)
            index = known[0]
            stop = min(stop, index + 1)  # a compound's head is its last noun: "police officers", "rocket attacks"
            continue
        hyphen = form == "-" and tokens.joined(index - 1)
        if form == "." and len(tokens.forms[index - 1]) == 1 and tokens.joined(index - 1) and found is None:
            index += 1  # "2,500 U.S. troops"
            continue
        initial = len(form) == 1 and form.isalpha() and tokens.form(index + 1) == "."
        if (
            found is not None
            or form in words("stops", "en")
            or not (_is_word(form) or hyphen or initial or form in ('"', "'"))
        ):
            if form == "and" and found is None and _known(tokens, index + 2, lexicon) is not None and guess is None:
                index += 1  # "2,500 American and coalition troops"
                continue
            break
        if guess is None and _looks_plural(form):
            guess = index
        if _is_verb_of_fate(tokens, index, lexicon) or form in lexicon.reporting:
            break
        index += 1
    if found is not None:
        return found
    return _guessed(tokens, guess, guess + 1) if guess is not None and _may_be_counted(tokens, guess, lexicon) else None


def _may_be_counted(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a word of no lexicon may be taken for a counted noun."""
    form = tokens.forms[index]
    return form not in words("others", "en") and form not in lexicon.reporting


def _looks_plural(form: str) -> bool:
    return len(form) > 3 and form.endswith("s") and not form.endswith(("ss", "us", "is", "'s"))


def label_before(tokens: Tokens, count: Count, lexicon: Lexicon) -> Head | None:
    """The noun that labels a bare number: "the number of detainees: 37", "بلغ عدد القتلى 37", "شمار کشته‌ها به ۳۷".

    The noun right behind a word for number ("عدد", "شمار", "toll") is it, else the nearest one.
    """
    lang = lexicon.lang
    link = count.first - 1
    if tokens.form(link) in words("just", lang):
        link -= 1
    if tokens.form(link) not in words("links", lang):
        return None
    nearest: Head | None = None
    for index in range(link - 1, max(tokens.sentence(count.first)[0], count.first - _LABEL_REACH) - 1, -1):
        form = tokens.forms[index]
        if form in ".؛;،,\n":
            break
        head = _label(tokens, index, count, lexicon)
        nearest = nearest or head
        if head is not None and any(
            stem.word in words("number_of", lang) for stem in stems_at(tokens, index - 1, lang)
        ):
            return head
        if head is not None and lang == "en" and tokens.form(index - 1) == "of":
            nearest = head
    return nearest


def _label(tokens: Tokens, index: int, count: Count, lexicon: Lexicon) -> Head | None:
    for stem in STEMS[lexicon.lang](tokens.forms[index]):
        found = counted(tokens, index, stem.word, lexicon, lexicon.nouns)
        if found is not None and found[1].kind != "other":
            cut = max(0, stem.cut - 2) if stem.definite else stem.cut
            head = _as_head(tokens, index, found[0], found[1], cut)
            return replace(head, stop=count.stop, end=count.end, first=index)
    return None
