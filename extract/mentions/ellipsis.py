"""What a count measures when its own words do not say: labels, parts of a count before, others, comparisons, ages."""

from dataclasses import replace
from itertools import pairwise

from extract.mentions.counts import Count
from extract.mentions.fates import is_others
from extract.mentions.head import FATES, Head, known
from extract.mentions.heads import label_before
from extract.mentions.hedges import find_hedge
from extract.mentions.quantity import Quantity
from extract.mentions.scene import AND, INCLUDED_REACH, Scene, joined_to
from extract.ontology.words import words
from extract.text import Tokens, fold_word

_SCALES = frozenset(fold_word("مليون مليونا ملايين مليار مليارا مليارات بليون بلايين تريليون تريليونات").split())
_SERIES_REACH = 6  # tokens from one sum of a series to the next
_BEHIND_AGES = frozenset("and or were was are who respectively died have had in at on from when".split())

_DEFINITE = frozenset(("the", "those", "these", "them"))
_JOINS = frozenset(("and", "but", "while", ",", ";", "another"))
_ARE = frozenset("are were have had was is remain remained".split())
_SHARING = frozenset(("و", "and"))
_HAS, _WHILE, _HAS_REACH = frozenset(("has", "have", "had")), frozenset(("while", "whereas", "and", "but")), 8
_WILL_BE = _ARE | {"will", "would", "remain", "remained"}
_THOSE = tuple([word, ","] for word in ("them", "these", "those", "whom"))
# English: those whom an arrest or an attack befell, pointed at again ("three of the suspects").
_PARTIES = {
    "suspects": ("detained",),
    "arrested": ("detained",),
    "accused": ("detained",),
    "victims": ("killed", "wounded", "casualties"),
    "dead": ("killed",),
}
_HELD = frozenset(("detained", "displaced"))  # whom worse may have befallen, as what follows says
_THAT_NUMBER, _NUMBER_REACH = frozenset(("اين", number) for number in ("رقم", "شمار", "تعداد", "امار", "عدد")), 9
_EACH, _FOR_EACH = frozenset(("لكل", "each")), frozenset((("for", "each"), ("for", "every"), ("براي", "هر")))
_GRAVELY = (["critically"], ["seriously"], ["severely"], ["gravely"], ["badly"])
_IN_STATE = (["في", "حاله"], ["in", "a"])
_GRAVE = (["critical"], ["serious"], ["grave"], ["حرجه"], ["خطره"], ["خطيره"])
_DOWNED = frozenset("intercepted shot downed destroyed neutralised neutralized jammed disabled suppressed".split())
_CASE, _OF_IT = "مورد", frozenset(fold_word("آن آنها آن‌ها آنان").split())
_COUNTERS = frozenset(("نفر", "تن"))
_RISES = frozenset((("ar", "الي", "من"), ("fa", "به", "از")))
UP_OR_DOWN = frozenset((("up", "from"), ("down", "from")))  # before what a number was
_SUMS = frozenset("total number figure tally count strength".split())
_BRINGING = frozenset("bringing brings bring brought taking takes raising raises raised pushing lifting".split())
_SUM_REACH = 7
_STRENGTH_REACH = 12
_STATIONED = frozenset(("personnel", "fighters", "people", "families", "sites", "equipment"))
_AMONG, _AMONG_REACH = 3, 14  # tokens of "among them at", and from those counted to the words that name some of them
_SAYS = frozenset("said says added recalled told explained".split())
_SPEAKER_REACH = 5
_BEFELL = frozenset(
    "affected infected vaccinated stranded trapped rescued hospitalised hospitalized starving gathered marched rallied "
    "protested attended reached arrived crossed".split()
)
_BEEN = frozenset("have has had been were are remain remained be being".split())
_BEFELL_REACH = 4
_FURTHER, _MORE = frozenset(("further", "additional", "extra")), (["more"],)
_CLOSING = frozenset((".", ",", ";", "\n", "", "in", "at", "on", "from", "and"))
_NUMBERS_THEM, _RELATIVES = (
    frozenset(("number", "numbered", "total", "totalled", "totaled")),
    frozenset(("who", "which")),
)
_LIVING = frozenset(("killed", "wounded", "casualties", "missing", "people", "families", "displaced", "detained"))
_ARTICLES = frozenset(("a", "an", "another", "the"))
_YOUNGEST, _OLDEST = 4, 110


