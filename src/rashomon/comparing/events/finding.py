"""The events of a case: claims of all its documents, put together by happening."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from rashomon.comparing.events import rules
from rashomon.comparing.events.episodes import episodes
from rashomon.comparing.events.ground import Ground
from rashomon.comparing.events.joining import joined
from rashomon.comparing.events.titles import place_of, title_of
from rashomon.comparing.events.types import Event, Mention
from rashomon.comparing.saying import Told, prepare
from rashomon.model import EventType, Reading


def find(readings: Iterable[Reading]) -> tuple[Event, ...]:
    """All events that the claims of these readings tell of, by day and document; the same in any order of readings.

    A happening that one claim alone tells of is an event of one mention. Ties, verdicts, mere words, and what is
    planned, demanded or supposed are no events; a denial is a mention of what it denies.
    """
    ordered = sorted(readings, key=lambda reading: (reading.document.id, reading.document.sha256))
    names, told = prepare(ordered)
    some = [one for one in told if is_event(one)]
    ground = Ground(some, names)
    groups = joined(episodes(some, ground), ground)
    return tuple(sorted((_event([t for e in group for t in e.told]) for group in groups), key=_when))


def is_event(told: Told) -> bool:
    """Whether a claim tells that something happened, may have happened, or did not."""
    claim = told.claim
    if claim.kind not in ("event", "control") or claim.factuality not in ("happened", "not", "possible"):
        return False
    if claim.control is not None and claim.control.holds:
        return False
    return told.sort is not None or bool(rules.families(told))


def _event(group: Sequence[Told]) -> Event:
    ordered = sorted(group, key=lambda told: (told.published.first if told.published else 0, told.order))
    types = Counter[EventType](type for told in ordered if (type := told.claim.type))
    place = place_of(ordered)
    days = [told.days for told in ordered if told.days and told.days.exact]
    keys = sorted(f"{told.order[0]}\x1f{told.order[1]}\x1f{told.claim.id}" for told in ordered)
    return Event(
        id="e-" + hashlib.sha256("\x1e".join(keys).encode("utf-8", "surrogatepass")).hexdigest()[:12],
        title=title_of(ordered),
        type=min(types.items(), key=lambda pair: (-pair[1], pair[0]))[0] if types else None,
        place=place.shown if place else None,
        place_id=place.key if place and not place.key.startswith("name:") else None,
        since=date.fromordinal(min(d.first for d in days)).isoformat() if days else None,
        until=date.fromordinal(max(d.last for d in days)).isoformat() if days else None,
        mentions=tuple(
            Mention(document=told.reading.document.id, claim=told.claim.id, chain=told.claim.speakers)
            for told in ordered
        ),
    )


def _when(event: Event) -> tuple[bool, str, str, str]:
    return event.since is None, event.since or "", event.mentions[0].id, event.id
