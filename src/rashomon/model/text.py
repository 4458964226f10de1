"""Texts and places in them. All offsets count Unicode code points into `Document.text`."""

from __future__ import annotations

import hashlib
from functools import cached_property
from pathlib import PurePath

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A small immutable value: equal by content, hashable where its fields are, JSON both ways."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Frozen):
    """A half-open stretch `[start, end)` of a document's text, in code points."""

    start: int
    end: int


class Document(Frozen):
    """One account: a text as it was taken in, never changed afterwards, and what is known about it.

    Attributes:
        id: the document's name within a batch (its `doc`/`id`, else its path without suffix).
        text: the exact text that every offset refers to.
        source: the outlet or institution that published it.
        title, author, url: as given with the document.
        published: date of publication, ISO 8601 (`2016-12-11`, or less: `2016-12`).
        lang: ISO 639-1 code, as detected or as the user insisted.
        path: where the text was read from, if from a file.
        raw_sha256: SHA-256 of the bytes it was read from, if any.
        encoding: the encoding those bytes were in, if they came from a text file.
    """

    id: str
    text: str
    source: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    lang: str | None = None
    path: str | None = None
    raw_sha256: str | None = None
    encoding: str | None = None

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the text (UTF-8; lone surrogates kept as they are)."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def teller(self) -> str:
        """The name under which the author of the account is shown (never empty)."""
        who = self.author or self.source
        if who and self.title:
            return f"{who}, in “{self.title}”"
        if who:
            return who
        return f"the author of {self.name}" if self.path and not self.title else f"the author, in “{self.name}”"

    @property
    def name(self) -> str:
        """What the document is called: its title, else its file, else its id (never empty)."""
        return self.title or (PurePath(self.path).name if self.path else "") or self.id


class TextQuote(Frozen):
    """A W3C TextQuoteSelector (Web Annotation Data Model, 4.2.4): finds the words in a re-fetched copy."""

    exact: str
    prefix: str
    suffix: str
