"""Which one tie, if it turned, would lower the tension most."""

from __future__ import annotations

import math

from rashomon.analysis.balance.camps import TwoCamps
from rashomon.analysis.balance.core import TOLERANCE, Clock
from rashomon.analysis.balance.dividing import Listed, listed
from rashomon.analysis.balance.graph import SignedGraph, Tie
from rashomon.analysis.balance.solving import forced
from rashomon.analysis.balance.types import Turning


def turning(graph: SignedGraph, *, seconds: float = 10.0) -> Turning:
    """By how much the frustration index of two camps falls if one tie turns, and which ties do that.

    A tie that some cheapest division breaks lowers the index by its whole weight, and no tie by more than its weight.
    So only ties heavier than all of those are tried one by one: turning such a tie gives the cheapest division that
    breaks it, less its weight.

    Args:
        graph: names and ties.
        seconds: roughly how long it may take.
    """
    clock = Clock(seconds)
    parts = listed(graph, TwoCamps(), clock, 1)
    before = math.fsum(part.search.value + part.search.block.settled for part in parts)
    low = math.fsum(min(part.search.bound, part.search.value) + part.search.block.settled for part in parts)
    if not all(part.search.proved for part in parts):
        return Turning(before, before, max(0.0, low - max(tie.weight for tie in graph.ties)), (), settled=False)
    falls: dict[Tie, float] = {}
    others: list[tuple[Tie, Listed, int, bool]] = []
    for part in parts:
        for edge, (ties, sign) in enumerate(zip(part.search.block.ties, part.search.block.sign, strict=True)):
            for tie in ties:
                with_it = tie.sign == sign
                if int(with_it) in part.states[edge]:
                    falls[tie] = tie.weight
                else:
                    others.append((tie, part, edge, with_it))
    settled = all(part.settled for part in parts)
    best = most = max(falls.values(), default=0.0)
    for tie, part, edge, with_it in sorted(others, key=lambda other: (-other[0].weight, other[0])):
        if tie.weight <= best or before <= TOLERANCE:
            break
        value, bound = forced(part.search, edge, with_it, clock)
        fall, at_most = (part.search.value + tie.weight - cost for cost in (value, bound))
        most = max(most, at_most)
        if fall > TOLERANCE:
            falls[tie] = fall
            best = max(best, fall)
        settled = settled and fall >= at_most - TOLERANCE
    if not settled:
        most = max([most, *(tie.weight for tie, part, _, _ in others if not part.settled)])
    chosen = sorted(tie for tie, fall in falls.items() if fall >= best - TOLERANCE)
    return Turning(before, before - best, max(0.0, before - max(most, best)), tuple(chosen), settled)
