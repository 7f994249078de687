"""English puts modifiers between the number and the noun ("37 joint security operations")."""

from dataclasses import replace

from extract.mentions.counts import Count
from extract.mentions.head import FATES, Head, as_head, guessed, is_verb_of_fate, is_word, known, with_members
from extract.ontology.lexicon import Lexicon
from extract.ontology.words import words
from extract.text import Tokens

_REACH = 6  # tokens from the number to its noun
_MALE_REACH = 3  # tokens farther for "adult male Islamic State detainees"
_FLIGHTS = frozenset(("flight", "flights"))
_TRANSFER_REACH = 10
_TRANSFERS = tuple(
    "carrying deport evacu repatriat migrant refugee returnee aid relief asylum expel detainee prisoner travel".split()
)
_MOVES = (
    *_TRANSFERS,
    *"leav left depart withdr pull return releas freed free arriv transfer transport hand cross mov travel flew fly "
    "flown sent send divid split".split(),
)
_ROUNDS = _FLIGHTS | {"group", "groups"}
_VERIFIED = frozenset("confirmed reported suspected estimated documented registered recorded".split())
_BEFALLEN = frozenset("wounded injured dead slain missing displaced detained arrested jailed imprisoned".split())
_SEIZED = {
    **dict.fromkeys("captured abducted kidnapped convicted freed".split(), "detained"),
    **dict.fromkeys("fleeing returning uprooted evacuated".split(), "displaced"),
}
# What crowds do: "hundreds rally in Tunis" counts people.
_DOINGS = frozenset(
    "rally protest march gather demonstrate mourn attend chant pray celebrate queue riot vote cheer turn pack fill "
    "throng join defy await face cross attempt arrive return wait sleep camp shelter seek escape travel walk".split()
)
_HEADS_OF_CREWS = frozenset("member man woman person".split())  # "a three-member crew"
_MISSION_REACH = 12  # tokens from a body back to its name
_STRONG_REACH = 4  # tokens from "strong" to who is so many
_OWNED_REACH = 2  # tokens from a possessive to whom it owns
_ALSO_VERBS = frozenset("target attack raid strike storm force shell bomb protest march rally camp fire".split())
_ARMED = {  # who is "3,000-strong"
    "personnel": frozenset(
        "force forces army contingent mission brigade battalion unit garrison regiment division police navy "
        "corps".split()
    ),
    "fighters": frozenset("militia group gang faction guerrilla rebel insurgent jihadist".split()),
}


def english_noun(tokens: Tokens, count: Count, lexicon: Lexicon) -> Head | None:
    """The last known noun in the phrase behind the number, else the first plural of a word that no lexicon has."""
    index = count.stop
    if tokens.forms[index : index + 2] == ["or", "so"]:
        index += 2  # "the last 100 or so soldiers"
    if tokens.forms[index : index + 2] == ["-", "strong"]:
        return _strong(tokens, index + 2)
    if tokens.form(index) == "strong" and tokens.form(index + 1) in (",", "."):
        return _numbering(tokens, index, count)
    if tokens.form(index) == "aboard" or tokens.forms[index : index + 2] == ["on", "board"]:
        index += 1 + (tokens.form(index) == "on")
        return Head("people", index, tokens.ends[index - 1], persons=True)  # "a flight with 176 on board"
    if count.vague and _is_doing(tokens.form(index)):
        return Head("people", count.stop, count.end)
    part = False
    if tokens.form(index) == "of":
        index += 1
        while tokens.form(index) in words("determiners", "en"):
            index += 1
        part = tokens.form(index).isdigit()
    if part:  # "37 of the 52 drones": the whole has its own evidence
        whole = _first_noun(tokens, index + 1, lexicon)
        return Head(whole.kind, whole.stop, count.end, persons=whole.persons) if whole is not None else None
    head = _first_noun(tokens, index, lexicon, hyphened=tokens.form(index) == "-")
    return _no_round(tokens, head) if head is not None and tokens.forms[head.stop - 1] in _ROUNDS else head


