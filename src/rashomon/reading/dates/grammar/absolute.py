"""Dates as written: "9 January 2016", "May 3-5", "2016-05-03T23:30Z", "3/5/2016", "the 1990s"."""

from __future__ import annotations

import re

from rashomon.reading.dates.calendar import Day, Interval
from rashomon.reading.dates.grammar.stream import Stream
from rashomon.reading.dates.values import Fixed, Moment, Numeric, Range, Value, Written
from rashomon.reading.dates.words import table, words

Found = tuple[Value, int] | None
"""What was read, and the position after it."""

_ISO = re.compile(
    r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)"
    r"(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z\b|UTC\b|GMT\b|[+-]\d{2}:?\d{2})?)?"
)
_FIGURES = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2((?:1[5-9]|20)\d\d|\d\d)(?![\d/]|[.-]\d)")
_YEAR_MONTH = re.compile(r"((?:1[5-9]|20)\d\d)-(0[1-9]|1[0-2])(?![\d-])")
_YEARS = re.compile(r"((?:1[5-9]|20)\d\d)\s?[-–—/]\s?((?:1[5-9]|20)\d\d|\d\d)(?![\d-]|\.\d)")
_DECADE = re.compile(r"((?:1[5-9]|20)\d0)[’']?s\b")
_CENTURY = 100
_PIVOT = 69
"""Two figures up to this are a year of the 2000s (POSIX `%y`)."""


def figures(s: Stream, i: int) -> Found:
    """Dates in figures, with their time of day and zone if one is written; the day is the zone's own."""
    if not s.words[i].isdigit():
        return None
    at = s.spans[i][0]
    if at and (s.text[at - 1] in "/.$€£#" or (s.text[at - 1] == "-" and at > 1 and s.text[at - 2].isdigit())):
        return None
    if found := s.phrase(i, "names"):
        name, end = found
        if s.low[end] != "/" and not s.touches(end):
            year, month, number = (int(part) for part in str(table("names")[name]).split("-"))
            only = Day(year, month, number)
            return Fixed(Interval(only, only)), end
    for pattern, read in (
        (_ISO, _iso),
        (_FIGURES, _numeric),
        (_YEAR_MONTH, _year_month),
        (_YEARS, _years),
        (_DECADE, _decade),
    ):
        match = pattern.match(s.text, at)
        if match and (value := read(match)) is not None:
            return value, s.after(match.end(), i)
    return None


def _iso(m: re.Match[str]) -> Value | None:
    return _real(Written(int(m[1]), int(m[3]), int(m[4])))


def _real(value: Written) -> Value | None:
    """The date if there is such a day."""
    return value if value.at(Moment()) is not None else None


def _numeric(m: re.Match[str]) -> Value | None:
    """The day comes first between dots or dashes (no locale of Unicode CLDR writes M.D.Y), either between slashes."""
    first, second, year = int(m[1]), int(m[3]), int(m[4])
    if len(m[4]) == 2:
        if m[2] != "/":
            return None
        year += 2000 if year <= _PIVOT else 1900
    if m[2] != "/":
        return _real(Written(year, second, first)) or _real(Written(year, first, second))
    day_first, month_first = _real(Written(year, second, first)), _real(Written(year, first, second))
    if day_first and month_first and first != second:
        return Numeric(first, second, year)
    return day_first or month_first


def _year_month(m: re.Match[str]) -> Value | None:
    """Reads "2016-05"; but "2011-12" is a span of years."""
    return Written(int(m[1]), int(m[2])) if int(m[2]) <= int(m[1]) % _CENTURY else None


def _years(m: re.Match[str]) -> Value | None:
    first, last = int(m[1]), int(m[2])
    if len(m[2]) == 2:
        last += first // _CENTURY * _CENTURY
    return Fixed(Interval(Day(first), Day(last))) if last > first else None


def _decade(m: re.Match[str]) -> Value | None:
    """The 1990s; the 1800s are a century, the 2000s a decade."""
    first = int(m[1])
    years = _CENTURY if first % _CENTURY == 0 and first < 2000 else 10
    return Fixed(Interval(Day(first), Day(first + years - 1)))


def year(s: Stream, i: int) -> int | None:
    """The year that stands here, if the number may be one."""
    word = s.words[i] if i < len(s) else ""
    if len(word) != 4 or not word.isdigit() or not 1500 <= int(word) < 2100:
        return None
    if s.touches(i) and s.words[i - 1] in {"/", "$", "€", "£", "#", "."}:
        return None
    if s.touches(i + 1) and s.words[i + 1][0].isalpha():
        return None
    figures = s.touches(i + 1) and s.touches(i + 2) and s.words[i + 2].isdigit()
    return None if figures and s.words[i + 1] in ",./" else int(word)


