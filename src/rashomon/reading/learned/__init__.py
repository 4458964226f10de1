"""The learned reader: a small network reads triggers and their arguments; knowledge settles names, dates and places."""

from rashomon.reading.learned.reader import LEARNED, LearnedReader

__all__ = ["LEARNED", "LearnedReader"]
