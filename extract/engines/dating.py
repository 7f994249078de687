"""The date that governs a figure or an event: one of its clause, else of its sentence, else of its list's heading."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from extract.dates import DateMention, Precision
from extract.engines.asides import is_judged, over_dates, topic_start
from extract.engines.nearby import Nearby
from extract.events import Trigger
from extract.mentions.announced import announces
from extract.mentions.ellipsis import UP_OR_DOWN
from extract.mentions.sources_arabic import PUBLISHED
from extract.ontology.words import words
from extract.text import COMMAS, DASHES, fold_word

_SPEECH_REACH = 6
_SAID = frozenset("said told announced reported wrote confirmed published".split())
_ISSUED = frozenset(("released", "issued"))
_TEXTS = frozenset("statement statements report reports figures data video bulletin".split())
_BEING = frozenset(("was", "were", "been", "being"))
_SAYING = frozenset("گفت گفتند گفته ميگويد ميگويند اعلام افزود خبر".split())
_WHO = frozenset(("who", "whom", "whose", "الذين"))
_WHO_BEFORE = [[word] for word in sorted(_WHO)]
_THAT = frozenset("ان بان انه انها بانه بانها".split())
_CHANGED_FROM = UP_OR_DOWN | {("نظر", "به"), ("بدلا", "من"), ("نزولا", "من"), ("صعودا", "من")}
_RECORD_REACH = 9  # tokens from "since" to the date of what has happened since
_ASIDE, _RECORD = 25, 5  # tokens of a relative clause, and from a superlative to its date
_CONCEDING = frozenset(("despite", "although", "though", "رغم", "باوجود"))
_BRACKETS = frozenset("()/")
_TOWN, _AGENCY = 4, 8  # tokens of a town before the day of an Arabic dateline, and from that day to its dash
_RELATIVES = frozenset(("الذي", "التي", "الذين", "which", "who", "whose", "where", "وهو", "وهي", "هو", "هي"))
_SINCE = frozenset(("since", "منذ", "از"))
_PARTICIPLES = frozenset("shut built held set begun written made won lost taken cut known".split())
_STATE_REACH = 3  # tokens from such an adjective to "since"
_AUXILIARIES = frozenset("been is are was were be has have had".split())
_PARTICIPLE_REACH = 3  # tokens from such a participle to its date
_RECORDS = frozenset(
    fold_word(
        "largest biggest deadliest worst highest lowest first widest longest heaviest الأكبر الأوسع الأول "
        "الأولى الأعلى الأدنى الأسوأ الأعنف أكبر أوسع أول أعلى أدنى أسوأ أعنف الأحدث نخستين اولین بزرگترین "
        "بزرگ‌ترین بدترین مرگبارترین بالاترین پایین‌ترین شدیدترین"
    ).split()
)
_DETERMINERS = frozenset("the a an this that its their his her our".split())
_HELD_AGAINST = frozenset((("نسبت", "به"), ("مقايسه", "با"), ("قياس", "با")))
_AGAINST, _COMPARED = "against", 2  # tokens to the number that is compared
_AGAINST_REACH = 6  # tokens from a comparison to the date of what it names
_NAMED = 3  # tokens from a year or a possessive to what it names: "the 2019 missile attack", "Friday's handover"


class Periods:
    """Looks up the dates of one article."""

    def __init__(self, nearby: Nearby, spoken: Callable[[int], bool]) -> None:
        self._nearby = nearby
        self._spoken = spoken  # whether a token belongs to the naming of a speaker
        self._tokens = nearby.tokens
        self._lang = nearby.mentions.lang
        self._dates = nearby.mentions.dates
        self._starts = [date.first_token for date in nearby.mentions.dates]
        self._outdated = frozenset[str]().union(
            *(words(name, self._lang) for name in ("compared", "outdated", "totals"))
        )
        self._frames: dict[int, DateMention | None] = {}  # by the first token of a sentence
        self._bodies: dict[int, int] = {}  # likewise

    def of(self, first: int, stop: int) -> DateMention | None:
        """The date that governs the tokens `[first, stop)`."""
        near = self._nearby.between(self._dates, self._starts, *self._nearby.window(first, stop))
        dates = [date for date in near if not (self._is_apart(date, first, stop) or self._is_elsewhere(date, first))]
        return self._behind_dateline(dates, first, stop)

    def _is_elsewhere(self, date: DateMention, first: int) -> bool:
        """Whether the date belongs to words that do not speak of the figure at `first`: the day of saying so, a clause
        behind it with a happening of its own, an aside about something named before, or a record ("since 2023").
        """
        if date.first is None and date.last is None:
            return True  # "the same year"
        if self._tells_when_said(date) or self._of_state(date, first):
            return True
        if date.first_token > first and not self._nearby.may_date(date.first_token, date.stop_token, first):
            return True
        return self._in_aside(date, first) or self._of_record(date)

    def _tells_when_said(self, date: DateMention) -> bool:
        """Whether a date is the day of saying or publishing what is told: "حصيلة نشرتها الوزارة اليوم الثلاثاء"."""
        at = date.first_token
        if self._lang == "en":
            return self._said_on(at) is not None
        if self._lang == "fa":
            return self._spoken(at)  # «فرماندهی روز دوشنبه در بیانیه‌ای اعلام کرد»
        return not PUBLISHED.isdisjoint(self._tokens.forms[max(0, at - _SPEECH_REACH) : at])

    def _in_aside(self, date: DateMention, first: int) -> bool:
        """Whether a clause between commas holds the date and not the figure: "the camp, which opened in 2012, ..."."""
        forms = self._tokens.forms
        low, _ = self._tokens.sentence(date.first_token)
        if forms[low] in _CONCEDING and date.stop_token <= first:  # "Despite the victory in 2017, 900 troops remain"
            return not COMMAS.isdisjoint(forms[date.stop_token : first])
        opens = next(
            (
                at
                for at in range(date.first_token, max(low, date.first_token - _ASIDE), -1)
                if forms[at - 1] in COMMAS and (forms[at] in _RELATIVES or self._describes(at, date))
            ),
            None,
        )
        if opens is None or not COMMAS.isdisjoint(forms[opens : date.first_token]):
            return False
        return first < opens or not COMMAS.isdisjoint(forms[date.stop_token : max(first, date.stop_token)])

    def _describes(self, at: int, date: DateMention) -> bool:
        """Whether an English participle at token `at` has the date: "the border, closed since 1993, ..."."""
        form = self._tokens.forms[at]
        near = date.first_token - at <= _PARTICIPLE_REACH and self._tokens.form(date.stop_token) in COMMAS
        return self._lang == "en" and near and (form.endswith("ed") or form in _PARTICIPLES)

    def _of_record(self, date: DateMention) -> bool:
        """ "the widest exchange since April 2023"."""
        forms, at = self._tokens.forms, date.first_token
        low = self._tokens.sentence(at)[0]
        reach = _RECORD_REACH if self._lang == "en" else 1  # "the deadliest since the fall of the city in May"
        near = range(at, max(low, at - reach) - 1, -1)
        since = next((one for one in near if forms[one] in _SINCE or (one < at and not forms[one].isalpha())), -1)
        if since < 0 or forms[since] not in _SINCE:
            return False
        return any(form in _RECORDS for form in forms[max(low, since - _RECORD) : since])

    def _of_state(self, date: DateMention, first: int) -> bool:
        """Whether a date says since when something is as an adjective calls it, where that is not what stands at token
        `first`: "وصلت قوات منتشرة في البلاد منذ عام 2021", "the border closed since 1993 opened".
        """
        forms, at = self._tokens.forms, date.first_token
        since = at if forms[at] in _SINCE else at - 1
        if since < 0 or forms[since] not in _SINCE:
            return False
        states = words("lasting", self._lang)
        near = range(since - 1, max(self._tokens.sentence(at)[0], since - 1 - _STATE_REACH) - 1, -1)
        state = next((one for one in near if forms[one] in states), -1)
        return state >= 0 and state != first and not _AUXILIARIES & set(forms[max(0, state - 2) : state])

    def of_event(self, trigger: Trigger) -> DateMention | None:
        """The date that governs a happening: one of its own clause, or one that no other happening's clause holds."""
        low, _ = self._tokens.sentence(trigger.first)
        window = self._nearby.window(trigger.first, trigger.stop)
        near = self._nearby.between(self._dates, self._starts, *window)
        if near:
            topic = topic_start(self._nearby.mentions, trigger)
            clause = self._nearby.clauses.around(trigger.first)
            own = over_dates(self._nearby.mentions, self._nearby.clauses, *clause)
            near = [date for date in near if date.first_token >= topic and self._may_date(date, trigger, low, own)]
            near = [date for date in near if not self._is_that_day(date)] or near
            near = [date for date in near if not self._of_announcing(date, trigger)] or near
        return self._behind_dateline(near, trigger.first, trigger.stop)

    @staticmethod
    def _is_that_day(date: DateMention) -> bool:
        """ "Dawn of the same day" tells no more than the day told before."""
        return date.first is None and date.last is None and date.precision is Precision.DAY

    def _of_announcing(self, date: DateMention, trigger: Trigger) -> bool:
        """ "أعلن العراق اليوم، انسحاب القوات الأسبوع المقبل": the day of announcing, where another is told."""
        forms, behind = self._tokens.forms, date.stop_token
        if self._lang != "ar" or trigger.first != behind + 1 or forms[behind] not in COMMAS:
            return False
        return any(announces(form) for form in forms[max(0, date.first_token - _SPEECH_REACH) : date.first_token])

    def _behind_dateline(self, dates: Sequence[DateMention], first: int, stop: int) -> DateMention | None:
        """The nearest of the sentence's dates, else its frame. The day of a dateline is that of writing, and counts
        only where the text names the same day.
        """
        low, _ = self._tokens.sentence(first)
        told = self._nearest_date(dates, first, stop)
        if told is None:
            return self._frame(low)
        body = self._body(low)
        if not told.first_token < body <= first:
            return told
        other = self._nearest_date([date for date in dates if date.first_token >= body], first, stop)
        same = other is not None and (other.first, other.last) == (told.first, told.last)
        return told if same else other

    def _body(self, low: int) -> int:
        """Where the text begins behind the dateline of the sentence at token `low`, if it has one."""
        if self._lang != "ar":
            return self._nearby.clauses.behind_dateline(low)
        if low not in self._bodies:
            self._bodies[low] = self._behind_arabic_dateline(low)
        return self._bodies[low]

    def _behind_arabic_dateline(self, low: int) -> int:
        """The token behind "بغداد 18 آذار (واع) -" where that opens the line at token `low`, else `low`."""
        forms = self._tokens.forms
        dates = self._nearby.between(self._dates, self._starts, low, low + _TOWN)
        town = range(low, dates[0].first_token if dates else low)
        told = self._nearby.mentions.triggers_between(town.start, town.stop)
        if told or not town or (low and forms[low - 1] != "\n") or not all(forms[at].isalpha() for at in town):
            return low
        for at in range(dates[0].stop_token, min(dates[0].stop_token + _AGENCY, len(forms) - 1)):
            if forms[at] in DASHES and not self._tokens.joined(at - 1) and not self._tokens.joined(at):
                return at + 1
            if not (forms[at].isalpha() or forms[at] in _BRACKETS):
                return low
        return low

    def _nearest_date(self, dates: Sequence[DateMention], first: int, stop: int) -> DateMention | None:
        best = self._nearby.nearest([(date.first_token, date.stop_token) for date in dates], first, stop)
        return dates[best] if best is not None else None

    def _may_date(self, date: DateMention, trigger: Trigger, sentence: int, clause: tuple[int, int]) -> bool:
        """Whether the date may be of `trigger`, whose sentence and clause are told."""
        if self._is_apart(date, trigger.first, trigger.stop) or self._of_record(date):
            return False
        if trigger.type != "statement" and self._dates_speech(date, trigger):
            return False
        if self._lang == "fa" and trigger.form.finite and date.first_token >= trigger.stop:
            return False  # the verb has closed its clause
        if (
            self._of_state(date, trigger.first)
            or self._is_of_another(date, trigger)
            or (date.stop_token <= trigger.first and self._in_aside(date, trigger.first))
        ):
            return False
        if is_judged(self._nearby.mentions, trigger) and self._dates_the_judging(date, trigger):
            return False
        if clause[0] <= date.first_token < clause[1]:
            return True
        return self._nearby.may_hold(date.first_token, date.stop_token, trigger, sentence)

    def _dates_the_judging(self, date: DateMention, trigger: Trigger) -> bool:
        """ "On Monday unions condemned the deal and called a strike for Friday": no day of the deal."""
        if date.stop_token <= trigger.first:
            return True
        return bool(self._nearby.mentions.triggers_between(trigger.stop, date.first_token))

    def _is_of_another(self, date: DateMention, trigger: Trigger) -> bool:
        """Whether a relative clause about persons holds the date and not the trigger: "freed two men who had been held
        since 2021".
        """
        forms, low = self._tokens.forms, self._nearby.clauses.around(date.first_token)[0]
        opens = forms[low] in _WHO or forms[low - 1 : low] in _WHO_BEFORE
        return opens and not low <= trigger.first < date.stop_token and trigger.first < low

    def _dates_speech(self, date: DateMention, trigger: Trigger) -> bool:
        """ "Three were killed, police said on Monday": the day of saying so, which tells nothing of the happening."""
        forms, behind = self._tokens.forms, date.stop_token
        if self._lang == "ar":  # "قال الوزير، اليوم الثلاثاء، إن"
            return not _THAT.isdisjoint(forms[behind : min(trigger.first, behind + 2)])
        if self._lang == "fa":  # «وزارت روز سه‌شنبه اعلام کرد»
            said = not _SAYING.isdisjoint(forms[behind : min(trigger.first, behind + 3)])
            return said or self._spoken(date.first_token)
        at = self._said_on(date.first_token)
        if at is None or (trigger.first <= at and (at < trigger.stop or forms[at - 1] in _BEING)):
            return False  # "a truce was announced on Monday": it is told with it
        return not at < trigger.first < date.first_token

    def _said_on(self, first: int) -> int | None:
        """The verb of saying before the date at token `first`, if no mark parts them."""
        forms = self._tokens.forms
        for at in range(first - 1, max(-1, first - 1 - _SPEECH_REACH), -1):
            if forms[at] in _SAID or (forms[at] in _ISSUED and forms[at - 1] in _TEXTS):
                return at
            if not forms[at].isalpha():
                break
        return None

    def _is_apart(self, date: DateMention, first: int, stop: int) -> bool:
        """Whether the date is of something else than the tokens `[first, stop)` tell: of what that is compared with, or
        of a noun that it names ("Article 12 of the 1983 convention").
        """
        names = self._lang == "en" and not 0 <= first - date.stop_token < _NAMED and self._names_a_noun(date)
        held = self._lang == "fa" and self._is_held_against(date.first_token, first)
        return names or held or self._compared(date.first_token, date.stop_token, first, stop)

    def _names_a_noun(self, date: DateMention) -> bool:
        if self._tokens.forms[date.stop_token - 1].endswith("'s"):
            return self._owns_deed(date)
        if date.stop_token - date.first_token > 1 or not self._tokens.forms[date.first_token].isdecimal():
            return False
        before, after = self._tokens.form(date.first_token - 1), self._tokens.form(date.stop_token)
        return (before in _DETERMINERS or before.endswith("'s")) and after.isalpha()

    def _owns_deed(self, date: DateMention) -> bool:
        """Whether a possessive is the day of one happening and of no other: "Friday's handover came after ...". It is
        also that of "won Sunday's election".
        """
        triggers_between = self._nearby.mentions.triggers_between
        owned = triggers_between(date.stop_token, date.stop_token + _NAMED)
        verbs = triggers_between(date.first_token - 1, date.first_token)
        return bool(owned) and all(verb.type == "statement" for verb in verbs)

    def _is_held_against(self, low: int, first: int) -> bool:
        """Persian: whether the date at token `low` is of what something else is compared with: «نسبت به انتخابات چهار
        سال پیش شش درصد کمتر است», but «در مقایسه با ۲۷ حمله سال گذشته» dates those attacks.
        """
        forms = self._tokens.forms
        for at in range(low - 2, max(self._tokens.sentence(low)[0], low - _AGAINST_REACH) - 1, -1):
            if (forms[at], forms[at + 1]) in _HELD_AGAINST:
                return not at < first < low
            if not forms[at].isalnum():
                return False
        return False

    def _compares_dates(self, low: int, first: int) -> bool:
        """«در سال جاری نسبت به سال گذشته ۳۰۰ نفر بیشتر»: what is compared is another date, behind which the figure goes
        on with the one before.
        """
        between = self._nearby.between(self._dates, self._starts, low, first)
        return any(self._is_held_against(date.first_token, first) for date in between)

    def _compared(self, low: int, high: int, first: int, stop: int) -> bool:
        """Whether a comparison or total parts a date from what it might govern: "nine attacks, against 27 in 2024"."""
        if self._lang == "fa" and self._compares_dates(high, first):
            return False
        begin, end = (high, first) if high <= first else (stop, low)
        between = self._tokens.forms[begin:end]
        if not self._outdated.isdisjoint(between) and any(map(self._compares, range(begin, end))):
            return True
        return any(pair in _CHANGED_FROM for pair in pairwise(between))

    def _compares(self, at: int) -> bool:
        """Whether a comparison or a total begins at token `at`: ", against 27 in May", but not "strikes against 27
        positions".
        """
        forms = self._tokens.forms
        if forms[at] not in self._outdated or forms[at] != _AGAINST:
            return forms[at] in self._outdated
        counted = [one for _, one in self._nearby.mentions.quantities_between(at + 1, at + 1 + _COMPARED)]
        return bool(counted) and (forms[at - 1] in COMMAS or counted[0].noun_tokens is None)

    def _frame(self, first: int) -> DateMention | None:
        """The period that a sentence above sets for the list in which the sentence at `first` stands."""
        if first not in self._frames:
            self._frames[first] = self._period_above(first)
        return self._frames[first]

    def _period_above(self, first: int) -> DateMention | None:
        for low, high in self._nearby.above(first):
            near = self._nearby.between(self._dates, self._starts, low, high)
            dates = [date for date in near if not self._tells_when_said(date)]
            if dates:
                return dates[-1]
        return None
