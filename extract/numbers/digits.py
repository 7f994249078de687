"""Numerals written in digits, read alike in Arabic, Persian and English.

A digit cluster is judged by its separators: groups of exactly three digits are thousands, a comma that cannot group is
a decimal comma, and what is neither (addresses, versions, dotted dates) falls apart into its integers. A dot before
exactly three digits ("2.500") is read as a decimal and flagged, since half of the world's papers mean 2,500 by it.
"""

import re
from decimal import Context, Decimal
from functools import lru_cache
from typing import NamedTuple

from extract.numbers.numeral import Numeral
from extract.text import BIDI_CONTROLS, MARKS, TATWEEL, ZERO_WIDTH, Tokens

EXACT = Context(prec=60)  # wide enough for 30 digits times a scale; the thread's own context may be narrower

_VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
    "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
STARTS = frozenset("0123456789").union(_VULGAR)  # the first characters that `literals` reads

_LONGEST = 30  # digits; a longer run is an identifier
_LARGEST_EXPONENT = 100
_LONGEST_FRACTION = 3  # digits before the letter that is a decimal point
_REACH = 500  # characters looked back for the scheme of a web address
_GAP = "[ \u00a0\u2009\u202f]"
_SEPARATOR = re.compile(r"[.,٫٬،']")
_GROUPS = re.compile(rf"({_GAP})\d{{3}}(?:\1\d{{3}}){{0,9}}(?:[.,٫]\d+)?(?!\d|[.,٫٬،'/]\d|\1\d)")
_OVER = r"([1-9]\d{0,3})/([1-9]\d{0,3})(?!\d|[/.,٫٬،'-]\d|/)"
_FRACTION = re.compile(_OVER)
_AND_FRACTION = re.compile(rf"{_GAP}{{1,2}}{_OVER}")
_AND_VULGAR = re.compile(rf"{_GAP}?([{''.join(_VULGAR)}])(?!\w)")
_ARABIC_POINT = re.compile(r"ر(\d{1,4})(?!\w|[.,٫،/]\d)")  # agencies' decimal point, the fraction first: "2ر7" is 7.2
_EXPONENT = re.compile(r"(?:e|\s?[x×]\s?10\^|[x×]10(?=-))([+-]?\d{1,3})(?!\w|[.,]\d)")
_POWER = re.compile(r"\^([+-]?\d{1,3})(?!\w|[.,]\d)")
# Behind the last digit only an O poses as one: "5l" are litres, "5ه" a year of the Hijra.
_SPOOF = re.compile(r"(?=[^\W\d_])(?:[oliОоΟοօІЗاه]+[0-9]+){0,10}[oОоΟοօ]*(?![^\W_])")
_NAME_AFTER = re.compile(r"(?!(?:[kcm]?m|sqm|sqkm)[23](?!\w))[a-z]+[0-9]")  # 4x4, 06f6, but not 4km2

# Codes and words of currencies: glued before a number they make it no designation ("USD20", but not "F16").
CURRENCIES = frozenset(
    "usd eur gbp iqd irr syp lbp jod egp sar aed kwd qar bhd omr yer sdg lyd tnd dzd mad mru try ils nis afn pkr inr "
    "bdt rub uah byn azn kzt uzs cny jpy krw chf sek nok dkk pln cad aud nzd hkd sgd myr idr thb kes ngn etb zar brl "
    "mxn rs us".split()
)
_ENDS = frozenset(("", " ", "\n", ".", ",", "،", "؛", "%", ")"))
_MINUS = frozenset("-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d")  # a long dash is punctuation, not a sign
_BEFORE_SIGN = frozenset("([{<>=~≈:;,،؛$€£¥\"'|")
# What a spoofed digit is made of, as written: folding lowers I to i, which looks like no digit.
_LOOK_ALIKE = {
    "O": "0", "o": "0", "О": "0", "о": "0", "Ο": "0", "ο": "0", "օ": "0", "l": "1", "I": "1", "І": "1", "З": "3",
    "ا": "1", "ه": "5",
}  # fmt: skip
_HIDDEN = re.compile(rf"[{ZERO_WIDTH}\u202d\u202e]|\d[{BIDI_CONTROLS}{MARKS}{TATWEEL}]+\d")
_MULTIPLIERS = {
    "k": 10**3, "K": 10**3, "M": 10**6, "MM": 10**6, "b": 10**9, "B": 10**9, "G": 10**9, "T": 10**12,
} | {
    spelled: factor
    for name, factor in (("mn", 10**6), ("mln", 10**6), ("bn", 10**9), ("bln", 10**9), ("tn", 10**12), ("trn", 10**12))
    for spelled in (name, name.title(), name.upper())
}  # fmt: skip


