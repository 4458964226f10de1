"""The lists beside the claims of a reading: its actors and its tellers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.model import Actor, Claim, Document, Teller

if TYPE_CHECKING:
    from rashomon.reading.types import Scene


def actors_of(scene: Scene, claims: Sequence[Claim]) -> tuple[Actor, ...]:
    """Everybody mentioned, by the name that claims use, with where he is mentioned."""
    claimed = {name for claim in claims for name in (*claim.agents, *claim.recipients, *claim.speakers)}
    claimed |= {side for claim in claims if claim.control for side in (claim.control.from_, claim.control.to) if side}
    return tuple(scene.actors.actors(claimed))


def tellers_of(document: Document, claims: Sequence[Claim]) -> tuple[Teller, ...]:
    """Each chain of tellers with its claims: the author first, then in the order they begin to speak."""
    by_chain: dict[tuple[str, ...], list[str]] = {}
    for claim in claims:
        by_chain.setdefault(claim.speakers, []).append(claim.id)
    ordered = sorted(by_chain, key=lambda chain: len(chain) > 0)
    return tuple(
        Teller(chain=chain, name=teller_name(chain, document), claims=tuple(by_chain[chain])) for chain in ordered
    )


def teller_name(chain: Sequence[str], document: Document) -> str:
    """How a chain is shown: the innermost teller, and according to whom."""
    if not chain:
        return document.teller
    name = chain[-1]
    for outer in reversed(chain[:-1]):
        name += f", according to {outer}"
    return name
