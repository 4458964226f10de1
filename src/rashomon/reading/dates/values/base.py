"""What every date expression is: something that becomes an interval once its moment is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from rashomon.reading.dates.calendar import Day, Interval


@dataclass(frozen=True, slots=True)
class Moment:
    """From where an expression is reckoned.

    Attributes:
        today: the document's date (publication, else dateline).
        before: the last day that the text named before (the story's running date).
        lately: the last date named, be it a month or a year.
        story: that day where it was written with its year just before, so that the story stands there.
        ahead: whether the deed lies in the future (True), in the past (False), or may be either (None).
        lasting: whether the verb says that it goes on ("has besieged it for three months").
        month_first: whether the outlet's country writes 5/3/2016 for 3 May; None: not known.
    """

    today: Day | None = None
    before: Day | None = None
    lately: Day | None = None
    story: Day | None = None
    ahead: bool | None = None
    lasting: bool = False
    month_first: bool | None = None


class Value(Protocol):
    """What a date expression stands for."""

    def at(self, moment: Moment) -> Interval | None:
        """The interval that it means at this moment; None where that cannot be known."""


def closed_at(value: Value, moment: Moment) -> tuple[Interval, date, date] | None:
    """What a value means with its first and its last day; None where it cannot be known or an end is open."""
    found = value.at(moment)
    return (found, *found.days) if found is not None and found.days is not None else None


@dataclass(frozen=True, slots=True)
class Fixed:
    """An interval that is known whatever the moment: a decade, a date that has become a name."""

    interval: Interval

    def at(self, moment: Moment) -> Interval | None:
        """As written."""
        return self.interval


@dataclass(frozen=True, slots=True)
class Unknown:
    """An expression of time whose anchor is no date: "two days after the raid"."""

    def at(self, moment: Moment) -> Interval | None:
        """Cannot be known."""
        return None
