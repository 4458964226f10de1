"""Reading in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from rashomon.errors import InputError, ReadingError
from rashomon.model import Document, Reading

if TYPE_CHECKING:
    from rashomon.reading.base import Reader

Load = Callable[[], "Reader"]


def read_here(items: Iterable[Document | InputError], load: Load) -> Iterator[Reading | InputError]:
    """Each item's reading or error, one after the other. The reader is loaded when first needed."""
    reader: Reader | None = None
    for item in items:
        if isinstance(item, InputError):
            yield item
            continue
        reader = reader or load()
        yield read_one(reader, item)


def read_one(reader: Reader, document: Document) -> Reading | InputError:
    """The reading, or an error that names the document if the reader failed on it."""
    try:
        return reader.read(document)
    except InputError as error:
        return error
    except Exception as error:
        return failed(document, f"the reader failed on it ({type(error).__name__}: {error})")


def failed(document: Document, reason: str) -> ReadingError:
    """An error that names the document, and its file if it came from one of many."""
    where = document.path or document.id
    return ReadingError(where, reason if document.path is None else f"document {document.id!r}: {reason}")
