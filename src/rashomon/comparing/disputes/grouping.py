"""Events of a few readings, as far as their claims share enough signs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rashomon.comparing.changes import change_of, same_changes
from rashomon.comparing.control import sided
from rashomon.comparing.events.clusters import clusters
from rashomon.comparing.events.types import Event, Mention
from rashomon.comparing.ids import matter_id
from rashomon.comparing.places import held
from rashomon.comparing.saying import ACTUAL, Saying, Told, prepare
from rashomon.model import Reading

_OF = re.compile(r" (?:of|on|with|into|against)$")


def grouped(readings: Sequence[Reading]) -> tuple[Event, ...]:
    """Events, and changes of hands, that at least two claims tell of."""
    names, told = prepare(readings, unknown=True)
    actual = [t for t in told if t.claim.factuality in ACTUAL]
    groups = clusters([t for t in actual if t.claim.kind == "event" and t.sort is not None])
    by_place: dict[str, list[Told]] = defaultdict(list)
    for item in actual:
        if item.claim.kind == "control" and sided(names, item) and (spot := held(item.reading, item.claim)) is not None:
            by_place[spot.key].append(item)
    for key in sorted(by_place):
        changes = [change_of(names, Saying(t, t.claim.speakers, t.stand)) for t in by_place[key]]
        groups += [[c.saying.told for c in some] for some in same_changes([c for c in changes if not c.holds])]
    events = [_event(sorted(group, key=lambda t: t.order)) for group in groups if len(group) > 1]
    return tuple(sorted(events, key=lambda e: (e.since or "9999", e.title, e.id)))


def _event(group: Sequence[Told]) -> Event:
    days = [t.days for t in group if t.days and t.days.exact]
    spots = [s for t in group for s in t.spots]
    place = _usual(s.shown for s in spots if not s.broad) or _usual(s.shown for s in spots)
    labels = [t.wording.sort.label for t in group if t.wording]
    label = _usual(labels) or f"“{group[0].claim.trigger}”"
    title = ", ".join(part for part in (_OF.sub("", label), place) if part)
    return Event(
        id=matter_id("event", group),
        title=title[:1].upper() + title[1:],
        type=group[0].claim.type,
        place=place,
        place_id=None,
        since=date.fromordinal(min(d.first for d in days)).isoformat() if days else None,
        until=date.fromordinal(max(d.last for d in days)).isoformat() if days else None,
        mentions=tuple(_mentions(group)),
    )


def _mentions(group: Sequence[Told]) -> Iterator[Mention]:
    for told in group:
        yield Mention(document=told.reading.document.id, claim=told.claim.id, chain=told.claim.speakers)


def _usual(some: Iterable[str | None]) -> str | None:
    counted = Counter(value for value in some if value)
    return min(counted, key=lambda value: (-counted[value], len(value), value)) if counted else None
