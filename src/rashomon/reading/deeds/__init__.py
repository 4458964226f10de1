"""Deeds: which words say that something is done, in which sense, and who fills the roles."""

from rashomon.reading.deeds.asides import mend
from rashomon.reading.deeds.find import find_deeds
from rashomon.reading.deeds.given import deeds_at

__all__ = ["deeds_at", "find_deeds", "mend"]
