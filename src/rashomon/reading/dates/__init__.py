"""When it happens: date expressions, what they stand for, and the time of each deed."""

from rashomon.reading.dates.choice import when_of
from rashomon.reading.dates.expressions import DateExpression, find_dates

__all__ = ["DateExpression", "find_dates", "when_of"]
