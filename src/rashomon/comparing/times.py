"""When claims say that something happens: intervals of days."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")


class Days(NamedTuple):
    """An interval of days, both ends included, as ordinals."""

    first: int
    last: int

    @property
    def exact(self) -> bool:
        """Whether it says which days are meant: ten at most."""
        return self.last - self.first < 10

    def meets(self, other: Days) -> bool:
        """Whether they share a day."""
        return self.first <= other.last and other.first <= self.last

    def gap(self, other: Days) -> int:
        """How many days lie between them; 0 if they meet."""
        return max(0, self.first - other.last, other.first - self.last)


@lru_cache(maxsize=4096)
def days(when: str | None) -> Days | None:
    """The days of a claim's `when`, None where it has none or it cannot be read."""
    if not when:
        return None
    start, _, end = when.partition("/")
    first = date.min.toordinal() if start == ".." else _ends(start)
    last = first if not end else date.max.toordinal() if end == ".." else _ends(end)
    if first is None or last is None:
        return None
    return Days(first if isinstance(first, int) else first.first, last if isinstance(last, int) else last.last)


def _ends(text: str) -> Days | None:
    found = _DATE.match(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        if day:
            return Days(*[date(year, month, day).toordinal()] * 2)
        last = calendar.monthrange(year, month)[1] if month else 31
        return Days(date(year, month or 1, 1).toordinal(), date(year, month or 12, last).toordinal())
    except ValueError:
        return None
