"""Which claims are worth recording: those that say something about somebody."""

from __future__ import annotations

from functools import cache

from rashomon.knowledge.base import load_yaml
from rashomon.model import Claim


@cache
def _needing() -> frozenset[str]:
    return frozenset(load_yaml("worth.yaml")["need_participant"])


@cache
def _presence() -> frozenset[str]:
    return frozenset(load_yaml("worth.yaml")["presence"])


def says_something(claim: Claim) -> bool:
    """False for talk of talks without anybody in it, for ties of nobody, and for who merely was somewhere.

    That somebody is not there says that he does not hold it; that he is there does not yet say that he does.
    """
    if claim.kind == "control" and claim.factuality != "not" and _is_presence(claim):
        return False
    if claim.unresolved or claim.agents:
        return True
    if claim.kind == "relation":
        return False
    if claim.kind == "event" and (claim.type is None or claim.type in _needing()):
        return bool(claim.recipients) and claim.type is not None
    return True


def _is_presence(claim: Claim) -> bool:
    entries = (item.entry for item in claim.evidence if item.field == "type" and item.entry)
    return any(entry.partition(":")[2].rpartition("/")[0] in _presence() for entry in entries)
