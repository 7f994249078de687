"""Ages that name no unit: "aged 52", "A woman, 34, was hurt", "aged 12 and 14"."""

from extract.mentions.counts import Count
from extract.mentions.head import Head, known
from extract.mentions.quantity import Quantity
from extract.mentions.scene import AND, Scene
from extract.ontology.words import words
from extract.text import Tokens

_BEHIND_AGES = frozenset("and or were was are who respectively died have had in at on from when".split())
_SAYS = frozenset("said says added recalled told explained".split())
_SPEAKER_REACH = 5  # tokens from a verb of saying to the age behind its speaker
_ARTICLES = frozenset(("a", "an", "another", "the"))
_YOUNGEST, _OLDEST = 4, 110  # years


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


def other_age(tokens: Tokens, count: Count, previous: Quantity) -> Head | None:
    """The age behind the age told before: "aged 12 and 14", but not "aged 12, and 3 others"."""
    same = tokens.form(previous.stop) in AND or tokens.form(previous.stop) == ","
    counts = tokens.form(count.stop).isalpha() and tokens.form(count.stop) not in _BEHIND_AGES
    return Head("age", count.stop, count.end, "year") if same and not (count.vague or counts) else None


def _follows_person(scene: Scene, count: Count) -> bool:
    """ "A woman, 34, was hurt"."""
    tokens, at = scene.tokens, count.first - 2
    if at < 1 or tokens.forms[at - 1] not in _ARTICLES or tokens.form(at + 1) != "," or tokens.form(count.stop) != ",":
        return False
    found, form = known(tokens, at, scene.lexicon), tokens.forms[count.first]
    person = found is not None and found[0] == at + 1 and found[2].persons and not tokens.forms[at].endswith("s")
    return person and form.isdigit() and _YOUNGEST <= int(form) <= _OLDEST


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
