"""Expressions reckoned from another date: "last Friday", "two days later", "in recent weeks", "overnight"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rashomon.reading.dates.grammar.absolute import Found, day_first, figures, month_first
from rashomon.reading.dates.grammar.recurring import feast, season
from rashomon.reading.dates.grammar.stream import Stream, number_words
from rashomon.reading.dates.values import (
    Elapsed,
    Moved,
    Night,
    Recurring,
    Running,
    Stretch,
    Today,
    Unit,
    Unknown,
    Value,
    Weekday,
    Within,
    Written,
)
from rashomon.reading.dates.words import table, words

Reader = Callable[[Stream, int], Found]


def weekday(s: Stream, i: int, shift: int = 0, running: bool = False) -> Found:
    """A day of the week; a full date right after it wins: "Friday, 13 May"."""
    number = table("weekdays").get(s.low[i])
    short = table("short_weekdays").get(s.low[i]) if number is None else None
    if (number is None and short is None) or not s.capital(i):
        return None
    j = i + 1
    if short is not None:
        j = s.skip(j, ".")
    k = s.skip(j, ",", "the")
    dated = (day_first(s, k) or month_first(s, k) or figures(s, k)) if k < len(s) else None
    if dated is not None and _has_day(dated[0]):
        return dated
    if short is not None:
        if not i or s.low[i - 1] not in words("on"):
            return None
        number = short
    assert number is not None
    return Weekday(number, shift, running), j


def _has_day(value: Value) -> bool:
    return not isinstance(value, Written) or value.day is not None


def named_day(s: Stream, i: int) -> Found:
    """Reads "yesterday", "this morning"; nights: "last night"; "overnight into Friday"."""
    if found := s.phrase(i, "nights"):
        name, j = found
        if name in words("overnight"):
            k = s.skip(j, "on", "from")
            if s.low[j] in {"into", "to"} and (ended := weekday(s, j + 1) or day_first(s, j + 1)):
                return Night(Moved(ended[0], -1, -1, "day")), ended[1]
            if begun := weekday(s, k) or day_first(s, k):
                return Night(begun[0]), begun[1]
        return Night(Moved(Today(), table("nights")[name], table("nights")[name], "day")), j
    if found := s.phrase(i, "days"):
        amount = table("days")[found[0]]
        return Moved(Today(), amount, amount, "day"), found[1]
    return None


def amount(s: Stream, i: int) -> tuple[int, int, int, bool] | None:
    """How many: the least, the most, the position after it, and whether it is only "a few"; bounds and all."""
    low, high, j = 0, 0, i
    bounds = s.phrase(i, "bounds")
    if bounds and (plain := _plain_amount(s, bounds[1])) and not plain[3]:
        low, high = table("bounds")[bounds[0]]
        return max(1, plain[0] + low), plain[1] + high, plain[2], False
    plain = _plain_amount(s, j)
    return plain and (plain[0] + low, plain[1] + high, plain[2], plain[3])


def _plain_amount(s: Stream, i: int) -> tuple[int, int, int, bool] | None:
    if found := s.phrase(i, "couple"):
        low, high = table("couple")[found[0]]
        return low, high, found[1], False
    if found := s.phrase(i, "vague"):
        return 0, 0, found[1], True
    word = s.low[i]
    if word.isdigit() and len(word) <= 3 and not (s.touches(i) and s.words[i - 1] in "/.:,$€£-"):
        return int(word), int(word), i + 1, False
    if word in words("single"):
        return 1, 1, i + 1, False
    numbers = number_words()
    if word in numbers:
        value, j = numbers[word], i + 1
        if value >= 20 and s.low[j] == "-" and 0 < numbers.get(s.low[j + 1], 0) < 10:
            value, j = value + numbers[s.low[j + 1]], j + 2
        return value, value, j, False
    return None


def counted(s: Stream, i: int, value: Reader) -> Found:
    """Reads "three days ago", "a week later", "two days after 3 May", "weeks ago"."""
    read = _count(s, i)
    if read is None:
        return None
    low, high, unit, j = read
    night = s.low[j - 1] in words("night_words")
    unit = "day" if night else unit
    if found := s.phrase(j, "ago"):
        sign = table("ago")[found[0]]
        return _at_night(_moved(Today(), sign, low, high, unit), night), found[1]
    coarse = unit in {"month", "year", "decade"}
    if found := s.phrase(j, "later"):
        return _at_night(_moved(Running(coarse), table("later")[found[0]], low, high, unit), night), found[1]
    if found := s.phrase(j, "beside"):
        sign = table("beside")[found[0]]
        base = _beside(s, found[1], value, coarse)
        moved = _moved(base[0], sign, low, high, unit)
        return _at_night(moved, night), base[1]
    return None


def _at_night(value: Value, night: bool) -> Value:
    return Night(value) if night else value


def _count(s: Stream, i: int) -> tuple[int, int, str, int] | None:
    """So many of a unit: the least, the most, the unit, and the position after it."""
    units = table("units")
    read = amount(s, i)
    if read is not None:
        low, high, j, vague = read
        unit = units.get(s.low[j])
        if unit is None:
            return None
        if vague:
            low, high = table("vague_units").get(unit, (2, 9))
        return low, high, unit, j + 1
    unit = units.get(s.low[i])
    if unit is not None and s.low[i].endswith("s"):  # "weeks ago"
        low, high = table("vague_units").get(unit, (2, 9))
        return low, high, unit, i + 1
    singular = table("parts_of_day").get(s.low[i]) or unit
    if singular is not None and i and s.low[i - 1] == "the":  # "the day before"
        return 1, 1, singular, i + 1
    return None


def _beside(s: Stream, j: int, value: Reader, coarse: bool) -> tuple[Value, int]:
    """What an expression with "after" or "before" is reckoned from, and the position after it."""
    k = s.skip(j, "the")
    anchor = value(s, k) if k < len(s) else None
    if anchor is not None:
        return anchor
    k = s.skip(j, *words("anaphors"))
    if k >= len(s) or not s.words[k][0].isalnum():
        return Running(coarse), k
    return Unknown(), j


def _moved(base: Value, sign: int, low: int, high: int, unit: str) -> Value:
    first, last = sorted((sign * low, sign * high))
    return Moved(base, first, last, unit)


def shifted_unit(s: Stream, i: int) -> Found:
    """Reads "last week", "the following month", "next Friday", "last July", "that night", "this summer"."""
    shift = table("shifts").get(s.low[i])
    if shift is None:
        return None
    after_the = i > 0 and s.low[i - 1] == "the"
    running = s.low[i] in words("from_before") or (after_the and s.low[i] in words("from_before_after_the"))
    j, word = i + 1, s.low[i + 1]
    if found := weekday(s, j, shift, running):
        return found
    if word in table("months") and s.low[i] not in {"that", "same"}:
        found = month_first(s, j)
        if found and found[0] == Written(None, table("months")[word]):
            month = Written(None, table("months")[word], None, shift)
            return (month if shift else Within(month, Unit(Today(), 0, "year"))), found[1]
        return found
    if found := season(s, j, shift) or feast(s, j, shift):
        near = shift == 0 and isinstance(found[0], Recurring) and found[0].year is None
        return (replace(found[0], near=True), found[1]) if near and isinstance(found[0], Recurring) else found
    if word in table("parts_of_day") or word in {"day", "night"}:
        return _next_day(s, i, shift, running)
    unit = table("units").get(word)
    if unit is None or word != unit:
        return None
    if after_the and s.low[i] in words("stretch_after_the") and unit != "weekend":
        return Stretch(shift, unit), j + 1
    base: Value = Running(unit in {"month", "year", "decade"}) if running else Today()
    return (Unit(base, shift, unit), j + 1) if unit != "hour" else None


def _next_day(s: Stream, i: int, shift: int, running: bool) -> Found:
    """Reads "the next morning", "that night", "the same day", "the previous evening"."""
    if not running and s.low[i] not in words("from_before_after_the"):
        return None
    day = Moved(Running(), shift, shift, "day")
    at_night = table("parts_of_day").get(s.low[i + 1]) == "night" or s.low[i + 1] == "night"
    return (Night(day) if at_night else day), i + 2


def own_unit(s: Stream, i: int) -> Found:
    """Reads "the weekend"; after "of" or "in": "the month", "the year", reckoned from the document's date."""
    unit = table("units").get(s.low[i])
    if unit is None or s.low[i] != unit or not i or s.low[i - 1] != "the":
        return None
    before = s.low[i - 2] if i > 1 else ""
    if unit == "weekend" or before in words("own_unit"):
        return (Unit(Today(), 0, unit), i + 1) if unit not in {"day", "hour"} else None
    return None


