"""Finding names: one pass over the tokens, longest spelling first, each kept only where its context allows it.

What needs the whole text (an ambiguous spelling whose country is named elsewhere) and what needs its neighbour (an army
and the country it belongs to) is settled after the pass, over the few hits alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.names.catalogue import Names
from extract.names.context import JOINERS, Place
from extract.names.index import Index, Meaning, Node, Reading
from extract.names.model import Name, NameMention, NameType
from extract.text import Tokens

_MASTERS = frozenset({NameType.COUNTRY, NameType.CAPITAL})
_LONGEST_ABBREVIATION = 3  # letters
_OWNED = frozenset(
    "troops soldiers soldier forces force servicemen serviceman personnel marines marine contractors contractor "
    "advisers advisors adviser commander commanders general generals officer officers officials official president "
    "secretary envoy envoys diplomat diplomats ambassador senator senators lawmaker lawmakers senators congress "
    "senate government administration citizens citizen nationals national patrol patrols convoy convoys warplanes "
    "warplane jets jet drone drones aircraft warship warships destroyer destroyers helicopter helicopters carrier "
    "dollar dollars sanctions airstrike airstrikes strike strikes raid raids missile missiles intelligence allies "
    "ally weapons".split()
)


@dataclass(slots=True)
class _Hit:
    """A spelling found at tokens `[first, stop)`; it means `maybe` if that name's country occurs in the text."""

    first: int
    stop: int
    start: int
    end: int
    meaning: Meaning | None
    maybe: Meaning | None = None


def find_names(tokens: Tokens, lang: str, names: Names) -> list[NameMention]:
    """The names among `tokens`, in order, never overlapping; `lang` is "ar", "fa" or "en"."""
    index = names.index(lang)
    hits = _hits(tokens, index)
    if any(hit.maybe for hit in hits):
        _settle(hits)
    return _mentions(tokens, lang, names, [hit for hit in hits if hit.meaning is not None])


def _hits(tokens: Tokens, index: Index) -> list[_Hit]:
    readings = index.readings(tokens.vocabulary)
    hits: list[_Hit] = []
    done = 0
    for first in tokens.where([form for form in tokens.vocabulary if readings[form]]):
        if first < done:
            continue
        hit = _longest(tokens, index, first, readings[tokens.forms[first]])
        if hit is not None:
            hits.append(hit)
            done = hit.stop
    return hits


def _longest(tokens: Tokens, index: Index, first: int, readings: tuple[Reading, ...]) -> _Hit | None:
    """The longest spelling at token `first` that its context allows; between equals the least stripped reading."""
    paths = [(stop, reading, cut, node) for reading in readings for stop, cut, node in _paths(tokens, first, reading)]
    paths.sort(key=lambda path: -path[0])
    for stop, reading, cut, node in paths:
        place = Place(tokens, index, first, stop, reading)
        hit = _Hit(first, stop, tokens.starts[first] + reading.skip, tokens.ends[stop - 1] - cut, None)
        for meaning in _ordered(node.meanings, place):
            if not place.allows(meaning):
                continue
            if meaning.when != "country" or place.marked(meaning):
                hit.meaning = meaning
                break
            hit.maybe = hit.maybe or meaning
        if hit.meaning is not None or hit.maybe is not None:
            _close_quote(tokens, hit)
            return hit
    return None


def _close_quote(tokens: Tokens, hit: _Hit) -> None:
    """Take in the closing quotation mark of one that opens inside the name (`قاعدة "عين الأسد"`)."""
    opened = tokens.forms[hit.first : hit.stop].count('"') % 2
    if opened and tokens.form(hit.stop) == '"':
        hit.end = tokens.ends[hit.stop]
        hit.stop += 1


def _paths(tokens: Tokens, first: int, reading: Reading) -> list[tuple[int, int, Node]]:
    """Where the spellings that begin with `reading` end: (token after, characters of 's cut off, node)."""
    forms = tokens.forms
    node, stop = reading.node, first + 1
    paths = [(stop, reading.cut, node)] if node.meanings else []
    while node.next and not reading.cut and stop < len(forms):
        form = forms[stop]
        after = stop + 1
        if form in JOINERS and after < len(forms):
            form = forms[after]
            after += 1
        if form.endswith("'s") and (owner := node.next.get(form[:-2])) is not None and owner.meanings:
            paths.append((after, 2, owner))
        child = node.next.get(form)
        if child is None:
            break
        node, stop = child, after
        if node.meanings:
            paths.append((stop, 0, node))
    return paths


