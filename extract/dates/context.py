"""What the rules may ask beside the words of time themselves: the reference date and the words around.

A bare weekday or month looks back in news ("attacked on Friday") unless the clause is about the future ("will meet on
Friday"): `is_future` decides that from a few words around, the only place where dates depend on verbs.
"""

from dataclasses import dataclass, field
from datetime import date

from extract.dates.model import Calendar
from extract.dates.vocabulary import Vocabulary
from extract.ontology.conjugation import WILL
from extract.ontology.future import is_future
from extract.text import Tokens, fold_word

_HAD = frozenset(("بود", "بودند"))
_TO_NOW, _NOW = frozenset(("تاكنون", "تابحال")), frozenset(fold_word("کنون اکنون الان امروز به حالا").split())
# Persian verbs that close what is told in the past; "will" stands before the same stem.
_TOLD = frozenset(
    fold_word(
        "شد شدند شده‌اند کرد کردند کرده‌اند داد دادند داده‌اند گرفت گرفتند یافت رسید رسیدند بازگشتند رفت رفتند باختند"
    ).split()
)
# Arabic: words that put their clause in the past. A bare قد may stand before a present, and doubt.
_TELLS = frozenset(
    fold_word(
        "كان كانت كانوا كانا منذ عقب إثر شهدت شهد جرت جرى وقعت وقع نفذت نفذ انسحبت انسحب سحبت ألغت ألغى غادرت "
        "غادر سلمت تسلمت وقعا وقعوا اتفقا اتفق اتفقت قتلت قتل اعتقلت أوقفت أوقف خطفت اختطفت شنت دخلت دخل وصلت وصل "
        "سيطرت سيطر استعادت استعاد حكمت أدانت عينت عين انتخب انتخبت فرضت فرض أطلقت أطلق أفرجت أفرج عادت عاد نزح "
        "نزحت فر تأسست تأسس بدأت بدأ انتهت انتهى أنهت أنهى وثقت سجلت سجل استولت هاجم هاجمت قصفت أغارت اغتيل قضت "
        "توصل توصلت زار زارت التقى اجتمع عقدت استضافت تولى أدى اكتملت اكتمل انفجر انفجرت اندلعت اندلع انهارت "
        "أغلقت أغلق علقت صوت صوتت تبنى تبنت اعتمد رفضت أسفرت تعرضت حدثت حصلت ضربت دمرت أصيبت لقي لقيت توفي توفيت "
        "ماتت سقطت خسرت فازت نالت صدرت أقرت أصدرت وافقت افتتح افتتحت أطاحت استقال استقالت أجبرت نقلت احتجزت "
        "استقبلت تراجعت ارتفعت انخفضت بلغت شكلت أجرت نظمت شاركت قدمت أرسلت حققت شردت نجت غرقت تحطمت احترقت أودى "
        "أودت خلفت تسببت اكتسحت انقلبت تحررت استشهد استشهدت أعدمت"
    ).split()
)
# Arabic: what is dated in the present is on the calendar, "تنتهي ولاية البعثة في 31 ديسمبر".
_SCHEDULES = frozenset(fold_word("تنتهي ينتهي تعقد يعقد ينعقد تنعقد تستضيف يستضيف").split())
_CALLS = frozenset(fold_word("دعا دعت دعوا يدعو تدعو دعوة الدعوة دعوات داعيا داعية داعين").split())
_CALL_REACH = 5  # tokens
_TO = frozenset(("الي", "لتظاهره", "لاضراب", "لعقد", "لاجتماع", "للاضراب", "للتظاهر", "للاحتجاج"))
_WERE = frozenset(fold_word("كان كانت كانوا لم لا").split())
_SUBORDINATES = frozenset(fold_word("الذي التي الذين أن إن بأن وأن على أنه أنها سوف قبل ، ,").split())
_SET, _PUT = "قرار", ("گرفت", "داد", "داده")  # «قرار است» is to come, «هدف قرار گرفت» is past
_OPENING, _FROM = frozenset(("starting", "beginning", "effective")), frozenset(("on", "from", "as", "of"))
_REACH = 14  # tokens looked at for a sign of the future
_ENDS = frozenset(".!?؟؛;۔…\n")
_PERSONS = ("ي", "ت", "سي", "ست", "لي", "في")  # open a present
_SHORTEST_VERB = 5  # letters


