"""A run that asks a model about many articles: what it need not ask again, and what it keeps for the run after it.

With an output file there is a journal beside it until every article has its answer, and a manifest once the output is
written. A run whose records go to stdout keeps neither.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from extract import __version__
from extract.article import Article
from extract.article.sources import STDIN
from extract.endpoint import address, public_url
from extract.errors import ArticleError, UsageError
from extract.export import check_output
from extract.journal import Entry, Journal, key_of, open_journal
from extract.manifest import Account, answered, manifest_of, write_manifest
from extract.ontology import load_ontology
from extract.pipeline import Outcome, Settings, outcomes
from extract.prices import Price
from extract.prompts import load_prompt
from extract.schema import Extraction
from extract.usage import Usage

Sources = Iterator[Article | ArticleError]


@dataclass(frozen=True, slots=True)
class Plan:
    """A run to be made. `read` gives the articles anew at each call; `again` is whether it can (standard input cannot).

    `output` None is stdout. `resume` goes on with an unfinished run, `count` finds out the number of articles first.
    """

    settings: Settings
    read: Callable[[], Sources]
    again: bool
    output: Path | None = None
    resume: bool = False
    price: Price | None = None
    count: bool = False


class ModelRun:
    """A run on its way. `results` are its records in input order; `account` tells what they have cost so far."""

    def __init__(self, plan: Plan, journal: Journal | None, stack: ExitStack) -> None:
        self.account = Account(price=plan.price)
        self.journal = journal
        self._plan, self._stack = plan, stack
        self._waiting: deque[str | None] = deque()  # for each article read ahead: its key if the journal has it
        if journal is not None:
            self.account.started = journal.started

    def prepare(self) -> None:
        """Read the inputs once where that is needed before the first call.

        Raises JournalError when the journal holds an article that is not among them.
        """
        resuming = self.journal is not None and len(self.journal) > 0
        if not self._plan.again or not (resuming or self._plan.count):
            return
        keys: set[str] = set()
        self.account.expected = 0
        for source in self._plan.read():
            self.account.expected += 1
            if resuming and isinstance(source, Article):
                keys.add(key_of(source))
        if self.journal is not None:
            self.journal.check_inputs(keys)

    def results(self) -> Iterator[Extraction | ArticleError]:
        """Every article's record or error, in input order. Raises EndpointError when no article can be asked about."""
        for result, usage in self._merged():
            self.account.add(result, usage)
            yield result

    def _merged(self) -> Iterator[tuple[Extraction | ArticleError, Usage]]:
        asked = outcomes(self._unanswered(), self._plan.settings, finished=self._keep)
        # Closed before the journal is: what is still on its way must end first.
        for outcome in self._stack.enter_context(closing(cast("Generator[Outcome]", asked))):
            yield from self._answered_before()
            self._waiting.popleft()
            yield outcome.result, outcome.usage
        yield from self._answered_before()

    def _unanswered(self) -> Sources:
        """The articles to be asked about. They are read ahead of the answers, so `_waiting` keeps everyone's turn."""
        for source in self._plan.read():
            key = key_of(source) if isinstance(source, Article) else ""
            known = self.journal is not None and key in self.journal
            self._waiting.append(key if known else None)
            if not known:
                yield source

    def _answered_before(self) -> Iterator[tuple[Extraction, Usage]]:
        """The records in the journal whose turn it is."""
        while self.journal is not None and self._waiting and self._waiting[0] is not None:
            entry = self.journal[self._waiting[0]]
            self._waiting.popleft()
            self.account.resumed += 1
            yield entry.record, entry.usage

    def _keep(self, outcome: Outcome) -> None:
        """Put an answer on the disk. What has none, the rules' fallback included, is asked about again by a resume."""
        source, result = outcome.source, outcome.result
        if self.journal is not None and isinstance(source, Article) and answered(result):
            self.journal.add(Entry(key_of(source), outcome.usage, result))


@contextmanager
def open_run(plan: Plan) -> Generator[ModelRun]:
    """A run that is ready to ask. When the block ends well, the manifest is written and the journal has served.

    All that can be known to be wrong is raised before the first call: UsageError, JournalError, PromptError.
    """
    signature = signature_of(plan.settings)
    if plan.resume:
        _check_resume(plan)
    with ExitStack() as stack:
        journal = None
        if plan.output is not None:
            check_output(plan.output)
            if plan.again:
                journal = stack.enter_context(open_journal(plan.output, signature, plan.resume))
        run = ModelRun(plan, journal, stack)
        run.prepare()
        yield run
        if plan.output is not None:
            write_manifest(manifest_of(plan.output), run.account.as_json(signature))
        if journal is not None:
            journal.done = run.account.unanswered == 0


def rereadable(paths: list[str]) -> bool:
    """Whether the inputs `paths` can be read twice, as files can and pipes cannot."""
    return not any(path == STDIN or _is_stream(Path(path)) for path in paths)


def _is_stream(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


def _check_resume(plan: Plan) -> None:
    if plan.output is None:
        raise UsageError("--resume needs -o FILE, beside which the journal of the unfinished run is")
    if not plan.again:
        raise UsageError("--resume reads the inputs twice, which a pipe does not allow; save them to a file")


def signature_of(settings: Settings) -> dict[str, object]:
    """All that decides the answers beside the articles. Raises PromptError, OntologyError or UsageError."""
    settings.check()
    model = settings.model
    prompt = load_prompt(model.prompt)
    return {
        "engine": settings.engine,
        "model": model.model,
        "base_url": public_url(address(model)).rstrip("/"),
        "prompt": f"{prompt.name}@{prompt.digest[:16]}",
        "mode": model.mode,
        "temperature": model.temperature,
        "seed": model.seed,
        "max_tokens": model.max_tokens,
        "reasks": model.reasks,
        "fallback": model.fallback,
        "ontology": load_ontology(settings.ontology).digest,
        "version": __version__,
    }
