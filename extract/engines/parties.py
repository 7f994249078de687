"""Whose a figure is, or who did it: the nationality, force or group that the words around the noun name."""

from extract.mentions.quantity import Quantity
from extract.names import NameMention
from extract.text import Tokens

_OF = {
    "ar": frozenset(("من", "تابعه", "تابعا", "تابعين", "عناصر", "قوات", "افراد", "صفوف", "في")),
    "fa": frozenset(("از", "عضو", "وابسته", "به", "نيروهاي")),
    "en": frozenset(("of", "from", "the", "belonging", "to")),
}
_BELONGING = frozenset(("belonging", "loyal", "وابسته"))
_REACH = 3


def party_of(tokens: Tokens, quantity: Quantity, names: list[NameMention], lang: str) -> NameMention | None:
    """The party named inside the counted phrase ("2,500 American troops") or right behind it ("2500 من القوات
    الأميركية").
    """
    after = quantity.noun_tokens[1] if quantity.noun_tokens is not None else quantity.stop
    candidates = [name for name in names if name.name.actor or name.adjective]
    if not candidates:
        return None
    for name in candidates:
        if quantity.first <= name.first < after:
            return name
    for name in candidates:
        if not after <= name.first <= after + _REACH:
            continue
        between = tokens.forms[after : name.first]
        if all(form in _OF[lang] for form in between) and (name.adjective or between or lang != "en"):
            if between[-1:] in (["to"], ["به"]) and _BELONGING.isdisjoint(between):
                continue  # "600 more police to Haiti": where to
            is_place = name.name.place and not name.adjective
            if is_place and (between[-1:] == ["في"] or not between or (lang == "fa" and between[-1:] == ["از"])):
                continue  # «از ایران برگشتند»: where from
            return name
    return _part_of_them(tokens, quantity, candidates) or _labelled(tokens, quantity, candidates)


_OF_THEM = frozenset(("منهم", "منهن", "them", "انان", "انها", "ايشان"))


def _part_of_them(tokens: Tokens, quantity: Quantity, names: list[NameMention]) -> NameMention | None:
    """ "640 منهم مغاربة", "18 of them Iraqis", «سه نفرشان سوری بودند»: what the text says of a part of those before."""
    stop = quantity.stop + _REACH
    near = tokens.forms[quantity.first : stop]
    if _OF_THEM.isdisjoint(near) and not any(form.endswith("شان") for form in near):
        return None
    found = next((name for name in names if quantity.first < name.first < stop + 1 and name.adjective), None)
    between = tokens.forms[quantity.stop : found.first] if found is not None else ()
    return found if all(form.isalpha() for form in between) else None


NUMBER_OF = frozenset(and_ + word for word in ("عدد", "عديد", "اعداد", "شمار", "تعداد", "number") for and_ in ("", "و"))


def _labelled(tokens: Tokens, quantity: Quantity, names: list[NameMention]) -> NameMention | None:
    """ "ويبلغ عدد العسكريين الأميركيين ... نحو 2500 جندي": the nationality in the phrase that labels the number."""
    first = max(tokens.sentence(quantity.first)[0], quantity.first - 12)
    forms = tokens.forms[first : quantity.first]
    label = next((at for at, form in enumerate(forms, first) if form in NUMBER_OF), quantity.first)
    return next((name for name in names if label < name.first < quantity.first and name.adjective), None)
