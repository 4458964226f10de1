"""Writes a case as SQL, to be kept as one of the versions that must be opened for ever.

    python -m tests.case.versions.dumping > tests/case/versions/v1.sql

Only before the version is released: a released one is never written anew.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from rashomon.case.adding import add
from rashomon.case.opening import APPLICATION, MIGRATIONS, connect
from rashomon.case.rereading import reread
from rashomon.case.settings import Settings
from tests.case.fake import FAKE, load_newer

TEXTS = {
    "d/a.txt": "Lances attacked Tarvol on Friday, and held it.",
    "d/b.txt": "Herons attacked Ostrel. Then they left it, it was said.",
    "d/e.txt": "",
}
_OF_THE_INDEX = ("claims_text", "documents_text")


def dump(path: Path, schema: str) -> Iterator[str]:
    """The statements that make the case anew: its schema, then its rows (triggers fill the index of words)."""
    yield schema
    yield f"PRAGMA application_id = {APPLICATION};\nPRAGMA user_version = {len(MIGRATIONS)};\n"
    with closing(connect(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid").fetchall()
        for [table] in tables:
            if not table.startswith((*_OF_THE_INDEX, "sqlite_")):
                for row in connection.execute(f"SELECT * FROM {table}"):
                    yield f"INSERT INTO {table} VALUES ({', '.join(map(_literal, row))});\n"


def _literal(value: str | bytes | float | None) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        return f"X'{value.hex()}'"
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else repr(value)


def load(sql: str, path: Path) -> None:
    """Makes a case of what was dumped."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql)


def main() -> None:
    """Writes the dump of a small case to standard output."""
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        Path("d").mkdir()
        for name, text in TEXTS.items():
            Path(name).write_text(text, encoding="utf-8")
        case = Path("case.db")
        add(case, ["d"], FAKE)
        reread(case, Settings(load_newer))
        schema = files("rashomon.case").joinpath("schema.sql").read_text(encoding="utf-8")
        sys.stdout.writelines(dump(case, schema))


if __name__ == "__main__":
    main()
