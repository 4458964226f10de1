"""What date expressions stand for: each kind knows the interval that it means at a given moment."""

from rashomon.reading.dates.values.base import Fixed, Moment, Unknown, Value
from rashomon.reading.dates.values.limits import Range, Since, Until
from rashomon.reading.dates.values.parts import Count, Fraction, Night, Part
from rashomon.reading.dates.values.reckoned import (
    Ahead,
    Elapsed,
    Lasting,
    Moved,
    Running,
    Stretch,
    Today,
    Unit,
    Within,
)
from rashomon.reading.dates.values.recurring import Anniversary, Easter, Either, Islamic, Recurring, Season, Sighted
from rashomon.reading.dates.values.written import Numeric, Weekday, Written, in_year_of

__all__ = [
    "Ahead", "Anniversary", "Count", "Easter", "Either", "Elapsed", "Fixed", "Fraction", "Islamic", "Lasting", "Moment",
    "Moved", "Night", "Numeric", "Part", "Range", "Recurring", "Running", "Season", "Sighted", "Since", "Stretch",
    "Today", "Unit", "Unknown", "Until", "Value", "Weekday", "Within", "Written", "in_year_of",
]  # fmt: skip
