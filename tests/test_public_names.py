"""The public names, pinned: adding one is a decision, losing one breaks somebody."""

import subprocess
import sys

import pytest

import extract

NAMES = [
    "Article",
    "ArticleError",
    "ArticleInfo",
    "DateMention",
    "Entity",
    "Event",
    "Evidence",
    "Extraction",
    "Figure",
    "HasilaError",
    "MissingExtra",
    "NumberMention",
    "OntologyError",
    "OutputError",
    "Provenance",
    "Qualifier",
    "ReadOptions",
    "Realis",
    "Rejection",
    "Settings",
    "Span",
    "Status",
    "UsageError",
    "When",
    "__version__",
    "events_frame",
    "extract",
    "figures_frame",
    "find_dates",
    "find_numbers",
    "load",
    "read",
    "run",
]
HEAVY = ("pydantic", "pandas", "rich", "lxml", "trafilatura", "lingua", "numpy")


def python(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_the_names_are_these() -> None:
    assert sorted(extract.__all__) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_each_name_can_be_imported(name: str) -> None:
    assert getattr(extract, name) is not None
    assert name in dir(extract)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'extractor'"):
        _ = extract.extractor  # type: ignore[attr-defined]


def test_submodules_do_not_hide_the_functions() -> None:
    assert callable(extract.extract)
    code = (
        "import extract.pipeline, extract.readback; from extract import extract, load, run; print(extract, load, run)"
    )
    assert python(code).count("<function") == 3


@pytest.mark.parametrize("module", ["extract", "extract.cli", "evals.cli"])
def test_importing_it_loads_nothing_heavy(module: str) -> None:
    loaded = python(f"import sys, {module}; print(*sys.modules)").split()
    assert not set(HEAVY) & set(loaded)
