"""Parts of months, years and other intervals: early, mid, late, halves, quarters, the first week of."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.reading.dates.calendar import Day, Interval, day, of, span, whole
from rashomon.reading.dates.values.base import Moment, Value, closed_at
from rashomon.reading.dates.words import table

_WEEK = 6
_DECADE = 9


@dataclass(frozen=True, slots=True)
class Part:
    """Early, mid or late in something. The conventions stand in `dates.yaml` under `parts`."""

    part: str
    whole: Value

    def at(self, moment: Moment) -> Interval | None:
        """The days of a month or week, the months of a year, the years of a decade; else thirds."""
        closed = closed_at(self.whole, moment)
        if closed is None:
            return None
        found, first, last = closed
        rules = table("parts")[self.part]
        if (last - first).days <= 1:  # a day, or a night
            return found
        if found.first == found.last and found.first is not None:
            if found.first.month is not None:
                begin, end = rules["month"]
                return span(first.replace(day=begin), first.replace(day=min(end, last.day)))
            return _months(found.first.year, *rules["year"])
        if (last - first).days == _WEEK and first.weekday() == 0:
            begin, end = rules["week"]
            return span(first + timedelta(days=begin), first + timedelta(days=end))
        if last.year - first.year == _DECADE and first.day == first.month == 1:
            begin, end = rules["decade"]
            return Interval(Day(first.year + begin), Day(first.year + end))
        return fraction(first, last, rules["third"], 3)


@dataclass(frozen=True, slots=True)
class Fraction:
    """The n-th of so many equal parts: "the second half of June", "the third quarter of 2015"."""

    number: int
    parts: int
    whole: Value

    def at(self, moment: Moment) -> Interval | None:
        """Months of a year, days 1-15 and 16 on of a month, else equal numbers of days."""
        closed = closed_at(self.whole, moment)
        if closed is None:
            return None
        found, first, last = closed
        number = self.number if self.number > 0 else self.parts + 1 + self.number
        if not 1 <= number <= self.parts or self.parts > (last - first).days:
            return None
        if found.first == found.last and found.first is not None:
            if found.first.month is None:
                size = 12 // self.parts
                return _months(first.year, (number - 1) * size + 1, number * size)
            if self.parts == 2:
                return span(first, first.replace(day=15)) if number == 1 else span(first.replace(day=16), last)
        return fraction(first, last, number, self.parts)


@dataclass(frozen=True, slots=True)
class Count:
    """The n-th day, week or month of something, or its first or last few: "the last ten days of Ramadan".

    `number` counts from the end where negative. `width` is how many units are meant.
    """

    number: int
    width: int
    unit: str
    whole: Value

    def at(self, moment: Moment) -> Interval | None:
        """So many days, weeks or months from its beginning or end."""
        closed = closed_at(self.whole, moment)
        if closed is None:
            return None
        _, first, last = closed
        if self.unit == "month":
            return self._months(first, last)
        days = self.width * (7 if self.unit == "week" else 1)
        if self.number > 0:
            begin = first + timedelta(days=(self.number - 1) * (7 if self.unit == "week" else 1))
            end = begin + timedelta(days=days - 1)
        else:
            end = last
            begin = last - timedelta(days=days - 1)
        if begin < first or begin > last:
            return None
        return span(begin, min(end, last))

    def _months(self, first: date, last: date) -> Interval | None:
        if self.number > 0:
            start = first.month + self.number - 1
            return _months(first.year, start, start + self.width - 1) if start + self.width - 1 <= 12 else None
        return _months(last.year, max(1, last.month - self.width + 1), last.month)


@dataclass(frozen=True, slots=True)
class Night:
    """The night of a day: from its evening to the morning after, hence two days."""

    day: Value

    def at(self, moment: Moment) -> Interval | None:
        """The day and the next; what is two days already stays as it is."""
        found = self.day.at(moment)
        if found is None or found.day is None or found.days is None:
            return found
        return span(found.days[0], found.days[0] + timedelta(days=1))


def _months(year: int, first: int, last: int) -> Interval | None:
    begin, end = day(year, first), day(year, last)
    if begin is None or end is None:
        return None
    return whole(begin) if begin == end else Interval(begin, end)


def fraction(first: date, last: date, number: int, parts: int) -> Interval | None:
    """The n-th of so many parts of an interval: whole months where they come out even, else days."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    ends = last.day == calendar.monthrange(last.year, last.month)[1]
    if first.day == 1 and ends and months % parts == 0:
        size = months // parts
        at = first.year * 12 + first.month - 1 + (number - 1) * size
        begin, end = day(at // 12, at % 12 + 1), day((at + size - 1) // 12, (at + size - 1) % 12 + 1)
        return Interval(begin, end)
    days = (last - first).days + 1
    start, stop = days * (number - 1) // parts, days * number // parts
    return Interval(of(first + timedelta(days=start)), of(first + timedelta(days=stop - 1)))
