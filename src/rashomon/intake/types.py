"""What intake hands on: raw pieces, and documents with where they came from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rashomon.errors import InputError
from rashomon.intake.details import Details
from rashomon.model import Document

How = Literal["file", "archive", "feed", "table", "stdin", "fetch"]
"""By which way a document was obtained."""
_NOTHING = Details()
_ROW = re.compile(r"(?:line|row) \d+")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where and how a document was obtained: its custody.

    Attributes:
        how: by which way.
        path: the file as the user named it; None of standard input and of what was fetched.
        member: what within that file, through every container: `2016/news.zip!june/a.html`, `line 7`.
        url: the address that it was got from, or that a web archive gives.
        captured: when it was captured, where the container says so (WARC-Date; ISO 8601, UTC). When it was taken
            into a case, the case itself keeps.
        media: media type of the raw bytes, as found out.
    """

    how: How
    path: str | None = None
    member: str | None = None
    url: str | None = None
    captured: str | None = None
    media: str | None = None

    @property
    def shown(self) -> str:
        """How messages name it."""
        where = self.path or self.url or "-"
        return f"{where}!{self.member}" if self.member else where

    @property
    def is_row(self) -> bool:
        """Whether it is one row of a table, or one line of JSON Lines."""
        return bool(_ROW.fullmatch((self.member or "").rpartition("!")[2]))


@dataclass(frozen=True, slots=True)
class Piece:
    """Raw bytes that hold one document or, if they are a container, several.

    Attributes:
        name: the name that its document has within a batch if it gives none itself.
        data: the bytes. `details`: what the container (or the user) knows of it.
    """

    name: str
    data: bytes
    origin: Origin
    details: Details = _NOTHING


@dataclass(frozen=True, slots=True)
class Taken:
    """A document that was taken in, with the very bytes that it was taken from."""

    document: Document
    origin: Origin
    raw: bytes | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """What could not be taken in, and why; its bytes where there are any that may be tried again."""

    error: InputError
    origin: Origin | None = None
    raw: bytes | None = None
