"""Structural balance of signed graphs: who sides with whom, exactly, and how well that fits.

Pure functions of a graph; nothing here knows of claims but their ids. The results are the same every time as long as
the time allowed does not run out.
"""

from rashomon.analysis.balance.brokers import brokers
from rashomon.analysis.balance.factions import factions
from rashomon.analysis.balance.frustration import frustration
from rashomon.analysis.balance.graph import SignedGraph, Tie
from rashomon.analysis.balance.measures import triangle_balance, walk_balance
from rashomon.analysis.balance.turning import turning
from rashomon.analysis.balance.types import Broker, Divided, Division, Factions, Frustration, Turning

__all__ = [
    "Broker",
    "Divided",
    "Division",
    "Factions",
    "Frustration",
    "SignedGraph",
    "Tie",
    "Turning",
    "brokers",
    "factions",
    "frustration",
    "triangle_balance",
    "turning",
    "walk_balance",
]