def _is_strength(scene: Scene, count: Count, label: Head) -> bool:
    """«شمار سربازانش را از دو هزار تن به هزار تن کاهش می‌دهد»: a number of soldiers, counted in persons."""
    if scene.lexicon.lang != "fa" or label.kind not in ("personnel", "fighters"):
        return False
    first = scene.tokens.sentence(count.first)[0]
    return not words("number_of", "fa").isdisjoint(
        scene.tokens.forms[max(first, count.first - _STRENGTH_REACH) : count.first]
    )


def by_label(scene: Scene, count: Count, head: Head | None, previous: Quantity | None) -> Head | None:
    """A general noun takes its kind from what is said to be counted.

    "بلغ عدد النازحين 5000 شخص", «شش تن آنان»; "180 trucks, 14 of them loaded", where the noun is no noun at all.
    """
    tokens, lang = scene.tokens, scene.lexicon.lang
    if head is None or head.noun_tokens is None:
        return head
    if not head.known and previous is not None and previous.unit is None:
        between = tokens.forms[previous.stop : count.first]
        if len(between) <= INCLUDED_REACH and not words("including", lang).isdisjoint(between):
            return Head(previous.kind, count.stop, count.end)
    if head.kind != "people":
        return _case_of_it(tokens, head, previous) if lang == "fa" and previous is not None else head
    first = find_hedge(scene, count, head).first  # «کشته و نزدیک به ۶۰۰ تن زخمی»: that به hedges
    label = label_before(tokens, count, first, scene.lexicon) if first else None
    if label is not None and (label.kind in FATES or _is_strength(scene, count, label)):
        return replace(head, kind=label.kind)
    if previous is not None and _goes_on_counting(scene, count, previous):
        return replace(head, kind=previous.kind)
    if previous is None or previous.kind not in FATES:
        return head
    if lang == "en" and tokens.form(count.stop) == "of" and tokens.form(count.stop + 1) in _DEFINITE:
        of = _PARTIES.get(tokens.forms[head.noun_tokens[1] - 1], ())
        return replace(head, kind=previous.kind) if previous.kind in of else head  # "three of the suspects"
    noun = tokens.forms[head.noun_tokens[1] - 1]
    of_them = tokens.form(head.stop) in words("of_them", lang) or (lang == "fa" and _is_theirs(scene, noun))
    if lang == "fa" and tokens.form(head.stop) == "از" and previous.kind in _HELD:  # «۱۵۰ نفر از آنان»
        of_them = tokens.form(head.stop + 1) in words("them", lang)
    return replace(head, kind=previous.kind) if of_them else head


def _case_of_it(tokens: Tokens, head: Head, previous: Quantity) -> Head:
    """«۲۱ اردوگاه که ۱۵ مورد آن در دهوک است»: a mere counter takes the kind of what was counted before."""
    if head.noun_tokens is None or tokens.forms[head.noun_tokens[0]] != _CASE or previous.unit is not None:
        return head
    of_it = tokens.form(head.stop + (tokens.form(head.stop) == "از")) in _OF_IT
    return replace(head, kind=previous.kind) if of_it else head


def _goes_on_counting(scene: Scene, count: Count, previous: Quantity) -> bool:
    """Persian: whether the number told before has changed to this one, or was this at another time: «این رقم هفته گذشته
    ۳۸۹ نفر بود».
    """
    tokens = scene.tokens
    if tokens.form(count.stop) not in _COUNTERS:
        return False
    if rises_to(scene, count, previous):
        return True
    near = tokens.forms[max(tokens.sentence(count.first)[0], count.first - _NUMBER_REACH) : count.first]
    return any(pair in _THAT_NUMBER for pair in pairwise(near))


def money_each(scene: Scene, count: Count, previous: Quantity | None) -> Head | None:
    """ "100 ألف جنيه لكل أسرة و25 ألفا لكل مصاب", "$500 for each family and 250 for each child": money again."""
    tokens = scene.tokens
    if previous is None or previous.kind != "money":
        return None
    same = previous.first >= tokens.sentence(count.first)[0]
    joined = tokens.form(count.first - 1) in AND or tokens.forms[count.first][0] == "و"
    behind = tokens.form(count.stop)
    if same and scene.lexicon.lang == "ar" and _goes_on_in_money(tokens, count, previous):
        return Head("money", count.stop, count.end, previous.unit, codes=previous.codes)
    if not (same and joined and (behind in _EACH or (behind, tokens.form(count.stop + 1)) in _FOR_EACH)):
        return None
    return Head("money", count.stop, count.end, previous.unit, codes=previous.codes)


