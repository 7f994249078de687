"""Mentions: all that could matter in an article, found by rules and given in order, before anything is judged.

Quantities, dates, names, places, speakers and event triggers are found here in one pass each over the same tokens;
engines choose among them and never look at the bare text again.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from extract import dates, numbers
from extract.article import Article
from extract.dates import DateMention
from extract.events import Form, Trigger, find_triggers
from extract.mentions.agents import Agent, find_agents
from extract.mentions.places import Place, find_places
from extract.mentions.quantities import find_quantities
from extract.mentions.quantity import Left, Quantity
from extract.mentions.sources import Source, find_sources
from extract.names import NameMention, find_names, load_names
from extract.ontology.lexicon import load_lexicon
from extract.span import Span
from extract.text import Tokens, tokenize


@dataclass(frozen=True, slots=True)
class Mentions:
    """What was found in one article, each list in order of place. `sources` maps a sentence's first token to its
    speaker.
    """

    tokens: Tokens
    quantities: list[Quantity]
    left: list[Left]
    dates: list[DateMention]
    names: list[NameMention]
    places: list[Place]
    sources: dict[int, Source]
    agents: list[Agent]
    triggers: list[Trigger]
    covered: Sequence[str]  # what each token already belongs to: "date", "time", "furniture" or ""
    body_start: int  # the first token behind headline and summary
    lang: str
    published: date | None
    _agent_starts: list[int] = field(init=False, repr=False)
    _quantity_starts: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_agent_starts", [agent.first for agent in self.agents])
        object.__setattr__(self, "_quantity_starts", [quantity.first for quantity in self.quantities])

    def trimmed(self, first: int, stop: int) -> tuple[int, int]:
        """The tokens `[first, stop)` without furniture, bullets and closing punctuation at their ends."""
        while first < stop - 1 and (self.covered[first] == "furniture" or not self.tokens.forms[first][0].isalnum()):
            first += 1
        while stop - 1 > first and not self.tokens.forms[stop - 1][-1].isalnum():
            stop -= 1
        return first, stop

    def agents_between(self, first: int, stop: int) -> list[Agent]:
        """Agents that begin among the tokens `[first, stop)`."""
        return self.agents[bisect_left(self._agent_starts, first) : bisect_left(self._agent_starts, stop)]

    def places_between(self, first: int, stop: int) -> list[Place]:
        """Places that begin among the tokens `[first, stop)`."""
        low = bisect_left(self.places, first, key=lambda place: place.first)
        return self.places[low : bisect_left(self.places, stop, key=lambda place: place.first)]

    def dates_between(self, first: int, stop: int) -> list[DateMention]:
        """Dates that share a token with `[first, stop)`; no two dates share one."""
        low = bisect_right(self.dates, first, key=lambda date: date.stop_token)
        return self.dates[low : bisect_left(self.dates, stop, key=lambda date: date.first_token)]

    def triggers_between(self, first: int, stop: int) -> list[Trigger]:
        """Triggers that begin among the tokens `[first, stop)`."""
        low = bisect_left(self.triggers, first, key=lambda trigger: trigger.first)
        return self.triggers[low : bisect_left(self.triggers, stop, key=lambda trigger: trigger.first)]

    def quantities_between(self, first: int, stop: int) -> Iterator[tuple[int, Quantity]]:
        """Quantities that begin among the tokens `[first, stop)`, with their indices."""
        low, high = bisect_left(self._quantity_starts, first), bisect_left(self._quantity_starts, stop)
        return ((index, self.quantities[index]) for index in range(low, high))


def find_mentions(article: Article, ontology: Path | None = None) -> Mentions:
    """The mentions of `article`, read with the shipped ontology and the user's own file `ontology`."""
    lang = article.lang
    lexicon = load_lexicon(lang, ontology)
    tokens = tokenize(article.text)
    if lang == "en" and "IS" in article.text:
        _spell_out(tokens)
    numerals = numbers.scan(tokens, lang)
    times = dates.scan(tokens, numerals, lang, article.published)
    names = find_names(tokens, lang, load_names())
    covered = [""] * len(tokens)
    _cover(covered, "time", [(item.first_token, item.stop_token) for item in times.times])
    _cover(covered, "date", [(item.first_token, item.stop_token) for item in times.dates])
    furniture = _furniture(tokens, article.excluded)
    _cover(covered, "furniture", furniture)
    nationals = frozenset(name.first for name in names if name.adjective)
    quantities, left = find_quantities(tokens, numerals, covered, lexicon, nationals)
    triggers = _outside_names(find_triggers(tokens, lang), names)
    counted = {at for one in quantities for at in range(one.first, one.stop)}
    told = {at for one in triggers for at in range(one.first, one.stop)} if lang == "fa" else frozenset[int]()
    places = find_places(tokens, names, covered, counted, lang, told)
    return Mentions(
        tokens=tokens,
        quantities=quantities,
        left=left,
        dates=[item for item in times.dates if covered[item.first_token] == "date"],  # not those in furniture
        names=names,
        places=places,
        sources=find_sources(tokens, lexicon, covered, _deeds(triggers), _named(names)),
        agents=find_agents(tokens, names, places, lexicon),
        triggers=[trigger for trigger in triggers if covered[trigger.first] != "furniture"],
        covered=covered,
        body_start=_body_start(tokens, covered),
        lang=lang,
        published=article.published,
    )


