"""Takes documents into a case: what is new is read, and written with its reading in one transaction."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from sqlite3 import Connection
from typing import Literal

from rashomon.case import feeding, quarantine, runs
from rashomon.case.differing import Note, differences
from rashomon.case.feeding import Fed, Input
from rashomon.case.finished import Finished, finish
from rashomon.case.identity import document_id
from rashomon.case.locking import writing
from rashomon.case.plain import plain_taken
from rashomon.case.settings import Settings
from rashomon.case.summary import Progress, Summary, Tell
from rashomon.case.transactions import UnfitError, transaction, unless_unfit
from rashomon.case.writing import Writer
from rashomon.engine import Outcome, Shard, engine
from rashomon.errors import InputError, ReadingError
from rashomon.intake.types import Piece, Refused, Taken
from rashomon.model import Document, Reading

MOST_DOCUMENTS = 8
"""New documents of a batch; what a crash costs is what is in flight, a few batches."""
_MOST_ENTRIES = 64
_MOST_BYTES = 4 << 20

Command = Literal["add", "fetch", "retry"]


def add(
    path: Path, arguments: Sequence[str], settings: Settings, tell: Tell | None = None, note: Note | None = None
) -> Summary:
    """Adds what files, folders, globs or `-` (standard input) hold to a case, which is made if it is not there.

    What the case has already is not read again. What cannot be taken in or read goes into quarantine. `note` is told,
    before anything is read, if what is there was read otherwise.

    Raises CaseError if the case cannot be written; ReaderError, ParserError or KnowledgeError if the reader cannot
    be loaded. What was written before is kept, and a second call goes on from there.
    """
    with writing(path, create=True) as connection:
        if note:
            for difference in differences(connection, settings):
                note(f"{path}: {difference}")
        adding = Adding(path, connection, settings, tell, total=feeding.size_of(arguments) if tell else 0)
        return adding.run("add", feeding.files(connection, arguments, settings), arguments)


def add_pieces(path: Path, pieces: Iterable[Piece | Refused], settings: Settings, tell: Tell | None = None) -> Summary:
    """Adds what was fetched: pieces of which there are only the bytes. Otherwise as `add`."""
    with writing(path, create=True) as connection:
        return Adding(path, connection, settings, tell).run("fetch", feeding.pieces(pieces, settings))


class Adding:
    """One run that adds documents to a case that is open for writing."""

    def __init__(
        self, path: Path, connection: Connection, settings: Settings, tell: Tell | None = None, total: int = 0
    ) -> None:
        """`total`: bytes of all files, for the time left; 0 if that is not known."""
        self._path = path
        self._db = connection
        self._settings = settings
        self._tell = tell
        self._summary = Summary()
        self._pending: set[str] = set()  # ids of documents that are being read
        self._failed: dict[str, InputError] = {}
        self._clock = _Clock(total)

    def run(self, command: Command, fed: Iterable[Fed], arguments: Sequence[str] = ()) -> Summary:
        """Adds all that is fed; what came of it."""
        with transaction(self._db, self._path):
            self._runno = runs.begin(self._db, command, {"arguments": list(arguments), **self._settings.recorded()})
        self._writer = Writer(self._db, self._runno, runs.now(), keep_raw=self._settings.keep_raw)
        with engine(self._settings.jobs) as reading:
            for outcomes, batch in reading.read(self._batches(fed)):
                self._write(batch, outcomes)
        with transaction(self._db, self._path):
            runs.end(self._db, self._runno, self._summary.recorded())
        return self._summary

    def _batches(self, fed: Iterable[Fed]) -> Iterator[tuple[Shard, _Batch]]:
        batch = _Batch()
        for source, item in fed:
            if isinstance(item, Taken):
                item = plain_taken(item)
                known = document_id(item.document)
                new = known not in self._pending and not self._has(known)
                if new:
                    self._pending.add(known)
                batch.add(_Entry(source, item, known, new))
            else:
                batch.add(_Entry(source, item))
            if batch.full:
                yield self._shard(batch), batch
                batch = _Batch()
        if batch.entries:
            yield self._shard(batch), batch

    def _shard(self, batch: _Batch) -> Shard:
        return Shard(tuple(batch.documents), self._settings.load)

    def _has(self, known: str) -> bool:
        """Whether a document is there with its reading."""
        found = self._db.execute(
            "SELECT 1 FROM documents JOIN readings USING (docno) WHERE id = ? AND current = 1", (known,)
        )
        return found.fetchone() is not None

    def _write(self, batch: _Batch, outcomes: tuple[Outcome, ...]) -> None:
        self._writer.now = runs.now()
        came = Summary()
        readings = iter(outcomes)
        try:
            with transaction(self._db, self._path):
                for entry in batch.entries:
                    if isinstance(entry.item, Taken):
                        self._taken(entry, entry.item, next(readings) if entry.new else None, came)
                    elif entry.item is None:
                        self._ended(entry.source, came)
                    else:
                        self._refused(entry.source, entry.item, came)
        except BaseException:
            self._writer.forget()
            raise
        self._pending.difference_update(entry.known for entry in batch.entries if entry.new)
        self._summary.plus(came)
        self._clock.dealt_with(batch)
        if self._tell:
            self._tell(self._clock.progress(self._summary))

    def _taken(self, entry: _Entry, taken: Taken, outcome: Outcome | None, came: Summary) -> None:
        error = outcome if isinstance(outcome, InputError) else None
        if outcome is None and not self._has(entry.known):  # its twin was to be read just now, and could not be
            error = self._failed.get(entry.known) or ReadingError(taken.origin.shown, "could not be read")
        if error is None:
            try:
                with unless_unfit(self._db):
                    docno, _ = self._writer.document(taken)
                    if isinstance(outcome, Reading):
                        self._writer.reading(docno, outcome)
                        came.claims += len(outcome.claims)
                    quarantine.settle_place(self._db, taken.origin.shown, self._runno)
            except UnfitError as unfit:
                self._writer.forget()
                error = ReadingError(taken.origin.shown, str(unfit))
        if error is not None:
            self._failed[entry.known] = error
            self._refused(entry.source, Refused(error, taken.origin, taken.raw), came)
            return
        entry.source.documents += 1
        came.added += entry.new
        came.there += not entry.new

    def _refused(self, source: Input, refused: Refused, came: Summary) -> None:
        source.refused += 1
        came.refuse(refused.origin.shown if refused.origin else refused.error.path, refused.error)
        if refused.origin is None and refused.raw is None:  # an argument that stands for nothing
            return
        came.quarantined += 1
        kept = None
        if refused.raw is not None and len(refused.raw) <= quarantine.MOST_KEPT:
            kept = self._writer.raw(refused.raw)
        quarantine.refuse(self._db, refused, kept, source.settings.of_intake(), self._runno)

    def _ended(self, source: Input, came: Summary) -> None:
        if source.before is not None:
            came.there += source.before.documents
            if source.before.refused and source.path:
                came.refused_before += quarantine.waiting(self._db, source.path)
        elif source.digest and source.path:
            what = Finished(source.documents, source.refused)
            finish(self._db, source.digest, source.path, what, self._runno)
            quarantine.settle_file(self._db, source.path, self._runno)
        if source.refusalno is not None:
            quarantine.settle_one(self._db, source.refusalno, self._runno)


@dataclass(slots=True)
class _Entry:
    source: Input
    item: Taken | Refused | None
    known: str = ""
    new: bool = False


@dataclass(slots=True)
class _Batch:
    """What is written in one transaction, in the order in which it was taken in."""

    entries: list[_Entry] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    size: int = 0

    def add(self, entry: _Entry) -> None:
        self.entries.append(entry)
        if entry.item is not None:
            self.size += len(entry.item.raw or b"")
        if isinstance(entry.item, Taken) and entry.new:
            self.documents.append(entry.item.document)
            self.size += len(entry.item.document.text)

    @property
    def full(self) -> bool:
        return len(self.documents) >= MOST_DOCUMENTS or len(self.entries) >= _MOST_ENTRIES or self.size >= _MOST_BYTES


class _Clock:
    """The time that has gone by, and what is left at the rate of the files that were opened."""

    def __init__(self, total: int) -> None:
        self._begun = time.monotonic()
        self._total = total
        self._passed_over = 0
        self._dealt_with = 0

    def dealt_with(self, batch: _Batch) -> None:
        for entry in batch.entries:
            if entry.item is None and entry.source.before is not None:
                self._passed_over += entry.source.size
            elif entry.item is None:
                self._dealt_with += entry.source.size

    def progress(self, summary: Summary) -> Progress:
        seconds = time.monotonic() - self._begun
        to_do = self._total - self._passed_over
        if to_do <= 0 or not self._dealt_with:
            return Progress(summary, seconds)
        done = min(1.0, self._dealt_with / to_do)
        return Progress(summary, seconds, done, seconds * (1 - done) / done)
