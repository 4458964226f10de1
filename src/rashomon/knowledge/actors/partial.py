"""Partial ISO dates: a year, a month or a day, as knowledge has it."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Any

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def iso(value: Any) -> str:
    """A partial date as text, from what YAML makes of it. Raises ValueError if it is none.

    >>> iso(2016), iso("2016-07"), iso(date(2016, 7, 28))
    ('2016', '2016-07', '2016-07-28')
    """
    text = value.isoformat() if type(value) is date else str(value)
    bounds(text)
    return text


def is_date(text: str) -> bool:
    """Whether a text is a partial ISO date."""
    try:
        bounds(text)
    except ValueError:
        return False
    return True


def bounds(text: str) -> tuple[date, date]:
    """The first and the last day that a partial date may mean. Raises ValueError if it is none.

    >>> bounds("2016-02")
    (datetime.date(2016, 2, 1), datetime.date(2016, 2, 29))
    """
    match = _ISO.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no date (YYYY, YYYY-MM or YYYY-MM-DD)")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        first = date(year, 1 if month is None else month, 1 if day is None else day)
        if day is not None:
            return first, first
        last = 12 if month is None else month
        return first, date(year, last, calendar.monthrange(year, last)[1])
    except ValueError as error:
        raise ValueError(f"{text!r} is no date: {error}") from error


def meets(on: str, start: str | None, end: str | None) -> bool:
    """Whether a stretch of time may include a date, partial dates taken in their widest sense; None: no bound."""
    first, last = bounds(on)
    return (start is None or bounds(start)[0] <= last) and (end is None or bounds(end)[1] >= first)
