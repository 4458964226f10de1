"""The audit log: every command that wrote to a case, what it was told and what came of it."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from rashomon.version import __version__


@dataclass(frozen=True, slots=True)
class Run:
    """One command that wrote.

    Attributes:
        begun, ended: ISO 8601, UTC; `ended` is None if it runs still, or was cut off.
        settings: what it was told. `summary`: what came of it, once it has ended.
    """

    runno: int
    command: str
    settings: Mapping[str, Any]
    version: str
    begun: str
    ended: str | None
    summary: Mapping[str, Any] | None

    @property
    def pid(self) -> int | None:
        """The process that it ran in."""
        return self.settings.get("pid")


def now() -> str:
    """The time, as a case keeps it: ISO 8601, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def begin(connection: sqlite3.Connection, command: str, settings: Mapping[str, Any]) -> int:
    """Notes that a command begins; its number. Inside the caller's transaction."""
    cursor = connection.execute(
        "INSERT INTO runs (command, settings, version, begun) VALUES (?, ?, ?, ?)",
        (command, json.dumps({**settings, "pid": os.getpid()}), __version__, now()),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def end(connection: sqlite3.Connection, runno: int, summary: Mapping[str, Any]) -> None:
    """Notes that a command has ended, and what came of it. Inside the caller's transaction."""
    connection.execute("UPDATE runs SET ended = ?, summary = ? WHERE runno = ?", (now(), json.dumps(summary), runno))


def unfinished(connection: sqlite3.Connection) -> Run | None:
    """The newest command, if it has not ended."""
    row = connection.execute("SELECT * FROM runs ORDER BY runno DESC LIMIT 1").fetchone()
    return _run(row) if row and row["ended"] is None else None


def last_reading(connection: sqlite3.Connection) -> Run | None:
    """The newest command whose readings are in the case."""
    row = connection.execute(
        "SELECT * FROM runs WHERE runno = (SELECT runno FROM readings ORDER BY readingno DESC LIMIT 1)"
    ).fetchone()
    return _run(row) if row else None


def _run(row: sqlite3.Row) -> Run:
    summary = json.loads(row["summary"]) if row["summary"] else None
    return Run(
        row["runno"], row["command"], json.loads(row["settings"]), row["version"], row["begun"], row["ended"], summary
    )
