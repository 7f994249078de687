"""Arabic attributions: who stands behind "قال", behind "وفق", or, in a headline, before "تتحدث عن"."""

from collections.abc import Sequence, Set

from extract.mentions.announced import announces, begins_object, is_announced
from extract.mentions.speaker import CARRIED, LONGEST, Source, is_punctuation, reporting_at, run, with_quoted_name
from extract.ontology.lexicon import Lexicon
from extract.ontology.words import words
from extract.text import Tokens, fold_word

PASSED_ON = ("نقل", "نقلت")
_WITHOUT = (["دون", "ان"], ["بدون", "ان"])  # "دون أن تذكر مصدرها": what nobody says
_QUOTED = frozenset(("قوله", "قولها", "قولهم", "قولهما", "ان", "انه", "انها", "انهم", "بان"))
# What somebody speaks in: "في بيان" ends his name, "في خفر السواحل" is his office.
_CHANNELS = frozenset(
    fold_word(
        "بيان بيانه بيانها بيانين تصريح تصريحات تصريحاته تصريحاتها مؤتمر مؤتمره حديث حديثه حديثها مقابلة مقابلته "
        "لقاء كلمة كلمته كلمتها خطاب خطابه تغريدة تغريدته تدوينة منشور رسالة رسالته تقرير تقريره تقريرها تعليق "
        "تعليقه برقية مداخلة إفادة إفادته جلسة ختام اتصال سياق وقت هذا ذلك نفس ذات إشارة رد رده أول آخر أحدث "
        "حصيلة إطار اجتماع أعقاب إحاطة إحاطته مرسوم نشرة بداية أثناء مقابل غضون"
    ).split()
)
PUBLISHED = frozenset(
    fold_word("نشرتها نشرها نشرته نشره أصدرتها أصدرها أصدرته أصدره أعلنتها أعلنها أوردتها أوردها أعدتها أعدها").split()
)
# "نشرت القيادة حصيلة نشاطها": who publishes a tally says what is in it.
PUBLISHES = frozenset(fold_word("نشر نشرت أصدر أصدرت وزع وزعت").split())
_TALLIES = frozenset(
    fold_word("حصيلة حصيلتها حصيلته إحصائية إحصائيات إحصاءات بيانات أرقاما تقريرا تقريرها تقريره نتائج بيانا").split()
)
_TALLY_REACH = 16  # tokens from the verb to what was published
# Verbs of saying only where what is said follows: "وتابع أن ...", but "تابع الجيش عملياته".
_IF_THAT = frozenset(fold_word("تابع تابعت يتابع تتابع شكا شكت اشتكى اشتكت").split())
_SAID = frozenset(fold_word("أن إن أنه إنه أنها إنها أنهم إنهم بأن قائلا قائلة قائلين : من").split())
_SAID_REACH = 10
_SAYING = frozenset(fold_word("قائلا قائلة قائلين بالقول").split())
STATED = frozenset(("جاء", "ورد"))  # "جاء في بيان الوزارة أن"
_PARTICIPLES = frozenset(
    fold_word(
        "موضحا موضحة مؤكدا مؤكدة مضيفا مضيفة مشيرا مشيرة لافتا لافتة معتبرا معتبرة مبينا مبينة قائلا قائلة مشددا مشددة "
        "محذرا محذرة كاشفا كاشفة معلنا معلنة زاعما زاعمة منوها"
    ).split()
)
_NO_SPEAKER = frozenset(("ب", "عدد", "عديد"))  # "يقدر بـ180 كيلومترا", "يقدر عدد النازحين"
_WARNS = ("حذر", "حذرت", "حذرا", "حذره")
_WHAT = frozenset(("ما", "لما"))  # "وفق ما", "وفقا لما"
_AS_WHAT = frozenset(fold_word("حسبما بحسبما وفقما").split())
_OF_IT = frozenset(("به", "بها", "عنه", "عنها", "اليه", "اليها"))
_RELATIVES = frozenset(("الذي", "التي", "الذين", "وهي", "وهو", "هي", "هو", "هم"))
_THAT = frozenset(("ان", "بان", "عن", ":"))
# Before a subject: "لكن", "غير أن", "وكانت ... قد".
_SET_AGAINST = frozenset(fold_word("لكن لكنه غير إلا بينما فيما حين كان كانت").split())
_REPORTS_OF = ("افاد", "افادت", "افادوا")  # "مصادر طبية أفادت بمقتل ..."
_HAS = "قد"
_SUBJECT_REACH = 7  # tokens of a subject before its verb


def arabic(
    tokens: Tokens,
    first: int,
    stop: int,
    openings: list[int],
    lexicon: Lexicon,
    *,
    covered: Sequence[str],
    deeds: Set[int],
    named: Set[int],
) -> Source | str | None:
    """The speaker of the sentence `[first, stop)`, `CARRIED` where it is the one named before."""
    carried: str | None = None
    for index in openings:
        found = _told_apart(tokens, first, index, stop, covered, deeds, named, alone=carried is None)
        if found is None:
            found = _beside(tokens, first, index, stop, lexicon, covered, deeds, named)
        if isinstance(found, Source):
            return found
        carried = found or carried
    return (_actor(tokens, first, openings[0], covered, deeds, named) if carried else None) or carried


