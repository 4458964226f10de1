"""Days written in words or figures, only where they cannot be read in two ways."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime

from rashomon.intake.details import iso_date

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
WRITTEN = re.compile(
    rf"(?<![\w/.-])(?:{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+(\d{{4}})|{_MONTH}\s+{_DAY},?\s+(\d{{4}})"
    r"|(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})([/.-])(\d{1,2})\11(\d{4}))(?![\w/-])",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?")
_SLASHED = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})\b")
_EARLIEST, _LATEST = 1900, 2100


def day(text: str | None) -> str | None:
    """The date of publication that a machine wrote: ISO 8601, RFC 2822, or in words; None if that is unsure.

    >>> [day(s) for s in ("2016-12-11T08:30:00Z", "Sun, 11 Dec 2016 08:30:00 GMT", "20161211", "1970-01-01", "2016")]
    ['2016-12-11', '2016-12-11', '2016-12-11', None, None]
    """
    text = (text or "").strip()[:100]
    if (iso := iso_date(text)) and len(iso) == 10:
        return _sensible(*map(int, iso.split("-")))
    if match := _COMPACT.fullmatch(text) or _SLASHED.match(text):
        return _sensible(*map(int, match.groups()))
    if "," in text[:4]:
        try:
            found = parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            return written_day(text)
        return _sensible(found.year, found.month, found.day)
    return written_day(text)


def written_day(text: str) -> str | None:
    """The only day that a text names; None if it names none, several, or one that can be read in two ways.

    >>> [written_day(s) for s in ("11 Dec. 2016", "December 11, 2016, 8 a.m.", "13/12/2016", "11/12/2016")]
    ['2016-12-11', '2016-12-11', '2016-12-13', None]
    """
    found = {_read(match) for match in WRITTEN.finditer(text)}
    return found.pop() if len(found) == 1 else None


def _read(match: re.Match[str]) -> str | None:
    d1, m1, y1, m2, d2, y2, y3, m3, d3, a, _, b, y4 = match.groups()
    if y1 or y2:
        return _sensible(int(y1 or y2), _MONTHS.index((m1 or m2)[:3].lower()) + 1, int(d1 or d2))
    if y3:
        return _sensible(int(y3), int(m3), int(d3))
    first, second = int(a), int(b)
    if first > 12 or first == second:
        return _sensible(int(y4), second, first)
    return _sensible(int(y4), first, second) if second > 12 else None


def _sensible(year: int, month: int, day: int) -> str | None:
    """The day, unless it is none or what an empty field is written as."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    if not _EARLIEST < year < _LATEST or found == date(1970, 1, 1):
        return None
    return found.isoformat()
