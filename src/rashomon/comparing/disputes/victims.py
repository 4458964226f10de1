"""Slot "target": whether those who were hit were armed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.comparing.disputes.drafts import Draft, affirmed, family, words_of
from rashomon.comparing.disputes.statements import Statement
from rashomon.comparing.disputes.views import View, gathered, partings
from rashomon.comparing.words import singular
from rashomon.knowledge.classes import in_class

_WORD = re.compile(r"[\w'-]+")


def targets(some: Sequence[Statement]) -> Iterator[Draft]:
    """Who was hit by one blow: armed men by some accounts, others by other accounts. Of a battle both may be so."""
    if any(s.told.claim.kind == "control" or s.told.sort == "fighting" for s in some):
        return
    views = [View(s, arms) for s in affirmed(some) if family(s) == "violence" and (arms := armed(s)) is not None]
    apart = list(partings(views, lambda a, b: a != b))
    if not apart:
        return
    parted = {id(view) for pair in apart for view in pair}
    groups = gathered([v for v in views if id(v) in parted], lambda v: v, lambda a, b: a != b)
    yield Draft("target", "conflict", "who was hit", groups)


def armed(statement: Statement) -> str | None:
    """"armed" or "unarmed", by the words for those who were hit; None where they say neither, or both."""
    claim = statement.told.claim
    phrases = (*claim.recipients, *(q.who for q in claim.quantities if q.who and q.what in ("killed", "wounded")))
    found = {kind for phrase in phrases for kind in _kinds(phrase)}
    return next(iter(found)) if len(found) == 1 else None


def _kinds(phrase: str) -> Iterator[str]:
    for word in _WORD.findall(phrase.casefold()):
        noun = singular(word)
        if word in words_of("unarmed") or noun in words_of("unarmed") or in_class(noun, "civilian"):
            yield "unarmed"
        elif word in words_of("armed") or noun in words_of("armed") or in_class(noun, "fighter"):
            yield "armed"
        elif noun in words_of("against_state"):
            yield "armed"
        elif in_class(noun, "kin") or noun in ("child", "woman", "girl", "boy"):
            yield "unarmed"
