"""The article inside a web page, through trafilatura; its text is what offsets point into.

Two things are not left to the library: the day that counts as today (it would refuse dates after the machine's clock,
and search the prose for a date where the page declares none), and pages built to hang a parser.
"""

import re
from typing import NamedTuple

from extract.errors import ArticleError

# The parser's time grows with the square of both; an article page has some thousand tags of some ten attributes.
_MOST_TAGS = 50_000
_MOST_ATTRIBUTES = 2_000
_LONG_TAG = re.compile(r"<[^<>]{8000,}")
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2200-01-01"}
_MEND = "save the page again, or give the article's text"


class Page(NamedTuple):
    """What a page says: the article's text, and its metadata as the page gives them."""

    text: str
    title: str | None
    published: str | None
    source: str | None


def read_page(markup: str, where: str) -> Page:
    """The article of an HTML page. Raises ArticleError when there is none, or when it is no page to speak of."""
    tags = markup.count("<")
    if tags > _MOST_TAGS:
        raise ArticleError(where, f"is a page of {tags} tags, which no article has", _MEND)
    if any(tag.group().count("=") > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(markup)):
        raise ArticleError(where, f"is a page with over {_MOST_ATTRIBUTES} attributes in one tag", _MEND)
    page = _main_text(markup, where)
    if page is None or not page.text.strip():
        raise ArticleError(where, "is a page in which no article was found", _MEND)
    return page


def _main_text(markup: str, where: str) -> Page | None:
    import logging

    from trafilatura import bare_extraction  # half a second to import, and needed for HTML alone
    from trafilatura.settings import Document

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what matters is in our own message
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(markup, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATES))
    except Exception as error:  # whatever a hostile page makes the parsers raise, the other articles go on
        raise ArticleError(where, f"is a page that cannot be parsed ({type(error).__name__})", _MEND) from None
    if not isinstance(found, Document):
        return None
    return Page(found.text or "", found.title or None, found.date or None, found.sitename or None)
