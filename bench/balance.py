"""How fast signed graphs are divided exactly, and what gap is left where time runs out.

    python -m bench.balance FOLDER [--seconds 60] [--random-seconds 30]

FOLDER holds `tribes.csv` (a, b, sign) and `cow51.csv` (window, a, b, sign). Random graphs are made here, always the
same ones. Times are of this process (CPU) and of the clock; the limits are of the clock.
"""

from __future__ import annotations

import argparse
import csv
import random
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from itertools import combinations
from pathlib import Path

from bench.common import need, table
from rashomon.analysis.balance import (
    Divided,
    SignedGraph,
    factions,
    frustration,
    triangle_balance,
    walk_balance,
)

SIZES = ((20, 60), (30, 120), (40, 200), (50, 300), (60, 300), (80, 400), (100, 300), (100, 500), (100, 900))
"""Names and ties of the random graphs; half of the ties are hostile."""
Divide = Callable[[SignedGraph], Divided]


def windows(path: Path) -> dict[str, SignedGraph]:
    """The graph of each window of a table; one graph named "" of a table without windows."""
    rows: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            rows[row.get("window", "")].append((row["a"], row["b"], int(row["sign"])))
    return {window: SignedGraph.of(ties) for window, ties in rows.items()}


def chance_graph(names: int, ties: int, seed: int = 0) -> SignedGraph:
    """A random graph, half of whose ties are hostile."""
    chance = random.Random(seed)
    pairs = chance.sample(list(combinations([f"n{number:03}" for number in range(names)], 2)), ties)
    return SignedGraph.of((a, b, -1 if place % 2 else 1) for place, (a, b) in enumerate(pairs))


def timed(divide: Divide, graph: SignedGraph) -> tuple[Divided, float, float]:
    """What was found, and the seconds of the process and of the clock."""
    cpu, clock = time.process_time(), time.perf_counter()
    found = divide(graph)
    return found, time.process_time() - cpu, time.perf_counter() - clock


def main(argv: Sequence[str] | None = None) -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=float, default=60, help="limit for each window")
    parser.add_argument("--random-seconds", type=float, default=30, help="limit for each random graph; 0: none")
    options = parser.parse_args(argv)
    tribes, cow = options.folder / "tribes.csv", options.folder / "cow51.csv"
    need(tribes, cow)
    graph = windows(tribes)[""]
    two, free = frustration(graph), factions(graph)
    print(f"tribes: frustration {two.value:g}, normalised {two.normalised:.7f}, k-free {free.value:g} with", end=" ")
    print(f"{free.fewest} factions, triangles {triangle_balance(graph):.7f}, walks {walk_balance(graph):.7f}\n")
    rows: list[list[str]] = []
    graphs = windows(cow)
    for name, divide, cap in (
        ("two camps", frustration, 0),
        ("two camps, all listed", frustration, 100),
        ("k-free", factions, 0),
        ("k-free, all listed", factions, 100),
    ):
        runs = [timed(partial(divide, seconds=options.seconds, cap=cap), each) for each in graphs.values()]
        values = [found.value for found, _, _ in runs]
        cpu = [cpu for _, cpu, _ in runs]
        proved, listed = (
            sum(flags) for flags in zip(*((f.proved, f.count is not None) for f, _, _ in runs), strict=True)
        )
        row = [name, f"{proved} of {len(runs)}", f"{min(values):g} to {max(values):g}", f"{listed}" if cap else ""]
        rows.append([*row, f"{sum(cpu):.1f}", f"{max(cpu):.2f}", f"{sum(clock for _, _, clock in runs):.1f}"])
    print(table(["windows", "proved", "cost", "all found", "CPU s", "most", "clock s"], rows))
    rows = []
    for names, ties in SIZES if options.random_seconds else ():
        graph = chance_graph(names, ties)
        row = [str(names), str(ties)]
        for divide in (frustration, factions):
            found, cpu_seconds, _ = timed(partial(divide, seconds=options.random_seconds, cap=0), graph)
            row += [
                f"{found.value:g}",
                f"{found.bound:g}",
                f"{found.gap / max(found.value, 1):.3f}",
                f"{cpu_seconds:.1f}",
            ]
        rows.append(row)
    if rows:
        print()
        print(table(["names", "ties", "camps", "bound", "gap", "CPU s", "k-free", "bound", "gap", "CPU s"], rows))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
