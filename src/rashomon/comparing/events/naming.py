"""What an event is called, and where and when its claims put it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from rashomon.comparing.events.types import Event, Mention
from rashomon.comparing.names import is_label
from rashomon.comparing.places import Spot
from rashomon.comparing.saying import Told
from rashomon.comparing.targets import Target
from rashomon.comparing.times import Days
from rashomon.comparing.words import is_number, uncounted
from rashomon.knowledge.folding import fold


_Text = TypeVar("_Text", bound=str)


def event(group: Sequence[Told]) -> Event:
    """The event of which these claims speak."""
    told = sorted(group, key=lambda t: (t.reading.document.published or "9999", *t.order))
    spot = _place(told)
    since, until = _days(told)
    ids = tuple(Mention(document=t.reading.document.id, claim=t.claim.id, chain=t.claim.speakers) for t in told)
    return Event(
        id=event_id(mention.id for mention in ids),
        title=_title(told, spot, since, until),
        type=usual(t.claim.type for t in told),
        place=spot.shown if spot else None,
        place_id=None if spot is None or spot.key.startswith("name:") else spot.key,
        since=since,
        until=until,
        mentions=ids,
    )


def event_id(claims: Iterable[str]) -> str:
    """`event-` with twelve letters over the ids of its claims, in whatever order they come."""
    joined = "\x1e".join(sorted(claims)).encode("utf-8", "surrogatepass")
    return f"event-{hashlib.sha256(joined).hexdigest()[:12]}"


def usual(some: Iterable[_Text | None]) -> _Text | None:
    """What is said most often; among equals the shortest."""
    counted = Counter(value for value in some if value)
    return min(counted, key=lambda value: (-counted[value], len(value), value)) if counted else None


def heading(told: Sequence[Told], place: str | None, when: str | None) -> str:
    """What is said to have been done, to whom, where and when; not by whom."""
    main = usual(t.wording.sort.name for t in told if t.wording)
    of_main = [t for t in told if t.wording and t.wording.sort.name == main] or list(told)
    label = of_main[0].wording.sort.label if of_main[0].wording else f"“{of_main[0].claim.trigger}”:"
    plain, _, last = label.rpartition(" ")
    whom = _unlabelled([uncounted(t.shown) for t in _targets(of_main)])
    if main == "change of hands":
        title = label
    else:
        title = f"{label} {whom}" if whom else plain or last.rstrip(":")
    if place and fold(place) not in fold(title):
        title += f", {place}"
    return (title[:1].upper() + title[1:]) + (f", {when}" if when else "")


def _title(told: Sequence[Told], spot: Spot | None, since: str | None, until: str | None) -> str:
    when = since if since == until else f"{since} to {until}" if since and until else None
    return heading(told, spot.shown if spot else None, when)


def _targets(told: Sequence[Told]) -> Iterator[Target]:
    for one in told:
        yield from one.targets


def _unlabelled(phrases: Sequence[str]) -> str | None:
    """What is said most often without a label of one side; if all have one, in quotation marks."""
    named = [phrase for phrase in phrases if phrase and not is_number(phrase)]
    plain = [phrase for phrase in named if not any(map(is_label, phrase.split()))]
    if plain:
        return usual(plain)
    said = usual(named)
    return f"“{said}”" if said else None


def _place(told: Sequence[Told]) -> Spot | None:
    """The place named most, narrow ones before areas; under the name used most."""
    spots = [s for t in told for s in t.spots if not s.broad] or [s for t in told for s in t.spots]
    if not spots:
        return None
    key = usual(spot.key for spot in spots)
    shown = usual(spot.shown for spot in spots if spot.key == key)
    return min((s for s in spots if s.key == key and s.shown == shown), key=lambda s: s.shown)


def _days(told: Sequence[Told]) -> tuple[str | None, str | None]:
    """The days between which its claims put it: those that say which day, else all."""
    every = [t.days for t in told if t.days]
    some: list[Days] = [days for days in every if days.exact] or every
    if not some:
        return None, None
    return _iso(min(days.first for days in some)), _iso(max(days.last for days in some))


def _iso(day: int) -> str | None:
    return None if day in (date.min.toordinal(), date.max.toordinal()) else date.fromordinal(day).isoformat()