def _is_doing(form: str) -> bool:
    """ "Hundreds rally", "thousands marched", "dozens protesting"."""
    for ending in ("", "ed", "d", "ing"):
        base = form.removesuffix(ending) if form.endswith(ending) else ""
        if base in _DOINGS or base + "e" in _DOINGS or (base.endswith("i") and base[:-1] + "y" in _DOINGS):
            return True
    return False


def _no_round(tokens: Tokens, head: Head) -> Head:
    """Flights and groups are rounds only where they take somebody or something over, or move."""
    if head.kind != "batches" or head.noun_tokens is None or head.noun_tokens[1] - head.noun_tokens[0] > 1:
        return head
    first, stop = tokens.sentence(head.stop - 1)
    near = tokens.forms[max(first, head.stop - _TRANSFER_REACH) : min(stop, head.stop + _TRANSFER_REACH)]
    flight = tokens.forms[head.stop - 1] in _FLIGHTS
    transfer = any(form.startswith(_TRANSFERS if flight else _MOVES) for form in near) or tokens.form(head.stop) == "of"
    return head if transfer else replace(head, kind="other" if flight else "organizations")


def _strong(tokens: Tokens, index: int) -> Head:
    """ "A 2,500-strong monitoring mission": so many men, whatever their body is called."""
    near = tokens.forms[index : index + _STRONG_REACH]
    kind = next((kind for kind, bodies in _ARMED.items() if not bodies.isdisjoint(near)), "people")
    return Head(kind, index, tokens.ends[index - 1])


def _numbering(tokens: Tokens, index: int, count: Count) -> Head:
    """ "The mission, about 1,500 strong, is to leave": what it is stands before."""
    first = max(tokens.sentence(count.first)[0], count.first - _MISSION_REACH)
    near = tokens.forms[first : count.first]
    kind = next((kind for kind, bodies in _ARMED.items() if not bodies.isdisjoint(near)), "people")
    return Head(kind, index + 1, tokens.ends[index])


def _first_noun(tokens: Tokens, index: int, lexicon: Lexicon, *, hyphened: bool = False) -> Head | None:
    """The noun of the phrase that begins at token `index`; behind a hyphen the next word ("a 30-truck convoy")."""
    stop = min(len(tokens), index + _REACH)
    guess: int | None = None
    while index < stop:
        single = hyphened and tokens.form(index) not in _HEADS_OF_CREWS
        head = _compound(tokens, index, index + 1 if single else stop, lexicon)
        if head is not None and tokens.forms[index] == "suicide" and tokens.form(head.stop) == "and":
            head, index = None, index + 1  # "two suicide and gun attacks"
            continue
        if head is not None:
            whom = _of_whom(tokens, head, stop, lexicon)
            return with_members(tokens, whom or head, lexicon)
        if tokens.forms[index] in _SEIZED and not hyphened:
            whom = _compound(tokens, index + 1, stop, lexicon)
            return replace(whom, kind=_SEIZED[tokens.forms[index]]) if whom is not None and whom.persons else None
        if is_verb_of_fate(tokens, index, lexicon) or not _modifies(tokens, index, guess, lexicon):
            break
        if guess is None and _looks_plural(tokens.forms[index]):
            guess = index
        index += 1
    if guess is None or tokens.forms[guess] in words("others", "en"):
        return None
    return guessed(tokens, guess, guess + 1)


