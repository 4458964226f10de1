"""What is to be taken into a case, file by file, without the files that it has whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rashomon.case.finished import Finished, digest, finished
from rashomon.case.settings import Settings
from rashomon.errors import InputError
from rashomon.intake.batch import take_pieces, take_source
from rashomon.intake.sources import Source, find
from rashomon.intake.types import Origin, Piece, Refused, Taken


@dataclass
class Input:
    """A file, standard input, something fetched or tried again, and what has come of it so far.

    Attributes:
        settings: how it is taken in.
        path: of a file, as the user named it. `size`: its bytes.
        digest: under which it is finished once all of it is in the case; None if it never is.
        before: what it gave when it was taken in before: it is not opened again.
        refusalno: the refusal that is tried again.
    """

    settings: Settings
    path: str | None = None
    size: int = 0
    digest: str | None = None
    before: Finished | None = None
    refusalno: int | None = None
    documents: int = 0
    refused: int = 0


Fed = tuple[Input, Taken | Refused | None]
"""A document or a refusal with where it comes from; None: that is all of it."""


def files(connection: sqlite3.Connection, arguments: Iterable[str], settings: Settings) -> Iterator[Fed]:
    """The documents of files, folders, globs and standard input (`-`)."""
    for argument in arguments:
        for source in find(argument):
            yield from _source(source, settings, lambda digest: finished(connection, digest))


def file_again(path: str, settings: Settings) -> Iterator[Fed]:
    """The documents of one file, whether it was taken in before or not."""
    for source in find(path):
        yield from _source(source, settings, lambda _: None)


def pieces(found: Iterable[Piece | Refused], settings: Settings, refusalno: int | None = None) -> Iterator[Fed]:
    """The documents in pieces of which there are only the bytes; `refusalno`: of a refusal that is tried again."""
    one = Input(settings, refusalno=refusalno)
    for item in take_pieces(found, settings.given, settings.columns):
        yield one, item
    yield one, None


def _source(source: Source | InputError, settings: Settings, before: Callable[[str], Finished | None]) -> Iterator[Fed]:
    one = Input(settings)
    if isinstance(source, InputError):
        yield one, Refused(source)
        return
    if source.path is not None:
        try:
            found = digest(source.path, source.shown, settings)
            size = source.path.stat().st_size
        except OSError as error:
            reason = f"cannot be read: {error.strerror}"
            yield one, Refused(InputError(source.shown, reason), Origin("file", path=source.shown))
            return
        one = Input(settings, source.shown, size, found, before(found))
    if one.before is None:
        for item in take_source(source, settings.given, settings.columns):
            yield one, item
    yield one, None


def size_of(arguments: Iterable[str]) -> int:
    """The bytes of all files that the arguments stand for."""
    total = 0
    for source in (found for argument in arguments for found in find(argument)):
        if isinstance(source, Source) and source.path is not None:
            try:
                total += source.path.stat().st_size
            except OSError:
                continue
    return total
