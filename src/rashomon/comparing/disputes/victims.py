"""Slot "target": who or what was hit: armed men or others, things of war or of peace, one body or another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.comparing.disputes.drafts import Draft, affirmed, family, foiled, habitual, words_of
from rashomon.comparing.disputes.statements import Statement
from rashomon.comparing.disputes.struck import Struck, struck
from rashomon.comparing.disputes.views import View, gathered, partings
from rashomon.comparing.words import singular
from rashomon.knowledge.classes import in_class

_VALUES = ("armed", "unarmed")
_WORD = re.compile(r"[\w'-]+")


def targets(some: Sequence[Statement]) -> Iterator[Draft]:
    """Who or what was hit by one blow, as far as accounts part; else what they agree on.

    Armed men by some accounts and others by other accounts come before barracks and schools: it is one question.
    """
    if parted := _parted(some):
        yield Draft("target", "conflict", "who was hit", gathered(parted, lambda v: v, lambda a, b: a != b))
        return
    views = [View(s, what) for s in _blows(some) for what in dict.fromkeys(struck(s))]
    apart = {id(view) for pair in partings(views, Struck.apart) for view in pair}
    if apart:
        yield Draft("target", "conflict", "what was hit", _named([v for v in views if id(v) in apart]))
    elif views:
        yield Draft("target", None, "what was hit", _named(views))


def _named(views: Sequence[View[Struck]]) -> list[tuple[str, list[Statement]]]:
    """Kinds and bodies with who tells of them; a body under one of its names."""
    called: dict[str, str] = {}
    for view in views:
        if (side := view.value.side) is not None:
            called[side] = min(called.get(side, view.value.shown), view.value.shown, key=lambda n: (len(n), n))
    groups: dict[str, list[Statement]] = defaultdict(list)
    for view in views:
        groups[called[view.value.side] if view.value.side else view.value.shown].append(view.statement)
    return sorted(groups.items())


def disputed(some: Sequence[Statement]) -> dict[str, frozenset[str]]:
    """Where it is disputed: "armed" and "unarmed" with the keys of the tellers who say so."""
    parted = _parted(some)
    return {value: frozenset(v.statement.teller.key for v in parted if v.value == value) for value in _VALUES if parted}


def _parted(some: Sequence[Statement]) -> list[View[str]]:
    """The views that part, each once."""
    views = [View(s, arms) for s in _blows(some) if (arms := armed(s)) is not None]
    parted = {id(view) for pair in partings(views, lambda a, b: a != b) for view in pair}
    return [view for view in views if id(view) in parted]


def _blows(some: Sequence[Statement]) -> list[Statement]:
    """Who tells of violence by one to another; of a battle both may be hit, and much besides."""
    if any(s.told.claim.kind == "control" or s.told.sort == "fighting" for s in some):
        return []
    return [s for s in affirmed(some) if family(s) == "violence" and not foiled(s) and not habitual(s)]


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
