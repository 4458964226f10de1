"""The bundled example: four invented accounts of how one town changed hands in an invented war.

An op-ed that quotes everybody, the state's news agency, an opposition site and an international wire.
Country, places, people and outlets are fictional.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

__all__ = ["path"]


def path() -> Path:
    """Where the example lies: JSON Lines, one document a line (`doc`, `source`, `title`, `text`, ...)."""
    return Path(str(files(__name__).joinpath("example.jsonl")))
