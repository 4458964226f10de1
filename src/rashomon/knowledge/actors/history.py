"""Who held an office, and what became of a body, on a date."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.knowledge.actors.entry import KnownActor
from rashomon.knowledge.actors.partial import bounds, meets


def holders(entries: Mapping[str, KnownActor], role: str, of: str, on: str | None) -> tuple[KnownActor, ...]:
    """Who held an office, in the order of entries; see `KnownActors.holders`."""
    return tuple(
        actor
        for actor in entries.values()
        if any(r.role == role and r.of == of and (on is None or r.on(on)) for r in actor.roles)
    )


def became(entries: Mapping[str, KnownActor], actor: KnownActor, on: str | None) -> tuple[KnownActor, ...]:
    """What a body is on a date; see `KnownActors.became`."""
    found: dict[str, KnownActor] = {}
    followed = set[tuple[str, int]]()
    waiting = [(actor, "0001")]
    while waiting:
        body, arrived = waiting.pop(0)
        gone = body.until is not None and not (on is not None and meets(on, None, body.until))
        for i, link in enumerate(body.links):
            when = link.date or body.until
            past = on is None or (when is not None and meets(on, when, None))
            later = when is None or bounds(when)[1] >= bounds(arrived)[0]
            if not (past and later):
                continue
            gone = gone or link.how != "split"
            if (body.id, i) not in followed:
                followed.add((body.id, i))
                waiting.append((entries[link.to], when or arrived))
        if not gone:
            found[body.id] = body
    return tuple(found.values())
