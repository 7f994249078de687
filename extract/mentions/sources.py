"""Who says so: attributions ("قال المتحدث ...", "according to the ministry", "به گفته ...") and the sentences they
govern.

An attribution governs its whole sentence. A sentence that reports on without naming its speaker ("وأضاف أن ...", "he
said") keeps the speaker named last, within the same paragraph or the one before; so does a list after a colon.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence, Set
from functools import cache, partial

from extract.mentions.announced import announces, begins_object
from extract.mentions.sources_english import english
from extract.mentions.speaker import CARRIED, LONGEST, Source, is_punctuation, reporting_at, run
from extract.ontology.lexicon import Lexicon
from extract.ontology.phrases import BARE_WORDS
from extract.ontology.spotter import Spotter
from extract.ontology.words import words
from extract.text import Tokens, fold_word

_PERSIAN_STARTS = tuple(
    tuple(fold_word(start).split())
    for start in ("به گفته", "به گزارش", "به نقل از", "به نوشته", "به اعلام", "طبق اعلام", "طبق گزارش", "بنا بر")
)
_BULLETS = frozenset(("-", "*", "•", "·"))
_QUOTED = ("قوله", "قولها", "قولهم", "قولهما")


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
    finder: Callable[[Tokens, int, int, list[int], Lexicon], Source | str | None]
    if lexicon.lang == "ar":
        ends = frozenset(at for at, what in enumerate(covered) if what == "date")
        finder = partial(_arabic, ends=ends, deeds=deeds, named=named)
    else:
        finder = _persian if lexicon.lang == "fa" else partial(english, covered=covered)
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
        if isinstance(found, Source):
            sources[first] = last = found
            since = 0
        elif last is not None and since < 3 and (found is not None or listing):
            sources[first] = last
            since = 0
        else:
            since += 1
    return sources


@cache
def _openings(lexicon: Lexicon) -> Spotter[bool]:
    """Spots the words that may open an attribution, or be its verb."""
    according = words("according", lexicon.lang)
    starts = {phrase[0] for phrase in _PERSIAN_STARTS} if lexicon.lang == "fa" else set[str]()

    def may_open(form: str) -> bool | None:
        bare = _without_and(form)
        if form in starts or form in according or (lexicon.lang == "ar" and (bare in according or bare in _PASSED_ON)):
            return True
        return any(word in lexicon.reporting for word in BARE_WORDS[lexicon.lang](form)) or None

    return Spotter(may_open)


_PASSED_ON = ("نقل", "نقلت")


def _without_and(form: str) -> str:
    return form[1:] if form[0] in "وف" and len(form) > 3 else form


def _arabic(
    tokens: Tokens,
    first: int,
    stop: int,
    openings: list[int],
    lexicon: Lexicon,
    *,
    ends: Set[int],
    deeds: Set[int],
    named: Set[int],
) -> Source | str | None:
    forms = tokens.forms
    carried: str | None = None
    announcing = False

    def ended(begin: int, index: int) -> bool:
        if forms[index] in words("speaker_ends", "ar") or index in ends:
            return True
        return index > begin and announcing and begins_object(forms, begin, index, deeds, named)

    for index in openings:
        form = tokens.forms[index]
        bare = _without_and(form)
        according = form in words("according", "ar") or bare in words("according", "ar")
        if bare in _PASSED_ON:
            quoted = _quoted_from(tokens, index + 1, min(stop, index + LONGEST))
            if quoted is not None:
                return quoted
        after = index + 1 if according else reporting_at(tokens, index, lexicon)
        if after is None:
            continue
        while according and tokens.form(after) in ("ما", "ل", "عن", "الي"):
            after += 1
        announcing = announces(bare)
        end = run(tokens, after, min(stop, after + LONGEST), partial(ended, after))
        if tokens.form(after) == "ب":
            continue  # "يقدر بـ180 كيلومترا" measures
        if end > after and not is_punctuation(tokens.forms[after]):
            cut = _attached_l(tokens.forms[after]) if according else 0
            return Source(tokens.starts[after] + cut, tokens.ends[end - 1])
        carried = CARRIED
    return carried


def _quoted_from(tokens: Tokens, first: int, stop: int) -> Source | None:
    """ "نقلت الوكالة عن مصدر أمني قوله": who is quoted, not who passes it on."""
    forms = tokens.forms[first:stop]
    if "عن" not in forms:
        return None
    begin = first + forms.index("عن") + 1
    end = next((index for index in range(begin, stop) if tokens.forms[index] in _QUOTED), begin)
    return Source(tokens.starts[begin], tokens.ends[end - 1]) if end > begin else None


def _attached_l(form: str) -> int:
    return 1 if form.startswith("ل") and len(form) > 3 and not form.startswith("لل") else 0


def _persian(tokens: Tokens, first: int, stop: int, openings: list[int], lexicon: Lexicon) -> Source | str | None:
    forms = tokens.forms
    for index in openings:
        for phrase in _PERSIAN_STARTS:
            if tuple(forms[index : index + len(phrase)]) == phrase:
                found = _persian_speaker(tokens, index + len(phrase), stop)
                if found is not None:
                    return found
    for index in openings:  # the verb comes last: its subject opened the sentence
        if index > first and reporting_at(tokens, index, lexicon) is not None:
            return _persian_speaker(tokens, _after_opening(tokens, first, index), index) or CARRIED
    return None


def _after_opening(tokens: Tokens, first: int, stop: int) -> int:
    """Over a dateline («کابل – ...») and an adverbial up to its comma («در تهران، ...»)."""
    forms = tokens.forms
    for index in range(first, min(first + 4, stop)):
        dash = forms[index] == "-" and not tokens.joined(index)
        if dash or (forms[index] in ("،", ",") and forms[first] in words("speaker_ends", "fa")):
            return index + 1
    return first + is_punctuation(forms[first])


def _persian_speaker(tokens: Tokens, begin: int, stop: int) -> Source | str | None:
    ends = words("speaker_ends", "fa")
    end = run(tokens, begin, min(stop, begin + LONGEST), lambda index: tokens.forms[index] in ends)
    if end <= begin:
        return None
    if tokens.forms[begin] in words("pronouns", "fa"):
        return CARRIED
    return Source(tokens.starts[begin], tokens.ends[end - 1])
