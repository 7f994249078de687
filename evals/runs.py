"""One scored run of an engine: what it predicted, its counts, and the signature of all that made them.

A run is kept as a folder (`predictions.jsonl`, `scores.json`, `manifest.json`) that appears whole or not at all.
Comparisons read the counts alone, so they cost no extraction and no alignment. Times are in the manifest only: the
other two files are the same bytes on every rerun.
"""

import hashlib
import json
import secrets
import shutil
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from evals import SEED
from evals.errors import GoldError, UnmeasuredError
from evals.gold import Gold
from evals.labels import GoldArticle
from evals.match import VERSION
from evals.score import Row, score
from extract import __version__
from extract.article import Article
from extract.errors import ArticleError, UsageError
from extract.export import json_line
from extract.ontology import load_ontology
from extract.pipeline import Settings, outcomes
from extract.prompts import load_prompt
from extract.readback import load
from extract.schema import Extraction, Status
from extract.usage import Usage

RUNS = Path(".evals")
PREDICTIONS, SCORES, MANIFEST = "predictions.jsonl", "scores.json", "manifest.json"


class Signature(BaseModel):
    """What made a score. Two scores with the same signature are the same numbers."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    gold: str
    split: str
    engine: str
    model: str | None = None
    prompt: str | None = None
    ontology: str
    matcher: str
    tolerance: float = 0
    code: str
    seed: int

    def __str__(self) -> str:
        return " | ".join(f"{name} {value}" for name, value in self.model_dump(exclude_defaults=True).items())


class Measured(BaseModel):
    """One article of a run. `digest` names its text and labels; `failed` says why it counts as all missed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    lang: str
    split: str
    words: int
    digest: str
    failed: str | None = None
    rejected: Mapping[str, int] = {}  # by reason
    usage: Usage | None = None  # what a model's answers cost


class Manifest(BaseModel):
    """`manifest.json`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal["hasila-run/1"] = "hasila-run/1"
    signature: Signature
    articles: tuple[Measured, ...]
    notes: tuple[str, ...] = ()
    seconds: float = 0.0
    finished: datetime


@dataclass(frozen=True, slots=True)
class Run:
    """A scored run; `name` is what its reader calls it. `predictions` are in a file, at hand, or not kept."""

    name: str
    manifest: Manifest
    rows: tuple[Row, ...]
    predictions: Path | Sequence[Extraction] | None = None

    def read_predictions(self) -> dict[str, Extraction]:
        """The predictions by article."""
        records = load(self.predictions) if isinstance(self.predictions, Path) else self.predictions or ()
        return {record.article.id: record for record in records}


@dataclass(frozen=True, slots=True)
class _Said:
    """What an engine said about the gold articles; `made` are the parts of the signature that name the engine."""

    predictions: dict[str, Extraction]
    made: dict[str, str]
    failed: dict[str, str] = field(default_factory=dict[str, str])
    usage: dict[str, Usage] = field(default_factory=dict[str, Usage])
    notes: tuple[str, ...] = ()
    seconds: float = 0.0


def run_engine(gold: Gold, settings: Settings, tolerance: float = 0) -> tuple[Run, list[Extraction]]:
    """Run an engine over the gold articles and score what it finds; an article that fails counts as all missed.

    Raises EndpointError when a model cannot be asked at all.
    """
    said = _Said({}, _maker(settings))
    start = time.perf_counter()
    for article, outcome in zip(gold.articles, outcomes(articles_of(gold), settings), strict=True):
        if isinstance(outcome.result, ArticleError):
            said.failed[article.id] = str(outcome.result)
        else:
            said.predictions[article.id] = outcome.result
        if settings.llm is not None:
            said.usage[article.id] = outcome.usage
    said = replace(said, seconds=time.perf_counter() - start)
    name = load_prompt(settings.llm.prompt).name if settings.llm is not None else settings.engine
    return _scored(name, gold, said, tolerance), list(said.predictions.values())


def _maker(settings: Settings) -> dict[str, str]:
    made = {"engine": settings.engine, "ontology": load_ontology(settings.ontology).digest, "code": code_version()}
    if settings.llm is None:
        return made
    return {**made, "model": settings.llm.model, "prompt": load_prompt(settings.llm.prompt).label}


def articles_of(gold: Gold) -> Iterator[Article | ArticleError]:
    """The gold articles as an engine reads them."""
    for article in gold.articles:
        try:
            yield Article.of(
                article.text or "", id=article.id, lang=article.lang, published=article.published, title=article.title
            )
        except ArticleError as error:
            yield error


def score_file(path: Path, gold: Gold, tolerance: float = 0) -> tuple[Run, list[Extraction]]:
    """Score a file that `extract run` wrote; predictions about the gold's other split are set aside.

    Raises UsageError, naming the file, for a broken line and for an article that comes twice or is not in the gold.
    """
    scored = {article.id: article for article in gold.articles}
    predictions: dict[str, Extraction] = {}
    aside = strange = 0
    for record in load(path):
        name = record.article.id
        if name not in gold.split_of:
            raise GoldError(f"{path}: article {name!r} is not in the gold; score only articles that are labelled")
        if name in predictions:
            raise GoldError(f"{path}: article {name!r} comes twice; keep one of its lines")
        if name not in scored:
            aside += 1
            continue
        predictions[name] = record
        strange += record.article.sha256 != scored[name].sha256
    notes: list[str] = []
    if aside:
        notes.append(f"predictions set aside, since they are about gold articles outside {gold.split}: {aside}")
    if strange:
        notes.append(f"predictions made from other bytes than the labelled text, so that offsets may be off: {strange}")
    said = _Said(predictions, _made(list(predictions.values())), notes=tuple(notes))
    return replace(_scored(path.stem, gold, said, tolerance), predictions=path), list(predictions.values())


def _made(records: Sequence[Extraction]) -> dict[str, str]:
    """What the records say about who made them; where there are several makers, all of them."""
    origins = [record.provenance for record in records]
    values = {
        "engine": {origin.engine for origin in origins},
        "model": {origin.model for origin in origins if origin.model},
        "prompt": {origin.prompt for origin in origins if origin.prompt},
        "ontology": {origin.ontology for origin in origins},
        "code": {origin.version for origin in origins},
    }
    optional = ("model", "prompt")
    return {name: "+".join(sorted(found)) for name, found in values.items() if found or name not in optional}


def _scored(name: str, gold: Gold, said: _Said, tolerance: float) -> Run:
    if not gold.articles:
        raise UnmeasuredError(f"split {gold.split!r} has no articles, so nothing can be measured")
    made = {**said.made, "gold": gold.digest, "split": gold.split, "matcher": VERSION, "tolerance": tolerance}
    manifest = Manifest(
        signature=Signature.model_validate({**made, "seed": SEED}),
        articles=tuple(_measured(article, gold.split_of[article.id], said) for article in gold.articles),
        notes=(*gold.skipped, *said.notes),
        seconds=round(said.seconds, 3),
        finished=datetime.now(UTC),
    )
    rows = tuple(score(gold.articles, said.predictions, tolerance))
    return Run(name, manifest, rows)


def _measured(article: GoldArticle, split: str, said: _Said) -> Measured:
    prediction = said.predictions.get(article.id)
    return Measured(
        id=article.id,
        lang=article.lang,
        split=split,
        words=len((article.text or "").split()),
        digest=article.digest,
        failed=_failure(prediction, said.failed.get(article.id)),
        rejected=Counter(rejection.reason for rejection in prediction.rejected) if prediction else {},
        usage=said.usage.get(article.id),
    )


def _failure(prediction: Extraction | None, reason: str | None) -> str | None:
    if prediction is None:
        return reason or "no prediction"
    return prediction.error or "failed" if prediction.status is Status.FAILED else None


def code_version() -> str:
    """The version and a digest of the extractor's own sources and lexicon, since one version sees many edits."""
    digest = hashlib.sha256()
    with resources.as_file(resources.files("extract")) as root:
        for path in sorted(root.rglob("*")):
            if path.suffix in (".py", ".toml"):
                digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return f"{__version__}+{digest.hexdigest()[:8]}"