def _goes_on_in_money(tokens: Tokens, count: Count, previous: Quantity) -> bool:
    """ "12 مليار دولار في 2007، و10 مليارات في 2006": a series of sums, the currency said once."""
    return tokens.forms[count.stop - 1] in _SCALES and count.first - previous.stop <= _SERIES_REACH


def gravely_hurt(scene: Scene, count: Count, previous: Quantity | None) -> Head | None:
    """ "27 wounded, five critically", "26 جريحا بينهم أربعة في حالة حرجة": some of those hurt in the same sentence."""
    tokens = scene.tokens
    if previous is None or previous.kind != "wounded" or previous.first < tokens.sentence(count.first)[0]:
        return None
    behind = tokens.forms[count.stop : count.stop + 3]
    grave = behind[:1] in _GRAVELY or (behind[:2] in _IN_STATE and behind[2:] in _GRAVE)
    grave = grave or (behind[:1] == ["in"] and behind[1:2] in _GRAVE)
    return Head("wounded", count.stop, count.end) if grave else None


def _is_theirs(scene: Scene, noun: str) -> bool:
    """Whether a Persian noun ends in "their": «سه فرزندشان», but not «آتش‌نشان», a fireman."""
    return noun.endswith("شان") and scene.lexicon.nouns.at([noun], 0) is None


def others_fate(scene: Scene, head: Head | None, count: Count, previous: Quantity | None) -> str | None:
    """«۹۰ نفر دیگر», "30 other people": what befell those counted before in the sentence befell them too."""
    tokens = scene.tokens
    if head is None or head.kind != "people" or previous is None or previous.kind not in FATES:
        return None
    same = previous.first >= tokens.sentence(count.first)[0] and is_others(tokens, head.stop, scene.lexicon.lang)
    return previous.kind if same else None


def free(scene: Scene, head: Head | None) -> Head | None:
    """A word of no lexicon is no noun where it already belongs to a date or a time."""
    if head is None or head.known or head.noun_tokens is None or not scene.covered[head.noun_tokens[0]]:
        return head
    return None


def national(scene: Scene, count: Count, head: Head | None) -> Head | None:
    """ "5 عراقيين", "three Americans", "300 Sudanese have crossed": persons named by their nationality."""
    at = count.stop
    if head is None and scene.lexicon.lang == "en" and at in scene.nationals and not _is_one(count):
        place = (scene.tokens.starts[at], scene.tokens.ends[at])
        return Head("people", at + 1, place[1], None, place, (at, at + 1), persons=True, known=True)
    if head is None or head.known or head.noun_tokens is None or head.noun_tokens[0] not in scene.nationals:
        return head
    return replace(head, kind="people", persons=True, known=True)


def shares_fate(scene: Scene, previous: Quantity, first: int, head: Head | None) -> bool:
    """ "five soldiers and three civilians" after "killed"; "12 wounded, among them six women"; "and 30 others"."""
    tokens, lang = scene.tokens, scene.lexicon.lang
    if previous.kind not in FATES:
        return False
    start = tokens.sentence(first)[0]
    if previous.first < start:  # "Among them are 19 men"
        opening = tokens.forms[start : min(first, start + INCLUDED_REACH)]
        return head is not None and not words("including", lang).isdisjoint(opening)
    if head is None:
        return is_others(tokens, first + 1, lang)
    between = tokens.forms[previous.stop : first]
    named = (
        between[-_AMONG:] if lang == "en" and len(between) <= _AMONG_REACH else ()
    )  # "killed in the raid, including"
    near = between if len(between) <= INCLUDED_REACH else named
    if not words("including", lang).isdisjoint(near):
        return True
    return previous.noun is not None and joined_to(tokens, previous, first)