@dataclass(frozen=True, slots=True)
class Context:
    """One text while it is read. `home` is the calendar in which an unmarked "last year" of this text counts."""

    tokens: Tokens
    words: Vocabulary
    reference: date | None
    home: Calendar
    _futures: dict[int, bool] = field(default_factory=dict[int, bool])

    @property
    def lang(self) -> str:
        """The text's language."""
        return self.words.lang

    def form(self, index: int) -> str:
        """The folded token at `index`, or "" outside the text."""
        return self.tokens.form(index)

    def is_in(self, name: str, index: int) -> bool:
        """Whether the token at `index` belongs to the word set `name`."""
        return self.form(index) in self.words.sets[name]

    def is_closed(self, index: int) -> bool:
        """Whether nothing that a number could count begins at `index`: punctuation, the end, or a word of time."""
        form = self.form(index)
        return not form or not (form[0].isalnum() or form in "%$€£") or form in _CONJUNCTIONS

    def is_future(self, first: int, stop: int) -> bool:
        """Whether the clause around the tokens `[first, stop)` speaks of the future."""
        known = self._futures.get(first)
        if known is None:
            known = self._looks_back(first) or self._is_fixed(first, stop)
            known = self._futures[first] = known or (self.lang == "fa" and self._looks_ahead(stop))
        return known

    def _is_fixed(self, first: int, stop: int) -> bool:
        """Whether an English day is set for something: "called a protest for Sunday", "effective from Thursday"."""
        if self.lang != "en":
            return False
        before = self.form(first - 1)
        if before == "for":
            return self.is_closed(stop) and not self.form(stop - 1).endswith("'s")
        return before in _OPENING or (before in _FROM and self.form(first - 2) in _OPENING)

    def is_deadline(self, first: int, stop: int) -> bool:
        """Whether the tokens `[first, stop)` are a time limit ("by September", بحلول، تا), which news sets ahead."""
        marks = {self.form(first - 1), self.form(first)}
        if marks & _UNTIL:
            return _LASTED.isdisjoint(self.tokens.forms[max(0, first - _REACH) : first])
        return bool(marks & _DEADLINES) and not self.goes_on(stop)

    def is_past(self, first: int, stop: int) -> bool:
        """Whether a Persian clause whose date stands at the tokens `[first, stop)` closes with a pluperfect ("بر جا
        گذاشته بود"), an Arabic one has opened with "had", "since" or a verb that tells ("وكانت قد انسحبت في مايو"), or
        an English one has a verb in the past ("died in March").
        """
        if self.lang == "ar":
            return self._told_before(first) or self.form(stop) in _TELLS  # "حريق في مارس أودى بحياة عاملين"
        if self.lang == "en":
            return self._is_told(first, stop)
        if self.form(stop) in _TO_NOW or (self.form(stop) == "تا" and self.form(stop + 1) in _NOW):
            return True  # «از ژانویه تاکنون»
        for index in range(stop, min(len(self.tokens), stop + _REACH)):
            form = self.tokens.forms[index]
            if form in _HAD:
                return self.tokens.forms[index - 1].endswith("ه")
            if form in _TOLD and self.form(index + 1) != "كه":
                return self.tokens.forms[index - 1] not in WILL
            if form in _ENDS or form == "كه":
                return False
        return False

    def _told_before(self, first: int) -> bool:
        for index in range(first - 1, max(-1, first - _REACH), -1):
            form = self.tokens.forms[index].removeprefix("و")
            if form in _TELLS or (form.endswith("وا") and not form.startswith(_PERSONS)):
                return True
            if form in _ENDS or form in _SUBORDINATES:
                return False
        return False

    def _is_told(self, first: int, stop: int) -> bool:
        """Whether the English verb nearest before a date is in the past, or, where none is before it, the next one."""
        if self.is_in("towards", first - 1):
            return False  # "delayed until March"
        before = range(first - 1, max(-1, first - _REACH), -1)
        after = range(stop, min(len(self.tokens), stop + _REACH))
        told = self._tense(before)
        return bool(self._tense(after) if told is None else told)

    def _tense(self, places: range) -> bool | None:
        """Whether the first verb at these tokens is past or may lie ahead, None where none is but "said"."""
        sets = self.words.sets
        for index in places:
            form = self.tokens.forms[index]
            if form in sets["told"]:
                return self.form(index - 1) != "be"  # "may be held in June"
            if form in sets["not_told"] or form in sets["future"] or form in _ENDS:
                return None if form in _ENDS and not self._abbreviates(index) else False
            if form.endswith("ed") and form not in sets["reporting"]:
                return self.form(index - 1) != "be"
        return None

    def _looks_back(self, first: int) -> bool:
        future, reporting = self.words.sets["future"], self.words.sets["reporting"]
        for index in range(first - 1, max(-1, first - _REACH), -1):
            form = self.tokens.forms[index]
            if form in future or form.endswith("'ll") or (self.lang == "ar" and self._is_future_verb(index, form)):
                return True
            if self.lang == "ar" and form in _TO and self._is_called(index):
                return True  # "دعت إلى تظاهرة يوم الثلاثاء"
            if self.lang == "ar" and form.removeprefix("و") in _SCHEDULES:
                return self.form(index - 1).removeprefix("و") not in _WERE
            if form in reporting or (form in _ENDS and not self._abbreviates(index)):
                return False
        return False

    def _is_called(self, index: int) -> bool:
        """Whether a verb of calling for something stands before the preposition at `index`: "دعا الاتحاد إلى إضراب"."""
        near = self.tokens.forms[max(0, index - _CALL_REACH) : index]
        return any(form.removeprefix("و") in _CALLS for form in near) and _ENDS.isdisjoint(near)

    def _abbreviates(self, index: int) -> bool:
        """Whether the full stop at `index` is of an abbreviation in single letters: "10 a.m. on Friday"."""
        return self.tokens.forms[index] == "." and len(self.form(index - 1)) == 1 and self.form(index - 1).isalpha()

    def _looks_ahead(self, stop: int) -> bool:
        """Persian verbs close the clause."""
        future, reporting = self.words.sets["future"], self.words.sets["reporting"]
        for index in range(stop, min(len(self.tokens), stop + _REACH)):
            form = self.tokens.forms[index]
            if form in future:
                return form != _SET or not self.form(index + 1).startswith(_PUT)
            if form in reporting or form in _ENDS:
                return False
        return False

    def _is_future_verb(self, index: int, form: str) -> bool:
        """Whether an Arabic token is a verb with the prefix of the future; سأ shows its hamza only in the original."""
        verb = form.removeprefix("و")
        if verb.startswith("سا") and len(verb) >= _SHORTEST_VERB:
            folded = self.tokens.folded
            return folded.original[folded.offset(self.tokens.ends[index] - len(verb) + 1)] == "أ"
        return is_future(verb)

    def goes_on(self, stop: int) -> bool:
        """Whether a verb of lasting follows, so that Persian تا means "until" and not "by"."""
        continuing = self.words.sets["continuing"]
        for index in range(stop, min(len(self.tokens), stop + _REACH)):
            form = self.tokens.forms[index]
            if form in continuing:
                return True
            if form in _ENDS:
                return False
        return False


_UNTIL = frozenset(("until", "till", "through"))
_LASTED = frozenset(
    "lasted continued ran was were remained stayed went served held lived worked had did kept fought ruled".split()
)
_DEADLINES = frozenset(("by", "بحلول", "تا"))
_CONJUNCTIONS = frozenset(
    "and or but when where while as to with for by at of in on from until و في الي حتي من عن علي ان حيث عندما ثم "
    "او بعد قبل كه در تا از به با را يا است بود شد اعلام گفت".split()
)