def default_folder(run: Run) -> Path:
    """Where a run goes by itself: the same signature always gives the same folder."""
    signature = run.manifest.signature
    short = hashlib.sha256(str(signature).encode()).hexdigest()[:8]
    maker = signature.prompt.partition("@")[0] if signature.prompt else signature.engine
    return RUNS / f"{signature.split}-{maker}-{short}"


def save(run: Run, predictions: Sequence[Extraction], folder: Path) -> None:
    """Write the run folder, replacing an older run of that name whole.

    Raises UsageError when `folder` is something else than a run, or cannot be written.
    """
    if folder.exists() and not (folder / MANIFEST).is_file():
        raise UsageError(f"{folder}: exists and is not a run folder; choose another name with -o")
    draft, old = (folder.with_name(f".{folder.name}-{secrets.token_hex(4)}") for _ in range(2))
    scores = {"columns": Row._fields, "rows": run.rows}
    try:
        draft.mkdir(parents=True)
        (draft / PREDICTIONS).write_bytes(b"".join(map(json_line, predictions)))
        (draft / SCORES).write_text(json.dumps(scores, ensure_ascii=False) + "\n", encoding="utf-8")
        (draft / MANIFEST).write_text(run.manifest.model_dump_json(indent=1) + "\n", encoding="utf-8")
        if folder.exists():
            folder.rename(old)
        draft.rename(folder)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written ({error.strerror}); choose another place with -o") from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def load_run(folder: Path) -> Run:
    """A run folder's counts and manifest. Raises UsageError for a folder that `evals run` did not write."""
    try:
        manifest = Manifest.model_validate_json((folder / MANIFEST).read_bytes())
        scores = json.loads((folder / SCORES).read_bytes())
        if scores["columns"] != list(Row._fields):
            raise ValueError("other columns")
        rows = tuple(Row(*row) for row in scores["rows"])
    except OSError as error:
        raise UsageError(f"{error.filename}: cannot be read ({error.strerror}); give a folder of `evals run`") from None
    except (ValidationError, ValueError, KeyError, TypeError):
        raise UsageError(
            f"{folder}: not a run folder that this version reads; make it again with `evals run`"
        ) from None
    return Run(folder.name, manifest, rows, folder / PREDICTIONS)