def literals(tokens: Tokens, index: int) -> tuple[Numeral, ...]:
    """The numerals in digits that begin at token `index`, whose first character must be one of `STARTS`.

    Nearly always one. It may span several tokens ("1 414 021", "3/4", "1.5e6") and may begin before `index` with its
    minus sign or decimal point. Several for a cluster that is no single number ("192.168.1.2"); none for designations,
    web addresses and identifiers ("F16", "4x4", more than 30 digits). All share one `stop`.
    """
    form = tokens.forms[index]
    start, end = tokens.starts[index], tokens.ends[index]
    if form.isdigit() and _alone(tokens.folded.text, start, end) and end - start <= _LONGEST:
        suspicious = _suspicion(tokens, start, end)
        return (Numeral(index, index + 1, start, end, Decimal(form), suspicious=suspicious),)
    if form in _VULGAR:
        return _finished(tokens, index, _Reading(start, end, ratio(*_VULGAR[form]), fraction=True))
    spoofed = _spoofed(tokens, start, end) if form.replace(",", "").isdigit() else None
    if not form[0].isdigit() or _named(tokens, index, spoofed is not None):
        return ()
    if spoofed:
        return _finished(tokens, index, spoofed)
    readings = _cluster(form, start)
    if len(readings) == 1:
        return _finished(tokens, index, _continued(tokens, form, readings[0]))
    suspicious = _suspicion(tokens, start, end)
    return tuple(
        Numeral(index, index + 1, reading.start, reading.end, reading.value, suspicious=suspicious)
        for reading in readings
    )


def multiplied(tokens: Tokens, numeral: Numeral) -> Numeral:
    """`numeral` with the multiplier glued to it ("10k", "1.2bn", "$5M"), or as it was.

    Case tells multipliers from units: "5m" is metres, "5t" tonnes, "5g" grams; 2G to 6G are networks.
    """
    if not tokens.joined(numeral.stop - 1):
        return numeral
    suffix = tokens.span(numeral.stop, numeral.stop + 1).of(tokens.folded.original)
    factor = _MULTIPLIERS.get(suffix)
    if factor is None or (suffix == "G" and 2 <= numeral.value <= 6):
        return numeral
    return Numeral(
        numeral.first,
        numeral.stop + 1,
        numeral.start,
        tokens.ends[numeral.stop],
        times(numeral.value, factor),
        suspicious=numeral.suspicious,
    )


def plain(value: Decimal) -> Decimal:
    """`value` in its one canonical form: no exponent, no trailing zeros."""
    if value == value.to_integral_value():
        return Decimal(int(value))
    return value.normalize(EXACT)


def times(value: Decimal, factor: Decimal | int) -> Decimal:
    """The exact product, in canonical form."""
    return plain(EXACT.multiply(value, Decimal(factor)))


def ratio(numerator: Decimal | int, denominator: Decimal | int) -> Decimal:
    """The quotient, to 28 digits where it does not end."""
    return plain(Context(prec=28).divide(Decimal(numerator), Decimal(denominator)))


class _Reading(NamedTuple):
    """A number in the making: its range in the folded text and what is known of it."""

    start: int
    end: int
    value: Decimal
    fraction: bool = False
    ambiguous: bool = False
    spoofed: bool = False


def _alone(text: str, start: int, end: int) -> bool:
    """Whether nothing around an integer can change it; the way that most numerals of an article take."""
    if start and not text[start - 1].isspace():
        return False
    after = text[end : end + 2]
    return after[:1] in _ENDS and (
        len(after) < 2 or not (after[1].isdigit() or after[1] in _VULGAR or after[1] in "x×")
    )


def _cluster(form: str, base: int) -> list[_Reading]:
    """The numbers in one digit token: one where its separators allow that, else its integers."""
    if form.isdigit():
        return [_Reading(base, base + len(form), Decimal(form))] if len(form) <= _LONGEST else []
    groups = _SEPARATOR.split(form)
    text, ambiguous = _one_number(groups, _SEPARATOR.findall(form))
    if text:
        long = len(text) > _LONGEST + 1
        return [] if long else [_Reading(base, base + len(form), plain(Decimal(text)), ambiguous=ambiguous)]
    readings: list[_Reading] = []
    for group in groups:
        if len(group) <= _LONGEST:
            readings.append(_Reading(base, base + len(group), Decimal(group)))
        base += len(group) + 1
    return readings


