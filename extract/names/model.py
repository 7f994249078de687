"""What the names layer finds: names under their canonical form, and where they stand."""

from enum import StrEnum

from extract.frozen import frozen

Forms = tuple[str, ...]  # the folded tokens of a spelling
Spellings = dict[str, list[str]]


class NameType(StrEnum):
    """What kind of thing a name stands for."""

    COUNTRY = "country"
    CAPITAL = "capital"  # in news also its government ("واشنطن")
    CITY = "city"
    PROVINCE = "province"
    REGION = "region"
    WATER = "water"
    BASE = "base"
    CAMP = "camp"
    SITE = "site"  # a plant, crossing, prison, dam, hospital
    FORCE = "force"
    GROUP = "group"
    ORGANISATION = "organisation"
    PEOPLE = "people"


_PLACES = frozenset(
    {
        NameType.COUNTRY,
        NameType.CAPITAL,
        NameType.CITY,
        NameType.PROVINCE,
        NameType.REGION,
        NameType.WATER,
        NameType.BASE,
        NameType.CAMP,
        NameType.SITE,
    }
)
_ACTORS = frozenset(
    {
        NameType.COUNTRY,
        NameType.CAPITAL,
        NameType.FORCE,
        NameType.GROUP,
        NameType.ORGANISATION,
        NameType.PEOPLE,
    }
)


@frozen
class Name:
    """A thing with a name. `iso` is the ISO 3166 code of its country, None where it has none or several."""

    canonical: str
    type: NameType
    iso: str | None = None

    @property
    def place(self) -> bool:
        """Whether something can happen in it."""
        return self.type in _PLACES

    @property
    def actor(self) -> bool:
        """Whether it can act or be acted upon as a party."""
        return self.type in _ACTORS


@frozen
class Body:
    """A force or office that every country has; `alone`: it is named even without its country."""

    noun: str
    type: NameType
    spellings: Spellings
    alone: bool


@frozen
class NameMention:
    """A name among the tokens of a text.

    `first`/`stop` is its token range; `start`/`end` its range in the *folded* text, without attached و, ب, ل and
    without the English 's. `adjective` marks a nationality or a word for its people ("العراقية", "Iraqis"), whose
    `name` is the country's. `of` is the country inside a body named after it ("العراقية" in "القوات العراقية").
    """

    first: int
    stop: int
    start: int
    end: int
    name: Name
    adjective: bool = False
    of: "NameMention | None" = None
