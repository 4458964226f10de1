"""Rows of a lane: what overlaps is stacked, and labels stand where there is room for them."""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Sequence
from typing import Literal, NamedTuple

from rashomon.showing.page.chronology.axis import Axis
from rashomon.showing.page.chronology.moment import Moment
from rashomon.showing.page.drawing import text_width, trimmed

SIGN = 7.0  # half the width of a sign
SIZE = 12.0  # of type
_LONGEST, _SHORTER = 64, 34  # characters of a label, and where a lane is full
_FULL = 12  # moments
_ARROW = 40.0  # units of an open end
_GAP = 5.0
_ROWS = _FULL  # of one lane that may be made for the sake of labels

_TIP = 8.0  # of an arrow

Side = Literal["right", "left", "within"]


class Extent(NamedTuple):
    """From where to where a moment is drawn; which of its ends are open; whether it is but a sign, not a bar."""

    left: float
    right: float
    opens: bool
    ends: bool
    point: bool

    @property
    def sign(self) -> float:
        """Where the sign of its kind stands: near the beginning of a bar, in the middle where that is short."""
        if self.point:
            return (self.left + self.right) / 2
        inset = SIGN + 3 + (_TIP if self.opens else 0.0)
        return self.left + inset if self.right - self.left > 2 * inset else (self.left + self.right) / 2


class Row(NamedTuple):
    """Where a moment is drawn: its extent, its row from the top, and on which side its label stands, if it has one."""

    moment: Moment
    label: str
    extent: Extent
    row: int
    side: Side | None

    @property
    def taken(self) -> tuple[float, float]:
        """From where to where it takes its row, with its label."""
        return _taken(self.label, self.extent, self.side)


def extent(moment: Moment, axis: Axis) -> Extent | None:
    """Where a moment lies on the axis; None where it has no readable date."""
    days = moment.days
    if days is None:
        return None
    first = days.first.toordinal() if days.first else None
    last = days.last.toordinal() if days.last else None
    left, right = axis.stretches[0].left, axis.stretches[-1].right
    start = axis.at(first) if first is not None else max(left, axis.at((last or 0) + 1) - _ARROW)
    end = axis.at(last + 1) if last is not None else min(right, start + _ARROW)
    if first == last or end - start < 2 * SIGN:
        middle = (start + end) / 2
        return Extent(middle - SIGN, middle + SIGN, first is None, last is None, True)
    return Extent(start, end, first is None, last is None, False)


def rows(moments: Sequence[Moment], axis: Axis) -> list[Row]:
    """The moments of a lane in rows, earliest first."""
    left, right = axis.stretches[0].left - SIGN, axis.stretches[-1].right + SIGN
    placed = [(where, moment) for moment in moments if (where := extent(moment, axis))]
    placed.sort(key=lambda p: (p[0].left, p[0].right, p[1].label, p[1].when))
    ends: list[list[tuple[float, float]]] = []
    found = []
    longest = _LONGEST if len(placed) <= _FULL else _SHORTER
    for where, moment in placed:
        row = _row(moment, trimmed(moment.label, longest), where, ends, (left, right))
        while len(ends) <= row.row:
            ends.append([])
        insort(ends[row.row], row.taken)
        found.append(row)
    return found


def _row(
    moment: Moment, label: str, where: Extent, ends: list[list[tuple[float, float]]], limits: tuple[float, float]
) -> Row:
    sides: list[Side] = ["right", "left"] if where.point else ["within", "right", "left"]
    for index in range(_ROWS):
        for side in sides:
            taken = _taken(label, where, side)
            if side == "within" and taken != (where.left, where.right):
                continue
            if limits[0] <= taken[0] and taken[1] <= limits[1] and _free(ends, index, taken):
                return Row(moment, label, where, index, side)
    index = next(i for i in range(len(ends) + 1) if _free(ends, i, (where.left, where.right)))
    return Row(moment, label, where, index, None)


def _free(ends: list[list[tuple[float, float]]], index: int, taken: tuple[float, float]) -> bool:
    """Whether a stretch is free in a row, whose own ones are in order."""
    if index >= len(ends):
        return True
    there = bisect(ends[index], taken)
    beside = ends[index][max(0, there - 1) : there + 1]
    return all(taken[1] + _GAP <= left or right + _GAP <= taken[0] for left, right in beside)


def _taken(label: str, where: Extent, side: Side | None) -> tuple[float, float]:
    wide = text_width(label, SIZE) + _GAP
    if side == "right":
        return where.left, where.right + wide
    if side == "left":
        return where.left - wide, where.right
    if side == "within":
        return where.left, max(where.right, where.sign + SIGN + wide + (_TIP if where.ends else 0.0))
    return where.left, where.right
