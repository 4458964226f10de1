"""All parts in one JSON object."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from rashomon.comparing.events import Event, find
from rashomon.export.case_gold.disputes import disputes
from rashomon.export.case_gold.events import events
from rashomon.model import Reading

Part = Callable[[Sequence[Event], Sequence[Reading]], object]

PARTS: Mapping[str, Part] = {"events": events, "disputes": disputes}
"""Name of a part of the schema -> what makes it of a case's events and readings; in the order of writing."""


def as_case_gold(readings: Iterable[Reading]) -> Iterator[str]:
    """The case, part by part. All of it is held in memory: events are compared with one another."""
    read = list(readings)
    found = find(read)
    lead = "{\n"
    for name, part in PARTS.items():
        yield f"{lead}{json.dumps(name)}: {json.dumps(part(found, read), ensure_ascii=False, indent=1)}"
        lead = ",\n"
    yield "\n}\n"
