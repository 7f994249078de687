"""The `evals` command: scores engines against the gold set, tests differences, holds floors, and measures speed.

Results go to stdout and talk to stderr. As in `extract`, what takes time to load is imported inside the commands.
"""

import gc
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from evals.cli_bench import bench
from evals.cli_record import record
from evals.options import (
    GOLD,
    RECORDINGS,
    AsCsv,
    AsJson,
    Engine,
    GoldFolder,
    Ontology,
    Recorded,
    Recordings,
    Split,
    Texts,
)
from extract.options import (
    BaseUrl,
    Concurrency,
    MaxTokens,
    Model,
    Modes,
    NoCache,
    PromptName,
    Reasks,
    Seed,
    Temperature,
    Timeout,
)
from extract.terminal import Commands, complain, say, visible

if TYPE_CHECKING:
    from evals.mistakes import Mistake
    from evals.report.table import Table
    from evals.runs import Run
    from evals.summary import Score

app = typer.Typer(
    name="evals",
    cls=Commands,
    help="Scores engines against hand-labelled articles, and says whether a difference is more than chance.",
    epilog="Exit codes: 0 done; 1 a score fell below its floor; 2 bad usage, or it could not be measured; "
    "130 interrupted.",
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
)
FLOORS = Path("gold/floors.toml")


def main() -> NoReturn:
    """Entry point of the command."""
    # The lexicon's tables live until the end of a process that is soon over; collecting would only walk them again.
    gc.disable()
    app()
    raise AssertionError("typer exits")


@app.command()
def run(
    engine: Engine = "rules",
    gold: GoldFolder = GOLD,
    split: Split = "dev",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="DIR", help="Run folder; else one under .evals/.")
    ] = None,
    predictions: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Score this output of `extract run` instead of an engine.")
    ] = None,
    ontology: Ontology = None,
    texts: Texts = None,
    tolerance: Annotated[
        float, typer.Option(min=0, max=1, metavar="SHARE", help="How far numbers may lie apart, as 0.01.")
    ] = 0,
    recorded: Recorded = None,
    recordings: Recordings = RECORDINGS,
    prompt: PromptName = None,
    model: Model = None,
    base_url: BaseUrl = None,
    mode: Modes = None,
    temperature: Temperature = None,
    seed: Seed = None,
    max_tokens: MaxTokens = None,
    reasks: Reasks = None,
    concurrency: Concurrency = None,
    timeout: Timeout = None,
    no_cache: NoCache = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Score an engine, a replay, or a file of predictions against the gold set, and keep the run in a folder."""
    from evals.recordings.manifest import recording_folder
    from evals.runs import default_folder, run_engine, save, score_file
    from evals.sources import open_gold, replay
    from evals.summary import summarise
    from extract.options import model_settings
    from extract.pipeline import Settings

    asked = {
        "prompt": prompt, "model": model, "base_url": base_url, "mode": mode, "temperature": temperature, "seed": seed,
        "max_tokens": max_tokens, "reasks": reasks, "concurrency": concurrency, "timeout": timeout,
        "no_cache": no_cache,
    }  # fmt: skip
    labelled = open_gold(gold, split, ontology, texts)
    if predictions is not None:
        _check_unused("--predictions", {"recorded": recorded, **asked})
        scored, records = score_file(predictions, labelled, tolerance)
    elif recorded is not None:
        _check_replay(asked)
        scored, records = replay(str(prompt), labelled, recording_folder(recorded, recordings), tolerance)
    else:
        settings = Settings(engine, ontology, model_settings(engine, asked))
        scored, records = run_engine(labelled, settings, tolerance)
    folder = output or default_folder(scored)
    save(scored, records, folder)
    _print_scores(scored, summarise(scored.rows, scored.manifest.articles), as_json, as_csv)
    say(f"{folder}: {len(scored.manifest.articles)} articles in {scored.manifest.seconds:.1f} s")


@app.command()
def compare(
    runs: Annotated[
        list[str],
        typer.Argument(
            metavar="BASELINE CANDIDATE...", help="Run folders, prediction files, or names of engines or prompts."
        ),
    ],
    metric: Annotated[
        str, typer.Option(metavar="NAME", help="figures-lenient, figures-strict, events-lenient or events-strict.")
    ] = "figures-lenient",
    split: Split = "all",
    gold: GoldFolder = GOLD,
    texts: Texts = None,
    recorded: Recorded = None,
    recordings: Recordings = RECORDINGS,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Say whether runs differ from the first one, by how much, and whether that could be chance."""
    from evals import SEED
    from evals.compare import METRICS
    from evals.compare import compare as test
    from evals.sources import open_gold, open_runs
    from evals.stats import ROUNDS

    if len(runs) < 2:
        raise typer.BadParameter("one run cannot be compared; name a baseline and a candidate")
    _check("--metric", metric, METRICS)
    _check("--split", split, ("dev", "test", "all"))
    recording = _recording(recorded, recordings)
    opened = open_runs(runs, split, lambda: open_gold(gold, split, texts=texts), recording)
    report = test(opened, metric, split)
    _tell(report.notes)
    signatures = {run.name: str(run.manifest.signature) for run in opened}
    systems = [asdict(system) for system in report.systems]
    head = {"signatures": signatures, "seed": SEED, "rounds": ROUNDS, "notes": report.notes, "systems": systems}
    if _as_data(as_json, as_csv, head, comparisons=report.comparisons):
        return
    from evals.report.comparisons import comparison_table, reason_table, system_table

    _print_tables([system_table(report.systems, metric), reason_table(report.systems)])
    _print_tables([comparison_table(report.comparisons)])
    for comparison in report.comparisons:
        if not comparison.exploratory:
            print(visible(comparison.verdict))
    _sign(*(f"{name}: {signature}" for name, signature in signatures.items()), f"seed {SEED} | {ROUNDS:,} resamples")


