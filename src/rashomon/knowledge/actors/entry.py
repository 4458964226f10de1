"""An entry of the knowledge of actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.knowledge.actors.partial import is_date, meets
from rashomon.model.reading import ActorKind

Change = Literal["renamed", "merged", "split", "succeeded"]
"""How one body became another. After `split` the earlier body may go on; after the rest it does not."""


@dataclass(frozen=True, slots=True)
class Role:
    """An office that a person holds or held.

    Attributes:
        role: the office in lower case ("president"). `of`: the id of the body or state.
        start, end: partial ISO dates. `start` None: not known; `end` None: still, as far as is known.
    """

    role: str
    of: str
    start: str | None = None
    end: str | None = None

    def on(self, date: str) -> bool:
        """Whether it is held on a partial ISO date, as far as the dates tell; never if its start is not known.

        Raises ValueError if it is no date.
        """
        return self.start is not None and meets(date, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Link:
    """What became of a body: it was renamed, merged into another, split, or another took its place.

    Attributes:
        how: the change. `to`: the id of the later body. `date`: partial ISO date, None if not known.
    """

    how: Change
    to: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor as the knowledge has it. `aliases` are all names but the first.

    Attributes:
        country: ISO 3166 alpha-2 code. `parent`: the id of the body or state that it belongs to.
        demonyms: adjectives and nouns of belonging. `metonyms`: seats that stand for a government.
        body: which organ of its state it is (`army`, `police`, ...; see `bodies.yaml`).
        since, until: partial ISO dates between which it existed.
        owner: of a medium, an actor's id or plain text. `voice`: the id of the party for which it speaks.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    body: str | None = None
    roles: tuple[Role, ...] = ()
    links: tuple[Link, ...] = ()
    since: str | None = None
    until: str | None = None
    owner: str | None = None
    voice: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every name: the usual one, then the aliases."""
        return (self.name, *self.aliases)

    def held(self, on: str | None) -> tuple[Role, ...]:
        """The offices that a person holds on a date (what follows the day is left out); all of them without one."""
        day = on[:10] if on is not None and is_date(on[:10]) else None
        return tuple(role for role in self.roles if day is None or role.on(day))
