"""Two camps: which cycles are bad, a good start, and the XOR model."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array, csr_array, hstack, vstack
from scipy.sparse.csgraph import dijkstra

from rashomon.analysis.balance.core import Block, Clock, Floats, Ints
from rashomon.analysis.balance.relaxing import rows, unmet
from rashomon.analysis.balance.rule import Cycle, Known

_TINY = 1e-7
_SOURCES = 256


class TwoCamps:
    """The rule of two camps. A cycle is bad if the number of its hostile edges is odd."""

    def bad_cycles(self, block: Block, lengths: Floats) -> list[Cycle]:
        """Shortest closed walks with an odd number of hostile edges, from every name and over every partly broken edge.

        They are the ways from a name to itself on the other side, in the signed double cover of the graph.
        """
        names = len(block.names)
        here, there = block.a, block.b
        far = np.where(block.sign > 0, 0, names)
        near = names - far
        ends = (np.concatenate([here, here + names]), np.concatenate([there + far, there + near]))
        cover = coo_array((np.tile(lengths + _TINY, 2), ends), shape=(2 * names, 2 * names)).tocsr()
        found: dict[Cycle, float] = {}

        def add(walk: list[int]) -> None:
            cycle = _odd(block, [place % names for place in walk])
            if unmet(cycle, lengths):
                found[cycle] = float(lengths[list(cycle)].sum())

        for first in range(0, names, _SOURCES):
            sources = np.arange(first, min(first + _SOURCES, names))
            distance, before = dijkstra(cover, directed=False, indices=sources, return_predecessors=True, limit=1.0)
            for row, source in enumerate(sources):
                if distance[row, source + names] < 1.0:
                    add(_walk(before[row], int(source), int(source + names)))
            for edge in np.flatnonzero(np.isin(block.a, sources) & (lengths > _TINY)):
                start, end = int(block.a[edge]), int(block.b[edge] + near[edge])
                if distance[start - first, end] + lengths[edge] < 1.0:
                    add([start, *_walk(before[start - first], start, end)])
            if len(found) >= _SOURCES:
                break
        return sorted(found, key=lambda cycle: (found[cycle], len(cycle), cycle))

    def start(self, block: Block, attempt: int) -> Ints:
        """A random division, improved by moving names over (after Kernighan and Lin 1970)."""
        return _improved(block, np.random.default_rng(attempt).integers(0, 2, len(block.names)))

    def rounded(self, block: Block, broken: Floats) -> Ints:
        """Sides along a shortest tree of the solution, then improved."""
        names = len(block.names)
        graph = coo_array((broken + _TINY, (block.a, block.b)), shape=(names, names)).tocsr()
        distance, before = dijkstra(graph, directed=False, indices=0, return_predecessors=True)
        labels = np.zeros(names, dtype=np.int64)
        for name in np.argsort(distance, kind="stable")[1:]:
            parent = int(before[name])
            labels[name] = labels[parent] ^ int(block.sign[block.between[parent, int(name)]] < 0)
        return _improved(block, labels)

    def follow(self, block: Block, decided: Ints) -> Ints | None:
        """Which names are on one side and which on opposite sides follows along the decided edges."""
        opposite = (block.sign < 0) != (decided > 0)
        neighbours: list[list[tuple[int, int]]] = [[] for _ in block.names]
        for edge in np.flatnonzero(decided >= 0):
            a, b, turn = int(block.a[edge]), int(block.b[edge]), int(opposite[edge])
            neighbours[a].append((b, turn))
            neighbours[b].append((a, turn))
        part = np.full(len(block.names), -1)
        side = np.zeros(len(block.names), dtype=np.int64)
        for first in range(len(block.names)):
            if part[first] >= 0:
                continue
            part[first] = first
            stack = [first]
            while stack:
                name = stack.pop()
                for other, turn in neighbours[name]:
                    if part[other] < 0:
                        part[other], side[other] = first, side[name] ^ turn
                        stack.append(other)
                    elif side[other] != side[name] ^ turn:
                        return None
        together = part[block.a] == part[block.b]
        broken = (side[block.a] == side[block.b]) != (block.sign > 0)
        return np.where(together, broken, -1).astype(np.int64)

    def solve(self, block: Block, known: Known, clock: Clock) -> tuple[Ints | None, float]:
        """The XOR model (Aref, Mason and Wilson 2020) with the bad cycles, triangles among them, as cuts.

        A name is 0 or 1, the name with most ties 0 (either camp may be called 0). An edge is broken if its ends differ
        and it is friendly, or agree and it is hostile.
        """
        names, edges = len(block.names), len(block.weight)
        each = np.arange(edges)
        flip = np.where(block.sign > 0, 1.0, -1.0)
        ones = np.ones(edges)

        def row(at_a: Floats, at_b: Floats) -> csr_array:
            entries = (
                np.concatenate([at_a, at_b, ones]),
                (np.tile(each, 3), np.concatenate([block.a, block.b, names + each])),
            )
            return coo_array(entries, shape=(edges, names + edges)).tocsr()

        hostile = np.where(block.sign < 0, 1.0, 0.0)
        xor = vstack([row(-ones, flip), row(ones, -flip)])
        cuts = hstack([csr_array((len(known.cycles), names)), rows(known.cycles, edges)])
        least = np.concatenate([-hostile, hostile, np.ones(len(known.cycles))])
        upper = np.concatenate([np.ones(names), known.upper])
        upper[np.argmax(np.bincount(np.concatenate([block.a, block.b])))] = 0
        result = milp(
            np.concatenate([np.zeros(names), block.weight]),
            integrality=np.concatenate([np.ones(names), np.zeros(edges)]),
            bounds=Bounds(0, upper),
            constraints=LinearConstraint(vstack([xor, cuts]).tocsr(), lb=least),
            options={"time_limit": max(clock.left, 0.01), "mip_rel_gap": 0.0},
        )
        if result.status == 2:
            return None, np.inf
        bound = known.bound if result.mip_dual_bound is None else max(known.bound, float(result.mip_dual_bound))
        return (None if result.x is None else np.round(result.x[:names]).astype(np.int64)), bound


def _walk(before: Ints, start: int, end: int) -> list[int]:
    walk = [end]
    while walk[-1] != start:
        walk.append(int(before[walk[-1]]))
    return walk


def _odd(block: Block, walk: list[int]) -> Cycle:
    """A cycle with an odd number of hostile edges within a closed walk with such a number."""
    path: list[int] = []
    for name in walk:
        if name in path:
            at = path.index(name)
            loop = [*path[at:], name]
            edges = [block.between[pair] for pair in pairwise(loop)]
            if sum(block.sign[edge] < 0 for edge in edges) % 2:
                return tuple(sorted(edges))
            del path[at:]
        path.append(name)
    raise AssertionError("an even walk")


def _improved(block: Block, labels: Ints) -> Ints:
    """Moves names over, one after another and each once, and keeps the best state passed; until that gains nothing."""
    signed = block.signed
    side = np.where(labels > 0, 1.0, -1.0)
    while True:
        pull = side * (signed @ side)
        free = np.ones(len(side), dtype=bool)
        gain, best, moved, keep = 0.0, 0.0, [], 0
        for count in range(1, len(side) + 1):
            name = int(np.argmin(np.where(free, pull, np.inf)))
            gain -= pull[name]
            pull += -2 * side[name] * side * signed[name]
            pull[name] = -pull[name]
            side[name] = -side[name]
            free[name] = False
            moved.append(name)
            if gain > best + 1e-9:
                best, keep = gain, count
        for name in moved[keep:]:
            side[name] = -side[name]
        if not keep:
            return (side > 0).astype(np.int64)
