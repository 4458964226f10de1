"""A whole graph, divided: its blocks are solved one by one, and what is found is put together."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product
from typing import Any

import networkx as nx
import numpy as np

from rashomon.analysis.balance.core import Block, Clock, blocks
from rashomon.analysis.balance.graph import SignedGraph, Tie
from rashomon.analysis.balance.rule import Rule
from rashomon.analysis.balance.solving import Search, begin, cheapest, finish
from rashomon.analysis.balance.types import Division

_LOOKED_AT = 256
"""How many divisions of a block are looked at, however few are to be shown: so its sure ties are known soonest."""
States = list[set[int]]
"""For each edge of a block: 1 if some cheapest division breaks it, 0 if some keeps it."""


@dataclass(eq=False)
class Listed:
    """One block with its cheapest divisions.

    Attributes:
        search: the block, solved as far as the time went.
        ways: the edges that each division breaks, sorted. `complete`: whether that is all of them.
        states: what becomes of each edge. `settled`: whether that is complete.
    """

    search: Search
    ways: list[tuple[int, ...]]
    complete: bool
    states: States
    settled: bool


def listed(graph: SignedGraph, rule: Rule, clock: Clock, cap: int) -> list[Listed]:
    """Solves every block, each with an even share of the time that is left, and lists its cheapest divisions."""
    searches = [begin(block, rule, clock) for block in blocks(graph)]
    unproved = [search for search in searches if not search.proved]
    for count, search in enumerate(unproved):
        finish(search, Clock(clock.left / (len(unproved) - count)))
    hardest_last = sorted(range(len(searches)), key=lambda place: int(np.sum(searches[place].idle < 0)))
    lists: dict[int, Listed] = {}
    for place in hardest_last:
        lists[place] = _list(searches[place], Clock(clock.left / (len(searches) - len(lists))), cap)
    return [lists[place] for place in range(len(searches))]


def _list(search: Search, clock: Clock, cap: int) -> Listed:
    first = tuple(int(edge) for edge in search.block.broken(search.labels))
    if not search.proved or not cap:
        return Listed(search, [first], False, [{value} if search.proved else set() for value in first], False)
    limit = max(cap, _LOOKED_AT)
    found = [tuple(int(edge) for edge in way) for way in islice(cheapest(search, clock), limit + 1)]
    complete = len(found) <= limit and not clock.over
    states = [{way[edge] for way in (first, *found)} for edge in range(len(first))]
    settled = complete or _settle(search, states, clock)
    return Listed(search, sorted({first, *found}), complete, states, settled)


def _settle(search: Search, states: States, clock: Clock) -> bool:
    """Looks for a cheapest division that does with an edge what none seen does; for every edge."""
    for edge, seen in enumerate(states):
        if len(seen) == 2 or search.idle[edge] == 0:
            continue
        wanted = np.full(len(states), -1, dtype=np.int64)
        wanted[edge] = 1 - next(iter(seen))
        other = next(cheapest(search, clock, wanted), None)
        if clock.over:
            return False
        for state, value in zip(states, () if other is None else other.tolist(), strict=False):
            state.add(value)
    return True


def combined(graph: SignedGraph, parts: list[Listed], cap: int, camps: bool) -> dict[str, Any]:
    """What `types.Divided` tells of the whole graph."""
    proved = all(part.search.proved for part in parts)
    shown = max(cap, 1) if proved else 1
    ways: Iterator[tuple[tuple[int, ...], ...]] = islice(product(*(part.ways for part in parts)), shown)
    blocks_ = [part.search.block for part in parts]
    settled = math.fsum(block.settled for block in blocks_)
    always: list[Tie] = []
    sometimes: list[Tie] = []
    for part in parts if proved and cap else ():
        for ties, sign, states in zip(part.search.block.ties, part.search.block.sign, part.states, strict=True):
            for tie in ties:
                if len(states) == 2:
                    sometimes.append(tie)
                elif states == {int(tie.sign == sign)}:
                    always.append(tie)
    return {
        "value": settled + math.fsum(part.search.value for part in parts),
        "bound": settled + math.fsum(min(part.search.bound, part.search.value) for part in parts),
        "weight": graph.weight,
        "divisions": tuple(_division(graph, blocks_, way, camps) for way in ways),
        "count": math.prod(len(part.ways) for part in parts) if all(part.complete for part in parts) else None,
        "always": tuple(sorted(always)),
        "sometimes": tuple(sorted(sometimes)),
        "settled": proved and all(part.settled for part in parts),
    }


def _division(graph: SignedGraph, parts: list[Block], way: tuple[tuple[int, ...], ...], camps: bool) -> Division:
    """A division from the edges broken: camps follow along all edges, factions are what friendly kept ones hold."""
    plain = nx.Graph()
    plain.add_nodes_from((name, side) for name in graph.nodes for side in ((0, 1) if camps else (0,)))
    broken: list[Tie] = []
    for block, flags in zip(parts, way, strict=True):
        ends = zip(block.a.tolist(), block.b.tolist(), strict=True)
        for (a, b), sign, ties, flag in zip(ends, block.sign.tolist(), block.ties, flags, strict=True):
            broken += [tie for tie in ties if (tie.sign == sign) == bool(flag)]
            together = (sign > 0) != bool(flag)
            if camps:
                plain.add_edges_from(
                    ((block.names[a], side), (block.names[b], side ^ (not together))) for side in (0, 1)
                )
            elif together and sign > 0:
                plain.add_edge((block.names[a], 0), (block.names[b], 0))
    # for camps each component of the doubled graph is both camps, one at each side
    held = [(part, side) for part in nx.connected_components(plain) for side in (0, 1)]
    names = {tuple(sorted(name for name, at in part if at == side)) for part, side in held}
    return Division(tuple(sorted(names - {()})), tuple(sorted(broken)))
