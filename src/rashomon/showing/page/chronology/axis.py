"""Days on a line: to one scale as long as that can be read.

Where nothing is dated for long, time is left out; where much is dated within a short time, it is drawn larger.
Both can be seen: the line is broken, the larger part is shaded.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from rashomon.model.when import Days
from rashomon.showing.page.chronology.parts import Part, parts

_BREAK = 24.0  # units that a break takes
_STEP = 2.0  # and a change of scale
_LEAST = 96.0  # units of a stretch
_AROUND = 3.0  # days around a single one
_MARGIN = 0.03


class Stretch(NamedTuple):
    """Days that are drawn to one scale: the dated ones from `first` to `last`, as ordinals; `low`, `high` with margins.

    `left`, `right`: where it lies on the drawing. `larger`: whether it is drawn larger than what is beside it.
    """

    first: int
    last: int
    low: float
    high: float
    left: float
    right: float
    larger: bool

    @property
    def scale(self) -> float:
        """Units to a day."""
        return (self.right - self.left) / (self.high - self.low)


@dataclass(frozen=True)
class Axis:
    """Stretches of days from left to right."""

    stretches: tuple[Stretch, ...]

    @classmethod
    def over(cls, dated: Iterable[Days], left: float, right: float) -> Axis:
        """An axis for these days, at least one of which is known."""
        found = parts(dated)
        between = [_STEP if a.joins else _BREAK for a in found[:-1]]
        room = right - left - sum(between) - _LEAST * len(found)
        shares = [len(part.days) if part.days[0] < part.days[-1] else 0 for part in found]
        if not any(shares):
            shares = [1] * len(found)
        stretches: list[Stretch] = []
        at, low = left, None
        for part, share, gap in zip(found, shares, [*between, 0.0], strict=True):
            end = at + _LEAST + room * share / sum(shares)
            stretches.append(_stretch(part, low, at, end))
            low = stretches[-1].high if part.joins else None
            at = end + gap
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
        return [(a.right, b.left) for a, b in pairwise(self.stretches) if a.high < b.low]

    @property
    def larger(self) -> list[tuple[float, float]]:
        """From where to where it is drawn larger."""
        return [(stretch.left, stretch.right) for stretch in self.stretches if stretch.larger]


def _stretch(part: Part, low: float | None, left: float, right: float) -> Stretch:
    first, last = part.days[0], part.days[-1]
    around = max((last + 1 - first) * _MARGIN, _AROUND if first == last else 0.6)
    begin = first - around if low is None else low
    end = last + 1 + around if part.until is None else part.until
    return Stretch(first, last, begin, end, left, right, part.larger)
