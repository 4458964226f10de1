"""What two camps and any number of factions have in common: a cycle is bad if every division breaks one of its edges.

Both problems then ask for the cheapest edges that meet every bad cycle. For two camps a cycle is bad if it has an odd
number of hostile edges (Harary 1953); for any number of factions if it has exactly one (Davis 1967).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from rashomon.analysis.balance.core import Block, Clock, Floats, Ints

Cycle = tuple[int, ...]
"""Edges of a block, sorted."""


class Rule(Protocol):
    """How one of the two problems differs from the other."""

    def bad_cycles(self, block: Block, lengths: Floats) -> list[Cycle]:
        """Bad cycles shorter than 1, shortest first, without doubles; none only if there is none. Not all of them.

        Args:
            block: the block.
            lengths: of each edge, not negative.
        """
        ...

    def start(self, block: Block, attempt: int) -> Ints:
        """A good division: the part of each name. Another one for another attempt, the same for the same."""
        ...

    def rounded(self, block: Block, broken: Floats) -> Ints:
        """A division near a fractional solution."""
        ...

    def follow(self, block: Block, decided: Ints) -> Ints | None:
        """Completes a partial decision by what follows from it.

        Args:
            block: the block.
            decided: for each edge 1 broken, 0 kept, -1 open.

        Returns:
            The same with fewer open; None if it contradicts itself.
        """
        ...

    def solve(self, block: Block, known: Known, clock: Clock) -> tuple[Ints | None, float]:
        """A division by branch and bound, and a bound below which none can cost."""
        ...


@dataclass(eq=False)
class Known:
    """What is known when branch and bound begins.

    Attributes:
        cycles: bad cycles found so far; more are added.
        upper: for each edge, 0 if it must not be broken, else 1.
        value: what the best division so far costs. `bound`: that none costs less than.
    """

    cycles: list[Cycle]
    upper: Floats
    value: float
    bound: float
