"""The whole product on one screen: article -> mentions -> engine -> grounding -> record.

One article's failure is its own: whatever goes wrong inside it becomes its error, and the others go on.
"""

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extract import __version__
from extract.article import Article
from extract.engines import rules
from extract.errors import ArticleError, UsageError
from extract.grounding import ground
from extract.mentions import Mentions, find_mentions
from extract.ontology import load_ontology
from extract.proposals import Proposals
from extract.schema import ArticleInfo, Extraction, Provenance

if TYPE_CHECKING:
    from concurrent.futures import Future

ENGINES: dict[str, Callable[[Mentions], Proposals]] = {"rules": rules.propose}
_AHEAD = 8  # articles in flight for each worker process: enough to keep it busy, few enough to keep memory flat


@dataclass(frozen=True, slots=True)
class Settings:
    """All that decides the output besides the article. `ontology` is a user's own lexicon file."""

    engine: str = "rules"
    ontology: Path | None = None

    def check(self) -> None:
        """Raise UsageError (or OntologyError) for settings that no article could be read with."""
        if self.engine not in ENGINES:
            raise UsageError(f"engine {self.engine!r} is not known; use one of {', '.join(ENGINES)}")
        load_ontology(self.ontology)


DEFAULT = Settings()


def extract(article: Article, settings: Settings = DEFAULT) -> Extraction:
    """The figures and events of one article, each checked against its text.

    Raises UsageError or OntologyError when `settings` cannot be used at all.
    """
    settings.check()
    mentions = find_mentions(article, settings.ontology)
    figures, events, rejected = ground(article, ENGINES[settings.engine](mentions))
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
        provenance=Provenance(
            engine=settings.engine,
            version=__version__,
            ontology=load_ontology(settings.ontology).digest,
        ),
    )


def run(
    sources: Iterable[Article | ArticleError], settings: Settings = DEFAULT, jobs: int = 1
) -> Iterator[Extraction | ArticleError]:
    """Extractions of many articles, in input order and as a stream; errors in `sources` pass through.

    `jobs` > 1 spreads the articles over that many processes.
    """
    settings.check()
    if jobs <= 1:
        return (_one(source, settings) for source in sources)
    return _in_parallel(sources, settings, jobs)


def rarely_collect() -> None:
    """For a process that only reads articles: look for reference cycles rarely.

    Reading makes none, and every full look walks all the lexicon's tables. The library leaves this to its caller.
    """
    gc.set_threshold(200_000, 50, 50)


def _one(source: Article | ArticleError, settings: Settings) -> Extraction | ArticleError:
    if isinstance(source, ArticleError):
        return source
    try:
        return extract(source, settings)
    except UsageError:  # the settings are wrong, and so they are for every article
        raise
    except Exception as error:  # a defect of ours must not cost the other articles
        what = f"could not be read ({type(error).__name__}: {error})"
        return ArticleError(source.id, what, "please report this article; the others were read")


def _in_parallel(
    sources: Iterable[Article | ArticleError], settings: Settings, jobs: int
) -> Iterator[Extraction | ArticleError]:
    from concurrent.futures import ProcessPoolExecutor  # one process needs neither
    from multiprocessing import get_context

    with ProcessPoolExecutor(jobs, get_context("spawn"), rarely_collect) as pool:
        pending: deque[Future[Extraction | ArticleError]] = deque()
        for source in sources:
            pending.append(pool.submit(_one, source, settings))
            if len(pending) >= jobs * _AHEAD:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()
