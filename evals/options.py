"""Options that several commands of `evals` share; those of a model are the ones of `extract run`."""

from pathlib import Path
from typing import Annotated

import typer

GOLD, RECORDINGS = Path("gold"), Path("recordings")

AsJson = Annotated[bool, typer.Option("--json", help="One JSON object instead of tables.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="CSV instead of tables.")]
GoldFolder = Annotated[Path, typer.Option("--gold", metavar="DIR", help="The labelled articles.")]
Texts = Annotated[
    Path | None, typer.Option("--texts", metavar="DIR", help="Texts of the stand-off articles, found by their sha256.")
]
Ontology = Annotated[
    Path | None, typer.Option("--ontology", metavar="FILE", help="Add the kinds and words of this TOML file.")
]
Split = Annotated[str, typer.Option(metavar="NAME", help="dev, test or all.")]
Engine = Annotated[str, typer.Option(metavar="NAME", help="What decides the records: rules or llm.")]
Recorded = Annotated[
    str | None,
    typer.Option("--recorded", metavar="NAME", help="Replay this recording of a model, with no network at all."),
]
Recordings = Annotated[Path, typer.Option("--recordings", metavar="DIR", help="Where the recordings are.")]
