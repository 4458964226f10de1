"""What a slot's comparison yields before witnesses are counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.comparing.disputes.statements import Statement
from rashomon.comparing.disputes.types import Kind, Slot
from rashomon.knowledge.base import load_yaml

_WORD = re.compile(r"\w+")
_OUTCOME = 3
"""Days within which what a blow did is told."""
_NEAR = 40
"""So many characters before a quote may still say what it is about."""


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


def denies(statement: Statement) -> bool:
    """Whether it denies the deed; who says that it was tried in vain, or that nothing else was done, does not."""
    if statement.stand != "denies":
        return False
    return statement.rejects or not (_words(statement) & words_of("besides") or foiled(statement))


def foiled(statement: Statement) -> bool:
    """Whether a deed was tried, or kept from succeeding: its words may name who kept it from that."""
    return any(word.startswith(tuple(words_of("foiled"))) for word in _words(statement))


def habitual(statement: Statement) -> bool:
    """Whether it is told as done again and again."""
    return bool(_words(statement) & words_of("habitual"))


def _words(statement: Statement) -> frozenset[str]:
    """The words of a claim, and those shortly before it."""
    text, claim = statement.told.reading.document.text, statement.told.claim
    before = text[max(claim.quote_start - _NEAR, 0) : claim.quote_end]
    return frozenset(_WORD.findall(before.casefold()))


def apart_in_time(one: Statement, other: Statement) -> bool:
    """Whether two statements are on days so far from each other that they hardly mean one deed or its outcome."""
    here, there = one.told.days, other.told.days
    return bool(here and there and here.exact and there.exact and here.gap(there) > _OUTCOME)


def affirmed(some: Sequence[Statement]) -> list[Statement]:
    """Those who say that it is so."""
    return [s for s in some if s.stand == "says"]
