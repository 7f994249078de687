"""An article read by the llm engine from replies that the test wrote, served on a real socket."""

from collections.abc import Sequence
from typing import Any

from evals.scripted import Reply, Seen, completion, serve
from extract import Article, Extraction, Settings, extract
from extract.endpoint import ModelSettings


def reading_of(
    article: Article,
    prompt: str,
    contents: str | Sequence[str],
    *,
    finish: str = "stop",
    asked: list[str] | None = None,
    **settings: Any,
) -> Extraction:
    """The record when the server answers with `contents`, one after the other and the last one for ever.

    `asked` receives the last message of every request.
    """
    left = [contents] if isinstance(contents, str) else list(contents)

    def answer(seen: Seen) -> Reply:
        body = seen.json()
        if asked is not None:
            asked.append(body["messages"][-1]["content"])
        said = completion(body, left.pop(0) if len(left) > 1 else left[0])
        said["choices"][0]["finish_reason"] = finish
        return Reply(body=said)

    with serve(answer) as server:
        return extract(article, Settings("llm", llm=ModelSettings("m", server.url, prompt=prompt, **settings)))
