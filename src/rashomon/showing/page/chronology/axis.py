"""Days on a line: true to scale where something is dated, visibly broken where nothing is for long."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from rashomon.model.when import Days

_BREAK = 24.0  # units that a break takes
_LONG = 0.88  # a gap of more than this share of all days is left out
_LONG_WITHIN = 0.95  # the same of a gap that lies within an interval of the text
_SHORTEST = 45  # days: shorter gaps are never left out
_MOST_BREAKS = 4
_LEAST = 96.0  # units of a stretch
_AROUND = 3.0  # days around a single one
_MARGIN = 0.03


class Stretch(NamedTuple):
    """Days that are drawn to one scale: the dated ones from `first` to `last`, as ordinals; `low`, `high` with margins.

    `left`, `right`: where it lies on the drawing.
    """

    first: int
    last: int
    low: float
    high: float
    left: float
    right: float

    @property
    def scale(self) -> float:
        """Units to a day."""
        return (self.right - self.left) / (self.high - self.low)


@dataclass(frozen=True)
class Axis:
    """Stretches of days from left to right, with a break between each two."""

    stretches: tuple[Stretch, ...]

    @classmethod
    def over(cls, dated: Iterable[Days], left: float, right: float) -> Axis:
        """An axis for these days, at least one of which is known."""
        spans = [tuple(day.toordinal() for day in days if day) for days in dated]
        groups = _groups(sorted({day for span in spans for day in span}), {span for span in spans if len(span) == 2})
        room = right - left - _BREAK * (len(groups) - 1) - _LEAST * len(groups)
        shares = [len(group) if group[0] < group[-1] else 0 for group in groups]
        if not any(shares):
            shares = [1] * len(groups)
        stretches, at = [], left
        for group, share in zip(groups, shares, strict=True):
            end = at + _LEAST + room * share / sum(shares)
            first, last = group[0], group[-1]
            around = max((last + 1 - first) * _MARGIN, _AROUND if first == last else 0.6)
            stretches.append(Stretch(first, last, first - around, last + 1 + around, at, end))
            at = end + _BREAK
        return cls(tuple(stretches))

    def at(self, day: float) -> float:
        """Where a day begins (an ordinal); half a day on is its middle. Days left out lie within a break."""
        i = max(0, bisect_right([stretch.low for stretch in self.stretches], day) - 1)
        here = self.stretches[i]
        if day <= here.high or i + 1 == len(self.stretches):
            return min(here.right, max(here.left, here.left + (day - here.low) * here.scale))
        after = self.stretches[i + 1]
        return here.right + (day - here.high) / (after.low - here.high) * (after.left - here.right)

    @property
    def breaks(self) -> list[tuple[float, float]]:
        """From where to where each break goes."""
        return [(a.right, b.left) for a, b in pairwise(self.stretches)]


def _groups(ordinals: list[int], spans: set[tuple[int, ...]]) -> list[list[int]]:
    """The days in groups: gaps between them are left out where they would leave no room for the rest."""
    gaps = sorted(((b - a, i) for i, (a, b) in enumerate(pairwise(ordinals), start=1)), reverse=True)
    left, groups = ordinals[-1] - ordinals[0] + 1, [ordinals]
    cuts = {0, len(ordinals)}
    for gap, i in gaps[:_MOST_BREAKS]:
        within = any(span[0] <= ordinals[i - 1] and ordinals[i] <= span[1] for span in spans)
        if gap < max(_SHORTEST, (_LONG_WITHIN if within else _LONG) * left):
            continue
        parts = [ordinals[a:b] for a, b in pairwise(sorted(cuts | {i}))]
        if all(len(part) == 1 for part in parts):
            break
        cuts.add(i)
        left, groups = left - gap, parts
    return groups
