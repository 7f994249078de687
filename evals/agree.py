"""How far two annotators agree: F1 between their label folders, which no engine can be expected to beat.

F1 is the usual measure where nobody knows how many objects there are to label (Hripcsak & Rothschild 2005); neither
annotator is the truth, and swapping them changes nothing.
"""

from dataclasses import dataclass
from pathlib import Path

from evals.errors import GoldError, UnmeasuredError
from evals.gold import read_article
from evals.labels import GoldArticle
from evals.runs import Measured
from evals.score import score_article
from evals.summary import Score, summarise


@dataclass(frozen=True, slots=True)
class Agreement:
    """Scores of the second annotator against the first, over the articles that both labelled."""

    scores: list[Score]
    articles: int
    notes: list[str]


def agree(first: Path, second: Path) -> Agreement:
    """Compare the files with the same article id in two folders of labels.

    Raises GoldError for a file that is not as it must be, UnmeasuredError when the folders share no article.
    """
    ours, theirs = _labels(first), _labels(second)
    common = [ours[name] for name in ours if name in theirs]
    if not common:
        raise UnmeasuredError(f"{first} and {second} have no article in common; nothing can be measured")
    for article in common:
        if article.sha256 != theirs[article.id].sha256:
            raise GoldError(f"{second}: article {article.id!r}: labels another text than in {first}")
    rows = [row for article in common for row in score_article(article, theirs[article.id])]
    measured = [
        Measured(id=a.id, lang=a.lang, split="all", words=len((a.text or "").split()), digest=a.digest) for a in common
    ]
    alone = len(ours.keys() ^ theirs.keys())
    notes = [f"articles left out, since only one of the folders has them: {alone}"] if alone else []
    return Agreement(summarise(rows, measured), len(common), notes)


def _labels(folder: Path) -> dict[str, GoldArticle]:
    if not folder.is_dir():
        raise GoldError(f"{folder}: no such folder; give a folder of label files (*.json)")
    labels: dict[str, GoldArticle] = {}
    for path in sorted(folder.glob("*.json")):
        article = read_article(path)
        if article.id in labels:
            raise GoldError(f"{path}: article {article.id!r} has another file in {folder}; keep one")
        labels[article.id] = article
    return labels
