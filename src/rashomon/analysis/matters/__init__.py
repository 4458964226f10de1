"""Accounts side by side: the matters that more than one teller speaks about, and where they part."""

from rashomon.analysis.matters.finding import side_by_side
from rashomon.analysis.matters.types import Matter, Parting, Position, Stance, Voice

__all__ = ["Matter", "Parting", "Position", "Stance", "Voice", "side_by_side"]