def compared_with(scene: Scene, count: Count, previous: Quantity | None) -> Head | None:
    """A bare number set against the quantity before it in the sentence ("four attacks, against 42 in 2024")."""
    tokens = scene.tokens
    if previous is None or previous.first < tokens.sentence(count.first)[0] or count.dual:
        return None
    before = tokens.forms[max(previous.stop, count.first - 3) : count.first]
    compared = not words("compared", scene.lexicon.lang).isdisjoint(before)
    changed = before[-1:] != [] and before[-1] in words("changed", scene.lexicon.lang)
    surely = tuple(before[-2:]) in UP_OR_DOWN or rises_to(scene, count, previous)
    if previous.kind in ("percent", "share") or not (compared or surely or (changed and previous.kind not in FATES)):
        return None
    return Head(previous.kind, count.stop, count.end, previous.unit, codes=previous.codes)


def rises_to(scene: Scene, count: Count, previous: Quantity) -> bool:
    """Whether the count is where the one before went: "من 20 ألف دينار إلى 24 ألفا", «از ۹۰۰ نفر به حدود ۴۵۰ نفر»."""
    tokens, lang = scene.tokens, scene.lexicon.lang
    between = tokens.forms[previous.stop : find_hedge(scene, count, None).first or count.first]
    if lang == "fa" and not between:
        between = tokens.forms[previous.stop : count.first][:1]  # «به حدود» hedges
    return (lang, *between, tokens.form(previous.first - 1)) in _RISES


def elliptic(scene: Scene, count: Count, previous: Quantity | None) -> Head | None:
    """A number that leaves its noun to the count before: "several others", "2,600 of them", "and 120 by the army"."""
    tokens, lang = scene.tokens, scene.lexicon.lang
    if previous is not None and previous.kind == "age" and lang == "en" and previous.stop == count.first - 1:
        return _other_age(tokens, count, previous)
    if lang == "en" and (alone := _further(scene, count, previous) or _of_nobody(scene, count, previous)) is not None:
        return alone
    if previous is None or previous.unit is not None or previous.kind == "share":
        return None
    after = tokens.form(count.stop)
    if previous.first >= tokens.sentence(count.first)[0]:
        if is_others(tokens, count.stop, lang):
            place = (tokens.starts[count.stop], tokens.ends[count.stop])
            return Head(previous.kind, count.stop + 1, place[1], None, place, (count.stop, count.stop + 1))
        conjoined = tokens.form(count.first - 1) in AND or tokens.forms[count.first][0] == "و"
        goes_on = after in words("place_prepositions", lang) or after in words("by", lang) or after.endswith("وا")
        goes_on = goes_on or after == "since"
        if conjoined and goes_on and (previous.kind in FATES or _is_shared_out(tokens, count, previous)):
            return Head(previous.kind, count.stop, count.end)
    if lang == "en" and (kind := _goes_back(scene, count, previous)) is not None:
        return Head(kind, count.stop, count.end)
    if after in words("of_them", lang) or (
        after in ("of", "از") and tokens.form(count.stop + 1) in words("them", lang)
    ):
        return Head(previous.kind, count.stop, count.end)
    if after == "who" and scene.tokens.span(count.stop, count.stop + 1).of(tokens.folded.original).islower():
        return Head(previous.kind if previous.kind in FATES else "people", count.stop, count.end)
    return None


def _further(scene: Scene, count: Count, previous: Quantity | None) -> Head | None:
    """English: "about 5,000 troops, and its allies a further 2,500"; "displaced families, who number over 265,000";
    "killed nine people and trapped thousands of others".
    """
    tokens = scene.tokens
    first = tokens.sentence(count.first)[0]
    if previous is not None and previous.first >= first and previous.unit is None:
        more = tokens.forms[count.first - 1] in _FURTHER or tokens.forms[count.stop : count.stop + 1] in _MORE
        if more and tokens.form(count.stop + 1 - (tokens.form(count.first - 1) in _FURTHER)) in _CLOSING:
            return Head("people" if previous.kind in FATES else previous.kind, count.stop, count.end)
        if count.vague and tokens.forms[count.stop : count.stop + 2] == ["of", "others"] and previous.kind in _LIVING:
            place = (tokens.starts[count.stop + 1], tokens.ends[count.stop + 1])
            return Head("people", count.stop + 2, place[1], None, place, (count.stop + 1, count.stop + 2))
    at = find_hedge(scene, count, None).first - 1
    if tokens.form(at) in _NUMBERS_THEM and tokens.form(at - 1) in _RELATIVES:
        at -= 2 + (tokens.form(at - 2) == ",")
        found = known(tokens, at, scene.lexicon) if at >= first else None
        return Head(found[2].kind, count.stop, count.end) if found is not None else None
    return None


