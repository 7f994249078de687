"""Checks the examples of a prompt as the replies of a model are checked: what they teach must ground itself."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from extract.engines.llm import freeform, guided
from extract.engines.llm.answers import Refused, example_article, short
from extract.engines.llm.reading import Reader
from extract.errors import ArticleError, PromptError
from extract.grounding import ground
from extract.mentions import find_mentions
from extract.prompts import Example, Prompt, load_prompt
from extract.proposals import Proposals


@cache
def check_prompt(name: str, ontology: Path | None = None) -> None:
    """Raise PromptError unless the prompt can be loaded and every example gets all that its reply says."""
    prompt = load_prompt(name)
    for example in prompt.examples:
        try:
            fault = next(_faults(prompt, example, ontology), None)
        except ArticleError as error:
            fault = str(error)
        if fault is not None:
            raise PromptError(f"prompt {prompt.name}: the example in {example.lang} does not ground: {fault}")


def _faults(prompt: Prompt, example: Example, ontology: Path | None) -> Iterator[str]:
    article = example_article(example)
    if prompt.strategy == "guided":
        yield from _guided_faults(prompt, example, ontology)
        return
    reader = Reader(find_mentions(article, ontology), ontology)
    refused = reader.read(freeform.as_reply(example.reply))
    yield from map(_told, refused)
    proposals = Proposals(tuple(reader.figures), tuple(reader.events), ())
    yield from (f"{item.reason}: {item.detail}" for item in ground(article, proposals, ontology)[2])


def _guided_faults(prompt: Prompt, example: Example, ontology: Path | None) -> Iterator[str]:
    guide = guided.guide_of(example_article(example), prompt, ontology)
    known = {question.id for question in guide.questions}
    for part in guide.parts(10**6):
        yield from map(_told, guide.judgments(part, guided.example_judgments(prompt, example, part))[1])
    for name in example.reply.keys() - known - {"missed"}:
        yield f"no mention {name}; the article has {', '.join(sorted(known))}"


def _told(refused: Refused) -> str:
    return f"{refused.reason}: {short(refused.said)}"
