"""Bytes to text: byte order mark, UTF-8, the declared charset, then a detected one; what is not text is named.

Every single byte is valid in latin-1, so a decoder that falls back to it never fails and is often wrong. Here a legacy
encoding counts only when the result reads like Arabic, Persian or English (letters of one script within a word, and the
frequent words of the language); otherwise the article is refused with a hint.
"""

import codecs
import re
from typing import NamedTuple

from extract.article.language import LATIN_WORD, function_words
from extract.article.signatures import refuse_binary
from extract.errors import ArticleError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Python's codec name -> the name we record, in the order in which they are tried.
_LEGACY = {
    "cp1256": "windows-1256",
    "iso8859-6": "iso-8859-6",
    "cp1252": "windows-1252",
    "mac-arabic": "x-mac-arabic",
    "mac-farsi": "x-mac-farsi",
    "cp720": "ibm720",
    "cp864": "ibm864",
}
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^<>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9._:-]{2,40})""", re.I
)
_HEAD = 4_096
_SAMPLE = 20_000
_TAG = re.compile(rb"<[^<>]*>")
_ARABIC_LETTER = "\u0620-\u064a\u0671-\u06d3"
# The article, and words too ambiguous between Arabic and Persian to tell these two, tell both from mojibake.
_ARTICLE = re.compile(
    rf"(?<!\w)[وف]?[بك]?ال[{_ARABIC_LETTER}]{{3}}|(?<!\w)(?:أن|على|بعد|بين|كل|غير|ما|عام|تا|هم)(?!\w)"
)
_MIXED_WORD = re.compile(f"[{_ARABIC_LETTER}][A-Za-zÀ-ÿ]|[A-Za-zÀ-ÿ][{_ARABIC_LETTER}]|[a-z][À-Þ]")
_ODD = re.compile("[\x01-\x08\x0b\x0e-\x1f\x7f-\x9f¤¦§¨ª¬¯³´µ¶¸¹º¼¾Ææÿ\ufffd\u2500-\u25a0]")


class Decoded(NamedTuple):
    """A text without byte order mark, and the name of the encoding it was in."""

    text: str
    encoding: str


def decode(raw: bytes, where: str, encoding: str | None = None) -> Decoded:
    """The text in `raw`; `encoding` is the user's word and beats what the bytes say.

    Raises ArticleError for bytes that are not text, or in no encoding that gives a plausible text.
    """
    refuse_binary(raw, where)
    if encoding is not None:
        return _as_told(raw, where, encoding)
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return _as_told(raw, where, name)
    if b"\0" in raw:
        raise _nul(raw, where)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _legacy(raw, where, error)


def _as_told(raw: bytes, where: str, encoding: str) -> Decoded:
    try:
        text = raw.decode(encoding)
    except ValueError as error:
        at = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise ArticleError(where, f"is not {encoding}{at}", "name its true encoding with --encoding") from None
    if "\0" in text:
        raise ArticleError(
            where, f"holds NUL characters when read as {encoding}", "name its true encoding with --encoding"
        )
    return Decoded(text.removeprefix("\ufeff"), encoding)


def _nul(raw: bytes, where: str) -> ArticleError:
    """UTF-16 without its mark is the one text that is full of NUL bytes, always on the same side."""
    sample = raw[:_SAMPLE]
    for start, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        blanks = sample[start::2].count(0)  # half of the characters in English, the blanks alone in Arabic
        if blanks >= 4 and blanks * 20 > len(sample) and sample[1 - start :: 2].count(0) == 0:
            return ArticleError(where, "looks like UTF-16 without a byte order mark", f"try --encoding {name}")
    return ArticleError(
        where, f"holds NUL bytes (the first at byte {raw.index(0)}), so it is not text", "give plain text, HTML or JSON"
    )


def _legacy(raw: bytes, where: str, failure: UnicodeDecodeError) -> Decoded:
    declared = _declared(raw)
    for codec in ([declared] if declared else []) + _ranked(raw):
        try:
            text = raw.decode(codec)
        except UnicodeDecodeError:
            continue
        if _plausible(_without_tags(raw).decode(codec, "replace")):
            return Decoded(text, _LEGACY[codec])
    damaged = _damage(raw)
    if damaged:
        line = raw.count(b"\n", 0, failure.start) + 1
        raise ArticleError(
            where,
            f"is UTF-8 but for {damaged} broken {'place' if damaged == 1 else 'places'}, the first at byte "
            f"{failure.start} (line {line})",
            "mend the file; iconv -f utf-8 -t utf-8 -c leaves the broken bytes out",
        )
    raise ArticleError(
        where,
        "is not UTF-8, and in no encoding we know does it read like Arabic, Persian or English",
        "name its encoding with --encoding, or convert it with iconv -t utf-8",
    )


def _declared(raw: bytes) -> str | None:
    """The charset that the page declares, if it is one that may be tried. Browsers read latin-1 as windows-1252."""
    match = _DECLARED.search(raw[:_HEAD])
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return None
    name = {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(name, name)
    return name if name in _LEGACY else None


def _ranked(raw: bytes) -> list[str]:
    """The legacy codecs, likeliest first. charset-normalizer ranks those it knows; it does not know the Macintosh's."""
    from charset_normalizer import from_bytes  # slow to import, and needed for legacy files alone

    matches = from_bytes(_without_tags(raw), cp_isolation=["cp1256", "iso8859_6", "cp1252"], enable_fallback=False)
    found = [match.encoding.replace("_", "-") for match in matches]
    return list(dict.fromkeys([*(name for name in found if name in _LEGACY), *_LEGACY]))


def _without_tags(raw: bytes) -> bytes:
    return _TAG.sub(b" ", raw[: 5 * _SAMPLE])[:_SAMPLE]


def _plausible(sample: str) -> bool:
    """Whether `sample` reads like a language of ours; mojibake of any of them does not."""
    counts = function_words(sample)
    arabic = max(counts.ar, counts.fa) + len(_ARTICLE.findall(sample))
    hits, words = max(arabic, counts.en), counts.words
    if hits == 0 or hits < 0.04 * words:
        return False
    if counts.en > arabic:  # one wrong letter here and there: the other letters are ASCII in every encoding
        foreign = sum(1 for word in LATIN_WORD.findall(sample) if not word.isascii())
        if foreign > 0.04 * words + 1:
            return False
    if sample.count("\xa0") > sample.count(" "):  # a Macintosh's blanks, read as ISO 8859
        return False
    strange = len(_MIXED_WORD.findall(sample)) + len(_ODD.findall(sample))
    return strange <= 0.01 * words + 1


def _damage(raw: bytes) -> int:
    """Number of broken places, if the rest is clearly UTF-8; else 0."""
    text = raw[: 50 * _SAMPLE].decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for character in text if character > "\x7f") - broken
    return broken if whole >= 10 * broken else 0
