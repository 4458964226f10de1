"""Expressions that are reckoned from the document's date, or from the last day named before."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from rashomon.reading.dates.calendar import Day, Interval, between, day, monday, month_shifted, of, shifted, span, whole
from rashomon.reading.dates.values.base import Moment, Value, closed_at
from rashomon.reading.dates.words import table

_DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
_YEARS = {"year": 1, "decade": 10, "century": 100}
_HOURS = 24


@dataclass(frozen=True, slots=True)
class Today:
    """The document's date."""

    def at(self, moment: Moment) -> Interval | None:
        """The day, or the month or year where no more is known."""
        return whole(moment.today)


@dataclass(frozen=True, slots=True)
class Running:
    """The last day that the text named before; `coarse`: or the last month or year."""

    coarse: bool = False

    def at(self, moment: Moment) -> Interval | None:
        """The day; None if none was named."""
        return whole(moment.lately or moment.before) if self.coarse else whole(moment.before)


@dataclass(frozen=True, slots=True)
class Moved:
    """So many units on or back from a date; `low` and `high` bound what is vague ("a few days ago").

    A unit is as exact as it is: so many days give a day, weeks a week (the day with three to either side),
    months a month, years a year, decades two years to either side, hours the days they may fall on.
    """

    base: Value
    low: int
    high: int
    unit: str

    def at(self, moment: Moment) -> Interval | None:
        """The interval in which it falls."""
        start = self.base.at(moment)
        if start is None or start.days is None or start.first is None or start.last is None:
            return None
        if self.unit in _YEARS:
            margin = table("margins").get(self.unit, 0) if self.low == self.high else 0
            years = _YEARS[self.unit]
            return _ordered(
                day(start.first.year + self.low * years - margin), day(start.last.year + self.high * years + margin)
            )
        if self.unit == "month":
            return _ordered(month_shifted(start.first, self.low), month_shifted(start.last, self.high))
        if self.unit == "hour":
            return _ordered(shifted(start.first, self.low // _HOURS), shifted(start.last, -(-self.high // _HOURS)))
        size = _DAYS[self.unit]
        margin = table("margins").get(self.unit, 0) if self.low == self.high else 0
        if margin and start.first.exact is None:
            return None
        return _ordered(shifted(start.first, self.low * size - margin), shifted(start.last, self.high * size + margin))


def _ordered(first: Day | None, last: Day | None) -> Interval | None:
    if first is None or last is None:
        return None
    return Interval(first, last) if first.first <= last.first else Interval(last, first)


@dataclass(frozen=True, slots=True)
class Unit:
    """A week, month, year, quarter, season, weekend or decade: this one, or so many on or back from it."""

    base: Value
    shift: int
    unit: str
    number: int = 0

    def at(self, moment: Moment) -> Interval | None:
        """The unit that holds the base, moved."""
        start = self.base.at(moment)
        if start is None or start.first is None:
            return None
        here = start.first
        if self.unit == "day":
            return whole(shifted(here, self.shift))
        if self.unit == "year":
            return whole(day(here.year + self.shift))
        if self.unit == "decade":
            first = here.year // 10 * 10 + 10 * self.shift
            return between(day(first), day(first + 9))
        if self.unit == "month":
            return whole(month_shifted(here, self.shift))
        if self.unit == "quarter":
            return _quarter(here, self.shift)
        exact = here.exact
        if exact is None:
            return whole(here) if self.shift == 0 else None
        start_of_week = monday(exact) + timedelta(weeks=self.shift * (2 if self.unit == "fortnight" else 1))
        if self.unit == "weekend":
            return _weekend(exact, self.shift, moment.ahead)
        return span(start_of_week, start_of_week + timedelta(days=6))


def _quarter(here: Day, shift: int) -> Interval | None:
    if here.month is None:
        return None
    index = here.year * 4 + (here.month - 1) // 3 + shift
    year, quarter = divmod(index, 4)
    return between(day(year, quarter * 3 + 1), day(year, quarter * 3 + 3))


def _weekend(exact: date, shift: int, ahead: bool | None) -> Interval | None:
    """Saturday and Sunday: the latest that has begun, or for deeds ahead the next."""
    saturday = monday(exact) + timedelta(days=5)
    if exact < saturday and not ahead and shift <= 0:
        saturday -= timedelta(days=7)
        shift = min(0, shift + 1)
    return span(saturday + timedelta(weeks=shift), saturday + timedelta(weeks=shift, days=1))


@dataclass(frozen=True, slots=True)
class Stretch:
    """The last (or next) so many units up to (or from) a date: "over the past six months"."""

    amount: int
    unit: str
    base: Value = field(default_factory=Today)

    def at(self, moment: Moment) -> Interval | None:
        """From then to the base, as exact as the unit; what comes next in a story goes on from its last day."""
        base = self.base
        if self.amount > 0 and moment.ahead is False and moment.before is not None:
            base = Running()
        anchor = base.at(moment)
        if anchor is None or anchor.first is None:
            return None
        here = anchor.first
        if self.unit in _YEARS:
            return _either_way(Day(here.year), day(here.year + self.amount * _YEARS[self.unit]))
        if self.unit == "month":
            return _either_way(month_shifted(here, 0), month_shifted(here, self.amount))
        if here.exact is None:
            return None
        days = -(-abs(self.amount) // _HOURS) if self.unit == "hour" else abs(self.amount) * _DAYS[self.unit]
        return _either_way(here, shifted(here, days if self.amount > 0 else -days))


def _either_way(one: Day | None, other: Day | None) -> Interval | None:
    return between(one, other) or between(other, one)


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Earlier (or later) in a unit: from its beginning to the document's date, or from there to its end."""

    unit: Unit
    later: bool

    def at(self, moment: Moment) -> Interval | None:
        """The part of the unit before, or after, the document's date."""
        closed = closed_at(self.unit, moment)
        today = moment.today
        if closed is None or today is None:
            return None
        found, first, last = closed
        if today.exact is None:
            return found
        return between(today, of(last)) if self.later else between(of(first), today)


@dataclass(frozen=True, slots=True)
class Lasting:
    """For so long: up to the document's date if it goes on ("has besieged it for ten days"), else unknown."""

    stretch: Stretch

    def at(self, moment: Moment) -> Interval | None:
        """The stretch, if the verb says that it lasts."""
        return self.stretch.at(moment) if moment.lasting else None


@dataclass(frozen=True, slots=True)
class Ahead:
    """An expression that means a time only for deeds ahead: "will leave in three days"."""

    value: Value

    def at(self, moment: Moment) -> Interval | None:
        """What it holds, if the deed lies ahead."""
        return self.value.at(moment) if moment.ahead else None


@dataclass(frozen=True, slots=True)
class Within:
    """One date reckoned from inside another: "Monday last week", "3 May last year"."""

    inner: Value
    outer: Value

    def at(self, moment: Moment) -> Interval | None:
        """The inner date as it falls in the outer interval; None if it falls outside."""
        closed = closed_at(self.outer, moment)
        if closed is None:
            return None
        _, first, last = closed
        inner = self.inner.at(replace(moment, today=of(last), story=None, before=None, ahead=False))
        if inner is None or inner.days is None or inner.days[0] < first or inner.days[1] > last:
            return None
        return inner
