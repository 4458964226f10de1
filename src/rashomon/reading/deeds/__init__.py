"""Deeds: which words say that something is done, in which sense, and who fills the roles."""

from rashomon.reading.deeds.asides import mend
from rashomon.reading.deeds.find import find_deeds

__all__ = ["find_deeds", "mend"]
