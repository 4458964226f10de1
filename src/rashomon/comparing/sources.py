"""Common sources: documents that, on one event, have nothing but what one and the same source says.

Documents that pass on one denial may have it with different events (`repeating`): it counts with the charge it answers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.comparing.disputes.statements import Speakers, Statement
from rashomon.comparing.events.types import Event
from rashomon.comparing.repeating import repeated_denials
from rashomon.model import Reading

Stance = Literal["affirms", "denies"]


@dataclass(frozen=True, slots=True)
class CommonSource:
    """Documents that are one witness of an event, for they pass on one source, or are its own.

    Attributes:
        event: the event's id. `stance`: what they pass on. `source`: who says it, as usually named.
        documents: by id, sorted. `claims`: the claims in which it stands; those of a denial may be of other events.
    """

    event: str
    stance: Stance
    source: str
    documents: tuple[str, ...]
    claims: tuple[str, ...]


def common_sources(events: Iterable[Event], readings: Sequence[Reading]) -> tuple[CommonSource, ...]:
    """All common sources, event by event; the same in any order of readings.

    A document rests on a source if all that it affirms, or all that it denies, of the event is told by that source.
    """
    events = tuple(events)
    speakers = Speakers(sorted(readings, key=lambda r: (r.document.id, r.document.sha256)), events)
    said = {event.id: [s for s in speakers.of(event) if s.stand != "leaves open" and not s.rejects] for event in events}
    brought = repeated_denials(events, said)
    moved = {statement.id for some in brought.values() for statement in some}
    return tuple(
        found
        for event in events
        for found in _of_event(event, [s for s in said[event.id] if s.id not in moved] + brought[event.id])
    )


def _of_event(event: Event, statements: Sequence[Statement]) -> Iterable[CommonSource]:
    stances: dict[tuple[Stance, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        stances["affirms" if statement.stand == "says" else "denies", statement.document].append(statement)
    resting: dict[tuple[Stance, str], list[Statement]] = defaultdict(list)
    for (stance, _), own in sorted(stances.items()):
        if len({statement.teller.key for statement in own}) == 1:
            resting[stance, own[0].teller.key] += own
    for (stance, _), own in sorted(resting.items()):
        documents = sorted({statement.document for statement in own})
        passed_on = any(not statement.teller.own for statement in own)
        if len(documents) > 1 and passed_on:
            ids = sorted({f"{s.document}:{s.told.claim.id}" for s in own})
            yield CommonSource(event.id, stance, own[0].teller.name, tuple(documents), tuple(ids))