def elapsed(s: Stream, i: int) -> Found:
    """Reads "earlier this week", "later in the month"; "later in the day" is the day named before."""
    sign = table("later").get(s.low[i])
    if sign is None:
        return None
    j = s.skip(i + 1, "in", "the", "this")
    unit = table("units").get(s.low[j])
    if j < i + 2 or unit is None or s.low[j] != unit or unit in {"hour", "weekend"}:
        return None
    if unit == "day":
        return (Running(), j + 1) if s.low[i + 1] == "in" else None
    return Elapsed(Unit(Today(), 0, unit), sign > 0), j + 1


def stretch(s: Stream, i: int) -> Found:
    """Reads "the last five years", "recent days", "the coming weeks", "the past 48 hours"."""
    recent = s.low[i] in words("recent")
    sign = -1 if recent else table("stretches").get(s.low[i])
    if sign is None:
        return None
    base: Value = Running() if s.low[i] in words("from_before") else Today()
    read = amount(s, i + 1)
    if read is not None:
        _, high, j, vague = read
        unit = table("units").get(s.low[j])
        if unit is None:
            return None
        many = table("vague_units").get(unit, (2, 9))[1] if vague else high
        return Stretch(sign * many, unit, base), j + 1
    unit = table("units").get(s.low[i + 1])
    many = table("recent_units").get(unit)
    if unit is None or many is None or not s.low[i + 1].endswith("s"):
        return None
    return Stretch(sign * many, unit, base), i + 2


def stretch_of(s: Stream, i: int) -> tuple[int, int, str, int] | None:
    """So many units, for durations: the least, the most, the unit, and the position after it."""
    return _count(s, i) if amount(s, i) is not None else None
