"""Signed graphs: names, and the friendly and hostile ties between them, each with the claims that it comes from."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """One tie between two names. Two names may have several, of either sign (allies here, at war there).

    Attributes:
        a: one end; of the two names the first in the alphabet.
        b: the other end.
        sign: 1 friendly, -1 hostile.
        weight: what it costs to break it; above 0. Costs that differ by less than a millionth count as the same.
        claims: ids of the claims that it comes from, sorted.
    """

    a: str
    b: str
    sign: int
    weight: float = 1.0
    claims: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Raises ValueError for a tie to oneself, another sign than 1 and -1, or a weight not above 0."""
        if self.a == self.b:
            raise ValueError(f"a tie of {self.a!r} to itself")
        if self.sign not in (1, -1):
            raise ValueError(f"the sign of {self.a!r} and {self.b!r} is {self.sign!r}, not 1 or -1")
        if not (math.isfinite(self.weight) and self.weight > 0):
            raise ValueError(f"the weight of {self.a!r} and {self.b!r} is {self.weight!r}, not above 0")
        a, b = sorted((self.a, self.b))
        object.__setattr__(self, "a", a)
        object.__setattr__(self, "b", b)
        object.__setattr__(self, "claims", tuple(sorted(set(self.claims))))

    @property
    def turned(self) -> Tie:
        """The same tie with the other sign."""
        return replace(self, sign=-self.sign)


@dataclass(frozen=True, slots=True)
class SignedGraph:
    """Names and their ties, sorted: the order that they are given in does not matter.

    Attributes:
        ties: every tie.
        nodes: every name, those without ties too. Names of ties need not be given.
    """

    ties: tuple[Tie, ...]
    nodes: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        names = {*self.nodes, *(tie.a for tie in self.ties), *(tie.b for tie in self.ties)}
        object.__setattr__(self, "ties", tuple(sorted(self.ties)))
        object.__setattr__(self, "nodes", tuple(sorted(names)))

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str, int]]) -> SignedGraph:
        """The graph of rows (one name, other name, sign), each of weight 1."""
        return cls(tuple(Tie(a, b, sign) for a, b, sign in rows))

    @property
    def weight(self) -> float:
        """What all its ties weigh together."""
        return math.fsum(tie.weight for tie in self.ties)

    def without(self, claims: Collection[str], weigh: Callable[[Tie], float] | None = None) -> SignedGraph:
        """The graph as it would be without these claims.

        A tie goes with the last of its claims, a name with the last of its ties. A tie that keeps some of its claims
        keeps its weight, unless `weigh` gives it a new one. Ties that came of no claim stay.
        """
        gone = set(claims)
        kept: list[Tie] = []
        for tie in self.ties:
            left = tuple(claim for claim in tie.claims if claim not in gone)
            if left == tie.claims:
                kept.append(tie)
            elif left:
                fewer = replace(tie, claims=left)
                kept.append(replace(fewer, weight=weigh(fewer)) if weigh else fewer)
        tied = {name for tie in self.ties for name in (tie.a, tie.b)}
        return SignedGraph(tuple(kept), tuple(name for name in self.nodes if name not in tied))

    def with_turned(self, tie: Tie) -> SignedGraph:
        """The graph with the sign of one tie turned. ValueError if it has no such tie."""
        if tie not in self.ties:
            raise ValueError(f"no such tie: {tie}")
        at = self.ties.index(tie)
        return SignedGraph((*self.ties[:at], tie.turned, *self.ties[at + 1 :]), self.nodes)

    def switched(self, names: Collection[str]) -> SignedGraph:
        """The graph with every sign turned between these names and the others: two camps fit it exactly as well."""
        side = set(names)
        ties = tuple(tie.turned if (tie.a in side) != (tie.b in side) else tie for tie in self.ties)
        return SignedGraph(ties, self.nodes)
