"""A large dict that is cheap to load from a kept table: its values stay pickled until they are asked for.

One article asks for some hundred words of a lexicon that has ten thousand; to unpickle them all would take longer than
to read the article.
"""

import pickle
from array import array
from collections.abc import Iterable
from io import BytesIO
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Packed(Generic[T]):
    """Values by strings that hold no line break. After unpickling, a value is opened when first asked for.

    Objects of the types `shared`, which many values refer to, are pickled once each: what was one object stays one.
    """

    def __init__(self, *shared: type) -> None:
        self._types = frozenset(shared)
        self._open: dict[str, T] = {}
        self._closed: dict[str, int] = {}  # the place in `_values` of each value that may be still to open
        self._values = _Pickles(())
        self._shared = _Pickles(())
        self._opened: dict[int, object] = {}  # the shared ones asked for so far

    def get(self, key: str) -> T | None:
        """The value of `key`, None where there is none."""
        value = self._open.get(key)
        if value is None and key in self._closed:
            value = self._open[key] = _Opener(self._values[self._closed[key]], self.shared).load()
        return value

    def __contains__(self, key: str) -> bool:
        return key in self._open or key in self._closed

    def __getitem__(self, key: str) -> T:
        value = self.get(key)
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key: str, value: T) -> None:
        self._open[key] = value

    def shared(self, number: int) -> object:
        """The object that values refer to by `number`."""
        if number not in self._opened:
            self._opened[number] = pickle.loads(self._shared[number])  # noqa: S301 - what was here is ours
        return self._opened[number]

    def __getstate__(self) -> tuple[Any, ...]:
        closer = _Closer(self._types)
        places: dict[bytes, int] = {}  # many forms of a word mean the same
        closed = {
            key: places.setdefault(closer.closed(self[key]), len(places)) for key in {**self._closed, **self._open}
        }
        shared = _Pickles(map(_pickled, closer.shared))
        return self._types, "\n".join(closed), array("I", closed.values()), _Pickles(places), shared

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self._types, keys, places, self._values, self._shared = state
        self._closed = dict(zip(keys.split("\n"), places, strict=True)) if places else {}
        self._open, self._opened = {}, {}


class _Pickles:
    """Pickles one behind another: a single object to load, however many there are."""

    def __init__(self, pickles: Iterable[bytes]) -> None:
        several = list(pickles)
        self._all = b"".join(several)
        self._starts = array("Q", [0])
        for one in several:
            self._starts.append(self._starts[-1] + len(one))

    def __getitem__(self, place: int) -> bytes:
        return self._all[self._starts[place] : self._starts[place + 1]]


def _pickled(value: object) -> bytes:
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


class _Closer:
    """Pickles values one by one, with what they share by number; `shared` is what it met of that."""

    def __init__(self, types: frozenset[type]) -> None:
        self.shared: list[object] = []
        self._types = types
        self._numbers: dict[int, int] = {}

    def closed(self, value: object) -> bytes:
        buffer = BytesIO()
        pickler = pickle.Pickler(buffer, pickle.HIGHEST_PROTOCOL)
        pickler.persistent_id = self._number
        pickler.dump(value)
        return buffer.getvalue()

    def _number(self, met: object) -> int | None:
        if type(met) not in self._types:
            return None
        number = self._numbers.setdefault(id(met), len(self.shared))
        if number == len(self.shared):
            self.shared.append(met)
        return number


class _Opener(pickle.Unpickler):
    def __init__(self, closed: bytes, shared: Any) -> None:
        super().__init__(BytesIO(closed))
        self.persistent_load = shared
