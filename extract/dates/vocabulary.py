"""The words of time of one language, from `words/*.toml`, folded and indexed for lookup by first token.

Arabic clitics and Persian suffixes are expanded here once, so that finding a word in a text is one dict lookup.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from extract.tables import kept
from extract.text import fold_word, tokenize

Table = dict[str, Any]


class Entry(NamedTuple):
    """A word of time: its tokens, the kind of node it becomes, its value, and the clitics before it.

    `skip` characters of the first token are clitics; `clitics` are the kinds of the nodes they become.
    """

    forms: tuple[str, ...]
    kind: str
    value: int
    tag: str
    skip: int = 0
    clitics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words of time of a language. `anchors` start a search, `members` may take part in an expression."""

    lang: str
    entries: dict[str, tuple[Entry, ...]]
    anchors: frozenset[str]
    members: frozenset[str]
    sets: dict[str, frozenset[str]]


# Kinds that never make a date by themselves; the rest are looked for in the text.
_COMPANIONS = frozenset(
    "the and of in on for at since until until_now by within before after from to between final approximately half "
    "matching month_of each last before_last this next following past coming few this_before same from_now extended "
    "ago later earlier one vague part division plural_s quarter_letter eve".split()
)
# Kinds that take the Arabic prepositions ب and ل (all words take و and ف).
_TAKES_PREPOSITION = frozenset(
    "monthname monthweak weekday adverb decade season part year.one year.pair year.the year.many month.one month.the "
    "week.the day.one decade.the century.the month.the_two division clock noon daypart".split()
)
FORMS = ("one", "two", "pair", "many", "the", "the_two", "the_many")
_PERSIAN_DAYPARTS = ("شب", "عصر", "ها")
_PERSIAN_PLURALS = ("ها", "های", "هایی", " ها", " های")


@cache
def vocabulary(lang: str) -> Vocabulary:
    """The vocabulary of `lang`; read and expanded at first use."""
    return kept(f"dates-{lang}", lambda: _read(lang))


def _read(lang: str) -> Vocabulary:
    import tomllib  # not needed while the tables are kept

    table = tomllib.loads((Path(__file__).parent / "words" / f"{lang}.toml").read_text(encoding="utf-8"))
    index: dict[str, list[Entry]] = {}
    anchors: set[str] = set()
    members: set[str] = set()
    for kind, value, tag, word in _suffixed(lang, _words(table)):
        forms = tuple(tokenize(word).forms)
        for entry in _prefixed(lang, Entry(forms, kind, value, tag)):
            known = index.setdefault(entry.forms[0], [])
            if all(other.forms != entry.forms for other in known):
                known.append(entry)
            members.update(entry.forms)
            if kind not in _COMPANIONS:  # "new" and "day" are common, the end of "New Year's Eve" is not
                anchors.add(entry.forms[-1 if kind == "feast" else 0])
    entries = {form: tuple(sorted(known, key=lambda entry: -len(entry.forms))) for form, known in index.items()}
    also = ("", "و") if lang == "ar" else ("",)
    sets = {
        name: frozenset(prefix + fold_word(word) for word in words for prefix in also)
        for name, words in table["sets"].items()
    }
    return Vocabulary(lang, entries, frozenset(anchors), frozenset(members), sets)


def _words(table: Table) -> Iterator[tuple[str, int, str, str]]:
    """(kind, value, tag, word) for every word of the file."""
    for section, kind in (("months", "monthname"), ("weak_months", "monthweak"), ("rare_months", "monthrare")):
        for calendar, months in table.get(section, {}).items():
            yield from ((kind, int(value), calendar, word) for value, words in months.items() for word in words)
    yield from _feasts(table)
    numbered = ("weekday", "bare_weekday", "weekdays", "adverb", "year_adverb", "decade", "season", "division", "vague")
    for kind in numbered:
        for value, words in table.get(kind, {}).items():
            yield from ((kind, int(value), "", word) for word in words)
    for kind in ("part", "era"):
        for tag, words in table[kind].items():
            yield from ((kind, 0, tag, word) for word in words)
    for unit, forms in table["unit"].items():
        for form in FORMS:
            yield from ((f"{unit}.{form}", 0, unit, word) for word in forms.get(form, ()))
    for kind, words in table["plain"].items():
        yield from ((kind, 0, kind, word) for word in words)


def _feasts(table: Table) -> Iterator[tuple[str, int, str, str]]:
    for calendar, feasts in table["feasts"].items():
        for when, words in feasts.items():
            month, day = (int(part) for part in when.split("-"))
            yield from (("feast", 100 * month + day, calendar, word) for word in words)


def _suffixed(lang: str, words: Iterator[tuple[str, int, str, str]]) -> Iterator[tuple[str, int, str, str]]:
    """The words with the endings that the language attaches to them."""
    for kind, value, tag, word in words:
        yield kind, value, tag, word
        if lang == "fa":
            if kind in ("monthname", "monthweak"):
                yield "monthname", value, tag, f"{word}ماه"
            elif kind == "weekday":
                yield from ((kind, value, tag, word + part) for part in _PERSIAN_DAYPARTS)
            elif kind.endswith(".one"):
                yield kind, value, tag, f"{word}ی"
                yield from ((kind.replace(".one", ".many"), value, tag, word + plural) for plural in _PERSIAN_PLURALS)
        elif lang == "en" and kind in ("monthname", "weekday", "adverb", "year.one", "week.one", "month.one"):
            yield kind, value, tag, f"{word}'s"


def _prefixed(lang: str, entry: Entry) -> Iterator[Entry]:
    """The entry, and the entry with each clitic that may stand before it."""
    yield entry
    first, *rest = entry.forms
    if lang == "fa":
        if entry.kind in ("monthname", "year.one"):
            yield entry._replace(forms=(f"در{first}", *rest), skip=2, clitics=("in",))
        return
    if lang != "ar" or not first.isalpha():
        return
    prefixes: list[tuple[str, tuple[str, ...]]] = [("و", ("and",)), ("ف", ("and",))]
    if entry.kind in _TAKES_PREPOSITION:
        prefixes += [("ب", ("in",)), ("وب", ("and", "in")), ("ل", ("in",)), ("ول", ("and", "in"))]
    for prefix, clitics in prefixes:
        stem = first
        if prefix.endswith("ل") and first.startswith("ال"):
            stem = f"ل{first[2:]}"
        yield entry._replace(forms=(prefix + stem, *rest), skip=len(prefix), clitics=clitics)
