"""The one voice of a statement or an interview: who issued it, or who answers.

A statement says so in its title ("بيان صحفي رقم 7", "Statement by the Union of Doctors", «اعلامیه مطبوعاتی») and is in
the name of whoever speaks first in it, else of the body that its title names. An interview shows questions, and says
before the first of them who is talking.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from extract.mentions.speaker import LONGEST, Source, is_punctuation, run
from extract.text import Tokens, fold_word

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
_MARKS = frozenset("?؟")
_TALK_WITH = {
    "ar": frozenset((("حوار", "مع"), ("مقابله", "مع"), ("لقا", "مع"))),
    "fa": frozenset((("گفتگو", "با"), ("مصاحبه", "با"), ("گفتوگو", "با"), ("گو", "با"))),
    "en": frozenset((("interview", "with"), ("conversation", "with"), ("q&a", "with"))),
}
_QUESTIONS = 2  # lines that ask, in an interview
_NO_VOICE = frozenset(("عن", "حول", "في", "الي", "ل", "about", "to", "on"))


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
    for first, stop in tokens.sentences[: 2 * _TITLES]:
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
    body = titles[-1][1]
    opening = [first for first, stop in tokens.sentences if first >= body and stop - first > 1][:_OPENING]
    for first in opening:
        if tokens.forms[first : first + 2] == ["we", ","]:
            end = run(tokens, first + 2, first + 2 + LONGEST, lambda _: False)
            return Source(tokens.starts[first + 2], tokens.ends[end - 1]) if end > first + 2 else None
        if first in sources and tokens.form(_at(tokens, sources[first])) not in _TALLIES:
            return sources[first]
    first, stop = titles[at]
    for phrase in _BY[lang]:
        for here in range(first, stop - len(phrase)):
            if tuple(tokens.forms[here : here + len(phrase)]) == phrase:
                begin = here + len(phrase)
                end = run(tokens, begin, stop, lambda index: tokens.forms[index] in _NO_VOICE)
                return Source(tokens.starts[begin], tokens.ends[end - 1]) if end > begin else None
    if at == 0:
        return None
    first, stop = titles[0]
    return Source(tokens.starts[first], tokens.ends[stop - 1])


def _at(tokens: Tokens, source: Source) -> int:
    return bisect_left(tokens.starts, source.start)


def _asks(tokens: Tokens) -> int:
    """How many lines end in a question mark."""
    forms = tokens.forms
    return sum(1 for at in tokens.where(tokens.vocabulary & _MARKS) if at + 1 == len(forms) or forms[at + 1] == "\n")


def _interviewed(tokens: Tokens, sources: Mapping[int, Source], lang: str) -> Source | None:
    """Who is said to talk before the first question."""
    forms = tokens.forms
    for first, stop in tokens.sentences:
        if not _MARKS.isdisjoint(forms[first:stop]):
            return None
        with_whom = next(
            (at + 2 for at in range(first, stop - 2) if (forms[at], forms[at + 1]) in _TALK_WITH[lang]), None
        )
        if with_whom is not None:
            end = run(tokens, with_whom, min(stop, with_whom + LONGEST), lambda at: forms[at] in _NO_VOICE)
            return Source(tokens.starts[with_whom], tokens.ends[end - 1]) if end > with_whom else None
        verb = next((at for at in range(first, stop) if forms[at] in _TALKS[lang]), None)
        if verb is None:
            if first in sources:
                return sources[first]
            continue
        begin = verb + 1 if lang == "ar" else first
        limit = stop if lang == "ar" else verb
        while begin < limit and is_punctuation(forms[begin]):
            begin += 1
        end = run(tokens, begin, min(limit, begin + LONGEST), lambda at: forms[at] in _NO_VOICE - {"في", "on", "to"})
        return Source(tokens.starts[begin], tokens.ends[end - 1]) if end > begin else None
    return None
