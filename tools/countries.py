"""Writes `extract/ontology/countries.toml`: the names of countries and territories in Arabic, Persian and English.

A developer's script; the package itself does not need Babel. Run it anew when Babel is upgraded:
`python tools/countries.py`.
"""

from pathlib import Path

from babel import Locale

TARGET = Path(__file__).parent.parent / "extract" / "ontology" / "countries.toml"
LANGS = ("ar", "fa", "en")
# CLDR codes that are no country: unions, pseudo-locales, "unknown".
NOT_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
HEADER = """\
# Names of countries and territories by ISO 3166 code, from Unicode CLDR through Babel.
# Generated, not edited: `python tools/countries.py` writes it anew. What CLDR lacks stands in names.toml.

[countries]
"""


def render() -> str:
    """The file's whole text as the installed Babel gives it."""
    names = {lang: Locale(lang).territories for lang in LANGS}
    codes = [code for code in sorted(names["en"]) if len(code) == 2 and code not in NOT_COUNTRIES]
    lines = [
        f"{code} = {{ " + ", ".join(f'{lang} = "{names[lang][code]}"' for lang in LANGS) + " }"
        for code in codes
        if all(code in names[lang] for lang in LANGS)
    ]
    return HEADER + "\n".join(lines) + "\n"


if __name__ == "__main__":
    TARGET.write_text(render(), encoding="utf-8")
