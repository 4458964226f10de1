"""One block, solved: the cheapest division with proof, and every division as cheap, up to a number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from rashomon.analysis.balance.core import TOLERANCE, Block, Clock, Floats, Ints, raised
from rashomon.analysis.balance.relaxing import relaxed
from rashomon.analysis.balance.rule import Cycle, Known, Rule


@dataclass(eq=False)
class Search:
    """What is known of one block.

    Attributes:
        block, rule: what is solved.
        labels: the best division so far. `value`: its cost. `bound`: that none costs less than.
        cycles: the bad cycles found.
        reduced: by how much the bound of the relaxation, `relaxed`, rises if an edge is broken.
    """

    block: Block
    rule: Rule
    labels: Ints
    value: float
    bound: float = 0.0
    relaxed: float = 0.0
    cycles: list[Cycle] = field(default_factory=list)
    reduced: Floats = field(default_factory=lambda: np.zeros(0))

    @property
    def proved(self) -> bool:
        """Whether the division is known to be a cheapest one."""
        return self.block.proved(self.value, self.bound)

    @property
    def idle(self) -> Ints:
        """The decision that keeps every edge that no cheapest division breaks, and leaves the others open (-1)."""
        dear = self.relaxed + self.reduced > self.value + TOLERANCE * max(1.0, self.value)
        return np.where(dear, 0, -1)


def solve(block: Block, rule: Rule, clock: Clock) -> Search:
    """A division of the block and how good it can be: start, relaxation, and branch and bound if they differ."""
    labels = rule.start(block, clock)
    found = Search(block, rule, labels, block.cost(block.broken(labels)), reduced=np.zeros(len(block.weight)))
    nothing, everything = np.zeros(len(block.weight)), np.ones(len(block.weight))
    first = relaxed(block, rule, found.cycles, clock, nothing, everything, np.inf)
    if first is None:
        raise AssertionError("every block can be divided")
    found.relaxed, found.reduced = first.bound, first.reduced
    found.bound = raised(first.bound, block.step)
    _better(found, rule.rounded(block, first.broken))
    if not found.proved and not clock.over:
        upper = np.where(found.idle == 0, 0.0, 1.0)
        known = Known(found.cycles, nothing, upper, found.labels, found.value, found.bound)
        best, bound = rule.solve(block, known, clock)
        if best is not None:
            _better(found, best)
        found.bound = min(found.value, max(found.bound, raised(bound, block.step)))
    return found


def _better(found: Search, labels: Ints) -> None:
    value = found.block.cost(found.block.broken(labels))
    if value < found.value - 1e-9:
        found.labels, found.value = labels, value


def forced(found: Search, edge: int, clock: Clock) -> float:
    """A bound below which no division costs that breaks this edge (or pays for it); exact but for lack of time."""
    block = found.block
    lower, upper = np.zeros(len(block.weight)), np.ones(len(block.weight))
    lower[edge] = 1
    first = relaxed(block, found.rule, found.cycles, clock, lower, upper, np.inf)
    bound = max(found.bound, raised(first.bound, block.step)) if first else np.inf
    if clock.over or first is None:
        return bound
    broken = block.broken(found.rule.rounded(block, first.broken)) | (lower > 0)
    if block.proved(block.cost(broken), bound):
        return block.cost(broken)
    known = Known(found.cycles, lower, upper, found.labels, np.inf, bound)
    return max(bound, raised(found.rule.solve(block, known, clock)[1], block.step))


def cheapest(found: Search, clock: Clock, decided: Ints | None = None) -> Iterator[Ints]:
    """Every way to break edges that costs no more than the division found, each once; ends early if time runs out.

    Branches on one edge after another; the relaxation tells which branches cannot lead to one.
    """
    block = found.block
    slack = TOLERANCE * max(1.0, found.value)
    stack = [found.idle if decided is None else np.where(decided >= 0, decided, found.idle)]
    while stack and not clock.over:
        state = found.rule.follow(block, stack.pop())
        if state is None or block.cost(state == 1) > found.value + slack:
            continue
        if not np.any(state < 0):
            yield state
            continue
        limits = (state == 1).astype(float), (state != 0).astype(float)
        there = relaxed(block, found.rule, found.cycles, clock, *limits, enough=found.value + slack)
        if there is None or raised(there.bound, block.step) > found.value + slack:
            continue
        dear = (state < 0) & (there.bound + there.reduced > found.value + slack)
        state = np.where(dear, 0, state)
        after = found.rule.follow(block, state)
        if after is None:
            continue
        open_edges = np.flatnonzero(after < 0)
        if not len(open_edges):
            stack.append(after)
            continue
        edge = open_edges[np.argmin(np.abs(there.broken[open_edges] - 0.5))]
        near = int(there.broken[edge] > 0.5)
        for value in (1 - near, near):
            branch = after.copy()
            branch[edge] = value
            stack.append(branch)
