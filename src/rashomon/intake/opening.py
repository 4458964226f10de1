"""From a file, or what lies in one, to documents: by what kind it is, through every archive."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any, BinaryIO, cast

from rashomon.intake.archives.base import Entry, refused
from rashomon.intake.columns import Columns
from rashomon.intake.details import Details
from rashomon.intake.kinds import CONTAINERS, HEAD, Kind, kind_of
from rashomon.intake.limits import Budget, LimitError, Limits, read_all
from rashomon.intake.text import MAX_BYTES
from rashomon.intake.types import Piece, Refused, Taken

Read = Callable[[Piece, "How"], Iterator[Taken | Refused]]
_NOTHING = Details()
_NO_COLUMNS = Columns()
_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class How:
    """How documents are taken in.

    Attributes:
        given: details that hold for all of them, whatever they say themselves.
        columns: what the user calls the columns of tables. `limits`: how much is read.
    """

    given: Details = _NOTHING
    columns: Columns = _NO_COLUMNS
    limits: Limits = _LIMITS


def documents(entry: Entry, how: How, budget: Budget | None = None, depth: int = 0) -> Iterator[Taken | Refused]:
    """The documents in a file, or in what lies in one. Its stream is read to its end or as far as it may be."""
    stream = entry.stream if isinstance(entry.stream, io.BufferedReader) else io.BufferedReader(cast(Any, entry.stream))
    head = stream.peek(HEAD)[:HEAD]
    kind = kind_of(entry.file, head, entry.origin.media)
    entry = replace(entry, stream=stream)
    if kind is None:
        kind = "text" if entry.origin.how == "stdin" and not entry.origin.member else None
    if kind is None:
        yield refused(entry.origin, "is of no kind that can be read")
    elif kind in CONTAINERS:
        if depth >= how.limits.depth:
            yield refused(entry.origin, f"lies more than {how.limits.depth} archives deep")
        else:
            yield from _contained(kind, entry, how, budget or Budget(how.limits, entry.size), depth)
    elif kind == "records":
        from rashomon.intake.records import read_records

        yield from read_records(replace(entry, stream=_seekable(stream)), how.given, how.columns)
    else:
        yield from _piece(kind, entry, how, budget)


def _contained(kind: Kind, entry: Entry, how: How, budget: Budget, depth: int) -> Iterator[Taken | Refused]:
    from rashomon.intake import archives

    limits = how.limits
    if kind == "zip":
        try:
            entry = replace(entry, stream=_seekable(entry.stream, limits, budget if depth else None))
        except LimitError as error:
            yield refused(entry.origin, str(error))
            return
    opened = {"zip": archives.open_zip, "gzip": archives.open_gzip, "warc": archives.open_warc}[kind]
    for item in opened(entry, limits, budget):
        if isinstance(item, Refused):
            yield item
        else:
            yield from documents(item, how, budget, depth + 1)


def _piece(kind: Kind, entry: Entry, how: How, budget: Budget | None) -> Iterator[Taken | Refused]:
    try:
        data = read_all(entry.stream, _most(kind, how.limits))
    except LimitError as error:
        if kind in ("text", "markdown"):  # that much, but no more, is kept for a clear word of what is wrong
            data = b" " * (MAX_BYTES + 1)
        else:
            yield refused(entry.origin, str(error))
            return
    except OSError as error:
        yield refused(entry.origin, f"cannot be read: {error.strerror or error}")
        return
    media = entry.origin.media or _MEDIA.get(kind)
    piece = Piece(entry.name, data, replace(entry.origin, media=media), entry.details)
    yield from _READERS[kind](piece, how)


def _most(kind: Kind, limits: Limits) -> Limits:
    return replace(limits, piece=MAX_BYTES) if kind in ("text", "markdown") else limits


def _seekable(stream: BinaryIO, limits: Limits | None = None, budget: Budget | None = None) -> BinaryIO:
    if stream.seekable():
        return stream
    return io.BytesIO(read_all(stream, limits or Limits(), budget))


def _reader(module: str, function: str, *, columns: bool = False, **more: Any) -> Read:
    """A reader that is imported when it is first needed: each brings a library of its own."""

    def read(piece: Piece, how: How) -> Iterator[Taken | Refused]:
        found = getattr(import_module(f"rashomon.intake.{module}"), function)
        arguments = (piece, how.given, how.columns) if columns else (piece, how.given)
        yield from found(*arguments, **more)

    return read


_READERS: dict[Kind, Read] = {
    "text": _reader("text", "read_text"),
    "markdown": _reader("text", "read_text", markdown=True),
    "page": _reader("html", "read_html"),
    "feed": _reader("feeds", "read_feed"),
    "pdf": _reader("pdf", "read_pdf"),
    "table": _reader("tables", "read_csv", columns=True),
    "parquet": _reader("tables", "read_parquet", columns=True),
}
_MEDIA: dict[Kind, str] = {
    "text": "text/plain", "markdown": "text/markdown", "page": "text/html", "feed": "application/xml",
    "pdf": "application/pdf", "table": "text/csv", "parquet": "application/vnd.apache.parquet",
}  # fmt: skip
