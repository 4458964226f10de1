"""The linear relaxation: broken edges may be fractions, and bad cycles are added while any is met by less than 1.

After Grötschel and Wakabayashi (1989) for factions and Barahona and Mahjoub (1986) for two camps.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

from rashomon.analysis.balance.core import Block, Clock, Floats
from rashomon.analysis.balance.rule import Cycle, Rule

_SHORT = 1 - 1e-6


@dataclass(frozen=True, eq=False)
class Relaxed:
    """What the relaxation found.

    Attributes:
        bound: no division that keeps to the limits costs less.
        broken: the fraction of each edge that is broken.
        reduced: by how much the bound rises if an unbroken edge is broken (or, below 0, a broken one is not).
        whole: whether `broken` is met by no bad cycle any more (time did not run out).
    """

    bound: float
    broken: Floats
    reduced: Floats
    whole: bool


def rows(cycles: Sequence[Cycle], columns: int) -> csr_array:
    """A matrix with a row for each cycle: 1 at its edges."""
    lengths = [len(cycle) for cycle in cycles]
    starts = np.concatenate([[0], np.cumsum(lengths)])
    inside = np.fromiter((edge for cycle in cycles for edge in cycle), dtype=np.int64, count=int(starts[-1]))
    return csr_array((np.ones(len(inside)), inside, starts), shape=(len(cycles), columns))


def relaxed(
    block: Block, rule: Rule, cycles: list[Cycle], clock: Clock, lower: Floats, upper: Floats, enough: float
) -> Relaxed | None:
    """Solves the relaxation; adds the cycles that it needs to `cycles`.

    Args:
        block: the block.
        rule: which cycles are bad.
        cycles: bad cycles known already.
        clock: stops when no time is left; the bound then is what was reached.
        lower: 1 for edges that must be broken, else 0.
        upper: 0 for edges that must not be, else 1.
        enough: stops once the bound is above this.

    Returns:
        None if no division keeps to the limits.
    """
    edges = len(block.weight)
    had = set(cycles)
    found = Relaxed(float(block.weight @ lower), lower.copy(), np.where(lower > 0, 0.0, block.weight), whole=False)
    limits = np.column_stack([lower, np.where(upper < 1, upper, np.inf)])
    first = True
    while True:
        new = [cycle for cycle in rule.bad_cycles(block, np.maximum(found.broken, 0.0)) if cycle not in had]
        if not new and not (first and cycles):
            return Relaxed(found.bound, found.broken, found.reduced, whole=True)
        if clock.over:
            return found
        first = False
        cycles += new
        had.update(new)
        cuts = rows(cycles, edges)
        result = linprog(
            block.weight,
            A_ub=-cuts,
            b_ub=-np.ones(len(cycles)),
            bounds=limits,
            method="highs-ds",
            options={"time_limit": max(clock.left, 0.01)},
        )
        if result.status == 2:
            return None
        if result.status != 0:
            return found
        # the bound is made of the prices, not of what the solver says: it holds whatever the solver's rounding
        prices = np.maximum(-result.ineqlin.marginals, 0.0)
        reduced = block.weight - prices @ cuts
        bound = math.fsum(prices) + math.fsum(np.where(reduced > 0, reduced * lower, reduced * upper))
        found = Relaxed(bound, result.x, reduced, whole=False)
        if found.bound > enough:
            return found


def unmet(cycle: Cycle, lengths: Floats) -> bool:
    """Whether a cycle is shorter than 1."""
    return float(lengths[list(cycle)].sum()) < _SHORT
