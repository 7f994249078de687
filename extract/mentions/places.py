"""Places: known names, and unknown ones that a generic word introduces ("في مخيم الهول", "in the town of X").

`located` marks those that a preposition of place introduces; only they say where something happened.
"""

from collections.abc import Sequence, Set
from functools import cache

from extract.events import is_persian_verb
from extract.frozen import frozen
from extract.names import NameMention
from extract.ontology.phrases import STEMS, Stem
from extract.ontology.spotter import Spotter
from extract.ontology.words import joined_words, words
from extract.text import Tokens, fold_word

# Before a preposition: it says where somebody has his seat, or speaks, not where something happened ("a group based in
# London", "told reporters in Geneva").
_SEATED = frozenset(
    ("based", "headquartered", *fold_word("مقرها مقره ومقرها ومقره ومقرهما المقيم المقيمة مقیم").split())
)
_SPEAKING = frozenset(
    tuple(fold_word(words).split())
    for words in (
        "told reporters", "telling reporters", "told journalists", "telling journalists", "to reporters",
        "to journalists", "news conference", "press conference", "press briefing", "news briefing", "مؤتمر صحفي",
        "مؤتمر صحافي", "المؤتمر الصحفي", "المؤتمر الصحافي", "إيجاز صحفي", "به خبرنگاران", "نشست خبری", "کنفرانس خبری",
        "کنفرانس مطبوعاتی", "جمع خبرنگاران",
    )
)  # fmt: skip
_TO_REPORTERS = frozenset(fold_word("للصحفيين للصحافيين").split())
# Persian: what kind of base it is stands before its name («پایگاه نظامی الشدادی»).
_OF_BASES = frozenset(fold_word("نظامی هوایی دریایی زمینی موشکی").split())
_SHORTEST = 3  # letters of a name
_SECTION = fold_word("بخش")
_REACH = 5
_IN = frozenset(("in", "near"))
_BACKED = frozenset(
    "backed led linked aligned allied based born supported trained made owned funded sponsored brokered mediated "
    "flagged registered armed supplied bound affiliated inspired".split()
)
_FOR_OR_AGAINST = frozenset(("pro", "anti", "ex", "non"))
_BEFORE_NAMES = frozenset("the of 's neighbouring neighboring nearby northern southern eastern western central".split())
_OF_STATES = frozenset(
    "presence interests influence pressure sovereignty demands objections sanctions support personnel officials "
    "ships vessels aircraft targets citizens nationals allies policy".split()
)
_OWNED_REACH = 3  # tokens behind a country's name
_LONGEST_NAME = 3  # tokens of an unknown English name


@frozen
class Place:
    """A place at the tokens `[first, stop)`, folded characters `[start, end)`."""

    first: int
    stop: int
    start: int
    end: int
    name: str | None
    iso: str | None
    located: bool
    is_country: bool = False


def find_places(
    tokens: Tokens,
    names: list[NameMention],
    covered: Sequence[str],
    counted: Set[int],
    lang: str,
    told: Set[int] = frozenset(),
) -> list[Place]:
    """The places named among `tokens`, in order and apart. Nationalities and forces are no places, nor is what is
    `covered` by a date or `counted`; and no name begins with what is `told` («به منطقه اعزام شدند»).
    """
    named = (one for one in names if one.name.place and not (one.adjective or only_describes(tokens, one, lang)))
    places = [_known(tokens, mention, lang) for mention in named]
    bodies = [name for name in names if name.adjective or not name.name.place] if lang == "en" else []
    taken = {index for one in (*places, *bodies) for index in range(one.first, one.stop)} | counted
    for place in _unknown(tokens, covered, lang):
        if taken.isdisjoint(range(place.first, place.stop)) and place.first + 1 not in told:
            places.append(place)
    return sorted(places, key=lambda place: place.start)


def only_describes(tokens: Tokens, name: NameMention, lang: str) -> bool:
    """Whether an English name is half of an adjective: "Iran-backed", "pro-Iran"."""
    first, stop = name.first, name.stop
    if lang != "en":
        return False
    if tokens.form(first - 1) == "-" and tokens.form(first - 2) in _FOR_OR_AGAINST and tokens.joined(first - 1):
        return True
    return tokens.is_hyphen(stop) and tokens.form(stop + 1) in _BACKED


def is_seat(forms: list[str], at: int) -> bool:
    """Whether what the preposition at token `at` governs says only where somebody has his seat, or speaks."""
    if not at:
        return False
    return forms[at - 1] in _SEATED or forms[at - 1] in _TO_REPORTERS or tuple(forms[max(0, at - 2) : at]) in _SPEAKING


def is_sector(form: str, after: str) -> bool:
    """Whether the two words are a branch of trade, no district: «بخش کشاورزی»."""
    return form == _SECTION and after in words("sectors", "fa")


def _known(tokens: Tokens, mention: NameMention, lang: str) -> Place:
    """The place of a name, with the generic word right before it ("مدينة الموصل", «استان الانبار»)."""
    first, start = mention.first, mention.start
    if start == tokens.starts[first] and first and lang != "en":
        generic = _generics(lang).of(tokens.forms[first - 1])
        if generic is not None:
            first, start = first - 1, tokens.starts[first - 1] + generic.cut
    located = _located(tokens, mention.first, lang, whole=mention.start == tokens.starts[mention.first])
    is_country = mention.name.type in ("country", "capital")
    if lang == "en" and is_country:
        located = located and not (_owns_a_deed(tokens, mention.stop) or is_of_state(tokens.form(mention.stop)))
    return Place(first, mention.stop, start, mention.end, mention.name.canonical, mention.name.iso, located, is_country)


