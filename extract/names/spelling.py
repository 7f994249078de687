"""The token sequences that a name's written form may appear as in a text of its language.

A name is written once; hamza-less endings, joined and spaced words, articles, ezafe, plurals and inflection are made
here. Inflection is made when the tables are built, not taken off while reading, so reading stays a plain lookup.
"""

import unicodedata
from collections.abc import Iterable, Iterator

from extract.names.model import Forms
from extract.text import fold_word, tokenize

# Endings of an Arabic nisba adjective: feminine, sound plurals, duals. Ta marbuta is folded to ه.
_NISBA_ENDINGS = ("", "ه", "ين", "ون", "ات", "ان", "تين", "تان")
_PERSIAN_PLURALS = ("ها", "هاي", "هايي")
_JOINERS = frozenset("-\"'")
_ZWNJ = "\u200c"
_NO_ENGLISH_PLURAL = ("s", "x", "z", "ch", "sh", "ese", "men", "man")


def fold_all(words: Iterable[str]) -> list[str]:
    """The folded form of each of many words; folding them as one text is several times faster."""
    return fold_word("\n".join(words)).split("\n")


def tokens_of(form: str) -> Forms:
    """Tokens of a folded form, without the hyphens and quotes inside it, which matching skips too."""
    words = form.split()
    if form.isalpha() or all(map(str.isalpha, words)):
        return tuple(words)
    return tuple(token for token in tokenize(form).forms if token not in _JOINERS)


def persian_spellings(written: str) -> tuple[str, ...]:
    """A written form as it is and, where it has zero-width joiners, with blanks in their stead; folding drops them."""
    return (written, written.replace(_ZWNJ, " ")) if _ZWNJ in written else (written,)


def arabic_name(folded: str, *, place: bool) -> Iterator[Forms]:
    """An Arabic name; a place name of two words may be joined or differ in the second article ("ديرالزور")."""
    forms = tokens_of(folded)
    yield forms
    if "اء" in folded and any(token.endswith("اء") for token in forms):  # "صنعا"
        yield tuple(token[:-1] if token.endswith("اء") else token for token in forms)
    if len(forms) < 2:
        return
    if forms[0] == "ابو":  # case of the five nouns: "في أبي غريب"
        yield ("ابي", *forms[1:])
    if place and len(forms) == 2:
        first, second = forms
        if second.startswith("ال"):
            yield (first + second,)
            yield (first, second[2:])
        elif not first.startswith("ال"):
            yield (first, "ال" + second)


def nisba(folded: str) -> Iterator[tuple[Forms, bool]]:
    """Every inflected form of a masculine singular adjective, each with whether it is the definite masculine singular.

    Of a compound, the last word inflects, and the first one too when it is an adjective ("الكوريون الجنوبيون").
    """
    *before, last = tokens_of(folded)
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


def tanwin(folded: str) -> Forms:
    """The accusative of an indefinite adjective ("عراقيا"), which some country names look like."""
    *before, last = tokens_of(folded)
    return (*before, last + "ا")


def arabic_plural(folded: str) -> Iterator[Forms]:
    """A broken plural with and without its article."""
    forms = tokens_of(folded)
    yield forms
    yield ("ال" + forms[0], *forms[1:])


def persian_name(folded: str) -> Iterator[Forms]:
    """A Persian name: spaced, joined (copy loses its zero-width joiners), with ezafe after a vowel ("آمریکای")."""
    forms = tokens_of(folded)
    yield forms
    if len(forms) == 2:
        yield ("".join(forms),)
    last = forms[-1]
    if last[-1] in "اوه" and not last.endswith("اه"):  # in "سپاه" the ه is a consonant, and سپاهی another word
        yield (*forms[:-1], last + "ي")
        if len(forms) == 2:
            yield ("".join(forms) + "ي",)


def persian_adjective(folded: str) -> Iterator[Forms]:
    """A Persian adjective or word for a people with its plurals: joined, spaced, and in ان after ی."""
    forms = tokens_of(folded)
    yield forms
    for plural in _PERSIAN_PLURALS:
        yield (*forms[:-1], forms[-1] + plural)
        yield (*forms, plural)
    if forms[-1].endswith("ي"):
        yield (*forms[:-1], forms[-1] + "ان")


def english_name(form: str) -> Iterator[tuple[Forms, Forms]]:
    """An English name as (folded tokens, written tokens), also with "and" for &, without accents and apostrophes."""
    plain = form.replace(" & ", " and ")
    yield _english_tokens(plain)
    if plain != form:
        yield _english_tokens(form)
    bare = plain if plain.isascii() else _without_accents(plain)
    if bare is not plain:
        yield _english_tokens(bare)
    if "'" in bare and "'s" not in bare and "s'" not in bare:
        yield _english_tokens(bare.replace("'", ""))


def english_adjective(form: str) -> Iterator[tuple[Forms, Forms]]:
    """An English adjective or word for a people, and its plural in -s where it makes one."""
    yield from english_name(form)
    if not form.endswith(_NO_ENGLISH_PLURAL):
        yield from english_name(form + "s")


def _without_accents(form: str) -> str:
    plain = form.replace("’", "'")
    return "".join(char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char))


def _english_tokens(form: str) -> tuple[Forms, Forms]:
    words = tuple(form.replace("-", " ").split())
    if form.isascii() and all(map(str.isalpha, words)):
        return tuple(map(str.lower, words)), words
    tokens = tokenize(form)
    kept = [i for i, token in enumerate(tokens.forms) if token not in _JOINERS]
    return tuple(tokens.forms[i] for i in kept), tuple(tokens.span(i, i + 1).of(form) for i in kept)
