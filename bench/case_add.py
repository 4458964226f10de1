"""`add` end to end: documents a second, where the time goes, memory, and how large the case becomes.

    python -m bench.case_add [--documents 1000,5000,10000] [--jobs 2] [--seed 1] [--from FOLDER]

For each number a new process adds so many generated documents of mixed formats to a new case. Its peak memory
(resident set) is that of the process that takes in and writes, and of the largest of its workers. Shares of time are
those of the process that takes in and writes: taking in (files to documents), writing (transactions); the rest it waits
for readings, with `--jobs 1` it reads itself. Start-up and loading the reader are in the totals. `--from`: adds a
folder of yours instead.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from pathlib import Path
from typing import Any

from bench.case_documents import generate
from bench.common import table
from rashomon.api import ReaderLoader
from rashomon.case import feeding
from rashomon.case.adding import Adding, add
from rashomon.case.settings import Settings


def measured(case: str, folder: str, jobs: int, told: str) -> None:
    """Adds a folder to a case in this process, and writes what that took to a file."""
    seconds = {"intake": 0.0, "writing": 0.0}

    def timed(call: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(call)
        def wrapped(*given: Any, **options: Any) -> Any:
            begun = time.perf_counter()
            try:
                return call(*given, **options)
            finally:
                seconds["writing"] += time.perf_counter() - begun

        return wrapped

    def fed(*given: Any, **options: Any) -> Iterator[Any]:
        items = plain(*given, **options)
        while True:
            begun = time.perf_counter()
            item = next(items, None)
            seconds["intake"] += time.perf_counter() - begun
            if item is None:
                return
            yield item

    plain = feeding.files
    feeding.files = fed
    Adding._write = timed(Adding._write)  # type: ignore[method-assign]
    begun = time.perf_counter()
    summary = add(Path(case), [folder], Settings(ReaderLoader(), jobs=jobs))
    total = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    found = {"total": total, "added": summary.added, "refused": summary.refusals, "claims": summary.claims}
    Path(told).write_text(json.dumps({**found, **seconds, "peak": peak, "workers": workers}), encoding="utf-8")


def measure(folder: Path, below: Path, jobs: int) -> tuple[object, ...]:
    """One row: a folder added to a new case by a new process."""
    case, told = below / f"{folder.parent.name}.db", below / "told.json"
    process = multiprocessing.get_context("spawn").Process(
        target=measured, args=(str(case), str(folder), jobs, str(told))
    )
    process.start()
    process.join()
    if process.exitcode:
        raise SystemExit(process.exitcode)
    found = json.loads(told.read_text(encoding="utf-8"))
    total, added, size = found["total"], max(1, found["added"]), case.stat().st_size
    return (
        f"{found['added']:,}", found["refused"], round(total), round(added / total, 2),
        found["intake"] / total, found["writing"] / total,
        round(found["peak"]), round(found["workers"]), round(size / added), round(found["claims"] / added, 1),
    )  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", default="1000,5000,10000", help="numbers of documents, comma separated")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="folder", type=Path, help="a folder that is there already")
    given = parser.parse_args(arguments)
    head = (
        "documents", "refused", "seconds", "documents/s", "share intake", "share writing", "peak, MiB",
        "peak of a worker, MiB", "bytes a document", "claims a document",
    )  # fmt: skip
    rows = []
    with tempfile.TemporaryDirectory() as name:
        below = Path(name)
        if given.folder:
            rows.append(measure(given.folder.resolve(), below, given.jobs))
        for number in () if given.folder else map(int, given.documents.split(",")):
            generate(number, below / f"documents{number}", given.seed)
            rows.append(measure(below / f"documents{number}" / "in", below, given.jobs))
    print(f"{given.jobs} process(es) read; all other work in one more")
    print(table(head, rows))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
