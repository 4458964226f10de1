"""Any number of factions: which cycles are bad, a good start, and branch and bound with cycles added as needed."""

from __future__ import annotations

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import connected_components, dijkstra

from rashomon.analysis.balance.core import Block, Clock, Flags, Floats, Ints, raised
from rashomon.analysis.balance.relaxing import rows, unmet
from rashomon.analysis.balance.rule import Cycle, Known

_TINY = 1e-7
_ENOUGH = 512


class FreeFactions:
    """The rule of any number of factions. A cycle is bad if exactly one of its edges is hostile."""

    def bad_cycles(self, block: Block, lengths: Floats) -> list[Cycle]:
        """For each hostile edge, the shortest way round over friendly ones."""
        hostile = np.flatnonzero(block.sign < 0)
        graph = _friendly(block, block.sign > 0, lengths + _TINY)
        sources = np.unique(block.a[hostile])
        if not len(sources):
            return []
        row_of = {int(source): row for row, source in enumerate(sources)}
        distance, before = dijkstra(graph, directed=False, indices=sources, return_predecessors=True, limit=1.0)
        found: dict[Cycle, float] = {}
        for edge in hostile:
            start, end = int(block.a[edge]), int(block.b[edge])
            row = row_of[start]
            if distance[row, end] + lengths[edge] >= 1.0:
                continue
            cycle = [int(edge)]
            while end != start:
                nearer = int(before[row, end])
                cycle.append(block.between[nearer, end])
                end = nearer
            cycle.sort()
            if unmet(tuple(cycle), lengths):
                found[tuple(cycle)] = float(lengths[cycle].sum())
        return sorted(found, key=lambda cycle: (found[cycle], len(cycle), cycle))[:_ENOUGH]

    def start(self, block: Block, attempt: int) -> Ints:
        """Each name alone at first, then random divisions into a few parts; improved by moves and mergers."""
        names, chance = len(block.names), np.random.default_rng(attempt)
        return _improved(block, chance.integers(0, 1 + attempt % 5, names) if attempt else np.arange(names))

    def rounded(self, block: Block, broken: Floats) -> Ints:
        """Together is what friendly edges hold together that are rather kept than broken; then improved."""
        return _improved(block, _held(block, broken < 0.5))

    def follow(self, block: Block, decided: Ints) -> Ints | None:
        """Edges within what is together, or between two parts that are known to be apart, follow."""
        together = (decided >= 0) & ((block.sign > 0) == (decided == 0))
        apart = (decided >= 0) & ~together
        graph = _friendly(block, together, np.ones(len(decided)))
        _, labels = connected_components(graph, directed=False)
        a, b = labels[block.a].astype(np.int64), labels[block.b].astype(np.int64)
        if np.any(a[apart] == b[apart]):
            return None
        key = np.minimum(a, b) * len(block.names) + np.maximum(a, b)
        one, two = a == b, np.isin(key, key[apart])
        return np.where(one, block.sign < 0, np.where(two, block.sign > 0, -1)).astype(np.int64)

    def solve(self, block: Block, known: Known, clock: Clock) -> tuple[Ints | None, float]:
        """The cheapest edges that meet all bad cycles found; those still unmet are added until none is."""
        edges = len(block.weight)
        best, value, bound = None, known.value, known.bound
        while not clock.over:
            cuts = LinearConstraint(rows(known.cycles, edges), lb=np.ones(len(known.cycles)))
            result = milp(
                block.weight,
                integrality=np.ones(edges),
                bounds=Bounds(0, known.upper),
                constraints=cuts if known.cycles else None,
                options={"time_limit": max(clock.left, 0.01), "mip_rel_gap": 0.0},
            )
            if result.status == 2:
                return None, np.inf
            if result.mip_dual_bound is not None:
                bound = max(bound, raised(float(result.mip_dual_bound), block.step))
            if result.x is None:
                break
            broken = np.round(result.x)
            for labels in (_held(block, broken < 0.5), self.rounded(block, broken)):
                truly = block.broken(labels)
                if np.all(known.upper[truly] > 0) and block.cost(truly) < value - 1e-9:
                    best, value = labels, block.cost(truly)
            new = self.bad_cycles(block, broken)
            if not new or block.proved(value, bound):
                break
            known.cycles += new
        return best, bound


def _friendly(block: Block, chosen: Flags, lengths: Floats) -> csr_array:
    shape = (len(block.names),) * 2
    return coo_array((lengths[chosen], (block.a[chosen], block.b[chosen])), shape=shape).tocsr()


def _held(block: Block, kept: Flags) -> Ints:
    graph = _friendly(block, (block.sign > 0) & kept, np.ones(len(kept)))
    return np.asarray(connected_components(graph, directed=False)[1], dtype=np.int64)


def _improved(block: Block, labels: Ints) -> Ints:
    while True:
        moved = _merged(block, _moved(block, labels))
        if block.cost(block.broken(moved)) >= block.cost(block.broken(labels)) - 1e-9:
            return labels
        labels = moved


def _moved(block: Block, labels: Ints) -> Ints:
    """Moves names to other parts, one after another and each once, and keeps the best state passed."""
    names = len(labels)
    labels = np.unique(labels, return_inverse=True)[1].astype(np.int64)
    every = np.arange(names)
    members = np.zeros((names, names + 1))
    members[every, labels] = 1.0
    pull = block.signed @ members
    size = members.sum(axis=0)
    free = np.ones(names, dtype=bool)
    gain, best, kept = 0.0, 0.0, labels.copy()
    for _ in range(names):
        parts = np.append(np.flatnonzero(size), np.flatnonzero(size == 0)[0])
        gains = pull[:, parts] - pull[every, labels][:, None]
        gains[~free] = -np.inf
        gains[labels[:, None] == parts[None, :]] = -np.inf
        name, at = divmod(int(np.argmax(gains)), len(parts))
        if not np.isfinite(gains[name, at]):
            break
        gain += gains[name, at]
        old, new = labels[name], parts[at]
        pull[:, old] -= block.signed[name]
        pull[:, new] += block.signed[name]
        size[old] -= 1
        size[new] += 1
        labels[name], free[name] = new, False
        if gain > best + 1e-9:
            best, kept = gain, labels.copy()
    return kept


def _merged(block: Block, labels: Ints) -> Ints:
    """Merges the two parts that gain most by it, as long as any do."""
    while True:
        labels = np.unique(labels, return_inverse=True)[1].astype(np.int64)
        members = np.eye(int(labels.max()) + 1)[labels]
        pull = np.triu(members.T @ block.signed @ members, 1)
        one, other = divmod(int(np.argmax(pull)), pull.shape[1])
        if pull[one, other] <= 1e-9:
            return labels
        labels = np.where(labels == other, one, labels)
