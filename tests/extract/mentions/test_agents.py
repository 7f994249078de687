"""Agents: who may do something or have it done to them. One phrase is one agent; a place where it happens is none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import Article
from extract.mentions import Mentions, find_mentions

Found = list[tuple[str, str | None]]


def mentions(text: str, lang: str) -> Mentions:
    return find_mentions(Article.of(text, lang=lang))


def told(text: str, lang: str) -> Found:
    """(quote, canonical name) of each agent."""
    found = mentions(text, lang)
    origin = found.tokens.folded.origin
    return [(origin(agent.start, agent.end).of(text), agent.name) for agent in found.agents]


AGENTS = [
    ("ar", "a country as subject", "العراق يتسلم القاعدة", [("العراق", "Iraq")]),
    ("ar", "a country's forces", "انسحبت القوات الأميركية", [("القوات الأميركية", "American Forces")]),
    ("ar", "an army", "الجيش العراقي", [("الجيش العراقي", "Iraqi Army")]),
    ("ar", "a group", "تنظيم داعش", [("تنظيم داعش", "ISIS")]),
    ("ar", "a force named after a country", "قوات سوريا الديمقراطية", [("قوات سوريا الديمقراطية", "Syrian Democratic Forces")]),
    ("ar", "a noun for persons", "هاجم مسلحون نقطة تفتيش", [("مسلحون", None)]),
    ("ar", "a man by his son", "قتل أبو خديجة", [("أبو خديجة", None)]),
    ("ar", "a conjunction stays outside", "والقوات العراقية", [("القوات العراقية", "Iraqi Forces")]),
    ("ar", "two countries are two", "أعلنت إيران وتركيا", [("إيران", "Iran"), ("تركيا", "Turkey")]),
    ("ar", "a group and a country are two", "حزب الله وإسرائيل", [("حزب الله", "Hezbollah"), ("إسرائيل", "Israel")]),
    ("fa", "forces", "نیروهای ایرانی", [("نیروهای ایرانی", "Iranian Forces")]),
    ("fa", "two countries are two", "ایران و آمریکا", [("ایران", "Iran"), ("آمریکا", "United States")]),
    ("fa", "a group", "داعش", [("داعش", "ISIS")]),
    ("en", "forces", "Iraqi forces advanced", [("Iraqi forces", "Iraqi Forces")]),
    ("en", "initials", "U.S. troops", [("U.S. troops", "United States")]),
    ("en", "two are two", "Hezbollah and Israel", [("Hezbollah", "Hezbollah"), ("Israel", "Israel")]),
    ("en", "a noun for persons", "gunmen attacked a checkpoint", [("gunmen", None)]),
]  # fmt: skip
NO_AGENTS = [
    ("ar", "a place where it happens", "وقع الهجوم في العراق", []),
    ("ar", "a city with its generic word", "وقع الهجوم في مدينة الموصل", []),
    ("fa", "a place where it happens", "حمله در عراق رخ داد", []),
    ("en", "a place where it happens", "It happened in Iraq", []),
]
CASES = AGENTS + NO_AGENTS


@pytest.mark.parametrize(("lang", "_", "text", "expected"), CASES, ids=[f"{lang}: {name}" for lang, name, *_ in CASES])
def test_agents(lang: str, _: str, text: str, expected: Found) -> None:
    assert told(text, lang) == expected


def test_agents_are_looked_up_by_where_they_begin() -> None:
    found = mentions("انسحبت القوات الأميركية وتقدم الجيش العراقي", "ar")
    first, second = found.agents
    assert list(found.agents_between(0, second.first)) == [first]
    assert list(found.agents_between(first.first + 1, len(found.tokens))) == [second]


WORDS = {
    "ar": "القوات العراقية والقوات وتركيا إيران في مسلحون أبو خديجة الجيش مدينة الموصل ، و حزب الله وزارة الدفاع".split(),
    "fa": "نیروهای ایرانی و ایران در ارتش عراق شهر موصل داعش دولت ، پلیس".split(),
    "en": "Iraqi forces and U.S. troops in Mosul the army of Iran , gunmen police Hezbollah".split(),
}
texts = st.sampled_from(sorted(WORDS)).flatmap(
    lambda lang: st.tuples(st.just(lang), st.lists(st.sampled_from(WORDS[lang]), min_size=1, max_size=12).map(" ".join))
)


@given(texts)
def test_agents_are_in_order_and_apart(case: tuple[str, str]) -> None:
    lang, text = case
    agents = mentions(text, lang).agents
    assert all(one.stop <= other.first for one, other in pairwise(agents))
    assert all(agent.first < agent.stop and agent.start < agent.end for agent in agents)
