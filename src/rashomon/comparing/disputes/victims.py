"""Slot "target": whether those who were hit were armed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.comparing.disputes.drafts import Draft, affirmed, family, words_of
from rashomon.comparing.disputes.statements import Statement
from rashomon.comparing.disputes.views import View, gathered, partings
from rashomon.comparing.words import singular
from rashomon.knowledge.classes import in_class

_VALUES = ("armed", "unarmed")
_WORD = re.compile(r"[\w'-]+")


def targets(some: Sequence[Statement]) -> Iterator[Draft]:
    """Who was hit by one blow: armed men by some accounts, others by other accounts."""
    if parted := _parted(some):
        groups = gathered(parted, lambda v: v, lambda a, b: a != b)
        yield Draft("target", "conflict", "who was hit", groups)


def disputed(some: Sequence[Statement]) -> dict[str, frozenset[str]]:
    """Where it is disputed: "armed" and "unarmed" with the keys of the tellers who say so."""
    parted = _parted(some)
    return {value: frozenset(v.statement.teller.key for v in parted if v.value == value) for value in _VALUES if parted}


def _parted(some: Sequence[Statement]) -> list[View[str]]:
    """The views that part, each once. Of a battle both may be so."""
    if any(s.told.claim.kind == "control" or s.told.sort == "fighting" for s in some):
        return []
    views = [View(s, arms) for s in affirmed(some) if family(s) == "violence" and (arms := armed(s)) is not None]
    parted = {id(view) for pair in partings(views, lambda a, b: a != b) for view in pair}
    return [view for view in views if id(view) in parted]


def armed(statement: Statement) -> str | None:
    """By the words for those who were hit "armed" or "unarmed"; None where they say neither, or both.

    Nor does it say who else was hit when a side counts its own dead.
    """
    if statement.own_loss:
        return None
    claim = statement.told.claim
    phrases = (*claim.recipients, *(q.who for q in claim.quantities if q.who and q.what in ("killed", "wounded")))
    found = {kind for phrase in phrases for kind in _kinds(phrase)}
    return next(iter(found)) if len(found) == 1 else None


def _kinds(phrase: str) -> Iterator[str]:
    for word in _WORD.findall(phrase.casefold()):
        noun = singular(word)
        if word in words_of("unarmed") or noun in words_of("unarmed") or in_class(noun, "civilian"):
            yield "unarmed"
        elif {word, noun} & (words_of("armed") | words_of("against_state")) or in_class(noun, "fighter"):
            yield "armed"
        elif in_class(noun, "kin"):
            yield "unarmed"
