"""The unit of work: some documents that are read together, and what comes of them."""

from __future__ import annotations

import hashlib
import json
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.errors import InputError, ReadingError
from rashomon.model import Document, Reading

if TYPE_CHECKING:
    from rashomon.reading.base import Reader

Load = Callable[[], "Reader"]
"""Loads a reader. It must be picklable if there are several processes."""

Outcome = Reading | InputError
"""A document's reading, or the error that names it."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Some documents, and what loads the reader that reads them. None at all is a shard too: nothing comes of it."""

    documents: tuple[Document, ...]
    load: Load

    @property
    def id(self) -> str:
        """Sixteen hex digits of what is in it and of how it is read: the same wherever and whenever it is made."""
        found = hashlib.sha256(pickle.dumps(self.load, protocol=4))
        for document in self.documents:
            found.update(json.dumps(document.model_dump(), sort_keys=True).encode())
        return found.hexdigest()[:16]


def read_shard(reader: Reader, shard: Shard) -> tuple[Outcome, ...]:
    """What comes of each document of a shard, in their order."""
    return tuple(read_one(reader, document) for document in shard.documents)


def read_one(reader: Reader, document: Document) -> Outcome:
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
