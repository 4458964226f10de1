"""Readings without what comparing never asks, for cases that are held in memory whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.model import Claim, Evidence, Reading, TextQuote

_ASKED = frozenset({"type", "place", "agents", "recipients"})
"""Fields of claims whose evidence says what their values do not: by which word of the knowledge, by which words."""
_NOWHERE = TextQuote(exact="", prefix="", suffix="")


def slim(readings: Iterable[Reading]) -> Iterator[Reading]:
    """The readings with a third of their weight: no selectors, no runners-up, of the evidence but what is asked for.

    Documents, words and values of claims, actors and places are as they were.
    """
    return (one.model_copy(update={"claims": tuple(map(_claim, one.claims))}) for one in readings)


def _claim(claim: Claim) -> Claim:
    evidence = tuple(map(_bare, (item for item in claim.evidence if item.field in _ASKED)))
    return claim.model_copy(update={"evidence": evidence, "selector": _NOWHERE})


def _bare(evidence: Evidence) -> Evidence:
    return evidence.model_copy(update={"alternatives": ()}) if evidence.alternatives else evidence
