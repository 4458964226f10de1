"""Reading in a pool of processes, each with a reader of its own."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from types import TracebackType
from typing import TYPE_CHECKING, Generic, NamedTuple, Self, TypeVar

from rashomon.engine.shard import Load, Outcome, Shard, failed, read_shard
from rashomon.model import Document

if TYPE_CHECKING:
    from rashomon.reading.base import Reader

_AHEAD = 4  # shards in flight for each process: enough to keep it busy, few enough to bound memory

_T = TypeVar("_T")
Outcomes = tuple[Outcome, ...]


class _Job(NamedTuple, Generic[_T]):
    shard: Shard
    tag: _T
    future: Future[Outcomes] | None  # None: nothing is to be read


class Pool:
    """Reads shards in several processes. They end with this process, however it ends."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool:
            if kind is not None:  # nobody waits for what is being read any more
                _stop(self._pool)
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def read(self, work: Iterable[tuple[Shard, _T]]) -> Iterator[tuple[Outcomes, _T]]:
        """See Engine. What was in flight when a process died is read again, each document by itself."""
        waiting: deque[_Job[_T]] = deque()
        for shard, tag in work:
            try:
                waiting.append(self._submit(shard, tag))
            except BrokenProcessPool:
                yield from self._one_by_one(waiting)
                waiting.append(self._submit(shard, tag))
            while len(waiting) >= self._jobs * _AHEAD:
                yield from self._next(waiting)
        while waiting:
            yield from self._next(waiting)

    def _submit(self, shard: Shard, tag: _T) -> _Job[_T]:
        if not shard.documents:
            return _Job(shard, tag, None)
        self._pool = self._pool or _processes(self._jobs)
        return _Job(shard, tag, self._pool.submit(_work, shard))

    def _next(self, waiting: deque[_Job[_T]]) -> Iterator[tuple[Outcomes, _T]]:
        job = waiting[0]
        try:
            outcomes = job.future.result() if job.future else ()
        except BrokenProcessPool:
            yield from self._one_by_one(waiting)
        else:
            waiting.popleft()
            yield outcomes, job.tag

    def _one_by_one(self, waiting: deque[_Job[_T]]) -> Iterator[tuple[Outcomes, _T]]:
        """Reads what a broken pool left, one document at a time, and empties the queue."""
        if self._pool:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None
        with _Alone() as alone:
            while waiting:
                shard, tag, future = waiting.popleft()
                if future is None:
                    yield (), tag
                elif future.done() and not future.cancelled() and future.exception() is None:
                    yield future.result(), tag
                else:
                    yield tuple(alone.read(document, shard.load) for document in shard.documents), tag


class _Alone:
    """One process that reads one document at a time; another one after its death."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def read(self, document: Document, load: Load) -> Outcome:
        self._pool = self._pool or _processes(1)
        try:
            return self._pool.submit(_work, Shard((document,), load)).result()[0]
        except BrokenProcessPool:
            self._pool.shutdown(wait=False)
            self._pool = None
            return failed(document, "the process that read it died")


def _processes(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)


def _stop(pool: ProcessPoolExecutor) -> None:
    for process in list((getattr(pool, "_processes", None) or {}).values()):
        process.terminate()


def _begin() -> None:
    # Ctrl-C is the parent's to answer: it lets the others finish their documents and stop
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Ends this process once its parent was killed, which the pool itself would not notice."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _work(shard: Shard) -> Outcomes:
    return read_shard(_reader(shard.load), shard)


@lru_cache(maxsize=1)
def _reader(load: Load) -> Reader:
    return load()
