"""The date that governs a figure or an event: one of its clause, else of its sentence, else of its list's heading."""

from collections.abc import Sequence
from itertools import pairwise

from extract.dates import DateMention
from extract.engines.nearby import Nearby
from extract.events import Trigger
from extract.mentions.ellipsis import UP_OR_DOWN
from extract.ontology.words import words

_SPEECH_REACH = 6
_SPEECH_NEAR = 2  # "said on Friday", "said Friday"
_SAID = frozenset("said told announced reported wrote confirmed".split())
_CHANGED_FROM = UP_OR_DOWN | {("نظر", "به"), ("بدلا", "من"), ("نزولا", "من"), ("صعودا", "من")}
_DETERMINERS = frozenset("the a an this that its their his her our".split())
_NAMED = 3  # tokens from a year to what it names: "the 2019 missile attack"


class Periods:
    """Looks up the dates of one article."""

    def __init__(self, nearby: Nearby) -> None:
        self._nearby = nearby
        self._tokens = nearby.tokens
        self._lang = nearby.mentions.lang
        self._dates = nearby.mentions.dates
        self._starts = [date.first_token for date in nearby.mentions.dates]
        self._outdated = words("compared", self._lang) | words("outdated", self._lang)
        self._frames: dict[int, DateMention | None] = {}  # by the first token of a sentence

    def of(self, first: int, stop: int) -> DateMention | None:
        """The date that governs the tokens `[first, stop)`."""
        near = self._nearby.between(self._dates, self._starts, *self._nearby.window(first, stop))
        dates = [date for date in near if not self._is_apart(date, first, stop)]
        if self._lang == "en":
            dates = [date for date in dates if not self._says_when(date, first)]
        return self._behind_dateline(dates, first, stop)

    def of_event(self, trigger: Trigger) -> DateMention | None:
        """The date that governs a happening: one of its own clause, or one that no other happening's clause holds."""
        low, _ = self._tokens.sentence(trigger.first)
        dates = [
            date
            for date in self._nearby.between(
                self._dates, self._starts, *self._nearby.window(trigger.first, trigger.stop)
            )
            if self._may_date(date, trigger, low)
        ]
        return self._behind_dateline(dates, trigger.first, trigger.stop)

    def _behind_dateline(self, dates: Sequence[DateMention], first: int, stop: int) -> DateMention | None:
        """The nearest of the sentence's dates, else its frame. The day of a dateline is that of writing, and counts
        only where the text names the same day.
        """
        low, _ = self._tokens.sentence(first)
        body = self._nearby.clauses.behind_dateline(low)
        told = self._nearest_date(dates, first, stop)
        if told is None or not told.first_token < body <= first:
            return told if told is not None else self._frame(low)
        other = self._nearest_date([date for date in dates if date.first_token >= body], first, stop)
        same = other is not None and (other.first, other.last) == (told.first, told.last)
        return told if same else other

    def _nearest_date(self, dates: Sequence[DateMention], first: int, stop: int) -> DateMention | None:
        best = self._nearby.nearest([(date.first_token, date.stop_token) for date in dates], first, stop)
        return dates[best] if best is not None else None

    def _may_date(self, date: DateMention, trigger: Trigger, sentence: int) -> bool:
        if self._is_apart(date, trigger.first, trigger.stop):
            return False
        if self._lang == "en" and self._dates_speech(date, trigger):
            return False
        if self._lang == "fa" and trigger.form.finite and date.first_token >= trigger.stop:
            return False  # the verb has closed its clause
        return self._nearby.may_hold(date.first_token, date.stop_token, trigger, sentence)

    def _dates_speech(self, date: DateMention, trigger: Trigger) -> bool:
        """ "Three were killed, police said on Monday": the day of saying so, which tells nothing of the happening."""
        forms, first = self._tokens.forms, date.first_token
        for at in range(first - 1, max(-1, first - 1 - _SPEECH_REACH), -1):
            if forms[at] in _SAID:
                return not at < trigger.first < first and trigger.type != "statement"
            if not forms[at].isalpha():
                break
        return False

    def _says_when(self, date: DateMention, first: int) -> bool:
        """ "12 people died, officials said on Friday": the same of a figure that stands at token `first`."""
        forms = self._tokens.forms
        low = max(first, date.first_token - _SPEECH_NEAR)
        return not _SAID.isdisjoint(forms[low : date.first_token]) and "," in forms[first : date.first_token]

    def _is_apart(self, date: DateMention, first: int, stop: int) -> bool:
        """Whether the date is of something else than the tokens `[first, stop)` tell: of what that is compared with, or
        of a noun that it names ("Article 12 of the 1983 convention").
        """
        names = self._lang == "en" and not 0 <= first - date.stop_token < _NAMED and self._names_a_noun(date)
        return names or self._compared(date.first_token, date.stop_token, first, stop)

    def _names_a_noun(self, date: DateMention) -> bool:
        if date.stop_token - date.first_token > 1 or not self._tokens.forms[date.first_token].isdecimal():
            return False
        before, after = self._tokens.form(date.first_token - 1), self._tokens.form(date.stop_token)
        return (before in _DETERMINERS or before.endswith("'s")) and after.isalpha()

    def _compared(self, low: int, high: int, first: int, stop: int) -> bool:
        """Whether a comparison parts a date from what it might govern: "nine attacks, against 27 in 2024"."""
        between = self._tokens.forms[high:first] if high <= first else self._tokens.forms[stop:low]
        if not self._outdated.isdisjoint(between):
            return True
        return any(pair in _CHANGED_FROM for pair in pairwise(between))

    def _frame(self, first: int) -> DateMention | None:
        """The period that a sentence above sets for the list in which the sentence at `first` stands."""
        if first not in self._frames:
            self._frames[first] = self._period_above(first)
        return self._frames[first]

    def _period_above(self, first: int) -> DateMention | None:
        for low, high in self._nearby.above(first):
            dates = self._nearby.between(self._dates, self._starts, low, high)
            if dates:
                return dates[-1]
        return None
