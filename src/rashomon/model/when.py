"""The dates of claims (`Claim.when`, `Claim.said`) as calendar days."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import NamedTuple

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_OPEN = ".."


class Days(NamedTuple):
    """From the first to the last day that a date may mean, both included; None: that end is open."""

    first: date | None
    last: date | None


def days_of(when: str) -> Days | None:
    """The days of an ISO date, month, year, or interval of two of these; `..` is an open end. None: it is none.

    >>> days_of("2016-02")
    Days(first=datetime.date(2016, 2, 1), last=datetime.date(2016, 2, 29))
    >>> days_of("../2016-03-27")
    Days(first=None, last=datetime.date(2016, 3, 27))
    """
    start, slash, end = when.partition("/")
    if not slash:
        return _single(start)
    begun = Days(None, None) if start == _OPEN else _single(start)
    ended = Days(None, None) if end == _OPEN else _single(end)
    if begun is None or ended is None or (begun.first is None and ended.last is None):
        return None
    if begun.first and ended.last and begun.first > ended.last:
        return None
    return Days(begun.first, ended.last)


def _single(text: str) -> Days | None:
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return Days(first, first)
    last = month or 12
    return Days(first, date(year, last, calendar.monthrange(year, last)[1]))
