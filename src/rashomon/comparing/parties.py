"""Parties as they can be compared across documents, and what they are called on a card."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.comparing.words import is_common, listed, singular

_ACRONYM = 5
"""So many letters in capitals may be an acronym."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody as he can be compared across documents.

    Attributes:
        key: equal for one and the same. `side`: equal for the organs of one state, else the key.
        shown: a name to show. `member`: a person who stands for a body.
    """

    key: str
    side: str
    shown: str
    member: bool = False


def meet(ones: Sequence[Party], others: Sequence[Party]) -> bool:
    """Whether two lists have somebody in common, or two organs of one state."""
    return bool({p.side for p in ones} & {p.side for p in others})


def in_a_row(parties: Iterable[Party], called: Mapping[str, str]) -> str:
    """Their names, joined. `called`: side -> name."""
    return " and ".join(sorted({called[p.side] for p in parties}))


def usual_names(parties: Iterable[Party], by: Literal["key", "side"] = "side") -> Mapping[str, str]:
    """One name for each: no label of one voice ("the regime") where a proper name is told too."""
    some: dict[str, Counter[Party]] = defaultdict(Counter)
    for party in parties:
        some[party.side if by == "side" else party.key][party] += 1
    return {one: min(counted, key=lambda p: _rank(p, counted)).shown for one, counted in some.items()}


def _rank(party: Party, counted: Counter[Party]) -> tuple[bool, bool, bool, bool, int, int, str]:
    """A body's own name before its man's, a proper name before another, a label last, nor one in the capitals of a
    dateline or heading; then the usual, the shortest."""
    proper = any(word[:1].isupper() and not is_common(word) for word in party.shown.split())
    label = any(singular(word) in listed("labels") for word in party.shown.split())
    shouted = party.shown.isupper() and any(len(word) > _ACRONYM for word in party.shown.split())
    return party.member, not proper, label, shouted, -counted[party], len(party.shown), party.shown
