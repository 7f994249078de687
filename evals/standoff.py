"""Stand-off labels: what is known of an article whose text may not be shipped, with not one word of that text.

A quote in such a file is `start` and `end` alone. As long as the text is away its words read as blanks of the same
length, so that everything else about the labels can be checked; `with_text` puts the words in.
"""

import json
from typing import Any

from evals.errors import GoldError
from evals.labels import GoldArticle, quotes

_LONGEST = 10_000  # characters of a quote: a wrong offset must not ask for all the memory there is


def parse(content: bytes) -> GoldArticle:
    """The article of a stand-off file, its quotes blank. Raises pydantic's ValidationError."""
    try:
        labels = json.loads(content, object_hook=_blank)
    except ValueError:
        return GoldArticle.model_validate_json(content)  # which says where it is no JSON
    return GoldArticle.model_validate_json(json.dumps(labels))


def _blank(parsed: dict[str, Any]) -> dict[str, Any]:
    match parsed:
        case {"start": int(start), "end": int(end)} if "text" not in parsed:
            return {**parsed, "text": " " * min(end - start, _LONGEST)}
        case _:
            return parsed


def check_wordless(where: str, article: GoldArticle) -> None:
    """Raise GoldError if `article`, as it was parsed, holds any words of its text."""
    if article.text is not None:
        raise GoldError(f"{where}: article {article.id!r}: has a text; keep it under articles/, or leave out `text`")
    for label, quote in quotes(article):
        if not quote.text.isspace():
            raise GoldError(
                f"{where}: article {article.id!r}: {label}: quotes the text; a stand-off file holds offsets only, so "
                "leave out `text`"
            )


def with_text(where: str, article: GoldArticle, text: str) -> GoldArticle:
    """`article` with its text and with the words of every quote. Raises GoldError for offsets outside the text."""
    for label, quote in quotes(article):
        if quote.end > len(text):
            raise GoldError(
                f"{where}: article {article.id!r}: {label}: ends at {quote.end}, but the text has {len(text)} "
                "characters; offsets count code points"
            )

    def worded(parsed: dict[str, Any]) -> dict[str, Any]:
        return {**parsed, "text": text[parsed["start"] : parsed["end"]]} if "start" in parsed else parsed

    labels = json.loads(article.model_dump_json(exclude={"text"}), object_hook=worded)
    return GoldArticle.model_validate_json(json.dumps({**labels, "text": text}))
