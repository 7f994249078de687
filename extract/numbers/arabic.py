"""Numerals in Arabic text: what the grammar can read is judged here against what else the same letters may mean.

Arabic number words are also Monday, a lion, a price, "none", "wrote" and "at half past"; each such homograph is told by
its neighbours. A rank is an ordinal form (الخامس والعشرون), or tens and hundreds with the article after one definite
noun ("القرن العشرون"), which after a plural are a count ("الجنود العشرون"). Digits with one dot before three more are
thousands where a noun is counted ("43.799 شخصا"); both readings being alive in the press, they stay flagged.
"""

from decimal import Decimal
from itertools import product

from extract.numbers.arabic_grammar import Grammar, Part, Portion
from extract.numbers.arabic_words import Kind, Word, folded, words
from extract.numbers.digits import EXACT, STARTS, literals, ratio, times
from extract.numbers.numeral import Numeral
from extract.text import Tokens


def scan(tokens: Tokens) -> list[Numeral]:
    """The numerals among `tokens`, in order, with bare plural scales ("آلاف") marked `plural_scale`."""
    table = words()
    hits = tokens.where([form for form in tokens.vocabulary if form in table or form[0] in STARTS])
    if not hits:
        return []
    reader = _Reader(tokens)
    done = 0
    for i in hits:
        if i >= done:
            done = reader.read(i)
    return reader.found


_IN = folded("في وفي من")
_PRONOUN_BEFORE = folded("كل أي بأي لأي لا غير لكل بكل")  # "each one", "any one", "not one"
_PRONOUN_AFTER = folded("من منهم منها منا منكم منهما تلو")  # "one of them", "one after another"
_BOOKS = folded("كتابا رواية كتبا موسوعة أغنية موسيقى معجما ديوانا مؤلفا")  # what one writes: ألّف
_LATIN_TAGS = frozenset("KMGBTDXkbdx")  # 1M, 5G, 4K, 3D: names in Arabic copy, not counts
# "لست": either "I am not" or "for six"; the latter before what is counted.
_COUNTED = folded("سنوات أعوام أيام أشهر ساعات دقائق أسابيع دول مرات جولات ليال سنين هجمات غارات عمليات قواعد مدن قرى")
# Endings of "their groups": a noun with its owner is definite. تها may also end a verb ("غنتها الست"), اتها a plural.
_THEIRS = ("ها", "هم", "هن", "نا")
_THEIR_PLURALS = tuple("ات" + owner for owner in _THEIRS)
_ITS_VERBS = tuple("ت" + owner for owner in _THEIRS)
_PERIOD = folded("الأخير الماضي المقبل القادم الحالي السابق الخالي الأخيرة")  # الربع الأخير, and الربع الخالي
_NO_HALF = folded("نهائي النهائي نهائية سنوي السنوي سنوية السنوية شهري شهرية يومي")  # "semi-final", "biannual"

# Singular nouns that ranks belong to, so that digits with the article after them are one: "القرن الـ21".
_RANKED = (
    "قرن ذكرى دورة يوم عام سنة مرة جولة دفعة أسبوع شهر فرقة جلسة قمة مؤتمر نسخة مركز مرتبة طابق فوج حزمة طبعة موسم "
    "ميلاد عيد دقيقة ليلة مباراة حلقة لقاء اجتماع كتيبة"
)
_OWNERS = ("ه", "ها", "هم", "هما", "نا", "ي")


def _ranked() -> frozenset[str]:
    nouns = folded(_RANKED)
    owned = {(noun[:-1] + "ت" if noun.endswith("ه") else noun) + owner for noun, owner in product(nouns, _OWNERS)}
    return frozenset("ال" + noun for noun in nouns) | frozenset(owned) | {"ذكراه", "ذكراها", "ذكراهم"}


_RANKED_NOUNS = _ranked()
_PARTICLES = frozenset("وفبك")
# Broken plurals that the shapes below do not tell.
_PLURALS = folded(
    "الدول القتلى الجرحى الأسرى الأشهر النواب الرجال النساء الطلاب العمال الضباط المدن القرى الركاب الكتب القوى السفن "
    "الكتل الفرق الأسر الطرق الجزر"
)
_PLURAL_ENDINGS = ("ات", "ون", "ين", "اء")


