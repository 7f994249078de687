"""`frozen`: dataclasses that nobody changes, for what is made by the thousand while an article is read.

The type checker holds that nobody assigns to a field. Asking at run time, as `dataclass(frozen=True)` does, makes each
object four times as dear, a tenth of the whole run; what leaves the package (`schema`, `DateMention` ...) still asks.
"""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def frozen(cls: type[T]) -> type[T]:
    """A dataclass with slots, equality and a hash."""
    return dataclass(slots=True, unsafe_hash=True)(cls)
