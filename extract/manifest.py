"""The account of a run that asks a model: kept while it goes on, written as `FILE.manifest.json` in the end.

Times and costs are in there and not in the output, which has the same bytes however often a run was interrupted.
"""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeGuard

from extract.errors import ArticleError, OutputError
from extract.files import write_whole
from extract.prices import Price
from extract.schema import Extraction, Status
from extract.usage import Usage

FORMAT = "hasila-manifest/1"


@dataclass(slots=True)
class Account:
    """What a run has cost and come to so far.

    `expected` is the number of articles, None when it is not known. `resumed` is how many an earlier run had finished,
    whose cost is counted in; `unanswered` is how many have no answer of the model, failed or left to the rules.
    `price` turns tokens into money: what the answers cost when they were first paid for, so those from the cache count.
    """

    expected: int | None = None
    price: Price | None = None
    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    resumed: int = 0
    unanswered: int = 0
    total: Usage = field(default_factory=Usage)
    statuses: Counter[str] = field(default_factory=Counter[str])
    rejected: Counter[str] = field(default_factory=Counter[str])
    articles: list[dict[str, object]] = field(default_factory=list[dict[str, object]])

    def add(self, result: Extraction | ArticleError, usage: Usage) -> None:
        """Count one article."""
        if isinstance(result, ArticleError):
            name, status, reason = result.where, Status.FAILED, str(result)
        else:
            name, status, reason = result.article.id, result.status, result.error
            self.rejected.update(rejection.reason for rejection in result.rejected)
        self.statuses[status] += 1
        self.unanswered += not answered(result)
        self.total.add(usage)
        row: dict[str, object] = {"article": name, "status": status}
        self.articles.append(row | ({"reason": reason} if reason else {}) | _rounded(usage))

    @property
    def cost(self) -> str:
        """The cost so far ("0.0214 USD"), "" without a price."""
        return f"{self.price.of(self.total):,.4f} {self.price.currency}" if self.price else ""

    def as_json(self, signature: Mapping[str, object]) -> dict[str, object]:
        """The manifest of a run that has ended."""
        cost = {"amount": float(self.price.of(self.total)), "currency": self.price.currency} if self.price else None
        return {
            "format": FORMAT,
            "settings": signature,
            "started": self.started.isoformat(timespec="seconds"),
            "finished": datetime.now(UTC).isoformat(timespec="seconds"),
            "counts": {status: self.statuses[status] for status in Status} | {"resumed": self.resumed},
            "total": _rounded(self.total),
            "cost": cost,
            "rejected": dict(self.rejected.most_common()),
            "failed": [
                {"article": row["article"], "reason": row.get("reason")}
                for row in self.articles
                if row["status"] == Status.FAILED
            ],
            "articles": self.articles,
        }


def answered(result: Extraction | ArticleError) -> TypeGuard[Extraction]:
    """Whether `result` is what the model said, if only in part: a record of the rules' fallback has an `error`."""
    return isinstance(result, Extraction) and result.error is None


def manifest_of(output: Path) -> Path:
    """Where the manifest of a run that writes `output` is."""
    target = output.resolve()
    return target.with_name(f"{target.name}.manifest.json")


def write_manifest(path: Path, content: Mapping[str, object]) -> None:
    """Put the manifest in its place whole. Raises OutputError when it cannot be written; an old one is then kept."""
    data = json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")
    try:
        write_whole(path, data + b"\n")
    except OSError as error:
        raise OutputError(f"{path}: writing failed ({error.strerror}); the records themselves are written") from error


def _rounded(usage: Usage) -> dict[str, object]:
    return {**asdict(usage), "seconds": round(usage.seconds, 3)}
