"""What a count measures: the words after it say, or failing that the words before it."""

from collections.abc import Iterator
from dataclasses import replace

from extract.mentions.counts import Count
from extract.mentions.head import FATES, Head, as_head, counted, guessed, known
from extract.mentions.measures import percent, shared, symbol, unit
from extract.mentions.nouns.arabic import arabic_noun
from extract.mentions.nouns.english import english_noun
from extract.mentions.nouns.persian import persian_noun
from extract.ontology.lexicon import Lexicon, Noun
from extract.ontology.phrases import STEMS, stems_at
from extract.ontology.words import words
from extract.text import Tokens

_LABEL_REACH = 14  # tokens from a bare number back to its label
_LIST_REACH = 8  # English: tokens from the last place of a list back to the toll in all of them
_WHERE_REACH = 4  # tokens from a noun back to its preposition
_TOLL_REACH = 18
_LINKING = frozenset(("to", "into", "at"))
_EXCEEDS = frozenset("exceeded exceeds surpassed surpasses topped tops".split())  # both qualify and link
_NUMBER_REACH = 30  # English: tokens from the link back to "the number of"
_OPENING = 6
_PRONOUNS = ("ها", "هم", "ه")
_WALLS = frozenset("that which who when while because although if where".split())
_NUMBERS = frozenset(("number", "figure", "count"))
_AGE_LINKS = frozenset(("to", "of", "at", "from"))
_PARTICIPLE_REACH = 5
# English: who or what is so many in "a team of 40", "a force of 1,200".
_BODIES = {
    **dict.fromkeys(
        "population team delegation family community town village city crowd audience workforce staff jury panel "
        "country nation congregation".split(),
        "people",
    ),
    **dict.fromkeys("force contingent garrison battalion detachment crew brigade regiment army".split(), "personnel"),
    **dict.fromkeys("convoy fleet flotilla salvo barrage swarm volley".split(), "equipment"),
}
_HAS = frozenset(("has", "have", "had"))
_NOUNS = {"ar": arabic_noun, "fa": persian_noun, "en": english_noun}


def find_head(tokens: Tokens, count: Count, lexicon: Lexicon) -> Head | None:
    """What `count` measures, as the words after it say, or failing that the words before it."""
    if count.dual is not None:
        return _dual(count)
    return (
        percent(tokens, count, lexicon.lang)
        or symbol(tokens, count, lexicon)
        or unit(tokens, count, lexicon)
        or _NOUNS[lexicon.lang](tokens, count, lexicon)
        or shared(tokens, count, lexicon)
    )


def _dual(count: Count) -> Head:
    if isinstance(count.dual, Noun):
        place = (count.start, count.end)
        return Head(count.dual.kind, count.stop, count.end, None, place, (count.first, count.stop), count.dual.persons)
    assert count.dual is not None  # noqa: S101  (the caller asked; this tells the type checker)
    return Head(count.dual.kind, count.stop, count.end, count.dual.code)


def label_before(tokens: Tokens, count: Count, first: int, lexicon: Lexicon) -> Head | None:
    """The noun that labels a bare number: "the number of detainees: 37", "بلغ عدد القتلى 37", "شمار کشته‌ها به ۳۷".

    `first` is where the count begins with its qualifier. The noun right behind a word for number ("عدد", "شمار",
    "toll") is it, else the nearest one.
    """
    lang = lexicon.lang
    link = first - (tokens.form(first) not in _EXCEEDS)
    if tokens.form(link) in words("just", lang):
        link -= 1
    if lang == "en" and tokens.form(link) == "of" and tokens.form(link - 1) in _BODIES:
        return Head(_BODIES[tokens.form(link - 1)], count.stop, count.end)  # "a population of 4.9 million"
    if lang == "en" and tokens.form(link) == "to" and tokens.forms[count.stop : count.stop + 2] == ["the", "number"]:
        return _number_behind(tokens, count, lexicon)
    if lang == "en" and tokens.form(link) in _AGE_LINKS and tokens.form(link - 1) == "age":
        return Head("age", count.stop, count.end, "year")  # "raise the retirement age to 66"
    if tokens.form(link) not in words("links", lang):
        head = _label(tokens, link, count, lexicon) if link > 0 else None  # "عدد القتلى 37"
        return head if head is not None and _is_number_word(tokens, link - 1, lang) else None
    if lang == "en" and "population" in tokens.forms[max(0, link - _LABEL_REACH) : link]:
        return Head("people", count.stop, count.end)  # "the camp's population has fallen from 73,000"
    if tokens.form(link) == ":":
        return _line_label(tokens, link, count, lexicon)
    numbered = _number_of(tokens, link, count, lexicon) if lang == "en" else None
    head = numbered or _nearest_label(tokens, link, count, lexicon)
    owner = head is not None and head.kind not in FATES and tokens.form(link) in _HAS  # "the allies have 2,500"
    return None if owner else head


