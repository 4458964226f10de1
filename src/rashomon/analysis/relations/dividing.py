"""Who sides with whom by the ties of a ledger: camps and factions, how well they fit, and what would change them."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from rashomon.analysis.balance import (
    Broker,
    Factions,
    Frustration,
    Turning,
    brokers,
    factions,
    frustration,
    triangle_balance,
    turning,
    walk_balance,
)
from rashomon.analysis.relations.counting import Independent
from rashomon.analysis.relations.graph import Drawing, Weigh, graph_of
from rashomon.analysis.relations.types import Entry

_MOST_WALKED = 1500
"""Names up to which balance over walks is computed: it takes all eigenvalues."""


@dataclass(frozen=True)
class Sides:
    """What the ties of some entries come to.

    Attributes:
        drawing: the graph with its entries.
        camps: two camps. `factions`: as many as there need be.
        brokers: between the parts of the first division into factions.
        triangles, walks: balance; None where there is nothing to count, walks also where there are too many names.
        turning: which one tie, if it turned, lowers the tension most.
        without: what becomes of it if the accounts named are left out; None if none are.
    """

    drawing: Drawing
    camps: Frustration
    factions: Factions
    brokers: tuple[Broker, ...]
    triangles: float | None
    walks: float | None
    turning: Turning
    without: Sides | None = None


def divide(
    entries: Iterable[Entry],
    *,
    without: Collection[str] = (),
    weigh: Weigh = "tellers",
    independent: Independent | None = None,
    seconds: float = 10.0,
    cap: int = 100,
) -> Sides:
    """Divides the sides of a ledger exactly.

    Args:
        entries: of a ledger; those that are no ties are passed over.
        without: documents by id: all is also computed as it would be without these accounts.
        weigh: what a tie weighs.
        independent: counts origins, so that a reprint adds no weight.
        seconds: roughly how long all may take; when they run out, bounds stay below values.
        cap: how many divisions are listed at most.
    """
    some = [entry for entry in entries if entry.counts]
    rounds = 2 if without else 1
    found = _divided(graph_of(some, weigh=weigh, independent=independent), seconds / rounds, cap)
    if not without:
        return found
    left = [entry for entry in some if entry.document not in without]
    other = _divided(graph_of(left, weigh=weigh, independent=independent), seconds / rounds, cap)
    return replace(found, without=other)


def camps_of(entries: Iterable[Entry], sides: Sides) -> dict[str, str]:
    """On which side tellers are, by the ties alone: name of an account -> the name of its camp.

    Two tellers are of one camp if every best division into factions that was listed has them together. Tellers of whom
    no tie is told, and those who stand for nobody, have none.
    """
    labels = {key: label for label, key in sides.drawing.keys.items()}
    together = _together(sides.factions)
    found = {}
    for entry in entries:
        label = labels.get(entry.account_side or "")
        if entry.account is not None and label is not None:
            found[entry.account] = together[label]
    return dict(sorted(found.items()))


def _together(found: Factions) -> dict[str, str]:
    """Each name -> the first of those who are with it in all divisions."""
    parts: dict[str, tuple[int, ...]] = {}
    for division in found.divisions:
        for at, names in enumerate(division.parts):
            for name in names:
                parts[name] = (*parts.get(name, ()), at)
    first: dict[tuple[int, ...], str] = {}
    for name in sorted(parts):
        first.setdefault(parts[name], name)
    return {name: first[some] for name, some in parts.items()}


def _divided(drawing: Drawing, seconds: float, cap: int) -> Sides:
    graph = drawing.graph
    end = time.monotonic() + seconds
    camps = frustration(graph, seconds=max(0.1, (end - time.monotonic()) / 3), cap=cap)
    parted = factions(graph, seconds=max(0.1, (end - time.monotonic()) / 2), cap=cap)
    turned = turning(graph, seconds=max(0.1, end - time.monotonic()))
    return Sides(
        drawing=drawing,
        camps=camps,
        factions=parted,
        brokers=brokers(graph, parted.divisions[0].parts),
        triangles=triangle_balance(graph) if graph.ties else None,
        walks=walk_balance(graph) if len(graph.nodes) <= _MOST_WALKED else None,
        turning=turned,
    )
