"""Whom or what a deed befell, so that it can be compared: a party, or a thing by its noun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.comparing.names import Names
from rashomon.comparing.parties import Party
from rashomon.comparing.words import core, head, listed


@dataclass(frozen=True, slots=True)
class Target:
    """Somebody or something that a deed befell.

    Attributes:
        party: who it is, if it is somebody.
        noun: what it is, in the singular.
    """

    party: Party | None
    noun: str | None
    shown: str

    @property
    def weak(self) -> bool:
        """Whether two of this name need not be one ("people")."""
        return self.party is None and (self.noun is None or self.noun in listed("weak_targets"))

    def same(self, other: Target) -> bool:
        """Whether both may be one: the same party, or things of one noun."""
        if self.party and other.party:
            return self.party.side == other.party.side
        return self.noun is not None and self.noun == other.noun


def targets(names: Names, at: int, phrases: Sequence[str]) -> tuple[Target, ...]:
    """The targets that some phrases of the reading at this index name; counts alone name none."""
    found = []
    for phrase in phrases:
        if not core(phrase):
            continue
        party = names.party(at, phrase)
        found.append(Target(party, head(phrase), phrase))
    return tuple(found)


def meet(ones: Sequence[Target], others: Sequence[Target]) -> bool:
    """Whether two lists have a target in common."""
    return any(one.same(other) for one in ones for other in others)


def apart(ones: Sequence[Target], others: Sequence[Target]) -> bool:
    """Whether both are told, and none of the one can be one of the other."""
    if not ones or not others or meet(ones, others):
        return False
    return all(not _may_be(one, other) for one in ones for other in others)


def _may_be(one: Target, other: Target) -> bool:
    """Whether a vague word may stand for the other target: "people" for "patients"."""
    return (one.weak or other.weak) and not (one.party and other.party)
