"""What a division of sides comes to, as rows and figures: which ties fit, and what is told of the whole."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Literal

from rashomon.analysis.balance import Divided, Factions, Frustration, Tie
from rashomon.analysis.relations.counting import accounts, places
from rashomon.analysis.relations.dividing import Sides
from rashomon.model import Sign

Fit = Literal["fits", "always broken", "sometimes broken", "broken"]
"""Whether the best divisions satisfy a tie: all, none, some of them; or the one known, not proved best, does not."""
_SIGN: dict[int, Sign] = {1: "+", -1: "-"}


@dataclass(frozen=True, slots=True)
class TieRow:
    """A tie of the graph, and how it fits.

    Attributes:
        one, other: the sides. `one_faction`, `other_faction`: by number, of the first best division.
        weight: what it costs to leave it broken. `camps`, `factions`: how it fits two camps, and any number.
        accounts, places, claims: whose, where, and the claims' ids.
    """

    one: str
    other: str
    sign: Sign
    weight: float
    camps: Fit
    factions: Fit
    one_faction: int
    other_faction: int
    accounts: tuple[str, ...]
    places: tuple[str, ...]
    claims: tuple[str, ...]


def tie_rows(sides: Sides) -> tuple[TieRow, ...]:
    """Every tie, in the order of names."""
    part = {name: at for at, names in enumerate(sides.factions.divisions[0].parts, 1) for name in names}
    return tuple(
        TieRow(
            one=tie.a,
            other=tie.b,
            sign=_SIGN[tie.sign],
            weight=tie.weight,
            camps=fit(sides.camps, tie),
            factions=fit(sides.factions, tie),
            one_faction=part[tie.a],
            other_faction=part[tie.b],
            accounts=accounts(sides.drawing.entries[tie]),
            places=places(sides.drawing.entries[tie]),
            claims=tie.claims,
        )
        for tie in sides.drawing.graph.ties
    )


def fit(found: Divided, tie: Tie) -> Fit:
    """How a tie fits the best divisions found."""
    if tie in found.always:
        return "always broken"
    if tie in found.sometimes:
        return "sometimes broken"
    return "broken" if not found.settled and tie in found.divisions[0].broken else "fits"


def figures(sides: Sides) -> dict[str, Any]:
    """All that is found, as plain values for JSON."""
    graph = sides.drawing.graph
    found: dict[str, Any] = {
        "status": "machine-read, unreviewed",
        "sides": list(graph.nodes),
        "keys": dict(sorted(sides.drawing.keys.items())),
        "ties": len(graph.ties),
        "friendly": sum(tie.sign > 0 for tie in graph.ties),
        "hostile": sum(tie.sign < 0 for tie in graph.ties),
        "weight": graph.weight,
        "camps": _divided(sides.camps) | {"normalised": sides.camps.normalised},
        "factions": _divided(sides.factions)
        | {"fewest": sides.factions.fewest, "fewest_proved": sides.factions.fewest_proved},
        "triangle_balance": sides.triangles,
        "walk_balance": sides.walks,
        "brokers": [
            {
                "name": broker.name,
                "faction": broker.part + 1,
                "reaches": [part + 1 for part, _ in broker.reaches],
                "claims": sorted({claim for _, ties in broker.reaches for tie in ties for claim in tie.claims}),
                "holds_together": broker.cut,
            }
            for broker in sides.brokers
        ],
        "turning": {
            "before": sides.turning.before,
            "after": sides.turning.after,
            "bound": sides.turning.bound,
            "ties": [_tie(tie) for tie in sides.turning.ties],
            "settled": sides.turning.settled,
        },
    }
    if sides.without is not None:
        found["without"] = figures(sides.without)
    return found


def _divided(found: Frustration | Factions) -> dict[str, Any]:
    return {
        "value": found.value,
        "bound": found.bound,
        "gap": found.gap,
        "proved": found.proved,
        "count": found.count,
        "divisions": [
            {"parts": [list(part) for part in one.parts], "broken": _ties(one.broken)} for one in found.divisions
        ],
        "always_broken": _ties(found.always),
        "sometimes_broken": _ties(found.sometimes),
        "settled": found.settled,
    }


def _ties(ties: Collection[Tie]) -> list[dict[str, Any]]:
    return [_tie(tie) for tie in ties]


def _tie(tie: Tie) -> dict[str, Any]:
    return {
        "one": tie.a,
        "other": tie.b,
        "sign": _SIGN[tie.sign],
        "weight": tie.weight,
        "claims": list(tie.claims),
    }
