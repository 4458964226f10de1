"""Slots "place" and "time" of one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rashomon.comparing import places
from rashomon.comparing.disputes.drafts import Draft, affirmed, family
from rashomon.comparing.disputes.statements import Statement
from rashomon.comparing.disputes.views import View, gathered, partings
from rashomon.comparing.places import Spot
from rashomon.comparing.times import Days

_OUTCOMES = {"killing", "wounding"}
"""What may come days after the blow."""


def where(some: Sequence[Statement]) -> Iterator[Draft]:
    """Where it happened. What one document calls by two names is one; an unknown place may be near."""
    views = [View(s, s.told.spots) for s in affirmed(some) if s.told.spots]
    together = _together(views)

    def apart(one: tuple[Spot, ...], other: tuple[Spot, ...]) -> bool:
        known = all(spot.point for spot in (*one, *other))
        joined = any(together[a.key] & together[b.key] for a in one for b in other)
        return known and not joined and places.apart(one, other)

    parted = {id(v) for pair in partings(views, apart) for v in pair}
    if parted:
        groups = gathered([v for v in views if id(v) in parted], _names, apart)
        yield Draft("place", "conflict", "where it happened", groups)
    elif views:
        named: dict[str, list[Statement]] = defaultdict(list)
        for view in views:
            for shown in sorted({spot.shown for spot in view.value if not spot.broad}):
                named[shown].append(view.statement)
        yield Draft("place", None, "where it happened", sorted(named.items()))


def when(some: Sequence[Statement]) -> Iterator[Draft]:
    """On which days it happened, by those who say so; an outcome may come later than the blow."""
    blow = {family(s) for s in some if s.told.sort not in _OUTCOMES}
    views = [
        View(s, s.told.days)
        for s in affirmed(some)
        if s.told.days and s.told.days.exact and not (s.told.sort in _OUTCOMES and "violence" in blow)
    ]
    by_family: dict[str | None, list[View[Days]]] = defaultdict(list)
    for view in views:
        by_family[family(view.statement)].append(view)
    agreed: list[View[Days]] = []
    for _, own in sorted(by_family.items(), key=lambda item: item[0] or ""):
        parted = {id(v) for pair in partings(own, _other_days) for v in pair}
        if parted:
            groups = gathered([v for v in own if id(v) in parted], _written, _other_days)
            yield Draft("time", "conflict", "when it happened", groups)
            return
        agreed += own
    if agreed:
        days: dict[str, list[Statement]] = defaultdict(list)
        for view in agreed:
            days[_written(view.value)].append(view.statement)
        yield Draft("time", None, "when it happened", sorted(days.items()))


def _other_days(one: Days, other: Days) -> bool:
    return not one.meets(other)


def _written(days: Days) -> str:
    first, last = (date.fromordinal(day).isoformat() for day in days)
    return first if first == last else f"{first}/{last}"


def _together(views: Iterable[View[tuple[Spot, ...]]]) -> dict[str, set[str]]:
    """For each place the documents that put the event there."""
    found: dict[str, set[str]] = defaultdict(set)
    for view in views:
        for spot in view.value:
            found[spot.key].add(view.statement.document)
    return found


def _names(spots: Sequence[Spot]) -> str:
    return " and ".join(sorted({spot.shown for spot in spots}))
