"""Writes documents and readings into a case. All inside the caller's transaction."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256

from rashomon.case.identity import document_id
from rashomon.case.numbering import Numbers
from rashomon.intake.types import Origin, Taken
from rashomon.model import Actor, Claim, Document, Place, Reading
from rashomon.model.when import Days, days_of

_DOCUMENT = (
    "id", "name", "text", "text_sha256", "source", "title", "author", "published", "url", "lang", "path", "raw_sha256",
    "encoding", "first_day", "last_day", "runno",
)  # fmt: skip
_CLAIM = (
    "docno", "readingno", "id", "kind", "type", "mode", "trigger", "start", "end", "quote", "quote_start", "quote_end",
    "agents", "recipients", "speakers", "place", "when", "said", "first_day", "last_day", "dated", "factuality",
    "negated", "endorsement", "sign", "control", "quantities", "unresolved", "confidence",
)  # fmt: skip


class Writer:
    """Writes into one case, within one run."""

    def __init__(self, connection: sqlite3.Connection, runno: int, now: str, *, keep_raw: bool = True) -> None:
        """`now`: ISO 8601 time that acquisitions and readings get, until it is set anew.

        Without `keep_raw` only digests of bytes stay.
        """
        self._db = connection
        self._runno = runno
        self.now = now
        self._keep_raw = keep_raw
        self._numbers = Numbers(connection)

    def forget(self) -> None:
        """To be called after a rollback: what was remembered may not be there."""
        self._numbers.forget()

    def raw(self, data: bytes) -> str:
        """Keeps raw bytes (once); their SHA-256."""
        digest = sha256(data).hexdigest()
        row = self._db.execute("SELECT data IS NULL FROM raw WHERE sha256 = ?", (digest,)).fetchone()
        if row and not (row[0] and self._keep_raw):
            return digest
        kept = zlib.compress(data, 6) if self._keep_raw else None
        codec = "zlib"
        if kept is not None and len(kept) >= len(data):
            kept, codec = data, "none"
        self._db.execute(
            "INSERT INTO raw VALUES (?, ?, ?, ?) ON CONFLICT (sha256) DO UPDATE SET codec = excluded.codec, "
            "data = excluded.data WHERE raw.data IS NULL AND excluded.data IS NOT NULL",
            (digest, len(data), codec, kept),
        )
        return digest

    def document(self, taken: Taken) -> tuple[int, bool]:
        """Keeps a document and how it was obtained; its number, and whether it is new."""
        document = taken.document
        raw = self.raw(taken.raw) if taken.raw is not None else None
        row = self._db.execute("SELECT docno FROM documents WHERE id = ?", (document_id(document),)).fetchone()
        docno = int(row[0]) if row else self._insert_document(document)
        self._acquired(docno, raw, taken.origin)
        return docno, row is None

    def reading(self, docno: int, reading: Reading) -> int:
        """Keeps a reading of a document as its current one; the one before stays, its claims are no longer listed."""
        db = self._db
        db.execute("DELETE FROM claims WHERE docno = ?", (docno,))
        db.execute("UPDATE readings SET current = 0 WHERE docno = ? AND current = 1", (docno,))
        body = zlib.compress(reading.model_dump_json(exclude={"document"}).encode("utf-8", "surrogatepass"), 6)
        versions = reading.versions
        cursor = db.execute(
            "INSERT INTO readings (docno, rashomon, reader, parser, knowledge, made, current, claims, body, runno) "
            "VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?, ?)",
            (docno, versions.rashomon, versions.reader, versions.parser, versions.knowledge, self.now,
             len(reading.claims), body, self._runno),
        )  # fmt: skip
        readingno = cursor.lastrowid
        assert readingno is not None
        actors = {actor.name: actor for actor in reading.actors}
        places = {place.name: place for place in reading.places}
        for claim in reading.claims:
            self._claim(docno, readingno, claim, reading.document, actors, places)
        return readingno

    def _insert_document(self, document: Document) -> int:
        days = days_of(document.published) if document.published else None
        values = {
            **document.model_dump(include=set(_DOCUMENT)),
            "id": document_id(document),
            "name": document.id,
            "text_sha256": document.sha256,
            **_ordinals(days),
            "runno": self._runno,
        }
        return _insert(self._db, "documents", _DOCUMENT, values)

    def _acquired(self, docno: int, raw: str | None, origin: Origin) -> None:
        self._db.execute(
            "INSERT OR IGNORE INTO acquisitions (docno, raw_sha256, how, path, member, url, captured, media, obtained, "
            "runno) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (docno, raw, origin.how, origin.path, origin.member, origin.url, origin.captured, origin.media,
             self.now, self._runno),
        )  # fmt: skip

    def _claim(
        self,
        docno: int,
        readingno: int,
        claim: Claim,
        document: Document,
        actors: dict[str, Actor],
        places: dict[str, Place],
    ) -> None:
        when = days_of(claim.when) if claim.when else None
        days = when or (days_of(document.published) if document.published else None)
        values = {
            **claim.model_dump(mode="json", include=set(_CLAIM)),
            "docno": docno,
            "readingno": readingno,
            "agents": _json(claim.agents),
            "recipients": _json(claim.recipients),
            "speakers": _json(claim.speakers),
            "control": claim.control.model_dump_json() if claim.control else None,
            "unresolved": _json(claim.unresolved),
            "quantities": _json([quantity.model_dump() for quantity in claim.quantities]),
            **_ordinals(days),
            "dated": when is not None,
            "confidence": claim.confidence.claim if claim.confidence else None,
        }
        claimno = _insert(self._db, "claims", _CLAIM, values)
        self._parties(claimno, claim, actors)
        self._tellers(claimno, claim, document, actors)
        self._spots(claimno, claim, places)

    def _parties(self, claimno: int, claim: Claim, actors: dict[str, Actor]) -> None:
        control = claim.control
        sides = [("agent", name) for name in claim.agents] + [("recipient", name) for name in claim.recipients]
        sides += [("from", control.from_)] if control and control.from_ else []
        sides += [("to", control.to)] if control and control.to else []
        rows = {(self._numbers.actor(name, actors.get(name)), role, claimno) for role, name in sides}
        self._db.executemany("INSERT INTO claim_actors VALUES (?, ?, ?)", sorted(rows))

    def _tellers(self, claimno: int, claim: Claim, document: Document, actors: dict[str, Actor]) -> None:
        author = document.author or document.source or document.name
        chain = [
            self._numbers.actor(author, None),
            *(self._numbers.actor(name, actors.get(name)) for name in claim.speakers),
        ]
        last = len(chain) - 1
        rows = [(actorno, claimno, n, int(n == last)) for n, actorno in enumerate(chain)]
        self._db.executemany("INSERT INTO claim_tellers VALUES (?, ?, ?, ?)", rows)

    def _spots(self, claimno: int, claim: Claim, places: dict[str, Place]) -> None:
        names = [("where", where.name) for where in claim.where]
        names += [("where", claim.place)] if claim.place and not claim.where else []
        names += [("control", claim.control.place)] if claim.control and claim.control.place else []
        rows = {(self._numbers.place(name, places.get(name)), claimno, role) for role, name in names}
        self._db.executemany("INSERT INTO claim_places VALUES (?, ?, ?)", sorted(rows))


def _insert(db: sqlite3.Connection, table: str, columns: Iterable[str], values: Mapping[str, object]) -> int:
    names = tuple(columns)
    quoted = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" * len(names))
    cursor = db.execute(f"INSERT INTO {table} ({quoted}) VALUES ({marks})", [values.get(name) for name in names])
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _ordinals(days: Days | None) -> dict[str, int]:
    """First and last day as the schema keeps them: an open end is the last day there is."""
    if days is None:
        return {}
    return {"first_day": (days.first or date.min).toordinal(), "last_day": (days.last or date.max).toordinal()}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
