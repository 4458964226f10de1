"""A case opened for questions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

from rashomon.case.opening import connect
from rashomon.case.query import claims as claim_query
from rashomon.case.query import custody, listings
from rashomon.case.query import documents as document_query
from rashomon.case.query import readings as reading_query
from rashomon.case.query.claims import ClaimOrder
from rashomon.case.query.documents import DocumentOrder
from rashomon.case.query.filters import ALL, Filters
from rashomon.case.query.identifying import document_number
from rashomon.case.query.listings import NameOrder
from rashomon.case.types import Acquisition, ActorRow, ClaimRow, DocumentRow, PlaceRow, ReadingRow, TellerRow
from rashomon.errors import CaseError
from rashomon.model import Document, Reading

if TYPE_CHECKING:
    import pandas as pd

Listed = Literal["claims", "documents", "actors", "places", "tellers"]
ROWS: dict[str, type] = {
    "claims": ClaimRow,
    "documents": DocumentRow,
    "actors": ActorRow,
    "places": PlaceRow,
    "tellers": TellerRow,
}
"""What each listing's rows are."""


def open_case(path: str | Path) -> Case:
    """Opens a case to read it; a context manager. Nobody who reads or writes it meanwhile is kept waiting.

    Raises CaseError if there is no such case, it is none, or a newer program made it.
    """
    return Case(Path(path))


class Case:
    """A case, opened to be read. Its claims are allegations: machine-read and unreviewed.

    Each answer is of one state of the case, however much is added while it is given.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db = connect(path)
        self._asked = 0  # answers under way
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the case. No answer can be had from it afterwards."""
        self._closed = True
        self._db.close()

    def claims(
        self, filters: Filters = ALL, *, sort: ClaimOrder = "newest", limit: int | None = None
    ) -> Iterator[ClaimRow]:
        """The claims that fit. Raises QueryError if a name or an id in the filters means nothing in the case."""
        with self._steady() as db:
            yield from claim_query.claims(db, filters, sort, limit)

    def page(
        self, filters: Filters = ALL, *, sort: ClaimOrder = "newest", limit: int = 50, most: int = 10_000
    ) -> tuple[list[ClaimRow], int]:
        """The first claims that fit, and how many do; where there are more than `most`, one more than that."""
        with self._steady() as db:
            return claim_query.page(db, filters, sort, limit, most)

    def count_claims(self, filters: Filters = ALL, *, most: int | None = None) -> int:
        """How many claims fit; where there are more than `most`, one more than that."""
        with self._steady() as db:
            return claim_query.count(db, filters, most)

    def documents(
        self, filters: Filters = ALL, *, sort: DocumentOrder = "newest", limit: int | None = None
    ) -> Iterator[DocumentRow]:
        """The documents that fit: `text` is looked for in title and text, `since` and `until` are of publication.

        Those with a claim that fits the other filters, if any are asked.
        """
        with self._steady() as db:
            yield from document_query.documents(db, filters, sort, limit)

    def count_documents(self, filters: Filters = ALL) -> int:
        """How many documents fit."""
        with self._steady() as db:
            return document_query.count(db, filters)

    def search(self, text: str, *, limit: int | None = 50) -> Iterator[DocumentRow]:
        """The documents that hold all these words (`"a phrase"`, `begin*`), the best first, with snippets."""
        return self.documents(Filters(text=text), sort="relevance", limit=limit)

    def actors(self, filters: Filters = ALL, *, sort: NameOrder = "claims", limit: int | None = None) -> list[ActorRow]:
        """The actors who take part in claims that fit, counted."""
        with self._steady() as db:
            return listings.actors(db, filters, sort, limit)

    def tellers(
        self, filters: Filters = ALL, *, sort: NameOrder = "claims", limit: int | None = None
    ) -> list[TellerRow]:
        """Those who tell claims that fit, authors and outlets too, counted."""
        with self._steady() as db:
            return listings.tellers(db, filters, sort, limit)

    def places(self, filters: Filters = ALL, *, sort: NameOrder = "claims", limit: int | None = None) -> list[PlaceRow]:
        """The places of claims that fit, counted."""
        with self._steady() as db:
            return listings.places(db, filters, sort, limit)

    def readings(self, filters: Filters = ALL) -> Iterator[Reading]:
        """The current readings, with the claims that fit, in the order of their documents' ids.

        A document's `id` is its id in the case. Documents without a fitting claim are left out, unless nothing is
        asked.
        """
        with self._steady() as db:
            yield from reading_query.readings(db, filters)

    def reading(self, document: str, number: int | None = None) -> Reading | None:
        """The reading of a document: the current one (None if it was never read), or by number, 1 the oldest.

        Raises QueryError if there is no such document (by id or the beginning of it) or reading.
        """
        with self._steady() as db:
            docno = document_number(db, document)
            return reading_query.current(db, docno) if number is None else reading_query.older(db, docno, number)

    def history(self, document: str) -> list[ReadingRow]:
        """All readings of a document, the oldest first. Raises QueryError if there is no such document."""
        with self._steady() as db:
            return reading_query.history(db, document_number(db, document))

    def document(self, document: str) -> Document:
        """A document as it was taken in, by its id or the beginning of it. Raises QueryError if there is none."""
        with self._steady() as db:
            return reading_query.document(db, document_number(db, document))

    def acquisitions(self, document: str) -> list[Acquisition]:
        """Every way in which a document came, the first one first. Raises QueryError if there is no such document."""
        with self._steady() as db:
            return custody.acquisitions(db, document_number(db, document))

    def raw(self, document: str) -> bytes:
        """The bytes that a document was taken from, checked against their SHA-256.

        Raises QueryError if there is no such document, CaseError if its bytes were not kept or are damaged.
        """
        with self._steady() as db:
            return custody.raw(db, document_number(db, document), self.path)

    def to_frame(self, what: Listed = "claims", filters: Filters = ALL) -> pd.DataFrame:
        """One row each of the claims, documents, actors, places or tellers that fit (needs the `frame` extra)."""
        import pandas as pd

        names = [f.name for f in fields(ROWS[what]) if f.name not in ("marks", "snippet")]
        rows: Iterable[object] = getattr(self, what)(filters)
        return pd.DataFrame([[getattr(row, name) for name in names] for row in rows], columns=names)

    def snapshot(self, folder: str | Path) -> list[Path]:
        """Writes the current state as Parquet files, which DuckDB and others read; their paths.

        Raises CaseError if one cannot be written.
        """
        from rashomon.case.query.parquet import write

        with self._steady() as db:
            return write(db, Path(folder))

    @contextmanager
    def _steady(self) -> Iterator[sqlite3.Connection]:
        """The connection within one transaction that sees one state. Raises CaseError if the file is damaged."""
        try:
            if not self._asked:
                self._db.execute("BEGIN")
            self._asked += 1
            try:
                yield self._db
            finally:
                self._asked -= 1
                if not self._asked and not self._closed:
                    self._db.execute("COMMIT")
        except sqlite3.Error as error:
            raise CaseError(f"{self.path}: cannot be read: {error}") from None
