"""From what the model sees, with names and settled dates and places, to claims."""

from rashomon.reading.learned.composing.attributing import attributed
from rashomon.reading.learned.composing.claims import Settler, compose
from rashomon.reading.learned.composing.filling import filled

__all__ = ["Settler", "attributed", "compose", "filled"]
