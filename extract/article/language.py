"""Which of the three languages a text is in, or which other one.

Most articles settle it by their script and their frequent words, in microseconds. Only what these leave open goes to
the identifier (lingua), which is loaded then and not before. A language that is not read is refused by name: rules for
Arabic would find numbers in Urdu too, and get them wrong.
"""

import re
import unicodedata
from collections import Counter
from typing import NamedTuple

from extract.article.identifier import rank
from extract.errors import ArticleError
from extract.ontology import LANGS
from extract.text import MARKS, TATWEEL

_SAMPLE = 4_000
_MEND = "only Arabic, Persian and English are; say --lang ar, fa or en if it is one of them"
_ARABIC = "\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
ARABIC_WORD = re.compile(f"[{_ARABIC}][{_ARABIC}\u200c\u200d]*")
LATIN_WORD = re.compile(f"[{_LATIN}]+")
_MARK = re.compile(f"[{MARKS}{TATWEEL}]+")
_OTHER_WORD = re.compile(rf"[^\W\d_{_LATIN}{_ARABIC}]+")

# Letters that Arabic and Persian do not have. The order counts: Uyghur has most of the Kurdish ones beside its own.
# U+06BE is left out: Iraqi copy often has it for an ordinary heh.
_FOREIGN = {
    "Uyghur": "ۇۈۋ",
    "Sindhi": "ڄڃٻڀٿڦڳڱ",
    "Pashto": "ټډړږښۍڼځڅې",
    "Kurdish": "ڕڵۆێە",
    "Urdu": "ٹڈڑےںہۓ",
}
_FOREIGN_LETTER = re.compile(f"[{''.join(_FOREIGN.values())}]")
_LANGUAGE_OF = {letter: name for name, letters in _FOREIGN.items() for letter in letters}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Frequent words that are no words of the other language of the same script, in the spellings that copy shows. Left out:
# أن/آن, أين/این, على/علی, بين/بین, كل/کل, غير, ما, بعد, كرد (Kurds), which are words of both once hamza, kaf and ya are
# written carelessly, and او, the "and" of Pashto.
_AR = _words(
    """
    في فى من إلى الى إلي التي التى الذي الذى الذين عن هذا هذه ذلك كان كانت قال قالت وقال وقالت مع أو منذ حيث لم لن لا
    قد وقد وفي وفى ومن كما عليه عليها فيها فيه منها أنه أنها إنه إن بأن وأن خلال أكثر حتى وهو وهي هو هي
    """
)
_FA = _words(
    """
    در به از که كه است را با این برای براي های هاي می مي شد شده کرد کرده گفت یک یك خود وی بود شود بر نیز آن ها کند
    کنند دارد داد هستند اند آنها گفته‌است می‌شود می‌کند شده‌است همچنین باید اما اعلام
    """
)
# Words that no other language of the Latin script uses often ("in", "a", "on", "was", "for" are shared).
_THE = "the"  # an English word alone: one more settles a short text, which an identifier would guess at
_EN = _words("the of and that with from which were their said has this would who been they its")


class Counts(NamedTuple):
    """Frequent words of each language among `words` words."""

    ar: int
    fa: int
    en: int
    words: int


def function_words(sample: str) -> Counts:
    """How many frequent words of each language `sample` holds."""
    words = sample.lower().split()
    ar, fa, en = (sum(map(known.__contains__, words)) for known in (_AR, _FA, _EN))
    return Counts(ar, fa, en, len(words))


def detect(text: str, where: str) -> str:
    """ "ar", "fa" or "en": the language of most of the first few thousand characters.

    Raises ArticleError, naming the language, when it is another one or cannot be told.
    """
    sample = text[:_SAMPLE]
    return _by_frequent_words(sample) or _by_script(sample, where)


def _by_frequent_words(sample: str) -> str | None:
    """The language whose frequent words are as many as running text has, and the other languages' are not."""
    ar, fa, en, words = function_words(sample)
    best, second = sorted((ar, fa, en), reverse=True)[:2]
    enough = 2 if en == best and _THE in sample.lower().split() else 3
    if best < enough or best < 0.06 * words or best < 3 * second:
        return None
    return "ar" if best == ar else "fa" if best == fa else "en"