def _nearest_label(tokens: Tokens, link: int, count: Count, lexicon: Lexicon) -> Head | None:
    """The label in the tokens before `link`: behind a word for number, else the nearest."""
    lang = lexicon.lang
    walled = False  # past a word that opens a clause only what befell people is still the subject
    nearest: Head | None = None
    for index in _back_from(tokens, link, count, lang):
        form = tokens.forms[index]
        if form in ".؛;،,\n":
            return nearest or (_toll_in_list(tokens, index, count) if form == "," and lang == "en" else None)
        if nearest is not None and lang == "ar" and form in words("links", "ar"):
            break  # "ارتفع عدد القتلى إلى 31 والجرحى إلى 85": each number has its own label
        if lang == "en" and form in _NUMBERS and tokens.form(index - 1) == "the" and tokens.form(index + 1) != "of":
            break  # "rights groups put the number at 3,500": of what is told elsewhere
        walled = walled or (lang == "en" and form in _WALLS)
        head = _label(tokens, index, count, lexicon) or _their(tokens, index, count, lexicon)
        if head is not None and head.kind not in FATES and (walled or (lang == "en" and _is_where(tokens, index))):
            head = None
        if lang == "en" and form == "toll" and not _is_toll_of(tokens, index, count, lexicon):
            return Head("killed", count.stop, count.end)  # "put the toll at 60"
        if nearest is None and head is not None and head.kind != "people":  # "lawmakers voted 120 to 30"
            nearest = head
        if head is not None and _is_numbered(tokens, index, head, lang):
            return _of_both(tokens, index, head, nearest)
        if head is not None and lang == "en" and tokens.form(index - 1) == "of":
            nearest = head
    return nearest


def _is_numbered(tokens: Tokens, index: int, head: Head, lang: str) -> bool:
    """Whether a word for number stands beside the noun at token `index`: "عدد القتلى", "the death toll"."""
    toll = lang == "en" and head.kind in FATES and tokens.form(index + 1) == "toll"
    return toll or _is_number_word(tokens, index - 1, lang)


def _toll_in_list(tokens: Tokens, comma: int, count: Count) -> Head | None:
    """English: "the death toll in Chad, Niger and Mali passed 500"; nothing is told between but the places."""
    for index in range(comma - 1, max(tokens.sentence(comma)[0], comma - _LIST_REACH) - 1, -1):
        form = tokens.forms[index]
        if form == "toll":
            return Head("killed", count.stop, count.end) if tokens.form(index - 1) == "death" else None
        if form[0].isdigit() or form in words("links", "en") or form in ".;\n":
            return None
    return None


def _is_where(tokens: Tokens, index: int) -> bool:
    """Whether the noun at token `index` says where: "the death toll in the country to 259"."""
    for at in range(index - 1, max(-1, index - 1 - _WHERE_REACH), -1):
        if tokens.form(at) in words("locative", "en") - _LINKING:
            return True
        if not tokens.form(at).isalpha() or tokens.form(at) in words("stops", "en") - words("determiners", "en"):
            return False
    return False


def _back_from(tokens: Tokens, link: int, count: Count, lang: str) -> Iterator[int]:
    """The tokens before `link` that may label the count, nearest first: within reach, and English tolls beyond it."""
    low = tokens.sentence(count.first)[0]
    near = max(low, count.first - _LABEL_REACH)
    yield from range(link - 1, near - 1, -1)
    if lang == "en":
        for index in range(near - 1, max(low, count.first - _TOLL_REACH) - 1, -1):
            if "toll" in (tokens.form(index), tokens.form(index + 1)):
                yield index


def _of_both(tokens: Tokens, index: int, head: Head, nearest: Head | None) -> Head:
    """ "عدد القتلى والجرحى إلى 85": Arabic; two fates that one number tells."""
    if nearest is None or nearest.first != index + 1 or not tokens.form(index + 1).startswith("و"):
        return head
    if {head.kind, nearest.kind} == {"killed", "wounded"}:
        return replace(head, kind="casualties")
    return head


