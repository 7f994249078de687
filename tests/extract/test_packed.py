"""`Packed`: what goes in comes out, before and after pickling, whichever values were opened in between."""

import pickle
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.packed import Packed


@dataclass(frozen=True)
class Word:
    """Something that many values refer to."""

    text: str


def packed(values: dict[str, tuple[Word, ...]]) -> Packed[tuple[Word, ...]]:
    """A table of these values, which shares words."""
    table: Packed[tuple[Word, ...]] = Packed(Word)
    for key, value in values.items():
        table[key] = value
    return table


def again(table: Packed[tuple[Word, ...]]) -> Packed[tuple[Word, ...]]:
    """The table as a later process loads it."""
    return pickle.loads(pickle.dumps(table))  # noqa: S301 - our own


TABLES = st.dictionaries(
    st.text(alphabet=st.characters(exclude_characters="\n", exclude_categories=["Cs"])),
    st.lists(st.text(max_size=3).map(Word), max_size=3).map(tuple),
)


@given(values=TABLES, opened=st.sets(st.text()), added=TABLES)
def test_a_table_holds_what_was_put_in(
    values: dict[str, tuple[Word, ...]], opened: set[str], added: dict[str, tuple[Word, ...]]
):
    table = again(packed(values))
    for key in opened | values.keys():
        assert table.get(key) == values.get(key)
        assert (key in table) == (key in values)
    half_open = again(packed(values))
    for key in opened:
        half_open.get(key)
    for key, value in added.items():
        half_open[key] = value
    table = again(half_open)
    assert {key: table[key] for key in values | added} == values | added


def test_shared_objects_stay_one():
    word = Word("withdrew")
    table = again(packed({"a": (word, word), "b": (word,)}))
    assert table["a"][0] is table["a"][1] is table["b"][0]


def test_an_absent_key_is_a_key_error():
    with pytest.raises(KeyError, match="absent"):
        again(packed({"present": ()}))["absent"]