def _of_whom(tokens: Tokens, head: Head, stop: int, lexicon: Lexicon) -> Head | None:
    """ "5,700 adult male IS detainees": a noun in the singular only describes those counted, who stand behind it."""
    last = tokens.forms[head.stop - 1]
    if not head.persons or lexicon.nouns.at([last + "s"], 0) is None:
        return None
    index, stop = head.stop, min(stop + _MALE_REACH, len(tokens))
    while index < stop:
        if tokens.forms[index] == "(" and tokens.form(index + 2) == ")":
            index += 3  # "adult male ISIS (IS) fighters"
            continue
        if not is_word(tokens.forms[index]):
            break
        whom = _compound(tokens, index, stop, lexicon)
        if whom is not None:
            return whom if whom.persons and whom.noun_tokens and _looks_plural(tokens.forms[whom.stop - 1]) else None
        if tokens.forms[index] in words("stops", "en") or is_verb_of_fate(tokens, index, lexicon):
            return None
        index += 1
    return None


def _compound(tokens: Tokens, index: int, stop: int, lexicon: Lexicon) -> Head | None:
    """The noun at `index`, drawn out to the head of its compound: in "police officers" the officers are counted."""
    head: Head | None = None
    first = index
    while index < stop:
        found = known(tokens, index, lexicon)
        if head is not None and head.persons and tokens.forms[index] == "home":  # "brought 210 Syrians home"
            break
        if found is None or (head is not None and found[2].kind in FATES):  # "12 rebels killed three soldiers"
            break
        if tokens.is_hyphen(found[0]):
            break  # "two tanker-tracking firms"
        if head is None and _owns(tokens, index, found[0], stop, lexicon):
            break  # "four Workers' Party militants"
        if head is not None and tokens.forms[index] in _ALSO_VERBS and _looks_plural(tokens.forms[index - 1]):
            break  # a headline's "20 strikes target rebels"
        head = as_head(tokens, index, found[0], found[2])
        index = found[0]
    return None if head is None else _struck(tokens, first, head, lexicon)


def _owns(tokens: Tokens, index: int, after: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether the noun at `index` is a possessive, and who is counted stands behind it."""
    if tokens.form(after) != "'" or not tokens.joined(after - 1) or tokens.form(index - 1) == "'":
        return False
    return any(known(tokens, at, lexicon) is not None for at in range(after + 1, min(stop, after + 1 + _OWNED_REACH)))


def _struck(tokens: Tokens, first: int, head: Head, lexicon: Lexicon) -> Head:
    """ "12 wounded soldiers", "a million displaced Iraqis": what befell them stands before their name."""
    if not head.persons or head.stop - first < 2 or tokens.forms[first] not in _BEFALLEN:
        return head
    found = known(tokens, first, lexicon)
    return replace(head, kind=found[2].kind) if found is not None and found[2].kind in FATES else head


def _modifies(tokens: Tokens, index: int, guess: int | None, lexicon: Lexicon) -> bool:
    """Whether token `index` can stand between a number and its noun."""
    form = tokens.forms[index]
    if form == "and":  # "2,500 American and coalition troops"
        return guess is None and known(tokens, index + 2, lexicon) is not None
    if form == "us" and tokens.span(index, index + 1).of(tokens.folded.original) == "US":
        return True  # "700 US troops"
    if form in _VERIFIED and guess is None:
        return known(tokens, index + 1, lexicon) is not None or known(tokens, index + 2, lexicon) is not None
    if form in words("stops", "en") or form in lexicon.reporting:
        return False
    if is_word(form) or form in ('"', "'"):
        return True
    if form in "-." and tokens.joined(index - 1):  # "joint-force", "U.S.", but not "four pins. Nine vehicles"
        return form == "-" or (len(tokens.forms[index - 1]) == 1 and tokens.forms[index - 1].isalpha())
    if len(form) == 1 and form.isalpha():
        return tokens.form(index + 1) == "." or (tokens.joined(index) and tokens.form(index + 1) == "-")
    return form.isdigit() and tokens.form(index - 1) == "-" and tokens.joined(index - 1)  # "12 F-16 jets"


def _looks_plural(form: str) -> bool:
    return len(form) > 3 and form.endswith("s") and not form.endswith(("ss", "us", "is", "'s"))
