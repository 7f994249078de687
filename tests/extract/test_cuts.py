"""A text may end or begin anywhere: whatever is cut out of an article is read, and every quote is where it says."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import Article, extract
from extract.article import read

SEEDS = [article for article in read([str(Path(__file__).parents[2] / "seeds")]) if isinstance(article, Article)]


@pytest.mark.parametrize("lang", ["ar", "fa", "en"])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_whatever_is_cut_out_of_an_article_is_read(lang: str, data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from([article for article in SEEDS if article.lang == lang])).text
    start = data.draw(st.integers(0, len(whole) - 1))
    text = whole[start : start + data.draw(st.integers(1, 400))]
    if not text.strip():
        return
    found = extract(Article.of(text, id="cut", lang=lang))
    quotes = [figure.evidence for figure in found.figures] + [event.trigger for event in found.events]
    assert [quote.text for quote in quotes] == [text[quote.start : quote.end] for quote in quotes]
