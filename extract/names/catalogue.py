"""The shipped names, with a user's own added, compiled per language when a text of that language first comes."""

from functools import cache
from pathlib import Path

from extract.errors import OntologyError
from extract.names.compiler import compile_index
from extract.names.index import Index
from extract.names.lexicon import Body, Lexicon, build_lexicon
from extract.names.model import Name
from extract.names.rows import read_rows

_FOLDER = Path(__file__).parent.parent / "ontology"
_SHIPPED = ("countries.toml", "names.toml")


@cache
def load_names(path: Path | None = None) -> "Names":
    """The shipped names, with those of the file `path` added; a malformed file is an OntologyError with its line."""
    sources = [(name, (_FOLDER / name).read_text("utf-8")) for name in _SHIPPED]
    if path is not None:
        try:
            sources.append((str(path), path.read_bytes().decode("utf-8")))
        except OSError as error:
            raise OntologyError(f"{path}: cannot be read ({error.strerror}); give a TOML file") from None
        except UnicodeDecodeError as error:
            raise OntologyError(f"{path}: not UTF-8 at byte {error.start}; save the file as UTF-8") from None
    return Names(build_lexicon([(name, read_rows(text, name)) for name, text in sources]))


class Names:
    """The lexicon of names and its trees, one per language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._indexes: dict[str, Index] = {}
        self._bodies: dict[tuple[str, str | None], Name] = {}

    def index(self, lang: str) -> Index:
        """The tree of `lang`, which is "ar", "fa" or "en"; the others read Latin letters by the English one."""
        index = self._indexes.get(lang)
        if index is None:
            latin = None if lang == "en" else lambda: self.index("en")
            index = self._indexes[lang] = compile_index(self.lexicon, lang, latin)
        return index

    def body_of(self, body: Body, country: Name) -> Name:
        """The canonical name of a country's force or office: "Iraqi Army"."""
        key = (body.noun, country.iso)
        name = self._bodies.get(key)
        if name is None:
            canonical = f"{self.lexicon.demonym(country)} {body.noun}"
            name = self._bodies[key] = Name(canonical, body.type, country.iso)
        return name
