"""What is known of a document beside its text: source, title, author, date, address, language."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|[T ])")


@dataclass(frozen=True, slots=True)
class Details:
    """What is known of a document beside its text. `None`: nothing is known."""

    source: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    lang: str | None = None

    def over(self, other: Details) -> Details:
        """These details, with gaps filled from `other`."""
        return Details(**{f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)})


def iso_date(text: str) -> str | None:
    """The date that an ISO 8601 date or time begins with, as precise as it is; None if there is none.

    >>> iso_date("2016-12-11T08:30:00Z"), iso_date("2016-12"), iso_date("Dec 11, 2016")
    ('2016-12-11', '2016-12', None)
    """
    match = _DATE.match(text.strip())
    if not match:
        return None
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return None
    return match[0]
