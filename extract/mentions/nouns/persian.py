"""Persian puts a counter between the number and the noun ("۱۰ فروند پهپاد"), or counts with it alone ("۵ نفر")."""

from extract.mentions.counts import Count
from extract.mentions.head import Head, as_head, guessed, is_verb_of_fate, is_word, known, with_members
from extract.ontology.lexicon import Lexicon
from extract.ontology.words import words
from extract.text import Tokens


def persian_noun(tokens: Tokens, count: Count, lexicon: Lexicon) -> Head | None:
    """What a Persian count measures by the words behind it: counter and noun, noun, or counter alone."""
    index = count.stop
    counter = lexicon.counters.at(tokens.forms, index) if index < len(tokens) else None
    if counter is not None:
        found = known(tokens, counter[0], lexicon)
        if found is not None:
            return as_head(tokens, counter[0], found[0], found[2])
    if tokens.form(index) == "از" and tokens.form(index + 1) not in words("stops", "fa"):
        index += 1  # "۵ تن از" has its counter; "ده‌ها از نیروها" has none
    found = known(tokens, index, lexicon)
    if found is not None:
        return with_members(tokens, as_head(tokens, index, found[0], found[2]), lexicon)
    if counter is not None and is_word(tokens.form(counter[0])) and tokens.form(counter[0]) not in words("stops", "fa"):
        return guessed(tokens, counter[0], counter[0] + 1)
    form = tokens.form(index)
    if (
        not is_word(form)
        or form in words("stops", "fa")
        or form in words("others", "fa")
        or is_verb_of_fate(tokens, index, lexicon)
    ):
        return None
    return guessed(tokens, index, index + 1)
