"""The shipped names, with a user's own added, compiled per language when a text of that language first comes."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from extract.errors import OntologyError
from extract.names.index import Index
from extract.names.model import Body, Name
from extract.tables import kept

if TYPE_CHECKING:  # what builds the trees is imported where no kept tree is found
    from extract.names.lexicon import Lexicon

T = TypeVar("T")
_FOLDER = Path(__file__).parent.parent / "ontology"
_SHIPPED = ("countries.toml", "names.toml")


@cache
def load_names(path: Path | None = None) -> "Names":
    """The shipped names, with those of the file `path` added; a malformed file is an OntologyError with its line."""
    if path is None:
        return Names()
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise OntologyError(f"{path}: cannot be read ({error.strerror}); give a TOML file") from None
    except UnicodeDecodeError as error:
        raise OntologyError(f"{path}: not UTF-8 at byte {error.start}; save the file as UTF-8") from None
    return Names(_lexicon([(str(path), text)]))


def _lexicon(added: Sequence[tuple[str, str]] = ()) -> "Lexicon":
    from extract.names.lexicon import build_lexicon
    from extract.names.rows import read_rows

    shipped = [(name, (_FOLDER / name).read_text("utf-8")) for name in _SHIPPED]
    return build_lexicon([(name, read_rows(text, name)) for name, text in [*shipped, *added]])


class Names:
    """The lexicon of names and its trees, one per language; the shipped ones are read when they are asked for."""

    def __init__(self, lexicon: "Lexicon | None" = None) -> None:
        self._added = lexicon
        self._indexes: dict[str, Index] = {}
        self._bodies: dict[tuple[str, str | None], Name] = {}

    @cached_property
    def lexicon(self) -> "Lexicon":
        """Names and their spellings, as the files have them."""
        return self._added or _lexicon()

    def index(self, lang: str) -> Index:
        """The tree of `lang`, which is "ar", "fa" or "en"; the others read Latin letters by the English one."""
        index = self._indexes.get(lang)
        if index is None:
            index = self._indexes[lang] = self._kept(f"names-{lang}", lambda: self._compiled(lang))
            index.latin = None if lang == "en" else lambda: self.index("en")
        return index

    def _compiled(self, lang: str) -> Index:
        from extract.names.compiler import compile_index

        return compile_index(self.lexicon, lang)

    def body_of(self, body: Body, country: Name) -> Name:
        """The canonical name of a country's force or office: "Iraqi Army"."""
        key = (body.noun, country.iso)
        name = self._bodies.get(key)
        if name is None:
            canonical = f"{self._demonyms.get(country.iso, country.canonical)} {body.noun}"
            name = self._bodies[key] = Name(canonical, body.type, country.iso)
        return name

    @cached_property
    def _demonyms(self) -> Mapping[str | None, str]:
        return self._kept("names-demonyms", lambda: self.lexicon.demonyms())

    def _kept(self, name: str, build: Callable[[], T]) -> T:
        return kept(name, build) if self._added is None else build()
