"""Days, months and years as partial ISO dates, intervals of them, and reckoning with both."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.model import Document

OPEN = ".."
"""An end that is not known, as in ISO 8601-2 (Extended Date/Time Format): `2011/..`, `../2016-03`."""

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_IN_URL = re.compile(r"/((?:19|20)\d{2})[/-](0[1-9]|1[0-2])(?:[/-](0[1-9]|[12]\d|3[01]))?(?=[/-]|$)")


@dataclass(frozen=True, slots=True)
class Day:
    """A date that may lack its day, or day and month."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """As ISO 8601, to the precision known."""
        text = f"{self.year:04d}"
        if self.month:
            text += f"-{self.month:02d}"
            if self.day:
                text += f"-{self.day:02d}"
        return text

    @property
    def exact(self) -> date | None:
        """The calendar day, if it is known."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    @property
    def first(self) -> date:
        """The first day that it may be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that it may be."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def as_fine_as(self, other: Day) -> Day:
        """This date, no more exact than another."""
        return Day(self.year, self.month if other.month else None, self.day if other.month and other.day else None)


@dataclass(frozen=True, slots=True)
class Interval:
    """From one date to another, both included; None: open. A single date has itself at both ends."""

    first: Day | None
    last: Day | None

    @property
    def iso(self) -> str:
        """`2016-01-09`, `2015-05`, `2011/2016`, `2016-05-01/2016-05-10`, `2011/..`."""
        if self.first == self.last and self.first is not None:
            return self.first.iso
        return f"{self.first.iso if self.first else OPEN}/{self.last.iso if self.last else OPEN}"

    @property
    def day(self) -> Day | None:
        """The one calendar day that it is, if it is one."""
        return self.first if self.first == self.last and self.first is not None and self.first.day else None

    @property
    def days(self) -> tuple[date, date] | None:
        """Its first and its last day, unless an end is open."""
        return (self.first.first, self.last.last) if self.first and self.last else None


def day(year: int, month: int | None = None, number: int | None = None) -> Day | None:
    """A date if there is such a one, else None."""
    if not 1 <= year <= 9999 or (month is not None and not 1 <= month <= 12):
        return None
    if number is not None and (month is None or not 1 <= number <= calendar.monthrange(year, month)[1]):
        return None
    return Day(year, month, number)


def parsed(iso: str) -> Day:
    """A date as `Day.iso` writes it."""
    return Day(*(int(part) for part in iso.split("-")))


def of(exact: date) -> Day:
    """A calendar day as `Day`."""
    return Day(exact.year, exact.month, exact.day)


def whole(found: Day | None) -> Interval | None:
    """A single date as an interval."""
    return None if found is None else Interval(found, found)


def between(first: Day | None, last: Day | None) -> Interval | None:
    """The interval of two known dates; None if one is lacking or they stand the wrong way round."""
    return Interval(first, last) if first and last and first.first <= last.last else None


def span(first: date, last: date) -> Interval:
    """The interval of two calendar days."""
    return Interval(of(first), of(last))


def shifted(start: Day, days: int) -> Day | None:
    """So many days on; from a month or year only a shift within it is known."""
    exact = start.exact
    if exact is None:
        return start if abs(days) <= 1 else None
    try:
        return of(exact + timedelta(days=days))
    except OverflowError:
        return None


def month_shifted(start: Day, months: int) -> Day | None:
    """The month so many months on, without its day."""
    if start.month is None:
        return None
    index = start.year * 12 + start.month - 1 + months
    return day(index // 12, index % 12 + 1)


def monday(exact: date) -> date:
    """The Monday of its week."""
    return exact - timedelta(days=exact.weekday())


def published(document: Document) -> Day | None:
    """The document's date: of publication, else as the usual date in its web address."""
    for found in (_ISO.match(document.published or ""), _IN_URL.search(document.url or "")):
        if found:
            year, month, number = (int(g) if g else None for g in found.groups())
            assert year is not None
            return day(year, month, number) or day(year, month) or day(year)
    return None
