"""Names that stand between camps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import networkx as nx

from rashomon.analysis.balance.graph import SignedGraph, Tie
from rashomon.analysis.balance.types import Broker


def brokers(graph: SignedGraph, camps: Sequence[Sequence[str]]) -> tuple[Broker, ...]:
    """Names whose friendly ties go to several camps, or that alone hold together what friendly ties connect.

    Args:
        graph: names and ties.
        camps: a division of all its names, such as `Division.parts`.

    Returns:
        Those that reach most camps first.

    Raises:
        ValueError: a name is in no camp, or in several.
    """
    camp_of = {name: place for place, names in enumerate(camps) for name in names}
    lost = [name for name in graph.nodes if name not in camp_of]
    if lost:
        raise ValueError(f"in no camp: {', '.join(lost)}")
    if len(camp_of) != sum(map(len, camps)):
        raise ValueError("a name is in several camps")
    reached: dict[str, dict[int, list[Tie]]] = defaultdict(lambda: defaultdict(list))
    friendly = [tie for tie in graph.ties if tie.sign > 0]
    for tie in friendly:
        reached[tie.a][camp_of[tie.b]].append(tie)
        reached[tie.b][camp_of[tie.a]].append(tie)
    cuts = set(nx.articulation_points(nx.Graph((tie.a, tie.b) for tie in friendly)))
    found = [
        Broker(name, camp_of[name], tuple((camp, tuple(ties)) for camp, ties in sorted(to.items())), name in cuts)
        for name, to in reached.items()
        if len(to) > 1 or name in cuts
    ]
    return tuple(sorted(found, key=lambda broker: (-len(broker.reaches), broker.name)))
