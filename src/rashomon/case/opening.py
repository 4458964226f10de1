"""Opens the file of a case: SQLite with write-ahead log, its schema brought up to date."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path

from rashomon.errors import CaseError

APPLICATION = 0x52415348  # "RASH", in the file's header
_MAPPED = 8 * 2**30  # bytes of a case that readers map into memory; only what they touch is read
_CACHED_KIB = 65_536
Migration = Callable[[sqlite3.Connection], None]


def _first(connection: sqlite3.Connection) -> None:
    for statement in statements(files(__package__).joinpath("schema.sql").read_text(encoding="utf-8")):
        connection.execute(statement)


MIGRATIONS: Sequence[Migration] = (_first,)
"""What brings a file from one version of the schema to the next; the schema's version is their number."""


def connect(path: Path, *, write: bool = False, create: bool = False) -> sqlite3.Connection:
    """A connection to a case; of one that only reads, the file is never changed.

    Raises CaseError if there is no such case, it is none, a newer program made it, or it cannot be opened.
    """
    if not create and not path.is_file():
        raise CaseError(f"{path}: no such case")
    mode = "rwc" if create else "rw" if write else "ro"
    if mode == "ro" and _unchanging(path):
        mode = "ro&immutable=1"
    try:
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=30
        )
        try:
            _prepare(path, connection, write=write or create, empty=create)
        except BaseException:
            connection.close()
            raise
    except sqlite3.Error as error:
        raise CaseError(f"{path}: cannot be opened as a case: {error}") from None
    return connection


def _unchanging(path: Path) -> bool:
    """Whether a case lies where nothing can be written, as on a disc: SQLite cannot make its helper files there."""
    target = path.resolve()
    return not os.access(target.parent, os.W_OK) and not target.with_name(f"{target.name}-wal").exists()


def _prepare(path: Path, connection: sqlite3.Connection, *, write: bool, empty: bool) -> None:
    connection.row_factory = sqlite3.Row
    _check(path, connection, empty=empty)
    connection.execute("PRAGMA foreign_keys = ON")
    if write:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        migrate(connection)
        return
    if version(connection) < len(MIGRATIONS):
        raise CaseError(f"{path}: was made by an older version; any command that writes (`rashomon add`) updates it")
    connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
    connection.execute(f"PRAGMA cache_size = -{_CACHED_KIB}")


def version(connection: sqlite3.Connection) -> int:
    """The version of a file's schema; 0: it has none yet."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Brings the schema up to date, each step whole or not at all."""
    while (now := version(connection)) < len(MIGRATIONS):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if version(connection) == now:
                MIGRATIONS[now](connection)
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
                connection.execute(f"PRAGMA user_version = {now + 1}")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def statements(script: str) -> list[str]:
    """The statements of an SQL script, triggers whole."""
    found, begun = [], ""
    for line in script.splitlines(keepends=True):
        begun += line
        if sqlite3.complete_statement(begun):
            found.append(begun)
            begun = ""
    return found


def _check(path: Path, connection: sqlite3.Connection, *, empty: bool) -> None:
    made_by = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
    if made_by != APPLICATION and (tables or not empty):
        raise CaseError(f"{path}: is not a case of Rashomon")
    if (found := version(connection)) > len(MIGRATIONS):
        raise CaseError(
            f"{path}: was made by a newer version of Rashomon (schema {found}; this one knows {len(MIGRATIONS)})"
        )
