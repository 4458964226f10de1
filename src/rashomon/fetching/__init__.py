"""What comes over the network: the only part of the program that touches it, and only when it is told to."""

from rashomon.fetching.fetch import fetch
from rashomon.fetching.limits import Limits

__all__ = ["Limits", "fetch"]