class _Reader:
    """One pass over a text's hits, keeping what it found."""

    __slots__ = ("_forms", "_grammar", "_tokens", "found")

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._forms = tokens.forms
        self._grammar = Grammar(tokens)
        self.found: list[Numeral] = []

    def read(self, i: int) -> int:
        """Judge the hit at token `i`; the token to go on from."""
        word = self._grammar.word(i)
        if word is None:
            return self._digits(i)
        if word.kind is Kind.MINUS:
            return self._negative(i, word)
        if word.kind is Kind.PLURAL:
            return self._vague(i, word)
        if word.kind in (Kind.ORDINAL, Kind.BOUND_ORDINAL):
            return self._ordinal(i, word)
        if word.kind in (Kind.POINT, Kind.FRACTIONS) or self._is_percent(i, word):
            return i + 1
        portion = self._grammar.portion(i)
        if portion:
            return self._portion(i, word, portion)
        if word.kind is Kind.ZERO:
            return self._zero(i, word)
        part = self._grammar.number(i)
        if part is None or (part.stop == i + 1 and self._is_another_word(i, word)):
            return i + 1
        return self._cardinal(i, word, part)

    # --- the ways that a numeral can begin ----------------------------------------------------------------------------

    def _digits(self, i: int) -> int:
        portion = self._grammar.portion(i)
        if portion:
            return self._portion(i, None, portion)
        part = self._grammar.number(i)
        if part is None:
            several = literals(self._tokens, i)
            self.found.extend(several)
            return several[-1].stop if several else i + 1
        if part.literal and part.stop == part.literal.stop:
            if self._tagged(part.stop):
                return part.stop + 1
            if self._form(i - 1) == "ال" and _without_particle(self._form(i - 2)) in _RANKED_NOUNS:
                part = part._replace(ordinal=True)
        self._keep(i, 0, part)
        return part.stop

    def _cardinal(self, i: int, word: Word, part: Part) -> int:
        if word.definite:
            part = self._with_ordinal(part)
            tens = word.kind in (Kind.TENS, Kind.HUNDRED, Kind.HUNDREDS, Kind.SCALE) or (
                word.value == 1 and part.value > 20
            )
            alone = part.value < 1000 or part.stop == i + 1
            if tens and alone and (self._one_noun(i - 1) or self._day_of(i, word, part)):
                part = part._replace(ordinal=True)
        scale_only = part.stop == i + 1 and word.kind in (Kind.HUNDRED, Kind.SCALE) and part.value == word.value
        self._keep(i, word.skip, part, scale_only)
        return part.stop

    def _negative(self, i: int, word: Word) -> int:
        after = self._grammar.word(i + 1)
        part = self._grammar.number(i + 1) if after is None or after.bare else None
        if part is None or part.value < 0:
            return i + 1
        self._keep(i, word.skip, part._replace(value=-part.value, literal=None))
        return part.stop

    def _vague(self, i: int, word: Word) -> int:
        """ "آلاف", "عشرات الآلاف": a magnitude without a count."""
        stop, value = i + 1, Decimal(word.value)
        after = self._grammar.word(stop)
        while after and after.kind is Kind.PLURAL and not after.conjoined and not after.attached:
            stop, value = stop + 1, times(value, after.value)
            after = self._grammar.word(stop) if stop < i + 4 else None
        start = self._tokens.starts[i] + word.skip
        self.found.append(Numeral(i, stop, start, self._tokens.ends[stop - 1], value, plural_scale=True))
        return stop

    def _zero(self, i: int, word: Word) -> int:
        """Not the month Safar, nor the zero of "ground zero", "zero hour" and thermometers."""
        before, after = self._form(i - 1), self._form(i + 1)
        month = before == "شهر" or (before.isdigit() and len(before) <= 2 and after[:2] in ("13", "14"))
        part = None if word.definite or month else self._grammar.point_after_zero(i)
        if part is None:
            return i + 1
        self._keep(i, word.skip, part)
        return part.stop

    def _portion(self, i: int, word: Word | None, portion: Portion) -> int:
        if word and self._is_no_portion(i, word, portion):
            return i + 1
        value = ratio(times(portion.of or Decimal(1), portion.numerator), portion.parts)
        self._keep(i, word.skip if word else 0, Part(value, portion.stop, 0, fraction=portion.of is None))
        return portion.stop

    # --- ordinals -----------------------------------------------------------------------------------------------------

    def _ordinal(self, i: int, word: Word) -> int:
        part = None if self._is_no_ordinal(i, word) else self._rank(i, word)
        if part is None:
            return i + 1
        self._keep(i, word.skip, part)
        return part.stop

    def _rank(self, i: int, word: Word) -> Part | None:
        """الخامس, الخامس عشر, الخامس والعشرون, and each "بعد المئة"."""
        value, stop = word.value, i + 1
        after = self._grammar.word(stop)
        j = self._grammar.joined(stop, word.definite or word.conjoined)
        tens = self._grammar.word(j) if j >= 0 else None
        if after and after.kind is Kind.TEN and after.bare and value < 10:
            value, stop = value + 10, stop + 1
        elif tens and tens.kind is Kind.TENS and value < 10:
            value, stop = value + tens.value, j + 1
        elif word.kind is Kind.BOUND_ORDINAL:
            return None
        base = self._grammar.word(stop + 1) if self._form(stop) == "بعد" else None
        if base and base.definite and base.kind in (Kind.HUNDRED, Kind.HUNDREDS, Kind.SCALE):
            value, stop = value + base.value, stop + 2
        return Part(Decimal(value), stop, 0, ordinal=True)

    def _with_ordinal(self, part: Part) -> Part:
        """ "المئة والخامسة والعشرون": a cardinal whose last member is an ordinal is one."""
        j = self._grammar.joined(part.stop) if part.floor >= 100 else -1
        word = self._grammar.word(j) if j >= 0 else None
        if word is None or not word.definite or word.kind not in (Kind.ORDINAL, Kind.BOUND_ORDINAL):
            return part
        rank = self._rank(j, word)
        if rank is None:
            return part
        return part._replace(value=EXACT.add(part.value, rank.value), stop=rank.stop, floor=0, ordinal=True)

    def _one_noun(self, i: int) -> bool:
        """Whether one definite thing stands at `i`, of which tens with the article tell the rank."""
        form = _without_particle(self._form(i))
        if form in _RANKED_NOUNS:
            return True
        if len(form) < 5 or not form.startswith("ال") or not form.isalpha() or form in _PLURALS:
            return False
        # أفعال and مفاعل have seven letters with the article, فعول six: the commonest shapes of broken plurals.
        if len(form) == 7:
            broken = (form[2] == form[-2] == "ا") or (form[4] == "ا" and form[-1] != "ه")
        else:
            broken = len(form) == 6 and form[4] == "و"
        return not broken and not form.endswith(_PLURAL_ENDINGS)

    def _several(self, i: int) -> bool:
        """Whether a definite plural stands at `i`."""
        return _without_particle(self._form(i)).startswith("ال") and not self._one_noun(i)

    def _day_of(self, i: int, word: Word, part: Part) -> bool:
        """ "في العشرين من يناير", "في الثلاثين من عمره"."""
        return (
            word.kind is Kind.TENS
            and part.stop == i + 1
            and self._form(part.stop) == "من"
            and not self._form(i - 1).startswith("ال")
        )

    # --- homographs ---------------------------------------------------------------------------------------------------

    def _is_percent(self, i: int, word: Word) -> bool:
        """Whether the hundred or thousand only names a rate: بالمئة, في المئة, في الألف."""
        if not word.definite or word.kind not in (Kind.HUNDRED, Kind.SCALE):
            return False
        hundred = word.kind is Kind.HUNDRED
        if word.attached:
            return "ب" in self._forms[i][:2] and (hundred or self._follows(i))
        before = self._form(i - 1)
        if before not in _IN:
            return False
        if self._follows(i - 1) or self._form(i - 2) in (")", "%", '"'):
            return True
        return hundred and before != "من" and not self._form(i + 1).isalpha()

    def _is_another_word(self, i: int, word: Word) -> bool:
        """Whether a lone number word means something else here."""
        before, after = self._form(i - 1), self._form(i + 1)
        if word.kind is Kind.UNIT:
            if word.value == 1:
                return before.removeprefix("و") in _PRONOUN_BEFORE or after in _PRONOUN_AFTER
            if word.value == 2:
                return before == "يوم" or (word.definite and not before.endswith(("ين", "ان")))  # Monday
            if word.value == 7 and word.definite:
                return before == "بير"  # Beersheba
            return word.value == 6 and self._forms[i].endswith("لست") and not self._is_six(i, after)
        if word.kind is Kind.SCALE and word.value == 1000:
            return before == "حرف" or (word.bare and after in _BOOKS) or "\u0651" in self._grammar.written(i)
        return word.kind is Kind.HUNDRED and word.definite and "مي" in self._grammar.written(i)  # المية: water

    def _is_six(self, i: int, after: str) -> bool:
        """Whether لست or الست is a number: before what is counted, or as "the six" behind a definite noun.

        "الدول الست", "دول الخليج الست", "جولاتها الست"; but "قالت الست" and "المطربة الست" speak of a lady. A word in
        ـة is either a plural's adjective ("الدول العربية الست"), then more of its phrase stands before, or a woman's.
        """
        if after in _COUNTED:
            return True
        before = self._form(i - 1)
        if self._forms[i] != "الست" or len(before) < 4:
            return False
        if _without_particle(before).startswith("ال"):
            return not before.endswith("ه") or self._several(i - 2)
        return before.endswith(_THEIRS) and (before.endswith(_THEIR_PLURALS) or not before.endswith(_ITS_VERBS))

    def _is_no_portion(self, i: int, word: Word, portion: Portion) -> bool:
        """A quarter of the year, a semi-final, a price, half past an hour."""
        before, after = self._form(i - 1), self._form(portion.stop)
        if word.kind is Kind.FRACTION and word.value == 8 and portion.of is None:
            return before.isalpha() or after.isalpha() or word.definite
        if before == "الا" or (word.definite and word.conjoined and self._follows(i)):
            return True
        if after in _NO_HALF:
            return True
        following = self._grammar.word(portion.stop)
        ordinal = following is not None and following.kind is Kind.ORDINAL and following.definite
        return word.definite and (after in _PERIOD or ordinal)

    def _is_no_ordinal(self, i: int, word: Word) -> bool:
        """A second of time, carbon dioxide, "preliminary"."""
        before, after = self._form(i - 1), self._form(i + 1)
        form = self._forms[i][word.skip :]
        if form == "ثانيه":
            return not word.definite and not before.endswith("مره")
        if form == "اولي" and self._grammar.written(i).endswith("ي"):
            return not before.endswith("ه")
        return (form == "ثاني" and after == "اكسيد") or (form == "رابعه" and after == "العدويه")

    # --- small things -------------------------------------------------------------------------------------------------

    def _form(self, i: int) -> str:
        return self._tokens.form(i)

    def _follows(self, i: int) -> bool:
        """Whether the last numeral found ends where token `i` begins."""
        return bool(self.found) and self.found[-1].stop == i

    def _tagged(self, i: int) -> bool:
        return self._tokens.joined(i - 1) and self._grammar.written(i) in _LATIN_TAGS

    def _keep(self, i: int, skip: int, part: Part, scale_only: bool = False) -> None:
        literal = part.literal
        if literal and literal.stop == part.stop and literal.value == part.value and not part.ordinal:
            self.found.append(literal)
            return
        self.found.append(
            Numeral(
                literal.first if literal else i,
                part.stop,
                literal.start if literal else self._tokens.starts[i] + skip,
                self._tokens.ends[part.stop - 1],
                part.value,
                ordinal=part.ordinal,
                fraction=part.fraction,
                scale_only=scale_only,
                ambiguous=part.ambiguous,
                suspicious=part.suspicious,
            )
        )


def _without_particle(form: str) -> str:
    """والقرن, للقرن and القرن are one noun."""
    if form[:1] in _PARTICLES and form.startswith("ال", 1):
        return form[1:]
    return "ا" + form[1:] if form.startswith("لل") else form
