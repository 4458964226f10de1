"""What was hit, as it can be compared: kinds of things (`struck.yaml`) and of what use they are, and named bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rashomon.comparing.disputes.doers import is_bare_unit
from rashomon.comparing.disputes.statements import Statement
from rashomon.comparing.words import core, singular
from rashomon.knowledge.base import load_yaml

FILE = "struck.yaml"
_AFTER = re.compile(r"\s+(?:of|in|at|near|beside|behind|outside|by|for|with|where|that|belonging)\s", re.IGNORECASE)


@dataclass(frozen=True)
class Struck:
    """One thing or body that a teller says was hit.

    Attributes:
        shown: its kind, or the body's name as told. `use`: "civil" or "military"; None: of a body, or of neither.
        side: of a body that is known by its name.
    """

    shown: str
    use: str | None = None
    side: str | None = None

    def apart(self, other: Struck) -> bool:
        """Whether not both can be what was hit: things of other use, or two bodies.

        Things of one use can: accounts tell of the market, or of the crowd in it.
        """
        if self.side and other.side:
            here, there = set(core(self.shown)), set(core(other.shown))
            return self.side != other.side and not (here <= there or there <= here)
        return bool(self.use and other.use) and self.use != other.use


def struck(statement: Statement) -> Iterator[Struck]:
    """What a statement says was hit, as far as it is known.

    No persons, who fall side by side; nor what befell the teller's own side, which says nothing of others.
    """
    if statement.own_loss:
        return
    persons = {actor.name for actor in statement.told.reading.actors if actor.kind == "person"}
    for target in statement.told.targets:
        if (known := kind_of(target.shown)) is not None:
            yield Struck(*known)
        elif target.party is not None and target.shown not in persons and not is_bare_unit(target.party):
            yield Struck(target.party.shown, side=target.party.side)


def kind_of(phrase: str) -> tuple[str, str] | None:
    """The kind of thing that a phrase names, and its use: by the whole of it, else by the last words of its noun."""
    known = _kinds()
    if (found := known.get(_words(phrase))) is not None:
        return found
    words = _words(_AFTER.split(phrase)[0])
    return next((known[words[at:]] for at in range(len(words)) if words[at:] in known), None)


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(map(singular, core(phrase)))


@cache
def _kinds() -> Mapping[tuple[str, ...], tuple[str, str]]:
    """Words in the singular -> kind and use."""
    return {
        _words(phrase): (kind, use)
        for use, kinds in load_yaml(FILE).items()
        for kind, phrases in kinds.items()
        for phrase in phrases
    }
