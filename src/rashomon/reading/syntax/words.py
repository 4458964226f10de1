"""The closed-class words of `syntax.yaml`, as sets."""

from __future__ import annotations

from functools import cache

from rashomon.knowledge.base import load_yaml


@cache
def words(name: str) -> frozenset[str]:
    """The words listed under this name in `syntax.yaml`."""
    return frozenset(load_yaml("syntax.yaml")[name])
