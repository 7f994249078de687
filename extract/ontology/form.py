"""The grammatical shape of a word that tells a happening, which conjugation makes and realis is judged by."""

from enum import StrEnum


class Form(StrEnum):
    """Grammatical shape of a trigger, as far as the tokens show it."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"  # morphological only (سينسحب، خواهد شد); "will withdraw" is an infinitive with a cue before it
    SUBJUNCTIVE = "subjunctive"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"
    NOUN = "noun"

    def __init__(self, value: str) -> None:
        self.finite = value in ("past", "present", "future", "subjunctive")
        """Whether the trigger is a verb with tense or mood of its own."""
        self.verbal = value not in ("participle", "noun")
        """Whether the trigger is its clause's verb, and carries tense itself."""
