"""Reading many documents, by whichever means the number of jobs asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.engine.base import Engine
from rashomon.engine.here import Here
from rashomon.engine.pool import Pool
from rashomon.engine.shard import Load, Shard
from rashomon.errors import InputError
from rashomon.model import Document, Reading


def engine(jobs: int = 1) -> Engine:
    """The engine for so many processes. One: this process reads."""
    return Here() if jobs <= 1 else Pool(jobs)


def run(items: Iterable[Document | InputError], load: Load, jobs: int = 1) -> Iterator[Reading | InputError]:
    """A reading, or the error that stands in its place, for every item, in the order of the items.

    Args:
        items: documents; errors among them are passed on.
        load: loads the reader; must be picklable if there are several jobs.
        jobs: how many processes read. One: this process reads.
    """
    with engine(jobs) as reading:
        for outcomes, error in reading.read(_single(items, load)):
            yield from outcomes
            if error:
                yield error


def _single(items: Iterable[Document | InputError], load: Load) -> Iterator[tuple[Shard, InputError | None]]:
    for item in items:
        if isinstance(item, InputError):
            yield Shard((), load), item
        else:
            yield Shard((item,), load), None
