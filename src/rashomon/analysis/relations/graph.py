"""From the ledger to a signed graph: a node a side, a tie for each sign that claims give a pair."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from rashomon.analysis.balance import SignedGraph, Tie
from rashomon.analysis.relations.counting import Independent, tellers
from rashomon.analysis.relations.listing import by_pair
from rashomon.analysis.relations.types import Entry

Weigh = Literal["tellers", "claims", "one"]
"""What a tie weighs: how many tell it, in how many claims it stands, or all the same."""
_SIGNS = {"+": 1, "-": -1}


@dataclass(frozen=True)
class Drawing:
    """A signed graph and where it comes from.

    Attributes:
        graph: nodes are labels, ties carry the ids of their claims.
        entries: tie -> its entries, in the ledger's order.
        keys: label -> who it is.
    """

    graph: SignedGraph
    entries: Mapping[Tie, tuple[Entry, ...]]
    keys: Mapping[str, str]


def graph_of(entries: Iterable[Entry], *, weigh: Weigh = "tellers", independent: Independent | None = None) -> Drawing:
    """The ties of a ledger as a signed graph. A pair of both signs has two ties: which of them breaks, shows.

    A state is one side: ties between its organs are not in the graph.
    """
    counted = [entry for entry in entries if entry.counts and not entry.inside]
    labels = _labels(counted)
    ties: dict[Tie, tuple[Entry, ...]] = {}
    for group in by_pair(counted):
        for sign, value in _SIGNS.items():
            some = tuple(entry for entry in group if entry.sign == sign)
            if some:
                weight = {"tellers": tellers(some, independent), "claims": len({e.claim for e in some}), "one": 1}
                a, b = (labels[key] for key in some[0].pair)
                ties[Tie(a, b, value, float(weight[weigh]), tuple(entry.claim for entry in some))] = some
    return Drawing(SignedGraph(tuple(ties)), ties, {label: key for key, label in labels.items()})


def _labels(entries: Iterable[Entry]) -> dict[str, str]:
    """Key -> label: the usual name, with the key behind it where two share one."""
    names: dict[str, str] = {}
    for entry in entries:
        names[entry.one_key] = entry.one
        names[entry.other_key] = entry.other
    shared: dict[str, list[str]] = {}
    for key, name in names.items():
        shared.setdefault(name, []).append(key)
    return {key: name if len(shared[name]) == 1 else f"{name} ({key})" for key, name in names.items()}
