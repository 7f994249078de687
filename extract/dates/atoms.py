"""From tokens to nodes: the stretches of a text that may hold a date, each as a list of nodes of known kinds.

A stretch grows from an anchor (a month, a weekday, a unit, a year-like number ...) over all neighbours that can take
part in an expression of time; most tokens of a text are in none and cost one set lookup.
"""

from collections.abc import Iterator, Sequence

from extract.dates import figures
from extract.dates.cascade import Node
from extract.dates.vocabulary import Entry, Vocabulary
from extract.numbers import Numeral
from extract.text import Tokens

PUNCTUATION = {
    ",": "comma", "،": "comma", ".": "dot", "-": "dash", "/": "slash", "\\": "slash", "(": "lparen", ")": "rparen",
    "[": "lparen", "]": "rparen", "'": "apostrophe", ":": "colon",
}  # fmt: skip
_MODALS = frozenset("would will could can may might must should to not only n't".split())
_EARLIEST_YEAR, _LATEST_YEAR = 1000, 2199
_LARGEST = 10**9  # counts of units beyond it are nonsense
_PAIRS = {"/": "pair_slash", "\\": "pair_slash", "-": "pair_dash", ".": "pair_dot"}
_ORDINAL_ENDINGS = {
    "en": frozenset(("st", "nd", "rd", "th")),
    "fa": frozenset(("ام", "م", "امين", "مين")),
    "ar": frozenset[str](),
}
_DAY_CUES = frozenset("on the for by until in في ال يوم اليوم روز".split())


def stretches(tokens: Tokens, numerals: Sequence[Numeral], words: Vocabulary) -> Iterator[list[Node]]:
    """The nodes of each stretch of `tokens` that may hold an expression of time, in order."""
    forms = tokens.forms
    anchors = words.anchors
    hits = tokens.where([form for form in tokens.vocabulary if form in anchors or "0" <= form < ":"])
    if not hits:
        return
    reader = _Reader(tokens, numerals, words)
    done = 0
    for index in hits:
        if index >= done and (forms[index] in anchors or reader.may_anchor(index)):
            first, done = reader.around(index, done)
            yield reader.nodes(first, done)