@app.command()
def gate(
    run: Annotated[
        Path | None, typer.Option("--run", metavar="DIR", help="Hold this run folder instead of running on dev.")
    ] = None,
    floors: Annotated[Path, typer.Option(metavar="FILE", help="The pinned floors.")] = FLOORS,
    pin: Annotated[bool, typer.Option("--pin", help="Write what was measured as the new floors.")] = False,
    allow_lower: Annotated[bool, typer.Option("--allow-lower", help="Let --pin lower floors.")] = False,
    gold: GoldFolder = GOLD,
    engine: Engine = "rules",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Hold the scores on dev against pinned floors: 0 they hold, 1 some fell, 2 it could not be measured."""
    from evals import gate as floor
    from evals.runs import load_run, run_engine
    from evals.sources import open_gold
    from evals.summary import summarise
    from extract.pipeline import Settings

    if allow_lower and not pin:
        raise typer.BadParameter("--allow-lower does nothing without --pin")
    scored = load_run(run) if run else run_engine(open_gold(gold, "dev"), Settings(engine))[0]
    _tell_failures(scored)
    scores, signature = summarise(scored.rows, scored.manifest.articles), scored.manifest.signature
    held = floor.pin(scores, signature, floors, allow_lower) if pin else floor.hold(scores, signature, floors)
    fallen = [one for one in held if one.fell]
    if not _as_data(as_json, as_csv, {"signature": signature.model_dump(), "fell": len(fallen)}, floors=held):
        from evals.report.tables import floor_table

        _print_tables([floor_table(held)])
        _sign(str(signature))
    if not fallen:
        say(f"{floors}: pinned" if pin else f"all {len(held)} floors hold")
    elif pin:
        complain(f"{len(fallen)} floors would sink, so none was written; `{floor.LOWER}` lets them")
    else:
        complain(f"{len(fallen)} scores are below their floors; `evals run`, then `evals show RUN --errors` says where")
    raise typer.Exit(1 if fallen else 0)


@app.command()
def show(
    run: Annotated[
        str, typer.Argument(metavar="RUN", help="A run folder, a prediction file, or the name of an engine or prompt.")
    ],
    errors: Annotated[bool, typer.Option("--errors", help="Every mistake, in its text, instead of scores.")] = False,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", "-k", metavar="NAME", help="Only this kind or type; repeatable.")
    ] = None,
    lang: Annotated[str | None, typer.Option(metavar="LANG", help="Only this language: ar, fa or en.")] = None,
    only: Annotated[
        list[str] | None, typer.Option(metavar="WHAT", help="missed, invented, wrong or slots; repeatable.")
    ] = None,
    split: Split = "all",
    gold: GoldFolder = GOLD,
    texts: Texts = None,
    recorded: Recorded = None,
    recordings: Recordings = RECORDINGS,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Show a run's scores again, or with --errors what exactly it got wrong, worst kinds first."""
    from evals.sources import open_gold, open_run
    from evals.summary import summarise

    for what in only or ():
        _check("--only", what, ("missed", "invented", "wrong", "slots"))
    scored = open_run(run, split, lambda: open_gold(gold, split, texts=texts), _recording(recorded, recordings))
    if not errors:
        _print_scores(scored, summarise(scored.rows, scored.manifest.articles), as_json, as_csv)
        return
    mistakes = [
        mistake
        for mistake in _mistakes(scored, gold, texts)
        if (not kind or mistake.kind in kind) and lang in (None, mistake.lang) and (not only or mistake.what in only)
    ]
    if _as_data(as_json, as_csv, {"signature": scored.manifest.signature.model_dump()}, mistakes=mistakes):
        return
    from evals.report.mistakes import mistake_table
    from extract.show import new_console, print_table

    if mistakes:
        print_table(new_console(), mistake_table(mistakes))
    say(f"{len(mistakes)} mistakes")


@app.command()
def agree(
    first: Annotated[Path, typer.Argument(metavar="DIR_A", help="One annotator's label files (*.json).")],
    second: Annotated[Path, typer.Argument(metavar="DIR_B", help="The other's, of the same articles.")],
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """How far two annotators agree: F1 between their labels."""
    from evals.agree import agree as measure

    agreement = measure(first, second)
    _tell(agreement.notes)
    if _as_data(as_json, as_csv, {"articles": agreement.articles}, scores=agreement.scores):
        return
    from evals.report.tables import agreement_tables

    _print_tables(agreement_tables(agreement))


app.command()(record)
app.command()(bench)


def _recording(name: str | None, root: Path) -> Path | None:
    if name is None:
        return None
    from evals.recordings.manifest import recording_folder

    return recording_folder(name, root)


def _check_replay(asked: Mapping[str, object]) -> None:
    """Of the options of a model, a replay takes the prompt alone: all others are those of the recording."""
    if asked["prompt"] is None:
        raise typer.BadParameter("--recorded needs a prompt version to replay; name it with --prompt")
    _check_unused("--recorded", {name: value for name, value in asked.items() if name != "prompt"})


def _check_unused(option: str, asked: Mapping[str, object]) -> None:
    """What `option` leaves without an effect is refused, so that nobody takes a score for another's."""
    for name, value in asked.items():
        if value not in (None, False):
            raise typer.BadParameter(f"--{name.replace('_', '-')} has no effect with {option}; leave it out")


def _check(option: str, value: str, allowed: Sequence[str]) -> None:
    if value not in allowed:
        raise typer.BadParameter(f"{option} {value}: use one of {', '.join(allowed)}")


def _tell(notes: Iterable[str]) -> None:
    for note in notes:
        say(f"note: {note}")


def _tell_failures(run: "Run") -> None:
    _tell(run.manifest.notes)
    for article in run.manifest.articles:
        if article.failed:
            say(f"note: article {article.id!r} counts as all missed: {article.failed}")


def _mistakes(run: "Run", gold: Path, texts: Path | None) -> "list[Mistake]":
    from evals.mistakes import find_mistakes
    from evals.sources import labelled_as_scored, open_gold

    articles, others = labelled_as_scored(run, open_gold(gold, "all", texts=texts).articles)
    if others:
        _tell([f"articles left out, since they have no text here or other labels by now: {others}"])
    return find_mistakes(articles, run.read_predictions(), run.manifest.signature.tolerance)


def _print_scores(run: "Run", scores: "Sequence[Score]", as_json: bool, as_csv: bool) -> None:
    _tell_failures(run)
    head = {"signature": run.manifest.signature.model_dump(), "notes": run.manifest.notes}
    if _as_data(as_json, as_csv, head, scores=scores):
        return
    from evals.report.tables import evidence_line, score_tables

    _print_tables(score_tables(scores))
    print(evidence_line(scores))
    _sign(str(run.manifest.signature))


def _as_data(as_json: bool, as_csv: bool, head: Mapping[str, object], **table: Sequence[Any]) -> bool:
    """Print the one table given as data, if that is wanted."""
    if as_json and as_csv:
        raise typer.BadParameter("--json and --csv exclude each other; choose one")
    if not as_json and not as_csv:
        return False
    from evals.report.data import as_csv as to_csv
    from evals.report.data import as_json as to_json

    if as_json:
        print(to_json(head, **table))
    else:
        (rows,) = table.values()
        print(to_csv(rows), end="")
    return True


def _print_tables(tables: "Iterable[Table]") -> None:
    for table in tables:
        if table.rows:
            print(table, end="\n\n")


def _sign(*signatures: str) -> None:
    for signature in signatures:
        print(visible(signature))