def _their(tokens: Tokens, index: int, count: Count, lexicon: Lexicon) -> Head | None:
    """ "عدد جنودها": Arabic; whose they are is attached to the noun behind "number"."""
    if lexicon.lang != "ar" or not _is_number_word(tokens, index - 1, "ar"):
        return None
    for pronoun in _PRONOUNS:
        if tokens.forms[index].endswith(pronoun):
            base = tokens.forms[index][: -len(pronoun)]
            found = lexicon.nouns.at([base], 0)
            known_kind = found is not None and found[1].kind != "other"
            return Head(found[1].kind, count.stop, count.end, first=index) if found and known_kind else None
    return None


def _number_of(tokens: Tokens, link: int, count: Count, lexicon: Lexicon) -> Head | None:
    """ "The number of soldiers slain at 21", "the number of people confirmed dead after ... has risen to 148": the
    noun behind "of", with what befell it, however long the phrase.
    """
    forms = tokens.forms
    for index in range(link - 2, max(tokens.sentence(count.first)[0], link - _NUMBER_REACH) - 1, -1):
        if forms[index] in ";\n":
            return None
        counts = forms[index] in words("number_of", "en") and forms[index + 1] == "of"
        if not counts or tokens.form(index - 1) in ("a", "any"):
            continue
        noun = index + 2
        while noun < min(link, index + _OPENING) and _label(tokens, noun, count, lexicon) is None:
            noun += 1
        head = _label(tokens, noun, count, lexicon) if noun < link else None
        if head is None or head.noun_tokens is None:
            return None
        fate = _told_of(tokens, head.noun_tokens[1], link, lexicon) if head.persons else None
        near = count.first - noun <= _OPENING
        return replace(head, kind=fate or head.kind, first=noun if near else None, noun=head.noun if near else None)
    return None


def _number_behind(tokens: Tokens, count: Count, lexicon: Lexicon) -> Head | None:
    """ "Bringing to 59 the number of journalists killed": what is counted stands behind the number."""
    forms = tokens.forms
    for noun in range(count.stop + 3, min(len(forms), count.stop + 3 + _OPENING)):
        found = known(tokens, noun, lexicon)
        if found is not None:
            fate = _told_of(tokens, found[0], len(forms), lexicon) if found[2].persons else None
            return Head(fate or found[2].kind, count.stop, count.end)
    return None


def _told_of(tokens: Tokens, index: int, stop: int, lexicon: Lexicon) -> str | None:
    """What the participle behind a noun says befell them: "people confirmed dead", "soldiers who have been slain"."""
    for at in range(index, min(stop, index + _PARTICIPLE_REACH)):
        found = lexicon.befell_after.at(tokens.forms, at)
        if found is not None:
            return found[1]
        if tokens.forms[at] in words("prepositions", "en"):
            return None
    return None


def _is_toll_of(tokens: Tokens, index: int, count: Count, lexicon: Lexicon) -> bool:
    """Whether a noun beside the "toll" at token `index` says of whom: "the toll of wounded", "the casualty toll"."""
    near = (index - 1, index + 2) if tokens.form(index + 1) == "of" else (index - 1,)
    return any(at >= 0 and _label(tokens, at, count, lexicon) is not None for at in near)


def _line_label(tokens: Tokens, link: int, count: Count, lexicon: Lexicon) -> Head | None:
    """The label of a list's line ("- Children travelling alone: 1,340"): its first known noun, else its first word."""
    first = link
    while first > 0 and tokens.forms[first - 1] not in ".؛;\n-•*" and link - first < _LABEL_REACH:
        first -= 1
    for index in range(first, link):
        found = known(tokens, index, lexicon)
        if found is not None:
            head = as_head(tokens, index, found[0], found[2])
            return replace(head, stop=count.stop, end=count.end, first=index)
    opens_line = first == 0 or tokens.forms[first - 1] in "\n-•*"
    if not opens_line or first == link or not tokens.forms[first].isalpha():
        return None
    return replace(guessed(tokens, first, first + 1), stop=count.stop, end=count.end, first=first)


def _is_number_word(tokens: Tokens, index: int, lang: str) -> bool:
    return index >= 0 and any(stem.word in words("number_of", lang) for stem in stems_at(tokens, index, lang))


def _label(tokens: Tokens, index: int, count: Count, lexicon: Lexicon) -> Head | None:
    for stem in STEMS[lexicon.lang](tokens.forms[index]):
        found = counted(tokens, index, stem.word, lexicon, lexicon.nouns)
        numbered = found is not None and found[0] < count.first and tokens.form(found[0])[:1].isdigit()  # "Flight 6042"
        if found is not None and found[1].kind != "other" and not numbered:
            cut = max(0, stem.cut - 2) if stem.definite else stem.cut
            head = as_head(tokens, index, found[0], found[1], cut)
            return replace(head, stop=count.stop, end=count.end, first=index)
    return None