class _Reader:
    """Reads nodes off one text."""

    def __init__(self, tokens: Tokens, numerals: Sequence[Numeral], words: Vocabulary) -> None:
        self._tokens = tokens
        self._words = words
        self._starting = {numeral.first: numeral for numeral in numerals if not numeral.plural_scale}
        self._covered = {
            index: numeral.first for numeral in self._starting.values() for index in range(numeral.first, numeral.stop)
        }

    def may_anchor(self, index: int) -> bool:
        """Whether the number at `index` may be a date by itself: a year, a date in figures, a clock time, a day."""
        tokens = self._tokens
        form = tokens.forms[index]
        after = tokens.form(index + 1)
        if len(form) == 4 and form.isdecimal() and _EARLIEST_YEAR <= int(form) <= _LATEST_YEAR:
            return True
        if after in ("/", "-", "\\", ":", ".") and tokens.form(index + 2)[:1].isdecimal():
            return True
        if after == "s" and tokens.joined(index):
            return True  # "the 80s"
        if tokens.form(index - 1) in _DAY_CUES:
            return len(form) <= 2 or "." in form
        return form.count(".") == 2

    def around(self, index: int, floor: int) -> tuple[int, int]:
        """The stretch `[first, stop)` around the anchor at `index`; nothing before `floor` belongs to it."""
        first, stop = index, index + 1
        while first > floor and self._may_join(first - 1):
            first -= 1
        while stop < len(self._tokens) and self._may_join(stop):
            stop += 1
        return first, stop

    def _may_join(self, index: int) -> bool:
        form = self._tokens.forms[index]
        if form == ".":
            return not self._ends_a_sentence(index)
        return form in self._words.members or index in self._covered or form[0].isdecimal() or form in PUNCTUATION

    def _ends_a_sentence(self, index: int) -> bool:
        """Whether the full stop behind a word is one: "in May. 7 died", but not "Jan. 5", "12. 3. 2026" or "May. 7"."""
        tokens = self._tokens
        bare = tokens.form(index + 1).isdecimal() and not tokens.form(index + 2)[:1].isalpha()  # counts nothing
        return not bare and not tokens.form(index - 1)[:1].isdecimal() and tokens.sentence(index)[1] == index + 1

    def nodes(self, first: int, stop: int) -> list[Node]:
        """The nodes of the stretch; a token that is nothing by itself is of kind "other"."""
        found: list[Node] = []
        index = first
        while index < stop:
            index = self._read(index, found)
        return found

    def _read(self, index: int, found: list[Node]) -> int:
        """Append what begins at `index`; return where it stops."""
        tokens = self._tokens
        form = tokens.forms[index]
        if form[0].isdecimal() and (stop := self._read_figures(index, found)) > index:
            return stop
        numeral = self._starting.get(index)
        entry = self._entry(index, form)
        if form == "second" and found and found[-1].value in (20, 30) and not found[-1].tag:
            ten = found.pop()  # "twenty second"
            found.append(Node("ord", ten.first, index + 1, ten.start, tokens.ends[index], ten.value + 2))
            return index + 1
        if entry and not (numeral and _prefers_numeral(entry, numeral, found)):
            return self._add_entry(index, entry, found)
        if numeral and numeral.first == index:
            return self._add_numeral(numeral, found)
        kind = PUNCTUATION.get(form, "other")
        if form.isdecimal():
            return self._add_digits(index, found, int(form) if len(form) < 10 else _LARGEST)
        found.append(Node(kind, index, index + 1, tokens.starts[index], tokens.ends[index]))
        return index + 1

    def _entry(self, index: int, form: str) -> Entry | None:
        forms = self._tokens.forms
        if form == "last" and index and forms[index - 1] in _MODALS:
            return None  # the verb: "will last three days"
        for entry in self._words.entries.get(form, ()):
            length = len(entry.forms)
            if length == 1 or tuple(forms[index : index + length]) == entry.forms:
                return entry
        return None

    def _add_entry(self, index: int, entry: Entry, found: list[Node]) -> int:
        tokens = self._tokens
        start = tokens.starts[index]
        stop = index + len(entry.forms)
        for clitic in entry.clitics:
            found.append(Node(clitic, index, index, start, start + 1))
        start += entry.skip
        found.append(Node(entry.kind, index, stop, start, tokens.ends[stop - 1], entry.value, entry.tag))
        return stop

    def _read_figures(self, index: int, found: list[Node]) -> int:
        tokens = self._tokens
        stop = figures.clock(tokens, index)
        if stop > index:
            found.append(Node("hour_minute", index, stop, tokens.starts[index], tokens.ends[stop - 1]))
            return stop
        cluster = figures.cluster(tokens, index)
        if cluster is None:
            return index
        kind = "triple" if len(cluster.parts) == 3 else _PAIRS[cluster.separator]
        found.append(
            Node(
                kind, index, cluster.stop, tokens.starts[index], tokens.ends[cluster.stop - 1],
                ord(cluster.separator), "/".join(cluster.parts),
            )
        )  # fmt: skip
        return cluster.stop

    def _add_numeral(self, numeral: Numeral, found: list[Node]) -> int:
        tokens = self._tokens
        first, stop = numeral.first, numeral.stop
        start = numeral.start
        if self._words.lang == "ar" and start > tokens.starts[first]:
            start = self._add_clitics(first, start, found)
        whole = not numeral.fraction and numeral.value == numeral.value.to_integral_value()
        value = int(numeral.value) if whole and abs(numeral.value) < _LARGEST else -1
        form = tokens.forms[first]
        if numeral.ordinal:
            found.append(Node("ord", first, stop, start, numeral.end, value))
        elif not whole:
            found.append(Node("decimal", first, stop, start, numeral.end, -1, str(numeral.value)))
        elif stop == first + 1 and form.isdecimal():
            return self._add_digits(first, found, value)
        else:
            kind = "big" if form[0].isdecimal() else _number_kind(value, "")
            found.append(Node(kind, first, stop, start, numeral.end, value))
        return stop

    def _add_clitics(self, first: int, start: int, found: list[Node]) -> int:
        """Nodes for و ف ب ل before a number in words; where the number starts, its article included."""
        begin = self._tokens.starts[first]
        clitics = self._tokens.folded.text[begin:start].removesuffix("ال").replace("لل", "ل")
        for offset, letter in enumerate(clitics):
            kind = "and" if letter in "وف" else "in"
            found.append(Node(kind, first, first, begin + offset, begin + offset + 1))
        return begin + len(clitics)

    def _add_digits(self, index: int, found: list[Node], value: int) -> int:
        """A number in plain digits, with the ending that makes it an ordinal ("27th", «۲۷ام»)."""
        tokens = self._tokens
        literal, after = tokens.forms[index], tokens.form(index + 1)
        if after in _ORDINAL_ENDINGS[self._words.lang] and (tokens.joined(index) or after == "ام"):
            found.append(Node("ord", index, index + 2, tokens.starts[index], tokens.ends[index + 1], value))
            return index + 2
        kind = _number_kind(value, literal)
        found.append(Node(kind, index, index + 1, tokens.starts[index], tokens.ends[index], value, literal))
        return index + 1


def _number_kind(value: int, literal: str) -> str:
    """`n1` may be a day, `n2` a short year, `year4` a year; all are counts."""
    if 1 <= value <= 31 and len(literal) <= 2:
        return "n1"
    if 0 <= value <= 99 and len(literal) <= 2:
        return "n2"
    return "year4" if _EARLIEST_YEAR <= value <= _LATEST_YEAR and len(literal) in (0, 4) else "big"


def _prefers_numeral(entry: Entry, numeral: Numeral, found: list[Node]) -> bool:
    """Whether a word that is both (ثانية, second, سه in سه‌شنبه) is the numeral here."""
    length = len(entry.forms)
    if entry.clitics and length == 1:
        return True  # واحد "one", not و and أحد
    if numeral.stop - numeral.first != length:
        return numeral.stop - numeral.first > length
    if entry.kind == "clock.one":  # "second", "ثانية": the unit only after a number
        return not (found and found[-1].kind in ("n1", "n2", "big"))
    return False
