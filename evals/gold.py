"""The hand-labelled gold set: one JSON file an article, checked when it is loaded.

Texts that may not be shipped are stand-off files: sha256 and labels, with no word of the text, joined to the text where
somebody has it. A stand-off article belongs to the split that lists it, else to dev.
"""

import hashlib
import json
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from evals import standoff
from evals.errors import GoldError
from evals.labels import GoldArticle, Kinds, check_labels, check_text

SPLITS = ("dev", "test")
_LARGEST = 5_000_000  # bytes: what `extract run` reads of a file, too


@dataclass(frozen=True, slots=True)
class Gold:
    """The articles of one split (or all), with the digest that names exactly these texts and labels.

    `split_of` gives each article's split; `skipped` says of each stand-off article left out why.
    """

    articles: tuple[GoldArticle, ...]
    split: str
    digest: str
    split_of: Mapping[str, str]
    skipped: tuple[str, ...] = ()


def load_gold(folder: Path, split: str = "all", kinds: Kinds | None = None, texts: Path | None = None) -> Gold:
    """The gold articles of `split` ("dev", "test" or "all") under `folder`; `texts` holds those of stand-off files.

    Raises GoldError, naming file, article and label, for whatever is not as it must be: a quote that is not at its
    offsets, an unknown kind, a duplicate id, a text that does not match its sha256, a story in both splits.
    """
    if split not in (*SPLITS, "all"):
        raise GoldError(f"split {split!r} is not known; use one of {', '.join(SPLITS)} or all")
    whole = [read_article(path, kinds) for path in sorted((folder / "articles").glob("*.json"))]
    apart = [read_standoff(path, kinds) for path in sorted((folder / "standoff").glob("*.json"))]
    if not whole and not apart:
        raise GoldError(f"{folder}: holds no gold articles; give --gold a folder with articles/*.json")
    for article in whole:
        if article.text is None:
            raise GoldError(f"{folder / 'articles'}: article {article.id!r} has no text; keep it under standoff/")
    check_unique([*whole, *apart], folder)
    split_of = _split_of(folder / "splits.toml", [*whole, *apart])
    joined, skipped = _join([a for a in apart if split in ("all", split_of[a.id])], texts, folder / "standoff")
    articles = [a for a in whole if split in ("all", split_of[a.id])] + joined
    return Gold(tuple(articles), split, digest_of(articles), split_of, tuple(skipped))


def read_article(path: Path, kinds: Kinds | None = None) -> GoldArticle:
    """One file of labels, checked. Raises GoldError."""
    article = _parse(path, GoldArticle.model_validate_json)
    if article.text is not None:
        check_text(str(path), article, article.text)
    check_labels(str(path), article, kinds)
    return article


def read_standoff(path: Path, kinds: Kinds | None = None) -> GoldArticle:
    """One stand-off file, checked as far as that can be without its text: its quotes are blank. Raises GoldError."""
    article = _parse(path, standoff.parse)
    standoff.check_wordless(str(path), article)
    check_labels(str(path), article, kinds)
    return article


def _parse(path: Path, parse: Callable[[bytes], GoldArticle]) -> GoldArticle:
    try:
        return parse(path.read_bytes())
    except OSError as error:
        raise GoldError(f"{path}: cannot be read ({error.strerror})") from None
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise GoldError(f"{path}: {_place(path, first['loc'])}{first['msg']}") from None


def _place(path: Path, location: Sequence[int | str]) -> str:
    """Where in the file a value is wrong, with the id of the label, which is easier to find than its number."""
    words = [str(part) for part in location]
    if len(words) > 1 and words[0] in ("figures", "events"):
        with suppress(ValueError, KeyError, TypeError):  # a label without an id keeps its number
            words[:2] = [str(json.loads(path.read_bytes())[words[0]][int(words[1])]["id"])]
    return ".".join(words) + ": " if words else ""


def check_unique(articles: Iterable[GoldArticle], where: Path) -> None:
    """Raise GoldError if two articles have the same id or the same text."""
    for what, values in (
        ("id", Counter(article.id for article in articles)),
        ("sha256", Counter(article.sha256 for article in articles)),
    ):
        for value, count in values.items():
            if count > 1:
                raise GoldError(f"{where}: {count} articles have the {what} {value!r}; keep one of them")


class _Split(BaseModel):
    model_config = ConfigDict(extra="forbid")

    articles: list[str]


class _Splits(BaseModel):
    dev: _Split
    test: _Split


def _split_of(path: Path, articles: Sequence[GoldArticle]) -> dict[str, str]:
    """The split of each article. Raises GoldError where the file and the articles do not agree."""
    split_of = _listed(path)
    unknown = split_of.keys() - {article.id for article in articles}
    if unknown:
        raise GoldError(f"{path}: lists {min(unknown)!r}, which is no article here; take it out")
    stories: dict[str, str] = {}
    for article in articles:
        if article.text is None:
            split_of.setdefault(article.id, SPLITS[0])
        if article.id not in split_of:
            raise GoldError(f"{path}: article {article.id!r} is in no split; list it in one")
        split = split_of[article.id]
        if stories.setdefault(article.story, split) != split:
            raise GoldError(
                f"{path}: article {article.id!r}: its story {article.story!r} is in both splits; keep it in one"
            )
    return split_of


def _listed(path: Path) -> dict[str, str]:
    try:
        splits = _Splits.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise GoldError(f"{path}: missing; it lists which articles are dev and which are test") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: not valid TOML: {error}") from None
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise GoldError(f"{path}: {where}: {error.errors()[0]['msg']}; write [dev] and articles = [...]") from None
    split_of: dict[str, str] = {}
    for split, listed in zip(SPLITS, (splits.dev.articles, splits.test.articles), strict=True):
        for name in listed:
            if name in split_of:
                raise GoldError(f"{path}: article {name!r} is listed twice; list it in one split, once")
            split_of[name] = split
    return split_of


def _join(apart: Sequence[GoldArticle], texts: Path | None, where: Path) -> tuple[list[GoldArticle], list[str]]:
    """The stand-off articles whose text is under `texts`, and for the others why they are left out."""
    if not apart:
        return [], []
    if texts is None:
        return [], [f"{len(apart)} stand-off articles were left out: their texts are not shipped (--texts DIR)"]
    found = dict(_texts(texts))
    joined: list[GoldArticle] = []
    skipped: list[str] = []
    for article in apart:
        text = found.get(article.sha256)
        if text is None:
            skipped.append(
                f"article {article.id!r} was left out: no file under {texts} has sha256 {article.sha256[:12]}…"
            )
        else:
            joined.append(standoff.with_text(str(where / f"{article.id}.json"), article, text))
    return joined, skipped


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    if not folder.is_dir():
        raise GoldError(f"{folder}: no such folder; give --texts the folder with the stand-off articles' texts")
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.stat().st_size <= _LARGEST:
            content = path.read_bytes()
            try:
                yield hashlib.sha256(content).hexdigest(), content.decode("utf-8")
            except UnicodeDecodeError:
                continue  # labels were made on UTF-8


def digest_of(articles: Iterable[GoldArticle]) -> str:
    """Names exactly these texts and labels; notes and annotators' names do not count."""
    return hashlib.sha256("\n".join(sorted(article.digest for article in articles)).encode()).hexdigest()[:12]
