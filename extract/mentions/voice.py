"""The one voice of a statement or an interview: who issued it, or who answers.

A statement says so in its title ("بيان صحفي رقم 7", "Statement by the Union of Doctors", «اعلامیه مطبوعاتی») and is in
the name of whoever speaks first in it, else of the body that its title names. An interview shows questions, and says
before the first of them who is talking.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from extract.mentions.speaker import LONGEST, Source, is_punctuation, run
from extract.text import QUESTION_MARKS, Tokens, fold_word

_STATEMENT = {
    "ar": frozenset(fold_word("بيان بلاغ تصريح نشرة إعلان خطاب كلمة رسالة").split()),
    "fa": frozenset(fold_word("اعلامیه بیانیه اطلاعیه پیام خبرنامه سخنرانی").split()),
    "en": frozenset("statement communique release bulletin remarks speech readout notice".split()),
}
_TALLIES = frozenset(fold_word("حصيلة آمار").split())  # cited in a statement, not its issuer
_TITLE = 14  # tokens of a line that may be a title
_TITLES = 4  # lines from the top
_OPENING = 2  # sentences of a statement in which its issuer speaks
_BY = {
    "ar": (("صادر", "عن"), ("من",)),
    "fa": (("از", "سوي"),),
    "en": (("by",), ("from",), ("of",)),
}
_TALKS = {
    "ar": frozenset(fold_word("تتحدث يتحدث تحدث تحدثت يروي تروي يجيب تجيب").split()),
    "fa": frozenset[str](),
    "en": frozenset("talks speaks tells discusses explains answers".split()),
}
_TALK_WITH = {
    "ar": frozenset((("حوار", "مع"), ("مقابله", "مع"), ("لقا", "مع"))),
    "fa": frozenset((("گفتگو", "با"), ("مصاحبه", "با"), ("گفتوگو", "با"), ("گو", "با"))),
    "en": frozenset((("interview", "with"), ("conversation", "with"), ("q&a", "with"))),
}
_QUESTIONS = 2  # lines that ask, in an interview
_ABOUT = frozenset(("عن", "حول", "درباره", "about", "\n"))


def find_voice(tokens: Tokens, covered: Sequence[str], sources: Mapping[int, Source], lang: str) -> Source | None:
    """Who speaks throughout the article, None where it is neither statement nor interview, or nobody is named."""
    titles = _titles(tokens, covered)
    at = next((place for place, line in enumerate(titles) if _is_statement(tokens, line, lang)), None)
    if at is not None:
        return _issuer(tokens, titles, at, sources, lang)
    return _interviewed(tokens, sources, lang) if _asks(tokens) >= _QUESTIONS else None


def _titles(tokens: Tokens, covered: Sequence[str]) -> list[tuple[int, int]]:
    """The short lines on top, without what is furniture, each without its line break."""
    titles: list[tuple[int, int]] = []
    for first, stop in tokens.sentences[: 2 * _TITLES]:  # blank lines are sentences too
        if tokens.forms[stop - 1] != "\n" or stop - first > _TITLE or len(titles) == _TITLES:
            break
        while first < stop and covered[first] == "furniture":
            first += 1
        while stop > first and tokens.forms[stop - 1] == "\n":
            stop -= 1
        if stop > first:
            titles.append((first, stop))
    return titles


def _is_statement(tokens: Tokens, line: tuple[int, int], lang: str) -> bool:
    """ "Statement on ...", "Joint statement by ...": the word opens the line, or stands second in it."""
    first, stop = line
    return not _STATEMENT[lang].isdisjoint(tokens.forms[first : min(stop, first + 2)])


def _issuer(
    tokens: Tokens, titles: list[tuple[int, int]], at: int, sources: Mapping[int, Source], lang: str
) -> Source | None:
    """Who issued the statement whose title is line `at`."""
    for first, stop in _opening(tokens, titles[-1][1]):
        if tokens.forms[first : first + 2] == ["we", ","]:  # "We, the doctors of North Kordofan, condemn ..."
            return _named(tokens, first + 2, stop)
        if first in sources and tokens.form(bisect_left(tokens.starts, sources[first].start)) not in _TALLIES:
            return sources[first]
    first, stop = titles[at]
    for phrase in _BY[lang]:
        for begin in range(first + len(phrase), stop):
            if tuple(tokens.forms[begin - len(phrase) : begin]) == phrase:
                return _named(tokens, begin, stop)
    return _named(tokens, *titles[0]) if at else None


def _opening(tokens: Tokens, body: int) -> list[tuple[int, int]]:
    """The first sentences from token `body` on."""
    at = bisect_left(tokens.sentence_starts, body)
    return [span for span in tokens.sentences[at : at + 2 * _OPENING] if span[1] - span[0] > 1][:_OPENING]


def _asks(tokens: Tokens) -> int:
    """How many lines end in a question mark."""
    forms = tokens.forms
    return sum(
        1 for at in tokens.where(tokens.vocabulary & QUESTION_MARKS) if at + 1 == len(forms) or forms[at + 1] == "\n"
    )


def _interviewed(tokens: Tokens, sources: Mapping[int, Source], lang: str) -> Source | None:
    """Who is said to talk before the first question."""
    forms = tokens.forms
    for first, stop in tokens.sentences:
        if not QUESTION_MARKS.isdisjoint(forms[first:stop]):
            return None
        whom = next((at for at in range(first + 2, stop) if (forms[at - 2], forms[at - 1]) in _TALK_WITH[lang]), None)
        if whom is not None:
            return _named(tokens, whom, stop)
        verb = next((at for at in range(first, stop) if forms[at] in _TALKS[lang]), None)
        if verb is not None:
            return _named(tokens, verb + 1, stop) if lang == "ar" else _named(tokens, first, verb)
        if first in sources:
            return sources[first]
    return None


def _named(tokens: Tokens, begin: int, stop: int) -> Source | None:
    """The name that begins at token `begin`, as far as punctuation or what it is all about."""
    while begin < stop and is_punctuation(tokens.forms[begin]):
        begin += 1
    end = run(tokens, begin, min(stop, begin + LONGEST), lambda at: tokens.forms[at] in _ABOUT)
    return Source(tokens.starts[begin], tokens.ends[end - 1]) if end > begin else None
