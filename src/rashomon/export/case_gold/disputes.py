"""Disputes of events, slot by slot, and framing beside them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rashomon.comparing.disputes import DISPUTES, Finding


def disputes(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Every dispute and every difference of framing among some findings, its positions teller by teller."""
    wanted = {*DISPUTES, "framing"}
    found = (finding for finding in findings if finding.kind in wanted)
    return [_dispute(f"D{number}", finding) for number, finding in enumerate(found, 1)]


def _dispute(id: str, finding: Finding) -> dict[str, Any]:
    return {
        "id": id,
        "event": finding.event,
        "slot": finding.slot,
        "kind": finding.kind,
        "about": finding.about,
        "positions": [
            {
                "value": position.value,
                "held_by": holder.teller,
                "docs": [words.document for words in holder.words],
                "quotes": [words.quote for words in holder.words],
            }
            for position in finding.positions
            for holder in position.holders
        ],
    }
