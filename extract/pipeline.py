"""The whole product on one screen: article -> mentions -> engine -> grounding -> record.

One article's failure is its own: whatever goes wrong inside it becomes its error, and the others go on.
"""

import gc
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from extract import __version__
from extract.article import Article
from extract.endpoint import ModelSettings
from extract.engines import rules
from extract.engines.inherited import with_inherited
from extract.errors import ArticleError, ModelFailure, UsageError
from extract.files import uninterrupted
from extract.grounding import ground
from extract.mentions import find_mentions
from extract.ontology import load_ontology
from extract.prompts import load_prompt
from extract.proposals import Proposals
from extract.schema import ArticleInfo, Extraction, Provenance, Status
from extract.usage import METER, Usage

if TYPE_CHECKING:
    from concurrent.futures import Future

    from extract.engines.llm import Asker

ENGINES = ("rules", "llm")
_AHEAD = 8  # articles in flight for each worker process: enough to keep it busy, few enough to keep memory flat


@dataclass(frozen=True, slots=True)
class Settings:
    """All that decides the output besides the article. `ontology` is a user's own lexicon file, `llm` the model that
    the engine of that name asks.
    """

    engine: str = "rules"
    ontology: Path | None = None
    llm: ModelSettings | None = None

    def check(self) -> None:
        """Raise UsageError (or one of its kind) for settings that no article could be read with."""
        if self.engine not in ENGINES:
            raise UsageError(f"engine {self.engine!r} is not known; use one of {', '.join(ENGINES)}")
        load_ontology(self.ontology)
        if self.engine == "llm":
            from extract.endpoint import check_endpoint
            from extract.engines.llm.examples import check_prompt

            check_endpoint(self.model)
            check_prompt(self.model.prompt, self.ontology)

    @property
    def model(self) -> ModelSettings:
        """The model that is asked. Raises UsageError where none is named."""
        if self.llm is None:
            raise UsageError("the engine llm needs a model; name one with --model")
        return self.llm


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article, and what a model's answers about it cost."""

    source: Article | ArticleError
    result: Extraction | ArticleError
    usage: Usage = field(default_factory=Usage)


DEFAULT = Settings()


def extract(article: Article, settings: Settings = DEFAULT) -> Extraction:
    """The figures and events of one article, each checked against its text.

    Raises UsageError or OntologyError when `settings` cannot be used at all, and ArticleError when a model gave no
    usable answer.
    """
    if not isinstance(cast("object", article), Article):
        raise TypeError(f"extract takes an Article, not {type(article).__name__}; Article.of(text) makes one of a text")
    settings.check()
    if settings.engine == "llm":
        (outcome,) = _asked([article], settings, None)
        if isinstance(outcome.result, ArticleError):
            raise outcome.result
        return outcome.result
    return _by_rules(article, settings)


def run(
    sources: Iterable[Article | ArticleError], settings: Settings = DEFAULT, jobs: int = 1
) -> Iterator[Extraction | ArticleError]:
    """Extractions of many articles, in input order and as a stream; errors in `sources` pass through.

    `jobs` > 1 spreads the articles over that many processes; a model is asked from one, about many at once.
    """
    return (outcome.result for outcome in outcomes(sources, settings, jobs))


def outcomes(
    sources: Iterable[Article | ArticleError],
    settings: Settings = DEFAULT,
    jobs: int = 1,
    finished: Callable[[Outcome], None] | None = None,
) -> Iterator[Outcome]:
    """As `run`, with what each article cost. `finished` is told of a model's article the moment it is done, which may
    be before its turn.

    EndpointError ends the iteration: no further article could be asked about.
    """
    settings.check()
    if settings.engine == "llm":
        return _asked(sources, settings, finished)
    if jobs <= 1:
        return (Outcome(source, _one(source, settings)) for source in sources)
    return _in_parallel(sources, settings, jobs)


def _by_rules(article: Article, settings: Settings) -> Extraction:
    proposals = rules.propose(find_mentions(article, settings.ontology))
    return _grounded(article, proposals, _made_by("rules", settings), settings.ontology)


