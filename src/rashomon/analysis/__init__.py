"""What claims say together. Computed from claims, per teller; every figure leads back to words."""

from rashomon.analysis.ties import Pairing, pairings

__all__ = ["Pairing", "pairings"]
