"""Who tells what: quotations, indirect speech, accusations, demands, beliefs, hearsay."""

from rashomon.reading.tellers.chain import branches, chain, chains
from rashomon.reading.tellers.finding import find_tellings

__all__ = ["branches", "chain", "chains", "find_tellings"]
