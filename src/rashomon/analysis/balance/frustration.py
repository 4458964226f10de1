"""The frustration index: two camps, with the fewest ties that do not fit."""

from __future__ import annotations

from rashomon.analysis.balance.camps import TwoCamps
from rashomon.analysis.balance.core import Clock
from rashomon.analysis.balance.dividing import combined, listed
from rashomon.analysis.balance.graph import SignedGraph
from rashomon.analysis.balance.types import Frustration


def frustration(graph: SignedGraph, *, seconds: float = 10.0, cap: int = 100) -> Frustration:
    """Divides the names into two camps at the least cost in ties that do not fit, and proves that it is the least.

    Args:
        graph: names and ties.
        seconds: roughly how long it may take. When they run out the bound stays below the value.
        cap: how many divisions are listed at most. 0 looks for no other than the first, which is quicker; nothing
            is known then of the ties that all of them break, or some.
    """
    return Frustration(**combined(graph, listed(graph, TwoCamps(), Clock(seconds), cap), cap, camps=True))
