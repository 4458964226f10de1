"""From words that stand for somebody to the name that claims use."""

from rashomon.reading.learned.naming.names import Named, Names

__all__ = ["Named", "Names"]
