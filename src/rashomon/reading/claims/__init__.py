"""Claims: each deed with its tellers, its standing, its place and time, tied to its words."""

from rashomon.reading.claims.compose import compose, compose_given
from rashomon.reading.claims.words import offsets

__all__ = ["compose", "compose_given", "offsets"]
