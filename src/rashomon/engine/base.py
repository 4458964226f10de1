"""What every engine is: something that has shards read, wherever that is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Protocol, Self, TypeVar

from rashomon.engine.shard import Outcome, Shard

_T = TypeVar("_T")


class Engine(Protocol):
    """Has shards read. A context manager: readers stay loaded until it is left."""

    def read(self, work: Iterable[tuple[Shard, _T]]) -> Iterator[tuple[tuple[Outcome, ...], _T]]:
        """What comes of each shard, in order, with what was given along with it (which stays in this process).

        Takes shards only as it needs them, a few ahead. A document on which a process dies costs that document
        alone. Raises what loading the reader raises.
        """

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
