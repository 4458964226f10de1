"""Where coasts, lakes and rivers lie: an extract of Natural Earth, without any boundary of states."""

from rashomon.knowledge.geography.atlas import lakes, land, rivers
from rashomon.knowledge.geography.clipping import Box

__all__ = ["Box", "lakes", "land", "rivers"]
