"""Events out of the claims that speak of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from rashomon.comparing.events.sighted import Key, Sighted
from rashomon.comparing.events.titles import place_of, title_of, usual
from rashomon.comparing.events.types import Event, Mention
from rashomon.comparing.saying import Told
from rashomon.comparing.times import Days

_ENDS = {date.min.toordinal(), date.max.toordinal()}


def event(group: Sequence[Sighted], told: Mapping[Key, Told]) -> Event:
    """The event of which some claims speak."""
    some = sorted((told[one.id] for one in group), key=_published)
    since, until = _days(group, some)
    spot = place_of(some) or next(iter(sorted({s for one in group for s in one.places}, key=lambda s: s.key)), None)
    ids = tuple(Mention(document=t.reading.document.id, claim=t.claim.id, chain=t.claim.speakers) for t in some)
    return Event(
        id=event_id(mention.id for mention in ids),
        title=title_of(some, since if since == until else f"{since or '..'} to {until or '..'}"),
        type=usual(t.claim.type for t in some),
        place=spot.shown if spot else None,
        place_id=None if spot is None or spot.key.startswith("name:") else spot.key,
        since=since,
        until=until,
        mentions=ids,
    )


def event_id(claims: Iterable[str]) -> str:
    """`e-` with twelve letters over the ids of its claims, in whatever order they come."""
    joined = "\x1e".join(sorted(claims)).encode("utf-8", "surrogatepass")
    return f"e-{hashlib.sha256(joined).hexdigest()[:12]}"


def _published(told: Told) -> tuple[int, tuple[str, str, int, str]]:
    return told.published.first if told.published else 0, told.order


def _days(group: Sequence[Sighted], told: Sequence[Told]) -> tuple[str | None, str | None]:
    """The days between which its claims put it: those that say which days, else all."""
    some: list[Days] = [one.days for one in group if one.days] or [one.days for one in told if one.days]
    if not some:
        return None, None
    return _iso(min(days.first for days in some)), _iso(max(days.last for days in some))


def _iso(day: int) -> str | None:
    return None if day in _ENDS else date.fromordinal(day).isoformat()
