"""Words that the ledger of places needs (`control.yaml`)."""

from __future__ import annotations

from functools import cache

from rashomon.knowledge.base import load_yaml

FILE = "control.yaml"


@cache
def parts() -> frozenset[str]:
    """Nouns that name a part of a place."""
    return frozenset(load_yaml(FILE)["parts"])


@cache
def listed(name: str) -> frozenset[str]:
    """The words under this name."""
    return frozenset(load_yaml(FILE)[name])


def state_named(sort: str) -> str | None:
    """The state of a place that deeds of this sort tell of; None: none."""
    known: dict[str, str] = load_yaml(FILE)["states"]
    return known.get(sort)
