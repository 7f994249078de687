"""Whether a spelling found in a text may stand for a name there: its capitals, vowel marks and neighbours."""

from extract.names.index import Index, Meaning, Reading
from extract.text import Tokens

# Words that look like definite nouns and are none.
_NOT_NOUNS = frozenset({"الي", "التي", "الذي", "الذين", "اللذين", "الان", "الا", "اللتين", "اللواتي"})
JOINERS = frozenset("-\"'")  # may stand between the words of a name


class Place:
    """A stretch of tokens and its surroundings, asked whether a meaning may stand there."""

    __slots__ = ("first", "index", "reading", "stop", "tokens")

    def __init__(self, tokens: Tokens, index: Index, first: int, stop: int, reading: Reading) -> None:
        self.tokens = tokens
        self.index = index
        self.first = first
        self.stop = stop
        self.reading = reading

    def allows(self, meaning: Meaning) -> bool:
        """Whether every condition of the meaning holds here."""
        if meaning.capitals and not self._capitals(meaning.capitals):
            return False
        if meaning.person and not self._no_person(meaning.person):
            return False
        if meaning.adjective and self.tokens.form(self.first - 1) == "-" and self._after_article():
            return False  # "Abu Omar al-Iraqi"
        return not meaning.when or self.marked(meaning) or (meaning.when != "marked" and self._context(meaning.when))

    def marked(self, meaning: Meaning) -> bool:
        """Whether the text shows the very vowel marks that tell this meaning apart ("عُمان", "عمّان")."""
        if not meaning.marked:
            return False
        start = self.tokens.starts[self.first] + self.reading.skip
        folded = self.tokens.folded
        return folded.origin(start, self.tokens.ends[self.stop - 1]).of(folded.original) == meaning.marked

    def after_definite(self) -> bool:
        """Whether the word before is an Arabic noun with its article."""
        return not self.reading.skip and _definite(self._before())

    def _after_article(self) -> bool:
        return self.tokens.form(self.first - 2) in ("al", "el")

    def _before(self) -> str:
        """The token before, or the one before an opening quotation mark."""
        form = self.tokens.form(self.first - 1)
        return self.tokens.form(self.first - 2) if form == '"' else form

    def _written(self, index: int) -> str:
        """A token as the text writes it, "" outside the text."""
        if not 0 <= index < len(self.tokens):
            return ""
        return self.tokens.span(index, index + 1).of(self.tokens.folded.original)

    def _capitals(self, capitals: tuple[str, ...]) -> bool:
        """Whether the text shows the capitals of the name; a short abbreviation ("US", "WHO") must be all capitals."""
        index = self.first
        for wanted in capitals:
            if self.tokens.forms[index] in JOINERS:
                index += 1
            written = self._written(index)
            index += 1
            if not wanted[0].isupper():
                continue
            if written[0].islower() or not _same_case(wanted, written[: len(wanted)]):
                return False
        return True

    def _no_person(self, person: str) -> bool:
        """Whether an Arabic adjective is one, not part of a person's name ("محمد السوداني", "تركي الفيصل")."""
        if person == "given":
            after = self.tokens.form(self.stop)
            return not after.startswith("ال") and after not in ("بن", "ال")
        before = self._before()
        if before in self._words("given"):
            return False
        return person != "surname" or _definite(before) or before in self._words("counterpart")

    def _context(self, when: str) -> bool:
        if when == "country":
            return True  # settled when the whole text is known
        if when == "alone":
            return self._alone()
        if when == "acronym":
            around = [word for word in (self._written(self.first - 1), self._written(self.stop)) if word.isalpha()]
            return not around or not all(word.isupper() and len(word) > 1 for word in around)
        if self.reading.preposition and when == "place":
            return True
        if self.index.lang == "en" and when in ("place", "noun") and self.tokens.form(self.stop) in self._words("noun"):
            return True
        words = self._words(when)
        return any(form in words for form in _unprefixed(self._before(), self.index.lang))

    def _words(self, name: str) -> frozenset[str]:
        return self.index.contexts.get(name, frozenset())

    def _alone(self) -> bool:
        """Whether no other capitalised word stands beside it, as in a person's name; capital headlines tell nothing."""
        written = self._written(self.first)
        if written.isupper() and len(written) > 3:
            return True
        return not self._namesake(self.first - 1) and not self._namesake(self.stop)

    def _namesake(self, index: int) -> bool:
        form = self.tokens.form(index)
        if form.endswith("'s") or form in self._words("beside"):
            return False
        return self._written(index)[:1].isupper()


def _definite(form: str) -> bool:
    """Whether a folded Arabic word is a noun or adjective with its article."""
    return form.startswith("ال") and len(form) > 3 and form not in _NOT_NOUNS


def _same_case(wanted: str, written: str) -> bool:
    """Whether capitals inside a name are right: "US" and "LeT" are exact, "Nato" and "ISRAEL" are free."""
    if wanted.isupper():
        return len(wanted) > 3 or written.isupper()
    return wanted[1:].islower() or written == wanted


def _unprefixed(form: str, lang: str) -> list[str]:
    """A word and what it is without the particles و ف, and then ب ل, before it."""
    forms = [form]
    if lang == "ar":
        for particles in ("وف", "بل"):
            if forms[-1][:1] and forms[-1][0] in particles and len(forms[-1]) > 2:
                forms.append(forms[-1][1:])
    return forms
