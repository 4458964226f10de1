"""Reading many documents, by whichever means the number of jobs asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.engine.here import Load, read_here
from rashomon.engine.pool import read_pooled
from rashomon.errors import InputError
from rashomon.model import Document, Reading


def run(items: Iterable[Document | InputError], load: Load, jobs: int = 1) -> Iterator[Reading | InputError]:
    """A reading, or the error that stands in its place, for every item, in the order of the items.

    Args:
        items: documents; errors among them are passed on.
        load: loads the reader; must be picklable if there are several jobs.
        jobs: how many processes read. One: this process reads.
    """
    return read_here(items, load) if jobs <= 1 else read_pooled(items, load, jobs)
