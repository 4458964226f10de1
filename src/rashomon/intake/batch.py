"""All documents that a list of arguments stands for, in order, each under a name of its own."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from rashomon.errors import InputError
from rashomon.intake.archives.base import Entry
from rashomon.intake.columns import Columns
from rashomon.intake.details import Details
from rashomon.intake.limits import Limits
from rashomon.intake.opening import How, documents
from rashomon.intake.records import count_records
from rashomon.intake.sources import Source, find
from rashomon.intake.types import Origin, Piece, Refused, Taken
from rashomon.model import Document

_NOTHING = Details()
_NO_COLUMNS = Columns()
_LIMITS = Limits()


def take_in(
    arguments: Iterable[str], given: Details = _NOTHING, columns: Columns = _NO_COLUMNS
) -> Iterator[Document | InputError]:
    """Every document, and an error in the place of each that could not be taken in.

    Args:
        arguments: files, folders, globs, or `-` for standard input.
        given: details that hold for all of them, whatever the documents themselves say.
        columns: what the user calls the columns of tables.
    """
    names: dict[str, str] = {}
    for source in (found for argument in arguments for found in find(argument)):
        if isinstance(source, InputError):
            yield source
            continue
        for item in take_source(source, given, columns):
            if isinstance(item, Refused):
                yield item.error
                continue
            document, where = item.document, item.document.path or source.shown
            if document.id in names:
                yield InputError(where, f"document name {document.id!r} is already that of {names[document.id]}")
            else:
                names[document.id] = where
                yield document


def files(arguments: Iterable[str]) -> Iterator[Path]:
    """The files that the arguments stand for."""
    for argument in arguments:
        for source in find(argument):
            if isinstance(source, Source) and source.path:
                yield source.path


def count(arguments: Iterable[str]) -> int:
    """About how many documents there are, without reading them; an archive or a feed counts as one."""
    total = 0
    for source in (found for argument in arguments for found in find(argument)):
        total += _lines(source.path) if isinstance(source, Source) and source.path else 1
    return total


def take_source(
    source: Source, given: Details = _NOTHING, columns: Columns = _NO_COLUMNS, limits: Limits = _LIMITS
) -> Iterator[Taken | Refused]:
    """The documents of one file or of standard input, with their bytes. Names may be there twice."""
    how = How(given, columns, limits)
    if source.path is None:
        data = sys.stdin.buffer.read(limits.piece + 1)
        if len(data) > limits.piece:
            yield Refused(InputError(source.shown, "is longer than is read at once"), Origin("stdin"))
        else:
            yield from documents(Entry(source.name, "", _stream(data), Origin("stdin"), size=len(data)), how)
        return
    origin = Origin("file", path=source.shown)
    try:
        with source.path.open("rb") as file:
            size = source.path.stat().st_size
            yield from documents(Entry(source.name, source.path.name, file, origin, size=size), how)
    except OSError as error:
        yield Refused(InputError(source.shown, f"cannot be read: {error.strerror or error}"), origin)


def take_pieces(
    pieces: Iterable[Piece | Refused],
    given: Details = _NOTHING,
    columns: Columns = _NO_COLUMNS,
    limits: Limits = _LIMITS,
) -> Iterator[Taken | Refused]:
    """The documents in pieces of which there are only the bytes: what was fetched, or is tried again."""
    for piece in pieces:
        if isinstance(piece, Refused):
            yield piece
        else:
            yield from documents(_entry(piece), How(given, columns, limits))


def _entry(piece: Piece) -> Entry:
    origin = piece.origin
    last = (origin.member or origin.path or "").rsplit("!", 1)[-1]
    address = (origin.url or "").partition("?")[0].partition("#")[0]
    file = last if "." in last else address or origin.path or ""
    return Entry(piece.name, file, _stream(piece.data), origin, piece.details, len(piece.data))


def _stream(data: bytes) -> BinaryIO:
    return io.BytesIO(data)


def _lines(path: Path) -> int:
    if not path.name.lower().endswith(".jsonl"):
        return 1
    try:
        with path.open("rb") as file:
            return count_records(file)
    except OSError:
        return 1
