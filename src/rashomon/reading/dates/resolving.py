"""What a date expression stands for, given the document's date and the dates named before it."""

from __future__ import annotations

from dataclasses import replace

from rashomon.reading.dates.calendar import Day, day, month_shifted, of, shifted
from rashomon.reading.dates.expressions import DateExpression

_DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
_LONG_AGO = 9
_NEAR = 3
_MONTHS = {"month": 1, "year": 12, "decade": 120}


def resolve(e: DateExpression, today: Day | None, before: Day | None, ahead: bool) -> str | None:
    """The expression as ISO 8601, or None where it cannot be known.

    `today` is the document's date, `before` the last day named earlier in the text; `ahead`: the deed
    lies in the future.
    """
    if e.since:
        return _since(e, today, ahead)
    if e.sort == "date":
        return _date(e, today, ahead)
    if e.sort == "following":
        found = shifted(before, e.amount) if before is not None and before.exact else None
        return found.iso if found else None
    if e.sort == "later":
        return _iso(_moved(before, e)) if before is not None and before.exact else None
    if today is None:
        return None
    if e.sort == "weekday":
        return _iso(_weekday(e, today, ahead))
    if e.sort == "days":
        return _iso(shifted(today, e.amount))
    if e.sort == "calendar":
        return _calendar(e, today)
    if e.sort == "ago":
        return _iso(_moved(today, e))
    return _span(e, today)


def _iso(found: Day | None) -> str | None:
    return found.iso if found else None


def _date(e: DateExpression, today: Day | None, ahead: bool) -> str | None:
    first = _placed(e.year, e.month, e.day, today, ahead, e.amount)
    if first is None:
        return None
    if not ((e.last_year and e.last_year != e.year) or e.last_month or e.last_day):
        return first.iso
    if e.last_month is None and e.last_day is None:
        return f"{first.iso}/{e.last_year}"
    last = day(e.last_year or first.year, e.last_month or e.month, e.last_day)
    if last is None or last.iso < first.iso:
        return first.iso
    return f"{first.iso}/{last.iso}"


def _placed(
    year: int | None, month: int | None, number: int | None, today: Day | None, ahead: bool, amount: int
) -> Day | None:
    """A date with its year: the one written, else the nearest in the past (or ahead) of the document."""
    if year is not None:
        return day(year, month, number)
    if today is None or month is None:
        return None
    if today.month is None:
        return day(today.year, month, number)
    candidates = [d for y in (today.year - 1, today.year, today.year + 1) if (d := day(y, month, number))]
    if ahead or amount > 0:
        later = [d for d in candidates if (d.year, d.month or 0) >= (today.year, today.month) and not _past(d, today)]
        return later[0] if later else None
    earlier = [d for d in candidates if not _future(d, today)]
    if amount == 0 and earlier and (ahead_of := _soon(candidates, earlier[-1], today)):
        return ahead_of
    if amount < 0:
        earlier = [d for d in earlier if (d.year, d.month) != (today.year, today.month)]
    return earlier[-1] if earlier else None


def _soon(candidates: list[Day], past: Day, today: Day) -> Day | None:
    """A month without year that is long past but near ahead is the one ahead: "in January", in December."""
    back = (today.year - past.year) * 12 + (today.month or 0) - (past.month or 0)
    ahead = [d for d in candidates if _future(d, today)]
    if back < _LONG_AGO or not ahead:
        return None
    near = (ahead[0].year - today.year) * 12 + (ahead[0].month or 0) - (today.month or 0)
    return ahead[0] if near <= _NEAR else None


def _past(d: Day, today: Day) -> bool:
    if d.exact and today.exact:
        return d.exact < today.exact
    return (d.year, d.month or 0) < (today.year, today.month or 0)


def _future(d: Day, today: Day) -> bool:
    if d.exact and today.exact:
        return d.exact > today.exact
    return (d.year, d.month or 0) > (today.year, today.month or 0)


def _weekday(e: DateExpression, today: Day, ahead: bool) -> Day | None:
    """The day of the week nearest the document's date: "on Friday" of a Friday's report is that day."""
    exact = today.exact
    if exact is None or e.day is None:
        return None
    back = (exact.weekday() - e.day) % 7
    if ahead or e.amount > 0:
        forward = (e.day - exact.weekday()) % 7
        return shifted(today, forward or (7 if e.amount > 0 else 0))
    if e.amount < 0 and back == 0:
        back = 7
    return shifted(today, -back)


def _moved(start: Day | None, e: DateExpression) -> Day | None:
    if start is None:
        return None
    if e.unit in _DAYS:
        moved = shifted(start, e.amount * _DAYS[e.unit])
        if moved is not None and e.unit != "day" and abs(e.amount) > 4:
            return day(moved.year, moved.month)
        return moved if start.exact else None
    months = e.amount * _MONTHS[e.unit]
    moved = month_shifted(start, months)
    if moved is None or e.unit != "month":
        year = start.year + months // 12 if months % 12 == 0 else (moved.year if moved else None)
        return day(year) if year else None
    return moved


def _calendar(e: DateExpression, today: Day) -> str | None:
    if e.unit == "year":
        return _iso(day(today.year + e.amount))
    if e.unit == "month":
        return _iso(month_shifted(today, e.amount)) if today.month else None
    exact = today.exact
    if exact is None:
        return today.iso if e.amount == 0 and today.month else None
    monday = shifted(of(exact), -exact.weekday() + 7 * e.amount)
    if monday is None:
        return None
    first = shifted(monday, 5) if e.unit == "weekend" else monday
    last = shifted(monday, 6)
    return f"{first.iso}/{last.iso}" if first and last else None


def _span(e: DateExpression, today: Day) -> str | None:
    """From then to the document's date: "in the past five years"."""
    if e.unit in _DAYS:
        first = shifted(today, e.amount * _DAYS[e.unit])
        return f"{first.iso}/{today.iso}" if first and today.exact else None
    if e.unit == "month":
        first = month_shifted(today, e.amount)
        return f"{first.iso}/{Day(today.year, today.month).iso}" if first else None
    first = day(today.year + e.amount * _MONTHS[e.unit] // 12)
    return f"{first.iso}/{today.year}" if first else None


def _since(e: DateExpression, today: Day | None, ahead: bool) -> str | None:
    """An interval from then to the document's date; None where that is not known."""
    if today is None:
        return None
    start = resolve(replace(e, since=False), today, None, ahead)
    if start is None:
        return None
    first = start.split("/")[0]
    end = today.iso[: len(first)]
    return f"{first}/{end}" if end > first else first