def _other_age(tokens: Tokens, count: Count, previous: Quantity) -> Head | None:
    """ "Aged 12 and 14", but not "aged 12, and 3 others"."""
    same = tokens.form(previous.stop) in AND or tokens.form(previous.stop) == ","
    counts = tokens.form(count.stop).isalpha() and tokens.form(count.stop) not in _BEHIND_AGES
    return Head("age", count.stop, count.end, "year") if same and not (count.vague or counts) else None


def _of_nobody(scene: Scene, count: Count, previous: Quantity | None) -> Head | None:
    """ "More than 2 million have been affected", "Of the dead, 412 were women": no noun stands beside the number."""
    kind = _befell_them(scene.tokens, count, previous) or _of_group(scene, count)
    return Head(kind, count.stop, count.end) if kind is not None else None


def _befell_them(tokens: Tokens, count: Count, previous: Quantity | None) -> str | None:
    """ "More than 2 million have been affected": what befalls persons, of whom the sentence has no noun."""
    if previous is not None and previous.first >= tokens.sentence(count.first)[0]:
        return None
    for at in range(count.stop, min(count.stop + _BEFELL_REACH, len(tokens.forms))):
        if tokens.forms[at] in _BEFELL:
            return "people" if at > count.stop else None
        if tokens.forms[at] not in _BEEN and not tokens.forms[at].endswith("ly"):
            return None
    return None


def _is_shared_out(tokens: Tokens, count: Count, previous: Quantity) -> bool:
    """ "1500 عسكري في جيبوتي و350 في الغابون", "2,500 troops in Iraq and 900 in Syria": so many here, so many there."""
    between = tokens.forms[previous.stop : count.first]
    joins = (tokens.forms[count.first][0], tokens.form(count.first - 1))
    same = previous.kind in _STATIONED and not _SHARING.isdisjoint(joins)
    return same and len(between) <= INCLUDED_REACH + 2 and tokens.form(count.stop) in between


def _of_group(scene: Scene, count: Count) -> str | None:
    """ "Of the dead, 412 were women": the kind of those named at the sentence's opening."""
    tokens = scene.tokens
    start = tokens.sentence(count.first)[0]
    opening = tokens.forms[start : count.first]
    if len(opening) not in (4, 5) or opening[0] != "of" or opening[1] not in _DEFINITE or opening[-1] != ",":
        return None
    noun = known(tokens, start + 2, scene.lexicon)
    if noun is not None and noun[0] == count.first - 1 and noun[2].persons:
        return noun[2].kind
    fate = scene.lexicon.befell_after.at(tokens.forms, start + 2)
    return fate[1] if fate is not None and fate[0] == count.first - 1 else None


def _goes_back(scene: Scene, count: Count, previous: Quantity) -> str | None:
    """English: the kind of those counted before, which a number without a noun counts again, adds up or adds to."""
    tokens, first = scene.tokens, find_hedge(scene, count, None).first
    if (
        _is_part(tokens, count, previous)
        or _is_sum(tokens, count, previous)
        or _has_too(tokens, first, count, previous)
    ):
        return previous.kind
    if not _goes_on(tokens, first, count, previous):
        return None
    return "people" if previous.kind in FATES else previous.kind  # "six perished and 11 were pulled alive"


def _is_part(tokens: Tokens, count: Count, previous: Quantity) -> bool:
    """ "Of whom 412 were women", "Of them, 31 are children", "the remaining 16 are held": so many of those before."""
    forms = tokens.forms
    if forms[max(0, count.first - 2) : count.first] in (["of", "whom"], ["of", "which"], ["of", "them"]):
        return True
    if tokens.form(count.first - 1) == "remaining":
        return tokens.form(count.stop) in _ARE
    if previous.kind == "equipment" and _is_brought_down(tokens, count, previous):
        return True
    start = tokens.sentence(count.first)[0]
    opening = forms[start : count.first]
    rescued = opening[1:2] == ["those"] and opening[3:] == [","]  # "Of those rescued, two were hurt"
    if opening[:1] != ["of"] or not (rescued or opening[1:3] in _THOSE) or tokens.form(count.stop) not in _WILL_BE:
        return False
    return rescued or len(opening) == 3 or opening[-1] in (*AND, ",")  # "Of these, 17 are clerks and seven are ..."


