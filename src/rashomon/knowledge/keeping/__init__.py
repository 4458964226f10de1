"""Keeping knowledge in order: checking it, searching it, and adding to an overlay."""
