"""The day of a claim, and how exactly it is known."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, NamedTuple

from rashomon.model import Claim, Document
from rashomon.model.when import Days, days_of

Period = Literal["month", "year"]
UNDATED = "undated"


class Dated(NamedTuple):
    """The middle day of a time, and the number of days that it spans."""

    day: date
    span: int


def dated(when: str | None) -> Dated | None:
    """A date of a claim or a document as a day; None if there is none, or an end of it is open."""
    days = days_of(when) if when else None
    if days is None or days.first is None or days.last is None:
        return None
    span = (days.last - days.first).days + 1
    return Dated(days.first + timedelta(days=(span - 1) // 2), span)


def period_of(claim: Claim, document: Document, per: Period) -> str:
    """The month (`2016-05`) or year (`2016`) in which a claim's date lies; without a date, that of publication.

    `undated` if there is neither, or the date is wider than one such period.
    """
    when = claim.when or document.published
    days = days_of(when) if when else None
    return _within(days, 7 if per == "month" else 4) if days else UNDATED


def _within(days: Days, letters: int) -> str:
    if days.first is None or days.last is None:
        return UNDATED
    first, last = days.first.isoformat()[:letters], days.last.isoformat()[:letters]
    return first if first == last else UNDATED
