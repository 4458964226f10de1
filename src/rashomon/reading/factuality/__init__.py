"""How a deed is presented: done, not done, possible, planned, demanded or imagined."""

from rashomon.reading.factuality.assess import assess
from rashomon.reading.factuality.scale import score_of

__all__ = ["assess", "score_of"]
