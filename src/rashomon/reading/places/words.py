"""The word lists of `placing.yaml`, as sets."""

from __future__ import annotations

from functools import cache

from rashomon.knowledge.base import load_yaml


@cache
def words(name: str) -> frozenset[str]:
    """The words listed under this name in `placing.yaml`."""
    return frozenset(str(word) for word in load_yaml("placing.yaml")[name])