def bare_year(s: Stream, i: int) -> Found:
    """A year alone."""
    found = year(s, i)
    return (Written(found), i + 1) if found is not None else None


def number_of_day(s: Stream, i: int) -> tuple[int, int] | None:
    """A day of the month: "9", "9th", "ninth"."""
    if i >= len(s):
        return None
    word = s.words[i]
    if word.isdigit():
        if len(word) > 2 or not 1 <= int(word) <= 31:
            return None
        marked = s.touches(i + 1) and s.low[i + 1] in words("ordinal_marks")
        return int(word), i + (2 if marked else 1)
    found = s.phrase(i, "ordinals")
    return (table("ordinals")[found[0]], found[1]) if found else None


def month_name(s: Stream, i: int) -> tuple[int, int] | None:
    """A month, capitalised, with the dot of its abbreviation."""
    number = table("months").get(s.low[i])
    if number is None or not s.capital(i):
        return None
    dotted = s.low[i + 1] == "." and s.touches(i + 1) and len(s.low[i]) <= 4 and s.low[i] not in {"may", "june", "july"}
    return number, i + (2 if dotted and (i + 2 >= len(s) or not s.capital(i + 2)) else 1)


def day_first(s: Stream, i: int) -> Found:
    """Reads "9 January 2016", "3-5 May", "the night of 3 and 4 May", "the ninth of January"."""
    begun = number_of_day(s, i)
    if begun is None or (s.touches(i) and s.words[i - 1] in "/.:$€£#"):
        return None
    first, j = begun
    last = first
    while s.low[j] in words("to") | {",", "or", "&"} and (more := number_of_day(s, j + 1)):
        last, j = more
    j = s.skip(j, "day")
    j = s.skip(j, "of")
    named = month_name(s, j)
    if named is None:
        return None
    month, j = named
    which, j = _year_after(s, j)
    return _one_or_two(which, month, first, last), j


def month_first(s: Stream, i: int) -> Found:
    """Reads "January 9, 2016", "May 3-5", "May 2016", "May"."""
    named = month_name(s, i)
    if named is None:
        return None
    month, j = named
    k = s.skip(j, "the")
    begun = number_of_day(s, k)
    if begun and s.words[k].isalpha() and k == j:
        begun = None  # "In May second thoughts"
    if begun and _is_day(s, begun[1]) and not _counts(s, i, k, begun[1]):
        first, k = begun
        last = first
        if s.low[k] in words("to") - {"and"} and (more := number_of_day(s, k + 1)) and _is_day(s, more[1]):
            last, k = more if month_name(s, more[1]) is None else (first, k)
        which, k = _year_after(s, k)
        return _one_or_two(which, month, first, last), k
    k = s.skip(j, "of", "in", ",")
    which_year = year(s, k) if k <= j + 1 else None
    if which_year is not None:
        return Written(which_year, month), k + 1
    return Written(None, month), j


def _is_day(s: Stream, j: int) -> bool:
    """Whether the number before this position is a day, not a time, a sum or a year in short."""
    if s.touches(j) and s.low[j] in {":", "%"}:
        return False
    figures = s.touches(j) and s.touches(j + 1) and s.words[j + 1].isdigit()
    return not (figures and s.low[j] in {",", "."})


def _counts(s: Stream, i: int, k: int, end: int) -> bool:
    """Whether the number after a month counts what follows: "in May 20 people fled"."""
    return i > 0 and s.low[i - 1] == "in" and end == k + 1 and s.low[end] != ","


def _year_after(s: Stream, j: int) -> tuple[int | None, int]:
    k = s.skip(j, ",", "of", "in") if s.low[j] in {",", "of", "in"} else j
    found = year(s, k) if k <= j + 1 else None
    return (found, k + 1) if found is not None else (None, j)


def _one_or_two(which: int | None, month: int, first: int, last: int) -> Value:
    if last <= first:
        return Written(which, month, first)
    return Range(Written(which, month, first), Written(which, month, last))


def day_alone(s: Stream, i: int) -> Found:
    """Reads "on the 3rd"."""
    before = s.low[i - 2 : i] if i > 1 else []
    if before[-1:] != ["the"] or before[0] not in words("on") | words("to") | words("between"):
        return None
    if not s.words[i].isdigit() or len(s.words[i]) > 2:
        return None
    found = number_of_day(s, i)
    if found is None or found[1] != i + 2:
        return None
    follows = s.words[found[1]] if found[1] < len(s) else "."
    return (
        (Written(None, None, found[0]), found[1]) if not follows[0].isalpha() or follows in table("joining") else None
    )
