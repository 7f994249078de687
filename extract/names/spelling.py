"""The token sequences that a name's written form may appear as in a text of its language.

A name is written once; hamza-less endings, joined and spaced words, articles, ezafe, plurals and inflection are made
here. Inflection is made when the tables are built, not taken off while reading, so reading stays a plain lookup.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from extract.text import fold_word, tokenize

Forms = tuple[str, ...]

# Endings of an Arabic nisba adjective: feminine, sound plurals, duals. Ta marbuta is folded to ه.
_NISBA_ENDINGS = ("", "ه", "ين", "ون", "ات", "ان", "تين", "تان")
_PERSIAN_PLURALS = ("ها", "هاي", "هايي")
_JOINERS = frozenset("-\"'")
_ZWNJ = "\u200c"
_NO_ENGLISH_PLURAL = ("s", "x", "z", "ch", "sh", "ese", "men", "man")


@lru_cache(maxsize=8192)
def tokens_of(form: str) -> Forms:
    """Folded tokens of a written form, without the hyphens and quotes inside it, which matching skips too."""
    words = fold_word(form).replace("-", " ").split()
    if all(map(str.isalpha, words)):
        return tuple(words)
    return tuple(token for token in tokenize(form).forms if token not in _JOINERS)


def arabic_name(form: str, *, place: bool) -> Iterator[Forms]:
    """An Arabic name; a place name of two words may be joined or differ in the second article ("ديرالزور")."""
    forms = tokens_of(form)
    yield forms
    if any(token.endswith("اء") for token in forms):  # "صنعا"
        yield tuple(token[:-1] if token.endswith("اء") else token for token in forms)
    if forms[0] == "ابو" and len(forms) > 1:  # case of the five nouns: "في أبي غريب"
        yield ("ابي", *forms[1:])
    if place and len(forms) == 2:
        first, second = forms
        if second.startswith("ال"):
            yield from ((first + second,), (first, second[2:]))
        elif not first.startswith("ال"):
            yield (first, "ال" + second)


def nisba(adjective: str) -> Iterator[tuple[Forms, bool]]:
    """Every inflected form of a masculine singular adjective, each with whether it is the definite masculine singular.

    Of a compound, the last word inflects, and the first one too when it is an adjective ("الكوريون الجنوبيون").
    """
    *before, last = tokens_of(adjective)
    both = bool(before) and before[0].endswith("ي")
    for ending in _NISBA_ENDINGS:
        head = [word + ending for word in before] if both else before
        yield (*head, last + ending), False
        if not before:
            yield ("ال" + last + ending,), not ending
        elif both:
            yield (*("ال" + word for word in head), "ال" + last + ending), False
        else:
            yield ("ال" + head[0], *head[1:], last + ending), False
            yield (*head, "ال" + last + ending), False


def tanwin(adjective: str) -> Forms:
    """The accusative of an indefinite adjective ("عراقيا"), which some country names look like."""
    *before, last = tokens_of(adjective)
    return (*before, last + "ا")


def arabic_plural(form: str) -> Iterator[Forms]:
    """A broken plural with and without its article."""
    forms = tokens_of(form)
    yield forms
    yield ("ال" + forms[0], *forms[1:])


def persian_name(form: str) -> Iterator[Forms]:
    """A Persian name: spaced, joined (copy loses its zero-width joiners), with ezafe after a vowel ("آمریکای")."""
    for written in dict.fromkeys((form, form.replace(_ZWNJ, " "))):
        forms = tokens_of(written)
        for variant in (forms, ("".join(forms),)) if len(forms) == 2 else (forms,):
            yield variant
            if variant[-1][-1] in "اوه":
                yield (*variant[:-1], variant[-1] + "ي")


def persian_adjective(form: str) -> Iterator[Forms]:
    """A Persian adjective or word for a people with its plurals: joined, spaced, and in ان after ی."""
    for written in dict.fromkeys((form, form.replace(_ZWNJ, " "))):
        forms = tokens_of(written)
        yield forms
        for plural in _PERSIAN_PLURALS:
            yield (*forms[:-1], forms[-1] + plural)
            yield (*forms, plural)
        if forms[-1].endswith("ي"):
            yield (*forms[:-1], forms[-1] + "ان")


def english_name(form: str) -> Iterator[tuple[Forms, Forms]]:
    """An English name as (folded tokens, written tokens), also without accents and inner apostrophes."""
    plain = form.replace(" & ", " and ").replace("’", "'")
    yield _english_tokens(plain)
    bare = plain if plain.isascii() else _without_accents(plain)
    if "'" in bare and "'s" not in bare and "s'" not in bare:
        yield _english_tokens(bare.replace("'", ""))
    if bare is not plain:
        yield _english_tokens(bare)


def english_adjective(form: str) -> Iterator[tuple[Forms, Forms]]:
    """An English adjective or word for a people, and its plural in -s where it makes one."""
    yield from english_name(form)
    if not form.endswith(_NO_ENGLISH_PLURAL):
        yield from english_name(form + "s")


def _without_accents(form: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", form) if not unicodedata.combining(char))


def _english_tokens(form: str) -> tuple[Forms, Forms]:
    words = tuple(form.replace("-", " ").split())
    if form.isascii() and all(map(str.isalpha, words)):
        return tuple(map(str.lower, words)), words
    tokens = tokenize(form)
    kept = [i for i, token in enumerate(tokens.forms) if token not in _JOINERS]
    return tuple(tokens.forms[i] for i in kept), tuple(tokens.span(i, i + 1).of(form) for i in kept)
