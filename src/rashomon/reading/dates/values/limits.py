"""Expressions that hold others: from one to another, since, until."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rashomon.reading.dates.calendar import Day, Interval, between
from rashomon.reading.dates.values.base import Moment, Value
from rashomon.reading.dates.values.parts import Part
from rashomon.reading.dates.values.written import Weekday, Written, in_year_of


@dataclass(frozen=True, slots=True)
class Range:
    """From one date to another: "from 28 March to 2 April 2016", "between Monday and Wednesday"."""

    first: Value
    last: Value

    def at(self, moment: Moment) -> Interval | None:
        """Both ends: the one that lacks its year or week is the nearest before (or after) the other."""
        first, last = _dated(self.first, self.last), self.last
        if _lacks(last) and not _lacks(first):
            begun = first.at(moment)
            if begun is None or begun.first is None:
                return None
            ended = last.at(Moment(today=begun.first, ahead=True))
        elif moment.ahead and isinstance(last, Weekday):
            begun = first.at(moment)
            ended = last.at(replace(moment, today=begun.first, story=None)) if begun and begun.first else None
        else:
            ended = last.at(moment)
            if ended is None or ended.last is None:
                return None
            begun = first.at(replace(moment, today=ended.last, story=None, ahead=False))
        return between(begun.first, ended.last) if begun and ended else None


def _lacks(value: Value) -> bool:
    if isinstance(value, Part):
        return _lacks(value.whole)
    return isinstance(value, Weekday) or (isinstance(value, Written) and value.year is None)


def _dated(value: Value, other: Value) -> Value:
    """The first date with the year of the last, or of the year before where it would come after it."""
    if isinstance(value, Part):
        return replace(value, whole=_dated(value.whole, other))
    inner = other.whole if isinstance(other, Part) else other
    if not isinstance(value, Written) or not isinstance(inner, Written):
        return value
    dated = in_year_of(value, inner)
    if dated is not value and dated.year and dated.month and inner.month and dated.month > inner.month:
        return replace(dated, year=dated.year - 1)
    return dated


@dataclass(frozen=True, slots=True)
class Since:
    """From then on: the interval ends with the document's date, as exact as its beginning; open without one."""

    start: Value

    def at(self, moment: Moment) -> Interval | None:
        """From the first day of the start to the document's date; what begins only after it is open."""
        coming = self.start.at(moment) if moment.ahead and moment.today else None
        if coming and coming.first and moment.today and coming.first.first > moment.today.last:
            return Interval(coming.first, None)
        begun = self.start.at(replace(moment, ahead=False))
        if begun is None or begun.first is None:
            return None
        if moment.today is None:
            return Interval(begun.first, None)
        end = moment.today.as_fine_as(begun.first)
        return between(begun.first, end) or begun


@dataclass(frozen=True, slots=True)
class Until:
    """Up to then: from the document's date for deeds ahead, else from a beginning that is not told (`../2016-03`)."""

    end: Value

    def at(self, moment: Moment) -> Interval | None:
        """Up to the last day of the end."""
        ended = self.end.at(moment)
        if ended is None or ended.last is None:
            return None
        first: Day | None = moment.today.as_fine_as(ended.last) if moment.ahead and moment.today else None
        if first is None:
            return Interval(None, ended.last)
        return between(first, ended.last)
