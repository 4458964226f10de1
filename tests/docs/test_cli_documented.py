"""docs/cli.md names every command and option, and none that is not there."""

import re
from pathlib import Path
from typing import Any

import click
import pytest
import typer.main

from rashomon.cli import app
from rashomon.cli.read import Format
from rashomon.intake import MAX_CHARACTERS

TEXT = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
PROGRAM = typer.main.get_command(app)
SECTIONS = dict(re.findall(r"^##+ `rashomon ([\w ]+)`\n(.*?)(?=^##|\Z)", TEXT, re.DOTALL | re.MULTILINE))


GROUPS = {"knowledge"}
"""Groups of commands with a section of their own."""


def commands(group: Any = PROGRAM, before: str = "") -> dict[str, click.Command]:
    """Every command by its full name; those of groups inside groups too."""
    found: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        inside = commands(command, f"{before}{name} ") if hasattr(command, "commands") else {before + name: command}
        found |= inside
    return found


def test_every_command_is_documented() -> None:
    assert set(SECTIONS) == set(commands()) | GROUPS


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_option_is_documented_and_no_other(name: str) -> None:
    params = [param for param in commands()[name].params if param.param_type_name == "option"]
    options = {opt for param in params for opt in (*param.opts, *param.secondary_opts)}
    written = set(re.findall(r"(?<![\w-])(--?[a-z][a-z-]*)", "\n".join(re.findall(r"^\|.*", SECTIONS[name], re.M))))
    assert written == options - {"--help"}


def test_every_format_is_documented() -> None:
    assert all(f"`{format}`" in SECTIONS["read"] for format in Format)


def test_the_limit_is_documented() -> None:
    assert f"{MAX_CHARACTERS:,}" in SECTIONS["read"]


def test_the_programs_own_options_are_documented() -> None:
    options = {opt for param in PROGRAM.params for opt in param.opts}
    assert all(f"rashomon {opt}`" in TEXT for opt in options | {"--help"})
