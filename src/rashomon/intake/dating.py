"""Dates as tables write them, to ISO 8601. What may mean two days is not guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Literal

from rashomon.intake.details import iso_date

Order = Literal["day", "month"]
"""What stands first in dates like 11/12/2016."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WORDS = [
    re.compile(rf"\b{pattern}\b", re.IGNORECASE)
    for pattern in (rf"{_MONTH}\.?\s+{_DAY}\s*,?\s+{_YEAR}", rf"{_DAY}[\s-]+(?:of\s+)?{_MONTH}\.?,?[\s-]+{_YEAR}")
]
_PARTS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?!\d)")
_DIGITS = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:T?(?:\d{4}|\d{6})Z?)?$")
_STAMP = re.compile(r"(\d{9,10})(?:\.\d+|\d{3})?$")
_EARLIEST_STAMP = 100_000_000  # 1973; what is less may be any number


def to_iso(text: str, order: Order | None = None) -> str | None:
    """The ISO date (or month, or year) that a date written in some common way is; None if it cannot be told.

    Args:
        text: the date, perhaps with a time of day; the day is the one written, in whatever zone.
        order: what stands first in dates of numbers, where that is known.

    >>> to_iso("Sun, 11 Dec 2016 08:30:00 GMT"), to_iso("25/12/2016"), to_iso("11/12/2016"), to_iso("1481445000")
    ('2016-12-11', '2016-12-25', None, '2016-12-11')
    """
    text = text.strip()
    if found := iso_date(text):
        return found
    if match := _YEAR_FIRST.match(text) or _DIGITS.match(text):
        year, month, day = match[1], match[match.re.groups - 1], match[match.re.groups]
        return _iso(int(year), int(month), int(day))
    if match := _PARTS.match(text):
        return _of_parts(match, order)
    for pattern in _WORDS:
        if match := pattern.search(text):
            return _iso(int(match["year"]), _MONTHS.index(match["month"][:3].lower()) + 1, int(match["day"]))
    if (match := _STAMP.match(text)) and int(match[1]) >= _EARLIEST_STAMP:
        return datetime.fromtimestamp(int(match[1]), UTC).date().isoformat()
    return None


def is_of_parts(text: str) -> bool:
    """Whether this is a date of three numbers, year last, whose order is not fixed by custom."""
    match = _PARTS.match(text.strip())
    return bool(match and match[2] != ".")


def order_of(texts: Iterable[str]) -> Order | None:
    """What stands first in a column of dates, told by numbers over 12; None if there are none, or both ways."""
    day = month = False
    for text in texts:
        match = _PARTS.match(text.strip())
        if match and match[2] != ".":
            day = day or int(match[1]) > 12
            month = month or int(match[3]) > 12
    if day == month:
        return None
    return "day" if day else "month"


def _of_parts(match: re.Match[str], order: Order | None) -> str | None:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if match[2] == "." or first == second or first > 12:  # with stops, the day comes first
        order = "day"
    elif second > 12:
        order = "month"
    if order is None:
        return None
    return _iso(year, second, first) if order == "day" else _iso(year, first, second)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
