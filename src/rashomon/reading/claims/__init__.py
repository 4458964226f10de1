"""Claims: each deed with its tellers, its standing, its place and time, tied to its words."""

from rashomon.reading.claims.compose import compose

__all__ = ["compose"]
