"""Bytes in, articles out: finding, decoding and parsing input, telling its language, and marking page furniture.

What cannot be read becomes an `ArticleError` in the stream, so one bad file never costs the others.
"""

from extract.article.article import Article
from extract.article.options import Fields, ReadOptions
from extract.article.published import parse_date
from extract.article.read import read

__all__ = ["Article", "Fields", "ReadOptions", "parse_date", "read"]
