"""Signed graphs for the tests, and their divisions by trying every one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from hypothesis import strategies as st

from rashomon.analysis.balance import SignedGraph, Tie

PATIENT = 600.0
"""Seconds that no test takes: what is asserted does not hang on how fast the machine is."""
NAMES = "ABCDEFGH"


def tribes() -> SignedGraph:
    """The peoples of the eastern highlands."""
    lines = Path(__file__).with_name("gahuku_gama.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return SignedGraph.of((a, b, int(sign)) for a, b, sign in rows)


@st.composite
def graphs(draw: st.DrawFn, most: int = 6, heaviest: int = 3, several: bool = True) -> SignedGraph:
    """Graphs with few names; several ties between two names and names without ties among them."""
    names = NAMES[: draw(st.integers(2, most))]
    pairs = [(a, b) for place, b in enumerate(names) for a in names[:place]]
    signs = draw(st.lists(st.sampled_from([1, 1, -1, -1, 0]), min_size=len(pairs), max_size=len(pairs)))
    weights = draw(st.lists(st.integers(1, heaviest), min_size=len(pairs), max_size=len(pairs)))
    ties = [
        Tie(*pair, sign, weight, (f"c{place}",))
        for place, (pair, sign, weight) in enumerate(zip(pairs, signs, weights, strict=True))
        if sign
    ]
    if several and ties:
        ties += [
            Tie(tie.a, tie.b, -tie.sign, draw(st.integers(1, heaviest)), ("d",))
            for tie in draw(st.lists(st.sampled_from(ties), max_size=2))
        ]
    return SignedGraph(tuple(ties), tuple(names))


def divisions(number: int, parts: int) -> Iterator[tuple[int, ...]]:
    """Every way to divide so many names into at most so many parts."""
    for labels in product(*(range(min(place + 1, parts)) for place in range(number))):
        if all(label <= max(labels[:place], default=-1) + 1 for place, label in enumerate(labels)):
            yield labels


def broken(graph: SignedGraph, labels: tuple[int, ...]) -> frozenset[int]:
    """The places of the ties that a division breaks."""
    part = dict(zip(graph.nodes, labels, strict=True))
    return frozenset(at for at, tie in enumerate(graph.ties) if (part[tie.a] == part[tie.b]) != (tie.sign > 0))


def cheapest(graph: SignedGraph, parts: int) -> tuple[float, set[frozenset[int]]]:
    """The least cost, and every set of ties that a division of this cost breaks."""
    sets = {broken(graph, labels) for labels in divisions(len(graph.nodes), parts)}
    costs = {ties: sum(graph.ties[at].weight for at in ties) for ties in sets}
    least = min(costs.values())
    return least, {ties for ties, cost in costs.items() if cost == least}
