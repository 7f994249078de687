"""The `extract` command: articles in; figures and events out.

Data goes to stdout and talk to stderr. Modules that take time to load (pydantic, rich, the grammars) are imported
inside the commands that need them, so that `--help` answers at once.
"""

import signal
import sys
from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from extract import __version__, cli_prompts, options
from extract.errors import UsageError
from extract.terminal import INTERRUPTED, Commands, say

if TYPE_CHECKING:
    from extract.article import ReadOptions
    from extract.export import Write
    from extract.pipeline import Settings
    from extract.runs import ModelRun
    from extract.schema import Extraction
    from extract.show import Choice

app = typer.Typer(
    name="extract",
    cls=Commands,
    help="Reads news articles in Arabic, Persian and English; writes their figures and events, each with its evidence.",
    epilog="Exit codes: 0 done; 1 some articles failed; 2 bad usage; 130 interrupted.",
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(cli_prompts.app, name="prompts", invoke_without_command=True)


def _field(what: str) -> Any:
    return typer.Option(metavar="KEY", help=f"Key of the {what} in .json and .jsonl.")


def main() -> NoReturn:
    """Entry point of the command. A polite kill ends it as Ctrl-C does: an output is replaced whole or not at all."""
    stopped: list[int] = []

    def stop(number: int, _: object) -> None:
        stopped.append(number)
        signal.raise_signal(signal.SIGINT)  # an event loop knows how to end at this one, wherever it is

    def interrupt(number: int, frame: FrameType | None) -> None:
        if stopped:
            signal.default_int_handler(number, frame)

    signal.signal(signal.SIGTERM, stop)
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # a script's background job: Ctrl-C is not for it, a kill is
        signal.signal(signal.SIGINT, interrupt)
    try:
        app()
    finally:
        if stopped:
            sys.exit(128 + stopped[0])
    raise AssertionError("typer exits")


def _version(wanted: bool) -> None:
    if wanted:
        print(f"hasila {__version__}")
        raise typer.Exit


@app.callback()
def top(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Options of the command as a whole."""


@app.command()
def run(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files, folders or globs (.txt .html .json .jsonl); - is stdin."),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write .jsonl, .csv or .parquet; - is JSON Lines on stdout."
        ),
    ] = None,
    show: Annotated[bool, typer.Option("--show", help="Print tables, as on a terminal without -o.")] = False,
    lang: options.Lang = None,
    published: options.Published = None,
    encoding: Annotated[str | None, typer.Option(metavar="NAME", help="Encoding of all files; else found out.")] = None,
    format_: Annotated[
        str | None, typer.Option("--format", metavar="NAME", help="txt, html, json or jsonl; else by the suffix.")
    ] = None,
    max_bytes: Annotated[
        int, typer.Option(min=1, metavar="N", help="Refuse files and records over this size.")
    ] = 5_000_000,
    text_field: Annotated[str | None, _field("text")] = None,
    title_field: Annotated[str | None, _field("title")] = None,
    id_field: Annotated[str | None, _field("id")] = None,
    date_field: Annotated[str | None, _field("publication date")] = None,
    source_field: Annotated[str | None, _field("source")] = None,
    lang_field: Annotated[str | None, _field("language")] = None,
    ontology: options.Ontology = None,
    engine: Annotated[
        str, typer.Option(metavar="NAME", help="What decides the records: rules, or llm (a model you name).")
    ] = "rules",
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes to work in.")] = 1,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
    model: options.Model = None,
    base_url: options.BaseUrl = None,
    prompt: options.PromptName = None,
    mode: options.Modes = None,
    temperature: options.Temperature = None,
    seed: options.Seed = None,
    max_tokens: options.MaxTokens = None,
    reasks: options.Reasks = None,
    fallback: options.Fallback = None,
    concurrency: options.Concurrency = None,
    rpm: options.Rpm = None,
    tpm: options.Tpm = None,
    timeout: options.Timeout = None,
    deadline: options.Deadline = None,
    resume: options.Resume = False,
    no_cache: options.NoCache = False,
    prices: options.Prices = None,
) -> None:
    """Extract figures and events from articles: JSON Lines on stdout, tables on a terminal, or a file with -o."""
    from extract.article import Fields, ReadOptions, read
    from extract.pipeline import Settings, rarely_collect
    from extract.pipeline import run as extract_all
    from extract.progress import Tally, counted

    given = {
        "model": model, "base_url": base_url, "prompt": prompt, "mode": mode, "temperature": temperature, "seed": seed,
        "max_tokens": max_tokens, "reasks": reasks, "fallback": fallback, "concurrency": concurrency, "rpm": rpm,
        "tpm": tpm, "timeout": timeout, "deadline": deadline, "resume": resume, "no_cache": no_cache, "prices": prices,
    }  # fmt: skip
    llm = options.model_settings(engine, given, jobs)
    settings = Settings(engine, ontology, llm)
    names = {
        "text": text_field, "title": title_field, "id": id_field,
        "published": date_field, "source": source_field, "lang": lang_field,
    }  # fmt: skip
    fields = Fields(**{part: name for part, name in names.items() if name is not None})
    reading = ReadOptions(lang, options.day(published), encoding, format_, max_bytes, fields)
    _refuse_overwriting(paths, output)
    tables = show or (output is None and sys.stdout.isatty())
    bar = sys.stderr.isatty() and not quiet and not (tables and sys.stdout.isatty())
    tally = Tally()
    rarely_collect()
    try:
        with ExitStack() as stack:
            if llm is None:
                records = extract_all(read(paths, reading), settings, jobs)
            else:
                asked = stack.enter_context(_asking(settings, paths, reading, output, resume, prices, bar))
                records, tally.account = asked.results(), asked.account
            write = stack.enter_context(_destination(output, tables))
            for extraction in counted(records, tally, bar):
                write(extraction)
    except KeyboardInterrupt:
        say(f"interrupted: {tally}" + (f"; {output} was left as it was" if _is_file(output) else ""))
        raise typer.Exit(INTERRUPTED) from None
    if not quiet:
        say(str(tally))
    raise typer.Exit(1 if tally.failed else 0)


@contextmanager
def _asking(
    settings: "Settings", paths: list[str], reading: "ReadOptions", output: Path | None,
    resume: bool, prices: Path | None, count: bool,
) -> "Generator[ModelRun]":  # fmt: skip
    """A run that asks a model; says how its journal was found, and what it is left with."""
    from extract.article import read
    from extract.prices import load_price
    from extract.runs import Plan, open_run, rereadable

    if output is not None:
        _refuse_reading_back(paths, output)
    plan = Plan(
        settings=settings,
        read=lambda: read(paths, reading),
        again=rereadable(paths),
        output=output if _is_file(output) else None,
        resume=resume,
        price=load_price(prices, settings.model.model) if prices else None,
        count=count,
    )
    journal = None
    try:
        with open_run(plan) as run:
            journal = run.journal
            if journal is not None and journal.torn:
                say(f"warning: {journal.path}: the last line was half written; its article is asked about again")
            if journal is not None and resume and not journal:
                say(f"{output}: no run to go on with is there; every article is asked about")
            yield run
    finally:
        if journal is not None and journal.kept:
            held = f"{len(journal):,} finished article{'' if len(journal) == 1 else 's'}"
            say(f"{journal.path}: keeps {held}; the same command with --resume asks about the others only")


STDOUT = Path("-")


@contextmanager
def _destination(output: Path | None, tables: bool) -> "Generator[Write]":
    """Where the records go: a file, tables on stdout, both, or JSON lines on stdout."""
    from extract.export import open_output, stdout_writer

    def to_table(extraction: "Extraction") -> None:
        show(console, extraction, everything)

    if tables:
        from extract.show import Choice, new_console, show

        console, everything = new_console(), Choice()
        if output is None or output == STDOUT:
            yield to_table
            return
    if output is None or output == STDOUT:
        yield stdout_writer(sys.stdout.buffer)
        return
    with open_output(output) as to_file:

        def to_both(extraction: "Extraction") -> None:
            to_file(extraction)
            to_table(extraction)

        yield to_both if tables else to_file


def _is_file(output: Path | None) -> bool:
    return output is not None and output != STDOUT


def _refuse_overwriting(paths: list[str], output: Path | None) -> None:
    if output is not None and output.is_file():
        for path in paths:
            if Path(path).is_file() and output.samefile(path):
                raise UsageError(f"{output}: is also an input, which would be overwritten; choose another name with -o")


def _refuse_reading_back(paths: list[str], output: Path) -> None:
    """A resumed run would take the output, and the manifest beside it, for articles of its own."""
    for path in paths:
        if Path(path).is_dir() and output.resolve().is_relative_to(Path(path).resolve()):
            raise UsageError(f"{output}: is inside the input folder {path}; choose a place outside with -o")


@app.command()
def show(
    path: Annotated[str, typer.Argument(metavar="FILE", help="What `extract run -o FILE.jsonl` wrote; - is stdin.")],
    kind: Annotated[
        list[str] | None, typer.Option("--kind", "-k", metavar="NAME", help="Only this kind or event type; repeatable.")
    ] = None,
    rejected: Annotated[bool, typer.Option("--rejected", help="What was left out, and why, instead.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One flat JSON object a line instead of tables.")] = False,
) -> None:
    """Show the figures and events of an output file as tables."""
    from extract.readback import load, read_lines
    from extract.show import Choice

    if kind and rejected:
        raise typer.BadParameter(
            "--kind chooses among records, and what was rejected is none; leave one of the two out"
        )
    records = read_lines(sys.stdin.buffer, "standard input") if path == "-" else load(path)
    choice = Choice(frozenset(kind or ()), rejected)
    met: set[str] = set()
    (_print_json if as_json else _print_tables)(_noted(records, met), choice)
    if choice.kinds - met:
        _check_kinds(choice.kinds - met)
    if choice.kinds and choice.kinds.isdisjoint(met) and not as_json:
        print("nothing to show")


def _noted(records: "Iterable[Extraction]", met: set[str]) -> "Iterator[Extraction]":
    """`records`, with the kinds and types that they hold noted in `met`."""
    for extraction in records:
        met.update(figure.kind for figure in extraction.figures)
        met.update(event.type for event in extraction.events)
        yield extraction


def _check_kinds(names: Iterable[str]) -> None:
    """Nothing to show of a kind is an answer; a kind that there is not is a slip of the pen."""
    from extract.catalogue import event_types, figure_kinds

    unknown = set(names) - {row.kind for row in figure_kinds()} - {row.type for row in event_types()}
    if unknown:
        raise typer.BadParameter(f"--kind {', '.join(sorted(unknown))}: no such kind; `extract kinds` lists them all")


def _print_json(records: "Iterator[Extraction]", choice: "Choice") -> None:
    from extract.show import json_rows

    for extraction in records:
        for line in json_rows(extraction, choice):
            print(line)


def _print_tables(records: "Iterator[Extraction]", choice: "Choice") -> None:
    from extract.show import new_console, show

    console = new_console()
    for extraction in records:
        show(console, extraction, choice)


@app.command()
def schema(
    columns: Annotated[bool, typer.Option("--columns", help="The columns of CSV and Parquet instead.")] = False,
    ontology: options.Ontology = None,
) -> None:
    """Print the JSON Schema of one output line."""
    import json

    from extract.catalogue import event_types, figure_kinds
    from extract.flat import EVENT_COLUMNS, FIGURE_COLUMNS
    from extract.wire import json_schema

    if columns:
        for name, table in (("figures", FIGURE_COLUMNS), ("events", EVENT_COLUMNS)):
            for column in table:
                print(name, column.name, column.type, column.meaning, sep="\t")
        return
    contract = json_schema([kind.kind for kind in figure_kinds(ontology)], [type_.type for type_ in event_types()])
    print(json.dumps(contract, indent=2, ensure_ascii=False))


@app.command()
def kinds(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of tables.")] = False,
    ontology: options.Ontology = None,
) -> None:
    """List the kinds of figures and the types of events, with their definitions."""
    import json

    from extract.catalogue import EventRow, KindRow, event_types, figure_kinds

    figures, events = figure_kinds(ontology), event_types()
    if as_json:
        lists = {"figures": [row._asdict() for row in figures], "events": [row._asdict() for row in events]}
        print(json.dumps(lists, indent=2, ensure_ascii=False))
        return
    from extract.show import new_console, plain_table, print_table

    console = new_console()
    print_table(console, plain_table(KindRow._fields, figures))
    console.print()
    print_table(console, plain_table(EventRow._fields, events))
