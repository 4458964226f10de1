"""`rashomon demo`: the bundled example."""

from __future__ import annotations

from rashomon import example
from rashomon.cli.read import Format, read


def demo() -> None:
    """Read the bundled example: four invented accounts of how one town changed hands."""
    read([str(example.path())], Format.table)
