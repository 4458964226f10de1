"""Days, months and years as partial ISO dates, and reckoning with them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.model import Document

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
        """The calendar day, if it is known and exists."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


def day(year: int, month: int | None = None, number: int | None = None) -> Day | None:
    """A date if there is such a one, else None."""
    if not 1 <= year <= 9999 or (month is not None and not 1 <= month <= 12):
        return None
    if number is not None and (month is None or not 1 <= number <= calendar.monthrange(year, month)[1]):
        return None
    return Day(year, month, number)


def of(exact: date) -> Day:
    """A calendar day as `Day`."""
    return Day(exact.year, exact.month, exact.day)


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


def published(document: Document) -> Day | None:
    """The document's date: of publication, else as the usual date in its web address."""
    for found in (_ISO.match(document.published or ""), _IN_URL.search(document.url or "")):
        if found:
            year, month, number = (int(g) if g else None for g in found.groups())
            assert year is not None
            return day(year, month, number) or day(year, month) or day(year)
    return None
