"""Who says so: attributions ("قال المتحدث ...", "according to the ministry", "به گفته ...") and the sentences they
govern.

An attribution governs its whole sentence. A sentence that reports on without naming its speaker ("وأضاف أن ...", "he
said") keeps the speaker named last, within the same paragraph or the one before; so does a list after a colon. A
statement or an interview has one voice throughout, but where somebody else is quoted.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence, Set
from functools import cache, partial

from extract.mentions.sources_arabic import PASSED_ON, PUBLISHES, STATED, arabic, is_according, without_and
from extract.mentions.sources_english import english
from extract.mentions.sources_persian import OPENINGS, persian
from extract.mentions.speaker import Source, is_text
from extract.mentions.voice import find_voice
from extract.ontology.lexicon import Lexicon
from extract.ontology.phrases import BARE_WORDS
from extract.ontology.spotter import Spotter
from extract.ontology.words import words
from extract.text import Tokens

_VERBS = PUBLISHES.union(PASSED_ON, STATED)  # Arabic: verbs of saying where the sentence shows that they are
_BULLETS = frozenset(("-", "*", "•", "·"))
_BEFORE_COLON = 6  # tokens of a headline's speaker: "Pentagon: 2,500 troops to leave"


def find_sources(
    tokens: Tokens,
    lexicon: Lexicon,
    covered: Sequence[str],
    deeds: Set[int] = frozenset(),
    named: Set[int] = frozenset(),
) -> dict[int, Source]:
    """The speaker of each sentence that has one, by the sentence's first token; never out of furniture.

    `deeds` and `named` are the tokens that tell a happening as a noun, and those of proper names.
    """
    finder: Callable[[Tokens, int, int, list[int], Lexicon], Source | str | None] = {
        "ar": partial(arabic, covered=covered, deeds=deeds, named=named),
        "fa": partial(persian, covered=covered, named=named),
        "en": partial(english, covered=covered),
    }[lexicon.lang]
    openings = [index for index, _ in _openings(lexicon).find(tokens)]
    sources: dict[int, Source] = {}
    last: Source | None = None
    since = 0  # sentences since the speaker was named
    listing = opened = False  # inside a list that a sentence with a colon opened
    for first, stop in tokens.sentences:
        begin = first
        while begin < stop and covered[begin] == "furniture":
            begin += 1
        listing = (listing or opened) and begin < stop and tokens.forms[begin] in _BULLETS
        opened = ":" in tokens.forms[max(first, stop - 2) : stop]
        here = openings[bisect_left(openings, begin) : bisect_left(openings, stop)]
        found = finder(tokens, begin, stop, here, lexicon) if here else None
        if found is None and first == 0:
            found = _before_colon(tokens, begin, stop, named)
        if isinstance(found, Source) and is_text(tokens, found):
            found = None
        if isinstance(found, Source):
            sources[first] = last = found
            since = 0
        elif last is not None and since < 3 and (found is not None or listing):
            sources[first] = last
            since = 0
        else:
            since += 1
    return _with_voice(tokens, covered, _quoted_on(tokens, sources), lexicon.lang)


def _quoted_on(tokens: Tokens, sources: dict[int, Source]) -> dict[int, Source]:
    """The sentences of one quotation given to its speaker, whom only one of them names, or the one before it."""
    spoken: Source | None = None  # who is being quoted
    waiting: list[int] = []  # sentences of an open quotation whose speaker has not been named yet
    inside = False
    for first, stop in tokens.sentences:
        opens = tokens.forms[first] == '"'
        if tokens.forms[first] == "\n":
            continue
        named = sources.get(first)
        if named is None and (inside or opens):
            if spoken is not None:
                sources[first] = spoken
            else:
                waiting.append(first)
        if named is not None and waiting and inside:
            sources.update(dict.fromkeys(waiting, named))
        spoken = sources.get(first)
        inside ^= tokens.forms[first:stop].count('"') % 2 == 1
        if not inside:
            waiting = []
        if tokens.forms[stop - 1] == "\n":
            inside, waiting = False, []  # a quotation mark may be missing; a paragraph heals that
    return sources


def _before_colon(tokens: Tokens, begin: int, stop: int, named: Set[int]) -> Source | None:
    """ "Pentagon: 2,500 troops to leave": a proper name before the colon of the headline."""
    near = tokens.forms[begin : min(stop - 2, begin + _BEFORE_COLON)]
    if ":" not in near:
        return None
    colon = begin + near.index(":")
    if not named.isdisjoint(range(begin, colon)) and all(form.isalpha() for form in tokens.forms[begin:colon]):
        return Source(tokens.starts[begin], tokens.ends[colon - 1])
    return None


def _with_voice(tokens: Tokens, covered: Sequence[str], sources: dict[int, Source], lang: str) -> dict[int, Source]:
    """The sentences that name no other speaker given to the one voice of a statement or an interview, if it is one."""
    voice = find_voice(tokens, covered, sources, lang)
    if voice is not None:
        for first, stop in tokens.sentences:
            if covered[first] != "furniture" and tokens.ends[stop - 1] > voice.start:
                sources.setdefault(first, Source(voice.start, voice.end, voice=True))
    return sources


@cache
def _openings(lexicon: Lexicon) -> Spotter[bool]:
    """Spots the words that may open an attribution, or be its verb."""
    according = words("according", lexicon.lang)
    starts = OPENINGS if lexicon.lang == "fa" else frozenset[str]()

    def may_open(form: str) -> bool | None:
        if form in starts or form in according:
            return True
        if lexicon.lang == "ar" and (is_according(form) or without_and(form) in _VERBS):
            return True
        return any(word in lexicon.reporting for word in BARE_WORDS[lexicon.lang](form)) or None

    return Spotter(may_open)
