"""How fast the gazetteer finds names, and what it costs.

    python -m bench.lookup [--names 100000] [--gazetteer FILE]

Names a second, in one process, after the operating system has the file in memory, garbage collection off:
names as they stand in the gazetteer (exact), the same without accents, in another case and with the article
written otherwise (folded), words that name no place (missed), and names spelt otherwise (loose, one in ten of
the names). Every name is asked once, so no cache of answers helps. Then the size on disk, the time to compile
it (not of a FILE compiled before), and the memory that a process takes to hold it and answer.
"""

from __future__ import annotations

import argparse
import gc
import random
import resource
import sqlite3
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.common import need, table
from rashomon.knowledge.folding import loosen
from rashomon.knowledge.places import Gazetteer, load
from rashomon.knowledge.places.loading import write

_SEED = 7


def names_of(gazetteer: Gazetteer, number: int) -> list[str]:
    """Names of places, drawn at random, each once."""
    db = sqlite3.connect(f"{gazetteer.path.as_uri()}?mode=ro", uri=True)
    found = sorted({row[0] for row in db.execute("SELECT name FROM places")})
    db.close()
    random.Random(_SEED).shuffle(found)
    return found[:number]


def rate(ask: Callable[[str], object], names: Sequence[str]) -> float:
    """Names a second."""
    gc.disable()  # as timeit does
    begin = time.perf_counter()
    for name in names:
        ask(name)
    seconds = time.perf_counter() - begin
    gc.enable()
    return len(names) / seconds


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--gazetteer", type=Path, help="a compiled gazetteer; by default the one that the reader uses")
    options = parser.parse_args(arguments)
    if options.gazetteer is not None:
        need(options.gazetteer)
    gazetteer = Gazetteer(options.gazetteer.absolute()) if options.gazetteer is not None else load()
    path = gazetteer.path
    names = names_of(gazetteer, options.names)
    other = [f"al-{n.upper()}" if n.startswith("Al ") else n.casefold().replace("-", " ") for n in names]
    missed = [f"{n}q{i % 97}" for i, n in enumerate(names)]
    spelt = [loosen(n.lower()) for n in names[::10]]
    with path.open("rb") as file:  # the operating system has the file in memory from here on
        while file.read(1 << 20):
            pass
    rows: list[tuple[object, ...]] = []
    for label, asked, loosely in (
        ("exact", names, False), ("folded", other, False), ("missed", missed, False), ("loose", spelt, True),
    ):  # fmt: skip
        fresh = Gazetteer(path)
        rows.append((label, f"{rate(fresh.lookup_loosely if loosely else fresh.lookup, asked):,.0f}", len(asked)))
        if label == "exact":
            again = rate(fresh.lookup, asked[-10_000:])
            held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # the others map the file anew
    rows.append(("asked again", f"{again:,.0f}", min(10_000, len(names))))
    print(table(("look-up", "names/s", "n"), rows))
    size = path.stat().st_size / 1e6
    print(f"{len(gazetteer):,} places; {size:.1f} MB on disk")
    print(f"peak memory after the first row {held:.0f} MiB, the mapped file included")
    if options.gazetteer is not None:
        return 0
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        write(Path(folder) / "gazetteer.sqlite")
        print(f"compiled in {time.perf_counter() - begin:.0f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
