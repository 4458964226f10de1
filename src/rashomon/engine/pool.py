"""Reading in a pool of processes, each with a reader of its own."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from multiprocessing import get_context
from typing import TYPE_CHECKING

from rashomon.engine.here import Load, failed, read_one
from rashomon.errors import InputError
from rashomon.model import Document, Reading

if TYPE_CHECKING:
    from rashomon.reading.base import Reader

_AHEAD = 4  # documents in flight for each process: enough to keep it busy, few enough to bound memory

Outcome = Reading | InputError
Job = tuple[Document, "Future[Outcome]"]


def read_pooled(items: Iterable[Document | InputError], load: Load, jobs: int) -> Iterator[Outcome]:
    """Each item's reading or error, in input order.

    A document on which a process dies costs that document alone: those in flight are read again.
    """
    waiting: deque[Job | InputError] = deque()
    pool = _pool(jobs)
    try:
        for item in items:
            if isinstance(item, InputError):
                waiting.append(item)
            else:
                try:
                    waiting.append((item, pool.submit(_work, load, item)))
                except BrokenProcessPool:
                    yield from _one_by_one(waiting, load)
                    pool = _restart(pool, jobs)
                    waiting.append((item, pool.submit(_work, load, item)))
            while len(waiting) >= jobs * _AHEAD:
                try:
                    yield _result(waiting[0])
                    waiting.popleft()
                except BrokenProcessPool:
                    yield from _one_by_one(waiting, load)
                    pool = _restart(pool, jobs)
        while waiting:
            try:
                yield _result(waiting[0])
                waiting.popleft()
            except BrokenProcessPool:
                yield from _one_by_one(waiting, load)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Ctrl-C is this process's to answer: it lets the others finish their document and stop
    ignored = (signal.SIGINT, signal.SIG_IGN)
    context = get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=signal.signal, initargs=ignored)


def _restart(pool: ProcessPoolExecutor, jobs: int) -> ProcessPoolExecutor:
    pool.shutdown(wait=False, cancel_futures=True)
    return _pool(jobs)


def _result(job: Job | InputError) -> Outcome:
    return job if isinstance(job, InputError) else job[1].result()


def _one_by_one(waiting: deque[Job | InputError], load: Load) -> Iterator[Outcome]:
    """Reads what a broken pool left, each document in a process of its own, and empties the queue."""
    while waiting:
        job = waiting.popleft()
        if isinstance(job, InputError):
            yield job
            continue
        document, future = job
        if future.done() and not future.cancelled() and future.exception() is None:
            yield future.result()
            continue
        with _pool(1) as alone:
            try:
                outcome: Outcome = alone.submit(_work, load, document).result()
            except BrokenProcessPool:
                outcome = failed(document, "the process that read it died")
        yield outcome


def _work(load: Load, document: Document) -> Outcome:
    return read_one(_reader(load), document)


@lru_cache(maxsize=1)
def _reader(load: Load) -> Reader:
    return load()