def _made_by(engine: str, settings: Settings) -> Provenance:
    made = Provenance(engine=engine, version=__version__, ontology=load_ontology(settings.ontology).digest)
    if engine == "rules":
        return made
    return replace(made, model=settings.model.model, prompt=load_prompt(settings.model.prompt).label)


def _grounded(
    article: Article, proposals: Proposals, made_by: Provenance, ontology: Path | None, error: str | None = None
) -> Extraction:
    figures, events, rejected = ground(article, with_inherited(proposals, article.text), ontology)
    cut_off = any(rejection.reason == "reply_truncated" for rejection in rejected)
    return Extraction(
        article=ArticleInfo(
            id=article.id,
            lang=article.lang,
            published=article.published,
            title=article.title,
            source=article.source,
            sha256=article.sha256,
            encoding=article.encoding,
            notes=article.notes,
        ),
        figures=figures,
        events=events,
        rejected=rejected,
        provenance=made_by,
        status=Status.PARTIAL if cut_off or error else Status.OK,
        error=error,
    )


def rarely_collect() -> None:
    """For a process that only reads articles: look for reference cycles less often.

    Reading makes none, and asking a model some, which are young when they end. Only a full look, the rarest, walks all
    the lexicon's tables. The library leaves this to its caller.
    """
    gc.set_threshold(20_000, 5, 50)


def _one(source: Article | ArticleError, settings: Settings) -> Extraction | ArticleError:
    if isinstance(source, ArticleError):
        return source
    try:
        return _by_rules(source, settings)
    except UsageError:  # the settings are wrong, and so they are for every article
        raise
    except Exception as error:  # a defect of ours must not cost the other articles
        return _defect(source, error)


def _defect(source: Article, error: Exception) -> ArticleError:
    what = f"could not be read ({type(error).__name__}: {error})"
    return ArticleError(source.id, what, "please report this article; the others were read")


def _in_parallel(sources: Iterable[Article | ArticleError], settings: Settings, jobs: int) -> Iterator[Outcome]:
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor  # one process needs neither
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(jobs, get_context("spawn"), rarely_collect)
    pending: deque[tuple[Article | ArticleError, Future[Extraction | ArticleError]]] = deque()
    try:
        for source in sources:
            with uninterrupted():  # Ctrl-C is for us: a process that it stops may take a lock of the pool with it
                pending.append((source, pool.submit(_one, source, settings)))
            if len(pending) >= jobs * _AHEAD:
                done, result = pending.popleft()
                yield Outcome(done, result.result())
        for done, result in pending:
            yield Outcome(done, result.result())
    except BrokenExecutor:
        what = f"one of {jobs} processes was ended from outside, perhaps for lack of memory"
        raise UsageError(f"{what}; run again with fewer --jobs") from None
    finally:
        pool.shutdown(cancel_futures=True)


def _asked(
    sources: Iterable[Article | ArticleError], settings: Settings, finished: Callable[[Outcome], None] | None
) -> Iterator[Outcome]:
    """Outcomes of the llm engine."""
    from extract.engines.llm.crowd import in_order

    async def work(source: Article | ArticleError, asker: "Asker") -> Outcome:
        if isinstance(source, ArticleError):
            return Outcome(source, source)
        usage = Usage()
        METER.set(usage)
        start = time.perf_counter()
        result = await _one_asked(source, settings, asker)
        usage.seconds = time.perf_counter() - start
        outcome = Outcome(source, result, usage)
        if finished is not None:
            finished(outcome)
        return outcome

    return in_order(sources, settings.model, work)


async def _one_asked(source: Article, settings: Settings, asker: "Asker") -> Extraction | ArticleError:
    from extract.engines.llm import propose

    try:
        mentions = find_mentions(source, settings.ontology)
        try:
            proposals = await propose(source, mentions, settings.model, asker, settings.ontology)
        except ModelFailure as failure:
            if settings.model.fallback is None:
                return ArticleError(source.id, str(failure), "the others were read; run again to ask once more")
            why = f"by the rules, since the model failed: {failure}"
            return _grounded(source, rules.propose(mentions), _made_by("rules", settings), settings.ontology, why)
        return _grounded(source, proposals, _made_by("llm", settings), settings.ontology)
    except UsageError:
        raise
    except Exception as error:  # as in `_one`
        return _defect(source, error)
