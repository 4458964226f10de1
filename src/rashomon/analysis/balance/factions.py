"""The k-free partition: as many factions as there need be, with the fewest ties that do not fit."""

from __future__ import annotations

from collections import defaultdict

import networkx as nx

from rashomon.analysis.balance.core import Clock
from rashomon.analysis.balance.dividing import combined, listed
from rashomon.analysis.balance.free import FreeFactions
from rashomon.analysis.balance.graph import SignedGraph
from rashomon.analysis.balance.types import Division, Factions


def factions(graph: SignedGraph, *, seconds: float = 10.0, cap: int = 100) -> Factions:
    """Divides the names into any number of factions at the least cost in ties that do not fit, with proof.

    A name that no friendly tie holds to another is a faction of its own; see `Factions.fewest`.

    Args:
        graph: names and ties.
        seconds: roughly how long it may take. When they run out the bound stays below the value.
        cap: how many divisions are listed at most. 0 looks for no other than the first, which is quicker; nothing
            is known then of the ties that all of them break, or some.
    """
    clock = Clock(seconds)
    found = combined(graph, listed(graph, FreeFactions(), clock, cap), cap, camps=False)
    counts = [_fewest(graph, division, clock) for division in found["divisions"]]
    fewest = min(most for _, most in counts)
    all_listed = found["count"] == len(counts) or fewest <= _least(graph)
    return Factions(**found, fewest=fewest, fewest_proved=all_listed and all(least >= fewest for least, _ in counts))


def _least(graph: SignedGraph) -> int:
    """Below which no division goes."""
    return min(1, len(graph.ties))


def _fewest(graph: SignedGraph, division: Division, clock: Clock) -> tuple[int, int]:
    """How many factions are enough, if those are counted as one that lose nothing by it: a lower and an upper bound.

    These are the colours that a graph needs in which factions are joined that would lose.
    """
    part_of = {name: place for place, part in enumerate(division.parts) for name in part}
    between: dict[tuple[int, int], float] = defaultdict(float)
    for tie in graph.ties:
        one, other = sorted((part_of[tie.a], part_of[tie.b]))
        between[one, other] += tie.sign * tie.weight
    apart = nx.Graph(pair for pair, weight in between.items() if pair[0] != pair[1] and weight < -1e-9)
    if not apart:
        least = _least(graph)
        return least, least
    least = _clique(apart, clock)
    most = 1 + max(nx.greedy_color(apart, "DSATUR").values())
    while least < most and not clock.over:
        fits = _colours(apart, most - 1, clock)
        if fits is None:
            break
        most, least = (most - 1, least) if fits else (most, most)
    return least, most


def _clique(graph: nx.Graph, clock: Clock) -> int:
    """How many factions are each apart from each other, at least."""
    most = 1
    for clique in nx.find_cliques(graph):
        most = max(most, len(clique))
        if clock.over:
            break
    return most


def _colours(graph: nx.Graph, number: int, clock: Clock) -> bool | None:
    """Whether that many colours are enough; None if time ran out. Tries the places with fewest colours left first."""
    colour: dict[int, int] = {}
    tried: list[tuple[int, list[int]]] = []
    while True:
        if clock.over:
            return None
        if len(colour) == len(graph):
            return True
        taken = {
            node: {colour[other] for other in graph[node] if other in colour} for node in graph if node not in colour
        }
        node = max(taken, key=lambda node: (len(taken[node]), graph.degree[node], -node))
        new = min(number, 1 + max(colour.values(), default=-1) + 1)
        tried.append((node, [value for value in reversed(range(new)) if value not in taken[node]]))
        while tried:
            node, values = tried[-1]
            colour.pop(node, None)
            if values:
                colour[node] = values.pop()
                break
            tried.pop()
        else:
            return False
