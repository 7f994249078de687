"""Runs what the README tells a reader to type.

The convention: a fenced block that follows the line `<!-- tested -->` is run, `sh` by bash and `python` by Python; the
blocks run in order, in one scratch folder that holds the seeds, with `.venv/bin/` standing for this environment. A
fenced block that follows `<!-- output -->` is what the block before it must print; a line `...` in it stands for any
lines. `<!-- tested with NAME -->` skips the block where the program or module NAME is missing. The block after
`<!-- test command -->` is what `.ci/run` runs, and is not run again here.
"""

import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
MARKED = re.compile(
    r"^<!-- (?P<mark>tested|output)(?: with (?P<needs>\S+))? -->\n+```(?P<language>\w*)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


class Block(NamedTuple):
    """A block to run, and what it must print, if the README says so."""

    number: int
    language: str
    needs: str
    body: str
    output: str | None


def blocks(text: str) -> Iterator[Block]:
    found = list(MARKED.finditer(text))
    for number, match in enumerate(found):
        if match["mark"] == "tested":
            after = found[number + 1] if number + 1 < len(found) else None
            output = after["body"] if after and after["mark"] == "output" else None
            yield Block(number, match["language"], match["needs"] or "", match["body"], output)


def matches(expected: str, printed: str) -> bool:
    """Whether `printed` is `expected`, in which a line of three dots stands for any lines."""
    lines = [line.rstrip() for line in expected.strip().split("\n")]
    pattern = "\n".join(r"(?:.*\n)*?.*" if line == "..." else re.escape(line) for line in lines)
    return re.fullmatch(pattern, "\n".join(line.rstrip() for line in printed.strip().split("\n"))) is not None


def command(block: Block) -> list[str]:
    if block.language == "python":
        return [sys.executable, "-c", block.body]
    return ["bash", "-euo", "pipefail", "-c", block.body.replace(".venv/bin/", f"{Path(sys.executable).parent}/")]


def test_the_blocks_do_what_the_readme_says(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    todo = list(blocks(README.read_text(encoding="utf-8")))
    if not todo:
        pytest.skip("README.md marks no block with <!-- tested -->")
    for block in todo:
        if block.needs and not (shutil.which(block.needs) or importlib.util.find_spec(block.needs)):
            continue
        done = subprocess.run(command(block), cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, f"{block.body}\n{done.stdout}\n{done.stderr}"
        if block.output is not None:
            assert matches(block.output, done.stdout), f"{block.body}\nprints\n{done.stdout}\nnot\n{block.output}"


def test_the_test_command_can_be_found_by_the_ci_script() -> None:
    text = README.read_text(encoding="utf-8")
    if len(text) < 200:
        pytest.skip("README.md is not written yet")
    assert re.search(r"^<!-- test command -->\n+```sh\n[^`]*pytest", text, re.MULTILINE)


MARKDOWN = """
<!-- tested -->

```sh
echo 1; echo 2; echo 3
```

<!-- output -->
```text
1
...
```

```sh
exit 1
```

<!-- tested with no-such-program -->
```sh
no-such-program
```
"""


def test_only_marked_blocks_count() -> None:
    first, second = blocks(MARKDOWN)
    assert (first.language, first.body, first.output) == ("sh", "echo 1; echo 2; echo 3\n", "1\n...\n")
    assert (second.needs, second.output) == ("no-such-program", None)


@pytest.mark.parametrize(
    ("expected", "printed", "same"),
    [
        ("1\n2\n", "1\n2\n", True),
        ("1\n2", "1  \n2\n\n", True),
        ("1\n...\n3", "1\n2\n2\n3", True),
        ("...\n3", "1\n3", True),
        ("1\n...", "1\n2\n3", True),
        ("1\n3", "1\n2\n3", False),
        ("1.3", "1x3", False),
    ],
)
def test_three_dots_stand_for_any_lines(expected: str, printed: str, same: bool) -> None:
    assert matches(expected, printed) is same
