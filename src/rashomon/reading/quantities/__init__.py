"""Numbers that claims carry."""

from rashomon.reading.quantities.counting import quantities_of
from rashomon.reading.quantities.numbers import Number, number_at

__all__ = ["Number", "number_at", "quantities_of"]
