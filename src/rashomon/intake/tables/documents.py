"""From the cells of a row to a document."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.errors import InputError
from rashomon.intake.columns import Chosen, filled, foreign_lang
from rashomon.intake.dating import Order, to_iso
from rashomon.intake.details import Details
from rashomon.intake.document import make_document
from rashomon.intake.types import Origin, Piece, Taken

_FIELDS = ("source", "title", "author", "url")


@dataclass(frozen=True, slots=True)
class Table:
    """What all rows of a table have in common.

    Attributes:
        piece: the table. `given`: details that hold whatever it says.
        chosen: the columns by index. `order`: of the numbers in its dates.
        rows: how its rows are counted: “line” or “row”. `media`: media type of a row.
    """

    piece: Piece
    given: Details
    chosen: Chosen
    order: Order | None
    rows: str
    media: str
    encoding: str | None = None

    def taken(self, cells: Sequence[str], number: int, raw: bytes) -> Taken:
        """The document in these cells. Raises InputError if there is none.

        A date that cannot be told, or means either of two days, is left out. A language that the table gives
        counts only where it is not the reader's: that a text is English is for the text to show.
        """
        where = self.where(number)
        columns = self.chosen["text"]
        text = next((cells[i] for i in columns if filled(cells[i])), None)
        if text is None:
            raise InputError(where, "has no text")
        if any("\udc80" <= c <= "\udcff" for cell in cells for c in cell if c > "\ud7ff"):
            raise InputError(where, "is damaged: its bytes are not all text")
        name = self._cell(cells, "id")
        document = make_document(
            text,
            f"{self.piece.name}:{name or number}" if name is None or name.isdecimal() else name,
            self.given.over(self._own(cells)).over(self.piece.details),
            where=where,
            path=self.piece.origin.path,
            raw_sha256=hashlib.sha256(raw).hexdigest(),
            encoding=self.encoding,
        )
        return Taken(document, self.origin(number), raw)

    def where(self, number: int) -> str:
        """How messages name a row."""
        return f"{self.piece.origin.shown}:{number}"

    def origin(self, number: int) -> Origin:
        """Where a row comes from. A row that is tried again by itself comes from where it came from."""
        whole = self.piece.origin
        if whole.is_row:
            return whole
        row = f"{self.rows} {number}"
        member = f"{whole.member}!{row}" if whole.member else row
        return replace(whole, how="table" if whole.how == "file" else whole.how, member=member, media=self.media)

    def _own(self, cells: Sequence[str]) -> Details:
        known: Mapping[str, str | None] = {field: self._cell(cells, field) for field in _FIELDS}
        dates = (to_iso(cells[i], self.order) for i in self.chosen.get("published", ()) if filled(cells[i]))
        lang = foreign_lang(self._cell(cells, "lang"))
        return Details(**known, published=next((day for day in dates if day), None), lang=lang)

    def _cell(self, cells: Sequence[str], field: str) -> str | None:
        found = (filled(cells[i]) for i in self.chosen.get(field, ()))
        return next((cell for cell in found if cell), None)
