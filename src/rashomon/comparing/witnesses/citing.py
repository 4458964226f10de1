"""Documents that pass on what other outlets of the case say, and outlets that cite each other in a circle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from rashomon.comparing.witnesses.outlets import Outlets, own_key
from rashomon.comparing.witnesses.types import Citation
from rashomon.knowledge.folding import fold
from rashomon.model import Claim, Reading

_RESTS = 0.8
"""A document that has so much of its claims from one outlet rests on it."""

Matter = tuple[str, str]
"""What a claim is about, roughly: its sort, and where, to whom or by whom."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A claim that a document has from another outlet: `document` and `own` cite `outlet`."""

    document: str
    own: str
    outlet: str
    claim: str
    quote: str
    of: int
    matter: Matter


def cited(readings: Iterable[Reading], outlets: Outlets) -> Iterator[Cited]:
    """Every claim told through another outlet of the case."""
    for reading in readings:
        own = own_key(reading.document)
        for claim in reading.claims:
            keys = {key for name in claim.speakers if (key := outlets.find(name)) and outlets.here(key)}
            for key in sorted(keys - {own}):
                matter = _matter(claim)
                yield Cited(reading.document.id, own, key, claim.id, claim.quote, len(reading.claims), matter)


def circles(found: Sequence[Cited]) -> Mapping[tuple[str, Matter], str]:
    """Outlets that cite each other in a circle about one matter -> the first of them in the alphabet."""
    edges: dict[Matter, set[tuple[str, str]]] = defaultdict(set)
    for one in found:
        edges[one.matter].add((one.own, one.outlet))
    groups: dict[tuple[str, Matter], str] = {}
    for matter, pairs in edges.items():
        for group in nx.strongly_connected_components(nx.DiGraph(sorted(pairs))):
            if len(group) > 1:
                groups |= {(outlet, matter): min(group) for outlet in group}
    return groups


def citations(
    found: Sequence[Cited], documents: Mapping[str, Sequence[str]], outlets: Outlets
) -> tuple[tuple[Citation, ...], dict[str, str]]:
    """Citations, one for each document and outlet, and documents that rest on an outlet -> its key.

    `documents`: those of each outlet. Of outlets that cite each other in a circle, the first stands for all.
    """
    circular = circles(found)
    grouped: dict[tuple[str, str], list[Cited]] = defaultdict(list)
    for one in found:
        grouped[one.document, one.outlet].append(one)
    rows, rests = list[Citation](), dict[str, str]()
    for (document, outlet), some in sorted(grouped.items()):
        first = min(some, key=lambda one: int(one.claim[1:]))
        round_ = {
            circular[outlet, one.matter]
            for one in some
            if (outlet, one.matter) in circular and circular[outlet, one.matter] == circular.get((one.own, one.matter))
        }
        claims = tuple(sorted((one.claim for one in some), key=lambda name: int(name[1:])))
        rows.append(
            Citation(
                document, outlets.name(outlet), tuple(documents[outlet]), claims, first.of, bool(round_), first.quote
            )
        )
        if len(claims) >= _RESTS * first.of:
            rests[document] = min(round_, default=outlet)
    return tuple(rows), rests


def _matter(claim: Claim) -> Matter:
    about = (claim.place, *claim.recipients, *claim.agents)
    return str(claim.type or claim.kind), fold(next((name for name in about if name), ""))
