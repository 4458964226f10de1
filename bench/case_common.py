"""What the measurements of cases share: running `rashomon`, and what a case says."""

from __future__ import annotations

import hashlib
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from rashomon.case.case import open_case


def rashomon(
    arguments: Sequence[str], folder: Path, before: Callable[[], None] | None = None
) -> subprocess.Popen[bytes]:
    """Starts the program in a folder; `before` runs in the new process before it."""
    command = [sys.executable, "-m", "rashomon", *arguments]
    return subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        preexec_fn=before,
        start_new_session=True,
    )


def finish(process: subprocess.Popen[bytes]) -> tuple[int, str]:
    """Waits for the program: its exit code and what it said on standard error."""
    _, said = process.communicate()
    return process.returncode, said.decode("utf-8", "replace").strip()


def documents_in(case: Path) -> int:
    """How many documents a case has; 0 if it is none yet. Looks on while somebody writes."""
    try:
        with closing(sqlite3.connect(f"{case.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.Error:
        return 0


def export(case: Path) -> str:
    """Digest of all readings as JSON lines, in the order of their documents' ids."""
    found = hashlib.sha256()
    with open_case(case) as opened:
        for reading in opened.readings():
            found.update(reading.model_dump_json().encode() + b"\n")
    return found.hexdigest()


def sound(case: Path) -> bool:
    """Whether SQLite finds the file and its index of words in order, and every document has its reading."""
    with closing(sqlite3.connect(case)) as connection:
        connection.execute("INSERT INTO claims_text (claims_text) VALUES ('integrity-check')")
        whole = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        strays = connection.execute("PRAGMA foreign_key_check").fetchall()
        unread = connection.execute(
            "SELECT 1 FROM documents LEFT JOIN readings USING (docno) WHERE readingno IS NULL LIMIT 1"
        ).fetchall()
    return whole and not strays and not unread
