"""What the knowledge says about sorts of deeds that may be one event, and about signs (`events.yaml`)."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Any

from rashomon.comparing.saying import Told
from rashomon.knowledge.base import load_yaml

FILE = "events.yaml"


@cache
def weights(where: str) -> dict[str, float]:
    """How much each sign counts, "within" a document or "between" two."""
    return {name: float(value) for name, value in load_yaml(FILE)[where].items()}


@cache
def number(name: str) -> int:
    """A plain number of the knowledge."""
    return int(load_yaml(FILE)[name])


def families(told: Told) -> frozenset[str]:
    """The families of deeds that a claim may belong to; a sort without a family is one by itself."""
    if told.wording is not None:
        name = told.wording.sort.name
        return _by_sort().get(name, frozenset({f"sort {name}"}))
    kind = told.claim.type
    if told.claim.kind == "control":
        return frozenset({"taking"})
    known = load_yaml(FILE)["types"].get(kind)
    return frozenset(known) if known else frozenset({told.sort} if told.sort else ())


def is_outcome(told: Told) -> bool:
    """Whether a claim tells only what a deed left behind: the dead, the wounded."""
    return told.wording is not None and told.wording.sort.name in load_yaml(FILE)["outcomes"]


def is_whole(told: Told) -> bool:
    """Whether a claim names a happening that others are parts of: a town that changes hands."""
    name = told.wording.sort.name if told.wording else "change of hands" if told.claim.kind == "control" else ""
    return name in load_yaml(FILE)["wholes"]


@cache
def _by_sort() -> dict[str, frozenset[str]]:
    raw: dict[str, Any] = load_yaml(FILE)["families"]
    found: dict[str, set[str]] = defaultdict(set)
    for family, sorts in raw.items():
        for sort in sorts:
            found[sort].add(family)
    return {sort: frozenset(some) for sort, some in found.items()}
