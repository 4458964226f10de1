"""The dated days in parts, each of which can be drawn to one scale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from rashomon.model.when import Days

_LONG = 0.88  # a gap of more than this share of all days is left out
_LONG_WITHIN = 0.95  # the same of a gap that lies within an interval of the text
_SHORTEST = 45  # days: shorter gaps are never left out
_MOST_BREAKS = 4
_DENSE = 0.4  # so many of the dates within
_SHORT = 0.06  # so small a share of the time: it is drawn larger
_MANY = 8  # dates, and
_DISTINCT = 3  # days among the dense ones: with less there is nothing to tell apart


class Part(NamedTuple):
    """Days to one scale, as ordinals in order. `joins`: whether the next part begins where it ends, at `until`."""

    days: list[int]
    larger: bool = False
    until: float | None = None

    @property
    def joins(self) -> bool:
        """Whether the next part goes on where it ends; else time is left out between them."""
        return self.until is not None


def parts(dated: Iterable[Days]) -> list[Part]:
    """The parts from first to last."""
    spans = [tuple(sorted({day.toordinal() for day in days if day})) for days in dated]
    ends = sorted(day for span in spans for day in span)
    groups = _groups(sorted(set(ends)), {span for span in spans if len(span) == 2})
    return [part for group in groups for part in _focused([day for day in ends if group[0] <= day <= group[-1]])]


def _groups(ordinals: list[int], spans: set[tuple[int, ...]]) -> list[list[int]]:
    """The days in groups: gaps between them are left out where they would leave no room for the rest."""
    gaps = sorted(((b - a, i) for i, (a, b) in enumerate(pairwise(ordinals), start=1)), reverse=True)
    left, groups = ordinals[-1] - ordinals[0] + 1, [ordinals]
    cuts = {0, len(ordinals)}
    for gap, i in gaps[:_MOST_BREAKS]:
        within = any(span[0] <= ordinals[i - 1] and ordinals[i] <= span[1] for span in spans)
        if gap < max(_SHORTEST, (_LONG_WITHIN if within else _LONG) * left):
            continue
        found = [ordinals[a:b] for a, b in pairwise(sorted(cuts | {i}))]
        if all(len(group) == 1 for group in found):
            break
        cuts.add(i)
        left, groups = left - gap, found
    return groups


def _focused(ends: Sequence[int]) -> list[Part]:
    """The days of a group; if many lie within a short time of it, before, then and after."""
    days = sorted(set(ends))
    dense = _dense(ends)
    if dense is None:
        return [Part(days)]
    first, last = dense
    before, then, after = (
        [day for day in days if day < first],
        [day for day in days if first <= day <= last],
        [day for day in days if day > last],
    )
    margin = max(1.0, (last - first) * 0.04)
    starts = max(before[-1] + 1.0, first - margin) if before else None
    stops = min(float(after[0]), last + 1 + margin) if after else None
    found = [Part(before, until=starts)] if before else []
    found.append(Part(then, larger=True, until=stops))
    return [*found, Part(after)] if after else found


def _dense(ends: Sequence[int]) -> tuple[int, int] | None:
    """From when to when most is dated within a short time, if it is."""
    whole = ends[-1] - ends[0] + 1
    wanted = ceil(_DENSE * len(ends))
    if len(ends) < _MANY:
        return None
    shortest, first = min((ends[i + wanted - 1] - ends[i], i) for i in range(len(ends) - wanted + 1))
    last = first + wanted - 1
    near, limit = max(2.0, shortest / 4), _SHORT * whole
    while first > 0 and ends[first] - ends[first - 1] <= near:
        first -= 1
    while last + 1 < len(ends) and ends[last + 1] - ends[last] <= near:
        last += 1
    if ends[last] - ends[first] + 1 > limit or len(set(ends[first : last + 1])) < _DISTINCT:
        return None
    return ends[first], ends[last]
