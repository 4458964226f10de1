"""Events with their mentions."""

from __future__ import annotations

from typing import Any

from rashomon.analysis.comparison import Comparison


def events(comparison: Comparison) -> list[dict[str, Any]]:
    """Every event; mentions by their offsets in the documents' texts, in code points."""
    return [
        {
            "id": event.id,
            "what": event.title,
            "type": event.type,
            "place": event.place,
            "date": event.since if event.since == event.until else f"{event.since}/{event.until}",
            "mentions": [_mention(comparison, mention.document, mention.id) for mention in event.mentions],
        }
        for event in comparison.events
    ]


def _mention(comparison: Comparison, document: str, id: str) -> dict[str, Any]:
    claim = comparison.claims[id]
    row = {
        "doc": document,
        "quote": claim.quote,
        "trigger": claim.trigger,
        "start": claim.start,
        "end": claim.end,
        "factuality": claim.factuality,
        "told_by": list(claim.speakers),
        "claim": id,
    }
    return row | ({"confidence": claim.confidence.claim} if claim.confidence else {})