def _told_apart(
    tokens: Tokens,
    first: int,
    index: int,
    stop: int,
    covered: Sequence[str],
    deeds: Set[int],
    named: Set[int],
    *,
    alone: bool,
) -> Source | None:
    """The speaker where he does not stand beside the word at `index`: in a statement, quoted by another, or, where no
    verb of saying is before it, the subject of another verb.
    """
    bare = without_and(tokens.forms[index])
    if bare in STATED:
        return _stated_in(tokens, index + 1, stop, covered)
    if bare in PASSED_ON:
        return _quoted_from(tokens, index + 1, min(stop, index + LONGEST))
    return _actor(tokens, first, index, covered, deeds, named) if alone and bare in _PARTICIPLES else None


def _beside(
    tokens: Tokens,
    first: int,
    index: int,
    stop: int,
    lexicon: Lexicon,
    covered: Sequence[str],
    deeds: Set[int],
    named: Set[int],
) -> Source | str | None:
    """The speaker behind the word at `index`, or before it in a headline; `CARRIED` where that names nobody."""
    after = _after(tokens, index, stop, lexicon)
    if after is None or tokens.form(after) in _NO_SPEAKER:
        return None
    according = is_according(tokens.forms[index])
    if according and tokens.form(after) in _TALLIES:
        return _text(tokens, after, stop, covered)
    bare = without_and(tokens.forms[index])
    announcing, warns = announces(bare), bare.endswith(_WARNS)
    told = after in deeds or (announcing and is_announced(tokens.forms, after))
    if not according and (told or _is_addressed(tokens.form(after))):
        # "توضح للرأي العام": whom he tells; "وأكدت قتل 200 جندي": what
        return _subject_before(tokens, first, index, covered) or CARRIED

    def ended(at: int) -> bool:
        if warns and tokens.forms[at] == "من":
            return True  # "حذرت الأرصاد من أمطار"
        object_ = at > after and announcing and begins_object(tokens.forms, after, at, deeds, named)
        return object_ or _ends(tokens, after, at, covered)

    end = run(tokens, after, min(stop, after + LONGEST), ended)
    if end > after and (according or tokens.forms[after - 1] != "عن"):  # "أعلن عن": what he tells follows
        cut = _attached_l(tokens.forms[after]) if according else 0
        found = Source(tokens.starts[after] + cut, tokens.ends[end - 1])
        return with_quoted_name(tokens, found) if according else found
    return CARRIED if according else _subject_before(tokens, first, index, covered) or CARRIED


def _is_addressed(form: str) -> bool:
    """Whether the word behind a verb of saying is no subject: whom, of what or how he tells."""
    return form.startswith("لل") or form == "من" or form in _SAYING


def _after(tokens: Tokens, index: int, stop: int, lexicon: Lexicon) -> int | None:
    """Where a speaker would begin behind the word at `index`, None where that attributes nothing."""
    bare = without_and(tokens.forms[index])
    if bare in _IF_THAT and _SAID.isdisjoint(tokens.forms[index + 1 : min(stop, index + _SAID_REACH)]):
        return None
    if bare in _AS_WHAT and _over_verb(tokens, index + 1, lexicon) == index + 1:
        return None  # "حسبما اتفق عليه"
    if is_according(tokens.forms[index]):
        return _behind_according(tokens, index, stop, lexicon)
    if bare in PUBLISHES:
        return None if _TALLIES.isdisjoint(tokens.forms[index : min(stop, index + _TALLY_REACH)]) else index + 1
    if tokens.forms[max(0, index - 2) : index] in _WITHOUT:
        return None
    return reporting_at(tokens, index, lexicon)


def _text(tokens: Tokens, begin: int, stop: int, covered: Sequence[str]) -> Source:
    """ "حصيلة أولية", "بيان الوزارة": the text that begins at a token and stands for who published it."""
    end = run(tokens, begin + 1, min(stop, begin + LONGEST), lambda at: _ends(tokens, begin, at, covered))
    return Source(tokens.starts[begin], tokens.ends[end - 1])


def _stated_in(tokens: Tokens, index: int, stop: int, covered: Sequence[str]) -> Source | None:
    """ "جاء في بيان الوزارة أن": the statement in which it stands."""
    if tokens.form(index) != "في" or not _is_channel(tokens.form(index + 1)):
        return None
    return _text(tokens, index + 1, stop, covered)


def _actor(
    tokens: Tokens, first: int, index: int, covered: Sequence[str], deeds: Set[int], named: Set[int]
) -> Source | None:
    """ "وطالب المحافظ الحكومة بالمساعدة، موضحا أن ...": the subject of the public act that opens the sentence."""
    if without_and(tokens.forms[first]) not in words("public_acts", "ar"):
        return None
    begin = first + 1

    def ended(at: int) -> bool:
        is_object = at - 1 in named and tokens.forms[at].startswith("ال")  # "محافظ نينوى | الحكومة"
        told = at > begin and begins_object(tokens.forms, begin, at, deeds, named)
        return is_object or told or _ends(tokens, begin, at, covered)

    end = run(tokens, begin, min(index, begin + LONGEST), ended)
    return Source(tokens.starts[begin], tokens.ends[end - 1]) if end > begin else None