def _one_number(groups: list[str], separators: list[str]) -> tuple[str, bool]:
    """The cluster as a decimal string, or "", and whether it reads two ways."""
    if len(separators) == 1:
        return _one_separator(groups[0], separators[0], groups[1])
    first, last = separators[0], separators[-1]
    whole = "".join(groups)
    grouped = _thousands(groups[:-1], separators[:-1]) or _lakhs(groups[:-1], separators[:-1])
    if last != first and last in ".,٫،" and grouped:
        return f"{whole[: -len(groups[-1])]}.{groups[-1]}", False  # 12،220,13 · 1.234,5 · 1,234,567.89
    if _thousands(groups, separators) and not _address(groups, first):
        return whole, False
    return (whole if _lakhs(groups, separators) else ""), False


def _one_separator(head: str, separator: str, tail: str) -> tuple[str, bool]:
    groups = len(tail) == 3 and len(head) <= 3 and head[0] != "0"
    if groups and separator not in ".٫":
        return head + tail, False
    if separator == "'" or (separator == "،" and _like_year(head)):  # 5'30 · "في 2020،15 منهم"
        return "", False
    return f"{head}.{tail}", groups and separator == "."


def _thousands(groups: list[str], separators: list[str]) -> bool:
    if len(set(separators)) > 1 or separators[0] == "٫":
        return False
    return len(groups[0]) <= 3 and groups[0][0] != "0" and all(len(group) == 3 for group in groups[1:])


def _address(groups: list[str], separator: str) -> bool:
    return separator == "." and len(groups) == 4 and all(int(group) <= 255 for group in groups)


def _lakhs(groups: list[str], separators: list[str]) -> bool:
    """Lakh and crore grouping: 12,34,567."""
    head, *inner, tail = groups
    return (
        set(separators) == {","}
        and len(head) <= 2
        and head[0] != "0"
        and all(len(group) == 2 for group in inner)
        and len(tail) == 3
    )


def _like_year(group: str) -> bool:
    return len(group) == 4 and 1300 <= int(group) < 2100


def _named(tokens: Tokens, index: int, spoofed: bool) -> bool:
    """Whether letters or a web address make the digits part of a name: F16, 4x4, 06F6, ?page=3."""
    text = tokens.folded.text
    start, end = tokens.starts[index], tokens.ends[index]
    before = text[start - 1] if start else " "
    if before == "^":
        return True
    if before.isalpha():
        if _latin(before) and tokens.forms[index - 1].lstrip("وبلكف") not in CURRENCIES:
            return True
    elif before in "/=_&?#%.-+~" and _in_web_address(text, start):
        return True
    if spoofed or not _latin(text[end : end + 1]):
        return False
    return _NAME_AFTER.match(text, end) is not None and _EXPONENT.match(text, end) is None


def _in_web_address(text: str, start: int) -> bool:
    reach = max(0, start - _REACH)
    scheme = max(text.rfind("://", reach, start), text.rfind("www.", reach, start))
    return scheme >= 0 and len(text[scheme:start].split()) == 1


def _latin(character: str) -> bool:
    return character < "\u0250" and character.isalpha()


def _spoofed(tokens: Tokens, start: int, end: int) -> _Reading | None:
    """Digits that go on through letters posing as digits ("2О00"): their value as the eye reads it."""
    text = tokens.folded.text
    found = _SPOOF.match(text, end)
    if found is None:
        return None
    written = text[start:end].replace(",", "")
    for at in range(end, found.end()):
        if not text[at].isdigit():
            posing = _LOOK_ALIKE.get(tokens.folded.original[tokens.folded.offset(at)])
            if posing is None:
                return None
            written += posing
        else:
            written += text[at]
    return _Reading(start, found.end(), Decimal(written), spoofed=True) if len(written) <= _LONGEST else None


def _continued(tokens: Tokens, form: str, reading: _Reading) -> _Reading:
    """The reading with what follows its token and belongs to it: groups after blanks, a fraction, an exponent."""
    text = tokens.folded.text
    after = text[reading.end : reading.end + 2]
    if not after or after[0] == "\n" or (after[0] == " " and not (after[1:].isdigit() or after[1:] in _VULGAR)):
        return reading
    if form.isdigit():
        longer = (
            _grouped_by_blanks(tokens, form, reading)
            or _with_fraction(text, form, reading)
            or _with_arabic_point(text, form, reading)
        )
        if longer:
            return longer
    return _raised(text, reading)


def _grouped_by_blanks(tokens: Tokens, form: str, reading: _Reading) -> _Reading | None:
    """ "1 414 021": groups of exactly three after one kind of blank, with no other digits around."""
    text = tokens.folded.text
    if len(form) > 3 or form[0] == "0" or text[max(0, reading.start - 1) : reading.start] in ("+", "/", ":"):
        return None
    if reading.start > 1 and text[reading.start - 2].isdigit() and text[reading.start - 1].isspace():
        return None
    found = _GROUPS.match(text, reading.end)
    if found is None:
        return None
    digits = form + re.sub(_GAP, "", found.group()).replace(",", ".").replace("٫", ".")
    return reading._replace(end=found.end(), value=plain(Decimal(digits)))


