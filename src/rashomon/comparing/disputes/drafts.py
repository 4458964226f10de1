"""What a slot's comparison yields before witnesses are counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.comparing.disputes.statements import Statement
from rashomon.comparing.disputes.types import Kind, Slot
from rashomon.knowledge.base import load_yaml


@dataclass(frozen=True)
class Draft:
    """Values of a slot with their statements. `kind`: None where nobody parts: then witnesses decide."""

    slot: Slot
    kind: Kind | None
    about: str
    groups: Sequence[tuple[str, Sequence[Statement]]]
    why: str = ""


@cache
def words_of(name: str) -> frozenset[str]:
    """The words under this name in `disputes.yaml`."""
    return frozenset(load_yaml("disputes.yaml")[name])


def family(statement: Statement) -> str | None:
    """Deeds that are one question as to who did them: their sort, or violence of any sort."""
    sort = statement.told.sort
    return "violence" if sort in words_of("violence") else sort


def affirmed(some: Sequence[Statement]) -> list[Statement]:
    """Those who say that it is so."""
    return [s for s in some if s.stand == "says"]
