"""Dates as written, with or without their year, and ambiguous ones in figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from rashomon.reading.dates.calendar import Day, Interval, day, of, whole
from rashomon.reading.dates.values.base import Moment

_LONG_AGO = 9
_NEAR = 3
"""A month without year that lies so many months back, but only so few ahead, is rather the one ahead."""


@dataclass(frozen=True, slots=True)
class Written:
    """A date in words or figures. `shift`: -1 "last July", +1 "next July"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    shift: int = 0

    def at(self, moment: Moment) -> Interval | None:
        """The date; without year the nearest before the document's date (after it for deeds ahead)."""
        return whole(self.placed(moment))

    def placed(self, moment: Moment) -> Day | None:
        """The date itself, as exact as written; None if there is no such date or no way to know its year."""
        if self.year is not None:
            return day(self.year, self.month, self.day)
        if self.month is None:
            return self._of_month(moment)
        story = moment.story if self.shift == 0 else None
        if story is not None:
            found = day(story.year, self.month, self.day)
            if found is not None and (moment.today is None or found.last >= story.first):
                return found
        today = moment.today
        if today is None:
            return day(moment.before.year, self.month, self.day) if moment.before else None
        if today.month is None:
            return day(today.year, self.month, self.day)
        return self._nearest(today, moment.ahead)

    def _nearest(self, today: Day, ahead: bool | None) -> Day | None:
        assert today.month is not None
        candidates = [d for y in (-1, 0, 1) if (d := day(today.year + y, self.month, self.day))]
        coming = [d for d in candidates if not _past(d, today)]
        if ahead or self.shift > 0:
            return coming[0] if coming else None
        gone = [d for d in candidates if not _future(d, today)]
        if self.shift < 0:
            gone = [d for d in gone if (d.year, d.month) != (today.year, today.month)]
        elif gone and coming and ahead is None:
            back = (today.year - gone[-1].year) * 12 + today.month - (gone[-1].month or 0)
            near = (coming[0].year - today.year) * 12 + (coming[0].month or 0) - today.month
            if back >= _LONG_AGO and near <= _NEAR:
                return coming[0]
        return gone[-1] if gone else None

    def _of_month(self, moment: Moment) -> Day | None:
        """The nearest day of this number: "on the 3rd"."""
        today = moment.story or moment.today or moment.before
        if today is None or today.month is None or self.day is None:
            return None
        here = today.year * 12 + today.month - 1
        months = [divmod(here + n, 12) for n in (-1, 0, 1)]
        candidates = [d for year, month in months if (d := day(year, month + 1, self.day))]
        coming, gone = [d for d in candidates if not _past(d, today)], [d for d in candidates if not _future(d, today)]
        if moment.ahead or moment.story is not None:
            return coming[0] if coming else None
        return gone[-1] if gone else None


def _past(d: Day, today: Day) -> bool:
    if d.exact and today.exact:
        return d.exact < today.exact
    return (d.year, d.month or 0) < (today.year, today.month or 0)


def _future(d: Day, today: Day) -> bool:
    if d.exact and today.exact:
        return d.exact > today.exact
    return (d.year, d.month or 0) > (today.year, today.month or 0)


@dataclass(frozen=True, slots=True)
class Numeric:
    """Figures between slashes, either of which may be the month: "3/5/2016".

    A reading that lies after publication is dropped for deeds that are not ahead. If the outlet's country
    is known, its custom decides; else the interval covers both readings.
    """

    first: int
    second: int
    year: int

    def at(self, moment: Moment) -> Interval | None:
        """The day, or the interval from the earlier reading to the later."""
        day_first, month_first = day(self.year, self.second, self.first), day(self.year, self.first, self.second)
        if day_first is None or month_first is None or day_first == month_first:
            return whole(day_first or month_first)
        if moment.month_first is not None:
            return whole(month_first if moment.month_first else day_first)
        readings = sorted((day_first, month_first), key=lambda d: d.iso)
        if moment.today is not None and not moment.ahead:
            known = [d for d in readings if d.first <= moment.today.last]
            readings = known or readings
        return Interval(readings[0], readings[-1])


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (Monday is 0). `shift`: -1 "last Friday", +1 "next Friday".

    To the past: the latest such day up to the document's date ("on Friday" in Friday's report is that day);
    to the future for deeds ahead and "next". In a story that stands elsewhere, the first one from there on.
    A document dated by its month alone gives that month. `running`: "the following Friday", reckoned from the
    last day named.
    """

    number: int
    shift: int = 0
    running: bool = False

    def at(self, moment: Moment) -> Interval | None:
        """The day."""
        if self.running and moment.before is not None and moment.before.exact is not None:
            return Weekday(self.number, self.shift).at(Moment(today=moment.before))
        anchor = self._story(moment)
        if anchor is not None:
            return whole(of(anchor + timedelta(days=(self.number - anchor.weekday()) % 7)))
        today = moment.today
        if today is None or today.month is None:
            return None
        exact = today.exact
        if exact is None:
            return whole(today)
        if moment.ahead or self.shift > 0:
            forward = (self.number - exact.weekday()) % 7
            return whole(of(exact + timedelta(days=forward or (7 if self.shift > 0 else 0))))
        back = (exact.weekday() - self.number) % 7
        return whole(of(exact - timedelta(days=back or (7 if self.shift < 0 else 0))))

    def _story(self, moment: Moment) -> date | None:
        """The day from which a story that is not told from the document's date goes on."""
        story = moment.story or (moment.before if moment.today is None else None)
        return story.exact if story and self.shift == 0 else None


def in_year_of(value: Written, other: Written) -> Written:
    """A date without year takes another's: "on 4 April and on 6 May 2016"."""
    if value.year is None and value.shift == 0 and value.month is not None and other.year is not None:
        return replace(value, year=other.year)
    return value