def _ordered(meanings: tuple[Meaning, ...], place: Place) -> Sequence[Meaning]:
    """Adjective before country where the word before is a definite noun ("القوات السعودية", but "في السعودية")."""
    if len(meanings) < 2:
        return meanings
    marked = [meaning for meaning in meanings if place.marked(meaning)]
    if marked:
        return marked
    if place.after_definite():
        return sorted(meanings, key=lambda meaning: not meaning.adjective)
    return meanings


def _settle(hits: list[_Hit]) -> None:
    """Choose the other name where the text names its country otherwise, and not the country of the usual one."""
    named = {hit.meaning.name.iso for hit in hits if hit.meaning and hit.meaning.name and not hit.maybe}
    for hit in hits:
        if hit.maybe is None or hit.maybe.name is None or hit.maybe.name.iso not in named:
            continue
        usual = hit.meaning.name.iso if hit.meaning and hit.meaning.name else None
        if usual is None or usual not in named or usual == hit.maybe.name.iso:
            hit.meaning = hit.maybe


def _mentions(tokens: Tokens, lang: str, names: Names, hits: list[_Hit]) -> list[NameMention]:
    """The hits as mentions; a body and its country become one, a body without a country is dropped unless it may be."""
    mentions: list[NameMention] = []
    position = 0
    while position < len(hits):
        hit = hits[position]
        following = hits[position + 1] if position + 1 < len(hits) else None
        joined = _join(tokens, lang, names, hit, following) if following else None
        if joined is not None:
            mentions.append(joined)
            position += 2
            continue
        position += 1
        mention = _mention(hit)
        if mention is not None:
            mentions.append(replace(mention, adjective=True) if _describes(tokens, lang, mention) else mention)
    return mentions


def _mention(hit: _Hit) -> NameMention | None:
    meaning = hit.meaning
    if meaning is None:
        return None
    name = meaning.name
    if meaning.body is not None and meaning.body.alone:
        name = Name(meaning.body.noun, meaning.body.type)
    if name is None:
        return None
    return NameMention(hit.first, hit.stop, hit.start, hit.end, name, meaning.adjective)


def _describes(tokens: Tokens, lang: str, mention: NameMention) -> bool:
    """Whether an English abbreviation only says whose those behind it are: "300 US troops", "the U.S. president"."""
    if lang != "en" or mention.name.type not in _MASTERS or tokens.form(mention.stop) not in _OWNED:
        return False
    written = tokens.folded.origin(mention.start, mention.end).of(tokens.folded.original)
    letters = written.replace(".", "")
    return letters.isupper() and len(letters) <= _LONGEST_ABBREVIATION


def _join(tokens: Tokens, lang: str, names: Names, one: _Hit, two: _Hit) -> NameMention | None:
    """One mention of a country's body: "القوات العراقية", "ارتش عراق", "Iraqi army", "army of Chad"."""
    body_first = one.meaning is not None and one.meaning.body is not None
    body_hit, land = (one, two) if body_first else (two, one)
    body = body_hit.meaning.body if body_hit.meaning else None
    country = land.meaning.name if land.meaning else None
    if body is None or country is None or country.iso is None or country.type not in _MASTERS:
        return None
    if not (_english_fit(tokens, one, two, body_first) if lang == "en" else _fit(tokens, lang, one, two, body_first)):
        return None
    of = _mention(land)
    return NameMention(one.first, two.stop, one.start, two.end, names.body_of(body, country), of=of)


def _fit(tokens: Tokens, lang: str, one: _Hit, two: _Hit, body_first: bool) -> bool:
    """Arabic and Persian: the body comes first; in Arabic its adjective agrees with it in definiteness."""
    if not body_first or one.stop != two.first or two.start != tokens.starts[two.first] or two.meaning is None:
        return False
    if lang != "ar":
        return True
    if two.meaning.adjective:
        return _definite(tokens, one) == tokens.forms[two.first].startswith("ال")
    return not tokens.folded.text.startswith("ال", one.start)


def _definite(tokens: Tokens, hit: _Hit) -> bool:
    """Whether an Arabic hit ends in a word with the article, also behind particles ("والقوات", "للقوات")."""
    if hit.stop - hit.first > 1:
        return tokens.forms[hit.stop - 1].startswith("ال")
    text = tokens.folded.text
    return text.startswith("ال", hit.start) or text[tokens.starts[hit.first] : hit.start].endswith("لل")


def _english_fit(tokens: Tokens, one: _Hit, two: _Hit, body_first: bool) -> bool:
    """English: "Iraqi army", "Iraq's army", "US military"; or "army of (the) ..."."""
    if not body_first:
        return one.stop == two.first
    between = tokens.forms[one.stop : two.first]
    return between in (["of"], ["of", "the"]) and two.meaning is not None and not two.meaning.adjective
