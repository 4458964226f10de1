"""The part `disputes`: who holds which value, with the words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rashomon.comparing.disputes import DISPUTES, find
from rashomon.comparing.events import Event
from rashomon.model import Reading


def disputes(found: Sequence[Event], readings: Sequence[Reading]) -> list[dict[str, Any]]:
    """Conflicts, updates and differences of scope; a position for each teller of a value."""
    return [
        {
            "event": one.event,
            "slot": one.slot,
            "kind": one.kind,
            "about": one.about,
            "positions": [
                {
                    "value": position.value,
                    "held_by": holder.teller,
                    "docs": [words.document for words in holder.words],
                    "quotes": [words.quote for words in holder.words],
                }
                for position in one.positions
                for holder in position.holders
            ],
        }
        for one in find(found, readings)
        if one.kind in DISPUTES
    ]