def _spell_out(tokens: Tokens) -> None:
    """ "IS" in capitals among other words is the group's name, which its folded form would take for a verb."""
    text, forms = tokens.folded.original, tokens.forms
    for at, form in enumerate(forms):
        if form == "is" and tokens.span(at, at + 1).of(text) == "IS":
            near = (tokens.span(one, one + 1).of(text) for one in (at - 1, at + 1) if 0 <= one < len(forms))
            if not any(len(word) > 1 and word.isupper() for word in near):
                forms[at] = "isis"


def _deeds(triggers: Sequence[Trigger]) -> frozenset[int]:
    """The tokens at which a noun without article tells a happening."""
    return frozenset(one.first for one in triggers if one.form is Form.NOUN and not one.definite)


def _named(names: Sequence[NameMention]) -> frozenset[int]:
    """The tokens of proper names, nationalities left out."""
    return frozenset(at for name in names if not name.adjective for at in range(name.first, name.stop))


def _outside_names(triggers: list[Trigger], names: Sequence[NameMention]) -> list[Trigger]:
    """Without the triggers that are part of a longer place name: عين in "عين الأسد" appoints nobody."""
    longer = (name for name in names if name.name.place and name.stop - name.first > 1)
    inside = {at for name in longer for at in range(name.first, name.stop)}
    return [one for one in triggers if one.first not in inside or one.stop - 1 not in inside]


def _cover(covered: list[str], what: str, ranges: Sequence[tuple[int, int]]) -> None:
    for first, stop in ranges:
        covered[first:stop] = [what] * (stop - first)


def _furniture(tokens: Tokens, excluded: Sequence[Span]) -> list[tuple[int, int]]:
    """Token ranges of the excluded spans: the tokens that begin inside one."""
    ranges: list[tuple[int, int]] = []
    places = range(len(tokens))
    stop = 0
    for span in sorted(excluded):
        first = bisect_left(places, span.start, lo=stop, key=lambda i: tokens.folded.offset(tokens.starts[i]))
        stop = bisect_left(places, span.end, lo=first, key=lambda i: tokens.folded.offset(tokens.starts[i]))
        if stop > first:
            ranges.append((first, stop))
    return ranges


_LONGEST_HEADLINE = 30  # tokens
_BULLETS = frozenset(("-", "*", "•", "·", "–"))


def _body_start(tokens: Tokens, covered: Sequence[str]) -> int:
    """The first token of the body: behind a first line without a full stop, and behind bulleted lines on top."""
    body = 0
    for first, stop in tokens.sentences:
        start = first
        while start < stop and covered[start] == "furniture":
            start += 1  # the date header shares its line with the first bullet
        is_title = body == 0 and stop - start <= _LONGEST_HEADLINE and tokens.forms[stop - 1] == "\n"
        if not (is_title or start == stop or tokens.forms[start] in _BULLETS):
            break
        body = stop
    return body
