"""The words of numbers, from `quantities.yaml`."""

from __future__ import annotations

from functools import cache
from typing import Any

from rashomon.knowledge.base import load_yaml


@cache
def table(name: str) -> Any:
    """An entry of `quantities.yaml`."""
    return load_yaml("quantities.yaml")[name]


@cache
def members(name: str) -> frozenset[str]:
    """A list of `quantities.yaml` as a set."""
    return frozenset(table(name))


@cache
def first_words(name: str) -> frozenset[str]:
    """The words that phrases of a list begin with."""
    return frozenset(phrase[0] for phrase in phrases(name))


@cache
def phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of a list as tuples of words, the longest first."""
    return tuple(sorted((tuple(p.split()) for p in table(name)), key=len, reverse=True))
