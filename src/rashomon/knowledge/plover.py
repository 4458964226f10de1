"""The event types of PLOVER as the analysis asks for them: which are friendly, which hostile."""

from __future__ import annotations

from functools import cache
from typing import cast

from rashomon.knowledge.base import load_yaml
from rashomon.model import EventType, Sign


@cache
def tie_of(event_type: EventType) -> Sign:
    """What a deed of this type says about the tie between agent and recipient: `+`, `-` or `0`.

    PLOVER's quad classes 1 and 2 are cooperation, 3 and 4 conflict; `tie` in `plover.yaml` overrides where a
    quad class says nothing about a tie (a request may be made of a friend).
    """
    entry = load_yaml("plover.yaml")["types"][event_type]
    return cast(Sign, entry.get("tie", "+" if entry["quad"] < 3 else "-"))
