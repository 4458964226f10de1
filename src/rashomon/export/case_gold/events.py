"""The part `events`: each with its mentions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rashomon.comparing.events import Event
from rashomon.model import Reading


def events(found: Sequence[Event], readings: Sequence[Reading]) -> list[dict[str, Any]]:
    """Events; a mention is where the trigger of a claim stands, with its claim's id beside what annotators give."""
    claims = {f"{r.document.id}:{claim.id}": claim for r in readings for claim in r.claims}
    return [
        {
            "id": event.id,
            "what": event.title,
            "type": event.type,
            "place": event.place,
            "date": _date(event),
            "mentions": [
                {
                    "doc": mention.document,
                    "quote": claims[mention.id].quote,
                    "trigger": claims[mention.id].trigger,
                    "start": claims[mention.id].start,
                    "end": claims[mention.id].end,
                    "factuality": claims[mention.id].factuality,
                    "claim": mention.claim,
                }
                for mention in event.mentions
            ],
        }
        for event in found
    ]


def _date(event: Event) -> str | None:
    if event.since == event.until:
        return event.since
    return f"{event.since or '..'}/{event.until or '..'}"