def is_of_state(form: str) -> bool:
    """Whether an English word behind a state's name is what it has or sends, and no place of it: "U.S. presence"."""
    return form in _OF_STATES or form in words("bodies", "en")


def _owns_a_deed(tokens: Tokens, stop: int) -> bool:
    """Whether an English name that ends at token `stop` owns no place: "in Russia's overnight attack", but "in Syria's
    Idlib", "in Iraq's western desert".
    """
    if not tokens.forms[stop - 1].endswith("'s") or tokens.form(stop) in _BEFORE_NAMES:
        return False
    near = range(stop, min(stop + _OWNED_REACH, len(tokens)))
    return not any(_has_capital(tokens, at) or tokens.forms[at] in joined_words("en", "places", "sites") for at in near)


@cache
def _generics(lang: str) -> Spotter[Stem]:
    """Spots generic words ("مدينة") without the article; the reading that is one."""
    places, stems = words("places", lang), STEMS[lang]
    return Spotter(lambda form: next((stem for stem in stems(form) if stem.word in places and not stem.definite), None))


def _located(tokens: Tokens, first: int, lang: str, *, whole: bool = False) -> bool:
    """Whether a preposition of place governs the name at `first`, over generic words ("in the city of"). A `whole`
    token is the name: the ب of بريطانيا is none.
    """
    for index in range(first, max(-1, first - _REACH), -1):
        form = tokens.forms[index]
        if index < first:
            if form in words("place_prepositions", lang):
                return not is_seat(tokens.forms, index)
            if lang == "en" and form not in words("places", "en") and form not in _BEFORE_NAMES:
                return False
        if lang == "ar" and not (whole and index == first):
            stems = STEMS["ar"](form)
            if any(stem.prefix.endswith("ب") for stem in stems if index == first or stem.word in words("places", "ar")):
                return True
            generic = joined_words("ar", "places", "sites")
            if index < first and not any(stem.word in generic for stem in stems):
                return any(stem.word in words("place_prepositions", "ar") for stem in stems)
        if lang == "fa" and index < first and form not in joined_words("fa", "places", "sites"):
            return False
    return False


def _unknown(tokens: Tokens, covered: Sequence[str], lang: str) -> list[Place]:
    """A generic word with the name after it, which no lexicon knows."""
    if lang == "en":
        return _capitalised(tokens, covered)
    found: list[Place] = []
    for index, stem in _generics(lang).find(tokens):
        after = tokens.form(index + 1)
        if not _may_name(after, lang) or covered[index + 1] != "" or is_sector(tokens.forms[index], after):
            continue
        if lang != "ar" or after.startswith("ال"):
            start = tokens.starts[index] + stem.cut
            located = _located(tokens, index, lang) or stem.prefix.endswith("ب")
            last = index + 1 + (after in _OF_BASES and _may_name(tokens.form(index + 2), lang))
            found.append(Place(index, last + 1, start, tokens.ends[last], None, None, located))
    return found


def _may_name(form: str, lang: str) -> bool:
    """Whether a token may be the name behind "پایگاه نظامی"."""
    if not form[:1].isalpha() or len(form) < _SHORTEST:
        return False
    if form in words("stops", lang) or form in words("predicates", lang):
        return False
    return lang != "fa" or not is_persian_verb(form)


def _capitalised(tokens: Tokens, covered: Sequence[str]) -> list[Place]:
    """English: an unknown proper name behind "in" ("in El Obeid")."""
    found: list[Place] = []
    for at in tokens.where(tokens.vocabulary & _IN):
        if is_seat(tokens.forms, at):
            continue
        first, stop = at + 1, _name_stop(tokens, at + 1, covered)
        if stop > first:
            found.append(Place(first, stop, tokens.starts[first], tokens.ends[stop - 1], None, None, located=True))
    return found


def _name_stop(tokens: Tokens, first: int, covered: Sequence[str]) -> int:
    """Where an unknown English name ends that begins at token `first`, if one does; "Al-jadah" is one word of it."""
    stop, longest = first, first + _LONGEST_NAME
    while stop < min(len(tokens), longest) and covered[stop] == "":
        if stop > first and tokens.is_hyphen(stop) and tokens.form(stop + 1).isalpha():
            stop, longest = stop + 2, longest + 2
        elif _is_capitalised(tokens, stop) or (stop > first and _is_town(tokens, stop)):
            stop += 1
        else:
            break
    return stop


def _is_capitalised(tokens: Tokens, at: int) -> bool:
    form = tokens.forms[at]
    return form.isalpha() and _has_capital(tokens, at) and form not in joined_words("en", "stops", "sites", "bodies")


def _is_town(tokens: Tokens, at: int) -> bool:
    """Whether a word for a site ends a name: "Stone Town", "Kandahar Airport"."""
    return tokens.forms[at] in joined_words("en", "places", "sites") and _has_capital(tokens, at)


def _has_capital(tokens: Tokens, at: int) -> bool:
    return tokens.folded.original[tokens.span(at, at + 1).start].isupper()
