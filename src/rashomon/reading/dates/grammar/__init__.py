"""How English writes date expressions: a text as a stream of words, and the forms that are read from it."""

from rashomon.reading.dates.grammar.forms import expression, starters
from rashomon.reading.dates.grammar.stream import Stream

__all__ = ["Stream", "expression", "starters"]
