"""Parts of other expressions: "early May", "the second half of June", "the last ten days of Ramadan"."""

from __future__ import annotations

from dataclasses import replace

from rashomon.reading.dates.grammar.absolute import Found
from rashomon.reading.dates.grammar.recurring import _year_after
from rashomon.reading.dates.grammar.relative import Reader, amount
from rashomon.reading.dates.grammar.stream import Stream
from rashomon.reading.dates.values import (
    Count,
    Fraction,
    Islamic,
    Moved,
    Night,
    Part,
    Recurring,
    Season,
    Sighted,
    Unit,
    Value,
)
from rashomon.reading.dates.words import table, words


def part(s: Stream, i: int, value: Reader) -> Found:
    """Reads "early May", "late on Friday", "the end of 2015", "mid-1990s"."""
    found = s.phrase(i, "part_words")
    if found is None:
        return None
    j = s.skip(found[1], "the")
    inner = value(s, j) if j < len(s) else None
    return (Part(table("part_words")[found[0]], inner[0]), inner[1]) if inner else None


def nth(s: Stream, i: int, value: Reader) -> Found:
    """Reads "the first half of 2015", "the third quarter", "the second week of March", "the last days of 2015"."""
    if found := s.phrase(i, "ordinals"):
        number, j = table("ordinals")[found[0]], found[1]
    elif s.low[i] in table("final"):
        number, j = table("final")[s.low[i]], i + 1
    else:
        return None
    equal = table("halves").get(s.low[j])
    if equal is not None and s.low[j + 1] in words("of"):
        inner = value(s, s.skip(j + 2, "the"))
        return (Fraction(number, equal, inner[0]), inner[1]) if inner and number <= equal else None
    if s.low[j] == "quarter" and 0 < number <= 4 and s.low[i] not in table("final"):
        year, j = _year_after(s, j + 1, 1500)
        return Recurring(Season(number * 3 - 2), year), j
    return _few(s, i, j, number, value)


def _few(s: Stream, i: int, j: int, number: int, value: Reader) -> Found:
    """The n-th unit, or the first or last few, of something."""
    read = amount(s, j)
    many = read[1] if read and not read[3] else None
    j = read[2] if read else j
    unit = table("units").get(s.low[j])
    if unit not in {"day", "week", "month"} or s.low[j + 1] not in words("of"):
        return None
    inner = value(s, s.skip(j + 2, "the"))
    if inner is None:
        return None
    single = s.low[j] == unit and many is None
    width = 1 if single else many or table("first_few")[unit]
    islamic = inner[0].what if isinstance(inner[0], Recurring) and isinstance(inner[0].what, Islamic) else None
    if islamic is not None and single and unit == "day" and isinstance(inner[0], Recurring):
        if number > 0:
            day = replace(islamic, day=(islamic.day or 1) + number - 1, days=1)
            return replace(inner[0], what=day), inner[1]
        if islamic.day is None:
            return Sighted(Count(number, 1, unit, inner[0])), inner[1]
    return Count(number, width, unit, inner[0]), inner[1]


def night_of(s: Stream, i: int, value: Reader) -> Found:
    """Reads "the night of 3-4 May", "the night from Tuesday to Wednesday", "the night to Friday"."""
    if table("parts_of_day").get(s.low[i]) != "night":
        return None
    if s.low[i + 1] in {"of", "from", "between", "on"}:
        inner = value(s, s.skip(i + 2, "the"))
        return (Night(inner[0]), inner[1]) if inner else None
    if s.low[i + 1] in {"to", "into"}:
        inner = value(s, s.skip(i + 2, "the"))
        return (Night(Moved(inner[0], -1, -1, "day")), inner[1]) if inner else None
    return None


def eve_of(s: Stream, i: int, value: Reader) -> Found:
    """Reads "the eve of Eid al-Fitr"."""
    found = s.phrase(i, "eve")
    inner = value(s, s.skip(found[1], "the")) if found else None
    return (Moved(inner[0], -1, -1, "day"), inner[1]) if inner else None


def week_of(s: Stream, i: int, value: Reader) -> Found:
    """Reads "the week of 2 May", "the week ending 8 May", "the month of May"."""
    unit = table("units").get(s.low[i])
    if unit not in {"week", "month", "year", "weekend"} or s.low[i] != unit:
        return None
    inner: Found = value(s, s.skip(i + 2, "the", "on"))
    if inner is None:
        return None
    anchor: Value = inner[0]
    if s.low[i + 1] in words("of"):
        return (anchor if unit in {"month", "year"} else Unit(anchor, 0, unit)), inner[1]
    if unit == "week" and s.low[i + 1] in words("ending"):
        return Moved(anchor, -6, 0, "day"), inner[1]
    if unit == "week" and s.low[i + 1] in words("beginning"):
        return Moved(anchor, 0, 6, "day"), inner[1]
    return None
