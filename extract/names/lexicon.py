"""The checked content of the names files: names with their spellings, before any language's grammar touches them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, cast

from extract.errors import OntologyError
from extract.names.model import Body, Name, NameType, Spellings
from extract.names.rows import Field, Row
from extract.ontology import LANGS

# Which table holds which type of name.
TYPES = {
    "peoples": NameType.PEOPLE,
    "regions": NameType.REGION,
    "capitals": NameType.CAPITAL,
    "provinces": NameType.PROVINCE,
    "cities": NameType.CITY,
    "waters": NameType.WATER,
    "bases": NameType.BASE,
    "sites": NameType.SITE,
    "camps": NameType.CAMP,
    "forces": NameType.FORCE,
    "groups": NameType.GROUP,
    "organisations": NameType.ORGANISATION,
}
BUILT_IN = frozenset({"country", "alone", "acronym"})  # conditions that need no list of words
_FIELDS = {
    "countries": frozenset(LANGS),
    "country_variants": frozenset({*LANGS, "name"}),
    "nationalities": frozenset({*LANGS, "plurals", "surname", "given"}),
    "bodies": frozenset({*LANGS, "type", "alone"}),
    "portfolios": frozenset(LANGS),
    **dict.fromkeys((f"homographs.{lang}" for lang in LANGS), frozenset({"name", "when", "adjective"})),
}
_ENTRY_FIELDS = frozenset({*LANGS, "iso", "type", "bare"})


class Entry(NamedTuple):
    """A name and its spellings; `bare`: they count by themselves, not only in the type's patterns."""

    name: Name
    spellings: Spellings
    bare: bool = True


class Nationality(NamedTuple):
    """Adjectives of a country, region or people. `surname`/`given`: the Arabic one is also a person's name."""

    name: Name
    spellings: Spellings
    plurals: list[str]
    surname: bool
    given: bool


class Homograph(NamedTuple):
    """A spelling that counts as `name` only under the condition `when`."""

    spelling: str
    name: Name
    when: str
    adjective: bool


@dataclass(slots=True)
class Lexicon:
    """All names, plus the word lists their grammar needs."""

    entries: list[Entry] = field(default_factory=list["Entry"])
    nationalities: list[Nationality] = field(default_factory=list["Nationality"])
    bodies: list[Body] = field(default_factory=list["Body"])
    homographs: dict[str, list[Homograph]] = field(default_factory=lambda: {lang: [] for lang in LANGS})
    contexts: dict[str, dict[str, list[str]]] = field(default_factory=lambda: {lang: {} for lang in LANGS})
    patterns: dict[NameType, Spellings] = field(default_factory=dict["NameType", "Spellings"])
    not_names: Spellings = field(default_factory=lambda: {lang: [] for lang in LANGS})

    def demonyms(self) -> dict[str | None, str]:
        """English adjective of each country that has one, by its code."""
        adjectives: dict[str | None, str] = {}
        for nationality in self.nationalities:
            if nationality.name.type == NameType.COUNTRY:
                adjectives.setdefault(nationality.name.iso, nationality.spellings["en"][0])
        return adjectives


def build_lexicon(files: list[tuple[str, list[Row]]]) -> Lexicon:
    """The lexicon of the files `[(name, rows), ...]`; what a later file says of an entry is added to the earlier."""
    builder = _Builder()
    for where, rows in files:
        builder.where = where
        for row in rows:
            builder.read(row)
    return builder.finish()


