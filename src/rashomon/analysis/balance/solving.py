"""One block, solved: the cheapest division with proof, and every division as cheap, up to a number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from rashomon.analysis.balance.core import TOLERANCE, Block, Clock, Floats, Ints, raised
from rashomon.analysis.balance.relaxing import relaxed
from rashomon.analysis.balance.rule import Cycle, Known, Rule

_ATTEMPTS = 24
"""How many local searches are made where the relaxation does not show the cheapest division."""


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


def begin(block: Block, rule: Rule, clock: Clock) -> Search:
    """A division of the block and how good it can be, by the relaxation and, if that does not show, local moves."""
    labels = np.arange(2) * (block.sign[0] < 0) if len(block.names) == 2 else np.zeros(len(block.names), dtype=np.int64)
    found = Search(block, rule, labels, block.cost(block.broken(labels)), reduced=block.weight)
    if found.proved:
        return found
    nothing, everything = np.zeros(len(block.weight)), np.ones(len(block.weight))
    first = relaxed(block, rule, found.cycles, clock, nothing, everything, np.inf)
    if first is None:
        raise AssertionError("every block can be divided")
    found.relaxed, found.reduced = first.bound, first.reduced
    found.bound = raised(first.bound, block.step)
    _better(found, rule.rounded(block, first.broken))
    for attempt in range(_ATTEMPTS):
        if found.proved or (clock.over and attempt):
            break
        _better(found, rule.start(block, attempt))
    return found


def finish(found: Search, clock: Clock) -> None:
    """Proves the division by branch and bound, or finds a better one, as far as the time goes."""
    if found.proved or clock.over:
        return
    upper = np.where(found.idle == 0, 0.0, 1.0)
    known = Known(found.cycles, upper, found.value, found.bound)
    best, bound = found.rule.solve(found.block, known, clock)
    if best is not None:
        _better(found, best)
    found.bound = min(found.value, max(found.bound, raised(bound, found.block.step)))


def _better(found: Search, labels: Ints) -> None:
    value = found.block.cost(found.block.broken(labels))
    if value < found.value - 1e-9:
        found.labels, found.value = labels, value


def forced(found: Search, edge: int, broken: bool, clock: Clock) -> tuple[float, float]:
    """What a division costs that breaks this edge, or one that keeps it.

    Breaking an edge is keeping the same edge with the other sign.

    Returns:
        The cost of the best one found (infinite if none was), and a bound that none is below.
    """
    block, rule, paid, cycles = found.block, found.rule, 0.0, found.cycles
    if broken:
        signs = block.sign.copy()
        signs[edge] *= -1
        block, paid, cycles = replace(block, sign=signs), float(block.weight[edge]), []
    upper = np.ones(len(block.weight))
    upper[edge] = 0
    first = relaxed(block, rule, cycles, clock, np.zeros(len(upper)), upper, np.inf)
    if first is None:
        return np.inf, np.inf

    def cost(labels: Ints) -> float:
        flags = block.broken(labels)
        return np.inf if flags[edge] else block.cost(flags)

    value, bound = cost(rule.rounded(block, first.broken)), raised(first.bound, block.step)
    if not block.proved(value, bound) and not clock.over:
        best, least = rule.solve(block, Known(cycles, upper, np.inf, bound), clock)
        if best is not None:
            value = min(value, cost(best))
        bound = max(bound, raised(least, block.step))
    return value + paid, max(found.bound, bound + paid)


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
