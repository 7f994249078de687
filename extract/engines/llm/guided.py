"""The guided strategy: the rules' proposals are numbered and marked in the text, and the model judges each.

The reply's schema has one required slot for every mention, with the mention's own words fixed in it, so the model can
skip none, reorder none and invent none. Values and spans stay those of the mentions. What the model thinks was missed
is a verbatim quote in a last list, read as the freeform strategy reads one.

A prompt whose answers are verdicts asks for less: true or false for every mention, which is kept as the rules have it,
or left out.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, cast

from pydantic import ValidationError

from extract.article import Article
from extract.dates import DateMention
from extract.engines.llm.answers import (
    MALFORMED,
    REALIS,
    Item,
    Refused,
    closed,
    compact,
    example_article,
    kinds,
    system_text,
    turns,
    types,
)
from extract.frozen import frozen
from extract.mentions import Mentions
from extract.prompts import Example, Prompt
from extract.proposals import EventProposal, FigureProposal, Proposals
from extract.schema import Realis
from extract.span import Span

NOT_A_FIGURE, NOT_AN_EVENT, NO_DATE = "not_a_figure", "not_an_event", "none"
_TOKENS_A_SLOT = {"choices": 45, "verdicts": 8}  # of the reply, at most, in Arabic script
_MOST_MISSED = 3
_WINDOW = 300  # characters around a mention in a sentence that goes on for longer
# What is measured in a unit is told by the unit: a model may refuse such a figure, not make lorries of it.
_MEASURED = frozenset(("money", "percent", "share", "distance", "area", "weight"))
_TIMES = ("duration", "age")
_MARKS = str.maketrans("⟦⟧", "[]")  # the text's own marks, so that none is taken for ours


@frozen
class Question:
    """One mention to be judged. `hint` is what the rules make of it, `choices` what the model may make of it."""

    id: str
    span: Span
    text: str
    hint: tuple[str, ...]
    choices: Mapping[str, tuple[str, ...]]
    index: int


@frozen
class Part:
    """The questions of one request and the windows of text that they stand in."""

    windows: tuple[Span, ...]
    questions: tuple[Question, ...]


class Guide:
    """Asks about one article's proposals, and takes the judgments in."""

    def __init__(
        self, article: Article, mentions: Mentions, proposals: Proposals, prompt: Prompt, ontology: Path | None
    ) -> None:
        self._article, self._mentions, self._proposals = article, mentions, proposals
        self._dates = {f"d{number}": date for number, date in enumerate(mentions.dates, 1)}
        self._date_names = {id(date): name for name, date in self._dates.items()}
        self._answers = prompt.answers
        self._ask_when = "when" in prompt.slots and bool(self._dates)
        self._kinds = tuple(kinds(ontology))
        self.questions = tuple(self._questions())

    def parts(self, max_tokens: int) -> list[Part]:
        """The requests to make: windows in order, as many mentions to each as a reply has room for."""
        most = max(1, max_tokens // _TOKENS_A_SLOT[self._answers])
        found: list[list[Question]] = [[]]
        sentence = None
        for question in self.questions:
            inside = self._window(question.span)
            full = len(found[-1]) >= most
            crowded = sentence != inside and len(found[-1]) + self._in(inside) > most
            if found[-1] and (full or crowded):
                found.append([])
            found[-1].append(question)
            sentence = inside
        return [Part(self._windows(questions), tuple(questions)) for questions in found if questions]

    def without(self, part: Part, found: Mapping[str, object]) -> Part:
        """What is left of a part when the questions in `found` have their answers."""
        left = tuple(question for question in part.questions if question.id not in found)
        return Part(self._windows(left), left)

    def text(self, part: Part) -> str:
        """What the model is asked about a part: the dates, then the windows with every mention marked."""
        lines = [f"Published: {self._article.published}"] if self._article.published else []
        near = {self._date_names[id(date)]: date for window in part.windows for date in self._dates_in(window)}
        if self._ask_when and near:
            lines.append("Dates: " + "; ".join(f"{name} = {_period(date)}" for name, date in near.items()))
        lines += ["Text:", *(self._marked(window, part.questions) for window in part.windows)]
        return "\n".join(lines)

    def contract(self, part: Part) -> dict[str, Any]:
        """The JSON Schema of the reply about a part; lists of choices that slots share are written once."""
        if self._answers == "verdicts":
            return closed({question.id: {"type": "boolean"} for question in part.questions})
        slots: dict[str, Any] = {}
        lists: dict[tuple[str, ...], str] = {self._kinds: "kind"}
        for question in part.questions:
            slot: dict[str, Any] = {"text": {"type": "string", "const": question.text}}
            for name, values in question.choices.items():
                shared = lists.setdefault(values, f"{name}{len(lists)}")
                slot[name] = {"$ref": f"#/$defs/{shared}"}
            slots[question.id] = closed(slot)
        missed = closed({"quote": {"type": "string", "maxLength": 80}, "kind": {"$ref": "#/$defs/kind"}})
        slots["missed"] = {"type": "array", "maxItems": _MOST_MISSED, "items": missed}
        choices = {name: {"type": "string", "enum": list(values)} for values, name in lists.items()}
        return {**closed(slots), "$defs": choices}

    def judgments(self, part: Part, data: Mapping[str, Any]) -> tuple[dict[str, dict[str, str]], list[Refused]]:
        """The judgments in a reply by question, and what in it is none; a question without one is refused, too."""
        found: dict[str, dict[str, str]] = {}
        refused: list[Refused] = []
        for question in part.questions:
            said = data.get(question.id)
            if question.id not in data:
                refused.append(Refused("not_judged", question.id, question.span))
            elif self._answers == "verdicts" and isinstance(said, bool):
                found[question.id] = _as_hinted(question) if said else _rejected(question)
            elif self._answers == "choices" and _keeps_to(said, question):
                found[question.id] = cast("dict[str, str]", said)
            else:
                refused.append(Refused(MALFORMED, {question.id: said}, question.span))
        known = {question.id for question in part.questions} | {"missed"}
        refused += [Refused(MALFORMED, {key: data[key]}) for key in data if key not in known]
        return found, refused

    def judged(self, judgments: Mapping[str, Mapping[str, str]]) -> Proposals:
        """The proposals as the model judges them; what it rejects is left out with that reason."""
        left = list(self._proposals.left_out)
        figures: list[FigureProposal] = []
        events: list[EventProposal] = []
        kept: dict[int, int] = {}  # the figures' old places -> the new
        for question in self.questions:
            said = judgments.get(question.id)
            if said is None:
                continue  # refused by the caller, with its reason
            verdict = said.get("kind") or said["type"]
            if verdict in (NOT_A_FIGURE, NOT_AN_EVENT):
                left.append(Refused(verdict, "", question.span).left_out())
            elif "kind" in said:
                figure = self._proposals.figures[question.index]
                kept[question.index] = len(figures)
                figures.append(replace(figure, kind=verdict, when=self._when(said, figure.when)))
            else:
                event = self._proposals.events[question.index]
                events.append(
                    replace(event, type=verdict, realis=Realis(said["realis"]), when=self._when(said, event.when))
                )
        linked = [replace(event, figures=tuple(kept[at] for at in event.figures if at in kept)) for event in events]
        return Proposals(tuple(figures), tuple(linked), tuple(left))

    def _when(self, said: Mapping[str, str], hint: DateMention | None) -> DateMention | None:
        return self._dates.get(said["when"]) if "when" in said else hint

    def _questions(self) -> Iterator[Question]:
        figures = [(f.evidence, "f", at) for at, f in enumerate(self._proposals.figures)]
        events = [(e.trigger, "e", at) for at, e in enumerate(self._proposals.events)]
        numbers = {"f": 0, "e": 0}
        for span, letter, at in sorted([*figures, *events]):
            numbers[letter] += 1
            hint, choices = self._figure(at) if letter == "f" else self._event(at)
            yield Question(f"{letter}{numbers[letter]}", span, _plain(span.of(self._article.text)), hint, choices, at)

    def _figure(self, at: int) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
        figure = self._proposals.figures[at]
        if figure.kind in _MEASURED:
            offered = (figure.kind, NOT_A_FIGURE)
        elif figure.kind in _TIMES:
            offered = (*_TIMES, NOT_A_FIGURE)
        else:
            offered = tuple(kind for kind in self._kinds if kind not in _MEASURED and kind not in _TIMES)
            offered = (*offered, NOT_A_FIGURE)
        return self._dated((figure.kind,), {"kind": offered}, figure.when)

    def _event(self, at: int) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
        event = self._proposals.events[at]
        choices = {"type": (*types(), NOT_AN_EVENT), "realis": REALIS}
        return self._dated((event.type, event.realis.value), choices, event.when)

    def _dated(
        self, hint: tuple[str, ...], choices: dict[str, tuple[str, ...]], when: DateMention | None
    ) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
        if not self._ask_when:
            return hint, choices
        name = self._date_names.get(id(when), NO_DATE)
        return (*hint, name), {**choices, "when": (*self._dates, NO_DATE)}

    def _window(self, span: Span) -> Span:
        """The sentence around `span`; of one that goes on and on, what stands near."""
        tokens = self._mentions.tokens
        at = _token_at(self._mentions, span.start)
        first, stop = tokens.sentence(at)
        sentence = tokens.span(*self._mentions.trimmed(first, stop))
        if sentence.end - sentence.start <= 2 * _WINDOW or not sentence.covers(span):
            return Span(min(sentence.start, span.start), max(sentence.end, span.end))
        start, end = max(sentence.start, span.start - _WINDOW), min(sentence.end, span.end + _WINDOW)
        return Span(start, end)

    def _in(self, window: Span) -> int:
        """How many questions stand in `window`; they are in the order of the text."""
        low = bisect_left(self.questions, window.start, key=lambda question: question.span.start)
        high = bisect_left(self.questions, window.end, key=lambda question: question.span.start)
        return sum(window.covers(question.span) for question in self.questions[low:high])

    def _dates_in(self, window: Span) -> list[DateMention]:
        """The dates that share a character with `window`; they are in the order of the text, and none overlap."""
        dates = self._mentions.dates
        low = bisect_right(dates, window.start, key=lambda date: date.span.end)
        return dates[low : bisect_left(dates, window.end, key=lambda date: date.span.start)]

    def _windows(self, questions: Sequence[Question]) -> tuple[Span, ...]:
        windows: list[Span] = []
        for window in sorted(self._window(question.span) for question in questions):
            if windows and window.start <= windows[-1].end:
                windows[-1] = Span(windows[-1].start, max(windows[-1].end, window.end))
            else:
                windows.append(window)
        return tuple(windows)

    def _marked(self, window: Span, questions: Sequence[Question]) -> str:
        pieces: list[str] = []
        done = window.start
        for question in questions:
            if window.covers(question.span):
                pieces += [_plain(Span(done, question.span.start).of(self._article.text))]
                pieces += [f"⟦{question.id} {' '.join(question.hint)}⟧"]
                done = question.span.start
        pieces.append(_plain(Span(done, window.end).of(self._article.text)))
        return "".join(pieces)


def messages(prompt: Prompt, ontology: Path | None, lang: str, question: str) -> list[dict[str, str]]:
    """The messages of one request; the examples are asked about as an article is."""
    return turns(system_text(prompt, ontology), shown(prompt, ontology, lang), question)


@cache
def shown(prompt: Prompt, ontology: Path | None, lang: str) -> list[tuple[str, str]]:
    """The examples of one language, as a question and its reply. A reply in the file names each mention's judgment."""
    found: list[tuple[str, str]] = []
    for example in prompt.examples_in(lang):
        guide = guide_of(example_article(example), prompt, ontology)
        for part in guide.parts(10**6):
            said = example_judgments(prompt, example, part)
            missed = {"missed": example.reply.get("missed", [])} if prompt.answers == "choices" else {}
            found.append((guide.text(part), compact({**said, **missed})))
    return found


def example_judgments(prompt: Prompt, example: Example, part: Part) -> dict[str, Any]:
    """What an example replies to the questions of `part`: its file leaves out the mentions' own words."""
    if prompt.answers == "verdicts":
        return {question.id: example.reply.get(question.id) for question in part.questions}
    return {question.id: {"text": question.text, **example.reply.get(question.id, {})} for question in part.questions}


def guide_of(article: Article, prompt: Prompt, ontology: Path | None) -> Guide:
    """The guide of an article that is read here and now."""
    from extract.engines import rules
    from extract.mentions import find_mentions

    mentions = find_mentions(article, ontology)
    return Guide(article, mentions, rules.propose(mentions), prompt, ontology)


class _Missed(Item):
    quote: str
    kind: str


def missed(data: Mapping[str, Any], refused: list[Refused]) -> list[tuple[str, str]]:
    """The (quote, kind) pairs of a reply's last list."""
    listed = data.get("missed", [])
    found: list[tuple[str, str]] = []
    for said in cast("list[Any]", listed) if isinstance(listed, list) else [listed]:
        try:
            item = _Missed.model_validate(said)
        except ValidationError:
            refused.append(Refused(MALFORMED, said))
        else:
            found.append((item.quote, item.kind))
    return found


def _as_hinted(question: Question) -> dict[str, str]:
    """The judgment that a mention is what the rules make of it."""
    return dict(zip(("type", "realis") if len(question.hint) > 1 else ("kind",), question.hint, strict=True))


def _rejected(question: Question) -> dict[str, str]:
    """The judgment that a mention is nothing of the kind."""
    return {"type": NOT_AN_EVENT} if len(question.hint) > 1 else {"kind": NOT_A_FIGURE}


def _keeps_to(said: object, question: Question) -> bool:
    """Whether a judgment is about this mention's own words and chooses among what it may."""
    if not isinstance(said, dict):
        return False
    judgment = cast("dict[object, object]", said)
    if judgment.keys() != {"text", *question.choices} or judgment["text"] != question.text:
        return False
    return all(judgment[name] in values for name, values in question.choices.items())


def _token_at(mentions: Mentions, offset: int) -> int:
    """The token at an offset of the article's text."""
    tokens = mentions.tokens
    places = range(len(tokens))
    return max(0, bisect_right(places, offset, key=lambda at: tokens.folded.offset(tokens.starts[at])) - 1)


def _period(date: DateMention) -> str:
    if date.first is None and date.last is None:
        return "?"
    if date.first == date.last:
        return str(date.first)
    return f"{date.first or '...'} to {date.last or '...'}"


def _plain(text: str) -> str:
    """The text on one line, without marks like ours."""
    return " ".join(text.translate(_MARKS).split(" ")).replace("\n", " ")
