"""Events with their mentions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rashomon.comparing.events import Event, Mention
from rashomon.model import Claim


def events(found: Iterable[Event], claims: Mapping[str, Claim]) -> list[dict[str, Any]]:
    """Every event; mentions by their offsets in the documents' texts, in code points.

    Args:
        found: the events.
        claims: id in the case (`DOC:c3`) -> claim, at least those of the events.
    """
    return [
        {
            "id": event.id,
            "what": event.title,
            "type": event.type,
            "place": event.place,
            "date": event.since if event.since == event.until else f"{event.since}/{event.until}",
            "mentions": [_mention(mention, claims[mention.id]) for mention in event.mentions],
        }
        for event in found
    ]


def _mention(mention: Mention, claim: Claim) -> dict[str, Any]:
    row = {
        "doc": mention.document,
        "quote": claim.quote,
        "trigger": claim.trigger,
        "start": claim.start,
        "end": claim.end,
        "factuality": claim.factuality,
        "told_by": list(claim.speakers),
        "claim": mention.id,
    }
    return row | ({"confidence": claim.confidence.claim} if claim.confidence else {})