def _is_brought_down(tokens: Tokens, count: Count, previous: Quantity) -> bool:
    """ "Russia launched 40 drones. Twelve were intercepted": of those that flew in this sentence or the one before."""
    first, _ = tokens.sentence(count.first)
    near = previous.first >= tokens.sentence(max(0, first - 1))[0]
    behind = tokens.forms[count.stop : count.stop + 2]
    return near and behind[:1] in (["was"], ["were"]) and not _DOWNED.isdisjoint(behind)


def _is_sum(tokens: Tokens, count: Count, previous: Quantity) -> bool:
    """ "800 more troops, bringing the total to about 14,000"."""
    first, _ = tokens.sentence(count.first)
    near = tokens.forms[max(first, previous.stop, count.first - _SUM_REACH) : count.first]
    return previous.first >= first and not _SUMS.isdisjoint(near) and not _BRINGING.isdisjoint(near)


def _has_too(tokens: Tokens, first: int, count: Count, previous: Quantity) -> bool:
    """ "The army has 5,000 troops there, while its allies have about 2,500": another has as many of the same. The count
    begins at token `first` with its qualifier.
    """
    low = max(previous.stop, first - _HAS_REACH)
    same = previous.first >= tokens.sentence(count.first)[0] and previous.kind in _STATIONED
    has = tokens.form(first - 1) in _HAS and not _WHILE.isdisjoint(tokens.forms[low : first - 1])
    return same and has and tokens.form(count.stop) in _CLOSING


def _goes_on(tokens: Tokens, first: int, count: Count, previous: Quantity) -> bool:
    """ "Twelve tanks were destroyed and about 14 were damaged": more of those that the sentence has just counted. The
    count begins at token `first` with its qualifier.
    """
    if previous.first < tokens.sentence(count.first)[0] or previous.noun is None or count.vague:
        return False
    after = tokens.forms[count.stop : count.stop + 2]
    return tokens.form(first - 1) in _JOINS and after[:1] != [] and after[0] in _ARE


def bare_age(scene: Scene, count: Count, head: Head | None) -> Head | None:
    """ "aged 52", "boys aged 13 to 17", "men older than 60": an age that names no unit."""
    near = scene.tokens.forms[max(0, count.first - 2) : count.first]
    if head is not None or count.vague:
        return None
    if scene.lexicon.lang == "en" and (_follows_name(scene.tokens, count) or _follows_person(scene, count)):
        return Head("age", count.stop, count.end, "year")
    if words("bare_age", scene.lexicon.lang).isdisjoint(near):
        return None
    return Head("age", count.stop, count.end, "year", first=count.first - 1 if near[-1] != "than" else None)


def _follows_person(scene: Scene, count: Count) -> bool:
    """ "A woman, 34, was hurt"."""
    tokens, at = scene.tokens, count.first - 2
    if at < 1 or tokens.forms[at - 1] not in _ARTICLES or tokens.form(at + 1) != "," or tokens.form(count.stop) != ",":
        return False
    found, form = known(tokens, at, scene.lexicon), tokens.forms[count.first]
    person = found is not None and found[0] == at + 1 and found[2].persons and not tokens.forms[at].endswith("s")
    return person and form.isdigit() and _YOUNGEST <= int(form) <= _OLDEST


def _is_one(count: Count) -> bool:
    return count.numeral is not None and count.numeral.value == 1


def _follows_name(tokens: Tokens, count: Count) -> bool:
    """ "Maria Salas, 61, who", "said Maria Salas, 61.": a bare number of years behind a name and a comma."""
    if count.stop - count.first != 1 or tokens.form(count.first - 1) != "," or count.first < 2:
        return False
    form, name = tokens.forms[count.first], tokens.span(count.first - 2, count.first - 1).of(tokens.folded.original)
    if not (form.isdigit() and _YOUNGEST <= int(form) <= _OLDEST) or not (name[:1].isupper() and name[1:].isalpha()):
        return False
    after = tokens.form(count.stop)
    said = not _SAYS.isdisjoint(tokens.forms[max(0, count.first - _SPEAKER_REACH) : count.first - 2])
    return after == "," or (said and after in (".", '"', "”", "\n", ""))
