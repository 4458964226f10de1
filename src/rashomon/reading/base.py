"""What every reader is: something that turns a document into a reading."""

from __future__ import annotations

from typing import Protocol

from rashomon.model import Document, Reading


class Reader(Protocol):
    """A reader. Pure: the same document gives the same reading, whatever was read before."""

    name: str

    def read(self, document: Document) -> Reading:
        """All claims of one document. Never raises for any text."""
