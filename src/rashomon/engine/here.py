"""Reading in this process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from rashomon.engine.shard import Load, Outcome, Shard, read_shard

if TYPE_CHECKING:
    from rashomon.reading.base import Reader

_T = TypeVar("_T")


class Here:
    """Reads one shard after the other. The reader is loaded when first needed."""

    def __init__(self) -> None:
        self._loaded: tuple[Load, Reader] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loaded = None

    def read(self, work: Iterable[tuple[Shard, _T]]) -> Iterator[tuple[tuple[Outcome, ...], _T]]:
        """See Engine."""
        for shard, tag in work:
            yield (read_shard(self._reader(shard.load), shard) if shard.documents else ()), tag

    def _reader(self, load: Load) -> Reader:
        if self._loaded is None or self._loaded[0] != load:
            self._loaded = load, load()
        return self._loaded[1]
