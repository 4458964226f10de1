"""The set-up files agree with each other and with the README."""

import os
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pinned(name: str) -> dict[str, set[str]]:
    """The versions that a requirements file pins for each package."""
    versions: dict[str, set[str]] = {}
    for package, version in re.findall(r"^([\w.-]+)==([^\s;\\]+)", (ROOT / "requirements" / name).read_text(), re.M):
        versions.setdefault(canonicalize_name(package), set()).add(version)
    return versions


@pytest.mark.parametrize(
    ("file", "wanted"),
    [
        ("run.txt", PROJECT["project"]["dependencies"]),
        ("dev.txt", PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]),
    ],
)
def test_every_dependency_is_pinned_as_the_project_asks(file: str, wanted: list[str]) -> None:
    versions = pinned(file)
    for requirement in map(Requirement, wanted):
        found = versions[canonicalize_name(requirement.name)]
        assert all(version in requirement.specifier for version in found), requirement


def test_both_pin_the_same_versions() -> None:
    run, dev = pinned("run.txt"), pinned("dev.txt")
    assert {name: dev[name] for name in run} == run


@pytest.mark.parametrize("file", ["run.txt", "dev.txt"])
def test_every_pin_has_a_hash_and_none_names_an_address(file: str) -> None:
    text = (ROOT / "requirements" / file).read_text()
    pins = re.split(r"\n(?=\S)", text.strip())
    assert all("--hash=sha256:" in pin for pin in pins)
    assert "://" not in text


@pytest.mark.parametrize("command", ["./demo", "./check"])
def test_the_commands_of_the_readme_are_there_and_can_be_run(command: str) -> None:
    assert re.search(rf"^ *{re.escape(command)}\b", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert os.access(ROOT / command, os.X_OK)


def test_ci_runs_the_readmes_test_command() -> None:
    assert re.search(r"^\./check$", (ROOT / ".ci" / "run").read_text(), re.MULTILINE)
