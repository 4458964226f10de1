"""Accounts side by side: the matters that more than one teller speaks about, and where they part."""

from rashomon.comparing.matters import side_by_side
from rashomon.comparing.ties import Pairing, pairings
from rashomon.comparing.types import Matter, Parting, Position, Stance, Voice

__all__ = ["Matter", "Pairing", "Parting", "Position", "Stance", "Voice", "pairings", "side_by_side"]
