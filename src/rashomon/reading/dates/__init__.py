"""When it happens: date expressions, what they stand for, and the time of each deed and of each telling."""

from rashomon.reading.dates.calendar import Day, Interval
from rashomon.reading.dates.choice import when_of
from rashomon.reading.dates.context import dates_of, read_dates
from rashomon.reading.dates.expressions import DateExpression, find_dates
from rashomon.reading.dates.saying import said_of, vowed_of

__all__ = [
    "DateExpression",
    "Day",
    "Interval",
    "dates_of",
    "find_dates",
    "read_dates",
    "said_of",
    "vowed_of",
    "when_of",
]
