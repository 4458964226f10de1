"""The signed ties that claims draw between actors, gathered pair by pair and period by period."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

import networkx as nx

from rashomon.comparing.ties import ends, sign_of
from rashomon.export.dating import Period, period_of
from rashomon.export.parties import Parties, Party
from rashomon.export.reality import Tally, standing
from rashomon.export.telling import STATUS, author, whole_id
from rashomon.export.wellformed import xml
from rashomon.model import Claim, Document, Reading
from rashomon.showing.phrases import NOTICE

NO_TIE = "that draw no friendly or hostile tie between two actors"
WHOLE = "all"
_POLARITY = {"+": 1, "-": -1}
_CALLED = {"+": "friendly", "-": "hostile"}
_Pair = tuple[str, str, str, str]  # two keys, the lesser first; sign; how the claims stand


@dataclass(slots=True)
class _Node:
    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    known_as: str = ""


@dataclass(slots=True)
class _Tie:
    claims: list[str] = field(default_factory=list)
    tellers: set[str] = field(default_factory=set)
    confidences: list[float] = field(default_factory=list)
    by_publication: int = 0


class Ties:
    """Ties of many readings, by period (`all` where they are not divided). Holds names and ids, no texts."""

    def __init__(self, readings: Iterable[Reading], tally: Tally, per: Period | None = None) -> None:
        self._nodes: dict[str, _Node] = defaultdict(_Node)
        self._ties: dict[str, dict[_Pair, _Tie]] = defaultdict(lambda: defaultdict(_Tie))
        for reading in readings:
            parties = Parties(reading)
            for claim in reading.claims:
                if not self._add(claim, reading.document, parties, per):
                    tally.leave(NO_TIE)
                else:
                    tally.wrote()
        if per is None and not self._ties:
            self._ties[WHOLE] = {}

    @property
    def periods(self) -> list[str]:
        """The periods with a tie, in order."""
        return sorted(self._ties)

    def graph(self, period: str) -> nx.MultiGraph:
        """A period's ties: a node an actor; an edge for each sign that claims give a pair. In order of their keys."""
        graph = nx.MultiGraph(notice=NOTICE, period=period)
        ties = self._ties[period]
        for key in sorted({key for one, other, _, _ in ties for key in (one, other)}):
            graph.add_node(xml(key), **self._node(key))
        for number, pair in enumerate(sorted(ties)):
            one, other, sign, stands = pair
            graph.add_edge(xml(one), xml(other), key=f"e{number}", **_edge(ties[pair], sign, stands))
        return graph

    def _add(self, claim: Claim, document: Document, parties: Parties, per: Period | None) -> bool:
        sign = sign_of(claim)
        pairs = {_ordered(parties.party(one), parties.party(other)) for one, other in ends(claim)} if sign else set()
        pairs = {pair for pair in pairs if pair[0].key != pair[1].key}
        if sign is None or not pairs:
            return False
        period = period_of(claim, document, per) if per else WHOLE
        for pair in sorted(pairs, key=lambda pair: (pair[0].key, pair[1].key)):
            for party in pair:
                self._meet(party)
            tie = self._ties[period][pair[0].key, pair[1].key, sign, standing(claim)]
            name = whole_id(claim, document)
            if name in tie.claims[-1:]:
                continue
            tie.claims.append(name)
            tie.tellers.add(claim.speakers[-1] if claim.speakers else author(document))
            tie.by_publication += claim.when is None
            if claim.confidence:
                tie.confidences.append(claim.confidence.claim)
        return True

    def _meet(self, party: Party) -> None:
        node = self._nodes[party.key]
        node.names[party.name] += 1
        node.kinds[party.kind] += 1
        node.known_as = party.known_as or ""

    def _node(self, key: str) -> dict[str, str]:
        node = self._nodes[key]
        names = sorted(node.names, key=lambda name: (-node.names[name], name))
        kind = min(node.kinds, key=lambda kind: (-node.kinds[kind], kind))
        return {
            "label": xml(names[0]),
            "names": xml("; ".join(names)),
            "kind": kind,
            "known_as": node.known_as,
        }


def _ordered(one: Party, other: Party) -> tuple[Party, Party]:
    return (one, other) if one.key <= other.key else (other, one)


def _edge(tie: _Tie, sign: str, stands: str) -> dict[str, str | int | float]:
    """What an edge tells; `weight` is the number of tellers, `confidence` the mean one, where the reader gives any."""
    about: dict[str, str | int | float] = {
        "sign": _POLARITY[sign],
        "tie": _CALLED[sign],
        "weight": float(len(tie.tellers)),
        "teller_count": len(tie.tellers),
        "tellers": xml("; ".join(sorted(tie.tellers))),
        "claim_count": len(tie.claims),
        "claims": xml(" ".join(tie.claims)),
        "factuality": stands,
        "dated_by_publication": tie.by_publication,
        "status": STATUS,
    }
    if tie.confidences:
        about["confidence"] = round(sum(tie.confidences) / len(tie.confidences), 3)
    return about
