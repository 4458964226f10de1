"""From where the date expressions of a text are reckoned: what one names is the next one's anchor. No parse needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass, replace

from rashomon.knowledge.actors import known_actors
from rashomon.model import Document
from rashomon.reading.dates.calendar import Day, Interval, published
from rashomon.reading.dates.expressions import DateExpression
from rashomon.reading.dates.values import Ahead, Moment, Numeric, Running, Since, Until, Value, Written, in_year_of
from rashomon.reading.dates.words import words

_FRESH = 10
"""A dateline is the document's date if it lies at most so many days before publication."""
_ELSEWHERE = 31
"""A story that stands so many days before the document's date is told from its own dates."""


def meant(value: Value, moment: Moment) -> Interval | None:
    """What an expression means; None also where it would leave the calendar's years 1 to 9999."""
    try:
        return value.at(moment)
    except (OverflowError, ValueError):
        return None


def after(moment: Moment, value: Value, ahead: bool | None) -> Moment:
    """The moment after an expression: it may have named the story's day. `ahead`: whether what it dates lies ahead."""
    if isinstance(value, Since | Until | Ahead):
        return moment
    interval = meant(value, replace(moment, ahead=ahead))
    if interval is None or interval.first is None or interval.last is None:
        return moment
    if interval.days and (interval.days[1] - interval.days[0]).days <= 1 and interval.first.day:
        moment = replace(moment, before=interval.first if interval.first == interval.last else interval.last)
    elif interval.first != interval.last and interval.last.day:
        moment = replace(moment, before=interval.last)
    moment = replace(moment, lately=interval.last)
    explicit = isinstance(value, Written) and value.year is not None and value.month is not None
    today = moment.today
    if explicit and (today is None or (today.first - interval.last.last).days > _ELSEWHERE):
        return replace(moment, story=interval.last)
    if moment.story is not None and moment.before is not None and interval.last.first >= moment.story.first:
        return replace(moment, story=interval.last)
    return moment


def runs_on(value: object) -> bool:
    """Whether an expression is itself reckoned from the story's day."""
    if isinstance(value, Running):
        return True
    parts = (getattr(value, f.name) for f in fields(value)) if is_dataclass(value) else ()
    return any(runs_on(part) for part in parts)


def paragraph_end(text: str, offset: int) -> int:
    """Where the paragraph around an offset ends, as an offset."""
    end = text.find("\n\n", offset)
    return end if end >= 0 else len(text)


def with_years(
    found: Sequence[DateExpression], undated: bool, together: Callable[[DateExpression, DateExpression], bool]
) -> list[DateExpression]:
    """A day without year takes the year of its sentence's next date: "on 4 April and from 5-6 April 2016".

    In a document without a date of its own a year alone will do: "met on 3 March for the 2016 summit".
    `together`: whether two follow each other in one sentence.
    """
    dates = list(found)
    for n in range(len(dates) - 2, -1, -1):
        first, second = dates[n].value, _last(dates[n + 1].value)
        if not isinstance(first, Written) or not isinstance(second, Written):
            continue
        if second.month is None and not undated:
            continue
        if together(dates[n], dates[n + 1]):
            dates[n] = replace(dates[n], value=in_year_of(first, second))
    return dates


def _last(value: Value) -> Value:
    inner = getattr(value, "last", None)
    return inner if isinstance(inner, Written) else value


def own_date(document: Document, dateline: DateExpression | None) -> Day | None:
    """The document's date: its dateline where that is of the days before publication, else publication."""
    issued = published(document)
    if dateline is None or not isinstance(dateline.value, Written) or not dateline.value.day:
        return issued
    day = dateline.value.placed(Moment(today=issued, ahead=False))
    if day is None or issued is None:
        return day or issued
    return day if 0 <= (issued.last - day.first).days <= _FRESH or issued.exact is None else issued


def month_first(document: Document, expressions: Sequence[DateExpression]) -> bool | None:
    """Whether the outlet writes the month first, by its country; None if that is not known."""
    if not document.source or not any(isinstance(e.value, Numeric) for e in expressions):
        return None
    outlet = known_actors().named(document.source)
    return None if outlet is None or outlet.country is None else outlet.country in words("month_first")
