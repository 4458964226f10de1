"""Dates of claims as people write them."""

from __future__ import annotations

from calendar import month_name

from rashomon.model.when import days_of


def written(when: str) -> str:
    """An ISO date, month, year, or interval of two of these in words; what is none of these as it is.

    >>> written("2016-03-27"), written("2016-03"), written("2016-03-25/2016-03-27")
    ('27 March 2016', 'March 2016', '25–27 March 2016')
    >>> written("2015-12/2016-02"), written("../2016-05"), written("2011/..")
    ('December 2015 – February 2016', 'until May 2016', 'from 2011')
    """
    if days_of(when) is None:
        return when
    start, slash, end = when.partition("/")
    if not slash or start == end:
        return " ".join(_words(start))
    if start == "..":
        return "until " + " ".join(_words(end))
    if end == "..":
        return "from " + " ".join(_words(start))
    one, other, shared = _words(start), _words(end), list[str]()
    while len(one) == len(other) > 1 and one[-1] == other[-1]:  # the year, the month: said once
        shared.insert(0, one.pop())
        other.pop()
    dash = "–" if len(one) == len(other) == 1 else " – "
    return " ".join((dash.join((" ".join(one), " ".join(other))), *shared))


def _words(date: str) -> list[str]:
    """Day, month and year, as far as they are given."""
    year, month, day = (*date.split("-"), "", "")[:3]
    return [*([str(int(day))] if day else []), *([month_name[int(month)]] if month else []), year]