def _ends(tokens: Tokens, begin: int, at: int, covered: Sequence[str]) -> bool:
    """Whether the token at `at` is no part any more of a speaker's name and office that begin at `begin`."""
    if tokens.forms[at] == "في" and at > begin:
        return _is_channel(tokens.form(at + 1)) or (at + 1 < len(covered) and covered[at + 1] == "date")
    return tokens.forms[at] in words("speaker_ends", "ar") or tokens.forms[at] in _TALLIES or covered[at] == "date"


def is_according(form: str) -> bool:
    """Whether a word introduces a speaker without a verb of saying."""
    return (
        without_and(form) in _AS_WHAT
        or form in words("according", "ar")
        or without_and(form) in words("according", "ar")
    )


def without_and(form: str) -> str:
    """A word without the conjunction written onto it."""
    return form[1:] if form[0] in "وف" and len(form) > 3 else form


def _is_channel(form: str) -> bool:
    return form.removeprefix("ال") in _CHANNELS


def _behind_according(tokens: Tokens, index: int, stop: int, lexicon: Lexicon) -> int:
    """Where the speaker begins behind "وفق": over "ما أعلنته" and "حصيلة نشرتها"."""
    after = index + 1
    while tokens.form(after) in _WHAT or tokens.form(after) in ("ل", "عن", "الي"):
        after += 1
    if (tokens.form(after - 1) in _WHAT or without_and(tokens.forms[index]) in _AS_WHAT) and after < stop:
        after = _over_verb(tokens, after, lexicon)
        after += tokens.form(after) in _OF_IT
    publisher = next((at + 1 for at in range(after, min(stop, after + 4)) if tokens.forms[at] in PUBLISHED), after)
    return publisher if publisher < stop else after


def _over_verb(tokens: Tokens, at: int, lexicon: Lexicon) -> int:
    """Behind the verb of saying at token `at`, if it is one, also with its object: "بحسب ما أعلنه نائب الرئيس"."""
    behind = reporting_at(tokens, at, lexicon)
    if behind is not None:
        return behind
    form = tokens.form(at)
    if form in PASSED_ON:
        return at + 1  # "حسبما نقلت وكالة"
    return at + (form.endswith("ه") and lexicon.reporting.at([form[:-1]], 0) is not None)


def _subject_before(tokens: Tokens, first: int, index: int, covered: Sequence[str]) -> Source | None:
    """A subject before its verb, at the start of the sentence or of a clause set against another: "مصادر محلية تتحدث عن
    11 قتيلا", "لكن الوزارة أكدت أن", "وكانت الوزارة قد أعلنت".
    """
    forms = tokens.forms
    if index == first or without_and(forms[index]) in _PARTICIPLES:
        return None
    stop = index - (forms[index - 1] == _HAS)
    begin = max(first, stop - _SUBJECT_REACH)
    opens = next((at + 1 for at in range(stop - 1, begin - 1, -1) if without_and(forms[at]) in _SET_AGAINST), begin)
    if opens == begin > first + 1 or not _tells(tokens, index, had=stop < index):
        return None
    while opens < stop and (is_punctuation(forms[opens]) or forms[opens] in _SAID):
        opens += 1
    subject = forms[opens:stop]
    if not subject or not subject[0].isalpha() or any(covered[opens:stop]):
        return None
    if any(is_punctuation(form) or _is_no_name(form) or _is_no_name(without_and(form)) for form in subject):
        return None
    return Source(tokens.starts[opens], tokens.ends[stop - 1])


def _is_no_name(form: str) -> bool:
    return form in words("stops", "ar") or form in _RELATIVES


def _tells(tokens: Tokens, index: int, *, had: bool) -> bool:
    """Whether the verb at token `index` has what is told behind it, and no subject: "أكدت أن", "قالت في بيان"."""
    after = tokens.form(index + 1)
    if tokens.forms[index][0] in "يت" and after in _THAT:
        return True
    if tokens.forms[index].endswith(_REPORTS_OF) and after.startswith("ب"):
        return True
    return had or after in _SAID or (after == "في" and _is_channel(tokens.form(index + 2)))


def _quoted_from(tokens: Tokens, first: int, stop: int) -> Source | None:
    """ "نقلت الوكالة عن مصدر أمني قوله": who is quoted, not who passes it on."""
    forms = tokens.forms[first:stop]
    if "عن" not in forms:
        return None
    begin = first + forms.index("عن") + 1
    end = next((index for index in range(begin, stop) if tokens.forms[index] in _QUOTED), begin)
    return Source(tokens.starts[begin], tokens.ends[end - 1]) if end > begin else None


def _attached_l(form: str) -> int:
    return 1 if form.startswith("ل") and len(form) > 3 and not form.startswith("لل") else 0
