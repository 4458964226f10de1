"""The grammar of date expressions: which forms there are, in which order they are tried."""

from __future__ import annotations

from functools import cache

from rashomon.reading.dates.grammar import absolute, parts, recurring, relative
from rashomon.reading.dates.grammar.absolute import Found
from rashomon.reading.dates.grammar.stream import Stream, number_words, phrases
from rashomon.reading.dates.values import (
    Ahead,
    Fixed,
    Lasting,
    Moved,
    Night,
    Range,
    Recurring,
    Since,
    Stretch,
    Today,
    Unit,
    Until,
    Value,
    Weekday,
    Within,
    Written,
)
from rashomon.reading.dates.words import table, words

_TABLES = (
    "months", "weekdays", "short_weekdays", "ordinals", "final", "units", "parts_of_day", "days", "nights",
    "part_words", "seasons", "fall", "shifts", "later", "stretches", "recent", "vague", "couple", "bounds", "single",
    "since", "until", "from", "between", "for", "in", "within", "feasts", "easter", "eastern", "islamic_months",
    "islamic_feasts", "eid", "eve",
)  # fmt: skip


@cache
def starters() -> frozenset[str]:
    """The words that a date expression can begin with, beside figures."""
    return (frozenset(w for name in _TABLES for w in phrases(name)) | frozenset(number_words()) | {"q"}) - {"the"}


def expression(s: Stream, i: int) -> Found:
    """The date expression that begins here, prepositions that bound it included; None if none does."""
    word = s.low[i]
    if found := s.phrase(i, "since"):
        inner = ranged(s, s.skip(found[1], "the", "about", "around", "at", "least"))
        return (Since(inner[0]), inner[1]) if inner else None
    if (found := s.phrase(i, "until")) and not (i and s.low[i - 1] == "-"):
        inner = ranged(s, s.skip(found[1], "the", "about", "around", "at", "least"))
        return (Until(inner[0]), inner[1]) if inner else None
    if word in words("between") or word in words("from"):
        return _bounded(s, i)
    if word in words("for") or word in words("in") or word in words("within"):
        return _how_long(s, i)
    return ranged(s, i)


def ranged(s: Stream, i: int) -> Found:
    """An expression, or two with "to" between them."""
    first = value(s, i)
    if first is None or isinstance(first[0], Range):
        return first
    j = first[1]
    link = s.phrase(j, "to")
    if link is None:
        return first
    k = s.skip(link[1], "the")
    last = value(s, k) if k < len(s) else None
    if last and isinstance(first[0], Weekday) and isinstance(last[0], Within) and isinstance(last[0].inner, Weekday):
        return Within(Range(first[0], last[0].inner), last[0].outer), last[1]
    if last is None or not _pair(first[0], last[0], link[0]):
        return first
    return Range(first[0], last[0]), last[1]


def _pair(first: Value, last: Value, link: str) -> bool:
    """Whether two expressions are the ends of one interval."""
    if isinstance(first, Weekday) and isinstance(last, Weekday):
        return True
    if isinstance(first, Written) and isinstance(last, Written):
        if first.month is None or last.month is None:
            return link != "and"
        return (first.day is None) == (last.day is None)
    kinds = (Since, Until, Stretch, Fixed, Moved)
    return link != "and" and not isinstance(first, kinds) and not isinstance(last, kinds)


def _bounded(s: Stream, i: int) -> Found:
    """Reads "between X and Y", "from X to Y"; "from X onwards" is since X."""
    first = value(s, s.skip(i + 1, "the"))
    if first is None:
        return None
    j = first[1]
    if isinstance(first[0], Range):
        return first
    if (link := s.phrase(j, "to")) and (link[0] == "and") == (s.low[i] in words("between")):
        last = value(s, s.skip(link[1], "the"))
        if last is not None:
            return Range(first[0], last[0]), last[1]
    if s.low[i] in words("between"):
        return None
    onwards = s.skip(j, "on", "onward", "onwards")
    return (Since(first[0]), onwards) if onwards > j else first


def _how_long(s: Stream, i: int) -> Found:
    """Reads "for three months", "in three days", "within 48 hours", "within days"; None for what else may follow."""
    j = i + 1
    if s.low[j] == "the" or j >= len(s):
        return None
    if relative.counted(s, j, value) or parts.nth(s, j, value):
        return None
    read = relative.stretch_of(s, j)
    if read is None:
        coming = relative.stretch(s, i) if s.low[i] in words("within") else None
        return (Ahead(coming[0]), coming[1]) if coming else None
    low, high, unit, end = read
    if s.low[i] in words("for"):
        return Lasting(Stretch(-high, unit)), end
    if s.low[i] in words("within"):
        return Ahead(Stretch(high, unit)), end
    return Ahead(Moved(Today(), low, high, unit)), end


def value(s: Stream, i: int) -> Found:
    """One expression without what bounds it: the first form that fits, with what may follow any."""
    i = s.skip(i, "the")
    if i >= len(s) or not (s.words[i].isdigit() or s.low[i] in starters()):
        return None
    for form in (parts.part, parts.nth, parts.night_of, parts.eve_of):
        if found := form(s, i, value):
            return found
    found = (
        absolute.figures(s, i)
        or absolute.day_first(s, i)
        or recurring.feast(s, i)
        or absolute.day_alone(s, i)
        or relative.named_day(s, i)
        or relative.counted(s, i, value)
        or relative.weekday(s, i)
        or absolute.month_first(s, i)
        or relative.elapsed(s, i)
        or relative.stretch(s, i)
        or relative.shifted_unit(s, i)
        or parts.week_of(s, i, value)
        or relative.own_unit(s, i)
        or recurring.season(s, i, bare=True)
        or recurring.quarter(s, i)
        or absolute.bare_year(s, i)
    )
    return _followed(s, *found) if found else None


def _followed(s: Stream, found: Value, j: int) -> Found:
    """With the part of the day, or the week or year in which it lies: "Friday night", "3 May last year"."""
    j = _in_wider(s, found, j)[1] if (wider := _in_wider(s, found, j)[0]) else j
    found = wider or found
    at_day = isinstance(found, Weekday | Within | Moved) or (isinstance(found, Written) and found.day is not None)
    part = table("parts_of_day").get(s.low[j]) if at_day else None
    if part is None:
        return found, j
    return (Night(found) if part == "night" else found), j + 1


def _in_wider(s: Stream, found: Value, j: int) -> tuple[Value | None, int]:
    if isinstance(found, Weekday):
        if s.low[j] == "last" and s.low[j + 1] not in table("units"):
            return Weekday(found.number, -1), j + 1
        units = {"week", "month"}
    elif (isinstance(found, Written) and found.year is None) or (isinstance(found, Recurring) and found.year is None):
        units = {"year", "month"}
    else:
        return None, j
    k = s.skip(j, "of")
    outer = relative.shifted_unit(s, k)
    if outer is None or not isinstance(outer[0], Unit) or outer[0].unit not in units:
        return None, j
    return Within(found, outer[0]), outer[1]
