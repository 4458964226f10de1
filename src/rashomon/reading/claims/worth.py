"""Which claims are worth recording: those that say something about somebody."""

from __future__ import annotations

from functools import cache

from rashomon.knowledge.base import load_yaml
from rashomon.model import Claim


@cache
def _needing() -> frozenset[str]:
    return frozenset(load_yaml("worth.yaml")["need_participant"])


def says_something(claim: Claim) -> bool:
    """False for talk of talks without anybody in it, and for ties of nobody."""
    if claim.unresolved or claim.agents:
        return True
    if claim.kind == "relation":
        return False
    if claim.kind == "event" and (claim.type is None or claim.type in _needing()):
        return bool(claim.recipients) and claim.type is not None
    return True
