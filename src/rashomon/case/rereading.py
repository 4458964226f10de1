"""Reads documents of a case again, where the reader now is not the one that read them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from sqlite3 import Connection, Row

from rashomon.case import runs
from rashomon.case.locking import writing
from rashomon.case.settings import Settings
from rashomon.case.summary import Progress, Summary, Tell
from rashomon.case.transactions import UnfitError, transaction, unless_unfit
from rashomon.case.writing import Writer
from rashomon.engine import Engine, Outcome, Shard, engine
from rashomon.errors import InputError, ReadingError
from rashomon.model import Document, Reading, Versions

_AT_ONCE = 8
_WINDOW = 256
_PROBE = Document(id="probe", text="The army left.", lang="en")

_OTHER = "(rashomon, reader, parser, knowledge) <> (?, ?, ?, ?)"
_FIELDS = ("text", "source", "title", "author", "published", "url", "lang", "path", "raw_sha256", "encoding")


def reread(path: Path, settings: Settings, *, every: bool = False, tell: Tell | None = None) -> Summary:
    """Reads again each document whose current reading another version made; older readings stay beside the new one.

    In the summary, `added` counts new readings, `there` documents that need none. A document that the reader fails on
    keeps the reading that it has.

    Args:
        path: the case.
        settings: its loader loads the reader.
        every: reads all documents again.
        tell: is told of progress.

    Raises CaseError if the case cannot be written, and what loading the reader raises.
    """
    with writing(path) as connection, engine(settings.jobs) as reading:
        versions = versions_of(reading, settings)
        return _Rereading(path, connection, settings, versions, tell).run(reading, every=every)


def versions_of(reading: Engine, settings: Settings) -> Versions:
    """Of the reader that is loaded now. Raises what loading it raises."""
    for [outcome], _ in reading.read([(Shard((_PROBE,), settings.load), None)]):
        if isinstance(outcome, Reading):
            return outcome.versions
        raise outcome
    raise AssertionError("an engine gives something for every shard")


@dataclass(slots=True)
class _Batch:
    numbers: list[int] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)


class _Rereading:
    def __init__(
        self, path: Path, connection: Connection, settings: Settings, versions: Versions, tell: Tell | None
    ) -> None:
        self._path = path
        self._db = connection
        self._settings = settings
        self._versions = (versions.rashomon, versions.reader, versions.parser, versions.knowledge)
        self._tell = tell
        self._summary = Summary()

    def run(self, reading: Engine, *, every: bool) -> Summary:
        total = int(self._db.execute("SELECT count(*) FROM documents").fetchone()[0])
        to_do = total if every else self._outdated()
        self._summary.there = total - to_do
        with transaction(self._db, self._path):
            runno = runs.begin(self._db, "reread", {"every": every, **self._settings.recorded()})
        writer = Writer(self._db, runno, runs.now())
        begun = time.monotonic()
        for outcomes, batch in reading.read(self._batches(every=every)):
            self._write(writer, batch, outcomes)
            if self._tell:
                seconds, done = time.monotonic() - begun, self._summary.added + self._summary.refusals
                self._tell(Progress(self._summary, seconds, done / to_do, seconds * (to_do - done) / done, done))
        with transaction(self._db, self._path):
            runs.end(self._db, runno, self._summary.recorded())
        return self._summary

    def _outdated(self) -> int:
        found = self._db.execute(
            f"SELECT count(*) FROM documents d LEFT JOIN readings r ON r.docno = d.docno AND r.current = 1 "
            f"WHERE r.docno IS NULL OR {_OTHER}",
            self._versions,
        )
        return int(found.fetchone()[0])

    def _batches(self, *, every: bool) -> Iterator[tuple[Shard, _Batch]]:
        """Documents in the order in which they were added, a window at a time: none of them waits in memory."""
        last = 0
        wanted = "" if every else f"AND (r.docno IS NULL OR {_OTHER}) "
        query = (
            f"SELECT d.* FROM documents d LEFT JOIN readings r ON r.docno = d.docno AND r.current = 1 "
            f"WHERE d.docno > ? {wanted}ORDER BY d.docno LIMIT {_WINDOW}"
        )
        while rows := self._db.execute(query, (last, *(() if every else self._versions))).fetchall():
            last = rows[-1]["docno"]
            for start in range(0, len(rows), _AT_ONCE):
                batch = _Batch()
                for row in rows[start : start + _AT_ONCE]:
                    batch.numbers.append(row["docno"])
                    batch.places.append(row["id"])
                    batch.documents.append(_document(row))
                yield Shard(tuple(batch.documents), self._settings.load), batch

    def _write(self, writer: Writer, batch: _Batch, outcomes: tuple[Outcome, ...]) -> None:
        came = Summary()
        writer.now = runs.now()
        try:
            with transaction(self._db, self._path):
                for docno, place, outcome in zip(batch.numbers, batch.places, outcomes, strict=True):
                    self._one(writer, docno, place, outcome, came)
        except BaseException:
            writer.forget()
            raise
        self._summary.plus(came)

    def _one(self, writer: Writer, docno: int, place: str, outcome: Outcome, came: Summary) -> None:
        if isinstance(outcome, InputError):
            came.refuse(place, outcome)
            return
        try:
            with unless_unfit(self._db):
                writer.reading(docno, outcome)
        except UnfitError as unfit:
            writer.forget()
            came.refuse(place, ReadingError(place, str(unfit)))
            return
        came.added += 1
        came.claims += len(outcome.claims)


def _document(row: Row) -> Document:
    return Document(id=row["name"], **{name: row[name] for name in _FIELDS})