def _with_arabic_point(text: str, form: str, reading: _Reading) -> _Reading | None:
    """ "4ر11 مليون" of the Arab news agencies: 11.4, since whoever writes from the right types the fraction first."""
    found = _ARABIC_POINT.match(text, reading.end)
    if found is None or reading.end - reading.start > _LONGEST_FRACTION:
        return None
    return reading._replace(end=found.end(), value=plain(Decimal(f"{found[1]}.{form}")), ambiguous=True)


def _with_fraction(text: str, form: str, reading: _Reading) -> _Reading | None:
    """ "3/4", "1 4/5" and "2½", but neither dates, seasons nor resolutions: 12/31/2020, 2024/25, 24/7."""
    if reading.start and text[reading.start - 1] in "/.,:":
        return None
    found = _FRACTION.match(text, reading.start)
    if found and _is_fraction(int(found[1]), int(found[2])):
        return reading._replace(end=found.end(), value=ratio(int(found[1]), int(found[2])), fraction=True)
    found = _AND_FRACTION.match(text, reading.end)
    if found:
        numerator, denominator = int(found[1]), int(found[2])
        if numerator >= denominator or not _is_fraction(numerator, denominator):
            return None
    else:
        found = _AND_VULGAR.match(text, reading.end)
        if not found:
            return None
        numerator, denominator = _VULGAR[found[1]]
    return reading._replace(end=found.end(), value=EXACT.add(Decimal(form), ratio(numerator, denominator)))


def _is_fraction(numerator: int, denominator: int) -> bool:
    if numerator < denominator:
        return denominator <= 100 or denominator == 1000
    return numerator <= 100 and denominator in (2, 3, 4, 5, 8, 10, 16, 100)


def _raised(text: str, reading: _Reading) -> _Reading:
    """ "12.32e+14", "6.23x10^-4" and "2.5^-1"."""
    found = _EXPONENT.match(text, reading.end)
    if found:
        exponent = int(found[1])
        if abs(exponent) > _LARGEST_EXPONENT:
            return reading
        return reading._replace(end=found.end(), value=plain(reading.value.scaleb(exponent, EXACT)), ambiguous=False)
    found = _POWER.match(text, reading.end)
    if found is None or abs(int(found[1])) > _LARGEST_EXPONENT or not reading.value:
        return reading
    value = EXACT.power(reading.value, int(found[1]))
    return reading._replace(end=found.end(), value=plain(value), ambiguous=False)


def _finished(tokens: Tokens, index: int, reading: _Reading) -> tuple[Numeral, ...]:
    """The reading as a numeral, with its leading point and sign, and with what its characters give away."""
    text = tokens.folded.text
    start, value = reading.start, reading.value
    if start and text[start - 1] in ".٫" and tokens.forms[index].isdigit() and reading.end == tokens.ends[index]:
        before = text[start - 2] if start > 1 else " "
        if before.isspace() or before in "-([":
            start, value = start - 1, plain(Decimal(f"0.{tokens.forms[index]}"))
    if start and text[start - 1] == "-" and _is_minus(tokens, start - 1):
        start, value = start - 1, -value
    stop = index + 1
    while tokens.ends[stop - 1] < reading.end:
        stop += 1
    suspicious = "look-alike letters" if reading.spoofed else _suspicion(tokens, start, reading.end)
    first = index - (reading.start - start)
    numeral = Numeral(
        first, stop, start, reading.end, value,
        fraction=reading.fraction, ambiguous=reading.ambiguous, suspicious=suspicious,
    )  # fmt: skip
    return (numeral,)


def _is_minus(tokens: Tokens, at: int) -> bool:
    """Whether the hyphen at `at` is a sign: nothing that a range or a compound could start from stands before it."""
    text = tokens.folded.text
    if tokens.folded.original[tokens.folded.offset(at)] not in _MINUS:
        return False
    if at == 0 or text[at - 1] in _BEFORE_SIGN:
        return True
    return text[at - 1].isspace() and not (at > 1 and (text[at - 2].isdigit() or text[at - 2] == "%"))


def _suspicion(tokens: Tokens, start: int, end: int) -> str:
    """Why the digits as written cannot be trusted, or "". Bidi marks beside a separator are ordinary."""
    folded = tokens.folded
    written = folded.original[folded.offset(start) : folded.offset(end - 1) + 1]
    return "" if written.isascii() else _doubt(written)


@lru_cache(maxsize=4_096)
def _doubt(written: str) -> str:
    if _HIDDEN.search(written):
        return "hidden characters"
    if len({ord(character) >> 5 for character in written if character.isdigit()}) > 1:
        return "mixed digits"
    return ""
