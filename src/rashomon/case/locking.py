"""One writer of a case at a time. Readers are never kept waiting."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from rashomon.case.opening import connect
from rashomon.case.runs import Run, unfinished
from rashomon.errors import CaseError


@contextmanager
def writing(path: Path, *, create: bool = False) -> Iterator[sqlite3.Connection]:
    """A connection that writes to a case, while nobody else does.

    The lock is on a file beside the case, `CASE.db.lock`, which stays there; the system takes the lock back from a
    process that is gone, however it went.

    Raises CaseError if somebody else writes to the case now (and says who), or it cannot be opened.
    """
    target = path.resolve()
    if target.is_dir():
        raise CaseError(f"{path}: is a folder, not the file of a case")
    if not target.parent.is_dir():
        raise CaseError(f"{path}: there is no folder {path.parent}")
    if not create and not target.is_file():
        raise CaseError(f"{path}: no such case")
    lock = FileLock(target.with_name(f"{target.name}.lock"), timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise CaseError(f"{path}: is being written to by {_holder(target)}; try again once that has ended") from None
    except OSError as error:
        raise CaseError(f"{path}: cannot be locked for writing: {error.strerror or error}") from None
    try:
        with closing(connect(path, write=True, create=create)) as connection:
            yield connection
    finally:
        lock.release()


def _holder(path: Path) -> str:
    """Who holds the lock, as far as the audit log tells."""
    try:
        with closing(connect(path)) as connection:
            run = unfinished(connection)
    except (CaseError, sqlite3.Error):
        run = None
    if run is None or not _alive(run):
        return "another process"
    return f"`rashomon {run.command}` (process {run.pid}, since {run.begun})"


def _alive(run: Run) -> bool:
    if run.pid is None:
        return False
    try:
        os.kill(run.pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
