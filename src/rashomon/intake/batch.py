"""All documents that a list of arguments stands for, in order, each under a name of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from rashomon.errors import InputError
from rashomon.intake.details import Details
from rashomon.intake.records import count_records, read_records
from rashomon.intake.sources import Source, find
from rashomon.intake.text import read_text
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
