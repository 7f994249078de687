"""Arabic verbs in the future open with سـ and a person's letter. Some nouns and names open so too, whatever follows,
some words are none as they stand, and verbs of two more letters are few.
"""

from extract.text import fold_word

_NO_VERBS = tuple(
    fold_word(
        "سيار سياس سياد سياق سينما سيناري سنوات سنوي سنتيم ستار ستائر سندات سنجار سنغافور سيدني سيدت سيبيريا سيرغي "
        "سيرجي سيمون ستوكهولم ستيف ستراتيج"
    ).split()
)
_NO_VERB = frozenset(
    fold_word(
        "سيد سيدة سيدات سيدي سيدنا سيف سيفه سيول سيولا سيولة سيما سيء سيئة سيناء سيطر سيطرت سيطروا سيطرة سيطرته "
        "سيطرتها سيطرتهم ستر سترة سترات ستة ستين ستون ستينات ستينيات سند سنده سندي سني سنية سنة سنته سنتين سنتان "
        "سنجة سنوا سيرة سيرت"
    ).split()
)
_SHORT_VERBS = frozenset(
    person + stem
    for person in ("سي", "ست", "سن")
    for stem in "صل قع قف عد جد ضع تم رد مر ظل حل ضم عي دل شن حد فر صد".split()
)
_PERSONS = ("سي", "ست", "سن")
_SHORTEST = 5  # letters


def is_future(form: str) -> bool:
    """Whether a token without conjunction looks like a verb in the future; not one with سأ, which folding hides."""
    if len(form) < _SHORTEST:
        return form in _SHORT_VERBS
    return form.startswith(_PERSONS) and form not in _NO_VERB and not form.startswith(_NO_VERBS)
