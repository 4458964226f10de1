"""The graph as the solvers see it: one edge for each pair of names, cut into blocks that can be solved apart."""

from __future__ import annotations

import math
import time
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, reduce

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array

from rashomon.analysis.balance.graph import SignedGraph, Tie

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
TOLERANCE = 1e-6


class Clock:
    """How much time is left."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds, never below 0."""
        return max(0.0, self._end - time.monotonic())

    @property
    def over(self) -> bool:
        """Whether no time is left."""
        return self.left <= 0


@dataclass(frozen=True, eq=False)
class Block:
    """A part of the graph that no single name holds to the rest: its cycles are in no other part.

    Edges are between places `a < b` of `names`; an edge carries the sign that outweighs the other sign between the
    two, and what it outweighs it by (0 where both weigh the same; its sign is then 1).

    Attributes:
        names: sorted. `ties`: for each edge, the ties between the two.
        a, b, sign, weight: one entry an edge.
        settled: what the outweighed ties cost whichever way the graph is divided.
    """

    names: tuple[str, ...]
    ties: tuple[tuple[Tie, ...], ...]
    a: Ints
    b: Ints
    sign: Ints
    weight: Floats
    settled: float

    @property
    def step(self) -> float:
        """What every cost is a multiple of; 0 where the weights are not whole numbers."""
        if not np.all(self.weight == np.round(self.weight)):
            return 0.0
        return float(reduce(math.gcd, (int(weight) for weight in self.weight), 0))

    @cached_property
    def signed(self) -> Floats:
        """What each two names weigh for each other: a symmetric matrix."""
        shape = (len(self.names),) * 2
        half = coo_array((self.sign * self.weight, (self.a, self.b)), shape=shape).toarray()
        return np.asarray(half + half.T, dtype=float)

    @cached_property
    def between(self) -> dict[tuple[int, int], int]:
        """The edge between two places, either way round."""
        ends = [(int(a), int(b)) for a, b in zip(self.a, self.b, strict=True)]
        return {pair: edge for edge, (a, b) in enumerate(ends) for pair in ((a, b), (b, a))}

    def broken(self, labels: Ints) -> Flags:
        """Which edges a division breaks: friendly ones across, hostile ones inside. `labels`: the part of each name."""
        return np.asarray((labels[self.a] == labels[self.b]) != (self.sign > 0))

    def cost(self, broken: Flags) -> float:
        """What the broken edges weigh."""
        return math.fsum(self.weight[broken])

    def proved(self, value: float, bound: float) -> bool:
        """Whether no division can cost less than `value`, if none can cost less than `bound`."""
        return raised(bound, self.step) >= value - TOLERANCE * max(1.0, abs(value))


def raised(bound: float, step: float) -> float:
    """The least multiple of `step` that is not below `bound` (but for rounding); `bound` itself without a step."""
    return math.ceil(bound / step - TOLERANCE) * step if step else bound


def blocks(graph: SignedGraph) -> list[Block]:
    """The blocks of a graph, in the order of their names; names without ties are in none."""
    pairs: dict[tuple[str, str], list[Tie]] = defaultdict(list)
    for tie in graph.ties:
        pairs[tie.a, tie.b].append(tie)
    plain = nx.Graph(sorted(pairs))
    parts = [sorted(tuple(sorted(pair)) for pair in part) for part in nx.biconnected_component_edges(plain)]
    return [_block([(a, b) for a, b in part], pairs) for part in sorted(parts)]


def _block(part: list[tuple[str, str]], pairs: dict[tuple[str, str], list[Tie]]) -> Block:
    names = tuple(sorted({name for pair in part for name in pair}))
    place = {name: index for index, name in enumerate(names)}
    friendly = [math.fsum(tie.weight for tie in pairs[pair] if tie.sign > 0) for pair in part]
    hostile = [math.fsum(tie.weight for tie in pairs[pair] if tie.sign < 0) for pair in part]
    net = np.round(np.subtract(friendly, hostile), 12)
    return Block(
        names=names,
        ties=tuple(tuple(pairs[pair]) for pair in part),
        a=np.array([place[a] for a, _ in part], dtype=np.int64),
        b=np.array([place[b] for _, b in part], dtype=np.int64),
        sign=np.where(net < 0, -1, 1).astype(np.int64),
        weight=np.abs(net),
        settled=math.fsum(np.minimum(friendly, hostile)),
    )
