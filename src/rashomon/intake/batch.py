"""All documents that a list of arguments stands for, in order, each under a name of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from rashomon.errors import InputError
from rashomon.intake.decoding import UndecodableError, decode
from rashomon.intake.details import Details
from rashomon.intake.document import MAX_CHARACTERS, make_document
from rashomon.intake.records import count_records, read_records
from rashomon.intake.sources import Source, find
from rashomon.intake.text import read_text
from rashomon.intake.types import Origin, Piece, Refused, Taken
from rashomon.model import Document


def take_in(arguments: Iterable[str], given: Details = Details()) -> Iterator[Document | InputError]:  # noqa: B008
    """Every document, and an error in the place of each that could not be taken in.

    Args:
        arguments: files, folders, globs, or `-` for standard input.
        given: details that hold for all of them, whatever the documents themselves say.
    """
    names: dict[str, str] = {}
    for argument in arguments:
        for source in find(argument):
            for item in _read(source, given):
                if isinstance(item, Document):
                    where = _where(item, source)
                    if item.id in names:
                        item = InputError(where, f"document name {item.id!r} is already that of {names[item.id]}")
                    else:
                        names[item.id] = where
                yield item


def files(arguments: Iterable[str]) -> Iterator[Path]:
    """The files that the arguments stand for."""
    for argument in arguments:
        for source in find(argument):
            if isinstance(source, Source) and source.path:
                yield source.path


def count(arguments: Iterable[str]) -> int:
    """About how many documents there are, without reading them."""
    total = 0
    for source in (s for argument in arguments for s in find(argument)):
        is_table = isinstance(source, Source) and source.suffix == ".jsonl"
        total += count_records(source) if is_table and isinstance(source, Source) else 1
    return total


def take_source(source: Source, given: Details) -> Iterator[Taken | Refused]:
    """The documents of one file or of standard input, with their bytes. Names may be there twice."""
    for number, item in enumerate(_read(source, given), 1):
        shown = source.shown if source.path else None
        member = f"line {number}" if source.suffix == ".jsonl" else None
        origin = Origin("file" if shown else "stdin", path=shown, member=member)
        raw = None
        if source.path and not member and source.path.stat().st_size <= 4 * MAX_CHARACTERS + 4:
            raw = source.path.read_bytes()
        yield Taken(item, origin, raw) if isinstance(item, Document) else Refused(item, origin, raw)


def take_pieces(pieces: Iterable[Piece | Refused], given: Details) -> Iterator[Taken | Refused]:
    """The documents in pieces of which there are only the bytes: what was fetched, or is tried again."""
    for piece in pieces:
        if isinstance(piece, Refused):
            yield piece
            continue
        origin, digest = piece.origin, hashlib.sha256(piece.data).hexdigest()
        try:
            decoded = decode(piece.data)
            document = make_document(
                decoded.text, piece.name, given.over(piece.details), where=origin.shown, path=origin.path,
                raw_sha256=digest, encoding=decoded.encoding,
            )  # fmt: skip
            yield Taken(document, origin, piece.data)
        except (InputError, UndecodableError) as error:
            refused = error if isinstance(error, InputError) else InputError(origin.shown, str(error))
            yield Refused(refused, origin, piece.data)


def _read(source: Source | InputError, given: Details) -> Iterator[Document | InputError]:
    if isinstance(source, InputError):
        yield source
    elif source.suffix == ".jsonl":
        yield from read_records(source, given)
    else:
        try:
            yield read_text(source, given)
        except InputError as error:
            yield error


def _where(document: Document, source: Source | InputError) -> str:
    return document.path or (source.shown if isinstance(source, Source) else document.id)
