"""Accounts compared: witnesses, events, disputes, and what these need to know of names, places and times."""

from rashomon.comparing.ties import Pairing, pairings

__all__ = ["Pairing", "pairings"]
