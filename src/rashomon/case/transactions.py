"""Writing whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rashomon.errors import CaseError

# what keeps this program from writing, and no document is to blame for
_OUTSIDE = (sqlite3.OperationalError, sqlite3.InternalError)
_KEPT = "what was written before is kept, and the same command goes on from there"
_UNFIT = (sqlite3.Error, UnicodeError, OverflowError, ValueError)


class UnfitError(ValueError):
    """One document cannot be kept. The message is a reason without a final stop."""


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """What runs inside is written whole, or rolled back if anything is raised.

    Raises CaseError where the case cannot be written: the disk is full, fails, or another program holds the file.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
            raise
    except sqlite3.Error as error:
        raise CaseError(f"{path}: cannot be written: {error}; {_KEPT}") from error


@contextmanager
def unless_unfit(connection: sqlite3.Connection) -> Iterator[None]:
    """Within a transaction: what runs inside is undone if its content is to blame, and UnfitError raised."""
    connection.execute("SAVEPOINT one")
    try:
        yield
    except _OUTSIDE:
        raise
    except _UNFIT as error:
        connection.execute("ROLLBACK TO one")
        connection.execute("RELEASE one")
        raise UnfitError(f"cannot be kept ({type(error).__name__}: {error})") from error
    connection.execute("RELEASE one")
