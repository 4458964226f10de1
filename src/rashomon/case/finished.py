"""Files that were taken in whole, so that they need not be opened again."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path
from typing import NamedTuple

from rashomon.case.settings import Settings

INTAKE = 1
"""To be raised when intake takes other documents from the same bytes: files are then opened again."""


class Finished(NamedTuple):
    """What a file gave when it was taken in."""

    documents: int
    refused: int


def digest(path: Path, shown: str, settings: Settings) -> str:
    """Of a file's bytes, its path, what the user said of it and how it is taken in. Raises OSError."""
    with path.open("rb") as file:
        content = hashlib.file_digest(file, "sha256").hexdigest()
    return hashlib.sha256(json.dumps([content, shown, settings.of_intake(), INTAKE]).encode()).hexdigest()


def finished(connection: sqlite3.Connection, found: str) -> Finished | None:
    """What the file of this digest gave, if it was taken in whole."""
    row = connection.execute("SELECT documents, refused FROM finished WHERE digest = ?", (found,)).fetchone()
    return Finished(*row) if row else None


def finish(connection: sqlite3.Connection, found: str, path: str, what: Finished, runno: int) -> None:
    """Notes that a file was taken in whole. Inside the caller's transaction."""
    connection.execute("INSERT OR REPLACE INTO finished VALUES (?, ?, ?, ?, ?)", (found, path, *what, runno))
