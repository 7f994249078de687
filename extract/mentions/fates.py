"""What befell counted persons: killed, wounded, detained, missing, displaced, or killed and wounded in one number.

The words stand before the count ("مقتل 5 جنود", "killing 12 people") or after it ("۱۲ نفر کشته شدند", "12 people were
killed"); a count joined to one that has a fate shares it ("مقتل 5 جنود و3 مدنيين").
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from extract.mentions.head import FATES
from extract.ontology.lexicon import Lexicon
from extract.ontology.phrases import STEMS, Endings
from extract.ontology.words import words
from extract.text import COMMAS, Tokens, fold_word

BEFORE_REACH = {"ar": 8, "fa": 4, "en": 3}
AFTER_REACH = {"ar": 6, "fa": 20, "en": 12}
_BREAKS = frozenset(".!?؟؛;\n:")
# Stop words of English that may part a word of fate from its count ("injured his two sons", "killing all five").
_BETWEEN = frozenset("of to at the a another his her their its all both".split())
THEY = frozenset(("they", "he", "it", "she"))
_HAVE = frozenset(("have", "has", "had"))
_AS_WELL = ["as", "well", "as"]
_BEING = frozenset(("was", "were", "been", "being"))
_OPENS_OBJECT = frozenset("at about some nearly dozens several the a an his their".split())
_STILL = frozenset("still yet later now reportedly believed presumed officially".split())
_JOINED_REACH = 8  # English: tokens from a word of fate over its first object to a count joined to that
_VERB_REACH = 5
_CARRIES = frozenset(map(fold_word, "يقل تقل يحمل تحمل كان كانت متنه متنها".split()))
_OF_OTHERS = frozenset(fold_word("صور صورا أسماء أهالي ذوي أسر عائلات أقارب مصير ملف قضية محامي").split())
_RELEASES = frozenset(fold_word("أفرج أفرجت أفرجوا وأفرج وأفرجت يفرج تفرج يفرجون ستفرج سيفرج إفراج الإفراج").split())
_PART_REACH = 10
_TO_DEATH = ("به", "اعدام")
_BOTH = ("killed", "wounded")
_OBJECT = "را"
_OBJECT_REACH = 4  # tokens of a Persian object between its count and را
_TAKES = "گرفت"  # «را هدف گرفتند»: right behind را only does it take lives
_CAUGHT = "گرفتار"
_RETURN = "بازگشت"
_ON_WAY = frozenset(map(fold_word, "در مسیر راه هنگام حین زمان از پس حال".split()))
_MEMBERS_REACH = 7
_GOVERNS = frozenset(fold_word("در از به با بر پس اثر طی نتیجه سقوط غرق").split())
_JOINING = frozenset(("و", "،", ","))
_CLOSED_BY = frozenset(("و", "،", ",", "كه", *_BREAKS, ""))
_GOVERNED_REACH = 4  # tokens of Persian from a preposition to the count that it governs
_PREPOSITIONS = frozenset("for in by at since from on during along".split())
_NO_OBJECT = _PREPOSITIONS - {"at"} | frozenset(
    "and or after before when while as from with near off outside inside following amid because into".split()
)  # "missing after two boats sank"; "at least" hedges
_BEFELL_ONE = frozenset(fold_word("أصيب أصيبت قتل قتلت جرح جرحت لقي لقيت قضى قضت فقد فقدت اعتقل أوقف خطف").split())
_OUT_OF = frozenset(("من", "from", "از"))
_ONE = fold_word("یک")
_OF_ONE_REACH = 4
_FOR = "ل"
_UPON = frozenset(fold_word("على بحق ضد ل").split())
_JAIL = re.compile(fold_word("(?:و?(?:بال|ال|ب|لل))?(?:سجن|حبس|إعدام)$"))
_SENTENCE = re.compile(fold_word("و?(?:ال)?(?:حكم|حكما|حكمت|أحكام|أحكاما)$"))
_CARRIED_OUT = frozenset(fold_word("تنفيذ نفذ نفذت ينفذ تنفذ بتنفيذ").split())
_SENTENCE_REACH = 14
_CASES = frozenset(fold_word("حالة حالات حالتا حالتي حالتان حالتين").split())
_LONGEST = 6  # tokens of a phrase of fate
_QUOTES = frozenset(("'", '"'))


def fate_before(tokens: Tokens, index: int, lexicon: Lexicon, stop: int) -> str | None:
    """The fate named before token `index`, looking back no further than token `stop`."""
    forms = tokens.forms
    floor = max(stop, tokens.sentence(index)[0])
    first = max(floor, index - BEFORE_REACH[lexicon.lang])
    befell, new_clause = _befell_before(lexicon), words("new_clause", lexicon.lang)
    index -= index - 1 > first and forms[index - 1] in _QUOTES  # the army 'neutralized' three rebels
    if lexicon.lang == "fa" and _follows_clause(forms, index, first, lexicon):
        return None
    for stem in STEMS[lexicon.lang](forms[index - 1]) if index > first else ():
        noun = lexicon.nouns.at(forms, index - 1, stem.word)  # "القتلى 11 مسلحا"
        if noun is not None and noun[0] == index and noun[1].kind in FATES:
            return _with_partner(tokens, index - 1, noun[1].kind, lexicon)
    if lexicon.lang == "ar" and (_is_released(forms, index, first) or _is_sentenced(tokens, index)):
        return "detained"
    for end in range(index, first, -1):
        form = forms[end - 1]
        found = befell.before(forms, end)
        if found is not None and found[0] >= floor:  # a long phrase may begin farther away: "claimed the lives of"
            return _with_partner(tokens, found[0], found[1], lexicon)
        if form in _BREAKS or form in ("،", ",") or form[0].isdigit() or form in new_clause:
            return None
        if lexicon.lang == "en" and form in words("stops", "en") and form not in _BETWEEN:
            return None
        if _is_wall(forms, end - 1, lexicon):
            return None
    return None


def _follows_clause(forms: Sequence[str], index: int, first: int, lexicon: Lexicon) -> bool:
    """«۱۷ نفر مفقود شده‌اند و ۴۰ نفر ...», «۱۲ نفر بازداشت و سه تن کشته شدند»: the clause of the fate is over."""
    if index - 2 < first or forms[index - 1] != "و":
        return False
    return forms[index - 2] in _persian_ends() or _befell_before(lexicon).before(forms, index - 1) is not None


def _is_wall(forms: list[str], at: int, lexicon: Lexicon) -> bool:
    """Whether the fate before token `at` is another's: "غرق قارب يقل 80 مهاجرا", where the boat sank; «دو نفر را
    بازداشت کرد و گفت یک نفر زخمی شد».
    """
    if lexicon.lang == "ar":
        return forms[at] in _CARRIES
    return lexicon.lang == "fa" and lexicon.reporting.at(forms, at) is not None


def _is_released(forms: Sequence[str], index: int, first: int) -> bool:
    """ "أفرجت الجماعة عن 25 صيادا": whoever stands between the verb and its preposition."""
    return index > first and forms[index - 1] == "عن" and not _RELEASES.isdisjoint(forms[first : index - 1])


def _is_sentenced(tokens: Tokens, index: int) -> bool:
    """ "حكمت المحكمة بالسجن ثلاثة أعوام على 14 ناشطا", "السجن عاما لـ9 متظاهرين": whom a sentence is passed on."""
    forms = tokens.forms
    attached = index < len(forms) and forms[index].startswith(_FOR) and forms[index].isalpha()  # "لثلاثة متهمين"
    upon = _FOR if attached else forms[index - 1] if index else ""
    if upon not in _UPON:
        return False
    clause = range(max(tokens.sentence(index)[0], index - _SENTENCE_REACH), index)
    if not _CARRIED_OUT.isdisjoint(forms[at] for at in clause):
        return False  # "نفذ حكم الإعدام بحق ثلاثة"
    return any(_JAIL.match(forms[at]) for at in clause) or any(
        _SENTENCE.match(forms[at]) for at in clause if upon != _FOR
    )


def fate_of_joined(tokens: Tokens, index: int, lexicon: Lexicon, stop: int, end: int) -> str | None:
    """English: the fate of what a count at token `index` is joined to ("killed the mayor and four of his bodyguards"),
    looking back no further than token `stop`; not where a verb follows the phrase that ends at token `end`.
    """
    forms = tokens.forms
    if lexicon.lang != "en" or not index or forms[index - 1] != "and":
        return None
    low, high = tokens.sentence(index)
    if not words("auxiliaries", "en").isdisjoint(forms[end : min(high, end + _VERB_REACH)]):
        return None
    befell = _befell_before(lexicon)
    for at in range(index - 2, max(stop, index - _JOINED_REACH, low), -1):
        form = forms[at]
        found = befell.before(forms, at)
        if found is not None and found[0] >= stop:
            return found[1]
        if form in _BREAKS or form == "," or form[0].isdigit() or form in words("new_clause", "en"):
            return None
        if form in words("stops", "en") and form not in _BETWEEN:
            return None
    return None


@cache
def _persian_ends() -> frozenset[str]:
    """Verbs that end a Persian clause."""
    from extract.ontology.conjugation import past_forms  # only a Persian text needs it

    return frozenset(fold_word("\n".join(("شده", "است", "بود", "بودند", "هستند", *past_forms()))).split("\n"))


@cache
def _befell_before(lexicon: Lexicon) -> Endings[str]:
    """Words of fate before a count; Persian ی stays on, or کشتی, a ship, would be کشت, "killed"."""
    stems, kept = STEMS[lexicon.lang], "ي" if lexicon.lang == "fa" else None
    return Endings(
        lexicon.befell_before,
        lambda form: [stem.word for stem in stems(form) if not stem.definite and form[len(stem.word) :] != kept],
    )


def _with_partner(tokens: Tokens, first: int, fate: str, lexicon: Lexicon) -> str:
    """ "مقتل وإصابة 12", "killed or wounded 12", "کشته و زخمی شدن": two fates in one number are casualties."""
    if tuple(tokens.forms[max(0, first - 1) : first + 1]) == _TO_DEATH:
        return "detained"  # «به اعدام و دو نفر دیگر ...»
    joined = tokens.form(first - 1) in ("و", "and", "or", "او", "يا")
    if tokens.form(first - 1 - joined).endswith("وا"):
        return fate  # "قضوا وجرح 17 آخرون", "قضوا و جرح 17": that verb tells of others
    if tokens.form(first - 2 - joined) in _CASES:
        return fate  # "ثلاث حالات وفاة وإصابة تسعة"
    if joined or tokens.forms[first][0] == "و":
        other = _befell_before(lexicon).before(tokens.forms, first - 1 if joined else first)
        if other is not None and sorted((fate, other[1])) == list(_BOTH):
            return "casualties"
    return fate


def fate_after(tokens: Tokens, index: int, lexicon: Lexicon, starts: Sequence[int]) -> str | None:
    """The fate named after token `index`, the end of a count's phrase; `starts` are the first tokens of all counts.

    Another count may stand between only when it is joined to this one ("12 soldiers and 3 civilians were killed").
    """
    forms = tokens.forms
    lang = lexicon.lang
    stop = _farthest(tokens, index, lang, starts)
    if lang == "fa" and index < len(forms):
        noun = lexicon.nouns.at(forms, index)  # "۱۲ نفر کشته و ۳۰ نفر زخمی شدند": the verb comes once, at the end
        if noun is not None and noun[1].kind in _BOTH:
            return _after_pair(tokens, (noun[0], noun[1].kind), lexicon)
    if lang == "ar" and (parted := _behind_a_part(forms, index, lexicon)) is not None:
        return parted
    is_object = False  # Persian را has stood: "پنج نفر را در خانه‌شان کشتند"
    for here in range(index, stop):
        form = forms[here]
        if form in _BREAKS or (here > index and form in words("new_clause", lang)):
            if _opens_nothing(forms, here):
                continue
            return None
        if lang == "fa" and tuple(forms[here : here + 2]) == _TO_DEATH:
            return "detained"  # «سه متهم را به اعدام محکوم کرد»
        fate = _fate_at(tokens, here, index, lexicon, starts)
        if fate is None and is_object and (not form.startswith(_TAKES) or form == _CAUGHT):
            found = lexicon.befell_after.at([_OBJECT, *forms[here : here + _LONGEST]], 0)
            fate = found[1] if found is not None and found[0] > 1 else None
        is_object = form == _OBJECT and here - index <= _OBJECT_REACH if form in (_OBJECT, "و") else is_object
        if fate is not None or (lang == "ar" and form in ("،", ",")):
            return fate
    return None


def _opens_nothing(forms: list[str], at: int) -> bool:
    """Whether a word that may open a clause goes on with this one: "have since fled", "rebels as well as civilians"."""
    since = forms[at] == "since" and forms[at - 1] in _HAVE
    return since or _AS_WELL in (forms[at : at + 3], forms[at - 2 : at + 1])


def _farthest(tokens: Tokens, index: int, lang: str, starts: Sequence[int]) -> int:
    """How far what is told behind token `index` can be of the count whose phrase ends there."""
    low, high = tokens.sentence(index - 1)
    stop = min(high, index + AFTER_REACH[lang])
    if lang == "en" and tokens.forms[low] == "of" and index - low <= _PART_REACH:  # "Of the 12 rescued, one died"
        stop = next((at for at in range(index, stop) if tokens.forms[at] == ","), stop)
    following = bisect_left(starts, index)
    following += _is_of_one(tokens.forms, index, starts[following : following + 1])
    if lang == "fa" and not tokens.forms[index - 1][0].isdigit():  # a bare number may be a year
        return _persian_stop(tokens, index, stop, starts[following:])
    if (
        following == len(starts)
        or starts[following] >= stop
        or _is_coordination(tokens, index, starts[following], lang)
    ):
        return stop
    return starts[following]


def _persian_stop(tokens: Tokens, index: int, stop: int, starts: Sequence[int]) -> int:
    """How far a Persian clause goes on behind the phrase that ends at token `index`: to the verb that ends it, over
    counts that a preposition governs («۱۵ نفر بر اثر سقوط یک اتوبوس کشته شدند»).
    """
    forms, ends = tokens.forms, _persian_ends()
    stop = next((at + 1 for at in range(index, stop) if forms[at] in ends and tokens.form(at + 1) in _CLOSED_BY), stop)
    joined = starts[:1] != [] and starts[0] < stop and _is_coordination(tokens, index, starts[0], "fa")
    for start in starts[1:] if joined else starts:
        if start >= stop:
            break
        listed = forms[start - 1] in _JOINING  # «سه مرد، دو زن و یک کودک کشته شدند»
        if not listed and _GOVERNS.isdisjoint(forms[max(index, start - _GOVERNED_REACH) : start]):
            return start
    return stop


def _behind_a_part(forms: list[str], index: int, lexicon: Lexicon) -> str | None:
    """ "12 مدنيا، بينهم خمسة أطفال، قضوا": the verb behind what is said of some of those counted."""
    if index + 1 >= len(forms) or forms[index] not in COMMAS:
        return None
    if words("including", "ar").isdisjoint(forms[index + 1 : index + 3]):
        return None
    for at in range(index + 2, min(index + _PART_REACH, len(forms) - 1)):
        if forms[at] in _BREAKS:
            return None
        if forms[at] in COMMAS:
            found = lexicon.befell_after.at(forms, at + 1)
            return None if found is None else found[1]
    return None


def _fate_at(tokens: Tokens, here: int, index: int, lexicon: Lexicon, starts: Sequence[int]) -> str | None:
    """The fate that the word at `here` tells of the count whose phrase ended at `index`."""
    lang = lexicon.lang
    if lang == "fa" and (listed := _first_of_two(tokens, here, lexicon)) is not None:
        return listed
    if (
        lang == "fa"
        and tokens.forms[here] == _RETURN
        and (tokens.forms[here - 1] in _ON_WAY or tokens.form(here + 1) == "به")
    ):
        return None  # «در مسیر بازگشت به خانه ربوده شدند»
    for stem in STEMS[lang](tokens.forms[here]):
        found = lexicon.befell_after.at(tokens.forms, here, stem.word)
        if found is None or stem.definite or (stem.prefix and here == index):
            continue
        if found[1] == "missing" and tokens.forms[here - 1] in _OUT_OF:
            continue  # "انتشلت الفرق 19 شخصا من تحت الأنقاض": they are found
        if lang == "ar" and here > index and tokens.forms[here - 1] in _OF_OTHERS:
            continue  # "عشرات السوريين حاملين صور مفقودين"
        if lang == "ar" and stem.prefix and stem.word in _BEFELL_ONE:
            continue  # "خمس نساء وثلاثة أطفال وأصيب 12": a verb in the singular opens the clause of whom it befell
        if lang == "ar" and stem.prefix and tokens.forms[here].endswith("ا") and _acts_on(found[0], starts):
            continue  # "أطلق مسلحان النار فقتلا أربعة"
        if lang != "en" or (_is_passive(tokens, here, found[0], index) and not _has_object(tokens, found[0], starts)):
            return _after_pair(tokens, found, lexicon)
    return None


def _acts_on(stop: int, starts: Sequence[int]) -> bool:
    """Whether a count stands right behind a verb that ends at token `stop`: its object."""
    following = bisect_left(starts, stop)
    return following < len(starts) and starts[following] - stop <= 1


def _first_of_two(tokens: Tokens, index: int, lexicon: Lexicon) -> str | None:
    """«چهار کارگر در انفجار کشته و هفت نفر زخمی شدند»: the fate before "and", whose verb comes once, at the end."""
    noun = lexicon.nouns.at(tokens.forms, index)
    return noun[1].kind if noun is not None and noun[1].kind in _BOTH and tokens.form(noun[0]) == "و" else None


def _after_pair(tokens: Tokens, found: tuple[int, str], lexicon: Lexicon) -> str:
    """ "12 people were killed or wounded", "۱۲ نفر کشته و زخمی شدند"."""
    stop, fate = found
    if tokens.form(stop) in ("and", "or", "و", "يا") and stop + 1 < len(tokens):
        other = lexicon.befell_after.at(tokens.forms, stop + 1)
        if tokens.forms[stop + 1] in _BEFELL_ONE:
            return fate  # "توفوا و أصيب اثنان": a verb in the singular opens the clause of whom it befell
        if other is not None and sorted((fate, other[1])) == list(_BOTH):
            return "casualties"
    return fate


def _is_coordination(tokens: Tokens, index: int, start: int, lang: str) -> bool:
    between = tokens.forms[index:start]
    if len(between) > 3:
        if lang != "fa" or between[0] != "از" or len(between) > _MEMBERS_REACH:
            return False
        of_these = between[-1] == "و" or between[-1] in words("including", "fa")
        return of_these and _persian_ends().isdisjoint(between)  # «چهار تن از نیروهای پولیس و شش مهاجم کشته شدند»
    joins = frozenset(("و", "and", ",", "،", "plus"))
    return tokens.forms[start][0] == "و" or not (joins | words("including", lang)).isdisjoint(between)


def _is_of_one(forms: list[str], index: int, starts: Sequence[int]) -> bool:
    """«چهار تن از اعضای یک خانواده», «چهار عضو یک خانواده»: one that only says whose those counted are."""
    if not starts or forms[starts[0]] != _ONE:
        return False
    return starts[0] == index or (forms[index] == "از" and starts[0] - index <= _OF_ONE_REACH)


def _has_object(tokens: Tokens, stop: int, starts: Sequence[int]) -> bool:
    """ "12 rebels killed three soldiers": a count right behind the verb is what it acts on."""
    following = bisect_left(starts, stop)
    if following == len(starts) or tokens.forms[stop - 1] in _PREPOSITIONS:  # "held for 33 days"
        return False
    between = tokens.forms[stop : starts[following]]
    if len(between) > 2 or not all(form.isalpha() for form in between):  # "were killed. Nine vehicles burned."
        return False
    return between[:1] == [] or between[0] not in _NO_OBJECT


def _is_passive(tokens: Tokens, first: int, stop: int, index: int) -> bool:
    """English "killed" says what befell the count before it only as a passive: not before an object of its own."""
    if tokens.forms[first] in words("intransitive", "en"):
        return True
    if first > index and tokens.form(first - 1) in _BEING:
        return True  # "were killed the same day"
    after = tokens.form(stop) if tokens.forms[stop - 1] not in _PREPOSITIONS else ""  # "held for 33 days"
    if after[:1].isdigit() or after in _OPENS_OBJECT:
        follows_least = after == "at" and tokens.form(stop + 1) not in ("least", "most")
        if not follows_least:
            return False
    if first == index or tokens.form(first - 1) in ("and", "or", "also"):
        return True
    if first == index + 1 and tokens.form(index) in _STILL:
        return True  # "with 47 still listed as missing"
    if first == index + 1 and tokens.form(index) in THEY:
        return True  # "the girls they kidnapped"
    near = tokens.forms[max(index, first - 3) : first]
    return not words("auxiliaries", "en").isdisjoint(near)


def is_others(tokens: Tokens, index: int, lang: str) -> bool:
    """Whether "others" stands at token `index` in the place of a noun."""
    return tokens.form(index) in words("others", lang)
