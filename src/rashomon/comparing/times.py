"""When claims say that something happens: intervals of days."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from rashomon.model.when import days_of


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
    known = days_of(when) if when else None
    if known is None:
        return None
    return Days((known.first or date.min).toordinal(), (known.last or date.max).toordinal())
