"""`extract prompts`: lists the released prompt versions, and shows what one would send. Nothing is sent."""

import sys
from typing import Annotated, Any

import typer

from extract import options
from extract.errors import ArticleError
from extract.terminal import isolated, visible

app = typer.Typer(help="List the released prompt versions, or show what one would send.", add_completion=False)


@app.callback()
def list_prompts(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a version instead of a table.")] = False,
) -> None:
    """List the released prompt versions, or show what one would send."""
    import json

    from extract.preview import PromptRow, prompt_rows

    if context.invoked_subcommand is not None:
        return
    rows = prompt_rows()
    if as_json:
        for row in rows:
            print(json.dumps(row._asdict(), ensure_ascii=False))
        return
    from extract.show import new_console, plain_table, print_table

    print_table(new_console(), plain_table(PromptRow._fields, rows))


@app.command("show")
def show_prompt(
    version: Annotated[str, typer.Argument(metavar="VERSION", help="A released version, or a file.")],
    article: Annotated[str, typer.Option("--article", metavar="FILE", help="The article to ask about; - is stdin.")],
    model: Annotated[str, typer.Option(metavar="NAME", help="The model that the request names.")] = "MODEL",
    base_url: options.BaseUrl = None,
    mode: options.Modes = None,
    temperature: options.Temperature = None,
    seed: options.Seed = None,
    max_tokens: options.MaxTokens = None,
    lang: options.Lang = None,
    published: options.Published = None,
    ontology: options.Ontology = None,
    as_json: Annotated[bool, typer.Option("--json", help="The JSON body itself, one a line.")] = False,
) -> None:
    """Show exactly what would be sent first for an article, one request for each of its parts. Nothing is sent."""
    from extract.article import ReadOptions, read
    from extract.engines.llm import previews

    given = {
        "model": model, "base_url": base_url, "prompt": version, "mode": mode, "temperature": temperature,
        "seed": seed, "max_tokens": max_tokens, "no_cache": True,
    }  # fmt: skip
    settings = options.model_settings("llm", given)
    assert settings is not None  # noqa: S101 - the engine is llm
    for source in read([article], ReadOptions(lang, options.day(published))):
        if isinstance(source, ArticleError):
            raise source
        for body in previews(source, settings, ontology):
            _print_request(body, as_json)


def _print_request(body: dict[str, Any], as_json: bool) -> None:
    import json

    from extract.export import safe_json
    from extract.preview import request_lines

    if as_json:
        print(safe_json(json.dumps(body, ensure_ascii=False)))
        return
    for line in request_lines(body):
        print(isolated(visible(line)) if sys.stdout.isatty() else visible(line))
