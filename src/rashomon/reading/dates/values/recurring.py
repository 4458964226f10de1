"""What comes round each year: seasons, feasts, months of the Islamic calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol

from hijridate import Gregorian, Hijri

from rashomon.reading.dates.calendar import Day, Interval, day, of, span
from rashomon.reading.dates.values.base import Moment, Value, closed_at

_ISLAMIC_YEARS = (1343, 1500)
"""The years AH that Umm al-Qura tables cover (1924 to 2077)."""
_ISLAMIC_BEFORE = 1700
"""A year below is one of the Islamic calendar."""


class Recurrence(Protocol):
    """Something that comes round."""

    def turns(self, year: int) -> Sequence[Interval]:
        """Its intervals that begin in this year of the Gregorian calendar."""


@dataclass(frozen=True, slots=True)
class Recurring:
    """A recurrence in one year: the one written, else the latest begun (or the next, for deeds ahead).

    `shift`: -1 "last summer" (over by now), +1 "next summer". `near`: "this autumn", the one under way or the
    nearest.
    """

    what: Recurrence
    year: int | None = None
    shift: int = 0
    near: bool = False

    def at(self, moment: Moment) -> Interval | None:
        """Its interval; None if no year is written and the document's date is not known."""
        if self.year is not None:
            found = self._in_year(self.year)
            return found[0] if found else None
        anchor = moment.story or moment.today or moment.before
        if anchor is None:
            return None
        turns = [t for year in (-2, -1, 0, 1, 2) for t in self.what.turns(anchor.year + year) if t.days]
        ahead = (moment.ahead and self.shift == 0) or self.shift > 0
        last, first = anchor.last, anchor.first
        if self.near:
            return min(turns, key=lambda t: _distance(t, first)) if turns else None
        if ahead:
            coming = [t for t in turns if t.days and t.days[1] >= first and (self.shift == 0 or t.days[0] > last)]
            return coming[0] if coming else None
        gone = [t for t in turns if t.days and (t.days[1] < first if self.shift < 0 else t.days[0] <= last)]
        return gone[-1] if gone else None

    def _in_year(self, year: int) -> Sequence[Interval]:
        if year >= _ISLAMIC_BEFORE:
            return self.what.turns(year)
        if not isinstance(self.what, Islamic):
            return ()
        found = self.what.of_year(year)
        return (found,) if found else ()


def _distance(interval: Interval, day: date) -> int:
    """How many days lie between a day and an interval; 0: none."""
    assert interval.days is not None
    return max(0, (interval.days[0] - day).days, (day - interval.days[1]).days)


@dataclass(frozen=True, slots=True)
class Season:
    """Meteorological seasons of the northern half: spring is March to May; a winter has the year of its December."""

    month: int

    def turns(self, year: int) -> Sequence[Interval]:
        """The three months."""
        last = self.month + 2
        end = Day(year, last) if last <= 12 else Day(year + 1, last - 12)
        return (Interval(Day(year, self.month), end),)


@dataclass(frozen=True, slots=True)
class Anniversary:
    """A fixed day, or one of several days where custom differs (`last_day`)."""

    month: int
    day: int
    last_day: int | None = None

    def turns(self, year: int) -> Sequence[Interval]:
        """The day."""
        first, last = day(year, self.month, self.day), day(year, self.month, self.last_day or self.day)
        return (Interval(first, last),) if first and last else ()


@dataclass(frozen=True, slots=True)
class Easter:
    """So many days after Easter Sunday, of the western churches or of the eastern."""

    offset: int
    rite: Literal["western", "eastern"]

    def turns(self, year: int) -> Sequence[Interval]:
        """The day."""
        sunday = _western(year) if self.rite == "western" else _eastern(year)
        found = of(sunday + timedelta(days=self.offset))
        return (Interval(found, found),)


def _western(year: int) -> date:
    """Gregorian Easter, by the anonymous rule in Meeus, Astronomical Algorithms (1991), chapter 8."""
    century, rest = divmod(year, 100)
    golden = year % 19
    skipped = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - skipped - rest % 4) % 7
    late = (golden + 11 * skipped + 22 * to_sunday) // 451
    month, number = divmod(skipped + to_sunday - 7 * late + 114, 31)
    return date(year, month, number + 1)


def _eastern(year: int) -> date:
    """Julian Easter (the same chapter) as a Gregorian date: thirteen days on, from 1900 to 2099."""
    full_moon = (19 * (year % 19) + 15) % 30
    to_sunday = (2 * (year % 4) + 4 * (year % 7) - full_moon + 34) % 7
    month, number = divmod(full_moon + to_sunday + 114, 31)
    return date(year, month, number + 1) + timedelta(days=year // 100 - year // 400 - 2)


@dataclass(frozen=True, slots=True)
class Islamic:
    """A month, a day, or days of the Islamic calendar by Umm al-Qura (`hijridate`).

    Where the crescent is sighted locally, a month may begin a day earlier or later: single days and feasts
    are therefore a day wider at both ends, whole months are not.
    """

    month: int
    day: int | None = None
    days: int = 1

    def turns(self, year: int) -> Sequence[Interval]:
        """One turn a year, now and then two."""
        here = (year - 622) * 33 // 32
        found = [t for y in range(here - 1, here + 4) if (t := self.of_year(y)) and t.days]
        return [t for t in found if t.days and self._begins(t.days[0]).year == year]

    def _begins(self, first: date) -> date:
        return first + timedelta(days=1) if self.day else first

    def of_year(self, year: int) -> Interval | None:
        """The days of a year AH; None where the tables end."""
        if not _ISLAMIC_YEARS[0] <= year <= _ISLAMIC_YEARS[1]:
            return None
        length = Hijri(year, self.month, 1).month_length()
        if self.day is None:
            first = _gregorian(year, self.month, 1)
            return span(first, first + timedelta(days=length - 1))
        if self.day > length:
            return None
        first = _gregorian(year, self.month, self.day)
        return span(first - timedelta(days=1), first + timedelta(days=self.days))


@dataclass(frozen=True, slots=True)
class Either:
    """A name that several share: "Eid"."""

    members: tuple[Recurrence, ...]

    def turns(self, year: int) -> Sequence[Interval]:
        """All of them, in order of time."""
        found = [t for member in self.members for t in member.turns(year)]
        return sorted(found, key=lambda t: t.iso)


def _gregorian(year: int, month: int, number: int) -> date:
    found: Gregorian = Hijri(year, month, number).to_gregorian()
    return date(found.year, found.month, found.day)


@dataclass(frozen=True, slots=True)
class Sighted:
    """A single day of a month that begins when its crescent is sighted: a day wider at both ends."""

    value: Value

    def at(self, moment: Moment) -> Interval | None:
        """The day with its neighbours."""
        closed = closed_at(self.value, moment)
        if closed is None:
            return None
        _, first, last = closed
        return span(first - timedelta(days=1), last + timedelta(days=1))