class _Builder:
    """Rows become entries in one pass; what refers to a name by its key waits for `finish`."""

    def __init__(self) -> None:
        self.where = ""
        self.lexicon = Lexicon()
        self.countries: dict[str, tuple[str, Spellings]] = {}
        self.names: dict[str, Name] = {}
        self.later: list[tuple[str, Row]] = []

    def fail(self, row: Row, what: str) -> OntologyError:
        return OntologyError(f"{self.where}:{row.line}: [{row.table}] {row.key}: {what}")

    def read(self, row: Row) -> None:
        section, _, part = row.table.partition(".")
        if section in TYPES:
            self.entry(row, self.fields(row))
        elif section in ("countries", "country_variants"):
            self.country(row, self.fields(row))
        elif section in ("nationalities", "homographs"):
            self.later.append((self.where, row))
        elif section in ("bodies", "portfolios"):
            self.body(row, self.fields(row))
        elif section in ("contexts", "patterns", "not_names"):
            self.words(row, section, part)
        else:
            known = sorted(
                {*TYPES, *(table.partition(".")[0] for table in _FIELDS), "contexts", "patterns", "not_names"}
            )
            raise self.fail(row, f"unknown table; use one of {', '.join(known)}")

    def finish(self) -> Lexicon:
        entries = [Entry(self.names[iso], spellings) for iso, (_, spellings) in self.countries.items()]
        self.lexicon.entries[:0] = entries
        for where, row in self.later:
            self.where = where
            if row.table == "nationalities":
                self.nationality(row, self.fields(row))
            else:
                self.homograph(row, self.fields(row))
        return self.lexicon

    def fields(self, row: Row) -> dict[str, Field]:
        if not isinstance(row.value, dict):
            raise self.fail(row, 'an entry is written { ar = "...", fa = "...", en = "..." }')
        allowed = _FIELDS.get(row.table, _ENTRY_FIELDS)
        if not row.value.keys() <= allowed:
            unknown = ", ".join(sorted(row.value.keys() - allowed))
            raise self.fail(row, f"unknown field {unknown}; use {', '.join(sorted(allowed))}")
        return row.value

    def strings(self, row: Row, value: object) -> list[str]:
        if isinstance(value, str) and value:
            return [value]
        words = cast("list[object]", value) if isinstance(value, list) else [None]
        for word in words:
            if not isinstance(word, str) or not word:
                raise self.fail(row, "a spelling is a non-empty string")
        return cast("list[str]", words)

    def string(self, row: Row, value: Field, what: str) -> str:
        if not isinstance(value, str) or not value:
            raise self.fail(row, f"{what} is one string")
        return value

    def flag(self, row: Row, value: Field, what: str) -> bool:
        if not isinstance(value, bool):
            raise self.fail(row, f"{what} is true or false")
        return value

    def type(self, row: Row, value: Field) -> NameType:
        if value not in set(NameType):
            raise self.fail(row, f"unknown type {value!r}; use one of {', '.join(NameType)}")
        return NameType(str(value))

    def spellings(self, row: Row, fields: dict[str, Field]) -> Spellings:
        return {lang: self.strings(row, fields[lang]) for lang in LANGS if lang in fields}

    def named(self, row: Row, key: str) -> Name:
        if key not in self.names:
            raise self.fail(row, f"{key!r} is no name here; use a canonical name or an ISO code, or add its entry")
        return self.names[key]

    def words(self, row: Row, section: str, part: str) -> None:
        """A list of words or patterns: the key is a language or, in [contexts], the list's name."""
        lang = part if section == "contexts" else row.key
        if lang not in LANGS or not isinstance(row.value, list):
            raise self.fail(row, f"a list of words under one of {', '.join(LANGS)} is needed")
        words = self.strings(row, row.value)
        if section == "contexts":
            self.lexicon.contexts[lang].setdefault(row.key, []).extend(words)
        elif section == "not_names":
            self.lexicon.not_names[lang].extend(words)
        elif any(word.count("{}") != 1 for word in words):
            raise self.fail(row, "a pattern holds {} once, where the name goes")
        else:
            self.lexicon.patterns.setdefault(self.type(row, part), {}).setdefault(lang, []).extend(words)

    def country(self, row: Row, fields: dict[str, Field]) -> None:
        added = self.spellings(row, fields)
        name, spellings = self.countries.get(row.key, ("", {}))
        if not name and "en" not in added:
            raise self.fail(row, "a new country needs its English name: en = ...")
        name = self.string(row, fields.get("name", name or _plain(added["en"][0])), "name")
        for lang, words in added.items():
            spellings.setdefault(lang, []).extend(words)
        self.countries[row.key] = (name, spellings)
        self.names[row.key] = self.names[name] = Name(name, NameType.COUNTRY, row.key)

    def entry(self, row: Row, fields: dict[str, Field]) -> None:
        """A name of its own. A key without brackets is an English spelling; Persian defaults to the Arabic ones."""
        type_ = self.type(row, fields["type"]) if "type" in fields else TYPES[row.table]
        iso = self.string(row, fields["iso"], "iso") if "iso" in fields else None
        if iso is not None and iso not in self.countries:
            raise self.fail(row, f"unknown country {iso!r}; iso is a code of countries.toml")
        name = self.names.get(row.key)
        if name is None:
            name = self.names[row.key] = Name(row.key, type_, iso)
        spellings = self.spellings(row, fields)
        if "(" not in row.key:
            spellings["en"] = [row.key, *spellings.get("en", ())]
        spellings.setdefault("fa", spellings.get("ar", []))
        self.lexicon.entries.append(Entry(name, spellings, self.flag(row, fields.get("bare", True), "bare")))

    def body(self, row: Row, fields: dict[str, Field]) -> None:
        spellings = self.spellings(row, fields)
        if row.table == "bodies":
            type_ = self.type(row, fields.get("type", NameType.FORCE.value))
            alone = self.flag(row, fields.get("alone", False), "alone")
            self.lexicon.bodies.append(Body(row.key, type_, spellings, alone))
            return
        ministries = {lang: list(_ministries(lang, words)) for lang, words in spellings.items()}
        noun = row.key if row.key.endswith("Ministry") else f"Ministry of {row.key}"
        self.lexicon.bodies.append(Body(noun, NameType.ORGANISATION, ministries, alone=True))

    def nationality(self, row: Row, fields: dict[str, Field]) -> None:
        name = self.named(row, row.key)
        spellings = self.spellings(row, fields)
        if name.type == NameType.COUNTRY and not spellings.get("en"):
            raise self.fail(row, "a country's English adjective is needed: en = ...")
        plurals = self.strings(row, fields.get("plurals", []))
        surname, given = (self.flag(row, fields.get(what, False), what) for what in ("surname", "given"))
        self.lexicon.nationalities.append(Nationality(name, spellings, plurals, surname, given))

    def homograph(self, row: Row, fields: dict[str, Field]) -> None:
        lang = row.table.partition(".")[2]
        if lang not in LANGS or not {"name", "when"} <= fields.keys():
            raise self.fail(row, "a homograph stands in [homographs.ar], .fa or .en and needs name and when")
        when = self.string(row, fields["when"], "when")
        if when not in BUILT_IN and when not in self.lexicon.contexts[lang]:
            known = sorted({*BUILT_IN, *self.lexicon.contexts[lang]})
            raise self.fail(row, f"unknown context {when!r}; use one of {', '.join(known)}")
        name = self.named(row, self.string(row, fields["name"], "name"))
        adjective = self.flag(row, fields.get("adjective", False), "adjective")
        self.lexicon.homographs[lang].append(Homograph(row.key, name, when, adjective))


def _plain(name: str) -> str:
    """CLDR's English name as text: plain apostrophe and "and", without a bracket at its end."""
    name = name.replace("’", "'").replace(" & ", " and ")
    return name.partition(" (")[0] if name.endswith(")") else name


def _ministries(lang: str, portfolios: list[str]) -> Iterator[str]:
    for portfolio in portfolios:
        if lang == "ar":
            yield f"وزارة {portfolio}"
        elif lang == "fa":
            yield f"وزارت {portfolio}"
        else:
            yield from (f"ministry of {portfolio}", f"ministry of the {portfolio}", f"{portfolio} ministry")
