"""Ticks of the axis: days, months, years or decades, whichever leaves room to read them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from rashomon.showing.page.chronology.axis import Axis, Stretch

_APART = 50.0  # units between two ticks
_ROOM = 46.0  # units that a label takes
_DAYS = (1, 2, 5, 10)
_MONTHS = (1, 2, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_LAST = date.max.toordinal()
_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Tick(NamedTuple):
    """A tick: where it is, and its label on two lines (the second often empty)."""

    x: float
    label: str
    below: str


def ticks(axis: Axis) -> list[Tick]:
    """The ticks of all stretches, left to right, none so near to the one before that labels would touch."""
    found: list[Tick] = []
    for stretch in axis.stretches:
        year = None
        for where, day, label in _labelled(stretch):
            tick = Tick(axis.at(where), label, "")
            if found and tick.x - found[-1].x < _ROOM:
                continue
            if label != str(day.year) and day.year != year:
                tick, year = tick._replace(below=str(day.year)), day.year
            found.append(tick)
    return found


def _labelled(stretch: Stretch) -> Iterator[tuple[float, date, str]]:
    """Where a tick is on the axis (the middle of a day, the beginning of a month or year), its day and its label."""
    low, high = date.fromordinal(max(1, int(stretch.low) + 1)), date.fromordinal(min(int(stretch.high), _LAST))
    found = [] if stretch.first == stretch.last else _fine(stretch, low, high) or _coarse(stretch, low, high)
    if found:
        yield from found
    else:
        yield _of_day(date.fromordinal(stretch.first))


def _fine(stretch: Stretch, low: date, high: date) -> list[tuple[float, date, str]]:
    step = next((step for step in _DAYS if step * stretch.scale >= _APART), None)
    return [_of_day(day) for day in _days(low, high, step)] if step else []


def _coarse(stretch: Stretch, low: date, high: date) -> list[tuple[float, date, str]]:
    months = next((step for step in _MONTHS if step * 30 * stretch.scale >= _APART), None)
    if months:
        return [(day.toordinal(), day, _NAMES[day.month - 1]) for day in _months(low, high, months)]
    step = next((step for step in _YEARS if step * 365 * stretch.scale >= _APART), _YEARS[-1])
    days = [date(year, 1, 1) for year in range(max(step, -(-low.year // step) * step), high.year + 1, step)]
    return [(day.toordinal(), day, str(day.year)) for day in days if low <= day <= high]


def _of_day(day: date) -> tuple[float, date, str]:
    return day.toordinal() + 0.5, day, f"{day.day} {_NAMES[day.month - 1]}"


def _days(low: date, high: date, step: int) -> Iterator[date]:
    """Every so many days of each month from its first; the last ones before a month's end are left out."""
    for ordinal in range(low.toordinal(), high.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if (day.day - 1) % step == 0 and (step == 1 or day.day + step <= 32):
            yield day


def _months(low: date, high: date, step: int) -> Iterator[date]:
    for index in range(low.year * 12 + low.month - 1, high.year * 12 + high.month):
        if index % step == 0 and low <= (day := date(index // 12, index % 12 + 1, 1)) <= high:
            yield day
