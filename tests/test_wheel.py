"""The wheel holds what the command needs, and works outside the checkout; the lock names every dependency."""

import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
DATA = ("extract/ontology/figures.toml", "extract/ontology/events.toml")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(ROOT)]
    done = subprocess.run(build, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode and re.search(r"No matching distribution|Failed to establish|Temporary failure", done.stderr):
        pytest.skip("no package index, so the build's own requirements cannot be installed")
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


def test_it_holds_the_packages_and_their_data_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert set(DATA) <= set(names)
    sources = {str(path.relative_to(ROOT)) for path in (ROOT / "extract").rglob("*") if path.suffix in (".py", ".toml")}
    assert sources <= set(names)
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"extract", "evals", "hasila"}


def test_it_runs_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    site, sample = tmp_path / "site", tmp_path / "sample.txt"
    zipfile.ZipFile(wheel).extractall(site)  # a pure wheel: unpacking is installing; the dependencies are already here
    sample.write_text("The army carried out 37 operations and 93 airstrikes last year, it said.", encoding="utf-8")
    code = "import sys, extract; print(extract.__file__, file=sys.stderr); from extract.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "run", str(sample), "-q"],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(site)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr.strip() == str(site / "extract" / "__init__.py")
    assert [figure["kind"] for figure in json.loads(done.stdout)["figures"]] == ["operations", "airstrikes"]


def pins() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, version = line.partition(" ")[0].partition("==")
            found.setdefault(normal(name), []).append(version)
    return found


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def requirements() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    every = [*project["dependencies"], *(line for extra in extras for line in extra)]
    return [requirement for requirement in map(Requirement, every) if requirement.name != project["name"]]


@pytest.mark.parametrize("requirement", requirements(), ids=str)
def test_the_lock_pins_it_to_a_version_that_the_project_allows(requirement: Requirement) -> None:
    versions = pins().get(normal(requirement.name))
    renew = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()[1].lstrip("# ")
    assert versions, f"requirements.lock lacks {requirement.name}; renew it: {renew}"
    assert all(requirement.specifier.contains(version) for version in versions), f"out of date; renew it: {renew}"