def _by_script(sample: str, where: str) -> str:
    arabic = ARABIC_WORD.findall(_MARK.sub("", sample))
    latin = LATIN_WORD.findall(sample)
    other = _OTHER_WORD.findall(sample)
    in_arabic, in_latin, in_other = (sum(map(len, words)) for words in (arabic, latin, other))
    if not in_arabic and not in_latin and not in_other:
        raise ArticleError(where, "holds no word that tells its language", "name the language with --lang ar, fa or en")
    if in_other > max(in_arabic, in_latin):
        raise ArticleError(where, f"is in {_script(other)}, which is not read", _MEND)
    return _of_arabic_script(arabic, where) if in_arabic >= in_latin else _identify(" ".join(latin), ("en",), where)


def choose(declared: str, text: str, where: str) -> tuple[str, str]:
    """(language, remark) for a record that declares its language.

    Site templates declare one language for every page, so the text decides; the declaration settles a few words only.
    """
    code = _CODES.get(re.split("[-_]", declared.strip().lower())[0])
    sample = text[:_SAMPLE]
    arabic, latin = (sum(map(len, pattern.findall(sample))) for pattern in (ARABIC_WORD, LATIN_WORD))
    few = arabic + latin < _FEW_LETTERS and not _by_frequent_words(sample)
    if few and code is not None and (code == "en") == (latin > arabic):
        return code, ""
    found = detect(text, where)
    if found == code:
        return found, ""
    return found, f"declared language {declared[:20]!r} does not fit the text, which is read as {found}"


_SCRIPT_OF = {
    "HEBREW": "Hebrew", "GREEK": "Greek", "CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese",
    "HANGUL": "Korean", "ARMENIAN": "Armenian", "GEORGIAN": "Georgian", "THAI": "Thai", "ETHIOPIC": "Amharic",
}  # fmt: skip


def _script(words: list[str]) -> str:
    """The language of words in a script that we do not read, or the script if several languages share it."""
    scripts = Counter(unicodedata.name(letter, "UNKNOWN").split()[0] for letter in "".join(words)[:500])
    if "HIRAGANA" in scripts:
        return "Japanese"
    script = scripts.most_common(1)[0][0]
    if script == "CYRILLIC":
        return rank(" ".join(words)[:_SHORT_SAMPLE])[0].name
    return _SCRIPT_OF.get(script, f"{script.title()} script")


_CODES = {code: code for code in LANGS} | {
    "ara": "ar", "arb": "ar", "arabic": "ar", "fas": "fa", "per": "fa", "pes": "fa", "prs": "fa", "persian": "fa",
    "farsi": "fa", "dari": "fa", "eng": "en", "english": "en",
}  # fmt: skip


def _of_arabic_script(words: list[str], where: str) -> str:
    letters = " ".join(words)
    foreign = Counter(_LANGUAGE_OF[letter] for letter in _FOREIGN_LETTER.findall(letters))
    if foreign.total() > 0.03 * len(letters):
        name = next(
            (name for name in _FOREIGN if foreign[name] > 0.15 * foreign.total()), "a language of its own letters"
        )
        raise ArticleError(where, f"is in {name}, which is not read", _MEND)
    arabic, persian = sum(word in _AR for word in words), sum(word in _FA for word in words)
    if max(arabic, persian) >= 2 and not arabic / 3 < persian < arabic * 3:
        return "ar" if arabic > persian else "fa"
    return _identify(letters, ("ar", "fa"), where)


_FEW_LETTERS = 120  # below this an identifier guesses: a headline of names may be Dutch to it
_SURE = 0.975
_SHORT_SAMPLE = 1_000


def _identify(words: str, ours: tuple[str, ...], where: str) -> str:
    """The identifier's verdict; of a few words it is believed only where it is sure that they are not `ours`.

    Of a letter or two it knows nothing and ranks languages of another script as high.
    """
    ranking = [guess for guess in rank(words[:_SHORT_SAMPLE]) if guess.code in ours or guess.code not in LANGS]
    best = ranking[0]
    if len(words) < _FEW_LETTERS and best.share < _SURE:
        best = next((guess for guess in ranking if guess.code in ours), best)
    if best.code not in ours:
        raise ArticleError(where, f"is in {best.name}, which is not read", _MEND)
    return best.code
